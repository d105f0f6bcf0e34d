"""What a careful clerk would ask before printing a paper of this day."""

import re
from collections.abc import Iterator

from papi_docs.documents.letterhead import Issue
from papi_docs.findings import Finding, Severity
from papi_docs.model import DISTRICTS_END, Dossier
from papi_docs.vietnamese import short_date

__all__ = ["cautions"]

_DISTRICT = re.compile(r"\b(huyện|quận|thị xã|Phòng GD&?ĐT|Phòng Giáo dục)\b", re.IGNORECASE)


def cautions(dossier: Dossier, issue: Issue) -> tuple[Finding, ...]:
    """Warnings about a paper's day: outside its school year, before what it cites, after the districts."""
    messages = (*_day(dossier, issue), *_bases(dossier, issue), *_districts(dossier, issue))
    return tuple(
        Finding("day-doubtful", Severity.WARNING, message, schools=(dossier.school.code,)) for message in messages
    )


def _day(dossier: Dossier, issue: Issue) -> Iterator[str]:
    if issue.on not in dossier.calendar.period:
        yield f"ngày {short_date(issue.on)} ngoài năm học {dossier.calendar.label}: xem lại ngày, hoặc dùng sổ năm khác"


def _bases(dossier: Dossier, issue: Issue) -> Iterator[str]:
    """The workbook's own day has been compared when it was read."""
    if issue.on == dossier.drafted_on:
        return
    for basis in dossier.bases:
        if basis.day and basis.day > issue.on:
            yield (
                f"{basis.document_type} {basis.number} ngày {short_date(basis.day)} sau ngày văn bản "
                f"{short_date(issue.on)}: sửa một trong hai ngày"
            )


def _districts(dossier: Dossier, issue: Issue) -> Iterator[str]:
    if issue.on <= DISTRICTS_END:
        return
    for line in dossier.plan.lines:
        found = _DISTRICT.search(line.text)
        if found:
            yield (
                f'câu ở mục {line.section} nhắc "{found[1]}", từ 01/7/2025 không còn: '
                "sửa ở sheet Mục tiêu nếu không phải viện dẫn văn bản cũ"
            )
