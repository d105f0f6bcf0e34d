"""How names of bodies are capitalised (Annex II.IV.1)."""

import re
from collections.abc import Iterator
from typing import Final

from papi_docs.checker.rules.text.prose import Slip
from papi_docs.findings import Severity

__all__ = ["body_slips"]

_FIELDS: Final = (
    "Giáo dục và Đào tạo",
    "Lao động - Thương binh và Xã hội",
    "Nông nghiệp và Phát triển nông thôn",
    "Nông nghiệp và Môi trường",
    "Tài nguyên và Môi trường",
    "Văn hóa, Thể thao và Du lịch",
    "Văn hóa và Thông tin",
    "Văn hóa - Xã hội",
    "Kế hoạch và Đầu tư",
    "Tài chính - Kế hoạch",
    "Khoa học và Công nghệ",
    "Thông tin và Truyền thông",
    "Giao thông vận tải",
    "Dân tộc và Tôn giáo",
)
"""Fields of ministries, departments and offices that have more than one syllable to set in capitals."""

_SEVERAL: Final = ("các", "mỗi", "những", "cấp", "nhiều", "từng", "một số")
"""Before a body these say that no particular one is meant."""

_COMPOUND: Final = ("cơ", "trụ", "cán", "toàn", "nội", "đồng", "tiến", "đảng", "chi", "liên", "văn", "quốc", "dự", "đề")
"""With the next syllable these are another word: ``cơ sở``, ``cán bộ``, ``văn phòng``."""

_FAR: Final = 8
"""How many letters before an office are looked at."""

_FIELD: Final = re.compile(
    r"\b(?=[bsp])"  # told at once for nearly every place of a text, before all that may not stand there
    + "".join(rf"(?<!\b{word} )" for word in (*_SEVERAL, *_COMPOUND))
    + r"(?P<kind>Bộ|Sở|Phòng) (?P<field>"
    + "|".join(re.escape(field).replace("hóa", "h(?:óa|oá)") for field in _FIELDS)
    + r")\b",
    re.IGNORECASE,
)
_HEAD_OF: Final = re.compile(r"(?:trưởng|phó|quyền) $", re.IGNORECASE)
"""Before an office in small letters: it is part of a person's title, ``Trưởng phòng Nội vụ``."""
_RIGHT: Final = {field.lower(): field for field in _FIELDS}
_BODIES: Final = re.compile(
    r"(?<!các )\b(?P<name>(?:ủy|uỷ) ban nhân dân|hội đồng nhân dân|(?:ủy|uỷ) ban mặt trận tổ quốc)"
    r"(?P<place> (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|các cấp)\b)?",
    re.IGNORECASE,
)


def body_slips(text: str) -> Iterator[Slip]:
    """``Phòng giáo dục và đào tạo``, ``Ủy Ban Nhân Dân``, ``ủy ban nhân dân huyện``."""
    yield from _field_slips(text)
    for match in _BODIES.finditer(text):
        right = _committee(match["name"])
        if match["name"] == right or match["name"].isupper():
            continue
        severity = None if match["place"] or not match["name"].islower() else Severity.WARNING
        yield Slip(*match.span("name"), f'"{match["name"]}"', f'"{right}"', severity)


def _committee(name: str) -> str:
    """The name as it should be, its tone marks where they stand."""
    small = name.lower()
    return small[0].upper() + small[1:].replace("mặt trận tổ quốc", "Mặt trận Tổ quốc")


def _field_slips(text: str) -> Iterator[Slip]:
    for match in _FIELD.finditer(text):
        if match[0].isupper():
            continue
        right = _RIGHT[match["field"].lower().replace("oá", "óa")]
        kind = match["kind"][0].upper() + match["kind"][1:].lower()
        wanted = f"{kind} {right}"
        titled = match["kind"] == "phòng" and _HEAD_OF.search(text[: match.start()][-_FAR:])
        if match[0].replace("oá", "óa") not in {wanted, f"phòng {right}" if titled else wanted}:
            yield Slip(*match.span(), f'"{match[0]}"', f'"{wanted}"')
