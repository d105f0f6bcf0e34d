"""Báo cáo sơ kết học kỳ I, tổng kết năm học, đột xuất (form 1.4), each also as a section to paste (lồng ghép)."""

from dataclasses import dataclass
from datetime import date

from papi_docs.documents.account import Account
from papi_docs.documents.ad_hoc_reports import (
    AdHocFragmentFields,
    AdHocReportFields,
    compose_ad_hoc,
    compose_ad_hoc_fragment,
)
from papi_docs.documents.assessment import about, next_period
from papi_docs.documents.figures import Ledger
from papi_docs.documents.frame import Titled, titled
from papi_docs.documents.kind import Kind
from papi_docs.documents.letterhead import Issue
from papi_docs.documents.progress import Term
from papi_docs.documents.report_tables import (
    ComparedRow,
    ContentRow,
    HalvesRow,
    TaskRow,
    compared_rows,
    content_chart,
    content_rows,
    halves_rows,
    task_rows,
)
from papi_docs.documents.results import (
    content_sentences,
    direction,
    inspection_sentences,
    remark_sentences,
    survey_sentences,
)
from papi_docs.filling import Chart
from papi_docs.model import Dossier, Topic, symbol_of

__all__ = ["KINDS", "Findings", "FragmentFields", "SemesterReportFields", "YearReportFields"]

_TYPE = "Báo cáo"
_WORK = "thực hiện Kế hoạch cải thiện, nâng cao Chỉ số Hiệu quả quản trị và Hành chính công"


@dataclass(frozen=True, slots=True)
class Findings:
    """What a report says, section by section, each in paragraphs."""

    term: str
    """``học kỳ I``, ``năm học 2021-2022``."""
    situation: tuple[str, ...]
    direction: tuple[str, ...]
    contents: tuple[str, ...]
    rows: tuple[ContentRow, ...]
    chart: Chart | None
    survey: tuple[str, ...]
    remarks: tuple[str, ...]
    inspections: tuple[str, ...]
    merits: tuple[str, ...]
    limits: tuple[str, ...]
    causes: tuple[str, ...]
    next_period: str
    """``học kỳ II``, ``năm học 2022-2023``."""
    next: tuple[str, ...]
    petitions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FragmentFields:
    """Everything that the template ``semester-report-fragment.docx`` may name."""

    school: str
    school_year: str
    report: Findings


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFragmentFields(FragmentFields):
    """Everything that the template ``year-report-fragment.docx`` may name."""

    lessons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SemesterReportFields(Titled):
    """Everything that the template ``semester-report.docx`` may name."""

    addressees: tuple[str, ...]
    annex_reference: str
    report: Findings
    tasks: tuple[TaskRow, ...]
    """Empty where the plan gives no tasks: the table is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearReportFields(SemesterReportFields):
    """Everything that the template ``year-report.docx`` may name."""

    lessons: tuple[str, ...]
    compared: tuple[ComparedRow, ...]
    halves: tuple[HalvesRow, ...]


def compose_semester_report(dossier: Dossier, issue: Issue, ledger: Ledger) -> SemesterReportFields:
    """Báo cáo sơ kết học kỳ I.

    Raises:
        ModelError: it is not known who stands above the school on that day.
        ComposeError: a line of the letterhead does not fit.
    """
    account = Account.of(dossier, Term.first(dossier.calendar, issue.on))
    when = f"Học kỳ I, năm học {dossier.calendar.label}"
    return SemesterReportFields(
        **titled(dossier, issue, _TYPE, f"Sơ kết {_WORK}", when, addressed=True),
        addressees=_addressees(dossier, issue),
        annex_reference=_annex_reference(dossier, issue),
        report=account.part(_findings, ledger),
        tasks=account.part(task_rows, ledger),
    )


def compose_semester_fragment(dossier: Dossier, issue: Issue, ledger: Ledger) -> FragmentFields:
    """The findings of semester I alone."""
    account = Account.of(dossier, Term.first(dossier.calendar, issue.on))
    return FragmentFields(
        school=dossier.school.name, school_year=dossier.calendar.label, report=account.part(_findings, ledger)
    )


def compose_year_report(dossier: Dossier, issue: Issue, ledger: Ledger) -> YearReportFields:
    """Báo cáo tổng kết năm học.

    Raises:
        ModelError: it is not known who stands above the school on that day.
        ComposeError: a line of the letterhead does not fit.
    """
    account = Account.of(dossier, Term.year(dossier.calendar, issue.on))
    when = f"Năm học {dossier.calendar.label}"
    return YearReportFields(
        **titled(dossier, issue, _TYPE, f"Tổng kết {_WORK}", when, addressed=True),
        addressees=_addressees(dossier, issue),
        annex_reference=_annex_reference(dossier, issue),
        report=account.part(_findings, ledger),
        lessons=account.part(_lessons, ledger),
        compared=account.part(compared_rows, ledger),
        halves=account.part(halves_rows, ledger),
        tasks=account.part(task_rows, ledger),
    )


def compose_year_fragment(dossier: Dossier, issue: Issue, ledger: Ledger) -> YearFragmentFields:
    """The findings of the year alone."""
    account = Account.of(dossier, Term.year(dossier.calendar, issue.on))
    return YearFragmentFields(
        school=dossier.school.name,
        school_year=dossier.calendar.label,
        report=account.part(_findings, ledger),
        lessons=account.part(_lessons, ledger),
    )


def _addressees(dossier: Dossier, issue: Issue) -> tuple[str, ...]:
    return (dossier.school.authority(issue.on).superior.name,)


def _annex_reference(dossier: Dossier, issue: Issue) -> str:
    school = dossier.school
    symbol = symbol_of(_TYPE, school.symbol)
    return f"(Kèm theo {_TYPE} số {issue.number_text}/{symbol} {issue.day_text} của {school.name})"


def _findings(account: Account) -> Findings:
    return Findings(
        term=account.term.name,
        situation=about(account, Topic.SITUATION),
        direction=direction(account),
        contents=content_sentences(account),
        rows=content_rows(account),
        chart=content_chart(account),
        survey=survey_sentences(account),
        remarks=remark_sentences(account),
        inspections=inspection_sentences(account),
        merits=about(account, Topic.MERITS),
        limits=about(account, Topic.LIMITS),
        causes=about(account, Topic.CAUSES),
        next_period=next_period(account),
        next=about(account, Topic.NEXT),
        petitions=about(account, Topic.PETITIONS),
    )


def _lessons(account: Account) -> tuple[str, ...]:
    return about(account, Topic.LESSONS)


def _semester_end(dossier: Dossier) -> date:
    return dossier.calendar.semester_1_end


def _year_end(dossier: Dossier) -> date:
    return dossier.calendar.year_end


def _request_day(dossier: Dossier) -> date:
    """The request's own day, from which its answer is due."""
    request = dossier.evidence.request
    return request.request.day if request and request.request.day else dossier.drafted_on


KINDS = (
    Kind(
        key="semester-report",
        name="Báo cáo sơ kết học kỳ I",
        document_type=_TYPE,
        form="1.4",
        file="bao-cao-so-ket",
        template="semester-report.docx",
        fields=SemesterReportFields,
        compose=compose_semester_report,
        day=_semester_end,
    ),
    Kind(
        key="semester-report-fragment",
        name="Phần PAPI lồng ghép trong báo cáo sơ kết học kỳ I",
        document_type="",
        form="",
        file="bao-cao-so-ket-trich",
        template="semester-report-fragment.docx",
        fields=FragmentFields,
        compose=compose_semester_fragment,
        day=_semester_end,
    ),
    Kind(
        key="year-report",
        name="Báo cáo tổng kết năm học",
        document_type=_TYPE,
        form="1.4",
        file="bao-cao-tong-ket",
        template="year-report.docx",
        fields=YearReportFields,
        compose=compose_year_report,
        day=_year_end,
    ),
    Kind(
        key="year-report-fragment",
        name="Phần PAPI lồng ghép trong báo cáo tổng kết năm học",
        document_type="",
        form="",
        file="bao-cao-tong-ket-trich",
        template="year-report-fragment.docx",
        fields=YearFragmentFields,
        compose=compose_year_fragment,
        day=_year_end,
    ),
    Kind(
        key="ad-hoc-report",
        name="Báo cáo đột xuất",
        document_type=_TYPE,
        form="1.4",
        file="bao-cao-dot-xuat",
        template="ad-hoc-report.docx",
        fields=AdHocReportFields,
        compose=compose_ad_hoc,
        day=_request_day,
    ),
    Kind(
        key="ad-hoc-report-fragment",
        name="Nội dung báo cáo đột xuất để lồng ghép",
        document_type="",
        form="",
        file="bao-cao-dot-xuat-trich",
        template="ad-hoc-report-fragment.docx",
        fields=AdHocFragmentFields,
        compose=compose_ad_hoc_fragment,
        day=_request_day,
    ),
)
