"""Shards: what one task of an engine does. A web archive is one by itself; of other files there are many in one."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from .documents import Document

_MOST = 200  # documents
_MOST_BYTES = 64 * 2**20
_SHARE = 4  # of what is left for each worker, a shard has one in so many: so none waits long for the last one


@frozen
class Shard:
    """Documents in key order, and the name that their part of the manifest is committed under."""

    part: str
    documents: tuple[Document, ...]

    def halves(self) -> tuple["Shard", "Shard"]:
        """Return the shard as two, whose parts have names between this one's and the next one's."""
        middle = len(self.documents) // 2
        first, second = self.documents[:middle], self.documents[middle:]
        stem = self.part.removesuffix(".jsonl")
        return Shard(f"{stem}.0.jsonl", first), Shard(f"{stem}.1.jsonl", second)


def cut(documents: Iterable[Document], count: int, workers: int, run: int) -> Iterator[Shard]:
    """Yield `count` documents, at least one, as shards, none with too many of them or bytes, and the last ones small.

    As long as much is left, a shard is large, for each costs some milliseconds beside its documents.
    """
    for index, group in enumerate(_groups(documents, count, workers * _SHARE)):
        yield Shard(f"{run:06}-{index:08}.jsonl", tuple(group))


def _groups(documents: Iterable[Document], left: int, shares: int) -> Iterator[Sequence[Document]]:
    group: list[Document] = []
    size = 0
    for document in documents:
        full = len(group) >= min(_MOST, left // shares) or size + (document.size or 0) > _MOST_BYTES
        if group and (full or document.is_archive or group[-1].is_archive):
            yield group
            left -= len(group)
            group, size = [], 0
        group.append(document)
        size += document.size or 0
    yield group
