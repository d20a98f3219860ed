"""The search of a site: a static index in small files, of which a reader's browser fetches the few that it needs.

`search/words/XXXX.json` has all words that begin with the same two letters, whose code points are its name: each with
the blogs that have it, and in each the numbers of entries. `search/entries/BLOG-N.json` has the titles of 500 entries
of a blog. `search/ids/XX.json` has the local ids of entries that begin with the same two characters, and in which
blogs they were. Everything is called by the folder of its blog, so that another blog changes no more than it must.
"""

from collections.abc import Iterable, Iterator, Sequence

import orjson

from ..citation.wording import name_of_entry, one_line
from ..exporters.html.safety import printable
from ..model import Entry, local_of
from ..searching import words_for_search

SHARD = 500
_LONGEST = 40  # letters of a word: longer ones are addresses and the like


def words(text: str) -> set[str]:
    """Return the words of a text, as search.js makes them of what is looked for."""
    return {word for word in words_for_search(text) if len(word) <= _LONGEST}


def shard_of(word: str) -> str:
    """Return the name of the file that a word stands in."""
    return "-".join(f"{ord(letter):x}" for letter in word[:2])


class SearchIndex:
    """The index of all blogs, filled one after the other."""

    def __init__(self) -> None:
        self._words: dict[str, dict[str, dict[str, list[int]]]] = {}
        self._ids: dict[str, dict[str, list[str]]] = {}

    def add(self, folder: str, entries: Sequence[Entry], ids: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Take in the entries of a blog, and the ids of all that it ever had; yield the files of the titles."""
        for number, entry in enumerate(entries):
            for word in sorted(words(f"{entry.headline or ''} {entry.text}")):
                shard = self._words.setdefault(shard_of(word), {})
                shard.setdefault(word, {}).setdefault(folder, []).append(number)
        for name in ids:
            local = local_of(name)
            self._ids.setdefault(local[:2], {}).setdefault(local, []).append(folder)
        for start in range(0, len(entries), SHARD):
            titles = [_title(entry) for entry in entries[start : start + SHARD]]
            yield f"search/entries/{folder}-{start // SHARD}.json", orjson.dumps(titles)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files of words and ids."""
        for kind, shards in (("words", self._words), ("ids", self._ids)):
            yield from _sorted_files(kind, shards.items())


def _sorted_files(kind: str, shards: Iterable[tuple[str, object]]) -> Iterator[tuple[str, bytes]]:
    for name, shard in sorted(shards):
        yield f"search/{kind}/{name}.json", orjson.dumps(shard, option=orjson.OPT_SORT_KEYS)


def _title(entry: Entry) -> list[str]:
    """Return local id, day, printed time, and headline or first words."""
    day = entry.calendar_day
    time = one_line(entry.time.shown) if entry.time else ""
    return [local_of(entry.id), day.isoformat() if day else "", printable(time), printable(name_of_entry(entry))]
