"""Survey of parents (khảo sát ý kiến cha mẹ học sinh): its sheet, and its results as an annex of a report."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from papi_docs.documents.figures import Ledger, cells_of
from papi_docs.documents.kind import Kind
from papi_docs.documents.letterhead import Issue
from papi_docs.documents.shares import FEWEST, ContentShare, content_shares, shares_chart, tells_too_much
from papi_docs.documents.survey_form import FormFields, compose_form, one_line
from papi_docs.filling import Chart
from papi_docs.findings import Place
from papi_docs.model import Dossier, Rating, Semester, Survey, symbol_of
from papi_docs.vietnamese import count, figure, parse_number, percent, short_date

__all__ = [
    "KINDS",
    "AnswerRow",
    "Comparison",
    "RatingRow",
    "ResultsFields",
    "SurveyPart",
    "compose_results",
]

_REPORT = "Báo cáo"
_NOTHING = "–"
_HIDDEN = "(*)"


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A row of the table of answers."""

    order: str
    content: str
    total: str
    yes: str
    yes_share: str
    no: str
    no_share: str
    unknown: str
    unknown_share: str


@dataclass(frozen=True, slots=True)
class RatingRow:
    """A level of the overall rating."""

    level: str
    number: str
    share: str


@dataclass(frozen=True, slots=True)
class SurveyPart:
    """The results of one survey."""

    heading: str
    sheets: str
    """How many were given out and came back."""
    hidden: str | None
    """Why no answers are published; then there are no rows."""
    rows: tuple[AnswerRow, ...]
    notes: tuple[str, ...]
    rating: str
    ratings: tuple[RatingRow, ...]
    remark: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """A content in both semesters."""

    order: str
    content: str
    first: str
    second: str
    change: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both surveys side by side."""

    heading: str
    rows: tuple[ComparisonRow, ...]


@dataclass(frozen=True, slots=True)
class ResultsFields:
    """Everything that the template ``survey-results.docx`` may name."""

    reference: str
    school_year: str
    missing: str | None
    """Said where no survey was held."""
    first: SurveyPart | None
    second: SurveyPart | None
    """Of the second semester, or None."""
    comparison: Comparison | None
    chart: Chart | None


def compose_results(dossier: Dossier, issue: Issue, ledger: Ledger) -> ResultsFields:
    """The results of the surveys held, as an annex (form 2.1) of the report of that number and day."""
    school, held = dossier.school, _held(dossier)
    parts = [_part(at, survey, dossier, ledger) for at, survey in enumerate(held, start=1)]
    symbol = symbol_of(_REPORT, school.symbol)
    names = [f"{at}. {one_line(content.wording)}" for at, content in enumerate(dossier.contents, start=1)]
    return ResultsFields(
        reference=f"(Kèm theo {_REPORT} số {issue.number_text}/{symbol} {issue.day_text} của {school.name})",
        school_year=dossier.calendar.label,
        missing=None if held else _missing(dossier),
        first=parts[0] if parts else None,
        second=parts[1] if len(parts) > 1 else None,
        comparison=_comparison(held, dossier, ledger),
        chart=shares_chart("Tỷ lệ trả lời “Có” theo từng nội dung", held, dossier.contents, names),
    )


def _held(dossier: Dossier) -> list[Survey]:
    found = (dossier.evidence.survey(semester) for semester in Semester)
    return [survey for survey in found if survey]


def _missing(dossier: Dossier) -> str:
    year = dossier.calendar.label
    return f"Năm học {year}, nhà trường chưa tổ chức khảo sát ý kiến cha mẹ học sinh nên chưa có kết quả để tổng hợp."


def _part(at: int, survey: Survey, dossier: Dossier, ledger: Ledger) -> SurveyPart:
    hidden = _hidden(survey)
    shares = () if hidden else content_shares(survey, dossier.contents)
    rating, ratings = ("", ()) if hidden else _ratings(survey, ledger)
    return SurveyPart(
        heading=f"{at}. Khảo sát {_semester(survey)}",
        sheets=_sheets(survey, ledger),
        hidden=hidden,
        rows=tuple(_row(order, share, survey, ledger) for order, share in enumerate(shares, start=1)),
        notes=tuple(_notes(shares)),
        rating=rating or "Không công bố kết quả đánh giá chung vì lý do nêu trên.",
        ratings=ratings,
        remark=_remark(survey, ledger),
        remarks=survey.remarks,
    )


def _semester(survey: Survey) -> str:
    """In the middle of a sentence: ``học kỳ I``."""
    return f"h{survey.semester.value[1:]}"


def _sheets(survey: Survey, ledger: Ledger) -> str:
    days = f"Thời gian khảo sát: từ ngày {short_date(survey.start)} đến ngày {short_date(survey.end)}."
    if survey.start == survey.end:
        days = f"Thời gian khảo sát: ngày {short_date(survey.start)}."
    if survey.given_out == 0:
        return f"{days} Chưa phát phiếu nào."
    label = f"phiếu khảo sát {_semester(survey)}"
    out = ledger.note(f"Số {label} phát ra", count(survey.given_out), cells_of([survey], "given_out"))
    if survey.returned == 0:
        return f"{days} Số phiếu phát ra: {out} phiếu; chưa thu về phiếu nào."
    back = ledger.note(f"Số {label} thu về", count(survey.returned), cells_of([survey], "returned"))
    share = percent(survey.returned, survey.given_out)
    rate = ledger.note(f"Tỷ lệ {label} thu về", share, cells_of([survey], "returned", "given_out"))
    return (
        f"{days} Số phiếu phát ra: {out} phiếu; số phiếu thu về: {back} phiếu; "
        f"tỷ lệ thu về: {rate} ({back}/{out} phiếu phát ra)."
    )


def _hidden(survey: Survey) -> str | None:
    if survey.returned == 0:
        return "Chưa có phiếu thu về nên chưa có số liệu theo từng nội dung."
    if tells_too_much(survey):
        return (
            f"Số phiếu thu về dưới {count(FEWEST)} phiếu: không công bố số lượng và tỷ lệ trả lời của từng nội dung, "
            "để không ai nhận ra người trả lời."
        )
    return None


def _row(order: int, share: ContentShare, survey: Survey, ledger: Ledger) -> AnswerRow:
    tally, name = share.tally, one_line(share.content.wording)
    if tally is None or not share.published:
        mark = _HIDDEN if share.measured else _NOTHING
        return AnswerRow(str(order), name, *(mark,) * 7)
    label = f"{_semester(survey)}, {share.content.code}"
    found = [ledger.note(f"Số phiếu trả lời, {label}", figure(tally.total), lambda: share.cells)]
    for answer, field in (("Có", "yes"), ("Không", "no"), ("Không biết", "unknown")):
        number = getattr(tally, field)
        found.append(ledger.note(f"Số phiếu “{answer}”, {label}", figure(number), cells_of([tally], field)))
        found.append(ledger.note(f"Tỷ lệ “{answer}”, {label}", percent(number, tally.total), lambda: share.cells))
    return AnswerRow(str(order), name, *found)


def _notes(shares: Sequence[ContentShare]) -> Iterable[str]:
    if shares:
        yield "SL: số lượng phiếu. Tỷ lệ (%) tính trên số phiếu có trả lời của chính nội dung đó (cột Số phiếu)."
    if any(share.measured and not share.published for share in shares):
        yield f"{_HIDDEN} Dưới {count(FEWEST)} phiếu trả lời: không công bố, để không ai nhận ra người trả lời."
    if any(not share.measured for share in shares):
        yield f"{_NOTHING} Không có phiếu nào trả lời nội dung này."


def _ratings(survey: Survey, ledger: Ledger) -> tuple[str, tuple[RatingRow, ...]]:
    """What is said of the overall rating, and its rows."""
    total = sum(survey.ratings.values())
    if total == 0:
        return "Không có phiếu nào ghi đánh giá chung.", ()
    if total < FEWEST:
        return f"Dưới {count(FEWEST)} phiếu ghi đánh giá chung: không công bố, để không ai nhận ra người trả lời.", ()
    number = ledger.note(f"Số phiếu đánh giá chung {_semester(survey)}", count(total), cells_of([survey], "ratings"))
    rows = tuple(_rating_row(rating, survey, total, ledger) for rating in Rating)
    return f"Tỷ lệ tính trên {number} phiếu có ghi đánh giá chung.", rows


def _rating_row(rating: Rating, survey: Survey, total: int, ledger: Ledger) -> RatingRow:
    number = survey.ratings.get(rating, 0)
    label = f"{rating.value}, {_semester(survey)}"

    def cells() -> tuple[Place, ...]:
        return survey.cell(f"ratings.{rating.value}") or survey.cell("ratings")

    return RatingRow(
        rating.value,
        ledger.note(f"Số phiếu đánh giá {label}", figure(number), cells),
        ledger.note(f"Tỷ lệ đánh giá {label}", percent(number, total), cells),
    )


def _remark(survey: Survey, ledger: Ledger) -> str:
    if not survey.remarks:
        return "Không có ý kiến góp ý nào ghi trên phiếu."
    label = f"Số ý kiến góp ý trên phiếu {_semester(survey)}"
    number = ledger.note(label, count(len(survey.remarks)), cells_of([survey], "remarks"))
    return f"Có {number} ý kiến góp ý ghi trên phiếu:"


def _comparison(held: Sequence[Survey], dossier: Dossier, ledger: Ledger) -> Comparison | None:
    """Only where both surveys may be published."""
    if len(held) < 2 or any(tells_too_much(survey) for survey in held):
        return None
    shares = [content_shares(survey, dossier.contents) for survey in held]
    pairs = zip(shares[0], shares[1], strict=True)
    return Comparison(
        heading=f"{len(held) + 1}. So sánh tỷ lệ trả lời “Có” của hai học kỳ",
        rows=tuple(
            _comparison_row(order, first, second, ledger) for order, (first, second) in enumerate(pairs, start=1)
        ),
    )


def _comparison_row(order: int, first: ContentShare, second: ContentShare, ledger: Ledger) -> ComparisonRow:
    change = "Không so sánh được"
    if first.published and second.published:
        label = f"Thay đổi tỷ lệ “Có” giữa hai học kỳ, {first.content.code}"
        moved = _change(first.yes_text, second.yes_text)
        change = ledger.note(label, moved, lambda: (*first.cells, *second.cells))
    return ComparisonRow(
        str(order), one_line(first.content.wording), _with_denominator(first), _with_denominator(second), change
    )


def _with_denominator(share: ContentShare) -> str:
    """``93,4% (170/182)``."""
    if share.tally is None or not share.published:
        return _HIDDEN if share.measured else _NOTHING
    return f"{share.yes_text} ({figure(share.tally.yes)}/{figure(share.tally.total)})"


@lru_cache(1 << 10)
def _change(before: str, after: str) -> str:
    """Between the shares as they are printed: a reader subtracts those."""
    difference = parse_number(after) - parse_number(before)
    if difference == 0:
        return "Không đổi"
    return f"{'Tăng' if difference > 0 else 'Giảm'} {figure(abs(difference))}"


def _last_survey(dossier: Dossier) -> date:
    return max((survey.end for survey in dossier.evidence.surveys), default=dossier.drafted_on)


KINDS = (
    Kind(
        key="survey-form",
        name="Phiếu khảo sát ý kiến cha mẹ học sinh",
        document_type="",
        form="",
        file="phieu-khao-sat",
        template="survey-form.docx",
        fields=FormFields,
        compose=compose_form,
        tells_evidence=False,
    ),
    Kind(
        key="survey-results",
        name="Tổng hợp khảo sát",
        document_type="",
        form="2.1",
        file="tong-hop-khao-sat",
        template="survey-results.docx",
        fields=ResultsFields,
        compose=compose_results,
        day=_last_survey,
    ),
)
