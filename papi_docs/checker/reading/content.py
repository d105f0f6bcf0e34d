"""What stands in a paragraph: its letters with the run each is typed in, its drawings, its breaks.

Fields show their result, never their instruction; a field may reach over several paragraphs, so one
:class:`Fields` goes through a whole story.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from papi_docs.checker.reading.ooxml import W, children, local, value
from papi_docs.checker.reading.symbols import symbol

__all__ = ["Atom", "Content", "Fields", "content_of"]

_OBJECTS = frozenset({"drawing", "pict", "object"})
_EQUATIONS = frozenset({"oMath", "oMathPara"})
_SHOWN_BLANK = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
"""Fields that every program fills in itself, whatever is stored."""


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch of typed text in one run."""

    text: str
    run: etree._Element
    field: str = ""
    """First word of the innermost field that it is the result of: ``"PAGE"``."""
    switches: str = ""
    """The whole instruction of that field."""


@dataclass(slots=True)
class Content:
    """What one paragraph holds."""

    atoms: list[Atom] = field(default_factory=list)
    objects: list[etree._Element] = field(default_factory=list)
    """Drawings, old-style pictures and embedded objects."""
    equation: bool = False
    breaks: list[int] = field(default_factory=list)
    """Page breaks, each with the number of atoms before it."""

    def extend(self, other: "Content") -> None:
        """Take in the content of a paragraph that is joined to this one."""
        self.breaks += [at + len(self.atoms) for at in other.breaks]
        self.atoms += other.atoms
        self.objects += other.objects
        self.equation = self.equation or other.equation

    @property
    def begins_page(self) -> bool:
        """A page break stands before its text."""
        return any(not _letters_in(self.atoms[:at]) and _letters_in(self.atoms[at:]) for at in self.breaks)

    @property
    def ends_page(self) -> bool:
        """A page break stands after its text, if it has any: what follows begins a page."""
        return any(not _letters_in(self.atoms[at:]) for at in self.breaks)


def _letters_in(atoms: "list[Atom]") -> bool:
    return any(atom.text.strip() for atom in atoms)


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    in_result: bool = False
    shown: bool = False


class Fields:
    """The complex fields that are open at a point of a story."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def turn(self, kind: str | None) -> _Field | None:
        """Take a ``w:fldChar``; the field it ends, if it ends one."""
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
        elif kind == "end" and self._open:
            return self._open.pop()
        return None

    def instruct(self, text: str) -> None:
        """Take instruction text."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].instruction += text

    @property
    def shows(self) -> bool:
        """Whether text at this point is seen."""
        return not self._open or all(opened.in_result for opened in self._open)

    def mark(self) -> str:
        """Note that text is shown here; the innermost instruction."""
        for opened in self._open:
            opened.shown = True
        return self._open[-1].instruction if self._open else ""


def content_of(paragraph: etree._Element, fields: Fields, numbers: dict[str, str] | None = None) -> Content:
    """The content of a ``w:p``. ``numbers`` gives the printed number of a footnote by its id."""
    content = Content()
    for node in children(paragraph):
        _take(content, node, fields, numbers or {}, "")
    return content


def _take(content: Content, node: etree._Element, fields: Fields, numbers: dict[str, str], simple: str) -> None:
    name = local(node)
    if name == "r" and node.tag == f"{W}r":
        _take_run(content, node, fields, numbers, simple)
    elif name == "fldSimple":
        _take_simple(content, node, fields, numbers)
    elif name in _EQUATIONS:
        content.equation = True


def _take_simple(content: Content, node: etree._Element, fields: Fields, numbers: dict[str, str]) -> None:
    instruction = value(node, "instr") or ""
    before = len(content.atoms)
    for inner in children(node):
        _take(content, inner, fields, numbers, instruction)
    if len(content.atoms) == before and fields.shows and _word(instruction) in _SHOWN_BLANK:
        _write(content, node, "1", instruction)


def _take_run(content: Content, run: etree._Element, fields: Fields, numbers: dict[str, str], simple: str) -> None:
    for node in children(run):
        name = local(node)
        if name == "fldChar":
            _end_field(content, run, fields.turn(value(node, "fldCharType")), shows=fields.shows)
        elif name == "instrText":
            fields.instruct(node.text or "")
        elif not fields.shows:
            continue
        elif name in _OBJECTS:
            content.objects.append(node)
        elif name in _EQUATIONS:
            content.equation = True
        elif name == "br" and value(node, "type") == "page":
            content.breaks.append(len(content.atoms))
        else:
            _write(content, run, "".join(_letters(node, name, numbers)), simple or fields.mark())


def _end_field(content: Content, run: etree._Element, ended: _Field | None, *, shows: bool) -> None:
    """A page number that was never laid out is shown all the same."""
    if ended and shows and not ended.shown and _word(ended.instruction) in _SHOWN_BLANK:
        _write(content, run, "1", ended.instruction)


def _write(content: Content, run: etree._Element, text: str, instruction: str) -> None:
    if not text:
        return
    last = content.atoms[-1] if content.atoms else None
    broken = bool(content.breaks) and content.breaks[-1] == len(content.atoms)
    if last is not None and last.run is run and last.switches == instruction and not broken:
        content.atoms[-1] = Atom(last.text + text, run, last.field, instruction)
    else:
        content.atoms.append(Atom(text, run, _word(instruction), instruction))


def _word(instruction: str) -> str:
    return next(iter(instruction.split()), "").upper()


def _letters(node: etree._Element, name: str, numbers: dict[str, str]) -> Iterator[str]:
    """The text that one child of a run shows."""
    match name:
        case "t":
            yield node.text or ""
        case "tab" | "ptab":
            yield "\t"
        case "br" | "cr":
            yield "\n"
        case "noBreakHyphen":
            yield "\N{NON-BREAKING HYPHEN}"
        case "sym":
            yield symbol(value(node, "font") or "", value(node, "char") or "")
        case "footnoteReference" | "endnoteReference":
            yield numbers.get(f"{name}{value(node, 'id')}", "")
        case _:
            return
