"""Walks an element of HTML and writes down the blocks that a reader saw."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from types import MappingProxyType
from typing import Literal, NamedTuple

from lxml import etree

from ...model import Block, Embed, Heading, ListBlock, Media, Paragraph
from ...model.blocks import MediaKind
from . import embeds, players
from .captions import CAPTION, KINDS, SMALL, captions, has_line_below, is_credit, is_under_picture, says_credit
from .classes import UNSEEN, is_unseen
from .escapes import resolved
from .figures import as_one, captioned, captions_of, late_pictures, named_in, quotation
from .names import BLOCKS, HEADINGS
from .rows import lays_out, placed
from .run import Run, plain_paragraph, row_of
from .tree import line_inside, spaced, text_inside

_DEEPEST = 100
_NOT_READ = (
    "script style template head title meta link base noscript svg math canvas button input select textarea option "
    "datalist dialog param map area frame frameset noframes rp"
)
_DROPPED = frozenset(_NOT_READ.split())
_MANY = 5  # elements, more than a picture and its caption are
_BOXES = frozenset({"div", "figure", "section", "p"})
_CAPTIONED = _BOXES | {"span", "dl"}
_CODE = frozenset({"code", "samp", "kbd"})


class Blocks(NamedTuple):
    """The blocks of a body, and the addresses of links that stood where the model keeps none.

    `places` are those of elements that were to be marked: the number of blocks before each.
    """

    blocks: list[Block]
    unkept: list[str]
    places: Mapping[etree._Element, int] = MappingProxyType({})


@lru_cache(maxsize=2048)  # pages have few
def _role(classes: str | None) -> Literal["unseen", "caption"] | None:
    """Return what the classes of an element say: that nobody sees it, or that it says what is shown above it."""
    return "unseen" if UNSEEN.says(classes) else "caption" if CAPTION.says(classes) else None


class Reader:
    """Reads one element; parts that are blocks of their own kind are read by readers of their own."""

    def __init__(
        self,
        base: str | None,
        without: Collection[etree._Element] = (),
        quoted: Mapping[etree._Element, Sequence[etree._Element]] | None = None,
        marks: Collection[etree._Element] = (),
        depth: int = 0,
    ) -> None:
        self._base = base
        self._without = frozenset(without)
        self._quoted = quoted or {}
        self._marks = frozenset(marks)
        self._places: dict[etree._Element, int] = {}
        self._depth = depth
        self._run = Run()
        self._blocks: list[Block] = []
        self._after: list[Block] = []  # what was shown inside the run of text, and so stands behind it
        self._unkept: list[str] = []
        self._url: str | None = None
        self._code = False

    def read(self, element: etree._Element) -> Blocks:
        """Return the blocks inside `element`."""
        self._inside(element)
        self._flush()
        return Blocks(self._blocks, self._unkept, self._places)

    def read_parts(self, parts: Iterable[etree._Element]) -> Blocks:
        """Return the blocks that `parts` are."""
        for part in parts:
            self._child(part)
            self._flush()
        return Blocks(self._blocks, self._unkept, self._places)

    def _nested(self, element: etree._Element, without: Collection[etree._Element] = ()) -> list[Block]:
        gone = self._without.union(without) if without else self._without
        # Most items, captions and headings are a line.
        may_be_plain = not self._marks and self._depth < _DEEPEST - 1
        if may_be_plain and (one := plain_paragraph(element, self._base, gone)) is not None:
            return one
        found = Reader(self._base, gone, self._quoted, self._marks, self._depth + 1).read(element)
        self._unkept += found.unkept
        self._places |= dict.fromkeys(found.places, len(self._blocks))
        return found.blocks

    def _flush(self) -> None:
        if self._run.pieces:
            self._blocks += self._run.take()
        if self._after:
            self._blocks += self._after
            self._after = []

    def _mark(self, element: etree._Element) -> None:
        """Write down where an element stands, if it is to be marked."""
        if element in self._marks:
            self._flush()
            self._places[element] = len(self._blocks)

    def _show(self, block: Block | None) -> None:
        """Put a picture or embed behind the sentence that it stands in."""
        if block is not None:
            (self._after if self._run.pieces else self._blocks).append(block)

    def _text(self, text: str | None) -> None:
        if text:
            self._run.add(text if self._code else resolved(text), self._url)

    def _inside(self, element: etree._Element) -> None:
        self._depth += 1
        if text := element.text:
            self._text(text)
        for child in element[:]:
            if self._marks:
                self._mark(child)
            self._child(child)
            if text := child.tail:
                self._text(text)
        self._depth -= 1

    def _child(self, child: etree._Element) -> None:
        name, role = str(child.tag), _role(child.get("class"))
        if name in _DROPPED or child in self._without or role == "unseen" or child.get("hidden") is not None:
            return
        if child in self._quoted:
            self._posted(child, self._quoted[child])
        elif (name == "figcaption" or (role == "caption" and name in _CAPTIONED)) and is_under_picture(child):
            self._caption(child)
        elif name in _BOXES and not len(child):
            if child.text:
                self._flow(child)
            else:
                self._flush()
                self._show(embeds.placeholder(child, self._base))
        elif self._depth > _DEEPEST:
            self._flat(child)
        elif not ((len(child) > 1 or (len(child) and name in players.BOXES)) and self._shown_in(child)):
            _HANDLERS.get(name, Reader._inline)(self, child)

    def _shown_in(self, box: etree._Element) -> bool:
        """Write what a box is that has one thing to show and words about it; False for other boxes."""
        if told := players.told(box):
            self._picture(box, told, players.kind(box))
            links = [link for link in box.iter("a") if all(part not in link.iterancestors() for part in told)]
            self._unkept += filter(None, (embeds.address(link.get("href"), self._base) for link in links))
            return True
        if not ((box.tag in _CAPTIONED or "-" in box.tag) and 1 < len(box) < _MANY):
            return self._linked(box)
        if below := captions(box, self._without):
            self._picture(box, [part for part in below if not is_credit(part)])
            return True
        if has_line_below(box):
            self._picture(box, [])
            return True
        if (frame := embeds.frame_in(box)) is not None:
            self._framed(frame, box)
            return True
        return False

    def _linked(self, box: etree._Element) -> bool:
        """Write the link that is all of what a box embeds; False for other boxes."""
        link = embeds.link_alone(box) if len(box) == 1 else None
        if link is not None:
            self._flush()
            self._blocks.append(embeds.told(box, self._base, line_inside(link)))
        return link is not None

    def _inline(self, child: etree._Element) -> None:
        code, self._code = self._code, self._code or child.tag in _CODE
        self._inside(child)
        self._code = code

    def _small(self, child: etree._Element) -> None:
        """Write what is set in other letters: a line below a picture that ends with a credit is its caption."""
        if says_credit(child) and is_under_picture(child):
            self._caption(child)
        else:
            self._inside(child)

    def _flow(self, child: etree._Element) -> None:
        self._flush()
        if self._url is None and not (self._code or self._marks) and self._depth < _DEEPEST:
            one = plain_paragraph(child, self._base, self._without)
            if one is not None:
                self._blocks += one
                return
        self._inside(child)
        self._flush()

    def _flat(self, element: etree._Element) -> None:
        """Add the text of what stands too deep to be walked, a blank between two blocks."""
        walk = etree.iterwalk(element, events=("start", "end"))
        for event, part in walk:
            blank = " " if part.tag in BLOCKS and part.tag not in _DROPPED else None
            self._text(blank)
            if event == "end":
                self._text(part.tail if part is not element else None)
            elif part.tag in _DROPPED:
                walk.skip_subtree()
            else:
                self._text(part.text)

    def _break(self, _: etree._Element) -> None:
        self._run.break_line()

    def _link(self, element: etree._Element) -> None:
        outer = self._url
        self._url = embeds.address(element.get("href"), self._base) or outer
        self._inside(element)
        self._url = outer

    def _heading(self, element: etree._Element) -> None:
        self._flush()
        texts, shown = self._said(self._nested(element))
        if texts:
            self._blocks.append(Heading(spaced(" ".join(texts)), int(str(element.tag)[1])))
        self._blocks += shown

    def _said(self, found: Iterable[Block]) -> tuple[list[str], list[Block]]:
        """Return the texts of blocks, a nested list's indented, and the blocks that show something."""
        texts: list[str] = []
        shown: list[Block] = []
        for block in found:
            if isinstance(block, Paragraph):
                texts.append(block.text)
                self._unkept += [link.url for link in block.links]
            elif isinstance(block, Media | Embed):
                shown.append(block)
            elif isinstance(block, ListBlock):
                texts += ["  " + item.replace("\n", "\n  ") for item in block.items]
            else:
                texts.append(block.text)
        return texts, shown

    def _quotation(self, element: etree._Element) -> None:
        self._flush()
        is_post = embeds.is_post(element)
        by = [] if is_post else named_in(element)
        texts, shown = self._said(self._nested(element, by))
        if is_post:
            self._blocks.append(embeds.post(element, self._base, "\n".join(texts)))
        else:
            source = " ".join(text for part in by for text in self._said(self._nested(part))[0])
            self._blocks += quotation(texts, source)
        self._blocks += shown

    def _posted(self, box: etree._Element, by: Sequence[etree._Element]) -> None:
        """Write the post that a box is as a quotation of those whom the parts `by` name, without any as it stands."""
        self._flush()
        texts, shown = self._said(self._nested(box, by))
        if not by:
            self._blocks.append(embeds.told(box, self._base, "\n".join(texts)))
        else:
            self._blocks += quotation(texts, self._one_line(by) or "")
        self._blocks += shown

    def _list(self, element: etree._Element) -> None:
        self._flush()
        items: list[str] = []
        shown: list[Block] = []
        for child in element:
            if items and self._marks and not self._marks.isdisjoint(child.iter()):  # it begins a list of its own
                self._blocks += [ListBlock(items, ordered=element.tag == "ol"), *shown]
                items, shown = [], []
            self._mark(child)
            if child in self._without or is_unseen(child):
                continue
            texts, more = self._said(self._nested(child))
            if child.tag in ("ul", "ol") and items:  # a list directly in a list, which is written but not allowed
                items[-1] = "\n".join([items[-1], *("  " + text for text in texts)])
            elif texts and child.tag not in _DROPPED:
                items.append("\n".join(texts))
            shown += more
        if items:
            self._blocks.append(ListBlock(items, ordered=element.tag == "ol"))
        self._blocks += shown

    def _table(self, element: etree._Element) -> None:
        """Write each row as a paragraph, its cells parted by bars; what a table only lays out as it stands."""
        rows = {row: [cell for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr")}
        if lays_out(element, rows):
            self._flow(element)
            return
        self._flush()
        for caption in element.findall("caption"):
            self._flow(caption)
        for row, cells in zip(rows, placed(rows.values()), strict=True):
            self._mark(row)
            if row in self._without:
                continue
            for cell in rows[row]:
                self._mark(cell)
            found = [self._nested(cell) if cell is not None else [] for cell in cells]
            if any(found):
                self._blocks.append(row_of(found))
            self._blocks += [block for cell in found for block in cell if isinstance(block, Media | Embed)]

    def _figure(self, element: etree._Element) -> None:
        self._picture(element, captions_of(element), players.kind_of_figure(element))

    def _picture(
        self, element: etree._Element, captions: Sequence[etree._Element], played: MediaKind | None = None
    ) -> None:
        """Write what a box shows as one, with these as its caption; `played` is what a script plays in it."""
        self._flush()
        names: list[etree._Element] = []
        for part in islice(element.iter(), 1, None):
            if is_credit(part) and not (names and any(above in names for above in part.iterancestors())):
                names.append(part)
        caption = self._one_line(captions, names)
        credit = self._one_line(names)
        shown = self._nested(element, [*captions, *names])
        found = [block for block in shown if block.text.casefold() not in KINDS] or late_pictures(element, self._base)
        self._blocks += as_one(found, caption, credit, played)

    def _caption(self, element: etree._Element) -> None:
        """Write the text of an element as the caption of what is shown above it."""
        self._flush()
        caption = self._one_line([element])
        last = self._blocks[-1] if self._blocks else None
        if caption and isinstance(last, Media) and last.caption is None:
            self._blocks[-1] = captioned(last, caption, last.credit)
        elif caption:
            self._blocks.append(Media(kind="video", caption=caption))

    def _one_line(self, parts: Iterable[etree._Element], without: Collection[etree._Element] = ()) -> str | None:
        texts: list[str] = []
        for part in parts:
            texts += self._said(self._nested(part, without))[0]
        return spaced(" ".join(texts)) or None if texts else None

    def _image(self, element: etree._Element) -> None:
        if characters := embeds.pictograph(element):
            self._text(characters)
        else:
            self._show(embeds.picture(element, self._base))

    def _recording(self, element: etree._Element) -> None:
        self._show(embeds.recording(element, self._base))

    def _framed(self, element: etree._Element, box: etree._Element | None = None) -> None:
        """Write what an element shows; words of it, or of the box that it begins, stand in for that."""
        texts, shown = self._said(self._nested(element) if box is None else self._nested(box, [element]))
        framed = embeds.framed(element, self._base, "\n".join(texts))
        self._flush()
        self._blocks += [framed] if framed else [Paragraph(text) for text in texts]
        self._blocks += shown

    def _preformatted(self, element: etree._Element) -> None:
        self._flush()
        text = text_inside(element).strip("\r\n").rstrip()
        if text.strip():
            self._blocks.append(Paragraph(text))


_HANDLERS: Mapping[str, Callable[[Reader, etree._Element], None]] = {
    **dict.fromkeys(BLOCKS, Reader._flow),
    **dict.fromkeys(HEADINGS, Reader._heading),
    **dict.fromkeys(SMALL, Reader._small),
    **dict.fromkeys(embeds.AMP_EMBEDS, Reader._framed),
    "a": Reader._link,
    "amp-audio": Reader._recording,
    "amp-iframe": Reader._framed,
    "amp-img": Reader._image,
    "amp-video": Reader._recording,
    "audio": Reader._recording,
    "blockquote": Reader._quotation,
    "br": Reader._break,
    "embed": Reader._framed,
    "figure": Reader._figure,
    "iframe": Reader._framed,
    "img": Reader._image,
    "menu": Reader._list,
    "object": Reader._framed,
    "ol": Reader._list,
    "pre": Reader._preformatted,
    "table": Reader._table,
    "ul": Reader._list,
    "video": Reader._recording,
}
