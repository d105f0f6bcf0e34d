"""Administrative units and bodies, and who stands above a school on a given day.

Until 30/6/2025 a primary school stands under the education office of its district; from
01/7/2025 there is no district level and it stands under the people's committee of its commune.
"""

import re
import tomllib
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Self

from pydantic import model_validator

from papi_docs.errors import ModelError
from papi_docs.model.base import Line, Period, Value
from papi_docs.vietnamese import fold_tone, short_date, squeeze

__all__ = ["DISTRICTS_END", "Authority", "Body", "Level", "Succession", "Unit", "abbreviate", "successions"]

DISTRICTS_END = date(2025, 6, 30)
"""Last day of the district level."""


class Level(StrEnum):
    """Level of local government."""

    PROVINCE = "cấp tỉnh"
    DISTRICT = "cấp huyện"
    COMMUNE = "cấp xã"


_KINDS = {
    Level.PROVINCE: ("tỉnh", "thành phố"),
    Level.DISTRICT: ("huyện", "quận", "thị xã", "thành phố"),
    Level.COMMUNE: ("xã", "phường", "thị trấn", "đặc khu"),
}

_SHORT_KINDS = {
    "TP": "thành phố",
    "TX": "thị xã",
    "TT": "thị trấn",
    "T": "tỉnh",
    "H": "huyện",
    "Q": "quận",
    "X": "xã",
    "P": "phường",
}
"""Kinds as people abbreviate them, always with a full stop: ``TP. Hồ Chí Minh``."""
_SHORT_KIND = re.compile(rf"^({'|'.join(_SHORT_KINDS)})\. ?(?=\S)", re.IGNORECASE)
_ANY_KIND = re.compile(rf"(?:{'|'.join(kind for kinds in _KINDS.values() for kind in kinds)})(?: |$)", re.IGNORECASE)

_NAMED_AFTER_PEOPLE = frozenset(
    name.strip()
    for name in """
        an dương vương, bùi thị xuân, cách mạng tháng tám, điện biên phủ, đinh tiên hoàng, hai bà trưng,
        hồ chí minh, hoàng diệu, hoàng hoa thám, hoàng văn thụ, lê chân, lê đại hành, lê hồng phong, lê lợi,
        lê thánh tông, lý thái tổ, lý thường kiệt, minh khai, ngô mây, ngô quyền, nguyễn an ninh, nguyễn cư trinh,
        nguyễn du, nguyễn huệ, nguyễn thái học, nguyễn trãi, nguyễn văn cừ, phạm ngũ lão, phan bội châu,
        phan chu trinh, phan đình phùng, quang trung, trần hưng đạo, trần nguyên hãn, trần phú, trần quang khải,
        trần quốc toản, trưng vương, võ thị sáu
    """.split(",")
)
"""Names of people and events take the common noun with a capital (Annex II); the well-known ones."""


class Unit(Value):
    """An administrative unit (đơn vị hành chính): ``Unit.read("xã An Phước", Level.COMMUNE)``."""

    level: Level
    kind: Line
    """Lower case: ``"xã"``, ``"huyện"`` …"""
    name: Line

    @model_validator(mode="after")
    def _kind_of_level(self) -> Self:
        if self.kind not in _KINDS[self.level]:
            message = f'"{self.kind}" không phải đơn vị {self.level}: ghi một trong {", ".join(_KINDS[self.level])}'
            raise ValueError(message)
        return self

    @classmethod
    def read(cls, text: str, level: Level, *, default_kind: str | None = None) -> Self:
        """Read ``"Xã An Phước"`` or ``"X. An Phước"``; a bare name takes ``default_kind``.

        Raises:
            ModelError: no kind of this level stands before the name, and there is no default or a kind
                of another level stands there.
        """
        line = _SHORT_KIND.sub(lambda found: f"{_SHORT_KINDS[found[1].upper()]} ", squeeze(text), count=1)
        for kind in _KINDS[level]:
            found = re.fullmatch(rf"{kind} (.+)", line, re.IGNORECASE)
            if found:
                return cls(level=level, kind=kind, name=found[1])
        if _ANY_KIND.match(line):
            raise ModelError(f'"{line}" không phải đơn vị {level}: ghi {", ".join(_KINDS[level])} rồi tên đơn vị')
        if default_kind is None:
            kinds = ", ".join(_KINDS[level])
            raise ModelError(f'"{line}" thiếu loại đơn vị: ghi {kinds} trước tên, ví dụ "{_KINDS[level][0]} {line}"')
        return cls(level=level, kind=default_kind, name=line)

    @property
    def full(self) -> str:
        """Kind and name with the capitals of Annex II: ``xã An Phước``, ``Phường 1``."""
        return (
            f"{self.kind[0].upper()}{self.kind[1:]} {self.name}"
            if self._kind_is_capital
            else f"{self.kind} {self.name}"
        )

    @property
    def place(self) -> str:
        """Place before the date (địa danh, Annex I.II.4): the bare name where it is one."""
        return self.full if self._kind_is_capital else self.name

    @property
    def _kind_is_capital(self) -> bool:
        return self.name[0].isdigit() or fold_tone(self.name) in _NAMED_AFTER_PEOPLE


_COMMON_PHRASES = (
    (re.compile(r"(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân", re.IGNORECASE), "UBND"),
    (re.compile(r"Giáo\s+dục\s+và\s+Đào\s+tạo", re.IGNORECASE), "GDĐT"),
    (re.compile(r"Hội\s+đồng\s+nhân\s+dân", re.IGNORECASE), "HĐND"),
)


@lru_cache(1 << 10)
def abbreviate(name: str) -> str:
    """The name of a superior body with its common phrases abbreviated, as Annex I.II.2 allows."""
    for phrase, short in _COMMON_PHRASES:
        name = phrase.sub(short, name)
    return name


class Body(Value):
    """A body (cơ quan, tổ chức) under its official name."""

    name: Line
    """``Phòng Giáo dục và Đào tạo huyện Tân Hồng``."""
    called: Line
    """In running text: ``Phòng GDĐT``."""
    code: Line
    """In the list of recipients: ``PGDĐT``."""

    @property
    def short(self) -> str:
        """``Phòng GDĐT huyện Tân Hồng``."""
        return abbreviate(self.name)

    @property
    def letterhead(self) -> str:
        """As it stands above a school's name: capitals, common phrases abbreviated (I.II.2)."""
        return self.short.upper()

    @classmethod
    def education_office(cls, district: Unit) -> Self:
        """Phòng Giáo dục và Đào tạo of a district, until 30/6/2025."""
        return cls(name=f"Phòng Giáo dục và Đào tạo {district.full}", called="Phòng GDĐT", code="PGDĐT")

    @classmethod
    def peoples_committee(cls, unit: Unit) -> Self:
        """Ủy ban nhân dân of a unit."""
        called = f"UBND {unit.full}"
        return cls(name=f"Ủy ban nhân dân {unit.full}", called=called, code=called)

    @classmethod
    def named(cls, name: str) -> Self:
        """A body known only by its official name."""
        short = abbreviate(name)
        return cls(name=name, called=short, code=short)


class Authority(Value):
    """Who stands above a school during a period, and the place its papers are dated from."""

    period: Period = Period()
    superior: Body
    """Stands in the letterhead; reports go to it."""
    committee: Body
    """The people's committee that directs the work."""
    place: Line
    scope: Line
    """Whose PAPI result the text speaks of: ``huyện`` until 30/6/2025, ``tỉnh`` after."""

    @classmethod
    def of_district(cls, district: Unit) -> Self:
        """Under the education office of a district."""
        return cls(
            period=Period(end=DISTRICTS_END),
            superior=Body.education_office(district),
            committee=Body.peoples_committee(district),
            place=district.place,
            scope=district.kind,
        )

    @classmethod
    def of_commune(cls, commune: Unit) -> Self:
        """Under the people's committee of a commune."""
        committee = Body.peoples_committee(commune)
        start = DISTRICTS_END + timedelta(days=1)
        return cls(
            period=Period(start=start),
            superior=committee,
            committee=committee,
            place=commune.place,
            scope="tỉnh",
        )

    @classmethod
    def resolve(cls, on: date, *, commune: Unit, district: Unit | None, province: Unit) -> Self:
        """Who stands above a school of ``commune`` on a day, by the law of that day.

        Raises:
            ModelError: the units known are not those of that day.
        """
        if on <= DISTRICTS_END:
            if district is None:
                raise ModelError(
                    f"ngày {short_date(on)} trường còn thuộc Phòng GDĐT: ghi huyện ở sheet Cài đặt, "
                    "hoặc chọn ngày từ 01/7/2025"
                )
            return cls.of_district(district)
        return cls.of_commune(_commune_of_today(on, commune, district, province))


class Succession(Value):
    """A unit that replaced others, with the decision behind it."""

    decision: Line
    start: date
    province: Line
    district: Line
    new: Unit
    old: tuple[Unit, ...]


@cache
def successions() -> tuple[Succession, ...]:
    """The mergers the library knows, from ``data/units.toml``."""
    text = files("papi_docs").joinpath("data/units.toml").read_text(encoding="utf-8")
    return tuple(
        Succession(
            decision=row["decision"],
            start=row["from"],
            province=row["province"],
            district=row["district"],
            new=Unit.read(row["new"], Level.COMMUNE),
            old=tuple(Unit.read(name, Level.COMMUNE) for name in row["old"]),
        )
        for row in tomllib.loads(text)["succession"]
    )


def _commune_of_today(on: date, commune: Unit, district: Unit | None, province: Unit) -> Unit:
    if district is None:
        return commune
    for row in _of_district(successions(), district, province):
        if on >= row.start and commune in (*row.old, row.new):
            return row.new
    raise ModelError(
        f"từ 01/7/2025 không còn {district.full} và chưa biết {commune.full} nay thuộc đơn vị nào: "
        "ghi cơ quan mới ở sheet Cơ quan chủ quản"
    )


def _of_district(rows: Iterable[Succession], district: Unit, province: Unit) -> Iterable[Succession]:
    return (row for row in rows if (row.province, row.district) == (province.name, district.name))
