"""Headlines that only the habit of a page tells: a question above the text, where most entries have headlines."""

from collections.abc import Sequence

from ...model import Paragraph
from ..text.shape import is_question
from .update import Update

_MOST = 0.5  # of the entries have a headline


def with_questions(updates: Sequence[Update]) -> list[Update]:
    """Return updates with a first line that asks or calls as the headline, where most of the others have one."""
    if sum(update.headline is not None for update in updates) >= _MOST * len(updates):
        for update in updates:
            _take_question(update)
    return [*updates]


def _take_question(update: Update) -> None:
    first = update.blocks[0] if len(update.blocks) > 1 and update.headline is None else None
    is_line = isinstance(first, Paragraph) and not first.links and "\n" not in first.text
    if first is not None and is_line and is_question(first.text) and (update.printed or update.published):
        update.headline = first.text
        update.blocks = update.blocks[1:]
