"""A few entries at a time.

What an exporter does for an entry is many small steps, whose code together is larger than the cache that a processor
has for code. Done step by step for some dozens of entries, each step is still there for the next entry: that takes
less time than one entry after the other, a twentieth or a fifth by the processor, and holds no more than those.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

SIZE = 32

T = TypeVar("T")


def portions(items: Iterable[T]) -> Iterator[list[T]]:
    """Yield the items in lists of `SIZE`, the last of which may be shorter."""
    rest = iter(items)
    while some := list(islice(rest, SIZE)):
        yield some
