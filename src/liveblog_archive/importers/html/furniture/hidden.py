"""What a style hides although it is seen beside it: copies that are there for machines, or for other screens.

What is hidden and stands nowhere else may be shown by a script, such as the rest of a text, and stays.
"""

import re
from functools import cache

from lxml import etree

from ...markup.tree import text_inside

_HIDDEN = etree.XPath(
    "body//*[contains(@style, 'display')][contains(translate(@style, ' ', ''), 'display:none')][not(@hidden)]"
)
_GAPS = re.compile(r"\W+")
_LARGE = frozenset({"body", "main", "article"})
_TWICE = 2
_LONGEST = 5000  # letters of what stands around a copy, and it


def hide_copies(root: etree._Element) -> None:
    """Give the parts of a page that a style hides, and whose words stand beside them too, the attribute `hidden`."""
    said = cache(_words)
    for part in _HIDDEN(root):
        box = part.getparent()
        if box is None or box.tag in _LARGE or len(said(box)) > _LONGEST:
            continue
        own = _words(part)
        if own and said(box).count(own) >= _TWICE:
            part.set("hidden", "")


def _words(part: etree._Element) -> str:
    """Return the letters and digits of an element."""
    return _GAPS.sub("", text_inside(part)).casefold()
