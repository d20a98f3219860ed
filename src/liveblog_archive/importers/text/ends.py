"""Where entries end, whatever what is below the last of them reads like.

Before labels are chosen, a heading may be found that ends all entries: what is below it has times of its own. Then
the habits of the entries before the last one tell where that ends.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import chain, pairwise

from attrs import define

from ..agencies import has_agency
from ..page_words import leads_elsewhere, says_advert, says_comments, says_summary
from .closing import are_apart, begins, between
from .credits import may_be_change
from .drafts import Draft
from .rows import Row, has_sentence
from .shape import announces, ends_like_a_sentence, has_digit, is_headline_like, is_question, is_stub
from .source import Line

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_LONGEST_HEADING = 40  # characters
_FEWEST_TIMES = 2  # above it
_AROUND = " :.|–—-•*[]()"  # times
_USUAL = 2 / 3
_NEARLY_ALL = 0.8
_FEWEST = 3  # paragraphs that follow on others of their entry
_LOWEST = 6  # heading of Markdown
_MARKDOWN = re.compile(rf"(#{{1,{_LOWEST}}})\s")
# `(dpa)`, `(rim/sda)`: who wrote all that stands above.
_SIGNED = re.compile(r"\((?P<names>[^\W\d_]{2,9}(?:/[^\W\d_]{2,9})*)\)$")
# `ada_b 5 March, 20:01`: who commented, and when.
_SIGNED_THEN = re.compile(r"^\S.*\d.*\s\d\d?[:.]\d\d(?:\s?[ap]\.?m\.?)?$", re.IGNORECASE)
# `Signed ............`, `-- end of sheet 1 --`, `--` above who sent a message (RFC 3676, section 4.3).
_OF_A_SHEET = re.compile(r"(?:^|\s)(?:\.{6,}|_{6,}|…{3,})|^(?P<frame>[–—*=~#-]{2,})\s.+\s(?P=frame)$|^(?:>\s?)*--$")


def end_of_entries(rows: Sequence[Row]) -> int:
    """Return the place of the line that ends all entries, above comments of readers or a list of all that happened.

    It is the number of rows where there is none.
    """
    short = (at for at, row in enumerate(rows) if len(row.text) <= _LONGEST_HEADING and row.plain and not row.running)
    headings = (at for at in short if says_comments(rows[at].text) or says_summary(rows[at].text))
    return next((at for at in headings if _ends_all(rows[at], rows[:at], rows[at + 1 :])), len(rows))


def _ends_all(heading: Row, above: Sequence[Row], below: Sequence[Row]) -> bool:
    """Tell whether a heading is behind text, and below it no time is set off as most above it, nor begins a day.

    A list tells times again; comments without times at their beginning are counted, set apart, or signed with one.
    """
    kinds, others = _kinds(above), _kinds(below)
    if kinds.total() < _FEWEST_TIMES or above[-1].alone or not _has_said(above):
        return False
    usual, count = kinds.most_common(1)[0]
    if others[usual] or 2 * count <= kinds.total() or (_has_day(above) and _has_day(below)):
        return False
    if says_comments(heading.text):
        is_signed = any(_SIGNED_THEN.search(row.text) for row in below[:1])
        return bool(others) or is_signed or has_digit(heading.text) or heading.number > above[-1].number + 1
    return _tells_again(above, below)


def _kinds(rows: Sequence[Row]) -> Counter[tuple[bool, bool, bool]]:
    """Return how times are set off: alone in their lines, behind a word, with a date, and how many are so."""
    return Counter((row.alone, row.label.said, row.label.dated) for row in rows if row.label is not None)


def _has_day(rows: Sequence[Row]) -> bool:
    return any(row.day is not None for row in rows)


def _has_said(rows: Sequence[Row]) -> bool:
    """Tell whether some sentence stands below, or beside, the last time."""
    last = next(place for place in range(len(rows) - 1, -1, -1) if rows[place].label is not None)
    return has_sentence(rows[last:])


def _tells_again(above: Sequence[Row], below: Sequence[Row]) -> bool:
    """Tell whether there are times below, and most of them stand above as well, as labels or in the text."""
    told = {row.label.minutes for row in above if row.label is not None}
    text = "\n".join(row.text for row in above)
    labels = [row.label for row in below if row.label is not None]
    again = [label.minutes in told or label.text.strip(_AROUND) in text for label in labels]
    return 2 * sum(again) > len(again)


@define
class LastEntry:
    """The `rows` from the beginning of the last entry on, of which it has the first `own` in any case.

    `earlier` are the entries before it, `printed` the lines that the page printed between entries.
    """

    rows: Sequence[Row]
    own: int
    earlier: Sequence[Draft]
    printed: Sequence[Line]

    def end(self) -> int:
        """Return the place of the first row that is not of the entry, or the number of rows if all are."""
        below = (
            self._below_foot(),
            self._below_blank(),
            self._below_heading(),
            self._below_signature(),
            self._below_rule(),
            self._below_time(),
            self._to_be_signed(),
            self._of_change(),
        )
        return min(next(iter(places), len(self.rows)) for places in below)

    def _below_foot(self) -> Sequence[int]:
        """Return the places below a line of the page such as most entries end above, but for a time of change.

        An entry that goes on below such a line, as one that is set apart by rules may, shows that the last one may,
        too. What stands between two that say the same is an entry without a time. Labels of advertisements end none.
        """
        lines, rows = self._feet, self.rows
        own_feet = lines[bisect_right([number for number, _ in lines], rows[self.own - 1].number) :]
        last = max((number for number, text in own_feet if text == own_feet[0][1]), default=rows[-1].number)
        below = [(at, rows[at]) for at in range(self.own, len(rows)) if rows[at].number > last]
        return [at for at, row in below if not row.running or leads_elsewhere(row.text)]

    def below_earlier_feet(self) -> list[Row]:
        """Take what stands below the foot of an entry and above the next from the earlier entries, and return it.

        Rules may stand within an entry: lines with words are meant. Sentences above one are of the entry.
        """
        feet = [number for number, text in self._feet if _has_words(text)]
        found = []
        for draft, begin in zip(self.earlier, self._begins, strict=True) if feet else ():
            said = _said(draft)
            last = max((number for number in said if between(number, begin, feet)), default=said[0])
            while len(draft.body) > 1 and draft.rows[-1].plain and not draft.rows[-1].running:
                if not between(last, draft.rows[-1].number, feet):
                    break
                draft.body.pop()
                found.append(draft.rows.pop())
        return found

    @cached_property
    def _feet(self) -> Sequence[Line]:
        """The lines of the page that entries end above, where most of them do and none goes on below such a line.

        Nor do some that seem to, where nearly all have such a line with words, and few have anything below its last.
        """
        lines = [line for line in self.printed if not says_advert(line[1])]
        feet = [number for number, _ in lines]
        earlier = self.earlier
        if len(earlier) < 2 or len(feet) < 2:
            return ()
        if self._end_above(worded := [line for line in lines if _has_words(line[1])]):
            return worded
        if any(_goes_on_below(draft, feet) for draft in earlier):
            return ()
        ends = [next((row.number for row in reversed(one.rows) if not row.running), one.first) for one in earlier]
        ended = sum(between(end, begin, feet) > 0 for end, begin in zip(ends, self._begins, strict=True))
        return lines if ended >= _USUAL * len(ends) else ()

    def _end_above(self, worded: Sequence[Line]) -> bool:
        """Tell whether nearly all entries have text above one of these lines, and most nothing below all.

        The others have a box there: it does not end with a sentence.
        """
        feet = [number for number, _ in worded]
        count = len(self.earlier)
        pairs = zip(self.earlier, self._begins, strict=True)
        ended = [(draft.rows[-1], begin) for draft, begin in pairs if between(_said(draft)[0], begin, feet)]
        below = [last.text for last, begin in ended if not between(last.number, begin, feet)]
        are_boxes = 2 * len(below) <= count and all(is_question(text) or not _is_said(text) for text in below)
        return are_boxes and count >= _FEWEST and len(ended) >= _NEARLY_ALL * count

    @cached_property
    def _begins(self) -> list[int]:
        """The numbers of the lines that the entries behind the first begin with, and the last one."""
        return [*(draft.first for draft in self.earlier[1:]), self.rows[0].number]

    def _below_blank(self) -> Sequence[int]:
        """Return the places below blank lines, where none stand between the paragraphs of one entry.

        With what reads like a paragraph, or like an item of a list, the entry goes on, unless no blank lines stand
        between entries either.
        """
        rows = self.rows
        below = (at for at in range(self.own, len(rows)) if not announces(rows[at - 1].text))
        apart = [at for at in below if are_apart(rows[at - 1], rows[at], self._numbers)]
        if not apart or self._is_dense():
            return () if any(self._is_headed(at) for at in apart) else apart
        bare = [is_stub(row.text, 0) or announces(row.text) for row in rows]
        end = next((at + 1 for at in range(len(rows) - 1, self.own - 1, -1) if not bare[at]), self.own)
        found = [at for at in apart if at >= end]
        texts = [draft.rows[-len(draft.body) - 1 :] for draft in self.earlier]
        pairs = [pair for text in texts for pair in pairwise(text)]
        return () if len(pairs) < _FEWEST or any(are_apart(*pair, self._numbers) for pair in pairs) else found

    def _below_heading(self) -> Sequence[int]:
        """Return the places of headings that stand higher than those of all entries."""
        highest = min((_level(draft.rows[0].text) for draft in self.earlier), default=_LOWEST + 1)
        return [at for at in range(self.own, len(self.rows)) if 0 < _level(self.rows[at].text) < highest]

    def _below_signature(self) -> Sequence[int]:
        """Return the places below the signature of a news agency and a blank line, where no entry goes on so."""
        rows = self.rows
        signed = [
            at for at in range(self.own, len(rows)) if _SIGNED.match(rows[at - 1].text) and _is_signed(rows[at - 1])
        ]
        found = [at for at in signed if are_apart(rows[at - 1], rows[at], self._numbers)]
        goes_on = found and any(_is_signed(row) for draft in self.earlier for row in draft.rows[:-1])
        return () if goes_on else found

    def _below_rule(self) -> Sequence[int]:
        """Return the places below the only rule that stands below the first time."""
        rules = [number for number, text in self.printed if not any(map(str.isalnum, text))]
        above = between(self.earlier[0].first, self.rows[self.own - 1].number, rules) if self.earlier else 1
        own = [number for number in rules if number > self.rows[self.own - 1].number]
        if above or len(own) != 1:
            return ()
        return [at for at in range(self.own, len(self.rows)) if self.rows[at].number > own[0]]

    def _below_time(self) -> Sequence[int]:
        """Return the places below a time that closes the last entry, as in all others, unless another begins."""
        if (
            self.own < 2
            or not all(draft.rows[-1].alone for draft in self.earlier)
            or not self.rows[self.own - 1].alone
        ):
            return ()
        below = begins(self.rows[self.own :])
        usual = {begins(draft.rows[:-1]) for draft in self.earlier}
        goes_on = any(beginning and below[: len(beginning)] == beginning for beginning in usual)
        return () if goes_on else range(self.own, len(self.rows))

    def _to_be_signed(self) -> Sequence[int]:
        """Return the places of dots to be written on, lines in dashes, and two dashes, where no entry has such."""
        found = [at for at in range(self.own, len(self.rows)) if _OF_A_SHEET.search(self.rows[at].text)]
        is_usual = found and any(_OF_A_SHEET.search(row.text) for draft in self.earlier for row in draft.rows)
        return () if is_usual else found

    def _of_change(self) -> Sequence[int]:
        """Return the place of a last line behind a blank one that says when the page was changed, with the year.

        It is of the entry where others have such a line.
        """
        above, last = self.rows[-2:] if len(self.rows) > self.own else (None, None)
        if above is None or last is None or not (may_be_change(last.text) and _YEAR.search(last.text)):
            return ()
        is_usual = any(may_be_change(row.text) for draft in self.earlier for row in draft.rows)
        return () if is_usual or not are_apart(above, last, self._numbers) else (len(self.rows) - 1,)

    def _is_dense(self) -> bool:
        """Tell whether times begin lines of text, and no blank lines stand between, nor in, several entries."""
        if len(self.earlier) < _FEWEST or any(row.alone for row in self.rows[: self.own]):
            return False
        same_day = ((one, other) for one, other in pairwise(self.earlier) if one.heading == other.heading)
        between = ((one.rows[-1], other.rows[0]) for one, other in same_day)
        within = (pair for draft in self.earlier for pair in pairwise(draft.rows))
        return not any(are_apart(*pair, self._numbers) for pair in chain(between, within))

    def _is_headed(self, at: int) -> bool:
        """Tell whether a row is a headline above a sentence, as those of an entry without a time are."""
        return is_headline_like(self.rows[at].text) and has_sentence(self.rows[at + 1 : at + 2])

    @cached_property
    def _numbers(self) -> list[int]:
        return [number for number, _ in self.printed]


def _goes_on_below(draft: Draft, feet: Sequence[int]) -> bool:
    """Tell whether an entry has text above a line of the page, and a sentence below it."""
    first, *said = _said(draft)
    return bool(said) and between(first, said[-1], feet) > 0


def _said(draft: Draft) -> list[int]:
    """Return the numbers of the line that the text of an entry begins with, and of the sentences below it."""
    text = draft.rows[-len(draft.body) :] if draft.body else draft.rows[-1:]
    return [text[0].number, *(row.number for row in text[1:] if not row.running and _is_said(row.text))]


def _is_said(text: str) -> bool:
    """Tell whether a text is a sentence, and no word of a page that waits: `Loading...`."""
    return ends_like_a_sentence(text) and (" " in text or not text.endswith(("...", "…")))


def _has_words(text: str) -> bool:
    return any(map(str.isalpha, text))


def _level(text: str) -> int:
    mark = _MARKDOWN.match(text)
    return len(mark[1]) if mark else 0


def _is_signed(row: Row) -> bool:
    """Tell whether a line ends with the signature of news agencies."""
    signed = _SIGNED.search(row.text)
    return signed is not None and has_agency(signed["names"].split("/"))
