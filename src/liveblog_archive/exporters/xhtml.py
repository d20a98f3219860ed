"""The body of an entry as XHTML, for formats that carry one inside.

Only an address that can be followed is a link; any other stands beside the words. A
character that XML cannot carry is made visible, as `[U+000B]`.
"""

from collections.abc import Iterable
from typing import assert_never

from ..characters import visible
from ..hyperlinks import followable
from ..interchange.xml_escapes import attribute, content
from ..model import Block, Embed, Heading, ListBlock, Media, Paragraph, Quotation

NAMESPACE = "http://www.w3.org/1999/xhtml"


def text(words: str) -> str:
    """Return words as the content of an element."""
    return content(visible(words))


def attributes(**values: str | None) -> str:
    """Return attributes, a blank before each; what has no value is left out."""
    return "".join(f' {name}="{attribute(visible(value))}"' for name, value in values.items() if value)


def anchor(url: str, words: str) -> str:
    """Return words as a link, or with the address beside them where no program should follow it."""
    if href := followable(url):
        return f"<a{attributes(href=href)}>{text(words)}</a>"
    return f"{text(words)} [{text(url)}]"


def _paragraph(block: Paragraph) -> str:
    said, end = "", 0
    for link in block.links:
        said += text(block.text[end : link.start]) + anchor(link.url, block.text[link.start : link.end])
        end = link.end
    return f"<p>{said}{text(block.text[end:])}</p>"


def _heading(block: Heading) -> str:
    return f"<h{block.level}>{text(block.text)}</h{block.level}>"


def _quotation(block: Quotation) -> str:
    source = f"<p>— {text(block.source)}</p>" if block.source else ""
    return f"<blockquote><p>{text(block.text)}</p>{source}</blockquote>"


def _list(block: ListBlock) -> str:
    tag = "ol" if block.ordered else "ul"
    items = "".join(f"<li>{text(item)}</li>" for item in block.items)
    return f"<{tag}>{items}</{tag}>" if items else ""


def _media(block: Media) -> str:
    parts = [f"[{block.kind}]", text(block.caption or ""), text(block.alt or ""), text(block.credit or "")]
    parts.append(anchor(block.url, block.url) if block.url else "")
    return f'<div class="{block.kind}">{"<br/>".join(filter(None, parts))}</div>'


def _embed(block: Embed) -> str:
    parts = [f"[{text(block.provider)}]", text(block.text), anchor(block.url, block.url) if block.url else ""]
    return f'<div class="embed">{"<br/>".join(filter(None, parts))}</div>'


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return _paragraph(block)
        case Heading():
            return _heading(block)
        case Quotation():
            return _quotation(block)
        case ListBlock():
            return _list(block)
        case Media():
            return _media(block)
        case Embed():
            return _embed(block)
        case _:
            assert_never(block)


def body(blocks: Iterable[Block]) -> str:
    """Return the blocks of a body, each on a line of its own."""
    return "".join(f"{_block(block)}\n" for block in blocks)
