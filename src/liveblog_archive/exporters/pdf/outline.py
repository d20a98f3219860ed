"""The outline: the tree of bookmarks that viewers show beside the pages (ISO 32000-1, 12.3.3)."""

from typing import NamedTuple

from .file import File, literal, reference


class Bookmark(NamedTuple):
    """A title, the named destination that it leads to, and its level: 0 is the highest."""

    title: str
    destination: str
    level: int


class _Node:
    def __init__(self, number: int) -> None:
        self.number = number
        self.below: list[tuple[_Node, Bookmark]] = []


def write_outline(file: File, bookmarks: list[Bookmark]) -> int:
    """Write the bookmarks, of which those of level 0 are closed; return the number of the outline."""
    root = _Node(file.reserve())
    above = [root]
    for bookmark in bookmarks:
        node = _Node(file.reserve())
        del above[bookmark.level + 1 :]
        above[-1].below.append((node, bookmark))
        above.append(node)
    first, last = root.below[0][0], root.below[-1][0]
    file.add(
        f"<</Type/Outlines/First {reference(first.number)}/Last {reference(last.number)}/Count {len(root.below)}>>",
        root.number,
    )
    _write_below(file, root)
    return root.number


def _write_below(file: File, parent: _Node) -> None:
    for index, (node, bookmark) in enumerate(parent.below):
        keys = (
            f"/Title{literal(bookmark.title)}/Parent {reference(parent.number)}/Dest{literal(bookmark.destination)}"
        )
        if index:
            keys += f"/Prev {reference(parent.below[index - 1][0].number)}"
        if index + 1 < len(parent.below):
            keys += f"/Next {reference(parent.below[index + 1][0].number)}"
        if node.below:
            first, last = node.below[0][0], node.below[-1][0]
            keys += f"/First {reference(first.number)}/Last {reference(last.number)}/Count -{len(node.below)}"
        file.add(f"<<{keys}>>", node.number)
        _write_below(file, node)
