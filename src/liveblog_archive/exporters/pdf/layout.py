"""Layout: boxes on a grid.

A block is measured for a width, drawn below a line, and, where it does not fit, split: what ReportLab's flowables do,
in a smaller protocol.
"""

from collections import deque
from collections.abc import Callable, Iterable, Sequence

from .canvas import Canvas
from .design import Color, Style
from .protocol import Block, PageNote
from .tags import Element

# Room enough for anything: what is measured with it is measured whole.
UNLIMITED = 1e9
# Blocks that are kept with the next one need not be when they are this tall: something must give on a page.
_KEPT_AT_MOST = 230.0
# Sums of lengths that should be equal differ in their last digits.
TOLERANCE = 1e-6


class Solid:
    """What all blocks that cannot be split have in common."""

    before = 0.0
    keep = False
    baseline = 0.0

    def split(self, width: float, room: float) -> None:
        """Refuse to be split."""

    def notes(self) -> tuple[PageNote, ...]:
        """Return nothing."""
        return ()


class Rule(Solid):
    """A line across the measure, with space above and below; it is kept with what it introduces."""

    keep = True

    def __init__(self, weight: float, color: Color, before: float = 0.0, after: float = 0.0) -> None:
        self.before = before
        self._weight = weight
        self._color = color
        self._after = after
        self._width = 0.0

    def measure(self, width: float, room: float) -> float:  # noqa: ARG002 - as the protocol has it
        """Return the weight of the line and the space below it."""
        self._width = width
        return self._weight + self._after

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the line."""
        y = top - self._weight / 2
        canvas.rule((x, y), (x + self._width, y), self._weight, self._color)


class Space(Solid):
    """White of a fixed height, kept with what comes after it."""

    keep = True

    def __init__(self, height: float) -> None:
        self._height = height

    def measure(self, width: float, room: float) -> float:  # noqa: ARG002 - as the protocol has it
        """Return the height."""
        return self._height

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw nothing."""


class Anchor(Solid):
    """A named destination, without any height; with a title it stands in the outline, at level 0 as a section."""

    keep = True

    def __init__(self, name: str, title: str = "", level: int = 0) -> None:
        self._name = name
        self._title = title
        self._level = level

    def measure(self, width: float, room: float) -> float:  # noqa: ARG002 - as the protocol has it
        """Return nothing: it takes no space."""
        return 0.0

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Mark the place, a little above it, so that a reader who jumps there sees white before the text."""
        canvas.destination(self._name, x, top + 8)
        if self._title:
            canvas.bookmark(self._title, self._name, self._level)
            if self._level == 0:
                canvas.begin_section(self._title, top)


class PageNumber(Solid):
    """The number of the page that a destination stands on, aligned as `style` is; it is filled in when known."""

    def __init__(self, style: Style, name: str, tag: Element | None) -> None:
        self.baseline = style.baseline
        self._style = style
        self._name = name
        self._tag = tag
        self._width = 0.0

    def measure(self, width: float, room: float) -> float:  # noqa: ARG002 - as the protocol has it
        """Return the height of a line."""
        self._width = width
        return self._style.leading

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Call the form that will hold the number."""
        edge = x + self._width if self._style.align == "right" else x
        canvas.call(self._name, self._style, edge, top - self.baseline, self._tag)


class Stack:
    """Blocks below one another. Blocks that are to be kept with the next one are, when the stack is split.

    `tag` is the element that holds all that is in them: once they are set, its tags are written.
    """

    keep = False

    def __init__(self, blocks: Iterable[Block], tag: Element | None = None) -> None:
        self.tag = tag
        self._blocks = deque(blocks)
        self._placed: list[tuple[float, Block]] = []
        self.before = self._white()
        self.baseline = next((block.baseline for block in self._blocks if block.baseline), 0.0)

    def measure(self, width: float, room: float) -> float:
        """Return the height; what comes after the first block that does not fit is not measured."""
        self._placed.clear()
        height = 0.0
        for block in self._blocks:
            height += block.before if height else 0.0
            self._placed.append((height, block))
            height += block.measure(width, room - height)
            if height > room + TOLERANCE:
                break
        return height

    def split(self, width: float, room: float) -> tuple["Stack", "Stack"] | None:
        """Return what fits and the rest; the rest is this stack, so that no page copies the blocks to come."""
        head: list[Block] = []
        used = height = 0.0
        while self._blocks:
            block = self._blocks[0]
            before = block.before if used else 0.0
            height = block.measure(width, room - used - before)
            if used + before + height > room + TOLERANCE:
                parts = block.split(width, room - used - before)
                if parts is None:
                    self._take_back(head, width)
                else:
                    head.append(parts[0])
                    self._blocks[0] = parts[1]
                break
            head.append(self._blocks.popleft())
            used += before + height
        self.before = self._white()
        return (Stack(head), self) if head else None

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the blocks that were measured."""
        for offset, block in self._placed:
            block.draw(canvas, x, top - offset)

    def notes(self) -> Sequence[PageNote]:
        """Return the notes of the blocks that were measured."""
        return [note for _, block in self._placed for note in block.notes()]

    def _white(self) -> float:
        """Return the space above the first block that takes any room."""
        return next((block.before for block in self._blocks if not _takes_no_room(block)), 0.0)

    def _take_back(self, head: list[Block], width: float) -> None:
        """Let what is kept with the next block go with it: its last lines, else all of it, if that is not much."""
        staying = len(head)
        while staying and head[staying - 1].keep:
            staying -= 1
        if staying == len(head):
            return
        parts = head[-1].split(width, head[-1].measure(width, UNLIMITED) - 1.0)
        if parts is not None:
            head[-1] = parts[0]
            self._blocks.appendleft(parts[1])
        elif sum(block.measure(width, UNLIMITED) for block in head[staying:]) <= _KEPT_AT_MOST:
            self._blocks.extendleft(reversed(head[staying:]))
            del head[staying:]


def _takes_no_room(block: Block) -> bool:
    return isinstance(block, Anchor) or (isinstance(block, Stack) and all(map(_takes_no_room, block._blocks)))


class Together(Stack):
    """Blocks that go to the next page together, if they are not very tall: no last one stands alone on it."""

    def split(self, width: float, room: float) -> tuple[Stack, Stack] | None:
        """Return what fits and the rest, if they are so tall that they need not be kept together."""
        return None if self.measure(width, UNLIMITED) <= _KEPT_AT_MOST else super().split(width, room)


class AtHead(Solid):
    """A block that is drawn at the head of a page only: where something goes on there is told once."""

    def __init__(self, block: Block) -> None:
        self.baseline = block.baseline
        self._block = block

    def measure(self, width: float, room: float) -> float:
        """Return the height of the block."""
        return self._block.measure(width, room)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the block, unless it is further down than the first line of a page."""
        if top > canvas.sheet.bottom + canvas.sheet.room - 2 * self.baseline:
            self._block.draw(canvas, x, top)


class Beside:
    """A block with an aside to its left or right, on the same baseline: the cell of the grid.

    The block is `indent` from the left and `outdent` from the right; the aside is `at` from the left, `wide` wide.
    The aside must be short: it is not split, and stays with the first lines of the block. Where the block goes on on
    another page, what `again` makes stands beside it.
    """

    def __init__(
        self,
        body: Block,
        aside: Block | None,
        *,
        again: Callable[[], Block] | None = None,
        indent: float = 0.0,
        outdent: float = 0.0,
        at: float,
        wide: float,
    ) -> None:
        self.before = body.before
        self.keep = body.keep
        self.baseline = max(body.baseline, aside.baseline if aside else 0.0)
        self._body = body
        self._aside = aside
        self._again = again
        self._indent = indent
        self._outdent = outdent
        self._at = at
        self._wide = wide
        self._width = 0.0
        self._tall = 0.0 if aside is None else -1.0  # how far down the aside reaches, once that is measured

    def measure(self, width: float, room: float) -> float:
        """Return the height of the taller one."""
        self._width = width
        drop = self.baseline - self._body.baseline
        height = drop + self._body.measure(width - self._indent - self._outdent, room - drop)
        return max(height, self._aside_height())

    def split(self, width: float, room: float) -> tuple["Beside", "Beside"] | None:
        """Return the cell with the part of the block that fits, and one with the rest."""
        drop = self.baseline - self._body.baseline
        if self._aside_height() > room:
            return None
        parts = self._body.split(width - self._indent - self._outdent, room - drop)
        if parts is None:
            return None
        first, rest = self._cell(parts[0], self._aside), self._cell(parts[1], self._again() if self._again else None)
        first.before, rest.keep = self.before, self.keep
        return first, rest

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw both."""
        mirrored = canvas.sheet.mirrored
        if self._aside is not None:
            at = self._width - self._at - self._wide if mirrored else self._at
            self._aside.draw(canvas, x + at, top - self.baseline + self._aside.baseline)
        indent = self._outdent if mirrored else self._indent
        self._body.draw(canvas, x + indent, top - self.baseline + self._body.baseline)

    def notes(self) -> Sequence[PageNote]:
        """Return the notes of both."""
        return [*self._aside.notes(), *self._body.notes()] if self._aside is not None else self._body.notes()

    def _aside_height(self) -> float:
        if self._tall < 0.0 and self._aside is not None:
            self._tall = self.baseline - self._aside.baseline + self._aside.measure(self._wide, UNLIMITED)
        return self._tall

    def _cell(self, body: Block, aside: Block | None) -> "Beside":
        return Beside(
            body,
            aside,
            again=self._again,
            indent=self._indent,
            outdent=self._outdent,
            at=self._at,
            wide=self._wide,
        )


class Barred:
    """A block with a line down the side where its lines begin, `indent` away from it."""

    def __init__(self, body: Block, before: float, color: Color, indent: float = 12.0, weight: float = 1.2) -> None:
        self.before = before
        self.keep = body.keep
        self.baseline = body.baseline
        self._body = body
        self._color = color
        self._indent = indent
        self._weight = weight
        self._width = self._height = 0.0

    def measure(self, width: float, room: float) -> float:
        """Return the height of the block."""
        self._width = width
        self._height = self._body.measure(width - self._indent, room)
        return self._height

    def split(self, width: float, room: float) -> tuple["Barred", "Barred"] | None:
        """Return two blocks, each with its line."""
        parts = self._body.split(width - self._indent, room)
        return (self._part(parts[0], self.before), self._part(parts[1], parts[1].before)) if parts else None

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the line and the block."""
        mirrored = canvas.sheet.mirrored
        at = x + self._width - self._weight / 2 if mirrored else x + self._weight / 2
        canvas.rule((at, top - 2), (at, top - self._height + 2), self._weight, self._color)
        self._body.draw(canvas, x if mirrored else x + self._indent, top)

    def notes(self) -> Sequence[PageNote]:
        """Return the notes of the block."""
        return self._body.notes()

    def _part(self, body: Block, before: float) -> "Barred":
        return Barred(body, before, self._color, self._indent, self._weight)
