"""Where the cells of a floating table stand (ECMA-376 17.4.57, with what Word makes of it)."""

from collections.abc import Callable

import pytest

from papi_docs.checker.written import Written

Reads = Callable[..., Written]
NEW = '<w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"/></w:compat>'
OLD = NEW.replace("15", "14")
MARGIN = 1.905
"""Millimetres between the edge of a cell and its text."""


def table(place: str, more: str = "", inner: str = "<w:p/>") -> str:
    """Two columns of 50 mm, floating; the page has a left margin of 30 mm and text of 165 mm."""
    grid = '<w:tblGrid><w:gridCol w:w="2835"/><w:gridCol w:w="2835"/></w:tblGrid>'
    row = f"<w:tr><w:tc>{inner}</w:tc><w:tc><w:p/></w:tc></w:tr>"
    return f"<w:tbl><w:tblPr><w:tblpPr {place}/>{more}</w:tblPr>{grid}{row}</w:tbl><w:p/>"


def lefts(document: Written) -> list[float | None]:
    return [one.cell.left for one in document.paragraphs if one.cell is not None]


def about(left: float) -> list[object]:
    return [pytest.approx(left, abs=0.03), pytest.approx(left + 50.01, abs=0.03)]


@pytest.mark.parametrize(
    ("place", "left"),
    [
        ('w:tblpY="9"', 0),
        ('w:horzAnchor="text" w:tblpX="567" w:tblpY="9"', 10),
        ('w:horzAnchor="margin" w:tblpX="567"', 10),
        ('w:horzAnchor="page" w:tblpX="1134"', -10),
        ('w:horzAnchor="page" w:tblpX="-567"', -40),
        ('w:horzAnchor="margin" w:tblpXSpec="center"', 32.5),
        ('w:horzAnchor="page" w:tblpXSpec="center"', 25),
        ('w:horzAnchor="text" w:tblpXSpec="right"', 65),
        ('w:horzAnchor="margin" w:tblpX="567" w:tblpXSpec="left"', 0),  # the word goes before the length
    ],
)
@pytest.mark.parametrize("more", ["", '<w:jc w:val="right"/>', '<w:tblInd w:w="567"/>'])
def test_from_what_a_floating_table_is_measured(written: Reads, place: str, left: float, more: str) -> None:
    assert lefts(written(table(place, more), settings=NEW)) == about(left + MARGIN)


def test_before_word_2013_its_text_stood_there(written: Reads) -> None:
    assert lefts(written(table('w:horzAnchor="margin" w:tblpX="567"'), settings=OLD)) == about(10)


@pytest.mark.parametrize("place", ["", 'w:horzAnchor="text" w:vertAnchor="page"', 'w:tblpX="0" w:tblpY="0"'])
def test_what_says_nothing_does_not_float(written: Reads, place: str) -> None:
    """Word passes over it, and then the alignment counts."""
    assert lefts(written(table(place, '<w:jc w:val="right"/>'), settings=NEW)) == about(65 + MARGIN)


def test_in_a_cell_of_another(written: Reads) -> None:
    inner = table('w:horzAnchor="text" w:tblpX="567"').replace("2835", "567")
    document = written(table('w:horzAnchor="margin" w:tblpX="567"', inner=inner), settings=NEW)
    outer = 10 + MARGIN
    assert lefts(document)[:2] == [pytest.approx(outer + 10 + MARGIN + at, abs=0.05) for at in (0, 10)]


def test_in_a_cell_of_another_measured_from_the_page_it_is_unknown(written: Reads) -> None:
    inner = table('w:horzAnchor="page" w:tblpX="567"').replace("2835", "567")
    document = written(table('w:horzAnchor="margin" w:tblpX="567"', inner=inner), settings=NEW)
    assert lefts(document)[:2] == [None, None]
    assert [one.cell.column for one in document.paragraphs if one.cell is not None] == [0, 1, 0, 1]
