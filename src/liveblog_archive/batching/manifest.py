"""The manifest of a destination: what became of every document, in key order, a line of JSON each.

While a run is under way, and after it was killed, parts stand beside it, one for each shard that is complete. The
records of a later run count more than those of an earlier one; of a document, all records are of one run. Whatever
the number of documents, only the records of one shard of each run are held at a time.
"""

import heapq
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from attrs import evolve

from .documents import Document
from .map_shard import PARTS
from .places import Destination
from .records import KeyOrder, Record, from_lines, key_order, to_line

MANIFEST, FAILED = "manifest.jsonl", "failed.jsonl"
_PART = re.compile(r"\d+-[\d.]+\.jsonl")  # others may leave files there, as file systems of a network do
_Entry = tuple[KeyOrder, int, tuple[Record, ...]]


class Manifest:
    """The manifest and the parts of one destination."""

    def __init__(self, destination: Destination) -> None:
        self._destination = destination
        self.parts = [name for name in destination.names(PARTS) if _PART.fullmatch(name)]

    @property
    def next_run(self) -> int:
        """The number of a run whose parts count more than all there are."""
        return max((int(part.partition("-")[0]) for part in self.parts), default=0) + 1

    def documents(self) -> Iterator[tuple[Record, ...]]:
        """Yield the records of each document, in key order."""
        runs = [list(group) for _, group in groupby(self.parts, lambda part: part.partition("-")[0])]
        streams = [self._entries(names, number) for number, names in enumerate(runs, start=1)]
        merged = heapq.merge(self._entries([], 0), *streams, key=lambda entry: (entry[0], -entry[1]))
        for _, same in groupby(merged, lambda entry: entry[0]):
            yield next(same)[2]

    def _entries(self, parts: list[str], number: int) -> Iterator[_Entry]:
        """Yield what one run says of each document; run 0 is the manifest itself.

        A shard whose worker was killed once it was committed, and again, has parts of its halves before its own.
        """
        names = [f"{PARTS}/{part}" for part in parts]
        if not number and self._destination.size(MANIFEST) is not None:
            names = [MANIFEST]
        records = (record for name in names for record in self._lines(name))
        last: KeyOrder = ()
        for document, group in groupby(records, lambda record: record.document):
            order = key_order(document)
            if order > last:
                yield order, number, tuple(group)
                last = order

    def join(self, documents: Iterable[Document]) -> Iterator[Document]:
        """Yield documents, which stand in key order, with what is known of each."""
        known = self.documents()
        next_known = next(known, None)
        for document in documents:
            order = key_order(document.key)
            while next_known and key_order(next_known[0].document) < order:
                next_known = next(known, None)
            same = next_known is not None and next_known[0].document == document.key
            yield evolve(document, known=next_known) if same and next_known else document

    def finish(self) -> bool:
        """Make one manifest, and the list of what failed, of all that was committed; then remove the parts.

        Return whether there is such a list: it holds what is no longer in the source, too.

        It may be broken off anywhere: the next run does it again.
        """
        done = Manifest(self._destination)
        self._destination.write(MANIFEST, (to_line(record) for group in done.documents() for record in group))
        failed = [to_line(record) for record in self.records() if record.status == "failed"]
        if failed:
            self._destination.write(FAILED, failed)
        else:
            self._destination.remove(FAILED)
        for part in done.parts:
            self._destination.remove(f"{PARTS}/{part}")
        self._destination.remove_folder(PARTS)
        return bool(failed)

    def records(self) -> Iterator[Record]:
        """Yield the records of a finished manifest."""
        return self._lines(MANIFEST)

    def _lines(self, name: str) -> Iterator[Record]:
        return from_lines(self._destination.lines(name), self._destination.where(name))
