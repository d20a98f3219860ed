"""A catalogue of entries: archives and batches -> rows -> Parquet for tables, SQLite FTS5 for words; and its queries.

It is made of what is archived and can be made again at any time: nothing is kept in it alone. `make` and `search` are
for who builds on it; a `Row` is what is found.
"""

import datetime
import os
from collections.abc import Callable, Iterable
from contextlib import closing
from typing import Literal

from ..errors import ArchiveError, LiveBlogError
from . import parquet as tables
from .index import Index, built
from .query import Query
from .rows import Row, rows

__all__ = ["Row", "make", "search"]


def make(
    path: str | os.PathLike[str],
    sources: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    versions: Literal["latest", "all"] = "latest",
    parquet: str | os.PathLike[str] | None = None,
    overwrite: bool = False,
    damaged: Callable[[LiveBlogError], object] | None = None,
    progress: Callable[[int], object] | None = None,
) -> int:
    """Write an index of all entries in archives, and in folders that `batch` wrote; return how many are in it.

    `sources` is the path of one of these, or several. `versions` says whether entries of an archive are found by what
    they say in the end (`latest`), or by `all` that they ever said. `parquet` is a folder to write what is in the
    index into, as tables. `damaged`, such as the `append` of a list, is told the error of each blog that cannot be
    read, and the others are indexed. `progress` is called with the number of entries that were read so far.

    Each file is complete or absent. Raises `ExportError` where something stands at a path, unless `overwrite` is
    true, or nothing can be written there; `ArchiveError` for a source that is neither, where SQLite or Parquet cannot
    be written, and, as `ImportFailure`, for a blog that is damaged, unless `damaged` is there to be told.
    """
    if versions not in ("latest", "all"):
        raise ArchiveError(f"no versions {versions!r}", remedy="name one of latest, all")
    if parquet is not None:
        tables.check(parquet, overwrite=overwrite)
    several = [sources] if isinstance(sources, str | os.PathLike) else sources
    names = [os.fspath(one) for one in several]
    if not names:
        raise ArchiveError("no archive and no folder to index", remedy="check the paths")
    found = rows(names, earlier=versions == "all", damaged=damaged)
    with built(path, _counted(found, progress) if progress else found, overwrite=overwrite) as (aside, count):
        if parquet is not None:
            with closing(Index(aside)) as index:
                tables.write(parquet, index.rows(), overwrite=overwrite)
    return count


def _counted(found: Iterable[Row], progress: Callable[[int], object]) -> Iterable[Row]:
    for count, row in enumerate(found):
        progress(count)
        yield row


def search(
    path: str | os.PathLike[str],
    words: str = "",
    *,
    expression: bool = False,
    quote: str | None = None,
    day: datetime.date | str | None = None,
    publisher: str | None = None,
    author: str | None = None,
    blog: str | None = None,
    id: str | None = None,
    status: str | None = None,
    limit: int = 20,
) -> list[Row]:
    """Return the entries of an index that have all that is asked for, the most relevant first, or else in order.

    `words` are found in any order, those in quotation marks side by side, and one that ends in `*` is the beginning
    of a word; with `expression` they are in the language of FTS5. `quote` stands in the entry letter by letter. `day`
    is one, or two with `..` between, of which one may be left out. `publisher` and `author` are names in full, `blog`
    is an id, `id` that of an entry or its last 12 characters. `limit` is the most entries, from 1.

    Raises `ArchiveError` for a file that is no index, for a value that cannot be read, and, where nothing is found,
    for a status, an author, a blog or a publisher that no entry has.
    """
    asked = Query(
        words=words,
        expression=expression,
        quote=quote,
        day=day,
        publisher=publisher,
        author=author,
        blog=blog,
        id=id,
        status=status,
        limit=limit,
    )
    with closing(Index(path)) as index:
        return index.search(asked)
