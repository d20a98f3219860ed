"""Saved pages in other markup, as another system would write the same page: each changes a tree in its place."""

import zlib
from collections.abc import Callable, Iterator, Sequence

import lxml.html
from lxml import etree

_NAMES = ("class", "id", "data-testid", "data-component")
_TEXT = frozenset({"p", "h2", "h3", "h4", "time"})
_LINES = frozenset({"span", "a", "p", "h2", "h3", "h4"})
_ROWS = frozenset({"td", "tr", "li", "dt", "dd", "p", "h2", "h3"})

Change = Callable[[etree._Element], None]
BoxesChange = Callable[[Sequence[etree._Element]], None]


def changed(html: bytes, change: Change) -> bytes:
    """Return a page as it is after a change of its tree."""
    root = lxml.html.document_fromstring(html, parser=lxml.html.HTMLParser(encoding="utf-8"))
    change(root)
    found: bytes = etree.tostring(root, encoding="utf-8", method="html", doctype="<!doctype html>")
    return found


def _elements(root: etree._Element) -> list[etree._Element]:
    return [part for part in root.iter(etree.Element) if part.tag not in ("html", "head", "body")]


def hashed_names(root: etree._Element) -> None:
    """CSS modules: names of classes and ids are digests."""
    for part in root.iter(etree.Element):
        for name in _NAMES:
            if said := part.get(name):
                part.set(name, " ".join(f"x{zlib.crc32(word.encode()):x}" for word in said.split()))


def no_names(root: etree._Element) -> None:
    """Reading views and mails: an element has neither class nor id."""
    for part in root.iter(etree.Element):
        for name in [str(name) for name in part.attrib]:
            if name in ("class", "id", "role", "aria-label") or name.startswith("data-"):
                del part.attrib[name]


def scoped(root: etree._Element) -> None:
    """Component frameworks: all that is in a component has its class, before others."""
    for part in _elements(root):
        part.set("class", f"s-1ab {part.get('class') or ''}".strip())


def numbered(root: etree._Element) -> None:
    """Content management: each box has a class with the number of its own, before others."""
    for number, part in enumerate(root.iter("div", "section", "article", "li")):
        part.set("class", f"node-{100 + 3 * number} {part.get('class') or ''}".strip())


def only_boxes(root: etree._Element) -> None:
    """Old templates: no element of HTML 5, all are boxes."""
    for part in list(root.iter("article", "section", "main", "header", "footer", "aside", "nav", "figure")):
        part.tag = "div"


def no_lists(root: etree._Element) -> None:
    """Page builders: lists are boxes."""
    for part in list(root.iter("ul", "ol", "li")):
        part.tag = "div"


def wrapped(root: etree._Element) -> None:
    """Page builders: each paragraph, heading and time is in a box of its own."""
    for part in [one for one in _elements(root) if one.tag in _TEXT]:
        box = part.getparent()
        if box is not None and box.tag not in _LINES:
            around = etree.Element("span" if part.tag == "time" else "div")
            around.tail, part.tail = part.tail, None
            box.replace(part, around)
            around.append(part)


def bold_headings(root: etree._Element) -> None:
    """Editors without headings: each is a paragraph in bold."""
    for part in list(root.iter("h3", "h4")):
        part.tag = "p"
        _with_inner(part, "strong")


def spans(root: etree._Element) -> None:
    """Text from a word processor: all of a paragraph is in a span with a style."""
    for part in list(root.iter("p", "h2", "h3", "h4")):
        _with_inner(part, "span").set("style", "font-weight: 400;")


def no_paragraphs(root: etree._Element) -> None:
    """Editors that make a box of each paragraph."""
    for part in list(root.iter("p")):
        part.tag = "div"


def one_level(root: etree._Element) -> None:
    """Templates with headings of one level."""
    for part in list(root.iter("h3", "h4", "h5")):
        part.tag = "h2"


def minified(root: etree._Element) -> None:
    """Minifiers: no blank between elements."""
    for part in _elements(root):
        if part.tag not in ("pre", "textarea", "script", "style"):
            part.text = part.text if (part.text or "").strip() else None
            part.tail = None if part.tail and "\n" in part.tail and not part.tail.strip() else part.tail


def scripts(root: etree._Element) -> None:
    """Templates with comments and scripts among the boxes."""
    for part in _elements(root)[::5]:
        if part.tag in ("div", "section", "article"):
            script = etree.Element("script")
            script.text = "window.q = window.q || [];"
            for added in (script, etree.Comment(" slot ")):
                added.tail, part.tail = part.tail, None
                part.addnext(added)


def deep(root: etree._Element) -> None:
    """Frameworks: boxes around all of the page."""
    body = root.find("body")
    assert body is not None
    for _ in range(5):
        _with_inner(body, "div")


def _with_inner(part: etree._Element, tag: str) -> etree._Element:
    """Put an element around all that is in a part."""
    inner = etree.Element(tag)
    inner.text, part.text = part.text, None
    inner.extend(part[:])
    part.append(inner)
    return inner


def of_boxes(firsts: Sequence[str], change: BoxesChange) -> Change:
    """Return what changes the boxes of entries that begin with these words, where each has one beside the others."""

    def apply(root: etree._Element) -> None:
        boxes = [*_boxes(root, firsts)]
        around = {box.getparent() for box in boxes}
        if len(boxes) == len(firsts) == len({*boxes}) and len(around) == 1 and boxes[0].tag not in _ROWS:
            change(boxes)

    return apply


def _boxes(root: etree._Element, firsts: Sequence[str]) -> Iterator[etree._Element]:
    """Yield the largest element of each entry that has none of the others in it."""
    texts = {part: " ".join("".join(map(str, part.itertext())).split()) for part in root.iterfind("body//*")}
    inner = [next((part for part in reversed(texts) if said in texts[part]), root) for said in firsts]
    for part in inner:
        others = {above for one in inner if one is not part for above in (one, *one.iterancestors())}
        own = [above for above in (part, *part.iterancestors()) if above not in others]
        yield own[-1] if own else root


def adverts(boxes: Sequence[etree._Element]) -> None:
    """An advertisement stands behind every second entry."""
    for box in boxes[1:-1:2]:
        advert = etree.Element("div")
        etree.SubElement(advert, "iframe", src="https://ads.example/slot", title="Advertisement")
        box.addnext(advert)


def two_by_two(boxes: Sequence[etree._Element]) -> None:
    """Loaded by and by: two entries stand in a box of their own."""
    for first, second in zip(boxes[::2], boxes[1::2], strict=False):
        if first.getnext() is not second:
            continue  # a day stands between
        group = etree.Element("div")
        first.addprevious(group)
        group.extend([first, second])


def boxed(boxes: Sequence[etree._Element]) -> None:
    """Each entry stands in a box of its own."""
    for box in boxes:
        around = etree.Element("div")
        box.addprevious(around)
        around.append(box)


def as_components(boxes: Sequence[etree._Element]) -> None:
    """Each entry is an element of a name of its own (custom elements)."""
    for box in boxes:
        box.tag = "live-post"


def as_rows(boxes: Sequence[etree._Element]) -> None:
    """Each entry is a row of a table."""
    for box in boxes:
        row = etree.Element("tr")
        box.addprevious(row)
        box.tag = "td"
        row.append(box)
    table = boxes[0].getparent()
    assert table is not None
    table = table.getparent()
    assert table is not None
    table.tag = "table"
