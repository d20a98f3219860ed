"""Notes at the foot of a page, which stand on the page where the text refers to them."""

from typing import TYPE_CHECKING

from attrs import frozen

from .tags import Element

if TYPE_CHECKING:
    from .layout import Block


@frozen(eq=False)
class PageNote:
    """A block at the foot of the page; `tag` is an element `Note` without a parent, which the text takes in."""

    block: "Block"
    tag: Element
