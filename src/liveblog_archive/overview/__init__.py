"""A live blog at a glance: what a briefing and a page for reading share, as facts, numbers and words.

`facts` counts, `inversions` counts what stands out of order, `names` lists who and what is named, `timeline` is a
figure in pure numbers, `selection` picks entries, `titles` tells what a blog is called, `furniture` says everything
around them in the reader's language.
Nothing here draws, nothing is guessed.
"""

from .facts import KeyFacts, is_undated, key_facts, was_edited
from .furniture import LANGUAGES, Furniture, furniture_for
from .inversions import out_of_order
from .names import Named, Role, caseless, most_named, named
from .selection import Selection, select
from .timeline import Timeline, timeline
from .titles import titled

__all__ = [
    "LANGUAGES",
    "Furniture",
    "KeyFacts",
    "Named",
    "Role",
    "Selection",
    "Timeline",
    "caseless",
    "furniture_for",
    "is_undated",
    "key_facts",
    "most_named",
    "named",
    "out_of_order",
    "select",
    "timeline",
    "titled",
    "was_edited",
]
