"""Cells with their places, and reading them as what they should be; every fault is gathered."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from functools import lru_cache, partial
from itertools import repeat
from operator import not_
from types import MappingProxyType
from typing import NamedTuple, Self, TypeVar, cast

from openpyxl.utils.datetime import from_excel
from pydantic import ValidationError

from papi_docs.excel.opening import Value
from papi_docs.findings import Finding, Place, Severity
from papi_docs.vietnamese import clean, fold_accents, fold_tone, parse_date, parse_number, short_date, squeeze
from papi_docs.vietnamese.text import excerpt

__all__ = ["Cell", "Faults", "Field", "did_you_mean", "excerpt"]

_Read = TypeVar("_Read")

_FIRST_SERIAL, _LAST_SERIAL = 32874, 55153
"""Serial numbers of days of 1990 to 2050."""

_NEAR = 0.7
"""How much of two texts has to be the same where one may be a slip of the pen for the other."""

_LONGEST_NAME = 200
"""Longer text is no name that was misspelt."""


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """What the cells of a column share: what it is called, and where it stands."""

    label: str
    column: Place
    """Its letter stands for the cell."""
    is_noted: bool = False
    """It is not there, and that is a fault already."""


_PLAIN = frozenset({str, int, float})
"""Kinds of values that are text or a number; neither dates nor TRUE and FALSE are."""


class _Parts(NamedTuple):
    value: Value
    field: Field
    row: int
    problem: str
    text: str
    """As a person reads it: NFC, single spaces, lines kept; whole numbers without ``.0``."""
    is_plain: bool
    """Text or a number, and nothing is wrong with it."""
    is_empty: bool
    """Nothing that can be seen, and no formula that might have given something."""


class Cell(_Parts):
    """A value, its column, and its row as Excel counts; row 0 is the sheet itself, where there is no cell.

    A province has a million: those of a column are made together, and say where they stand only when asked.
    """

    __slots__ = ()

    def __new__(cls, value: Value, field: Field, row: int, problem: str = "") -> Self:
        """A single one."""
        text = text_of(value)
        is_plain, is_empty = not problem and type(value) in _PLAIN, not (problem or text)
        return super().__new__(cls, value, field, row, problem, text, is_plain, is_empty)

    @classmethod
    def column(cls, field: Field, values: Sequence[Value], rows: Iterable[int]) -> Iterator[Self]:
        """A cell for each value, with its row; each different value is looked at once, which pays as most come again.

        Not one step for a cell is Python's: that is what a million of them would wait for.
        """
        kinds = set(map(type, values))
        texts = _texts_of(values, kinds)
        are_plain = map(_PLAIN.__contains__, map(type, values)) if kinds - _PLAIN else repeat(True)
        parts = zip(values, repeat(field), rows, repeat(""), texts, are_plain, map(not_, texts), strict=False)
        return map(partial(tuple.__new__, cls), parts)

    @property
    def label(self) -> str:
        """What its column is called."""
        return self.field.label

    @property
    def place(self) -> Place:
        """Where it stands."""
        column = self.field.column
        return column.in_row(self.row) if self.row else Place(column.file, column.sheet)


def text_of(value: Value) -> str:
    """A value as a person reads it; empty only for text without anything that can be seen."""
    if isinstance(value, str):
        return _legible(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value).replace(".", ",")
    return str(value)


def _texts_of(values: Sequence[Value], kinds: Collection[type]) -> Sequence[str]:
    if bool in kinds:  # True equals 1, so what is said of the one does not hold for the other
        return [text_of(value) for value in values]
    different = set(values)
    if kinds == {str} and _are_legible("|".join(cast("set[str]", different))):
        return cast("Sequence[str]", values)
    texts = {value: text_of(value) for value in different}
    return list(map(texts.__getitem__, values))


def _are_legible(joined: str) -> bool:
    """Whether texts with a bar between them stand as they are read, seen at one go; nearly all do."""
    between = f"|{joined}|"
    return joined.isprintable() and clean(joined) == joined and not any(gap in between for gap in ("  ", " |", "| "))


def _legible(text: str) -> str:
    if text.isprintable():  # one line: no line end is printable
        return squeeze(text)
    return "\n".join(line for line in map(squeeze, text.splitlines()) if line)


@dataclass(slots=True)
class Faults:
    """Gathers the findings of one workbook, in the order they are met."""

    findings: list[Finding] = field(default_factory=list)
    concerned: tuple[str, ...] = ()
    """Codes of the schools that findings are about just now; see :meth:`concerning`."""

    @contextmanager
    def concerning(self, *schools: str) -> Iterator[None]:
        """While it lasts, findings are about these schools only; an empty code means all schools."""
        before, self.concerned = self.concerned, tuple(filter(None, schools))
        try:
            yield
        finally:
            self.concerned = before

    def add(
        self,
        code: str,
        where: Cell | Place,
        message: str,
        *,
        severity: Severity = Severity.FAULT,
    ) -> None:
        """Note one."""
        place = where.place if isinstance(where, Cell) else where
        self.findings.append(Finding(code, severity, message, place, self.concerned))

    def warn(self, code: str, where: Cell | Place, message: str) -> None:
        """Note a warning."""
        self.add(code, where, message, severity=Severity.WARNING)

    def text(self, cell: Cell, *, required: bool = False) -> str:
        """The cell's text; a missing required one, a formula or an error is a fault and gives ``""``."""
        if cell.is_plain and (cell.text or not required):
            return cell.text
        self._note_text(cell)
        return ""

    def _note_text(self, cell: Cell) -> None:
        """Why a cell has no text that can be read; an empty cell is required."""
        if cell.problem:
            self.add("cell-not-readable", cell, f"{cell.label}: {cell.problem}.")
        elif isinstance(cell.value, date | time | timedelta):
            kind = "ngày tháng" if isinstance(cell.value, date) else "giờ"
            self.add("cell-is-date", cell, f"{cell.label} là {kind}: định dạng ô là Text, rồi gõ lại thành chữ.")
        elif isinstance(cell.value, bool):
            self.add("cell-is-boolean", cell, f"{cell.label} là TRUE hoặc FALSE: gõ lại thành chữ.")
        elif not cell.field.is_noted:
            self.add("cell-empty", cell, f"{cell.label} để trống: nhập giá trị.")

    def date(self, cell: Cell, *, required: bool = False) -> date | None:
        """A true date, or text in any usual spelling."""
        if isinstance(cell.value, datetime):
            return cell.value.date()
        if isinstance(cell.value, date):
            return cell.value
        if isinstance(cell.value, float) and not isinstance(cell.value, bool):
            self.add("date-is-number", cell, _number_for_date(cell, cell.value))
            return None
        text = self.text(cell, required=required)
        return self.converted(cell, parse_date, text) if text else None

    def whole_number(self, cell: Cell, *, least: int = 1, required: bool = False) -> int | None:
        """A whole number, from 1 unless told otherwise."""
        text = self.text(cell, required=required)
        number = self.converted(cell, parse_number, text) if text else None
        if number is None:
            return None
        whole = int(number)
        if whole < least or number != whole:
            self.add("number-not-whole", cell, f"{cell.label} là {excerpt(text)}: ghi số nguyên từ {least}.")
            return None
        return whole

    def time(self, cell: Cell) -> time | None:
        """A true time of day, or text: ``8 giờ 00``, ``8h30``, ``8:30``."""
        if isinstance(cell.value, datetime):
            return cell.value.time()
        if isinstance(cell.value, time):
            return cell.value
        if isinstance(cell.value, timedelta) and timedelta() <= cell.value < timedelta(days=1):
            minutes = int(cell.value.total_seconds()) // 60
            return time(minutes // 60, minutes % 60)
        text = self.text(cell)
        return self.converted(cell, parse_time, text) if text else None

    def choice(
        self, cell: Cell, choices: Sequence[str], *, also: Mapping[str, str] = MappingProxyType({}), required: bool
    ) -> str | None:
        """One of some words without regard to accents and case; ``None`` where the cell is empty or a fault.

        Args:
            cell: the cell.
            choices: the words.
            also: other ways to write them, folded, with the word each means.
            required: an empty cell is a fault.
        """
        text = self.text(cell, required=required)
        if not text:
            return None
        known = _by_spelling(tuple(choices))
        folded = fold_accents(text)
        found = known.get(folded) or also.get(folded)
        if found is None:
            hint = did_you_mean(text, choices) or f" Chọn một trong {', '.join(choices)}."
            self.add("choice-unknown", cell, f'{cell.label} "{excerpt(text)}" không có.{hint}')
        return found

    def converted(self, cell: Cell, convert: Callable[[str], _Read], text: str) -> _Read | None:
        """``convert(text)``; a ``ValueError`` becomes a fault of the cell with its message."""
        try:
            return convert(text)
        except ValueError as error:
            self.add("cell-not-understood", cell, f"{cell.label}: {reason_of(error)}")
            return None

    def built(self, cell: Cell, build: Callable[[], _Read]) -> _Read | None:
        """``build()``; what the model refuses becomes a fault of the cell, with the model's reason."""
        try:
            return build()
        except ValueError as error:
            self.add("value-refused", cell, f"{cell.label}: {reason_of(error)}")
            return None


@lru_cache
def _by_spelling(choices: tuple[str, ...]) -> Mapping[str, str]:
    return {fold_accents(choice): choice for choice in choices}


_TIME = re.compile(r"([0-9]{1,2})(?: ?(?:giờ|gio|h|g|:) ?([0-9]{1,2})?(?: ?(?:phút|phut|p|ph))?)", re.IGNORECASE)


@lru_cache(1 << 10)
def parse_time(text: str) -> time:
    """The time of day that a text gives.

    Raises:
        ValueError: none, with the form to write.
    """
    found = _TIME.fullmatch(squeeze(text))
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise ValueError(f'"{excerpt(text)}" không phải giờ. Viết theo dạng 8 giờ 00.')
    return time(int(found[1]), int(found[2] or 0))


def _number_for_date(cell: Cell, number: float) -> str:
    """A number is no date, be it the serial number of one or what Excel has left of ``15.10``."""
    meant = f" Ý bạn là {short_date(from_excel(number))}?" if _FIRST_SERIAL < number < _LAST_SERIAL else ""
    return f"{cell.label} là số {cell.text}, không phải ngày.{meant} Định dạng ô là Text, rồi gõ dạng 15/9/2021."


def reason_of(error: ValueError) -> str:
    """The reason of one of our errors, without what pydantic puts around it."""
    reasons = (
        [str(fault.get("ctx", {}).get("error", fault["msg"])) for fault in error.errors()]
        if isinstance(error, ValidationError)
        else [str(error)]
    )
    text = "; ".join(reasons)
    return text if text.endswith((".", "?")) else f"{text}."


def _perhaps_near(wanted: str, names: Iterable[str]) -> list[str]:
    """Names with letters enough in common, in one order, to be near; difflib takes ten times as long to tell."""
    places: defaultdict[str, int] = defaultdict(int)
    for at, letter in enumerate(wanted):
        places[letter] |= 1 << at
    all_places = (1 << len(wanted)) - 1
    common = {name: len(wanted) - (_left(places, all_places, name) & all_places).bit_count() for name in names}
    return [name for name, count in common.items() if 2.0 * count / (len(wanted) + len(name)) >= _NEAR]


def _left(places: Mapping[str, int], left: int, name: str) -> int:
    """The places that the longest common subsequence leaves over, a bit each.

    H. Hyyrö (2004), "Bit-Parallel LCS-length Computation Revisited".
    """
    for letter in name:
        if letter in places:
            met = left & places[letter]
            left = (left + met) | (left - met)
    return left


def did_you_mean(text: str, known: Sequence[str]) -> str:
    """`` Ý bạn là "…"?`` for a near miss, else an empty string."""
    folded = {fold_accents(name): name for name in reversed(known)}
    wanted = fold_accents(text)
    if not wanted or len(wanted) > _LONGEST_NAME:
        return ""
    near = get_close_matches(wanted, _perhaps_near(wanted, folded), n=1, cutoff=_NEAR)
    if not near or fold_tone(text) in map(fold_tone, known):
        return ""
    return f' Ý bạn là "{excerpt(folded[near[0]])}"?'
