"""Pages that only print their times, which the importer of text reads.

In comes a page without data; out comes a blog. Its blocks (`blocks`) or its lines (`lines`) become a text, whose
labels, days and direction are read by one set of rules, and what was found in it gets the page's own blocks back.
"""

from ....errors import ImportFailure
from ....model import LiveBlog, Note
from ...options import Options
from ...text.shape import ends_like_a_sentence
from ...text.stated import undated
from ..page import Page
from . import blocks, dated_entries, lines, minutes
from .below_entries import said_lines
from .days import PageDays


def read(page: Page, options: Options, days: PageDays, notes: list[Note]) -> LiveBlog | None:
    """Return the blog of a page that only prints its times: of blocks, or of lines where these are more entries.

    Blocks may have the minute of a match in the place of a time. In blocks with one time each, no line begins another
    entry. Where lines are few beside the times, entries may be what stands from one of these to the next.
    """
    of_blocks: list[Note] = []
    of_lines: list[Note] = []
    page = page.with_figures()
    timed = blocks.elements(page)
    found = blocks.read(page, timed, options, days, of_blocks) or minutes.read(page, options, days, of_blocks)
    other: LiveBlog | None = None
    if found is None or not (timed and blocks.have_one_time(page, timed)):
        try:
            other = lines.read(page, options, days, of_lines)
        except ImportFailure:
            if found is None:
                raise  # else its lines state no zone, or not one alone; the blocks do
    if found is not None and (
        other is None or (_with_time(found), -undated(found.entries)) >= (_telling(other), -undated(other.entries))
    ):
        notes += of_blocks
        return found
    of_runs: list[Note] = []
    known = _with_time(other) if other else 0
    runs = blocks.runs_of_times(page) if 2 * known < len(page.printing) else []
    if 2 * known < len(runs):
        found = blocks.read(page, runs, options, days, of_runs)
        if found is not None and _telling(found) > 2 * known:
            notes += of_runs
            return found
    notes += of_lines
    return other or dated_entries.read(page, options, days, notes)


def _with_time(blog: LiveBlog) -> int:
    return sum(entry.time is not None for entry in blog.entries)


def _telling(blog: LiveBlog) -> int:
    """Return how many entries have a time and a sentence, which lists of other news below the last have not."""
    return sum(entry.time is not None and any(map(ends_like_a_sentence, said_lines(entry))) for entry in blog.entries)
