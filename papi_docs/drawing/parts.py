"""The pieces that the templates share: letterhead, drawn rules, recipients and signature, tables, pages."""

from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from papi_docs.decree30 import MOTTO, NATIONAL_NAME, PAGE
from papi_docs.drawing.styles import STYLES, add_styles
from papi_docs.drawing.tables import bare_table, insert_table_property, write
from papi_docs.layout import LETTERHEAD, MARGINS, SIGNATURE

__all__ = [
    "add",
    "add_annex_section",
    "add_letterhead",
    "add_loop",
    "add_prepared",
    "add_rule",
    "add_signature",
    "add_two_signatures",
    "new_template",
    "to_bytes",
    "turn",
]

_UNUSED = ("/thumbnail", "/stylesWithEffects", "/customXml", "/numbering", "/webSettings")
"""Ends of relationships to parts of the seed that no template needs."""
_KEPT_STYLES = frozenset(
    "Normal DefaultParagraphFont TableNormal NoList Header HeaderChar Footer FooterChar ListParagraph TableGrid".split()
)
_RULE_POINTS = 0.75
_RULE_LINE_POINTS = 4
_RULE_DROP_POINTS = 2.5
_SAMPLE_LENGTH = Mm(25)


def new_template() -> Document:
    """An empty A4 page with our styles, margins and page number."""
    document = docx.Document()
    _clean(document)
    add_styles(document)
    _set_page(document.sections[0])
    return document


def _clean(document: Document) -> None:
    """The seed that python-docx starts from is American, in compatibility mode, and heavy with unused looks."""
    for relations in (document.part.package.rels, document.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.endswith(_UNUSED):
                del relations[key]
    for style in list(document.styles):
        if style.style_id not in _KEPT_STYLES:
            style.delete()
    language = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    for slot in ("w:val", "w:eastAsia"):
        language.set(qn(slot), "vi-VN")
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _set_page(section: Section) -> None:
    section.page_width, section.page_height = Mm(PAGE.width), Mm(PAGE.height)
    section.top_margin, section.bottom_margin = Mm(MARGINS.top), Mm(MARGINS.bottom)
    section.left_margin, section.right_margin = Mm(MARGINS.left), Mm(MARGINS.right)
    section.header_distance = section.footer_distance = Mm(MARGINS.header)
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    number = section.header.paragraphs[0]
    number.style = STYLES["page_number"].name
    _add_field(number, "PAGE")


def _add_field(paragraph: Paragraph, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("text", "2"), ("end", "")):
        run = paragraph.add_run()
        if kind == "text":
            run.text = text
            continue
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = f" {text} "
        run._r.append(element)  # noqa: SLF001 - python-docx has no fields


def add(place: Document | _Cell, style: str, text: str) -> Paragraph:
    """A paragraph of one of our styles; ``**Điều 1.**`` is bold by a character style."""
    return write(place.add_paragraph(style=STYLES[style].name), text)


def add_loop(place: Document | _Cell, target: str, iterable: str, style: str, text: str) -> None:
    """One paragraph for each element."""
    add(place, style, f"{{%p for {target} in {iterable} %}}")
    add(place, style, text)
    add(place, style, "{%p endfor %}")


def add_either(place: Document | _Cell, condition: str, yes: tuple[str, str, str], no: tuple[str, str, str]) -> None:
    """A loop in one style or in another: ``(style, iterable, text)``."""
    add(place, yes[0], f"{{%p if {condition} %}}")
    add_loop(place, "line", yes[1], yes[0], yes[2])
    add(place, yes[0], "{%p else %}")
    add_loop(place, "line", no[1], no[0], no[2])
    add(place, yes[0], "{%p endif %}")


def add_rule(place: Document | _Cell, name: str, length: str, after: float = 0) -> None:
    """A centred drawn line on a line of its own; its alternative text names the field with its length.

    ``after``: points of white space under it.
    """
    paragraph = place.add_paragraph(style=STYLES["rule"].name)
    paragraph.paragraph_format.line_spacing = Pt(_RULE_LINE_POINTS)
    paragraph.paragraph_format.space_after = Pt(after)
    ids = place.part.element.xpath("//wp:docPr/@id")
    paragraph.add_run()._r.append(_line(len(ids) + 1, name, length))  # noqa: SLF001 - no shapes in python-docx


def _line(identifier: int, name: str, length: str) -> _Element:
    return parse_xml(
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"'
        ' relativeHeight="251658240" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{Pt(_RULE_DROP_POINTS)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{_SAMPLE_LENGTH}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{identifier}" name="{name}" descr="{{{{ {length} }}}}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{_SAMPLE_LENGTH}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{Pt(_RULE_POINTS)}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
        "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        "</mc:AlternateContent>"
    )


def add_letterhead(document: Document, *, dated: bool = True) -> None:
    """Quốc hiệu, tiêu ngữ, superior and issuer, number, place and date (I.II.1 to I.II.4, form 1.4).

    Minutes (form 1.9) are not ``dated``: their time and place stand in the text.
    """
    table = bare_table(document, [LETTERHEAD.left, LETTERHEAD.right], rows=2)
    table_indent = OxmlElement("w:tblInd")
    table_indent.set(qn("w:w"), str(round(Mm(LETTERHEAD.indent).twips)))
    table_indent.set(qn("w:type"), "dxa")
    insert_table_property(table, table_indent)
    _fill_names(table.cell(0, 0))
    right = table.cell(0, 1)
    add(right, "national_name", NATIONAL_NAME)
    add(right, "motto", MOTTO)
    add_rule(right, "Kẻ dưới tiêu ngữ", "letterhead.motto_rule")
    if dated:
        _fill_date(table.cell(1, 1))
    else:
        add(table.cell(1, 1), "place_and_date", "")
    add(table.cell(1, 0), "number", "{{ letterhead.number }}")
    for row in table.rows:
        for cell in row.cells:
            _drop_first_paragraph(cell)


def _fill_names(cell: _Cell) -> None:
    for name in ("superior", "issuer"):
        lines = f"letterhead.{name}"
        add_either(
            cell,
            "letterhead.names_small",
            (f"{name}_small", lines, "{{ line }}"),
            (name, lines, "{{ line }}"),
        )
    add_rule(cell, "Kẻ dưới tên trường", "letterhead.issuer_rule")


def _fill_date(cell: _Cell) -> None:
    text = "{{ letterhead.place_and_date }}"
    add(cell, "place_and_date", "{%p if letterhead.date_small %}")
    add(cell, "place_and_date_small", text)
    add(cell, "place_and_date", "{%p else %}")
    add(cell, "place_and_date", text)
    add(cell, "place_and_date", "{%p endif %}")


def add_signature(document: Document) -> None:
    """Recipients beside the signature block, in one row that never splits (I.II.7, I.II.9.b)."""
    table = bare_table(document, [SIGNATURE.left, SIGNATURE.right], rows=1)
    left, right = table.rows[0].cells
    _fill_recipients(left)
    add_loop(right, "line", "signature.lines", "authority", "{{ line }}")
    add(right, "signer", "{{ signature.name }}")
    for cell in (left, right):
        _drop_first_paragraph(cell)


def add_two_signatures(document: Document, left: tuple[str, str], right: tuple[str, str]) -> None:
    """Two signature blocks side by side, then the recipients (form 1.9): each a title and the field of a name."""
    table = bare_table(document, [SIGNATURE.left, SIGNATURE.right], rows=2)
    for cell, (title, name) in zip(table.rows[0].cells, (left, right), strict=True):
        add(cell, "authority", title)
        add(cell, "signer", f"{{{{ {name} }}}}")
        _drop_first_paragraph(cell)
    _fill_recipients(table.rows[1].cells[0])
    add(table.rows[1].cells[1], "recipients", "")
    for cell in table.rows[1].cells:
        _drop_first_paragraph(cell)


def add_prepared(document: Document) -> None:
    """Who drew up a register (người lập) beside the head's signature; neither number nor recipients."""
    landscape = document.sections[-1].orientation == WD_ORIENT.LANDSCAPE
    half = ((PAGE.height if landscape else PAGE.width) - MARGINS.left - MARGINS.right) / 2
    # Without a paragraph between them Word would join the register and this table.
    add(document, "table_note", "")
    table = bare_table(document, [half, half], rows=1)
    left, right = table.rows[0].cells
    add(left, "authority", "NGƯỜI LẬP")
    add(left, "signer", "")
    add_loop(right, "line", "signature.lines", "authority", "{{ line }}")
    add(right, "signer", "{{ signature.name }}")
    for cell in (left, right):
        _drop_first_paragraph(cell)


def _fill_recipients(cell: _Cell) -> None:
    add(cell, "recipients_label", "Nơi nhận:")
    add_loop(cell, "line", "recipients", "recipients", "{{ line }}")


def _drop_first_paragraph(cell: _Cell) -> None:
    """A new cell has an empty paragraph; ours follow it."""
    cell._tc.remove(cell.paragraphs[0]._p)  # noqa: SLF001 - python-docx removes nothing


def add_annex_section(document: Document, *, landscape: bool) -> None:
    """A section with page numbers of its own; landscape for a table too wide for the page (I.I.2, III.1)."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    # The paragraph that ends the section must not fall on to a page of its own.
    document.paragraphs[-1].style = STYLES["section_end"].name
    if landscape:
        turn(section)
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    section._sectPr.insert_element_before(start, "w:cols", "w:titlePg", "w:docGrid")  # noqa: SLF001


def turn(section: Section) -> None:
    """Landscape (I.I.2)."""
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(PAGE.height), Mm(PAGE.width)


def to_bytes(document: Document) -> bytes:
    """The document as python-docx saves it."""
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
