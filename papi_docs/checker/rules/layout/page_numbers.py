"""The page number (I.I.7)."""

import re
from collections.abc import Iterator
from functools import partial

from papi_docs.checker.anatomy import Anatomy, Form
from papi_docs.checker.rule import ADMINISTRATIVE, CannotTell, Observation, Rule, Spot
from papi_docs.checker.rules.layout.length import pages
from papi_docs.checker.rules.layout.looks import in_range, size_words
from papi_docs.checker.written import PageNumber, Section
from papi_docs.decree30 import PAGE_NUMBER
from papi_docs.findings import Severity

__all__ = ["PAGE_NUMBER_RULES"]

_SURELY_ONE = 0.75
_SURELY_MORE = 1.3
"""Pages by our estimate between which only the layout engine knows whether there is a second page."""


def _numbers(anatomy: Anatomy) -> Iterator[tuple[Section, PageNumber]]:
    """Every number once, with the first section that shows it."""
    told: list[PageNumber] = []
    for section in anatomy.written.sections:
        for number in section.page_numbers:
            if number.where != "body" and number not in told:
                told.append(number)
                yield section, number


def _missing(rule: Rule, anatomy: Anatomy) -> Iterator[Observation | CannotTell]:
    if any(True for _ in _numbers(anatomy)):
        return
    length = pages(anatomy)
    if length >= _SURELY_MORE:
        yield rule.observe(Spot(section=0), "không có số trang", "số trang ở giữa lề trên, từ trang thứ hai")
    elif length > _SURELY_ONE:
        yield rule.unsure("Không có số trang, nhưng không chắc văn bản có dài quá một trang không.")


def _in_footer(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    for section, number in _numbers(anatomy):
        if number.where == "footer":
            yield rule.observe(Spot(section=section.index), "số trang ở lề dưới", "số trang ở lề trên")
            return


def _on_first_page(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    first = anatomy.written.sections[0]
    page = "first" if first.first_page_differs else "default"
    if any(number.page == page and number.where != "body" for number in first.page_numbers):
        yield rule.observe(Spot(section=0), "trang thứ nhất hiện số trang", "không hiện số ở trang thứ nhất")


def _not_centred(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    for section, number in _numbers(anatomy):
        if not number.centred:
            yield rule.observe(Spot(section=section.index), "số trang không ở giữa", "số trang canh giữa")
            return


def _not_arabic(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    for section, number in _numbers(anatomy):
        if not number.arabic:
            yield rule.observe(Spot(section=section.index), "số trang không phải chữ số Ả Rập", "1, 2, 3, …")
            return


def _size(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    for section, number in _numbers(anatomy):
        if not in_range(number.run.size, PAGE_NUMBER.size):
            found = f"cỡ {number.run.size:g}".replace(".", ",")
            yield rule.observe(Spot(section=section.index), found, size_words(PAGE_NUMBER.size))
            return


def _bold(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    for section, number in _numbers(anatomy):
        if number.run.bold:
            yield rule.observe(Spot(section=section.index), "chữ đậm", "chữ không đậm")
            return


def _italic(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    for section, number in _numbers(anatomy):
        if number.run.italic:
            yield rule.observe(Spot(section=section.index), "chữ nghiêng", "chữ đứng")
            return


def _decorated(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    for section, number in _numbers(anatomy):
        if re.search(r"\w|[-–—_/|•~]", number.around):
            around = " ".join(number.around.split())
            yield rule.observe(Spot(section=section.index), f'có "{around}" bên số trang', "chỉ có số trang")
            return


_row = partial(
    Rule,
    clause="I.I.7",
    severity=Severity.FAULT,
    element="page_number",
    forms=ADMINISTRATIVE - {Form.COPY},
)

PAGE_NUMBER_RULES = (
    _row(
        code="page-number-missing",
        title="Có số trang từ trang thứ hai",
        explanation="Văn bản dài hơn một trang phải đánh số trang ở giữa lề trên. "
        "Thêm ở Insert > Page Number > Top of Page > Plain Number 2.",
        wrong="văn bản ba trang không có số trang",
        right="số 2, 3 ở giữa lề trên của trang thứ hai, thứ ba",
        judge=_missing,
    ),
    _row(
        code="page-number-in-footer",
        title="Số trang ở lề trên",
        explanation="Số trang đặt trong phần lề trên của trang. Xóa số ở chân trang rồi thêm lại ở "
        "Insert > Page Number > Top of Page.",
        wrong="số trang ở chân trang",
        right="số trang ở đầu trang",
        judge=_in_footer,
    ),
    _row(
        code="page-number-on-first-page",
        title="Không hiện số ở trang thứ nhất",
        explanation="Trang thứ nhất không hiển thị số trang. Nhấp đúp vào lề trên rồi đánh dấu Different First Page.",
        wrong="số 1 ở trang thứ nhất",
        right="trang thứ nhất không có số, trang thứ hai có số 2",
        judge=_on_first_page,
    ),
    _row(
        code="page-number-not-centred",
        title="Số trang canh giữa",
        explanation="Số trang được canh giữa theo chiều ngang. Đặt con trỏ vào số trang rồi bấm Ctrl+E.",
        wrong="số trang ở góc phải",
        right="số trang ở giữa",
        judge=_not_centred,
    ),
    _row(
        code="page-number-not-arabic",
        title="Số trang bằng chữ số Ả Rập",
        explanation="Số trang dùng chữ số Ả Rập. Đổi ở Insert > Page Number > Format Page Numbers.",
        wrong="ii, iii",
        right="2, 3",
        judge=_not_arabic,
    ),
    _row(
        code="page-number-size",
        title="Số trang cỡ 13 đến 14",
        explanation="Số trang có cỡ 13 đến 14. Chọn số trang rồi chọn lại cỡ chữ ở thẻ Home.",
        wrong="số trang cỡ 11",
        right="số trang cỡ 14",
        judge=_size,
    ),
    _row(
        code="page-number-italic",
        title="Số trang kiểu chữ đứng",
        explanation="Số trang dùng kiểu chữ đứng. Chọn số trang rồi bấm Ctrl+I.",
        wrong="số trang in nghiêng",
        right="số trang chữ đứng",
        judge=_italic,
    ),
    _row(
        code="page-number-bold",
        title="Số trang không đậm",
        explanation="Số trang dùng kiểu chữ đứng, không đậm. Chọn số trang rồi bấm Ctrl+B.",
        severity=Severity.WARNING,
        wrong="số trang in đậm",
        right="số trang không đậm",
        judge=_bold,
    ),
    _row(
        code="page-number-decorated",
        title="Chỉ có số trang",
        explanation='Số trang là một con số, không kèm chữ "Trang", gạch hay tổng số trang. Xóa phần chữ ở hai bên.',
        severity=Severity.WARNING,
        wrong="Trang 2/5",
        right="2",
        judge=_decorated,
    ),
)
"""In the order in which one looks at a page."""
