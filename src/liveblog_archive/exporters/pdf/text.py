"""Text: runs of characters as a block, which is measured for a width, split between lines, and drawn.

Layout decides where text goes and knows nothing of glyphs; this module knows nothing of columns or pages. Widths are
in thousandths of the style's size.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from itertools import repeat

from ...characters import visible
from .canvas import Canvas
from .design import Style
from .fonts import Fonts, Word
from .glyphs import SOFT_HYPHEN
from .hyphenation import SHORTEST, hyphenator
from .lines import Breaks, Place, between_words, even_lines, full_lines
from .notes import PageNote
from .pen import Line, Pen
from .tags import Element
from .tokens import Run, Token, cut, plain_words, token, tokenized

_LEAST_LINES = 2
# How much wider the blanks of a line may become without hyphenation, with it, and where nothing else helps, as parts
# of a blank; a line that would be looser still is not justified.
_GOOD, _FAIR, _LOOSEST = 0.9, 1.2, 1.6
# What a hyphen costs, in the demerits of lines.
_HYPHEN_COST = 1.5


class Text:
    """Lines of text of one style: measured for a width, split between lines, and drawn.

    `tag` is the element that the text is in; without one it is an artifact, which nobody reads aloud. Less than two
    lines of a longer text never stand alone at the foot or head of a page.
    """

    def __init__(self, fonts: Fonts, style: Style, *runs: Run | str, tag: Element | None) -> None:
        self.style = style
        self.before = style.before
        self.keep = style.keep
        self.baseline = style.baseline
        self._fonts = fonts
        self._runs = [run if isinstance(run, Run) else Run(run) for run in runs]
        self._tag = tag
        self._inline: dict[int, Element] = {}
        self._lines: Sequence[Line] = ()
        self._width = -1.0

    def measure(self, width: float, room: float) -> float:  # noqa: ARG002 - a text is always measured whole
        """Return the height of the text at `width`."""
        if width != self._width:
            self._lines = list(self._set(width / self.style.size * 1000))
            self._width = width
        return len(self._lines) * self.style.leading

    def split(self, width: float, room: float) -> tuple["Text", "Text"] | None:
        """Return what fits into `room` and the rest; None where too few lines would stand on either side."""
        self.measure(width, room)
        lines = min(int(room / self.style.leading + 1e-6), len(self._lines) - _LEAST_LINES)
        if lines < _LEAST_LINES:
            return None
        first, rest = copy(self), copy(self)
        first._lines, rest._lines = self._lines[:lines], self._lines[lines:]
        first.keep = False
        return first, rest

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the text; `top` is the upper edge of its first line."""
        if self._lines:
            Pen(canvas, self._fonts, self.style, self._tag, self._inline).draw(self._lines, x, top, self._width)

    def notes(self) -> Iterator[PageNote]:
        """Yield the notes that the lines refer to."""
        for line in self._lines:
            for one in line.tokens:
                if one.run.note is not None and one.text.strip():
                    yield one.run.note

    @property
    def _blank(self) -> float:
        return self._fonts.primary(self.style.face).space + self.style.tracking * 1000 / self.style.size

    def _set(self, available: float) -> Iterator[Line]:
        words = plain_words(self._runs, self.style)
        if words is not None:
            face, color = self._runs[0].face or self.style.face, self._runs[0].color
            if face == self.style.face and (color is None or color == self.style.color):
                lines = _Plain(self._fonts, self.style, words, self._language()).set(available)
                if lines is not None:
                    yield from lines
                    return
        yield from self._rich_lines(available)

    def _language(self) -> str:
        return self._tag.language() if self._tag is not None else ""

    def _rich_lines(self, available: float) -> Iterator[Line]:
        """Yield the text's own lines, each broken where it has to be; no two empty ones in a row."""
        empty = True
        for tokens, base in tokenized(self._fonts, self.style, self._runs):
            if tokens:
                whole = cut(self._fonts, self.style, tokens, available)
                yield from _Rich(self._fonts, self.style, whole, self._language(), base).set(available)
            elif not empty:
                yield Line((), (), 0.0, 0.0, spaced=False)
            empty = not tokens


class _Setting:
    """A paragraph that is being broken into lines, however its words are held."""

    def __init__(self, fonts: Fonts, style: Style, language: str) -> None:
        self.fonts = fonts
        self.style = style
        self.language = language
        self.blank = fonts.primary(style.face).space + style.tracking * 1000 / style.size

    def broken(self, available: float) -> Iterator[tuple[Place, Place, float, int, bool, float]]:
        """Yield for each line its beginning, its end, its width, its blanks, whether a blank ends it, its stretch."""
        breaks, chosen, loosest = self._chosen(available)
        start, origin, blanks = (0, 0), 0.0, 0
        last = len(breaks.ends) - 1
        for index in chosen:
            width, count = breaks.ends[index] - origin, breaks.blanks[index] - blanks
            spare = available - width
            stretch = spare / count if count and (index != last or spare < 0) else 0.0
            if self.style.align != "justify" or stretch > loosest * self.blank:
                stretch = 0.0
            spaced = breaks.starts[index] > breaks.ends[index] and index != last
            yield start, breaks.places[index], width + stretch * count, count, spaced, stretch
            start, origin, blanks = breaks.places[index], breaks.starts[index], breaks.blanks_after[index]

    def _chosen(self, available: float) -> tuple[Breaks, list[int], float]:
        breaks = self.breaks(hyphenated=False)
        if self.style.align != "justify":
            return breaks, full_lines(breaks, available), 0.0
        chosen = even_lines(breaks, available, self.blank, _GOOD)
        if chosen is None and hyphenator(self.language) is not None:
            breaks = self.breaks(hyphenated=True)
            chosen = even_lines(breaks, available, self.blank, _FAIR)
        if chosen is None:
            chosen = full_lines(breaks, available)
        return breaks, chosen, _LOOSEST

    def breaks(self, *, hyphenated: bool) -> Breaks:
        """Return where lines may end."""
        raise NotImplementedError


class _Plain(_Setting):
    """Words of one face, all of them in its first font, with blanks between them."""

    def __init__(self, fonts: Fonts, style: Style, words: list[str], language: str) -> None:
        super().__init__(fonts, style, language)
        self._texts = words
        known = fonts.words(style.face)
        found: list[Word] = [known.get(text) or fonts.word(style.face, text) for text in words]
        self._widths = [word.width for word in found]
        self._plain = [word.plain for word in found]

    def set(self, available: float) -> list[Line] | None:
        """Return the lines; None where a word is not as simple as all that."""
        if not all(self._plain) or max(self._widths, default=0.0) > available:
            return None
        return [
            Line((), self._codes(start, end), width, stretch, spaced)
            for start, end, width, _, spaced, stretch in self.broken(available)
        ]

    def breaks(self, *, hyphenated: bool) -> Breaks:
        if not hyphenated:
            return between_words(self._widths, self.blank)
        return _with_hyphens(self, list(zip(self._texts, self._widths, repeat("space"), strict=False)))

    def _codes(self, start: Place, end: Place) -> list[str]:
        (first, after), (last, within) = start, end
        codes = self._plain[first:last]
        if within:
            text = self._texts[last][after if first == last else 0 : within] + SOFT_HYPHEN
            codes.append(self.fonts.word(self.style.face, text).plain)
        if after and first != last:
            codes[0] = self.fonts.word(self.style.face, self._texts[first][after:]).plain
        return codes


class _Rich(_Setting):
    """Tokens of any kind."""

    def __init__(self, fonts: Fonts, style: Style, tokens: list[Token], language: str, base: int) -> None:
        super().__init__(fonts, style, language)
        self._tokens = tokens
        self._base = base

    def set(self, available: float) -> Iterator[Line]:
        """Yield the lines."""
        for start, end, width, _, spaced, stretch in self.broken(available):
            yield Line(self._between(start, end), (), width, stretch, spaced, self._base)

    def breaks(self, *, hyphenated: bool) -> Breaks:
        return _with_hyphens(self, [(one.text, one.width, one.gap) for one in self._tokens], hyphenated=hyphenated)

    def _between(self, start: Place, end: Place) -> list[Token]:
        (first, after), (last, within) = start, end
        tokens = self._tokens[first:last]
        if within:
            one = self._tokens[last]
            tokens.append(self._part(one, after if first == last else 0, within, SOFT_HYPHEN))
        elif tokens and last < len(self._tokens) and self._tokens[last].gap == "soft":
            tokens[-1] = self._part(tokens[-1], 0, len(tokens[-1].text), SOFT_HYPHEN)
        if after and first != last:
            tokens[0] = self._part(tokens[0], after, len(tokens[0].text), "")
        return tokens

    def _part(self, one: Token, start: int, end: int, hyphen: str) -> Token:
        return token(self.fonts, self.style, one.text[start:end] + hyphen, run=one.run, gap=one.gap, level=one.level)


def _with_hyphens(setting: _Setting, words: Sequence[tuple[str, float, str]], *, hyphenated: bool = True) -> Breaks:
    """Return the breaks between words, and inside of those that may be divided."""
    divide = hyphenator(setting.language) if hyphenated else None
    hyphen = setting.fonts.word(setting.style.face, SOFT_HYPHEN).width
    blank = setting.blank
    rows: list[tuple[float, float, int, int, float, Place]] = []
    add = rows.append
    x, blanks = 0.0, 0
    for index, (text, width, gap) in enumerate(words):
        if gap == "space" and index:
            add((x, x + blank, blanks, blanks + 1, 0.0, (index, 0)))
            x += blank
            blanks += 1
        elif gap != "glue" and index:
            soft = gap == "soft"
            add((x + hyphen if soft else x, x, blanks, blanks, _HYPHEN_COST if soft else 0.0, (index, 0)))
        if divide is not None and len(text) >= SHORTEST:
            for place, part in divide(text):
                at = x + width * part
                add((at + hyphen, at, blanks, blanks, _HYPHEN_COST, (index, place)))
        x += width
    add((x, x, blanks, blanks, 0.0, (len(words), 0)))
    return Breaks(*zip(*rows, strict=True))


def shortened(fonts: Fonts, style: Style, text: str, width: float) -> str:
    """Return as many of the first words of `text` as fit on a line of `width`, with an ellipsis where any is left."""
    available = width / style.size * 1000
    space = fonts.primary(style.face).space
    words = visible(text).split()
    used = fonts.word(style.face, "…").width - space
    for count, word in enumerate(words):
        used += space + fonts.word(style.face, word).width
        if used > available:
            return " ".join(words[:count]) + "…"
    return " ".join(words)
