"""Annexes, marks in frames, and what minutes have of their own (I.III, Annex III)."""

import re
from collections.abc import Iterator
from functools import partial

from papi_docs.checker.anatomy import Anatomy, Form, Part
from papi_docs.checker.rule import Observation, Rule
from papi_docs.checker.rules.layout.seeing import parts_of
from papi_docs.findings import Severity
from papi_docs.vietnamese import fold_tone, squeeze

__all__ = ["ANNEX_RULES"]


def _annexes(anatomy: Anatomy) -> list[Part]:
    return list(parts_of(anatomy, "annex_number"))


def _annex_unmentioned(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    annexes = _annexes(anatomy)
    if not annexes or anatomy.form is Form.ANNEX:
        return
    above = (paragraph.text for paragraph in anatomy.written.paragraphs[: annexes[0].first.index])
    if not re.search("phụ lục|kèm theo|đính kèm", fold_tone(" ".join(above))):
        yield rule.observe(annexes[0], "nội dung không nhắc đến phụ lục", "nội dung có chỉ dẫn về phụ lục")


def _annex_unnumbered(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    annexes = _annexes(anatomy)
    bare = [part for part in annexes if not re.search(r"phụ lục\s+\S*[ivxlc\d]", fold_tone(part.text))]
    if len(annexes) > 1 and bare:
        yield rule.observe(bare[0], f'"{squeeze(bare[0].text)}"', 'từ hai phụ lục trở lên: "Phụ lục I", "Phụ lục II"')


def _annex_reference(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    annexes = _annexes(anatomy)
    if annexes and not anatomy.of("annex_reference"):
        yield rule.observe(
            annexes[0], 'không có dòng "(Kèm theo …)"', '"(Kèm theo … số … ngày … của …)" dưới tên phụ lục'
        )


def _framed(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    for part in parts_of(anatomy, rule.element):
        if not part.first.framed:
            yield rule.observe(part, "không có khung", "nằm trong khung nét đơn")


def _dated_minutes(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    for part in parts_of(anatomy, "place_and_date"):
        yield rule.observe(part, "biên bản có dòng địa danh, ngày tháng", "thời gian, địa điểm ghi trong nội dung")


_annex = partial(Rule, clause="I.III.1", severity=Severity.WARNING, element="annex_number")


def _framed_rule(role: str, name: str, words: str) -> Rule:
    return Rule(
        code=f"{role}-not-framed",
        clause="I.III.2",
        severity=Severity.WARNING,
        element=role,
        title=f"{name} nằm trong khung",
        explanation=f"{name} nằm trong khung chữ nhật nét đơn. Thêm khung ở Home > Borders > Outside Borders.",
        wrong=f"{words}, không có khung",
        right=f"{words} trong khung nét đơn",
        judge=_framed,
    )


ANNEX_RULES = (
    _annex(
        code="annex-not-mentioned",
        title="Nội dung có chỉ dẫn về phụ lục",
        explanation="Văn bản có phụ lục thì trong nội dung phải có chỉ dẫn về phụ lục đó. "
        'Thêm "(Phụ lục kèm theo)" ở chỗ nói đến.',
        wrong="cuối văn bản có Phụ lục I, nội dung không nhắc đến",
        right="… theo bảng phân công (Phụ lục I kèm theo).",
        judge=_annex_unmentioned,
    ),
    _annex(
        code="annex-not-numbered",
        title="Từ hai phụ lục trở lên thì đánh số La Mã",
        explanation="Văn bản có từ hai phụ lục trở lên thì mỗi phụ lục có số thứ tự bằng chữ số La Mã.",
        wrong="PHỤ LỤC, PHỤ LỤC",
        right="Phụ lục I, Phụ lục II",
        judge=_annex_unnumbered,
    ),
    _annex(
        code="annex-reference-missing",
        title='Dưới tên phụ lục có dòng "(Kèm theo …)"',
        explanation="Dưới tên phụ lục ghi số, ký hiệu, ngày ban hành của văn bản chính, chữ nghiêng, trong ngoặc đơn.",
        wrong="Phụ lục I chỉ có tên",
        right="(Kèm theo Kế hoạch số 05/KH-THTP3 ngày 05 tháng 9 năm 2021 của Trường Tiểu học Tân Phước 3)",
        judge=_annex_reference,
    ),
    _framed_rule("urgency", "Dấu chỉ mức độ khẩn", "HỎA TỐC"),
    _framed_rule("circulation", "Chỉ dẫn phạm vi lưu hành", "LƯU HÀNH NỘI BỘ"),
    Rule(
        code="minutes-dated",
        clause="III.II",
        severity=Severity.WARNING,
        element="place_and_date",
        title="Biên bản không có dòng địa danh, ngày tháng",
        explanation="Ở mẫu biên bản, thời gian và địa điểm ghi trong nội dung, không có dòng địa danh, ngày tháng "
        "dưới Tiêu ngữ. Xóa dòng đó.",
        wrong='BIÊN BẢN có dòng "Tân Hồng, ngày 05 tháng 9 năm 2021"',
        right="Thời gian bắt đầu: 8 giờ 00 ngày 05 tháng 9 năm 2021",
        judge=_dated_minutes,
        forms=frozenset({Form.MINUTES}),
    ),
)
"""In the order of the clauses."""
