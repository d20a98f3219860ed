"""Furniture: everything that is said in one language."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from attrs import field, frozen

from ...errors import ExportError
from ...model import LiveBlog
from ...zones import ahead_of_utc
from .catalogue import LANGUAGES, Message, catalogue
from .conventions import Conventions, conventions

_END = "\0"  # stands behind an item of a list
# Terms that are said elsewhere, too.
_KNOWN_TERMS = {name: name for name in ("image", "video", "audio", "document", "deleted", "draft", "comment")}
_KNOWN_TERMS |= {name: f"qualifier-{name}" for name in ("approximate", "inferred")}
_UNITS = (("days", 86400), ("hours", 3600), ("minutes", 60))


def _known(language: str) -> str:
    primary = language.lower().replace("_", "-").partition("-")[0]
    if primary not in LANGUAGES:
        raise ExportError(f"no labels in the language {language!r}", "language", f"use one of {', '.join(LANGUAGES)}")
    return primary


@frozen
class Furniture:
    """The words of one language: `Furniture("fr").say("entries", n=3)`.

    `language` is a BCP 47 tag whose primary subtag has a catalogue; raises `ExportError` for another.
    """

    language: str = field(default="en", converter=_known)
    _messages: dict[str, Message] = field(init=False, repr=False, eq=False)
    _conventions: Conventions = field(init=False, repr=False, eq=False)

    @_messages.default
    def _read_catalogue(self) -> dict[str, Message]:
        return catalogue(self.language)

    @_conventions.default
    def _read_conventions(self) -> Conventions:
        return conventions(self.language)

    @property
    def right_to_left(self) -> bool:
        """True where pages of this language are read from the right."""
        return self._conventions.right_to_left

    def say(self, key: str, **values: str | int) -> str:
        """Return a message with its placeholders filled in, numbers as the language writes them.

        Where the message has plural forms, the number `n` picks one.
        """
        message = self._messages[key]
        if isinstance(message, dict):
            message = message.get(self.plural(int(values["n"])), message["other"])
        if not values:
            return message
        shown = {name: self.number(value) if isinstance(value, int) else value for name, value in values.items()}
        return message.format(**shown)

    def term(self, word: str) -> str:
        """Return the word of this language for one that differences have of an entry: `Zitat` for `quotation`."""
        return self.say(_KNOWN_TERMS.get(word) or f"term-{word.replace(' ', '-')}")

    def plural(self, number: int) -> str:
        """Return the CLDR plural category of a whole number."""
        return str(self._conventions.plural(number))

    def number(self, number: int) -> str:
        """Return a whole number with its digits in groups: `12,000`."""
        return f"{number:,}".replace(",", self._conventions.group)

    def day(self, day: date) -> str:
        """Return `16 November 2021`."""
        return _formatted(self.language, "long_date", day)

    def short_day(self, day: date) -> str:
        """Return `16 Nov`."""
        return _formatted(self.language, "short_date", day)

    def weekday(self, day: date) -> str:
        """Return `Tuesday`."""
        return self._conventions.weekdays[day.weekday()]

    def clock(self, value: datetime) -> str:
        """Return `17:50`, or with seconds where there are any."""
        return value.time().isoformat("seconds" if value.second else "minutes")

    def zone(self, value: datetime) -> str:
        """Return `UTC+4`, `UTC−3:30`, `UTC`; in words where the offset is unknown."""
        offset = value.utcoffset()
        if offset is None:
            return self.say("zone-unknown")
        name = ahead_of_utc(offset)
        # Where text runs from the right, numbers would run with Latin letters beside them (UAX #9): not past an RLM.
        return f"\u200f{name}\u200f" if self.right_to_left else name

    def instant(self, value: date, *, circa: bool = False) -> str:
        """Return `16 November 2021, 17:50 UTC+4`, or the day alone of a date; `ca. 17:50` of what is approximate."""
        text = self.clock(value) if isinstance(value, datetime) else self.day(value)
        if circa:
            text = self.say("circa", time=text)
        if not isinstance(value, datetime):
            return text
        return self.say("instant", day=self.day(value.date()), clock=text, zone=self.zone(value))

    def moment(self, value: datetime) -> str:
        """Return `16 November 2021, 17:50`, where the zone is said beside it."""
        return self.say("moment", day=self.day(value.date()), clock=self.clock(value))

    def duration(self, length: timedelta) -> str:
        """Return a length of time in whole minutes, in its two largest units: `2 days and 3 hours`."""
        left = length // timedelta(seconds=1)
        parts = []
        for unit, size in _UNITS:
            number, left = divmod(left, size)
            if number:
                parts.append(self.say(unit, n=number))
        return self.listed(parts[:2]) or self.say("minutes", n=0)

    def listed(self, items: Sequence[str]) -> str:
        """Return `a, b and c`; empty for none."""
        if len(items) < 2:
            return "".join(items)
        lists = self._conventions.lists
        text, last = items[0], items[-1]
        for index, item in enumerate(items[1:-1]):
            text = lists["start" if index == 0 else "middle"].format(text, item)
        pattern = lists["2" if len(items) == 2 and "2" in lists else "end"]
        return self._conventions.joining(pattern, last).format(text, last)

    def around(self, items: Sequence[str], said: Callable[[str], str] = str) -> list[str]:
        """Return the words before each item, then those after the last, of what `said` says of their list.

        The items themselves can then be links; they stand in the list meanwhile, for its words depend on them.
        """
        names = [item.replace(_END, "") for item in items]
        *texts, rest = said(self.listed([f"{name}{_END}" for name in names])).split(_END)
        return [*map(str.removesuffix, texts, names), rest]


# Many entries share a day.
@lru_cache(maxsize=1024)
def _formatted(language: str, pattern: str, day: date) -> str:
    known = conventions(language)
    return known.formatted(getattr(known, pattern), day)


def furniture_for(blog: LiveBlog, language: str = "") -> Furniture:
    """Return the furniture in `language`, else in the blog's own where there is a catalogue, else in English."""
    if language:
        return Furniture(language)
    primary = (blog.language or "").lower().partition("-")[0]
    return Furniture(primary if primary in LANGUAGES else "en")
