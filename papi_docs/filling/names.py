"""Do the names in a template stand for fields? Asked before anything is filled, all at once.

A template's names are followed through the types of the fields: ``letterhead.number`` is a name if
the fields have a ``letterhead`` whose type has a ``number``; in ``{% for line in bases %}`` the name
``line`` is an element of ``bases``.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args, get_origin, get_type_hints

from jinja2 import nodes

__all__ = ["Unknown", "field_names", "unknown_names"]

_Type = Any
"""A type of a field; ``Any`` where nothing is known, and then nothing is asked."""


@dataclasses.dataclass(frozen=True, slots=True)
class Unknown:
    """A name that no field has, the fields that stand there instead, and the line of the source."""

    name: str
    known: tuple[str, ...]
    line: int


def field_names(type_: _Type) -> dict[str, _Type]:
    """Fields and properties of a dataclass with their types; empty for every other type."""
    if not (isinstance(type_, type) and dataclasses.is_dataclass(type_)):
        return {}
    hints = get_type_hints(type_)
    found: dict[str, _Type] = {field.name: hints[field.name] for field in dataclasses.fields(type_)}
    for name, member in vars(type_).items():
        if isinstance(member, property) and not name.startswith("_"):
            found[name] = get_type_hints(member.fget).get("return", Any)
    return found


def unknown_names(tree: nodes.Template, fields: type) -> tuple[Unknown, ...]:
    """Every name in the tree that does not lead to a field, in reading order."""
    follower = _Follower()
    follower.block(tree.body, field_names(fields))
    return tuple(follower.unknown)


class _Follower:
    """Walks a template with the types of the names in sight."""

    def __init__(self) -> None:
        self.unknown: list[Unknown] = []

    def block(self, body: Iterable[nodes.Node], scope: Mapping[str, _Type]) -> None:
        """Statements one after the other; ``set`` widens the scope for those that follow."""
        scope = dict(scope)
        for node in body:
            if isinstance(node, nodes.For):
                self._loop(node, scope)
            elif isinstance(node, nodes.Assign):
                scope |= self._bound(node.target, self.type_of(node.node, scope))
            elif isinstance(node, nodes.If):
                self._choice(node, scope)
            else:
                for child in _expressions(node):
                    self.type_of(child, scope)

    def _choice(self, node: nodes.If, scope: Mapping[str, _Type]) -> None:
        self.type_of(node.test, scope)
        for branch in (node.body, node.elif_, node.else_):
            self.block(branch, scope)

    def _loop(self, node: nodes.For, scope: Mapping[str, _Type]) -> None:
        element = _element(self.type_of(node.iter, scope))
        inner = {**scope, **self._bound(node.target, element), "loop": Any}
        if node.test is not None:
            self.type_of(node.test, inner)
        self.block(node.body, inner)
        self.block(node.else_, scope)

    def _bound(self, target: nodes.Node, type_: _Type) -> dict[str, _Type]:
        if isinstance(target, nodes.Name):
            return {target.name: type_}
        return {name.name: Any for name in target.find_all(nodes.Name)}

    def type_of(self, node: nodes.Node, scope: Mapping[str, _Type]) -> _Type:
        """Type of an expression, noting the unknown names in it."""
        if isinstance(node, nodes.Name):
            return self._member(node.name, scope, node.name, node.lineno)
        if isinstance(node, nodes.Getattr):
            owner = self.type_of(node.node, scope)
            if owner is Any:
                return Any
            return self._member(node.attr, field_names(_not_none(owner)), _path(node), node.lineno)
        for child in _expressions(node):
            self.type_of(child, scope)
        if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            return _element(self.type_of(node.node, scope))
        return Any

    def _member(self, name: str, members: Mapping[str, _Type], path: str, line: int) -> _Type:
        if name in members:
            return members[name]
        self.unknown.append(Unknown(path, tuple(sorted(members)), line))
        return Any


def _expressions(node: nodes.Node) -> Iterator[nodes.Node]:
    return node.iter_child_nodes()


def _path(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_path(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "…"


def _not_none(type_: _Type) -> _Type:
    origin: Any = get_origin(type_)
    members = [member for member in get_args(type_) if member is not type(None)]
    return members[0] if origin not in (None, tuple, list, dict) and len(members) == 1 else type_


def _element(type_: _Type) -> _Type:
    origin: Any = get_origin(type_)
    arguments = get_args(type_)
    return arguments[0] if origin in (tuple, list) and arguments else Any
