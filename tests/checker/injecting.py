"""Ways to spoil a paper as a careless clerk does: by hand, through a style, through the document's defaults.

Each function gives an edit: a function that changes an open document in place.
"""

# python-docx gives styles, fonts and sections without types.
# ruff: noqa: ANN401

import itertools
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

__all__ = ["Edit", "every", "find", "formatted", "layout", "page", "paragraphs", "retyped", "through"]

Edit = Callable[[Document], None]
"""Changes a document in place."""

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_TOGGLES = {"bold", "italic", "underline", "strike", "small_caps", "all_caps"}


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Every paragraph of the body, those of tables too, in reading order."""
    for element in document.element.body.iter(qn("w:p")):
        yield Paragraph(element, document._body)


def find(document: Document, text: str) -> Paragraph:
    """The paragraph that is ``text``, else the first one with it.

    Raises:
        LookupError: there is none: the test, not the paper, is wrong.
    """
    found = [paragraph for paragraph in paragraphs(document) if text in paragraph.text]
    if not found:
        raise LookupError(text)
    return next((paragraph for paragraph in found if paragraph.text.strip() == text), found[0])


def worded(paragraph: Paragraph, text: str) -> list[Run]:
    """Its runs that share letters with ``text``; every run with letters where none does."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    return [run for run in runs if text in run.text or run.text.strip() in text] or runs


def every(*edits: Edit) -> Edit:
    """Several edits as one."""

    def edit(document: Document) -> None:
        for one in edits:
            one(document)

    return edit


def formatted(text: str, way: str = "direct", **wanted: Any) -> Edit:
    """Letters of the paragraph with ``text`` in another formatting: ``size=15``, ``bold=False``, ``font="Arial"``.

    ``way`` says how: ``direct``, ``character style``, ``paragraph style``, ``based style`` (inherited from a
    style's base), ``table style`` or ``theme`` (a font alone).
    """

    def edit(document: Document) -> None:
        paragraph = find(document, text)
        _WAYS[way](document, paragraph, worded(paragraph, text), wanted)

    return edit


def _direct(_: Document, __: Paragraph, runs: list[Run], wanted: dict[str, Any]) -> None:
    for run in runs:
        _set(run.font, wanted)


def _character_style(document: Document, _: Paragraph, runs: list[Run], wanted: dict[str, Any]) -> None:
    style = _new_style(document, WD_STYLE_TYPE.CHARACTER)
    _set(style.font, wanted)
    for run in runs:
        _clear(run, wanted)
        run.style = style


def _paragraph_style(document: Document, paragraph: Paragraph, runs: list[Run], wanted: dict[str, Any]) -> None:
    style = _new_style(document, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = paragraph.style
    _set(style.font, wanted)
    for run in runs:
        _clear(run, wanted)
    paragraph.style = style


def _based_style(document: Document, paragraph: Paragraph, runs: list[Run], wanted: dict[str, Any]) -> None:
    _paragraph_style(document, paragraph, runs, wanted)
    child = _new_style(document, WD_STYLE_TYPE.PARAGRAPH)
    child.base_style = paragraph.style
    paragraph.style = child


def _table_style(document: Document, paragraph: Paragraph, runs: list[Run], wanted: dict[str, Any]) -> None:
    """Only for what nothing nearer says: the document's Normal outranks a table style."""
    style = _new_style(document, WD_STYLE_TYPE.TABLE)
    _set(style.font, wanted)
    table: Any = next(paragraph._p.iterancestors(qn("w:tbl")))
    named = table.tblPr.find(qn("w:tblStyle"))
    if named is None:
        named = OxmlElement("w:tblStyle")
        table.tblPr.insert(0, named)
    named.set(qn("w:val"), style.style_id)
    for run in runs:
        _clear(run, wanted)


def _theme(_: Document, __: Paragraph, runs: list[Run], wanted: dict[str, Any]) -> None:
    assert set(wanted) == {"font"}
    for run in runs:
        fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
        for slot in ("asciiTheme", "hAnsiTheme"):
            fonts.set(qn(f"w:{slot}"), wanted["font"])


_WAYS: dict[str, Callable[[Document, Paragraph, list[Run], dict[str, Any]], None]] = {
    "direct": _direct,
    "character style": _character_style,
    "paragraph style": _paragraph_style,
    "based style": _based_style,
    "table style": _table_style,
    "theme": _theme,
}


def _new_style(document: Document, kind: WD_STYLE_TYPE) -> Any:
    return document.styles.add_style(f"Kiểu {len(document.styles)}", kind)


def _set(font: Any, wanted: dict[str, Any]) -> None:
    for name, value in wanted.items():
        if name == "size":
            font.size = Pt(value)
        elif name == "color":
            font.color.rgb = RGBColor.from_string(value)
        elif name == "font":
            fonts = font.element.get_or_add_rPr().get_or_add_rFonts()
            for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(qn(f"w:{slot}"), value)
        elif name in _TOGGLES:
            setattr(font, name, value)
        else:
            raise LookupError(name)


def _clear(run: Run, wanted: dict[str, Any]) -> None:
    for name in wanted:
        if name == "font":
            for fonts in run._r.xpath("./w:rPr/w:rFonts"):
                fonts.getparent().remove(fonts)
        elif name == "color":
            for color in run._r.xpath("./w:rPr/w:color"):
                color.getparent().remove(color)
        else:
            setattr(run.font, name, None)


def through(style: str, **wanted: Any) -> Edit:
    """A style changed for everything written in it: ``"Normal"``, or ``""`` for the document's defaults."""

    def edit(document: Document) -> None:
        if style:
            _set(document.styles[style].font, wanted)
            return
        normal = document.styles["Normal"].element
        for fonts in normal.xpath("./w:rPr/w:rFonts"):
            fonts.getparent().remove(fonts)
        (defaults,) = document.styles.element.xpath("./w:docDefaults/w:rPrDefault/w:rPr")
        for fonts in defaults.findall(qn("w:rFonts")):
            defaults.remove(fonts)
        font = wanted["font"]
        defaults.insert(
            0,
            parse_xml(
                f'<w:rFonts {nsdecls("w")} w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}" w:eastAsia="{font}"/>'
            ),
        )

    return edit


def layout(text: str, way: str = "direct", **wanted: Any) -> Edit:
    """A paragraph laid out otherwise: ``align="left"``, ``first=0`` (mm), ``before=0`` (pt), ``leading=2``.

    ``leading`` is a multiple where it is below 5, else exact points.
    """

    def edit(document: Document) -> None:
        paragraph = find(document, text)
        if way == "direct":
            _lay(paragraph.paragraph_format, wanted)
            return
        style = _new_style(document, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = paragraph.style
        _lay(style.paragraph_format, wanted)
        for name in wanted:
            setattr(paragraph.paragraph_format, _NAMES[name], None)
        paragraph.style = style

    return edit


_NAMES = {
    "align": "alignment",
    "first": "first_line_indent",
    "left": "left_indent",
    "before": "space_before",
    "after": "space_after",
    "leading": "line_spacing",
}
_ALIGN = {"left": ALIGN.LEFT, "right": ALIGN.RIGHT, "center": ALIGN.CENTER, "justify": ALIGN.JUSTIFY}


def _lay(format_: Any, wanted: dict[str, Any]) -> None:
    for name, value in wanted.items():
        made: Any = value
        if name == "align":
            made = _ALIGN[value]
        elif name in ("first", "left"):
            made = Mm(value)
        elif name in ("before", "after") or (name == "leading" and value >= 5):
            made = Pt(value)
        setattr(format_, _NAMES[name], made)


def retyped(old: str, new: str) -> Edit:
    """Words typed otherwise, in the first run that has them."""

    def edit(document: Document) -> None:
        run = next(run for run in find(document, old).runs if old in run.text)
        texts = [node for node in run._r.iter(qn("w:t")) if old in (node.text or "")]
        texts[0].text = (texts[0].text or "").replace(old, new, 1)
        texts[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    return edit


def removed(text: str) -> Edit:
    """A paragraph taken out."""

    def edit(document: Document) -> None:
        element: Any = find(document, text)._p
        element.getparent().remove(element)

    return edit


def inserted(after: str, *texts: str) -> Edit:
    """Paragraphs like the one with ``after`` in it, with other words, under it."""

    def edit(document: Document) -> None:
        model = find(document, after)._p
        for text in reversed(texts):
            copy = deepcopy(model)
            nodes = list(copy.iter(qn("w:t")))
            nodes[0].text = text
            for node in nodes[1:]:
                node.text = ""
            model.addnext(copy)

    return edit


def page(section: int = 0, **wanted: Any) -> Edit:
    """The page set-up otherwise: attributes of python-docx's section, millimetres."""

    def edit(document: Document) -> None:
        for name, value in wanted.items():
            made = value if isinstance(value, bool) else Mm(value)
            setattr(document.sections[section], name, made)

    return edit


def rule_of(document: Document, text: str) -> Any:
    """The drawn line anchored in the paragraph with ``text`` in it."""
    (line,) = find(document, text)._p.iter(
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
    )
    return line


def without_rule(text: str) -> Edit:
    """The drawn line under these words gone."""

    def edit(document: Document) -> None:
        line = rule_of(document, text)
        line.getparent().remove(line)

    return edit


def stretched_rule(text: str, factor: float) -> Edit:
    """The drawn line under these words longer or shorter."""

    def edit(document: Document) -> None:
        line = rule_of(document, text)
        for node in line.iter():
            if node.get("cx") is not None:
                node.set("cx", str(round(int(node.get("cx")) * factor)))
        for node in line.iter("{urn:schemas-microsoft-com:vml}line"):
            node.set("to", re.sub(r"^[\d.]+", lambda found: f"{float(found[0]) * factor:.1f}", node.get("to")))

    return edit


def loose_rule(text: str) -> Edit:
    """The drawn line in a paragraph of its own, an empty one between it and these words."""

    def edit(document: Document) -> None:
        line, paragraph = rule_of(document, text), find(document, text)
        for offset in line.iter(f"{_DRAWING}positionV"):
            offset[0].text = "0"
        properties = deepcopy(paragraph._p.get_or_add_pPr())
        for _ in range(2):
            paragraph._p.addnext(OxmlElement("w:p"))
            next(paragraph._p.itersiblings()).append(deepcopy(properties))
        own: Any = next(itertools.islice(paragraph._p.itersiblings(), 1, None))
        Paragraph(own, paragraph._parent).add_run()._r.append(line)

    return edit


def crossed_columns(table: int) -> Edit:
    """The left and the right column of a table in each other's place."""

    def edit(document: Document) -> None:
        element = document.tables[table]._tbl
        element.tblGrid.append(element.tblGrid[0])
        for row in element.tr_lst:
            row.append(row.tc_lst[0])

    return edit


def dashed_rule(text: str) -> Edit:
    """The drawn line under these words dashed instead of solid."""

    def edit(document: Document) -> None:
        line = rule_of(document, text)
        for node in line.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}ln"):
            dash = parse_xml('<a:prstDash xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" val="dash"/>')
            node.append(dash)

    return edit


def typed_rule(text: str, letters: str) -> Edit:
    """A row of letters (``-----``) under these words instead of the drawn line."""

    def edit(document: Document) -> None:
        without_rule(text)(document)
        paragraph = find(document, text)
        copy = deepcopy(paragraph._p)
        for node in copy.iter(qn("w:t")):
            node.text = letters
        paragraph._p.addnext(copy)

    return edit


def underlined_rule(text: str) -> Edit:
    """The words themselves underlined instead of the drawn line."""
    return every(without_rule(text), formatted(text, underline=True))


def page_number(edit_it: Callable[[Paragraph, Document], None]) -> Edit:
    """Something done to the paragraph with the page number."""

    def edit(document: Document) -> None:
        edit_it(document.sections[0].header.paragraphs[0], document)

    return edit
