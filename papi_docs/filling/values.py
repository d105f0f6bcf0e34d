"""What may stand in a field, and what it becomes in the XML of a paper.

A field left empty by accident is an error. One that a person fills in by hand is a value of its
own: :class:`Blank`.
"""

import dataclasses
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from types import UnionType
from typing import Any, Self, Union, get_args, get_origin, get_type_hints

from jinja2 import Undefined
from markupsafe import Markup, escape

from papi_docs.findings import Finding, Severity

__all__ = ["Blank", "UnprintableError", "all_filled", "empty_fields", "is_plain", "printable", "to_xml"]


class Blank(str):
    """Left blank on purpose: prints ``width`` spaces, room to write by hand. ``Blank(0)`` is an empty cell."""

    __slots__ = ()

    def __new__(cls, width: int = 6) -> Self:  # noqa: D102 - said above
        return super().__new__(cls, " " * width)


class UnprintableError(ValueError):
    """A value that no paper can print, with the way out in Vietnamese."""


# XML forbids these; a carriage return it allows, but every reader turns it into a line feed.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_NEW_LINE = Markup('</w:t><w:br/><w:t xml:space="preserve">')
_TAB = Markup('</w:t><w:tab/><w:t xml:space="preserve">')


def printable(text: str) -> str:
    """The text itself.

    Raises:
        UnprintableError: it has a character that XML cannot hold or would alter.
    """
    if _FORBIDDEN.search(text):
        raise UnprintableError(f"{text[:40]!r} có ký tự không in được: xóa ký tự đó hoặc gõ lại")
    return text


_SPECIAL = re.compile("[\x00-\x1f&<>\"'\ud800-\udfff\ufffe\uffff]")


def is_plain(text: str) -> bool:
    """Whether the text stands in XML as it is: nothing to escape, to break or to refuse."""
    return _SPECIAL.search(text) is None


def to_xml(value: object) -> object:
    """A value as it is put between ``<w:t>`` and ``</w:t>``; undefined ones pass, and then raise.

    Raises:
        UnprintableError: neither a text nor a whole number, or a character that no XML can hold.
    """
    if isinstance(value, Undefined):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise UnprintableError(_not_a_text(value))
    text = escape(printable(str(value)))
    return text.replace("\n", _NEW_LINE).replace("\t", _TAB)


def _not_a_text(value: object) -> str:
    if value is None:
        return "có mục chưa có giá trị (None): đặt thẻ trong {% if %}, hoặc dùng Blank nếu cố ý để trống"
    return f"giá trị kiểu {type(value).__name__} không in được: đổi thành chữ, hoặc dùng for, hoặc ghi tên con"


def all_filled(fields: object) -> bool:
    """Whether no text of ``fields`` (a dataclass) is empty; where not, :func:`empty_fields` says which, if by accident.

    Every paper is asked, so the question is put together once for a type. Blanks in texts are left to the printing.
    """
    kind: Any = type(fields)
    try:
        return bool(_question(kind)(fields))
    except (AttributeError, TypeError):  # a value is not of its type
        return False


@cache
def _question(type_: type) -> Callable[[Any], object]:
    """``lambda o: o.number and all(o.lines) and …``."""
    names: dict[str, object] = {"Blank": Blank, "look": lambda value: next(_empty(value, ""), None) is None}
    hints = get_type_hints(type_)
    asked = [_asked(f"o.{field.name}", hints[field.name], names) for field in dataclasses.fields(type_)]
    source = f"lambda o: {' and '.join(filter(None, asked)) or True}"
    return eval(source, names)  # type: ignore[no-any-return]  # noqa: S307 - made of our own names of fields


def _asked(place: str, type_: Any, names: dict[str, object]) -> str:  # noqa: ANN401 - a type as hints have it
    """The question for one field; ``""`` where its type cannot be empty."""
    members = [member for member in get_args(type_) if member is not type(None)]
    if type_ is str:
        return f"({place} or type({place}) is Blank)"
    if isinstance(type_, type) and issubclass(type_, (int, float, Blank)):
        return ""
    if isinstance(type_, type) and dataclasses.is_dataclass(type_):
        names[f"q{id(type_)}"] = _question(type_)
        return f"q{id(type_)}({place})"
    if get_origin(type_) in (Union, UnionType) and len(members) == 1:
        asked = _asked(place, members[0], names)
        return asked and f"({place} is None or {asked})"
    if get_origin(type_) is tuple and len(members) == 2 and members[1] is ...:
        return f"all({place})" if members[0] is str else _each(place, members[0], names)
    return f"look({place})"


def _each(place: str, type_: Any, names: dict[str, object]) -> str:  # noqa: ANN401 - as above
    asked = _asked("x", type_, names)
    return asked and f"all([{asked} for x in {place}])"


def empty_fields(fields: object) -> tuple[Finding, ...]:
    """A fault for every text of ``fields`` (a dataclass) that is empty and not :class:`Blank`."""
    return tuple(
        Finding("empty-field", Severity.FAULT, f'mục "{path}" trống: nhập giá trị, hoặc dùng Blank nếu cố ý để trống')
        for path in _empty(fields, "")
    )


def _empty(value: object, path: str) -> Iterator[str]:
    if isinstance(value, str):
        if not value.strip() and not isinstance(value, Blank):
            yield path
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _empty(getattr(value, field.name), f"{path}.{field.name}".lstrip("."))
    elif isinstance(value, Sequence):
        for at, item in enumerate(value):
            yield from _empty(item, f"{path}[{at}]")
