"""A school, what it promised and did in one school year, and a named group of such schools."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property, lru_cache
from typing import Self

from pydantic import Field, model_validator

from papi_docs.errors import UsageError
from papi_docs.findings import Finding
from papi_docs.html import table
from papi_docs.model.base import Line, OptionalLine, Value
from papi_docs.model.bodies import Authority, Unit
from papi_docs.model.calendar import Calendar
from papi_docs.model.contents import Content, nine_contents
from papi_docs.model.evidence import Evidence
from papi_docs.model.papers import IssuedPaper, LegalBasis, Recipient, Role, Symbol
from papi_docs.model.people import Person, Signer
from papi_docs.model.plan import Plan
from papi_docs.vietnamese import safe_file_name

__all__ = ["District", "Dossier", "School"]


class School(Value):
    """A school (trường)."""

    code: Line
    """How files and rows name it: ``THTP3``."""
    name: Line
    """``Trường Tiểu học Tân Phước 3``."""
    symbol: Symbol
    province: Unit
    district: Unit | None = None
    """Until 30/6/2025."""
    commune: Unit
    phone: OptionalLine = ""
    email: OptionalLine = ""
    authorities: tuple[Authority, ...] = ()
    """Dated rows that win over what follows from the units."""

    def authority(self, on: date) -> Authority:
        """Who stands above the school on a day.

        Raises:
            ModelError: the units known are not those of that day.
        """
        for authority in self.authorities:
            if on in authority.period:
                return authority
        return _by_law(on, self.commune, self.district, self.province)


@lru_cache(1 << 10)
def _by_law(on: date, commune: Unit, district: Unit | None, province: Unit) -> Authority:
    """The same for every school of a commune, and asked for by each of their papers."""
    return Authority.resolve(on, commune=commune, district=district, province=province)


_NO_EVIDENCE = Evidence()


class Dossier(Value):
    """The whole of what one school promised and did in one school year; every paper is made from it."""

    school: School
    calendar: Calendar
    contents: tuple[Content, ...] = Field(default_factory=nine_contents, min_length=1)
    staff: tuple[Person, ...]
    signer: Signer
    plan: Plan
    bases: tuple[LegalBasis, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    """Beside the superior body, which follows from the date."""
    drafted_on: date
    """Month in which drafts are dated."""
    issued: tuple[IssuedPaper, ...] = ()
    evidence: Evidence = _NO_EVIDENCE

    @model_validator(mode="after")
    def _contents_are_known(self) -> Self:
        known = {content.code for content in self.contents}
        codes = {code for assignment in self.plan.assignments for code in assignment.task.contents}
        if codes - known:
            message = f"không có nội dung PAPI mã {', '.join(sorted(codes - known))}: chọn trong {', '.join(known)}"
            raise ValueError(message)
        return self

    def __repr__(self) -> str:
        return f"<Dossier {self.school.code}: {self.school.name}, {self.calendar.label}>"

    def _repr_html_(self) -> str:
        rows = [
            (at, assignment.task.content, assignment.task.deadline.text(self.calendar), assignment.lead.name)
            for at, assignment in enumerate(self.plan.assignments, start=1)
        ]
        caption = f"{self.school.name}, năm học {self.calendar.label}, người ký: {self.signer.person.name}"
        return table(caption, ("STT", "Nhiệm vụ", "Thời hạn", "Chủ trì"), rows)

    def bases_of(self, role: Role) -> tuple[LegalBasis, ...]:
        """The cited documents of a role, in their order."""
        return tuple(basis for basis in self.bases if basis.role is role)

    @property
    def without_evidence(self) -> Self:
        """What the school promised, without what it did."""
        return self if self.evidence is _NO_EVIDENCE else self.model_copy(update={"evidence": _NO_EVIDENCE})

    def issued_as(self, kind: str) -> IssuedPaper | None:
        """Number and date that the paper of a kind was given, if it was."""
        return next((paper for paper in self.issued if paper.kind == kind), None)


def _folder(code: str) -> str:
    """What tells the folders of two schools apart, on a system that takes capitals for small letters too."""
    return safe_file_name(code).casefold()


class District(Value):
    """A named group of schools (a district, a commune, a cluster), as one workbook describes it."""

    name: Line
    dossiers: tuple[Dossier, ...]
    findings: tuple[Finding, ...] = ()
    """Warnings, and the faults of schools that were left out on demand."""

    @model_validator(mode="after")
    def _codes_differ(self) -> Self:
        folders = Counter(_folder(code) for code in self.codes)
        twice = sorted({code for code in self.codes if folders[_folder(code)] > 1})
        if twice:
            message = f"mã trường trùng nhau: {', '.join(twice)}: đặt mỗi trường một mã"
            raise ValueError(message)
        return self

    def __repr__(self) -> str:
        return f"<District {self.name}: {', '.join(self.codes)}>"

    def _repr_html_(self) -> str:
        rows = [
            (dossier.school.code, dossier.school.name, dossier.signer.person.name, len(dossier.plan.assignments))
            for dossier in self.dossiers
        ]
        return table(self.name, ("Mã trường", "Tên trường", "Người ký", "Số nhiệm vụ"), rows)

    @property
    def codes(self) -> tuple[str, ...]:
        """School codes in the order of the workbook."""
        return tuple(dossier.school.code for dossier in self.dossiers)

    def __getitem__(self, code: str) -> Dossier:
        """The dossier of a school.

        Raises:
            UsageError: no school has that code.
        """
        if code in self._by_code:
            return self._by_code[code]
        known = f"chọn trong {', '.join(self.codes)}" if self.codes else "nhóm chưa có trường nào"
        raise UsageError(f'không có trường "{code}": {known}')

    @cached_property
    def _by_code(self) -> dict[str, Dossier]:
        return {dossier.school.code: dossier for dossier in self.dossiers}

    def model_copy(self, *, update: Mapping[str, object] | None = None, deep: bool = False) -> Self:
        """As of every model; a copy may have other schools, so it looks them up anew."""
        copy = super().model_copy(update=update, deep=deep)
        copy.__dict__.pop("_by_code", None)
        return copy

    def schools(self) -> Iterator[School]:
        """The schools in the order of the workbook."""
        return (dossier.school for dossier in self.dossiers)
