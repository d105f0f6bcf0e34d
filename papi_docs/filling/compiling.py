"""A part of a template as a Python function: one join a filling, instead of an interpreter and a parser.

Jinja reads the template (:mod:`papi_docs.filling.language` says what it may say) and stays the judge: what is not
written here, or what a filling stumbles on, is rendered by Jinja itself.

XML travels as one-byte text: UTF-8 held as Latin-1, so that the last encoding copies bytes and nothing else.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from keyword import iskeyword
from typing import Any, Final

from jinja2 import nodes
from lxml import etree

from papi_docs.filling.language import joined
from papi_docs.filling.markup import Markup, UnprovedError
from papi_docs.filling.reading import new_parser
from papi_docs.filling.values import Blank, UnprintableError, is_plain, to_xml

__all__ = ["Rendering", "compiled"]

_HEAD: Final = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_KNOWN: Final = 4_096
"""Texts whose XML is remembered: names, dates and wordings come back on every paper of a school."""
_LONGEST_KNOWN: Final = 400
"""Letters of such a text: a long one is a school's own words, and stands in one paper."""

_LARGEST: Final = 32 * 2**20
"""Octets that loops in loops may make before Jinja, who counts every one, has a look."""

_COMPARISONS: Final = {
    "eq": "==",
    "ne": "!=",
    "gt": ">",
    "gteq": ">=",
    "lt": "<",
    "lteq": "<=",
    "in": "in",
    "notin": "not in",
}
_FILTERS: Final = {
    "upper": "str({}).upper()",
    "lower": "str({}).lower()",
    "trim": "str({}).strip()",
    "length": "len({})",
    "first": "{}[0]",
    "last": "{}[-1]",
}
_LOOP: Final = {
    "index": "{0} + 1",
    "index0": "{0}",
    "first": "not {0}",
    "last": "{0} + 1 == len({1})",
    "length": "len({1})",
}


def _one_byte(text: str) -> str:
    return text if text.isascii() else text.encode().decode("latin-1")


class _Texts(dict[object, str]):
    """What values are between tags. Names, dates and wordings come back on every paper of a school: remembered."""

    def __missing__(self, value: object) -> str:
        if type(value) is Blank:  # equal to a text that is empty by accident: not to be remembered
            return str(value)
        if type(value) is not str:  # True is equal to 1
            return str(to_xml(value))
        if not value or value.isspace():
            raise UnprintableError("trống")
        text = _one_byte(value if is_plain(value) else str(to_xml(value)))
        if len(value) <= _LONGEST_KNOWN:
            if len(self) >= _KNOWN:
                self.clear()
            self[value] = text
        return text


_TEXTS = _Texts()
"""One for all templates: a school's name stands in every paper."""


def _attribute(value: object) -> str:
    """What a value is between quotation marks, where a line end cannot be printed."""
    if type(value) is int:
        return str(value)
    text = str(to_xml(value))
    if "<" in text or not text:
        raise UnprintableError("xuống dòng")
    return _one_byte(text)


@dataclass(frozen=True, slots=True)
class Rendering:
    """A compiled part. Immutable, safe to share between threads; pickled as its source."""

    source: str
    constants: tuple[str, ...]
    run: Callable[[Any, Mapping[str, object]], str]

    def __call__(self, fields: object, more: Mapping[str, object]) -> bytes:
        """The part filled with ``fields`` and the values that the template itself adds.

        Raises:
            Exception: a value cannot be printed; Jinja says which and why.
        """
        return self.run(fields, more).encode("latin-1")

    def __reduce__(self) -> tuple[Callable[..., "Rendering"], tuple[str, tuple[str, ...]]]:
        return _loaded, (self.source, self.constants)


def _loaded(source: str, constants: Sequence[str]) -> Rendering:
    names: dict[str, Any] = {
        "text": _TEXTS,
        "attribute": _attribute,
        "joined": joined,
        "most": _LARGEST // max(map(len, constants)),
        **{f"c{at}": constant for at, constant in enumerate(constants)},
    }
    exec(compile(source, "<part>", "exec"), names)  # noqa: S102 - our own lines: names of fields, no text of others
    return Rendering(source, tuple(constants), names["render"])


def compiled(tree: nodes.Template, added: Iterable[str]) -> Rendering | None:
    """The part as a function; None where only the careful way is sure to be right.

    Args:
        tree: what Jinja read, without anything that a template may not say.
        added: names of values that are no fields.
    """
    writer = _Writer(frozenset(added))
    try:
        writer.block(tree.body, {})
        writer.prove()
    except UnprovedError:
        return None
    return _loaded(writer.source(), writer.constants)


class _Writer:
    """Writes the lines of the function, following names and markup."""

    def __init__(self, added: frozenset[str]) -> None:
        self.constants: list[str] = []
        self._added = added
        self._lines: list[str] = []
        self._skeleton: list[str] = []
        self._markup = Markup()
        self._depth = 1
        self._loops = 0
        self._names = 0
        self._run: list[str] = []
        self._constant(_HEAD)

    def source(self) -> str:
        """The lines."""
        self._flush()
        return "\n".join(["def render(f, more):", "    o = []", *self._lines, '    return "".join(o)', ""])

    def prove(self) -> None:
        """With every piece of the template once, the part is well-formed.

        Raises:
            UnprovedError: it is not.
        """
        try:
            etree.fromstring("".join(self._skeleton).encode(), new_parser())
        except etree.XMLSyntaxError as error:
            raise UnprovedError from error

    def block(self, body: Iterable[nodes.Node], scope: Mapping[str, str]) -> None:
        """Statements one after the other."""
        for node in body:
            if isinstance(node, nodes.Output):
                self._output(node, scope)
            elif isinstance(node, nodes.If):
                self._choice(node, scope)
            elif isinstance(node, nodes.For):
                self._loop(node, scope)
            else:
                raise UnprovedError

    def _output(self, node: nodes.Output, scope: Mapping[str, str]) -> None:
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                self._data(child.data)
            else:
                value = self._expression(child, scope)
                self._run.append(f"attribute({value})" if self._markup.in_attribute() else f"text[{value}]")
                self._skeleton.append("0")

    def _data(self, data: str) -> None:
        if self._loops and "<wp:docPr" in data:
            raise UnprovedError  # each round would give its drawings the same ids
        self._markup.feed(data)
        self._skeleton.append(data)
        self._constant(data)

    def _constant(self, data: str) -> None:
        if self._run and self._run[-1].startswith("c"):
            self.constants[-1] += _one_byte(data)
            return
        self._run.append(f"c{len(self.constants)}")
        self.constants.append(_one_byte(data))

    def _line(self, text: str) -> None:
        self._flush()
        self._lines.append("    " * self._depth + text)

    def _flush(self) -> None:
        if self._run:
            self._lines.append("    " * self._depth + f"o += ({', '.join(self._run)},)")
            self._run = []

    def _choice(self, node: nodes.If, scope: Mapping[str, str]) -> None:
        self._line(f"if {self._expression(node.test, scope)}:")
        self._branch(node.body, scope)
        for branch in node.elif_:
            self._line(f"elif {self._expression(branch.test, scope)}:")
            self._branch(branch.body, scope)
        if node.else_:
            self._line("else:")
            self._branch(node.else_, scope)

    def _branch(self, body: Iterable[nodes.Node], scope: Mapping[str, str], first: str = "pass") -> None:
        before = self._markup.between()
        self._depth += 1
        self._line(first)
        self.block(body, scope)
        self._flush()
        self._depth -= 1
        if self._markup.between() != before:
            raise UnprovedError

    def _loop(self, node: nodes.For, scope: Mapping[str, str]) -> None:
        if node.else_ or node.test is not None or not isinstance(node.target, nodes.Name):
            raise UnprovedError
        self._names += 1
        items, at, item = (f"{letter}{self._names}" for letter in "sit")
        self._line(f"{items} = {self._expression(node.iter, scope)}")
        counted = any(name.name == "loop" for each in node.body for name in each.find_all(nodes.Name))
        self._line(f"for {at}, {item} in enumerate({items}):" if counted else f"for {item} in {items}:")
        inner = {**scope, node.target.name: item}
        inner |= {f"loop.{name}": form.format(at, items) for name, form in _LOOP.items()}
        self._loops += 1
        self._branch(node.body, inner, "if len(o) > most: raise OverflowError" if self._loops > 1 else "pass")
        self._loops -= 1

    def _expression(self, node: nodes.Node, scope: Mapping[str, str]) -> str:
        writers: dict[type[nodes.Node], Callable[[Any, Mapping[str, str]], str]] = {
            nodes.Name: self._name,
            nodes.Getattr: self._member,
            nodes.Const: self._literal,
            nodes.Compare: self._comparison,
            nodes.Filter: self._filter,
            nodes.And: lambda each, names: self._joined(each, "and", names),
            nodes.Or: lambda each, names: self._joined(each, "or", names),
            nodes.Not: lambda each, names: f"(not {self._expression(each.node, names)})",
        }
        if type(node) not in writers:
            raise UnprovedError
        return writers[type(node)](node, scope)

    def _name(self, node: nodes.Name, scope: Mapping[str, str]) -> str:
        if node.name in scope:
            return scope[node.name]
        if node.name == "loop":
            raise UnprovedError
        return f"more[{node.name!r}]" if node.name in self._added else f"f.{_identifier(node.name)}"

    def _member(self, node: nodes.Getattr, scope: Mapping[str, str]) -> str:
        if isinstance(node.node, nodes.Name) and node.node.name == "loop" and f"loop.{node.attr}" in scope:
            return f"({scope[f'loop.{node.attr}']})"
        return f"{self._expression(node.node, scope)}.{_identifier(node.attr)}"

    def _literal(self, node: nodes.Const, _: Mapping[str, str]) -> str:
        return repr(node.value)

    def _comparison(self, node: nodes.Compare, scope: Mapping[str, str]) -> str:
        rest = (f" {_COMPARISONS[each.op]} {self._expression(each.expr, scope)}" for each in node.ops)
        return f"({self._expression(node.expr, scope)}{''.join(rest)})"

    def _joined(self, node: nodes.BinExpr, word: str, scope: Mapping[str, str]) -> str:
        return f"({self._expression(node.left, scope)} {word} {self._expression(node.right, scope)})"

    def _filter(self, node: nodes.Filter, scope: Mapping[str, str]) -> str:
        assert node.node is not None  # noqa: S101 - refused when the template was read
        value = self._expression(node.node, scope)
        if node.name == "join":
            between = (self._expression(argument, scope) for argument in node.args)
            return f"joined({', '.join((value, *between))})"
        return _FILTERS[node.name].format(value)


def _identifier(name: str) -> str:
    """A name as Python takes it; one with an underscore in front leads out of the fields."""
    if not name.isidentifier() or not name.isascii() or name.startswith("_") or iskeyword(name):
        raise UnprovedError
    return name
