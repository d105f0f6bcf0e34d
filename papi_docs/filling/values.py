"""What may stand in a field, and what it becomes in the XML of a paper.

A field left empty by accident is an error. One that a person fills in by hand is a value of its
own: :class:`Blank`.
"""

import dataclasses
import re
from collections.abc import Iterator, Sequence
from typing import Self

from markupsafe import Markup, escape

from papi_docs.findings import Finding, Place, Severity

__all__ = ["Blank", "empty_fields", "to_xml"]


class Blank(str):
    """Left blank on purpose: prints ``width`` spaces, room to write by hand. ``Blank(0)`` is an empty cell."""

    __slots__ = ()

    def __new__(cls, width: int = 6) -> Self:  # noqa: D102 - said above
        return super().__new__(cls, " " * width)


_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NEW_LINE = Markup('</w:t><w:br/><w:t xml:space="preserve">')
_TAB = Markup('</w:t><w:tab/><w:t xml:space="preserve">')


def to_xml(value: object) -> object:
    """A value as it is put between ``<w:t>`` and ``</w:t>``; undefined ones pass, and then raise.

    Raises:
        ValueError: ``None``, or a character that no XML can hold.
    """
    if isinstance(value, Markup) or not isinstance(value, str):
        if value is None:
            message = "giá trị None không in được: dùng Blank nếu cố ý để trống"
            raise ValueError(message)
        return value
    if _FORBIDDEN.search(value):
        message = f"{value[:40]!r} có ký tự không in được: làm sạch bằng vietnamese.clean"
        raise ValueError(message)
    if "\n" not in value and "\t" not in value:
        return value
    return escape(value).replace("\n", _NEW_LINE).replace("\t", _TAB)


def empty_fields(fields: object) -> tuple[Finding, ...]:
    """A fault for every text of ``fields`` (a dataclass) that is empty and not :class:`Blank`."""
    return tuple(
        Finding(
            "empty-field",
            Severity.FAULT,
            f'trường "{path}" trống: nhập giá trị, hoặc dùng Blank nếu để trống có chủ ý',
            Place(),
        )
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
