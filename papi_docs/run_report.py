"""The report of a run as a workbook: each paper, each finding, and where each figure came from."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from papi_docs.batch import Run
from papi_docs.documents import KINDS
from papi_docs.package import write_whole

__all__ = ["save_report"]

_LONGEST_CELL = 32_000
"""Letters that Excel takes in a cell, less some."""

_SHEETS = {
    "Văn bản": (("Mã trường", 14), ("Loại văn bản", 44), ("Kết quả", 18), ("Tệp", 60)),
    "Lỗi và cảnh báo": (("Mức", 12), ("Nơi", 50), ("Nội dung", 90), ("Trường", 20)),
    "Nguồn số liệu": (("Mã trường", 14), ("Loại văn bản", 44), ("Số liệu", 44), ("Giá trị in", 16), ("Các ô", 80)),
}


def save_report(run: Run, path: str | Path, *, overwrite: bool = False) -> Path:
    """Write the report of a run.

    Raises:
        FileExistsError: there is a file, and ``overwrite`` is false.
    """
    rows = {"Văn bản": _papers(run), "Lỗi và cảnh báo": _findings(run), "Nguồn số liệu": _sources(run)}
    book = Workbook()
    for at, (name, columns) in enumerate(_SHEETS.items()):
        page = book.active if at == 0 else book.create_sheet()
        assert isinstance(page, Worksheet)  # noqa: S101 - a new workbook has one
        page.title = name
        _fill(page, columns, rows[name])
    buffer = BytesIO()
    book.save(buffer)
    write_whole(Path(path), buffer.getvalue(), overwrite=overwrite)
    return Path(path)


def _fill(page: Worksheet, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]]) -> None:
    for at, (heading, width) in enumerate(columns, start=1):
        page.cell(1, at, heading).font = Font(bold=True)
        page.column_dimensions[get_column_letter(at)].width = width
    for number, row in enumerate(rows, start=2):
        for at, text in enumerate(row, start=1):
            cell = page.cell(number, at, ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST_CELL])
            cell.data_type = "s"  # a text may begin with "="
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    page.freeze_panes = "A2"


def _papers(run: Run) -> Iterable[Sequence[str]]:
    return ((paper.school, KINDS[paper.kind].name, paper.outcome, str(paper.path)) for paper in run.papers)


def _findings(run: Run) -> Iterable[Sequence[str]]:
    return (
        (finding.severity, str(finding.where), finding.message, ", ".join(finding.schools))
        for finding in run.all_findings
    )


def _sources(run: Run) -> Iterable[Sequence[str]]:
    return (
        (paper.school, KINDS[paper.kind].name, figure.label, figure.text, "; ".join(map(str, figure.cells)))
        for paper, figure in run.figures()
    )
