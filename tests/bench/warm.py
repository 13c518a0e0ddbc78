"""Work repeated inside one process, as in a program that has been open for a while."""

import time
from collections.abc import Callable
from statistics import median


def measure_warm(work: Callable[[], object], *, times: int) -> dict[str, float]:
    """Return the medians of CPU and wall milliseconds of a piece of work after a first go."""
    work()
    spent = [_once(work) for _ in range(times)]
    return {"cpu": median(one[0] for one in spent), "wall": median(one[1] for one in spent)}


def _once(work: Callable[[], object]) -> tuple[float, float]:
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return (time.process_time() - cpu) * 1e3, (time.perf_counter() - wall) * 1e3
