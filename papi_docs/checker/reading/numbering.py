"""Automatic numbers as they are printed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from papi_docs.checker.reading.ooxml import W, child, on, value
from papi_docs.checker.reading.sound import part_root
from papi_docs.checker.reading.symbols import readable

__all__ = ["Label", "Numbering"]

_LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")
_ROMAN: Final = tuple(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "m cm d cd c xc l xl x ix v iv i".split(), strict=True),
)


@dataclass(frozen=True, slots=True)
class Label:
    """A number as printed, and the formatting of its level."""

    text: str
    letters: etree._Element | None
    """The level's ``w:rPr``, which formats the number alone."""


class Numbering:
    """Counts the numbered paragraphs of a document in their order."""

    def __init__(self, document: Document) -> None:
        self._abstract: dict[str, etree._Element] = {}
        self._numbers: dict[str, etree._Element] = {}
        self._linked: dict[str, str] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        root = part_root(document, RELATIONSHIP_TYPE.NUMBERING)
        if root is not None:
            self._abstract = {value(node, "abstractNumId") or "": node for node in root.findall(f"{W}abstractNum")}
            self._numbers = {value(node, "numId") or "": node for node in root.findall(f"{W}num")}
        for identifier, node in self._abstract.items():
            style = value(child(node, "styleLink"))
            if style:
                self._linked[style] = identifier

    def level_of_style(self, number: int, style: str) -> int | None:
        """The level of a list that a paragraph style stands for, if one does."""
        abstract = self._abstract.get(self._abstract_id(str(number)))
        for level in abstract.findall(f"{W}lvl") if abstract is not None else ():
            if value(child(level, "pStyle")) == style:
                return _whole(value(level, "ilvl"), 0)
        return None

    def definition(self, number: int, level: int) -> etree._Element | None:
        """The ``w:lvl`` that a level of a list is defined by."""
        return self._level(str(number), level)

    def next(self, number: int, level: int) -> Label | None:
        """The label of the next paragraph of a list; ``None`` where the list is not defined."""
        abstract = self._abstract_id(str(number))
        definition = self._level(str(number), level)
        if definition is None:
            return None
        counters = self._counters.setdefault(abstract, [None] * _LEVELS)
        self._restart(str(number), level, counters)
        self._count(str(number), level, counters)
        return Label(self._text(str(number), definition, counters), child(definition, "rPr"))

    def _abstract_id(self, number: str) -> str:
        identifier = value(child(self._numbers.get(number), "abstractNumId")) or ""
        style = value(child(self._abstract.get(identifier), "numStyleLink"))
        return self._linked.get(style, identifier) if style else identifier

    def _override(self, number: str, level: int) -> etree._Element | None:
        node = self._numbers.get(number)
        for override in node.findall(f"{W}lvlOverride") if node is not None else ():
            if value(override, "ilvl") == str(level):
                return override
        return None

    def _level(self, number: str, level: int) -> etree._Element | None:
        own = child(self._override(number, level), "lvl")
        if own is not None:
            return own
        abstract = self._abstract.get(self._abstract_id(number))
        for definition in abstract.findall(f"{W}lvl") if abstract is not None else ():
            if value(definition, "ilvl") == str(level):
                return definition
        return None

    def _start(self, number: str, level: int) -> int:
        override = value(child(self._override(number, level), "startOverride"))
        if override is not None:
            return _whole(override, 1)
        definition = self._level(number, level)
        return _whole(value(child(definition, "start")), 0 if definition is None else 1)

    def _restart(self, number: str, level: int, counters: list[int | None]) -> None:
        """A ``w:num`` that says where it starts starts there when it is first met."""
        if (number, level) in self._started:
            return
        self._started.add((number, level))
        if child(self._override(number, level), "startOverride") is not None:
            counters[level] = None

    def _count(self, number: str, level: int, counters: list[int | None]) -> None:
        for above in range(level):
            if counters[above] is None:
                counters[above] = self._start(number, above)
        own = counters[level]
        counters[level] = self._start(number, level) if own is None else own + 1
        for below in range(level + 1, _LEVELS):
            if self._restarts_after(number, below, level):
                counters[below] = None

    def _restarts_after(self, number: str, below: int, level: int) -> bool:
        """A level starts anew after each level above it, or after those that ``w:lvlRestart`` names."""
        stated = value(child(self._level(number, below), "lvlRestart"))
        return stated is None or level < _whole(stated, below)

    def _text(self, number: str, definition: etree._Element, counters: list[int | None]) -> str:
        pattern = value(child(definition, "lvlText")) or ""
        if value(child(definition, "numFmt")) == "bullet":
            return readable(pattern, value(child(definition, "rPr", "rFonts"), "ascii") or "")
        legal = on(child(definition, "isLgl"))

        def shown(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            form = value(child(self._level(number, at), "numFmt")) or "decimal"
            return _printed(counters[at] or 0, "decimal" if legal else form)

        return _PLACE.sub(shown, pattern)


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.lstrip("-").isdecimal() else default


def _roman(count: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        times, count = divmod(count, worth)
        text += letters * times
    return text


def _letter(count: int) -> str:
    """From a to z, then aa, bb, … as Word goes on."""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else ""


_FORMS: Final[dict[str, Callable[[int], str]]] = {
    "none": lambda _: "",
    "upperRoman": lambda count: _roman(count).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda count: _letter(count).upper(),
    "lowerLetter": _letter,
    "decimalZero": lambda count: f"{count:02}",
    "numberInDash": lambda count: f"- {count} -",
    "bullet": lambda _: "",
}


def _printed(count: int, form: str) -> str:
    return _FORMS.get(form, str)(min(count, 100_000))
