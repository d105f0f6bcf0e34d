"""From a paragraph as it was walked past to a paragraph as it is read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from lxml import etree

from papi_docs.checker.reading.borders import cell_lines, is_framed, paragraph_lines
from papi_docs.checker.reading.cascade import Cascade, Formatting, ParagraphKey
from papi_docs.checker.reading.drawings import is_picture, lines_of
from papi_docs.checker.reading.letters import USUAL_SIZE, Letters
from papi_docs.checker.reading.numbering import Label, Numbering
from papi_docs.checker.reading.ooxml import child, on
from papi_docs.checker.reading.placing import Column
from papi_docs.checker.reading.sections import Setup
from papi_docs.checker.reading.spacing import applied, indents, spaces
from papi_docs.checker.reading.styles import Styles
from papi_docs.checker.reading.tables import Tables
from papi_docs.checker.reading.typed import typed_lines
from papi_docs.checker.reading.walking import Block, Place
from papi_docs.checker.written import Align, Line, Paragraph

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
class _Shape:
    """What the formatting of a paragraph and its list alone say of it."""

    align: Align
    left: float
    right: float
    first: float
    around: tuple[float, float]
    """Points above and below."""
    leading: float
    rule: Literal["multiple", "exact", "least"]


@dataclass(frozen=True, slots=True)
class _Story:
    """The paragraphs of a story as they were walked past."""

    blocks: Sequence[Block]
    keys: Sequence[ParagraphKey]
    marks: Sequence[Formatting]
    edges: Sequence[tuple[bool, bool]]
    """Whether each is the first and the last of its cell, box or story."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What every paragraph of a document is read with."""

    cascade: Cascade
    styles: Styles
    tables: Tables
    numbering: Numbering
    setups: Sequence[Setup]
    pages: Sequence[Column]
    """What drawings anchored on the pages of each set-up are measured in."""
    letters: Letters
    known_shapes: dict[tuple[ParagraphKey, etree._Element | None], _Shape] = field(default_factory=dict)

    def read(self, blocks: Sequence[Block], first: int = 0) -> list[Paragraph]:
        """Paragraphs of a story, counted from ``first``."""
        keys = [self.cascade.key(block.element, block.place.slot) for block in blocks]
        marks = [self.cascade.paragraph(key) for key in keys]
        starts = {block.container: at for at, block in reversed(list(enumerate(blocks)))}
        ends = {block.container: at for at, block in enumerate(blocks)}
        edges = [(starts[block.container] == at, ends[block.container] == at) for at, block in enumerate(blocks)]
        story = _Story(blocks, keys, marks, edges)
        return [self._paragraph(first + at, story, at) for at in range(len(blocks))]

    def _paragraph(self, index: int, story: _Story, at: int) -> Paragraph:
        block, mark = story.blocks[at], story.marks[at]
        runs = tuple(self.letters.runs_of(block))
        number = min(block.section, len(self.setups) - 1)
        slot = block.place.slot
        page = self.pages[number]
        cell = self.tables.cell(slot, page) if slot is not None else None
        level = self._level(block, mark)
        label = None if level is None else self.numbering.next(mark.num_id or 0, level)
        listed = None if level is None else self.numbering.definition(mark.num_id or 0, level)
        shape = self._shape(story.keys[at], block, mark, listed)
        above, below = applied(shape.around, story.blocks, story.marks, at)
        lines = (
            *self._own_lines(story.blocks, at, page, shape),
            *cell_lines(block, self.tables, page, first=story.edges[at][0], last=story.edges[at][1]),
            *typed_lines(runs),
        )
        return Paragraph(
            index,
            runs,
            shape.align,
            label=label.text if label else "",
            label_bold=_label_bold(label, mark),
            left=shape.left,
            right=shape.right,
            first=shape.first,
            before=above,
            after=below,
            leading=shape.leading,
            leading_rule=shape.rule,
            section=self.setups[number].section.index,
            cell=cell,
            boxed=block.place.box is not None,
            framed=is_framed(block, self.styles, self.tables),
            breaks_page=bool(mark.page_break_before) or self._begins_page(story.blocks, at),
            list_level=level,
            style=mark.style_name or "",
            lines=lines,
            mark_size=mark.font_size or USUAL_SIZE,
            holds_object=block.content.equation or any(map(is_picture, block.content.objects)),
            element=block.element,
        )

    def _shape(self, key: ParagraphKey, block: Block, mark: Formatting, listed: etree._Element | None) -> _Shape:
        """Worked out once for all paragraphs of one formatting and list."""
        known = self.known_shapes.get((key, listed))
        if known is None:
            known = self.known_shapes[key, listed] = self._new_shape(block.element, mark, listed)
        return known

    def _new_shape(self, paragraph: etree._Element, mark: Formatting, listed: etree._Element | None) -> _Shape:
        left, right, first = indents(paragraph, mark, self.styles, listed)
        rule = _LEADING.get(mark.line_spacing_rule or "", "multiple")
        leading = mark.line_spacing if mark.line_spacing is not None else 1.0
        return _Shape(
            _ALIGN.get(mark.alignment or "", Align.LEFT),
            left,
            right,
            first,
            spaces(paragraph, mark, self.styles),
            leading if rule == "multiple" else leading / 20,
            rule,
        )

    def _own_lines(self, blocks: Sequence[Block], at: int, page: Column, shape: _Shape) -> Iterator[Line]:
        """Lines drawn in a paragraph, and its borders."""
        block = blocks[at]
        if not block.content.objects and self.styles.property(block.element, "pBdr") is None:
            return
        column = self._column(block.place, page)
        for drawing in block.content.objects:
            yield from lines_of(drawing, column)
        yield from paragraph_lines(blocks, at, self.styles, column, (shape.left, shape.right))

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
