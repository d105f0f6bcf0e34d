"""Borders of cells: two cells that touch share one, whichever of them says so (ECMA-376 17.4.66)."""

from collections.abc import Callable

import pytest

from papi_docs.checker.written import LineKind, Written

Reads = Callable[..., Written]


def cell(text: str, *sides: str, more: str = "", style: str = "single") -> str:
    borders = "".join(f'<w:{side} w:val="{style}" w:sz="4"/>' for side in sides)
    properties = f"<w:tcPr>{more}<w:tcBorders>{borders}</w:tcBorders></w:tcPr>"
    return f"<w:tc>{properties}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def table(*rows: str, properties: str = "") -> str:
    grid = '<w:tblGrid><w:gridCol w:w="2835"/><w:gridCol w:w="5670"/></w:tblGrid>'
    lines = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{grid}{lines}</w:tbl><w:p/>"


def ruled(document: Written) -> dict[str, list[float | None]]:
    """Texts with rules, and where each of those is."""
    found = {one.text: [line.below for line in one.lines] for one in document.paragraphs if one.lines}
    assert {line.kind for one in document.paragraphs for line in one.lines} <= {LineKind.BORDER}
    return found


WIDE = '<w:gridSpan w:val="2"/>'
MERGED = '<w:vMerge w:val="restart"/>'
GOES_ON = "<w:vMerge/>"


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        (table(cell("a", "bottom") + cell("b"), cell("c") + cell("d")), {"a": [None]}),
        (table(cell("a") + cell("b"), cell("c", "top") + cell("d")), {"a": [None]}),
        (table(cell("a", "bottom") + cell("b"), cell("c", "top") + cell("d")), {"a": [None]}),
        (table(cell("a", "bottom", style="nil") + cell("b"), cell("c", "top") + cell("d")), {"a": [None]}),
        (table(cell("a", "top") + cell("b"), cell("c") + cell("d", "bottom")), {"a": [0.0], "d": [None]}),
        (table(cell("a", "bottom", more=WIDE), cell("c", "top") + cell("d")), {"a": [None], "c": [0.0]}),
        (table(cell("a", more=WIDE), cell("c", "top", more=WIDE)), {"a": [None]}),
        (
            table(cell("a", more=MERGED) + cell("b"), cell("", more=GOES_ON) + cell("d"), cell("e", "top") + cell("f")),
            {"a": [None]},
        ),
        (
            table(
                cell("a") + cell("b"),
                cell("c") + cell("d"),
                properties='<w:tblBorders><w:insideH w:val="single" w:sz="4"/></w:tblBorders>',
            ),
            {"a": [None], "b": [None]},
        ),
    ],
)
def test_a_border_between_two_rows_stands_under_the_upper(
    written: Reads,
    body: str,
    rules: dict[str, list[float | None]],
) -> None:
    assert ruled(written(body)) == rules


def test_a_frame_that_neighbours_draw(written: Reads) -> None:
    body = table(cell("a", "top", "left") + cell("b", "left"), cell("c", "top") + cell("d"))
    assert [one.text for one in written(body).paragraphs if one.framed] == ["a"]


def test_a_grid_of_right_and_lower_borders(written: Reads) -> None:
    """As the tables of web pages are often bordered."""
    row = cell("a", "right", "bottom") + cell("b", "right", "bottom")
    document = written(table(row, row, row))
    assert all(one.cell.bordered for one in document.paragraphs if one.cell is not None)
    assert ruled(document) == {}
