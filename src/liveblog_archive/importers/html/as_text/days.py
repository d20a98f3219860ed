"""The day of times that name none: from what a page states of when it began and when it was last changed.

What they mean for its entries is told in `text.stated`. The address of a page is asked last.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice, takewhile

from lxml import etree

from ....model import Moment
from ...markup.classes import ClassPattern
from ...markup.tree import line_inside, text_inside, words_inside
from ...text.said_dates import says_updated
from ...text.shape import ends_like_a_sentence
from ...text.stated import Stated, Told, in_address
from ...vocabulary import PUBLISHING, UPDATING
from ..labels.printed import PrintedReader
from ..page import Page, is_of_article
from ..update import Posting

_SHOWN = 80
_APART = "|·•–—-"
_BELOW = 20  # elements
_DATELINE = ClassPattern.of_words(
    r"date\w*|publi\w*|timestamp|time|pubdate|updated|byline|meta|stand|datum|fecha|data"
)
SAID = re.compile(rf"(?:zuletzt |last |first |erst)?(?:{UPDATING}|{PUBLISHING}|stand\b)", re.IGNORECASE)
# `Page last updated at 9:05 on 3 March 2026`: what was, in a word or three before it.
_IMPRINT = re.compile(rf"(?:[^\W\d]+\s){{0,3}}?{SAID.pattern}", re.IGNORECASE)
OF_ITSELF = re.compile(r"\b(?:live|news)[\s-]?blog|\b(?:live[\s-]?)?ticker", re.IGNORECASE)
COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:\d{4}\s?[–-]\s?)?(20\d\d)", re.IGNORECASE)


class PageDays:
    """Finds what one page states, the most trustworthy first; `url` is the address that the caller gave for it."""

    def __init__(self, page: Page, posting: Posting, url: str | None) -> None:
        self.language = page.language
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
        if address := in_address(self._page.url) or in_address(self._url):
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
            is_imprint = _IMPRINT.match(said) and (SAID.match(said) or not ends_like_a_sentence(said))
            if is_imprint and all(one.tag == "footer" or is_of_article(one) for one in self._page.around(part)):
                yield said

    def _days_below_title(self, times: PrintedReader) -> Iterator[str]:
        """Yield the days that stand alone in an element below the title, such as between author and controls."""
        for part in self._below_title():
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
        latest = max(said, key=lambda told: told.day, default=None)
        if latest is None:
            return None
        years = (int(year) for year in COPYRIGHT.findall(words_inside(self._page.root)))
        return latest if latest.when.year + 1 >= max(years, default=0) else None

    def _lead(self) -> Iterator[str]:
        """Yield the paragraphs between the title and the first time that is printed."""
        times = {*self._page.printing}
        for part in takewhile(lambda one: one not in times, self._below_title()):
            if (part.tag == "p" or (part.text or "").strip()) and not self._page.is_outside(part):
                yield line_inside(part)

    def _below_title(self) -> Iterator[etree._Element]:
        """Yield the first elements that begin behind the end of the title, in reading order."""
        title = [*islice(self._page.root.iter("h1"), 1)]
        around = (above for one in title for above in (one, *one.iterancestors()))
        after = (part for above in around for part in above.itersiblings(etree.Element))
        return islice((one for part in after for one in part.iter(etree.Element)), _BELOW)


def _opening(part: etree._Element) -> str:
    """Return the text that an element begins with, behind an icon or not."""
    said = (part.text or "").strip()
    return said or ("" if not len(part) or text_inside(part[0]) else (part[0].tail or "").strip())


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
        for said in times.said(line):
            told = Told(said.when, f"the words {line[:_SHOWN]!r}")
            may_be_either = (
                isinstance(said.when, datetime) and not said.before.strip(_APART) and not says_updated(line)
            )
            if says_updated(said.before) or may_be_either:
                last = last or told
            if not says_updated(said.before):
                first = first or told
    return Stated(first, last) if first or last else None


def _told(moment: Moment | None, where: str) -> Told | None:
    return Told(moment.value, where) if moment and moment.value else None
