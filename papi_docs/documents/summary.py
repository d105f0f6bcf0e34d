"""Bảng tóm tắt kế hoạch công khai: the plan on one page for the notice board."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import ceil
from typing import Final

from papi_docs.documents.figures import Ledger, cells_of
from papi_docs.documents.letterhead import Issue
from papi_docs.documents.shares import shares_chart
from papi_docs.filling import Blank, Chart
from papi_docs.layout import MARGINS
from papi_docs.model import Assignment, Dossier, Semester, Survey
from papi_docs.typography import Face, text_width
from papi_docs.vietnamese import count, percent

__all__ = ["SummaryFields", "SummaryRow", "compose_summary"]

_PAGE: Final = 297 - MARGINS.top - MARGINS.bottom - 6
"""Height of the text, mm, less what Word may lay out looser than we count."""
_WIDTH: Final = 165
_COLUMNS: Final = (47, 76, 30)
"""Widths of content, work and person in the template's table, mm."""
_CELL: Final = 3
"""Margins of a cell and a word's worth of ragged lines, mm."""
_LINE: Final = 0.41
"""Height of a line, mm for each point of its size."""
_SIZES: Final = {False: 12, True: 10}
_LIMITS: Final = (300, 200, 140, 100, 70, 45, 30)
_MOST_GOALS: Final = 3
_LONGEST_GOAL: Final = 320
_FIXED: Final = 54
"""Names, title, headings and day, mm."""
_CHART: Final = (25, 4.2)
"""A chart's height, and that of each of its rows, mm."""
_GOAL: Final = (
    "Cải thiện, nâng cao Chỉ số PAPI trong lĩnh vực Giáo dục và Đào tạo; phục vụ học sinh, cha mẹ học sinh tốt hơn."
)
_SHORTENED: Final = "Chỗ có dấu “…” đã được rút gọn cho vừa một trang; nội dung đầy đủ có trong Kế hoạch của trường."
_LONGEST_HOURS: Final = 100
_DOTS: Final = "…" * 12


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """A content, what the school will do for it, and who is responsible."""

    order: str
    content: str
    work: str
    person: str


@dataclass(frozen=True, slots=True)
class SummaryFields:
    """Everything that the template ``public-summary.docx`` may name."""

    school: str
    """In capitals."""
    school_year: str
    goals: tuple[str, ...]
    rows: tuple[SummaryRow, ...]
    general: str | None
    """How many tasks serve all contents alike; None where there are none."""
    fine: bool
    """Whether the table is set in 10 points instead of 12."""
    shortened: str | None
    """Said where something had to be left out."""
    survey: str | None
    """Of the latest survey: when, and how many answered."""
    chart: Chart | None
    contact: str
    day: str


@dataclass(frozen=True, slots=True)
class _Fit:
    """How much is put on the page."""

    fine: bool
    charted: bool
    limit: int | None = None
    rows: int | None = None


def compose_summary(dossier: Dossier, issue: Issue, ledger: Ledger) -> SummaryFields:
    """The plan on one page: in smaller letters, without the chart, shortened, only as far as it must."""
    rows, survey = tuple(_rows(dossier)), _latest(dossier)
    page = SummaryFields(
        school=dossier.school.name.upper(),
        school_year=dossier.calendar.label,
        goals=_goals(dossier),
        rows=rows,
        general=_general(dossier, ledger),
        fine=False,
        shortened=None,
        survey=_survey(survey, ledger) if survey else None,
        chart=_chart(dossier, survey),
        contact=_contact(dossier),
        day=issue.day_text,
    )
    pages = (_fitted(page, fit) for fit in _fits(len(rows)))
    return next(page for page in pages if _height(page) <= _PAGE)


def _fitted(page: SummaryFields, fit: _Fit) -> SummaryFields:
    rows = _cut(page.rows, fit)
    shortened = None if rows == page.rows else _SHORTENED
    return replace(page, rows=rows, fine=fit.fine, shortened=shortened, chart=page.chart if fit.charted else None)


def _contact(dossier: Dossier) -> str:
    contact, school = dossier.evidence.contact, dossier.school
    phone, email = (contact.phone, contact.email) if contact else (school.phone, school.email)
    hours = f"; thời gian: {_clip(contact.hours, _LONGEST_HOURS)}" if contact else ""
    return f"Điện thoại: {_clip(phone, 40) or _DOTS}; e-mail: {_clip(email, 60) or _DOTS}{hours}."


def _general(dossier: Dossier, ledger: Ledger) -> str | None:
    number = sum(not assignment.task.contents for assignment in dossier.plan.assignments)
    if not number:
        return None
    text = ledger.note("Số việc chung cho các nội dung", count(number), ())
    return f"Ngoài các việc trên, Kế hoạch của trường còn {text} việc chung cho các nội dung."


def _rows(dossier: Dossier) -> Iterator[SummaryRow]:
    serving: dict[str, list[Assignment]] = {}
    for assignment in dossier.plan.assignments:
        for code in dict.fromkeys(assignment.task.contents):
            serving.setdefault(code, []).append(assignment)
    for order, content in enumerate(dossier.contents, start=1):
        own = serving.get(content.code, [])
        yield SummaryRow(str(order), *(_clip(text, None) for text in (content.wording, *_work(own))))


def _work(assignments: Sequence[Assignment]) -> tuple[str, str]:
    tasks = "; ".join(" ".join(assignment.task.content.split()).rstrip(" .;") for assignment in assignments)
    leads = dict.fromkeys(assignment.lead.name for assignment in assignments)
    return tasks or "Chưa giao nhiệm vụ riêng", "; ".join(leads) or Blank(0)


def _goals(dossier: Dossier) -> tuple[str, ...]:
    """The common one, then the school's own; the first of many, for the page is one."""
    own = dossier.plan.goals
    goals = tuple(_clip(goal, _LONGEST_GOAL) for goal in (_GOAL, *own[: _MOST_GOALS - 1]))
    more = len(own) - _MOST_GOALS + 1
    return (*goals, f"… và {count(more)} mục tiêu khác nêu trong Kế hoạch.") if more > 0 else goals


def _clip(text: str, limit: int | None) -> str:
    """On one line, and no longer than ``limit``, ended by an ellipsis where something is left out."""
    if isinstance(text, Blank):
        return text
    line = " ".join(text.split())
    if limit is None or len(line) <= limit:
        return line
    return f"{line[:limit].rsplit(' ', 1)[0].rstrip(' ,;.')} …"


def _latest(dossier: Dossier) -> Survey | None:
    found = (dossier.evidence.survey(semester) for semester in reversed(Semester))
    return next((survey for survey in found if survey), None)


def _chart(dossier: Dossier, survey: Survey | None) -> Chart | None:
    names = [f"Nội dung {order}" for order in range(1, len(dossier.contents) + 1)]
    title = "Tỷ lệ trả lời “Có” theo khảo sát của trường"
    return shares_chart(title, [survey] if survey else [], dossier.contents, names)


def _survey(survey: Survey, ledger: Ledger) -> str:
    name = f"h{survey.semester.value[1:]}"
    if survey.given_out == 0 or survey.returned == 0:
        return f"Khảo sát ý kiến cha mẹ học sinh {name}: chưa có phiếu thu về."
    share = percent(survey.returned, survey.given_out)
    rate = ledger.note(f"Tỷ lệ phiếu thu về {name}", share, cells_of([survey], "returned", "given_out"))
    back = ledger.note(f"Số phiếu thu về {name}", count(survey.returned), cells_of([survey], "returned"))
    out = ledger.note(f"Số phiếu phát ra {name}", count(survey.given_out), cells_of([survey], "given_out"))
    return f"Khảo sát cha mẹ học sinh {name}: thu về {back}/{out} phiếu ({rate}); xem Bảng tổng hợp khảo sát."


def _fits(rows: int) -> Iterator[_Fit]:
    """From the fullest page to the barest; the last ones fit any plan."""
    yield from (_Fit(fine, charted) for charted, fine in product((True, False), (False, True)))
    yield from (_Fit(fine=True, charted=False, limit=limit) for limit in _LIMITS)
    yield from (_Fit(fine=True, charted=False, limit=_LIMITS[-1], rows=kept) for kept in range(rows - 1, -1, -1))


def _cut(rows: Sequence[SummaryRow], fit: _Fit) -> tuple[SummaryRow, ...]:
    kept = tuple(rows[: fit.rows])
    if fit.limit is not None:
        kept = tuple(_clipped(row, fit.limit) for row in kept)
    left_out = len(rows) - len(kept)
    if not left_out:
        return kept
    return (*kept, SummaryRow(Blank(0), f"… và {count(left_out)} dòng khác", "Xem Kế hoạch của trường", Blank(0)))


def _clipped(row: SummaryRow, limit: int) -> SummaryRow:
    return SummaryRow(row.order, *(_clip(text, limit) for text in (row.content, row.work, row.person)))


def _height(page: SummaryFields) -> float:
    """How much of the page this takes, mm, rather too much than too little."""
    size = _SIZES[page.fine]
    table = sum(_row_height((row.content, row.work, row.person), size) for row in page.rows)
    notes = (*page.goals, page.general, page.shortened, page.survey)
    text = sum(_lines(f"- {note}", _WIDTH, 12) * 12 * _LINE + 1.1 for note in notes if note)
    contact = _lines(page.contact, _WIDTH, 14) * 14 * _LINE
    drawn = _CHART[0] + _CHART[1] * len(page.chart.categories) if page.chart else 0
    return _FIXED + table + text + contact + drawn


def _row_height(texts: Sequence[str], size: float) -> float:
    lines = max(_lines(text, width - _CELL, size) for text, width in zip(texts, _COLUMNS, strict=True))
    return lines * size * _LINE + 1.1


def _lines(text: str, width: float, size: float) -> int:
    """Lines that a text takes; a word that does not fit goes to the next one, so a little is lost on each."""
    return max(1, ceil(text_width(text, Face.REGULAR, size) / (width * 0.93)))
