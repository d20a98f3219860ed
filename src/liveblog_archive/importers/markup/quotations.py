"""Who is quoted in a quotation, and what: its own words apart from the name of their source."""

import re
from collections.abc import Sequence

from lxml import etree

from ...model import Block, Paragraph, Quotation
from .classes import ClassPattern

_BY = ClassPattern(r"attribution|author|(?:^|[\s_-])source(?:$|[\s_-])")
# The last line of a post that is quoted in full: `— Ada Example (@ada) 3 March 2026`.
_ACCOUNT = re.compile(r"[^\n]{1,60}\s\(@\w[\w.@-]*\)[^\n]{0,40}(?<![.!?])")
_DASHES = "–—-― \u00a0"


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
