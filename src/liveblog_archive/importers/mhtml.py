"""Pages that a browser saved in one file with all that belongs to them (MHTML, RFC 2557), and e-mails (RFC 5322).

Nobody's address is read out of a head.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message

from attrs import evolve

from ..errors import ImportFailure
from ..model import LiveBlog
from . import stamps
from .captured import met, of_file
from .options import Options
from .sent import Part, blog_in, stated

_PAGES = ("text/html", "application/xhtml+xml")
_FROM = rb"From [^\n]*\d{4}\r?\n[!-9;-~]+:"  # what begins an e-mail in a mailbox (RFC 4155)
_MAILBOX = re.compile(_FROM + rb".*?\n\r?\n" + _FROM, re.DOTALL)


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog in a page of one file or an e-mail, without ids; its capture is of the whole file.

    Raises `ImportFailure` where neither the page nor any frame in it is a live blog.
    """
    if _MAILBOX.match(data):
        raise ImportFailure("a mailbox of several e-mails", options.where, "save each in a file of its own")
    message = message_from_bytes(data.removeprefix(BOM_UTF8).lstrip())
    parts = [*_pages(message)]
    blog = blog_in(parts, options)
    when = stamps.instant(re.sub(r"\(.*", "", stated(message, "Date")).strip())
    blog = met(
        blog, stated(message, "Snapshot-Content-Location") or parts[0].url or None, when, "the head of the file"
    )
    return of_file(evolve(blog, title=blog.title or _subject(message)), data, message.get_content_type())


def _pages(message: Message) -> Iterator[Part]:
    """Yield the pages in a message, that which shows the others first; its plain text, where it has no page."""
    kinds = {part.get_content_type() for part in message.walk()}
    wanted = _PAGES if not kinds.isdisjoint(_PAGES) else ("text/plain",)
    named = [
        (f"cid:{name.strip('<> ')}".encode("ascii", "replace"), address.encode("ascii", "replace"))
        for part in message.walk()
        if (name := stated(part, "Content-ID")) and (address := stated(part, "Content-Location"))
    ]
    for part in message.walk():
        payload = part.get_payload(decode=True)
        if part.get_content_type() in wanted and isinstance(payload, bytes):
            for content_id, location in named if b"cid:" in payload else ():
                payload = payload.replace(content_id, location)
            yield Part(payload, stated(part, "Content-Location"), part.get_content_charset() or "")


def _subject(message: Message) -> str | None:
    try:
        return " ".join(str(make_header(decode_header(stated(message, "Subject")))).split()) or None
    except (HeaderParseError, LookupError, ValueError):
        return None
