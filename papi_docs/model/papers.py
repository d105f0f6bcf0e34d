"""What identifies and addresses a paper: number, symbol, legal basis, recipients."""

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator

from papi_docs.decree30 import DOCUMENT_TYPES
from papi_docs.model.base import Line, OptionalLine, Value
from papi_docs.vietnamese import fold_tone, long_date

__all__ = [
    "IssuedPaper",
    "LegalBasis",
    "Recipient",
    "Role",
    "Symbol",
    "number_text",
    "suggest_symbol",
    "symbol_of",
]


def _symbol(text: str) -> str:
    if re.fullmatch(r"[^\W_]+(?:[&.-][^\W_]+)*", text):
        return text
    message = (
        f'"{text}" không phải ký hiệu: chỉ ghi chữ, số, dấu &, dấu chấm và dấu -, không có khoảng trắng, ví dụ THTP3'
    )
    raise ValueError(message)


Symbol = Annotated[Line, AfterValidator(_symbol)]
"""Abbreviation of an issuing body in its document symbols: ``THTP3`` (I.II.3)."""


def symbol_of(document_type: str, issuer: str) -> str:
    """``KH-THTP3`` for ``("Kế hoạch", "THTP3")`` (Annex III, form 1.4).

    Raises:
        KeyError: the decree has no such type.
    """
    return f"{DOCUMENT_TYPES[document_type]}-{issuer}"


_KINDS_OF_SCHOOL = (
    ("trung học cơ sở và trung học phổ thông", "THCS&THPT"),
    ("tiểu học và trung học cơ sở", "TH&THCS"),
    ("trung học phổ thông", "THPT"),
    ("trung học cơ sở", "THCS"),
    ("tiểu học", "TH"),
    ("mầm non", "MN"),
    ("mẫu giáo", "MG"),
)


_SHORT_KINDS = frozenset({"PT", "PTDTBT", "PTDTNT", *(short for _, short in _KINDS_OF_SCHOOL)})
"""Kinds that many names carry abbreviated already: ``Trường TH Tân Phước 1``."""


def suggest_symbol(name: str) -> str:
    """A symbol from a school's name: ``THTP3`` for ``Trường Tiểu học Tân Phước 3``; the head decides."""
    rest = fold_tone(name).removeprefix("trường ")
    for phrase, short in _KINDS_OF_SCHOOL:
        rest = rest.replace(fold_tone(phrase), short)
    words = [re.sub(r"[^\w&]", "", word) for word in rest.split()]
    return "".join(
        word.upper() if word.isdigit() or word.upper() in _SHORT_KINDS else word[:1].upper() for word in words
    )


def _from_one(number: int) -> int:
    if number < 1:
        message = f"số văn bản bắt đầu từ 1, không phải {number}: ghi lại số"
        raise ValueError(message)
    return number


class IssuedPaper(Value):
    """Number and date that a paper was given when it was issued (articles 15 and 16)."""

    kind: Line
    number: Annotated[int, AfterValidator(_from_one)]
    day: date


class Role(StrEnum):
    """What an earlier document is to the plan."""

    BASIS = "Căn cứ"
    """Stands among the bases; the first one is the superior's plan."""
    DIRECTIVE = "Chỉ thị gắn thực hiện"
    """Cited in part III of the plan."""


_WITHOUT_NUMBER = re.compile(r"(?:hiến pháp|luật|bộ luật|pháp lệnh)(?: |$)")
_STARTS_OF_SUBJECT = ("ban hành", "quy định", "hướng dẫn", "phê duyệt", "sửa đổi", "bổ sung", "quy chế")
_DOTS = "…" * 12


class LegalBasis(Value):
    """An earlier document that a paper cites (căn cứ, I.II.6.a).

    What is missing prints room to write it in by hand.
    """

    role: Role = Role.BASIS
    document_type: Line
    """``Kế hoạch``, ``Quyết định``, ``Luật`` …"""
    number: OptionalLine = ""
    """With its symbol, as its issuer wrote it: ``861/KH-PGD&ĐT``. Laws and ordinances have none."""
    day: date | None = None
    issuer: OptionalLine = ""
    subject: OptionalLine = ""

    @property
    def is_law(self) -> bool:
        """Laws and ordinances are cited without number and issuer (I.II.6.a)."""
        return _is_law(self.document_type)

    @property
    def citation(self) -> str:
        """The full first citation: type, number, date, issuer, subject (I.II.6.a)."""
        day = long_date(self.day) if self.day else f"ngày {_DOTS[:3]} tháng {_DOTS[:3]} năm {_DOTS[:5]}"
        subject = self.subject.rstrip(" .,;")
        if self.is_law:
            return f"{_law_name(self.document_type, subject)} {day}"
        number, issuer = self.number or _DOTS[:5], self.issuer or _DOTS
        return f"{self.document_type} số {number} {day} của {issuer} {_subject_phrase(subject or _DOTS)}"


_CITED = 1 << 10
"""How many are remembered: every school cites the same documents in each of its papers."""


@lru_cache(_CITED)
def _is_law(document_type: str) -> bool:
    return _WITHOUT_NUMBER.match(fold_tone(document_type)) is not None


@lru_cache(_CITED)
def _law_name(document_type: str, subject: str) -> str:
    """``Luật Giáo dục``, whether the name stands with the type, apart from it, or in both places."""
    if not subject or fold_tone(subject) in fold_tone(document_type):
        return document_type
    return subject if fold_tone(subject).startswith(fold_tone(document_type)) else f"{document_type} {subject}"


@lru_cache(_CITED)
def _subject_phrase(subject: str) -> str:
    subject = re.sub(r"^V/v\b[.:]?\s*", "Về việc ", subject, flags=re.IGNORECASE)
    folded = fold_tone(subject)
    if folded.startswith(("về ", *_STARTS_OF_SUBJECT)):
        return subject[0].lower() + subject[1:]
    return f"về {subject}"


class Recipient(Value):
    """One line of ``Nơi nhận`` (I.II.9.b)."""

    name: Line
    purpose: Annotated[OptionalLine, AfterValidator(lambda text: text.strip("() "))] = ""
    """``b/c`` báo cáo, ``t/h`` thực hiện, ``p/h`` phối hợp; brackets typed around it go."""

    @property
    def text(self) -> str:
        """``PGDĐT (b/c)``."""
        return f"{self.name} ({self.purpose})" if self.purpose else self.name


def number_text(number: int) -> str:
    """Numbers below 10 get a leading zero (I.II.3): ``05``; large ones have no dot: ``1663``."""
    return f"{number:02}"
