"""Dask: shards go to the workers of a cluster that is there (`liveblog-archive[dask]`)."""

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager
from typing import Any

from ...errors import ExportError
from ..map_shard import Job
from ..records import Result
from ..shards import Shard
from . import executors

_TIMEOUT = 10  # seconds
_LOOKS = 12
_GONE = "start it again, and run the same once more: what is done is kept"


class Dask:
    """A client of a scheduler, such as `tcp://10.0.0.1:8786`."""

    def __init__(self, scheduler: str | None) -> None:
        if scheduler is None:
            raise ExportError("no scheduler is named", "dask", "give its address: scheduler='tcp://HOST:8786'")
        try:
            import distributed
        except ImportError as error:
            raise ExportError("Dask is not installed", "dask", "pip install 'liveblog-archive[dask]'") from error
        self._scheduler = scheduler
        self._alone = 0
        connect: Any = distributed.Client
        try:
            self._client = _within(_TIMEOUT, lambda: connect(scheduler, timeout=_TIMEOUT, set_as_default=False))
        except (OSError, ValueError) as error:
            raise ExportError(
                "the scheduler does not answer", scheduler, "start it, or correct the address"
            ) from error
        except TypeError as error:  # of the settings of TLS
            raise ExportError(f"no connection: {error}", scheduler, "check how Dask is configured") from error

    @property
    def workers(self) -> int:
        """How many threads all workers have."""
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    def run(self, job: Job, shards: Iterable[Shard]) -> Iterator[tuple[Result, ...]]:
        """Yield the results of each shard; raise `ExportError` when the scheduler goes away."""
        from distributed import KilledWorker

        try:
            means = executors.Means(workers=self.workers, opened=self._opened, killed=KilledWorker, look=self._look)
            yield from executors.run(job, shards, means)
        except (CancelledError, OSError, ValueError) as error:
            # Of a future that is cancelled while `distributed` reads its outcome it can unpack none: a ValueError.
            raise ExportError("the scheduler went away", self._scheduler, _GONE) from error
        finally:
            self._client.close()

    def _look(self) -> None:
        """Raise `ExportError` when there has been no worker for some time: none may ever come."""
        self._alone = 0 if self._client.nthreads() else self._alone + 1
        if self._alone >= _LOOKS:
            raise ExportError("it has no worker left", self._scheduler, "start workers, and run the same once more")

    @contextmanager
    def _opened(self, _: int) -> Iterator[Executor]:
        # A task whose worker is killed is given to another one by the scheduler, three times by default.
        executor: Executor = self._client.get_executor(pure=False)
        yield executor


def _within(seconds: float, work: Callable[[], Any]) -> Any:
    """Return what comes of work; raise `TimeoutError` where it takes longer, and let it wait on by itself.

    `distributed` has no end to its waiting for a server that accepts a connection and says nothing.
    """
    outcome: Future[Any] = Future()

    def run() -> None:
        try:
            outcome.set_result(work())
        except BaseException as error:  # noqa: BLE001 - it is raised in the thread that asks
            outcome.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return outcome.result(seconds)
