"""The rules to be read: one by one, and all of them as the decree's table. Markdown."""

from collections.abc import Collection, Iterator

from papi_docs.checker.codes import codes_meant
from papi_docs.checker.mending import MENDABLE
from papi_docs.checker.rule import ADMINISTRATIVE, ANY_FORM, Rule
from papi_docs.checker.rules import RULES
from papi_docs.decree30 import CLAUSES, ELEMENTS, PAGE, PAGE_NUMBER, Element, Range

__all__ = ["explain", "explain_all"]

_PAGE_CLAUSE, _MARGINS_CLAUSE = "I.I.1", "I.I.3"


def explain(*codes: str) -> str:
    """What rules want, why, with an example, and how one mends it.

    Args:
        codes: codes of rules, or their first words (``"motto"`` for every ``motto-…``).

    Raises:
        UsageError: no rule has one of the codes.
    """
    meant = codes_meant(codes)
    return "\n\n".join("\n".join(_explained(rule)) for code, rule in RULES.items() if code in meant)


def _explained(rule: Rule) -> Iterator[str]:
    yield f"## {rule.code} ({rule.severity}): {rule.title}"
    yield ""
    yield rule.explanation
    yield ""
    yield f"- Sai: {rule.wrong}"
    yield f"- Đúng: {rule.right}"
    yield f"- Nơi quy định: {CLAUSES[rule.clause]} ({rule.clause})"
    yield f"- Áp dụng cho: {_applies_to(rule)}"
    yield f"- Cách sửa: {'--fix sửa được chỗ chắc chắn' if rule.code in MENDABLE else 'sửa tay'}"


def _applies_to(rule: Rule) -> str:
    if rule.forms == ANY_FORM:
        return "mọi tệp"
    if rule.forms == ADMINISTRATIVE:
        return "mọi văn bản hành chính"
    return ", ".join(sorted(rule.forms))


def explain_all() -> str:
    """Every clause that is judged, in the decree's order: its elements with their settings, then its rules."""
    cited = {rule.clause for rule in RULES.values()} | {element.clause for element in _elements()}
    clauses = [clause for clause in CLAUSES if clause in cited]
    intro = "# Thể thức văn bản theo Nghị định 30/2020/NĐ-CP, như chương trình xét"
    return "\n\n".join([intro, *("\n".join(_clause(clause)) for clause in clauses)])


def _clause(clause: str) -> Iterator[str]:
    yield f"## {CLAUSES[clause]} ({clause})"
    yield from _page(clause)
    yield from _table(
        ("Thành phần", "Cỡ chữ", "Kiểu chữ", "Loại chữ"),
        [
            (element.name, _range(element.size), _weight(element), "in hoa" if element.capitals else "in thường")
            for element in _elements()
            if element.clause == clause
        ],
    )
    yield from _table(
        ("Mã", "Mức", "Yêu cầu"),
        [(f"`{rule.code}`", str(rule.severity), rule.title) for rule in RULES.values() if rule.clause == clause],
    )


def _elements() -> Collection[Element]:
    return (*ELEMENTS.values(), PAGE_NUMBER)


def _page(clause: str) -> Iterator[str]:
    if clause == _PAGE_CLAUSE:
        yield ""
        yield f"Khổ A4: {PAGE.width:g} mm x {PAGE.height:g} mm."
    if clause == _MARGINS_CLAUSE:
        sides = {"Lề trên": PAGE.top, "Lề dưới": PAGE.bottom, "Lề trái": PAGE.left, "Lề phải": PAGE.right}
        yield from _table(("Lề", "mm"), [(side, _range(span)) for side, span in sides.items()])


def _range(span: Range) -> str:
    return f"{span.least:g}" if span.least == span.most else f"{span.least:g} - {span.most:g}"


def _weight(element: Element) -> str:
    weights = [word for word, on in (("đậm", element.bold), ("nghiêng", element.italic)) if on]
    return ", ".join(weights) or "đứng"


def _table(headings: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    if rows:
        yield ""
        yield _row(headings)
        yield _row(["---"] * len(headings))
        yield from map(_row, rows)


def _row(cells: Collection[str]) -> str:
    shielded = (cell.replace("|", r"\|") for cell in cells)
    return f"| {' | '.join(shielded)} |"
