"""Tables of the templates: without lines to place things side by side, ruled for what is listed."""

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from papi_docs.drawing.styles import STRONG, STYLES

__all__ = ["add_table", "bare_table", "insert_table_property", "write"]


def write(paragraph: Paragraph, text: str) -> Paragraph:
    """Text into a paragraph; ``**Điều 1.**`` is bold by a character style."""
    for at, piece in enumerate(text.split("**")):
        if piece:
            paragraph.add_run(piece, style=STRONG if at % 2 else None)
    return paragraph


def bare_table(document: Document, widths: Sequence[float], rows: int) -> Table:
    """A table without lines and cell margins; widths in mm."""
    table: Table = document.add_table(rows, len(widths))
    table.autofit = False
    _set_widths(table, widths)
    _set_cell_margins(table, 0)
    for row in table.rows:
        _never_split(row)
    return table


def _set_widths(table: Table, widths: Sequence[float]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    total = table._tbl.tblPr.find(qn("w:tblW"))  # noqa: SLF001 - python-docx leaves it on auto
    assert total is not None  # noqa: S101 - python-docx writes one
    total.set(qn("w:type"), "dxa")
    total.set(qn("w:w"), str(round(Mm(sum(widths)).twips)))


def _set_cell_margins(table: Table, millimetres: float) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(round(Mm(millimetres).twips)))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    insert_table_property(table, margins)


_AFTER_IN_TABLE_PROPERTIES = {
    "tblInd": ("w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"),
    "tblCellMar": ("w:tblLook",),
}
"""The schema fixes the order of table properties."""


def insert_table_property(table: Table, element: _Element) -> None:
    """Put a property where the schema wants it."""
    name = str(element.tag).split("}")[1]
    following = table._tbl.tblPr.xpath("|".join(_AFTER_IN_TABLE_PROPERTIES[name]))  # noqa: SLF001 - not in python-docx
    following[0].addprevious(element)


def _never_split(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - not in python-docx


def add_table(
    document: Document, columns: Sequence[tuple[str, float, str, str]], loop: tuple[str, str], starts: str = ""
) -> None:
    """A ruled table: a header row that is repeated, a row for each element, rows that never split.

    Args:
        document: where it is put, at the end.
        columns: heading, width in mm, style and text of the cell.
        loop: target and iterable, as in ``for target in iterable``.
        starts: condition under which a row begins a group; the columns whose text begins with ``^`` are
            then one cell for the whole group.
    """
    table = document.add_table(1, len(columns), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _set_cell_margins(table, 1)
    for cell, (heading, _, _, _) in zip(table.rows[0].cells, columns, strict=True):
        _put(cell, "table_head", heading)
    _add_tag_row(table, f"{{%tr for {loop[0]} in {loop[1]} %}}")
    if starts:
        _add_group_rows(table, columns, starts)
    else:
        _never_split(_add_row(table, columns))
    _add_tag_row(table, "{%tr endfor %}")
    _set_widths(table, [width for _, width, _, _ in columns])
    head = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - not in python-docx
    head.append(OxmlElement("w:cantSplit"))
    head.append(OxmlElement("w:tblHeader"))
    _merge_downwards(table)


def _add_row(table: Table, columns: Sequence[tuple[str, float, str, str]]) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    for cell, (_, _, style, text) in zip(row.cells, columns, strict=True):
        _put(cell, style, text)
    return row


def _add_tag_row(table: Table, tag: str) -> None:
    _add_row(table, [("", 0, "table_text", text) for text in (tag, *[""] * (len(table.columns) - 1))])


def _add_group_rows(table: Table, columns: Sequence[tuple[str, float, str, str]], starts: str) -> None:
    """The first row of a group, and the rows beneath it, whose grouped cells :func:`_merge_downwards` joins on."""
    beneath = [(head, width, style, "^" if text.startswith("^") else text) for head, width, style, text in columns]
    _add_tag_row(table, f"{{%tr if {starts} %}}")
    _never_split(_add_row(table, columns))
    _add_tag_row(table, "{%tr else %}")
    _never_split(_add_row(table, beneath))
    _add_tag_row(table, "{%tr endif %}")


def _merge_downwards(table: Table) -> None:
    """Cells marked with ``^``: those with a text begin a merged cell, those without go on with it."""
    cells = [cell for row in table.rows for cell in row.cells if cell.text.startswith("^")]
    for cell in cells:
        text = cell.text.removeprefix("^").strip()
        cell.paragraphs[0].runs[0].text = text
        cell._tc.vMerge = "restart" if text else "continue"  # noqa: SLF001 - python-docx merges only rows that are there


def _put(cell: _Cell, style: str, text: str) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = STYLES[style].name
    write(paragraph, text)
