"""What a briefing is made of: the blog, and for each entry what is worked out once and printed in several places."""

from datetime import date, datetime
from itertools import groupby

from attrs import field, frozen

from ...citation import Citer
from ...citation.wording import first_words, one_line
from ...identity import EntryId, VersionId, snapshot_id, version_id
from ...model import Bounds, Entry, LiveBlog
from ..options import ReaderOptions, is_shown
from .fonts import Fonts
from .style import Style
from .text import Run, Text

_LONGEST = 160  # characters of a headline in lists


@frozen
class Item:
    """An entry as the briefing prints it: `local` is its id after the `#`, `position` counts from 1 in the source."""

    entry: Entry
    local: str
    position: int
    version: VersionId
    bounds: Bounds

    @property
    def name(self) -> str:
        """What stands for the entry in lists, on one line: the headline, unless it is very long, else first words."""
        headline = one_line(self.entry.headline or "")
        if 0 < len(headline) <= _LONGEST:
            return headline
        return first_words(headline or self.entry.text) or f"Entry {self.local}"


@frozen
class Day:
    """Entries that follow one another on one calendar day, or without any; `destination` is the name of the place."""

    day: date | None
    destination: str
    continued: bool
    items: tuple[Item, ...]


@frozen
class Matter:
    """The blog with its entries as they stand in the source, and the fonts that everything is set in."""

    blog: LiveBlog
    items: tuple[Item, ...]
    days: tuple[Day, ...]
    snapshot: VersionId
    citer: Citer
    fonts: Fonts = field(factory=Fonts)

    @classmethod
    def of(cls, blog: LiveBlog, options: ReaderOptions) -> "Matter":
        """Work out everything of `blog`; raises `ModelError` for an entry id that follows no grammar."""
        items = [
            Item(entry, EntryId.parse(entry.id).local, position, version_id(entry), bounds)
            for position, (entry, bounds) in enumerate(zip(blog.entries, blog.all_bounds(), strict=True), start=1)
            if is_shown(entry, options)
        ]
        return cls(blog, tuple(items), _days(items), snapshot_id(blog), Citer(blog))

    @property
    def title(self) -> str:
        """The title on one line, else the first words of the introduction in quotation marks."""
        if self.blog.title:
            return one_line(self.blog.title)
        first = first_words(" ".join(block.text for block in self.blog.introduction))
        return f"“{first}”" if first else "Untitled live blog"

    def text(self, style: Style, *runs: Run | str) -> Text:
        """Return text in the fonts of this briefing."""
        return Text(self.fonts, style, *runs)

    def clocks(self, day: date) -> list[datetime]:
        """Return the times of a day that have a clock, sorted as its readers saw them."""
        values = (item.entry.time.value for item in self.items if item.entry.time is not None)
        stated = (value for value in values if isinstance(value, datetime) and value.date() == day)
        return sorted(stated, key=lambda value: (value.replace(tzinfo=None), value.fold))


def _days(items: list[Item]) -> tuple[Day, ...]:
    """Group neighbours of one day; a day that comes back later gets a group of its own there."""
    days: list[Day] = []
    met: dict[date | None, int] = {}
    for day, group in groupby(items, key=lambda item: item.entry.calendar_day):
        met[day] = met.get(day, 0) + 1
        name = f"day-{day.isoformat() if day else 'unknown'}"
        destination = name if met[day] == 1 else f"{name}-{met[day]}"
        days.append(Day(day, destination, met[day] > 1, tuple(group)))
    return tuple(days)
