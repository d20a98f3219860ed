"""Spark: a shard is a partition of one row, and `mapInArrow` takes it to a worker (`liveblog-archive[spark]`)."""

import pickle
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from ...errors import ExportError, LiveBlogError
from ..map_shard import Job, map_shard
from ..records import Result
from ..shards import Shard

_SCHEMA = "shard binary"
_WAVES = 8  # shards for each core that Spark is given at a time: few are in memory, and few cores wait at the end
_AGAIN = "see its log, and run the same once more: what is done is kept"


class Spark:
    """The session that there is, or one for `master`, such as `local[4]` or `spark://host:7077`."""

    def __init__(self, master: str | None) -> None:
        try:
            from pyspark.errors import PySparkException
            from pyspark.sql import SparkSession
        except ImportError as error:
            raise ExportError("Spark is not installed", "spark", "pip install 'liveblog-archive[spark]'") from error
        self._failures: Any = (PySparkException, *_java_failures())
        builder = SparkSession.builder.appName("liveblog-archive")
        try:
            self._session: Any = (builder.master(master) if master else builder).getOrCreate()
        except (*self._failures, OSError, RuntimeError) as error:
            raise ExportError(
                f"no session: {_first_line(error)}", master or "spark", "check the master, and that Java is installed"
            ) from error

    @property
    def workers(self) -> int:
        """How many cores Spark has."""
        return max(1, int(self._session.sparkContext.defaultParallelism))

    def run(self, job: Job, shards: Iterable[Shard]) -> Iterator[tuple[Result, ...]]:
        """Yield the results of each shard; raise `ExportError` when Spark gives one up."""
        waiting = iter(shards)
        try:
            while some := list(islice(waiting, _WAVES * self.workers)):
                rows = [(pickle.dumps((job, shard)),) for shard in some]
                spread = self._session.sparkContext.parallelize(rows, len(rows))
                frame = self._session.createDataFrame(spread, _SCHEMA).mapInArrow(_map_batches, _SCHEMA)
                for row in frame.collect():
                    done = pickle.loads(row[0])  # noqa: S301 - it comes from our own `_map_batches`
                    if isinstance(done, LiveBlogError):
                        raise done
                    yield done
        except self._failures as error:
            raise ExportError(f"Spark gave up: {_first_line(error)}", "spark", _AGAIN) from error


def _map_batches(batches: Iterable[Any]) -> Iterator[Any]:
    """Do the shards in Arrow record batches, one at a time."""
    import pyarrow

    for batch in batches:
        for value in batch.column(0):
            done: object
            try:
                done = map_shard(*pickle.loads(value.as_py()))  # noqa: S301 - it comes from our own `run`
            except LiveBlogError as error:  # Spark would do the shard again, and say of the error that there was one
                done = error
            yield pyarrow.RecordBatch.from_arrays([pyarrow.array([pickle.dumps(done)], pyarrow.binary())], ["shard"])


def _java_failures() -> tuple[type[Exception], ...]:
    from py4j.protocol import Py4JError

    return (Py4JError,)


def _first_line(error: BaseException) -> str:
    return str(error).strip().partition("\n")[0]
