"""The papers that a text cites by their numbers, and what a citation lacks (Annex I.II.6.b)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from papi_docs.checker.rules.text.dates import real_date
from papi_docs.checker.rules.text.prose import Slip
from papi_docs.decree30 import DOCUMENT_TYPES

__all__ = ["Citation", "citations", "missing_parts", "symbol_slips"]

_TYPES: Final = "|".join(
    sorted(
        (
            *DOCUMENT_TYPES,
            "Công văn",
            "Nghị định",
            "Thông tư liên tịch",
            "Thông tư",
            "Kết luận",
            "Quy chế phối hợp",
            "Văn bản",
        ),
        key=len,
        reverse=True,
    )
)
_CITED: Final = re.compile(
    rf"\b(?P<type>(?i:{_TYPES}))\s+(?:(?i:số):?\s*)?"
    r"(?P<number>\d+[a-z]?(?:\s?-\s?(?=[A-ZĐ]{2})|\s?/\s?)(?P<year>(?:19|20)\d{2}\s?/\s?)?"
    r"(?P<symbol>[A-ZĐÔƯ][\w&Đ.\-–]*(?:/[A-ZĐ][\w&Đ]*)?))"
)
_DATE: Final = re.compile(
    r"\s*[,(]?\s*(?:(?:ban hành|ký)\s+)?ngày\s+(?P<day>\d{1,2})(?:\s*[/.\-]\s*|\s+tháng\s+)"
    r"(?P<month>\d{1,2})(?:\s*[/.\-]\s*|\s+năm\s+)(?P<year>\d{4})\)?"
)
_SOME_DATE: Final = re.compile(
    r"\bngày\s+\d{1,2}(?:\s?[/.\-]\s?|\s+tháng\s+)\d{1,2}(?:\s?[/.\-]\s?|\s+năm\s+)\d{4}", re.IGNORECASE
)
"""A date that stands elsewhere in the sentence: behind the issuer, or before the paper."""
_ROW: Final = re.compile(r"\s*(?:[,;]|và|[,;]\s+và|đến)\s+")
"""Between the papers of a row, of which the sentence says the issuer and the subject once."""
_SENDING: Final = re.compile(r"\b(?:có|ban hành|gửi|trình|ký|nhận được|báo cáo)\s*$")
"""Before a paper whose issuer the sentence has just named."""
_SENTENCE_END: Final = re.compile(r"[.;]\s")
_ISSUER: Final = re.compile(r"[\s,]*của\s+(?P<issuer>[^.;()]*?)(?=[.;()]|/\.|$)")
_STOP: Final = re.compile(r"\s*(?:[.;)]|/\.|$)")
_SUBJECT: Final = re.compile(
    r"\b(?:về|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|bổ sung|V/v|v/v|triển khai|thực hiện|thành lập|kiện toàn|"
    r"điều chỉnh|công bố|tổ chức|phát động|tăng cường|nâng cao|đẩy mạnh|giao|phân công|bổ nhiệm|công nhận|kiểm tra|"
    r"báo cáo|thông báo|ngăn chặn|phòng|đề nghị|bãi bỏ|thay thế|quyết định|xây dựng|kết quả|chương trình|kế hoạch|"
    r"bồi dưỡng|tập huấn)\b"
)
_ELSEWHERE: Final = re.compile(
    r"(?:\btại|[(](?:theo\s)?|(?:thành lập|phê duyệt|ban hành|công nhận|kiện toàn|giao) (?:kèm theo|theo|tại|bởi))\s*$"
)
"""Before a citation whose issuer and subject the sentence has just said: ``của Sở Nội vụ tại Tờ trình số …``,
``Điều lệ đã được phê duyệt theo Quyết định số …``."""
_NESTED: Final = re.compile(r"\b(?:thực hiện|thi hành|triển khai|của|theo|tại)\s*$")
"""Before a citation that stands in the subject of another one, and so belongs to its name."""
_GAP: Final = re.compile(r"\s+")
_LONGEST_ISSUER: Final = 90
_FAR: Final = 240
"""Letters of a sentence that are looked at beside a citation."""
_MISSPELT: Final = (
    (re.compile(r"(?<=[\d/])N[DÐ]-CP\b"), "NĐ-CP"),
    (re.compile(r"(?<=[\d/])NĐ-Cp\b|(?<=[\d/])NĐCP\b"), "NĐ-CP"),
    (re.compile(r"(?<=[\d/])Q[DÐ](?=-[A-ZĐ])"), "QĐ"),
    (re.compile(r"(?<=[\d/](?:QĐ|CT|CĐ)-)(?:TTG|Ttg|ttg)\b"), "TTg"),
    (re.compile(r"(?<=/)TTR(?=-[A-ZĐ])|(?<=/)Ttr(?=-[A-ZĐ])"), "TTr"),
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A paper that a text cites by its number."""

    start: int
    end: int
    """Of its type and number."""
    type_name: str
    number: str
    """With its symbol, without blanks."""
    year: int | None
    """That its number says."""
    dated: date | None
    reach: int
    """Where the date ends; ``end`` where there is none."""
    missing: tuple[str, ...]
    """What a first citation lacks for certain."""

    @property
    def shown(self) -> str:
        """Type and number as one says them."""
        return f"{self.type_name} số {self.number}"


def citations(text: str) -> Iterator[Citation]:
    """The papers cited by number in a text."""
    if "/" not in text:
        return
    found = list(_CITED.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    last, reach, told = 0, 0, False
    for match, upto in zip(found, ends, strict=False):
        end = match.start() + len(match[0].rstrip(".-–"))
        dated = _DATE.match(text, end, upto)
        number = _GAP.sub("", match["number"]).rstrip(".-–")
        before = text[max(last, match.start() - _FAR) : match.start()]
        told = bool(_ELSEWHERE.search(before) or (told and _ROW.fullmatch(text[reach : match.start()])))
        reach = dated.end() if dated else end
        lacks = missing_parts(text[end:upto], told=told, dated=_dated_before(before))
        yield Citation(
            match.start(),
            end,
            match["type"][0].upper() + match["type"][1:].lower(),
            number,
            int(match["year"][:4]) if match["year"] else None,
            real_date(int(dated["day"]), int(dated["month"]), int(dated["year"])) if dated else None,
            reach,
            () if last and _nested(text[last : match.start()]) else lacks,
        )
        last = end


def _dated_before(before: str) -> bool:
    """``Ngày 09/01/2025, Sở Nội vụ có Công văn số …``: the sentence began with the date and the issuer."""
    sentence = _SENTENCE_END.split(before)[-1]
    return bool(_SENDING.search(sentence) and _SOME_DATE.search(sentence))


def _nested(between: str) -> bool:
    """Whether a citation stands in the subject of the one before it, by the text between the two."""
    return not re.search(r"[.;]\s", between) and bool(_SUBJECT.search(between) and _NESTED.search(between[-24:]))


def missing_parts(rest: str, *, told: bool = False, dated: bool = False) -> tuple[str, ...]:
    """What lacks for certain after a number: date, issuer or subject; nothing where that is not plain.

    Args:
        rest: the text after the number.
        told: the sentence has said issuer and subject before.
        dated: it has said date and issuer before.
    """
    if dated:
        return ()
    rest = rest.replace(" (cũ)", "")
    date_ = _DATE.match(rest)
    lacks = () if date_ or _dated_later(rest) else ("thời gian ban hành",)
    if told or (date_ is None and not lacks):
        return lacks
    after = date_.end() if date_ else 0
    if _STOP.match(rest, after):
        return (*lacks, "cơ quan ban hành", "trích yếu")
    return (*lacks, "trích yếu") if _ends_with_issuer(rest, after) else lacks


def _dated_later(rest: str) -> bool:
    """Whether a date may yet follow: in other words, behind the issuer, or behind the next paper of several."""
    return bool(
        re.match(r"[\s,]*(?:\(?\s*ngày|năm|và|đến)\b", rest)
        or _SOME_DATE.search(_SENTENCE_END.split(rest[:_FAR], maxsplit=1)[0])
    )


def _ends_with_issuer(rest: str, after: int) -> bool:
    """Nothing but the name of one body stands between the date and the end of the sentence."""
    issuer = _ISSUER.match(rest, after)
    if issuer is None or len(issuer["issuer"]) > _LONGEST_ISSUER:
        return False
    name = issuer["issuer"].rstrip()
    return not (_SUBJECT.search(name) or "," in name or name.endswith(" và"))


def symbol_slips(text: str) -> Iterator[Slip]:
    """Symbols of the whole country that are misspelt: ``ND-CP``, ``QĐ-TTG``."""
    if "-" not in text and "/" not in text:
        return
    for form, right in _MISSPELT:
        for match in form.finditer(text):
            yield Slip(*match.span(), f'ký hiệu "{match[0]}"', f'"{right}"')
