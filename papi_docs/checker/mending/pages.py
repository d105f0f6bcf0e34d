"""The page set-up put right: paper, margins, page numbers."""

from collections.abc import Iterator
from typing import Final

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.section import CT_SectPr
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm
from lxml import etree

from papi_docs.checker.mending.errors import CannotMend
from papi_docs.checker.mending.place import Mender, Place
from papi_docs.checker.written import Section
from papi_docs.decree30 import FONT, PAGE, PAGE_NUMBER, Range

__all__ = ["PAGE_MENDERS"]

_R_ID: Final = qn("r:id")
_HEADER_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_SLACK: Final = 0.3
"""Millimetres by which a length may be off that was meant to be right."""


def _set_up(place: Place, section: Section) -> CT_SectPr:
    if section.element is None:
        raise CannotMend("không tìm thấy thiết lập trang trong tệp")
    found = place.copy.twin(section.element)
    assert isinstance(found, CT_SectPr)  # noqa: S101 - what a w:sectPr is parsed as
    return found


def _margin(side: str) -> Mender:
    """The margin of every upright page at the nearest length that the decree allows."""

    def mend(place: Place) -> None:
        allowed: Range = getattr(PAGE, side)
        for section in place.anatomy.written.sections:
            if section.width > section.height:
                continue
            length: float = getattr(section, side) + (section.gutter if side == "left" else 0)
            if not allowed.least - _SLACK <= length <= allowed.most + _SLACK:
                setup = _set_up(place, section)
                setattr(setup, f"{side}_margin", Mm(min(max(length, allowed.least), allowed.most)))
                if side == "left" and section.gutter:
                    setup.gutter = Mm(0)

    return mend


def _paper(place: Place) -> None:
    """A4, turned as it was."""
    for section in place.anatomy.written.sections:
        setup = _set_up(place, section)
        sides = (PAGE.height, PAGE.width) if section.width > section.height else (PAGE.width, PAGE.height)
        setup.page_width, setup.page_height = Mm(sides[0]), Mm(sides[1])


def _number(place: Place) -> None:
    """The page number alone in the middle of the header, not on page 1."""
    sections = place.anatomy.written.sections
    setups = [_set_up(place, section) for section in sections]
    for setup in setups:
        _forbid_other_words(place, setup)
    for setup in setups:
        for kind, reference in _references(setup):
            root = place.copy.tree(place.copy.related()[reference.get(_R_ID, "")])
            if kind != "first" or _fields(root):
                _take_out_numbers(root)
    first = next(iter(setups))
    _give_header(place, first)
    for setup in setups[1:]:
        _drop_references(setup)
    first.titlePg_val = True


def _arabic(place: Place) -> None:
    """Numbers counted 1, 2, 3."""
    for section in place.anatomy.written.sections:
        for kind in _set_up(place, section).findall(qn("w:pgNumType")):
            kind.attrib.pop(qn("w:fmt"), "")


def _forbid_other_words(place: Place, setup: CT_SectPr) -> None:
    """Turning on another first page would hide what stands in every header now."""
    for _, reference in _references(setup):
        root = place.copy.tree(place.copy.related()[reference.get(_R_ID, "")])
        if place.copy.is_tracked(root):
            raise CannotMend("đầu trang hoặc chân trang có thay đổi chưa duyệt (Track Changes)")
        if any(_holds_more(paragraph) for paragraph in root.iter(qn("w:p"))):
            raise CannotMend("đầu trang hoặc chân trang còn nội dung khác ngoài số trang")


def _references(setup: CT_SectPr) -> Iterator[tuple[str, etree._Element]]:
    for node in setup:
        if node.tag in (qn("w:headerReference"), qn("w:footerReference")):
            yield node.get(qn("w:type"), "default"), node


def _fields(root: etree._Element) -> list[etree._Element]:
    simple = [node for node in root.iter(qn("w:fldSimple")) if "PAGE" in node.get(qn("w:instr"), "")]
    return simple + [node for node in root.iter(qn("w:instrText")) if "PAGE" in (node.text or "")]


def _holds_more(paragraph: etree._Element) -> bool:
    """Words, lines or pictures beside a page number: ``Trang 2/5`` and ``- 2 -`` are no more than that."""
    if next(paragraph.iter(qn("w:drawing"), qn("w:pict"), qn("w:tbl"), qn("w:object")), None) is not None:
        return not _fields(paragraph)
    text = "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
    letters = text.lower().replace("trang", "").replace("page", "")
    return any(letter.isalpha() for letter in letters) or (bool(text.strip()) and not _fields(paragraph))


def _take_out_numbers(root: BaseOxmlElement) -> None:
    """Paragraphs with page numbers left empty; their frames and text boxes go with them."""
    for field in _fields(root):
        paragraph = next(iter(list(field.iterancestors(qn("w:p")))[-1:]), None)
        if paragraph is not None and paragraph.getparent() is not None:
            for node in list(paragraph):
                if node.tag != qn("w:pPr"):
                    paragraph.remove(node)


def _give_header(place: Place, setup: CT_SectPr) -> None:
    number = _numbered_paragraph()
    reference = next((node for kind, node in _references(setup) if kind == "default" and "header" in node.tag), None)
    if reference is not None:
        root = place.copy.tree(place.copy.related()[reference.get(_R_ID, "")])
        for empty in root.findall(qn("w:p")):
            if not list(empty.iter(qn("w:r"))):
                root.remove(empty)
                break
        root.insert(0, number)
        return
    root = parse_xml(f"<w:hdr {nsdecls('w', 'r')}/>")
    root.append(number)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    key = place.copy.add(place.copy.free_name("header"), "header", _HEADER_TYPE, data)
    made = OxmlElement("w:headerReference")
    made.set(qn("w:type"), "default")
    made.set(_R_ID, key)
    setup.insert(0, made)


def _numbered_paragraph() -> BaseOxmlElement:
    look = (
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/><w:b w:val="0"/><w:i w:val="0"/>'
        f'<w:color w:val="auto"/><w:sz w:val="{PAGE_NUMBER.size.preferred * 2:g}"/></w:rPr>'
    )
    return parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{look}<w:instrText xml:space="preserve"> PAGE '
        f'</w:instrText></w:r><w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{look}<w:t>2</w:t></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def _drop_references(setup: CT_SectPr) -> None:
    """Without its own header a section shows that of the one before it."""
    for kind, node in list(_references(setup)):
        if kind == "default" and "header" in node.tag:
            setup.remove(node)


PAGE_MENDERS: dict[str, Mender] = {
    "margin-top": _margin("top"),
    "margin-bottom": _margin("bottom"),
    "margin-left": _margin("left"),
    "margin-right": _margin("right"),
    "paper-not-a4": _paper,
    **{
        f"page-number-{fault}": _number
        for fault in ("missing", "in-footer", "on-first-page", "not-centred", "size", "italic", "bold", "decorated")
    },
    "page-number-not-arabic": _arabic,
}
"""Menders of the page, by the codes of their rules."""
