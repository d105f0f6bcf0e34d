"""How long a workbook takes to be read with all its checks, from a district's to a province's; and its memory."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import papi_docs as papi
from tests.benchmarks.province import province, rows_of
from tests.benchmarks.timing import medians, table

__all__ = ["run"]

_SCHOOLS = (100, 300, 1_000)
_ROUNDS = 3
_PEAK = """
import sys, papi_docs
from tests.benchmarks.timing import peak_megabytes
papi_docs.read_workbook(sys.argv[1])
print(peak_megabytes())
"""
_HEADINGS = ("schools", "rows", "read_workbook()", "a school", "district[code], a school", "peak memory")


def run(folder: Path) -> None:
    """Print the table."""
    print(table(_HEADINGS, [_line(folder / f"{schools}.xlsx", schools) for schools in _SCHOOLS]))


def _line(path: Path, schools: int) -> tuple[object, ...]:
    count = sum(map(len, rows_of(schools).values()))
    province(path, schools)
    district = papi.read_workbook(path)
    seconds = medians({"read": partial(papi.read_workbook, path), "look up": partial(_look_up, district)}, _ROUNDS)
    per_school = {name: taken / schools for name, taken in seconds.items()}
    return (
        f"{schools:,}",
        f"{count:,}",
        f"{seconds['read']:.1f} s",
        f"{per_school['read'] * 1e3:.1f} ms",
        f"{per_school['look up'] * 1e6:.2f} µs",
        f"{_peak_megabytes(path):.0f} MB",
    )


def _look_up(district: papi.District) -> None:
    for code in district.codes:
        district[code]


def _peak_megabytes(path: Path) -> float:
    """Of a process that does nothing else; writing the workbook takes more."""
    command = [sys.executable, "-c", _PEAK, str(path)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
