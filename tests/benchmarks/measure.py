"""CPU time and peak memory of a call, and the ratio of two calls measured in turns."""

import gc
import resource
import statistics
import sys
import time
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


def peak_megabytes() -> float:
    """Return the most memory that this process has held so far, in megabytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)
