"""How long things take: rounds interleaved, medians, so that a busy minute of the machine hits all alike."""

import gc
import resource
from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter

__all__ = ["medians", "peak_megabytes", "table"]


def medians(contenders: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median seconds of each, every round in turn."""
    for run in contenders.values():
        run()  # what is read once is read now
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, run in contenders.items():
            gc.collect()
            begun = perf_counter()
            run()
            taken[name].append(perf_counter() - begun)
    return {name: median(seconds) for name, seconds in taken.items()}


def peak_megabytes() -> float:
    """The most memory this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def table(headings: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    """Rows as Markdown."""
    lines = [headings, tuple("---" for _ in headings), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)
