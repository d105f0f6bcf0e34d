"""The Word styles of the templates, one a element, so that a district restyles them in Word."""

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from papi_docs.decree30 import ELEMENTS, FONT, PAGE_NUMBER, Element
from papi_docs.layout import BODY, SIGNATURE

__all__ = ["STRONG", "STYLES", "add_styles"]

STRONG = "Nhấn đậm"
"""Character style of words that are bold inside a paragraph that is not."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: an element of the decree and where its lines stand. Lengths mm, gaps points."""

    name: str
    element: Element
    align: ALIGN = ALIGN.CENTER
    size: float | None = None
    first_line: float = 0
    left: float = 0
    before: float = 0
    after: float = 0
    spacing: float = 1
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None

    @property
    def points(self) -> float:
        """The size in points: the smaller one where asked for, else the decree's own."""
        return self.size or self.element.size.preferred


def _body(name: str, key: str, *, keep_next: bool = False, outline: int | None = None) -> Style:
    return Style(
        name,
        ELEMENTS[key],
        ALIGN.JUSTIFY,
        first_line=BODY.first_line,
        after=BODY.between_pt,
        spacing=BODY.line_spacing,
        keep_next=keep_next,
        outline=outline,
    )


def _smaller(name: str, key: str) -> Style:
    return Style(name, ELEMENTS[key], size=ELEMENTS[key].size.least)


STYLES = {
    "national_name": Style("Quốc hiệu", ELEMENTS["national_name"]),
    "motto": Style("Tiêu ngữ", ELEMENTS["motto"]),
    "superior": Style("Cơ quan chủ quản", ELEMENTS["superior"]),
    "superior_small": _smaller("Cơ quan chủ quản (nhỏ)", "superior"),
    "issuer": Style("Cơ quan ban hành", ELEMENTS["issuer"]),
    "issuer_small": _smaller("Cơ quan ban hành (nhỏ)", "issuer"),
    "rule": Style("Đường kẻ", ELEMENTS["body"], size=2),
    "number": Style("Số và ký hiệu", ELEMENTS["number"], before=6),
    "place_and_date": Style("Địa danh và thời gian", ELEMENTS["place_and_date"], before=6),
    "place_and_date_small": Style(
        "Địa danh và thời gian (nhỏ)",
        ELEMENTS["place_and_date"],
        size=ELEMENTS["place_and_date"].size.least,
        before=6,
    ),
    "type": Style("Tên loại văn bản", ELEMENTS["type"], before=18, keep_next=True),
    "subject": Style("Trích yếu", ELEMENTS["subject"], keep_next=True),
    "basis": _body("Căn cứ", "basis"),
    "body": _body("Nội dung", "body"),
    "heading_1": _body("Đề mục I", "heading_1", keep_next=True, outline=0),
    "heading_2": _body("Đề mục 1", "heading_2", keep_next=True, outline=1),
    "addressee": Style("Kính gửi", ELEMENTS["addressee"], after=BODY.between_pt),
    "addressees": Style("Kính gửi - từng dòng", ELEMENTS["addressee"], ALIGN.LEFT, left=45, after=0),
    "title": Style("Tên giấy tờ", ELEMENTS["type"], before=6, keep_next=True),
    "school_name": Style("Tên trường", ELEMENTS["issuer"]),
    "remark": Style("Ghi chú", ELEMENTS["annex_reference"], ALIGN.LEFT, after=BODY.between_pt),
    "centre": Style("Giữa trang", ELEMENTS["body"], after=BODY.between_pt),
    "line": Style("Dòng", ELEMENTS["body"], ALIGN.LEFT, after=3),
    "issuing_title": Style("Thẩm quyền ban hành", ELEMENTS["authority"], before=6, after=6, keep_next=True),
    "lead_in": _body("Nội dung - câu dẫn", "body", keep_next=True),
    "closing": _body("Kết thúc", "body", keep_next=True),
    "recipients_label": Style("Nơi nhận", ELEMENTS["recipients_label"], ALIGN.LEFT, keep_next=True),
    "recipients": Style("Nơi nhận - từng dòng", ELEMENTS["recipients"], ALIGN.LEFT, keep_next=True),
    "authority": Style("Quyền hạn và chức vụ", ELEMENTS["authority"], keep_next=True),
    "signer": Style("Họ tên người ký", ELEMENTS["signer"], before=SIGNATURE.room_pt),
    "annex_number": Style("Phụ lục - số", ELEMENTS["annex_number"], keep_next=True, outline=0),
    "annex_title": Style("Phụ lục - tên", ELEMENTS["annex_title"], keep_next=True),
    "annex_reference": Style("Phụ lục - kèm theo", ELEMENTS["annex_reference"], after=12, keep_next=True),
    "table_head": Style("Bảng - tiêu đề cột", ELEMENTS["subject"], size=13, before=2, after=2, keep_next=True),
    "table_text": Style("Bảng - chữ", ELEMENTS["body"], ALIGN.LEFT, size=13, before=1, after=1),
    "table_centre": Style("Bảng - giữa ô", ELEMENTS["body"], size=13, before=1, after=1),
    "table_small": Style("Bảng - chữ nhỏ", ELEMENTS["body"], ALIGN.LEFT, size=12, before=1, after=1),
    "table_small_centre": Style("Bảng - giữa ô (chữ nhỏ)", ELEMENTS["body"], size=12, before=1, after=1),
    "table_note": Style("Bảng - chú thích", ELEMENTS["recipients"], ALIGN.LEFT, size=12, before=3, keep_next=True),
    "table_fine": Style("Bảng - chữ rất nhỏ", ELEMENTS["body"], ALIGN.LEFT, size=10, before=1, after=1),
    "table_fine_centre": Style("Bảng - giữa ô (chữ rất nhỏ)", ELEMENTS["body"], size=10, before=1, after=1),
    "form_heading": Style("Phiếu - đề mục", ELEMENTS["body"], ALIGN.JUSTIFY, before=8, after=4, keep_next=True),
    "form_levels": Style("Phiếu - mức đánh giá", ELEMENTS["body"], after=4),
    "form_dots": Style("Phiếu - dòng để viết", ELEMENTS["body"], ALIGN.LEFT, before=7),
    "thanks": Style("Phiếu - lời cảm ơn", ELEMENTS["annex_reference"], before=12),
    "chart": Style("Biểu đồ", ELEMENTS["body"], before=6, after=BODY.between_pt),
    "section_end": Style("Hết phần", ELEMENTS["body"], size=1),
    "page_number": Style("Số trang", PAGE_NUMBER),
}
"""Every style of the templates, by the key the drawing code uses."""


def add_styles(document: Document) -> None:
    """Put the styles into a document, and the decree's font and size under everything."""
    _set_defaults(document)
    for key, style in STYLES.items():
        _add(document, key, style)
    strong = document.styles.add_style(STRONG, WD_STYLE_TYPE.CHARACTER)
    strong.font.bold = True


def _set_defaults(document: Document) -> None:
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)  # noqa: S101 - python-docx types it by its looks
    _use_font(normal)
    normal.font.size = Pt(ELEMENTS["body"].size.preferred)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1


def _add(document: Document, key: str, style: Style) -> None:
    made = document.styles.add_style(style.name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(made, ParagraphStyle)  # noqa: S101 - as asked for
    made.element.set(qn("w:styleId"), "VB" + key.title().replace("_", ""))
    made.base_style = document.styles["Normal"]
    made.quick_style = True
    _use_font(made)
    made.font.size = Pt(style.points)
    made.font.bold = style.element.bold
    made.font.italic = style.element.italic
    _set_paragraph(made, style)


def _set_paragraph(made: ParagraphStyle, style: Style) -> None:
    layout = made.paragraph_format
    layout.alignment = style.align
    layout.first_line_indent = Mm(style.first_line)
    layout.left_indent = Mm(style.left)
    layout.space_before = Pt(style.before)
    layout.space_after = Pt(style.after)
    layout.line_spacing = style.spacing
    layout.keep_with_next = style.keep_next
    layout.keep_together = style.keep_lines
    layout.widow_control = True
    if style.outline is not None:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(style.outline))
        made.element.get_or_add_pPr().append(level)


def _use_font(style: ParagraphStyle) -> None:
    """All four font slots: Word chooses one by the letter, and Vietnamese ones fall in two of them."""
    style.font.name = FONT
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for slot in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(slot), FONT)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(theme), None)
