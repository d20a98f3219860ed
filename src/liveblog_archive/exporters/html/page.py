"""The page put together: facts, days, timeline, data for the script, and the templates that print them."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from ...citation import Citer
from ...citation.wording import one_line
from ...model import Entry, LiveBlog, local_of
from ...overview import titled
from ...overview.facts import KeyFacts, key_facts
from ...overview.furniture import furniture_for
from ...overview.timeline import timeline
from ..format_options import PageOptions
from ..options import oldest_first
from .blocks import Piece, block_views, linked
from .figure import figure, letter_width
from .machine import coins, highwire, jsonld
from .printing import PROGRAM, asset, environment, in_page
from .safety import data, direction, policy, printable
from .setting import Landing, Setting
from .views import Viewer, named
from .words import Words


def page(
    blog: LiveBlog, chosen: Sequence[Entry], options: PageOptions, setting: Setting | None = None
) -> Iterator[bytes]:
    """Yield the page of the chosen entries of `blog` in its `setting`, by default alone.

    The blog's order tells which entries are older.

    Entries are looked through for what stands above them, and worked out one by one as they are printed: however
    long the blog, no more of it is held. Raises `CitationError` for a blog or an entry without an id, before
    anything is printed.
    """
    template = environment().get_template("page/page.html.jinja")
    for piece in template.generate(**_given(blog, chosen, options, setting or Setting())):
        yield piece.encode()


def _given(blog: LiveBlog, chosen: Sequence[Entry], options: PageOptions, setting: Setting) -> dict[str, object]:
    """Return everything that the template prints; it asks for the days, and for the facts at the end of the page."""
    words = Words(furniture_for(blog))
    listed = oldest_first(blog, chosen)
    viewer = Viewer(blog, words, setting)
    viewer.citations.demand_ids(listed)
    newest_first = options.order == "newest"
    counted = key_facts(blog, listed)
    line = timeline(blog, words.furniture, listed, measure=letter_width, most_bins=96)
    style = asset("page", "common.css") + asset("page", "page.css")
    script = "".join(asset("page", name) for name in ("cite.js", "searching.js", "page.js"))
    landings = (*setting.landings, *_deleted(blog, listed, words, setting))
    landed = {one.local for one in landings}
    whole = viewer.citations.whole
    return {
        "w": words,
        "program": PROGRAM,
        "setting": evolve(setting, cite_as=setting.cite_as or blog.id),
        "language": blog.language or words.language,
        "dir": direction(blog.language),
        "policy": policy(style, script),
        "style": in_page(style),
        "script": in_page(script),
        "title": printable(titled(blog, words.furniture)),
        "description": printable(one_line(blog.description or "")),
        "highwire": [(name, printable(content)) for name, content in highwire(whole, setting.cite_as)],
        "jsonld": data(jsonld(blog, listed, setting.canonical)) if listed else "",
        "coins": coins(whole, setting.canonical),
        "linked": _linked(blog),
        "scope": _scope(blog, counted, words),
        "remarks": _remarks(counted, words),
        "introduction": block_views(blog.introduction),
        "days": lambda: viewer.days(reversed(listed) if newest_first else listed),
        "landings": landings,
        "present": landed.intersection(local_of(entry.id) for entry in listed),
        "figure": figure(line, listed, words) if line else None,
        "reversed": newest_first,
        "has_direction": blog.order != "manual",
        "citation": printable(Citer(blog).render(None, "apa", version=whole.version)),
        "record": _record(blog, viewer, words),
        "notes": [(note.code, printable(note.text)) for note in blog.notes],
        "facts": lambda: data(_facts(viewer, words, landings)),
    }


def _facts(viewer: Viewer, words: Words, landings: Sequence[Landing]) -> dict[str, object]:
    """Return what the script is given; the page's days are printed before, as they teach names and zones."""
    return {
        "blog": viewer.citations.blog(),
        "words": words.scripted(),
        "gone": {one.local: [f"{one.status}: {one.reason}", *one.now] for one in landings},
    }


def _linked(blog: LiveBlog) -> str:
    """Return the day at which a link was as it is given here (Robust Links, `data-versiondate`)."""
    retrieved = blog.capture.retrieved if blog.capture else None
    return retrieved.date().isoformat() if retrieved else ""


def _scope(blog: LiveBlog, counted: KeyFacts, words: Words) -> Iterator[tuple[str, Iterable[Piece]]]:
    """Yield what the blog is: labels and values.

    The ends of an interval are isolated (Unicode Standard Annex 9, 2.4.2), so that they keep their order.
    """
    furniture = words.furniture
    if counted.first and counted.last:
        first, last = furniture.instant(counted.first), furniture.instant(counted.last)
        yield words("covers"), [Piece(first if first == last else f"\u2068{first}\u2069 – \u2068{last}\u2069")]
    elif counted.days:
        days = dict.fromkeys(furniture.day(counted.days[at][0]) for at in (0, -1))
        yield words("covers"), [Piece(" – ".join(days))]
    yield words("entries"), [Piece(furniture.number(counted.shown))]
    if blog.publisher:
        yield words("publisher"), named([blog.publisher], furniture)
    if blog.authors:
        yield words("authors"), named(blog.authors, furniture)
    if blog.url:
        yield words("source"), [linked(printable(one_line(blog.url)), blog.url)]
    if blog.capture:
        when = blog.capture.retrieved
        yield words("captured"), [Piece(furniture.instant(when) if when else words("capture-unknown"))]


def _remarks(counted: KeyFacts, words: Words) -> Iterator[str]:
    """Yield what a reader must know of what is missing."""
    furniture = words.furniture
    if counted.missing:
        numbers = {"n": furniture.number(counted.present), "total": furniture.number(counted.declared or 0)}
        yield words("incomplete", **numbers)
    if counted.left_out:
        said = [_left_out(status, number, words) for status, number in counted.left_out]
        yield words("left-out", list=furniture.listed(said))


def _left_out(status: str, number: int, words: Words) -> str:
    if status == "published":
        return words.furniture.say("count-unselected", n=number)
    return f"{words.furniture.number(number)} {words(f'status-{status}')}"


def _record(blog: LiveBlog, viewer: Viewer, words: Words) -> Iterator[tuple[str, str]]:
    yield words("identifier"), printable(blog.id)
    yield words("snapshot"), str(viewer.citations.whole.version)
    if blog.timezone:
        yield words("zone"), blog.timezone
    if blog.capture:
        yield from ((words("digest"), one.sha256) for one in blog.capture.captured)
        yield words("reader"), printable(one_line(blog.capture.importer))


def _deleted(blog: LiveBlog, listed: Sequence[Entry], words: Words, setting: Setting) -> Iterator[Landing]:
    """Yield where the ids of deleted entries land that the page does not show."""
    present = {id(entry) for entry in listed if entry.status == "deleted"}
    known = {one.local for one in setting.landings}
    for entry in blog.entries:
        local = local_of(entry.id)
        if entry.status == "deleted" and id(entry) not in present and local not in known:
            yield Landing(
                local=local,
                status=words("status-deleted"),
                reason=words("is-deleted"),
                href=setting.histories.get(local),
            )
