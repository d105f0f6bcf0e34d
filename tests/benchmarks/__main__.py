"""``python -m tests.benchmarks``: print how fast things are on this machine."""

import sys
import tempfile
from pathlib import Path

from tests.benchmarks import checking, filling, reading, running

_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - a disk is another thing to measure
BENCHMARKS = {"fill": filling.run, "generate": running.run, "check": checking.run, "reading": reading.run}


def main(names: list[str]) -> None:
    """Run the benchmarks of these names, all where there is none."""
    for name in names or BENCHMARKS:
        print(f"\n## {name}\n", flush=True)
        with tempfile.TemporaryDirectory(dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None) as folder:
            BENCHMARKS[name](Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
