"""Several pages or captures of one live blog as one: each entry once, in the version of the newest capture.

A page is seldom the whole blog, and a capture is never its last word. The same entry is known by its native id, else
by its id, else by its words; one that was edited in between is matched. What a newer capture states counts, of the
blog and of each entry, and notes keep what an older one stated otherwise; what only an older one has is kept.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from attrs import evolve, fields

from ..errors import ModelError
from ..identity.slugs import shows_part
from ..model import Capture, CapturedSource, LiveBlog, Note
from ..model.order import Order, running, steps
from ..version import __version__
from .collected import Collected
from .earlier import of_blog
from .weaving import instants

_IMPORTER = f"liveblog-archive merge {__version__}"
# Notes that are of one capture alone, and not of all of them.
_OF_ONE = frozenset({"blog-id-derived", "merged-capture", "order-inferred", "order-unknown"})
# What a capture says of the blog as a whole; the rest is made anew from all captures.
_FACTS = [field.name for field in fields(LiveBlog) if field.name not in {"id", "entries", "order", "capture"}]


def merge(pages: Iterable[LiveBlog]) -> LiveBlog:
    """Return one blog of several pages or captures of it; ids that were derived from one page alone are taken off.

    Captures count by when they were retrieved where all of them know, else in the order given, the newest last;
    then, of an entry, the version counts that states the later change. An older capture never overwrites a newer
    one. The merged capture names every source in a note, those of a page that was merged before included; its
    digest is the SHA-256 of the digests in these notes, one a line. Its address is the newest that names no part of
    a page, such as its second page. It has a time where all were retrieved at that one. An entry that a newer
    capture of its address lacks is kept, with a note unless that only ends before it, or may; it is deleted where
    that capture says that it has them all. The direction is that of all captures, else that of the times of the
    entries, else there is none.

    Raises `ModelError` for no page at all, and for pages that were given the ids of different blogs.
    """
    captures, dated = _oldest_first(list(pages))
    if len(captures) == 1:
        return captures[0]
    name = _name(captures)
    if name is None or any(page.id != name for page in captures):
        captures = [_without_ids(page) for page in captures]
    newest = captures[-1]
    facts: dict[str, Any] = {fact: _newest_fact(captures, fact) for fact in _FACTS}
    orders = {page.order for page in captures}
    known = orders - {"manual"}
    collected = Collected(min(known) if len(known) == 1 else "manual", dated)
    for page in captures:
        collected.add(page)
    entries = collected.entries()
    unpinned = (entry for entry in entries if not entry.pinned)
    order = min(orders) if len(orders) == 1 else running(*steps(instants(unpinned))) or "manual"
    earlier = [
        note
        for fact, final in facts.items()
        for note in of_blog(fact, (getattr(page, fact) for page in captures), final)
    ]
    return evolve(
        newest,
        **facts,
        id=name or "",
        entries=entries,
        order=order,
        capture=_capture(captures, [*_of_order(captures, order), *earlier, *collected.notes, *collected.absent()]),
    )


def _oldest_first(pages: list[LiveBlog]) -> tuple[list[LiveBlog], bool]:
    """Return captures by their times, the oldest first, and whether all are known; else as they were given."""
    if not pages:
        raise ModelError("no page to merge", "merge", "give the pages or captures of one blog")
    times = [time for page in pages if page.capture and (time := _retrieved(page.capture))]
    if len(times) < len(pages):
        return pages, False
    by_time = sorted(range(len(pages)), key=lambda index: times[index])
    return [pages[index] for index in by_time], True


def _retrieved(capture: Capture) -> datetime | None:
    """Return when a capture was retrieved; of one that was merged, when the newest of its sources was."""
    times = [source.retrieved for source in capture.sources if source.retrieved]
    return max(times) if times and len(times) == len(capture.sources) else capture.retrieved


def _name(pages: Sequence[LiveBlog]) -> str | None:
    """Return the id that the pages were given, else the one that all derive; None if they derive different ones."""
    given = {page.id for page in pages if page.id and not _is_derived(page)}
    if len(given) > 1:
        raise ModelError(
            f"pages of different blogs: {' and '.join(sorted(given))}",
            "merge",
            "merge pages of one blog, or give all one id",
        )
    derived = {page.id for page in pages}
    return given.pop() if given else derived.pop() if len(derived) == 1 else None


def _is_derived(page: LiveBlog) -> bool:
    return any(note.code == "blog-id-derived" for note in page.notes)


def _without_ids(page: LiveBlog) -> LiveBlog:
    return evolve(page, id="", entries=[evolve(entry, id="") for entry in page.entries])


def _newest_fact(captures: Sequence[LiveBlog], name: str) -> object:
    """Return a fact of the blog from the newest capture that states it."""
    return next((fact for page in reversed(captures) if (fact := getattr(page, name))), getattr(captures[-1], name))


def _capture(captures: Sequence[LiveBlog], notes: Iterable[Note]) -> Capture | None:
    """Return the capture of a merged blog, None where a page was made by hand and has none."""
    sources = [page.capture for page in captures if page.capture]
    if len(sources) < len(captures):
        return None
    named = [one for source in sources for one in _sources(source)]
    digests = "".join(f"{one.sha256}\n" for one in named)
    urls = [source.url for source in sources if source.url]
    kept = [note for source in sources for note in source.notes if note.code not in _OF_ONE]
    return evolve(
        sources[-1],
        url=next((url for url in reversed(urls) if not shows_part(url)), sources[-1].url),
        retrieved=sources[-1].retrieved if len({source.retrieved for source in sources}) == 1 else None,
        sha256=hashlib.sha256(digests.encode()).hexdigest(),
        length=sum(source.length for source in sources),
        importer=_IMPORTER,
        notes=[*map(_named, named), *dict.fromkeys([*kept, *notes])],
        sources=named,
    )


def _of_order(captures: Sequence[LiveBlog], order: Order) -> list[Note]:
    """Return the note of which way a merged blog runs, where that of any capture was found."""
    codes = {note.code for page in captures for note in page.notes}
    if codes.isdisjoint({"order-inferred", "order-unknown"}):
        return []
    if order == "manual":
        mixed = len({page.order for page in captures}) > 1
        why = "not all captures run the same way" if mixed else "no capture tells which way it runs"
        return [Note(code="order-unknown", text=f"{why}: taken as they stand")]
    why = "all captures run" if all(page.order == order for page in captures) else "the times of them all run"
    return [Note(code="order-inferred", text=f"{order}, as {why}")]


def _sources(capture: Capture) -> tuple[CapturedSource, ...]:
    """Return the sources of a capture: of one that was merged, those that it was merged of."""
    own = {field.name: getattr(capture, field.name) for field in fields(CapturedSource)}
    return capture.sources or (CapturedSource(**own),)


def _named(source: CapturedSource) -> Note:
    when = f"retrieved {source.retrieved.isoformat()}" if source.retrieved else None
    parts = (f"sha256 {source.sha256}", when, f"{source.length} bytes", source.media_type, source.url)
    return Note(code="merged-capture", text=", ".join(filter(None, parts)))
