"""The catalogue as Parquet, for DuckDB, Spark, pandas and the like: a folder for each publisher and day.

The folders have the names that Hive gives them, `publisher=…/day=…`, so that a reader opens only those it needs.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from ..errors import ArchiveError
from .rows import Row

_BATCH = 10_000  # rows
_OPEN = 256  # files
_GROUP = 256  # rows that are waited for before any are written to a file
_MOST_FOLDERS = 10_000_000


def write(path: str | os.PathLike[str], rows: Iterable[Row]) -> int:
    """Write rows into a new folder, complete or absent; return how many there are.

    Raises `ArchiveError` when something stands there, when it cannot be written, and without pyarrow.
    """
    try:
        import pyarrow
        from pyarrow import dataset
    except ImportError as error:
        raise ArchiveError(
            "Parquet needs pyarrow, which is not installed", "catalogue", "pip install 'liveblog-archive[catalogue]'"
        ) from error
    target = Path(path)
    if os.path.lexists(target):
        raise ArchiveError("it exists already", str(target), "name a folder that does not")
    aside = target.with_name(f".{target.name}.part")
    schema = pyarrow.schema([pyarrow.field(name, pyarrow.string()) for name in Row._fields])
    keys = pyarrow.schema([schema.field("publisher"), schema.field("day")])
    counted = _Counted(rows)
    batches = (pyarrow.RecordBatch.from_arrays(_columns(pyarrow, some), schema=schema) for some in counted.batches())
    try:
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir()
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
        os.replace(aside, target)
    except OSError as error:
        raise ArchiveError(
            f"cannot be written: {error.strerror or error}", str(target), "check its folder and the disk"
        ) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return counted.count


class _Counted:
    """Rows in batches, and how many there were."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = iter(rows)
        self.count = 0

    def batches(self) -> Iterator[list[Row]]:
        while some := list(islice(self._rows, _BATCH)):
            self.count += len(some)
            yield some


def _columns(pyarrow: Any, rows: list[Row]) -> list[Any]:
    return [pyarrow.array(column, pyarrow.string()) for column in zip(*rows, strict=True)]
