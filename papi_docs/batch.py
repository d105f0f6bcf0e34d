"""Many papers from one district: each written whole or not at all, each fault kept to its school."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from tqdm import tqdm

from papi_docs.checker.files import check_file
from papi_docs.documents import KINDS, Figure, Kind, compose, kind_of
from papi_docs.errors import FindingsError, UsageError
from papi_docs.findings import Finding, Place, Severity, faults
from papi_docs.html import table
from papi_docs.model import District, Dossier, contradictions
from papi_docs.package import why_not_written, write_whole
from papi_docs.vietnamese import safe_file_name

__all__ = ["ALL_KINDS", "Made", "Outcome", "Run", "generate"]

ALL_KINDS = "all"
"""Stands for every kind."""


class Outcome(StrEnum):
    """What became of one paper, in the words of the summary."""

    MADE = "đã lập"
    UNCHANGED = "không đổi"
    KEPT = "giữ bản có sẵn"
    FAILED = "chưa lập được"


@dataclass(frozen=True, slots=True)
class Made:
    """One paper of a run."""

    school: str
    kind: str
    path: Path
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    figures: tuple[Figure, ...] = ()
    """Computed figures the paper prints, with the cells they came from."""


@dataclass(frozen=True, slots=True, repr=False)
class Run:
    """What a run did; printed, it is two lines."""

    out: Path
    papers: tuple[Made, ...]
    findings: tuple[Finding, ...] = ()
    """Findings of the workbook."""

    @property
    def ok(self) -> bool:
        """Every paper stands in the folder as this run would make it, and no school was left out."""
        done = all(paper.outcome in (Outcome.MADE, Outcome.UNCHANGED) for paper in self.papers)
        return done and not self._count(Severity.FAULT)

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Of the workbook, then of each paper."""
        return (*self.findings, *(finding for paper in self.papers for finding in paper.findings))

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
        return (
            f"{schools} trường, thư mục {self.out}: {', '.join(parts) or 'không có văn bản nào'}.\n"
            f"{self._count(Severity.FAULT)} lỗi, {self._count(Severity.WARNING)} cảnh báo{advice}.{kept}"
        )


def generate(  # noqa: PLR0913 - the whole of a run, by name
    district: District,
    *,
    out: str | Path,
    kinds: Sequence[str] = ("plan",),
    schools: Sequence[str] | None = None,
    on: date | None = None,
    draft: bool = True,
    number: int | None = None,
    overwrite: bool = False,
    templates: Sequence[Path] = (),
    check: bool = False,
    progress: bool = False,
) -> Run:
    """Make papers of the schools of a district: ``out/THTP3/ke-hoach.docx``.

    Args:
        district: what :func:`papi_docs.read_workbook` gave.
        out: folder for the results, made where it is missing.
        kinds: keys of :data:`papi_docs.KINDS`, or ``"all"``.
        schools: codes; None means every school.
        on: day of the papers; None means the day of the drafts, or for issued papers their own.
        draft: with room for number and day; an issued paper has both, from ``number`` and ``on`` or from
            the workbook.
        number: number of the issued paper.
        overwrite: replace files that are there and differ.
        templates: folders with templates of your own, looked in before the shipped ones.
        check: judge every paper that stands in the folder as this run makes it, by :func:`papi_docs.check`; what
            is found joins the findings of the paper.
        progress: show a bar on standard error.

    Returns:
        What became of each paper. A fault in one paper never stops the others; nothing is printed of a
        school whose dossier contradicts itself.

    Raises:
        UsageError: the arguments contradict each other, or name a kind or school that is not there.
    """
    rows = _kinds(kinds)
    _check_issue(rows, on, draft, number)
    chosen = district.dossiers if schools is None else tuple(district[code] for code in schools)
    folder = _folder(out)
    _check_templates(rows, templates)
    jobs = [(dossier, row, item) for dossier in chosen for row in rows for item in row.items(dossier)]
    bar = tqdm(jobs, desc="Lập văn bản", unit=" văn bản", disable=not progress, leave=False)
    found = tuple(finding for dossier in chosen for finding in contradictions(dossier))
    blocked = frozenset(code for fault in faults(found) for code in fault.schools)
    order = _Order(folder, on, draft, number, overwrite, tuple(templates), blocked, check)
    return Run(folder, tuple(order.make(*job) for job in bar), (*district.findings, *found))


def _kinds(keys: Sequence[str]) -> tuple[Kind, ...]:
    if isinstance(keys, str):
        raise UsageError(f'kinds là một dãy: viết kinds=("{keys}",)')
    return tuple(KINDS.values()) if ALL_KINDS in keys else tuple(kind_of(key) for key in dict.fromkeys(keys))


def _check_templates(kinds: Sequence[Kind], folders: Sequence[Path]) -> None:
    """A folder that holds none of the templates is a slip, and the shipped ones would be used silently."""
    for folder in folders:
        if not any((folder / kind.template).is_file() for kind in kinds):
            names = ", ".join(kind.template for kind in kinds)
            raise UsageError(f'thư mục mẫu "{folder}" không có {names}: kiểm tra đường dẫn và tên tệp')


def _check_issue(kinds: Sequence[Kind], on: date | None, draft: bool, number: int | None) -> None:
    if number is None:
        if not draft and on is not None:
            raise UsageError(
                "ban hành theo ngày đã chọn thì phải có số: thêm number, hoặc bỏ ngày để theo sheet Trường"
            )
        return
    if draft:
        raise UsageError("dự thảo chưa có số: bỏ number, hoặc đặt draft=False")
    if on is None:
        raise UsageError("số và ngày ban hành đi cùng nhau: thêm ngày")
    if len(kinds) > 1:
        raise UsageError("mỗi văn bản một số: chọn một loại văn bản khi ghi số")


def _folder(out: str | Path) -> Path:
    folder = Path(out)
    if folder.exists() and not folder.is_dir():
        raise UsageError(f'"{folder}" là tệp: chọn một thư mục')
    return folder


@dataclass(frozen=True, slots=True)
class _Order:
    """What is the same for every paper of a run."""

    folder: Path
    on: date | None
    draft: bool
    number: int | None
    overwrite: bool
    templates: tuple[Path, ...]
    blocked: frozenset[str]
    """Codes of schools whose dossier contradicts itself: nothing of theirs is printed."""
    check: bool

    def make(self, dossier: Dossier, kind: Kind, item: str) -> Made:
        """Make one paper; every fault becomes a finding of it."""
        code = dossier.school.code
        path = self.folder / safe_file_name(code) / f"{safe_file_name('-'.join(filter(None, (kind.file, item))))}.docx"
        if code in self.blocked:
            return Made(code, kind.key, path, Outcome.FAILED)
        try:
            on, number = self._issue(dossier, kind)
            paper = compose(kind.key, dossier, on=on, number=number, item=item, templates=self.templates)
            outcome = self._write(path, paper.to_bytes())
            cautions = tuple(_at(path, finding) for finding in paper.findings)
            if self.check and outcome is not Outcome.KEPT:
                cautions += _judged(path, code)
        except FindingsError as error:
            return Made(code, kind.key, path, Outcome.FAILED, tuple(_at(path, fault) for fault in error.findings))
        except OSError as error:
            message = f"không ghi được ({why_not_written(error)}): đóng tệp nếu đang mở, kiểm tra quyền ghi"
            finding = Finding("file-not-written", Severity.FAULT, message, Place(str(path)), (code,))
            return Made(code, kind.key, path, Outcome.FAILED, (finding,))
        if outcome is Outcome.KEPT:
            message = "đã có bản khác, được giữ nguyên: thêm --overwrite (overwrite=True) để thay"
            finding = Finding("file-kept", Severity.WARNING, message, Place(str(path)), (code,))
            return Made(code, kind.key, path, outcome, (finding, *cautions), paper.sources())
        return Made(code, kind.key, path, outcome, cautions, paper.sources())

    def _issue(self, dossier: Dossier, kind: Kind) -> tuple[date | None, int | None]:
        if self.draft or self.number is not None or not kind.document_type:
            return self.on, self.number
        issued = dossier.issued_as(kind.key)
        if issued is None:
            message = (
                f"{dossier.school.name} chưa có số, ngày {kind.name}: "
                "điền ở sheet Văn bản đã ban hành, hoặc lập dự thảo"
            )
            finding = Finding("not-issued", Severity.FAULT, message, schools=(dossier.school.code,))
            raise FindingsError(message, [finding])
        return issued.day, issued.number

    def _write(self, path: Path, data: bytes) -> Outcome:
        if path.exists():
            if path.read_bytes() == data:
                return Outcome.UNCHANGED
            if not self.overwrite:
                return Outcome.KEPT
        write_whole(path, data, overwrite=self.overwrite)
        return Outcome.MADE


def _judged(path: Path, school: str) -> tuple[Finding, ...]:
    """What the checker says of the file as written."""
    return tuple(replace(finding, schools=(school,)) for finding in check_file(path).all_findings)


def _at(path: Path, finding: Finding) -> Finding:
    """A finding without a place is about the paper itself."""
    if finding.where != Place():
        return finding
    return replace(finding, where=Place(str(path)))
