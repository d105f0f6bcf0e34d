"""How long things take: rounds interleaved, medians, so that a busy minute of the machine hits all alike."""

import gc
import resource
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from time import perf_counter

__all__ = ["medians", "peak_megabytes", "table"]


def medians(contenders: Mapping[str, Callable[[], object]], rounds: int, turn: float = 0.0) -> dict[str, float]:
    """Median seconds of each, every round in turn.

    ``turn``: seconds that a turn takes at least, so that a quick contender is measured at work and not while the
    processor's caches still hold what the slow one before it left there.
    """
    times = {name: _times(run, turn) for name, run in contenders.items()}
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, run in contenders.items():
            gc.collect()
            begun = perf_counter()
            for _ in range(times[name]):
                run()
            taken[name].append((perf_counter() - begun) / times[name])
    return {name: median(seconds) for name, seconds in taken.items()}


def _times(run: Callable[[], object], turn: float) -> int:
    """How often it runs in a turn; what is read once is read now."""
    run()
    begun = perf_counter()
    run()
    return max(1, round(turn / (perf_counter() - begun)))


def peak_megabytes() -> float:
    """The most memory this process has held so far."""
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage tells on Linux begins with what the parent held
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def table(headings: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    """Rows as Markdown."""
    lines = [headings, tuple("---" for _ in headings), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)
