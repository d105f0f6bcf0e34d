"""Where a template stands in its XML, followed piece by piece: what makes every result well-formed.

A loop or a choice may stand between elements only, and has to leave as many elements open as it found. Then any
number of rounds and any choice give a well-formed part, and nobody has to parse each result.
"""

import re
from typing import Final

__all__ = ["Markup", "UnprovedError"]

_ATTRIBUTES: Final = r"""(?:[^<>"']|"[^"<]*"|'[^'<]*')*?"""
_TOKEN: Final = re.compile(
    rf"<!--.*?-->|<\?.*?\?>|<(?P<end>/?)(?P<name>[\w:.-]+){_ATTRIBUTES}(?P<empty>/?)>", re.DOTALL
)


class UnprovedError(Exception):
    """The result could be broken, or needs a repair that depends on the data: to be rendered the careful way."""


class Markup:
    """The elements open at a place in a part, and the tag that is not finished there."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._unfinished = ""

    def feed(self, data: str) -> None:
        """Go on over a piece of XML.

        Raises:
            UnprovedError: an element ends that is not open.
        """
        text, at = self._unfinished + data, 0
        for token in _TOKEN.finditer(text):
            if "<" in text[at : token.start()]:
                raise UnprovedError
            at = token.end()
            self._take(token)
        rest = text[at:]
        self._unfinished = rest[rest.index("<") :] if "<" in rest else ""

    def _take(self, token: re.Match[str]) -> None:
        name = token["name"]
        if name is None or token["empty"]:
            return
        if not token["end"]:
            self._open.append(name)
        elif not self._open or self._open.pop() != name:
            raise UnprovedError

    def in_attribute(self) -> bool:
        """Whether a value printed here is that of an attribute, not text; it is taken as seen.

        Raises:
            UnprovedError: it would stand in a tag outside quotation marks.
        """
        if not self._unfinished:
            return False
        if self._unfinished.count('"') % 2 == 0:
            raise UnprovedError
        self._unfinished += "0"
        return True

    def between(self) -> tuple[str, ...]:
        """The elements open at a place where a loop or a choice may begin or end.

        Raises:
            UnprovedError: the place is inside a tag or outside the part, or the number of cells of a row would come
                from the data, as the grid of its table would then.
        """
        if self._unfinished or not self._open or self._open[-1] == "w:tr":
            raise UnprovedError
        return tuple(self._open)
