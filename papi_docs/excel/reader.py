"""Reading a workbook: from its sheets to the dossiers of its schools, every fault in one pass."""

import gc
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from papi_docs.errors import ModelError, WorkbookError
from papi_docs.excel.authorities import read_authorities
from papi_docs.excel.bases import read_bases, read_lines
from papi_docs.excel.book import Book
from papi_docs.excel.cells import Cell, Faults, excerpt
from papi_docs.excel.columns import SHEETS
from papi_docs.excel.evidence import Year, check_numbers, places, read_evidence, read_issued
from papi_docs.excel.opening import open_workbook
from papi_docs.excel.settings import Settings, check_in_period, read_settings
from papi_docs.excel.signers import read_signer
from papi_docs.excel.staff import Staff, check_contacts, read_staff
from papi_docs.excel.table import Row, find_sheets
from papi_docs.excel.tasks import Tasks, assignments_of, check_people, read_tasks
from papi_docs.findings import Finding, faults
from papi_docs.model import (
    Authority,
    Calendar,
    Content,
    District,
    Dossier,
    Evidence,
    IssuedPaper,
    LegalBasis,
    Level,
    PapiIndex,
    Plan,
    PlanLine,
    School,
    Unit,
    nine_contents,
    suggest_symbol,
)
from papi_docs.vietnamese import safe_file_name, squeeze

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
    with _uncollected():
        dossiers, settings, findings = _read_file(path)
    _refuse(path, findings, skip=on_fault == "skip")
    left_out = {code for finding in faults(findings) for code in finding.schools}
    return District(
        name=settings.name,
        dossiers=tuple(dossier for dossier in dossiers if dossier.school.code not in left_out),
        findings=findings,
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles: what is read has none, and in a province it would take a fifth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if not gc.get_freeze_count():
                gc.freeze()  # else the next search would go through all that was read, which lasts anyway:
                gc.unfreeze()  # with these two it counts as old
            gc.enable()


def _refuse(path: Path, findings: Sequence[Finding], *, skip: bool) -> None:
    found = faults(findings)
    if any(not (skip and fault.schools) for fault in found):
        raise WorkbookError(f"{path.name} có {len(found)} lỗi: sửa rồi chạy lại.", findings)


def _read_file(path: Path) -> tuple[list[Dossier], Settings, tuple[Finding, ...]]:
    """What is found, the faults of sheets and headings first."""
    of_sheets = Faults()
    with open_workbook(path) as grids:
        book = Book(path.name, find_sheets(path.name, grids, SHEETS.values(), of_sheets))
        dossiers, settings = _read(book)
        return dossiers, settings, (*of_sheets.findings, *book.heading_findings(), *book.faults.findings)


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the dossiers of all schools are made from."""

    settings: Settings
    staff: dict[str, Staff]
    tasks: Tasks
    bases: dict[str, list[LegalBasis]]
    lines: dict[str, list[PlanLine]]
    contents: tuple[Content, ...]
    authorities: Mapping[str, Sequence[Authority]]


@dataclass(frozen=True, slots=True)
class _Done:
    """What each school did, by its code, and its issued papers with the cells of their numbers."""

    evidence: Mapping[str, Evidence]
    issued: Mapping[str, Sequence[tuple[IssuedPaper, Cell]]]


def _read(book: Book) -> tuple[list[Dossier], Settings]:
    settings = read_settings(book)
    contents = _contents(book)
    rows, others = _school_rows(book)
    authorities = read_authorities(book)
    staff = read_staff(book)
    tasks = read_tasks(book, settings.calendar, contents)
    shared = _Shared(settings, staff, tasks, read_bases(book, settings), read_lines(book), contents, authorities)
    if not book.is_incomplete("staff"):
        check_people(book, tasks, staff)
    year = Year(book, settings.calendar, contents, staff, tasks)
    done = _Done(read_evidence(year), read_issued(year))
    dossiers = [_dossier(year, code, row, shared, done) for code, row in rows.items()]
    for row in others:
        _read_school_row(book, "?", row, shared, ())
    if not (rows or others or book.is_incomplete("schools")):
        book.faults.add("no-school", book.place("schools"), "chưa có trường nào: thêm ít nhất một dòng.")
    found = [dossier for dossier in dossiers if dossier]
    _check_superiors(book, found, rows)
    return found, settings


def _school_rows(book: Book) -> tuple[dict[str, Row], list[Row]]:
    """Rows by school code, and rows without a code of their own.

    Codes that name one folder on Windows count as the same.
    """
    rows: dict[str, Row] = {}
    others: list[Row] = []
    first: dict[str, Cell] = {}
    for row in book.rows("schools"):
        code = squeeze(book.faults.text(row["code"], required=True))
        before = first.setdefault(safe_file_name(code).casefold(), row["code"]) if code else None
        if before is row["code"]:
            rows[code] = row
            book.add_code(code)
            continue
        others.append(row)
        if before:
            message = f'mã trường "{excerpt(code)}" đã có ở ô {before.place.cell}: đổi mã, hoặc xóa một dòng.'
            book.faults.add("school-twice", row["code"], message)
    return rows, others


def _check_superiors(book: Book, dossiers: Sequence[Dossier], rows: Mapping[str, Row]) -> None:
    """Note schools whose superior on the day of the plan is not known; once a reason."""
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for dossier in dossiers:
        try:
            for day in (dossier.drafted_on, *(paper.day for paper in dossier.issued)):
                dossier.school.authority(day)
        except ModelError as error:
            reasons[str(error)].append(dossier.school.code)
    for reason, codes in reasons.items():
        with book.faults.concerning(*codes):
            book.faults.add("superior-unknown", rows[codes[0]]["commune"], f"{reason}.")


def _contents(book: Book) -> tuple[Content, ...]:
    own: dict[str, Content] = {}
    for row in book.rows("contents"):
        code, wording = (book.faults.text(row[key], required=True) for key in ("code", "wording"))
        source, code = book.faults.text(row["source"]), squeeze(code)
        if code.casefold() in own:
            message = f'mã nội dung "{excerpt(code)}" có hai lần: đổi mã, hoặc xóa một dòng.'
            book.faults.add("content-twice", row["code"], message)
        elif code and wording:
            own[code.casefold()] = Content(code=code, wording=wording, source=source)
    return tuple(own.values()) or nine_contents()


def _dossier(year: Year, code: str, row: Row, shared: _Shared, done: _Done) -> Dossier | None:
    book, settings, staff, authorities = year.book, shared.settings, shared.staff[code], shared.authorities
    with book.faults.concerning(code):
        own = (*authorities.get(code, ()), *authorities.get("", ()))
        school, issued = _read_school_row(book, code, row, shared, own)
        signer = read_signer(book, row, staff)
        counts = _counts(book, row)
    issued = _all_issued(year, code, row, issued, done.issued.get(code, ()))
    if school is None or signer is None or not (settings.calendar and settings.drafted_on and settings.result_year):
        return None
    assignments = assignments_of(shared.tasks, code, staff)
    if not shared.tasks.of_school(code) and not book.is_incomplete("tasks"):
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
        evidence=done.evidence[code].model_copy(update=counts),
    )


_COUNTS = ("class_count", "pupil_count")


def _counts(book: Book, row: Row) -> dict[str, object]:
    """Classes and pupils, where the row gives them, with their cells."""
    return {key: book.faults.whole_number(row[key]) for key in _COUNTS} | {"cells": places(row, *_COUNTS)}


def _all_issued(
    year: Year, code: str, row: Row, plan: tuple[IssuedPaper, ...], others: Sequence[tuple[IssuedPaper, Cell]]
) -> tuple[IssuedPaper, ...]:
    """The papers of the two sheets together; the plan stands in one of them."""
    papers = [*((paper, row["number"]) for paper in plan), *others]
    with year.faults.concerning(code):
        for paper, cell in others:
            if plan and paper.kind == "plan":
                message = f"số kế hoạch đã có ở sheet Trường, ô {row['number'].place.cell}: xóa một trong hai."
                year.faults.add("record-twice", cell, message)
                papers.remove((paper, cell))
    check_numbers(year, code, papers)
    return tuple(paper for paper, _ in papers)


def _read_school_row(
    book: Book, code: str, row: Row, shared: _Shared, authorities: tuple[Authority, ...]
) -> tuple[School | None, tuple[IssuedPaper, ...]]:
    """All of a row but its signer."""
    book.faults.text(row["note"])
    check_contacts(book, row)
    return _school(book, code, row, shared.settings, authorities), _issued(book, row, shared.settings.calendar)


def _school(book: Book, code: str, row: Row, settings: Settings, authorities: tuple[Authority, ...]) -> School | None:
    faults = book.faults
    name, symbol = squeeze(faults.text(row["name"], required=True)), faults.text(row["symbol"])
    phone, email = faults.text(row["phone"]), faults.text(row["email"])
    commune_text = faults.text(row["commune"], required=True)
    commune = faults.built(row["commune"], lambda: Unit.read(commune_text, Level.COMMUNE)) if commune_text else None
    if name and row["symbol"].is_empty:
        symbol = _guessed_symbol(book, code, row["symbol"], name)
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


def _guessed_symbol(book: Book, code: str, cell: Cell, name: str) -> str:
    symbol = suggest_symbol(name)
    if symbol:
        message = f'{code} chưa có ký hiệu: dùng "{symbol}" theo tên trường. Ghi ký hiệu nếu khác.'
        book.faults.warn("symbol-guessed", cell, message)
    else:
        book.faults.add("symbol-missing", cell, f"{code} chưa có ký hiệu: ghi ký hiệu, dạng THTP3.")
    return symbol


def _issued(book: Book, row: Row, calendar: Calendar | None) -> tuple[IssuedPaper, ...]:
    number, day = book.faults.whole_number(row["number"]), book.faults.date(row["day"])
    if day and calendar:
        check_in_period(book, row["day"], day, calendar.period, f"năm học {calendar.label}")
    if number and day:
        return (IssuedPaper(kind="plan", number=number, day=day),)
    if row["number"].is_empty != row["day"].is_empty:
        empty = row["number"] if row["number"].is_empty else row["day"]
        book.faults.add(
            "issue-incomplete", empty, f"{empty.label} để trống: ghi cả số và ngày ban hành, hoặc xóa cả hai."
        )
    return ()
