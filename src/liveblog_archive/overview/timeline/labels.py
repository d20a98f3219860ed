"""Names of events beside the axis, placed like flags on poles: none covers another or is crossed by a pole."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ...model import Entry

Measure = Callable[[str], float]
# White between two names, of flags in a lane or of ticks, and between a pole and the flag that it passes, as a part
# of the width.
APART = 0.012
# Where a name has no room as wide as it may be, it is shortened to this part of that.
_NARROWER = 0.55
# Where room is left, names are as wide as these parts of that, the first that has room.
_SHARES = (2.0, 1.7, 1.4, 1.2, 1.0, 0.85, 0.7)
# After so many names in a row that had no room, there is none.
_PATIENCE = 200


class Label(NamedTuple):
    """A name that stands from `left` to `right` in a lane (0 is next to the axis); its pole is at the event's `x`."""

    text: str
    lane: int
    left: float
    right: float


class Event(NamedTuple):
    """An entry that stands out, at `x`; without a label where there was no room for one."""

    entry: Entry
    x: float
    label: Label | None


class _Flag(NamedTuple):
    """A name that is to be placed at `x`, and how wide it is."""

    x: float
    text: str
    width: float
    flipped: bool

    def at(self, lane: int) -> Label:
        """Return it as a label in a lane."""
        left = self.x - self.width if self.flipped else self.x
        return Label(self.text.replace("\u00a0", " "), lane, left, left + self.width)


def label(
    events: Sequence[tuple[Entry, float, str]], measure: Measure, widest: float, lanes: int
) -> tuple[Event, ...]:
    """Return each of `events` (entry, x, name; x ascending), in the order given, with a label where one fits.

    Names wider than `widest` are shortened, at first, and get what room is left in the end. Those at the ends get
    theirs first, then the one halfway between, and so on, so that labels are spread over the whole axis.
    """
    flags: dict[int, _Flag] = {}
    arranged: dict[int, Label] = {}
    failed = 0
    for index in spread(len(events)):
        _, x, name = events[index]
        for flag in dict.fromkeys(_flags(x, name, measure, widest)):
            tried = flags | {index: flag}
            found = _arranged(tried, lanes)
            if found is not None:
                flags, arranged, failed = tried, found, 0
                break
        else:
            failed += 1
            if failed > _PATIENCE:
                break
    for index in flags:  # where room is left in the end, names that were cut get it
        _, x, name = events[index]
        for wide in _wider(flags[index], name, measure, widest):
            tried = flags | {index: wide}
            found = _arranged(tried, lanes)
            if found is not None:
                flags, arranged = tried, found
                break
    return tuple(Event(entry, x, arranged.get(index)) for index, (entry, x, _) in enumerate(events))


def _wider(flag: _Flag, name: str, measure: Measure, widest: float) -> Iterator[_Flag]:
    """Yield a flag with more words of its name, the most first."""
    for share in _SHARES:
        text = shortened(name, measure, widest * share)
        wide = flag._replace(text=text, width=measure(text))
        if wide.width > flag.width and _inside(wide):
            yield wide


def _inside(flag: _Flag) -> bool:
    place = flag.at(0)
    return place.left >= 0.0 and place.right <= 1.0


def _flags(x: float, name: str, measure: Measure, widest: float) -> Iterator[_Flag]:
    """Yield a name as wide as it may be, then narrower; it points left where not even that has room on the right.

    There it is narrow at first, as others point left beside it, and wider where nothing but a time would be left.
    """
    flipped = 1.0 - x < widest * _NARROWER
    room = x if flipped else 1.0 - x
    widths = (widest * _NARROWER, widest) if flipped else (widest, widest * _NARROWER)
    for width in widths:
        text = shortened(name, measure, min(width, room))
        flag = _Flag(x, text, measure(text), flipped)
        if (text == name or " " in text) and _inside(flag):  # a time alone would name nothing
            yield flag


def spread(count: int) -> Iterator[int]:
    """Yield 0 to `count` - 1, each once: first, last, then the middle of what lies between two, level by level."""
    yield from dict.fromkeys((0, count - 1) if count else ())
    between = [(0, count - 1)]
    while between:
        halves = []
        for low, high in between:
            if high - low > 1:
                middle = (low + high) // 2
                yield middle
                halves += [(low, middle), (middle, high)]
        between = halves


def shortened(text: str, measure: Measure, widest: float) -> str:
    """Return `text`, or as many of its first words as fit, with an ellipsis; empty where not even one does.

    What no-break spaces join counts as one word.
    """
    if measure(text) <= widest:
        return text
    words = text.split(" ")
    low, high = 0, len(words) - 1
    while low < high:  # the most words that fit
        middle = (low + high + 1) // 2
        if measure(_first(words, middle)) <= widest:
            low = middle
        else:
            high = middle - 1
    return _first(words, low) if low > 0 else ""


def _first(words: Sequence[str], count: int) -> str:
    return " ".join(words[:count]).rstrip(" .,;:–—-…") + "…"


def _arranged(flags: dict[int, _Flag], lanes: int) -> dict[int, Label] | None:
    """Return every flag in the lowest lane that is free, or None where the lanes are too few.

    Poles stand closer to the axis the nearer they are to the side that flags point to, so that none is crossed: flags
    that point right are placed from the right, and those that point left from the left.
    """
    by_x = sorted(flags, key=lambda index: (flags[index].x, index))
    pointing_left = [index for index in by_x if flags[index].flipped]
    placed: dict[int, Label] = {}
    for index in (*pointing_left, *(index for index in reversed(by_x) if not flags[index].flipped)):
        flag = flags[index]
        for candidate in map(flag.at, range(lanes)):
            if all(_apart(flag.x, candidate, flags[other].x, placed[other]) for other in placed):
                placed[index] = candidate
                break
        else:
            return None
    return placed


def _apart(x: float, one: Label, other_x: float, other: Label) -> bool:
    """Tell whether two labels and their poles do not meet."""
    if one.lane == other.lane:
        return one.right + APART <= other.left or other.right + APART <= one.left
    low, pole = (one, other_x) if one.lane < other.lane else (other, x)
    return pole <= low.left - APART or pole >= low.right + APART
