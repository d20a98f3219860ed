"""Setting: how the words of a paragraph are put into lines, justified where the style asks for it.

Lengths are in thousandths of the style's size.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from operator import add, gt

from .design import Style
from .fonts import Fonts
from .glyphs import SOFT_HYPHEN
from .hyphenation import HYPHEN_COST, divisions
from .lines import Breaks, balanced_lines, between_words, ends_in_stub, even_lines, full_lines
from .pen import Line
from .tokens import Token, token

# How much wider the blanks of a line may become without hyphenation, with it, and where nothing else helps, as parts
# of a blank; a line that is looser than the last of these is not justified.
_GOOD, _FAIR, _POOR, _LOOSEST = 0.9, 1.5, 4.0, 1.8
# What a break after the sign of an address or the hyphen of a compound costs, in the demerits of lines.
_SIGN_COST = 0.75
_SIGNS = frozenset("-/?&=._:#%+~,;@|")

# Where a line begins or ends: the index of a word, and how many characters of it stand before.
Place = tuple[int, int]
# A row of `Breaks`: what each of its columns has of one place where a line may end.
_Break = tuple[float, float, int, float, int, int]


class Setting(ABC):
    """A paragraph that is being broken into lines, however its words are held."""

    base = 0

    def __init__(self, fonts: Fonts, style: Style, language: str) -> None:
        self.fonts = fonts
        self.style = style
        self.language = language
        self.blank = fonts.primary(style.face).space + style.tracking * 1000 / style.size

    def lines(self, available: float) -> Iterator[Line]:
        """Yield the lines; those of justified text but the last are as wide as they may be."""
        breaks, chosen = self._chosen(available)
        start, origin, before = (0, 0), 0.0, 0
        last = len(breaks.ends) - 1
        for index in chosen:
            end, blanks = (breaks.words[index], breaks.within[index]), breaks.blanks[index] - before
            tokens, codes, width = self.between(start, end, blanks, breaks.ends[index] - origin)
            stretch = self._stretch(available - width, blanks, is_last=index == last)
            spaced = breaks.starts[index] > breaks.ends[index] and index != last
            yield Line(tokens, codes, width + stretch * blanks, stretch, spaced, self.base)
            start, origin, before = end, breaks.starts[index], breaks.blanks_after(index)

    @abstractmethod
    def breaks(self, *, hyphenated: bool) -> Breaks:
        """Return where lines may end."""

    @abstractmethod
    def between(
        self, start: Place, end: Place, blanks: int, width: float
    ) -> tuple[Sequence[Token], Sequence[str], float]:
        """Return the tokens or codes between two places, and their width, which is about `width`."""

    def _stretch(self, spare: float, blanks: int, *, is_last: bool) -> float:
        """Return how much wider, or narrower, each blank of a line is made."""
        if self.style.align != "justify" or not blanks or (is_last and spare >= 0):
            return 0.0
        stretch = spare / blanks
        return stretch if stretch <= _LOOSEST * self.blank else 0.0

    def _chosen(self, available: float) -> tuple[Breaks, list[int]]:
        breaks = self.breaks(hyphenated=False)
        if self.style.align != "justify":
            return breaks, (balanced_lines if self.style.balanced else full_lines)(breaks, available)
        chosen = even_lines(breaks, available, self.blank, _GOOD)
        divides = self.style.hyphenated and divisions(self.language) is not None
        if divides and (chosen is None or ends_in_stub(breaks, chosen, available)):
            divided = self.breaks(hyphenated=True)
            found = even_lines(divided, available, self.blank, _FAIR)
            if found is not None and (chosen is None or not ends_in_stub(divided, found, available)):
                return divided, found
            if chosen is None:
                breaks = divided
        if chosen is None:
            chosen = even_lines(breaks, available, self.blank, _POOR)
        return breaks, chosen or full_lines(breaks, available, 1.0)


class Plain(Setting):
    """Words of one face, with blanks between them."""

    def __init__(self, fonts: Fonts, style: Style, texts: list[str], language: str) -> None:
        super().__init__(fonts, style, language)
        self._words = fonts.words(style.face)
        self._texts = texts
        found = list(map(self._words.__getitem__, texts))
        self._widths = [word.width for word in found]
        self._codes = [word.plain for word in found]

    def fits(self, available: float) -> bool:
        """Tell whether every word is in the first font of its face, and fits on a line."""
        return all(self._codes) and max(self._widths, default=0.0) <= available

    def lines(self, available: float) -> Iterator[Line]:
        """Return the lines; a text that fits on one is not looked at any closer."""
        width = sum(self._widths) + (len(self._widths) - 1) * self.blank
        if 0 <= width <= available:
            return iter((Line((), self._codes, width, 0.0, spaced=False),))
        return super().lines(available)

    def breaks(self, *, hyphenated: bool) -> Breaks:
        """Return the places between words, and inside of them."""
        divided = divisions(self.language) if hyphenated else None
        if divided is None:
            return between_words(self._widths, self.blank)
        hyphen, blank, x = self._words[SOFT_HYPHEN].width, self.blank, 0.0
        ends, starts, blanks, costs, within = [], [], [], [], []
        for index, (text, width) in enumerate(zip(self._texts, self._widths, strict=True)):
            for place, part, cost in divided[text]:
                at = x + width * part
                ends.append(at + hyphen)
                starts.append(at)
                blanks.append(index)
                costs.append(cost)
                within.append(place)
            x += width
            ends.append(x)
            x += blank
            starts.append(x)
            blanks.append(index)
            costs.append(0.0)
            within.append(0)
        return Breaks(ends, starts, blanks, costs, list(map(add, blanks, map(gt, starts, ends))), within)

    def between(
        self, start: Place, end: Place, blanks: int, width: float
    ) -> tuple[Sequence[Token], Sequence[str], float]:
        """Return the codes of the words between two places."""
        (first, after), (last, within) = start, end
        codes = self._codes[first:last]
        if not (after or within):
            return (), codes, width
        width = sum(self._widths[first:last]) + blanks * self.blank
        if within:
            word = self._words[self._texts[last][after if first == last else 0 : within] + SOFT_HYPHEN]
            codes.append(word.plain)
            width += word.width
        if after and first != last:
            word = self._words[self._texts[first][after:]]
            codes[0] = word.plain
            width += word.width - self._widths[first]
        return (), codes, width


class Rich(Setting):
    """Tokens of any kind, in a paragraph whose direction is that of the level `base`."""

    def __init__(self, fonts: Fonts, style: Style, tokens: list[Token], language: str, base: int) -> None:
        super().__init__(fonts, style, language)
        self.base = base
        self._tokens = tokens

    def lines(self, available: float) -> Iterator[Line]:
        """Return the lines; a text that fits on one is not looked at any closer."""
        blanks = sum([one.gap == "space" for one in self._tokens[1:]])
        tokens, _, width = self.between((0, 0), (len(self._tokens), 0), blanks, 0.0)
        if width <= available:
            return iter((Line(tokens, (), width, 0.0, spaced=False, base=self.base),))
        return super().lines(available)

    def breaks(self, *, hyphenated: bool) -> Breaks:
        """Return the places between tokens, and inside of those that may be divided."""
        divided = divisions(self.language) if hyphenated else None
        hyphen, blank, x = self.fonts.word(self.style.face, SOFT_HYPHEN).width, self.blank, 0.0
        blanks = 0
        found: list[_Break] = []
        for index, one in enumerate(self._tokens):
            if one.gap == "space" and index:
                found.append((x, x + blank, blanks, 0.0, index, 0))
                x += blank
                blanks += 1
            elif one.gap == "soft" and index:
                found.append((x + hyphen, x, blanks, HYPHEN_COST, index, 0))
            elif one.gap == "break" and index:
                cost = _SIGN_COST if self._tokens[index - 1].text[-1] in _SIGNS else 0.0
                found.append((x, x, blanks, cost, index, 0))
            if divided is not None:
                for place, part, cost in divided[one.text]:
                    at = x + one.width * part
                    found.append((at + hyphen, at, blanks, cost, index, place))
            x += one.width
        found.append((x, x, blanks, 0.0, len(self._tokens), 0))
        return Breaks(*zip(*found, strict=True))

    def between(
        self,
        start: Place,
        end: Place,
        blanks: int,
        width: float,  # noqa: ARG002 - it is measured anew
    ) -> tuple[Sequence[Token], Sequence[str], float]:
        """Return the tokens between two places."""
        (first, after), (last, within) = start, end
        tokens = self._tokens[first:last]
        if within:
            one = self._tokens[last]
            tokens.append(self._part(one, after if first == last else 0, within, SOFT_HYPHEN))
        elif tokens and last < len(self._tokens) and self._tokens[last].gap == "soft":
            tokens[-1] = self._part(tokens[-1], 0, len(tokens[-1].text), SOFT_HYPHEN)
        if after and first != last:
            tokens[0] = self._part(tokens[0], after, len(tokens[0].text), "")
        return tokens, (), sum(one.width for one in tokens) + blanks * self.blank

    def _part(self, one: Token, start: int, end: int, hyphen: str) -> Token:
        shown = one.text[start:end] + hyphen
        return token(self.fonts, self.style, shown, run=one.run, gap=one.gap, level=one.level, blank=one.blank)
