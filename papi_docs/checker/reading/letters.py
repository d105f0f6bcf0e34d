"""The runs of a paragraph: text as the reader sees it, with the formatting each letter is drawn in."""

import unicodedata
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Final

from lxml import etree

from papi_docs.checker.reading.cascade import Cascade, Formatting
from papi_docs.checker.reading.content import Atom
from papi_docs.checker.reading.faces import faces
from papi_docs.checker.reading.ooxml import child, number, on, value
from papi_docs.checker.reading.styles import Styles
from papi_docs.checker.reading.symbols import readable
from papi_docs.checker.reading.walking import Block
from papi_docs.checker.written import Run

__all__ = ["USUAL_SIZE", "runs_of"]

USUAL_SIZE: Final = 10.0
"""Points, where nobody says one."""
_DXA_PER_POINT: Final = 20
_WIDEST: Final = 600
"""Per cent; no program stretches letters more."""
_SEEN_AS: Final[dict[int, str | None]] = {0xA0: " ", 0x2011: "-", 0xAD: None} | dict.fromkeys(
    (0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF),
)
"""A no-break space is seen as a space, a no-break hyphen as a hyphen; the others are not seen at all."""


def runs_of(block: Block, cascade: Cascade, styles: Styles) -> Iterator[Run]:
    """The runs that are not hidden, in their order."""
    resolved = [(atom, cascade.run(atom.run, block.element, block.place.slot)) for atom in block.content.atoms]
    shown = [(atom, formatting) for atom, formatting in resolved if not formatting.vanish]
    texts = [_seen(atom.text, caps=bool(formatting.caps)) for atom, formatting in shown]
    start = 0
    for (atom, formatting), text in zip(shown, _composed(texts), strict=True):
        run = _run(atom, formatting, text, start, block, styles)
        yield run
        start = run.end


def _seen(text: str, *, caps: bool) -> str:
    shown = unicodedata.normalize("NFC", text).translate(_SEEN_AS)
    return shown.upper() if caps else shown


def _composed(texts: list[str]) -> list[str]:
    """Each text composed, marks that begin a run joined to the letter in the run before."""
    if not any(text and unicodedata.combining(text[0]) for text in texts[1:]):
        return texts
    whole = unicodedata.normalize("NFC", "".join(texts))
    ends = [len(unicodedata.normalize("NFC", text)) for text in accumulate(texts)]
    return [whole[start:end] for start, end in pairwise([0, *ends])]


def _run(atom: Atom, formatting: Formatting, text: str, start: int, block: Block, styles: Styles) -> Run:  # noqa: PLR0913, PLR0917  # what a run is made of
    slot = block.place.slot
    direct = child(atom.run, "rPr")
    slots = styles.slots(
        direct,
        styles.style_of(block.element),
        slot.table if slot is not None else None,
    )
    complex_script = on(child(direct, "cs")) or on(child(direct, "rtl"))
    hint = value(child(direct, "rFonts"), "hint") or ""
    used = faces(text, slots, hint, complex_script=complex_script)
    return Run(
        readable(text, used[0] if used else ""),
        atom.text,
        start,
        used or slots[:1] if slots[0] else used,
        formatting.font_size or USUAL_SIZE,
        bold=bool(formatting.bold),
        italic=bool(formatting.italic),
        underline=formatting.underline not in {None, "none"},
        strike=bool(formatting.strike or formatting.double_strike),
        small_caps=bool(formatting.small_caps),
        raised=formatting.vert_align in {"superscript", "subscript"},
        color=_color(formatting.color_rgb),
        highlight=formatting.highlight not in {None, "none"},
        spread=_spread(styles.letter_property(direct, styles.style_of(block.element), "spacing")),
        stretch=_stretch(styles.letter_property(direct, styles.style_of(block.element), "w")),
        element=atom.run,
    )


def _spread(spacing: etree._Element | None) -> float:
    """Points that a line is let out or taken in by behind each letter, so that words fill it or fit it."""
    return (number(value(spacing)) or 0) / _DXA_PER_POINT


def _stretch(scale: etree._Element | None) -> float:
    stated = (value(scale) or "").strip().removesuffix("%")
    return int(stated) / 100 if stated.isdecimal() and 1 <= int(stated) <= _WIDEST else 1.0


def _color(color: str | None) -> str:
    return color if color and color not in {"auto", "000000"} else ""
