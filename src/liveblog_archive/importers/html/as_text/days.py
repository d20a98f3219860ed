"""The day of times that name none: from what a page states of when it began and when it was last changed.

The newest entry is not younger than the last change, and the oldest is not much older than the beginning; where both
are stated, the one that is nearer to an entry counts. The address of a page is asked last.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice, takewhile

from attrs import frozen
from lxml import etree

from ....model import Moment
from ....model.order import Order
from ....zones import Zone
from ...markup.classes import ClassPattern
from ...markup.tree import line_inside, text_inside, words_inside
from ...text.shape import ends_like_a_sentence
from ...vocabulary import PUBLISHING, UPDATING
from ..labels.printed import PrintedReader, says_updated
from ..page import Page, is_of_article
from ..update import Posting

_DAY = timedelta(days=1)
_SLACK = timedelta(minutes=15)  # between the last entry and the last change, by clocks that differ
_EARLY = timedelta(hours=12)  # more before the beginning is after the next midnight
_SHOWN = 80
_BELOW = 20  # elements
_IN_AN_ADDRESS = re.compile(
    r"(?<!\d)(?P<y>20\d\d)(?P<s>[/_-]?)(?:(?P<m>0[1-9]|1[0-2]|(?<=/)[1-9](?=/))|(?P<name>[a-z]{3}))(?P=s)"
    r"(?P<d>[0-2]\d|3[01]|(?<=/)[1-9])(?:\d{4}(?:\d\d)?)?(?!\d)"
)
_DATELINE = ClassPattern.of_words(
    r"date\w*|publi\w*|timestamp|time|pubdate|updated|byline|meta|stand|datum|fecha|data"
)
SAID = re.compile(rf"(?:zuletzt |last |first |erst)?(?:{UPDATING}|{PUBLISHING}|stand\b)", re.IGNORECASE)
# `Page last updated at 9:05 on 3 March 2026`: what was, in a word or three before it.
_IMPRINT = re.compile(rf"(?:[^\W\d]+\s){{0,3}}?{SAID.pattern}", re.IGNORECASE)
OF_ITSELF = re.compile(r"\b(?:live|news)[\s-]?blog|\b(?:live[\s-]?)?ticker", re.IGNORECASE)
COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:\d{4}\s?[–-]\s?)?(20\d\d)", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@frozen
class Told:
    """When something happened by a page, which may be a day alone, and where the page says so."""

    when: date
    where: str

    def local(self, zone: Zone) -> date:
        """Return it on the clock of a zone; without an offset it is there already."""
        if isinstance(self.when, datetime) and self.when.tzinfo is not None:
            return self.when.astimezone(zone).replace(tzinfo=None)
        return self.when


@frozen
class Stated:
    """What a page states of when it began (`first`) and was last changed (`last`)."""

    first: Told | None
    last: Told | None

    @property
    def any_day(self) -> date | None:
        """Either of the days; None where nothing is stated."""
        told = self.first or self.last
        return _day(told.when) if told else None


class PageDays:
    """Finds what one page states, the most trustworthy first; `url` is the address that the caller gave for it."""

    def __init__(self, page: Page, posting: Posting, url: str | None) -> None:
        self._page = page
        self._posting = posting
        self._url = url

    def moments(self) -> Iterator[Moment]:
        """Yield the times that data, head and `time` elements of the page state."""
        known = (self._last(), self._first(), self._page.dated, next(self._page.instants, None))
        return (moment for moment in known if moment is not None)

    def _last(self) -> Moment | None:
        return self._posting.modified or self._page.modified or self._posting.coverage_end

    def _first(self) -> Moment | None:
        return self._posting.published or self._page.published or self._posting.coverage_start

    def stated(self, above: Sequence[str], times: PrintedReader) -> Stated:
        """Return what the page states; `above` are the lines above its entries, which may say it in words."""
        first, last = (
            _told(self._first(), "the page's time of publication"),
            _told(self._last(), "its time of change"),
        )
        if first or last:
            return Stated(first, last)
        dated = _told(self._page.dated, "the page's own date")
        if either := dated or _told(next(self._page.instants, None), "the first time that the page states"):
            return Stated(either, either)
        title = filter(None, (self._page.title, self._page.window))
        for lines in (
            filter(_may_date, above),
            self._datelines(),
            self._imprints(),
            self._days_below_title(times),
            title,
        ):
            if found := _in_words(lines, times):
                return found
        if address := _in_address(self._page.url) or _in_address(self._url):
            return Stated(address, None)
        read_on = _in_words(map(line_inside, self._page.days_of_reading), times)
        return Stated(None, read_on.first) if read_on else Stated(self._in_sentences(above, times), None)

    def month(self, above: Sequence[str], times: PrintedReader) -> Told | None:
        """Return the first day of the month that the lines above the entries, or the title, name with its year."""
        lines = filter(None, (*above, self._page.title, self._page.window))
        return next(
            (Told(first, f"the words {line[:_SHOWN]!r}") for line in lines for first in times.months(line)), None
        )

    def _datelines(self) -> Iterator[str]:
        """Yield the texts of the page that its classes call a date."""
        for part in self._page.root.iterfind("body//*[@class]"):
            if _DATELINE.fits(part) and not self._page.is_of_others(part):
                yield line_inside(part)

    def _imprints(self) -> Iterator[str]:
        """Yield the texts below that say when something was published or changed, but for those of other pages."""
        for part in self._page.elements:
            said = _opening(part)
            is_imprint = SAID.match(said) or (_IMPRINT.match(said) and not ends_like_a_sentence(said))
            if is_imprint and all(one.tag == "footer" or is_of_article(one) for one in self._page.around(part)):
                yield said

    def _days_below_title(self, times: PrintedReader) -> Iterator[str]:
        """Yield the days that stand alone in an element below the title, such as between author and controls."""
        if (title := next(self._page.root.iter("h1"), None)) is not None:
            for part in islice(_following(title), _BELOW):
                said = (part.text or "").strip()
                if not len(part) and times.is_day(said) and not self._page.is_outside(part):
                    yield said

    def _in_sentences(self, above: Sequence[str], times: PrintedReader) -> Told | None:
        """Return the latest date that sentences above the entries have beside its weekday, as news of the day does.

        One that is years before that of the copyright is what the news goes back to.
        """
        said = [
            Told(when, f"the words {line[:_SHOWN]!r}")
            for line in (*above, *self._lead())
            for when in times.said_on_weekdays(line)
        ]
        latest = max(said, key=lambda told: _day(told.when), default=None)
        if latest is None:
            return None
        years = (int(year) for year in COPYRIGHT.findall(words_inside(self._page.root)))
        return latest if latest.when.year + 1 >= max(years, default=0) else None

    def _lead(self) -> Iterator[str]:
        """Yield the paragraphs between the title and the first time that is printed."""
        if (title := next(self._page.root.iter("h1"), None)) is not None:
            times = {*self._page.printing}
            for part in takewhile(lambda one: one not in times, islice(_following(title), _BELOW)):
                if (part.tag == "p" or (part.text or "").strip()) and not self._page.is_outside(part):
                    yield line_inside(part)


def _opening(part: etree._Element) -> str:
    """Return the text that an element begins with, behind an icon or not."""
    said = (part.text or "").strip()
    return said or ("" if not len(part) or text_inside(part[0]) else (part[0].tail or "").strip())


def _following(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements that begin behind the end of one, in reading order."""
    for above in (element, *element.iterancestors()):
        for after in above.itersiblings(etree.Element):
            yield from after.iter(etree.Element)


def _may_date(line: str) -> bool:
    """Tell whether a line above the entries may say of which day they are: any but a sentence of the news.

    `Updated 3 March 2026.` and `Our live blog of 3 March 2026.` are none of these; others have dates of all years.
    """
    return not ends_like_a_sentence(line) or SAID.match(line) is not None or OF_ITSELF.search(line) is not None


def _in_words(lines: Iterable[str], times: PrintedReader) -> Stated | None:
    """Return what lines say of when the page began and was last changed; None where they say nothing.

    A time of day may be of either, where the line has no word for that.
    """
    first: Told | None = None
    last: Told | None = None
    for line in lines:
        for before, when in times.said(line):
            said = Told(when, f"the words {line[:_SHOWN]!r}")
            may_be_either = isinstance(when, datetime) and not before and not says_updated(line)
            if says_updated(before) or may_be_either:
                last = last or said
            if not says_updated(before):
                first = first or said
    return Stated(first, last) if first or last else None


def _told(moment: Moment | None, where: str) -> Told | None:
    return Told(moment.value, where) if moment and moment.value else None


def _in_address(url: str | None) -> Told | None:
    """Return the day that stands in the address of a page, as in `/2026/03/04/`, `/2026/mar/04/` and `-20260304-`.

    What stands before another address in it is the address of a copy, and says when that was made.
    """
    for match in _IN_AN_ADDRESS.finditer((url or "").rpartition("://")[2]):
        month = match["m"] or (match["name"] in _MONTHS and _MONTHS.index(match["name"]) + 1)
        try:
            return Told(date(int(match["y"]), int(month), int(match["d"])), f"the address {url}")
        except ValueError:
            continue
    return None


def shift(stated: Stated, zone: Zone, walls: Sequence[datetime], order: Order) -> tuple[int, str]:
    """Return by how many days entries at `walls` have to be moved to be of the stated days, and where that is said.

    `walls` are their times on the clock of the zone, as of any first day. Something must be stated.
    """
    found = []
    if stated.last is not None:
        found.append((*_shift_to_last(stated.last.local(zone), max(walls)), stated.last.where))
    if stated.first is not None:
        found.append((*_shift_to_first(stated.first.local(zone), min(walls)), stated.first.where))
    if order == "oldest-first":
        found.reverse()
    days, _, where = min(found, key=lambda one: one[1])
    return days, where


def _shift_to_last(last: date, newest: datetime) -> tuple[int, timedelta]:
    """Return the days to move the newest entry to its day, and how far from the last change it then is."""
    if not isinstance(last, datetime):
        return (last - newest.date()).days, _EARLY
    days = (last + _SLACK - newest) // _DAY
    return days, abs(last - newest - days * _DAY)


def _shift_to_first(first: date, oldest: datetime) -> tuple[int, timedelta]:
    """Return the days to move the oldest entry to the day of the beginning, or, after a night, to the next."""
    days = (_day(first) - oldest.date()).days
    if not isinstance(first, datetime):
        return days, _EARLY
    early = first - oldest - days * _DAY
    return (days, abs(early)) if early <= _EARLY else (days + 1, _DAY - early)


def _day(when: date) -> date:
    return when.date() if isinstance(when, datetime) else when
