"""Indents and the space above and below a paragraph, where the plain cascade is not the whole answer."""

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from papi_docs.checker.reading.cascade import Formatting
from papi_docs.checker.reading.ooxml import MM_PER_DXA, child, number, value
from papi_docs.checker.reading.styles import Styles
from papi_docs.checker.reading.walking import Block

__all__ = ["applied", "indents", "spaces"]

_AUTOMATIC: Final = 14.0
"""Points that Word puts above and below a paragraph whose spacing is automatic."""
_ON: Final = frozenset({"1", "true", "on"})
_SIDES: Final = (("left", "start"), ("right", "end"), ("firstLine", "hanging"))


def indents(
    paragraph: etree._Element,
    mark: Formatting,
    styles: Styles,
    level: etree._Element | None = None,
) -> tuple[float, float, float]:
    """Left, right and first-line indent in millimetres; ``level`` is that of its list, if it is in one."""
    resolved = (mark.indent_left, mark.indent_right, mark.indent_first_line)
    stated = list(_over_numbering(paragraph, mark, styles))
    listed = child(level, "pPr", "ind")
    stated += [] if listed is None else [listed]
    size = mark.font_size or 10.0
    left, right, first = (
        round(_indent(stated, names, length or 0, size) * MM_PER_DXA, 2)
        for names, length in zip(_SIDES, resolved, strict=True)
    )
    return left, right, first


def _over_numbering(paragraph: etree._Element, mark: Formatting, styles: Styles) -> Iterator[etree._Element]:
    """Indents that go before those of the list's level, the strongest first.

    They are the paragraph's own and, where the list comes with a style, those of the styles down to that one.
    docx-plus lets the level go before every style.
    """
    direct = child(paragraph, "pPr", "ind")
    if direct is not None:
        yield direct
    if not mark.num_id:
        yield from (node for node in styles.properties(paragraph, "ind") if node is not direct)
    elif child(paragraph, "pPr", "numPr", "numId") is None:
        for style in styles.of_paragraph(styles.style_of(paragraph)):
            own = child(style, "pPr", "ind")
            if own is not None:
                yield own
            if child(style, "pPr", "numPr", "numId") is not None:
                return


def _indent(stated: Sequence[etree._Element], names: tuple[str, str], resolved: float, size: float) -> float:
    """Twentieths of a point; characters, which East Asian editions write, go before lengths."""
    for node in stated:
        for name in names:
            sign = -1 if name == "hanging" else 1
            characters = number(value(node, f"{name}Chars"))
            length = number(value(node, name))
            if characters and not length:
                return sign * characters / 100 * size * 20
            if length is not None:
                return sign * length
    return resolved


def spaces(paragraph: etree._Element, mark: Formatting, styles: Styles) -> tuple[float, float]:
    """Points above and below a paragraph, whatever its neighbours are."""
    above = _space(paragraph, "before", mark.spacing_before, styles)
    return above, _space(paragraph, "after", mark.spacing_after, styles)


def applied(
    around: tuple[float, float],
    blocks: Sequence[Block],
    marks: Sequence[Formatting],
    at: int,
) -> tuple[float, float]:
    """What of the points above and below one paragraph of a story its neighbours leave."""
    if not marks[at].contextual_spacing:
        return around
    above = 0.0 if _alike(blocks, marks, at, at - 1) else around[0]
    below = 0.0 if _alike(blocks, marks, at, at + 1) else around[1]
    return above, below


def _space(paragraph: etree._Element, side: str, length: int | None, styles: Styles) -> float:
    for spacing in styles.properties(paragraph, "spacing"):
        automatic = value(spacing, f"{side}Autospacing")
        if automatic is not None:
            return _AUTOMATIC if automatic in _ON else (length or 0) / 20
    return (length or 0) / 20


def _alike(blocks: Sequence[Block], marks: Sequence[Formatting], at: int, other: int) -> bool:
    """Neighbours in one cell, box or story, of one style: contextual spacing falls away between them."""
    return (
        0 <= other < len(blocks)
        and blocks[other].container == blocks[at].container
        and marks[other].style_id == marks[at].style_id
    )
