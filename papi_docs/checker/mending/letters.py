"""The letters of a paragraph in its XML, to be retyped or to be given runs of their own.

Places are counted as :attr:`papi_docs.checker.written.Paragraph.text` counts them: letters that are seen, composed.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from lxml import etree

from papi_docs.checker.mending.errors import CannotMend
from papi_docs.checker.reading.content import Fields
from papi_docs.checker.reading.ooxml import children, local, value

__all__ = ["Letter", "between", "letters_of", "retype", "runs_between"]

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_SEEN_AS: Final[dict[int, str]] = {0xA0: " ", 0x2011: "-"} | dict.fromkeys(
    (0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF), ""
)
"""As reading shows them: a no-break space as a space, the invisible not at all."""
_SIGNS: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}


@dataclass(frozen=True, slots=True)
class Letter:
    """One typed letter: ``at`` in the text of its ``w:t``; a tab, a break or a field's result is ``fixed``."""

    char: str
    run: etree._Element
    node: etree._Element
    at: int = 0
    fixed: bool = False


def letters_of(paragraph: etree._Element, shown: str) -> tuple[Letter, ...]:
    """The visible letters of a ``w:p`` as typed.

    Raises:
        CannotMend: they are not the letters of ``shown``, which was read from it: there are signs in it that
            this module does not know.
    """
    found = tuple(_in(paragraph, Fields()))
    if _same("".join(letter.char for letter in found)) != _same(shown):
        raise CannotMend("đoạn có ký hiệu hoặc trường đặc biệt")
    return found


def _same(text: str) -> str:
    return _seen(text).casefold()


def _seen(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_SEEN_AS)


def _in(element: etree._Element, fields: Fields, *, fixed: bool = False) -> Iterator[Letter]:
    for node in children(element):
        name = local(node)
        if name == "r":
            yield from _in_run(node, fields, fixed=fixed)
        elif name == "fldSimple":
            yield from _in(node, fields, fixed=True)


def _in_run(run: etree._Element, fields: Fields, *, fixed: bool) -> Iterator[Letter]:
    for node in children(run):
        name = local(node)
        if name == "fldChar":
            fields.turn(value(node, "fldCharType"))
        elif name == "instrText":
            fields.instruct(node.text or "")
        elif not fields.shows:
            continue
        elif name == "t":
            inside = fixed or bool(fields.mark())
            yield from (Letter(char, run, node, at, inside) for at, char in enumerate(node.text or ""))
        elif name in _SIGNS and value(node, "type") != "page":
            yield Letter(_SIGNS[name], run, node, fixed=True)


def between(letters: Sequence[Letter], start: int, end: int) -> slice:
    """Where the letters from ``start`` to ``end`` of the text as read stand among those typed."""
    places = _places(letters)
    last = len(_seen("".join(letter.char for letter in letters)))
    inside = [at for at, place in enumerate(places) if start <= place < end or place >= end >= last > start]
    return slice(inside[0], inside[-1] + 1) if inside else slice(0, 0)


def _places(letters: Sequence[Letter]) -> list[int]:
    """The place of each typed letter in the text as read; a combining mark has that of its base letter."""
    places: list[int] = []
    cluster, start = "", 0
    for letter in letters:
        if cluster and not unicodedata.combining(letter.char):
            start += len(_seen(cluster))
            cluster = ""
        cluster += letter.char
        places.append(start)
    return places


def retype(letters: Sequence[Letter], wanted: str) -> bool:
    """Make the letters read ``wanted``, touching no more of them than needed; whether anything changed.

    Raises:
        CannotMend: a tab, a break or a field would have to go.
    """
    typed = "".join(letter.char for letter in letters)
    edits = [edit for edit in SequenceMatcher(None, typed, wanted, autojunk=False).get_opcodes() if edit[0] != "equal"]
    if any(letter.fixed for _, start, end, _, _ in edits for letter in letters[start:end]):
        raise CannotMend("chữ nằm trong trường hoặc quanh dấu tab")
    for _, start, end, first, last in reversed(edits):
        _replace(letters, start, end, wanted[first:last])
    return bool(edits)


def _replace(letters: Sequence[Letter], start: int, end: int, text: str) -> None:
    for letter in reversed(letters[start + 1 : end] if text else letters[start:end]):
        _cut(letter, "")
    if not text:
        return
    if start < end:
        _cut(letters[start], text)
        return
    neighbours = [letters[at] for at in (start - 1, start) if 0 <= at < len(letters)]
    near = next((letter for letter in neighbours if not letter.fixed), None)
    if near is None:
        raise CannotMend("không có chỗ để viết thêm")
    _cut(near, near.char + text if letters.index(near) < start else text + near.char)


def _cut(letter: Letter, text: str) -> None:
    whole = letter.node.text or ""
    letter.node.text = whole[: letter.at] + text + whole[letter.at + 1 :]
    letter.node.set(_SPACE, "preserve")


def runs_between(paragraph: etree._Element, shown: str, start: int, end: int) -> list[etree._Element]:
    """Runs with the letters from ``start`` to ``end`` and no other visible ones; runs are split for that."""
    letters = letters_of(paragraph, shown)
    inside = between(letters, start, end)
    _split_before(letters, inside.stop)
    letters = letters_of(paragraph, shown)
    _split_before(letters, inside.start)
    letters = letters_of(paragraph, shown)[inside]
    return list(dict.fromkeys(letter.run for letter in letters if letter.char.strip()))


def _split_before(letters: Sequence[Letter], place: int) -> None:
    """Let the letter at ``place`` begin a run, where letters before it in the same run can be seen."""
    if not 0 < place < len(letters):
        return
    run, letter = letters[place].run, letters[place]
    if not any(other.run is run and other.char.strip() for other in letters[:place]):
        return
    rest = deepcopy(run)
    for node in list(rest):
        if local(node) != "rPr":
            rest.remove(node)
    follows = list(letter.node.itersiblings())
    if letter.at:
        tail = deepcopy(letter.node)
        whole = letter.node.text or ""
        tail.text, letter.node.text = whole[letter.at :], whole[: letter.at]
        for node in (tail, letter.node):
            node.set(_SPACE, "preserve")
        rest.append(tail)
    else:
        rest.append(letter.node)
    rest.extend(follows)
    run.addnext(rest)
