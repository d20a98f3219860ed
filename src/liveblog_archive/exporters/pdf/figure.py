"""The timeline, drawn: nights behind bars, key events above them like flags, hours and days below."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from attrs import evolve

from ...overview import Timeline, timeline
from .figures import Drawing, Figure
from .layout import Space
from .look import ACCENT, BAR, BAR_APPROXIMATE, GREY, HAIRLINE, INK, PAPER, SHADE, Look
from .matter import Matter
from .protocol import Block
from .tags import Element

_BARS = 58.0  # the height of the fullest step, if it has so many entries
_TALL = 4
_LANE = 12.5  # the height of a row of names
_ABOVE = 6.0  # white between the lowest names and the fullest step
_ROW = 10.5  # the height of a row of ticks
_THINNEST = 0.9
_GAP = 0.16  # the white between two bars, as a part of a step
_BESIDE = 2.5  # the white between a pole or line and its name


def timeline_figure(matter: Matter, root: Element) -> Iterator[Block]:
    """Yield the figure with its caption; nothing where no entry has a time of day."""
    look = matter.look
    ruler = Drawing(matter.fonts, look.measure, 0.0)
    found = timeline(
        matter.blog,
        matter.words,
        [item.entry for item in matter.items],
        measure=lambda text: (ruler.text_width(text, look.event) + 2 * _BESIDE) / look.measure,
        widest=0.42 if look.narrow else 0.27,
        lanes=6 if look.narrow else 5,
        most_bins=60 if look.narrow else 120,
    )
    if found is None:
        return
    here = root.child("Sect")
    lang = matter.words.language if here.language() != matter.words.language else ""
    tag = here.child("Figure", alt=found.alternative, lang=lang)
    height = _floor(found) + _tallest(found) + _ABOVE + found.lanes * _LANE
    paint = partial(_paint, found, look)
    yield Figure(matter.fonts, height, paint, tag=tag, before=look.unit)
    yield Space(look.unit / 2)
    yield matter.said(here, look.small, "  ·  ".join(_legend(matter, found)), role="Caption")
    yield Space(look.unit / 2)


def _legend(matter: Matter, found: Timeline) -> Iterator[str]:
    words = matter.words
    yield words.say("legend-bar", unit=words.duration(timedelta(seconds=found.unit)), n=found.peak)
    if any(event.label for event in found.events):
        yield words.say("legend-headline" if found.headlined else "legend-key")
    if found.nights:
        yield words.say("legend-night", first="22:00", last="06:00")
    for cut in found.cuts:
        yield words.say("legend-cut", duration=words.duration(cut.end - cut.start))
    if found.undrawn:
        yield words.say("figure-undrawn", n=found.undrawn)


def _tallest(found: Timeline) -> float:
    """Return the height of the fullest step: where it has hardly more than one entry, it is no tower."""
    return _BARS * min(found.peak / _TALL, 1.0)


def _floor(found: Timeline) -> float:
    """Return the height of the axis above the rows of names below it: hours, where there are any, and days."""
    return len({"day", *(tick.kind for tick in found.ticks)}) * _ROW


def _paint(found: Timeline, look: Look, drawing: Drawing) -> None:
    """Draw it; where pages are read from the right, so is the axis."""
    _Painter(found, look, drawing).paint()


class _Painter:
    def __init__(self, found: Timeline, look: Look, drawing: Drawing) -> None:
        self._found = found
        self._look = look
        self._drawing = drawing
        self._floor = _floor(found)
        self._bars_height = _tallest(found)
        self._mirrored = look.sheet.mirrored

    def paint(self) -> None:
        self._nights()
        self._days()
        self._bars()
        self._axis()
        self._events()
        self._names()

    def _x(self, x: float) -> float:
        return (1.0 - x if self._mirrored else x) * self._drawing.width

    def _span(self, left: float, right: float) -> tuple[float, float]:
        """Return where a stretch begins on the page, and how wide it is."""
        start = min(self._x(left), self._x(right))
        return start, (right - left) * self._drawing.width

    def _nights(self) -> None:
        for night in self._found.nights:
            x, width = self._span(night.left, night.right)
            self._drawing.box(x, self._floor, width, self._bars_height + _ABOVE / 2, SHADE)

    def _bars(self) -> None:
        for step in self._found.bins:
            if not step.count:
                continue
            x, width = self._span(step.left, step.right)
            gap = min(width * _GAP, 1.2)
            wide = max(width - gap, _THINNEST)
            height = step.height * self._bars_height
            rough = height * step.approximate / step.count
            if height > rough:
                self._drawing.box(x + gap / 2, self._floor, wide, height - rough, BAR)
            if rough:
                self._drawing.box(x + gap / 2, self._floor + height - rough, wide, rough, BAR_APPROXIMATE)

    def _axis(self) -> None:
        floor, drawing = self._floor, self._drawing
        drawing.line([(0.0, floor), (drawing.width, floor)], 0.6, GREY)
        self._scale()
        for cut in self._found.cuts:
            x, width = self._span(cut.left, cut.right)
            middle = x + width / 2
            drawing.box(middle - 3.0, floor - 2.0, 6.0, 4.0, PAPER)
            for shift in (-3.0, 3.0):
                drawing.line([(middle + shift - 1.5, floor - 3.5), (middle + shift + 1.5, floor + 3.5)], 0.7, GREY)
        style = evolve(self._look.tick, align="right" if self._mirrored else "left")
        for tick in self._found.ticks:
            if tick.kind == "hour":
                drawing.line([(self._x(tick.x), floor), (self._x(tick.x), floor - 2.5)], 0.5, GREY)
                drawing.text(self._x(tick.left), floor - _ROW + 1.0, tick.text, style)

    def _scale(self) -> None:
        """Draw how many entries the fullest step has, at its height."""
        top, drawing = self._floor + self._bars_height, self._drawing
        drawing.line([(0.0, top), (drawing.width, top)], 0.4, HAIRLINE, (1.0, 2.0))
        side = drawing.width if self._mirrored else 0.0
        style = evolve(self._look.tick, align="left" if self._mirrored else "right")
        drawing.text(side + (_BESIDE if self._mirrored else -_BESIDE), top - 2.0, f"{self._found.peak}", style)

    def _days(self) -> None:
        style = evolve(self._look.tick, face="bold", color=INK, align="right" if self._mirrored else "left")
        for tick in self._found.ticks:
            if tick.kind == "day":
                x = self._x(tick.x)
                self._drawing.line([(x, 1.0), (x, self._floor + self._bars_height + _ABOVE / 2)], 0.5, HAIRLINE)
                self._drawing.text(
                    self._x(tick.left) + (-_BESIDE if self._mirrored else _BESIDE), 2.0, tick.text, style
                )

    def _events(self) -> None:
        """Draw the pole of each named event, and a mark on the axis for each of them."""
        base = self._floor + self._bars_height + _ABOVE
        for event in self._found.events:
            x = self._x(event.x)
            if event.label is not None:
                top = base + event.label.lane * _LANE + 8.0
                self._drawing.line([(x, self._floor), (x, top)], 0.5, ACCENT)
            self._drawing.disc(x, self._floor, 1.7 if event.label else 1.1, ACCENT)

    def _names(self) -> None:
        base = self._floor + self._bars_height + _ABOVE
        for event in self._found.events:
            if event.label is not None:
                points_right = event.label.left >= event.x - 1e-9
                ends = points_right is self._mirrored
                style = evolve(self._look.event, align="right" if ends else "left")
                edge = self._x(event.x) + (-_BESIDE if ends else _BESIDE)
                self._drawing.text(edge, base + event.label.lane * _LANE + 2.0, event.label.text, style)
