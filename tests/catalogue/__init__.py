"""Indexes of rows alone, which nothing is made together with."""

import os
from collections.abc import Iterable

from liveblog_archive.catalogue import Row
from liveblog_archive.catalogue.index import built


def build(path: str | os.PathLike[str], rows: Iterable[Row], *, overwrite: bool = False) -> int:
    """Write an index of rows, those of a blog together, to a file; return how many entries are in it."""
    with built(path, rows, overwrite=overwrite) as (_, count):
        return count
