"""Reports that were asked for, and the numbers and dates that papers were given."""

from collections import defaultdict

from papi_docs.excel.cells import Cell, did_you_mean, excerpt
from papi_docs.excel.evidence.sheet import Year, places
from papi_docs.excel.table import Row
from papi_docs.model import AdHocRequest, IssuedPaper, LegalBasis
from papi_docs.vietnamese import fold_accents

__all__ = ["PAPERS", "check_numbers", "read_issued", "read_requests"]

_First = dict[tuple[object, ...], Cell]

PAPERS = {
    "plan": ("Kế hoạch cải thiện Chỉ số PAPI", "Kế hoạch"),
    "assignments": ("Quyết định phân công", "Quyết định phân công nhiệm vụ", "Quyết định"),
    "semester-report": ("Báo cáo sơ kết học kỳ I", "Báo cáo học kỳ I", "Báo cáo sơ kết"),
    "year-report": ("Báo cáo tổng kết năm học", "Báo cáo năm học", "Báo cáo tổng kết"),
    "ad-hoc-report": ("Báo cáo đột xuất",),
    "inspection-plan": ("Kế hoạch kiểm tra",),
    "inspection-minutes": ("Biên bản kiểm tra", "Biên bản"),
    "contact-notice": ("Thông báo công khai liên hệ", "Thông báo công khai số điện thoại, e-mail", "Thông báo"),
}
"""Papers that have a number, by the key of their kind: how people write it in the sheet."""

_SEVERAL = frozenset({"inspection-minutes"})
"""Kinds of which a school makes several papers in a year."""


def read_requests(year: Year) -> dict[str, AdHocRequest]:
    """The report asked for out of turn, by school."""
    found: dict[str, AdHocRequest] = {}
    first: _First = {}
    for school, row in year.rows("requests"):
        request = _request(year, row)
        twice = bool(school) and year.is_twice(row["about"], first, (school,), f"báo cáo đột xuất của trường {school}")
        if school and request and not twice:
            found[school] = request
    return found


_OF_REPORT = ("about", "summary", "course", "causes", "measures")


def _request(year: Year, row: Row) -> AdHocRequest | None:
    faults = year.faults
    kind, number, issuer = (year.line(row[key], required=True) for key in ("type", "number", "issuer"))
    day, subject = year.deadline(row["day"], required=True), faults.text(row["subject"])
    about, summary, course, causes, measures = (faults.text(row[key], required=True) for key in _OF_REPORT)
    proposals = faults.text(row["proposals"])
    if not (kind and number and issuer and day and about and summary and course and causes and measures):
        return None
    return AdHocRequest(
        request=LegalBasis(document_type=kind, number=number, day=day, issuer=issuer, subject=subject),
        addressee=issuer,
        subject=about,
        summary=summary,
        course=course,
        causes=causes,
        measures=measures,
        proposals=proposals,
        cells=places(row, "number", "day", *_OF_REPORT, "proposals"),
    )


def read_issued(year: Year) -> dict[str, list[tuple[IssuedPaper, Cell]]]:
    """Issued papers by school, each with the cell of its number."""
    found: defaultdict[str, list[tuple[IssuedPaper, Cell]]] = defaultdict(list)
    first: _First = {}
    for school, row in year.rows("issued"):
        kind = _kind(year, row["kind"])
        paper = _issued(year, kind, row)
        twice = (
            school
            and kind
            and kind not in _SEVERAL
            and year.is_twice(row["kind"], first, (school, kind), PAPERS[kind][0])
        )
        if school and paper and not twice:
            found[school].append((paper, row["number"]))
    return found


def _issued(year: Year, kind: str, row: Row) -> IssuedPaper | None:
    number = year.faults.whole_number(row["number"], required=True)
    day = year.deadline(row["day"], required=True)
    return IssuedPaper(kind=kind, number=number, day=day) if kind and number and day else None


def _kind(year: Year, cell: Cell) -> str:
    """Key of the kind that a cell names by its key or in Vietnamese; empty where it names none."""
    text = year.line(cell, required=True)
    for key, names in PAPERS.items():
        if fold_accents(text) in map(fold_accents, (key, *names)):
            return key
    if text:
        called = [names[0] for names in PAPERS.values()]
        hint = did_you_mean(text, [*called, *PAPERS]) or f" Chọn một trong {', '.join(called)}."
        year.faults.add("choice-unknown", cell, f'{cell.label} "{excerpt(text)}" không phải văn bản có số.{hint}')
    return ""


def check_numbers(year: Year, school: str, papers: list[tuple[IssuedPaper, Cell]]) -> None:
    """Note papers of a school with one number in one calendar year (article 15)."""
    first: dict[tuple[int, int], Cell] = {}
    for paper, cell in papers:
        before = first.setdefault((paper.day.year, paper.number), cell)
        if before is not cell:
            message = (
                f"số {paper.number} năm {paper.day.year} đã cấp ở {_called(before, cell)}: "
                "mỗi năm mỗi số một văn bản, sửa số hoặc ngày."
            )
            with year.faults.concerning(school):
                year.faults.add("number-twice", cell, message)


def _called(before: Cell, cell: Cell) -> str:
    same = before.place.sheet == cell.place.sheet
    return f"ô {before.place.cell}" if same else f'sheet "{before.place.sheet}", ô {before.place.cell}'
