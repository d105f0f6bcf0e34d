"""What became of a run, paper by paper."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from papi_docs.batch.order import Order, Outcome, file_of
from papi_docs.documents import KINDS, Figure
from papi_docs.findings import Finding, Severity
from papi_docs.html import table
from papi_docs.model import Dossier

__all__ = ["Made", "Run"]


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

    @property
    def path(self) -> Path:
        """Where it stands."""
        return self.folder / file_of(self.group, self.school, self.kind, self.item)


@dataclass(frozen=True, slots=True, repr=False)
class Run:
    """What a run did; printed, it is two lines."""

    out: Path
    papers: tuple[Made, ...]
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
        return (*self.findings, *(finding for paper in self.papers for finding in paper.findings))

    def figures(self) -> Iterator[tuple[Made, Figure]]:
        """Every computed figure that the papers print, with the cells it came from; composed anew, none is kept."""
        dossiers = {dossier.school.code: dossier for dossier in self.dossiers}
        for paper in self.papers:
            if self.order is None or paper.outcome is Outcome.FAILED or paper.school not in dossiers:
                continue
            document = self.order.compose(dossiers[paper.school], KINDS[paper.kind], paper.item)
            yield from ((paper, figure) for figure in document.sources())

    def _count(self, severity: Severity) -> int:
        own = sum(finding.severity is severity for finding in self.findings)
        return own + sum(finding.severity is severity for paper in self.papers for finding in paper.findings)

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
        return (
            f"{schools} trường, thư mục {self.out}: {', '.join(parts) or 'không có văn bản nào'}.\n"
            f"{self._count(Severity.FAULT)} lỗi, {self._count(Severity.WARNING)} cảnh báo{advice}.{kept}"
        )
