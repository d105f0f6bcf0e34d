"""Names and values of WordprocessingML, and what is to be read of it as if every change were accepted."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from lxml import etree

__all__ = [
    "MC",
    "MM_PER_DXA",
    "MM_PER_EMU",
    "MM_PER_POINT",
    "VML",
    "R",
    "W",
    "child",
    "children",
    "chosen",
    "local",
    "number",
    "on",
    "value",
]

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VML: Final = "{urn:schemas-microsoft-com:vml}"

MM_PER_DXA: Final = 25.4 / 1440
MM_PER_POINT: Final = 25.4 / 72
MM_PER_EMU: Final = 1 / 36_000

_GONE: Final = frozenset((f"{W}del", f"{W}moveFrom"))
_CAME: Final = frozenset((f"{W}ins", f"{W}moveTo"))
_CLEAR: Final = frozenset(
    f"{W}{name}" for name in ("ins", "moveTo", "customXml", "smartTag", "hyperlink", "dir", "bdo", "sdtContent")
)
"""Elements that only wrap what is read."""
_MEASURE: Final = re.compile(r"\s*(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?\s*")
_DXA_PER: Final = {"mm": 1440 / 25.4, "cm": 14400 / 25.4, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}


def local(element: etree._Element) -> str:
    """Its name without the namespace; empty for a comment or an instruction."""
    return _local(element.tag)


@lru_cache(maxsize=1024)
def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The element down a path of ``w:`` names, the first of each, if it is there."""
    for name in names:
        if element is None:
            return None
        tag = W + name
        for node in element:  # several times as fast as find() and iterchildren()
            if node.tag == tag:
                element = node
                break
        else:
            return None
    return element


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """A ``w:`` attribute."""
    return None if element is None else element.get(f"{W}{name}")


def number(text: str | None) -> float | None:
    """A length in twentieths of a point (dxa); ``None`` where it is none. ``"12pt"`` is 240."""
    found = _MEASURE.fullmatch(text) if text else None
    if not found:
        return None
    return float(found[1]) * _DXA_PER.get(found[2], 1.0)


def on(element: etree._Element | None) -> bool:
    """Whether a switch such as ``<w:titlePg/>`` is there and not turned off."""
    return element is not None and value(element) not in {"0", "false", "off"}


def chosen(element: etree._Element) -> etree._Element | None:
    """The one branch of an ``mc:AlternateContent`` that is drawn."""
    choice = element.find(f"{MC}Choice")
    return choice if choice is not None else element.find(f"{MC}Fallback")


def children(element: etree._Element) -> Iterator[etree._Element]:
    """What stands in an element, wrappers opened, deleted and moved-away content left out."""
    for node in element:
        tag = node.tag
        if not isinstance(tag, str) or tag in _GONE:
            continue
        if tag in _CLEAR:
            yield from children(node)
        elif tag == f"{W}sdt":
            content = child(node, "sdtContent")
            yield from children(content) if content is not None else ()
        elif tag == f"{MC}AlternateContent":
            branch = chosen(node)
            yield from children(branch) if branch is not None else ()
        else:
            yield node


def is_tracked(root: etree._Element) -> bool:
    """Whether anything in a part was inserted, deleted, moved or reformatted under change tracking."""
    changes = ("ins", "del", "moveTo", "moveFrom", "rPrChange", "pPrChange")
    return next(root.iter(*(f"{W}{name}" for name in changes)), None) is not None
