"""A file inside of another: a page of a web archive, e-mail or ZIP archive. The table of formats is asked anew.

What its carrier states beside it, its charset and address, counts as what a server says of a page does.
"""

from collections.abc import Set
from email.message import Message

from attrs import evolve

from ..errors import ImportFailure
from ..model import LiveBlog, Note
from . import markup
from .captured import noted
from .options import Options

# Those that hold other files: one inside of another may go on without end.
CARRIERS = frozenset({"mhtml", "packed", "warc"})


def blog_of(
    payload: bytes, options: Options, *, url: str | None = None, charset: str = "", without: Set[str] = CARRIERS
) -> LiveBlog:
    """Return the live blog in a file that another carries, without ids; `without` are formats that it is not of.

    `url` is where it was met, and its address where it states none; `charset` is the label that it was sent with.
    Raises `ImportFailure` for a file of no format, and where no entry is found.
    """
    from . import claims

    found = [importer for importer in claims(payload) if importer.name not in without]
    if len(found) != 1:
        raise ImportFailure("holds no file of a format that is known", options.where, "give a saved page")
    reader, notes = found[0], list[Note]()
    if charset and options.encoding is None and not reader.complete:
        codec, doubt = markup.sent(payload, charset)
        options = evolve(options, encoding=codec)
        notes += [Note(code="encoding-conflict", text=doubt)] if doubt else []
    blog = reader.read(payload, options)
    if blog.url is None and url and not reader.complete:
        blog = reader.read(payload, evolve(options, url=url))
    return noted(blog, notes)


def stated(head: Message, name: str) -> str:
    """Return what a head states under a name; empty where it does not."""
    return str(head[name] or "").strip()
