"""What may stand in a field, and what it becomes in the XML of a paper.

A field left empty by accident is an error. One that a person fills in by hand is a value of its
own: :class:`Blank`.
"""

import dataclasses
import re
from collections.abc import Iterator, Sequence
from typing import Self

from jinja2 import Undefined
from markupsafe import Markup, escape

from papi_docs.findings import Finding, Severity

__all__ = ["Blank", "UnprintableError", "empty_fields", "printable", "to_xml"]


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
