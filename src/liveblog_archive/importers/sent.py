"""A file inside of another: a page of a web archive, e-mail or ZIP archive. The table of formats is asked anew.

What its carrier states beside it, its charset and address, counts as what a server says of a page does.
"""

from collections.abc import Sequence, Set
from email.message import Message
from typing import NamedTuple

from attrs import evolve

from ..errors import ImportFailure, LiveBlogError, amount
from ..model import LiveBlog, Note
from . import markup
from .captured import memento, noted
from .options import Options

# Those that hold other files: one inside of another may go on without end.
CARRIERS = frozenset({"mhtml", "packed", "warc", "webarchive"})
_FEWEST = 3  # entries that a page has which is more than one with a time or two beside the frame of its live blog


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


class Part(NamedTuple):
    """A page in a file of several: its bytes, its address and the label of its charset, empty where not stated."""

    payload: bytes
    url: str
    charset: str


def blog_in(parts: Sequence[Part], options: Options) -> LiveBlog:
    """Return the live blog in a page that was saved with its frames, which stand behind it.

    It is that of the page, or where that hardly has entries, that of the frame with most; the others are noted.
    Raises the error of the page where none is a live blog.
    """
    found: list[tuple[LiveBlog, Part]] = []
    errors: list[LiveBlogError] = []
    for part in parts:
        try:
            found.append((blog_of(part.payload, options, url=memento(part.url)[0], charset=part.charset), part))
        except LiveBlogError as error:
            errors.append(error)
    if not found:
        raise errors[0] if errors else ImportFailure("holds no page", options.where, "save the page as HTML")
    counts = [len(blog.entries) for blog, _ in found]
    chosen = 0 if counts[0] >= _FEWEST else counts.index(max(counts))
    others = [
        f"{memento(part.url)[0] or 'another part'}: {amount(count, 'entry', 'entries')}, in a part of the file"
        for place, (count, (_, part)) in enumerate(zip(counts, found, strict=True))
        if place != chosen
    ]
    return noted(found[chosen][0], [Note(code="other-blog", text=text) for text in others])


def stated(head: Message, name: str) -> str:
    """Return what a head states under a name; empty where it does not."""
    return str(head[name] or "").strip()
