"""The canvas: ReportLab's, made deterministic, with named destinations and page numbers that are known only later.

Whatever reaches into ReportLab's undocumented parts stands here and nowhere else.
"""

import hashlib
import re
import zlib
from collections.abc import Iterator
from datetime import datetime

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas as ReportLabCanvas

from .style import BOTTOM, PAGE_HEIGHT, PAGE_WIDTH, ROOM, Style

# ISO 32000-1 7.9.6 sets no size for the leaves of a name tree; readers search them one by one.
_LEAF = 256

# A section whose title is no lower than this begins at the head of its page.
_AT_HEAD = 24.0


class _Facts(pdfdoc.PDFInfo):  # type: ignore[misc]  # ReportLab has no types
    """The document information dictionary (ISO 32000-1 14.3.3): what is not known is left out."""

    def __init__(self, facts: dict[str, str]) -> None:
        super().__init__()
        self._facts = facts

    def format(self, document: object) -> bytes:
        """Return the dictionary in PDF syntax; ReportLab's own would hold the time of writing."""
        entries = {key: pdfdoc.PDFString(value) for key, value in self._facts.items() if value}
        formatted: bytes = pdfdoc.PDFDictionary(entries | {"Producer": pdfdoc.PDFString("ReportLab")}).format(
            document
        )
        return formatted


class Canvas(ReportLabCanvas):  # type: ignore[misc]  # ReportLab has no types
    """Pages of A4.

    `pages` has the page number of each named destination, `called` the style of each form that was called.

    `facts` are the entries of the document information dictionary, `language` is a BCP 47 tag, and `seed` is what
    the file identifier is made from: the same seed, the same identifier.
    """

    def __init__(self, *, facts: dict[str, str], language: str, seed: str) -> None:
        super().__init__(
            None, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), pageCompression=1, invariant=1, pdfVersion=(1, 4), lang=language
        )
        self.pages: dict[str, int] = {}
        self.called: dict[str, Style] = {}
        self.section = self.section_at_top = ""
        self._doc.info = _Facts(facts)
        identifier = hashlib.sha256(seed.encode()).hexdigest()[:32].encode()
        self._doc._ID = b"[<%b> <%b>]" % (identifier, identifier)

    @property
    def document(self) -> object:
        """The document that fonts are subset for."""
        return self._doc

    def _make_preamble(self) -> None:
        """Begin pages without ReportLab's initial font, a Helvetica that would not be embedded."""
        self._preamble = "1 0 0 1 0 0 cm"

    def mark(self, name: str, x: float, top: float) -> None:
        """Make `name` a destination: this page, this place."""
        self.pages[name] = self.getPageNumber()
        self.bookmarkPage(name, fit="XYZ", left=f"{x:.2f}", top=f"{top:.2f}", zoom="null")

    def begin_section(self, title: str, top: float) -> None:
        """Note which section the page is in, for its running head."""
        if top >= BOTTOM + ROOM - _AT_HEAD:
            self.section_at_top = title
        self.section = title

    def call(self, name: str, style: Style, x: float, y: float) -> None:
        """Draw the form `name`, with its origin at x, y; it is defined when its text, in `style`, is known."""
        self.called[name] = style
        self.saveState()
        self.translate(x, y)
        self.doForm(name)
        self.restoreState()

    def go_to(self, name: str, box: tuple[float, float, float, float]) -> None:
        """Make a box on the page lead to a named destination."""
        self.linkRect("", name, [round(edge, 2) for edge in box], relative=0)

    def open_address(self, url: str, box: tuple[float, float, float, float]) -> None:
        """Make a box on the page lead to an address."""
        self.linkURL(url, [round(edge, 2) for edge in box])

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End the page. Its operators are compressed at once: a long document must not hold them all as text."""
        super().showPage()
        page = self._doc.Pages.pages[-1]
        packed = pdfdoc.PDFDictionary({"Filter": pdfdoc.PDFName("FlateDecode")})
        page.Contents = pdfdoc.PDFStream(packed, zlib.compress(page.stream.encode("ascii")))
        page.stream = None
        self.section_at_top = self.section

    def finished(self) -> bytes:
        """Return the finished file."""
        self._doc.Catalog.Names = pdfdoc.PDFDictionary({"Dests": self._name_tree()})
        data: bytes = self.getpdfdata()
        return data

    def _name_tree(self) -> pdfdoc.PDFDictionary:
        """Return the named destinations as a name tree of two levels (ISO 32000-1 7.9.6 and 12.3.2.3)."""
        names = sorted(self.pages)
        leaves = [self._leaf(names[start : start + _LEAF]) for start in range(0, len(names), _LEAF)]
        return pdfdoc.PDFDictionary({"Kids": pdfdoc.PDFArray([self._doc.Reference(leaf) for leaf in leaves])})

    def _leaf(self, names: list[str]) -> pdfdoc.PDFDictionary:
        limits = [pdfdoc.PDFString(names[0]), pdfdoc.PDFString(names[-1])]
        return pdfdoc.PDFDictionary(
            {"Limits": pdfdoc.PDFArray(limits), "Names": pdfdoc.PDFArray(list(self._pairs(names)))}
        )

    def _pairs(self, names: list[str]) -> Iterator[object]:
        for name in names:
            yield pdfdoc.PDFString(name)
            yield self._bookmarkReference(name)


def timestamp(moment: datetime | None) -> str:
    """Return a time as a PDF date (ISO 32000-1 7.9.4), `D:20211118080001+00'00`; empty for None."""
    if moment is None:
        return ""
    digits = re.sub(r"[-:T]", "", moment.replace(tzinfo=None).isoformat(timespec="seconds"))
    offset = moment.strftime("%z")
    return f"D:{digits}{offset[:3]}'{offset[3:5]}"
