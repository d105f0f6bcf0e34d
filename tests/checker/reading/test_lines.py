"""Rules on the page, whatever they are made of."""

from collections.abc import Callable

import pytest

from papi_docs.checker.written import Line, LineKind, Written
from papi_docs.typography import Face, text_width

Reads = Callable[..., Written]
MM = 36_000


def lines(document: Written) -> list[Line]:
    return [line for one in document.paragraphs for line in one.lines]


def two_cells(first: str, second: str, properties: str = "") -> str:
    """A table of a column of 50 mm and one of 100 mm; properties of the first cell."""
    row = f"<w:tr><w:tc>{properties}{first}</w:tc><w:tc>{second}</w:tc></w:tr>"
    grid = '<w:tblGrid><w:gridCol w:w="2835"/><w:gridCol w:w="5670"/></w:tblGrid>'
    return f"<w:tbl><w:tblPr/>{grid}{row}</w:tbl><w:p/>"


def shape(
    width: float,
    height: float = 0,
    *,
    preset: str = "line",
    outline: str = "<a:ln/>",
    more: str = "",
    fill: str = "",
    off: tuple[float, float] = (0, 0),
    kind: str = "wsp",
) -> str:
    return (
        f'<wps:{kind}><wps:spPr><a:xfrm {more}><a:off x="{off[0] * MM:.0f}" y="{off[1] * MM:.0f}"/>'
        f'<a:ext cx="{width * MM:.0f}" cy="{height * MM:.0f}"/></a:xfrm><a:prstGeom prst="{preset}"/>{fill}{outline}'
        f"</wps:spPr></wps:{kind}>"
    )


def anchor(inner: str, width: float, *, across: str = "", down: str = "") -> str:
    across = across or '<wp:positionH relativeFrom="column"><wp:posOffset>720000</wp:posOffset></wp:positionH>'
    down = down or '<wp:positionV relativeFrom="paragraph"><wp:posOffset>36000</wp:posOffset></wp:positionV>'
    return (
        f'<w:p><w:r><w:drawing><wp:anchor>{across}{down}<wp:extent cx="{width * MM:.0f}" cy="0"/>'
        f"<a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
    )


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (shape(60), (60, True)),
        (shape(60, preset="straightConnector1", kind="cxnSp"), (60, True)),
        (shape(60, 0.5), (60, True)),  # as good as level
        (shape(60, 0.3, preset="rect"), (60, True)),  # a thin box
        (shape(60, 0.3, preset="rect", outline="<a:ln><a:noFill/></a:ln>", fill="<a:solidFill/>"), (60, True)),
        (shape(60, outline='<a:ln><a:prstDash val="dash"/></a:ln>'), (60, False)),
        (shape(60, outline='<a:ln cmpd="dbl"/>'), (60, False)),
        (shape(0, 60, more='rot="5400000"'), (60, True)),  # turned by a quarter
    ],
)
def test_drawn_lines(written: Reads, inner: str, expected: tuple[float, bool]) -> None:
    (line,) = lines(written(anchor(inner, 60)))
    assert (line.kind, line.width, line.solid) == (LineKind.DRAWN, *expected)
    assert (line.left, line.below) == (20, 1)


@pytest.mark.parametrize(
    "inner",
    [
        shape(0, 60),  # upright
        shape(60, 40),  # slanting
        shape(60, 20, preset="rect"),
        shape(1),
        shape(60, outline="<a:ln><a:noFill/></a:ln>"),
        '<wps:wsp><wps:spPr><a:prstGeom prst="rect"/></wps:spPr><wps:txbx><w:txbxContent/></wps:txbx></wps:wsp>',
    ],
)
def test_what_is_no_rule(written: Reads, inner: str) -> None:
    assert lines(written(anchor(inner, 60))) == []


def test_a_group_scales_its_lines(written: Reads) -> None:
    group = (
        '<wpg:wgp><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="720000" cy="360000"/>'
        '<a:chOff x="1000" y="1000"/><a:chExt cx="1440000" cy="720000"/></a:xfrm></wpg:grpSpPr>'
        '<wps:wsp><wps:spPr><a:xfrm><a:off x="721000" y="361000"/><a:ext cx="720000" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"/></wps:spPr></wps:wsp></wpg:wgp>'
    )
    (line,) = lines(written(anchor(group, 20)))
    assert (line.width, line.left, line.below) == (10, 30, 6)


def across(origin: str, inner: str) -> str:
    return f'<wp:positionH relativeFrom="{origin}">{inner}</wp:positionH>'


CENTRED = "<wp:align>center</wp:align>"
OFFSET = "<wp:posOffset>1800000</wp:posOffset>"


@pytest.mark.parametrize(
    ("position", "left"),
    [
        (across("column", CENTRED), 52.5),
        (across("margin", CENTRED), 52.5),
        (across("page", CENTRED), 45.0),
        (across("page", OFFSET), 20.0),
        (across("margin", OFFSET), 50.0),
        (across("column", "<wp:align>right</wp:align>"), 105.0),
        (across("character", OFFSET), None),
    ],
)
def test_where_a_line_begins(written: Reads, position: str, left: float | None) -> None:
    (line,) = lines(written(anchor(shape(60), 60, across=position)))
    assert line.left == (left if left is None else pytest.approx(left, abs=0.02))


def test_far_from_its_paragraph(written: Reads) -> None:
    down = '<wp:positionV relativeFrom="page"><wp:posOffset>36000</wp:posOffset></wp:positionV>'
    (line,) = lines(written(anchor(shape(60), 60, down=down)))
    assert line.below is None


AT = "position:absolute;margin-left:72pt;margin-top:2pt"
HALF = '<v:line from="500,250" to="1000,250"/>'


def pict(xml: str) -> str:
    return f"<w:p><w:r><w:pict>{xml}</w:pict></w:r></w:p>"


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ('<v:line from="1in,2pt" to="3in,2pt" style="position:absolute"/>', (50.8, 25.4, 0.71, True)),
        ('<v:line from="3in,2pt" to="1in,2pt" style="position:absolute"/>', (50.8, 25.4, 0.71, True)),
        (
            f'<v:shape type="#_x0000_t32" style="{AT};width:144pt;height:0"/>',
            (50.8, 25.4, 0.71, True),
        ),
        (
            f'<v:rect style="{AT};width:144pt;height:1pt"/>',
            (50.8, 25.4, 0.71, True),
        ),
        (
            '<v:line from="0,0" to="2in,0" style="position:absolute;mso-position-horizontal:center"/>',
            (50.8, 57.1, 0, True),
        ),
        ('<v:line from="0,0" to="2in,0"><v:stroke dashstyle="dash"/></v:line>', (50.8, None, None, False)),
        ('<v:rect style="width:0;height:1.5pt" o:hr="t" o:hrstd="t"/>', (165, None, None, True)),
        ('<v:rect style="width:0;height:1.5pt" o:hr="t" o:hrpct="500"/>', (82.5, None, None, True)),
        (
            f'<v:group style="position:absolute;width:144pt;height:72pt" coordsize="1000,500">{HALF}</v:group>',
            (25.4, 25.4, 12.7, True),
        ),
    ],
)
def test_lines_of_vml(written: Reads, xml: str, expected: tuple[float, float | None, float | None, bool]) -> None:
    (line,) = lines(written(pict(xml)))
    assert line.width == pytest.approx(expected[0], abs=0.03)
    assert (line.left, line.below, line.solid) == expected[1:]


@pytest.mark.parametrize(
    "xml",
    [
        '<v:line from="0,0" to="0,2in"/>',
        '<v:line from="0,0" to="2in,0" stroked="f"/>',
        '<v:rect style="width:144pt;height:72pt"/>',
        '<v:shape type="#_x0000_t75" style="width:144pt;height:0"/>',
        '<v:line from="x" to="y"/>',
    ],
)
def test_vml_that_is_no_rule(written: Reads, xml: str) -> None:
    assert lines(written(pict(xml))) == []


def test_the_choice_or_the_fallback_but_once(written: Reads) -> None:
    drawing = anchor(shape(60), 60)
    inner = drawing.removeprefix("<w:p><w:r>").removesuffix("</w:r></w:p>")
    body = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{inner}</mc:Choice><mc:Fallback><w:pict>"
        '<v:line from="0,0" to="2in,0"/></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>'
    )
    assert [line.width for line in lines(written(body))] == [60]


def row(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


UNDERSCORE = text_width("_", Face.REGULAR, 14)


@pytest.mark.parametrize(
    ("runs", "kind", "width"),
    [
        (row("_" * 20), LineKind.UNDERSCORES, 20 * UNDERSCORE),
        (row("_" * 10) + row("_" * 10, '<w:sz w:val="56"/>'), LineKind.UNDERSCORES, 30 * UNDERSCORE),
        (row("_" * 20, '<w:vertAlign w:val="superscript"/>'), LineKind.UNDERSCORES, 13 * UNDERSCORE),
        (row("  ________ "), LineKind.UNDERSCORES, 8 * UNDERSCORE),
        (row("--------"), LineKind.DASHES, text_width("-" * 8, Face.REGULAR, 14)),
        (row("- - - -"), LineKind.DASHES, text_width("- - - -", Face.REGULAR, 14)),
        (row("*****"), LineKind.DASHES, text_width("*" * 5, Face.REGULAR, 14)),
        (row("———"), LineKind.DASHES, text_width("———", Face.REGULAR, 14)),
        (row("Độc lập", '<w:u w:val="single"/>'), LineKind.UNDERLINE, text_width("Độc lập", Face.REGULAR, 14)),
        (row("     ", '<w:u w:val="single"/>'), LineKind.UNDERLINE, text_width("     ", Face.REGULAR, 14)),
        (row("\t", '<w:u w:val="single"/>'), LineKind.UNDERLINE, None),
    ],
)
def test_typed_lines(written: Reads, runs: str, kind: LineKind, width: float | None) -> None:
    runs = runs.replace("\t</w:t>", "</w:t><w:tab/>")
    (line,) = lines(written(f"<w:p>{runs}</w:p>"))
    assert line.kind is kind
    assert line.width == (width if width is None else pytest.approx(width, abs=0.01))
    assert line.solid is (kind is not LineKind.DASHES)


@pytest.mark.parametrize(
    "text", ["Họ và tên: ____________", "1 - 2", "a ----- b", "Kính gửi: ……………", "1. ...", "", "--"]
)
def test_blanks_to_fill_in_are_no_rules(written: Reads, text: str) -> None:
    assert lines(written(f"<w:p>{row(text)}</w:p>")) == []


def test_rows_side_by_side_under_a_head_laid_out_with_tabs(written: Reads) -> None:
    tab = "<w:r><w:tab/></w:r>"
    head = f"{row('UBND XÃ')}{tab}{row('Độc lập')}<w:r><w:br/></w:r>"
    document = written(f"<w:p>{head}{row('_____')}{tab}{row('_' * 10)}</w:p>")
    widths = [pytest.approx(count * UNDERSCORE, abs=0.01) for count in (5, 10)]
    assert [line.width for line in lines(document)] == widths


def bordered(*sides: str, style: str = "single", indent: str = "") -> str:
    inner = "".join(f'<w:{side} w:val="{style}" w:sz="6"/>' for side in sides)
    return f"<w:p><w:pPr><w:pBdr>{inner}</w:pBdr>{indent}</w:pPr><w:r><w:t>chữ</w:t></w:r></w:p>"


def test_the_border_of_a_paragraph(written: Reads) -> None:
    (line,) = lines(written(bordered("bottom", indent='<w:ind w:left="2835" w:right="2835"/>')))
    assert (line.kind, line.left, line.solid) == (LineKind.BORDER, 50.01, True)
    assert line.width == pytest.approx(65, abs=0.1)


def test_a_double_border_is_not_one_line(written: Reads) -> None:
    (line,) = lines(written(bordered("bottom", style="double")))
    assert not line.solid


@pytest.mark.parametrize(
    ("body", "counts"),
    [
        (bordered("top"), [1]),
        (bordered("top", "bottom"), [2]),
        (bordered("bottom") * 3, [0, 0, 1]),  # bordered alike, bordered as one
        (bordered("bottom") + bordered("top"), [1, 1]),
        (bordered("between", "top", "bottom") * 2, [1, 2]),
        (bordered("bottom", style="nil"), [0]),
        (bordered("top", "bottom", "left", "right"), [0]),
    ],
)
def test_borders_of_neighbours(written: Reads, body: str, counts: list[int]) -> None:
    assert [len(one.lines) for one in written(body).paragraphs] == counts


def test_the_border_of_a_layout_cell(written: Reads) -> None:
    borders = '<w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="4"/></w:tcBorders></w:tcPr>'
    document = written(two_cells("<w:p/><w:p/>", "<w:p/>", borders))
    assert [len(one.lines) for one in document.paragraphs] == [0, 1, 0, 0]
    (line,) = lines(document)
    assert (line.kind, line.width, line.left) == (LineKind.BORDER, 50.01, -1.9)
    assert document.paragraphs[0].empty
    assert not document.paragraphs[1].empty
