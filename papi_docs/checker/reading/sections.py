"""Page set-up of each section, and which headers and footers are in force in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from papi_docs.checker.reading.ooxml import MM_PER_DXA, R, W, child, number, on, value
from papi_docs.checker.reading.placing import Column
from papi_docs.checker.reading.sound import part_root
from papi_docs.checker.written import Section

__all__ = ["Margin", "Setup", "column_of", "set_ups", "text_column"]

Where = Literal["header", "footer"]
Page = Literal["default", "first", "even"]

_LETTER: Final = (12240.0, 15840.0)
_KINDS: Final[tuple[Where, ...]] = ("header", "footer")


@dataclass(frozen=True, slots=True)
class Margin:
    """A header or a footer."""

    where: Where
    page: Page
    root: etree._Element


@dataclass(slots=True)
class Setup:
    """A section with the headers and footers that its pages show."""

    section: Section
    margins: list[Margin] = field(default_factory=list)
    begins_page: bool = True
    """Its first paragraph stands at the top of a page."""
    form: str = "decimal"
    """How its pages are numbered."""


def set_ups(document: Document) -> list[Setup]:
    """The sections of a document in their order; one of A4 where it has none."""
    properties = list(_sections(document.element.body))
    settings = part_root(document, RELATIONSHIP_TYPE.SETTINGS)
    evens = settings is not None and on(child(settings, "evenAndOddHeaders"))
    inherited: dict[tuple[Where, Page], etree._Element] = {}
    found = []
    for index, node in enumerate(properties):
        inherited = inherited | _own_margins(document, node)
        section = _section(index, node, settings)
        numbering = child(node, "pgNumType")
        begins = value(child(node, "type")) not in {"continuous", "nextColumn"}
        setup = Setup(section, begins_page=begins, form=value(numbering, "fmt") or "decimal")
        setup.margins = list(_in_force(inherited, first=section.first_page_differs, evens=evens))
        found.append(setup)
    return found


def _sections(body: etree._Element) -> Iterator[etree._Element]:
    for paragraph in body.iter(f"{W}p"):
        node = child(paragraph, "pPr", "sectPr")
        if node is not None:
            yield node
    last = child(body, "sectPr")
    yield last if last is not None else etree.Element(f"{W}sectPr")


def _own_margins(document: Document, node: etree._Element) -> dict[tuple[Where, Page], etree._Element]:
    found: dict[tuple[Where, Page], etree._Element] = {}
    for where in _KINDS:
        for reference in node.findall(f"{W}{where}Reference"):
            part = document.part.related_parts.get(reference.get(f"{R}id", ""))
            root = getattr(part, "element", None)
            stated = value(reference, "type")
            page: Page = "first" if stated == "first" else "even" if stated == "even" else "default"
            if root is not None:
                found[where, page] = root
    return found


def _in_force(
    margins: dict[tuple[Where, Page], etree._Element],
    *,
    first: bool,
    evens: bool,
) -> Iterator[Margin]:
    for (where, page), root in margins.items():
        if page == "default" or (page == "first" and first) or (page == "even" and evens):
            yield Margin(where, page, root)


def _section(index: int, node: etree._Element, settings: etree._Element | None) -> Section:
    size, margins, columns = (child(node, name) for name in ("pgSz", "pgMar", "cols"))
    width, height = (_or(number(value(size, name)), usual) for name, usual in zip("wh", _LETTER, strict=True))
    start = value(child(node, "pgNumType"), "start")

    def margin(name: str, usual: float) -> float:
        return _mm(abs(_or(number(value(margins, name)), usual)))

    gutter = margin("gutter", 0)
    above, behind = on(child(settings, "gutterAtTop")), on(child(node, "rtlGutter"))
    return Section(
        index,
        _mm(width),
        _mm(height),
        round(margin("top", 1440) + (gutter if above else 0), 2),
        margin("bottom", 1440),
        margin("left", 1800),
        round(margin("right", 1800) + (gutter if behind and not above else 0), 2),
        0 if above or behind else gutter,
        margin("header", 720),
        margin("footer", 720),
        landscape=width > height,
        first_page_differs=on(child(node, "titlePg")),
        number_from=int(start) if start and start.isdecimal() else None,
        mirrored=on(child(settings, "mirrorMargins")),
        columns=max(1, int(number(value(columns, "num")) or 1)),
        element=node,
    )


def _or(length: float | None, usual: float) -> float:
    return usual if length is None else length


def _mm(length: float) -> float:
    return round(length * MM_PER_DXA, 2)


def text_column(section: Section) -> float:
    """Width in millimetres of a column of text."""
    return (section.width - section.left - section.right - section.gutter) / section.columns


def column_of(section: Section) -> Column:
    """What drawings anchored on a page are measured in."""
    text = section.width - section.left - section.right - section.gutter
    return Column(text_column(section), 0.0, section.left + section.gutter, section.width, text)
