"""Which elements of a page may hold its text, where that is read as lines."""

from collections.abc import Iterator, Sequence

from lxml import etree

from ...markup import select
from ...markup.tree import line_inside, text_inside
from ...text.shape import ends_like_a_sentence
from ..finding.elements import around_all, has_a_share, leads_away
from ..page import Page

_ALL = "//body"
_PATHS = (
    "//*[@itemprop='articleBody']",
    "//*[contains(@id, 'articlebody') or contains(@id, 'article-body') or contains(@id, 'articleBody')]",
    "//*[contains(@class, 'liveblog') or contains(@class, 'live-blog') or contains(@class, 'ticker')]",
    "//*[contains(@class, 'article-body') or contains(@class, 'article__body') or contains(@class, 'entry-content')]",
    "//*[contains(@class, 'story-body') or contains(@class, 'story__body') or contains(@class, 'storyBody')]",
    "//article",
    "//main",
    _ALL,
)
_LINES = ("p", "li", "td")
_FEWEST = 3


def bodies(page: Page, times: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """Yield the elements that may hold the text of a blog, the likeliest first, each once.

    Of `times` that the page prints alike it has all or none: a page may have a box for each day, and a list of news.
    What stands beside the text and lists other news is called a ticker, too: it has little of the page's text, or
    hardly more than links.
    """
    seen: set[etree._Element] = set()
    for path in _PATHS:
        found = (one for one in select(page.root, path) if not page.is_outside(one))
        largest = max(found, key=lambda one: len(text_inside(one)), default=None)
        if largest is None or largest in seen:
            continue
        seen.add(largest)
        if path == _ALL and (box := _box_of_sentences(page)) is not None:
            seen.add(box)
            yield box
        if 0 < sum(largest in time.iterancestors() for time in times) < len(times):
            continue
        if "@" not in path or (has_a_share(page.root, [largest]) and not leads_away([largest])):
            yield largest
    if times and (box := next(around_all(times))) not in seen:
        yield box


def _box_of_sentences(page: Page) -> etree._Element | None:
    """Return the box of all lines with a time and a sentence behind it, where others elsewhere have none.

    These are of other news or a timetable.
    """
    lines = [
        part for part in page.root.iter(*_LINES) if page.times.begins(line_inside(part)) and not page.is_outside(part)
    ]
    said = [part for part in lines if ends_like_a_sentence(line_inside(part))]
    box = said[0].getparent() if len(said) >= _FEWEST else None
    if box is None or any(part.getparent() is not box for part in said):
        return None
    return box if any(box not in part.iterancestors() for part in lines) else None
