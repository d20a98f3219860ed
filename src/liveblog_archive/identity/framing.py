"""What frames words: the sentence that carries them, who is named as their source, and whose byline stands there."""

from collections import Counter
from collections.abc import Sequence

from ..model import Entry, Media, Quotation
from ..model.blocks import Block
from .differences import Piece, word_difference
from .minting import fold

# What was changed, each by its name: how it was, and how it is.
Frame = dict[str, tuple[str, str]]


def attribution(block: Block) -> str:
    """Return who is named as the source of a block: of a quotation, or of a picture or recording; empty if nobody."""
    if isinstance(block, Quotation):
        return block.source or ""
    return (block.credit or "") if isinstance(block, Media) else ""


def changed(name: str, old: str, new: str) -> Frame:
    """Return a part of the frame if it was changed; its form and its blanks do not count."""
    return {name: (old, new)} if fold(old) != fold(new) else {}


def byline(cited: Entry, entry: Entry) -> Frame:
    """Return a change of the byline; a part of an entry, or what it was merged into, has its own."""
    if entry.id != cited.id:
        return {}
    return changed("the byline", *(", ".join(one.name for one in each.authors) for each in (cited, entry)))


def attributions(cited: Entry, carriers: Sequence[Entry], merged: bool) -> Frame:
    """Return a change of who is named for what in a whole entry; a merged one names others too."""
    old, new = (_attributed(entries) for entries in ([cited], carriers))
    if old == new or (merged and old <= new):
        return {}
    lost, found = (
        "\n".join(source for _, source in (one - other).elements()) for one, other in ((old, new), (new, old))
    )
    return {"the attribution": (lost, found)}


def _attributed(entries: Sequence[Entry]) -> Counter[tuple[str, str]]:
    return Counter(
        (fold(block.text), fold(source))
        for entry in entries
        for block in entry.body
        if (source := attribution(block))
    )


def frame_difference(frame: Frame) -> tuple[Piece, ...]:
    """Return the word difference of all that was changed in a frame."""
    old, new = ("\n\n".join(texts[index] for texts in frame.values()) for index in (0, 1))
    return word_difference(old, new)
