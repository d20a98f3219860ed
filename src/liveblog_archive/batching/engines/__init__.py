"""Engines: what carries shards to `map_shard`, and nothing else. Each knows how many tasks it does at a time."""

import os
from collections.abc import Iterable, Iterator
from typing import Protocol

from ...errors import ExportError
from ..map_shard import Job, map_shard
from ..records import Result
from ..shards import Shard

ENGINES = ("pool", "dask", "spark")


class Engine(Protocol):
    """Something that does shards, in any order."""

    @property
    def workers(self) -> int:
        """How many shards it does at a time."""

    def run(self, job: Job, shards: Iterable[Shard]) -> Iterator[tuple[Result, ...]]:
        """Yield the results of each shard as soon as it is committed."""


class Serial:
    """One shard after the other, in this process."""

    workers = 1

    def run(self, job: Job, shards: Iterable[Shard]) -> Iterator[tuple[Result, ...]]:
        """Yield the results of each shard."""
        return (map_shard(job, shard) for shard in shards)


def engine(name: str, jobs: int | None, scheduler: str | None, private: bool) -> Engine:
    """Return the engine with this name; raise `ExportError` for one that is unknown or cannot be had.

    `private` places can be seen by this process alone.
    """
    if name not in ENGINES:
        raise ExportError(f"no engine {name!r}", remedy=f"use one of: {', '.join(ENGINES)}")
    if jobs is not None and (not isinstance(jobs, int) or jobs < 1):
        raise ExportError(f"{jobs!r} jobs", remedy="give a number from 1")
    if private and (name != "pool" or (jobs or 1) > 1):
        raise ExportError("memory: is seen by one process alone", remedy="use one job, jobs=1, and no other engine")
    if name == "dask":
        from .dask import Dask

        return Dask(scheduler)
    if name == "spark":
        from .spark import Spark

        return Spark(scheduler)
    if scheduler is not None:
        raise ExportError("a scheduler, but no engine that has one", scheduler, "name the engine: dask or spark")
    workers = jobs or _processors()
    if private or workers == 1:
        return Serial()
    from .pool import Pool

    return Pool(workers)


def _processors() -> int:
    """Return how many processors this process may use: a scheduler of jobs may have given it some of them."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # as on macOS and Windows
