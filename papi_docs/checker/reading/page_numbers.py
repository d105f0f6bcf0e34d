"""Page numbers in headers and footers."""

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from papi_docs.checker.reading.drawings import place_of
from papi_docs.checker.reading.ooxml import MM_PER_DXA, W, child, number, value
from papi_docs.checker.reading.sections import Setup, column_of, text_column
from papi_docs.checker.reading.styles import Styles
from papi_docs.checker.reading.walking import Block
from papi_docs.checker.written import Align, PageNumber, Paragraph, Section

__all__ = ["page_numbers"]

_ARABIC: Final = frozenset({"decimal", "numberInDash", "decimalZero"})
_OFF_CENTRE: Final = 10.0
"""Millimetres that the middle of a text box may be off the middle of the text or the page."""
_SWITCHES: Final = ("roman", "alphabetic", "ROMAN", "ALPHABETIC")


def page_numbers(
    where: Literal["header", "footer", "body"],
    page: Literal["default", "first", "even"],
    shown: Iterable[tuple[Block, Paragraph]],
    setup: Setup,
    styles: Styles,
) -> Iterator[PageNumber]:
    """The page numbers that a header, a footer or the body of a section shows, one of a paragraph."""
    for block, paragraph in shown:
        fields = {id(atom.run): atom.switches for atom in block.content.atoms if atom.field == "PAGE"}
        run = next((run for run in paragraph.runs if id(run.element) in fields and run.text.strip()), None)
        if run is None:
            continue
        instruction = fields[id(run.element)]
        yield PageNumber(
            where,
            page,
            paragraph.align,
            run,
            centred=_is_centred(block, paragraph, run.start, setup.section, styles),
            arabic=setup.form in _ARABIC and not any(switch in instruction for switch in _SWITCHES),
            around=(paragraph.text[: run.start] + paragraph.text[run.end :]).strip(),
            element=paragraph.element,
        )


def _is_centred(block: Block, paragraph: Paragraph, start: int, section: Section, styles: Styles) -> bool:
    place = _place_of_box(block, section)
    if place is not None:
        left, width = place
        return abs(left + width / 2 - text_column(section) / 2) <= _OFF_CENTRE
    frame = child(block.element, "pPr", "framePr")
    if frame is not None:
        return value(frame, "xAlign") == "center" or (paragraph.align is Align.CENTRE and value(frame, "x") is None)
    if paragraph.align is Align.CENTRE:
        return paragraph.cell is None or paragraph.cell.columns == 1 or _middle(paragraph)
    fixed = [value(tab, "alignment") for tab in block.element.iter(f"{W}ptab")]
    if fixed:
        return fixed[-1] == "center"
    return paragraph.align is not Align.RIGHT and _by_tabs(block, paragraph, start, section, styles)


def _by_tabs(block: Block, paragraph: Paragraph, start: int, section: Section, styles: Styles) -> bool:
    """Whether the last tab before it leads to a stop that centres, near the middle of the column."""
    tabs = paragraph.text[:start].count("\t")
    stops = _stops(block, styles)
    if not 1 <= tabs <= len(stops):
        return False
    position, kind = stops[tabs - 1]
    return kind == "center" and abs(position * MM_PER_DXA - text_column(section) / 2) <= _OFF_CENTRE


def _stops(block: Block, styles: Styles) -> list[tuple[float, str]]:
    """Tab stops in their order, each with its kind; a stronger layer adds to a weaker one or clears its stops."""
    stops: dict[float, str] = {}
    for tabs in reversed(list(styles.properties(block.element, "tabs"))):
        for tab in tabs:
            position = number(value(tab, "pos"))
            if position is not None:
                stops[position] = value(tab) or "left"
    return sorted((position, kind) for position, kind in stops.items() if kind != "clear")


def _place_of_box(block: Block, section: Section) -> tuple[float, float] | None:
    box = block.place.box
    return None if box is None else place_of(box, column_of(section))


def _middle(paragraph: Paragraph) -> bool:
    cell = paragraph.cell
    return cell is not None and cell.columns % 2 == 1 and cell.column == cell.columns // 2
