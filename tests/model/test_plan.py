"""Deadlines, goals and assignments."""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from papi_docs.model import (
    Anchor,
    Calendar,
    Deadline,
    FixedDay,
    InMonth,
    PapiIndex,
    Plan,
    PlanLine,
    RelativeDay,
    Section,
    Standing,
    Task,
)

YEAR = Calendar.known(2021, "Đồng Tháp")


@pytest.mark.parametrize(
    ("deadline", "due", "text"),
    [
        (FixedDay(day=date(2021, 9, 15)), date(2021, 9, 15), "15/9/2021"),
        (FixedDay(day=date(2021, 9, 1), before=True), date(2021, 8, 31), "Trước ngày 01/9/2021"),
        (InMonth(year=2022, month=2), date(2022, 2, 28), "Tháng 02/2022"),
        (InMonth(year=2024, month=2), date(2024, 2, 29), "Tháng 02/2024"),
        (InMonth(year=2021, month=9), date(2021, 9, 30), "Tháng 9/2021"),
        (RelativeDay(anchor=Anchor.SEMESTER_1_END, offset=-5), date(2022, 1, 10), "10/01/2022"),
        (RelativeDay(anchor=Anchor.YEAR_END), date(2022, 5, 30), "30/5/2022"),
        (Standing(words="thường xuyên"), date(2022, 5, 30), "Thường xuyên"),
    ],
)
def test_deadlines(deadline: Deadline, due: date, text: str) -> None:
    assert (deadline.due(YEAR), deadline.text(YEAR)) == (due, text)
    again: Deadline = TypeAdapter(Deadline).validate_json(deadline.model_dump_json())
    assert again == deadline


@pytest.mark.parametrize(
    ("year", "month", "reason"),
    [(2021, 13, "tháng từ 1 đến 12"), (2021, 0, "tháng từ 1 đến 12"), (0, 1, "không có thật")],
)
def test_months_that_are_none(year: int, month: int, reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        InMonth(year=year, month=month)


@pytest.mark.parametrize("offset", [367, -367, 10**12])
def test_a_deadline_too_far_from_its_anchor(offset: int) -> None:
    with pytest.raises(ValidationError, match="ghi nhiều nhất 366 ngày"):
        RelativeDay(anchor=Anchor.YEAR_END, offset=offset)


def test_lines_of_a_section_in_their_order() -> None:
    lines = [PlanLine(section=section, text=text) for section, text in (("I.1", "a"), ("III", "b"), ("I.1", "c"))]
    plan = Plan(index=PapiIndex(result_year=2020), lines=tuple(lines))
    assert plan.goals == ("a", "c")
    assert plan.lines_of(Section.SOLUTIONS) == ("b",)
    assert plan.lines_of(Section.STAFF) == ()
    assert plan.index.next_year == 2021


def test_a_task_keeps_the_lines_of_its_content() -> None:
    task = Task(code=" N1 ", content="a\n b", deadline=Standing(words="x"), note="\u200b")
    assert (task.code, task.content, task.note) == ("N1", "a\nb", "")
