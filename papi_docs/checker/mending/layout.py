"""Paragraphs laid out as the decree wants: alignment, first line, spacing, leading (I.II.6)."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Final

from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.parfmt import CT_PPr
from docx.shared import Length, Mm, Pt, Twips

from papi_docs.checker.mending.errors import CannotMend
from papi_docs.checker.mending.place import Mender, Place
from papi_docs.checker.written import Paragraph
from papi_docs.decree30 import ELEMENTS

__all__ = ["LAYOUT_MENDERS"]

_Lay = Callable[[CT_PPr, Paragraph], None]

_INDENTS: Final = (Mm(10), Mm(12.7))
"""The two that the decree allows."""
_BETWEEN: Final = 6.0
"""Points between paragraphs, at least."""
_SINGLE: Final = 240
"""Single spacing as Word stores it."""


def _at_spots(lay: _Lay) -> Mender:
    """Each paragraph that the observation names; those that cannot be mended stay."""

    def mend(place: Place) -> None:
        for paragraph in _named(place):
            with suppress(CannotMend):
                twin = place.twin(paragraph)
                assert isinstance(twin, CT_P)  # noqa: S101 - what a w:p is parsed as
                lay(twin.get_or_add_pPr(), paragraph)

    return mend


def _named(place: Place) -> Iterator[Paragraph]:
    """Of a part of several lines all of them, where no other words share the paragraph."""
    found = {span.paragraph.index: span.paragraph for span in place.spans}
    found |= {span.paragraph.index: span.paragraph for part in place.parts() for span in part.spans}
    yield from found.values()


def _justify(layout: CT_PPr, _: Paragraph) -> None:
    layout.jc_val = ALIGN.JUSTIFY


def _centre(layout: CT_PPr, paragraph: Paragraph) -> None:
    """In the middle of its column, no indent and no typed spaces to push it from there."""
    if paragraph.text != paragraph.text.strip():
        raise CannotMend("chữ được đẩy bằng dấu cách hoặc tab")
    layout.jc_val = ALIGN.CENTER
    _indent(layout, Mm(0), Mm(0))
    layout.get_or_add_ind().right = Mm(0)


def _first_line(layout: CT_PPr, paragraph: Paragraph) -> None:
    """The nearer of the two indents, the other lines at the margin."""
    if paragraph.text[:1].isspace() or paragraph.label:
        raise CannotMend("chữ được đẩy bằng dấu cách, tab hoặc đánh số tự động")
    now = paragraph.left + paragraph.first
    _indent(layout, Mm(0), min(_INDENTS, key=lambda length: abs(length.mm - now)))


def _indent(layout: CT_PPr, left: Length, first: Length) -> None:
    """By lengths alone: indents counted in letters would outrank them."""
    indent = layout.get_or_add_ind()
    for name in ("start", "hanging", "firstLineChars", "leftChars", "startChars", "hangingChars"):
        indent.attrib.pop(qn(f"w:{name}"), "")
    for name in ("firstLineChars", "leftChars"):
        indent.set(qn(f"w:{name}"), "0")
    indent.left, indent.firstLine = left, first


def _space(place: Place) -> None:
    """Room above each paragraph, so much as the one before it lacks."""
    above = {paragraph.index: paragraph.after for paragraph in place.anatomy.written.paragraphs}

    def lay(layout: CT_PPr, paragraph: Paragraph) -> None:
        for contextual in layout.findall(qn("w:contextualSpacing")):
            contextual.set(qn("w:val"), "0")
        layout.spacing_before = Pt(max(_BETWEEN - above.get(paragraph.index - 1, 0), paragraph.before))
        for spacing in layout.findall(qn("w:spacing")):
            spacing.attrib.pop(qn("w:beforeLines"), "")
            spacing.set(qn("w:beforeAutospacing"), "0")

    _at_spots(lay)(place)


def _lead(layout: CT_PPr, paragraph: Paragraph) -> None:
    """Single where the lines stand too close, one and a half where too far; a multiple in any case."""
    size = max((run.size for run in paragraph.runs), default=14)
    times = paragraph.leading if paragraph.leading_rule == "multiple" else paragraph.leading / (size * 1.15)
    layout.spacing_line = Twips(_SINGLE if times < 1 else _SINGLE * 3 // 2)
    layout.spacing_lineRule = WD_LINE_SPACING.MULTIPLE


def _layout_menders() -> Iterator[tuple[str, Mender]]:
    yield "body-not-justified", _at_spots(_justify)
    yield "body-indent", _at_spots(_first_line)
    yield "body-spacing", _space
    yield "body-leading", _at_spots(_lead)
    for role in ELEMENTS:
        yield f"{role.replace('_', '-')}-not-centred", _at_spots(_centre)


LAYOUT_MENDERS: dict[str, Mender] = dict(_layout_menders())
"""Menders of layout, by the codes of their rules."""
