"""The running text of a template, kept as prose in a ``.txt`` file beside its drawing.

A paragraph a line. What a line starts with says what it is: ``= `` heading I, ``== `` heading 1,
``- `` a point, ``* name`` a paragraph for each element of a field, ``-* name`` a point for each,
``> `` the closing paragraph, kept with the signature; ``# `` is not printed; anything else is a
plain paragraph.
"""

from importlib.resources import files

from docx.document import Document

from papi_docs.drawing.parts import add, add_loop

__all__ = ["add_text"]

_HEADINGS = {"=": "heading_1", "==": "heading_2", ">": "closing"}


def add_text(document: Document, name: str) -> None:
    """Add the paragraphs of ``name`` (``plan.txt``)."""
    for line in files("papi_docs.drawing").joinpath(name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            _add_line(document, line)


def _add_line(document: Document, line: str) -> None:
    mark, _, rest = line.partition(" ")
    if mark in _HEADINGS:
        add(document, _HEADINGS[mark], rest)
    elif mark in ("*", "-*"):
        add_loop(document, "line", rest, "body", f"{mark.removesuffix('*')} {{{{ line }}}}".strip())
    else:
        add(document, "body", line)
