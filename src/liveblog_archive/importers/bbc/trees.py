"""The trees of small blocks that the BBC writes headlines and bodies as: `{type, model: {blocks, text, ...}}`."""

from collections.abc import Callable, Iterator

from attrs import evolve

from ...model import Block, Embed, Heading, Link, ListBlock, Media, Paragraph, Quotation
from ...model.blocks import MediaKind
from ..assembly import flat, note_links, post
from ..json_source import Node
from ..markup import embeds

_DEEPEST = 100
_LEVELS = {"headline": 2, "heading": 2, "subheadline": 3, "subheading": 3, "crosshead": 3}
_MEDIA: dict[str, MediaKind] = {"image": "image", "video": "video", "media": "video", "audio": "audio"}
_LINKS = frozenset({"urlLink", "link"})
_ADDRESSES = ("locator", "href", "url", "source", "originalUrl")
# Parts of a picture or quotation that hold what is said of it, each in a tree of its own.
_PARTS = frozenset({"rawImage", "altText", "caption", "copyright"})


def blocks(tree: Node, depth: int = 0) -> list[Block]:
    """Return the blocks of what stands in `tree.model.blocks`; blank paragraphs, which pages have, are nothing."""
    if depth > _DEEPEST:
        tree.unread("nested too deeply")
        return []
    found: list[Block] = []
    for node in _inside(tree):
        kind = node.text("type") or ""
        if kind in _READERS:
            found += _READERS[kind](node, depth)
        elif kind in _MEDIA:
            found += _media(node, _MEDIA[kind], depth)
        elif kind in _LEVELS:
            found += _heading(node, _LEVELS[kind], depth)
        elif node.node("model").has("blocks"):
            found += _around(node, kind, depth)
        else:
            found += _other(node, kind)
    return found


def _inside(tree: Node) -> Iterator[Node]:
    return tree.nodes("model", "blocks")


def _paragraph(node: Node, depth: int) -> list[Block]:
    """Return a paragraph of runs: fragments in some weight, which the model does not keep, and links."""
    text, links = _run(node, depth, 0)
    start = len(text) - len(text.lstrip())
    kept = text.strip()
    moved = (evolve(link, start=max(0, link.start - start), end=min(len(kept), link.end - start)) for link in links)
    return [Paragraph(kept, moved)] if kept else []


def _run(run: Node, depth: int, place: int) -> tuple[str, list[Link]]:
    """Return the words of a run that begins at `place`, its own or those of the runs inside it, and their links."""
    if depth > _DEEPEST:
        run.unread("nested too deeply")
        return "", []
    text = ""
    links: list[Link] = []
    for inner in _inside(run):
        words, found = _run(inner, depth + 1, place + len(text))
        text += words
        links += found
    text = text or run.node("model").verbatim("text")
    kind, url = run.text("type"), run.node("model").text(*_ADDRESSES)
    if url and kind not in _LINKS and not text:
        run.unread(run.text("type"))
    elif url and kind in _LINKS and links:
        run.note("link-unkept", url)
    elif url and kind in _LINKS and text.strip():
        links.append(Link(place, place + len(text), url))
    return text, links


def _said(tree: Node, depth: int) -> str:
    return flat(blocks(tree, depth + 1), tree.notes)


def _heading(node: Node, level: int, depth: int) -> list[Block]:
    text = " ".join(_said(node, depth).split()) or node.node("model").text("text")
    return [Heading(text, level)] if text else []


def _items(node: Node, depth: int) -> Iterator[str]:
    for item in _inside(node):
        lines = []
        inside = blocks(item, depth + 1)
        note_links(inside, item.notes)
        for block in inside:
            nested = isinstance(block, ListBlock)
            lines += [f"  {line}" if nested else line for line in block.text.split("\n") if line]
        if lines:
            yield "\n".join(lines)


def _bullets(node: Node, depth: int) -> list[Block]:
    items = list(_items(node, depth))
    return [ListBlock(items)] if items else []


def _numbers(node: Node, depth: int) -> list[Block]:
    items = list(_items(node, depth))
    return [ListBlock(items, ordered=True)] if items else []


def _quotation(node: Node, depth: int) -> list[Block]:
    model = node.node("model")
    text = _said(node, depth) or model.text("text", "quote")
    return [Quotation(text, model.text("attribution", "author", "quoteSource"))] if text else []


def _media(node: Node, kind: MediaKind, depth: int) -> list[Block]:
    """Return a picture or film with what is said of it: file, words for those who cannot see it, caption, credit."""
    parts = {part.text("type"): part for part in _inside(node) if part.text("type") in _PARTS}
    said = {name: " ".join(_said(part, depth).split()) for name, part in parts.items()}
    raw = parts["rawImage"].node("model") if "rawImage" in parts else node.node("model")
    title = _film_title(node)
    caption = said.get("caption") or title
    found = Media(
        kind=kind,
        url=raw.text(*_ADDRESSES),
        caption=caption,
        credit=said.get("copyright") or raw.text("copyrightHolder"),
        alt=said.get("altText") or (title if title != caption else None),
    )
    if found.url or found.text:
        return [found]
    return _other(node, kind)


def _film_title(node: Node) -> str | None:
    """Return the title that the player of a film shows, which stands in a tree of facts about the file."""
    for media in _inside(node):
        for facts in _inside(media):
            if facts.text("type") == "aresMediaMetadata":
                return facts.node("model").text("title")
    return None


def _around(node: Node, kind: str, depth: int) -> list[Block]:
    """Return what stands in a block, with the address that it has itself; what holds nothing may be an embed."""
    found, url = blocks(node, depth + 1), node.node("model").text(*_ADDRESSES)
    if not found:
        return _shown(node, kind)
    links = {link.url for block in found if isinstance(block, Paragraph) for link in block.links}
    if not url or url in links | {block.url for block in found if isinstance(block, Media | Embed)}:
        return found
    if len(found) == 1 and isinstance(found[0], Paragraph) and not links:
        return [evolve(found[0], links=[Link(0, len(found[0].text), url)])]
    node.note("link-unkept", url)
    return found


def _post(node: Node, depth: int) -> list[Block]:  # noqa: ARG001 - one signature for all
    """Return a post of a social network as oEmbed describes it (oembed.com, 2.3.4)."""
    told = node.node("model", "oembed")
    url = told.text("url")
    name = told.text("provider_name") or embeds.provider(url or "")
    found = post(told.text("html") or told.text("title"), url, name.lower(), node.notes)
    if not found:
        node.unread(node.text("type"))
    return found


def _shown(node: Node, kind: str) -> list[Block]:
    """Return what is shown from elsewhere, where it has an address or words."""
    model = node.node("model")
    url, text = model.text(*_ADDRESSES), model.text("text", "title", "alt")
    return (
        [Embed(provider=model.text("provider") or kind or "embed", url=url, text=text or "")] if url or text else []
    )


def _other(node: Node, kind: str) -> list[Block]:
    """Return what is shown from elsewhere; what shows neither address nor words is noted by its type."""
    found = _shown(node, kind)
    if not found:
        node.unread(kind)
    return found


_READERS: dict[str, Callable[[Node, int], list[Block]]] = {
    "paragraph": _paragraph,
    "unorderedList": _bullets,
    "orderedList": _numbers,
    "oEmbed": _post,
    "quote": _quotation,
    "blockquote": _quotation,
}
