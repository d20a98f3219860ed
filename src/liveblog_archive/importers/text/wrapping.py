"""Lines that a mail program or a printed page broke to fit a width: their sentences go on in the next."""

from collections.abc import Iterable, Sequence, Set
from itertools import pairwise

from .rows import Row
from .shape import bullet, ends_like_a_sentence, without_bullet

_WIDEST = 100  # characters
_FEWEST, _FEWEST_IN_ALL = 2, 3  # lines that go on in small letters; lines behind times that end no sentence
_NEARLY_ALL = 0.8
_QUOTED = "> "  # what programs of mail put before each line of an answer


def broken(rows: Sequence[Row]) -> frozenset[int]:
    """Return the numbers of the lines that begin sentences which the next lines go on with.

    These go on in small letters, or in items of a list; in any letters where lines were broken to fit a width. Below
    a line with a time small letters alone do not tell: a name may begin with them.
    """
    begin = [(row, after) for row, after in pairwise(rows) if not after.text[0].isupper() and _goes_on(row, after)]
    sure = [row.number for row, after in begin if row.plain or bullet(after.text.lstrip(_QUOTED))]
    return frozenset([*sure, *_filled(rows, {row.number for row, _ in begin})])


def _goes_on(row: Row, after: Row) -> bool:
    """Tell whether a line begins a sentence that the next goes on with."""
    if not after.plain or after.number != row.number + 1 or (row.rest or row.text).islower():
        return False  # Georgian has small letters alone
    text = after.text.lstrip(_QUOTED)
    if bullet(text) is None:
        return text[:1].islower()
    return without_bullet(text)[0].islower() and text[-1] in ",;"


def _filled(rows: Sequence[Row], begin: Set[int]) -> Iterable[int]:
    """Return the numbers of the lines that nearly fill a width, where lines were broken to fit one.

    Some of these `begin` sentences that go on, and few others are longer. One is enough where all lines behind times
    nearly fill it that end no sentence.
    """
    most = (1 - _NEARLY_ALL) * len(rows)
    if not begin or len([row for row in rows if len(row.text) > _WIDEST]) > most:
        return ()
    unended = [row for row, after in pairwise(rows) if _is_unended(row, after)]
    lengths = [len(row.text) for row in unended if row.number in begin]
    if len(lengths) == 1:
        lengths = [len(row.text) for row in unended if row.rest]
        lengths *= len(lengths) >= _FEWEST_IN_ALL
    width = max(lengths, default=0)
    longer = len([row for row in rows if len(row.text) > width])
    if len(lengths) < _FEWEST or min(lengths) < _NEARLY_ALL * width or longer > most:
        return ()
    return (row.number for row in unended if _NEARLY_ALL * width <= len(row.text) <= width)


def _is_unended(row: Row, after: Row) -> bool:
    """Tell whether a line that ends no sentence stands right above another of the text, which is no list's."""
    if not after.plain or after.number != row.number + 1 or ends_like_a_sentence(row.text):
        return False
    return bullet(after.text.lstrip(_QUOTED)) is None
