"""Documents of several kinds, each laid out in several ways, made with python-docx."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")

Line = tuple[str, str]
"""A role and its text."""


@dataclass(frozen=True)
class Kind:
    """What a document says, by role; a role that goes over several lines stands several times."""

    form: str
    left: Sequence[Line]
    number: Sequence[Line]
    date: Sequence[Line]
    middle: Sequence[Line]
    recipients: Sequence[Line]
    signature: Sequence[Line]
    right: Sequence[Line] = (("national_name", NATION[0]), ("motto", NATION[1]))

    def expected(self) -> dict[str, list[str]]:
        """Texts of every role, in order; roles that grow are one text."""
        texts: dict[str, list[str]] = {}
        last = ""
        for role, text in (
            *self.left, *self.right, *self.number, *self.date, *self.middle, *self.recipients, *self.signature,
        ):  # fmt: skip
            if role == last and role in _GROWING:
                texts[role][-1] += f" {text}"
            elif role:
                texts.setdefault(role, []).append(text)
            last = role
        return texts


_GROWING = {"superior", "issuer", "subject", "letter_subject", "addressee", "authority", "annex_title"}

_RECIPIENTS = (
    ("recipients_label", "Nơi nhận:"),
    ("recipients", "- Như trên;"),
    ("recipients", "- Lưu: VT."),
)
_DATE = (("place_and_date", "Tân Hồng, ngày 05 tháng 01 năm 2021"),)
_SCHOOL = (("superior", "UBND HUYỆN TÂN HỒNG"), ("issuer", "TRƯỜNG TIỂU HỌC TÂN PHƯỚC 3"))
_HEAD = (("authority", "HIỆU TRƯỞNG"), ("", ""), ("", ""), ("signer", "Nguyễn Thị Lan"))
_DEPUTY = (
    ("authority", "KT. HIỆU TRƯỞNG"),
    ("authority", "PHÓ HIỆU TRƯỞNG"),
    ("", ""),
    ("", ""),
    ("signer", "Trần Văn Bình"),
)

PLAN = Kind(
    "NAMED",
    _SCHOOL,
    (("number", "Số: 05/KH-THTP3"),),
    _DATE,
    (
        ("type", "KẾ HOẠCH"),
        ("subject", "Nâng cao chất lượng phục vụ người dân"),
        ("subject", "năm học 2020-2021"),
        ("basis", "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;"),
        ("body", "Trường Tiểu học Tân Phước 3 xây dựng kế hoạch như sau:"),
        ("heading_1", "I. MỤC ĐÍCH, YÊU CẦU"),
        ("heading_2", "1. Mục đích"),
        ("point", "a) Giúp giáo viên hiểu rõ chín nội dung và trách nhiệm của từng người;"),
        ("point", "b) Công khai việc nhà trường làm."),
        ("heading_2", "2. Yêu cầu"),
        ("body", "Các tổ thực hiện đúng thời hạn"),
        ("end_mark", "./."),
    ),
    _RECIPIENTS,
    _DEPUTY,
)

KINDS = {
    "plan": PLAN,
    "letter": Kind(
        "LETTER",
        (("issuer", "ỦY BAN NHÂN DÂN"), ("issuer", "TỈNH ĐỒNG THÁP")),
        (
            ("number", "Số: 120/UBND-VX"),
            ("letter_subject", "V/v báo cáo kết quả"),
            ("letter_subject", "khảo sát năm học 2020-2021"),
        ),
        _DATE,
        (
            ("addressee", "Kính gửi:"),
            ("addressee", "- Sở Giáo dục và Đào tạo;"),
            ("addressee", "- Sở Nội vụ."),
            ("body", "Ủy ban nhân dân tỉnh đề nghị các sở báo cáo kết quả khảo sát trước ngày 15 tháng 01 năm 2021"),
            ("end_mark", "./."),
        ),
        _RECIPIENTS,
        (("authority", "TM. ỦY BAN NHÂN DÂN"), ("authority", "CHỦ TỊCH"), ("", ""), ("signer", "Phạm Thiện Nghĩa")),
    ),
    "decision": Kind(
        "DECISION",
        (("superior", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"), ("superior", "TỈNH ĐỒNG THÁP"), ("issuer", "TRƯỜNG THPT TÂN HỒNG")),
        (("number", "Số: 12/QĐ-THPTTH"),),
        _DATE,
        (
            ("type", "QUYẾT ĐỊNH"),
            ("subject", "Về việc phân công nhiệm vụ"),
            ("decider", "HIỆU TRƯỞNG TRƯỜNG THPT TÂN HỒNG"),
            ("basis", "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;"),
            ("basis", "Theo đề nghị của Phó Hiệu trưởng."),
            ("decider", "QUYẾT ĐỊNH:"),
            ("article", "Điều 1. Phân công nhiệm vụ cho các ông, bà có tên trong danh sách kèm theo."),
            ("article", "Điều 2. Quyết định này có hiệu lực kể từ ngày ký"),
            ("end_mark", "./."),
        ),
        _RECIPIENTS,
        _HEAD,
    ),
    "resolution": Kind(
        "RESOLUTION",
        (("issuer", "HỘI ĐỒNG NHÂN DÂN"), ("issuer", "XÃ AN PHƯỚC")),
        (("number", "Số: 03/NQ-HĐND"),),
        _DATE,
        (
            ("type", "NGHỊ QUYẾT"),
            ("subject", "Về nhiệm vụ năm 2021"),
            ("basis", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"),
            ("decider", "QUYẾT NGHỊ:"),
            ("article", "Điều 1. Thông qua nhiệm vụ năm 2021"),
            ("end_mark", "./."),
        ),
        _RECIPIENTS,
        (("authority", "CHỦ TỊCH"), ("", ""), ("signer", "Lê Văn Hai")),
    ),
    "report to a superior": Kind(
        "NAMED",
        (("superior", "PHÒNG GD&ĐT TÂN HỒNG"), ("issuer", "TRƯỜNG MẦM NON SAO MAI")),
        (("number", "Số:      /BC-MNSM"),),
        (("place_and_date", "Tân Hồng, ngày      tháng 01 năm 2021"),),
        (
            ("type", "BÁO CÁO"),
            ("subject", "Sơ kết học kỳ I"),
            ("addressee", "Kính gửi: Phòng Giáo dục và Đào tạo huyện Tân Hồng"),
            ("heading_1", "I. ĐẶC ĐIỂM TÌNH HÌNH"),
            ("body", "Trường có 12 lớp, 312 trẻ, 31 cán bộ, giáo viên, nhân viên"),
            ("end_mark", "./."),
        ),
        _RECIPIENTS,
        _HEAD,
    ),
    "telegram": Kind(
        "TELEGRAM",
        (("issuer", "ỦY BAN NHÂN DÂN"), ("issuer", "HUYỆN TÂN HỒNG")),
        (("number", "Số: 02/CĐ-UBND"),),
        _DATE,
        (
            ("type", "CÔNG ĐIỆN"),
            ("subject", "Về việc phòng, chống lũ"),
            ("body", "Chủ tịch Ủy ban nhân dân huyện yêu cầu các xã trực ban 24/24 giờ"),
            ("end_mark", "./."),
        ),
        _RECIPIENTS,
        (("authority", "KT. CHỦ TỊCH"), ("authority", "PHÓ CHỦ TỊCH"), ("", ""), ("signer", "Võ Thị Hoa")),
    ),
    "invitation": Kind(
        "INVITATION",
        _SCHOOL,
        (("number", "Số: 07/GM-THTP3"),),
        _DATE,
        (
            ("type", "GIẤY MỜI"),
            ("subject", "Họp cha mẹ học sinh"),
            ("body", "Trường Tiểu học Tân Phước 3 trân trọng kính mời: Ông Nguyễn Văn Tư."),
            ("body", "Thời gian: 8 giờ 00, ngày 10 tháng 01 năm 2021"),
            ("end_mark", "./."),
        ),
        _RECIPIENTS,
        _HEAD,
    ),
    "introduction": Kind(
        "INTRODUCTION",
        _SCHOOL,
        (("number", "Số: 01/GGT-THTP3"),),
        _DATE,
        (
            ("type", "GIẤY GIỚI THIỆU"),
            ("body", "Trường Tiểu học Tân Phước 3 trân trọng giới thiệu:"),
            ("body", "Ông: Nguyễn Văn Tư. Chức vụ: Kế toán."),
            ("body", "Giấy này có giá trị đến hết ngày 20 tháng 01 năm 2021"),
            ("end_mark", "./."),
        ),
        _RECIPIENTS,
        _HEAD,
    ),
    "leave": Kind(
        "LEAVE",
        _SCHOOL,
        (("number", "Số: 01/GNP-THTP3"),),
        _DATE,
        (
            ("type", "GIẤY NGHỈ PHÉP"),
            ("body", "Xét Đơn đề nghị nghỉ phép ngày 02 tháng 01 năm 2021 của bà Trần Thị Năm, nhà trường cấp cho:"),
            ("body", "Bà Trần Thị Năm được nghỉ phép 05 ngày"),
            ("end_mark", "./."),
        ),
        _RECIPIENTS,
        _HEAD,
    ),
}


def build(kind: Kind, layout: str, path: Path) -> Path:
    """The document of a kind in one of :data:`LAYOUTS`, saved."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    header, footer = LAYOUTS[layout]
    header(document, kind)
    for role, text in _joined(kind.middle):
        paragraph = document.add_paragraph()
        _write(paragraph, role, text)
    footer(document, kind)
    document.save(str(path))
    return path


def _joined(lines: Sequence[Line]) -> list[Line]:
    """The end mark behind the last words."""
    joined: list[Line] = []
    for role, text in lines:
        if role == "end_mark":
            joined[-1] = (joined[-1][0], joined[-1][1] + text)
        else:
            joined.append((role, text))
    return joined


_BOLD = {
    "issuer",
    "national_name",
    "motto",
    "type",
    "subject",
    "heading_1",
    "heading_2",
    "authority",
    "signer",
    "decider",
}
_CENTRED = _BOLD - {"heading_1", "heading_2"} | {"superior", "number", "place_and_date", "letter_subject", ""}


def _write(paragraph: Paragraph, role: str, text: str) -> None:
    run = paragraph.add_run(text)
    run.bold = role in _BOLD or role == "recipients_label"
    run.italic = role in {"place_and_date", "basis", "recipients_label"}
    run.font.size = Pt(11 if role == "recipients" else 13)
    if role in _CENTRED:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif role == "addressee":
        paragraph.paragraph_format.left_indent = Mm(35)
    elif role not in {"recipients", "recipients_label"}:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Mm(10)


def _table(document: DocxDocument, rows: int, widths: Sequence[float]) -> Any:  # noqa: ANN401 - a docx table
    table = document.add_table(rows, len(widths))
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    return table


def _fill(cell: _Cell, lines: Sequence[Line]) -> None:
    for nth, (role, text) in enumerate(lines):
        _write(cell.paragraphs[0] if nth == 0 else cell.add_paragraph(), role, text)


def _one_row(document: DocxDocument, kind: Kind) -> None:
    left, right = _table(document, 1, (65, 95)).rows[0].cells
    _fill(left, [*kind.left, *kind.number])
    _fill(right, [*kind.right, *kind.date])


def _two_rows(document: DocxDocument, kind: Kind) -> None:
    table = _table(document, 2, (65, 95))
    for cell, lines in zip(
        [*table.rows[0].cells, *table.rows[1].cells], (kind.left, kind.right, kind.number, kind.date), strict=True
    ):
        _fill(cell, lines)


def _line_breaks(document: DocxDocument, kind: Kind) -> None:
    """Every line of a cell in one paragraph."""
    left, right = _table(document, 1, (65, 95)).rows[0].cells
    for cell, lines in ((left, [*kind.left, *kind.number]), (right, [*kind.right, *kind.date])):
        for nth, (role, text) in enumerate(lines):
            if nth:
                cell.paragraphs[0].add_run().add_break()
            _write(cell.paragraphs[0], role, text)


def _nested(document: DocxDocument, kind: Kind) -> None:
    """A table of layout in the one cell of another."""
    outer = _table(document, 1, (160,)).rows[0].cells[0]
    table = outer.add_table(1, 2)
    for cell, width in zip(table.rows[0].cells, (65, 95), strict=True):
        cell.width = Mm(width)
    _fill(table.rows[0].cells[0], [*kind.left, *kind.number])
    _fill(table.rows[0].cells[1], [*kind.right, *kind.date])


def _with_gap(document: DocxDocument, kind: Kind) -> None:
    """Three columns, the middle one empty."""
    left, _, right = _table(document, 1, (62, 4, 94)).rows[0].cells
    _fill(left, [*kind.left, *kind.number])
    _fill(right, [*kind.right, *kind.date])


def _tabs(document: DocxDocument, kind: Kind) -> None:
    """Lines side by side by tabs; what is left over stands alone on the left."""
    left, right = [*kind.left, *kind.number], [*kind.right, *kind.date]
    for nth in range(max(len(left), len(right))):
        paragraph = document.add_paragraph()
        if nth < len(left):
            _run(paragraph, *left[nth])
        if nth < len(right):
            paragraph.add_run("\t\t")
            _run(paragraph, *right[nth])


def _run(paragraph: Paragraph, role: str, text: str) -> None:
    run = paragraph.add_run(text)
    run.bold, run.italic = role in _BOLD, role == "place_and_date"


def _ending_table(document: DocxDocument, kind: Kind) -> None:
    left, right = _table(document, 1, (80, 80)).rows[0].cells
    _fill(left, kind.recipients)
    _fill(right, kind.signature)


def _ending_rows(document: DocxDocument, kind: Kind) -> None:
    """The signer's name in a row of its own."""
    table = _table(document, 2, (80, 80))
    _fill(table.rows[0].cells[0], kind.recipients)
    _fill(table.rows[0].cells[1], kind.signature[:-1])
    _fill(table.rows[1].cells[1], kind.signature[-1:])


def _ending_breaks(document: DocxDocument, kind: Kind) -> None:
    left, right = _table(document, 1, (80, 80)).rows[0].cells
    for cell, lines in ((left, kind.recipients), (right, kind.signature)):
        for nth, (role, text) in enumerate(lines):
            if nth:
                cell.paragraphs[0].add_run().add_break()
            _write(cell.paragraphs[0], role, text)


def _ending_tabs(document: DocxDocument, kind: Kind) -> None:
    left, right = list(kind.recipients), list(kind.signature)
    for nth in range(max(len(left), len(right))):
        paragraph = document.add_paragraph()
        if nth < len(left):
            _run(paragraph, *left[nth])
        if nth < len(right) and right[nth][1]:
            paragraph.add_run("\t" * (2 if nth < len(left) else 7))
            _run(paragraph, *right[nth])


def _ending_stacked(document: DocxDocument, kind: Kind) -> None:
    """The signature on the right, the recipients under it."""
    for role, text in kind.signature:
        paragraph = document.add_paragraph()
        _write(paragraph, role, text)
        paragraph.paragraph_format.left_indent = Mm(80)
    for role, text in kind.recipients:
        _write(document.add_paragraph(), role, text)


Maker = Callable[[DocxDocument, Kind], None]

LAYOUTS: dict[str, tuple[Maker, Maker]] = {
    "one row": (_one_row, _ending_table),
    "two rows": (_two_rows, _ending_rows),
    "line breaks": (_line_breaks, _ending_breaks),
    "nested": (_nested, _ending_table),
    "three columns": (_with_gap, _ending_stacked),
    "tabs": (_tabs, _ending_tabs),
}
