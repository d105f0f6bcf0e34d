"""Section II of a report (kết quả thực hiện): direction, contents, survey, remarks, inspections."""

from collections.abc import Iterator, Sequence

from papi_docs.documents.account import Account, compared, counted
from papi_docs.documents.content_results import ContentResult, Trend, Verdict
from papi_docs.documents.figures import cells_of
from papi_docs.documents.progress import Counted, task_progress, timed
from papi_docs.documents.sentences import (
    ANSWERS,
    REMEDIES,
    TASKS,
    Clerk,
    since_semester_1_sentence,
    timed_sentences,
)
from papi_docs.model import Contact, Inspection, InspectionKind, Rating, Role, Semester, Survey, number_text, symbol_of
from papi_docs.vietnamese import legible_list, long_date, short_date

__all__ = [
    "content_sentences",
    "direction",
    "inspection_sentences",
    "remark_sentences",
    "survey_sentences",
    "trend_sentence",
]

_SEMESTERS = {Semester.FIRST: "học kỳ I", Semester.SECOND: "học kỳ II"}


def direction(account: Account) -> tuple[str, ...]:
    """Công tác chỉ đạo: the plan, and how far its tasks are."""
    counts = account.task_counts
    if not counts.total.number:
        return f"{_plan_sentence(account)} Kế hoạch chưa phân công nhiệm vụ cụ thể.", _NO_TASKS
    leads = {(task.assignment.lead.name, task.assignment.lead.position) for task in account.tasks}
    given = account.clerk.count("Nhiệm vụ: phân công", Counted(counts.total.number))
    people = account.clerk.count("Nhiệm vụ: người chủ trì", Counted(len(leads)))
    plan = f"{_plan_sentence(account)} Kế hoạch phân công {given} nhiệm vụ cho {people} người chủ trì."
    progress = timed_sentences(account.clerk, counts, TASKS, account.term.as_of)
    return plan, " ".join([progress, *_halves(account, counts.done)])


_NO_TASKS = "Chưa có số liệu về tiến độ thực hiện nhiệm vụ."


def _plan_sentence(account: Account) -> str:
    dossier = account.dossier
    issued, bases = dossier.issued_as("plan"), dossier.bases_of(Role.BASIS)
    following = f"Thực hiện {bases[0].citation}, nhà trường" if bases else "Nhà trường"
    purpose = f"cải thiện, nâng cao Chỉ số PAPI năm học {dossier.calendar.label}"
    if issued is None or issued.day > account.term.until:
        return f"{following} xây dựng Kế hoạch {purpose}."
    number = f"{number_text(issued.number)}/{symbol_of('Kế hoạch', dossier.school.symbol)}"
    return f"{following} đã ban hành Kế hoạch số {number} {long_date(issued.day)} về {purpose}."


def _halves(account: Account, done: Counted) -> Iterator[str]:
    """In a report of the year: how many tasks were done in each half, once there is a second one."""
    end = account.dossier.calendar.semester_1_end
    if account.term.is_year and done.number and end < account.term.until:
        early = task_progress(account.dossier, end)
        before = timed(((task.timing, task.result) for task in early), "state", "day").done
        yield since_semester_1_sentence(account.clerk, before, done)


def content_sentences(account: Account) -> tuple[str, ...]:
    """Kết quả các nội dung: against targets, then against what is known of earlier periods."""
    measured = tuple(content for content in account.contents if content.share.measured)
    if not measured:
        every = account.clerk.count("Nội dung: tổng số", Counted(len(account.contents)))
        return (f"Chưa có số liệu đo {every} nội dung của Chỉ số PAPI qua khảo sát của trường.",)
    against = [trend_sentence(account.clerk, measured, [one.since_last_year for one in measured], "năm học trước")]
    if account.lacks_own_survey:
        against.insert(0, "Chưa có số liệu khảo sát học kỳ II để so sánh với học kỳ I.")
    elif account.term.is_year:
        halves = [one.since_semester_1 for one in measured]
        against.insert(0, trend_sentence(account.clerk, measured, halves, "học kỳ I"))
    return " ".join(_verdicts(account)), " ".join(against)


def _verdicts(account: Account) -> Iterator[str]:
    judged = account.judged
    unmeasured = counted(account.contents_with(Verdict.UNMEASURED))
    untargeted = counted(account.contents_with(Verdict.UNTARGETED))
    if judged:
        survey = "khảo sát học kỳ I của trường" if account.lacks_own_survey else "khảo sát của trường"
        yield f"Theo kết quả {survey}, {_judged(account, judged)}."
    if untargeted.number:
        number = account.clerk.count("Nội dung: chưa đặt chỉ tiêu", untargeted)
        yield f"{number} nội dung đã đo nhưng chưa đặt chỉ tiêu nên chưa đánh giá mức độ đạt."
    if unmeasured.number:
        yield f"{account.clerk.count('Nội dung: chưa đo', unmeasured)} nội dung chưa được đo."


def _judged(account: Account, judged: tuple[ContentResult, ...]) -> str:
    clerk, every = account.clerk, counted(judged)
    reached = counted(account.contents_with(Verdict.REACHED))
    missed = counted(account.contents_with(Verdict.MISSED))
    whole = every.number == len(account.contents)
    total = f"{clerk.count('Nội dung: có chỉ tiêu và được đo', every)} nội dung " + (
        "của Chỉ số PAPI" if whole else "có chỉ tiêu và được đo"
    )
    if every.number == 1:
        return f"{total} {'đã' if reached.number else 'chưa'} đạt chỉ tiêu"
    if missed.number == 0:
        return f"tất cả {total} đều đạt chỉ tiêu"
    if reached.number == 0:
        return f"chưa có nội dung nào trong số {total} đạt chỉ tiêu"
    number = clerk.count("Nội dung: đạt chỉ tiêu", reached)
    share = clerk.share("Nội dung: tỷ lệ đạt chỉ tiêu", reached, every)
    return (
        f"{number} trong tổng số {total} đạt chỉ tiêu ({share}), "
        f"{clerk.count('Nội dung: chưa đạt chỉ tiêu', missed)} nội dung chưa đạt chỉ tiêu"
    )


_MOVES = {Trend.UP: "tăng ở", Trend.DOWN: "giảm ở", Trend.SAME: "giữ nguyên ở"}


def trend_sentence(
    clerk: Clerk, contents: Sequence[ContentResult], trends: Sequence[Trend | None], against: str
) -> str:
    """In how many contents the share of ``Có`` rose, fell or stayed; None where it cannot be compared."""
    pairs = [(trend, content) for trend, content in zip(trends, contents, strict=True) if trend]
    if not pairs:
        return f"Chưa có số liệu của {against} để so sánh."
    counts = {trend: compared([content for at, content in pairs if at is trend]) for trend in Trend}
    moves = [
        f"{_MOVES[trend]} {clerk.count(f'So với {against}: {trend.lower()}', number)} nội dung"
        for trend, number in counts.items()
        if number.number
    ]
    if len(moves) == 1:
        return f"So với {against}, tỷ lệ trả lời “Có” {moves[0]} có số liệu để so sánh."
    every = clerk.count(f"So với {against}: so sánh được", compared([content for _, content in pairs]))
    return f"So với {against}, trong {every} nội dung có số liệu để so sánh, tỷ lệ trả lời “Có” {legible_list(moves)}."


def survey_sentences(account: Account) -> tuple[str, ...]:
    """Khảo sát ý kiến cha mẹ học sinh; the year has a paragraph for each semester."""
    evidence, term = account.dossier.evidence, account.term
    semesters = tuple(Semester) if term.is_year else (term.semester,)
    surveys = {semester: evidence.survey(semester) for semester in semesters}
    if not any(surveys.values()):
        return (_no_survey(term.name),)
    paragraphs = [
        " ".join(_survey(account.clerk, survey)) if survey else _no_survey(_SEMESTERS[semester])
        for semester, survey in surveys.items()
    ]
    return (*paragraphs, *_returnscompared(account.clerk, *surveys.values()))


def _no_survey(when: str) -> str:
    return f"Trong {when}, nhà trường chưa tổ chức khảo sát ý kiến cha mẹ học sinh."


def _survey(clerk: Clerk, survey: Survey) -> Iterator[str]:
    name = _SEMESTERS[survey.semester]
    start, end = short_date(survey.start), short_date(survey.end)
    days = f"ngày {start}" if start == end else f"từ ngày {start} đến ngày {end}"
    yield f"Trong {name}, nhà trường tổ chức khảo sát ý kiến cha mẹ học sinh {days}."
    yield _returns(clerk, survey, f"Khảo sát {name}")
    if survey.returned:
        yield _ratings(clerk, survey, f"Khảo sát {name}")
        yield _free_remarks(clerk, survey, f"Khảo sát {name}")


def _sheets(survey: Survey) -> tuple[Counted, Counted]:
    return (
        Counted(survey.given_out, cells_of([survey], "given_out")),
        Counted(survey.returned, cells_of([survey], "returned")),
    )


def _returns(clerk: Clerk, survey: Survey, label: str) -> str:
    given, returned = _sheets(survey)
    if not given.number:
        return "Chưa phát phiếu khảo sát nào."
    out = f"Nhà trường phát ra {clerk.count(f'{label}: phiếu phát ra', given)} phiếu"
    if not returned.number:
        return f"{out}, chưa thu về phiếu nào."
    back = clerk.count(f"{label}: phiếu thu về", returned)
    share = clerk.share(f"{label}: tỷ lệ thu về", returned, given)
    if returned.number == given.number:
        return f"{out}, thu về đủ {back} phiếu (đạt {share} số phiếu phát ra)."
    return f"{out}, thu về {back} phiếu (đạt {share} số phiếu phát ra)."


def _ratings(clerk: Clerk, survey: Survey, label: str) -> str:
    counts = {
        rating: Counted(survey.ratings.get(rating, 0), cells_of([survey], rating.value)) for rating in reversed(Rating)
    }
    given = [(rating, number) for rating, number in counts.items() if number.number]
    if not given:
        return "Phiếu thu về không có trả lời về đánh giá chung."
    total = Counted(
        sum(number.number for _, number in given), lambda: [cell for _, number in given for cell in number.cells]
    )
    pieces = [
        f"{clerk.count(f'{label}: {rating}', number)} phiếu "
        f"({clerk.share(f'{label}: tỷ lệ {rating}', number, total)}) đánh giá “{rating}”"
        for rating, number in given
    ]
    every = clerk.count(f"{label}: phiếu có đánh giá chung", total)
    return f"Về đánh giá chung, trong {every} phiếu có trả lời: {', '.join(pieces)}."


def _free_remarks(clerk: Clerk, survey: Survey, label: str) -> str:
    number = Counted(len(survey.remarks), cells_of([survey], "remarks"))
    if not number.number:
        return "Phiếu thu về không ghi thêm ý kiến góp ý."
    return f"Phiếu thu về ghi thêm {clerk.count(f'{label}: ý kiến góp ý', number)} ý kiến góp ý."


def _returnscompared(clerk: Clerk, first: Survey | None, second: Survey | None = None) -> Iterator[str]:
    if not (first and second and first.given_out and second.given_out):
        return
    (given_1, back_1), (given_2, back_2) = _sheets(first), _sheets(second)
    then, now = back_1.number * given_2.number, back_2.number * given_1.number
    shares = (
        clerk.share("Khảo sát học kỳ I: tỷ lệ thu về", back_1, given_1),
        clerk.share("Khảo sát học kỳ II: tỷ lệ thu về", back_2, given_2),
    )
    if now == then:
        yield f"Tỷ lệ phiếu thu về của hai học kỳ bằng nhau ({shares[0]} số phiếu phát ra)."
        return
    move = "tăng" if now > then else "giảm"
    yield f"Tỷ lệ phiếu thu về {move} so với học kỳ I (học kỳ I: {shares[0]}, học kỳ II: {shares[1]} số phiếu phát ra)."


def remark_sentences(account: Account) -> tuple[str, ...]:
    """Tiếp nhận, xử lý phản ánh, kiến nghị: what was received and answered, and where people can turn to."""
    return " ".join(_remarks(account)), _contact(account.dossier.evidence.contact, account)


def _remarks(account: Account) -> Iterator[str]:
    counts, name = account.remark_counts, account.term.name
    if not counts.total.number:
        yield f"Trong {name}, nhà trường chưa tiếp nhận phản ánh, kiến nghị nào."
        return
    received = Counted.of(account.remarks, "day")
    number = account.clerk.count("Phản ánh, kiến nghị: tiếp nhận", received)
    yield f"Trong {name}, nhà trường tiếp nhận {number} phản ánh, kiến nghị."
    yield timed_sentences(account.clerk, counts, ANSWERS, account.term.as_of)
    if counts.done.number:
        yield _published(account, counts.done)


def _published(account: Account, answered: Counted) -> str:
    until = account.term.until
    done = [remark for remark in account.remarks if remark.answered and remark.answered <= until]
    published = Counted.of((remark for remark in done if remark.published), "published")
    if not published.number:
        return "Kết quả xử lý chưa được công khai."
    if published.number == answered.number:
        return "Kết quả xử lý đã được công khai đầy đủ."
    number = account.clerk.count("Phản ánh, kiến nghị: công khai kết quả", published)
    total = account.clerk.count("Phản ánh, kiến nghị: đã trả lời", answered)
    return f"Kết quả xử lý {number} trong tổng số {total} phản ánh, kiến nghị đã trả lời được công khai."


def _contact(contact: Contact | None, account: Account) -> str:
    if contact is None:
        return "Chưa ghi nhận việc công khai số điện thoại, địa chỉ thư điện tử tiếp nhận phản ánh, kiến nghị."
    if contact.posted is None or contact.posted > account.term.until:
        return "Số điện thoại, địa chỉ thư điện tử của trường chưa được ghi nhận đã công khai."
    place = f" tại {contact.place}" if contact.place else ""
    return (
        f"Số điện thoại {contact.phone} và địa chỉ thư điện tử {contact.email} "
        f"được công khai từ ngày {short_date(contact.posted)}{place}."
    )


def inspection_sentences(account: Account) -> tuple[str, ...]:
    """Công tác kiểm tra, giám sát: inspections held, and what became of their findings."""
    held = [_held(account), *_unheld(account)]
    if not account.held:
        return (" ".join(held),)
    if not account.remedies:
        return " ".join(held), "Các cuộc kiểm tra đã tiến hành không nêu yêu cầu khắc phục."
    return " ".join(held), timed_sentences(account.clerk, account.remedy_counts, REMEDIES, account.term.as_of)


def _held(account: Account) -> str:
    if not account.held:
        return f"Trong {account.term.name}, nhà trường chưa tiến hành cuộc kiểm tra nào."
    kinds = {kind: [one for one in account.held if one.kind is kind] for kind in InspectionKind}
    present = {kind: found for kind, found in kinds.items() if found}
    begin = f"Trong {account.term.name}, nhà trường đã tiến hành {_inspections(account, account.held, 'đã tiến hành')}"
    if len(present) == 1:
        return f"{begin} {next(iter(present)).lower()}."
    pieces = [
        f"{account.clerk.count(f'Kiểm tra: {kind.lower()}', Counted.of(found, 'kind', 'day'))} cuộc {kind.lower()}"
        for kind, found in present.items()
    ]
    return f"{begin}, gồm {legible_list(pieces)}."


def _inspections(account: Account, found: Sequence[Inspection], what: str) -> str:
    return f"{account.clerk.count(f'Kiểm tra: {what}', Counted.of(found, 'planned', 'day'))} cuộc kiểm tra"


def _unheld(account: Account) -> Iterator[str]:
    if account.unheld:
        number = _inspections(account, account.unheld, "chưa tiến hành")
        yield f"{number} đã đến ngày theo kế hoạch nhưng chưa tiến hành."
