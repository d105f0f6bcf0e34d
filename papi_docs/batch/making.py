"""Making the papers of some schools: what a worker does, here or in another process or on another machine.

Three steps, so that a stop at any moment can be put right: make everything in memory; say ahead what will be
written; write, each file whole or not at all.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from pydantic_core import to_json

from papi_docs.batch.files import digest_of, keep_previous, stat_of
from papi_docs.batch.journal import AHEAD, PREVIOUS, Ahead, Entry, Known
from papi_docs.batch.order import Order, Outcome, file_of
from papi_docs.checker.files import check_file
from papi_docs.documents import KINDS, Found, Kind, cautions, composed, found_template
from papi_docs.errors import FindingsError
from papi_docs.findings import Finding, Place, Severity, faults
from papi_docs.model import Dossier, contradictions
from papi_docs.package import replace_whole, why_not_written

__all__ = ["Done", "PaperDone", "SchoolDone", "ahead_of", "failed", "make_papers"]


@dataclass(frozen=True, slots=True)
class PaperDone:
    """What became of one paper."""

    kind: str
    item: str
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    entry: Entry | None = None
    """For the journal; None where nothing of ours stands there."""


@dataclass(frozen=True, slots=True)
class SchoolDone:
    """What became of the papers of one school."""

    code: str
    group: str
    findings: tuple[Finding, ...]
    """Contradictions in its dossier."""
    papers: tuple[PaperDone, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """What a worker did in one go."""

    schools: tuple[SchoolDone, ...]


def make_papers(order: Order, dossiers: Sequence[Dossier], known: Known) -> Done:
    """The papers of these schools, made and written; a fault of one paper never stops the others."""
    templates = _Templates(order)
    schools = [_Maker(order, dossier, known, templates) for dossier in dossiers]
    for school in schools:
        school.prepare()
    ahead = [one.ahead for school in schools for one in school.drafts if one.ahead is not None]
    fault = _say(ahead_of(order, dossiers), ahead) if ahead and order.keeping else None
    return Done(tuple(school.finish(fault) for school in schools))


def ahead_of(order: Order, dossiers: Sequence[Dossier]) -> Path:
    """The file in which a worker says what it will write for these schools; to be removed once that is recorded."""
    return order.store / AHEAD / f"{digest_of(dossiers[0].school.code.encode()).hex()}.json"


def _say(file: Path, ahead: Sequence[Ahead]) -> OSError | None:
    """Say ahead what will be written; why it could not be said."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(each.line() for each in ahead) + "\n", "utf-8")
    except OSError as error:
        return error
    return None


def failed(order: Order, dossier: Dossier, finding: Finding) -> Done:
    """A school none of whose papers could be made."""
    papers = tuple(PaperDone(kind.key, item, Outcome.FAILED, (finding,)) for kind, item in order.papers(dossier))
    return Done((SchoolDone(dossier.school.code, order.group(dossier), (), papers),))


class _Templates(dict[str, Found]):
    """Those of a chunk, by their kind, each looked for once: what its papers are told apart by is what fills them."""

    def __init__(self, order: Order) -> None:
        self._order = order

    def __missing__(self, kind: str) -> Found:
        self[kind] = found = found_template(KINDS[kind], self._order.templates)
        return found


class _Shown:
    """A dossier as the papers of a kind see it, and the digest of that, worked out when a paper asks."""

    def __init__(self, dossier: Dossier) -> None:
        self._whole = dossier
        self._promised = dossier.without_evidence

    def to(self, kind: Kind) -> tuple[Dossier, bytes]:
        """What a paper of this kind is made from."""
        return (self._whole, self._whole_digest) if kind.tells_evidence else (self._promised, self._promised_digest)

    @cached_property
    def _promised_digest(self) -> bytes:
        return digest_of(to_json(self._promised))

    @cached_property
    def _whole_digest(self) -> bytes:
        return digest_of(self._promised_digest, to_json(self._whole.evidence))


@dataclass(slots=True)
class _Draft:
    """A paper on its way: made, or found to be there already, or failed."""

    kind: Kind
    item: str
    name: str
    """Of the file, inside the folder of the run."""
    path: Path
    made: PaperDone | None = None
    """Set where nothing is to be written."""
    data: bytes = b""
    findings: tuple[Finding, ...] = ()
    ahead: Ahead | None = None


class _Maker:
    """The papers of one school."""

    def __init__(self, order: Order, dossier: Dossier, known: Known, templates: _Templates) -> None:
        self._order = order
        self._templates = templates
        self._shown = _Shown(dossier)
        self._dossier = dossier
        self._known = known
        self._code = dossier.school.code
        self._group = order.group(dossier)
        self._found = contradictions(dossier)
        self.drafts: list[_Draft] = []

    def prepare(self) -> None:
        """Everything but the writing."""
        blocked = any(self._code in fault.schools for fault in faults(self._found))
        for kind, item in self._order.papers(self._dossier):
            name = file_of(self._group, self._code, kind.key, item)
            draft = _Draft(kind, item, name, self._order.folder / name)
            self.drafts.append(draft)
            if blocked:  # nothing is printed of a school whose dossier contradicts itself
                draft.made = PaperDone(kind.key, item, Outcome.FAILED)
                continue
            with self._faults_of(draft):
                self._prepare(draft)

    def _faults_of(self, draft: _Draft) -> "_Faults":
        return _Faults(draft, self._code)

    def _prepare(self, draft: _Draft) -> None:
        kind, item, order = draft.kind, draft.item, self._order
        issue = order.issue(self._dossier, kind, item)
        template = self._templates[kind.key]
        dossier, digest = self._shown.to(kind)
        key = order.key(digest, kind, issue, template.digest)
        known, there = self._known.get(draft.name), stat_of(draft.path)
        if known and there and (known.key, known.size, known.changed) == (key, there.st_size, there.st_mtime_ns):
            found = tuple(_at(draft.path, each) for each in cautions(self._dossier, issue))
            draft.made = PaperDone(kind.key, item, Outcome.UNCHANGED, (*found, *self._judged(draft)), known)
            return
        paper = composed(kind, dossier, issue, template.template)
        draft.data = paper.to_bytes(reproducible=order.reproducible)
        draft.findings = tuple(_at(draft.path, each) for each in paper.findings)
        ahead = Ahead(draft.name, self._code, key, digest_of(draft.data), replaced=False, before=b"")
        if there is None:
            draft.ahead = ahead
        else:
            self._compare(draft, known, ahead, there)

    def _compare(self, draft: _Draft, known: Entry | None, ahead: Ahead, there: os.stat_result) -> None:
        """Whether the file that stands there may be written over: something of ours, or it was asked for."""
        old = draft.path.read_bytes()
        if old == draft.data:
            found = (*draft.findings, *self._judged(draft))
            draft.made = PaperDone(draft.kind.key, draft.item, Outcome.UNCHANGED, found, _entry(ahead, there))
            return
        ours = known is not None and known.digest == digest_of(old)
        if ours or self._order.overwrite:
            draft.ahead = replace(ahead, replaced=True, before=known.digest if known and ours else b"")
            return
        message = "đã có bản khác, được giữ nguyên: thêm --overwrite (overwrite=True) để thay"
        finding = Finding("file-kept", Severity.WARNING, message, Place(str(draft.path)), (self._code,))
        draft.made = PaperDone(draft.kind.key, draft.item, Outcome.KEPT, (finding, *draft.findings))

    def finish(self, fault: OSError | None) -> SchoolDone:
        """Write what is to be written; ``fault`` is why nothing may be."""
        papers = []
        for draft in self.drafts:
            with self._faults_of(draft):
                if draft.made is None:
                    draft.made = self._written(draft, fault)
            assert draft.made is not None  # noqa: S101 - made, or failed
            papers.append(draft.made)
            draft.data = b""
        return SchoolDone(self._code, self._group, self._found, tuple(papers))

    def _written(self, draft: _Draft, fault: OSError | None) -> PaperDone:
        if fault is not None:
            raise fault
        assert draft.ahead is not None  # noqa: S101 - set where something is to be written
        if draft.ahead.replaced:
            keep_previous(draft.path, self._order.store / PREVIOUS / draft.ahead.path)
        entry = _entry(draft.ahead, replace_whole(draft.path, draft.data))
        return PaperDone(draft.kind.key, draft.item, Outcome.MADE, (*draft.findings, *self._judged(draft)), entry)

    def _judged(self, draft: _Draft) -> tuple[Finding, ...]:
        """What the checker says of the file as written, where it is asked."""
        if not self._order.check:
            return ()
        return tuple(replace(finding, schools=(self._code,)) for finding in check_file(draft.path).all_findings)


class _Faults:
    """Whatever happens to one paper becomes a finding of it."""

    def __init__(self, draft: _Draft, school: str) -> None:
        self._draft = draft
        self._school = school

    def __enter__(self) -> None:
        """Nothing to do."""

    def __exit__(self, _: object, error: BaseException | None, __: object) -> bool:
        if error is None:
            return True
        if not isinstance(error, Exception):
            return False
        kind, item = self._draft.kind.key, self._draft.item
        found = tuple(_at(self._draft.path, each) for each in self._said(error))
        self._draft.made = PaperDone(kind, item, Outcome.FAILED, found)
        return True

    def _said(self, error: Exception) -> Sequence[Finding]:
        if isinstance(error, FindingsError):
            return error.findings
        if isinstance(error, OSError):
            code = "file-not-written"
            message = f"không ghi được ({why_not_written(error)}): đóng tệp nếu đang mở, kiểm tra quyền ghi"
        else:
            code = "program-fault"
            message = f"lỗi của chương trình ({type(error).__name__}: {error}): gửi dòng này cho người bảo trì"
        return (Finding(code, Severity.FAULT, message, Place(str(self._draft.path)), (self._school,)),)


def _entry(ahead: Ahead, there: os.stat_result) -> Entry:
    said = (ahead.path, ahead.school, ahead.key, ahead.digest)
    return Entry(*said, there.st_size, there.st_mtime_ns, ahead.replaced, ahead.before)


def _at(path: Path, finding: Finding) -> Finding:
    """A finding without a place is about the paper itself."""
    if finding.where != Place():
        return finding
    return replace(finding, where=Place(str(path)))
