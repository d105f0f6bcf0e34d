"""Do the names in a template stand for fields? Asked before anything is filled, all at once.

A template's names are followed through the types of the fields: ``letterhead.number`` is a name if
the fields have a ``letterhead`` whose type has a ``number``; in ``{% for line in bases %}`` the name
``line`` is an element of ``bases``. A list must be looped over, a text must not.
"""

import dataclasses
import inspect
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, get_args, get_origin, get_type_hints

from jinja2 import nodes

__all__ = ["NameFault", "field_names", "name_faults", "type_faults"]

_Type = Any
"""A type of a field; ``Any`` where nothing is known, and then nothing is asked."""


@dataclasses.dataclass(frozen=True, slots=True)
class NameFault:
    """A name that no field has, or that is used as what it is not, and the line of the source."""

    code: str
    message: str
    line: int


@lru_cache(1024)
def field_names(type_: _Type) -> Mapping[str, _Type]:
    """Fields and properties of a dataclass with their types; empty for every other type."""
    if not (isinstance(type_, type) and dataclasses.is_dataclass(type_)):
        return {}
    hints = get_type_hints(type_)
    found: dict[str, _Type] = {field.name: hints[field.name] for field in dataclasses.fields(type_)}
    for name, member in inspect.getmembers(type_, lambda member: isinstance(member, property)):
        if not name.startswith("_"):
            found[name] = get_type_hints(member.fget).get("return", Any)
    return found


def name_faults(tree: nodes.Template, fields: type, added: Mapping[str, _Type] = {}) -> tuple[NameFault, ...]:
    """Every name in the tree that leads to no field and no ``added`` value, or is misused, in reading order."""
    follower = _Follower()
    follower.block(tree.body, {**field_names(fields), **added})
    return tuple(follower.faults)


def type_faults(expression: nodes.Expr, fields: type, wanted: type, called: str) -> tuple[NameFault, ...]:
    """What keeps an expression from being a ``wanted`` or None; ``called`` is what people call one."""
    follower = _Follower()
    type_ = follower.type_of(expression, field_names(fields))
    if not follower.faults and _not_none(type_) is not wanted:
        message = f'"{_path(expression)}" không phải {called}: chọn tên khác'
        return (NameFault("name-wrong-kind", message, expression.lineno),)
    return tuple(follower.faults)


class _Follower:
    """Walks a template with the types of the names in sight."""

    def __init__(self) -> None:
        self.faults: list[NameFault] = []

    def block(self, body: Iterable[nodes.Node], scope: Mapping[str, _Type]) -> dict[str, _Type]:
        """Statements one after the other; the scope at their end, widened by each ``set``."""
        seen = dict(scope)
        for node in body:
            if isinstance(node, nodes.For):
                self._loop(node, seen)
            elif isinstance(node, nodes.Assign):
                seen |= _bound(node.target, self.type_of(node.node, seen))
            elif isinstance(node, nodes.If):
                seen = self._choice(node, seen)
            elif isinstance(node, nodes.Output):
                self._output(node, seen)
            else:
                self._children(node, seen)
        return seen

    def _output(self, node: nodes.Output, scope: Mapping[str, _Type]) -> None:
        for child in node.nodes:
            if not _printable(self.type_of(child, scope)):
                name = _path(child)
                message = f'"{name}" không phải một dòng chữ: dùng for nếu là danh sách, hoặc ghi tên con "{name}.…"'
                self.faults.append(NameFault("name-not-text", message, child.lineno))

    def _choice(self, node: nodes.If, scope: Mapping[str, _Type]) -> dict[str, _Type]:
        """A ``set`` inside a branch lasts after it, as in Jinja."""
        self.type_of(node.test, scope)
        after = dict(scope)
        for branch in (node.body, node.elif_, node.else_):
            after |= self.block(branch, scope)
        return after

    def _loop(self, node: nodes.For, scope: Mapping[str, _Type]) -> None:
        type_ = self.type_of(node.iter, scope)
        if _is_known(type_) and not _is_list(_not_none(type_)):
            message = f'"{_path(node.iter)}" không phải danh sách: bỏ for'
            self.faults.append(NameFault("name-not-list", message, node.lineno))
        inner = {**scope, **_bound(node.target, _element(type_)), "loop": Any}
        if node.test is not None:
            self.type_of(node.test, inner)
        self.block(node.body, inner)
        self.block(node.else_, scope)

    def type_of(self, node: nodes.Node, scope: Mapping[str, _Type]) -> _Type:
        """Type of an expression, noting the unknown names in it."""
        if isinstance(node, nodes.Name):
            return self._member(node.name, scope, node)
        if isinstance(node, nodes.Getattr):
            return self._member_of(self.type_of(node.node, scope), node.attr, node)
        if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            owner = self.type_of(node.node, scope)
            return self._member_of(owner, node.arg.value, node) if isinstance(node.arg.value, str) else _element(owner)
        self._children(node, scope)
        return Any

    def _children(self, node: nodes.Node, scope: Mapping[str, _Type]) -> None:
        for child in node.iter_child_nodes():
            self.type_of(child, scope)

    def _member_of(self, owner: _Type, name: str, node: nodes.Node) -> _Type:
        return Any if owner is Any else self._member(name, field_names(_not_none(owner)), node)

    def _member(self, name: str, members: Mapping[str, _Type], node: nodes.Node) -> _Type:
        if name in members:
            return members[name]
        known = ", ".join(sorted(name for name in members if not name.startswith("_")))
        message = f'mẫu ghi tên "{_path(node)}" không có: ' + (
            f"chọn trong {known}" if known else "bỏ phần sau dấu chấm"
        )
        self.faults.append(NameFault("unknown-name", message, node.lineno))
        return Any


def _bound(target: nodes.Node, type_: _Type) -> dict[str, _Type]:
    if isinstance(target, nodes.Name):
        return {target.name: type_}
    return {name.name: Any for name in target.find_all(nodes.Name)}


def _path(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_path(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return f"{_path(node.node)}[{node.arg.value}]"
    return node.name if isinstance(node, nodes.Name) else "…"


def _not_none(type_: _Type) -> _Type:
    origin: Any = get_origin(type_)
    members = [member for member in get_args(type_) if member is not type(None)]
    return members[0] if origin not in (None, tuple, list, dict) and len(members) == 1 else type_


def _is_known(type_: _Type) -> bool:
    """Whether it is one class or list; of a union of several nothing is asked."""
    bare = _not_none(type_)
    return bare is not Any and (isinstance(bare, type) or _is_list(bare))


def _is_list(type_: _Type) -> bool:
    origin: Any = get_origin(type_)
    return origin in (tuple, list)


def _printable(type_: _Type) -> bool:
    if not _is_known(type_):
        return True
    bare = _not_none(type_)
    return isinstance(bare, type) and issubclass(bare, (str, int)) and bare is not bool


def _element(type_: _Type) -> _Type:
    bare = _not_none(type_)
    arguments = get_args(bare)
    return arguments[0] if _is_list(bare) and arguments else Any
