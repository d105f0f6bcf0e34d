"""The house's own choices inside the ranges of the decree, each length (mm) and share once.

The templates are drawn from these values and the texts are measured against them.
"""

from dataclasses import dataclass

__all__ = [
    "BODY",
    "LETTERHEAD",
    "MARGINS",
    "SIGNATURE",
    "SUBJECT_WIDTH",
    "Body",
    "Letterhead",
    "Margins",
    "Signature",
]


@dataclass(frozen=True, slots=True)
class Margins:
    """Page margins, mm (I.I.3)."""

    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15
    header: float = 10


MARGINS = Margins()


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The borderless table of two columns on page 1 (I.II.1 to I.II.4).

    It begins 5 mm left of the text (the decree's own forms: 3.5 mm) and ends with it. The
    right column holds the national name, 95.7 mm wide at 13 points; cell margins are zero.
    """

    indent: float = -5
    left: float = 73
    right: float = 97
    safety: float = 1.5
    """Kept free on a line, mm: Word may differ from our widths, and the columns must not touch."""


LETTERHEAD = Letterhead()


@dataclass(frozen=True, slots=True)
class Body:
    """Paragraphs of the content (I.II.6)."""

    first_line: float = 10
    between_pt: float = 6
    line_spacing: float = 1.0


BODY = Body()


@dataclass(frozen=True, slots=True)
class Signature:
    """Recipients beside the signature block (I.II.7, I.II.9)."""

    left: float = 80
    right: float = 85
    room_pt: float = 72
    """Height left for signature and seal, about 25 mm as in real papers."""


SIGNATURE = Signature()

SUBJECT_WIDTH = 130
"""A longer subject is broken into even lines, mm."""
