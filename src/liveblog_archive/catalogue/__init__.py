"""A catalogue of entries: archives and batches -> rows -> Parquet for tables, SQLite FTS5 for words; and its queries.

It is made of what is archived and can be made again at any time: nothing is kept in it alone.
"""

from .index import Index, build, built
from .query import Query
from .rows import Row

__all__ = ["Index", "Query", "Row", "build", "built"]
