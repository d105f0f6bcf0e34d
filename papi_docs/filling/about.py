"""What the finished file says of itself: title, author and day in its core properties."""

import dataclasses
from datetime import date
from xml.sax.saxutils import escape

from papi_docs.filling.values import printable

__all__ = ["About", "core_properties"]


@dataclasses.dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself (File > Info in Word)."""

    title: str
    author: str
    day: date


def core_properties(about: About) -> bytes:
    """The part of core properties, with the paper's day instead of a clock's.

    Raises:
        UnprintableError: the title or the author has a character that no XML can hold.
    """
    moment = f"{about.day.isoformat()}T00:00:00Z"
    title, author = (escape(printable(text)) for text in (about.title, about.author))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        "<dc:language>vi-VN</dc:language></cp:coreProperties>"
    ).encode()
