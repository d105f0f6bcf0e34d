"""The paragraphs of a story in the order they are read, each with the table, the box and the section it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from papi_docs.checker.reading.content import Content, Fields, content_of
from papi_docs.checker.reading.ooxml import W, child, children, chosen, local, on

__all__ = ["Block", "Place", "Slot", "Walk", "goes_on_above", "slots"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell of a table."""

    table: etree._Element
    cell: etree._Element
    number: int
    row: int
    column: int
    span: int
    rows: int
    columns: int
    place: "Place"
    """Where the table stands."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands."""

    slot: Slot | None = None
    box: etree._Element | None = None
    """The innermost text box's ``w:txbxContent``."""


@dataclass(slots=True)
class Block:
    """A paragraph as read: the ``w:p`` whose mark ends it, what it holds, those joined to it."""

    element: etree._Element
    content: Content
    place: Place
    section: int
    container: int
    """Number of the cell, box or story it stands in: neighbours have the same."""
    joined: list[etree._Element] = field(default_factory=list)


class Walk:
    """Goes through stories, counting tables and sections as it goes."""

    def __init__(self, numbers: dict[str, str] | None = None) -> None:
        self._numbers = numbers or {}
        self._tables = 0
        self._containers = 0
        self.section = 0

    def story(self, root: etree._Element) -> Iterator[Block]:
        """The paragraphs of a body, a header, a footer or a note."""
        yield from self._blocks(root, Place(), Fields())

    def _blocks(self, container: etree._Element, place: Place, fields: Fields) -> Iterator[Block]:
        self._containers += 1
        number = self._containers
        waiting: Block | None = None
        for node in children(container):
            name = local(node)
            if name == "p":
                block = self._block(node, place, fields, number, waiting)
                waiting = block if _mark_is_gone(node) else None
                if waiting is None:
                    yield from self._with_boxes(block)
            elif name == "tbl":
                if waiting is not None:
                    yield from self._with_boxes(waiting)
                    waiting = None
                yield from self._table(node, place, fields)
        if waiting is not None and not _is_left_over(waiting):
            yield from self._with_boxes(waiting)

    def _block(
        self,
        node: etree._Element,
        place: Place,
        fields: Fields,
        container: int,
        before: Block | None,
    ) -> Block:
        content = content_of(node, fields, self._numbers)
        block = Block(node, content, place, self.section, container)
        if before is not None:
            before.content.extend(content)
            block.content = before.content
            block.joined = [*before.joined, before.element]
        if child(node, "pPr", "sectPr") is not None:
            self.section += 1
        return block

    def _with_boxes(self, block: Block) -> Iterator[Block]:
        yield block
        for drawing in block.content.objects:
            for box in _boxes(drawing):
                yield from self._blocks(box, Place(block.place.slot, box), Fields())

    def _table(self, table: etree._Element, place: Place, fields: Fields) -> Iterator[Block]:
        number = self._tables
        self._tables += 1
        for slot in slots(table, number, place):
            yield from self._blocks(slot.cell, Place(slot, place.box), fields)


def slots(
    table: etree._Element,
    number: int = 0,
    place: Place | None = None,
    *,
    merged: bool = False,
) -> Iterator[Slot]:
    """The cells of a table row by row; without the lower parts of merged ones unless ``merged``."""
    lines = [node for node in children(table) if local(node) == "tr" and not _row_is_gone(node)]
    cells = [_cells(line) for line in lines]
    columns = max((column + span for line in cells for _, column, span in line), default=0)
    for row, line in enumerate(cells):
        for cell, column, span in line:
            if merged or not goes_on_above(cell):
                yield Slot(table, cell, number, row, column, span, len(lines), columns, place or Place())


def _mark_is_gone(paragraph: etree._Element) -> bool:
    """The paragraph mark was deleted or moved away, or is hidden text: the next paragraph goes on in its line."""
    mark = child(paragraph, "pPr", "rPr")
    if mark is None or child(paragraph, "pPr", "sectPr") is not None:
        return False
    return any(child(mark, name) is not None for name in ("del", "moveFrom")) or on(child(mark, "vanish"))


def _is_left_over(block: Block) -> bool:
    """Nothing is left of it, and nothing follows that it could be joined to."""
    mark = child(block.element, "pPr", "rPr")
    deleted = any(child(mark, name) is not None for name in ("del", "moveFrom"))
    return deleted and not block.content.atoms and not block.content.objects


def _row_is_gone(line: etree._Element) -> bool:
    return child(line, "trPr", "del") is not None


def _cells(line: etree._Element) -> list[tuple[etree._Element, int, int]]:
    """Cells of a row, each with its first column of the grid and how many it takes."""
    column = _count(child(line, "trPr", "gridBefore"), 0)
    found = []
    for cell in children(line):
        own = child(cell, "tcPr")
        if local(cell) == "tc" and child(own, "cellDel") is None:
            span = max(1, _count(child(own, "gridSpan"), 1))
            found.append((cell, column, span))
            column += span
    return found


def _count(element: etree._Element | None, default: int) -> int:
    text = "" if element is None else element.get(f"{W}val", "")
    return min(int(text), 10_000) if text.isdecimal() else default


def goes_on_above(cell: etree._Element) -> bool:
    """The cell is the lower part of one merged over several rows: Word shows nothing of its own."""
    merge = child(cell, "tcPr", "vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _boxes(node: etree._Element) -> Iterator[etree._Element]:
    """Text boxes in a drawing, each once, those in a group too."""
    for part in node:
        if local(part) == "AlternateContent":
            branch = chosen(part)
            if branch is not None:
                yield from _boxes(branch)
        elif part.tag == f"{W}txbxContent":
            yield part
        else:
            yield from _boxes(part)
