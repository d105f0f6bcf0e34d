"""Tables of data, which are set as their author likes, and tables that only lay out a page."""

from papi_docs.checker.written import Paragraph

__all__ = ["in_data"]

_LAYOUT_COLUMNS = 2
_LAYOUT_ROWS = 6
"""A letterhead has two columns, or some more where its rows are divided in different places, and a few rows."""


def in_data(paragraph: Paragraph) -> bool:
    """Whether it stands in a table of data: one that shows its grid, or has more cells than a layout needs."""
    cell = paragraph.cell
    return cell is not None and (cell.bordered or (cell.columns > _LAYOUT_COLUMNS and cell.rows > _LAYOUT_ROWS))
