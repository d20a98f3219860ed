"""What a reader's program sees of a briefing: its pages' words, outline, destinations, links and fonts."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import IndirectObject

from liveblog_archive.exporters import exporter
from liveblog_archive.model import LiveBlog


def briefing(blog: LiveBlog) -> PdfReader:
    """Return the briefing of a blog, opened."""
    return PdfReader(BytesIO(b"".join(exporter("pdf").write(blog, {"entries": "all"}))), strict=True)


def words(text: str) -> str:
    """Return a text with every run of blanks as one: how lines are broken is not what is said."""
    return " ".join(re.sub("\u00ad\\s+", "", text).split())


def solid(text: str) -> str:
    """Return a text without any blanks: an address that is broken at the end of a line gains one."""
    return "".join(text.replace("\u00ad", "").split())


def all_words(reader: PdfReader) -> str:
    """Return the words of all pages, in order, with heads and feet."""
    return words(" ".join(page.extract_text() for page in reader.pages))


def set_words(reader: PdfReader) -> str:
    """Return the words of all pages without heads and feet, so that a text may run over the end of a page."""
    return words("\n".join(_without_furniture(page, number) for number, page in enumerate(reader.pages, start=1)))


def _without_furniture(page: PageObject, number: int) -> str:
    """Return a page's text without head and foot, which are drawn last, or the note that an entry goes on."""
    text = page.extract_text().rpartition(f"\nPage {number} of")[0]
    if number > 1:  # the first page has no head
        text = text.rpartition("\n")[0]
    return re.sub(r"\A[^\n]{1,40}?, continued\s", "", text)


def headings(reader: PdfReader) -> list[int]:
    """Return the levels of all headings of the structure tree, in order."""

    def walk(node: Any) -> Iterator[int]:
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, list):
            for kid in node:
                yield from walk(kid)
        elif isinstance(node, dict):
            if re.fullmatch("/H[1-6]", str(node.get("/S"))):
                yield int(node["/S"][2:])
            yield from walk(node.get("/K"))

    return list(walk(reader.root_object["/StructTreeRoot"]))


def outline(reader: PdfReader) -> list[tuple[int, str, int]]:
    """Return the entries of the outline as (level, title, page from 1)."""

    def walk(items: list[Any], level: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from walk(item, level + 1)
            else:
                number = reader.get_destination_page_number(item)
                assert number is not None
                yield level, str(item.title), number + 1

    return list(walk(reader.outline, 0))


def destination_pages(reader: PdfReader) -> dict[str, int]:
    """Return the page, from 1, of each named destination."""
    pages = {}
    for name, destination in reader.named_destinations.items():
        number = reader.get_destination_page_number(destination)
        assert number is not None
        pages[name] = number + 1
    return pages


def annotations(reader: PdfReader) -> Iterator[tuple[int, Any]]:
    """Yield each annotation with its page, from 1."""
    for number, page in enumerate(reader.pages, start=1):
        for annotation in page.get("/Annots", ()):
            yield number, annotation.get_object()


def addresses(reader: PdfReader) -> list[str]:
    """Return where the links of the file lead outside of it."""
    return [str(found["/A"]["/URI"]) for _, found in annotations(reader) if "/A" in found]


def fonts(reader: PdfReader) -> dict[str, Any]:
    """Return the descriptor of each font that any page or form may use, by name; a font without one is None."""
    found: dict[str, Any] = {}
    for page in reader.pages:
        resources = [page["/Resources"]]
        resources += (form.get_object()["/Resources"] for form in page["/Resources"].get("/XObject", {}).values())
        for resource in resources:
            for font in resource["/Font"].get_object().values():
                [descendant] = font.get_object()["/DescendantFonts"]
                descriptor = descendant.get_object().get("/FontDescriptor")
                found[str(font.get_object()["/BaseFont"])] = descriptor and descriptor.get_object()
    return found
