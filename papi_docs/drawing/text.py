"""A template written as prose: a ``.txt`` file with a paragraph a line, drawn into a Word document.

What a line starts with says what it is:

========================  =====================================================================
``= ``, ``== ``           heading I, heading 1
``- ``                    a point
``* name``, ``-* name``   a paragraph, a point for each element of a field
``> ``                    the closing paragraph, kept together with the signature
``@letterhead [minutes]`` the letterhead (form 1.4); of minutes, without place and date (form 1.9)
``@type TEXT``            type of the document
``@subject``              the lines of ``subject`` and the rule under them
``@bases``                the lines of ``bases``
``@addressees``           ``Kính gửi`` with the lines of ``addressees`` (I.II.9.a)
``@signature``            recipients and signature
``@signatures A: x | B: y``  two signature blocks, titles and fields of the names (form 1.9)
``@prepared``             who drew it up, and the head's signature (registers)
``@landscape``            the whole paper is landscape; stands first
``@style KEY TEXT``       a paragraph in a style of :data:`papi_docs.drawing.styles.STYLES`
``@each KEY x in y: TEXT``  the same for each element
``@table x in y``         a ruled table; a line ``| heading | mm | style | text`` for each column
``@table x in y by x.z``  the same; where the text begins with ``^``, one cell down to the next row with ``x.z``
``@annex landscape``      an annex on pages of its own
``@if``, ``@else``, ``@end``  as in Jinja
``@chart NAME``           a chart with the data of the field of that name
``@page``                 what follows begins a page
``# ``                    a remark, not printed
========================  =====================================================================

Anything else is a plain paragraph, kept with the next one if it ends with a colon. ``**Điều 1.**``
prints bold.
"""

import re
from collections.abc import Callable, Iterator
from importlib.resources import files

from docx.document import Document
from docx.enum.text import WD_BREAK

from papi_docs.drawing.charts import add_chart
from papi_docs.drawing.parts import (
    add,
    add_annex_section,
    add_letterhead,
    add_loop,
    add_prepared,
    add_rule,
    add_signature,
    add_two_signatures,
    new_template,
    turn,
)
from papi_docs.drawing.tables import add_table

__all__ = ["draw", "texts"]

_HEADINGS = {"=": "heading_1", "==": "heading_2", ">": "closing"}
_EACH = re.compile(r"(\w+) (\w+) in ([\w.]+): (.+)")


def texts() -> list[str]:
    """Names of the templates that can be drawn."""
    folder = files("papi_docs.drawing").joinpath("texts")
    return sorted(file.name.removesuffix(".txt") for file in folder.iterdir())


def draw(name: str) -> Document:
    """The template of that name.

    Raises:
        ValueError: a line of its text cannot be read; the message has the line.
    """
    text = files("papi_docs.drawing").joinpath("texts", f"{name}.txt").read_text(encoding="utf-8")
    document = new_template()
    lines = iter([*(line for line in text.splitlines() if line.strip() and not line.startswith("#")), ""])
    for line in lines:
        if line:
            _draw_line(document, line, lines)
    return document


def _draw_line(document: Document, line: str, following: Iterator[str]) -> None:
    mark, _, rest = line.partition(" ")
    if mark == "@table":
        _draw_table(document, rest, following)
    elif mark.startswith("@"):
        if mark not in _COMMANDS:
            raise ValueError(line)
        _COMMANDS[mark](document, rest)
    elif mark in _HEADINGS:
        add(document, _HEADINGS[mark], rest)
    elif mark in ("*", "-*"):
        add_loop(document, "line", rest, "body", f"{mark.removesuffix('*')} {{{{ line }}}}".strip())
    else:
        add(document, "lead_in" if line.endswith(":") else "body", line)


def _draw_subject(document: Document, _: str) -> None:
    add_loop(document, "line", "subject", "subject", "{{ line }}")
    add_rule(document, "Kẻ dưới trích yếu", "subject_rule", after=12)


def _draw_addressees(document: Document, _: str) -> None:
    """One addressee stands on the line of ``Kính gửi``; several stand under it, a line each."""
    add(document, "addressee", "{%p if addressees|length == 1 %}")
    add(document, "addressee", "Kính gửi: {{ addressees|first }}")
    add(document, "addressee", "{%p else %}")
    add(document, "addressee", "Kính gửi:")
    add_loop(document, "line", "addressees", "addressees", "{{ line }}")
    add(document, "addressee", "{%p endif %}")


def _draw_signatures(document: Document, rest: str) -> None:
    left, right = (
        (title.strip(), name.strip()) for title, _, name in (part.partition(":") for part in rest.split("|"))
    )
    add_two_signatures(document, left, right)


def _draw_page_break(document: Document, _: str) -> None:
    add(document, "section_end", "").add_run().add_break(WD_BREAK.PAGE)


def _draw_style(document: Document, rest: str) -> None:
    style, _, text = rest.partition(" ")
    add(document, style, text)


def _draw_each(document: Document, rest: str) -> None:
    found = _EACH.fullmatch(rest)
    if found is None:
        raise ValueError(rest)
    style, target, iterable, text = found.groups()
    add_loop(document, target, iterable, style, text)


def _draw_table(document: Document, rest: str, following: Iterator[str]) -> None:
    """Take the lines of the columns; the line after them is drawn as well."""
    target, _, iterable = rest.partition(" in ")
    iterable, _, starts = iterable.partition(" by ")
    columns: list[tuple[str, float, str, str]] = []
    for line in following:
        if not line.startswith("|"):
            add_table(document, columns, (target, iterable), starts)
            if line:
                _draw_line(document, line, following)
            return
        heading, width, style, text = (part.strip() for part in line.removeprefix("|").split("|"))
        columns.append((heading, float(width), style, text))


_COMMANDS: dict[str, Callable[[Document, str], object]] = {
    "@letterhead": lambda document, rest: add_letterhead(document, dated=rest != "minutes"),
    "@type": lambda document, rest: add(document, "type", rest),
    "@subject": _draw_subject,
    "@bases": lambda document, _: add_loop(document, "basis", "bases", "basis", "{{ basis }}"),
    "@addressees": _draw_addressees,
    "@signature": lambda document, _: add_signature(document),
    "@signatures": _draw_signatures,
    "@prepared": lambda document, _: add_prepared(document),
    "@landscape": lambda document, _: turn(document.sections[0]),
    "@style": _draw_style,
    "@each": _draw_each,
    "@annex": lambda document, rest: add_annex_section(document, landscape=rest == "landscape"),
    "@if": lambda document, rest: add(document, "body", f"{{%p if {rest} %}}"),
    "@else": lambda document, _: add(document, "body", "{%p else %}"),
    "@chart": add_chart,
    "@page": _draw_page_break,
    "@end": lambda document, _: add(document, "body", "{%p endif %}"),
}
