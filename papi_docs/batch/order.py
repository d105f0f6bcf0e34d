"""What is the same for every paper of a run, and what can become of one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.metadata import version
from pathlib import Path

from papi_docs.batch.files import digest_of
from papi_docs.documents import KINDS, Document, Issue, Kind, composed, found_template
from papi_docs.errors import FindingsError
from papi_docs.findings import Finding, Severity
from papi_docs.model import Dossier
from papi_docs.package import codec_of
from papi_docs.vietnamese import safe_file_name

__all__ = ["PAPERS", "STORE", "Order", "Outcome", "file_of"]

_ROOMS = ("documents", "filling", "model", "vietnamese", "data", "*.py")
"""Of the package: those that decide what a paper looks like."""


class Outcome(StrEnum):
    """What became of one paper, in the words of the summary."""

    MADE = "đã lập"
    UNCHANGED = "không đổi"
    KEPT = "giữ bản có sẵn"
    FAILED = "chưa lập được"


STORE = ".papi-docs"
"""Folder inside that of a run: the journal, previous versions, and papers that are handed out as archives."""
PAPERS = f"{STORE}/papers"


def file_of(group: str, school: str, kind: str, item: str) -> str:
    """Path of a paper inside the folder of a run: ``THTP3/ke-hoach.docx``; names made by us, never taken over."""
    stem = "-".join(filter(None, (KINDS[kind].file, item)))
    return "/".join((*filter(None, (group,)), safe_file_name(school), f"{safe_file_name(stem)}.docx"))


@cache
def _program() -> bytes:
    """Of this version of the program: another version may print other papers."""
    home = Path(__file__).parents[1]
    files = sorted({file for room in _ROOMS for file in (home.glob(room) if "*" in room else (home / room).rglob("*"))})
    texts = (file.read_bytes() for file in files if file.is_file() and file.suffix in {".py", ".toml", ".json"})
    return digest_of(version("papi-docs").encode(), *texts)


@dataclass(frozen=True, slots=True)
class Order:
    """What is the same for every paper of a run; what workers are told."""

    folder: Path
    kinds: tuple[str, ...]
    on: date | None = None
    draft: bool = True
    number: int | None = None
    overwrite: bool = False
    templates: tuple[Path, ...] = ()
    check: bool = False
    reproducible: bool = False
    by_commune: bool = False
    zipped: str | None = None
    keeping: bool = True
    """Whether there is a store to write to."""
    program: bytes = field(default_factory=_program)

    @property
    def store(self) -> Path:
        """Where the journal and the previous versions are."""
        return self.folder / STORE

    def group(self, dossier: Dossier) -> str:
        """Path of the folder that holds the school's, inside that of the run."""
        commune = safe_file_name(dossier.school.commune.name) if self.by_commune else ""
        return "/".join(filter(None, (PAPERS if self.zipped else "", commune)))

    def papers(self, dossier: Dossier) -> Sequence[tuple[Kind, str]]:
        """Every paper to be made of a school: its kind, and which of several."""
        return [(KINDS[key], item) for key in self.kinds for item in KINDS[key].items(dossier)]

    def issue(self, dossier: Dossier, kind: Kind, item: str) -> Issue:
        """Day and number of a paper; a draft stands on the usual day of its kind where none was asked for.

        Raises:
            FindingsError: it is to be issued by the workbook, which does not say how.
        """
        if self.draft or self.number is not None or not kind.document_type:
            return Issue(self.on or kind.day(dossier), self.number, item)
        issued = dossier.issued_as(kind.key)
        if issued is None:
            message = (
                f"{dossier.school.name} chưa có số, ngày {kind.name}: "
                "điền ở sheet Văn bản đã ban hành, hoặc lập dự thảo"
            )
            finding = Finding("not-issued", Severity.FAULT, message, schools=(dossier.school.code,))
            raise FindingsError(message, [finding])
        return Issue(issued.day, issued.number, item)

    def compose(self, dossier: Dossier, kind: Kind, item: str) -> Document:
        """One paper, not yet written.

        Raises:
            FindingsError: it cannot be made.
        """
        template = found_template(kind, self.templates).template
        return composed(kind, dossier, self.issue(dossier, kind, item), template)

    def key(self, dossier: bytes, kind: Kind, issue: Issue, template: bytes) -> bytes:
        """What a paper is made from, as a digest: the same key, the same bytes."""
        said = (kind.key, issue.item, f"{issue.on} {issue.number}", codec_of(reproducible=self.reproducible).name)
        return digest_of(self.program, dossier, template, *(text.encode() for text in said))
