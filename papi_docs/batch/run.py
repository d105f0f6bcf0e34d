"""What became of a run, paper by paper."""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, overload

from papi_docs.batch.making import SchoolDone
from papi_docs.batch.order import Order, Outcome, file_of
from papi_docs.documents import KINDS, Figure
from papi_docs.findings import Finding, Severity
from papi_docs.html import table
from papi_docs.model import Dossier

__all__ = ["Made", "Papers", "Run"]


@dataclass(frozen=True, slots=True)
class Made:
    """One paper of a run. Small: a run may have a hundred thousand."""

    folder: Path
    group: str
    """Folder of the commune, where a run has one for each."""
    school: str
    """Code."""
    kind: str
    item: str
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    replaced: bool = False
    """Whether an earlier version stood there; :func:`papi_docs.undo` brings it back."""

    @property
    def path(self) -> Path:
        """Where it stands."""
        return self.folder / file_of(self.group, self.school, self.kind, self.item)


class Papers(Sequence[Made]):
    """The papers of a run, in some octets each: a hundred thousand small objects would hold on to far more memory."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._schools: list[tuple[str, str]] = []
        self._kinds: dict[tuple[str, str], int] = {}
        self._rows = array("L"), array("L"), array("B")
        """School, kind and item, and outcome of each."""
        self._findings: dict[int, tuple[Finding, ...]] = {}
        self._replaced: set[int] = set()

    def add(self, school: SchoolDone) -> None:
        """The papers of one more school."""
        self._schools.append((school.group, school.code))
        for paper in school.papers:
            at = len(self)
            kind = self._kinds.setdefault((paper.kind, paper.item), len(self._kinds))
            told = (len(self._schools) - 1, kind, _OUTCOMES.index(paper.outcome))
            for row, value in zip(self._rows, told, strict=True):
                row.append(value)
            if paper.findings:
                self._findings[at] = paper.findings
            if paper.outcome is Outcome.MADE and paper.entry is not None and paper.entry.replaced:
                self._replaced.add(at)

    def __len__(self) -> int:
        return len(self._rows[0])

    @overload
    def __getitem__(self, at: int) -> Made: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Made, ...]: ...
    def __getitem__(self, at: int | slice) -> Made | tuple[Made, ...]:
        if isinstance(at, slice):
            return tuple(self[each] for each in range(*at.indices(len(self))))
        place = range(len(self))[at]
        school, kind, outcome = (row[place] for row in self._rows)
        group, code = self._schools[school]
        key, item = list(self._kinds)[kind]
        found, replaced = self._findings.get(place, ()), place in self._replaced
        return Made(self._folder, group, code, key, item, _OUTCOMES[outcome], found, replaced)

    @property
    def findings(self) -> Iterator[Finding]:
        """Of every paper, in order."""
        return (finding for found in self._findings.values() for finding in found)


_OUTCOMES: Final = tuple(Outcome)


@dataclass(frozen=True, slots=True, repr=False)
class Run:
    """What a run did; printed, it is two lines."""

    out: Path
    papers: Papers
    findings: tuple[Finding, ...] = ()
    """Of the workbook, and of the run as a whole."""
    zips: tuple[Path, ...] = ()
    """Archives, where they were asked for."""
    dossiers: Sequence[Dossier] = ()
    """What the papers were made from; empty where that came one by one and is gone."""
    order: Order | None = None

    @property
    def ok(self) -> bool:
        """Every paper stands in the folder as this run would make it, and no school was left out."""
        done = all(paper.outcome in (Outcome.MADE, Outcome.UNCHANGED) for paper in self.papers)
        return done and not self._count(Severity.FAULT)

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Of the workbook, then of each paper."""
        return (*self.findings, *self.papers.findings)

    def figures(self) -> Iterator[tuple[Made, Figure]]:
        """Every computed figure that the papers print, with the cells it came from; composed anew, none is kept."""
        dossiers = {dossier.school.code: dossier for dossier in self.dossiers}
        for paper in self.papers:
            if self.order is None or paper.outcome is Outcome.FAILED or paper.school not in dossiers:
                continue
            document = self.order.compose(dossiers[paper.school], KINDS[paper.kind], paper.item)
            yield from ((paper, figure) for figure in document.sources())

    def _count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.all_findings)

    def __repr__(self) -> str:
        return f"<Run {str(self).splitlines()[0]}>"

    def _repr_html_(self) -> str:
        rows = [(paper.school, KINDS[paper.kind].name, paper.outcome, paper.path) for paper in self.papers]
        return table(str(self).replace("\n", " "), ("Mã trường", "Văn bản", "Kết quả", "Tệp"), rows)

    def __str__(self) -> str:
        outcomes = Counter(paper.outcome for paper in self.papers)
        parts = [f"{outcomes[outcome]} văn bản {outcome}" for outcome in Outcome if outcomes[outcome]]
        schools = len({paper.school for paper in self.papers})
        advice = f", {count} {Severity.ADVICE}" if (count := self._count(Severity.ADVICE)) else ""
        kept = " Muốn thay bản có sẵn: thêm --overwrite (overwrite=True)." if outcomes[Outcome.KEPT] else ""
        count = sum(paper.replaced for paper in self.papers)
        replaced = f' Đã thay {count} bản trước; lấy lại: papi-docs undo "{self.out}".' if count else ""
        return (
            f"{schools} trường, thư mục {self.out}: {', '.join(parts) or 'không có văn bản nào'}.\n"
            f"{self._count(Severity.FAULT)} lỗi, {self._count(Severity.WARNING)} cảnh báo{advice}.{kept}{replaced}"
        )
