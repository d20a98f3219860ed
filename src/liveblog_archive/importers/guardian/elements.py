"""The elements of a block's body, as the page model and the Content API type them."""

from collections.abc import Callable, Iterable, Mapping

from ...model import Block, Embed, Heading, Link, ListBlock, Media, Paragraph, Quotation
from ...model.blocks import MediaKind
from .. import markup
from ..assembly import body, line, post, words
from ..json_source import Node

_PAGE_MODEL = "model.dotcomrendering.pageElements."
_DEEPEST = 100
# What stands in an element that is made of words and of others, in the order that it is shown in: HTML, or parts.
_CORE = (
    "html", "body", "main", "sections", "events", "items", "keyTakeaways", "qAndAExplainers", "miniProfiles",
    "multiBylines", "images", "elements",
)  # fmt: skip
_INSIDE = ("bio", "description", *_CORE, "caption", "endNote")
_TITLES = ("title", "heading", "mediaTitle")
_LABELS = ("label", "kicker", "prompt")
_ADDRESSES = ("originalUrl", "url", "embedUrl", "iframeUrl", "scriptUrl", "link", "originalLink")
_FILES = ("url", "trackUrl", *_ADDRESSES)
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


def blocks(elements: Iterable[Node], base: str | None, depth: int = 0) -> list[Block]:
    """Return the blocks of elements in their order; one that shows nothing we can read is noted by its type."""
    found: list[Block] = []
    for element in elements:
        stated = element.text("_type", "type") or ""
        kind = stated.removeprefix(_PAGE_MODEL).partition("BlockElement")[0].replace("-", "").lower()
        one = _block(kind, element, base, depth) if depth < _DEEPEST else []
        if not one and kind not in ("text", "code"):
            element.unread(stated)
        found += one
    return found


def _block(kind: str, element: Node, base: str | None, depth: int) -> list[Block]:
    if kind in _READERS:
        return _READERS[kind](element, base)
    if kind in _MEDIA:
        return _media(_MEDIA[kind], element, base)
    fields = _fields(element)
    inside = _inside(fields, base, depth)
    if inside.keys() & _CORE or ("description" in inside and not fields.text(*_ADDRESSES)):
        found = _composed(fields, inside, depth)
        shown = {block.url for block in found if isinstance(block, Embed | Media)}
        if (url := fields.text(*_ADDRESSES)) and url not in shown:
            fields.note("link-unkept", url)
        return found
    return _embed(kind, element)


def _inside(fields: Node, base: str | None, depth: int) -> dict[str, list[Block]]:
    """Return what an element holds by the names it stands under: of HTML the blocks, of parts those of each."""
    found: dict[str, list[Block]] = {}
    for name in _INSIDE:
        if isinstance(fields.members.get(name), list | dict):
            found[name] = [block for part in fields.nodes(name) for block in _part(part, base, depth + 1)]
        else:
            found[name] = body(fields.text(name), fields.notes, base)
    return {name: one for name, one in found.items() if one}


def _part(part: Node, base: str | None, depth: int) -> list[Block]:
    """Return a part of an element: an element itself, or an event, answer or item with a title and such."""
    if part.has("_type") or part.has("type") or depth >= _DEEPEST:
        return blocks([part], base, depth)
    return _composed(part, _inside(part, base, depth), depth)


def _composed(fields: Node, inside: Mapping[str, list[Block]], depth: int) -> list[Block]:
    """Return an element that is made of others: its title as a heading, its picture, and what stands in it."""
    title, picture = _title(fields), fields.text("img")
    heading = [Heading(title, min(6, 2 + depth))] if title else []
    media = [Media(kind="image", url=picture, credit=markup.line(fields.text("credit")))] if picture else []
    return [*heading, *media, *(block for found in inside.values() for block in found)]


def _title(fields: Node) -> str | None:
    """Return the title of an element with the label or date that stands before it."""
    dates = " – ".join(filter(None, (markup.line(fields.text(name)) for name in ("date", "toDate"))))
    parts = [*(markup.line(fields.text(name)) for name in _LABELS), dates, markup.line(fields.text(*_TITLES))]
    return ": ".join(dict.fromkeys(filter(None, parts))) or None


def _fields(element: Node) -> Node:
    """Return the element's own fields: in the Content API they stand in an object called for its type."""
    for name in element.members:
        if name.endswith("TypeData"):
            return element.node(name)
    return element


def _text(element: Node, base: str | None) -> list[Block]:
    return body(_fields(element).text("html"), element.notes, base)


def _media(kind: MediaKind, element: Node, base: str | None) -> list[Block]:
    data = element.node("data") if element.has("data") else _fields(element)
    title = _title(data) or _title(element)
    caption = line(data.text("caption") or element.text("caption"), element.notes, base) or title
    found = Media(
        kind=kind,
        url=_file(element) or data.text(*_FILES) or element.text(*_FILES),
        caption=caption,
        credit=line(data.text("credit"), element.notes, base),
        alt=markup.line(data.text("alt", "altText")) or (title if title != caption else None),
    )
    return [found] if found.url or found.text else []


def _file(element: Node) -> str | None:
    """Return the address of the master file, else of the widest, of a picture or recording."""
    variants = (image for one in _fields(element).nodes("variants") for image in one.nodes("images"))
    files = list(element.nodes("media", "allImages")) or list(element.nodes("assets")) or list(variants)
    ranked = []
    for index, file in enumerate(files):
        fields = next((file.node(name) for name in ("fields", "typeData") if file.has(name)), file)
        if url := file.text("url", "file"):
            ranked.append(((fields.flag("isMaster"), fields.number("width") or 0, -index), url))
    return max(ranked)[1] if ranked else None


def _embed(kind: str, element: Node) -> list[Block]:
    """Return what is shown from another service: its address, title, caption and author."""
    fields = _fields(element)
    texts = [
        _title(fields),
        *(markup.line(fields.text(name)) for name in ("caption", "description", "name", "authorName")),
    ]
    text = "\n".join(dict.fromkeys(filter(None, texts))) or markup.line(fields.text("alt", "altText")) or ""
    film = fields.text("assetId") if kind == "youtube" else None
    url = fields.text(*_ADDRESSES) or (film and f"https://www.youtube.com/watch?v={film}")
    if not url and not text:
        return []
    return [Embed(provider=fields.text("source", "provider") or kind or "embed", url=url, text=text)]


def _post(element: Node, base: str | None) -> list[Block]:
    fields = _fields(element)
    url = fields.text("url", "originalUrl", "link")
    return post(fields.text("html"), url, fields.text("source") or "social", element.notes, base)


def _rich_link(element: Node, base: str | None) -> list[Block]:  # noqa: ARG001 - one signature for all
    """Return the card that leads to another article, as the sentence that it is read as."""
    fields = _fields(element)
    text, url = markup.line(fields.text("text", "linkText")), fields.text("url", "originalUrl")
    if text is None:
        return _embed("richlink", element)
    before = fields.text("prefix", "linkPrefix")
    start = f"{before} " if before else ""
    return [Paragraph(start + text, [Link(len(start), len(start) + len(text), url)] if url else ())]


def _quiz(element: Node, base: str | None) -> list[Block]:  # noqa: ARG001 - one signature for all
    """Return the questions of a quiz with the answers to choose from; which are right, a reader was not shown."""
    fields = _fields(element)
    title = _title(fields)
    found: list[Block] = [Heading(title, 2)] if title else []
    for question in fields.nodes("questions"):
        text, picture = markup.line(question.text("text")), question.text("imageUrl")
        answers = [answer for one in question.nodes("answers") if (answer := markup.line(one.text("text")))]
        found += [Heading(text, 3)] if text else []
        found += [Media(kind="image", url=picture)] if picture else []
        found += [ListBlock(answers)] if answers else []
    return found


def _pullquote(element: Node, base: str | None) -> list[Block]:
    fields = _fields(element)
    text = words(fields.text("html"), element.notes, base)
    return [Quotation(text, line(fields.text("attribution"), element.notes, base))] if text else []


_READERS: dict[str, Callable[[Node, str | None], list[Block]]] = {
    "text": _text,
    "subheading": _text,
    "blockquote": _text,
    "code": _text,
    "tweet": _post,
    "instagram": _post,
    "richlink": _rich_link,
    "pullquote": _pullquote,
    "quizatom": _quiz,
}
