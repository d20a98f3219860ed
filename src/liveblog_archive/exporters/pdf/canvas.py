"""The canvas: pages of a file, with tags, links, named destinations, an outline, and numbers that are known later.

A page is written when it is turned. What is drawn stands in a marked sequence of an element, or is an artifact
(ISO 32000-1, 14.8.2.2): decoration, and what repeats on every page. Nothing is ever drawn outside of both.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Literal

from .conformance import Attachment, Conformance, Facts, attach, information, metadata, output_intent
from .design import Color, Sheet, Style
from .embedding import embed
from .file import File, literal, name_tree, reference
from .fonts import Fonts
from .outline import Bookmark, write_outline
from .tags import Element, Tree

Box = tuple[float, float, float, float]

# What begins an artifact that stands on one page alone.
_ARTIFACT = "/Artifact BMC"
# A section whose title is no lower than this below the top margin begins at the head of its page.
_AT_HEAD = 24.0


class Canvas:
    """Pages of one sheet, drawn in its coordinates: the origin is the lower left corner.

    `pages` has the page number of each named destination. `tree` is where elements are made, or None where the file
    has no tags; `root` is then an element that is never written.
    """

    def __init__(self, sheet: Sheet, fonts: Fonts, facts: Facts, conformance: Conformance = "3a") -> None:
        self.sheet = sheet
        self.fonts = fonts
        self.pages: dict[str, int] = {}
        self.section = self.section_at_top = ""
        self._facts = facts
        self._conformance = conformance
        self._file = File()
        self.tree = Tree(self._file, facts.language) if conformance == "3a" else None
        self.root = self.tree.root if self.tree else Element("Document")
        self._catalog, self._kids, self._resources = (self._file.reserve() for _ in range(3))
        self._destinations: dict[str, str] = {}
        self._bookmarks: list[Bookmark] = []
        self._called: dict[str, tuple[int, Style]] = {}
        self._artifact = _ARTIFACT
        self._written: list[int] = []
        self._begin()

    @property
    def page_number(self) -> int:
        """The number of the page that is being drawn, from 1."""
        return len(self._written) + 1

    def draw(self, operators: str) -> None:
        """Draw what stands in marked sequences."""
        self._operators.append(operators)

    def opening(self, element: Element | None) -> str:
        """Return the operator that begins a marked sequence of an element, or of an artifact; `EMC` ends it."""
        if element is None or self.tree is None:
            return self._artifact
        mark = len(self._marked)
        self._marked.append(element)
        self.tree.holds(element, self._page, mark)
        return f"/{element.role}<</MCID {mark}>>BDC"

    @contextmanager
    def pagination(self, subtype: Literal["Header", "Footer"]) -> Iterator[None]:
        """Draw artifacts as those of a running head or foot (PDF/UA-1, 7.8; ISO 32000-1, 14.8.2.2.2)."""
        self._artifact = f"/Artifact<</Type/Pagination/Subtype/{subtype}>>BDC"
        yield
        self._artifact = _ARTIFACT

    def rule(self, start: tuple[float, float], end: tuple[float, float], weight: float, color: Color) -> None:
        """Draw a line that says nothing."""
        self._decorate(f"{ink(color, stroke=True)} {weight:g} w {points(*start)} m {points(*end)} l S")

    def panel(self, box: Box, color: Color) -> None:
        """Fill a box, given as its left, lower, right and upper edge, with a colour that says nothing."""
        left, bottom, right, top = box
        self._decorate(f"{ink(color)} {points(left, bottom)} {points(right - left, top - bottom)} re f")

    def destination(self, name: str, x: float, top: float) -> None:
        """Make `name` a destination: this page, this place."""
        self.pages[name] = self.page_number
        self._destinations[name] = f"[{reference(self._page)}/XYZ {self._scaled(x, top)} null]"

    def bookmark(self, title: str, name: str, level: int) -> None:
        """Put a destination into the outline; level 0 is the highest."""
        self._bookmarks.append(Bookmark(title, name, level))

    def begin_section(self, title: str, top: float) -> None:
        """Note which section the page is in, for its running head."""
        if top >= self.sheet.height - self.sheet.top - _AT_HEAD:
            self.section_at_top = title
        self.section = title

    def link(self, element: Element, box: Box, alt: str, *, url: str = "", goto: str = "") -> None:
        """Make a box lead to an address, or to a named destination; `alt` is what it is called when it is read."""
        corners = f"{self._scaled(*box[:2])} {self._scaled(*box[2:])}"
        target = f"/A<</S/URI/URI{literal(url)}>>" if url else f"/Dest{literal(goto)}"
        number = self._file.reserve()
        key = ""
        if self.tree is not None:
            key = f"/StructParent {self.tree.holds_annotation(element, self._page, number)}"
        self._file.add(
            f"<</Type/Annot/Subtype/Link/Rect[{corners}]/Border[0 0 0]/F 4/Contents{literal(alt)}{target}{key}>>",
            number,
        )
        self._annotations.append(number)

    def call(self, name: str, style: Style, x: float, y: float, element: Element | None = None) -> None:
        """Draw, in `style` and with its end or beginning at x, y, the number that `name` will have."""
        if name not in self._called:
            self._called[name] = (self._file.reserve(), style)
        resource = f"N{self._called[name][0]}"
        self._operators.append(f"{self.opening(element)} q 1 0 0 1 {points(x, y)} cm /{resource} Do Q EMC")

    def turn(self) -> None:
        """End the page, and write it."""
        sheet = self.sheet
        operators = "\n".join(self._operators)
        if sheet.scale != 1:
            operators = f"{sheet.scale:g} 0 0 {sheet.scale:g} 0 0 cm\n{operators}"
        content = self._file.stream(operators.encode("latin-1"))
        keys = f"/Annots[{' '.join(map(reference, self._annotations))}]" if self._annotations else ""
        if self.tree is not None:
            keys += f"/StructParents {self.tree.page_key(self._marked)}/Tabs/S"
        self._file.add(
            f"<</Type/Page/Parent {reference(self._kids)}/MediaBox[0 0 {self._scaled(sheet.width, sheet.height)}]"
            f"/Resources {reference(self._resources)}/Contents {reference(content)}{keys}>>",
            self._page,
        )
        self._written.append(self._page)
        self.section_at_top = self.section
        self._begin()

    def settle(self, element: Element) -> None:
        """Write the tags of an element: nothing will be added to it any more."""
        if self.tree is not None:
            self.tree.settle(element)

    def take(self) -> bytes:
        """Return what was written of the file since the last call."""
        return self._file.take()

    def finish(self, attachments: Sequence[Attachment] = (), totals: dict[str, int] | None = None) -> Iterator[bytes]:
        """Yield the rest of the file; `totals` are numbers that were called and are no pages of destinations."""
        file = self._file
        self._define_called(self.pages | (totals or {}))
        keys = [*self._catalog_keys(), *self._conformance_keys()]
        names = f"/Dests {reference(name_tree(file, self._destinations))}" if self._destinations else ""
        if attachments and self._conformance != "plain":
            held = {attachment.filename: reference(attach(file, attachment)) for attachment in attachments}
            names += f"/EmbeddedFiles {reference(name_tree(file, held))}"
            keys.append(f"/AF[{' '.join(held.values())}]")
        yield self.take()
        self._write_resources()
        file.add(f"<</Type/Catalog{''.join(keys)}/Names<<{names}>>>>", self._catalog)
        file.finish(self._catalog, information(file, self._facts))
        yield self.take()

    def _decorate(self, operators: str) -> None:
        self._operators.append(f"{self._artifact} q {operators} Q EMC")

    def _begin(self) -> None:
        self._page = self._file.reserve()
        self._operators: list[str] = []
        self._marked: list[Element] = []
        self._annotations: list[int] = []

    def _catalog_keys(self) -> Iterator[str]:
        kids = " ".join(map(reference, self._written))
        self._file.add(f"<</Type/Pages/Count {len(self._written)}/Kids[{kids}]>>", self._kids)
        yield f"/Pages {reference(self._kids)}/Lang{literal(self._facts.language)}"
        side = "/Direction/R2L" if self.sheet.mirrored else ""  # on which side a spread begins
        yield f"/PageLabels<</Nums[0<</S/D>>]>>/ViewerPreferences<</DisplayDocTitle true{side}>>"
        if self._bookmarks:
            yield f"/Outlines {reference(write_outline(self._file, self._bookmarks))}/PageMode/UseOutlines"

    def _conformance_keys(self) -> Iterator[str]:
        if self.tree is not None:
            yield f"/StructTreeRoot {reference(self.tree.finish())}/MarkInfo<</Marked true>>"
        if self._conformance != "plain":
            yield f"/Metadata {reference(metadata(self._file, self._facts, self._conformance))}"
            yield f"/OutputIntents[{reference(output_intent(self._file))}]"

    def _define_called(self, numbers: dict[str, int]) -> None:
        """Write the numbers that were called before they were known, as forms (ISO 32000-1, 8.10)."""
        for name, (number, style) in self._called.items():
            word = self.fonts.word(style.face, str(numbers.get(name, 0)))
            width = word.width * style.size / 1000
            left = -width if style.align == "right" else 0.0
            font = self.fonts.primary(style.face)
            font.drawn = True
            look = f"{ink(style.color)} {typeface(font.resource, style.size)}"
            text = f"BT {look} {points(left, 0)} Td [({word.plain})]TJ ET"
            box = f"{points(left, -style.size)} {points(left + width, style.size)}"
            entries = f"/Type/XObject/Subtype/Form/BBox[{box}]/Resources {reference(self._resources)}"
            self._file.stream(text.encode("latin-1"), entries, number)

    def _write_resources(self) -> None:
        fonts = "".join(
            f"/{font.resource} {reference(embed(self._file, font))}"
            for font in self.fonts.loaded.values()
            if font.drawn
        )
        forms = "".join(f"/N{number} {reference(number)}" for number, _ in self._called.values())
        self._file.add(f"<</Font<<{fonts}>>/XObject<<{forms}>>>>", self._resources)

    def _scaled(self, x: float, y: float) -> str:
        return points(x * self.sheet.scale, y * self.sheet.scale)


def points(x: float, y: float) -> str:
    """Return two lengths in PDF syntax."""
    return f"{x:.2f} {y:.2f}"


@cache
def typeface(resource: str, size: float) -> str:
    """Return the operator that sets the font and its size."""
    return f"/{resource} {size:g} Tf"


@cache
def ink(color: Color, *, stroke: bool = False) -> str:
    """Return the operator that sets the colour of text and areas, or of lines."""
    red, green, blue = color
    return f"{red:g} {green:g} {blue:g} {'RG' if stroke else 'rg'}"
