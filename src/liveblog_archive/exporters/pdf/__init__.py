"""PDF: a briefing of a live blog that prints, is read aloud, and in which every paragraph can be cited."""

from collections.abc import Iterator
from itertools import chain

from ...citation.wording import one_line
from ...interchange import jsonld
from ...model import LiveBlog
from ...version import __version__
from .back import citing, records, sources
from .canvas import Canvas
from .conformance import Attachment, Facts
from .entries import entries
from .fonts import Fonts
from .front import contents, cover
from .furniture import TOTAL, Furniture
from .integrity import integrity
from .matter import Matter
from .press import Press
from .style import SHEET

_PARTS = (cover, contents, entries, sources, citing, records, integrity)


def write(blog: LiveBlog) -> Iterator[bytes]:
    """Yield the briefing of `blog`, whose entries must have ids, as PDF 1.7: PDF/A-3a and PDF/UA-1.

    The same blog gives the same bytes. Raises `ModelError` for an entry without an id or with one that follows no
    grammar, and `CitationError` for a blog without an id.
    """
    fonts = Fonts()
    matter = Matter.of(blog, fonts)
    canvas = Canvas(SHEET, fonts, _facts(matter))
    press = Press(canvas, Furniture(fonts, SHEET.measure, matter.title, _note(matter)))
    yield from press.set(chain.from_iterable(part(matter, canvas.root) for part in _PARTS))
    press.finish()
    data = Attachment(
        filename="liveblog.jsonld",
        media_type="application/ld+json",
        description="The live blog that these pages were made from, as JSON-LD",
        data=jsonld.write(blog),
    )
    yield from canvas.finish([data], {TOTAL: canvas.page_number - 1})


def _facts(matter: Matter) -> Facts:
    """Return the document information: what viewers and catalogues show of a file."""
    blog = matter.blog
    authors = tuple(agent.name for agent in blog.authors) or ((blog.publisher.name,) if blog.publisher else ())
    return Facts(
        title=matter.title,
        language=blog.language or "en",
        authors=authors,
        subject=one_line(blog.description or ""),
        creator=f"liveblog-archive {__version__}",
        created=blog.capture.retrieved if blog.capture else None,
    )


def _note(matter: Matter) -> str:
    """Return what the foot of every page says: which capture this is, and that it is incomplete where it is."""
    blog = matter.blog
    missing = f"Incomplete: {len(blog.entries):,} of {blog.declared_total:,} entries · " if blog.incomplete else ""
    return f"{missing}{blog.id} · snapshot {matter.snapshot.short}"
