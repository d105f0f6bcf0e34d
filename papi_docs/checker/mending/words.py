"""Words put right where there is one right way to write them."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final

from papi_docs.checker.anatomy import Span
from papi_docs.checker.mending.errors import CannotMend
from papi_docs.checker.mending.letters import Letter, between, letters_of, retype
from papi_docs.checker.mending.place import Mender, Place
from papi_docs.checker.rules.text.citations import symbol_slips
from papi_docs.checker.rules.text.letters import foreign_slips, invisible_places
from papi_docs.checker.rules.text.prose import Find
from papi_docs.decree30 import DOCUMENT_TYPES, MOTTO, NATIONAL_NAME

__all__ = ["WORD_MENDERS"]

_Right = Callable[[str], str]
"""From the words as they stand to the right ones; the same where it cannot tell."""

_LABEL: Final = re.compile(r"(\s*)số(\s*)[;.]?(\s*)", re.IGNORECASE)
_FIGURE: Final = re.compile(r"(?<![\d.…_])\d+(?=\s*[/\-–—A-ZĐ]|\s*$)")
_JOINT: Final = re.compile(r"(?<=[^\W_])\s*[-–—−‑]\s*(?=[^\W_])")
_SLASH: Final = re.compile(r"(?<=\d)\s*/\s*(?=[^\W_])")
_DOT: Final = re.compile(rf"^(\s*(?:{'|'.join(DOCUMENT_TYPES.values())}))\.(?=[^\W_])")
"""Behind the abbreviation of a type in place of a hyphen."""
_DAY: Final = re.compile(r"(?<=ngày )\d(?!\d)", re.IGNORECASE)
_MONTH: Final = re.compile(r"(?<=tháng )[12](?!\d)", re.IGNORECASE)
_NEEDLESS: Final = re.compile(r"(?<=tháng )0(?=[3-9](?!\d))", re.IGNORECASE)
_BEFORE_DAY: Final = re.compile(r"(?<=\w)\s*[.;:\-–]?\s+(?=ngày\b)", re.IGNORECASE)


def _everywhere(right: _Right) -> Mender:
    """The parts that the observation speaks of, each line retyped as a whole."""
    return lambda place: _retype(place, [span for part in place.parts() for span in part.spans], right)


def _at_spot(right: _Right) -> Mender:
    """The stretches that the observation names, and no letter beside them."""
    return lambda place: _retype(place, list(place.spans), right)


def _in_paragraphs(right: _Right) -> Mender:
    """The paragraphs that the observation stands in, each as a whole."""

    def mend(place: Place) -> None:
        found = {span.paragraph.index: span.paragraph for span in place.spans}
        _retype(place, [Span(paragraph, 0, len(paragraph.text)) for paragraph in found.values()], right)

    return mend


def _retype(place: Place, spans: list[Span], right: _Right) -> None:
    """Paragraph by paragraph; what cannot be retyped stays."""
    paragraphs = {span.paragraph.index: span.paragraph for span in spans}
    for index, paragraph in paragraphs.items():
        with suppress(CannotMend):
            letters = letters_of(place.twin(paragraph), paragraph.text)
            _retype_stretches(letters, [span for span in spans if span.paragraph.index == index], right)


def _retype_stretches(letters: Sequence[Letter], spans: list[Span], right: _Right) -> None:
    """From the last to the first, so that places before stay where they are."""
    for span in sorted(spans, key=lambda span: -span.start):
        stretch = letters[between(letters, span.start, span.end)]
        typed = unicodedata.normalize("NFC", "".join(letter.char for letter in stretch))
        retype(stretch, right(typed))


def _always(words: str) -> _Right:
    """These words, spaces at the ends of the line left as they are."""
    return lambda text: text.replace(text.strip(), words) if text.strip() else text


def colon(text: str) -> str:
    """``Số 05/KH`` as ``Số: 05/KH``."""
    return _LABEL.sub(lambda found: f"{found[1]}Số:{max(found[2], found[3], key=len) or ' '}", text, count=1)


def labelled(text: str) -> str:
    """``05/KH`` as ``Số: 05/KH``."""
    return colon(text) if _LABEL.match(text) else re.sub(r"^(\s*)(?=\S)", r"\1Số: ", text, count=1)


def two_figures(text: str) -> str:
    """``Số: 5/KH`` as ``Số: 05/KH``."""
    return _FIGURE.sub(lambda found: f"{int(found[0]):02}", text, count=1)


def joined(text: str) -> str:
    """``05 / KH – THTP3`` as ``05/KH-THTP3``."""
    head, slash, symbol = _SLASH.sub("/", text).partition("/")
    return head + slash + _JOINT.sub("-", _DOT.sub(r"\1-", symbol))


def zeros(text: str) -> str:
    """``ngày 5 tháng 1`` as ``ngày 05 tháng 01``."""
    return _MONTH.sub(r"0\g<0>", _DAY.sub(r"0\g<0>", text))


def no_needless_zero(text: str) -> str:
    """``tháng 07`` as ``tháng 7``."""
    return _NEEDLESS.sub("", text)


def comma(text: str) -> str:
    """``Tân Hồng ngày 05`` as ``Tân Hồng, ngày 05``."""
    return text if "," in text else _BEFORE_DAY.sub(", ", text, count=1)


def capital(text: str) -> str:
    """``điều`` as ``Điều``."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """``Khoản`` as ``khoản``."""
    return text[:1].lower() + text[1:]


def last_capital(text: str) -> str:
    """``thứ hai`` as ``thứ Hai``."""
    head, space, last = text.rpartition(" ")
    return head + space + capital(last)


def _replaced(find: Find) -> _Right:
    """What a rule quotes as right, in place of what it finds: ``Ðồng`` (U+00D0) as ``Đồng``."""

    def right(text: str) -> str:
        for slip in sorted(find(text), key=lambda slip: -slip.start):
            text = text[: slip.start] + slip.wanted.strip('"') + text[slip.end :]
        return text

    return right


def visible(text: str) -> str:
    """Without signs that nobody sees; spaces of odd widths as spaces."""
    for found in reversed(list(invisible_places(text))):
        text = text[: found.start()] + (" " if found[0].isspace() else "") + text[found.end() :]
    return text


def ended(mark: str) -> _Right:
    """The line with that mark at its end, in place of any other."""
    return lambda text: f"{text.rstrip().rstrip(' .,;:')}{mark}{text[len(text.rstrip()) :]}"


def _bases(place: Place) -> None:
    """Each basis ends with a semicolon, the last with a full stop."""
    last = place.anatomy.of("basis")[-1].spans[-1]
    ends = [part.spans[-1] for part in place.parts()]
    _retype(place, [span for span in ends if span != last], ended(";"))
    _retype(place, [span for span in ends if span == last], ended("."))


WORD_MENDERS: dict[str, Mender] = {
    "number-no-label": _everywhere(labelled),
    "subject-with-vv": _everywhere(
        lambda text: re.sub(r"^(\s*\(?)V/v\s*:?\s*", r"\1Về việc ", text, flags=re.IGNORECASE)
    ),
    "letter-subject-no-vv": _everywhere(
        lambda text: re.sub(r"^(\s*)(?:về việc|v/v)\s*:?\s*", r"\1V/v ", text, flags=re.IGNORECASE)
    ),
    "basis-end": _bases,
    "recipients-no-dash": _at_spot(lambda text: re.sub(r"^(\s*)(?=\S)", r"\1- ", text, count=1)),
    "recipients-no-semicolon": _at_spot(ended(";")),
    "recipients-no-full-stop": _at_spot(ended(".")),
    "recipients-file-copy-words": _at_spot(lambda text: re.sub(r"(?i)(lưu)\s*[.;,]?\s+(?=VT)", "Lưu: ", text, count=1)),
    "decomposed-letters": _in_paragraphs(str),
    "invisible-characters": _in_paragraphs(visible),
    "foreign-letter": _in_paragraphs(_replaced(foreign_slips)),
    "cited-unit-not-capital": _at_spot(capital),
    "cited-clause-capital": _at_spot(lower),
    "type-of-paper-not-capital": _at_spot(capital),
    "weekday-not-capital": _at_spot(last_capital),
    "number-without-colon": _everywhere(colon),
    "number-without-zero": _everywhere(two_figures),
    "symbol-separator-wrong": _everywhere(joined),
    "date-without-zero": _everywhere(zeros),
    "month-with-needless-zero": _everywhere(no_needless_zero),
    "place-without-comma": _everywhere(comma),
    "national-name-words": _everywhere(_always(NATIONAL_NAME)),
    "motto-words": _everywhere(_always(MOTTO)),
    "motto-dash": _everywhere(_always(MOTTO)),
    "motto-capitals": _everywhere(_always(MOTTO)),
    "double-space": _at_spot(lambda _: " "),
    "space-before-mark": _at_spot(str.strip),
    "no-space-after-figure": _at_spot(lambda text: re.sub(r"(\d)(?=[^\W\d_])", r"\1 ", text, count=1)),
    "no-space-after-mark": _at_spot(lambda text: f"{text} "),
    "cited-symbol-misspelt": _in_paragraphs(_replaced(symbol_slips)),
}
"""Menders of words, by the codes of their rules."""
