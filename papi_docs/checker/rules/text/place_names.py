"""How names of places are capitalised (Annex II.III.1)."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from papi_docs.checker.rules.text.prose import LOWER, UPPER, Slip
from papi_docs.findings import Severity

__all__ = ["place_slips", "province_slips", "unit_slips"]

_MID: Final = rf"(?<=[{LOWER}{UPPER}0-9),;] )"
"""In the middle of a sentence: a letter, a figure or a comma stands before."""
_FAR: Final = 24
"""How many letters before a match are looked at."""
_QUARTER: Final = re.compile(
    r"\b(?=[qp])(?<!các )(?<!mỗi )(?<!từng )(?P<unit>quận|phường)(?= [1-9]\d?(?:[,;.)]|$| thành phố| Thành phố| TP))"
)
_CITY: Final = re.compile(r"\b(?P<unit>thành phố)(?= Hồ Chí Minh\b)|\b(?P<capital>thủ đô)(?= Hà Nội\b)")
_PROPER: Final = rf"[{UPPER}][{LOWER}]+"
_TITLED: Final = re.compile(
    rf"(?=[THQPX]){_MID}(?P<unit>Tỉnh|Huyện|Thị xã|Thị trấn|Quận|Phường|Xã|Thành phố)"
    rf"(?= (?P<name>{_PROPER}(?: {_PROPER})*))"
)
_BODY_OF: Final = re.compile(
    rf"\b(?:[Nn]hân dân|UBND|HĐND) (?P<unit>Tỉnh|Huyện|Thị xã|Thị trấn|Quận|Phường|Xã|Thành phố)(?! [{UPPER}\d])\b"
)
"""The unit of a body without its name: ``Ủy ban nhân dân Tỉnh``."""
_PERSONS: Final = frozenset(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lương Trương Đinh Mai Tô Hai Bà Quang Lam "
    "Điện Đống Cách Chi Ba Kim Tôn Hùng An Thống Chương Bạch Ngọc Cộng Tự Độc Trưng Phù Yết Ông Cô".split()
)
"""First syllables of names of persons and events: with those the common noun is capital too (II.III.1.b)."""
_WITHIN_NAME: Final = re.compile(
    r"(?:Trường|Tiểu học|Trung học cơ sở|Trung học phổ thông|THCS|THPT|TH|Mầm non|Mẫu giáo|MN|MG|Chợ|Bến xe) $"
)
"""Before a common noun that is part of the name of a school: ``Trường Tiểu học Thị trấn Sa Rài``."""
_NO_NAMES: Final = frozenset("Đoàn Ủy Đội Hội Ban".split())
_COMMON_WORDS: Final = frozenset({"hòa bình", "cao bằng", "bình định", "hải dương", "thanh hóa"})
"""Names that are words too: a mistake only where ``tỉnh`` stands before them."""


def place_slips(text: str) -> Iterator[Slip]:
    """The common noun, and the name of a province."""
    yield from unit_slips(text)
    yield from province_slips(text)


def _swap(match: re.Match[str], group: str, right: str, text: str, severity: Severity | None = None) -> Slip:
    """The word of a group as it stands and as it should, with what follows it."""
    start, end = match.span(group)
    rest = " ".join(text[end : end + _FAR].split()[:1]).strip(" ,;.")
    return Slip(start, end, f'"{match[group]} {rest}"', f'"{right} {rest}"', severity)


def unit_slips(text: str) -> Iterator[Slip]:
    """``quận 1`` wants ``Quận 1``, ``Huyện Tân Hồng`` within a sentence wants ``huyện``."""
    for form in (_QUARTER, _CITY):
        for match in form.finditer(text):
            group = "capital" if "capital" in form.groupindex and match["capital"] else "unit"
            yield _swap(match, group, match[group][0].upper() + match[group][1:], text)
    for match in _TITLED.finditer(text):
        first = match["name"].split()[0]
        if (
            _WITHIN_NAME.search(text[max(0, match.start() - _FAR) : match.start()])
            or first in _NO_NAMES
            or (first in _PERSONS and match["unit"] != "Tỉnh")
            or match["name"] == "Hồ Chí Minh"
        ):
            continue
        yield _swap(match, "unit", match["unit"].lower(), text, Severity.WARNING)
    for match in _BODY_OF.finditer(text):
        yield Slip(*match.span("unit"), f'"{match[0]}"', f'"{match[0][: -len(match["unit"])]}{match["unit"].lower()}"')


@cache
def _provinces() -> re.Pattern[str]:
    """Every province of today and of before the mergers, behind ``tỉnh`` or in a row of names."""
    table = tomllib.loads((files("papi_docs") / "data" / "ended_bodies.toml").read_text(encoding="utf-8"))["provinces"]
    names = (name for name in (*table["standing"], *table["new"]) if " " in name and "-" not in name)
    patterns = (f"{first}(?i: {re.escape(rest)})" for first, rest in (name.split(" ", 1) for name in names))
    return re.compile(rf"(?:(?P<unit>[Tt]ỉnh )|(?<=, )|(?<=[(]))(?P<name>{'|'.join(patterns)})\b")


def province_slips(text: str) -> Iterator[Slip]:
    """``tỉnh Bình thuận`` wants ``Bình Thuận``."""
    for match in _provinces().finditer(text):
        name = match["name"]
        if any(word[0].islower() for word in name.split()) and (match["unit"] or name.lower() not in _COMMON_WORDS):
            yield Slip(*match.span("name"), f'"{name}"', f'"{name.title()}"')
