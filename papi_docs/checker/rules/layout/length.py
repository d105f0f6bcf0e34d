"""About how many pages a document fills: enough to tell one page from several."""

from math import ceil

from papi_docs.checker.anatomy import Anatomy, Span
from papi_docs.checker.rules.layout.seeing import MM_PER_POINT, column_width, shown_width
from papi_docs.checker.written import Paragraph
from papi_docs.decree30 import PAGE

__all__ = ["height", "line_count", "pages"]

SINGLE = 1.15
"""Height of a line of Times New Roman in single spacing, by its size."""


def line_count(anatomy: Anatomy, paragraph: Paragraph) -> int:
    """Lines that a paragraph runs over, about."""
    width = column_width(anatomy, paragraph)
    if not width or width <= 0:
        return 1
    lines = 0
    start = 0
    for line in paragraph.text.split("\n"):
        wide = shown_width(Span(paragraph, start, start + len(line))) + max(paragraph.first, 0)
        lines += max(1, ceil(wide / width))
        start += len(line) + 1
    return lines


def pages(anatomy: Anatomy) -> float:
    """Pages, about: the heights of all lines by the height of the page; every page break begins a new one.

    Cells side by side count once, as high as the highest.
    """
    rows: dict[tuple[int, int], dict[int, float]] = {}
    total = 0.0
    breaks = 0
    for paragraph in anatomy.written.paragraphs:
        if paragraph.boxed:
            continue
        tall = height(anatomy, paragraph)
        breaks += paragraph.breaks_page and paragraph.index > 0
        if paragraph.cell is None:
            total += tall
        else:
            row = rows.setdefault((paragraph.cell.table, paragraph.cell.row), {})
            row[paragraph.cell.column] = row.get(paragraph.cell.column, 0) + tall
    total += sum(max(row.values()) for row in rows.values())
    first = anatomy.written.sections[0]
    room = (first.height or PAGE.height) - abs(first.top) - abs(first.bottom)
    return max(total / room, 1.0 + breaks if breaks else 0)


def height(anatomy: Anatomy, paragraph: Paragraph) -> float:
    """Millimetres that a paragraph takes on the page, its spacing too, about."""
    size = max((run.size for run in paragraph.runs), default=paragraph.mark_size or 14)
    single = size * SINGLE
    line = paragraph.leading * single if paragraph.leading_rule == "multiple" else paragraph.leading
    if paragraph.leading_rule == "least":
        line = max(line, single)
    return (line_count(anatomy, paragraph) * line + paragraph.before + paragraph.after) * MM_PER_POINT
