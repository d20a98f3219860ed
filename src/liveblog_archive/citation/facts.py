"""What a citation says, decided once: a style prints these facts and decides nothing.

A fact that the source does not give is None or empty, and each style leaves it out.
"""

import hashlib
import re
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from attrs import evolve, frozen

from ..errors import CitationError
from ..hyperlinks import followable
from ..identity import VersionId, snapshot_id, version_id
from ..model import Agent, Entry, LiveBlog, Moment, local_of
from ..zones import Zone, ahead_of_utc, zone
from .names import Name, name_apart, name_of
from .wording import brief, first_words, isolated, one_line, quoted

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_HOURS = tuple(str(hour % 12 or 12) for hour in range(24))
_SECONDS = re.compile(r"\d:\d\d[:.]\d\d")  # in a time as it was printed
_SIXTIETHS = tuple(f":{number:02d}" for number in range(60))


@frozen(eq=False)
class Source:
    """What the citations of a blog and of its entries share, where they have the same authors.

    `container` is the title of the blog that an entry is part of, `retrieved` the day of the capture. Compared by
    identity (`eq=False`), so that a style can cache on it cheaply.
    """

    blog_id: str
    container: str | None
    authors: tuple[Name, ...]
    publisher: Name | None
    language: str | None
    retrieved: date | None

    @property
    def creators(self) -> tuple[Name, ...]:
        """Who leads the citation: the authors, else the organization that publishes."""
        return self.authors or ((self.publisher,) if self.publisher else ())

    @property
    def imprint(self) -> str | None:
        """The publisher's name, unless it is one of the creators already."""
        return None if self.publisher is None or self.publisher in self.creators else self.publisher.literal


class CitationFacts(NamedTuple):
    """What is cited. Every text is one line, with unprintable characters made visible.

    `id` is the full id, `url` where readers find it, as a link may have it. `title` is the headline; for an
    `untitled` entry its first words, for a blog the blog's title. The authors of `source` are the entry's, else the
    blog's. `clock` is the time of day for people, with its zone where that is known; `circa` says that the day itself
    is approximate. `caveat` is what a reader must know: `deleted`, `time inferred`, `9 of 12 entries captured`.
    `version` is that of the entry, or the snapshot of a blog. `quote` are the words that are cited, of the paragraph,
    or of the headline where there is none.
    """

    kind: Literal["Live blog entry", "Live blog"]
    id: str
    source: Source
    url: str | None
    title: str | None
    untitled: bool
    day: date | None
    circa: bool
    clock: str | None
    caveat: str | None
    paragraph: int | None
    version: VersionId
    quote: str | None = None

    @property
    def shown_title(self) -> str | None:
        """The title, or the first words of an untitled entry in quotation marks."""
        return quoted(self.title) if self.title and self.untitled else self.title

    def apart(self) -> "CitationFacts":
        """Return the facts as a text for people has them: titles are brief, what runs from right to left is isolated.

        Reference managers are given the bare facts, and shorten and isolate, or not, where they print.
        """
        source, title = _source_apart(self.source), isolated(brief(self.title)) if self.title else None
        changed = source is not self.source or title is not self.title  # in most blogs nothing is
        return self._replace(source=source, title=title) if changed else self

    @property
    def genre(self) -> str:
        """Kind, caveat and time of day in one phrase: `Live blog entry, 5:50 p.m. UTC+4`."""
        return ", ".join(filter(None, (self.kind, self.caveat, self.clock)))

    @property
    def stamp(self) -> str:
        """The version as people read it: `Version 1f2e3d4c5a6b`, of a blog `Snapshot 1f2e3d4c5a6b`."""
        return f"{'Version' if self.kind == 'Live blog entry' else 'Snapshot'} {self.version.short}"

    @property
    def locators(self) -> tuple[str, ...]:
        """The full id, by which an archive resolves the citation, and the URL where that is another."""
        return (self.id, self.url) if self.url and self.url != self.id else (self.id,)

    @property
    def key(self) -> str:
        """A key for reference managers, of letters and digits, that no edit changes: from the entry's local id."""
        local = local_of(self.id)
        if not (local.isascii() and local.isalnum()):
            local = hashlib.sha256(self.id.encode()).hexdigest()[:12]
        paragraph = f"p{self.paragraph}" if self.paragraph else ""
        words = f"q{hashlib.sha256(self.quote.encode()).hexdigest()[:6]}" if self.quote else ""
        return f"lb{local}{paragraph}{words}"


@lru_cache(maxsize=64)
def _source_apart(source: Source) -> Source:
    container = isolated(brief(source.container)) if source.container else None
    authors = tuple(map(name_apart, source.authors))
    publisher = name_apart(source.publisher) if source.publisher else None
    if (container, authors, publisher) == (source.container, source.authors, source.publisher):
        return source
    return evolve(source, container=container, authors=authors, publisher=publisher)


class BlogFacts:
    """What all citations of one blog share, computed once; `cite` adds the facts of an entry."""

    def __init__(self, blog: LiveBlog) -> None:
        self._blog = blog
        self._publisher = name_of(blog.publisher) if blog.publisher else None
        retrieved = blog.capture.retrieved if blog.capture else None
        self._source = Source(
            blog_id=one_line(blog.id),
            container=one_line(blog.title) if blog.title else None,
            authors=tuple(map(self._name_of, blog.authors)),
            publisher=self._publisher,
            language=blog.language,
            retrieved=retrieved.date() if retrieved else None,
        )
        self._sourced = cache(self._source_of)  # few people write many entries
        self._url = followable(blog.url)
        self._zone = zone(blog.timezone) if blog.timezone else None

    def cite(
        self,
        entry: Entry | None,
        paragraph: int | None = None,
        version: VersionId | None = None,
        quote: str | None = None,
    ) -> CitationFacts:
        """Return the facts of the blog itself (no entry), of an entry, or of a paragraph of it, counted from 1.

        `quote` are words of the paragraph, or, without one, of the headline.

        `version` saves the work where the caller has the version id (of the blog: snapshot id) already.
        Raises `CitationError` for a paragraph that the entry does not have, and where there is no id to cite.
        """
        if entry is None:
            return self._whole(paragraph, version)
        name = _identifier(entry.id, "entry")
        _check_paragraph(entry, paragraph)
        moment = cited_moment(entry)
        return CitationFacts(
            kind="Live blog entry",
            id=name,
            source=self._sourced(entry.authors) if entry.authors else self._source,
            url=self._locate(name, entry.url),
            title=one_line(entry.headline) if entry.headline else _opening(entry),
            untitled=entry.headline is None,
            day=moment.calendar_day if moment else entry.day,
            circa=moment is not None and moment.precision == "day" and moment.qualifier == "approximate",
            clock=_clock(moment, self._zone) if moment else None,
            caveat=_caveat(entry, moment),
            paragraph=paragraph,
            version=version or version_id(entry),
            quote=one_line(quote) if quote else None,
        )

    def _source_of(self, authors: tuple[Agent, ...]) -> Source:
        return evolve(self._source, authors=tuple(map(self._name_of, authors)))

    def _name_of(self, agent: Agent) -> Name:
        """Return an author's name; one with the name of the publisher is the publisher, whatever the source says."""
        name = name_of(agent)
        return self._publisher if self._publisher and name.literal == self._publisher.literal else name

    def _locate(self, name: str, url: str | None) -> str | None:
        """Return where readers find what is cited: its own address, else an id on the web, else the blog's page.

        An address that nothing may lead to (`hyperlinks`) is none: reference managers open what they are given.
        """
        on_web = name[:8].lower().startswith(("http://", "https://"))
        return followable(url) or (name if on_web else self._url)

    def _whole(self, paragraph: int | None, version: VersionId | None) -> CitationFacts:
        name = _identifier(self._source.blog_id, "blog")
        if paragraph is not None:
            raise CitationError(
                f"paragraph {paragraph} of no entry", name, "paragraphs are counted within an entry: give the entry"
            )
        blog = self._blog
        return CitationFacts(
            kind="Live blog",
            id=name,
            source=evolve(self._source, container=None),
            url=self._locate(name, None),
            title=self._source.container,
            untitled=False,
            day=_first_day(blog),
            circa=False,
            clock=None,
            caveat=f"{len(blog.entries)} of {blog.declared_total} entries captured" if blog.incomplete else None,
            paragraph=None,
            version=version or snapshot_id(blog),
        )


def _identifier(name: str, kind: str) -> str:
    """Return an id on one line; a citation without one could never be resolved."""
    if not name:
        raise CitationError(f"the {kind} has no id to cite", f"{kind} id", "identify the blog first")
    return one_line(name)


def _check_paragraph(entry: Entry, paragraph: int | None) -> None:
    if paragraph is None:
        return
    count = len(entry.body)
    if type(paragraph) is int and 1 <= paragraph <= count:
        return
    has = f"{count} paragraph{'' if count == 1 else 's'}"
    remedy = f"give a number from 1 to {count}" if count else "cite the entry itself"
    raise CitationError(f"no paragraph {paragraph!r}: the entry has {has}", entry.id, remedy)


def _opening(entry: Entry) -> str | None:
    """Return the first words of an entry, used as its title if it has no headline."""
    for block in entry.body:
        if block.text.strip():
            return first_words(block.text)
    return None


def cited_moment(entry: Entry) -> Moment | None:
    """Return when the entry was published: the time that readers saw, else, if they saw no day, that of the data."""
    if entry.time is not None and entry.time.value is not None:
        return entry.time
    stated = entry.published if entry.day is None else None
    return stated if stated is not None and stated.value is not None else None


def _caveat(entry: Entry, moment: Moment | None) -> str | None:
    status = None if entry.status == "published" else entry.status
    if moment is None or moment.qualifier != "inferred":
        return status
    inferred = "date inferred" if moment.precision == "day" else "time inferred"
    return f"{status}, {inferred}" if status else inferred


def _first_day(blog: LiveBlog) -> date | None:
    """Return the day a blog began: as it states, or an entry's that is earlier.

    Where entries are missing, theirs may be the first, so that without a stated day nothing is said.
    """
    stated = blog.coverage_start.calendar_day if blog.coverage_start else None
    if stated is None and blog.incomplete:
        return None
    return min((*blog.days()[:1], *([stated] if stated else [])), default=None)


def _clock(moment: Moment, own: Zone | None) -> str | None:
    """Return the time of day as American styles write it, as precise as it is known; None for a mere day.

    Data writes seconds where it knows none: only where they were printed are zero seconds told. `own` is the blog's
    zone.
    """
    value = moment.value
    if not isinstance(value, datetime):
        return None
    text = _HOURS[value.hour]
    if moment.precision != "hour":
        text += _SIXTIETHS[value.minute]
    if moment.precision == "second" and (value.second or _SECONDS.search(moment.text)):
        text += _SIXTIETHS[value.second]
    about = "ca. " if moment.qualifier == "approximate" else ""
    ahead = _zone_name(value, own if moment.offset_source == "blog" else None)
    return f"{about}{text} {'a.m.' if value.hour < 12 else 'p.m.'}{' ' if ahead else ''}{ahead}"


def _zone_name(value: datetime, own: Zone | None) -> str:
    """Return the abbreviation of `own` in the tz database, else the offset as `UTC+4`; empty where it is unknown.

    Only the blog's own zone has a name, and only where it has the offset: a stated offset is no more than that. What
    the `tzinfo` of the time calls itself is no fact of the source: it does not survive an export.
    """
    offset = value.utcoffset()
    if offset is None:
        return ""
    if value.tzinfo is own:
        name = str(value.tzname())
        return name if name.isalpha() else ahead_of_utc(offset)
    for fold in (value.fold, not value.fold) if own else ():
        local = value.replace(tzinfo=own, fold=fold)
        if local.utcoffset() == offset and (name := str(local.tzname())).isalpha():
            return name
    return ahead_of_utc(offset)
