"""What frames words: their sentence, who is named as their source, what is shown there, links, and the byline."""

from collections.abc import Callable, Sequence
from typing import assert_never

from ..model import Block, Embed, Entry, Heading, ListBlock, Media, Paragraph, Quotation
from ..model.blocks import MediaKind
from .addresses import is_respelled
from .differences import Piece, word_difference
from .minting import fold

# What was changed, each by its name: how it was, and how it is.
Frame = dict[str, tuple[str, str]]

_ATTRIBUTION, _EMBED, _LINKS = "the attribution", "the embed", "the links"
_SHOWN: dict[MediaKind, str] = {
    "image": "the picture",
    "video": "the video",
    "audio": "the recording",
    "document": "the document",
}
# What is told where what is shown is the same, and its address is written in another way.
_ADDRESSES = {name: f"the address of {name}" for name in (*_SHOWN.values(), _EMBED)} | {_LINKS: "addresses of links"}
_BESIDE = (_ATTRIBUTION, *_SHOWN.values(), _EMBED, _LINKS)


def byline(cited: Entry, entry: Entry) -> Frame:
    """Return a change of the byline; a part of an entry, or what it was merged into, has its own."""
    return _own("the byline", cited, entry, lambda one: ", ".join(author.name for author in one.authors))


def summary(cited: Entry, entry: Entry) -> Frame:
    """Return a change of the summary, which is no part of the words of an entry; its form does not count."""
    return _own("the summary", cited, entry, lambda one: one.summary or "")


def _own(name: str, cited: Entry, entry: Entry, said: Callable[[Entry], str]) -> Frame:
    old, new = said(cited), said(entry)
    return {name: (old, new)} if entry.id == cited.id and fold(old) != fold(new) else {}


def beside_words(old: Block | None, new: Block | None) -> Frame:
    """Return what was changed of who is named as the source of a block, and of what it shows; None is a headline."""
    was, now = (dict(_beside(block)) if block else {} for block in (old, new))
    pairs = {name: (was.get(name, ""), now.get(name, "")) for name in _BESIDE}
    return {name: (one, other) for name, (one, other) in pairs.items() if _form(name, one) != _form(name, other)}


def beside_all(cited: Entry, carriers: Sequence[Entry], merged: bool) -> Frame:
    """Return what was changed, in a whole entry, of who is named for what, of what it shows, and of its links.

    A merged one has others too.
    """
    was, now = _told([cited]), _told(carriers)
    gone, come = _lines_without(was, now), _lines_without(now, was)
    if merged and not gone:
        return {}
    return {name: (gone.get(name, ""), come.get(name, "")) for name in _BESIDE if name in gone or name in come}


def _beside(block: Block) -> list[tuple[str, str]]:
    """Return who is named as the source of a block, and what it shows, each by its name."""
    stated: list[tuple[str, str | None]]
    match block:
        case Quotation():
            stated = [(_ATTRIBUTION, block.source)]
        case Media():
            stated = [(_ATTRIBUTION, block.credit), (_SHOWN[block.kind], block.url)]
        case Embed():
            stated = [(_EMBED, f"{block.provider} {block.url or ''}".rstrip())]
        case Paragraph() | Heading() | ListBlock():
            stated = []
        case _:
            assert_never(block)
    return [(name, said) for name, said in stated if said]


def _form(name: str, said: str) -> str:
    """Return what is compared of what is told: of a name not its form, but of an address every character."""
    return fold(said) if name == _ATTRIBUTION else said


_Key = tuple[str, str, str]


def _told(entries: Sequence[Entry]) -> dict[_Key, list[str]]:
    """Return all that is told beside words as lines, by its name, those words and what it is."""
    found: dict[_Key, list[str]] = {}
    for block in (block for entry in entries for block in entry.body):
        links = block.links if isinstance(block, Paragraph) else ()
        for name, words, said in (
            *((name, block.text, said) for name, said in _beside(block)),
            *((_LINKS, block.text[link.start : link.end], link.url) for link in links),
        ):
            key = name, fold(words), _form(name, said)
            found.setdefault(key, []).append(": ".join(filter(None, (words, said))))
    return found


def _lines_without(ones: dict[_Key, list[str]], others: dict[_Key, list[str]]) -> dict[str, str]:
    """Return the lines, by their name, that `ones` has more often than `others`."""
    found: dict[str, list[str]] = {}
    for key, lines in ones.items():
        if more := lines[len(others.get(key, ())) :]:
            found.setdefault(key[0], []).extend(more)
    return {name: "\n".join(lines) for name, lines in found.items()}


def named(frame: Frame) -> str:
    """Return the names of what was changed; of what is still shown, or led to, only its address."""
    return ", ".join(_ADDRESSES.get(name, name) if is_respelled(*pair) else name for name, pair in frame.items())


def frame_difference(frame: Frame) -> tuple[Piece, ...]:
    """Return the word difference of all that was changed in a frame."""
    old, new = ("\n\n".join(texts[index] for texts in frame.values()) for index in (0, 1))
    return word_difference(old, new)
