"""The typed blocks that an entry's body, and a blog's introduction, are made of."""

from collections.abc import Iterable
from typing import Literal, TypeAlias, get_args

from attrs import field, frozen

from ..errors import ModelError
from . import checks

MediaKind = Literal["image", "video", "audio", "document"]

_MEDIA_KINDS = get_args(MediaKind)


@frozen(weakref_slot=False)
class Link:
    """Characters `start` to `end` (half-open, counted in code points) of a paragraph's text lead to `url`."""

    start: int
    end: int
    url: str

    def __attrs_post_init__(self) -> None:
        checks.natural("Link.start", self.start)
        checks.natural("Link.end", self.end)
        checks.text("Link.url", self.url, empty=False)


# What a field takes has the type that its converter takes: so each field has one of its own.
def _links(values: Iterable[Link]) -> tuple[Link, ...]:
    return checks.as_tuple(values)


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return checks.as_tuple(values)


@frozen(weakref_slot=False)
class Paragraph:
    """A paragraph of running text; `links` are in order and do not overlap."""

    text: str
    links: tuple[Link, ...] = field(default=(), converter=_links)

    def __attrs_post_init__(self) -> None:
        checks.text("Paragraph.text", self.text)
        checks.items("Paragraph.links", self.links, Link)
        reached = 0
        for link in self.links:
            if not reached <= link.start < link.end <= len(self.text):
                raise ModelError(
                    f"link {link.start}..{link.end} is empty, overlaps or is out of order",
                    "Paragraph.links",
                    "give positions in order, within the text",
                )
            reached = link.end


@frozen
class Heading:
    """A heading inside an entry; `level` is 1 to 6."""

    text: str
    level: int = 3

    def __attrs_post_init__(self) -> None:
        checks.text("Heading.text", self.text)
        checks.natural("Heading.level", self.level, least=1)
        checks.choice("Heading.level", str(self.level), tuple("123456"))


@frozen
class Quotation:
    """A block quotation; `source` is who or what is quoted, as printed."""

    text: str
    source: str | None = None

    def __attrs_post_init__(self) -> None:
        checks.text("Quotation.text", self.text)
        checks.optional_text("Quotation.source", self.source)


@frozen
class ListBlock:
    """A bulleted or numbered list."""

    items: tuple[str, ...] = field(converter=_texts)
    ordered: bool = False

    def __attrs_post_init__(self) -> None:
        checks.instance("ListBlock.items", self.items, tuple)
        for index, item in enumerate(self.items):
            checks.text(f"ListBlock.items[{index}]", item)
        checks.instance("ListBlock.ordered", self.ordered, bool)

    @property
    def text(self) -> str:
        """The items, one a line."""
        return "\n".join(self.items)


@frozen(kw_only=True, weakref_slot=False)
class Media:
    """A picture, video, recording or document that the entry shows; the file itself is not in the model."""

    kind: MediaKind
    url: str | None = None
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None

    def __attrs_post_init__(self) -> None:
        checks.choice("Media.kind", self.kind, _MEDIA_KINDS)
        for name, text in (
            ("Media.url", self.url),
            ("Media.caption", self.caption),
            ("Media.credit", self.credit),
            ("Media.alt", self.alt),
        ):
            if text is not None:
                checks.text(name, text, empty=False)

    @property
    def text(self) -> str:
        """What stands in for the medium in plain text: caption, else alternative text."""
        return self.caption or self.alt or ""


@frozen(kw_only=True)
class Embed:
    """Something shown from another service (a post, a video player), with the text that it carried."""

    provider: str
    url: str | None = None
    text: str = ""

    def __attrs_post_init__(self) -> None:
        checks.text("Embed.provider", self.provider, empty=False)
        checks.optional_text("Embed.url", self.url)
        checks.text("Embed.text", self.text)


Block: TypeAlias = Paragraph | Heading | Quotation | ListBlock | Media | Embed
BLOCKS: tuple[type, ...] = get_args(Block)


def as_blocks(values: Iterable[Block]) -> tuple[Block, ...]:
    """Return blocks as the tuple that the model keeps."""
    return checks.as_tuple(values)
