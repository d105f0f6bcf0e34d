"""Right papers, built as clerks build them: by hand in a word processor, direct formatting over a plain Normal.

Each function gives a new document without a fault. Tests put faults into them.
"""

from collections.abc import Callable, Sequence
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT as TAB
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from papi_docs.decree30 import MOTTO, NATIONAL_NAME
from papi_docs.typography import Face, text_width

__all__ = ["PAPERS", "decision", "letter", "minutes", "notice_with_tabs", "programme", "report"]

_NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)

CHARTER = (
    "Căn cứ Thông tư số 28/2020/TT-BGDĐT ngày 04 tháng 9 năm 2020 của Bộ trưởng Bộ Giáo dục và Đào tạo "
    "ban hành Điều lệ Trường tiểu học;"
)
LEFT, RIGHT = 71.0, 97.0
"""Columns of a letterhead in millimetres."""


def new_paper() -> Document:
    """A4, 20-20-30-15 mm, Times New Roman 14, a page number in the header from page 2."""
    document = docx.Document()
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{slot}"), "Times New Roman")
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1
    set_page(document.sections[0])
    return document


def set_page(section: Section) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    number_pages(section.header.paragraphs[0])


def number_pages(paragraph: Paragraph, size: float = 14) -> None:
    """A PAGE field, centred."""
    paragraph.alignment = ALIGN.CENTER
    for kind in ("begin", "", "separate", "text", "end"):
        run = paragraph.add_run("2" if kind == "text" else None)
        run.font.size = Pt(size)
        if kind != "text":
            element = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                element.set(qn("w:fldCharType"), kind)
            else:
                element.text = " PAGE   \\* MERGEFORMAT "
            run._r.append(element)


def put(
    place: Document | _Cell | Paragraph,
    text: str,
    size: float = 14,
    align: ALIGN = ALIGN.CENTER,
    *,
    bold: bool = False,
    italic: bool = False,
) -> Paragraph:
    """A paragraph (or one more run of one) with direct formatting."""
    paragraph = place if isinstance(place, Paragraph) else place.add_paragraph()
    if paragraph is not place:
        paragraph.alignment = align
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.bold, run.italic = bold or None, italic or None
    return paragraph


def say(document: Document, text: str, *, bold: bool = False, italic: bool = False) -> Paragraph:
    """A paragraph of the body: justified, first line 10 mm, 6 points after."""
    paragraph = put(document, text, align=ALIGN.JUSTIFY, bold=bold, italic=italic)
    layout = paragraph.paragraph_format
    layout.first_line_indent, layout.space_after = Mm(10), Pt(6)
    return paragraph


def draw(paragraph: Paragraph, words: str, share: float, size: float = 13, left: float | None = None) -> None:
    """A drawn line under the words of a paragraph, centred in its column, or ``left`` millimetres into it."""
    width = round(text_width(words, Face.BOLD, size) * share * 36_000)
    place = "<wp:align>center</wp:align>" if left is None else f"<wp:posOffset>{round(left * 36_000)}</wp:posOffset>"
    identifier = len(paragraph.part.element.xpath("//wp:docPr")) + 1
    paragraph.add_run()._r.append(parse_xml(_drawing(identifier, width, place, round(size * 1.17 * 12_700))))


def _drawing(identifier: int, width: int, place: str, drop: int) -> str:
    return (
        f'<mc:AlternateContent {_NAMESPACES}><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0"'
        ' distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0"'
        ' layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column">{place}</wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{drop}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="0"/><wp:effectExtent l="0" t="0" r="19050" b="19050"/><wp:wrapNone/>'
        f'<wp:docPr id="{identifier}" name="Straight Connector {identifier}"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/>'
        "</a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        f'</mc:Choice><mc:Fallback><w:pict><v:line id="Line {identifier}" from="0,0" to="{width / 12_700:.1f}pt,0"'
        ' style="position:absolute;z-index:251659264;mso-position-horizontal:center" strokeweight=".75pt"/></w:pict>'
        "</mc:Fallback></mc:AlternateContent>"
    )


def two_columns(document: Document, widths: Sequence[float], rows: int, indent: int = 0) -> Table:
    """A table without borders, its cells without margins and without their first empty paragraph."""
    table: Table = document.add_table(rows, len(widths))
    table.autofit = False
    margins = parse_xml(
        f'<w:tblCellMar {_NAMESPACES}><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    )
    layout: Any = table._tbl.tblPr.find(qn("w:tblLayout"))
    layout.addprevious(parse_xml(f'<w:tblInd {_NAMESPACES} w:w="{indent}" w:type="dxa"/>'))
    layout.addnext(margins)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
            cell._tc.remove(cell.paragraphs[0]._p)
    return table


def letterhead(  # noqa: PLR0917 - in the order they are read
    document: Document, superior: str, issuer: str, number: str, dated: str, about: str = ""
) -> None:
    """Form 1.4; with ``about`` form 1.5; without ``dated`` form 1.9."""
    table = two_columns(document, (LEFT, RIGHT), 2, indent=-170)
    left, right = table.rows[0].cells
    put(left, superior, 13)
    draw(put(left, issuer, 13, bold=True), issuer, 0.4)
    put(right, NATIONAL_NAME, 13, bold=True)
    draw(put(right, MOTTO, 14, bold=True), MOTTO, 1, 14)
    left, right = table.rows[1].cells
    put(left, number, 13).paragraph_format.space_before = Pt(6)
    if about:
        put(left, about, 12).paragraph_format.space_before = Pt(6)
    put(right, dated, 14, italic=True).paragraph_format.space_before = Pt(6)


def title(document: Document, kind: str, subject: str) -> None:
    """Type and subject, a rule of two fifths under them."""
    put(document, kind, bold=True).paragraph_format.space_before = Pt(18)
    under = put(document, subject, bold=True)
    draw(under, subject, 0.4, 14)
    under.paragraph_format.space_after = Pt(12)


def signature(document: Document, recipients: Sequence[str], titles: Sequence[str], name: str) -> None:
    """Recipients beside the signature block."""
    put(document, "", 6)
    left, right = two_columns(document, (82.5, 82.5), 1).rows[0].cells
    put(left, "Nơi nhận:", 12, ALIGN.LEFT, bold=True, italic=True)
    for line in recipients:
        put(left, line, 11, ALIGN.LEFT)
    for line in titles:
        put(right, line, bold=True)
    put(right, name, bold=True).paragraph_format.space_before = Pt(72)


def letter() -> Document:
    """Công văn, form 1.5, signed by a deputy."""
    document = new_paper()
    letterhead(
        document,
        "UBND XÃ AN PHƯỚC",
        "TRƯỜNG TIỂU HỌC AN PHƯỚC",
        "Số: 07/THAP-VP",
        "An Phước, ngày 05 tháng 01 năm 2026",
        "V/v phối hợp tổ chức ngày hội đọc sách",
    )
    put(document, "Kính gửi: Trung tâm Văn hóa xã An Phước.").paragraph_format.space_before = Pt(18)
    document.paragraphs[-1].paragraph_format.space_after = Pt(6)
    say(
        document,
        "Thực hiện Kế hoạch số 02/KH-THAP ngày 02 tháng 01 năm 2026 của Trường Tiểu học An Phước về ngày hội đọc sách "
        "năm học 2025-2026, nhà trường tổ chức ngày hội cho học sinh toàn trường tại sân trường trong một buổi sáng.",
    )
    say(
        document,
        "Nhà trường kính đề nghị Trung tâm hỗ trợ 05 giá sách, 02 bộ âm thanh và cử 03 viên chức cùng tham gia. Thời "
        "gian: từ 7 giờ 30 đến 11 giờ 00 ngày 16 tháng 01 năm 2026.",
    )
    say(document, "Rất mong nhận được sự phối hợp của Trung tâm./.")
    signature(
        document,
        ("- Như trên;", "- Hiệu trưởng (để b/c);", "- Lưu: VT, VP."),
        ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"),
        "Lê Thị Hồng Gấm",
    )
    return document


def notice_with_tabs() -> Document:
    """Thông báo whose letterhead and signature stand at tab stops instead of in tables."""
    document = new_paper()
    issuer = "TRƯỜNG TIỂU HỌC AN PHƯỚC"
    stops = (28.0, 117.0)
    _tabbed(document, stops, ("UBND XÃ AN PHƯỚC", 13, False, False), (NATIONAL_NAME, 13, True, False))
    line = _tabbed(document, stops, (issuer, 13, True, False), (MOTTO, 14, True, False))
    for words, size, middle, share in ((issuer, 13, stops[0], 0.4), (MOTTO, 14, stops[1], 1)):
        width = text_width(words, Face.BOLD, size) * share
        draw(line, words, share, size, left=middle - width / 2)
    dated = "An Phước, ngày 12 tháng 3 năm 2026"
    _tabbed(document, stops, ("Số: 15/TB-THAP", 13, False, False), (dated, 14, False, True), before=6)
    title(document, "THÔNG BÁO", "Lịch tiếp công dân năm 2026")
    say(document, "Trường Tiểu học An Phước thông báo lịch tiếp công dân năm 2026 như sau:")
    say(document, "1. Thời gian: sáng thứ Hai hằng tuần, từ 7 giờ 30 đến 11 giờ 00.")
    say(document, "2. Địa điểm: văn phòng của trường. Người tiếp là Hiệu trưởng hoặc người được ủy quyền.")
    say(document, "Trường Tiểu học An Phước thông báo để cha mẹ học sinh được biết./.")
    put(document, "", 6)
    for place, text, size, bold, italic, right in (
        (0, "Nơi nhận:", 12, True, True, "HIỆU TRƯỞNG"),
        (0, "- UBND xã (để b/c);", 11, False, False, ""),
        (0, "- Cha mẹ học sinh;", 11, False, False, ""),
        (0, "- Lưu: VT.", 11, False, False, ""),
    ):
        paragraph = put(document, text, size, ALIGN.LEFT, bold=bold, italic=italic)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(124 + place), TAB.CENTER)
        if right:
            put(paragraph, "\t", 14)
            put(paragraph, right, 14, bold=True)
    for text in ("", "", ""):
        put(document, text)
    name = put(document, "\t", 14, ALIGN.LEFT)
    name.paragraph_format.tab_stops.add_tab_stop(Mm(124), TAB.CENTER)
    put(name, "Trần Văn Bảy", bold=True)
    return document


def _tabbed(
    document: Document,
    stops: tuple[float, float],
    left: tuple[str, float, bool, bool],
    right: tuple[str, float, bool, bool],
    before: float = 0,
) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(before)
    for stop, (text, size, bold, italic) in zip(stops, (left, right), strict=True):
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(stop), TAB.CENTER)
        put(paragraph, "\t", size)
        put(paragraph, text, size, bold=bold, italic=italic)
    return paragraph


def decision() -> Document:
    """Quyết định, form 1.2: bases in italics, articles, points with letters."""
    document = new_paper()
    letterhead(
        document,
        "UBND XÃ AN PHƯỚC",
        "TRƯỜNG TIỂU HỌC AN PHƯỚC",
        "Số: 09/QĐ-THAP",
        "An Phước, ngày 08 tháng 02 năm 2026",
    )
    title(document, "QUYẾT ĐỊNH", "Về việc thành lập Ban tổ chức ngày hội đọc sách")
    put(document, "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC AN PHƯỚC", bold=True).paragraph_format.space_after = Pt(12)
    for basis in (
        "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;",
        CHARTER,
        "Theo đề nghị của Tổ trưởng Tổ Văn phòng.",
    ):
        say(document, basis, italic=True)
    put(document, "QUYẾT ĐỊNH:", bold=True).paragraph_format.space_after = Pt(6)
    for label, text in (
        ("Điều 1. ", "Thành lập Ban tổ chức ngày hội đọc sách gồm 05 người do Hiệu trưởng làm trưởng ban."),
        ("Điều 2. ", "Ban tổ chức có các nhiệm vụ sau:"),
    ):
        paragraph = say(document, "", bold=True)
        put(paragraph, label, bold=True)
        put(paragraph, text)
    for text in (
        "a) Xây dựng chương trình của ngày hội và phân công người phụ trách từng việc;",
        "b) Chuẩn bị sách, chỗ ngồi, nước uống cho học sinh;",
        "c) Mời cha mẹ học sinh cùng tham gia;",
        "d) Giữ gìn trật tự, vệ sinh trong suốt ngày hội;",
        "đ) Báo cáo kết quả sau khi kết thúc ngày hội.",
    ):
        say(document, text)
    last = say(document, "", bold=True)
    put(last, "Điều 3. ", bold=True)
    put(last, "Quyết định này có hiệu lực kể từ ngày ký. Các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành./.")
    signature(document, ("- Như Điều 3;", "- UBND xã (để b/c);", "- Lưu: VT."), ("HIỆU TRƯỞNG",), "Trần Văn Bảy")
    return document


def minutes() -> Document:
    """Biên bản, form 1.9: no place and date, two signers."""
    document = new_paper()
    letterhead(document, "UBND XÃ AN PHƯỚC", "TRƯỜNG TIỂU HỌC AN PHƯỚC", "Số: 03/BB-THAP", "")
    title(document, "BIÊN BẢN", "Họp hội đồng trường tháng 3 năm 2026")
    for text in (
        "Thời gian bắt đầu: 8 giờ 00 ngày 12 tháng 3 năm 2026.",
        "Địa điểm: phòng họp của trường.",
        "Thành phần tham dự: các thành viên hội đồng trường, 09 người.",
        "Chủ trì: ông Trần Văn Bảy, Hiệu trưởng.",
        "Thư ký: bà Lê Thị Hồng Gấm, Phó Hiệu trưởng.",
        "Nội dung: hội đồng nghe báo cáo về kết quả giữa học kỳ II và thống nhất công việc tháng sau.",
        "Cuộc họp kết thúc vào 10 giờ 30 ngày 12 tháng 3 năm 2026./.",
    ):
        say(document, text)
    put(document, "", 6)
    table = two_columns(document, (82.5, 82.5), 2)
    left, right = table.rows[0].cells
    for cell, role, name in ((left, "THƯ KÝ", "Lê Thị Hồng Gấm"), (right, "CHỦ TỌA", "Trần Văn Bảy")):
        put(cell, role, bold=True)
        put(cell, name, bold=True).paragraph_format.space_before = Pt(72)
    left, right = table.rows[1].cells
    put(left, "Nơi nhận:", 12, ALIGN.LEFT, bold=True, italic=True)
    put(left, "- Các thành viên hội đồng;", 11, ALIGN.LEFT)
    put(left, "- Lưu: VT.", 11, ALIGN.LEFT)
    put(right, "", 11)
    return document


def report() -> Document:
    """Báo cáo, form 1.4, to two addressees, with headings, a table and an annex in landscape."""
    document = new_paper()
    letterhead(
        document,
        "UBND XÃ AN PHƯỚC",
        "TRƯỜNG TIỂU HỌC AN PHƯỚC",
        "Số: 21/BC-THAP",
        "An Phước, ngày 20 tháng 5 năm 2026",
    )
    title(document, "BÁO CÁO", "Kết quả công tác thư viện năm học 2025-2026")
    put(document, "Kính gửi:", align=ALIGN.LEFT).paragraph_format.left_indent = Mm(35)
    for text in ("- Ủy ban nhân dân xã An Phước;", "- Phòng Văn hóa - Xã hội xã An Phước."):
        put(document, text, align=ALIGN.LEFT).paragraph_format.left_indent = Mm(45)
    document.paragraphs[-1].paragraph_format.space_after = Pt(6)
    say(
        document,
        "Trường Tiểu học An Phước báo cáo kết quả công tác thư viện năm học 2025-2026 (Phụ lục kèm theo) như sau:",
    )
    say(document, "I. ĐẶC ĐIỂM TÌNH HÌNH", bold=True)
    say(document, "1. Thuận lợi", bold=True)
    say(document, "Thư viện có 01 phòng đọc, 1.250 bản sách. Cán bộ thư viện được tập huấn đầy đủ.")
    say(document, "2. Khó khăn", bold=True)
    say(document, "Một số đầu sách đã cũ, cần được thay thế trong năm học tới.")
    say(document, "II. KẾT QUẢ THỰC HIỆN", bold=True)
    say(document, "Số lượt mượn sách trong năm học là 4.210 lượt, tăng 12,5% so với năm học trước.")
    say(document, "III. PHƯƠNG HƯỚNG", bold=True)
    say(document, "Trường tiếp tục bổ sung sách và mở cửa thư viện vào giờ ra chơi./.")
    signature(
        document,
        ("- Như trên;", "- Hội đồng trường (để biết);", "- Lưu: VT, TV."),
        ("HIỆU TRƯỞNG",),
        "Trần Văn Bảy",
    )
    _annex(document)
    return document


def _annex(document: Document) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.start_type = WD_SECTION.NEW_PAGE
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    section._sectPr.insert_element_before(start, "w:cols", "w:titlePg", "w:docGrid")
    put(document, "Phụ lục", bold=True)
    put(document, "SỐ LƯỢT MƯỢN SÁCH THEO KHỐI LỚP", bold=True)
    put(
        document,
        "(Kèm theo Báo cáo số 21/BC-THAP ngày 20 tháng 5 năm 2026 của Trường Tiểu học An Phước)",
        italic=True,
    ).paragraph_format.space_after = Pt(12)
    table = document.add_table(1, 3, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("STT", "Khối lớp", "Số lượt mượn"), strict=True):
        put(cell.paragraphs[0], text, 13, bold=True)
        cell.paragraphs[0].alignment = ALIGN.CENTER
    for row in (("1", "Khối 1", "720"), ("2", "Khối 2", "915"), ("3", "Khối 3", "2.575")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            put(cell.paragraphs[0], text, 13)


def programme() -> Document:
    """Chương trình in chapters, urgent, for internal circulation, with a drafter's mark and an address at its foot."""
    document = new_paper()
    letterhead(
        document,
        "UBND XÃ AN PHƯỚC",
        "TRƯỜNG TIỂU HỌC AN PHƯỚC",
        "Số: 31/CTr-THAP",
        "An Phước, ngày 14 tháng 9 năm 2026",
    )
    left = document.tables[0].rows[1].cells[0]
    for mark in ("KHẨN", "LƯU HÀNH NỘI BỘ"):
        frame(put(left, mark, 13, bold=True))
    title(document, "CHƯƠNG TRÌNH", "Phòng, chống tai nạn thương tích cho học sinh năm học 2026-2027")
    for number, words in (("I", "MỤC TIÊU"), ("II", "NHIỆM VỤ VÀ GIẢI PHÁP")):
        put(document, f"Phần {number}", bold=True).paragraph_format.space_before = Pt(6)
        put(document, words, bold=True).paragraph_format.space_after = Pt(6)
        say(document, "Mọi học sinh được học tập, vui chơi trong môi trường an toàn ở trường và trên đường đến trường.")
        say(document, "Giáo viên chủ nhiệm trao đổi với cha mẹ học sinh ít nhất mỗi tháng một lần về việc giữ an toàn.")
    say(document, "Chương trình này được phổ biến đến toàn thể viên chức, người lao động của trường./.")
    signature(
        document,
        ("- Các tổ chuyên môn (để t/h);", "- Lưu: VT."),
        ("HIỆU TRƯỞNG",),
        "Trần Văn Bảy",
    )
    put(document.tables[-1].rows[0].cells[0], "PL.(30)", 11, ALIGN.LEFT)
    foot = document.sections[0].first_page_footer
    foot.is_linked_to_previous = False
    address = "Ấp 2, xã An Phước. Điện thoại: 0277 3830 123. Thư điện tử: thap@edu.example.vn"
    put(foot.paragraphs[0], address, 11)
    border(foot.paragraphs[0], "top")
    return document


def frame(paragraph: Paragraph) -> None:
    """A single line on all four sides, close to the words."""
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(10)
    border(paragraph, "top", "left", "bottom", "right")


def border(paragraph: Paragraph, *sides: str) -> None:
    lines = "".join(f'<w:{side} w:val="single" w:sz="6" w:space="1" w:color="auto"/>' for side in sides)
    paragraph._p.get_or_add_pPr().insert_element_before(
        parse_xml(f"<w:pBdr {_NAMESPACES}>{lines}</w:pBdr>"), "w:shd", "w:spacing", "w:ind", "w:jc"
    )


PAPERS: dict[str, Callable[[], Document]] = {
    "letter": letter,
    "notice_with_tabs": notice_with_tabs,
    "decision": decision,
    "minutes": minutes,
    "report": report,
    "programme": programme,
}
"""The right papers by name."""
