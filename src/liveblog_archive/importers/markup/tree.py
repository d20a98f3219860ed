"""From bytes to a tree of HTML elements, safely: no network, no DTD, no entities of the document's own, no hang.

The parser is that of lxml for HTML, which knows no external entities and cannot be told any; every reference that it
resolves is one of the HTML standard's. A page is decoded here and not by the parser, so that a wrong charset is found
and told instead of guessed in silence.
"""

import codecs
import re
from collections.abc import Callable, Iterator, Set
from itertools import chain, islice, takewhile
from typing import NamedTuple, cast

from lxml import etree

from ...errors import ImportFailure, amount
from ..marks import marked
from ..text.shape import ends_like_a_sentence
from . import look
from .escapes import well_formed
from .names import BLOCKS, UNREAD

LARGEST_PAGE = 256 * 1024 * 1024

# HTML standard 13.2.3.2: the declaration of the encoding stands within the first 1024 bytes; real pages are later.
_DECLARED = re.compile(rb"<meta[^>]{0,512}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_LOOKED_AT = 8192
# HTML standard, "Encoding": labels that every browser reads as windows-1252, and UTF-16 which a meta cannot declare.
_READ_AS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
            "iso-8859-9": "cp1254", "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8"}  # fmt: skip
# Codecs of Python that are no charset of any page.
_NO_CHARSETS = {"idna", "punycode", "raw_unicode_escape", "undefined", "unicode_escape", "utf-7"}
APART = " \t\r\n\xa0|·•/,:–—-"  # what sets words off from each other, and is none
_UNTOLD = frozenset({"button", "svg", "script", "style"})


class Decoded(NamedTuple):
    """The text of a page, the encoding it was read in, and what had to be put up with (None when nothing)."""

    text: str
    encoding: str
    doubt: str | None


def decode(data: bytes, encoding: str | None, where: str) -> Decoded:
    """Return the text of a page: by byte-order mark, the caller's `encoding`, its own declaration, else UTF-8.

    What does not fit a declared encoding is read as the other of UTF-8 and windows-1252 that fits, else with
    U+FFFD for each byte that does not: both are told in `doubt`. Raises `ImportFailure` for a page of more than
    256 MiB, and where the caller's encoding is unknown or does not fit.
    """
    if len(data) > LARGEST_PAGE:
        raise ImportFailure(
            f"{len(data)} bytes are too much for one page", where, f"give a page of at most {LARGEST_PAGE} bytes"
        )
    mark, stated = marked(data)
    if stated:
        return Decoded(data[len(mark) :].decode(stated, "replace"), stated, None)
    if encoding is not None:
        return Decoded(_strictly(data, encoding, where), encoding, None)
    declared = _declared(data)
    for name in dict.fromkeys([declared or "utf-8", "utf-8"]):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        return Decoded(
            text, name, None if name == (declared or name) else f"declared as {declared}, but it is {name}"
        )
    return _doubtful(data, declared or "utf-8")


def _doubtful(data: bytes, declared: str) -> Decoded:
    """Read bytes that are neither what they are declared to be nor UTF-8."""
    wrong = sum(character == "\ufffd" for character in data.decode("utf-8", "replace"))
    if declared == "utf-8" and wrong > 3 and not re.search(rb"[\xc3\xe2][\x80-\xbf]", data):
        return Decoded(data.decode("cp1252", "replace"), "cp1252", "not UTF-8; read as windows-1252")
    text = data.decode(declared, "replace")
    places = amount(text.count(chr(0xFFFD)), "place is", "places are")
    return Decoded(text, declared, f"{places} not {declared}; U+FFFD stands there")


def _strictly(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        raise ImportFailure(
            f"not {encoding} text: {getattr(error, 'reason', error)}",
            where,
            "declare its real encoding, such as encoding='cp1251', or none",
            byte=getattr(error, "start", None),
        ) from error


def _declared(data: bytes) -> str | None:
    """Return the codec that a page declares in a `meta`, None where it declares none that exists."""
    match = _DECLARED.search(data, 0, _LOOKED_AT)
    if match is None:
        return None
    return _codec(match[1].decode("ascii"))


def sent(data: bytes, label: str) -> tuple[str | None, str | None]:
    """Return the codec that a page is read in whose transport names a charset, and what is doubtful about it.

    HTML standard 13.2.3.2: what the transport says comes after a byte-order mark, and before the page's own word. No
    codec is returned where there is such a mark, where nobody knows the label, and where the page does not fit.
    """
    name = _codec(label)
    if name is None or marked(data)[1]:
        return None, None
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return None, f"sent as {name}, which it is not"
    declared = _declared(data) or name
    return name, None if declared == name else f"declared as {declared}, but sent as {name}, which counts"


def _codec(label: str) -> str | None:
    """Return the codec that a label of a charset means, None where it means none that exists."""
    label = label.lower()
    try:
        name = _READ_AS.get(label) or codecs.lookup(label).name
        "a".encode(name)  # refuses codecs that are none of text, such as "hex"
    except LookupError:
        return None
    return name if name not in _NO_CHARSETS else None


class Tree(NamedTuple):
    """The root of a parsed document, None for one without any element; `cut` tells why it ends before its source."""

    root: etree._Element | None
    cut: str | None


def parse(text: str) -> Tree:
    """Return the tree of an HTML document or fragment; it is found under `body`."""
    try:
        source = text.encode()
    except UnicodeEncodeError:  # half a character, as JSON can spell it
        source = well_formed(text).encode()
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True, recover=True
    )
    root = etree.fromstring(source, parser) if text and not text.isspace() else None
    if root is not None:
        look.show(root, text)
    deep = next((error for error in parser.error_log if "depth" in error.message), None)
    return Tree(root, f"line {deep.line}: elements are nested too deep, so the rest was not read" if deep else None)


def select(root: etree._Element, path: str) -> list[etree._Element]:
    """Return the elements that an XPath of elements finds, in document order."""
    return cast("list[etree._Element]", root.xpath(path))


def spaced(text: str) -> str:
    """Return the words of a text with one blank between them, which most texts have anyway."""
    if text.isprintable() and "  " not in text:  # of all white space, it has only single blanks
        return text.strip()
    return " ".join(text.split())


def line_inside(element: etree._Element) -> str:
    """Return all text inside an element as one line, with a blank where a line of it ends."""
    return _words_parted(element, BLOCKS) if len(element) else spaced(element.text or "")


def words_inside(element: etree._Element) -> str:
    """Return all words inside an element with one blank between them, and none where only an element ends."""
    return spaced(text_inside(element))


def words_apart(element: etree._Element) -> str:
    """Return all words inside an element with one blank between them, also where an element ends, as buttons do."""
    return _words_parted(element, None)


def _words_parted(element: etree._Element, parting: Set[str] | None) -> str:
    """Return the words inside an element with a blank where one of those that are `parting`, or any, begins or ends.

    A walk of lxml's own takes several times as long.
    """
    said = [element.text or ""]
    waiting: list[etree._Element | str] = [*element[::-1]]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            said.append(part)
            continue
        apart = " " if parting is None or part.tag in parting else ""
        end = f"{apart}{part.tail or ''}"
        said.append(f"{apart}{part.text or ''}")
        if len(part):
            waiting += (end, *part[::-1])
        else:
            said.append(end)
    return spaced("".join(said))


def line_apart(element: etree._Element) -> str:
    """Return the words of an element with bars between its own and those of each in it: `Ada Example | 9:02`."""
    pieces = [element.text, *chain.from_iterable((line_inside(part), part.tail) for part in element)]
    return " | ".join(text for said in pieces if (text := spaced(said or "")))


def lines_of(box: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield the lines of a box, but for those of buttons, each with the element that it is alone in."""
    waiting = [*box[::-1]]
    while waiting:
        part = waiting.pop()
        if part.tag in _UNTOLD:
            continue
        if not len(part) or has_own_words(part):
            if text := line_inside(part):
                yield part, text
        else:
            waiting += part[::-1]


def has_own_words(box: etree._Element, marks: str | None = None) -> bool:
    """Tell whether an element has words that stand in none of the elements in it; blanks, or `marks`, are none."""
    return "".join(filter(None, [box.text, *[part.tail for part in box[:]]])).strip(marks) != ""


def outward(part: etree._Element, fits: Callable[[etree._Element], object], most: int = 30) -> etree._Element:
    """Return the largest box around a part such that it and all between `fits`, at most so high; else the part."""
    *_, box = (part, *takewhile(fits, islice(part.iterancestors(), most)))
    return box


def text_inside(element: etree._Element) -> str:
    """Return all text inside an element as it stands in the source: what `itertext` gives, in a tenth of the time."""
    if not len(element):
        return element.text or ""
    text: str = etree.tostring(element, method="text", encoding="unicode", with_tail=False)
    return text


def sentence(part: etree._Element) -> int:
    """Return how many characters an element itself says; 0 where these end no sentence."""
    if part.tag in UNREAD:
        return 0
    own = [part.text, *[inner.tail for inner in part[:]]]
    text = spaced(" ".join(filter(None, own)))
    return len(text) if ends_like_a_sentence(text) else 0


def inside(parts: Set[etree._Element]) -> set[etree._Element]:
    """Return parts of a tree and all that is in them."""
    outermost = (part for part in parts if parts.isdisjoint(part.iterancestors()))
    return {inner for part in outermost for inner in part.iter()}
