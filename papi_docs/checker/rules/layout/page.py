"""Paper, orientation and margins (I.I.1 to I.I.3)."""

from collections.abc import Iterator
from dataclasses import dataclass

from papi_docs.checker.anatomy import Anatomy, Form
from papi_docs.checker.rule import Observation, Rule, Spot
from papi_docs.checker.rules.tables import in_data
from papi_docs.checker.written import Section
from papi_docs.decree30 import PAGE, Range
from papi_docs.findings import Severity

__all__ = ["PAGE_RULES", "ROUNDING"]

ROUNDING = 0.3
"""Millimetres by which lengths are rounded: by inches, by twentieths of a point."""

_PAPER_ROUNDING = 1.0
"""Millimetres; no other paper of commerce is so near to A4."""


def _millimetres(length: float) -> str:
    return f"{round(length, 1):g} mm".replace(".", ",")


def _written_on(anatomy: Anatomy, section: Section) -> bool:
    """Whether anything stands in a section; an empty one at the end is nobody's page."""
    return any(paragraph.section == section.index and not paragraph.empty for paragraph in anatomy.written.paragraphs)


def _sections(anatomy: Anatomy) -> Iterator[Section]:
    sections = anatomy.written.sections
    return (section for section in sections if len(sections) == 1 or _written_on(anatomy, section))


def _paper(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    told = set()
    for section in _sections(anatomy):
        short, long = sorted((section.width, section.height))
        right = abs(short - PAGE.width) <= _PAPER_ROUNDING and abs(long - PAGE.height) <= _PAPER_ROUNDING
        if not right and (short, long) not in told:
            told.add((short, long))
            found = f"khổ {_millimetres(section.width)} × {_millimetres(section.height)}"
            yield rule.observe(Spot(section=section.index), found, "khổ A4, 210 × 297 mm")


def _orientation(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    for section in _sections(anatomy):
        if section.width > section.height and not _holds_data(anatomy, section):
            yield rule.observe(Spot(section=section.index), "trang ngang mà không có bảng, biểu", "trang dọc")


def _holds_data(anatomy: Anatomy, section: Section) -> bool:
    paragraphs = (paragraph for paragraph in anatomy.written.paragraphs if paragraph.section == section.index)
    return any(in_data(paragraph) or paragraph.holds_object for paragraph in paragraphs)


@dataclass(frozen=True, slots=True)
class _Margin:
    side: str
    name: str
    allowed: Range

    def __call__(self, rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
        """One observation for each wrong width, at the first section that has it."""
        told = set()
        for section in _sections(anatomy):
            width = round(self._width(section), 1)
            if section.width <= section.height and not self._right(width) and width not in told:
                told.add(width)
                page = f" (phần thứ {section.index + 1} của văn bản)" if section.index else ""
                yield rule.observe(Spot(section=section.index), f"{self.name} {_millimetres(width)}{page}", self.wanted)

    @property
    def wanted(self) -> str:
        """In words."""
        return f"{self.name} {self.allowed.least:g} đến {self.allowed.most:g} mm"

    def _width(self, section: Section) -> float:
        bound = section.gutter if self.side == "left" else 0
        return abs(float(getattr(section, self.side))) + bound

    def _right(self, width: float) -> bool:
        return self.allowed.least - ROUNDING <= width <= self.allowed.most + ROUNDING


_NAMES = {"top": "lề trên", "bottom": "lề dưới", "left": "lề trái", "right": "lề phải"}


def _margin_rule(side: str) -> Rule:
    margin = _Margin(side, _NAMES[side], getattr(PAGE, side))
    extra = " Phần chừa để đóng gáy được tính vào lề trái." if side == "left" else ""
    return Rule(
        code=f"margin-{side}",
        clause="I.I.3",
        severity=Severity.FAULT,
        element="page",
        title=margin.wanted.capitalize(),
        explanation=f"Văn bản có {margin.wanted}; sai số làm tròn 0,3 mm được bỏ qua.{extra} "
        "Đặt lại ở Layout > Margins > Custom Margins.",
        wrong=f"{margin.name} {margin.allowed.most + 10:g} mm",
        right=f"{margin.name} {margin.allowed.preferred:g} mm",
        judge=margin,
    )


PAGE_RULES = (
    Rule(
        code="paper-not-a4",
        clause="I.I.1",
        severity=Severity.FAULT,
        element="page",
        title="Khổ giấy A4",
        explanation="Văn bản được trình bày trên khổ A4 (210 × 297 mm). Đặt lại ở Layout > Size > A4.",
        wrong="khổ Letter, 215,9 × 279,4 mm",
        right="khổ A4, 210 × 297 mm",
        judge=_paper,
    ),
    Rule(
        code="page-landscape",
        clause="I.I.2",
        severity=Severity.WARNING,
        element="page",
        title="Trang dọc",
        explanation="Văn bản được trình bày theo chiều dài của khổ A4; chỉ trang có bảng, biểu mới được để ngang. "
        "Đặt lại ở Layout > Orientation > Portrait.",
        wrong="trang ngang, chỉ có chữ",
        right="trang dọc",
        judge=_orientation,
        forms=frozenset(Form) - {Form.LEGISLATION, Form.OTHER, Form.ANNEX},
    ),
    *(_margin_rule(side) for side in _NAMES),
)
"""In the order of the clauses."""
