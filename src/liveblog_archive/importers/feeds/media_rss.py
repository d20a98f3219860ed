"""Media RSS 1.5.1 (rssboard.org/media-rss): the pictures and recordings of the items of a feed, RSS or Atom.

`feedparser` takes what is said of a picture for the text of the item, whichever comes last. So these words are taken
out of the feed before it reads it, and the media are read here.
"""

import re
from collections.abc import Sequence

from attrs import evolve
from lxml import etree

from ...model import Block, Embed, Media
from ...model.blocks import MediaKind
from .. import markup
from ..assembly import MEDIA_KINDS
from ..markup.embeds import address, provider
from .characters import edited

_SPACES = ("http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss", "http://www.rssboard.org/media-rss")
_PREFIX = re.compile(rf"xmlns:([\w.-]+)\s*=\s*[\"'](?:{'|'.join(map(re.escape, _SPACES))})[\"']")
_SUFFIXES: dict[str, MediaKind] = {
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "webp", "avif"), "image"),
    **dict.fromkeys(("mp4", "m4v", "webm", "m3u8"), "video"),
    **dict.fromkeys(("mp3", "m4a", "ogg"), "audio"),
}  # fmt: skip


def without_words(data: bytes) -> bytes:
    """Return a feed without titles and descriptions of media, line for line; without Media RSS it is as it was."""
    return edited(data, _without_words)


def _without_words(text: str) -> str:
    prefixes = "|".join(map(re.escape, sorted(set(_PREFIX.findall(text)))))
    if not prefixes:
        return text
    kept: list[str] = []
    end = 0
    opened: re.Match[str] | None = None
    # Tag by tag: to look for the end of each tag from its beginning takes square time where none has one.
    for tag in re.finditer(rf"<(/?)((?:{prefixes}):(?:title|description))(?=[\s>/])[^<>]*>", text):
        closes = opened is not None and tag[1] and tag[2] == opened[2]
        begin = opened.start() if opened and closes else tag.start()
        if closes or tag[0].endswith("/>"):
            kept += [text[end:begin], "\n" * text.count("\n", begin, tag.end())]
            end = tag.end()
        opened = None if tag[1] or end == tag.end() else tag
    return "".join([*kept, text[end:]])


def with_media(shown: Sequence[Block], media: Sequence[Block]) -> list[Block]:
    """Return the blocks of a body with the media of its item: what is said of one that it shows, and the others."""
    others = {_address(block): block for block in media if isinstance(block, Media)}
    words = [block for block in media if not isinstance(block, Media)]

    def completed(block: Block) -> Block:
        known = others.pop(_address(block), None) if isinstance(block, Media) else None
        if not isinstance(block, Media) or known is None:
            return block
        return evolve(block, caption=block.caption or known.caption, credit=block.credit or known.credit)

    return [*map(completed, shown), *words, *others.values()]


def _address(block: Media) -> str | None:
    """Return the address of a medium without its query, which says how large it is wanted."""
    return block.url and block.url.partition("?")[0]


def blocks(item: etree._Element, base: str | None = None) -> list[Block]:
    """Return each medium of an item once, and of one in several sizes the default or widest.

    Where no file is named, it is a player or what is to be embedded, and else a thumbnail stands for it; words of
    media without any address are paragraphs.
    """
    best: dict[object, etree._Element] = {}
    for content in item.iter(*_tags("content")):
        group = content.getparent()
        grouped = group is not None and etree.QName(group).localname == "group"
        key = group if grouped else (content.get("url") or "").partition("?")[0]
        if content.get("url") and (key not in best or _rank(content) > _rank(best[key])):
            best[key] = content
    embeds = [one for name in ("embed", "player") for one in item.iter(*_tags(name))]
    media = [*best.values()] or embeds[:1] or [*item.iter(*_tags("thumbnail"))][:1]
    found = [_medium(one, item, base) for one in media if one.get("url")]
    if shown := [one for one in found if one.url or one.text]:
        return [*shown]
    return [paragraph for words in item.iter(*_tags("description")) for paragraph in markup.paragraphs(_plain(words))]


def _rank(content: etree._Element) -> tuple[bool, int]:
    width = content.get("width") or ""
    return content.get("isDefault") == "true", int(width) if width.isascii() and width.isdecimal() else 0


def _medium(element: etree._Element, item: etree._Element, base: str | None) -> Media | Embed:
    stated_url = str(element.get("url"))
    url = address(stated_url, address(element.base, base) or base)
    if etree.QName(element).localname in ("embed", "player"):
        said = filter(None, (_said(element, item, name) for name in ("title", "description")))
        return Embed(provider=provider(url or stated_url), url=url, text="\n".join(said))
    stated = (element.get("medium") or "", (element.get("type") or "").partition("/")[0])
    suffix = stated_url.partition("?")[0].rpartition(".")[2].lower()
    kind: MediaKind = "image" if etree.QName(element).localname == "thumbnail" else "document"
    return Media(
        kind=next((MEDIA_KINDS[name] for name in stated if name in MEDIA_KINDS), _SUFFIXES.get(suffix, kind)),
        url=url,
        caption=_said(element, item, "description"),
        credit=_said(element, item, "credit"),
        alt=_said(element, item, "title"),
    )


def _said(element: etree._Element, item: etree._Element, name: str) -> str | None:
    """Return what is said of a medium: on itself, else on its group, else on its item."""
    words = [text for child in element if child.tag in _tags(name) and (text := _plain(child))]
    if words or element is item:
        return ", ".join(dict.fromkeys(words)) or None
    return _said(element.getparent(), item, name)


def _plain(element: etree._Element) -> str:
    text = "".join(element.itertext())
    return (markup.line(text) if element.get("type") == "html" else " ".join(text.split())) or ""


def _tags(name: str) -> list[str]:
    return [f"{{{space}}}{name}" for space in _SPACES]
