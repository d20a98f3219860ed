"""Where headlines and bylines stand around a time, found from all labels of a text at once.

`LAYOUTS` is the table: what stands in the lines above and below a label, H a headline, B a byline. A layout is the
text's habit where most labels have it.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from .rows import Row
from .shape import ends_like_a_sentence, is_byline, is_headline_like

_USUAL = 0.6
_FEWEST = 4  # times, of which one alone has something


class Layout(NamedTuple):
    """The lines above a label and below it, each H (headline) or B (byline), in the order of the text."""

    name: str
    above: str
    below: str


LAYOUTS = (
    Layout("headline above", "H", ""),
    Layout("headline and byline above", "HB", ""),
    Layout("byline above", "B", ""),
    Layout("headline below", "", "H"),
    Layout("byline and headline below", "", "BH"),
)
ABOVE, HEADLINE_AND_BYLINE_ABOVE, BYLINE_ABOVE, BELOW, BYLINE_BELOW = LAYOUTS


def find_layout(rows: Sequence[Row], labels: Sequence[int], alone: Sequence[int]) -> Layout | None:
    """Return the layout of labels that stand alone, by far the most frequent; None where labels begin lines of text.

    A headline below is taken for granted: it needs no habit to be read as one.
    """
    if 2 * len(alone) <= len(labels):
        return None
    lines = _Lines(rows)
    fits = {layout: sum(lines.fit(index, layout) for index in alone) for layout in LAYOUTS}
    fits[ABOVE] -= _trailers(rows, alone)
    fits[BYLINE_ABOVE] *= not lines.close_with_bylines(alone)
    for layout, others in (
        (HEADLINE_AND_BYLINE_ABOVE, (ABOVE, BELOW)),
        (BYLINE_BELOW, (ABOVE, BELOW)),
        (BYLINE_ABOVE, (ABOVE,)),
        (ABOVE, (BELOW,)),
    ):
        if fits[layout] >= _USUAL * len(alone) and all(fits[layout] > fits[other] for other in others):
            return layout
    return BELOW


def headlines_above_text(rows: Sequence[Row], lead: Sequence[int]) -> bool | None:
    """Tell whether labels that begin lines of text have headlines above them; None where too few have, to tell.

    Most of them have, and so has the first. Where that has none, or only a title, and the text ends with such a line
    too, these are captions. What only the first has is the title of all.
    """
    lines = _Lines(rows)
    if len(lead) >= _FEWEST and [at for at in lead if lines.fit(at, ABOVE)] == [lead[0]]:
        return False
    if len(lead) < 2 or not lines.fit(lead[1], ABOVE):
        return None
    if sum(lines.fit(index, ABOVE) for index in lead) < max(2, _USUAL * len(lead)):
        return None
    last = len(rows) - 1
    ends_so_too = lead[-1] < last and lines.kind(last) == "H"
    if lines.fit(lead[0], ABOVE) and (lead[0] > 1 or not ends_so_too):
        return True
    return False if ends_so_too else None


class _Lines:
    """The rows around labels, each looked at once: H, B, or neither."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._kinds: dict[int, str] = {}

    def kind(self, index: int) -> str:
        """Return H for a line like a headline, B for one like a byline, else nothing."""
        found = self._kinds.get(index)
        if found is None:
            row = self._rows[index]
            text = row.text
            found = self._kinds[index] = (
                "" if not row.plain or row.running else "B" if is_byline(text) else "H" * is_headline_like(text)
            )
        return found

    def fit(self, index: int, layout: Layout) -> bool:
        """Tell whether the lines around a label are those of a layout; text must follow a headline below."""
        start, end = index - len(layout.above), index + len(layout.below)
        if start < 0 or end >= len(self._rows):
            return False
        if layout.below and not (end + 1 < len(self._rows) and self._rows[end + 1].plain):
            return False
        above = all(self.kind(start + place) == kind for place, kind in enumerate(layout.above))
        return above and all(self.kind(index + 1 + place) == kind for place, kind in enumerate(layout.below))

    def close_with_bylines(self, labels: Sequence[int]) -> bool:
        """Tell whether bylines stand below texts: not above the first label, but behind a sentence below the last."""
        if self.fit(labels[0], BYLINE_ABOVE):
            return False
        below = range(labels[-1] + 2, len(self._rows))
        return any(self.kind(at) == "B" and ends_like_a_sentence(self._rows[at - 1].text) for at in below)


def _trailers(rows: Sequence[Row], labels: Sequence[int]) -> int:
    """Return how many labels have one and the same line above them, but not the first: each entry ends with it."""
    texts = Counter(rows[index - 1].text for index in labels[1:])
    text, count = texts.most_common(1)[0] if texts else ("", 0)
    first = labels[0]
    return count if 2 * count > len(labels) and (first == 0 or rows[first - 1].text != text) else 0
