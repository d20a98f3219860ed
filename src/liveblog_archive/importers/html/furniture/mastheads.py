"""The day that a site prints in its masthead, above the article: it is that of the reading, whatever that is of."""

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from ...markup.tree import line_inside, text_inside
from ...text.shape import has_digit
from ..labels.printed import LONGEST, PrintedReader

_ARTICLES = frozenset({"article", "main"})
_FEWEST_LINKS = 3  # of a menu


def days_of_reading(root: etree._Element, times: PrintedReader) -> list[etree._Element]:
    """Return the element above the article of a page that prints a day and nothing else.

    Where there are several, they head what is not the article alone, such as other news.
    """
    title = next(root.iter("h1"), None)
    tops = [] if title is None else _tops(title)
    days = [part for top in tops for part in _days_in(top, times)]
    outer = [part for part in days if part.getparent() not in days]
    return outer if len(outer) == 1 else []


def _tops(title: etree._Element) -> Iterator[etree._Element]:
    """Yield what stands above the article that a title is of.

    Where no element is called an article, that is what is called a header or has a menu, without the title.
    """
    line = [title, *title.iterancestors()]
    article = max((at for at, above in enumerate(line) if above.tag in _ARTICLES), default=None)
    for above in line[article or 0 :]:
        for part in above.itersiblings(etree.Element, preceding=True):
            if article is not None or part.tag == "header" or _has_menu(part):
                yield part


def _has_menu(part: etree._Element) -> bool:
    return len([*islice(part.iter("a"), _FEWEST_LINKS)]) == _FEWEST_LINKS


def _days_in(top: etree._Element, times: PrintedReader) -> Iterator[etree._Element]:
    """Yield the elements that print a day and nothing else; no box without a figure, such as a menu, is searched."""
    waiting = [top]
    while waiting:
        part = waiting.pop()
        if not has_digit(inside := text_inside(part)):
            continue
        own = "".join(filter(None, [part.text, *[inner.tail for inner in part]]))
        if len(inside) <= 2 * LONGEST and has_digit(own) and times.is_day(line_inside(part)):
            yield part
        waiting += part[::-1]
