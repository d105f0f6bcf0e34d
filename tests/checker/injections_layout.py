"""Faults of layout, a row each: page, typeface, size, weight, slant, capitals, rules, places."""

from collections.abc import Iterator
from copy import deepcopy
from itertools import islice
from typing import Any

from docx.document import Document
from docx.enum.dml import MSO_THEME_COLOR
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from papi_docs.decree30 import MOTTO, NATIONAL_NAME
from tests.checker.injecting import (
    Edit,
    crossed_columns,
    dashed_rule,
    every,
    find,
    formatted,
    inserted,
    layout,
    loose_rule,
    page,
    page_number,
    paragraphs,
    retyped,
    rule_of,
    stretched_rule,
    through,
    typed_rule,
    underlined_rule,
    without_rule,
)
from tests.checker.injection import Injection, one
from tests.checker.papers import number_pages

__all__ = ["LAYOUT_INJECTIONS"]


_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
ISSUER = "TRƯỜNG TIỂU HỌC AN PHƯỚC"
SUPERIOR = "UBND XÃ AN PHƯỚC"
READING = "Xây dựng chương trình của ngày hội"
SCHOOL = "Trường Tiểu học An Phước"


def _footer(document: Document) -> None:
    section = document.sections[0]
    section.footer.is_linked_to_previous = False
    number_pages(section.footer.paragraphs[0])
    header = section.header.paragraphs[0]
    for run in list(header.runs):
        run._r.getparent().remove(run._r)


def _on_first(document: Document) -> None:
    document.sections[0].different_first_page_header_footer = False


def _unnumbered(document: Document) -> None:
    for run in list(document.sections[0].header.paragraphs[0].runs):
        run._r.getparent().remove(run._r)


def _long(document: Document) -> None:
    """Four pages of text, so that there must be a page number."""
    text = "Nhà trường phối hợp chặt chẽ với cha mẹ học sinh trong mọi hoạt động của thư viện. " * 6
    inserted("Thư viện có 01 phòng đọc", *([text.strip()] * 12))(document)


def _numbers(change: str) -> Edit:
    def edit(paragraph: Paragraph, _: Document) -> None:
        for run in paragraph.runs:
            if change == "small":
                run.font.size = Pt(10)
            elif change == "bold":
                run.font.bold = True
            elif change == "italic":
                run.font.italic = True
            elif change == "arial":
                run.font.name = "Arial"
        if change == "left":
            paragraph.alignment = ALIGN.LEFT
        elif change == "words":
            paragraph.runs[0]._r.addprevious(
                parse_xml(f'<w:r {nsdecls("w")}><w:t xml:space="preserve">Trang </w:t></w:r>')
            )

    return page_number(edit)


def _roman(document: Document) -> None:
    kind: Any = OxmlElement("w:pgNumType")
    kind.set(qn("w:fmt"), "upperRoman")
    document.sections[0]._sectPr.insert_element_before(kind, "w:cols", "w:titlePg", "w:docGrid")


def _coloured_theme(document: Document) -> None:
    for run in find(document, READING).runs:
        run.font.color.theme_color = MSO_THEME_COLOR.ACCENT_1


def _highlight(document: Document) -> None:
    for run in find(document, READING).runs:
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _unicode_slot(document: Document) -> None:
    """Only the slot of letters such as ắ, ộ: half of the words look otherwise."""
    for run in find(document, READING).runs:
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hAnsi"), "Arial")


def _columns(*widths: float) -> Edit:
    """The columns of the letterhead in other widths."""

    def edit(document: Document) -> None:
        for column, width in zip(document.tables[0].columns, widths, strict=True):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)

    return edit


def _into_the_margin(document: Document) -> None:
    """Five long paragraphs whose right indent is below zero."""
    _long(document)
    long = (paragraph for paragraph in paragraphs(document) if paragraph.text.startswith("Nhà trường phối hợp"))
    for paragraph in islice(long, 5):
        paragraph.paragraph_format.right_indent = Mm(-8)


def _counted_on(document: Document) -> None:
    """The annex in a section that goes on with the page numbers of the paper, and shows them."""
    section = document.sections[1]
    for kind in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(kind)
    section.different_first_page_header_footer = False


_narrow, _wide = _columns(78, 90), _columns(55, 113)


_PAGE = (
    one("paper-not-a4", "letter", page(page_width=215.9, page_height=279.4)),
    one("paper-not-a4", "report", page(page_width=148, page_height=210), way="A5"),
    one("page-landscape", "decision", page(page_width=297, page_height=210)),
    one("margin-top", "letter", page(top_margin=12.7)),
    one("margin-top", "report", page(top_margin=30), way="wide"),
    one("margin-bottom", "decision", page(bottom_margin=10)),
    one("margin-left", "letter", page(left_margin=25.4)),
    one("margin-left", "minutes", page(gutter=10), way="gutter"),
    one("margin-right", "notice_with_tabs", page(right_margin=25.4)),
    one("text-in-margin", "report", _into_the_margin, "Nhà trường phối hợp"),
    one("annex-page-number-goes-on", "report", _counted_on, "Phụ lục"),
    one("page-number-missing", "report", every(_long, _unnumbered)),
    one("page-number-in-footer", "report", _footer),
    one("page-number-on-first-page", "report", _on_first),
    one("page-number-not-centred", "decision", _numbers("left")),
    one("page-number-size", "letter", _numbers("small")),
    one("page-number-italic", "letter", _numbers("italic")),
    one("page-number-bold", "report", _numbers("bold")),
    one("page-number-decorated", "report", _numbers("words")),
    one("page-number-not-arabic", "report", _roman),
)

_FONTS = (
    *(
        one("font-not-times", "decision", formatted(READING, way, font="Arial"), READING, way)
        for way in ("direct", "character style", "paragraph style", "based style")
    ),
    one("font-not-times", "letter", formatted(MOTTO, "direct", font="Calibri"), MOTTO, "motto"),
    one("font-not-times", "decision", formatted(READING, "theme", font="minorHAnsi"), READING, "theme"),
    one("font-not-times", "report", through("Normal", font="Arial"), way="Normal", at=SUPERIOR),
    one("font-not-times", "letter", through("", font="Calibri"), way="document defaults", at=SUPERIOR),
    one("font-not-times", "decision", _unicode_slot, READING, "one slot"),
    one("text-coloured", "decision", formatted(READING, color="FF0000"), READING),
    one("text-coloured", "decision", formatted(READING, "character style", color="1F497D"), READING, "style"),
    one("text-coloured", "decision", _coloured_theme, READING, "theme"),
    one("text-coloured", "letter", formatted(SUPERIOR, "table style", color="FF0000"), SUPERIOR, "table style"),
    one("text-highlighted", "decision", _highlight, READING),
)


def _trait(
    role: str, paper: str, words: str, size: float, *, bold: bool = False, italic: bool = False
) -> list[Injection]:
    """Size, weight and slant of one element the other way, by hand and through two kinds of style."""
    rows: tuple[tuple[str, dict[str, Any]], ...] = (
        ("size", {"size": size}),
        ("not-bold" if bold else "bold", {"bold": not bold}),
        ("not-italic" if italic else "italic", {"italic": not italic}),
    )
    ways = ("direct", "paragraph style", "character style")
    return [
        one(f"{role}-{code}", paper, formatted(words, way, **change), words, way)
        for (code, change), way in zip(rows, ways, strict=True)
    ] + [
        one(f"{role}-{code}", paper, formatted(words, "direct", **change), words, "by hand")
        for code, change in rows[1:]
    ]


_LOOKS = (
    *_trait("national-name", "letter", NATIONAL_NAME, 11, bold=True),
    *_trait("motto", "letter", MOTTO, 12, bold=True),
    *_trait("superior", "letter", SUPERIOR, 14),
    *_trait("issuer", "letter", ISSUER, 11, bold=True),
    *_trait("number", "report", "Số: 21/BC-THAP", 12),
    *_trait("place-and-date", "report", "An Phước, ngày 20", 15, italic=True),
    *_trait("type", "report", "BÁO CÁO", 16, bold=True),
    *_trait("subject", "report", "Kết quả công tác thư viện năm học", 12, bold=True),
    *_trait("letter-subject", "letter", "V/v phối hợp", 11),
    *_trait("basis", "decision", "Căn cứ Thông tư số 28", 12, italic=True)[:1],
    *[row for row in _trait("basis", "decision", "Căn cứ Thông tư số 28", 12, italic=True) if "not-italic" in row.code],
    *_trait("heading-1", "report", "I. ĐẶC ĐIỂM", 12, bold=True),
    *_trait("heading-2", "report", "1. Thuận lợi", 12, bold=True),
    *_trait("authority", "report", "HIỆU TRƯỞNG", 12, bold=True),
    *_trait("signer", "report", "Trần Văn Bảy", 12, bold=True),
    *_trait("addressee", "letter", "Kính gửi", 12),
    *_trait("recipients-label", "letter", "Nơi nhận", 14, bold=True, italic=True),
    *_trait("recipients", "letter", "- Như trên", 13),
    *_trait("annex-number", "report", "Phụ lục", 12, bold=True),
    *_trait("annex-title", "report", "SỐ LƯỢT MƯỢN SÁCH", 12, bold=True),
    *_trait("annex-reference", "report", "(Kèm theo", 12, italic=True),
    *_trait("chapter", "programme", "Phần I", 12, bold=True),
    *_trait("chapter-title", "programme", "NHIỆM VỤ VÀ GIẢI PHÁP", 12, bold=True),
    *_trait("article", "decision", "Điều 1.", 12, bold=True),
    *_trait("urgency", "programme", "KHẨN", 11, bold=True),
    *_trait("circulation", "programme", "LƯU HÀNH NỘI BỘ", 11, bold=True),
    one("drafter-size", "programme", formatted("PL.(30)", size=13), "PL.(30)"),
    one("body-size", "decision", formatted(READING, size=12), READING),
    one("body-size", "letter", formatted("Thực hiện Kế hoạch", "based style", size=15), "Thực hiện", "style"),
    one("basis-bold", "decision", formatted("Căn cứ Thông tư số 28", bold=True), "Căn cứ Thông tư"),
    one("body-bold", "letter", formatted("Thực hiện Kế hoạch", bold=True), "Thực hiện"),
    one("body-italic", "letter", formatted("Nhà trường kính đề nghị", italic=True), "Nhà trường kính"),
    one("point-bold", "decision", formatted(READING, bold=True), READING),
    one("point-italic", "decision", formatted(READING, italic=True), READING),
)

_CASES = (
    one("national-name-not-capitals", "letter", retyped(NATIONAL_NAME, NATIONAL_NAME.capitalize()), "Cộng hòa"),
    one("superior-not-capitals", "report", retyped(SUPERIOR, "UBND xã An Phước"), "UBND xã"),
    one("issuer-not-capitals", "report", retyped(ISSUER, SCHOOL), SCHOOL),
    one("type-not-capitals", "report", retyped("BÁO CÁO", "Báo cáo"), "Báo cáo"),
    one(
        "subject-capitals",
        "report",
        retyped("Kết quả công tác thư viện năm học", "KẾT QUẢ CÔNG TÁC THƯ VIỆN NĂM HỌC"),
        "KẾT QUẢ",
    ),
    one(
        "letter-subject-capitals",
        "letter",
        retyped("V/v phối hợp tổ chức ngày hội đọc sách", "V/V PHỐI HỢP TỔ CHỨC NGÀY HỘI ĐỌC SÁCH"),
        "V/V PHỐI",
    ),
    one("chapter-capitals", "programme", retyped("Phần I", "PHẦN I"), "PHẦN I"),
    one("chapter-title-not-capitals", "programme", retyped("MỤC TIÊU", "Mục tiêu"), "Mục tiêu"),
    one("urgency-not-capitals", "programme", retyped("KHẨN", "Khẩn"), "Khẩn"),
    one("circulation-not-capitals", "programme", retyped("LƯU HÀNH NỘI BỘ", "Lưu hành nội bộ"), "Lưu hành"),
    one("heading-2-capitals", "report", retyped("1. Thuận lợi", "1. THUẬN LỢI"), "1. THUẬN LỢI"),
    one("annex-number-capitals", "report", retyped("Phụ lục", "PHỤ LỤC"), "PHỤ LỤC"),
    one("heading-1-not-capitals", "report", retyped("I. ĐẶC ĐIỂM TÌNH HÌNH", "I. Đặc điểm tình hình"), "I. Đặc điểm"),
    one("authority-not-capitals", "report", retyped("HIỆU TRƯỞNG", "Hiệu trưởng"), "Hiệu trưởng"),
    one("signer-capitals", "report", retyped("Trần Văn Bảy", "TRẦN VĂN BẢY"), "TRẦN VĂN BẢY"),
    one(
        "annex-title-not-capitals",
        "report",
        retyped("SỐ LƯỢT MƯỢN SÁCH THEO KHỐI LỚP", "Số lượt mượn sách theo khối lớp"),
        "Số lượt mượn",
    ),
)


def _dropped(words: str) -> Edit:
    """The drawn line 8 mm further down, still anchored in its words."""

    def edit(document: Document) -> None:
        (offset,) = rule_of(document, words).iter(f"{_DRAWING}positionV")
        offset[0].text = str(int(offset[0].text) + Mm(8))

    return edit


SUBJECT = "Kết quả công tác thư viện năm học"
_RULES = tuple(
    row
    for role, words in (("motto", MOTTO), ("issuer", ISSUER), ("subject", SUBJECT))
    for row in (
        one(f"{role}-rule-missing", "report", without_rule(words), words),
        one(f"{role}-rule-length", "report", stretched_rule(words, 0.5), words, "short"),
        one(f"{role}-rule-length", "report", stretched_rule(words, 1.6), words, "long"),
        one(f"{role}-rule-style", "report", dashed_rule(words), words, "dashed"),
        one(f"{role}-rule-far", "report", loose_rule(words), words),
        one(f"{role}-rule-far", "report", _dropped(words), words, "dropped"),
        one(f"{role}-rule-style", "report", typed_rule(words, "-" * 30), "", "typed"),
        one(f"{role}-rule-style", "letter", underlined_rule(words), words, "underlined"),
    )
    if not (role == "subject" and row.paper == "letter")
)


def _places() -> Iterator[Injection]:
    """Elements moved from the middle of their column."""
    for role, paper, words in (
        ("motto", "report", MOTTO),
        ("superior", "report", SUPERIOR),
        ("number", "report", "Số: 21"),
        ("place-and-date", "report", "An Phước, ngày 20"),
        ("type", "report", "BÁO CÁO"),
        ("subject", "report", SUBJECT),
        ("signer", "report", "Trần Văn Bảy"),
        ("chapter", "programme", "Phần I"),
        ("chapter-title", "programme", "MỤC TIÊU"),
        ("annex-number", "report", "Phụ lục"),
        ("annex-title", "report", "SỐ LƯỢT MƯỢN SÁCH"),
        ("annex-reference", "report", "(Kèm theo"),
    ):
        yield one(f"{role}-not-centred", paper, layout(words, align="left"), words)
    short = "TRƯỜNG MẦM NON SEN"
    edit = every(retyped(ISSUER, short), layout(short, align="left"))
    yield one("issuer-not-centred", "programme", edit, short, "", "issuer-rule-length")
    edit = every(retyped("V/v phối hợp tổ chức ngày hội đọc sách", "V/v mượn sách"), layout("V/v mượn", align="left"))
    yield one("letter-subject-not-centred", "letter", edit, "V/v mượn sách")
    edit = every(retyped(ISSUER, short), _wide, layout(NATIONAL_NAME, align="left"))
    yield one("national-name-not-centred", "decision", edit, NATIONAL_NAME, "", "issuer-rule-length")
    yield one("type-not-centred", "report", layout("BÁO CÁO", "style", align="left"), "BÁO CÁO", "style")


def _address_size(document: Document) -> None:
    for run in document.sections[0].first_page_footer.paragraphs[0].runs:
        run.font.size = Pt(14)


def _link(document: Document) -> None:
    """An address turned into a link, which Word paints blue and underlines."""
    find(document, "Một số đầu sách")._p.append(
        parse_xml(
            f'<w:hyperlink {nsdecls("w")} w:anchor="_top"><w:r><w:rPr><w:color w:val="0563C1"/><w:sz w:val="28"/>'
            '<w:u w:val="single"/></w:rPr><w:t xml:space="preserve"> Xem thap.edu.example.vn.</w:t></w:r></w:hyperlink>'
        )
    )


def _broken_motto(document: Document) -> None:
    find(document, MOTTO).runs[0]._r.append(OxmlElement("w:br"))
    find(document, MOTTO).add_run("Hạnh phúc").bold = True
    retyped(" - Hạnh phúc", " -")(document)


def _on_top(document: Document) -> None:
    """National name and motto over the whole width, above the issuer."""
    cell = document.tables[0].rows[0].cells[1]
    for text in (NATIONAL_NAME, MOTTO):
        document.tables[0]._tbl.addprevious(find(document, text)._p)
    cell.add_paragraph()


def _date_lower(document: Document) -> None:
    """The date in a row of its own under the number."""
    table = document.tables[0]
    row = deepcopy(table.rows[1]._tr)
    table._tbl.append(row)
    for paragraph in table.rows[1].cells[1].paragraphs:
        for run in paragraph.runs:
            run.text = ""
    for paragraph in table.rows[2].cells[0].paragraphs:
        for run in paragraph.runs:
            run.text = ""


_BODY = (
    one("contact-size", "programme", _address_size),
    one("link-coloured", "report", _link, "Một số đầu sách"),
    one("motto-wraps", "letter", _broken_motto, "", "", "motto-rule-length"),
    one("place-and-date-not-level", "report", _date_lower, "An Phước, ngày"),
    one("national-name-not-right", "report", _on_top, NATIONAL_NAME),
    one("signer-not-right", "report", crossed_columns(1), "Trần Văn Bảy"),
    one("recipients-not-at-margin", "report", layout("- Như trên", left=15), "- Như trên"),
    one("body-not-justified", "report", layout("Trường Tiểu học An Phước báo cáo", align="left"), "báo cáo"),
    one("body-not-justified", "letter", layout("Thực hiện Kế hoạch", "style", align="left"), "Thực hiện", "style"),
    one("body-indent", "letter", layout("Thực hiện Kế hoạch", first=0), "Thực hiện"),
    one("body-indent", "letter", layout("Nhà trường kính đề nghị", first=20), "Nhà trường kính", "deep"),
    one("body-spacing", "letter", layout("Thực hiện Kế hoạch", after=0), "Nhà trường kính"),
    one("body-spacing", "letter", layout("Thực hiện Kế hoạch", "style", after=3), "Nhà trường kính", "style"),
    one("body-leading", "letter", layout("Thực hiện Kế hoạch", leading=2), "Thực hiện"),
    one("body-leading", "letter", layout("Thực hiện Kế hoạch", leading=0.8), "Thực hiện", "close"),
    one("body-leading", "letter", layout("Thực hiện Kế hoạch", leading=12), "Thực hiện", "exact"),
    one("body-mixed-size", "decision", formatted("a) Xây dựng", size=13), "a) Xây dựng"),
    one("heading-underlined", "report", formatted("I. ĐẶC ĐIỂM", underline=True), "I. ĐẶC ĐIỂM"),
    one("empty-paragraphs", "decision", inserted("a) Xây dựng", "", ""), "b) Chuẩn bị"),
    one(
        "spaces-for-indent",
        "letter",
        every(layout("Rất mong", first=0), retyped("Rất mong", " " * 9 + "Rất mong")),
        "Rất mong",
    ),
    one("national-name-wraps", "letter", _narrow, NATIONAL_NAME),
)

LAYOUT_INJECTIONS: tuple[Injection, ...] = (*_PAGE, *_FONTS, *_LOOKS, *_CASES, *_RULES, *_places(), *_BODY)
"""Every one of them."""
