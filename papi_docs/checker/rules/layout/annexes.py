"""Annexes, marks in frames, and what minutes have of their own (I.III, Annex III)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from papi_docs.checker.anatomy import Anatomy, Form, Part
from papi_docs.checker.rule import CannotTell, Observation, Rule, Spot
from papi_docs.checker.rules.layout.length import height
from papi_docs.checker.rules.layout.seeing import parts_of
from papi_docs.checker.written import Section
from papi_docs.findings import Severity
from papi_docs.vietnamese import fold_tone, squeeze

__all__ = ["ANNEX_RULES"]

_ROMAN = re.compile(r"phụ lục\s+(?:số\s*:?\s*)?\W?[ivxlc]+[a-z]?\b")

_SURELY_MORE = 1.3
"""Pages by our estimate from which on there is a second one."""


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
    bare = [part for part in annexes if not _ROMAN.search(fold_tone(part.text))]
    if len(annexes) > 1 and bare:
        about = rule.observe(bare[0], f'"{squeeze(bare[0].text)}"', 'từ hai phụ lục trở lên: "Phụ lục I", "Phụ lục II"')
        yield replace(about, others=tuple(Spot.of(part) for part in bare[1:]))


def _annex_pages(rule: Rule, anatomy: Anatomy) -> Iterator[Observation | CannotTell]:
    """Annexes whose pages are counted on from those of the paper."""
    if anatomy.form is Form.ANNEX:
        return
    counts = [(part, _counts_on(anatomy, part)) for part in _annexes(anatomy)]
    if wrong := [part for part, on in counts if on]:
        about = rule.observe(wrong[0], "số trang đánh tiếp theo văn bản", "số trang của phụ lục đánh riêng, từ 1")
        yield replace(about, others=tuple(Spot.of(part) for part in wrong[1:]))
    elif any(on is None for _, on in counts):
        yield rule.unsure("Không chắc phụ lục bắt đầu ở trang mới và hiện số trang.")


def _counts_on(anatomy: Anatomy, part: Part) -> bool | None:
    """Whether the page numbers go on into an annex; ``None`` where that cannot be told or nobody sees it."""
    section = anatomy.written.sections[min(part.first.section, len(anatomy.written.sections) - 1)]
    own = section.index > 0 and _is_first(anatomy, part)
    if not any(number.where != "body" for number in section.page_numbers):
        return False
    if _counted_anew(anatomy, section):
        return False
    if own and section.first_page_differs and not any(number.page == "first" for number in section.page_numbers):
        return True if _height(anatomy, section) > _SURELY_MORE * section.height else None
    return True if own or part.first.breaks_page else None


def _counted_anew(anatomy: Anatomy, section: Section) -> bool:
    """Whether the numbers begin anew behind the paper, if only for the annex before."""
    return any(one.number_from is not None for one in anatomy.written.sections[1 : section.index + 1])


def _is_first(anatomy: Anatomy, part: Part) -> bool:
    """Whether an annex is the first thing written in its section."""
    index = part.first.section
    written = (one for one in anatomy.written.paragraphs if one.section == index and not one.empty)
    return next((one.index for one in written), None) == part.first.index


def _height(anatomy: Anatomy, section: Section) -> float:
    """Millimetres that a section fills, about: cells side by side count as one under the other."""
    own = (paragraph for paragraph in anatomy.written.paragraphs if paragraph.section == section.index)
    return sum(height(anatomy, one) / (one.cell.columns if one.cell else 1) for one in own)


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
        wrong="Phụ lục 1, Phụ lục 2",
        right="Phụ lục I, Phụ lục II",
        judge=_annex_unnumbered,
    ),
    _annex(
        code="annex-page-number-goes-on",
        title="Số trang của phụ lục đánh riêng theo từng phụ lục",
        explanation="Mỗi phụ lục có số trang riêng, đếm từ 1. Đặt phụ lục trong một section mới (Layout > Breaks > "
        "Next Page), rồi ở Page Number > Format Page Numbers chọn Start at 1.",
        wrong="văn bản 5 trang, trang đầu của phụ lục là trang 6",
        right="trang đầu của phụ lục là trang 1",
        judge=_annex_pages,
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
