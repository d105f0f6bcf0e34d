"""The runs of a paragraph: text as the reader sees it, with the formatting each letter is drawn in."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from lxml import etree

from papi_docs.checker.reading.cascade import Cascade, Formatting, RunKey
from papi_docs.checker.reading.content import Atom
from papi_docs.checker.reading.faces import faces
from papi_docs.checker.reading.ooxml import child, number, on, value
from papi_docs.checker.reading.styles import Slots, Styles
from papi_docs.checker.reading.symbols import readable
from papi_docs.checker.reading.walking import Block
from papi_docs.checker.written import Run

__all__ = ["USUAL_SIZE", "Letters"]

USUAL_SIZE: Final = 10.0
"""Points, where nobody says one."""
_DXA_PER_POINT: Final = 20
_WIDEST: Final = 600
"""Per cent; no program stretches letters more."""
_SEEN_AS: Final[dict[int, str | None]] = {0xA0: " ", 0x2011: "-", 0xAD: None} | dict.fromkeys(
    (0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF),
)
"""A no-break space is seen as a space, a no-break hyphen as a hyphen; the others are not seen at all."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What the letters of a run look like, whatever they are."""

    formatting: Formatting
    slots: Slots
    hint: str
    complex_script: bool
    color: str
    spread: float
    stretch: float


class Letters:
    """Reads the runs of the paragraphs of a document; each look of letters is worked out once."""

    def __init__(self, cascade: Cascade, styles: Styles) -> None:
        self._cascade = cascade
        self._styles = styles
        self._looks: dict[RunKey, _Look] = {}

    def runs_of(self, block: Block) -> Iterator[Run]:
        """The runs that are not hidden, in their order."""
        looks = [(atom, self._look(atom.run, block)) for atom in block.content.atoms]
        shown = [(atom, look) for atom, look in looks if not look.formatting.vanish]
        texts = [_seen(atom.text, caps=bool(look.formatting.caps)) for atom, look in shown]
        start = 0
        for (atom, look), text in zip(shown, _composed(texts), strict=True):
            run = _run(atom, look, text, start)
            yield run
            start = run.end

    def _look(self, run: etree._Element, block: Block) -> _Look:
        key = self._cascade.run_key(run, block.element, block.place.slot)
        known = self._looks.get(key)
        if known is None:
            known = self._looks[key] = self._new_look(key, run, block)
        return known

    def _new_look(self, key: RunKey, run: etree._Element, block: Block) -> _Look:
        slot = block.place.slot
        direct = child(run, "rPr")
        formatting = self._cascade.run(key)
        style = self._styles.style_of(block.element)
        return _Look(
            formatting,
            self._styles.slots(direct, style, slot.table if slot is not None else None),
            value(child(direct, "rFonts"), "hint") or "",
            on(child(direct, "cs")) or on(child(direct, "rtl")),
            _color(formatting.color_rgb),
            _spread(self._styles.letter_property(direct, style, "spacing")),
            _stretch(self._styles.letter_property(direct, style, "w")),
        )


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


def _run(atom: Atom, look: _Look, text: str, start: int) -> Run:
    formatting, slots = look.formatting, look.slots
    used = faces(text, slots, look.hint, complex_script=look.complex_script)
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
        color=look.color,
        highlight=formatting.highlight not in {None, "none"},
        spread=look.spread,
        stretch=look.stretch,
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
