"""Papers of a run as archives: one a school, or one for all. Made from the papers, which stay in the store."""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from papi_docs.batch.files import digest_of, digest_of_file, keep_previous, stat_of
from papi_docs.batch.journal import PREVIOUS, Entry, Journal
from papi_docs.batch.order import PAPERS, Order, Outcome, file_of
from papi_docs.batch.run import Made
from papi_docs.findings import Finding, Place, Severity
from papi_docs.package import temporary_of, why_not_written
from papi_docs.vietnamese import safe_file_name

__all__ = ["write_zips"]

_WHOLE: Final = "van-ban.zip"
_NEW_YEAR_1980: Final = (1980, 1, 1, 0, 0, 0)


def write_zips(order: Order, papers: Sequence[Made], journal: Journal) -> tuple[tuple[Path, ...], list[Finding]]:
    """The archives that now stand in the folder, and what is to be said of them."""
    paths, findings = [], []
    for name, own in _archives(order, papers):
        there = [paper for paper in own if paper.outcome is not Outcome.FAILED]
        if not there:
            continue
        path = order.folder / name
        try:
            finding = _write(order, name, there, journal)
        except OSError as error:
            message = f"không ghi được ({why_not_written(error)}): đóng tệp nếu đang mở, kiểm tra quyền ghi"
            finding = Finding("file-not-written", Severity.FAULT, message, Place(str(path)))
        else:
            paths.append(path)
        findings += [finding] if finding else []
    return tuple(paths), findings


def _archives(order: Order, papers: Sequence[Made]) -> Iterator[tuple[str, Iterable[Made]]]:
    """Name of each archive, and its papers."""
    if order.zipped == "run":
        yield _WHOLE, papers
    elif order.zipped == "school":
        for (group, code), own in groupby(papers, key=lambda paper: (paper.group, paper.school)):
            commune = group.removeprefix(PAPERS).lstrip("/")
            yield "/".join((*filter(None, (commune,)), f"{safe_file_name(code)}.zip")), own


def _write(order: Order, name: str, papers: Sequence[Made], journal: Journal) -> Finding | None:
    """Write an archive unless it is there already, or someone else's is."""
    path = order.folder / name
    key = digest_of(*(digest for paper in papers for digest in _told_by(paper)))
    known, there = journal.known([name]).get(name), stat_of(path)
    ours = known is not None and there is not None and digest_of_file(path) == known.digest
    if ours and known is not None and known.key == key:
        return None
    if there is not None and not ours and not order.overwrite:
        message = "đã có bản khác, được giữ nguyên: thêm --overwrite (overwrite=True) để thay"
        return Finding("file-kept", Severity.WARNING, message, Place(str(path)))
    path.parent.mkdir(parents=True, exist_ok=True)
    if there is not None:
        keep_previous(path, order.store / PREVIOUS / name)
    _fill(path, papers)
    made = path.stat()
    before = known.digest if known is not None and ours else b""
    times = (made.st_size, made.st_mtime_ns)
    journal.record([Entry(name, name, key, digest_of_file(path), *times, there is not None, before)])
    return None


def _name_of(paper: Made) -> str:
    """Of a paper in an archive."""
    return file_of(paper.group.removeprefix(PAPERS).lstrip("/"), paper.school, paper.kind, paper.item)


def _told_by(paper: Made) -> tuple[bytes, bytes]:
    """What tells whether a paper is the one in the archive."""
    return _name_of(paper).encode(), digest_of_file(paper.path)


def _fill(path: Path, papers: Iterable[Made]) -> None:
    """Whole or not at all; no clock, and nothing deflated twice."""
    temporary = temporary_of(path)
    try:
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_STORED) as archive:
            for paper in papers:
                member = zipfile.ZipInfo(_name_of(paper), _NEW_YEAR_1980)
                member.create_system = 0
                archive.writestr(member, paper.path.read_bytes())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
