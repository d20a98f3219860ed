"""PDF: a briefing of a live blog that prints, and in which every paragraph can be cited.

The rooms: `matter` (what is printed), `front`, `entries`, `back`, `integrity` (in which order and words), `blocks`
and `parts` (as which blocks), `style` (how they look), `layout` and `press` (where they stand), `text` and `fonts`
(as which glyphs), `canvas` (in which file). Layout never sees a glyph, and text never sees a page.
"""

from collections.abc import Iterator
from itertools import chain

from ...citation.wording import one_line
from ...model import LiveBlog
from ...version import __version__
from ..options import ReaderOptions
from .back import citing, records, sources
from .canvas import Canvas, timestamp
from .entries import entries
from .front import contents, cover
from .integrity import integrity
from .matter import Matter
from .press import Furniture, Press, fill_in


def write(blog: LiveBlog, options: ReaderOptions | None = None) -> Iterator[bytes]:
    """Yield the briefing of `blog`, whose entries must have ids, as PDF 1.4.

    The same blog gives the same bytes. Raises `ModelError` for an entry without an id or with one that follows no
    grammar, and `CitationError` for a blog without an id.
    """
    matter = Matter.of(blog, options or ReaderOptions())
    canvas = Canvas(facts=_facts(matter), language=blog.language or "en", seed=f"{__version__} {matter.snapshot}")
    press = Press(canvas, Furniture(matter.fonts, matter.title, _note(matter)))
    for block in chain(*(part(matter) for part in (cover, contents, entries, sources, citing, records, integrity))):
        press.set(block)
    press.turn()
    fill_in(canvas, matter.fonts)
    yield canvas.finished()


def _facts(matter: Matter) -> dict[str, str]:
    """Return the document information: what viewers and catalogues show of a file."""
    blog = matter.blog
    authors = ", ".join(agent.name for agent in blog.authors) or (blog.publisher.name if blog.publisher else "")
    return {
        "Title": matter.title,
        "Author": one_line(authors),
        "Subject": one_line(blog.description or ""),
        "Creator": f"liveblog-archive {__version__}",
        "CreationDate": timestamp(blog.capture.retrieved if blog.capture else None),
    }


def _note(matter: Matter) -> str:
    """Return what the foot of every page says: which capture this is, and that it is incomplete where it is."""
    blog = matter.blog
    missing = f"Incomplete: {len(blog.entries):,} of {blog.declared_total:,} entries · " if blog.incomplete else ""
    return f"{missing}{blog.id} · snapshot {matter.snapshot.short}"
