"""Rules of letters: Vietnamese text is Unicode, made of Vietnamese letters (Annex I.I.4)."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

from papi_docs.checker.anatomy import Anatomy
from papi_docs.checker.rule import ANY_FORM, Observation, Rule, Spot
from papi_docs.checker.rules.text.prose import Seen, Slip, any_text, passages, reading, say, slips_in
from papi_docs.checker.written import Paragraph, Run
from papi_docs.findings import Severity

__all__ = [
    "LETTER_RULES",
    "decomposed_words",
    "foreign_slips",
    "garbled_slips",
    "invisible_places",
    "legacy_slips",
]

_COMBINING: Final = re.compile("[^\\W_]*[\u0300-\u036f][^\\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\\W_\u0300-\u036f]*)*")
_INVISIBLE: Final = re.compile(
    "[\u00ad\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u2000-\u2006\u2008\u200a\u3000]"
)

_LOOK_ALIKES: Final = {
    **dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухһ", "ABESIJKMHOPCTYXaesijopcyxh", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινα", "ABEZHIKMNOPTYXoiva", strict=True)),
    "\u00d0": "Đ",
    "\u0189": "Đ",
    "\u00f0": "đ",
    "\u0256": "đ",
    "\u01a2": "Ư",
    "\u01a3": "ư",
    "ı": "i",
    "ɑ": "a",
    "ǎ": "ă",
}
_STRANGERS: Final = "".join(_LOOK_ALIKES) + "\uff21-\uff3a\uff41-\uff5a"
_FOREIGN: Final = re.compile(f"[^\\W\\d_]*[{_STRANGERS}][^\\W\\d_]*")
_STRANGER: Final = re.compile(f"[{_STRANGERS}]")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_ALWAYS: Final = frozenset("\u00d0\u0189\u0256\u01a2\u01a3")
"""Letters that no language of an official paper has."""
_FULL_WIDTH: Final = re.compile("(?<=[^\\W_])\\s?[，．；：（）！？]|[，；：（）！？](?=\\s?[^\\W_])")

_GARBLED: Final = re.compile("\ufffd|Ã[¡-¿]|á[»º][\u0080-\u00bf¡-¿‚-™]?|Ä[‘\u0090]|Æ[°¡]|â€[œ\u009d“”™˜]")

_LEGACY: Final = frozenset("µ¸¶·¹»¾¼½Æ©ª«¬®¨§¡¢£¤¥¦ÎÏÑÖ×ØÜÞßåæçëîïñöûüþÿäøÄØÅËÛ\u00ad")
_LEGACY_WORD: Final = re.compile("[A-Za-z]*[A-Za-z][{0}]|[{0}][A-Za-z]".format("".join(re.escape(x) for x in _LEGACY)))
_OLD_FONT: Final = re.compile(r"\.Vn|VNI[- ]|VNtimes|ABC ", re.IGNORECASE)
_VIQR: Final = re.compile(r"[aeou][\^+][`'?~.]|[ou]\+[`'?~.]?[a-z]")
_MODERN: Final = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđươ]", re.IGNORECASE)
_FEWEST_WORDS: Final = 4
_LEGACY_SHARE: Final = 0.5
"""Of its words that hold a letter which Vietnamese has not; text of another language has far fewer."""
_VIQR_SHARE: Final = 0.3


def decomposed_words(typed: str) -> Iterator[re.Match[str]]:
    """Syllables whose marks are characters of their own though one letter would hold them."""
    if typed.isascii() or unicodedata.is_normalized("NFC", typed):
        return
    for match in _COMBINING.finditer(typed):
        if not unicodedata.is_normalized("NFC", match[0]):
            yield match


def invisible_places(typed: str) -> Iterator[re.Match[str]]:
    """Characters that no reader sees, and spaces of odd widths; a no-break space is none of them."""
    return iter(()) if typed.isascii() else _INVISIBLE.finditer(typed)


def foreign_slips(text: str) -> Iterator[Slip]:
    """A Cyrillic or Greek letter within a word of Latin letters, ``Ð`` for ``Đ``, ``ƣ`` for ``ư``."""
    if text.isascii():
        return
    for match in _FOREIGN.finditer(text) if _STRANGER.search(text) else ():
        word = match[0]
        if not any(letter in _ALWAYS for letter in word) and not _mixed(word):
            continue
        right = "".join(_latin(letter) for letter in word)
        if right != word:
            strange = next(letter for letter in word if _latin(letter) != letter)
            yield Slip(*match.span(), f'"{word}" có chữ "{strange}" (U+{ord(strange):04X})', f'"{right}"')
    for match in _FULL_WIDTH.finditer(text):
        mark = match[0].strip()
        yield Slip(*match.span(), f'dấu "{mark}" (U+{ord(mark):04X})', f'"{unicodedata.normalize("NFKC", mark)}"')


def _mixed(word: str) -> bool:
    """It holds Latin letters beside the strangers."""
    return any(_LATIN.match(letter) and letter not in _LOOK_ALIKES for letter in word)


def _latin(letter: str) -> str:
    if "\uff21" <= letter <= "\uff5a":
        return unicodedata.normalize("NFKC", letter)
    return _LOOK_ALIKES.get(letter, letter)


def garbled_slips(text: str) -> Iterator[Slip]:
    """Text read in a wrong encoding: ``Ã¡``, ``á»``, the replacement character."""
    if text.isascii():
        return
    found = list(_GARBLED.finditer(text))
    if found and ("\ufffd" in text or len(found) > 1):
        yield Slip(*found[0].span(), f'chữ hỏng "{text[found[0].start() : found[0].end() + 8]}"', "chữ Việt Unicode")


def legacy_slips(text: str) -> Iterator[Slip]:
    """TCVN3 (``Tr­êng TiÓu häc``), VNI (``Tröôøng Tieåu hoïc``) and VIQR (``Tru*o*`ng``) read as Unicode."""
    words = text.split()
    if len(words) < _FEWEST_WORDS:
        return
    if not text.isascii() and not _MODERN.search(text.replace("đ", "")):
        odd = sum(1 for word in words if _LEGACY_WORD.search(word))
        if odd / len(words) >= _LEGACY_SHARE:
            yield Slip(0, len(text), "chữ gõ bằng bảng mã cũ (TCVN3 hoặc VNI)", "chữ Việt Unicode")
    elif text.isascii() and len(_VIQR.findall(text)) / len(words) >= _VIQR_SHARE:
        yield Slip(0, len(text), "chữ gõ theo kiểu VIQR", "chữ Việt Unicode")


_Places = Callable[[str], Iterator[re.Match[str]]]


def _typed_judge(
    places: _Places, tell: Callable[[str], tuple[str, str]]
) -> Callable[[Rule, Anatomy], Iterator[Observation]]:
    """A judge of what was typed, before it was normalised; one observation for the document."""

    def judge(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
        seen = [
            Seen(paragraph, Slip(*_stretch(run, match), *tell(match[0])))
            for paragraph in (*anatomy.written.paragraphs, *anatomy.written.margins)
            for run in paragraph.runs
            for match in places(run.typed)
        ]
        yield from say(rule, seen, "all")

    return judge


def _stretch(run: Run, match: re.Match[str]) -> tuple[int, int]:
    """Where a stretch of what was typed stands in the text of the paragraph."""
    before, upto = (unicodedata.normalize("NFC", run.typed[:end]) for end in match.span())
    return run.start + min(len(before), len(run.text)), run.start + min(len(upto), len(run.text))


def _tell_decomposed(word: str) -> tuple[str, str]:
    return f'"{unicodedata.normalize("NFC", word)}" gõ bằng dấu tổ hợp', "chữ dựng sẵn (NFC)"


def _tell_invisible(mark: str) -> tuple[str, str]:
    return f"ký tự không thấy được U+{ord(mark[0]):04X}", "không có ký tự này, hoặc dấu cách thường"


def _judge_legacy(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    """By the letters, and by fonts that only hold letters of an old encoding."""
    seen = [Seen(one.paragraph, slip) for one in passages(anatomy) for slip in slips_in(legacy_slips, one.text)]
    if seen:
        yield from say(rule, seen, "all")
        return
    old = [
        _font_seen(paragraph, run)
        for paragraph in anatomy.written.paragraphs
        for run in paragraph.runs
        if _old_font(run)
    ]
    yield from say(rule, old, "all")


def _old_font(run: Run) -> bool:
    return bool(run.fonts and _OLD_FONT.match(run.fonts[0]) and len(run.text.strip()) > 1 and not run.text.isascii())


def _font_seen(paragraph: Paragraph, run: Run) -> Seen:
    spot = Spot(paragraph, run.start, run.end)
    return Seen(
        paragraph, Slip(spot.start, spot.end, f'phông chữ "{run.fonts[0]}" của bảng mã cũ', "Times New Roman, Unicode")
    )


LETTER_RULES: Final = (
    Rule(
        code="legacy-encoding",
        clause="I.I.4",
        severity=Severity.FAULT,
        element="text",
        title="Chữ Việt theo bộ mã Unicode",
        explanation=(
            "Phông chữ tiếng Việt dùng bộ mã Unicode theo TCVN 6909:2001. Chữ gõ bằng TCVN3 (.VnTime), VNI hay VIQR "
            "phải chuyển mã sang Unicode rồi đặt phông Times New Roman."
        ),
        wrong="Tröôøng Tieåu hoïc",
        right="Trường Tiểu học",
        judge=_judge_legacy,
        forms=ANY_FORM,
    ),
    Rule(
        code="garbled-text",
        clause="I.I.4",
        severity=Severity.FAULT,
        element="text",
        title="Không có chữ hỏng",
        explanation="Chữ bị đọc sai bảng mã khi sao chép. Gõ lại hoặc sao chép lại từ bản gốc.",
        wrong="Trưá»ng Tiểu há»c",
        right="Trường Tiểu học",
        judge=reading(garbled_slips, any_text, fold="all", quoted=True),
        forms=ANY_FORM,
    ),
    Rule(
        code="foreign-letter",
        clause="I.I.4",
        severity=Severity.WARNING,
        element="text",
        title="Từ tiếng Việt chỉ gồm chữ cái tiếng Việt",
        explanation=(
            "Chữ cái nước ngoài trông giống chữ Việt (Ð U+00D0 thay Đ, chữ Nga, chữ Hy Lạp, ƣ thay ư) làm sai "
            "khi tìm kiếm, sắp xếp và đọc máy. Gõ lại từ đó."
        ),
        wrong="Ðồng Tháp (Ð là U+00D0)",
        right="Đồng Tháp (Đ là U+0110)",
        judge=reading(foreign_slips, any_text, quoted=True),
        forms=ANY_FORM,
    ),
    Rule(
        code="decomposed-letters",
        clause="I.I.4",
        severity=Severity.ADVICE,
        element="text",
        title="Chữ có dấu nên gõ dựng sẵn",
        explanation=(
            "Chữ và dấu gõ rời (Unicode tổ hợp, NFD) nhìn không khác nhưng tìm kiếm và so sánh sai, có khi in lệch. "
            "Nên chuyển sang Unicode dựng sẵn (NFC)."
        ),
        wrong="kê + dấu sắc rời + t",
        right="kết",
        judge=_typed_judge(decomposed_words, _tell_decomposed),
        forms=ANY_FORM,
    ),
    Rule(
        code="invisible-characters",
        clause="I.I.4",
        severity=Severity.ADVICE,
        element="text",
        title="Không nên có ký tự không thấy được",
        explanation=(
            "Ký tự ẩn (dấu cách độ rộng không, dấu nối mềm, dấu hướng chữ) thường theo văn bản chép từ mạng, làm sai "
            "tìm kiếm và ngắt dòng. Nên xóa đi; dấu cách không ngắt thì giữ được."
        ),
        wrong="kế\u200bhoạch",
        right="kế hoạch",
        judge=_typed_judge(invisible_places, _tell_invisible),
        forms=ANY_FORM,
    ),
)
"""Of letters."""
