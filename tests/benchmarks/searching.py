"""The catalogue beside a bare FTS5 table of the same words, a scan with LIKE, and DuckDB over Parquet."""

import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import accumulate
from pathlib import Path

import duckdb

import liveblog_archive as lba
from liveblog_archive.catalogue import Row, parquet
from liveblog_archive.catalogue.index import Index
from liveblog_archive.catalogue.query import Query
from liveblog_archive.catalogue.rows import of_blog
from tests.catalogue import build

from .measure import cpu

VOCABULARY = 50_000
_MATCH = "SELECT headline, text FROM words WHERE words MATCH ? ORDER BY rank LIMIT 20"
_BLOG = 5000  # entries


def rows(entries: int) -> Iterator[Row]:
    """Yield entries of about 75 words, which are as frequent as the words of a language: the n-th as 1 in n."""
    chance = random.Random(7)
    words = [f"w{number:x}" for number in range(VOCABULARY)]
    weights = list(accumulate(1 / (number + 1) for number in range(VOCABULARY)))
    for number in range(entries):
        blog = f"tag:news.example,2026:{number // _BLOG}"
        text = " ".join(chance.choices(words, cum_weights=weights, k=75))
        day = f"2026-{number // _BLOG % 12 + 1:02}-{number % 28 + 1:02}"
        yield Row(
            id=f"{blog}#{number:012x}", version=f"swh:1:cnt:{number:064x}", blog=blog, title="Reports of the day",
            publisher=f"Publisher {number // _BLOG % 7}", day=day, time=f"{day}T12:00:00+00:00", status="published",
            url=None, headline=f"Report {number}", text=text,
        )  # fmt: skip


def bare(path: Path, entries: list[Row]) -> None:
    """Insert headline and text into an FTS5 table."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute('CREATE VIRTUAL TABLE words USING fts5 (headline, text, tokenize = "unicode61")')
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO words VALUES (?, ?)", ((row.headline, row.text) for row in entries))
        connection.execute("COMMIT")


def _turns(floor: Callable[[], object], stage: Callable[[], object], repeats: int = 101) -> tuple[float, float]:
    """Return the median CPU seconds of both, measured in turns, on connections that are warm."""
    _seconds(floor), _seconds(stage)
    pairs = [(_seconds(floor), _seconds(stage)) for _ in range(repeats)]
    return statistics.median(one for one, _ in pairs), statistics.median(other for _, other in pairs)


def _seconds(call: Callable[[], object]) -> float:
    """Return the CPU seconds of one call in this thread."""
    start = time.thread_time()
    call()
    return time.thread_time() - start


def _median(call: Callable[[], object], repeats: int = 15) -> float:
    """Return the median CPU seconds of some calls, whatever threads they take."""
    times = []
    for _ in range(repeats):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return statistics.median(times)


def opening(folder: Path) -> tuple[float, float]:
    """Return the median CPU seconds to open the file and find a rare word in it, of the floor and of the index."""

    def floor() -> None:
        with closing(sqlite3.connect(folder / "bare")) as connection:
            _found(connection, _MATCH, "w9c40")

    def stage() -> None:
        with closing(Index(folder / "index")) as index:
            index.search(QUERIES["a rare word"])

    return _turns(floor, stage)


QUERIES = {
    "a rare word": Query(words="w9c40"),
    "a rare phrase": Query(words='"w0 w1 w2 w3"'),
    "two words": Query(words="w64 wc8"),
    "two words, one publisher": Query(words="w64 wc8", publisher="Publisher 3"),
}


def table(entries: int) -> Iterator[str]:
    """Yield what the index costs to build, and to search."""
    some = list(rows(entries))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        floor = cpu(lambda: bare(folder / "bare", some))
        stage = cpu(lambda: build(folder / "index", some))
        tables = cpu(lambda: parquet.write(folder / "tables", some))
        yield f"| {entries:,} entries to search in | floor: bare FTS5 | stage | ratio | target |"
        yield "| --- | --- | --- | --- | --- |"
        yield f"| building the index | {floor:.1f} s | {stage:.1f} s | x{stage / floor:.2f} | x3 |"
        yield f"| Parquet by publisher and day | {floor:.1f} s | {tables:.1f} s | x{tables / floor:.2f} |  |"
        yield from _queries(folder)


def _queries(folder: Path) -> Iterator[str]:
    index = Index(folder / "index")
    with closing(sqlite3.connect(folder / "bare")) as connection:
        for said, query in QUERIES.items():
            words = query.words if '"' in query.words else " ".join(f'"{word}"' for word in query.words.split())
            bare_query = partial(_found, connection, _MATCH, words)
            floor, stage = _turns(bare_query, partial(index.search, query))
            target = "" if query.publisher else "x2"
            yield f"| {said} | {floor * 1e3:.2f} ms | {stage * 1e3:.2f} ms | x{stage / floor:.2f} | {target} |"
        floor, stage = opening(folder)
        yield f"| opening it, a rare word | {floor * 1e3:.2f} ms | {stage * 1e3:.2f} ms | x{stage / floor:.2f} |  |"
        like = "SELECT headline, text FROM words WHERE text LIKE '%w64 %' AND text LIKE '%wc8 %' LIMIT 20"
        floor = _median(lambda: connection.execute(_MATCH, ['"w64" "wc8"']).fetchall(), 3)
        scan = _median(lambda: connection.execute(like).fetchall(), 3)
    scanned = f"SELECT text FROM read_parquet('{folder}/tables/**/*.parquet') WHERE text LIKE '%w64 %' LIMIT 20"
    ducks = _median(lambda: duckdb.sql(scanned).fetchall(), 3)
    index.close()
    for said, taken in (("rival: LIKE of both words", scan), ("rival: LIKE, DuckDB over the Parquet", ducks)):
        yield f"| {said} | {floor * 1e3:.2f} ms | {taken * 1e3:.2f} ms | x{taken / floor:.2f} |  |"


def _found(connection: sqlite3.Connection, statement: str, words: str) -> list[object]:
    return connection.execute(statement, [words]).fetchall()


def of_files(entries: int) -> float:
    """Return the CPU seconds an entry to make rows of a blog: what building adds when it starts from archives."""
    from . import material

    blog = lba.parse(material.text(entries), format="text", timezone="UTC")
    return cpu(lambda: list(of_blog(blog))) / entries
