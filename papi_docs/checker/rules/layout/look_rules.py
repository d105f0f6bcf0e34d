"""The rules of size, weight, slant and case: a row for each element and property of the decree's table."""

from collections.abc import Iterator

from papi_docs.checker.anatomy import Form
from papi_docs.checker.rule import ADMINISTRATIVE, Rule
from papi_docs.checker.rules.layout.bases import WITH_BASES
from papi_docs.checker.rules.layout.looks import TRAITS, CaseLook, SizeLook, StyleLook, size_words
from papi_docs.decree30 import ELEMENTS
from papi_docs.findings import Severity

__all__ = ["LOOK_RULES"]

_SAMPLES = {
    "national_name": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "motto": "Độc lập - Tự do - Hạnh phúc",
    "superior": "PHÒNG GDĐT HUYỆN TÂN HỒNG",
    "issuer": "TRƯỜNG TIỂU HỌC TÂN PHƯỚC 3",
    "number": "Số: 05/KH-THTP3",
    "place_and_date": "Tân Hồng, ngày 05 tháng 9 năm 2021",
    "type": "KẾ HOẠCH",
    "subject": "Nâng cao chỉ số cung ứng dịch vụ công",
    "letter_subject": "V/v báo cáo kết quả khảo sát",
    "basis": "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;",
    "body": "Nhà trường thực hiện các nội dung sau:",
    "heading_1": "I. MỤC ĐÍCH, YÊU CẦU",
    "chapter": "Chương I",
    "chapter_title": "QUY ĐỊNH CHUNG",
    "article": "Điều 1.",
    "heading_2": "1. Mục đích",
    "point": "a) Công khai kết quả khảo sát;",
    "authority": "KT. HIỆU TRƯỞNG",
    "signer": "Nguyễn Thị Lan",
    "addressee": "Kính gửi: Phòng Giáo dục và Đào tạo",
    "recipients_label": "Nơi nhận:",
    "recipients": "- Lưu: VT.",
    "urgency": "HỎA TỐC",
    "circulation": "LƯU HÀNH NỘI BỘ",
    "drafter": "PL.(300)",
    "contact": "Điện thoại: 0277 3830 123",
    "annex_number": "Phụ lục I",
    "annex_title": "BẢNG PHÂN CÔNG NHIỆM VỤ",
    "annex_reference": "(Kèm theo Kế hoạch số 05/KH-THTP3 ngày 05 tháng 9 năm 2021)",
}
"""What each element looks like in words; an element without a sample (the end mark) has no look to judge."""

_LOWER_CASE = ("subject", "letter_subject", "signer", "chapter", "annex_number", "heading_2")
"""Elements that the decree wants in lower case and that one meets in capitals."""

_WITHOUT_STYLE = ("contact", "drafter")
"""Elements in which a name or a number may be set off."""

_MILD = {
    "number-size",
    "body-bold",
    "body-italic",
    "point-bold",
    "point-italic",
    "heading-2-not-bold",
    "heading-2-italic",
    "heading-1-italic",
    "chapter-capitals",
    "drafter-size",
    "contact-size",
    "annex-number-capitals",
}
"""Codes that are no fault: practice differs, or it may have been meant otherwise."""


_FORMS = {
    "basis": WITH_BASES,
    "subject": ADMINISTRATIVE - {Form.INTRODUCTION, Form.LEAVE},
}
"""Elements that some forms have in another look."""


def _rules() -> Iterator[Rule]:
    for role in _SAMPLES:
        if role != "point":  # told with the body
            yield _size_rule(role)
        for trait in _traits(role):
            yield _trait_rule(role, trait)


def _traits(role: str) -> Iterator[str]:
    element = ELEMENTS[role]
    if role not in _WITHOUT_STYLE:
        yield "not-bold" if element.bold else "bold"
        yield "not-italic" if element.italic else "italic"
    if element.capitals:
        yield "not-capitals"
    elif role in _LOWER_CASE:
        yield "capitals"


def _code(role: str, end: str) -> str:
    return f"{role.replace('_', '-')}-{end}"


def _severity(code: str) -> Severity:
    return Severity.WARNING if code in _MILD else Severity.FAULT


def _size_rule(role: str) -> Rule:
    element = ELEMENTS[role]
    wanted = size_words(element.size)
    sample = _SAMPLES[role]
    code = _code(role, "size")
    return Rule(
        code=code,
        clause=element.clause,
        severity=_severity(code),
        element=role,
        title=f"{element.name}: {wanted}",
        explanation=f"{element.name} được trình bày bằng {wanted}. Chọn phần chữ đó rồi chọn lại cỡ chữ ở thẻ Home.",
        wrong=f'"{sample}" cỡ {element.size.most + 2:g}',
        right=f'"{sample}" cỡ {element.size.preferred:g}',
        judge=SizeLook(role),
        forms=_FORMS.get(role, ADMINISTRATIVE),
    )


def _trait_rule(role: str, end: str) -> Rule:
    element, trait, sample = ELEMENTS[role], TRAITS[end], _SAMPLES[role]
    code = _code(role, end)
    is_case = end.endswith("capitals")
    return Rule(
        code=code,
        clause=element.clause,
        severity=_severity(code),
        element=role,
        title=f"{element.name}: {trait.wanted}",
        explanation=f"{element.name} được trình bày bằng {trait.wanted}. {trait.mending}",
        wrong=_other_case(sample, end) if is_case else f'"{sample}" {trait.found}',
        right=sample if is_case else f'"{sample}" {trait.wanted}',
        judge=(CaseLook if is_case else StyleLook)(role, end),
        forms=_FORMS.get(role, ADMINISTRATIVE),
    )


def _other_case(sample: str, end: str) -> str:
    return sample.capitalize() if end == "not-capitals" else sample.upper()


LOOK_RULES = tuple(_rules())
"""In the order of the elements."""
