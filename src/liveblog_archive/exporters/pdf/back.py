"""What comes after the entries: sources, how to cite, the record of every entry, and how the capture was made."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from ...model import Agent, Link, Moment, Paragraph
from ...model import Block as ModelBlock
from . import phrases
from .front import SECTIONS
from .layout import Anchor, Block, Stack
from .matter import Item, Matter
from .parts import hairline, in_columns, row, section
from .press import PageBreak
from .style import CLOCK, FINE, SMALL
from .tags import Element
from .tokens import Run

_KEPT = evolve(FINE, keep=True)  # a record stands on one page
_STYLES = (("apa", "APA"), ("chicago", "Chicago"), ("mla", "MLA"))


def sources(matter: Matter, root: Element) -> Iterator[Block | PageBreak]:
    """Yield every address that the text links to, and everybody who is named as an author or publisher."""
    here = root.child("Sect")
    yield from _addresses(matter, here)
    yield row(matter, here, "People and organizations", lambda tag: _persons(matter, tag))


def _persons(matter: Matter, here: Element) -> Iterator[Block]:
    people = _people(matter)
    for agent, parts in people.items():
        yield _person(matter, here, agent, parts)
    if not people:
        yield matter.text(SMALL, "Nobody is named as an author.", tag=here.child("P"))


def _addresses(matter: Matter, here: Element) -> Iterator[Block | PageBreak]:
    """Yield the addresses, for each place that links to any, by paragraph and linked words."""
    yield PageBreak()
    found = list(_linking(matter))
    text = "By entry and paragraph:" if found else "The text links to no address."
    making = lambda tag: [matter.text(SMALL, text, tag=tag.child("P"))]  # noqa: E731
    yield section(
        matter, here, "sources", SECTIONS["sources"], lambda tag: [row(matter, tag, "Linked addresses", making)]
    )
    for label, target, links in found:
        place = matter.text(CLOCK, Run(label, goto=target), tag=here.child("P"))
        lines = [_link_line(matter, here, *link) for link in links]
        yield Stack([hairline(6.0, 4.0), in_columns(Stack(lines), place)])


def _person(matter: Matter, here: Element, agent: Agent, parts: list[str]) -> Block:
    what = ", ".join(part for part in (agent.name, agent.kind, agent.role, *parts) if part)
    address = [Run("\u00a0 "), Run(agent.url, url=agent.url)] if agent.url else []
    return matter.text(evolve(SMALL, before=2.0), what, *address, tag=here.child("P"))


def _linking(matter: Matter) -> Iterator[tuple[str, str, list[tuple[int, str, Link]]]]:
    """Yield (name, destination, links) for the introduction and each entry that link somewhere."""
    places = [("Introduction", "introduction", matter.blog.introduction)]
    places += [(item.local, item.local, item.entry.body) for item in matter.items]
    for name, target, body in places:
        links = list(_links(body))
        if links:
            yield name, target, links


def _links(body: tuple[ModelBlock, ...]) -> Iterator[tuple[int, str, Link]]:
    for number, block in enumerate(body, start=1):
        if isinstance(block, Paragraph):
            for link in block.links:
                yield number, block.text[link.start : link.end], link


def _link_line(matter: Matter, here: Element, number: int, text: str, link: Link) -> Block:
    runs = Run(f"{number}\u00a0", face="bold"), Run(f" “{text}”\u00a0 "), Run(link.url, url=link.url)
    return matter.text(FINE, *runs, tag=here.child("P"))


def _people(matter: Matter) -> dict[Agent, list[str]]:
    """Return everybody who is named, with what they did."""
    blog = matter.blog
    named: dict[Agent, list[str]] = {}
    if blog.publisher:
        named[blog.publisher] = ["publisher"]
    for agent in blog.authors:
        named.setdefault(agent, []).append("author of the live blog")
    for item in matter.items:
        for agent in item.entry.authors:
            parts = named.setdefault(agent, [])
            if "author of entries" not in parts:
                parts.append("author of entries")
    return named


def citing(matter: Matter, root: Element) -> Iterator[Block]:
    """Yield how the live blog, an entry and a paragraph are cited."""
    text = (
        "The live blog as captured here. The number is the beginning of the snapshot id, which changes with every "
        "change of any entry."
    )
    cited = ((name, matter.citer.render(None, style, version=matter.snapshot)) for style, name in _STYLES)
    here = root.child("Sect")
    making = lambda tag: _cited(matter, tag, text, cited)  # noqa: E731
    yield section(matter, here, "citing", SECTIONS["citing"], lambda tag: [row(matter, tag, "Live blog", making)])
    if matter.items:
        yield _entry_citation(matter, here, next((item for item in matter.items if item.entry.body), matter.items[0]))


def _entry_citation(matter: Matter, here: Element, item: Item) -> Block:
    """Return how an entry is cited; the first that has a paragraph is the example."""
    paragraph = 1 if item.entry.body else None
    text = (
        "Every entry has its citation below its text. The version names what the entry said when it was captured. "
        "A number in the margin is a paragraph’s: add it to the citation, as in these of one paragraph. At the end "
        f"of this file’s address, #{item.local} leads to the entry, and #{item.local}.p1 to its first paragraph."
    )
    citations = ((name, matter.citer.render(item.entry, style, paragraph, item.version)) for style, name in _STYLES)
    return row(matter, here, "Entry, paragraph", lambda tag: _cited(matter, tag, text, citations))


def _cited(matter: Matter, here: Element, text: str, citations: Iterable[tuple[str, str]]) -> Iterator[Block]:
    yield matter.text(SMALL, text, tag=here.child("P"))
    for name, citation in citations:
        yield _citation(matter, here, name, citation)


def _citation(matter: Matter, here: Element, name: str, text: str) -> Block:
    return matter.text(evolve(SMALL, before=4.0), Run(f"{name}\u00a0", face="bold"), " ", text, tag=here.child("P"))


def records(matter: Matter, root: Element) -> Iterator[Block | PageBreak]:
    """Yield for each entry its full ids, and all that its source states of it."""
    yield PageBreak(unless=matter.sheet.room / 3)
    here = root.child("Sect")
    text = (
        "The full identifier of each entry, and the SHA-256 of its canonical record, by which the archive finds and "
        "checks it; then all that the source states and that is not printed above."
    )
    making = lambda tag: [in_columns(matter.text(SMALL, text, tag=tag.child("P")), None)]  # noqa: E731
    yield section(matter, here, "records", SECTIONS["records"], making)
    for item in matter.items:
        tag = here.child("Sect")
        aside = matter.text(CLOCK, Run(item.local, goto=item.local), tag=tag.child("P"))
        facts = list(_record(matter, item))
        styles = [*[_KEPT] * (len(facts) - 1), FINE]
        lines = [
            matter.text(style, Run(f"{label}\u00a0", face="bold"), " ", value, tag=tag.child("P"))
            for style, (label, value) in zip(styles, facts, strict=True)
        ]
        rule = hairline(6.0, 4.0)
        yield Stack([rule, Anchor(f"record-{item.local}"), in_columns(Stack(lines), aside)], tag)


def _record(matter: Matter, item: Item) -> Iterator[tuple[str, str]]:
    entry = item.entry
    yield "Id", entry.id
    yield "Version", str(item.version)
    yield "SHA-256", item.version.hex
    moments: tuple[tuple[str, Moment | None], ...] = (
        ("Time", entry.time),
        ("Created", entry.created),
        ("Published", entry.published),
        ("Modified", entry.modified),
    )
    for label, moment in moments:
        if moment is not None:
            yield label, phrases.moment_in_full(moment)
    if entry.day is not None:
        yield "Listed under", phrases.day_name(entry.day)
    if entry.url:
        yield "Address", entry.url
    if entry.native_id:
        yield "Id in the source", entry.native_id
    place = f"entry {item.position:,} of {len(matter.items):,}"
    if entry.span is not None:
        place += f", {phrases.place(entry.span)}"
    yield "Place in the source", f"{place}, sort key {entry.order_key}" if entry.order_key else place
