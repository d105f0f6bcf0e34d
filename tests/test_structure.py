"""The house: which room may stand on which, and no cycle anywhere, not even by types."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import papi_docs

PACKAGE = Path(papi_docs.__file__).parent

ALLOWED = {
    "findings": set(),
    "errors": {"findings"},
    "vietnamese": set(),
    "decree30": set(),
    "layout": set(),
    "package": set(),
    "typography": {"vietnamese"},
    "html": set(),
    "model": {"html", "vietnamese", "errors", "findings", "decree30"},
    "excel": {"model", "findings", "errors", "vietnamese", "package"},
    "filling": {"package", "findings", "errors", "vietnamese"},
    "documents": {
        "model",
        "decree30",
        "layout",
        "typography",
        "vietnamese",
        "filling",
        "findings",
        "errors",
        "package",
        "html",
    },
    "drawing": {"decree30", "layout", "package", "filling"},
    "checker": {"decree30", "typography", "vietnamese", "html", "findings", "errors", "package"},
    "pages": {"documents", "errors", "findings"},
    "run_report": {"batch", "documents", "findings", "package"},
    "batch": {"html", "checker", "documents", "model", "findings", "errors", "package", "vietnamese"},
    "cli": {
        "pages",
        "run_report",
        "batch",
        "checker",
        "documents",
        "excel",
        "findings",
        "errors",
        "package",
        "vietnamese",
    },
}
"""Rooms, and the rooms each may import."""


def modules() -> dict[str, set[str]]:
    """Every module with the modules of ours that it imports."""
    found: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        parts = ("papi_docs", *path.relative_to(PACKAGE).with_suffix("").parts)
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imports = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        imports += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
        found[name] = {module for module in imports if module.split(".")[0] == "papi_docs"}
    return found


def room(module: str) -> str:
    return [*module.split("."), ""][1]


def test_no_module_is_in_a_cycle() -> None:
    assert list(TopologicalSorter(modules()).static_order())


def test_rooms_stand_on_what_they_may() -> None:
    wrong = {
        (name, module)
        for name, imports in modules().items()
        for module in imports
        if room(name) in ALLOWED and room(module) != room(name) and room(module) not in ALLOWED[room(name)]
    }
    assert wrong == set()


def test_every_room_is_in_the_table() -> None:
    assert {room(name) for name in modules()} - {"", "__main__"} == set(ALLOWED)
