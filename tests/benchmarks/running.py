"""Whole runs: compose, fill, journal and write; a hundred to a hundred thousand papers, one process and two.

Each run is a process of its own, so that its peak of memory is its own.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

import papi_docs as papi
from papi_docs.model import District, Dossier
from tests.benchmarks.filling import by_docxtpl
from tests.benchmarks.province import province
from tests.benchmarks.timing import peak_megabytes, table

__all__ = ["run"]

_ROOT = Path(__file__).parents[2]
_SIZES = (100, 1_000, 10_000, 100_000)
_ROUNDS = 3
_TOGETHER = 10_000
"""Papers of the runs that are compared with each other."""
_OWN = 200
_FEWEST = 20
"""Papers that docxtpl fills for one figure."""


def run(folder: Path) -> None:
    """Print the tables."""
    sizes = [_sized(folder, size) for size in _SIZES]
    print(table(("papers of every kind", "seconds", "ms a paper", "peak memory"), sizes))
    for kinds in ("plan", "all"):
        found = _together(folder, kinds)
        base = found["docxtpl"]
        rows: list[tuple[object, ...]] = [
            (name, f"{seconds * 1e3:.3f}", f"{base / seconds:.1f}") for name, seconds in found.items()
        ]
        print("\n" + table((f"kinds: {kinds}, {_TOGETHER:,} papers", "ms a paper", "× docxtpl"), rows), flush=True)

    print("\n" + table((f"{_OWN} schools of a province", "papers", "ms a paper", "× docxtpl", "× again"), _own(folder)))


def _own(folder: Path) -> list[tuple[object, ...]]:
    """Schools each with people, days and words of its own, so that nothing remembered of one helps with the next."""
    district = papi.read_workbook(province(folder / "province.xlsx", _OWN))
    return [_of_province(folder, district, kinds) for kinds in ("plan", "all")]


def _of_province(folder: Path, district: District, kinds: str) -> tuple[object, ...]:
    rounds = []
    for at in range(_ROUNDS):
        naive = _by_docxtpl(folder, district.dossiers[at], kinds)
        first, second = (_seconds(folder / "own", district.dossiers, kinds) for _ in range(2))
        shutil.rmtree(folder / "own")
        rounds.append((first[0], naive / first[0], first[0] / second[0]))
    seconds, ratio, again = (median(values) for values in zip(*rounds, strict=True))
    return f"kinds: {kinds}", f"{first[1]:,}", f"{seconds * 1e3:.3f}", f"{ratio:.1f}", f"{again:.1f}"


def _seconds(out: Path, schools: Sequence[Dossier], kinds: str) -> tuple[float, int]:
    """Seconds a paper of a run in this process, and how many papers."""
    begun = perf_counter()
    made = papi.generate(schools, out=out, kinds=[kinds])
    return (perf_counter() - begun) / len(made.papers), len(made.papers)


def _together(folder: Path, kinds: str) -> dict[str, float]:
    """Median seconds a paper of each way, every round in turn."""
    rows: dict[str, list[float]] = {}
    for _ in range(_ROUNDS):
        rows.setdefault("docxtpl", []).append(_by_docxtpl(folder, _district()["THTP3"], kinds))
        for name, executor in (("one process", ""), ("two processes", "processes")):
            out = folder / name
            first, second = (_apart(out, _TOGETHER, executor, "all", kinds)["seconds"] for _ in range(2))
            rows.setdefault(name, []).append(first / _TOGETHER)
            rows.setdefault(f"{name}, nothing changed", []).append(second / _TOGETHER)
            shutil.rmtree(out)
    return {name: median(seconds) for name, seconds in rows.items()}


def _sized(folder: Path, size: int) -> tuple[object, ...]:
    told = _apart(folder / str(size), size, "", "one", "all")
    shutil.rmtree(folder / str(size))
    seconds = told["seconds"]
    return size, f"{seconds:.1f}", f"{seconds / size * 1e3:.3f}", f"{told['peak']:.0f} MB"


def _apart(out: Path, papers: int, executor: str, how: str, kinds: str) -> dict[str, float]:
    """A run in a process of its own."""
    command = (sys.executable, "-m", "tests.benchmarks.running", str(out), str(papers), executor, how, kinds)
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=_ROOT)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _by_docxtpl(folder: Path, dossier: Dossier, kinds: str) -> float:
    """Seconds of an average paper of these kinds."""
    papers = list(_papers(dossier, kinds))
    papers *= -(-_FEWEST // len(papers))
    begun = perf_counter()
    for paper in papers:
        by_docxtpl(paper, folder / "docxtpl.docx")
    return (perf_counter() - begun) / len(papers)


def _papers(dossier: Dossier, kinds: str) -> Iterator[papi.Document]:
    for kind in papi.KINDS if kinds == "all" else (kinds,):
        for item in papi.KINDS[kind].items(dossier):
            yield papi.compose(kind, dossier, item=item)


def _district() -> District:
    return papi.read_workbook(_ROOT / "examples" / "tan-hong-2021-2022.xlsx")


def _schools(papers: int, kinds: str = "all") -> Iterator[Dossier]:
    """The fullest school of the example under other codes and names, as many as have so many papers."""
    dossier = _district()["THTP3"]
    each = sum(len(papi.KINDS[kind].items(dossier)) for kind in (papi.KINDS if kinds == "all" else (kinds,)))
    for at in range(-(-papers // each)):
        changed = {"code": f"T{at:06}", "name": f"Trường Tiểu học Tân Phước {at + 1}", "phone": f"0277 {at:07}"}
        yield dossier.model_copy(update={"school": dossier.school.model_copy(update=changed)})


def _told(out: str, papers: str, executor: str, how: str, kinds: str) -> dict[str, float]:
    schools: Sequence[Dossier] | Iterator[Dossier] = _schools(int(papers), kinds)
    if how == "all":
        schools = tuple(schools)
    begun = perf_counter()
    made = papi.generate(schools, out=out, kinds=[kinds], executor=executor or None)  # type: ignore[arg-type]
    seconds = perf_counter() - begun
    assert made.ok, str(made)
    return {"seconds": seconds, "peak": peak_megabytes(), "papers": len(made.papers)}


if __name__ == "__main__":
    print(json.dumps(_told(*sys.argv[1:])))
