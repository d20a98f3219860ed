"""The full-text index: an SQLite file with FTS5, in which a million entries are searched in milliseconds.

The words of an entry stand in its row alone; the index over them (a contentless table, FTS5 4.4.1), which is made of
the form that they are compared in, refers to the rows. A file is complete or absent: it is built beside its place and
renamed.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import orjson

from ..errors import ArchiveError
from ..files import written_aside
from ..refusals import told
from ..searching import for_search
from .query import EVERY, Query
from .rows import EARLIER, Row

# "lba" and the version of these tables, in the header of the file: another file is none of ours.
_APPLICATION, _VERSION = 0x6C6261, 4
# Every author of every entry: names are kept as an array of JSON.
_AUTHORS = "(SELECT value AS author FROM entries, json_each(authors))"
# Values that are named to one who gave another.
_NAMED = 5
_TABLES = """
CREATE TABLE blogs (number INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT, publisher TEXT);
CREATE TABLE entries (number INTEGER PRIMARY KEY, blog INTEGER NOT NULL, id TEXT NOT NULL, version TEXT NOT NULL,
  day TEXT, time TEXT, status TEXT NOT NULL, url TEXT, headline TEXT, text TEXT NOT NULL, authors TEXT);
CREATE VIRTUAL TABLE words USING fts5 (
  headline, text, content = '', tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'");
"""
# Of a blog that several sources have, a version of an entry is found once; the source that comes first tells of it.
_ONCE = """
DELETE FROM entries WHERE number NOT IN (SELECT min(number) FROM entries GROUP BY id, version, status);
"""
_INDEXES = """
INSERT INTO words (rowid, headline, text) SELECT number, for_search(headline), for_search(text) FROM entries;
CREATE INDEX blogs_by_id ON blogs (id);
CREATE INDEX blogs_by_publisher ON blogs (publisher);
CREATE INDEX entries_by_blog ON entries (blog);
CREATE INDEX entries_by_day ON entries (day);
CREATE INDEX entries_by_status ON entries (status) WHERE status <> 'published';
CREATE INDEX entries_by_local_id ON entries (substr(id, -12));
"""
_ENTRY = "INSERT INTO entries VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


@contextmanager
def built(
    path: str | os.PathLike[str], rows: Iterable[Row], *, overwrite: bool = False
) -> Iterator[tuple[Path, int]]:
    """Write an index of rows, those of a blog together, to a file.

    Yields where it is before it gets its name, and how many entries are in it. What is made together with it is made
    here: when that fails, there is no index, or the one before. Raises `ExportError` for a file that exists, unless
    `overwrite` is true, or a path that no file can be written to, and `ArchiveError` where SQLite cannot write it.
    """
    with written_aside(path, overwrite) as aside:
        with (
            _clear_errors(os.fspath(path), "written", "check its folder and the disk"),
            closing(sqlite3.connect(aside, isolation_level=None)) as connection,
        ):
            count = _fill(connection, rows)
        yield aside, count


def _fill(connection: sqlite3.Connection, rows: Iterable[Row]) -> int:
    connection.create_function("for_search", 1, lambda text: text and for_search(text), deterministic=True)
    # The file is thrown away when anything fails: it needs no journal, and is synced once, when it is complete.
    connection.executescript(
        f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; {_TABLES}"
    )
    connection.execute("BEGIN")
    connection.executemany(_ENTRY, _numbered(connection, rows))
    connection.execute(_ONCE)
    connection.execute("COMMIT")
    connection.executescript(f"{_INDEXES} PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {_VERSION};")
    count: int = connection.execute("SELECT count(*) FROM entries").fetchone()[0]
    return count


def _numbered(connection: sqlite3.Connection, rows: Iterable[Row]) -> Iterator[tuple[object, ...]]:
    """Yield rows with the number of their blog in the place of its facts."""
    number, known = 0, None
    for row in rows:
        if row.blog != known:
            number, known = number + 1, row.blog
            facts = (number, row.blog, row.title, row.publisher)
            connection.execute("INSERT INTO blogs VALUES (?, ?, ?, ?)", facts)
        authors = orjson.dumps(row.authors).decode() if row.authors else None
        yield number, row.id, row.version, row.day, row.time, row.status, row.url, row.headline, row.text, authors


class Index:
    """An index, open for searching."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._where = os.fspath(path)
        if not Path(path).is_file():
            what = "a folder, and no index" if Path(path).is_dir() else "no such file"
            raise ArchiveError(what, self._where, "make one with: liveblog-archive index")
        guard = _clear_errors(
            self._where, "read", "check the permissions, or make it again with: liveblog-archive index"
        )
        with guard, ExitStack() as undo:
            address = f"{Path(path).absolute().as_uri()}?mode=ro"
            # Not of one thread: pyarrow takes the rows of tables in another, one after the other.
            opened = sqlite3.connect(address, uri=True, check_same_thread=False)
            self._connection = undo.enter_context(closing(opened))
            marks = ("application_id", "user_version")
            found = [self._connection.execute(f"PRAGMA {one}").fetchone()[0] for one in marks]
            if found != [_APPLICATION, _VERSION]:
                raise ArchiveError(
                    "not an index of this version", self._where, "make it again with: liveblog-archive index"
                )
            undo.pop_all()  # it stays open

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def rows(self) -> Iterator[Row]:
        """Yield all that is in it, in the order of its sources."""
        return map(_row, self._connection.execute(EVERY))

    def search(self, query: Query) -> list[Row]:
        """Return the entries that a query asks for: the most relevant first, without words by blog and place.

        Raises `ArchiveError` for an expression that FTS5 cannot read, for bytes of a terminal that are no text, and,
        when nothing is found, for a status, an author, a blog or a publisher that no entry has.
        """
        statement, values = query.sql()
        try:
            found = query.kept(map(_row, self._connection.execute(statement, values)))
        except UnicodeEncodeError as error:
            raise ArchiveError("not UTF-8", error.object, "write it as UTF-8, which indexes are in") from error
        except sqlite3.OperationalError as error:
            raise ArchiveError(
                f"not an expression of FTS5: {error}",
                query.words,
                "leave expression=True out to look for these words",
            ) from error
        except sqlite3.DatabaseError as error:
            raise ArchiveError(
                f"damaged: {error}", self._where, "make it again with: liveblog-archive index"
            ) from error
        if not found:
            self._check_facts(query)
        return found

    @property
    def has_earlier(self) -> bool:
        """Tell whether words that entries no longer have are in it, too."""
        found = self._connection.execute("SELECT 1 FROM entries WHERE status = ? LIMIT 1", [EARLIER])
        return found.fetchone() is not None

    def _check_facts(self, query: Query) -> None:
        """Raise `ArchiveError` for a value of a query that no entry has."""
        for name, table, value in (
            ("status", "entries", query.status),
            ("author", _AUTHORS, query.author),
            ("publisher", "blogs", query.publisher),
            ("id", "blogs", query.blog),
        ):
            if value is None:
                continue
            # Both names are those above, never words of a query.
            statement = f"SELECT DISTINCT {name} FROM {table} WHERE {name} IS NOT NULL ORDER BY {name}"  # noqa: S608
            known = [one for (one,) in self._connection.execute(statement)]
            if value not in known:
                what = "blog" if name == "id" else name
                remedy = f"name one of {_some(value, known)}" if known else f"none has any {what}: leave it out"
                raise ArchiveError(f"no {what} {value!r}", self._where, remedy)


def _row(found: tuple[Any, ...]) -> Row:
    return Row(*found[:-1])._replace(authors=tuple(orjson.loads(found[-1] or "[]")))


def _some(value: str, known: Sequence[str]) -> str:
    """Return the values that one may have meant: those that it is a part of, else all, but not too many of them."""
    part = value.casefold()
    alike = [one for one in known if part in one.casefold()] or known
    more = len(alike) - _NAMED
    return ", ".join(map(repr, alike[:_NAMED])) + (f" and {more} more" if more > 0 else "")


def _clear_errors(where: str, verb: str, remedy: str) -> AbstractContextManager[None]:
    """Turn what SQLite or the operating system says into one clear line."""
    return told(ArchiveError, f"cannot be {verb}", where, remedy, of=(sqlite3.Error, OSError))
