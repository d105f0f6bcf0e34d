"""People of a school, and in which capacity one of them signs."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Self

from pydantic import AfterValidator, model_validator

from papi_docs.model.base import Line, OptionalLine, Value
from papi_docs.vietnamese import fold_tone, name_key

__all__ = ["HEAD_TITLE", "Capacity", "Person", "Signer"]

HEAD_TITLE = "Hiệu trưởng"

_TITLES_BEFORE_A_NAME = re.compile(
    r"^(?:(?:GS|PGS|TS|Th\.?S|CN|BS|KS|NGƯT|NGND|Thạc sĩ|Tiến sĩ|Thầy|Cô|Ông|Bà)(?:\.|\s)\s*)+", re.IGNORECASE
)
_RANKS = (
    "hiệu trưởng",
    "quyền hiệu trưởng",
    "phó hiệu trưởng",
    "tổng phụ trách",
    "tổ trưởng",
    "tổ phó",
    "giáo viên",
)


_ACTING_HEAD = re.compile(r"(?:quyền |q\. ?|q )hiệu trưởng$")
_DEPUTY = re.compile(r"(?:phó |p\. ?|p )hiệu trưởng\b")


def _bare_name(name: str) -> str:
    title = _TITLES_BEFORE_A_NAME.match(name)
    if title:
        message = f'bỏ "{title[0].strip()}" trước họ tên: ghi "{name[title.end() :]}" (Phụ lục I.II.7.b)'
        raise ValueError(message)
    return name


class Person(Value):
    """A member of staff (cán bộ, giáo viên, nhân viên)."""

    name: Annotated[Line, AfterValidator(_bare_name)]
    position: Line
    """Chức vụ: ``Hiệu trưởng``, ``Phó Hiệu trưởng``, ``Giáo viên`` …"""
    duty: OptionalLine = ""
    """Phụ trách: what tells two holders of one position apart (``chuyên môn``, ``lớp 1A``)."""
    team: OptionalLine = ""
    phone: OptionalLine = ""
    email: OptionalLine = ""

    @property
    def is_head(self) -> bool:
        """The head of the school, not an acting one."""
        return fold_tone(self.position) == fold_tone(HEAD_TITLE)

    @property
    def is_acting_head(self) -> bool:
        """Quyền Hiệu trưởng."""
        return _ACTING_HEAD.match(fold_tone(self.position)) is not None

    @property
    def is_deputy(self) -> bool:
        """Phó Hiệu trưởng, also one in charge (phụ trách): signs for the head all the same (article 13)."""
        return _DEPUTY.match(fold_tone(self.position)) is not None

    @property
    def rank(self) -> tuple[int, object]:
        """Sort key: by position, then by given name."""
        return _level(self.position), name_key(self.name)


@lru_cache(1 << 10)
def _level(position: str) -> int:
    """Among the ranks: every school has the same few positions."""
    folded = fold_tone(position)
    rank = "phó hiệu trưởng" if _DEPUTY.match(folded) else folded
    rank = "quyền hiệu trưởng" if _ACTING_HEAD.match(folded) else rank
    return next((at for at, start in enumerate(_RANKS) if rank.startswith(start)), len(_RANKS))


class Capacity(StrEnum):
    """In which capacity a person signs (Annex I.II.7.a, article 13)."""

    HEAD = "người đứng đầu"
    ACTING = "Q."
    FOR_HEAD = "KT."
    ON_BEHALF = "TM."
    BY_ORDER = "TL."
    DELEGATED = "TUQ."


def _without_tm(collective: str) -> str:
    return re.sub(r"^TM\.?\s+", "", collective, flags=re.IGNORECASE)


class Signer(Value):
    """Who signs and how: the lines above the signature (quyền hạn, chức vụ của người ký)."""

    person: Person
    capacity: Capacity
    collective: Annotated[OptionalLine, AfterValidator(_without_tm)] = ""
    """For ``TM.`` only: the collective, ``Hội đồng trường``; the position is then the one in it."""

    @classmethod
    def usual(cls, person: Person) -> Self:
        """The capacity that follows from the position alone.

        Raises:
            ValidationError: none does; ``TL.`` and ``TUQ.`` have to be said.
        """
        if person.is_acting_head:
            return cls(person=person, capacity=Capacity.ACTING)
        return cls(person=person, capacity=Capacity.FOR_HEAD if person.is_deputy else Capacity.HEAD)

    @model_validator(mode="after")
    def _possible(self) -> Self:
        reason = self._impossible()
        if reason:
            raise ValueError(f"{self.person.name} ({self.person.position}): {reason}")
        return self

    def _impossible(self) -> str:
        person, capacity = self.person, self.capacity
        if capacity is Capacity.ON_BEHALF:
            if person.is_head or person.is_acting_head or person.is_deputy:
                return "TM. là thay mặt tập thể; Hiệu trưởng, Phó Hiệu trưởng ký cho trường không ghi TM.: bỏ TM."
            return "" if self.collective else 'ký TM. phải có tên tập thể: ghi thêm, ví dụ "Hội đồng trường"'
        if self.collective:
            return f"tên tập thể chỉ đi với TM., không đi với {capacity}: bỏ tên tập thể, hoặc chọn TM."
        return _IMPOSSIBLE[capacity](person)

    @property
    def lines(self) -> tuple[str, ...]:
        """The one or two lines in capitals above the signature."""
        head, own = HEAD_TITLE.upper(), self._own_title.upper()
        match self.capacity:
            case Capacity.HEAD:
                return (head,)
            case Capacity.ACTING:
                return (f"Q. {head}",)
            case Capacity.ON_BEHALF:
                return (f"TM. {self.collective.upper()}", own)
            case _:
                return (f"{self.capacity} {head}", own)

    @property
    def _own_title(self) -> str:
        return "Phó Hiệu trưởng" if self.person.is_deputy else self.person.position


def _must_be_head(person: Person) -> str:
    if person.is_head:
        return ""
    if person.is_acting_head:
        return "quyền Hiệu trưởng ký là Q. HIỆU TRƯỞNG: ghi Q."
    if person.is_deputy:
        return "Phó Hiệu trưởng ký thay: ghi KT."
    return "không phải Hiệu trưởng: ghi TL. hoặc TUQ. nếu được giao ký, hoặc chọn Hiệu trưởng"


def _must_be_acting(person: Person) -> str:
    return "" if person.is_acting_head else "chỉ người giữ quyền Hiệu trưởng ký Q.: bỏ Q. hoặc chọn người khác"


def _must_be_deputy(person: Person) -> str:
    if person.is_deputy:
        return ""
    if person.is_head or person.is_acting_head:
        return "người đứng đầu không ký thay chính mình: bỏ KT."
    return "KT. chỉ dành cho Phó Hiệu trưởng: ghi TL. hoặc TUQ. nếu được giao ký"


def _must_be_below(person: Person) -> str:
    if person.is_head or person.is_acting_head:
        return "người đứng đầu không ký thừa lệnh hay thừa ủy quyền của chính mình: bỏ TL., TUQ."
    return "Phó Hiệu trưởng ký thay: ghi KT." if person.is_deputy else ""


_IMPOSSIBLE = {
    Capacity.HEAD: _must_be_head,
    Capacity.ACTING: _must_be_acting,
    Capacity.FOR_HEAD: _must_be_deputy,
    Capacity.BY_ORDER: _must_be_below,
    Capacity.DELEGATED: _must_be_below,
}
