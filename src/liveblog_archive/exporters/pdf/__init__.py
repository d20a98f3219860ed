"""PDF: a briefing of a live blog that prints, is read aloud, and in which every paragraph can be cited.

Content and engine stand in one folder, and know one another in one direction: content makes blocks, the engine sets
them. How to build with blocks is told in docs/explanation/briefing.md.

Content: `matter` (what is printed), `changes` (what happened since an earlier capture), `cover`, `figure`,
`contents`, `whatchanged`, `entries`, `index`, `citing`, `records`, `integrity` (in this order), `blocks` and
`parts` (as which blocks), `times` (in which words, beside the furniture of `overview`), `look` (how they look),
`running` (what stands on every page).

Engine: `press` (on which page), `layout`, `tables`, `figures`, `text` and `protocol` (the blocks), `tokens`, `bidi`,
`hyphenation`, `lines` and `setting` (how text is broken), `pen` (how it is drawn), `fonts`, `glyphs` and `scripts`
(with what), `canvas`, `tags` and `outline` (in which file), `embedding`, `conformance` and `file` (how that is
written), `design` (what styles and sheets are made of).
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from ...citation.wording import one_line
from ...interchange import jsonld
from ...model import Entry, LiveBlog, Note
from ...version import __version__
from ..options import Notify, part
from ..pdf_options import BriefingOptions
from .canvas import Canvas
from .citing import citing
from .conformance import Attachment, Facts
from .contents import about, contents
from .cover import cover, fact_rows, key_figures
from .entries import entries
from .figure import timeline_figure
from .fonts import Fonts
from .index import index
from .integrity import ATTACHED, integrity
from .matter import Matter
from .press import Press
from .records import records
from .running import TOTAL, RunningLines
from .scripts import lacking
from .whatchanged import what_changed

_PARTS = (
    *(cover, key_figures, timeline_figure, fact_rows, about, contents, what_changed),
    *(entries, index, citing, records, integrity),
)


def write(blog: LiveBlog, chosen: Sequence[Entry], options: BriefingOptions, notify: Notify) -> Iterator[bytes]:
    """Yield the briefing of the chosen entries of `blog`, as PDF 1.7; `notify` is told what is not as it was.

    The same blog gives the same bytes. Raises `ModelError` for an entry without an id or with one that follows no
    grammar, `CitationError` for a blog without an id, and `ExportError` for a font that cannot be used, or in strict
    options for a character that no font has.
    """
    fonts = Fonts(options.fonts, strict=options.strict)
    matter = Matter.of(blog, chosen, options, fonts)
    canvas = Canvas(matter.look.sheet, fonts, _facts(matter), options.conformance)
    press = Press(canvas, _running(matter), indent=matter.look.text_indent)
    yield from press.set(chain.from_iterable(part(matter, canvas.root) for part in _PARTS))
    press.finish()
    data = Attachment(
        filename=ATTACHED,
        media_type="application/ld+json",
        description="The live blog that these pages were made from, as JSON-LD",
        data=jsonld.write(part(blog, chosen)),
    )
    yield from canvas.finish([data], {TOTAL: canvas.page_number - 1})
    for text in lacking(fonts.missing, fonts.given):
        notify(Note(code="missing-glyph", text=text))


def _facts(matter: Matter) -> Facts:
    """Return the document information: what viewers and catalogues show of a file."""
    blog = matter.blog
    named = blog.authors or ((blog.publisher,) if blog.publisher else ())
    return Facts(
        title=matter.title,
        language=matter.language,
        authors=tuple(one_line(agent.name) for agent in named),
        subject=one_line(blog.description or ""),
        creator=f"liveblog-archive {__version__}",
        created=blog.capture.retrieved if blog.capture else None,
    )


def _running(matter: Matter) -> RunningLines:
    """Return what stands on every page: which capture this is, and that it is incomplete where it is."""
    facts, say = matter.facts, matter.words.say
    missing = say("incomplete-short", present=facts.present, declared=facts.declared or 0) if facts.missing else ""
    return RunningLines(matter, missing, say("snapshot-is", snapshot=matter.snapshot.short))
