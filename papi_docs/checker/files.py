"""Many files at once: which are meant, what became of each, where copies of them go."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from os.path import realpath
from pathlib import Path

from papi_docs.checker.judging import judge_file
from papi_docs.checker.mending import Mended
from papi_docs.checker.report import Report
from papi_docs.checker.rule import Rule
from papi_docs.checker.rules import RULES
from papi_docs.errors import CheckError
from papi_docs.findings import Finding, Place, Severity

__all__ = ["Checked", "Paper", "check_each", "check_file", "papers_in", "real"]

_SUFFIX = ".docx"
_LOCK = "~$"
"""Begins the name of the file that Word keeps beside one that is open."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One file to be judged."""

    path: Path
    copy: Path
    """Where a copy of it goes, inside a folder of copies; no two papers share it."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of one file."""

    path: Path
    report: Report | None = None
    findings: tuple[Finding, ...] = ()
    """Why there is no report, or why a copy was not written."""
    annotated: Path | None = None
    """A copy with comments."""
    mended: Mended | None = None
    """A copy with its certain faults mended."""

    @property
    def ok(self) -> bool:
        """It was judged, no fault was seen, and every copy was written."""
        return self.report is not None and self.report.ok and not self.findings

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Of the report too."""
        return (*(self.report.findings if self.report else ()), *self.findings)


def papers_in(places: Iterable[Path], *, leave_out: Iterable[Path] = ()) -> tuple[tuple[Paper, ...], list[Finding]]:
    """Papers that files and folders stand for, each once, and the folders that hold none.

    Args:
        places: files, taken whatever their names; and folders, whose ``.docx`` files at any depth are taken.
        leave_out: folders that are not gone into, those of copies.
    """
    skipped = [real(folder) for folder in leave_out]
    meant: dict[Path, tuple[Path, Path]] = {}
    empty: list[Finding] = []
    for place in places:
        inside = [(place, Path(place.name))]
        if place.is_dir():
            inside = [(path, path.relative_to(place)) for path in _papers_under(place, skipped)]
        if not inside:
            empty.append(Finding("no-docx", Severity.FAULT, "thư mục không có tệp .docx nào", Place(str(place))))
        for path, copy in inside:
            meant.setdefault(real(path), (path, copy))
    return tuple(_with_names_of_their_own(meant.values())), empty


def real(path: Path) -> Path:
    """The file itself, whatever links lead to it; also where they go round in a ring and there is none."""
    return Path(realpath(path))


def _papers_under(folder: Path, skipped: Sequence[Path]) -> list[Path]:
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() == _SUFFIX
        and not path.name.startswith(_LOCK)
        and path.is_file()
        and not any(real(path).is_relative_to(inner) for inner in skipped)
    ]


def _with_names_of_their_own(files: Iterable[tuple[Path, Path]]) -> Iterator[Paper]:
    """Papers whose copies do not fall upon each other, on a system that does not tell case apart either."""
    taken: set[str] = set()
    for path, copy in files:
        free, at = copy, 1
        while str(free).casefold() in taken:
            at += 1
            free = copy.with_stem(f"{copy.stem}-{at}")
        taken.add(str(free).casefold())
        yield Paper(path, free)


def check_each(papers: Iterable[Paper], rules: Sequence[Rule]) -> Iterator[tuple[Paper, Checked]]:
    """Judge papers one by one; one that cannot be judged never stops the others."""
    return ((paper, check_file(paper.path, rules)) for paper in papers)


def check_file(path: Path, rules: Iterable[Rule] = tuple(RULES.values())) -> Checked:
    """Judge one file, whatever happens: nothing is raised."""
    try:
        return Checked(path, judge_file(path, rules))
    except CheckError as error:
        return Checked(path, findings=error.findings)
    except Exception as error:  # noqa: BLE001 - a bug met in one file is said, and the next file judged
        message = f"chương trình gặp lỗi khi xét tệp này ({error!r}): hãy gửi tệp cho người viết chương trình"
        return Checked(path, findings=(Finding("checker-broke", Severity.FAULT, message, Place(str(path))),))
