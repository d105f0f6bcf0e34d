"""Where elements stand: on one line, at the right, level, in their order (I.II, I.IV)."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from papi_docs.checker.anatomy import Anatomy, Form, Part, Span
from papi_docs.checker.rule import ADMINISTRATIVE, CERTAIN, CannotTell, Observation, Rule
from papi_docs.checker.rules.layout.centring import OFF_CENTRE, middle
from papi_docs.checker.rules.layout.seeing import (
    allowed_width,
    column_width,
    parts_of,
    run_width,
    shown_width,
    text_column,
)
from papi_docs.decree30 import ELEMENTS
from papi_docs.findings import Severity

__all__ = ["PLACE_RULES"]


def _signer_aside(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    """The signature block stands where its column is: its lines are compared with each other."""
    for part in parts_of(anatomy, "signer"):
        title = _title_over(anatomy, part)
        if title is None:
            continue
        over, under = (_centre(anatomy, span) for span in (title.spans[-1], part.spans[0]))
        if over is not None and under is not None and abs(over - under) > OFF_CENTRE + 2:
            side = "trái" if under < over else "phải"
            yield rule.observe(part, f"lệch sang {side} so với chức vụ", "canh giữa dưới chức vụ")


def _title_over(anatomy: Anatomy, signer: Part) -> Part | None:
    """The authority over a signer: the last one before it in its column."""
    column = signer.first.cell and (signer.first.cell.table, signer.first.cell.column)
    above = [
        part
        for part in parts_of(anatomy, "authority")
        if part.first.index < signer.first.index
        and (part.first.cell and (part.first.cell.table, part.first.cell.column)) == column
    ]
    return above[-1] if above else None


def _on_one_line(rule: Rule, anatomy: Anatomy) -> Iterator[Observation | CannotTell]:
    for part in parts_of(anatomy, rule.element):
        if len(part.spans) > 1 or "\n" in part.spans[0].text.strip():
            yield rule.observe(part, "bị ngắt thành nhiều dòng", "nằm trên một dòng")
            continue
        width = column_width(anatomy, part.first)
        alone = part.first.text.strip() == part.spans[0].text.strip()
        words = allowed_width(part, part.spans[0]) if alone else _least_width(part.spans[0])
        if width is not None and words > width + _FITS:
            room = "ô" if part.first.cell else "dòng"
            wide = f"{words:.0f} mm chữ trong {room} rộng {max(width, 0):.0f} mm: bị xuống dòng"
            yield rule.observe(part, wide, "nằm trên một dòng")
        elif width is not None and alone and words > width - _FITS - 0.3:
            yield rule.unsure(f"{rule.element_name} vừa khít ô: máy này một dòng, máy khác có thể hai dòng.")


def _least_width(span: Span) -> float:
    """Millimetres at least from the start of its line to the end of an element that shares it with another.

    How far a tab goes is left out: the line cannot be shorter.
    """
    text = span.paragraph.text
    start = text.rfind("\n", 0, span.start) + 1
    pieces = ((run, text[max(run.start, start) : min(run.end, span.end)]) for run in span.paragraph.runs)
    return span.paragraph.first + sum(run_width(run, piece.replace("\t", "")) for run, piece in pieces)


_FITS = 0.5
"""Millimetres that our widths of a text may be off."""


def _not_right(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    """Whether an element of the right half stands elsewhere."""
    for part in parts_of(anatomy, rule.element):
        centre = None if _lies(anatomy, part) else _centre(anatomy, part.spans[0])
        if centre is not None and centre < text_column(anatomy, part.first) * 0.5 + 1:
            yield rule.observe(part, "không ở nửa phải của trang", "ở nửa phải của trang")
            return


def _lies(anatomy: Anatomy, part: Part) -> bool:
    """Whether its page is a landscape one, where the letterhead may stand anywhere."""
    section = anatomy.written.sections[part.first.section]
    return section.width > section.height


def _centre(anatomy: Anatomy, span: Span) -> float | None:
    """Middle of a span in millimetres from the left margin; ``None`` where tabs or boxes decide."""
    paragraph = span.paragraph
    width = column_width(anatomy, paragraph)
    if width is None or "\t" in paragraph.text or paragraph.text.strip() != span.text.strip():
        return None
    edge = 0.0 if paragraph.cell is None else paragraph.cell.left
    if edge is None:
        return None
    wide = min(shown_width(span), width)
    blank = paragraph.text[: len(paragraph.text) - len(paragraph.text.lstrip())]
    lead = (run_width(paragraph.runs[0], blank) if blank else 0) + paragraph.first
    return edge + paragraph.left + width / 2 + middle(paragraph.align, lead, wide, width)


_ORDER = ("number", "type", "subject", "basis", "body", "authority", "signer")
"""Elements that follow each other in every form; those side by side are not compared."""


def _order(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    found = [
        part
        for role in _ORDER
        for part in anatomy.of(role)[:1]
        if part.certainty >= CERTAIN and part.first.cell is None
    ]
    for above, below in pairwise(found):
        if below.first.index < above.first.index:
            wanted = f"{_name(below)} đứng sau {_name(above)}"
            yield rule.observe(below, f"{_name(below)} đứng trước {_name(above)}", wanted)
            return


def _name(part: Part) -> str:
    name = ELEMENTS[part.role].name
    return name[0].lower() + name[1:]


def _level(rule: Rule, anatomy: Anatomy) -> Iterator[Observation | CannotTell]:
    number, dated = anatomy.one("number"), anatomy.one("place_and_date")
    if not number or not dated or not number.first.cell or not dated.first.cell:
        return
    one, other = number.first.cell, dated.first.cell
    if one.table == other.table and one.row != other.row and one.column != other.column:
        yield rule.observe(dated, "không ngang dòng số, ký hiệu", "cùng dòng với số, ký hiệu của văn bản")


_FORMS = ADMINISTRATIVE - {Form.COPY}


_row = partial(Rule, severity=Severity.FAULT, forms=_FORMS)

PLACE_RULES = (
    _row(
        code="national-name-wraps",
        clause="I.II.1",
        element="national_name",
        title="Quốc hiệu nằm trên một dòng",
        explanation="Quốc hiệu nằm trên một dòng; ở cỡ 13 dòng này dài 95,7 mm. Nới rộng ô bên phải, "
        "bỏ lề trong của ô hoặc dùng cỡ 12.",
        wrong='chữ "NAM" bị đẩy xuống dòng thứ hai',
        right="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM trên một dòng",
        judge=_on_one_line,
    ),
    _row(
        code="motto-wraps",
        clause="I.II.1",
        element="motto",
        title="Tiêu ngữ nằm trên một dòng",
        explanation="Tiêu ngữ nằm trên một dòng dưới Quốc hiệu. Nới rộng ô bên phải hoặc bỏ chỗ ngắt dòng.",
        wrong='chữ "Hạnh phúc" ở dòng thứ hai',
        right="Độc lập - Tự do - Hạnh phúc trên một dòng",
        judge=_on_one_line,
    ),
    _row(
        code="national-name-not-right",
        clause="I.II.1",
        element="national_name",
        title="Quốc hiệu ở nửa phải của trang",
        explanation="Quốc hiệu và Tiêu ngữ ở phía trên cùng, bên phải trang thứ nhất, ngang với tên cơ quan. "
        "Đặt hai phần vào một bảng hai cột không kẻ.",
        wrong="Quốc hiệu ở giữa trang, trên tên cơ quan",
        right="Quốc hiệu ở bên phải, ngang với tên cơ quan",
        judge=_not_right,
    ),
    _row(
        code="signer-not-right",
        clause="I.II.7.b",
        element="signer",
        title="Họ tên người ký ở nửa phải của trang",
        explanation="Chức vụ, chữ ký và họ tên người ký ở nửa phải, cuối văn bản; nơi nhận ở nửa trái. "
        "Đặt hai phần vào một bảng hai cột không kẻ.",
        wrong="họ tên người ký sát lề trái",
        right="họ tên người ký ở nửa phải, dưới chức vụ",
        judge=_not_right,
        forms=_FORMS - {Form.MINUTES},
    ),
    _row(
        code="signer-not-centred",
        clause="I.II.7.b",
        element="signer",
        title="Họ tên người ký canh giữa dưới chức vụ",
        explanation="Họ tên người ký được canh giữa so với quyền hạn, chức vụ ở trên. Đặt hai phần vào một ô rồi bấm "
        "Ctrl+E cho cả hai.",
        severity=Severity.WARNING,
        wrong="chức vụ ở giữa ô, họ tên sát lề trái của ô",
        right="họ tên ở giữa, dưới chức vụ",
        judge=_signer_aside,
    ),
    _row(
        code="place-and-date-not-level",
        clause="I.II.4",
        element="place_and_date",
        title="Địa danh, ngày tháng ngang dòng số, ký hiệu",
        explanation="Địa danh và thời gian ban hành ở cùng dòng với số, ký hiệu. Đặt hai dòng vào một hàng của bảng.",
        severity=Severity.WARNING,
        wrong="ngày tháng ở hàng dưới số, ký hiệu",
        right="Số: 05/KH-THTP3 và Tân Hồng, ngày 05 tháng 9 năm 2021 trên một hàng",
        judge=_level,
    ),
    _row(
        code="elements-out-of-order",
        clause="I.IV",
        element="text",
        title="Các thành phần đúng thứ tự",
        explanation="Các thành phần đứng theo sơ đồ: số, ký hiệu; tên loại; trích yếu; căn cứ; nội dung; người ký.",
        severity=Severity.WARNING,
        wrong="căn cứ đứng trước tên loại",
        right="căn cứ đứng sau trích yếu",
        judge=_order,
    ),
)
"""In the order of the elements."""
