"""Bidirectional text: how deep each character is embedded, and in which order a line is drawn (UAX #9).

A paragraph is one string. Explicit embeddings, overrides and isolates count as the rules say; the characters that
make them have a level, too, and no width. The names of the rules stand beside the lines that follow them.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from ...characters import has_right_to_left

_DEEPEST = 125
_BRACKETS_HELD = 63
_ISOLATES = frozenset(("LRI", "RLI", "FSI"))
_EMBEDDINGS = {"RLE": "", "LRE": "", "RLO": "R", "LRO": "L"}
_REMOVED = frozenset((*_EMBEDDINGS, "PDF", "BN"))
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "PDI", *_ISOLATES))
# Brackets close with the next character but one, or are crossed; all others close with the next (BidiBrackets.txt).
_CLOSING = {"[": "]", "{": "}", "\u298d": "\u2990", "\u298f": "\u298e", "\u2329": "\u3009"}
_SAME = {"\u232a": "\u3009"}
# How much deeper than its sequence a character is, on even and on odd levels; a number is 2 and 1 (I1, I2).
_DEEPER = ({"L": 0, "R": 1}, {"R": 0})

_Item = TypeVar("_Item")


class _Status(NamedTuple):
    """What the rules X1 to X8 keep for each embedding that is open."""

    level: int
    override: str
    isolate: bool


def runs_leftwards(text: str) -> bool:
    """Tell whether a text, taken by itself, is written from right to left."""
    return has_right_to_left(text) and levels(text)[1] == 1


def levels(text: str, base: int | None = None) -> tuple[list[int], int]:
    """Return the level of each character, and that of the paragraph: 0 from left to right, 1 from right to left."""
    types = [unicodedata.bidirectional(char) or "L" for char in text]
    matches = _matching_isolates(types)
    if base is None:
        base = _paragraph_level(types, matches, 0, len(types))
    explicit, resolved = _explicit(types, matches, base)
    found = list(explicit)
    kept = [index for index, kind in enumerate(types) if kind not in _REMOVED]
    for sequence in _sequences(kept, types, explicit, matches):
        level = explicit[sequence[0]]
        open_ended = types[sequence[-1]] in _ISOLATES
        before = _level_beside(sequence[0], -1, types, explicit, base)
        after = base if open_ended else _level_beside(sequence[-1], 1, types, explicit, base)
        kinds = [resolved[index] for index in sequence]
        start, end = _direction(max(level, before)), _direction(max(level, after))
        _weak(kinds, start)
        _brackets(kinds, [text[index] for index in sequence], [types[index] for index in sequence], start, level)
        _neutrals(kinds, start, end, _direction(level))
        for index, kind in zip(sequence, kinds, strict=True):
            found[index] = level + _DEEPER[level & 1].get(kind, 2 - (level & 1))
    _fill_removed(found, types, base)
    _reset_blanks(found, types, base)
    return found, base


def reordered(items: Sequence[_Item], level: Callable[[_Item], int]) -> list[_Item]:
    """Return the items of a line in the order in which they are drawn (L2)."""
    line = list(items)
    depths = [level(item) for item in line]
    for depth in range(max(depths, default=0), 0, -1):
        start = 0
        while start < len(line):
            if depths[start] < depth:
                start += 1
                continue
            end = start
            while end < len(line) and depths[end] >= depth:
                end += 1
            line[start:end] = line[start:end][::-1]
            depths[start:end] = depths[start:end][::-1]
            start = end
    return line


def _matching_isolates(types: Sequence[str]) -> dict[int, int]:
    """Return for each isolate the place of its end, and the other way round (BD9)."""
    opened: list[int] = []
    matches = {}
    for index, kind in enumerate(types):
        if kind in _ISOLATES:
            opened.append(index)
        elif kind == "PDI" and opened:
            start = opened.pop()
            matches[start], matches[index] = index, start
    return matches


def _paragraph_level(types: Sequence[str], matches: dict[int, int], start: int, end: int) -> int:
    """Return the level that the first strong character outside of isolates makes; 0 without one (P2, P3)."""
    index = start
    while index < end:
        kind = types[index]
        if kind == "L":
            return 0
        if kind in ("R", "AL"):
            return 1
        index = matches.get(index, end) if kind in _ISOLATES else index
        index += 1
    return 0


def _explicit(types: Sequence[str], matches: dict[int, int], base: int) -> tuple[list[int], list[str]]:
    """Return levels and types after explicit embeddings, overrides and isolates (X1 to X8)."""
    state = _Explicit(base)
    found, resolved = [], list(types)
    for index, kind in enumerate(types):
        status = state.stack[-1]
        if kind == "B":
            found.append(base)  # X8
            continue
        if kind in _EMBEDDINGS:
            found.append(status.level)
            state.embed(odd=kind[0] == "R", override=_EMBEDDINGS[kind], isolate=False)
            continue
        if kind == "PDF":
            state.end_embedding()
        elif kind == "PDI":
            state.end_isolate(matched=index in matches)
        status = state.stack[-1]
        found.append(status.level)
        if status.override and kind not in ("BN", "PDF"):
            resolved[index] = status.override
        if kind in _ISOLATES:
            end = matches.get(index, len(types))
            odd = kind == "RLI" or (kind == "FSI" and _paragraph_level(types, matches, index + 1, end) == 1)
            state.embed(odd=odd, override="", isolate=True)
    return found, resolved


class _Explicit:
    """The embeddings that are open, and how many could not be opened."""

    def __init__(self, base: int) -> None:
        self.stack = [_Status(base, "", isolate=False)]
        self._lost_isolates = self._lost_embeddings = self._isolates = 0

    def embed(self, *, odd: bool, override: str, isolate: bool) -> None:
        """Open one (X2 to X5c)."""
        level = self.stack[-1].level + 1
        level += (level & 1) != odd
        if level <= _DEEPEST and not self._lost_isolates and not self._lost_embeddings:
            self.stack.append(_Status(level, override, isolate))
            self._isolates += isolate
        elif isolate:
            self._lost_isolates += 1
        elif not self._lost_isolates:
            self._lost_embeddings += 1

    def end_isolate(self, *, matched: bool) -> None:
        """Close one, with every embedding in it (X6a)."""
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif matched and self._isolates:
            self._lost_embeddings = 0
            while not self.stack[-1].isolate:
                self.stack.pop()
            self.stack.pop()
            self._isolates -= 1

    def end_embedding(self) -> None:
        """Close one (X7)."""
        if self._lost_isolates:
            return
        if self._lost_embeddings:
            self._lost_embeddings -= 1
        elif not self.stack[-1].isolate and len(self.stack) > 1:
            self.stack.pop()


def _sequences(
    kept: Sequence[int], types: Sequence[str], found: Sequence[int], matches: dict[int, int]
) -> Iterator[list[int]]:
    """Yield the isolating run sequences, as places in the text (BD13, X10)."""
    runs: list[list[int]] = []
    for index in kept:
        if runs and found[runs[-1][-1]] == found[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    by_start = {run[0]: run for run in runs}
    for run in runs:
        if types[run[0]] == "PDI" and run[0] in matches:
            continue
        sequence = list(run)
        while types[sequence[-1]] in _ISOLATES and sequence[-1] in matches:
            sequence += by_start[matches[sequence[-1]]]
        yield sequence


def _direction(level: int) -> str:
    return "R" if level & 1 else "L"


def _level_beside(index: int, step: int, types: Sequence[str], found: Sequence[int], base: int) -> int:
    index += step
    while 0 <= index < len(types) and types[index] in _REMOVED:
        index += step
    return found[index] if 0 <= index < len(types) else base


def _weak(kinds: list[str], start: str) -> None:
    """W1 to W7."""
    previous = strong = start
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[index] = "ON" if previous in _ISOLATES or previous == "PDI" else previous  # W1
        elif kind in ("L", "R", "AL"):
            strong = kind
        previous = kinds[index]
        if previous == "EN" and strong == "AL":
            kinds[index] = "AN"  # W2
            previous = "EN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for index in range(1, len(kinds) - 1):
        around = kinds[index - 1], kinds[index + 1]
        if kinds[index] in ("ES", "CS") and around == ("EN", "EN"):
            kinds[index] = "EN"  # W4
        elif kinds[index] == "CS" and around == ("AN", "AN"):
            kinds[index] = "AN"
    _terminators(kinds)
    strong = start
    for index, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"  # W7


def _terminators(kinds: list[str]) -> None:
    """W5 and W6."""
    index = 0
    while index < len(kinds):
        end = index
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > index:
            beside = "EN" in (kinds[index - 1] if index else "", kinds[end] if end < len(kinds) else "")
            kinds[index:end] = ["EN" if beside else "ON"] * (end - index)
            index = end
        else:
            if kinds[index] in ("ES", "CS"):
                kinds[index] = "ON"
            index += 1


def _brackets(kinds: list[str], chars: list[str], types: list[str], start: str, level: int) -> None:
    """N0: a pair of brackets goes as what is in it."""
    embedding = _direction(level)
    for opening, closing in _pairs(kinds, chars):
        inside = {_strong(kind) for kind in kinds[opening + 1 : closing]}
        direction = ""
        if embedding in inside:
            direction = embedding
        elif inside - {""}:
            direction = next((_strong(kind) for kind in reversed(kinds[:opening]) if _strong(kind)), start)
        if direction:
            for place in (opening, closing):
                kinds[place] = direction
                follower = place + 1
                while follower < len(kinds) and types[follower] == "NSM":
                    kinds[follower] = direction
                    follower += 1


def _pairs(kinds: Sequence[str], chars: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of the pairs of brackets, sorted by the opening ones (BD16)."""
    opened: list[tuple[str, int]] = []
    pairs = []
    for index, (kind, char) in enumerate(zip(kinds, chars, strict=True)):
        if kind != "ON" or not unicodedata.mirrored(char):
            continue
        category = unicodedata.category(char)
        if category == "Ps":
            if len(opened) == _BRACKETS_HELD:
                break
            opened.append((_CLOSING.get(char, chr(ord(char) + 1)), index))
        elif category == "Pe":
            closing = _SAME.get(char, char)
            depth = next((depth for depth in range(len(opened) - 1, -1, -1) if opened[depth][0] == closing), None)
            if depth is not None:
                pairs.append((opened[depth][1], index))
                del opened[depth:]
    return sorted(pairs)


def _strong(kind: str) -> str:
    return "R" if kind in ("R", "EN", "AN") else "L" if kind == "L" else ""


def _neutrals(kinds: list[str], start: str, end: str, embedding: str) -> None:
    """N1 and N2."""
    index = 0
    while index < len(kinds):
        stop = index
        while stop < len(kinds) and kinds[stop] in _NEUTRAL:
            stop += 1
        if stop > index:
            before = _strong(kinds[index - 1]) if index else start
            after = _strong(kinds[stop]) if stop < len(kinds) else end
            kinds[index:stop] = [before if before == after else embedding] * (stop - index)
            index = stop
        else:
            index += 1


def _fill_removed(found: list[int], types: Sequence[str], base: int) -> None:
    """Give what the rules leave out the level of what stands before it."""
    for index, kind in enumerate(types):
        if kind in _REMOVED:
            found[index] = found[index - 1] if index else base


def _reset_blanks(found: list[int], types: Sequence[str], base: int) -> None:
    """L1: separators, and blanks before them or at the end, have the level of the paragraph."""
    trailing = True
    for index in range(len(types) - 1, -1, -1):
        kind = types[index]
        if kind in ("B", "S"):
            trailing = True
        elif kind not in ("WS", "PDI", *_ISOLATES, *_REMOVED):
            trailing = False
        if trailing:
            found[index] = base
