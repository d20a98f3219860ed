"""Which language a text is written in, and whether its numbers put the day or the month first.

Each is found once, from all the dates of headings and labels together; the runner-up is noted. The text's own words
decide between languages that share the names of their months.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from ...cldr import month_first_in
from ...model import Note
from .days import Day
from .names import LANGUAGES, LETTERS, MARKS, names

# Frequent words, and letters, of languages that name months alike; only where dates leave two of them possible.
# Slovak and Hungarian share November with English, so that their "a" tells nothing.
_FREQUENT = {
    "en": "the and of to in", "nl": "de het een van en", "de": "der die und das nicht", "da": "og at det af til",
    "no": "og å det av til", "sv": "och att det som av", "fr": "le la les et des", "it": "il la che di per",
    "es": "el la los y del", "pt": "o a os e do", "ca": "el la els i del", "gl": "o a os e do",
    "ro": "și la în de pe",
    "id": "yang dan di ini untuk", "ms": "yang dan di ini untuk", "af": "die en van het nie", "sl": "in je na se za",
    "hr": "i u je na se", "bs": "i u je na se", "sr": "и у је на се", "pl": "w i z na się do",
    "cs": "a v se je na že",
    "sk": "v sa je na že ako", "hu": "az és hogy nem egy", "fi": "ja on ei että oli", "et": "ja on ei et oli",
    "lv": "un ir par no ka", "lt": "ir yra kad su į", "tr": "ve bir bu da için", "az": "və bir bu ilə üçün",
    "sq": "dhe të në e për", "vi": "và của là có cho",
}  # fmt: skip
_LETTERS = {
    "bg": "ъьюящй", "mk": "ѓќљњјѕ", "ru": "ыэёъ", "uk": "іїєґ", "be": "ўіыэ", "sr": "ђћљњјџ", "kk": "әғқңөұүһі",
    "es": "ñ", "pt": "ãõ", "sv": "ä", "da": "æø", "no": "æø", "de": "äß", "fa": "پچژگ", "ur": "ٹڈڑے", "uz": "ўқғҳ",
    "ja": "のはをがにでた", "zh": "的了在是们們",
    "pl": "ąęłńśźż", "cs": "ěřů", "sk": "ľĺŕô", "hu": "őű", "ro": "șțăâ", "tr": "ğış", "az": "əğı",
}  # fmt: skip
# What is left of ASCII so are the words that `LETTERS` finds in it, which takes three times as long.
_ASCII_WORDS = str.maketrans({character: " " for character in map(chr, range(128)) if not character.isalpha()})
# The letters of a.m. and U.S. are no words. It begins with the dot, so that all else is passed over at once.
_ABBREVIATED = re.compile(rf"\.(?<=(?<![{MARKS}])\b([^\W\d_])\.)")
_SAMPLE = 400
_WORDS_A_DATE = 2


class Settled(NamedTuple):
    """What was found: the language, the meaning of each date by its text, and notes."""

    language: str | None
    days: Mapping[str, Day]
    notes: list[Note]


def settle(
    readings: Mapping[str, tuple[Day, ...]],
    told: str | None,
    near: date | None,
    lines: Iterable[str],
    timezone: str | None = None,
) -> Settled:
    """Choose one reading of each date: that of the text's language, with day and month in the text's order.

    English is written in both orders: where nothing else tells, that of the place of its time zone counts.
    """
    notes: list[Note] = []
    may_be_english = told is None or told.lower() == "en"
    month_first = _month_first(readings, near, timezone if may_be_english else None, notes)
    spoken = _spoken(readings.values())
    language = _language(spoken, lines, notes) if told is None else None
    return Settled(
        language or (spoken[0].language if spoken else None),
        {text: _chosen(days, language, month_first) for text, days in readings.items()},
        notes,
    )


def _chosen(days: Sequence[Day], language: str | None, month_first: bool | None) -> Day:
    in_order = [day for day in days if month_first is None or day.month_first in (None, month_first)] or days
    return next((day for day in in_order if day.language == language), in_order[0])


# A language that was told and is none of these stands behind them.
_RANK = {language: rank for rank, language in enumerate(LANGUAGES)}


class _Spoken(NamedTuple):
    """A language, how many of the dates can be read in it, and how many of these it orders so."""

    language: str
    dates: int
    usual: int


def _spoken(all_readings: Iterable[Sequence[Day]]) -> list[_Spoken]:
    """Return the languages that the dates can be read in, those that explain most of them first."""
    dates: Counter[str] = Counter()
    usual: Counter[str] = Counter()
    for days in all_readings:
        for language in dict.fromkeys(day.language for day in days if day.language):
            dates[language] += 1
            usual[language] += any(day.usual for day in days if day.language == language)
    found = [_Spoken(language, count, usual[language]) for language, count in dates.items()]
    return sorted(found, key=lambda spoken: (-spoken.dates, _RANK.get(spoken.language, len(_RANK))))


def _language(spoken: Sequence[_Spoken], lines: Iterable[str], notes: list[Note]) -> str | None:
    """Return the language that explains most dates; between equals, the one whose words and letters the text has.

    A date as the language orders it tells as much as two words.
    """
    if not spoken:
        return None
    equal = [one for one in spoken if one.dates == spoken[0].dates]
    told = ""
    if len(equal) > 1:
        counts = _telling([one.language for one in equal], lines)
        equal.sort(key=lambda one: -counts[one.language] - _WORDS_A_DATE * one.usual)
        first, second = equal[:2]
        if counts[first.language] != counts[second.language]:
            told = " and the words of the text"
        elif any(one.usual != first.usual for one in equal):
            told = " and their order"
    best, *others = (one.language for one in (*equal, *spoken[len(equal) :]))
    runner_up = f"; the next best is {others[0]}" if others else ""
    notes.append(
        Note(code="language-inferred", text=f"{best}, from the names of months and weekdays{told}{runner_up}")
    )
    return best


def puts_month_first(rows: Iterable[str], told: str | None) -> bool | None:
    """Tell whether texts put the month before the day in numbers, by the language that is told, or by their words.

    None where that may be English, which is written both ways.
    """
    if told is None:
        first, second = _telling([*_FREQUENT], rows).most_common(2)
        told = first[0] if first[1] > second[1] else "en"
    language = told.partition("-")[0].lower()
    return None if language == "en" else not names(language).day_first


def _telling(languages: Sequence[str], lines: Iterable[str]) -> Counter[str]:
    text = " ".join(islice(lines, _SAMPLE)).casefold()
    words = Counter(text.translate(_ASCII_WORDS).split() if text.isascii() else LETTERS.findall(text))
    abbreviated = Counter(_ABBREVIATED.findall(text))
    words.subtract(abbreviated)
    found: Counter[str] = Counter()
    for language in languages:
        found[language] = sum(words[word] for word in _FREQUENT.get(language, "").split())
        found[language] += sum(text.count(letter) - abbreviated[letter] for letter in _LETTERS.get(language, ""))
    return found


def _month_first(
    readings: Mapping[str, tuple[Day, ...]], near: date | None, timezone: str | None, notes: list[Note]
) -> bool | None:
    """Return whether numbers such as 3/4/2022 put the month first; None where no date depends on it.

    A date that can be read one way only decides; else the order in which the dates lie closer together, or closer
    to the day that is known; else the order of the place of a time zone, or that of the language.
    """
    orders = {text: {day.month_first for day in days} - {None} for text, days in readings.items()}
    unclear = [text for text, order in orders.items() if len(order) > 1]
    if not unclear:
        return None
    certain = Counter(next(iter(order)) for order in orders.values() if len(order) == 1)
    spans = {order: _span(readings, order, near) for order in (True, False)}
    if certain[True] != certain[False]:
        chosen: bool | None = certain[True] > certain[False]
    elif spans[True] != spans[False]:
        chosen = spans[True] < spans[False]
    elif timezone is None or (chosen := month_first_in(timezone)) is None:
        chosen = readings[unclear[0]][0].month_first
    meaning = _chosen(readings[unclear[0]], None, chosen)
    order = "the month stands before the day" if chosen else "the day stands before the month"
    year = f"{meaning.year}-" if meaning.year else ""
    read_as = f"{unclear[0]} is {year}{meaning.month:02}-{meaning.day:02}"
    notes.append(Note(code="date-order-inferred", text=f"{read_as}: {order}"))
    return chosen


def _span(readings: Mapping[str, tuple[Day, ...]], month_first: bool, near: date | None) -> int:
    """Return how many days lie between the first and the last date of the text, read in an order."""
    chosen = [_chosen(days, None, month_first) for days in readings.values()]
    known = [date(day.year, day.month, day.day).toordinal() for day in chosen if day.year and day.month and day.day]
    known += [near.toordinal()] if near else []
    return max(known, default=0) - min(known, default=0)
