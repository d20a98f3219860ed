"""What a box shows and what it says of that, put together: a picture with its caption and credit, words of others."""

import re
from collections.abc import Sequence

from attrs import evolve
from lxml import etree

from ...model import Block, Embed, Media, Paragraph, Quotation, ready
from ...model.blocks import MediaKind
from ..text.shape import ends_like_a_sentence
from . import embeds
from .captions import LONGEST, PICTURES, parted
from .classes import ClassPattern

_LONGEST_CREDIT = 100  # characters
_BY = ClassPattern(r"attribution|author|(?:^|[\s_-])source(?:$|[\s_-])")
# The last line of a post that is quoted in full: `— Ada Example (@ada) 3 March 2026`.
_ACCOUNT = re.compile(r"[^\n]{1,60}\s\(@\w[\w.@-]*\)[^\n]{0,40}(?<![.!?])")
_DASHES = "–—-― \u00a0"
# What stands for a picture where none can be, as in a version to print: `[Photo: The bridge | Ada Example]`.
_DESCRIBED = re.compile(
    rf"\[\s?(?:{PICTURES})\s?:\s(?P<caption>[^\[\]|]+)"
    r"(?:\s\|\s(?P<credit>[^\[\]|]+))?\]",
    re.IGNORECASE,
)


def as_one(found: Sequence[Block], caption: str | None, credit: str | None, played: MediaKind | None) -> list[Block]:
    """Return the blocks found in a box with what it says of them, which stands behind them where they are several.

    `played` is the kind of what a script plays there, of which the page itself has at most a still.
    """
    if played and all(isinstance(block, Media) and block.kind == "image" for block in found):
        return [Media(kind=played, caption=caption, credit=credit), *found]
    match found:
        case [Quotation(source=None) as quotation] if caption:
            return [evolve(quotation, source=caption), *_texts(credit)]
        case [Embed(text="") as embed] if caption:
            return [evolve(embed, text=caption), *_texts(credit)]
    media = [block for block in found if isinstance(block, Media)]
    if len(media) != 1:
        return [*found, *_texts(caption, credit)]
    rest = [block for block in found if block is not media[0]]
    match rest:
        case [Paragraph(links=()) as beside] if caption is None and len(beside.text) <= LONGEST:
            caption, rest = beside.text, []
        case [Paragraph(links=()) as beside] if credit is None and _may_be_credit(beside.text):
            credit, rest = beside.text, []
    whole = captioned(media[0], caption, credit)
    return [block if block is not media[0] else whole for block in found if block is media[0] or rest]


def captioned(media: Media, caption: str | None, credit: str | None = None) -> Media:
    """Return a medium with what is said of it, in which who made it may stand where nothing else says so."""
    if caption and credit is None:
        caption, credit = parted(caption)
    return ready.media(media, caption, credit)


def described(block: Block) -> Block:
    """Return the picture that a line in brackets describes, which nobody has; any other block as it is."""
    text = block.text if isinstance(block, Paragraph) and not block.links else ""
    match = _DESCRIBED.fullmatch(text) if text[:1] == "[" else None
    if match is None:
        return block
    return Media(kind="image", caption=match["caption"].strip(), credit=match["credit"] and match["credit"].strip())


def _texts(*said: str | None) -> list[Paragraph]:
    return [Paragraph(text) for text in said if text]


def _may_be_credit(text: str) -> bool:
    """Tell whether a line beside a picture and its caption is short, and no sentence."""
    return len(text) <= _LONGEST_CREDIT and not ends_like_a_sentence(text)


def captions_of(figure: etree._Element) -> list[etree._Element]:
    """Return the captions of a figure, and none of those of another in it."""
    return [part for part in figure.iter("figcaption") if next(part.iterancestors("figure")) is figure]


def late_pictures(figure: etree._Element, base: str | None) -> list[Block]:
    """Return the picture of a figure that a script loads: that for readers without scripts, else an unknown one.

    A box may stand for it that has its address, where no button tells of something else.
    """
    images = [*figure.iter("img", "amp-img")]
    has_button = next(figure.iter("button"), None) is not None
    boxes = () if images or has_button else (box for box in figure.iter("div", "span") if embeds.names_picture(box))
    media = next(filter(None, (embeds.picture(part, base) for part in images or boxes)), None)
    return [media or Media(kind="image")] if media or images else []


def named_in(element: etree._Element) -> list[etree._Element]:
    """Return the parts of a `blockquote` that name its source."""
    by = [part for part in element.iter("footer", "cite", "figcaption") if _closes(part, element)]
    return by + [part for part in element if _BY.fits(part) and part not in by]


def _closes(part: etree._Element, quotation: etree._Element) -> bool:
    """Tell whether a `footer`, `cite` or `figcaption` names the source of this very quotation."""
    if part.tag == "cite":
        return part.getparent() is quotation
    return next(part.iterancestors("blockquote")) is quotation


def quotation(texts: Sequence[str], source: str) -> list[Block]:
    """Return the quotation of these lines from a source, which may be empty; of no lines, the source as it stands.

    Where nothing else names a source, the last line may: that of an account.
    """
    if not source and len(texts) > 1 and _ACCOUNT.fullmatch(texts[-1]):
        *texts, source = texts
    named = source.lstrip(_DASHES) or None
    if texts:
        return [Quotation("\n".join(texts), named)]
    return [Paragraph(named)] if named else []
