"""Reports of many files to be read, and a line that sums them up."""

from collections import Counter
from collections.abc import Iterable, Iterator

from papi_docs.checker.files import Checked
from papi_docs.checker.report import count
from papi_docs.findings import Severity

__all__ = ["as_text"]

_RIGHT, _TEXT_ONLY, _WRONG, _UNREAD = "không có lỗi", "chỉ xét chữ viết, không có lỗi", "có lỗi", "không xét được"


def as_text(files: Iterable[Checked]) -> Iterator[str]:
    """The report of each file as it comes; of several files a summary at the end."""
    became = Counter[str]()
    found = Counter[Severity]()
    for file in files:
        became[_became(file)] += 1
        found.update(seen.severity for seen in file.report or ())
        yield "\n".join(_lines(file))
    if became.total() > 1:
        parts = ", ".join(f"{became[what]} {what}" for what in (_RIGHT, _TEXT_ONLY, _WRONG, _UNREAD) if became[what])
        yield f"{became.total()} tệp: {parts}{f'; tất cả {count(found.elements())}' if found else ''}."


def _became(file: Checked) -> str:
    if file.report is None:
        return _UNREAD
    if not file.report.ok:
        return _WRONG
    return _TEXT_ONLY if file.report.limits else _RIGHT


def _lines(file: Checked) -> Iterator[str]:
    if file.report is not None:
        yield str(file.report)
    if file.annotated is not None:
        yield f"Bản chú thích: {file.annotated}"
    if file.mended is not None:
        yield f"Bản đã sửa: {file.mended}"
    yield from (f"{file.path}: {finding.message}" for finding in file.findings)
