"""What became of the tasks, what the school aims at, and its own words."""

from collections import defaultdict
from decimal import Decimal

from papi_docs.excel.cells import Cell
from papi_docs.excel.evidence.sheet import Year, places
from papi_docs.excel.table import Row
from papi_docs.model import Target, TaskResult, TaskState, Topic, Words
from papi_docs.vietnamese import fold_tone, parse_number

__all__ = ["read_results", "read_targets", "read_words"]

_First = dict[tuple[object, ...], Cell]

_STATES = {
    "da hoan thanh": TaskState.DONE,
    "xong": TaskState.DONE,
    "da xong": TaskState.DONE,
    "dang lam": TaskState.RUNNING,
    "dang tien hanh": TaskState.RUNNING,
    "chua lam": TaskState.NOT_STARTED,
    "chua": TaskState.NOT_STARTED,
}


def read_results(year: Year) -> dict[str, list[TaskResult]]:
    """Results by school, one a task."""
    found: defaultdict[str, list[TaskResult]] = defaultdict(list)
    first: _First = {}
    for school, row in year.rows("results"):
        result = _result(year, school, row)
        twice = result and year.is_twice(row["task"], first, (school, result.task), f"kết quả của {result.task}")
        if result and school and not twice:
            found[school].append(result)
    return found


def _result(year: Year, school: str | None, row: Row) -> TaskResult | None:
    task, state = year.task(row["task"], school), year.choice(row["state"], TaskState, _STATES)
    day = year.day(row["day"])
    product, evidence, cause = (year.faults.text(row[key]) for key in ("product", "evidence", "cause"))
    if state is not None and not _day_fits(year, row, state):
        return None
    if not task or state is None or (state is TaskState.DONE) != (day is not None):
        return None
    cells = places(row, "task", "state", "day", "product", "evidence", "cause")
    return TaskResult(task=task, state=state, day=day, product=product, evidence=evidence, cause=cause, cells=cells)


def _day_fits(year: Year, row: Row, state: TaskState) -> bool:
    cell = row["day"]
    if (state is TaskState.DONE) != cell.is_empty:
        return True
    message = (
        f"{cell.label} để trống mà tình trạng là Hoàn thành: ghi ngày, hoặc sửa tình trạng."
        if cell.is_empty
        else f"{cell.label} có ngày mà tình trạng là {state}: xóa ngày, hoặc sửa tình trạng thành Hoàn thành."
    )
    year.faults.add("result-day", cell, message)
    return False


def read_targets(year: Year) -> dict[str, list[Target]]:
    """Targets by school: those for all schools, with a school's own in the place of theirs."""
    found: dict[str, dict[str, Target]] = {code: {} for code in ("", *year.book.codes.values())}
    first: _First = {}
    for school, row in year.rows("targets", required=False):
        target = _target(year, row)
        if not target or school is None:
            continue
        if not year.is_twice(row["content"], first, (school, target.content), f"chỉ tiêu của {target.content}"):
            found[school][target.content] = target
    order = [content.code for content in year.contents]
    return {
        school: sorted((found[""] | own).values(), key=lambda item: order.index(item.content))
        for school, own in found.items()
    }


def _target(year: Year, row: Row) -> Target | None:
    content = year.content(row["content"], required=True)
    share, previous = _share(year, row["share"], required=True), _share(year, row["previous"])
    measure = year.faults.text(row["measure"])
    if not content or share is None:
        return None
    cells = places(row, "content", "share", "previous", "measure")
    return Target(content=content, share=share, previous=previous, measure=measure, cells=cells)


def _share(year: Year, cell: Cell, *, required: bool = False) -> int | None:
    """A whole number of per cent; a cell in the format of per cent holds a fraction, which is said."""
    text = year.faults.text(cell, required=required)
    number = year.faults.converted(cell, parse_number, text) if text else None
    if number is None:
        return None
    if number != int(number) or not 0 <= number <= 100:
        hint = f" Ý bạn là {int(number * 100)}?" if 0 < number < 1 and number * 100 == int(number * 100) else ""
        message = f"{cell.label} là {cell.text}: ghi số nguyên từ 0 đến 100, định dạng ô là Text.{hint}"
        year.faults.add("share-out-of-range", cell, message)
        return None
    return int(Decimal(number))


def read_words(year: Year) -> dict[str, list[Words]]:
    """The schools' own words for parts of their reports."""
    found: defaultdict[str, list[Words]] = defaultdict(list)
    first: _First = {}
    for school, row in year.rows("words"):
        semester, topic = year.semester(row["semester"]), year.choice(row["topic"], Topic)
        text = year.faults.text(row["text"], required=True)
        if not (school and semester and topic and text):
            continue
        if not year.is_twice(row["text"], first, (school, semester, topic, fold_tone(text)), "lời này"):
            found[school].append(Words(semester=semester, topic=topic, text=text, cells=places(row, "text")))
    return found
