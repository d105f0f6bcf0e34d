"""Reading a workbook: from its sheets to the dossiers of its schools, every fault in one pass."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from papi_docs.errors import WorkbookError
from papi_docs.excel.book import Book
from papi_docs.excel.cells import Cell, Faults
from papi_docs.excel.columns import SHEETS
from papi_docs.excel.opening import open_workbook
from papi_docs.excel.settings import Settings, read_settings
from papi_docs.excel.staff import Staff, read_staff
from papi_docs.excel.table import Row, find_sheets, rows_of
from papi_docs.excel.tasks import TaskLine, assignments_of, check_people, read_tasks
from papi_docs.findings import Finding, faults
from papi_docs.model import (
    Authority,
    Body,
    Capacity,
    Content,
    District,
    Dossier,
    IssuedPaper,
    LegalBasis,
    Level,
    PapiIndex,
    Period,
    Plan,
    PlanLine,
    Role,
    School,
    Section,
    Signer,
    Unit,
    nine_contents,
    suggest_symbol,
)
from papi_docs.vietnamese import fold_accents, fold_tone, safe_file_name, short_date, swap_day_month

__all__ = ["read_workbook"]


def read_workbook(path: str | Path, *, on_fault: Literal["raise", "skip"] = "raise") -> District:
    """Read a district's workbook.

    Args:
        path: an .xlsx file with the sheets of a new workbook.
        on_fault: ``"raise"``: any fault forbids going on. ``"skip"``: schools that alone are concerned
            by a fault are left out, and the faults stand in ``District.findings``.

    Raises:
        WorkbookError: with every finding, each with its sheet and cell.
    """
    path = Path(path)
    grids = open_workbook(path)
    noted = Faults()
    sheets = find_sheets(path.name, grids, SHEETS.values(), noted)
    tables = {key: tuple(rows_of(path.name, grid, SHEETS[key], noted)) for key, grid in sheets.items()}
    dossiers, settings = _read(Book(path.name, tables, noted))
    _refuse(path, noted.findings, skip=on_fault == "skip")
    left_out = {code for finding in faults(noted.findings) for code in finding.schools}
    return District(
        name=settings.name,
        dossiers=tuple(dossier for dossier in dossiers if dossier.school.code not in left_out),
        findings=tuple(noted.findings),
    )


def _refuse(path: Path, findings: Sequence[Finding], *, skip: bool) -> None:
    found = faults(findings)
    if any(not (skip and fault.schools) for fault in found):
        raise WorkbookError(f"{path.name} có {len(found)} lỗi: sửa rồi chạy lại.", findings)


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the dossiers of all schools are made from."""

    settings: Settings
    staff: dict[str, Staff]
    tasks: tuple[TaskLine, ...]
    bases: dict[str, list[LegalBasis]]
    lines: dict[str, list[PlanLine]]
    contents: tuple[Content, ...]


def _read(book: Book) -> tuple[list[Dossier], Settings]:
    settings = read_settings(book)
    contents = _contents(book)
    rows = _school_rows(book)
    authorities = _authorities(book)
    staff = read_staff(book)
    tasks = read_tasks(book, settings.calendar, contents)
    shared = _Shared(settings, staff, tasks, _bases(book, settings), _lines(book), contents)
    check_people(book, tasks, {code: staff.get(code, Staff.of(())) for code in rows})
    dossiers = [_dossier(book, code, row, shared, authorities) for code, row in rows.items()]
    if not rows and "schools" in book.tables:
        book.faults.add("no-school", book.place(SHEETS["schools"].name), "chưa có trường nào: thêm ít nhất một dòng.")
    return [dossier for dossier in dossiers if dossier], settings


def _school_rows(book: Book) -> dict[str, Row]:
    """Rows by school code; codes that name one folder on Windows count as the same."""
    rows: dict[str, Row] = {}
    first: dict[str, Cell] = {}
    for row in book.rows("schools"):
        code = book.faults.text(row["code"], required=True).replace("\n", " ")
        if not code:
            continue
        key = safe_file_name(code).casefold()
        if key in first:
            book.faults.add(
                "school-twice",
                row["code"],
                f'mã trường "{code}" đã có ở ô {first[key].place.cell}: đổi mã, hoặc xóa một dòng.',
            )
            continue
        first[key] = row["code"]
        rows[code] = row
        book.codes[code.casefold()] = code
    return rows


def _contents(book: Book) -> tuple[Content, ...]:
    own: dict[str, Content] = {}
    for row in book.rows("contents"):
        code, wording = (book.faults.text(row[key], required=True) for key in ("code", "wording"))
        if code in own:
            book.faults.add(
                "content-twice", row["code"], f'mã nội dung "{code}" có hai lần: đổi mã, hoặc xóa một dòng.'
            )
        elif code and wording:
            own[code] = Content(code=code, wording=wording, source=book.faults.text(row["source"]))
    return tuple(own.values()) or nine_contents()


def _authorities(book: Book) -> dict[str, list[Authority]]:
    """Dated rows by school code, ``""`` for all schools."""
    found: defaultdict[str, list[Authority]] = defaultdict(list)
    for row in book.rows("authorities"):
        code = book.school_of(row["school"])
        with book.faults.concerning(code or ""):
            superior, place = (book.faults.text(row[key], required=True) for key in ("superior", "place"))
            committee = book.faults.text(row["committee"]) or superior
            start, end = book.faults.date(row["start"]), book.faults.date(row["end"])
            period = book.faults.built(row["start"], lambda start=start, end=end: Period(start=start, end=end))  # type: ignore[misc]
            if superior and place and period is not None and code is not None:
                found[code].append(
                    Authority(
                        period=period,
                        superior=Body.named(superior),
                        committee=Body.named(committee),
                        place=place,
                        scope=_scope(superior),
                    )
                )
    return found


def _scope(superior: str) -> str:
    """Whose results a paper under this body speaks of."""
    found = re.search(r"\b(huyện|quận|thị xã)\b", superior, re.IGNORECASE)
    return found[1].lower() if found else "tỉnh"


def _bases(book: Book, settings: Settings) -> dict[str, list[LegalBasis]]:
    found: defaultdict[str, list[LegalBasis]] = defaultdict(list)
    for row in book.rows("bases"):
        code = book.school_of(row["school"])
        with book.faults.concerning(code or ""):
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
    if not kind or role is None:
        return None
    basis = LegalBasis(role=Role(role), document_type=kind, number=number, day=day, issuer=issuer, subject=subject)
    _check_basis(book, row, basis)
    _check_basis_day(book, row["day"], basis, settings)
    return basis


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
        book.faults.add(
            "date-swapped",
            cell,
            f"{cell.label} {short_date(basis.day)} sau ngày kế hoạch; có lẽ Excel đã đổi chỗ ngày và tháng. "
            f"Ý bạn là {short_date(swapped)}? Gõ lại dạng chữ.",
        )
    else:
        book.faults.warn(
            "basis-later",
            cell,
            f"{cell.label} {short_date(basis.day)} sau ngày kế hoạch {short_date(planned)}: xem lại.",
        )


def _choice(book: Book, cell: Cell, choices: Sequence[str], default: str) -> str | None:
    """One of some words without regard to accents and case; the default where the cell is empty."""
    text = book.faults.text(cell)
    if not text:
        return None if cell.problem else default
    for choice in choices:
        if fold_accents(choice) == fold_accents(text):
            return choice
    book.faults.add("choice-unknown", cell, f'{cell.label} "{text}" không có: chọn một trong {", ".join(choices)}.')
    return None


def _lines(book: Book) -> dict[str, list[PlanLine]]:
    found: defaultdict[str, list[PlanLine]] = defaultdict(list)
    for row in book.rows("lines"):
        code = book.school_of(row["school"])
        with book.faults.concerning(code or ""):
            section = _choice(book, row["section"], list(Section), Section.PURPOSE)
            text = book.faults.text(row["text"], required=True)
            if section and text and code is not None:
                found[code].append(PlanLine(section=Section(section), text=text))
    return found


def _dossier(
    book: Book, code: str, row: Row, shared: _Shared, authorities: dict[str, list[Authority]]
) -> Dossier | None:
    settings = shared.settings
    staff = shared.staff.get(code, Staff.of(()))
    with book.faults.concerning(code):
        school = _school(book, code, row, settings, (*authorities.get(code, ()), *authorities.get("", ())))
        signer = _signer(book, row, staff)
        issued = _issued(book, row)
    if school is None or signer is None or not (settings.calendar and settings.drafted_on and settings.result_year):
        return None
    assignments = assignments_of(shared.tasks, code, staff)
    if not assignments:
        with book.faults.concerning(code):
            book.faults.warn("no-task", row["code"], f"trường {code} chưa có nhiệm vụ: kế hoạch sẽ không có phụ lục.")
    plan = Plan(
        index=PapiIndex(result_year=settings.result_year),
        lines=(*shared.lines.get("", ()), *shared.lines.get(code, ())),
        assignments=assignments,
    )
    return Dossier(
        school=school,
        calendar=settings.calendar,
        contents=shared.contents,
        staff=staff.people,
        signer=signer,
        plan=plan,
        bases=(*shared.bases.get("", ()), *shared.bases.get(code, ())),
        recipients=settings.recipients,
        drafted_on=settings.drafted_on,
        issued=issued,
    )


def _school(book: Book, code: str, row: Row, settings: Settings, authorities: tuple[Authority, ...]) -> School | None:
    faults = book.faults
    name = faults.text(row["name"], required=True).replace("\n", " ")
    symbol = faults.text(row["symbol"])
    phone, email = faults.text(row["phone"]), faults.text(row["email"])
    commune_text = faults.text(row["commune"], required=True)
    commune = faults.built(row["commune"], lambda: Unit.read(commune_text, Level.COMMUNE)) if commune_text else None
    if name and not symbol and not row["symbol"].problem:
        symbol = suggest_symbol(name)
        faults.warn("symbol-guessed", row["symbol"], f'{code} chưa có ký hiệu: dùng "{symbol}" theo tên trường.')
    if not (name and symbol and commune and settings.province):
        return None
    province = settings.province
    return faults.built(
        row["symbol"],
        lambda: School(
            code=code,
            name=name,
            symbol=symbol,
            province=province,
            district=settings.district,
            commune=commune,
            phone=phone,
            email=email,
            authorities=authorities,
        ),
    )


def _signer(book: Book, row: Row, staff: Staff) -> Signer | None:
    """The head of the school unless the row names somebody; in the capacity of the row or of the position."""
    faults, cell = book.faults, row["signer"]
    text = faults.text(cell)
    how = faults.text(row["capacity"])
    if cell.problem or row["capacity"].problem:
        return None
    found = staff.find(text or "Hiệu trưởng")
    if len(found) != 1:
        faults.add("signer-unknown", cell if text else row["code"], _no_signer(text, found != (), staff))
        return None
    capacity, collective = _capacity(how)
    if how and capacity is None:
        known = ", ".join(list(Capacity)[1:])
        faults.add(
            "capacity-unknown",
            row["capacity"],
            f'{row["capacity"].label} "{how}" không có: ghi {known}, hoặc để trống.',
        )
        return None
    if capacity is None:
        return faults.built(cell, lambda: Signer.usual(found[0]))
    return faults.built(row["capacity"], lambda: Signer(person=found[0], capacity=capacity, collective=collective))


def _no_signer(text: str, several: bool, staff: Staff) -> str:
    if text:
        problem = "có nhiều người" if several else "không có trong sheet Nhân sự của trường"
        return f'người ký "{text}" {problem}.{staff.suggestion(text) or " Ghi đúng họ tên."}'
    problem = "hơn một Hiệu trưởng" if several else "chưa có Hiệu trưởng"
    return f"trường có {problem} ở sheet Nhân sự: sửa, hoặc điền cột Người ký.".replace("có chưa có", "chưa có")


def _capacity(text: str) -> tuple[Capacity | None, str]:
    """``KT.`` in any spelling; ``TM. Hội đồng trường`` with the collective."""
    words = text.split(maxsplit=1)
    if not words:
        return None, ""
    for capacity in list(Capacity)[1:]:
        if fold_tone(words[0]).strip(".") == fold_tone(capacity).strip("."):
            return capacity, words[1] if len(words) > 1 and capacity is Capacity.ON_BEHALF else ""
    return None, ""


def _issued(book: Book, row: Row) -> tuple[IssuedPaper, ...]:
    number, day = book.faults.whole_number(row["number"]), book.faults.date(row["day"])
    if number and day:
        return (IssuedPaper(kind="plan", number=number, day=day),)
    if row["number"].is_empty != row["day"].is_empty:
        empty = row["number"] if row["number"].is_empty else row["day"]
        book.faults.add("issue-incomplete", empty, f"{empty.label} để trống: số và ngày ban hành đi cùng nhau.")
    return ()
