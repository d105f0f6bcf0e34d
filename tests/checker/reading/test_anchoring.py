"""Where a drawn line stands that is anchored in a cell of a table (ECMA-376 20.4.2.3, ``layoutInCell``)."""

from collections.abc import Callable

import pytest

from papi_docs.checker.written import Line, Written

Reads = Callable[..., Written]
MM = 36_000
NEW = '<w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"/></w:compat>'
OLD = NEW.replace("15", "14")


def beside(drawing: str) -> str:
    """A drawing in the second cell of a table whose columns are 50 mm and 100 mm, its text beginning at 51.9 mm."""
    grid = '<w:tblGrid><w:gridCol w:w="2835"/><w:gridCol w:w="5670"/></w:tblGrid>'
    run = f"<w:p><w:r>{drawing}</w:r></w:p>"
    return f"<w:tbl><w:tblPr/>{grid}<w:tr><w:tc><w:p/></w:tc><w:tc>{run}</w:tc></w:tr></w:tbl><w:p/>"


def drawn(origin: str, where: str, more: str = "", inner: str = "") -> str:
    return (
        f'<w:drawing><wp:anchor {more}><wp:positionH relativeFrom="{origin}">{where}</wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>36000</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{60 * MM}" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{60 * MM}" cy="0"/></a:xfrm><a:prstGeom prst="line"/></wps:spPr></wps:wsp>'
        f"</a:graphicData></a:graphic></wp:anchor></w:drawing>{inner}"
    )


def at(length: float) -> str:
    return f"<wp:posOffset>{length * MM:.0f}</wp:posOffset>"


CENTRED = "<wp:align>center</wp:align>"
INNER, OUTER, EDGE = 96.2, 100.02, -1.9
"""Width of the text in the cell, that between its edges, its left edge from its text, in millimetres."""


def the_line(document: Written) -> Line:
    (line,) = (line for one in document.paragraphs for line in one.lines)
    return line


@pytest.mark.parametrize(
    ("origin", "where", "left"),
    [
        ("column", at(20), 20),
        ("margin", at(20), 20),
        ("page", at(20), EDGE + 20),
        ("column", CENTRED, (INNER - 60) / 2),
        ("margin", CENTRED, (INNER - 60) / 2),
        ("page", CENTRED, EDGE + (OUTER - 60) / 2),
        ("leftMargin", at(20), None),
        ("character", at(20), None),
    ],
)
@pytest.mark.parametrize("settings", [NEW, OLD])
@pytest.mark.parametrize("more", ["", 'layoutInCell="1"', 'layoutInCell="true"'])
def test_from_the_cell(written: Reads, origin: str, where: str, left: float | None, settings: str, more: str) -> None:  # noqa: PLR0917  # a table of two dimensions
    line = the_line(written(beside(drawn(origin, where, more)), settings=settings))
    assert line.left == (left if left is None else pytest.approx(left, abs=0.02))
    assert line.below == 1


@pytest.mark.parametrize(
    ("origin", "where", "left"),
    [
        ("column", at(70), 70),
        ("margin", at(70), 70),
        ("page", at(100), 70),
        ("margin", CENTRED, 52.5),
        ("page", CENTRED, 45),
    ],
)
def test_from_the_page_where_it_may_leave_the_cell(written: Reads, origin: str, where: str, left: float) -> None:
    document = written(beside(drawn(origin, where, 'layoutInCell="0"')), settings=OLD)
    cell = document.paragraphs[1].cell
    assert cell is not None
    assert cell.left is not None
    line = the_line(document)
    assert line.left == pytest.approx(left - cell.left, abs=0.03)
    assert line.below is None  # measured from the line that the table stands in


def test_since_word_2013_nothing_leaves_its_cell(written: Reads) -> None:
    line = the_line(written(beside(drawn("margin", at(20), 'layoutInCell="0"')), settings=NEW))
    assert (line.left, line.below) == (20, 1)


@pytest.mark.parametrize(
    ("relative", "more", "left"),
    [
        ("", "", 25.4),
        ("mso-position-horizontal-relative:margin", "", 25.4),
        ("mso-position-horizontal-relative:page", "", EDGE + 25.4),
        ("mso-position-horizontal:center;mso-position-horizontal-relative:margin", "", (INNER - 50.8) / 2),
        ("mso-position-horizontal-relative:margin", 'o:allowincell="t"', 25.4),
        ("mso-position-horizontal-relative:margin", 'o:allowincell="f"', 25.4 - 50.01),
        ("mso-position-horizontal-relative:page", 'o:allowincell="f"', 25.4 - 30 - 50.01),
    ],
)
def test_lines_of_vml(written: Reads, relative: str, more: str, left: float) -> None:
    line = f'<v:line from="1in,0" to="3in,0" style="position:absolute;{relative}" {more}/>'
    document = written(beside(f"<w:pict>{line}</w:pict>"), settings=OLD)
    assert the_line(document).left == pytest.approx(left, abs=0.03)


def test_in_a_floating_table_too(written: Reads) -> None:
    floating = '<w:tblPr><w:tblpPr w:horzAnchor="margin" w:tblpXSpec="center" w:tblpY="9"/></w:tblPr>'
    body = beside(drawn("margin", at(20))).replace("<w:tblPr/>", floating)
    assert the_line(written(body)).left == 20


@pytest.mark.parametrize("where", [at(-4849), at(5000)])
def test_a_line_off_the_page_is_none(written: Reads, where: str) -> None:
    document = written(beside(drawn("column", where)))
    assert [line for one in document.paragraphs for line in one.lines] == []
