"""How shards go through any executor: few at a time; those of a worker that was killed, once more by themselves."""

from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import AbstractContextManager
from itertools import islice

from attrs import frozen

from ..map_shard import Job, give_up, map_shard
from ..records import Result
from ..shards import Shard

_AHEAD = 2  # shards waiting or running for each worker: enough to keep it busy, and no more in memory
_LOOK = 5.0  # seconds without news, after which an engine is asked whether there is still anybody at work
Results = tuple[Result, ...]


@frozen(kw_only=True)
class Means:
    """What an engine brings: how many workers there are, and an executor of so many.

    `killed` is what a task ends with when the process of its worker is gone, `tries` how often a document alone is
    given to one. `look` is asked when nothing has happened for a while, and raises an error when nothing ever will.
    """

    workers: int
    opened: Callable[[int], AbstractContextManager[Executor]]
    killed: type[Exception]
    tries: int = 1
    look: Callable[[], object] = lambda: None


def run(job: Job, shards: Iterable[Shard], means: Means) -> Iterator[Results]:
    """Yield the results of each shard, in the order in which they are ready."""
    waiting = iter(shards)
    while lost := (yield from _until_killed(job, waiting, means)):
        for shard in lost:
            yield from _alone(job, shard, means)


def _until_killed(job: Job, waiting: Iterator[Shard], means: Means) -> Generator[Results, None, list[Shard]]:
    """Yield results until a worker is killed; return the shards that have none because of it, no shard at the end."""
    lost: list[Shard] = []
    running: dict[Future[Results], Shard] = {}
    with means.opened(means.workers) as executor:
        while not lost:
            for shard in islice(waiting, _AHEAD * means.workers - len(running)):
                try:
                    running[executor.submit(map_shard, job, shard)] = shard
                except means.killed:
                    lost.append(shard)
            if not running:
                break
            for future in _done(running, means):
                shard = running.pop(future)
                try:
                    results = future.result()
                except means.killed:
                    lost.append(shard)
                    continue
                yield results
    return [*lost, *running.values()]


def _done(running: Iterable[Future[Results]], means: Means) -> set[Future[Results]]:
    """Return those that are done, as soon as there is one."""
    while not (done := wait(running, _LOOK, return_when=FIRST_COMPLETED).done):
        means.look()
    return done


def _alone(job: Job, shard: Shard, means: Means) -> Iterator[Results]:
    """Do a shard beside no other; one that kills its worker is halved until the document is found that does it."""
    for _ in range(means.tries if len(shard.documents) == 1 else 1):
        with means.opened(1) as executor:
            try:
                (future,) = _done([executor.submit(map_shard, job, shard)], means)
                results = future.result()
            except means.killed:
                continue
            yield results
            return
    if len(shard.documents) == 1:
        yield give_up(job, shard)
        return
    for half in shard.halves():
        yield from _alone(job, half, means)
