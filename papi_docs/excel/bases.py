"""The documents that a plan cites, and the lines that a district or school adds to it."""

from collections import defaultdict
from collections.abc import Sequence

from papi_docs.excel.book import Book
from papi_docs.excel.cells import Cell
from papi_docs.excel.settings import Settings, add_swapped
from papi_docs.excel.table import Row
from papi_docs.model import LegalBasis, PlanLine, Role, Section
from papi_docs.vietnamese import short_date, swap_day_month

__all__ = ["read_bases", "read_lines"]


def read_bases(book: Book, settings: Settings) -> dict[str, list[LegalBasis]]:
    """Cited documents by school code, ``""`` for all schools."""
    found: defaultdict[str, list[LegalBasis]] = defaultdict(list)
    for code, row in book.rows_of("bases"):
        basis = _basis(book, row, settings)
        if basis and code is not None:
            found[code].append(basis)
    return found


def _basis(book: Book, row: Row, settings: Settings) -> LegalBasis | None:
    faults = book.faults
    role = _choice(book, row["role"], list(Role), Role.BASIS)
    kind = faults.text(row["type"], required=True)
    number, issuer, subject = (faults.text(row[key]) for key in ("number", "issuer", "subject"))
    day = faults.date(row["day"])
    if not kind:
        return None
    basis = LegalBasis(
        role=Role(role or Role.BASIS), document_type=kind, number=number, day=day, issuer=issuer, subject=subject
    )
    _check_basis(book, row, basis)
    _check_basis_day(book, row["day"], basis, settings)
    return basis if role else None


def _check_basis(book: Book, row: Row, basis: LegalBasis) -> None:
    called = f"{basis.document_type} {basis.number}".strip()
    if not basis.is_law:
        for key in ("number", "issuer"):
            if row[key].is_empty:
                book.faults.add("basis-incomplete", row[key], f"{called} thiếu {row[key].label.lower()}: nhập giá trị.")
    for key in ("day",) if basis.is_law else ("day", "subject"):
        if row[key].is_empty:
            book.faults.warn(
                "basis-incomplete",
                row[key],
                f"{called} thiếu {row[key].label.lower()} (bắt buộc khi viện dẫn lần đầu): "
                "văn bản sẽ chừa chỗ để ghi tay.",
            )


def _check_basis_day(book: Book, cell: Cell, basis: LegalBasis, settings: Settings) -> None:
    planned = settings.drafted_on
    if basis.day is None or planned is None or basis.day <= planned:
        return
    swapped = swap_day_month(basis.day)
    if swapped and swapped <= planned:
        add_swapped(book, cell, f"{short_date(basis.day)} sau ngày kế hoạch", swapped)
    else:
        book.faults.warn(
            "basis-later",
            cell,
            f"{cell.label} {short_date(basis.day)} sau ngày kế hoạch {short_date(planned)}: sửa ngày nếu ghi nhầm.",
        )


def _choice(book: Book, cell: Cell, choices: Sequence[str], default: str) -> str | None:
    """One of some words; the default where the cell is empty, ``None`` where it is a fault."""
    found = book.faults.choice(cell, choices, required=False)
    return default if cell.is_empty else found


def read_lines(book: Book) -> dict[str, list[PlanLine]]:
    """Own lines of the plan by school code, ``""`` for all schools."""
    found: defaultdict[str, list[PlanLine]] = defaultdict(list)
    for code, row in book.rows_of("lines"):
        section = _choice(book, row["section"], list(Section), Section.PURPOSE)
        text = book.faults.text(row["text"], required=True)
        if section and text and code is not None:
            found[code].append(PlanLine(section=Section(section), text=text))
    return found
