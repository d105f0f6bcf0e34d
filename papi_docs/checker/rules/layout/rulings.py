"""The rules under motto, issuer and subject (I.II.1, I.II.2, I.II.5)."""

from collections.abc import Iterator
from dataclasses import dataclass

from papi_docs.checker.anatomy import Anatomy, Form, Part
from papi_docs.checker.rule import ADMINISTRATIVE, CannotTell, Observation, Rule
from papi_docs.checker.rules.layout.looks import in_range
from papi_docs.checker.rules.layout.ruling import Ruling, gap_above, longest_lines, ruling_of
from papi_docs.checker.rules.layout.seeing import letters, parts_of
from papi_docs.checker.written import LineKind
from papi_docs.decree30 import ELEMENTS, ISSUER_RULE, MOTTO_RULE, SUBJECT_RULE, Range
from papi_docs.findings import Severity

__all__ = ["RULING_RULES"]


@dataclass(frozen=True, slots=True)
class _Length:
    """Shares of the words' width: what the decree says, what careful officials draw, what anyone sees is wrong."""

    law: Range
    usual: tuple[float, float]
    glaring: tuple[float, float]
    wanted: str


_LENGTHS = {
    "motto": _Length(MOTTO_RULE, (0.88, 1.15), (0.8, 1.25), "đường kẻ dài bằng dòng chữ"),
    "issuer": _Length(ISSUER_RULE, (0.27, 0.56), (0.15, 0.8), "đường kẻ dài từ 1/3 đến 1/2 dòng chữ"),
    "subject": _Length(SUBJECT_RULE, (0.25, 0.56), (0.12, 0.8), "đường kẻ dài từ 1/3 đến 1/2 dòng chữ"),
}
"""Real papers of offices measure 0.92 to 1.03 under the motto, the decree's own forms up to 1.12; 0.28 to 0.51 under
the issuer."""

_STYLES = {
    LineKind.UNDERLINE: "gạch chân dòng chữ thay cho đường kẻ",
    LineKind.DASHES: "dãy gạch, dấu chấm thay cho đường kẻ",
}


def _ruled(anatomy: Anatomy, role: str) -> Iterator[tuple[Part, Ruling]]:
    for part in parts_of(anatomy, role):
        yield part, ruling_of(anatomy, part)
        return


@dataclass(frozen=True, slots=True)
class _Missing:
    role: str

    def __call__(self, rule: Rule, anatomy: Anatomy) -> Iterator[Observation | CannotTell]:
        for part, ruling in _ruled(anatomy, self.role):
            if ruling.hidden and not ruling.lines:
                yield rule.unsure("Có hình ở chỗ của đường kẻ; không rõ hình đó có phải đường kẻ không.")
            elif not ruling.lines:
                yield rule.observe(part, "không có đường kẻ bên dưới", _LENGTHS[self.role].wanted)


@dataclass(frozen=True, slots=True)
class _Style:
    role: str

    def __call__(self, rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
        for part, ruling in _ruled(anatomy, self.role):
            underlined = any(line.kind is LineKind.UNDERLINE for line in ruling.lines)
            if ruling.lines and (underlined or not ruling.solid):
                bad = next(line for line in ruling.lines if line not in ruling.solid)
                found = _STYLES.get(bad.kind, "đường kẻ không phải nét liền")
                yield rule.observe(part, found, "đường kẻ nét liền")


def _wrong_size(part: Part) -> bool:
    """Whether its words are longer or shorter than they ought to be, which another rule tells."""
    runs = (run for span in part.spans for run in span.runs if letters(run.text))
    return any(not in_range(run.size, ELEMENTS[part.role].size) for run in runs)


@dataclass(frozen=True, slots=True)
class _LengthRule:
    role: str

    def __call__(self, rule: Rule, anatomy: Anatomy) -> Iterator[Observation | CannotTell]:
        for part, ruling in _ruled(anatomy, self.role):
            widths = [line.width for line in ruling.solid if line.width]
            if part.placeholder or not ruling.solid or _wrong_size(part):
                return
            if not widths:
                yield rule.unsure("Không rõ đường kẻ dài bao nhiêu.")
                return
            yield from self._judge(rule, anatomy, part, widths)

    def _judge(self, rule: Rule, anatomy: Anatomy, part: Part, widths: list[float]) -> Iterator[Observation]:
        lines = longest_lines(anatomy, part)
        shares = [width / line for width in widths for line in (max(lines), lines[-1])]
        length = _LENGTHS[self.role]
        if any(length.usual[0] <= share <= length.usual[1] for share in shares):
            return
        share = max(widths) / max(lines)
        glaring = not any(length.glaring[0] <= share <= length.glaring[1] for share in shares)
        found = f"đường kẻ dài {share:.0%} dòng chữ"
        yield rule.observe(part, found, length.wanted, severity=Severity.FAULT if glaring else Severity.WARNING)


@dataclass(frozen=True, slots=True)
class _Far:
    role: str

    def __call__(self, rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
        for part, _ in _ruled(anatomy, self.role):
            gap = gap_above(anatomy, part)
            if gap > _FARTHEST:
                yield rule.observe(part, f"đường kẻ cách dòng chữ khoảng {gap:.0f} mm", "đường kẻ ngay dưới dòng chữ")


_FARTHEST = 5.5
"""Millimetres between words and their rule: about an empty line. Careful officials leave 0.3 to 2."""

_WHERE = {"motto": "Tiêu ngữ", "issuer": "tên cơ quan ban hành", "subject": "trích yếu"}
_DRAWING = "Vẽ ở Insert > Shapes > Line, giữ phím Shift khi kéo."
_FORMS = {
    "motto": ADMINISTRATIVE,
    "issuer": ADMINISTRATIVE,
    "subject": ADMINISTRATIVE - {Form.LETTER, Form.COPY, Form.LEAVE, Form.INTRODUCTION, Form.ANNEX},
}


def _rules_of(role: str) -> Iterator[Rule]:
    where, wanted, clause = _WHERE[role], _LENGTHS[role].wanted, ELEMENTS[role].clause
    yield Rule(
        code=f"{role}-rule-missing",
        clause=clause,
        severity=Severity.FAULT,
        element=role,
        title=f"Có đường kẻ dưới {where}",
        explanation=f"Dưới {where} có {wanted}, nét liền, đặt cân đối so với dòng chữ. {_DRAWING}",
        wrong=f"dưới {where} không có gì",
        right=f"dưới {where} có một đường kẻ nét liền",
        judge=_Missing(role),
        forms=_FORMS[role],
    )
    yield Rule(
        code=f"{role}-rule-style",
        clause=clause,
        severity=Severity.FAULT,
        element=role,
        title=f"Đường kẻ dưới {where} là nét liền",
        explanation=f"Đường kẻ dưới {where} là một nét liền, không phải chữ gạch chân hay dãy dấu gạch. {_DRAWING}",
        wrong=f'dưới {where} là "-----"',
        right=f"dưới {where} có một đường kẻ nét liền",
        judge=_Style(role),
        forms=_FORMS[role],
    )
    yield Rule(
        code=f"{role}-rule-length",
        clause=clause,
        severity=Severity.FAULT,
        element=role,
        title=f"Dưới {where}: {wanted}",
        explanation=f"Dưới {where} là {wanted}; sai lệch nhỏ không tính. Chọn đường kẻ rồi kéo lại cho đúng độ dài.",
        wrong="đường kẻ dài 60% dòng chữ" if role == "motto" else "đường kẻ dài bằng dòng chữ",
        right=wanted,
        judge=_LengthRule(role),
        forms=_FORMS[role],
    )
    yield Rule(
        code=f"{role}-rule-far",
        clause=clause,
        severity=Severity.WARNING,
        element=role,
        title=f"Đường kẻ ngay dưới {where}",
        explanation=f"Đường kẻ đứng ngay dưới {where}. Xóa dòng trống ở giữa rồi kéo đường kẻ lên.",
        wrong="một dòng trống giữa chữ và đường kẻ",
        right="đường kẻ ngay dưới dòng chữ",
        judge=_Far(role),
        forms=_FORMS[role],
    )


RULING_RULES = tuple(rule for role in _WHERE for rule in _rules_of(role))
"""In the order of the elements."""
