"""Where a dossier contradicts itself: what single cells cannot show, to be said before a paper is printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Self

from papi_docs.findings import Finding, Place, Severity
from papi_docs.model.dossier import Dossier
from papi_docs.model.evidence import Inspection, InspectionKind, Semester, TaskResult
from papi_docs.vietnamese import fold_tone, short_date

__all__ = ["contradictions"]

_Said = tuple[str, Severity, str, tuple[Place, ...]]
_FAULT, _WARNING = Severity.FAULT, Severity.WARNING


def contradictions(dossier: Dossier) -> tuple[Finding, ...]:
    """Everything in a dossier that cannot be true together, or hardly was meant so, each with its cell.

    Late work and late answers are facts, not contradictions.
    """
    school = (dossier.school.code,)
    return tuple(
        Finding(code, severity, message, cells[0] if cells else Place(), school)
        for rule in _RULES
        for code, severity, message, cells in rule(dossier)
    )


def _results(dossier: Dossier) -> Iterator[_Said]:
    tasks = {assignment.task.code: assignment.task for assignment in dossier.plan.assignments}
    days = _Days.of(dossier)
    for result in dossier.evidence.results:
        task = tasks.get(result.task)
        if task is None:
            message = f'kết quả của nhiệm vụ "{result.task}" không có trong kế hoạch: thêm nhiệm vụ, hoặc sửa mã.'
            yield "task-not-planned", _FAULT, message, result.cell("task")
        elif _differ(result.product, task.product):
            message = (
                f'sản phẩm của {result.task} là "{result.product}", kế hoạch ghi "{task.product}": '
                "sửa cho khớp, hoặc để trống cột Sản phẩm."
            )
            yield "product-differs", _WARNING, message, result.cell("product")
        if result.day and not days.drafted <= result.day <= days.last:
            yield from _days_of_result(result, result.day, days)


def _differ(product: str, planned: str) -> bool:
    return bool(product and planned and product != planned) and fold_tone(product) != fold_tone(planned)


@dataclass(frozen=True, slots=True)
class _Days:
    """Between which days a task is done."""

    drafted: date
    reported: date | None
    ended: date
    last: date
    """The earlier of these two."""

    @classmethod
    def of(cls, dossier: Dossier) -> Self:
        plan, report = dossier.issued_as("plan"), dossier.issued_as("year-report")
        ended = dossier.calendar.year_end
        last = min(report.day, ended) if report else ended
        return cls(plan.day if plan else dossier.drafted_on, report.day if report else None, ended, last)


def _days_of_result(result: TaskResult, day: date, days: _Days) -> Iterator[_Said]:
    done = f"{result.task} hoàn thành ngày {short_date(day)}"
    if day < days.drafted:
        message = f"{done}, trước ngày kế hoạch {short_date(days.drafted)}: kiểm tra lại hai ngày."
        yield "done-before-plan", _WARNING, message, result.cell("day")
    if days.reported and day > days.reported:
        message = f"{done}, sau ngày báo cáo tổng kết {short_date(days.reported)}: kiểm tra lại hai ngày."
        yield "done-after-report", _WARNING, message, result.cell("day")
    elif day > days.ended:
        message = f"{done}, sau khi năm học kết thúc ({short_date(days.ended)}): kiểm tra lại ngày."
        yield "done-after-year", _WARNING, message, result.cell("day")


def _numbers(dossier: Dossier) -> Iterator[_Said]:
    """Numbers run with the days of a calendar year (article 15); schools with several registers may differ."""
    papers = sorted(dossier.issued, key=lambda paper: (paper.day.year, paper.number))
    for before, after in pairwise(papers):
        if before.day.year == after.day.year and before.day > after.day:
            message = (
                f"số {after.number} ngày {short_date(after.day)} lớn hơn số {before.number} "
                f"ngày {short_date(before.day)} mà ngày lại trước: kiểm tra lại số và ngày ở sổ văn bản đi."
            )
            yield "numbers-out-of-order", _WARNING, message, ()


def _surveys(dossier: Dossier) -> Iterator[_Said]:
    ended, pupils = dossier.calendar.semester_1_end, dossier.evidence.pupil_count
    known = {content.code for content in dossier.contents}
    for survey in dossier.evidence.surveys:
        is_second = survey.semester is Semester.SECOND
        if (survey.start <= ended) if is_second else (survey.start > ended):
            when = "trước khi kết thúc" if is_second else "sau khi kết thúc"
            message = (
                f"khảo sát {survey.semester} bắt đầu ngày {short_date(survey.start)}, {when} học kỳ I "
                f"({short_date(ended)}): sửa học kỳ, hoặc sửa ngày."
            )
            yield "survey-semester", _WARNING, message, survey.cell("start")
        if pupils is not None and survey.given_out > pupils:
            message = f"phát ra {survey.given_out} phiếu, nhiều hơn {pupils} học sinh của trường: kiểm tra lại hai số."
            yield "more-sheets-than-pupils", _WARNING, message, survey.cell("given_out")
        for code in sorted(survey.answers.keys() - known):
            message = f'khảo sát {survey.semester} có nội dung "{code}" ngoài danh mục: sửa mã, hoặc bỏ nội dung này.'
            yield "content-not-listed", _FAULT, message, survey.answers[code].cell("yes")


def _inspections(dossier: Dossier) -> Iterator[_Said]:
    for inspection in dossier.evidence.inspections:
        if inspection.items and not inspection.held:
            message = f"{inspection.code} có kết quả kiểm tra mà chưa có ngày kiểm tra: ghi ngày, hoặc xóa kết quả."
            yield "items-without-inspection", _FAULT, message, inspection.items[0].cell("subject")
        if fold_tone(inspection.lead) == fold_tone(inspection.secretary):
            message = f"{inspection.code}: chủ trì và thư ký là một người, biên bản cần hai chữ ký: đổi một người."
            yield "one-person-signs-twice", _WARNING, message, inspection.cell("secretary")
        if inspection.kind is InspectionKind.RECHECK and inspection.day and not _follows_another(dossier, inspection):
            message = (
                f"{inspection.code} là phúc tra mà trước đó chưa có cuộc kiểm tra nào: sửa hình thức, hoặc sửa ngày."
            )
            yield "recheck-of-nothing", _WARNING, message, inspection.cell("kind")


def _follows_another(dossier: Dossier, recheck: Inspection) -> bool:
    others = (other.day for other in dossier.evidence.inspections if other is not recheck)
    return any(day and recheck.day and day <= recheck.day for day in others)


def _contact(dossier: Dossier) -> Iterator[_Said]:
    contact, school = dossier.evidence.contact, dossier.school
    if contact is None:
        return
    if school.phone and _digits(contact.phone) != _digits(school.phone):
        message = f"số điện thoại công khai {contact.phone} khác sheet Trường ({school.phone}): sửa cho khớp."
        yield "contact-differs", _WARNING, message, contact.cell("phone")
    if school.email and contact.email.casefold() != school.email.casefold():
        message = f"email công khai {contact.email} khác sheet Trường ({school.email}): sửa cho khớp."
        yield "contact-differs", _WARNING, message, contact.cell("email")


def _digits(phone: str) -> str:
    """A number however it is written, with 0 or with the code of the country."""
    digits = re.sub(r"\D", "", phone)
    return f"0{digits[2:]}" if digits.startswith("84") and len(digits) > 9 else digits


def _targets(dossier: Dossier) -> Iterator[_Said]:
    known = {content.code for content in dossier.contents}
    for target in dossier.evidence.targets:
        if target.content not in known:
            message = f'chỉ tiêu của nội dung "{target.content}" ngoài danh mục: sửa mã, hoặc bỏ chỉ tiêu này.'
            yield "content-not-listed", _FAULT, message, target.cell("content")
        elif target.previous is not None and target.share < target.previous:
            message = (
                f"chỉ tiêu {target.content} là {target.share}%, thấp hơn năm trước ({target.previous}%): kiểm tra lại."
            )
            yield "target-below-previous", _WARNING, message, target.cell("share")


def _remarks(dossier: Dossier) -> Iterator[_Said]:
    known = {content.code for content in dossier.contents}
    for remark in dossier.evidence.remarks:
        if remark.content and remark.content not in known:
            message = f'phản ánh về nội dung "{remark.content}" ngoài danh mục: sửa mã, hoặc để trống.'
            yield "content-not-listed", _FAULT, message, remark.cell("content")


def _request(dossier: Dossier) -> Iterator[_Said]:
    request, report = dossier.evidence.request, dossier.issued_as("ad-hoc-report")
    asked = request.request.day if request else None
    if request and report and asked and report.day < asked:
        message = (
            f"báo cáo đột xuất ngày {short_date(report.day)} trước văn bản yêu cầu ngày {short_date(asked)}: "
            "sửa một trong hai ngày."
        )
        yield "report-before-request", _WARNING, message, request.cell("day")


_RULES = (_results, _numbers, _surveys, _inspections, _contact, _targets, _remarks, _request)
