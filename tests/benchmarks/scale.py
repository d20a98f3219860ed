"""Many blogs: what engines cost beside one process, and how much memory a batch takes.

Wall-clock seconds, for what counts is how long one waits; the runs are made in turns, and the medians compared.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import liveblog_archive as lba

from . import material

ZONE = "Asia/Yerevan"
_PEAK = """
import resource, sys
import liveblog_archive as lba
lba.batch(sys.argv[1], sys.argv[2], timezone=sys.argv[3], jobs=1)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)
"""


def fill(folder: Path, blogs: int, entries: int) -> None:
    """Write so many live blogs into a new folder, each with words of its own."""
    folder.mkdir()
    for number in range(blogs):
        text = f"Station {number} reports, live\n\n{material.text(entries)}"
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")


def _wait(call: Callable[[Path], object], folder: Path) -> float:
    """Return the seconds that a call takes which writes into a new folder."""
    out = folder / "out"
    start = time.perf_counter()
    call(out)
    taken = time.perf_counter() - start
    shutil.rmtree(out)
    return taken


@contextmanager
def _engines(source: str) -> Iterator[dict[str, Callable[[Path], object]]]:
    """Give a call for each engine, all of them started."""

    def batch(**told: object) -> Callable[[Path], object]:
        return lambda out: lba.batch(source, out, timezone=ZONE, **told)  # type: ignore[arg-type]

    import distributed

    with ExitStack() as stack:
        cluster = stack.enter_context(
            distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50)
        )
        yield {
            "one process": batch(jobs=1),
            "pool of two processes": batch(jobs=2),
            "Dask, two workers": batch(engine="dask", scheduler=cluster.scheduler_address),
            "Spark, two cores": batch(engine="spark", scheduler="local[2]"),
        }


def engine_table(blogs: int, entries: int, repeats: int) -> Iterator[str]:
    """Yield how long each engine takes, beside one process and beside the pool.

    All is done by a process that has no main module: each process of a pool loads that of the one which starts it,
    and that of the benchmarks loads all rivals.
    """
    code = f"from tests.benchmarks import scale; print(*scale.engine_rows({blogs}, {entries}, {repeats}), sep='\\n')"
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, check=True)
    yield from done.stdout.splitlines()


def engine_rows(blogs: int, entries: int, repeats: int) -> Iterator[str]:
    """Yield the lines of `engine_table`, measured by this process."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("PYSPARK_SUBMIT_ARGS", "--conf spark.ui.enabled=false pyspark-shell")
    targets = {"pool of two processes": "x0.6 of one process", "Dask, two workers": "x1.5 of the pool"}
    targets["Spark, two cores"] = targets["Dask, two workers"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder / "in", blogs, entries)
        fill(folder / "warm", 16, 2)
        found: dict[str, list[float]] = {}
        with _engines(str(folder / "warm")) as calls:
            for call in calls.values():
                _wait(call, folder)  # what is started, and loaded once, is no part of it
        with _engines(str(folder / "in")) as calls:
            for _ in range(repeats):
                for engine, call in calls.items():
                    found.setdefault(engine, []).append(_wait(call, folder))
    seconds = {engine: statistics.median(times) for engine, times in found.items()}
    serial, pool = seconds["one process"], seconds["pool of two processes"]
    yield f"| {blogs} blogs of {entries} entries, as JSON-LD | seconds | of one process | of the pool | target |"
    yield "| --- | --- | --- | --- | --- |"
    for engine, taken in seconds.items():
        target = targets.get(engine, "")
        yield f"| {engine} | {taken:.1f} | x{taken / serial:.2f} | x{taken / pool:.2f} | {target} |"


def peak(blogs: int, entries: int) -> tuple[float, float]:
    """Return the megabytes that a process of its own has at most in a batch, and its CPU seconds."""
    with tempfile.TemporaryDirectory() as name:
        fill(Path(name, "in"), blogs, entries)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(
            [sys.executable, "-c", _PEAK, f"{name}/in", f"{name}/out", ZONE],
            capture_output=True,
            text=True,
            check=True,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return float(done.stdout), cpu


def memory_table(entries: int) -> Iterator[str]:
    """Yield the peak of batches of blogs of 5,000 entries, of a tenth and of all of `entries`."""
    yield "| a batch in one process, blogs of 5,000 entries | peak memory | CPU, per entry | target |"
    yield "| --- | --- | --- | --- |"
    for count in (entries // 10, entries):
        megabytes, cpu = peak(max(1, count // 5000), 5000)
        yield f"| {count:,} entries | {megabytes:.0f} MB | {cpu / count * 1e6:.0f} µs | 300 MB |"
