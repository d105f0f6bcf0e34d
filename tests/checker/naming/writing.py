"""Odd documents, written line by line with python-docx."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from papi_docs.checker.anatomy import Anatomy
from papi_docs.checker.naming import name
from papi_docs.checker.reading import read

HEADER = (
    ("UBND HUYỆN TÂN HỒNG", "*TRƯỜNG TIỂU HỌC TÂN PHƯỚC 3", "Số: 05/KH-THTP3"),
    (
        "*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "*Độc lập - Tự do - Hạnh phúc",
        "Tân Hồng, ngày 05 tháng 01 năm 2021",
    ),
)
TITLE = ("^*KẾ HOẠCH", "^*Cải thiện chất lượng phục vụ")
BODY = ("Trường Tiểu học Tân Phước 3 xây dựng kế hoạch như sau:", "Các tổ thực hiện đúng thời hạn./.")
ENDING = (("Nơi nhận:", "- Như trên;", "- Lưu: VT."), ("*HIỆU TRƯỞNG", "", "", "*Nguyễn Thị Lan"))

Columns = Sequence[Sequence[str]]


class Writer:
    """A document in the making; a line begins with ``^`` where centred, ``>`` right, ``*`` bold."""

    def __init__(self) -> None:
        self.document = Document()
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin, section.right_margin = Mm(30), Mm(20)

    def lines(self, *texts: str) -> "Writer":
        for text in texts:
            _write(self.document.add_paragraph(), text)
        return self

    def columns(self, columns: Columns, *, grid: bool = False, widths: Sequence[float] = ()) -> "Writer":
        """A table of one row."""
        table: Any = self.document.add_table(1, len(columns))
        if grid:
            table.style = "Table Grid"
        share = 160 / len(columns)
        for cell, texts, width in zip(table.rows[0].cells, columns, widths or [share] * len(columns), strict=True):
            cell.width = Mm(width)
            _fill(cell, texts, centred=not grid)
        return self

    def grid(self, rows: Columns) -> "Writer":
        """A table of data."""
        table: Any = self.document.add_table(0, len(rows[0]))
        table.style = "Table Grid"
        for texts in rows:
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text
        return self

    def box(self, *texts: str) -> "Writer":
        """A text box of VML, anchored in a paragraph of its own."""
        inner = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
        self.document.add_paragraph()._p.append(
            parse_xml(
                '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
                'xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape type="#_x0000_t202" '
                f'style="width:200pt;height:60pt"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox>'
                "</v:shape></w:pict></w:r>"
            )
        )
        return self

    def anatomy(self, folder: Path) -> Anatomy:
        path = folder / "van-ban.docx"
        self.document.save(str(path))
        return name(read(path))


def _fill(cell: _Cell, texts: Sequence[str], *, centred: bool) -> None:
    for nth, text in enumerate(texts):
        left = text.startswith(("-", "Nơi nhận"))
        _write(cell.paragraphs[0] if nth == 0 else cell.add_paragraph(), f"{'^' * (centred and not left)}{text}")


def _write(paragraph: Paragraph, text: str) -> None:
    bare = text.lstrip("^>*")
    marks = text[: len(text) - len(bare)]
    if "^" in marks:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif ">" in marks:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    elif len(text) > 60:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.add_run(bare).bold = "*" in marks


def named(anatomy: Anatomy, *roles: str) -> list[tuple[str, str]]:
    """Roles and texts of the parts that have one of the roles, or of all."""
    return [(part.role, part.text) for part in anatomy.parts if not roles or part.role in roles]
