"""The shipped templates are what the drawing makes, in real Word styles that keep to the decree."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.shared import Mm, Pt
from lxml import etree

from papi_docs.decree30 import ELEMENTS, FONT, PAGE, PAGE_NUMBER
from papi_docs.documents import KINDS
from papi_docs.drawing.__main__ import main
from papi_docs.drawing.styles import STYLES
from papi_docs.drawing.text import draw, texts
from papi_docs.filling import SHIPPED, Template
from papi_docs.layout import LETTERHEAD, MARGINS, SIGNATURE

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def xml_parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {
            name: etree.tostring(etree.fromstring(archive.read(name)), method="c14n2")
            for name in archive.namelist()
            if name.endswith((".xml", ".rels")) and name != "docProps/core.xml"
        }


@pytest.mark.parametrize("name", texts())
def test_shipped_template_is_the_drawn_one(name: str, tmp_path: Path) -> None:
    main(tmp_path)
    shipped, drawn = ((folder / f"{name}.docx").read_bytes() for folder in (SHIPPED, tmp_path))
    assert xml_parts(shipped) == xml_parts(drawn)


def test_every_kind_has_its_template_and_its_names_are_fields() -> None:
    assert {kind.template for kind in KINDS.values()} == {f"{name}.docx" for name in texts()}
    for kind in KINDS.values():
        Template.load(SHIPPED / kind.template).check(kind.fields)


@pytest.mark.parametrize("key", STYLES)
def test_styles_keep_to_the_decree(key: str) -> None:
    style = docx.Document(str(SHIPPED / "plan.docx")).styles[STYLES[key].name]
    element = STYLES[key].element
    assert style.font.name == FONT
    assert (bool(style.font.bold), bool(style.font.italic)) == (element.bold, element.italic)
    assert style.font.size is not None
    if key in ELEMENTS or key == "page_number":
        assert style.font.size.pt in (PAGE_NUMBER if key == "page_number" else ELEMENTS[key]).size


def test_every_paragraph_has_one_of_our_styles_and_no_direct_font() -> None:
    document = docx.Document(str(SHIPPED / "plan.docx"))
    names = {style.name for style in STYLES.values()}
    for paragraph in document.element.body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        assert style is not None
        assert document.styles.get_by_id(style.get(f"{W}val"), 1).name in names
        assert paragraph.find(f"{W}r/{W}rPr") is None


def test_page_keeps_to_the_decree() -> None:
    for section in docx.Document(str(SHIPPED / "plan.docx")).sections:
        sides = sorted((section.page_width or Mm(0), section.page_height or Mm(0)))
        assert [round(side.mm) for side in sides] == [PAGE.width, PAGE.height]
        for side in ("top", "bottom", "left", "right"):
            margin = getattr(section, f"{side}_margin")
            assert round(margin.mm, 1) in getattr(PAGE, side)
        assert section.different_first_page_header_footer


def test_layout_adds_up() -> None:
    text = PAGE.width - MARGINS.left - MARGINS.right
    assert LETTERHEAD.indent + LETTERHEAD.left + LETTERHEAD.right == text
    assert SIGNATURE.left + SIGNATURE.right == text


@pytest.mark.parametrize("name", texts())
def test_tables_are_as_wide_as_the_text(name: str) -> None:
    for table in draw(name).tables:
        widths = [round((column.width or Mm(0)).mm) for column in table.columns]
        portrait, landscape = (side - MARGINS.left - MARGINS.right for side in (PAGE.width, PAGE.height))
        assert sum(widths) in {portrait, landscape, LETTERHEAD.left + LETTERHEAD.right}


def test_rows_never_split_and_the_heading_row_is_repeated() -> None:
    tables = docx.Document(str(SHIPPED / "plan.docx")).tables
    rows = [row for table in tables for row in table.rows if "{%tr" not in row.cells[0].text]
    assert all(row._tr.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert tables[-1].rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None


def test_room_for_the_signature_is_what_real_papers_leave() -> None:
    assert Pt(SIGNATURE.room_pt).mm == pytest.approx(25, abs=2)
