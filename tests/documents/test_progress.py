"""What a deadline has come to by a day; what was done later does not count."""

from datetime import date

import pytest

from papi_docs.documents.content_results import exact_percent
from papi_docs.documents.progress import Counted, Term, Timing, remedy_timing, task_progress
from papi_docs.findings import Place
from papi_docs.model import Dossier, Evidence, Remedy, Semester, TaskResult, TaskState

CUTOFF = date(2022, 1, 15)


@pytest.mark.parametrize(
    ("deadline", "done", "expected"),
    [
        (date(2021, 9, 30), date(2021, 9, 30), Timing.ON_TIME),
        (date(2021, 9, 30), date(2021, 10, 1), Timing.LATE),
        (date(2021, 9, 30), None, Timing.DUE),
        (date(2021, 9, 30), date(2022, 1, 16), Timing.DUE),
        (CUTOFF, CUTOFF, Timing.ON_TIME),
        (CUTOFF, None, Timing.DUE),
        (date(2022, 1, 16), None, Timing.PENDING),
        (date(2022, 5, 30), date(2022, 1, 16), Timing.PENDING),
        (date(2022, 5, 30), date(2022, 1, 15), Timing.ON_TIME),
    ],
)
def test_timing(deadline: date, done: date | None, expected: Timing) -> None:
    assert Timing.of(deadline, done, CUTOFF) is expected


def done(task: str, day: date) -> TaskResult:
    return TaskResult(task=task, state=TaskState.DONE, day=day)


def timing_of(dossier: Dossier, until: date, *results: TaskResult) -> dict[str, Timing]:
    dossier = dossier.model_copy(update={"evidence": Evidence(results=results)})
    return {task.assignment.task.code: task.timing for task in task_progress(dossier, until)}


def test_standing_tasks_are_not_late_before_the_end_of_the_year(thtp3: Dossier) -> None:
    assert timing_of(thtp3, thtp3.calendar.semester_1_end)["NV05"] is Timing.PENDING
    assert timing_of(thtp3, thtp3.calendar.year_end)["NV05"] is Timing.DUE
    assert timing_of(thtp3, thtp3.calendar.year_end, done("NV05", date(2022, 5, 30)))["NV05"] is Timing.ON_TIME


def test_the_first_time_counts_where_a_task_was_written_down_twice(thtp3: Dossier) -> None:
    running = TaskResult(task="NV01", state=TaskState.RUNNING)
    early, late = done("NV01", date(2021, 8, 30)), done("NV01", date(2021, 10, 30))
    assert timing_of(thtp3, CUTOFF, late, early, running)["NV01"] is Timing.ON_TIME


def test_terms(thtp3: Dossier) -> None:
    first, year = Term.first(thtp3.calendar), Term.year(thtp3.calendar)
    assert (first.semester, first.as_of, first.is_year) == (Semester.FIRST, "Tính đến ngày 15/01/2022", False)
    assert (year.semester, year.as_of, year.name) == (Semester.SECOND, "Tính đến ngày 30/5/2022", "năm học 2021-2022")


@pytest.mark.parametrize(
    ("recheck", "put_right", "expected"),
    [
        (date(2022, 1, 10), True, Timing.ON_TIME),
        (date(2022, 1, 10), False, Timing.DUE),
        (date(2022, 2, 10), True, Timing.DUE),
        (None, True, Timing.ON_TIME),
    ],
)
def test_remedies_are_done_when_the_recheck_says_so(recheck: date | None, put_right: bool, expected: Timing) -> None:
    remedy = Remedy(
        requirement="Thay vòi", deadline=date(2021, 12, 1), responsible="Bảo vệ", recheck_day=recheck, done=put_right
    )
    assert remedy_timing(remedy, CUTOFF) is expected


def test_a_missed_target_never_looks_reached() -> None:
    assert exact_percent(9, 10, 90) == "90%"
    assert exact_percent(1799, 2000, 90) == "89,95%"
    assert exact_percent(170, 182, None) == "93,4%"


def test_a_report_issued_early_looks_back_from_its_own_day(thtp3: Dossier) -> None:
    assert Term.first(thtp3.calendar, date(2022, 1, 10)).as_of == "Tính đến ngày 10/01/2022"
    assert Term.first(thtp3.calendar, date(2022, 2, 1)).as_of == "Tính đến ngày 15/01/2022"
    assert Term.year(thtp3.calendar, date(2022, 5, 20)).as_of == "Tính đến ngày 20/5/2022"


def test_what_came_to_those_that_were_counted_before() -> None:
    first, second = Place(cell="A1"), Place(cell="A2")
    later = Counted(3, (first, second)) - Counted(1, (Place(cell="A1"),))
    assert (later.number, list(later.cells)) == (2, [second])
