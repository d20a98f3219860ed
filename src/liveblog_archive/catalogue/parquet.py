"""The catalogue as Parquet, for DuckDB, Spark, pandas and the like: a folder for each publisher and day.

The folders have the names that Hive gives them, `publisher_key=…/day_key=…`, so that a reader opens only those it
needs. What they are named after is in the files, too: the name of a publisher may be longer than that of a folder can
be, and pyarrow, with which pandas reads, refuses a folder whose value is null.
"""

import datetime
import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from ..errors import ArchiveError
from ..files import check_new_folder, folder_written_aside
from ..refusals import told
from .rows import Row

_KEY, _DAY_KEY = "publisher_key", "day_key"
_NONE = "none"  # what the folder is called of what is not known; that of a publisher ends in a digest
_LETTERS = 40  # of the name of a publisher that its folder has
_BATCH = 10_000  # rows
_OPEN = 256  # files
_GROUP = 256  # rows that are waited for before any are written to a file
_MOST_FOLDERS = 10_000_000


def check(path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
    """Raise `ExportError` when something stands at `path`: with `overwrite`, something else than such tables.

    Raises `ArchiveError` without pyarrow.
    """
    _pyarrow()
    check_new_folder(path, f"{_KEY}=" if overwrite else None)


def write(path: str | os.PathLike[str], rows: Iterable[Row], *, overwrite: bool = False) -> None:
    """Write rows into a new folder, complete or absent.

    Raises `ExportError` as `check` does, or when no folder can be made, `ArchiveError` when the tables cannot
    be written, and without pyarrow.
    """
    pyarrow, dataset = _pyarrow()
    schema = pyarrow.schema(list(_types(pyarrow).items()))
    keys = pyarrow.schema([schema.field(_KEY), schema.field(_DAY_KEY)])
    left = iter(rows)
    some = iter(lambda: list(islice(left, _BATCH)), [])  # until there is none
    batches = (pyarrow.RecordBatch.from_arrays(_columns(pyarrow, each), schema=schema) for each in some)
    with (
        folder_written_aside(path, f"{_KEY}=" if overwrite else None) as aside,
        told(ArchiveError, "cannot be written", os.fspath(path), "check the disk", of=(OSError,)),
    ):
        dataset.write_dataset(
            pyarrow.RecordBatchReader.from_batches(schema, batches),
            aside,
            format="parquet",
            file_options=dataset.ParquetFileFormat().make_write_options(compression="zstd"),
            partitioning=dataset.partitioning(keys, flavor="hive"),
            use_threads=False,  # so that the same rows give the same files
            max_partitions=_MOST_FOLDERS,
            max_open_files=_OPEN,
            min_rows_per_group=_GROUP,
            max_rows_per_group=_BATCH,
        )


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        from pyarrow import dataset
    except ImportError as error:
        raise ArchiveError(
            "Parquet needs pyarrow, which is not installed", "catalogue", "pip install 'liveblog-archive[catalogue]'"
        ) from error
    return pyarrow, dataset


def _types(pyarrow: Any) -> dict[str, Any]:
    return dict.fromkeys((*Row._fields, _KEY, _DAY_KEY), pyarrow.string()) | {
        "day": pyarrow.date32(),
        "authors": pyarrow.list_(pyarrow.string()),
    }


def _columns(pyarrow: Any, rows: list[Row]) -> list[Any]:
    columns: dict[str, Sequence[object]] = dict(zip(Row._fields, zip(*rows, strict=True), strict=True))
    columns["day"] = [row.day and datetime.date.fromisoformat(row.day) for row in rows]
    columns[_KEY] = [_key(row.publisher) for row in rows]
    columns[_DAY_KEY] = [row.day or _NONE for row in rows]
    return [pyarrow.array(columns[name], kind) for name, kind in _types(pyarrow).items()]


def _key(publisher: str | None) -> str:
    """Return what a publisher's folder is called: its first letters, and a digest that tells it from all others.

    The letters of ASCII alone: others would be written byte by byte, as `%D0%96`, and a name has 255 bytes at most.
    """
    if publisher is None:
        return _NONE
    letters = re.sub(r"[^A-Za-z0-9]+", "-", publisher)[:_LETTERS].strip("-")
    return "-".join(filter(None, (letters, hashlib.sha256(publisher.encode()).hexdigest()[:8])))
