"""A written document as its reader sees it: every property resolved, every change accepted.

Lengths on the page are millimetres, sizes and spacing points. Texts are NFC; what was typed stays in
:attr:`Run.typed`. ``element`` is the XML that something stands in, for those who annotate or mend a copy;
it takes no part in comparing, and stays behind when what it belongs to is pickled.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Literal

from lxml import etree

__all__ = [
    "Align",
    "Cell",
    "Line",
    "LineKind",
    "PageNumber",
    "Paragraph",
    "Run",
    "Section",
    "Written",
]


class Align(StrEnum):
    """How the lines of a paragraph stand between their edges."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"
    JUSTIFIED = "justify"


class _Bare:
    """What is pickled without its ``element``, which cannot leave its process."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        kept = {one.name: getattr(self, one.name) for one in fields(self) if one.init and one.name != "element"}  # type: ignore[arg-type]  # every class of this kind is a dataclass
        return _again, (type(self), kept)


def _again(kind: Callable[..., object], kept: dict[str, object]) -> object:
    return kind(**kept)


class LineKind(StrEnum):
    """What a rule on the page is made of."""

    DRAWN = "drawn"
    """A line or a thin shape of DrawingML or VML."""
    BORDER = "border"
    """The border of a paragraph, or of a table cell."""
    UNDERSCORES = "underscores"
    """A row of underscores, which prints as a solid line."""
    DASHES = "dashes"
    """A row of hyphens, dashes, dots or asterisks: not solid."""
    UNDERLINE = "underline"
    """Underlined words."""


@dataclass(frozen=True, slots=True)
class Line(_Bare):
    """A rule (đường kẻ)."""

    kind: LineKind
    width: float | None
    """Millimetres; ``None`` where only the layout engine knows."""
    left: float | None = None
    """Of its left end from the left edge of the column or cell it is anchored in, in millimetres; ``None``
    where it is centred on its text or unknown."""
    below: float | None = None
    """Millimetres under the top of the paragraph that it is anchored in; ``None`` where unknown."""
    solid: bool = True
    """Neither dashed nor dotted nor double."""
    element: etree._Element | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Run(_Bare):
    """A stretch of text with one formatting."""

    text: str
    r"""As the reader sees it, NFC, capitals where ``caps`` makes them. ``\t`` a tab, ``\n`` a line break.

    A no-break space or hyphen reads as a plain one; soft hyphens and letters without width are left out.
    """
    typed: str
    """As it was typed: not normalised, case as stored."""
    start: int
    """Where ``text`` begins in :attr:`Paragraph.text`."""
    fonts: tuple[str, ...]
    """Faces its visible letters are drawn in, the commonest first; empty where nobody says one."""
    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    small_caps: bool = False
    raised: bool = False
    """Superscript or subscript."""
    color: str = ""
    """``RRGGBB``; empty for automatic and black."""
    highlight: bool = False
    element: etree._Element | None = field(default=None, compare=False, repr=False)

    @property
    def end(self) -> int:
        """Where ``text`` ends in :attr:`Paragraph.text`."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table a paragraph stands. Tables are counted through the document from 0, outer before inner."""

    table: int
    row: int
    column: int
    """Of the grid, from 0."""
    rows: int
    columns: int
    width: float | None
    """Inner width in millimetres, between the cell's margins."""
    left: float | None
    """Of the cell's inner left edge from the left margin of the page, in millimetres."""
    bordered: bool = False
    """The table shows its grid: a table of data rather than one of layout."""


@dataclass(frozen=True, slots=True)
class Paragraph(_Bare):
    """One paragraph. ``index`` counts every paragraph of the body in reading order, those of tables and boxes too."""

    index: int
    runs: tuple[Run, ...]
    align: Align
    label: str = ""
    """Its automatic number as printed: ``"I."``, ``"a)"``, ``"-"``."""
    label_bold: bool = False
    left: float = 0
    """Left indent in millimetres."""
    right: float = 0
    first: float = 0
    """Of the first line, beyond ``left``; negative for a hanging one. Millimetres."""
    before: float = 0
    """Points above, as applied: contextual spacing taken into account."""
    after: float = 0
    leading: float = 1
    """Line spacing: a multiple of single where ``leading_rule`` is ``"multiple"``, else points."""
    leading_rule: Literal["multiple", "exact", "least"] = "multiple"
    section: int = 0
    cell: Cell | None = None
    boxed: bool = False
    """Inside a text box."""
    framed: bool = False
    """A border on all four sides, of the paragraph, its cell or its box."""
    breaks_page: bool = False
    """Begins a new page."""
    list_level: int | None = None
    style: str = ""
    lines: tuple[Line, ...] = ()
    """Rules anchored in it, its own borders, its underscores."""
    mark_size: float = 0
    """Points of the paragraph mark, which gives an empty paragraph its height."""
    holds_object: bool = False
    """A picture, a chart, an equation or another object stands in it."""
    element: etree._Element | None = field(default=None, compare=False, repr=False)
    text: str = field(init=False, compare=False, repr=False)
    """Its visible text without the automatic number; put together once, as every rule asks for it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", "".join(run.text for run in self.runs))

    @property
    def shown(self) -> str:
        """Its visible text with the automatic number."""
        return f"{self.label} {self.text}" if self.label else self.text

    @property
    def empty(self) -> bool:
        """Nothing to see in it, not even a rule."""
        return not self.shown.strip() and not self.lines and not self.holds_object


@dataclass(frozen=True, slots=True)
class PageNumber(_Bare):
    """A page number field in a header, a footer or, wrongly, the body."""

    where: Literal["header", "footer", "body"]
    page: Literal["default", "first", "even"]
    """Pages that show it."""
    align: Align
    run: Run
    """Formatting of the field's result."""
    centred: bool
    """Stands in the middle of the page, by alignment, a tab or a frame."""
    arabic: bool = True
    around: str = ""
    """Text beside it in its paragraph: ``"Trang  / 5"``, ``"- -"``."""
    element: etree._Element | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Section(_Bare):
    """Pages of one set-up. Lengths in millimetres."""

    index: int
    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    gutter: float = 0
    """For binding, beyond ``left``; one at the top or the right is in ``top`` or ``right`` already."""
    header: float = 12.5
    footer: float = 12.5
    landscape: bool = False
    first_page_differs: bool = False
    page_numbers: tuple[PageNumber, ...] = ()
    """As in force: those inherited from the section before too."""
    number_from: int | None = None
    """Where the numbering starts anew."""
    columns: int = 1
    mirrored: bool = False
    """``left`` is the inner margin of facing pages: even pages have it on their right."""
    element: etree._Element | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Written:
    """A whole document."""

    path: Path
    paragraphs: tuple[Paragraph, ...]
    """Of the body in reading order; those of text boxes stand after the paragraph that the box is anchored in."""
    sections: tuple[Section, ...]
    margins: tuple[Paragraph, ...] = ()
    """Of headers, footers, footnotes and endnotes; indices go on from those of the body."""
    tracked: bool = False
    """It held tracked changes, read as accepted."""
    application: str = ""
    """What wrote it, as it says itself."""
