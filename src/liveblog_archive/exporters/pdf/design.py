"""What a design is made of: sheets of paper, colours, and styles of text. All lengths are in points."""

from collections.abc import Callable
from typing import Any, Literal

from attrs import Factory, evolve, field, frozen

Color = tuple[float, float, float]
Face = Literal["regular", "bold", "italic"]


def _derived(made: Callable[[Any], float]) -> Any:
    """Return a field that is made of the others, once: it is asked for again and again."""
    return field(init=False, eq=False, repr=False, default=Factory(made, takes_self=True))


@frozen(kw_only=True)
class Sheet:
    """A page and its margins; `scale` enlarges all that is drawn on it, for readers of large print.

    Lengths are those of the paper divided by `scale`: blocks are laid out on a smaller page, which is then enlarged.
    With `mirrored`, the columns of a page stand in the order of a script that is written from right to left.
    """

    width: float
    height: float
    left: float = 54.0
    right: float = 54.0
    top: float = 76.0
    bottom: float = 68.0
    scale: float = 1.0
    mirrored: bool = False

    # The width and the height between the margins.
    measure: float = _derived(lambda sheet: sheet.width - sheet.left - sheet.right)
    room: float = _derived(lambda sheet: sheet.height - sheet.top - sheet.bottom)

    def enlarged(self, scale: float) -> "Sheet":
        """Return the same paper, with everything on it `scale` times as large."""
        return evolve(self, width=self.width / scale, height=self.height / scale, scale=self.scale * scale)


A4 = Sheet(width=595.28, height=841.89)
LETTER = Sheet(width=612.0, height=792.0)


@frozen(kw_only=True)
class Style:
    """How text looks: `leading` is the distance of baselines, `before` the space above, `tracking` between letters.

    Text of a style with `keep` is never the last thing on a page. Lines that are `balanced` are about as long as one
    another; words of justified text are divided if it is `hyphenated`. In text that is written from right to left,
    `left` means where lines begin, and `right` where they end.
    """

    size: float
    leading: float
    face: Face = "regular"
    color: Color = (0.0, 0.0, 0.0)
    link: Color = (0.05, 0.27, 0.55)
    align: Literal["left", "right", "justify"] = "left"
    tracking: float = 0.0
    before: float = 0.0
    keep: bool = False
    balanced: bool = False
    hyphenated: bool = True
    # The distance from the upper edge of a line to its baseline: half of the leading's white, and ascent.
    baseline: float = _derived(lambda style: (style.leading - style.size) / 2 + style.size * 0.8)
