"""Files that no live blog is read from, told by their content: what each is, and what to give in its place."""

import re
from codecs import BOM_UTF8

from ..errors import ImportFailure
from .source import Source

_OURS = "which is written for others and not read back"
_SAME = "read the JSON-LD or XML of the same blog, or its source"
_PRINTED = f"{_SAME}; of a page that was printed, copy the text"
_AS_TEXT = "save it as plain text or HTML"
_PAGE = "copy the text of the page, or save the page as HTML"
_SAVE = "open it in a browser, and save the page as HTML"

_START = 64
_PICTURE = rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|\0...ftyp(?:avif|hei|mif)"
_BEGINNINGS = (
    (re.compile(rb"%PDF-"), "a PDF", _PRINTED),
    (re.compile(rb"BEGIN:VCALENDAR"), "a calendar", _SAME),
    (re.compile(_PICTURE, re.DOTALL), "a picture", _PAGE),
    (re.compile(rb"\0...ftyp", re.DOTALL), "a video", _PAGE),
    (re.compile(rb"bplist00"), "a property list, and no web archive of Safari", _SAVE),
    (re.compile(rb"\{\\rtf"), "a document in RTF", _AS_TEXT),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "a document of Office before 2007", _AS_TEXT),
    (re.compile(rb"\x28\xb5\x2f\xfd"), "a compressed file (Zstandard)", "unpack it first"),
)
_ROOTS = {"TEI": "a TEI document", "newsMessage": "a NewsML-G2 message"}
# A ZIP archive may begin with a file that states its media type (OpenDocument 1.3, part 2, 3.3; EPUB OCF 3.3, 4.3).
_STATED = (
    (re.compile(rb".{30}mimetypeapplication/vnd\.oasis\.opendocument\.text", re.DOTALL), "an OpenDocument text"),
    (re.compile(rb".{30}mimetypeapplication/vnd\.oasis\.opendocument", re.DOTALL), "an OpenDocument file"),
    (re.compile(rb".{30}mimetypeapplication/epub\+zip", re.DOTALL), "an e-book (EPUB)"),
)
_PARTS = {
    "word/document.xml": "a Word document",
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
}


def refuse_others(source: Source, where: str) -> None:
    """Raise `ImportFailure` for a file of a known kind that no importer reads, with what to do about it."""
    if found := None if source.is_web_archive else other_kind(source):
        kind, remedy = found
        raise ImportFailure(f"{kind}, {_OURS}" if remedy.startswith(_SAME) else kind, where, remedy)


def other_kind(source: Source) -> tuple[str, str] | None:
    """Return what a file is that no importer reads, and what to give in its place; None for what is not known."""
    if source.data.startswith(b"PK\x03\x04"):
        stated = (kind for beginning, kind in _STATED if beginning.match(source.data))
        parts = (kind for part, kind in _PARTS.items() if part in source.members)
        kind = next(stated, None) or next(parts, None)
        return (kind, _AS_TEXT) if kind else None
    if source.is_safari_archive:
        return None
    start = source.data[:_START].removeprefix(BOM_UTF8).lstrip()
    for beginning, kind, remedy in _BEGINNINGS:
        if beginning.match(start):
            return kind, remedy
    return (_ROOTS[source.root], _SAME) if source.root in _ROOTS else None
