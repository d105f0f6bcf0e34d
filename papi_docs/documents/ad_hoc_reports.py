"""Báo cáo đột xuất: a report asked for out of turn, form 1.4; without a request, a form to fill in by hand."""

from dataclasses import dataclass

from papi_docs.documents.figures import Ledger
from papi_docs.documents.frame import Titled, titled
from papi_docs.documents.letterhead import Issue
from papi_docs.documents.sentences import capitalised, own_words, room
from papi_docs.model import AdHocRequest, Dossier, LegalBasis

__all__ = ["AdHocAccount", "AdHocFragmentFields", "AdHocReportFields", "compose_ad_hoc", "compose_ad_hoc_fragment"]

_TYPE = "Báo cáo"
_DOTS = "…" * 12
_LINES = 6


@dataclass(frozen=True, slots=True)
class AdHocAccount:
    """What happened, told in paragraphs."""

    request: str
    """Full citation of the letter that asks for the report."""
    summary: tuple[str, ...]
    course: tuple[str, ...]
    causes: tuple[str, ...]
    measures: tuple[str, ...]
    proposals: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdHocReportFields(Titled):
    """Everything that the template ``ad-hoc-report.docx`` may name."""

    addressees: tuple[str, ...]
    account: AdHocAccount


@dataclass(frozen=True, slots=True, kw_only=True)
class AdHocFragmentFields:
    """Everything that the template ``ad-hoc-report-fragment.docx`` may name."""

    school: str
    subject: str
    account: AdHocAccount


def compose_ad_hoc(dossier: Dossier, issue: Issue, _: Ledger) -> AdHocReportFields:
    """The report, to whoever asked for it.

    Raises:
        ModelError: it is not known who stands above the school on that day.
        ComposeError: a line of the letterhead does not fit.
    """
    request = dossier.evidence.request
    superior = dossier.school.authority(issue.on).superior
    return AdHocReportFields(
        **titled(dossier, issue, _TYPE, _subject(request), addressed=True),
        addressees=tuple(request.addressee.splitlines()) if request else (superior.name,),
        account=_account(request),
    )


def compose_ad_hoc_fragment(dossier: Dossier, _: Issue, __: Ledger) -> AdHocFragmentFields:
    """The same without letterhead and signature, to paste into another report."""
    request = dossier.evidence.request
    return AdHocFragmentFields(school=dossier.school.name, subject=_subject(request), account=_account(request))


def _subject(request: AdHocRequest | None) -> str:
    if request is None:
        return f"Về việc {_DOTS}"
    subject = " ".join(request.subject.split()).rstrip(" .;,")
    return capitalised(subject)


def _account(request: AdHocRequest | None) -> AdHocAccount:
    if request is None:
        blank = LegalBasis(document_type="Công văn")
        return AdHocAccount(blank.citation, *(room(_LINES) for _ in range(5)))
    return AdHocAccount(
        request=request.request.citation,
        summary=own_words([request.summary]),
        course=own_words([request.course]),
        causes=own_words([request.causes]),
        measures=own_words([request.measures]),
        proposals=own_words([request.proposals]) or ("Nhà trường không có đề xuất, kiến nghị.",),
    )
