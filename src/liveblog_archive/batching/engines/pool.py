"""A pool of processes on this machine."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from attrs import frozen

from ...errors import ExportError
from ..map_shard import Job
from ..records import Result
from ..shards import Shard
from . import executors

_TRIES = 2  # for a document alone, as it may have been the machine


@frozen
class Pool:
    """Processes that are started afresh, and share nothing with this one: no lock, no open file, no thread."""

    workers: int

    def run(self, job: Job, shards: Iterable[Shard]) -> Iterator[tuple[Result, ...]]:
        """Yield the results of each shard; raise `ExportError` where no process can be started."""
        means = executors.Means(workers=self.workers, opened=self._opened, killed=BrokenProcessPool, tries=_TRIES)
        return executors.run(job, shards, means)

    @contextmanager
    def _opened(self, workers: int) -> Iterator[ProcessPoolExecutor]:
        context = multiprocessing.get_context("spawn")
        executor = ProcessPoolExecutor(workers, mp_context=context, initializer=_end_with_parent)
        try:
            # A process is started for a task when none is idle: those that are asked for at once all start at once.
            first, *_ = [executor.submit(os.getpid) for _ in range(workers)]
            first.result()
            yield executor
        except BrokenProcessPool as error:
            raise ExportError(
                "no process can be started", "batch", "in a script, call it under: if __name__ == '__main__':"
            ) from error
        finally:
            executor.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """Exit when the parent process exits, however it did: nobody would ask this one for a result again.

    SIGINT is ignored here; the parent handles it and lets running shards finish.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
