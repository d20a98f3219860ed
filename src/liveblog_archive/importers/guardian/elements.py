"""The elements of a block's body, as the page model and the Content API type them."""

from collections.abc import Callable, Iterable

from ...model import Block, Embed, Link, Media, Paragraph, Quotation
from ...model.blocks import MediaKind
from .. import markup
from ..assembly import body
from ..json_source import Node

_PAGE_MODEL = "model.dotcomrendering.pageElements."
# Elements that hold their words as HTML, whatever else they are.
_HTML = ("html", "body")
_MEDIA: dict[str, MediaKind] = {
    "image": "image",
    "cartoon": "image",
    "guvideo": "video",
    "video": "video",
    "mediaatom": "video",
    "audio": "audio",
    "audioatom": "audio",
    "document": "document",
}


def blocks(elements: Iterable[Node], base: str | None) -> list[Block]:
    """Return the blocks of elements in their order; one that shows nothing we can read is noted by its type."""
    found: list[Block] = []
    for element in elements:
        stated = element.text("_type", "type") or ""
        kind = stated.removeprefix(_PAGE_MODEL).removesuffix("BlockElement").replace("-", "").lower()
        one = _block(kind, element, base)
        if not one and kind not in ("text", "code"):
            element.unread(stated)
        found += one
    return found


def _block(kind: str, element: Node, base: str | None) -> list[Block]:
    if kind in _READERS:
        return _READERS[kind](element, base)
    if kind in _MEDIA:
        return _media(_MEDIA[kind], element)
    fields = _fields(element)
    html = fields.text(*_HTML)
    found = body(html, element.notes, base) if html else []
    return found or _embed(kind, element)


def _fields(element: Node) -> Node:
    """Return the element's own fields: in the Content API they stand in an object called for its type."""
    for name in element.members:
        if name.endswith("TypeData"):
            return element.node(name)
    return element


def _text(element: Node, base: str | None) -> list[Block]:
    return body(_fields(element).text("html"), element.notes, base)


def _media(kind: MediaKind, element: Node) -> list[Block]:
    data = element.node("data") if element.has("data") else _fields(element)
    found = Media(
        kind=kind,
        url=_file(element) or data.text("url") or element.text("url"),
        caption=markup.line(data.text("caption") or element.text("caption", "title")),
        credit=markup.line(data.text("credit")),
        alt=markup.line(data.text("alt", "altText")),
    )
    return [found] if found.url or found.text else []


def _file(element: Node) -> str | None:
    """Return the address of the master file, else of the widest, of a picture or recording."""
    files = list(element.nodes("media", "allImages")) or list(element.nodes("assets"))
    ranked = []
    for index, file in enumerate(files):
        fields = file.node("fields") if file.has("fields") else file.node("typeData")
        if url := file.text("url", "file"):
            ranked.append(((fields.flag("isMaster"), fields.number("width") or 0, -index), url))
    return max(ranked)[1] if ranked else None


def _embed(kind: str, element: Node) -> list[Block]:
    """Return what is shown from another service: its address, title and caption."""
    fields = _fields(element)
    url = fields.text("originalUrl", "url", "embedUrl", "iframeUrl", "scriptUrl", "link", "originalLink")
    texts = [fields.text("title"), fields.text("caption"), fields.text("description"), fields.text("name")]
    text = "\n".join(dict.fromkeys(line for text in texts if (line := markup.line(text))))
    if not url and not text:
        return []
    return [Embed(provider=fields.text("source", "provider", "authorName") or kind or "embed", url=url, text=text)]


def _post(element: Node, base: str | None) -> list[Block]:
    """Return a post of a social network as one embed with the words that it carried."""
    fields = _fields(element)
    found = body(fields.text("html"), element.notes, base)
    url = fields.text("url", "originalUrl", "link")
    for block in found:
        if isinstance(block, Embed):
            return found
    text = "\n".join(block.text for block in found if block.text)
    return [Embed(provider=fields.text("source") or "social", url=url, text=text)] if text or url else []


def _rich_link(element: Node, base: str | None) -> list[Block]:  # noqa: ARG001 - one signature for all
    """Return the card that leads to another article, as the sentence that it is read as."""
    fields = _fields(element)
    text, url = markup.line(fields.text("text", "linkText")), fields.text("url", "originalUrl")
    if text is None:
        return _embed("richlink", element)
    before = fields.text("prefix", "linkPrefix")
    start = f"{before} " if before else ""
    return [Paragraph(start + text, [Link(len(start), len(start) + len(text), url)] if url else ())]


def _pullquote(element: Node, base: str | None) -> list[Block]:
    fields = _fields(element)
    text = "\n".join(block.text for block in body(fields.text("html"), element.notes, base) if block.text)
    return [Quotation(text, markup.line(fields.text("attribution")))] if text else []


_READERS: dict[str, Callable[[Node, str | None], list[Block]]] = {
    "text": _text,
    "subheading": _text,
    "blockquote": _text,
    "code": _text,
    "tweet": _post,
    "instagram": _post,
    "richlink": _rich_link,
    "pullquote": _pullquote,
}
