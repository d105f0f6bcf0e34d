"""How long a check takes, beside opening the same file with python-docx; and whether memory grows."""

import copy
from functools import partial
from pathlib import Path

import docx

import papi_docs as papi
from tests.benchmarks.timing import medians, peak_megabytes, table

__all__ = ["run"]

_ROOT = Path(__file__).parents[2]
_ROUNDS = 15
_TURN = 0.3
_FILES = 1_000
_TIMES = 8
"""A plan of four pages, written eight times one after the other, has about thirty."""


def run(folder: Path) -> None:
    """Print the table."""
    plan = papi.compose("plan", papi.read_workbook(_ROOT / "examples" / "tan-hong-2021-2022.xlsx")["THTP3"])
    short = plan.save(folder / "plan.docx")
    long = _repeated(short, folder / "long.docx")
    rows: list[tuple[object, ...]] = []
    for name, path in (("plan, 4 pages", short), ("30 pages", long)):
        seconds = medians(
            {"open": partial(docx.Document, str(path)), "check": partial(papi.check, path)}, _ROUNDS, _TURN
        )
        rows.append((name, f"{seconds['open'] * 1e3:.1f} ms", f"{seconds['check'] * 1e3:.0f} ms"))
    print(table(("document", "docx.Document()", "papi.check()"), rows))
    print("\n" + table(("files checked", "peak memory"), _memory(short)))


def _repeated(path: Path, out: Path) -> Path:
    document = docx.Document(str(path))
    body = document.element.body
    content = [element for element in body if not element.tag.endswith("}sectPr")]
    for _ in range(_TIMES - 1):
        for element in content:
            body[-1].addprevious(copy.deepcopy(element))
    document.save(str(out))
    return out


def _memory(path: Path) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for number in range(1, _FILES + 1):
        papi.check(path)
        if number in {_FILES // 10, _FILES // 2, _FILES}:
            rows.append((number, f"{peak_megabytes():.0f} MB"))
    return rows
