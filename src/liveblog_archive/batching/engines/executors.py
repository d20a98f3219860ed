"""How shards go through any executor: few at a time; those of a worker that was killed, once more by themselves."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import AbstractContextManager
from itertools import islice

from ..map_shard import Job, give_up, map_shard
from ..records import Result
from ..shards import Shard

_AHEAD = 2  # shards waiting or running for each worker: enough to keep it busy, and no more in memory
_TRIES = 2  # for a document alone
Results = tuple[Result, ...]
Opening = Callable[[int], AbstractContextManager[Executor]]


def run(
    job: Job, shards: Iterable[Shard], workers: int, opened: Opening, killed: type[Exception]
) -> Iterator[Results]:
    """Yield the results of each shard, in the order in which they are ready.

    `opened` gives an executor of so many workers; `killed` is what it raises when the process of a worker is gone.
    """
    waiting = iter(shards)
    lost: list[Shard] = []
    more = True
    while more:
        with opened(workers) as executor:
            running: dict[Future[Results], Shard] = {}
            while not lost:
                for shard in islice(waiting, _AHEAD * workers - len(running)):
                    try:
                        running[executor.submit(map_shard, job, shard)] = shard
                    except killed:
                        lost.append(shard)
                if not running:
                    more = bool(lost)
                    break
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    try:
                        results = future.result()
                    except killed:
                        lost.append(running.pop(future))
                        continue
                    del running[future]
                    yield results
            lost += running.values()
        for shard in lost:
            yield from _alone(job, shard, opened, killed)
        lost = []


def _alone(job: Job, shard: Shard, opened: Opening, killed: type[Exception]) -> Iterator[Results]:
    """Do a shard beside no other; one that kills its worker is halved until the document is found that does it."""
    for _ in range(_TRIES if len(shard.documents) == 1 else 1):
        with opened(1) as executor:
            try:
                results = executor.submit(map_shard, job, shard).result()
            except killed:
                continue
            yield results
            return
    if len(shard.documents) == 1:
        yield give_up(job, shard)
        return
    for half in shard.halves():
        yield from _alone(job, half, opened, killed)
