"""What a template may say: the part of Jinja that can neither run away nor reach out.

A template comes from outside. Names, ``for``, ``if``, ``set``, comparisons and a few filters are all
that a paper needs. Calls, arithmetic and the rest are refused before anything is compiled: they could
take any time and memory (``'a' * 10**9``). The sandbox stands behind this list, not instead of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jinja2 import StrictUndefined, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from papi_docs.filling.values import UnprintableError, to_xml

__all__ = ["FILTERS", "KEYWORDS", "Refused", "joined", "new_environment", "refused"]

KEYWORDS = ("for", "endfor", "if", "elif", "else", "endif", "set")
"""First words of a ``{% … %}``."""

FILTERS = ("upper", "lower", "trim", "length", "first", "last", "join")

_DEEPEST_LOOP = 3
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.For,
    nodes.If,
    nodes.Assign,
    nodes.Name,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Const,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
    nodes.Test,
)
_WAY_OUT = f"chỉ dùng tên, for, if, set, so sánh và bộ lọc {', '.join(FILTERS)}"


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that a template may not say, in Vietnamese, and the line of the source."""

    message: str
    line: int


def new_environment() -> ImmutableSandboxedEnvironment:
    """Jinja with our rules: escaped, sandboxed, strict, without globals, with our filters only."""
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=to_xml)
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in FILTERS}
    environment.filters["join"] = joined
    return environment


def joined(items: Iterable[str], between: str = "") -> str:
    """Texts one after the other. Jinja's own calls them safe XML, and prints None."""
    if isinstance(items, str):
        raise UnprintableError("bộ lọc join cần một danh sách: bỏ join")
    texts = list(items)
    if not all(isinstance(text, str) for text in texts):
        raise UnprintableError("bộ lọc join cần danh sách toàn chữ: dùng for")
    return between.join(texts)


def refused(tree: nodes.Template) -> tuple[Refused, ...]:
    """Everything in the tree that a template may not say, in reading order."""
    return tuple(_refused(tree, 0))


def _refused(node: nodes.Node, depth: int) -> Iterator[Refused]:
    message = _reason(node)
    if message:
        yield Refused(message, node.lineno)
        return
    if isinstance(node, nodes.For):
        depth += 1
        if depth > _DEEPEST_LOOP or node.recursive:
            yield Refused(f"for lồng quá {_DEEPEST_LOOP} lớp: bớt một lớp", node.lineno)
            return
    for child in node.iter_child_nodes():
        yield from _refused(child, depth)


def _reason(node: nodes.Node) -> str:
    if isinstance(node, nodes.Filter):
        return _reason_of_filter(node)
    if isinstance(node, (nodes.Tuple, nodes.List)):
        plain = nodes.Name if isinstance(node, nodes.Tuple) and node.ctx == "store" else nodes.Const
        return "" if all(isinstance(item, plain) for item in node.items) else f"dãy này không dùng được: {_WAY_OUT}"
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        return f'tên "{node.attr}" không dùng được: tên không bắt đầu bằng dấu gạch dưới'
    return "" if isinstance(node, _ALLOWED) else f"{_called(node)} không dùng được trong mẫu: {_WAY_OUT}"


def _reason_of_filter(node: nodes.Filter) -> str:
    if node.name not in FILTERS or node.node is None:
        return f'bộ lọc "{node.name}" không dùng được: chọn trong {", ".join(FILTERS)}'
    plain = all(isinstance(argument, nodes.Const) and isinstance(argument.value, str) for argument in node.args)
    if not plain or len(node.args) > (node.name == "join") or node.kwargs or node.dyn_args or node.dyn_kwargs:
        return f'bộ lọc "{node.name}" chỉ nhận một chuỗi trong dấu nháy sau join: ví dụ join(", ")'
    return ""


def _called(node: nodes.Node) -> str:
    if isinstance(node, nodes.Call):
        return "lời gọi hàm (…)"
    return "phép tính" if isinstance(node, (nodes.BinExpr, nodes.UnaryExpr, nodes.Concat)) else "cách viết này"
