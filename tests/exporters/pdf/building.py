"""Documents made from a few blocks, for tests of the engine."""

from collections.abc import Callable, Iterable
from io import BytesIO

from pypdf import PdfReader

from liveblog_archive.exporters.pdf.canvas import Canvas
from liveblog_archive.exporters.pdf.conformance import Attachment, Conformance, Facts
from liveblog_archive.exporters.pdf.design import A4, Sheet
from liveblog_archive.exporters.pdf.fonts import Fonts
from liveblog_archive.exporters.pdf.press import PageBreak, Press
from liveblog_archive.exporters.pdf.protocol import Block
from liveblog_archive.exporters.pdf.tags import Element

FACTS = Facts(title="A document", language="en")


class Document:
    """The fonts, the canvas and the elements of one document; `made` sets its blocks and returns the file."""

    def __init__(
        self,
        sheet: Sheet = A4,
        facts: Facts = FACTS,
        conformance: Conformance = "3a",
        furnish: Callable[[Canvas], None] = lambda canvas: None,
    ) -> None:
        self.fonts = Fonts()
        self.canvas = Canvas(sheet, self.fonts, facts, conformance)
        self.body = self.canvas.root.child("Sect")
        self._press = Press(self.canvas, furnish)

    def paragraph(self, **facts: str) -> Element:
        """Return a new element of a paragraph."""
        return self.body.child("P", **facts)

    def made(self, *blocks: Block | PageBreak, attachments: Iterable[Attachment] = ()) -> bytes:
        """Return the file."""
        pieces = list(self._press.set(blocks))
        self._press.finish()
        return b"".join([*pieces, *self.canvas.finish(list(attachments), {"total": self.canvas.page_number - 1})])

    def opened(self, *blocks: Block | PageBreak) -> PdfReader:
        """Return the file, opened."""
        return opened(self.made(*blocks))


def opened(data: bytes) -> PdfReader:
    """Return a file, opened."""
    return PdfReader(BytesIO(data), strict=True)
