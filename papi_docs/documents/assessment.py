"""Sections III to V of a report: merits, limits, causes, lessons, what comes next, petitions.

They are chosen from the evidence; the school's own words on a topic stand in place of ours.
"""

from collections.abc import Callable, Iterable, Iterator

from papi_docs.documents.account import Account, compared, counted
from papi_docs.documents.content_results import ContentResult, Trend, Verdict
from papi_docs.documents.figures import cells_of
from papi_docs.documents.progress import Counted, TaskProgress, Timing, remedy_timing
from papi_docs.documents.sentences import capitalised, naming, own_words, room, shortened
from papi_docs.model import InspectionKind, Topic
from papi_docs.vietnamese import school_year, short_date

__all__ = ["about", "next_period", "situation"]


def about(account: Account, topic: Topic) -> tuple[str, ...]:
    """The lines of a report on a topic: the school's own words, else those that follow from the evidence."""
    words = account.dossier.evidence.words_of(account.term.semester, topic)
    return own_words(words) or _CHOSEN[topic](account)


def next_period(account: Account) -> str:
    """``học kỳ II``, ``năm học 2022-2023``."""
    return f"năm học {school_year(account.dossier.calendar.start + 1)}" if account.term.is_year else "học kỳ II"


def situation(account: Account) -> tuple[str, ...]:
    """Đặc điểm tình hình: classes and pupils, with room where they are not known."""
    evidence, dossier = account.dossier.evidence, account.dossier
    sizes = (
        ("lớp", evidence.class_count, "class_count"),
        ("học sinh", evidence.pupil_count, "pupil_count"),
    )
    known = " với ".join(
        f"{account.clerk.count(f'Số {noun}', Counted(number, cells_of([evidence], field)))} {noun}"
        for noun, number, field in sizes
        if number is not None
    )
    has = known or f"{_ROOM} lớp với {_ROOM} học sinh"
    return (f"Năm học {dossier.calendar.label}, {dossier.school.name} có {has}.",)


_ROOM = "…" * 4


def _merits(account: Account) -> tuple[str, ...]:
    found = tuple(_merits_found(account))
    if found:
        return found
    return (f"{account.term.as_of}, chưa có số liệu để đánh giá ưu điểm.",)


def _merits_found(account: Account) -> Iterator[str]:
    yield from _tasks_in_time(account)
    reached = account.contents_with(Verdict.REACHED)
    if reached:
        yield f"{_contents(account, reached, 'đạt chỉ tiêu')} đạt chỉ tiêu{_names(reached)}"
    yield from _moved(account, Trend.UP)
    yield from _all_answered(account)
    remedies = account.remedy_counts
    if remedies.total.number and not remedies.rest.number:
        number = account.clerk.count("Yêu cầu khắc phục: đã khắc phục", remedies.done)
        yield f"{number} yêu cầu khắc phục nêu ra qua kiểm tra đã được khắc phục, không còn tồn tại kéo dài."
    unannounced = [one for one in account.held if one.kind is InspectionKind.UNANNOUNCED]
    if unannounced:
        number = account.clerk.count("Kiểm tra: đột xuất", Counted.of(unannounced, "kind", "day"))
        yield f"Tiến hành {number} cuộc kiểm tra đột xuất theo yêu cầu của kế hoạch."


def _tasks_in_time(account: Account) -> Iterator[str]:
    counts, clerk = account.task_counts, account.clerk
    if not counts.on_time.number:
        return
    total = clerk.count("Nhiệm vụ: tổng số", counts.total)
    if counts.on_time.number == counts.total.number:
        yield f"Hoàn thành đúng thời hạn cả {total} nhiệm vụ của kế hoạch."
    else:
        number = clerk.count("Nhiệm vụ: đúng thời hạn", counts.on_time)
        yield f"Hoàn thành đúng thời hạn {number} trong tổng số {total} nhiệm vụ của kế hoạch."


def _all_answered(account: Account) -> Iterator[str]:
    counts = account.remark_counts
    if counts.total.number and counts.on_time.number == counts.total.number:
        number = account.clerk.count("Phản ánh, kiến nghị: đúng thời hạn", counts.on_time)
        every = "đều " if counts.total.number > 1 else ""
        yield f"{number} phản ánh, kiến nghị tiếp nhận {every}được trả lời đúng thời hạn."


def _contents(account: Account, contents: tuple[ContentResult, ...], what: str) -> str:
    return f"{account.clerk.count(f'Nội dung: {what}', counted(contents))} nội dung"


def _names(contents: tuple[ContentResult, ...]) -> str:
    return naming(shortened(one.name) for one in contents)


def _moved(account: Account, trend: Trend) -> Iterator[str]:
    """Contents that rose or fell: against semester I in the year, else against the year before."""
    halves = account.term.is_year and any(one.semester_1.measured for one in account.contents)
    against = "học kỳ I" if halves else "năm học trước"
    moved = tuple(one for one in account.contents if (one.since_semester_1 if halves else one.since_last_year) is trend)
    if moved:
        number = account.clerk.count(f"So với {against}: {trend.lower()}", compared(moved))
        yield f"{number} nội dung có tỷ lệ trả lời “Có” {trend.lower()} so với {against}{_names(moved)}"


def _limits(account: Account) -> tuple[str, ...]:
    found = tuple(_limits_found(account))
    if found:
        return found
    if account.says_nothing:
        return (f"{account.term.as_of}, chưa có số liệu để đánh giá hạn chế.",)
    return (f"{account.term.as_of}, chưa ghi nhận hạn chế.",)


def _limits_found(account: Account) -> Iterator[str]:
    yield from _tasks_due(account)
    yield from _tasks_late(account)
    missed = account.contents_with(Verdict.MISSED)
    if missed:
        yield f"{_contents(account, missed, 'chưa đạt chỉ tiêu')} chưa đạt chỉ tiêu{naming(map(_missed, missed))}"
    yield from _moved(account, Trend.DOWN)
    yield from _unmeasured(account)
    yield from _open_remedies(account)
    yield from _remarks_late(account)
    if account.unheld:
        number = account.clerk.count("Kiểm tra: chưa tiến hành", Counted.of(account.unheld, "planned", "day"))
        yield f"{number} cuộc kiểm tra đã đến ngày theo kế hoạch nhưng chưa tiến hành."


def _missed(content: ContentResult) -> str:
    assert content.target is not None  # noqa: S101 - what has no target is not missed
    return f"{shortened(content.name)} ({content.text}, chỉ tiêu {content.target.share}%)"


def _tasks_due(account: Account) -> Iterator[str]:
    due = account.tasks_with(Timing.DUE)
    if due:
        number = account.clerk.count("Nhiệm vụ: đã đến hạn, chưa hoàn thành", account.task_counts.due)
        names = naming(f"{shortened(task.name)} (thời hạn {short_date(task.due)})" for task in due)
        yield f"{number} nhiệm vụ đã đến hạn nhưng chưa được ghi nhận hoàn thành{names}"


def _tasks_late(account: Account) -> Iterator[str]:
    late = account.tasks_with(Timing.LATE)
    if late:
        number = account.clerk.count("Nhiệm vụ: chậm so với thời hạn", account.task_counts.late)
        yield f"{number} nhiệm vụ hoàn thành chậm so với thời hạn{naming(map(_late, late))}"


def _late(task: TaskProgress) -> str:
    day = f", hoàn thành {short_date(task.day)}" if task.day else ""
    return f"{shortened(task.name)} (thời hạn {short_date(task.due)}{day})"


def _unmeasured(account: Account) -> Iterator[str]:
    """A content with a target should have been measured."""
    unmeasured = tuple(one for one in account.contents_with(Verdict.UNMEASURED) if one.target)
    if unmeasured:
        number = _contents(account, unmeasured, "có chỉ tiêu, chưa đo")
        yield f"{number} có chỉ tiêu nhưng chưa được đo{_names(unmeasured)}"


def _open_remedies(account: Account) -> Iterator[str]:
    until = account.term.until
    left = [remedy for remedy in account.remedies if not remedy_timing(remedy, until).done]
    if left:
        number = account.clerk.count("Yêu cầu khắc phục: chưa khắc phục", account.remedy_counts.rest)
        names = naming(f"{shortened(one.requirement)} (thời hạn {short_date(one.deadline)})" for one in left)
        yield f"{number} yêu cầu khắc phục nêu ra qua kiểm tra chưa khắc phục xong{names}"


def _remarks_late(account: Account) -> Iterator[str]:
    counts = account.remark_counts
    for what, number in (("trả lời chậm so với thời hạn", counts.late), ("đã đến hạn nhưng chưa trả lời", counts.due)):
        if number.number:
            yield f"{account.clerk.count(f'Phản ánh, kiến nghị: {what}', number)} phản ánh, kiến nghị {what}."


def _causes(account: Account) -> tuple[str, ...]:
    behind = (*account.tasks_with(Timing.DUE), *account.tasks_with(Timing.LATE))
    causes = tuple(
        f"{shortened(task.name)}: {_in_running_text(task.result.cause)}"
        for task in behind
        if task.result and task.result.cause
    )
    if causes:
        return causes
    own = own_words(account.dossier.evidence.words_of(account.term.semester, Topic.LIMITS))
    return room(2) if own or any(_limits_found(account)) else ("Chưa ghi nhận hạn chế nên không nêu nguyên nhân.",)


def _in_running_text(text: str) -> str:
    line = " ".join(text.split())
    return line if line.endswith((".", "!", "?", "…")) else f"{line.rstrip(';, ')}."


def _lessons(account: Account) -> tuple[str, ...]:
    found = tuple(_lessons_found(account))
    return found or room(2)


def _lessons_found(account: Account) -> Iterator[str]:
    if account.says_nothing:
        return
    if account.tasks_with(Timing.LATE) or account.tasks_with(Timing.DUE):
        yield "Theo dõi tiến độ từng nhiệm vụ, nhắc người chủ trì trước khi đến hạn."
    if account.contents_with(Verdict.MISSED):
        yield "Xác định sớm nội dung khó đạt chỉ tiêu để phân công người phụ trách và có biện pháp ngay từ đầu năm học."
    if account.remedy_counts.total.number:
        yield "Mỗi tồn tại phát hiện qua kiểm tra phải gắn với người chịu trách nhiệm, thời hạn khắc phục và phúc tra."
    if account.remark_counts.late.number or account.remark_counts.due.number:
        yield "Trả lời phản ánh, kiến nghị đúng thời hạn và công khai kết quả để người dân biết, giám sát."
    yield "Lấy kết quả khảo sát, phản ánh của cha mẹ học sinh làm căn cứ điều chỉnh việc thực hiện kế hoạch."


def _next(account: Account) -> tuple[str, ...]:
    return tuple(_next_found(account))


def _next_found(account: Account) -> Iterator[str]:
    period, year = next_period(account), account.term.is_year
    work = "Xây dựng và thực hiện" if year else "Tiếp tục thực hiện"
    owner = period if year else f"năm học {account.dossier.calendar.label} trong học kỳ II"
    yield f"{work} kế hoạch cải thiện, nâng cao Chỉ số PAPI {owner}."
    due, pending = account.tasks_with(Timing.DUE), account.tasks_with(Timing.PENDING)
    if due:
        yield f"Hoàn thành các nhiệm vụ đã đến hạn{naming(shortened(task.name) for task in due)}"
    if pending and not year:
        number = account.clerk.count("Nhiệm vụ: chưa đến hạn, chưa hoàn thành", account.task_counts.pending)
        yield f"Hoàn thành đúng thời hạn {number} nhiệm vụ còn lại của kế hoạch."
    yield from _measures(account.contents_with(Verdict.MISSED))
    if account.remedy_counts.rest.number:
        yield "Khắc phục dứt điểm các tồn tại đã nêu ra qua kiểm tra và tổ chức phúc tra."
    if account.remark_counts.rest.number:
        yield "Trả lời các phản ánh, kiến nghị còn lại và công khai kết quả xử lý."
    yield f"Tổ chức khảo sát ý kiến cha mẹ học sinh trong {period} để đánh giá kết quả các nội dung."


def _measures(missed: Iterable[ContentResult]) -> Iterator[str]:
    for content in missed:
        measure = content.target.measure if content.target else ""
        if measure:
            yield f"Đối với nội dung “{shortened(content.name)}”: {_in_running_text(measure)}"


def _petitions(account: Account) -> tuple[str, ...]:
    return (f"{capitalised(account.term.name)}, nhà trường chưa có kiến nghị với cấp trên.",)


_CHOSEN: dict[Topic, Callable[[Account], tuple[str, ...]]] = {
    Topic.SITUATION: situation,
    Topic.MERITS: _merits,
    Topic.LIMITS: _limits,
    Topic.CAUSES: _causes,
    Topic.LESSONS: _lessons,
    Topic.NEXT: _next,
    Topic.PETITIONS: _petitions,
}
