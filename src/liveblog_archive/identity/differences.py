"""What was changed between two texts, word by word."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Literal, get_args

from attrs import frozen

from ..errors import escaped_line
from .boundaries import pieces

PieceKind = Literal["same", "removed", "added"]

PIECE_KINDS: tuple[PieceKind, ...] = get_args(PieceKind)

# Above this many comparisons words that stand everywhere no longer serve as anchors: less time, coarser pieces.
_THOROUGH = 4_000_000

_SHOWN = 60  # characters at either end of what is the same
_MARKS = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}

Word = tuple[str, str]  # a word, and the blanks after it


@frozen
class Piece:
    """A stretch of text of both texts, of the old one only, or of the new one only."""

    kind: PieceKind
    text: str


def word_difference(old: str, new: str) -> tuple[Piece, ...]:
    """Return the difference of two texts, in pieces of whole words.

    The texts of the pieces `same` and `removed`, joined, are `old`; those of `same` and `added` are `new`. No piece
    is empty, what is removed stands before what is added in its place, and blanks alone never part two changes.

    >>> [(piece.kind, piece.text) for piece in word_difference("It is open.", "It is now closed.")]
    [('same', 'It is '), ('removed', 'open'), ('added', 'now closed'), ('same', '.')]
    """
    return tuple(_joined(_compared(_words(old), _words(new))))


def _words(text: str) -> list[Word]:
    """Return the words of `text`, each with the blanks after it; blanks before the first follow an empty word."""
    found: list[Word] = [("", "")]
    for piece in pieces(text):
        if piece.isspace():
            found[-1] = found[-1][0], piece
        else:
            found.append((piece, ""))
    return found


def _compared(old: list[Word], new: list[Word]) -> Iterator[tuple[str, str, str]]:
    """Yield (same, removed, added) in order, by the longest common runs of words with their blanks."""
    ones, others = [word for word, _ in old], [word for word, _ in new]
    matcher = SequenceMatcher(None, ones, others, autojunk=len(ones) * len(others) > _THOROUGH)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            yield "", "".join(map("".join, old[start:end])), "".join(map("".join, new[new_start:new_end]))
            continue
        for (word, blanks), (_, other) in zip(old[start:end], new[new_start:new_end], strict=True):
            yield word, "", ""
            yield (blanks, "", "") if blanks == other else ("", blanks, other)


def _joined(changes: Iterable[tuple[str, str, str]]) -> Iterator[Piece]:
    """Yield pieces as long as they can be; blanks that end both what is removed and what is added are the same."""
    same = removed = added = ""
    for text, old, new in changes:
        if text and (removed or added):
            blanks = _shared_blanks(removed, added)
            yield from _named(same, removed.removesuffix(blanks), added.removesuffix(blanks))
            same, removed, added = blanks, "", ""
        same, removed, added = same + text, removed + old, added + new
    yield from _named(same, removed, added)


def _shared_blanks(removed: str, added: str) -> str:
    blanks = removed[len(removed.rstrip()) :]
    return blanks if removed != blanks and added != blanks == added[len(added.rstrip()) :] else ""


def _named(*texts: str) -> Iterator[Piece]:
    for kind, text in zip(PIECE_KINDS, texts, strict=True):
        if text:
            yield Piece(kind, text)


def marked(pieces: Iterable[Piece]) -> str:
    """Return a difference as `wdiff` prints it: `[-removed-]` and `{+added+}`; long unchanged stretches are cut."""
    return escaped_line("".join(_marked(piece) for piece in pieces))


def _marked(piece: Piece) -> str:
    before, after = _MARKS[piece.kind]
    text = piece.text.replace("\n\n", " ¶ ").replace("\n", " ")
    if piece.kind == "same" and len(text) > 2 * _SHOWN:
        text = f"{text[:_SHOWN]} […] {text[-_SHOWN:]}"
    return f"{before}{text}{after}"
