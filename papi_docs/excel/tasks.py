"""The sheet of tasks: a list for all schools, lines of one school that add to it or replace in it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from papi_docs.excel.book import Book
from papi_docs.excel.cells import Cell, did_you_mean
from papi_docs.excel.deadlines import parse_deadline
from papi_docs.excel.settings import check_in_period
from papi_docs.excel.staff import Staff
from papi_docs.excel.table import Row
from papi_docs.model import Assignment, Calendar, Content, Deadline, FixedDay, Group, Person, Task

__all__ = ["TaskLine", "assignments_of", "check_people", "read_tasks"]


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task as a row gives it: its people are still words, meant for one school or for all (``""``)."""

    school: str
    task: Task
    lead: Cell
    helpers: Cell

    @property
    def helper_names(self) -> tuple[str, ...]:
        """The helpers' cell, cut at semicolons and new lines, else at commas."""
        text = self.helpers.text
        parts = re.split(r"[;\n]", text) if re.search(r"[;\n]", text) else text.split(",")
        return tuple(part.strip() for part in parts if part.strip())


def read_tasks(book: Book, calendar: Calendar | None, contents: Sequence[Content]) -> tuple[TaskLine, ...]:
    """Every line that can be read, noting every fault."""
    lines: list[TaskLine] = []
    first: dict[tuple[str, str], Cell] = {}
    for row in book.rows("tasks"):
        school = book.school_of(row["school"])
        with book.faults.concerning(school or ""):
            line = _line(book, row, school, calendar, contents)
            if line is None:
                continue
            key = (line.school, line.task.code.casefold())
            if key in first:
                book.faults.add(
                    "task-twice",
                    row["code"],
                    f'mã nhiệm vụ "{line.task.code}" đã có ở ô {first[key].place.cell}: đổi mã, hoặc xóa một dòng.',
                )
                continue
            first[key] = row["code"]
            lines.append(line)
    return tuple(lines)


def _line(
    book: Book, row: Row, school: str | None, calendar: Calendar | None, contents: Sequence[Content]
) -> TaskLine | None:
    faults = book.faults
    code, content = (faults.text(row[key], required=True) for key in ("code", "content"))
    lead = faults.text(row["lead"], required=True)
    product, note, _ = (faults.text(row[key]) for key in ("product", "note", "helpers"))
    deadline = _deadline(book, row["deadline"], calendar)
    codes = _content_codes(book, row["contents"], contents)
    if not (code and content and lead) or deadline is None or school is None:
        return None
    task = Task(code=code, content=content, deadline=deadline, product=product, contents=codes, note=note)
    return TaskLine(school, task, row["lead"], row["helpers"])


def _deadline(book: Book, cell: Cell, calendar: Calendar | None) -> Deadline | None:
    deadline: Deadline | None
    if isinstance(cell.value, date):
        day = book.faults.date(cell)
        deadline = FixedDay(day=day) if day else None
    else:
        text = book.faults.text(cell, required=True)
        deadline = book.faults.converted(cell, lambda text: parse_deadline(text, calendar), text) if text else None
    if deadline is None or calendar is None:
        return deadline
    due = deadline.day if isinstance(deadline, FixedDay) else deadline.due(calendar)
    inside = check_in_period(book, cell, due, calendar.period, f"năm học {calendar.label}")
    return deadline if inside else None


def _content_codes(book: Book, cell: Cell, contents: Sequence[Content]) -> tuple[str, ...]:
    known = {content.code.casefold(): content.code for content in contents}
    codes: list[str] = []
    for text in re.split(r"[,;\s]+", book.faults.text(cell)):
        code = known.get(text.casefold())
        if code and code not in codes:
            codes.append(code)
        elif text and not code:
            hint = did_you_mean(text, list(known.values())) or f" Ghi một trong {', '.join(known.values())}."
            book.faults.add("content-unknown", cell, f'không có nội dung PAPI mã "{text}".{hint}')
    return tuple(codes)


def of_school(lines: Sequence[TaskLine], school: str) -> tuple[TaskLine, ...]:
    """The district's list with the school's own lines in place of those of the same code, then its others."""
    own = {line.task.code.casefold(): line for line in lines if line.school == school}
    shared = [line for line in lines if not line.school]
    codes = {line.task.code.casefold() for line in shared}
    replaced = [own.get(line.task.code.casefold(), line) for line in shared]
    return (*replaced, *(line for code, line in own.items() if code not in codes))


def check_people(book: Book, lines: Sequence[TaskLine], staff: Mapping[str, Staff]) -> None:
    """Note every task whose lead or helper is nobody, or not one person; once a cell, with the schools."""
    missing: dict[tuple[Cell, str], list[str]] = {}
    several: dict[tuple[Cell, str], list[str]] = {}
    for school, people in staff.items():
        for line in of_school(lines, school):
            found = people.find(line.lead.text)
            if len(found) != 1:
                (several if found else missing).setdefault((line.lead, line.lead.text), []).append(school)
            for name in line.helper_names:
                if people.helper(name) is None:
                    missing.setdefault((line.helpers, name), []).append(school)
    for (cell, name), schools in missing.items():
        with book.faults.concerning(*schools):
            hint = staff[schools[0]].suggestion(name) or " Thêm người này ở sheet Nhân sự, hoặc sửa tên."
            book.faults.add(
                "person-unknown",
                cell,
                f'{cell.label} "{name}" không có trong nhân sự của {_listed(schools)}.{hint}',
            )
    for (cell, name), schools in several.items():
        with book.faults.concerning(*schools):
            book.faults.add(
                "person-ambiguous",
                cell,
                f'{cell.label} "{name}": {_listed(schools)} có nhiều người như vậy. Ghi họ tên, '
                "hoặc chức vụ kèm phần phụ trách.",
            )


def _listed(schools: Sequence[str]) -> str:
    shown = ", ".join(schools[:5])
    return f"trường {shown}" if len(schools) <= 5 else f"trường {shown} và {len(schools) - 5} trường khác"


def assignments_of(lines: Sequence[TaskLine], school: str, staff: Staff) -> tuple[Assignment, ...]:
    """The school's tasks with its own people; lines that :func:`check_people` noted are left out."""
    return tuple(
        Assignment(task=line.task, lead=leads[0], helpers=_helpers(line, staff))
        for line in of_school(lines, school)
        if len(leads := staff.find(line.lead.text)) == 1
    )


def _helpers(line: TaskLine, staff: Staff) -> tuple[Person | Group, ...]:
    found = (staff.helper(name) for name in line.helper_names)
    return tuple(helper for helper in found if helper is not None)
