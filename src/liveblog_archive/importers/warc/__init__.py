"""Web archives: WARC (ISO 28500), WACZ 1.1 and HAR 1.2. The captures of live blogs among all that was crawled.

Each response that an importer of pages or platform files knows is a capture, with the time, address and digest that
its record states. `captures` gives them blog by blog, `read` one blog that they are merged into.
"""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import IO, NamedTuple
from urllib.parse import urlsplit

from attrs import evolve

from ...errors import ImportFailure, LiveBlogError, amount
from ...identity.minting import derive_blog_id, identify
from ...identity.slugs import page_segments, parameters, shown_at
from ...merging import merge
from ...model import LiveBlog, Note
from .. import stamps
from ..captured import Captured, Captures, capture_of, noted
from ..options import Options
from ..sent import CARRIERS, blog_of
from .found import Found, Page, Redirect, Revisit
from .moves import Move, Shown, lasting
from .records import pages

# Importers that take what others leave: in a crawl, that is every style sheet.
_NOT_PAGES = CARRIERS | {"text"}
# What a query asks a page to show first: the page is that of the blog all the same.
_SHOWN_FIRST = re.compile(r"(?:update|pinned\w*)=.*", re.IGNORECASE | re.DOTALL).fullmatch
# The service of Automattic's Liveblog for one post; behind it stands what a page asks of it, such as times to poll.
_SERVICE = re.compile(r"(/liveblog/v\d+/\d+)/.*")

# A crawler waits for seconds between two pages of a site, or for minutes where it is slow, but not for hours.
_PASS = timedelta(hours=2)


class _Seen(NamedTuple):
    """A capture, and the page that it was read from."""

    blog: LiveBlog
    page: Page


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog in a web archive, all captures of it merged, without ids unless its page moved.

    Raises `ImportFailure` for what is no archive, for one without a live blog, and, naming them, for one of several
    and for one without a blog at the address that is given.
    """
    found, notes, number = _live_blogs(data, options)
    if len(found) > 1:
        raise _several(found, options)
    (seen,) = found
    return _merged(seen, [*notes, *_passed_over(number - len(seen), number)])


def captures(data: bytes, options: Options) -> Captures:
    """Return every capture of every live blog in a web archive, the oldest first, each blog under one id.

    The pages of a blog that were met in one pass are one capture, and have no source of their own;
    one page has, under whatever addresses it was met unchanged. With an id given, several blogs are an error, as in
    `read`; so are archives without any.
    """
    found, notes, number = _live_blogs(data, options)
    if options.id is not None and len(found) > 1:
        raise _several(found, options)
    return Captures([[*_deposits(seen, options)] for seen in found], number - sum(map(len, found)), notes)


def blogs(file: IO[bytes], options: Options) -> tuple[dict[str, LiveBlog], list[Note]]:
    """Return the live blogs in a web archive that is read piece by piece, by address, and notes on the archive.

    All captures of a blog are merged, as in `read`; its address is its last one. Raises `ImportFailure` for what
    is no archive.
    """
    by_address, notes, _ = _by_address(file, options)
    return {address: _merged(by_address[address]) for address in sorted(by_address)}, notes


def _merged(seen: Sequence[_Seen], notes: Sequence[Note] = ()) -> LiveBlog:
    """Return all captures of a blog as one; where its page moved, with the id of its first address."""
    blogs = [one.blog for one in seen]
    blog = merge([*blogs[:-1], noted(blogs[-1], notes)])
    if blog.id or not _has_moved(blogs[0], blogs[-1]):
        return blog
    return evolve(identify(evolve(blog, url=blogs[0].url)), url=blog.url)


def _has_moved(before: LiveBlog, after: LiveBlog) -> bool:
    return _address(before.url) != _address(after.url)


def _deposits(seen: Sequence[_Seen], options: Options) -> Iterator[Captured]:
    """Yield the captures of one blog, pass by pass, under one id.

    A page that came again unchanged is read as it was the first time, whatever a record says of it, but for its time.
    """
    name: str | None = options.id
    known: dict[str, LiveBlog] = {}
    for one in _passes(seen):
        met = _distinct(one)
        blog = merge([capture.blog for capture in met])
        name = name or derive_blog_id(blog).uri
        first = known.setdefault(capture_of(blog).sha256, blog)
        capture = evolve(capture_of(first), retrieved=capture_of(met[-1].blog).retrieved)
        source = met[0].page.payload if len(met) == 1 else None
        yield Captured(evolve(first, id=name, capture=capture), source)


def _distinct(seen: Sequence[_Seen]) -> list[_Seen]:
    """Return captures without those of bytes that one before has."""
    first: dict[bytes, _Seen] = {}
    for one in seen:
        first.setdefault(one.page.payload, one)
    return [*first.values()]


def _passes(seen: Sequence[_Seen]) -> Iterator[list[_Seen]]:
    """Yield the captures of each pass of a crawler over the pages of a blog.

    A page that comes again begins one, but not where a link of the pass led to it under another address, unchanged;
    and so does one that has moved, and one that was met hours after the page before.
    """
    one: list[_Seen] = []
    met: set[str] = set()
    states: dict[str, bytes] = {}
    for capture in seen:
        url, state = capture.page.url, capture.page.payload
        if one and (_is_later(one[-1], capture) or url in met or states.get(shown_at(url), state) != state):
            yield one
            one, met, states = [], set(), {}
        one.append(capture)
        met.add(url)
        states[shown_at(url)] = state
    yield one


def _is_later(before: _Seen, after: _Seen) -> bool:
    """Tell whether a page was met in a later pass; what a service answers, which has only what changed, never was."""
    if _has_moved(before.blog, after.blog):
        return True
    if _SERVICE.search(after.page.url):
        return False
    first, second = (capture_of(one.blog).retrieved for one in (before, after))
    return first is not None and second is not None and second - first > _PASS


def _several(found: Sequence[Sequence[_Seen]], options: Options) -> ImportFailure:
    urls = _urls(found)
    return ImportFailure(f"holds {len(urls)} live blogs: {', '.join(urls)}", options.where, "name one with url=")


def _passed_over(others: int, number: int) -> list[Note]:
    verb = "is" if others == 1 else "are"
    return [Note(code="record-skipped", text=f"{others} of {number} pages {verb} not of this blog")] if others else []


def _live_blogs(data: bytes, options: Options) -> tuple[list[list[_Seen]], list[Note], int]:
    """Return the captures of each live blog, the oldest first, notes on the archive, and how many pages it has.

    With an address given, it is the blog there alone: where its pages say that it is, or where a crawler met it.
    """
    by_address, notes, number = _by_address(io.BytesIO(data), options)
    if not by_address:
        problem = f"; {notes[0].text}" if notes else ""
        pages = amount(number, "page", "pages")
        raise ImportFailure(
            f"no live blog found: looked through {pages} for one that an importer knows{problem}",
            options.where,
            "check that the crawl holds the page itself",
        )
    if options.url is None:
        return [*by_address.values()], notes, number
    wanted = _address(options.url)
    told = [seen for address, seen in by_address.items() if address == wanted or wanted in _visited(seen)]
    if not told:
        raise ImportFailure(
            f"holds no live blog at {options.url}, but {', '.join(_urls(by_address.values()))}",
            options.where,
            "name one of these with url=, or none",
        )
    return told[:1], notes, number


def _visited(seen: Sequence[_Seen]) -> set[str]:
    """Return the addresses that a crawler met a blog at, which need not be those that its pages state."""
    return {_address(one.page.url) for one in seen}


def _urls(found: Iterable[Sequence[_Seen]]) -> list[str]:
    return sorted(seen[0].blog.url or "" for seen in found)


def _by_address(file: IO[bytes], options: Options) -> tuple[dict[str, list[_Seen]], list[Note], int]:
    notes: list[Note] = []
    crawl = _Crawl(options)
    for record in pages(file, options.where, notes):
        crawl.add(record)
    crawl.resolve(notes)
    by_address: dict[str, list[_Seen]] = {}
    for one in sorted(crawl.seen, key=lambda seen: _retrieved(seen.blog)):
        by_address.setdefault(_address(one.blog.url), []).append(one)
    notes += _join(by_address, crawl.moves())
    return by_address, notes, crawl.pages


def _join(by_address: dict[str, list[_Seen]], moves: Iterable[Move]) -> Iterator[Note]:
    """Put the captures of a blog from before its page moved to those after; yield notes on moves that do not hold."""
    shown = {address: Shown(*(_retrieved(seen[end].blog) for end in (0, -1))) for address, seen in by_address.items()}
    held, contradicted = lasting(shown, moves)
    for new in sorted(held, key=lambda address: shown[address].first):
        old, move = held[new]
        first, *others = by_address[new]
        told = first._replace(blog=noted(first.blog, [Note(code="page-moved", text=move.text)]))
        by_address[new] = [*by_address.pop(old), told, *others]
    for move in contradicted:
        yield Note(code="page-moved", text=f"{move.text}; other pages contradict it, and it is read as several blogs")


class _Crawl:
    """The live blogs among the pages of a crawl; `pages` counts all."""

    def __init__(self, options: Options) -> None:
        self.seen: list[_Seen] = []
        self.pages = 0
        self._options = options
        self._revisits: list[Revisit] = []
        self._redirects: list[Redirect] = []
        self._known: dict[str, _Seen | None] = {}
        self._dates: dict[str, dict[str, _Seen | None]] = {}  # by address and date

    def add(self, record: Found) -> None:
        """Read a page; all else waits until all pages are known, for an archive need not be in order."""
        if isinstance(record, Revisit):
            self._revisits.append(record)
            return
        if isinstance(record, Redirect):
            self._redirects.append(record)
            return
        self.pages += 1
        blog = _blog(record, self._options)
        seen = _Seen(_dated(blog, record), record) if blog is not None else None
        for name in filter(None, record.names):
            self._known.setdefault(name, seen)
        self._dates.setdefault(record.url, {})[record.date] = seen
        self.seen += [seen] if seen else []

    def resolve(self, notes: list[Note]) -> None:
        """Read the revisits of live blogs; one of a live blog's page that is not in the archive is noted."""
        addresses = {_address(one.page.url) for one in self.seen}
        for revisit in self._revisits:
            names = [name for name in revisit.names if name in self._known]
            first = self._known[names[0]] if names else self._before(revisit) if revisit.unchanged else None
            if first:
                page = Page(revisit.url, revisit.date, first.page.payload, revisit.digest)
                self.pages += 1
                self.seen.append(_Seen(_dated(first.blog, page), page))
            elif not names and _address(revisit.url) in addresses:
                text = (
                    f"{revisit.url} at {revisit.date}: the revisit refers to a record that this archive does not have"
                )
                notes.append(Note(code="record-skipped", text=text))

    def moves(self) -> Iterator[Move]:
        """Yield what servers and pages state of addresses that pages no longer have."""
        for url, date, target, status in self._redirects:
            text = f"{url} moved to {target}, as its server answered at {date} ({status})"
            yield Move(_address(url), _address(target), _iso(stamps.instant(date)), text)
        for blog, page in self.seen:
            if _address(page.url) != _address(blog.url):
                text = f"{page.url} moved to {blog.url}, as the page says that was met there at {page.date}"
                yield Move(_address(page.url), _address(blog.url), _retrieved(blog), text)

    def _before(self, revisit: Revisit) -> _Seen | None:
        """Return the latest page that its address showed before a revisit, None where that is no live blog's."""
        earlier = [date for date in self._dates.get(revisit.url, {}) if date <= revisit.date]
        return self._dates[revisit.url][max(earlier)] if earlier else None


def _blog(page: Page, options: Options) -> LiveBlog | None:
    """Return the live blog on a page, or None: most pages of a crawl are something else."""
    told, notes = evolve(options, url=None, where=page.url), list[Note]()
    if page.cut:
        text = f"{page.url} at {page.date}: {page.cut}; its last entry may be torn, and others missing"
        notes.append(Note(code="page-truncated", text=text))
    try:
        blog = blog_of(page.payload, told, url=page.url, charset=page.charset, without=_NOT_PAGES)
    except LiveBlogError:
        return None
    return noted(blog, notes)


def _dated(blog: LiveBlog, page: Page) -> LiveBlog:
    """Return a blog whose capture says when and where a crawler met it, and the digest that its record states."""
    capture = capture_of(blog)
    notes = [note for note in capture.notes if note.code != "payload-digest"]
    if page.digest:
        notes.append(Note(code="payload-digest", text=f"{page.digest}, as the record of {page.url} states"))
    return evolve(
        blog, capture=evolve(capture, retrieved=stamps.instant(page.date), url=page.url or None, notes=notes)
    )


def _retrieved(blog: LiveBlog) -> str:
    return _iso(capture_of(blog).retrieved)


def _iso(when: datetime | None) -> str:
    return when.isoformat() if when else ""


def _address(url: str | None) -> str:
    """Return what the pages of one blog have in common: host, path, and what its query asks for.

    Page numbers, forms such as `/amp` and `/print`, suffixes, entries to show first, anchors, where a reader came
    from, and what is asked of the service of a blog are not of it, as they are not of a blog's id.
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return url or ""
    asked = sorted(part for part in parameters(parts.query) if not _SHOWN_FIRST(part))
    query = f"?{'&'.join(asked)}" if asked else ""
    path = "/".join(["", *page_segments(_SERVICE.sub(r"\1", parts.path))])
    return f"{(parts.hostname or '').removeprefix('www.')}{path}{query}"
