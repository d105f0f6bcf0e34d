"""Bringing back what the last run replaced."""

from dataclasses import dataclass
from pathlib import Path

from papi_docs.batch.files import digest_of_file
from papi_docs.batch.journal import PREVIOUS, Entry, Journal
from papi_docs.batch.order import STORE
from papi_docs.errors import UsageError
from papi_docs.findings import Finding, Place, Severity
from papi_docs.package import replace_whole, why_not_written

__all__ = ["Undone", "undo"]


@dataclass(frozen=True, slots=True)
class Undone:
    """What was brought back; printed, it is two lines."""

    out: Path
    files: tuple[Path, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def ok(self) -> bool:
        """Every file that was replaced is back."""
        return not self.findings

    def __str__(self) -> str:
        left = f" {len(self.findings)} tệp giữ bản đang có." if self.findings else ""
        if not self.files and not self.findings:
            return f"Thư mục {self.out}: không có tệp nào bị thay để lấy lại."
        return f"Thư mục {self.out}: đã lấy lại bản trước của {len(self.files)} tệp.{left}"


def undo(out: str | Path) -> Undone:
    """Bring back the previous version of every file that the last run replaced; called again, of the run before.

    One previous version is kept of each file. A file that someone edited since is left as it is.

    Raises:
        UsageError: no run was at work in ``out``, or one is now.
    """
    folder = Path(out)
    store = folder / STORE
    if not store.is_dir():
        raise UsageError(f'thư mục "{folder}" chưa có lần chạy nào: kiểm tra đường dẫn')
    files, findings = [], []
    with Journal.open(folder, store) as journal:
        for name, school, before in journal.replaced():
            finding = _restore(folder, name, journal.known([school]).get(name), journal, before)
            findings += [finding] if finding else []
            files += [] if finding else [folder / name]
    return Undone(folder, tuple(files), tuple(findings))


def _restore(folder: Path, name: str, known: Entry | None, journal: Journal, before: bytes) -> Finding | None:
    path, previous = folder / name, folder / STORE / PREVIOUS / name
    try:
        if path.exists() and (known is None or digest_of_file(path) != known.digest):
            message = f'đã có người sửa, được giữ nguyên: bản trước ở "{previous}"'
            return Finding("file-kept", Severity.WARNING, message, Place(str(path)))
        there = replace_whole(path, previous.read_bytes())
    except OSError as error:
        message = f"không lấy lại được ({why_not_written(error)}): đóng tệp nếu đang mở, kiểm tra quyền ghi"
        return Finding("file-not-written", Severity.FAULT, message, Place(str(path)))
    ours = known is not None and before and digest_of_file(path) == before
    entry = Entry(name, known.school, b"", before, there.st_size, there.st_mtime_ns) if known and ours else None
    journal.restored(name, entry)
    previous.unlink(missing_ok=True)
    return None
