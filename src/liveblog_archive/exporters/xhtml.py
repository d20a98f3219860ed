"""The body of an entry as XHTML, for formats that carry one inside.

Only an address that can be followed is a link; any other stands beside the words. A
character that XML cannot carry is made visible, as `[U+000B]`.
"""

import re
from collections.abc import Iterable
from typing import assert_never

from ..characters import visible
from ..hyperlinks import followable
from ..interchange.xml_escapes import attribute, content
from ..model import Block, Embed, Heading, ListBlock, Media, Paragraph, Quotation

NAMESPACE = "http://www.w3.org/1999/xhtml"
_INDENT = re.compile(r"(?<=\n) +")


def text(words: str) -> str:
    """Return words as the content of an element."""
    return content(visible(words))


def lines(words: str, line_break: str = "<br/>") -> str:
    """Return words as the content of an element: lines end with an element, and stand as far in as they do.

    Of the blanks that begin a line, XML readers would keep none.
    """
    indented = _INDENT.sub(lambda found: "\u00a0" * len(found[0]), text(words))
    return indented.replace("\n", f"{line_break}\n")


def attributes(**values: str | None) -> str:
    """Return attributes, a blank before each; what has no value is left out."""
    return "".join(f' {name}="{attribute(visible(value))}"' for name, value in values.items() if value)


def anchor(url: str, words: str) -> str:
    """Return words as a link, or with the address beside them where no program should follow it."""
    if href := followable(url):
        return f"<a{attributes(href=href)}>{lines(words)}</a>"
    return f"{lines(words)} [{text(url)}]"


def _paragraph(block: Paragraph) -> str:
    said, end = "", 0
    for link in block.links:
        said += lines(block.text[end : link.start]) + anchor(link.url, block.text[link.start : link.end])
        end = link.end
    return f"<p>{said}{lines(block.text[end:])}</p>"


def _heading(block: Heading) -> str:
    return f"<h{block.level}>{lines(block.text)}</h{block.level}>"


def _quotation(block: Quotation) -> str:
    source = f"<p>— {lines(block.source)}</p>" if block.source else ""
    return f"<blockquote><p>{lines(block.text)}</p>{source}</blockquote>"


def _list(block: ListBlock) -> str:
    tag = "ol" if block.ordered else "ul"
    items = "".join(f"<li>{lines(item)}</li>" for item in block.items)
    return f"<{tag}>{items}</{tag}>" if items else ""


def _media(block: Media) -> str:
    parts = [f"[{block.kind}]", lines(block.caption or ""), lines(block.alt or ""), lines(block.credit or "")]
    parts.append(anchor(block.url, block.url) if block.url else "")
    return f'<div class="{block.kind}">{"<br/>".join(filter(None, parts))}</div>'


def _embed(block: Embed) -> str:
    parts = [f"[{text(block.provider)}]", lines(block.text), anchor(block.url, block.url) if block.url else ""]
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
