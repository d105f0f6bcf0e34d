"""Letters put into the size, weight, slant and case that their element has in the decree."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.text.run import CT_R
from docx.shared import Pt
from docx.text.font import Font
from lxml import etree

from papi_docs.checker.anatomy import Span
from papi_docs.checker.mending.errors import CannotMend
from papi_docs.checker.mending.letters import between, letters_of, retype, runs_between
from papi_docs.checker.mending.place import Mender, Place
from papi_docs.checker.rules.layout.looks import dominant_size
from papi_docs.checker.written import Run
from papi_docs.decree30 import ELEMENTS, Range

__all__ = ["LOOK_MENDERS"]

_Dress = Callable[[Font], None]

_ARTICLE: Final = re.compile(r"\s*Điều\s+\d+[a-zđ]?\s*[.:]?", re.IGNORECASE)
_NAME: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")


def _whole_parts(place: Place) -> Iterator[Span]:
    """Stretches of every part that the observation speaks of; of an article its label."""
    for part in place.parts():
        for span in part.spans:
            yield _label(span) if part.role == "article" else span


def _label(span: Span) -> Span:
    match = _ARTICLE.match(span.text)
    return Span(span.paragraph, span.start, span.start + match.end()) if match else span


def _dressed(place: Place, span: Span, wrong: Callable[[Run], bool], dress: _Dress) -> None:
    """Dress those letters of a span whose run is set wrongly, where the paragraph can be mended."""
    with suppress(CannotMend):
        paragraph = place.twin(span.paragraph)
        for run in span.runs:
            if wrong(run) and not run.raised:
                start, end = max(run.start, span.start), min(run.end, span.end)
                for found in runs_between(paragraph, span.paragraph.text, start, end):
                    dress(_font(found))


def _font(run: etree._Element) -> Font:
    assert isinstance(run, CT_R)  # noqa: S101 - what a w:r is parsed as
    return Font(run)


def _resized(allowed: Range) -> Mender:
    """Letters outside the range get its nearest size."""

    def mend(place: Place) -> None:
        for span in _whole_parts(place):
            for size in {run.size for run in span.runs if run.size not in allowed}:
                _dressed(place, span, _of_size(size), _sized(min(max(size, allowed.least), allowed.most)))

    return mend


def _body_resized(place: Place) -> None:
    """Running text in the size of most of it, where that is right; else in the nearest right one."""
    allowed, usual = ELEMENTS["body"].size, dominant_size(place.anatomy)
    within = Range(usual, usual, usual) if usual is not None and usual in allowed else allowed
    _resized(within)(place)


def _of_size(size: float) -> Callable[[Run], bool]:
    return lambda run: run.size == size


def _sized(size: float) -> _Dress:
    def dress(font: Font) -> None:
        font.size = Pt(size)

    return dress


def _weighed(*, bold: bool) -> Mender:
    def dress(font: Font) -> None:
        font.bold = bold

    return lambda place: _all(place, lambda run: run.bold is not bold, dress)


def _slanted(*, italic: bool) -> Mender:
    def dress(font: Font) -> None:
        font.italic = italic

    return lambda place: _all(place, lambda run: run.italic is not italic, dress)


def _all(place: Place, wrong: Callable[[Run], bool], dress: _Dress) -> None:
    for span in _whole_parts(place):
        _dressed(place, span, wrong, dress)


def _recased(case: Callable[[str], str]) -> Mender:
    """Every part typed in another case. Letters that only look like capitals are typed as such too."""

    def mend(place: Place) -> None:
        for span in (span for part in place.parts() for span in part.spans):
            with suppress(CannotMend):
                letters = letters_of(place.twin(span.paragraph), span.paragraph.text)
                stretch = letters[between(letters, span.start, span.end)]
                retype(stretch, case("".join(letter.char for letter in stretch)))

    return mend


def _name_case(text: str) -> str:
    """``NGUYỄN VĂN AN`` as ``Nguyễn Văn An``; a name with other signs in it is left to its bearer."""
    if not _NAME.fullmatch(text.strip()):
        raise CannotMend("họ tên có ký hiệu riêng, cần người viết lại")
    return " ".join(word[:1].upper() + word[1:].lower() for word in text.split(" "))


def _blacken(place: Place) -> None:
    """Coloured letters in the automatic colour, which prints black."""
    for span in place.spans:
        _dressed(place, span, lambda run: bool(run.color), _uncoloured)


def _uncoloured(font: Font) -> None:
    properties = font.element.get_or_add_rPr()
    color = properties.find(qn("w:color"))
    if color is None:
        color = properties._add_color()  # noqa: SLF001 - python-docx only sets an RGB value
    color.attrib.clear()
    color.set(qn("w:val"), "auto")


def _unmark(place: Place) -> None:
    """Highlighted letters without the highlight."""
    for span in place.spans:
        _dressed(place, span, lambda run: run.highlight, _unhighlighted)


def _unhighlighted(font: Font) -> None:
    """Said, not only taken away: a style may highlight. A shade behind the letters goes too."""
    properties = font.element.get_or_add_rPr()
    for shade in properties.findall(qn("w:shd")):
        properties.remove(shade)
    font.highlight_color = None
    mark = properties._add_highlight()  # noqa: SLF001 - python-docx cannot write "none"
    mark.set(qn("w:val"), "none")


def _plain(place: Place) -> None:
    """A link as the other words: black, without a line under it."""
    _blacken(place)
    _ununderline(place)


def _ununderline(place: Place) -> None:
    for span in place.spans:
        _dressed(place, span, lambda run: run.underline, _ununderlined)


def _ununderlined(font: Font) -> None:
    font.underline = False


def _level(place: Place) -> None:
    """Paragraphs of another size in the size of most of the text."""
    usual = dominant_size(place.anatomy)
    if usual is None or usual not in ELEMENTS["body"].size:
        raise CannotMend("cỡ chữ của phần lớn nội dung cũng sai")
    for span in place.spans:
        _dressed(place, span, lambda run: run.size != usual, _sized(usual))


def _look_menders() -> Iterator[tuple[str, Mender]]:
    for role, element in ELEMENTS.items():
        stem = role.replace("_", "-")
        yield f"{stem}-size", _resized(element.size)
        yield f"{stem}-not-bold", _weighed(bold=True)
        yield f"{stem}-bold", _weighed(bold=False)
        yield f"{stem}-not-italic", _slanted(italic=True)
        yield f"{stem}-italic", _slanted(italic=False)
        yield f"{stem}-not-capitals", _recased(str.upper)
    yield "text-coloured", _blacken
    yield "text-highlighted", _unmark
    yield "link-coloured", _plain
    yield "heading-underlined", _ununderline
    yield "body-size", _body_resized
    yield "body-mixed-size", _level
    yield "signer-capitals", _recased(_name_case)


LOOK_MENDERS: dict[str, Mender] = dict(_look_menders())
"""Menders of every trait of every element, by the codes that rules of it have."""
