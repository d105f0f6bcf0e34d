"""Indents, spacing, cells, page set-up: lengths as they are applied."""

from collections.abc import Callable

import pytest

from papi_docs.checker.written import Align, Cell, Paragraph, Written

Reads = Callable[..., Written]
LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    '<w:pPr><w:ind w:left="1134" w:hanging="567"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def only(document: Written) -> Paragraph:
    (one,) = document.paragraphs
    return one


def p(properties: str = "", text: str = "chữ") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def style(properties: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Muc"/><w:pPr>{properties}</w:pPr></w:style>'


IN_STYLE = '<w:pStyle w:val="Muc"/>'


@pytest.mark.parametrize(
    ("properties", "styles", "expected"),
    [
        ('<w:ind w:left="567" w:right="284" w:firstLine="567"/>', "", (10.0, 5.01, 10.0)),
        ('<w:ind w:start="567" w:end="284" w:hanging="284"/>', "", (10.0, 5.01, -5.01)),
        ('<w:ind w:firstLine="567.0"/>', "", (0, 0, 10.0)),
        ('<w:ind w:firstLineChars="200"/>', "", (0, 0, 7.06)),  # two letters of 10 points
        (f"{IN_STYLE}", style('<w:ind w:left="567"/>'), (10.0, 0, 0)),
        (f'{IN_STYLE}<w:ind w:firstLine="284"/>', style('<w:ind w:left="567" w:hanging="567"/>'), (10.0, 0, 5.01)),
        (NUMBERED, "", (20.0, 0, -10.0)),
        (f'{NUMBERED}<w:ind w:left="0" w:firstLine="567"/>', "", (0, 0, 10.0)),
        (f"{IN_STYLE}{NUMBERED}", style('<w:ind w:left="284"/>'), (20.0, 0, -10.0)),  # the list goes before the style
        (
            IN_STYLE,
            style(f'{NUMBERED}<w:ind w:left="0" w:firstLine="567"/>'),
            (0, 0, 10.0),
        ),  # the style brings the list
        (IN_STYLE, style(NUMBERED), (20.0, 0, -10.0)),
    ],
)
def test_indents(written: Reads, properties: str, styles: str, expected: tuple[float, float, float]) -> None:
    one = only(written(p(properties), styles=styles, numbering=LIST))
    assert (one.left, one.right, one.first) == expected


@pytest.mark.parametrize(
    ("properties", "before", "after"),
    [
        ('<w:spacing w:before="120" w:after="60"/>', 6, 3),
        ('<w:spacing w:before="120" w:beforeAutospacing="1"/>', 14, 0),
        ('<w:spacing w:before="120" w:beforeAutospacing="0"/>', 6, 0),
        ("", 0, 0),
    ],
)
def test_spacing(written: Reads, properties: str, before: float, after: float) -> None:
    one = only(written(p(properties)))
    assert (one.before, one.after) == (before, after)


@pytest.mark.parametrize(
    ("properties", "leading", "rule"),
    [
        ("", 1, "multiple"),
        ('<w:spacing w:line="276"/>', 1.15, "multiple"),
        ('<w:spacing w:line="276.0000001" w:lineRule="auto"/>', 1.15, "multiple"),
        ('<w:spacing w:line="360" w:lineRule="exact"/>', 18, "exact"),
        ('<w:spacing w:line="300" w:lineRule="atLeast"/>', 15, "least"),
    ],
)
def test_line_spacing(written: Reads, properties: str, leading: float, rule: str) -> None:
    one = only(written(p(properties)))
    assert (one.leading, one.leading_rule) == (leading, rule)


def test_contextual_spacing_falls_away_between_paragraphs_of_one_style(written: Reads) -> None:
    close = '<w:spacing w:before="120" w:after="120"/><w:contextualSpacing/>'
    document = written(p(close) + p(close) + p(f"{IN_STYLE}{close}"), styles=style(""))
    assert [(one.before, one.after) for one in document.paragraphs] == [(6, 0), (0, 6), (6, 6)]


@pytest.mark.parametrize(
    ("stated", "align"),
    [
        ("", Align.LEFT),
        ('<w:jc w:val="start"/>', Align.LEFT),
        ('<w:jc w:val="both"/>', Align.JUSTIFIED),
        ('<w:jc w:val="distribute"/>', Align.JUSTIFIED),
        ('<w:jc w:val="center"/>', Align.CENTRE),
        ('<w:jc w:val="end"/>', Align.RIGHT),
    ],
)
def test_alignment(written: Reads, stated: str, align: Align) -> None:
    assert only(written(p(stated))).align is align


def table(properties: str, *cells: str, grid: tuple[int, ...] = (2835, 5670)) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    inner = "".join(cells) or "".join(f"<w:tc>{p()}</w:tc>" for _ in grid)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid><w:tr>{inner}</w:tr></w:tbl>"


ZERO = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
SPANNED = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p()}</w:tc>'
OWN = f'<w:tc><w:tcPr><w:tcW w:w="1701" w:type="dxa"/></w:tcPr>{p()}</w:tc>'


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (table(ZERO), [(50.0, 0.0), (100.0, 50.0)]),
        (table(""), [(46.19, 0.0), (96.2, 50.01)]),  # 1.9 mm at each side, text on the margin
        (table(f'{ZERO}<w:tblInd w:w="-284" w:type="dxa"/>'), [(50.0, -5.01), (100.0, 45.0)]),
        (table(f'{ZERO}<w:jc w:val="center"/>'), [(50.0, 7.5), (100.0, 57.5)]),
        (table(f'{ZERO}<w:jc w:val="right"/>'), [(50.0, 15.0), (100.0, 65.0)]),
        (table(f'{ZERO}<w:tblpPr w:horzAnchor="page" w:tblpX="1701"/>'), [(50.0, 0.0), (100.0, 50.0)]),
        (table(ZERO, SPANNED), [(150.0, 0.0)]),
        (table(ZERO, OWN, OWN), [(30.0, 0.0), (30.0, 30.0)]),
        (table(f'{ZERO}<w:tblW w:w="5000" w:type="pct"/>'), [(55.0, 0.0), (110.0, 55.0)]),
        (table(f'{ZERO}<w:tblW w:w="100%" w:type="pct"/>'), [(55.0, 0.0), (110.0, 55.0)]),
        (table(ZERO, grid=(0, 0)), [(None, 0.0), (None, 0.0)]),
    ],
)
def test_cells(written: Reads, xml: str, expected: list[tuple[float | None, float | None]]) -> None:
    cells = [one.cell for one in written(xml + "<w:p/>").paragraphs]
    measured = [(cell.width, cell.left) for cell in cells if cell is not None]
    for (width, left), (wide, far) in zip(measured, expected, strict=True):
        assert width == (wide if wide is None else pytest.approx(wide, abs=0.05))
        assert left == (far if far is None else pytest.approx(far, abs=0.05))


def test_a_table_stands_with_its_edge_on_the_margin_since_word_2013(written: Reads) -> None:
    mode = '<w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"/></w:compat>'
    cell = written(table("") + "<w:p/>", settings=mode).paragraphs[0].cell
    assert cell is not None
    assert cell.left == 1.9


def test_a_table_in_a_cell(written: Reads) -> None:
    inner = table(ZERO, grid=(567,))
    outer = table(ZERO, f"<w:tc>{p()}</w:tc>", f"<w:tc>{inner}{p()}</w:tc>")
    cell = next(one.cell for one in written(outer + "<w:p/>").paragraphs if one.cell and one.cell.table == 1)
    assert cell.width == 10.0
    assert cell.left == pytest.approx(50.0, abs=0.05)


GRID = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)
NONE = (
    "<w:tcBorders>"
    + "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right"))
    + "</w:tcBorders>"
)


@pytest.mark.parametrize(
    ("xml", "bordered"),
    [
        (table(""), False),
        (table(GRID), True),
        (table(GRID.replace("single", "nil")), False),
        (table(GRID, *[f"<w:tc><w:tcPr>{NONE}</w:tcPr>{p()}</w:tc>"] * 2), False),
        (table("", *[f"<w:tc><w:tcPr>{NONE.replace('nil', 'single')}</w:tcPr>{p()}</w:tc>"] * 2), True),
        (table(GRID.replace("w:sz", 'w:color="FFFFFF" w:sz')), False),
        (table(GRID, grid=(2835,)), False),  # one framed cell holds a mark, not data
    ],
)
def test_tables_of_data_show_their_grid(written: Reads, xml: str, bordered: bool) -> None:
    cell = written(xml + "<w:p/>").paragraphs[0].cell
    assert isinstance(cell, Cell)
    assert cell.bordered is bordered


def test_a_table_style_may_bring_the_grid(written: Reads) -> None:
    styles = f'<w:style w:type="table" w:styleId="Luoi"><w:name w:val="Luoi"/><w:tblPr>{GRID}</w:tblPr></w:style>'
    cell = written(table('<w:tblStyle w:val="Luoi"/>') + "<w:p/>", styles=styles).paragraphs[0].cell
    assert cell is not None
    assert cell.bordered


FRAME = (
    "<w:pBdr>"
    + "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right"))
    + "</w:pBdr>"
)


def test_frames(written: Reads) -> None:
    document = written(p(FRAME) + p() + table(GRID, grid=(2835,)) + "<w:p/>")
    assert [one.framed for one in document.paragraphs] == [True, False, True, False]
    assert document.paragraphs[0].lines == ()


SECTION = (
    '<w:sectPr>{}<w:pgSz w:w="{}" w:h="{}"/><w:pgMar w:top="1134.0000001" w:right="851" w:bottom="-1134" w:left="1701"'
    ' w:header="567" w:footer="454" w:gutter="284"/>{}</w:sectPr>'
)


def test_page_set_up(written: Reads) -> None:
    (one,) = written(p() + SECTION.format("", 11906, 16838, "")).sections
    assert (one.width, one.height, one.top, one.bottom) == (210.01, 297.0, 20.0, 20.0)
    assert (one.left, one.right, one.gutter, one.header, one.footer) == (30.0, 15.01, 5.01, 10.0, 8.01)
    assert (one.landscape, one.first_page_differs, one.columns, one.number_from) == (False, False, 1, None)


def test_a_landscape_section_numbered_anew(written: Reads) -> None:
    more = '<w:pgNumType w:start="3"/><w:cols w:num="2"/><w:titlePg/>'
    (one,) = written(p() + SECTION.format("", 16838, 11906, more)).sections
    assert (one.landscape, one.first_page_differs, one.columns, one.number_from) == (True, True, 2, 3)


@pytest.mark.parametrize(
    ("settings", "more", "expected"),
    [
        ("", "", (20.0, 30.0, 15.01, 5.01, False)),
        ("<w:mirrorMargins/>", "", (20.0, 30.0, 15.01, 5.01, True)),
        ('<w:mirrorMargins w:val="0"/>', "", (20.0, 30.0, 15.01, 5.01, False)),
        ("<w:gutterAtTop/>", "", (25.01, 30.0, 15.01, 0, False)),
        ("", "<w:rtlGutter/>", (20.0, 30.0, 20.02, 0, False)),
    ],
)
def test_where_pages_are_bound(
    written: Reads,
    settings: str,
    more: str,
    expected: tuple[float, float, float, float, bool],
) -> None:
    (one,) = written(p() + SECTION.format("", 11906, 16838, more), settings=settings).sections
    assert (one.top, one.left, one.right, one.gutter, one.mirrored) == pytest.approx(expected)
