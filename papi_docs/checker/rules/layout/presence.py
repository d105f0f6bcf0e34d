"""Elements that a document of its form must have (article 8, clause 2; Annex III)."""

from collections.abc import Iterator
from dataclasses import dataclass

from papi_docs.checker.anatomy import Anatomy, Form
from papi_docs.checker.rule import CannotTell, Observation, Rule, Spot
from papi_docs.checker.rules.layout.seeing import FLOWING
from papi_docs.decree30 import ELEMENTS, END_MARK
from papi_docs.findings import Severity
from papi_docs.vietnamese import fold_tone

__all__ = ["PRESENCE_RULES"]

_WHOLE = frozenset({Form.NAMED, Form.LETTER, Form.DECISION, Form.RESOLUTION, Form.INVITATION})
_TELEGRAM = frozenset({Form.TELEGRAM})
_CARDS = frozenset({Form.INTRODUCTION, Form.LEAVE})
_MINUTES = frozenset({Form.MINUTES})
_ALL = _WHOLE | _TELEGRAM | _CARDS | _MINUTES

_PARTY = fold_tone("đảng cộng sản việt nam")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An element, the forms that have it, what may tell that it is there after all, and how bad its absence is."""

    role: str
    forms: frozenset[Form]
    severity: Severity
    traces: tuple[str, ...] = ()
    right: str = ""

    def __call__(self, rule: Rule, anatomy: Anatomy) -> Iterator[Observation | CannotTell]:
        """At the spot of the page, for nothing stands where it ought to."""
        if anatomy.of(self.role):
            return
        why = anatomy.why_uncertain.get(self.role) or self._trace(anatomy)
        if why:
            yield rule.unsure(why)
        else:
            name = _name(self.role)
            yield rule.observe(Spot(section=0), f"không thấy {name}", f"có {name}")

    def _trace(self, anatomy: Anatomy) -> str:
        """Why it may stand there all the same."""
        texts = [fold_tone(paragraph.text) for paragraph in anatomy.written.paragraphs]
        if any(_PARTY in text for text in texts[:20]):
            return "Văn bản của cơ quan Đảng trình bày theo quy định khác."
        if any(fold_tone(trace) in text for trace in self.traces for text in texts):
            return f"Có chữ giống {_name(self.role)} nhưng không đứng ở chỗ của nó."
        return ""


_QUOTED = {
    "addressee": 'dòng "Kính gửi"',
    "recipients_label": 'dòng "Nơi nhận:"',
    "recipients": 'các nơi nhận dưới "Nơi nhận:"',
}


def _name(role: str) -> str:
    if role in _QUOTED:
        return _QUOTED[role]
    name = ELEMENTS[role].name
    return name if role in {"national_name", "motto"} else name[0].lower() + name[1:]


_F, _W = Severity.FAULT, Severity.WARNING

_TABLE = (
    _Wanted("national_name", _ALL, _F, ("cộng hòa xã hội",), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    _Wanted("motto", _ALL, _F, ("hạnh phúc",), "Độc lập - Tự do - Hạnh phúc"),
    _Wanted("issuer", _ALL, _F, (), "TRƯỜNG TIỂU HỌC TÂN PHƯỚC 3"),
    _Wanted("number", _WHOLE | _TELEGRAM | _CARDS, _F, ("số:",), "Số: 05/KH-THTP3"),
    _Wanted("place_and_date", _WHOLE | _TELEGRAM | _CARDS, _F, (), "Tân Hồng, ngày 05 tháng 9 năm 2021"),
    _Wanted("type", _ALL - {Form.LETTER}, _F, (), "KẾ HOẠCH"),
    _Wanted("subject", frozenset({Form.NAMED, Form.DECISION, Form.RESOLUTION}), _F, (), "Về việc công khai …"),
    _Wanted("letter_subject", frozenset({Form.LETTER}), _F, ("v/v",), "V/v báo cáo kết quả khảo sát"),
    _Wanted("addressee", frozenset({Form.LETTER}), _F, ("kính gửi",), "Kính gửi: Phòng Giáo dục và Đào tạo"),
    _Wanted("basis", frozenset({Form.DECISION, Form.RESOLUTION}), _W, ("căn cứ",), "Căn cứ Luật Giáo dục …;"),
    _Wanted("authority", _ALL, _F, (), "HIỆU TRƯỞNG"),
    _Wanted("signer", _ALL - _CARDS - _MINUTES, _W, (), "Nguyễn Thị Lan"),
    _Wanted("recipients_label", _ALL - _CARDS - _MINUTES, _F, ("nơi nhận",), "Nơi nhận:"),
    _Wanted("recipients", _ALL - _CARDS - _MINUTES, _F, ("lưu:",), "- Lưu: VT."),
)


def _rule(wanted: _Wanted) -> Rule:
    element, name = ELEMENTS[wanted.role], _name(wanted.role)
    return Rule(
        code=f"{wanted.role.replace('_', '-')}-missing",
        clause=element.clause,
        severity=wanted.severity,
        element=wanted.role,
        title=f"Có {name}",
        explanation=f"{element.name} là một thành phần của thể thức văn bản. Thêm vào theo mẫu của Phụ lục III.",
        wrong=f"không có {name}",
        right=wanted.right,
        judge=wanted,
        forms=wanted.forms,
    )


def _end_mark(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    if anatomy.of("end_mark") or any(END_MARK in paragraph.text for paragraph in anatomy.written.paragraphs):
        return
    flowing = [part for part in anatomy.parts if part.role in FLOWING]
    if flowing:
        end = " ".join(flowing[-1].text.split())[-12:]
        yield rule.observe(flowing[-1].spans[-1], f'nội dung kết thúc bằng "…{end}"', f'kết thúc bằng "{END_MARK}"')


PRESENCE_RULES = (
    *(_rule(wanted) for wanted in _TABLE),
    Rule(
        code="end-mark-missing",
        clause="III.II",
        severity=Severity.WARNING,
        element="end_mark",
        title=f'Nội dung kết thúc bằng "{END_MARK}"',
        explanation=f'Ở các mẫu của Phụ lục III, nội dung kết thúc bằng "{END_MARK}". Gõ thêm vào cuối đoạn cuối cùng.',
        wrong="… báo cáo về nhà trường.",
        right=f"… báo cáo về nhà trường{END_MARK}",
        judge=_end_mark,
        forms=_WHOLE | _TELEGRAM | _MINUTES,
    ),
)
"""In the order of the elements."""
