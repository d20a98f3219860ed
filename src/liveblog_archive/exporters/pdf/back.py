"""What comes after the entries: sources, how to cite, the record of every entry, and how the capture was made."""

from collections.abc import Iterator

from attrs import evolve

from ...model import Agent, Link, Moment, Paragraph
from ...model import Block as ModelBlock
from . import phrases
from .front import SECTIONS
from .layout import Anchor, Block, Rule, Stack
from .matter import Item, Matter
from .parts import in_columns, row, section
from .press import PageBreak
from .style import CLOCK, FINE, ROOM, SMALL
from .text import Run

_KEPT = evolve(FINE, keep=True)  # a record stands on one page
_STYLES = (("apa", "APA"), ("chicago", "Chicago"), ("mla", "MLA"))


def sources(matter: Matter) -> Iterator[Block | PageBreak]:
    """Yield every address that the text links to, and everybody who is named as an author or publisher."""
    yield from _addresses(matter)
    people = [_person(matter, agent, parts) for agent, parts in _people(matter).items()]
    yield row(matter, "People and organizations", *(people or [matter.text(SMALL, "Nobody is named as an author.")]))


def _addresses(matter: Matter) -> Iterator[Block | PageBreak]:
    """Yield the addresses, for each place that links to any, by paragraph and linked words."""
    yield PageBreak()
    found = list(_linking(matter))
    text = "By entry and paragraph:" if found else "The text links to no address."
    first = row(matter, "Linked addresses", matter.text(SMALL, text))
    yield section(matter, "sources", SECTIONS["sources"], first)
    for label, target, lines in found:
        place = matter.text(CLOCK, Run(label, goto=target))
        yield Stack([Rule(0.4, before=6.0, after=4.0), in_columns(Stack(lines), place)])


def _person(matter: Matter, agent: Agent, parts: list[str]) -> Block:
    what = ", ".join(part for part in (agent.name, agent.kind, agent.role, *parts) if part)
    address = [Run("\u00a0 "), Run(agent.url, url=agent.url)] if agent.url else []
    return matter.text(evolve(SMALL, before=2.0), what, *address)


def _linking(matter: Matter) -> Iterator[tuple[str, str, list[Block]]]:
    """Yield (name, destination, lines) for the introduction and each entry that link somewhere."""
    places = [("Introduction", "introduction", matter.blog.introduction)]
    places += [(item.local, item.local, item.entry.body) for item in matter.items]
    for name, target, body in places:
        lines = [_link_line(matter, number, text, link) for number, text, link in _links(body)]
        if lines:
            yield name, target, lines


def _links(body: tuple[ModelBlock, ...]) -> Iterator[tuple[int, str, Link]]:
    for number, block in enumerate(body, start=1):
        if isinstance(block, Paragraph):
            for link in block.links:
                yield number, block.text[link.start : link.end], link


def _link_line(matter: Matter, number: int, text: str, link: Link) -> Block:
    return matter.text(FINE, Run(f"{number}\u00a0", face="bold"), f" “{text}”\u00a0 ", Run(link.url, url=link.url))


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


def citing(matter: Matter) -> Iterator[Block]:
    """Yield how the live blog, an entry and a paragraph are cited."""
    text = (
        "The live blog as captured here. The number is the beginning of the snapshot id, which changes with every "
        "change of any entry."
    )
    cited = ((name, matter.citer.render(None, style, version=matter.snapshot)) for style, name in _STYLES)
    blocks = [matter.text(SMALL, text), *(_citation(matter, name, citation) for name, citation in cited)]
    first = row(matter, "Live blog", *blocks)
    yield section(matter, "citing", SECTIONS["citing"], first)
    if matter.items:
        yield _entry_citation(matter, next((item for item in matter.items if item.entry.body), matter.items[0]))


def _entry_citation(matter: Matter, item: Item) -> Block:
    """Return how an entry is cited; the first that has a paragraph is the example."""
    paragraph = 1 if item.entry.body else None
    text = (
        "Every entry has its citation below its text. The version names what the entry said when it was captured. "
        "A number in the margin is a paragraph’s: add it to the citation, as in these of one paragraph. At the end "
        f"of this file’s address, #{item.local} leads to the entry, and #{item.local}.p1 to its first paragraph."
    )
    citations = (
        _citation(matter, name, matter.citer.render(item.entry, style, paragraph, item.version))
        for style, name in _STYLES
    )
    return row(matter, "Entry, paragraph", matter.text(SMALL, text), *citations)


def _citation(matter: Matter, name: str, text: str) -> Block:
    return matter.text(evolve(SMALL, before=4.0), Run(f"{name}\u00a0", face="bold"), " ", text)


def records(matter: Matter) -> Iterator[Block | PageBreak]:
    """Yield for each entry its full ids, and all that its source states of it."""
    yield PageBreak(unless=ROOM / 3)
    text = matter.text(
        SMALL,
        "The full identifier of each entry, and the SHA-256 of its canonical record, by which the archive finds and "
        "checks it; then all that the source states and that is not printed above.",
    )
    yield section(matter, "records", SECTIONS["records"], in_columns(text, None))
    for item in matter.items:
        aside = matter.text(CLOCK, Run(item.local, goto=item.local))
        facts = list(_record(matter, item))
        styles = [*[_KEPT] * (len(facts) - 1), FINE]
        lines = [
            matter.text(style, Run(f"{label}\u00a0", face="bold"), " ", value)
            for style, (label, value) in zip(styles, facts, strict=True)
        ]
        rule = Rule(0.4, before=6.0, after=4.0)
        yield Stack([rule, Anchor(f"record-{item.local}"), in_columns(Stack(lines), aside)])


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
