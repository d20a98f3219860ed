"""CPU time and peak memory of a call, the ratio of two calls measured in turns, and what a fresh process takes."""

import gc
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from typing import NamedTuple


class Ratio(NamedTuple):
    """CPU seconds of a floor and of a stage (medians), and how many floors the stage costs."""

    floor: float
    stage: float

    @property
    def times(self) -> float:
        """The stage in floors."""
        return self.stage / self.floor


def cpu(call: Callable[[], object]) -> float:
    """Return the CPU seconds of one call."""
    gc.collect()
    start = time.process_time()
    call()
    return time.process_time() - start


def ratio(floor: Callable[[], object], stage: Callable[[], object], repeats: int = 5) -> Ratio:
    """Measure both in turns, so that a slow spell of the machine hits both, and return the medians."""
    floors, stages = [], []
    for _ in range(repeats):
        floors.append(cpu(floor))
        stages.append(cpu(stage))
    return Ratio(statistics.median(floors), statistics.median(stages))


def added_memory(call: Callable[[], object]) -> int:
    """Return the most bytes that one call holds at a time, beside what was there before it."""
    call()  # modules and tables that are loaded once are no part of it
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _fresh(code: str) -> float:
    """Return the number that `code` prints in a process of its own."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def import_ratio(floor: str, stage: str, repeats: int = 9) -> Ratio:
    """Measure two import statements in turns, each in a fresh process, and return the medians of CPU seconds."""
    code = "import time; start = time.process_time(); exec({!r}); print(time.process_time() - start)"
    floors, stages = [], []
    for _ in range(repeats):
        floors.append(_fresh(code.format(floor)))
        stages.append(_fresh(code.format(stage)))
    return Ratio(statistics.median(floors), statistics.median(stages))
