"""Tables and the chart of a report: each content, figures of both halves of a year, each task."""

from collections.abc import Iterator
from dataclasses import dataclass

from papi_docs.documents.account import Account
from papi_docs.documents.content_results import ContentResult, Trend
from papi_docs.documents.figures import cells_of
from papi_docs.documents.progress import Counted, TaskProgress, Term, Timing
from papi_docs.documents.sentences import Clerk, capitalised, shortened
from papi_docs.documents.shares import ContentShare
from papi_docs.filling import Blank, Chart, Series
from papi_docs.model import Semester
from papi_docs.vietnamese import percent, short_date

__all__ = [
    "ComparedRow",
    "ContentRow",
    "HalvesRow",
    "TaskRow",
    "compared_rows",
    "content_chart",
    "content_rows",
    "halves_rows",
    "task_rows",
]

_EMPTY = Blank(0)


@dataclass(frozen=True, slots=True)
class ContentRow:
    """A content: target, result, evidence, verdict, measures (domain: the table of section II)."""

    order: str
    name: str
    target: str
    result: str
    evidence: str
    verdict: str
    measure: str


def content_rows(account: Account) -> tuple[ContentRow, ...]:
    """A row for every content."""
    return tuple(_content_row(account.clerk, order, one) for order, one in enumerate(account.contents, start=1))


def _content_row(clerk: Clerk, order: int, content: ContentResult) -> ContentRow:
    target = content.target
    code = content.share.content.code
    return ContentRow(
        order=str(order),
        name=content.name,
        target=clerk.note(f"{code}: chỉ tiêu", f"{target.share}%", cells_of([target], "share")) if target else _EMPTY,
        result="\n".join(_result(clerk, content)),
        evidence="; ".join(dict.fromkeys(_evidence(content))) or _shown_by_survey(content),
        verdict=content.verdict.value,
        measure=(target.measure if target else "") or _EMPTY,
    )


def _result(clerk: Clerk, content: ContentResult) -> Iterator[str]:
    """``93,4% (170/182 phiếu)``, then the tasks."""
    tally, code = content.share.tally, content.share.content.code
    if tally is not None and content.share.measured:
        text = clerk.note(f"{code}: tỷ lệ trả lời Có", content.text, lambda: content.share.cells)
        yield f"{text} ({tally.yes}/{tally.total} phiếu)"
    else:
        yield "Chưa khảo sát"
    if content.tasks:
        yield _tasks_of(clerk, code, content.tasks)


def _tasks_of(clerk: Clerk, code: str, tasks: tuple[TaskProgress, ...]) -> str:
    done = Counted.of((task.result for task in tasks if task.done), "state", "day")
    total = clerk.count(f"{code}: nhiệm vụ", Counted(len(tasks)))
    return f"Hoàn thành {clerk.count(f'{code}: nhiệm vụ hoàn thành', done)}/{total} nhiệm vụ"


def _evidence(content: ContentResult) -> Iterator[str]:
    """Papers of the tasks that are done."""
    for task in content.tasks:
        if task.result and task.done:
            shown = task.result.evidence or task.result.product or task.assignment.task.product
            yield from [shown.rstrip(" .;,")] if shown else []


def _shown_by_survey(content: ContentResult) -> str:
    """Where no task shows anything, the sheets do."""
    return "Phiếu khảo sát" if content.share.measured else _EMPTY


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A content against semester I and the year before."""

    order: str
    name: str
    last_year: str
    semester_1: str
    now: str
    since_last_year: str
    since_semester_1: str


def compared_rows(account: Account) -> tuple[ComparedRow, ...]:
    """A row for every content."""
    return tuple(_compared_row(account, order, one) for order, one in enumerate(account.contents, start=1))


def _compared_row(account: Account, order: int, content: ContentResult) -> ComparedRow:
    clerk, earlier = account.clerk, content.share if account.lacks_own_survey else content.semester_1
    code, target = content.share.content.code, content.target
    last = target.previous if target else None
    return ComparedRow(
        order=str(order),
        name=content.name,
        last_year=_UNKNOWN
        if target is None or last is None
        else clerk.note(f"{code}: năm học trước", f"{last}%", cells_of([target], "previous")),
        semester_1=_share_text(clerk, f"{code}: học kỳ I", earlier),
        now=_share_text(clerk, f"{code}: cả năm", content.share, content.text if content.share.measured else ""),
        since_last_year=_move(content.since_last_year),
        since_semester_1=_move(content.since_semester_1),
    )


_UNKNOWN = "Chưa có số liệu"


def _share_text(clerk: Clerk, label: str, share: ContentShare, text: str = "") -> str:
    if share.tally is None or not share.measured:
        return _UNKNOWN
    shown = clerk.note(label, text or share.yes_text, lambda: share.cells)
    return f"{shown} ({share.tally.yes}/{share.tally.total})"


def _move(trend: Trend | None) -> str:
    return "Không so sánh" if trend is None else trend.value


@dataclass(frozen=True, slots=True)
class HalvesRow:
    """A figure of semester I, of semester II and of the year."""

    name: str
    first: str
    second: str
    year: str


def halves_rows(account: Account) -> tuple[HalvesRow, ...]:
    """Figures of the year; what came after semester I belongs to semester II."""
    calendar = account.dossier.calendar
    first = Account.of(account.dossier, Term.first(calendar, account.term.until))
    rows = zip(_figures(first), _figures(account), strict=True)
    return (
        *(_halves_row(account.clerk, name, early, late) for (name, early), (_, late) in rows),
        *_survey_rows(account),
    )


def _figures(account: Account) -> Iterator[tuple[str, Counted]]:
    tasks, remarks, remedies = account.task_counts, account.remark_counts, account.remedy_counts
    yield "Nhiệm vụ hoàn thành", tasks.done
    yield "Trong đó: đúng thời hạn", tasks.on_time
    yield "Trong đó: chậm so với thời hạn", tasks.late
    yield "Phản ánh, kiến nghị tiếp nhận", Counted.of(account.remarks, "day")
    yield "Phản ánh, kiến nghị đã trả lời", remarks.done
    yield "Cuộc kiểm tra đã tiến hành", Counted.of(account.held, "day")
    yield "Yêu cầu khắc phục nêu ra qua kiểm tra", remedies.total
    yield "Yêu cầu khắc phục đã thực hiện xong", remedies.done


def _halves_row(clerk: Clerk, name: str, first: Counted, year: Counted) -> HalvesRow:
    return HalvesRow(
        name,
        clerk.count(f"{name}, học kỳ I", first),
        clerk.count(f"{name}, học kỳ II", year - first),
        clerk.count(f"{name}, cả năm", year),
    )


def _survey_rows(account: Account) -> Iterator[HalvesRow]:
    surveys = [account.dossier.evidence.survey(semester) for semester in Semester]
    for name, field in (("Phiếu khảo sát phát ra", "given_out"), ("Phiếu khảo sát thu về", "returned")):
        counts = [
            Counted(survey.given_out if field == "given_out" else survey.returned, cells_of([survey], field))
            if survey
            else None
            for survey in surveys
        ]
        known = [number for number in counts if number]
        first, second = (
            account.clerk.count(f"{name}, {semester.lower()}", number) if number else "Chưa khảo sát"
            for semester, number in zip(Semester, counts, strict=True)
        )
        year = account.clerk.count(f"{name}, cả năm", sum(known, Counted(0))) if known else "Chưa khảo sát"
        yield HalvesRow(name, first, second, year)


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task with its deadline, the day it was done, and whether in time."""

    order: str
    task: str
    lead: str
    deadline: str
    day: str
    timing: str
    evidence: str
    cause: str


def task_rows(account: Account) -> tuple[TaskRow, ...]:
    """A row for every task, in the order of the plan."""
    return tuple(_task_row(account, order, task) for order, task in enumerate(account.tasks, start=1))


def _task_row(account: Account, order: int, task: TaskProgress) -> TaskRow:
    result = task.result
    shown = (result.evidence or result.product) if result and task.done else ""
    behind = task.timing in (Timing.LATE, Timing.DUE)
    return TaskRow(
        order=str(order),
        task=task.name,
        lead=task.assignment.lead.name,
        deadline=task.assignment.task.deadline.text(account.dossier.calendar),
        day=short_date(task.day) if task.day else _EMPTY,
        timing=task.timing.value,
        evidence=shown or _EMPTY,
        cause=(result.cause if result and behind else "") or _EMPTY,
    )


_MOST_BARS = 18


def content_chart(account: Account) -> Chart | None:
    """Shares of ``Có`` beside the targets; None where nothing was measured, or there is more than a page can bear."""
    contents = account.contents
    if len(contents) > _MOST_BARS or not any(one.share.measured for one in contents):
        return None
    return Chart(
        title=f"Tỷ lệ trả lời “Có” trong khảo sát của trường, {account.term.name}",
        categories=tuple(f"{order}. {shortened(one.name)}" for order, one in enumerate(contents, start=1)),
        series=tuple(_series(account)),
    )


def _series(account: Account) -> Iterator[Series]:
    contents = account.contents
    if any(one.semester_1.measured for one in contents):
        yield _share_series("Học kỳ I", [one.semester_1 for one in contents])
    name = "Học kỳ I" if account.lacks_own_survey else capitalised(account.term.name)
    labels = tuple(one.text if one.share.measured else None for one in contents)
    yield Series(name, tuple(one.share.yes_percent for one in contents), labels)
    if any(one.target for one in contents):
        aims = tuple(float(one.target.share) if one.target else None for one in contents)
        yield Series("Chỉ tiêu", aims, tuple(f"{one.target.share}%" if one.target else None for one in contents))


def _share_series(name: str, shares: list[ContentShare]) -> Series:
    tallies = [share.tally if share.measured else None for share in shares]
    return Series(
        name,
        tuple(100 * tally.yes / tally.total if tally else None for tally in tallies),
        tuple(percent(tally.yes, tally.total) if tally else None for tally in tallies),
    )
