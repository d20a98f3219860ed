"""How to cite this briefing, and any entry and paragraph in it."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from .matter import Item, Matter
from .parts import row, section
from .press import PageBreak
from .protocol import Block
from .tags import Element
from .tokens import Run

_STYLES = (("apa", "APA"), ("chicago", "Chicago"), ("mla", "MLA"))


def citing(matter: Matter, root: Element) -> Iterator[Block | PageBreak]:
    """Yield how the live blog, an entry and a paragraph are cited."""
    yield PageBreak(unless=matter.look.sheet.room / 3)
    here, say = root.child("Sect"), matter.words.say
    cited = ((name, matter.citer.render(None, style, version=matter.snapshot)) for style, name in _STYLES)

    def making(tag: Element) -> Iterator[Block]:
        yield row(matter, tag, say("citing-whole"), lambda inner: _cited(matter, inner, say("citing-blog"), cited))

    yield section(matter, here, "citing", say("citing"), making)
    if matter.items:
        yield _entry_citation(matter, here, next((item for item in matter.items if item.entry.body), matter.items[0]))


def _entry_citation(matter: Matter, here: Element, item: Item) -> Block:
    """Return how an entry is cited; the first that has a paragraph is the example."""
    paragraph = 1 if item.entry.body else None
    text = matter.words.say("citing-entry", entry=f"#{item.local}", paragraph=f"#{item.local}.p1")
    citations = ((name, matter.citer.render(item.entry, style, paragraph, item.version)) for style, name in _STYLES)
    return row(matter, here, matter.words.say("citing-part"), lambda tag: _cited(matter, tag, text, citations))


def _cited(matter: Matter, here: Element, text: str, citations: Iterable[tuple[str, str]]) -> Iterator[Block]:
    look = matter.look
    yield matter.said(here, look.fact, text)
    for name, citation in citations:
        yield matter.cited(here, evolve(look.fact, before=3.5), Run(f"{name}\u00a0", face="bold"), " ", citation)
