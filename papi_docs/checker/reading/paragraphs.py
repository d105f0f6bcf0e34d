"""From a paragraph as it was walked past to a paragraph as it is read."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from lxml import etree

from papi_docs.checker.reading.borders import cell_lines, is_framed, paragraph_lines
from papi_docs.checker.reading.cascade import Cascade, Formatting
from papi_docs.checker.reading.drawings import is_picture, lines_of
from papi_docs.checker.reading.letters import USUAL_SIZE, runs_of
from papi_docs.checker.reading.numbering import Label, Numbering
from papi_docs.checker.reading.ooxml import child, on
from papi_docs.checker.reading.placing import Column
from papi_docs.checker.reading.sections import Setup, column_of
from papi_docs.checker.reading.spacing import indents, spaces
from papi_docs.checker.reading.styles import Styles
from papi_docs.checker.reading.tables import Tables
from papi_docs.checker.reading.typed import typed_lines
from papi_docs.checker.reading.walking import Block, Place
from papi_docs.checker.written import Align, Paragraph

__all__ = ["Reader"]

_ALIGN: Final = {
    "center": Align.CENTRE,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.JUSTIFIED,
    "distribute": Align.JUSTIFIED,
    "thaiDistribute": Align.JUSTIFIED,
    "lowKashida": Align.JUSTIFIED,
    "mediumKashida": Align.JUSTIFIED,
    "highKashida": Align.JUSTIFIED,
}
_LEADING: Final[dict[str, Literal["multiple", "exact", "least"]]] = {"exact": "exact", "atLeast": "least"}


@dataclass(frozen=True, slots=True)
class Reader:
    """What every paragraph of a document is read with."""

    cascade: Cascade
    styles: Styles
    tables: Tables
    numbering: Numbering
    setups: Sequence[Setup]
    known_indents: dict[object, tuple[float, float, float]] = field(default_factory=dict)

    def read(self, blocks: Sequence[Block], first: int = 0) -> list[Paragraph]:
        """Paragraphs of a story, counted from ``first``."""
        marks = [self.cascade.paragraph(block.element, block.place.slot) for block in blocks]
        starts = {block.container: at for at, block in reversed(list(enumerate(blocks)))}
        ends = {block.container: at for at, block in enumerate(blocks)}
        edges = [(starts[block.container] == at, ends[block.container] == at) for at, block in enumerate(blocks)]
        return [self._paragraph(first + at, blocks, marks, at, edges[at]) for at in range(len(blocks))]

    def _paragraph(
        self,
        index: int,
        blocks: Sequence[Block],
        marks: Sequence[Formatting],
        at: int,
        edges: tuple[bool, bool],
    ) -> Paragraph:
        block, mark = blocks[at], marks[at]
        runs = tuple(runs_of(block, self.cascade, self.styles))
        setup = self.setups[min(block.section, len(self.setups) - 1)]
        section = setup.section
        slot = block.place.slot
        page = column_of(section)
        cell = self.tables.cell(slot, page) if slot is not None else None
        level = self._level(block, mark)
        label = None if level is None else self.numbering.next(mark.num_id or 0, level)
        listed = None if level is None else self.numbering.definition(mark.num_id or 0, level)
        left, right, first_line = self._indents(block, mark, listed)
        column = self._column(block.place, page)
        above, below = spaces(blocks, marks, at, self.styles)
        lines = (
            *(line for drawing in block.content.objects for line in lines_of(drawing, column)),
            *paragraph_lines(blocks, at, self.styles, column, (left, right)),
            *cell_lines(block, self.tables, page, first=edges[0], last=edges[1]),
            *typed_lines(runs),
        )
        rule = _LEADING.get(mark.line_spacing_rule or "", "multiple")
        leading = mark.line_spacing if mark.line_spacing is not None else 1.0
        return Paragraph(
            index,
            runs,
            _ALIGN.get(mark.alignment or "", Align.LEFT),
            label=label.text if label else "",
            label_bold=_label_bold(label, mark),
            left=left,
            right=right,
            first=first_line,
            before=above,
            after=below,
            leading=leading if rule == "multiple" else leading / 20,
            leading_rule=rule,
            section=section.index,
            cell=cell,
            boxed=block.place.box is not None,
            framed=is_framed(block, self.styles, self.tables),
            breaks_page=bool(mark.page_break_before) or self._begins_page(blocks, at),
            list_level=level,
            style=mark.style_name or "",
            lines=lines,
            mark_size=mark.font_size or USUAL_SIZE,
            holds_object=block.content.equation or any(map(is_picture, block.content.objects)),
            element=block.element,
        )

    def _indents(self, block: Block, mark: Formatting, listed: etree._Element | None) -> tuple[float, float, float]:
        """Worked out once for all paragraphs of one formatting and list."""
        key = (self.cascade.key(block.element, block.place.slot), listed)
        if key not in self.known_indents:
            self.known_indents[key] = indents(block.element, mark, self.styles, listed)
        return self.known_indents[key]

    def _column(self, place: Place, page: Column) -> Column:
        """What drawings anchored there are measured in; little is known in a text box."""
        if place.box is not None:
            return replace(page, width=None, left=None)
        return page if place.slot is None else self.tables.column(place.slot, page)

    def _level(self, block: Block, mark: Formatting) -> int | None:
        """Level in its list; one that a style brings may be named by the list instead."""
        if not mark.num_id:
            return None
        if child(block.element, "pPr", "numPr") is None and mark.style_id:
            of_style = self.numbering.level_of_style(mark.num_id, mark.style_id)
            if of_style is not None:
                return of_style
        return mark.num_level or 0

    def _begins_page(self, blocks: Sequence[Block], at: int) -> bool:
        """After a page break or where a section begins on a new page."""
        block, before = blocks[at], blocks[at - 1] if at else None
        if block.content.begins_page or before is None:
            return block.content.begins_page
        if before.section < block.section < len(self.setups):
            return self.setups[block.section].begins_page
        return before.container == block.container and before.content.ends_page


def _label_bold(label: Label | None, mark: Formatting) -> bool:
    if label is None:
        return False
    own = child(label.letters, "b")
    return on(own) if own is not None else bool(mark.bold)
