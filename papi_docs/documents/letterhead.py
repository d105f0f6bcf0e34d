"""What stands around the content of every paper: letterhead, recipients, signature."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import attrgetter

from papi_docs.decree30 import (
    ELEMENTS,
    ISSUER_RULE,
    MOTTO,
    MOTTO_RULE,
)
from papi_docs.errors import ComposeError, UsageError
from papi_docs.filling import Blank
from papi_docs.findings import Finding, Severity
from papi_docs.layout import LETTERHEAD
from papi_docs.model import Dossier, Recipient, Signer, number_text, symbol_of
from papi_docs.typography import Face, break_lines, text_width, units_of
from papi_docs.vietnamese import PartialDate, fold_accents, fold_tone, long_date

__all__ = [
    "Issue",
    "Letterhead",
    "Signature",
    "compose_letterhead",
    "recipient_lines",
    "rule_length",
    "signature",
]

_EMU_PER_MM = 36_000
_NUMBER_ROOM = Blank(6)
_SCHOOLS = 1 << 8
"""How many names are remembered as they were fitted: a school's dozen papers are made one after the other."""


@dataclass(frozen=True, slots=True)
class Issue:
    """When a paper is dated, and its number once it has one; a draft has neither number nor day yet.

    Number and day are given after the signature (articles 15 and 16): a draft has room for both.
    """

    on: date
    number: int | None = None
    item: str = ""
    """Which of several papers of one kind: the code of an inspection."""

    def __post_init__(self) -> None:
        """Raises UsageError for a number that no register begins with."""
        if self.number is not None and self.number < 1:
            raise UsageError(f"số văn bản bắt đầu từ 1, không phải {self.number}")

    @property
    def is_draft(self) -> bool:
        """Whether number and day are still to be written in."""
        return self.number is None

    @property
    def number_text(self) -> str:
        """``05``, or room."""
        return _NUMBER_ROOM if self.number is None else number_text(self.number)

    @property
    def day_text(self) -> str:
        """``ngày 20 tháng 7 năm 2021``, in a draft with room for the day."""
        return _long_date(self.on, with_day=not self.is_draft)


@lru_cache(256)
def _long_date(on: date, *, with_day: bool) -> str:
    return long_date(on if with_day else PartialDate.of(on).without_day())


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Fields of the letterhead (I.II.1 to I.II.4). Rules in EMU, as long as the decree wants them."""

    superior: tuple[str, ...]
    issuer: tuple[str, ...]
    names_small: bool
    """Whether the two names are set in 12 points instead of 13."""
    issuer_rule: int
    motto_rule: int
    number: str
    place_and_date: str
    date_small: bool


@dataclass(frozen=True, slots=True)
class Signature:
    """Fields of the signature block (I.II.7)."""

    lines: tuple[str, ...]
    name: str


def compose_letterhead(dossier: Dossier, document_type: str, issue: Issue) -> Letterhead:
    """The letterhead of a school's paper on its day, every line measured so that none wraps.

    Raises:
        ModelError: it is not known who stands above the school on that day.
        ComposeError: a name does not fit even after breaking.
    """
    authority = dossier.school.authority(issue.on)
    names = _fit_names(authority.superior.letterhead, dossier.school.name.upper())
    place_and_date, date_small = _fit_date(authority.place, issue.day_text)
    return Letterhead(
        superior=names.superior,
        issuer=names.issuer,
        names_small=names.small,
        issuer_rule=rule_length(names.issuer, ISSUER_RULE.preferred, Face.BOLD, _size("issuer", small=names.small)),
        motto_rule=rule_length((MOTTO,), MOTTO_RULE.preferred, Face.BOLD, _size("motto")),
        number=_fit_number(f"Số: {issue.number_text}/{symbol_of(document_type, dossier.school.symbol)}"),
        place_and_date=place_and_date,
        date_small=date_small,
    )


def _size(key: str, *, small: bool = False) -> float:
    size = ELEMENTS[key].size
    return size.least if small else size.preferred


@dataclass(frozen=True, slots=True)
class _Names:
    """The two names as they stand in the letterhead."""

    superior: tuple[str, ...]
    issuer: tuple[str, ...]
    small: bool

    @property
    def lines(self) -> int:
        """Of both."""
        return len(self.superior) + len(self.issuer)


@lru_cache(_SCHOOLS)
def _fit_names(superior: str, issuer: str) -> _Names:
    """Both names on one line in 13 points, else in 12, else broken where the words allow it."""
    names = (("superior", superior, Face.REGULAR), ("issuer", issuer, Face.BOLD))
    for small in (False, True):
        fewest = sum(
            1 if text_width(name, face, _size(key, small=small)) <= _NAMES_WIDTH else 2 for key, name, face in names
        )
        if fewest == len(names):
            return _Names((superior,), (issuer,), small)
    large = _broken_names(superior, issuer, small=False)
    if large.lines <= fewest:  # what 12 points could do at best
        return large
    return min(large, _broken_names(superior, issuer, small=True), key=attrgetter("lines"))


_NAMES_WIDTH = LETTERHEAD.left - LETTERHEAD.safety


def _broken_names(superior: str, issuer: str, *, small: bool) -> _Names:
    return _Names(
        _broken("superior", superior, Face.REGULAR, small), _broken("issuer", issuer, Face.BOLD, small), small
    )


@lru_cache(_SCHOOLS)
def _broken(key: str, name: str, face: Face, small: bool) -> tuple[str, ...]:
    """Of all schools of a commune, the superior is one."""
    element = ELEMENTS[key]
    lines = break_lines(_units_of_name(name), _NAMES_WIDTH, face, _size(key, small=small))
    if lines is None:
        finding = Finding("name-too-wide", Severity.FAULT, f'"{name}" có từ quá dài cho tiêu đề: viết ngắn lại')
        raise ComposeError(f"Không đặt vừa {element.name}.", [finding])
    return lines


_KINDS_OF_SCHOOL = frozenset(
    {
        "trường",
        "phổ thông",
        "dân tộc",
        "bán trú",
        "nội trú",
        "tiểu học",
        "trung học cơ sở",
        "trung học phổ thông",
        "mầm non",
        "mẫu giáo",
        *("th", "thcs", "thpt", "pt"),
    }
)


def _units_of_name(name: str) -> tuple[str, ...]:
    """The words for the kind as phrases, then the proper name in one piece: it is not torn while it fits."""
    units = units_of(name)
    at = next((at for at, unit in enumerate(units) if not _is_kind(unit)), len(units))
    return (*units[:at], " ".join(units[at:])) if 0 < at < len(units) else units


def _is_kind(unit: str) -> bool:
    return fold_tone(unit).removeprefix("và ") in _KINDS_OF_SCHOOL


def _fit_date(place: str, day: str) -> tuple[str, bool]:
    """The line in 14 points, else in 13; a place too long even then stands on a line of its own."""
    line = f"{place}, {day}"
    for small in (False, True):
        if text_width(line, Face.ITALIC, _size("place_and_date", small=small)) <= LETTERHEAD.right:
            return line, small
    return f"{place},\n{day}", True


def _fit_number(line: str) -> str:
    if text_width(line, Face.REGULAR, _size("number")) > LETTERHEAD.left:
        finding = Finding("symbol-too-wide", Severity.FAULT, f'"{line}" dài hơn một dòng: đặt ký hiệu trường ngắn hơn')
        raise ComposeError("Không đặt vừa số, ký hiệu.", [finding])
    return line


@lru_cache(_SCHOOLS)
def rule_length(lines: tuple[str, ...], share: float, face: Face, size: float) -> int:
    """Length in EMU of a rule under some lines: a share of the width of the widest one."""
    return round(share * max(text_width(line, face, size) for line in lines) * _EMU_PER_MM)


def recipient_lines(dossier: Dossier, on: date, *, addressed: bool = False) -> tuple[str, ...]:
    """Lines of ``Nơi nhận``: the superior of that day first, the file copy last (I.II.9.b).

    An ``addressed`` paper names the superior under ``Kính gửi``; its first recipient is ``Như trên``.
    """
    others = tuple([(recipient.name, recipient.text) for recipient in dossier.recipients])
    return _recipient_lines(dossier.school.authority(on).superior.code, addressed, others)


@lru_cache(_SCHOOLS)
def _recipient_lines(superior: str, addressed: bool, others: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """``others``: name and text of each. Most schools of a district write to the same."""
    first = Recipient(name="Như trên") if addressed else Recipient(name=superior, purpose="b/c")
    known = {_plain(superior), "luu"}
    named = [f"- {text};" for text in (first.text, *(text for name, text in others if _plain(name) not in known))]
    return (*named, "- Lưu: VT.")


def _plain(name: str) -> str:
    """``PGD&ĐT`` and ``PGDĐT`` are one recipient, ``Lưu: VT`` is none."""
    return fold_accents(name.replace("&", "").partition(":")[0])


def signature(signer: Signer) -> Signature:
    """The signature block of a signer."""
    return Signature(signer.lines, signer.person.name)
