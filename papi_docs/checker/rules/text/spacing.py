"""Advice on spaces, punctuation and repeated words: no clause speaks of them but every careful clerk looks."""

import itertools
import re
from collections.abc import Iterator
from typing import Final

from papi_docs.checker.anatomy import Anatomy
from papi_docs.checker.rule import Observation, Rule
from papi_docs.checker.rules.text.prose import LOWER, UPPER, Passage, Seen, Slip, passages, prose, reading, say
from papi_docs.findings import Severity
from papi_docs.vietnamese import fold_tone

__all__ = [
    "SPACING_RULES",
    "after_slips",
    "before_slips",
    "double_slips",
    "joined_slips",
    "mark_slips",
    "repeat_slips",
    "tone_pairs",
]

_DOUBLE: Final = re.compile(r"(?<=[^\W_]|[,;.:)”\"%]) {2,}(?=[^\W_]|[(“\"])")
_ROOM: Final = re.compile(r"(?:ngày|tháng|năm|số|ngày,|lúc|giờ|lớp|là|ông|bà|hồi)[:.]?$", re.IGNORECASE)
_ROOM_AFTER: Final = re.compile(r"(?:tháng|năm|giờ|phút|ngày)\b", re.IGNORECASE)
_BEFORE: Final = re.compile(r"(?<=[^\W_]|[)”\"%]) +(?P<mark>[,;:]|\.(?!\.|/))(?=\s|$)")
_AFTER: Final = re.compile(r"(?<=[^\W\d_])(?P<mark>[,;])(?=[^\W\d_]{2})")
_AFTER_STOP: Final = re.compile(rf"(?<=[{LOWER}][{LOWER}])(?P<mark>[.:])(?=[{UPPER}][{LOWER}])")
_AFTER_FIGURE: Final = re.compile(rf"(?<![\w.,/])\d+(?:[.,]\d+)*(?=(?P<word>[{LOWER}]{{2,}})\b)")
_ADDRESS: Final = re.compile(r"@|www\.|https?:|\.(?:vn|com|org|net)\b", re.IGNORECASE)
_MARKS: Final = re.compile(
    r"(?<=[^\W\d_][^\W\d_])\.\.(?![./…])|,[,;.:](?!\.)|;[,;.:](?!\.)|:[,;:.](?!\.|/)|(?<![.…v])\.[,;](?!\.)"
)
_FUNCTION_WORDS: Final = frozenset(
    "của và các những là cho với về tại trong được có do để theo đến này khi thì mà bởi bằng trên dưới đã sẽ không như "
    "hoặc nếu tới giữa cùng cũng phải việc".split()
)
"""Words that are never doubled for their sense, as "luôn luôn" or "năm năm" are."""
_REPEATED: Final = re.compile(r"\b(?P<word>[^\W\d_]{2,})\s+(?P=word)\b", re.IGNORECASE)
_REPEATED_PAIR: Final = re.compile(r"\b(?P<pair>[^\W\d_]{2,} [^\W\d_]{2,}) (?P=pair)\b")
_TONE: Final = r"(?:[òỏõóọ][ae]|o[àảãáạèẻẽéẹ]|[ùủũúụ]y|u[ỳỷỹýỵ])\b"
_TONED: Final = re.compile(rf"\b(?!q)[^\W\d_]*{_TONE}", re.IGNORECASE)
_HAS_TONE: Final = re.compile(_TONE, re.IGNORECASE)
_LEAST_OF_EACH: Final = 2
_FAR: Final = 60
"""How many letters beside a match are looked at."""
_LONG: Final = 100
_OPEN_END: Final = re.compile(r"[^\W_)”\"]\s*$")


def double_slips(text: str) -> Iterator[Slip]:
    """More than one space within a sentence; the room to write a number or a date is none."""
    for match in _DOUBLE.finditer(text):
        before = text[max(0, match.start() - _FAR) : match.start()].rsplit(maxsplit=1)[-1]
        if not (_ROOM.search(before) or _ROOM_AFTER.match(text, match.end())):
            yield Slip(*match.span(), f"{len(match[0])} dấu cách liền nhau", "một dấu cách")


def before_slips(text: str) -> Iterator[Slip]:
    """A space before a comma, stop, colon or semicolon."""
    for match in _BEFORE.finditer(text):
        yield Slip(*match.span(), f'dấu cách trước "{match["mark"]}"', f'"{match["mark"]}" liền chữ trước nó')


def after_slips(text: str) -> Iterator[Slip]:
    """No space after a comma, stop, colon or semicolon."""
    for form in (_AFTER, _AFTER_STOP):
        for match in form.finditer(text):
            before = re.split(r"\s", text[max(0, match.start() - _FAR) : match.start()])[-1]
            word = before + text[match.start() : match.start() + _FAR].split(maxsplit=1)[0]
            if not _ADDRESS.search(word):
                start = match.start() - len(before)
                yield Slip(start, match.end(), f'thiếu dấu cách trong "{word[:30]}"', f'dấu cách sau "{match["mark"]}"')


def joined_slips(text: str) -> Iterator[Slip]:
    """``11hồ sơ``, a figure that runs into a word; units such as ``5kg`` have no Vietnamese letter."""
    for match in _AFTER_FIGURE.finditer(text):
        if not match["word"].isascii():
            shown = match[0] + match["word"]
            yield Slip(
                match.start(), match.end("word"), f'thiếu dấu cách trong "{shown}"', f'"{match[0]} {match["word"]}"'
            )


def mark_slips(text: str) -> Iterator[Slip]:
    """Two marks where one should stand: ``..``, ``,,``, ``;.``."""
    for match in _MARKS.finditer(text):
        yield Slip(*match.span(), f'"{match[0]}"', "một dấu câu")


def repeat_slips(text: str) -> Iterator[Slip]:
    """``của của``, ``nâng cao nâng cao``."""
    words = text.lower().split()
    if any(one == two and one in _FUNCTION_WORDS for one, two in itertools.pairwise(words)):
        for match in _REPEATED.finditer(text):
            if match["word"].lower() in _FUNCTION_WORDS:
                yield Slip(*match.span(), f'"{match[0]}"', f'"{match["word"]}"')
    if any(one == two for one, two in zip(words, words[2:], strict=False)):
        for match in _REPEATED_PAIR.finditer(text):
            yield Slip(*match.span(), f'"{match[0]}"', f'"{match["pair"]}"')


def tone_pairs(texts: list[str]) -> dict[str, dict[str, list[tuple[int, int, int]]]]:
    """Syllables written with both places of the tone, each spelling with where it stands: text, start, end."""
    spellings: dict[str, dict[str, list[tuple[int, int, int]]]] = {}
    for place, text in enumerate(texts):
        for match in _TONED.finditer(text) if _HAS_TONE.search(text) else ():
            word = match[0].lower()
            spellings.setdefault(fold_tone(word), {}).setdefault(word, []).append((place, *match.span()))
    return {
        folded: found
        for folded, found in spellings.items()
        if len(found) > 1 and all(len(spots) >= _LEAST_OF_EACH for spots in found.values())
    }


def _judge_tones(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    """One observation for the document: the rarer spelling of the first word that has two."""
    read = [passage for passage in passages(anatomy) if prose(passage)]
    for found in tone_pairs([passage.text for passage in read]).values():
        rare, common = sorted(found, key=lambda word: len(found[word]))[:2]
        slips = [
            Seen(
                read[place].paragraph,
                Slip(start, end, f'lúc "{rare}", lúc "{common}"', f'một cách viết, như "{common}"'),
            )
            for place, start, end in found[rare]
        ]
        yield from say(rule, slips, "all")
        return


def _judge_ends(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    """A long paragraph of the running text that ends without a mark."""
    seen = [
        Seen(
            passage.paragraph,
            Slip(
                max(0, len(passage.text.rstrip()) - 20),
                len(passage.text.rstrip()),
                "đoạn không có dấu kết thúc",
                "dấu chấm hoặc dấu chấm phẩy",
            ),
        )
        for passage, after in _with_next(passages(anatomy))
        if passage.role in {"body", "point"} and passage.paragraph.cell is None and prose(passage)
        if len(passage.text) > _LONG and _OPEN_END.search(passage.text) and _begins_anew(after)
    ]
    yield from say(rule, seen, "all")


def _with_next(read: tuple[Passage, ...]) -> Iterator[tuple[Passage, Passage]]:
    return itertools.pairwise(read)


def _begins_anew(passage: Passage) -> bool:
    """It goes on no sentence: it begins with a capital, a number or a dash."""
    first = passage.text.lstrip()[:1]
    return bool(passage.paragraph.label) or not first.islower()


def _on_page(passage: Passage) -> bool:
    """Running text that nobody lined up with spaces: no table, no list of recipients, no tab."""
    return (
        prose(passage)
        and not passage.tabular
        and passage.role not in {"recipients", "subject"}
        and "\t" not in passage.text
    )


SPACING_RULES: Final = (
    Rule(
        code="double-space",
        clause="I.II.6",
        severity=Severity.ADVICE,
        element="text",
        title="Giữa các chữ nên chỉ có một dấu cách",
        explanation="Nhiều dấu cách liền nhau làm dòng chữ canh đều bị hở. Nên thay bằng một dấu cách.",
        wrong="cơ quan, tổ chức  có trách nhiệm",
        right="cơ quan, tổ chức có trách nhiệm",
        judge=reading(double_slips, _on_page, fold="all"),
    ),
    Rule(
        code="space-before-mark",
        clause="I.II.6",
        severity=Severity.ADVICE,
        element="text",
        title="Dấu câu nên liền chữ đứng trước",
        explanation="Dấu phẩy, chấm, hai chấm, chấm phẩy liền chữ trước nó và cách chữ sau một dấu cách.",
        wrong="Mục đích : nâng cao chất lượng .",
        right="Mục đích: nâng cao chất lượng.",
        judge=reading(before_slips, _on_page, fold="all"),
    ),
    Rule(
        code="no-space-after-mark",
        clause="I.II.6",
        severity=Severity.ADVICE,
        element="text",
        title="Sau dấu câu nên có một dấu cách",
        explanation="Dấu phẩy, chấm, hai chấm, chấm phẩy liền chữ trước nó và cách chữ sau một dấu cách.",
        wrong="giáo viên,nhân viên",
        right="giáo viên, nhân viên",
        judge=reading(after_slips, _on_page, fold="all"),
    ),
    Rule(
        code="no-space-after-figure",
        clause="I.II.6",
        severity=Severity.ADVICE,
        element="text",
        title="Giữa chữ số và từ nên có một dấu cách",
        explanation="Chữ số viết dính với từ sau nó thường do gõ sót. Thêm một dấu cách.",
        wrong="xác lập 11hồ sơ",
        right="xác lập 11 hồ sơ",
        judge=reading(joined_slips, _on_page, fold="all"),
    ),
    Rule(
        code="double-mark",
        clause="I.II.6",
        severity=Severity.WARNING,
        element="text",
        title="Không có hai dấu câu liền nhau",
        explanation="Bỏ dấu thừa; dấu lửng là ba chấm.",
        wrong="đúng thời hạn..",
        right="đúng thời hạn.",
        judge=reading(mark_slips, _on_page, fold="all"),
    ),
    Rule(
        code="end-without-mark",
        clause="I.II.6",
        severity=Severity.ADVICE,
        element="text",
        title="Cuối đoạn nên có dấu câu",
        explanation="Đoạn văn hết ý nên kết thúc bằng dấu chấm, hoặc dấu chấm phẩy trong một chuỗi liệt kê.",
        wrong="… và báo cáo kết quả về nhà trường",
        right="… và báo cáo kết quả về nhà trường.",
        judge=_judge_ends,
    ),
    Rule(
        code="repeated-word",
        clause="I.II.6",
        severity=Severity.ADVICE,
        element="text",
        title="Không nên lặp từ liền nhau",
        explanation="Từ hoặc cụm từ viết hai lần liền nhau, thường do sửa dở. Bỏ một lần.",
        wrong="trách nhiệm của của nhà trường",
        right="trách nhiệm của nhà trường",
        judge=reading(repeat_slips),
    ),
    Rule(
        code="tone-marks-mixed",
        clause="I.II.6",
        severity=Severity.ADVICE,
        element="text",
        title="Một từ nên đặt dấu thanh một cách",
        explanation='"hòa" và "hoà" đều đúng, nhưng trong một văn bản nên viết thống nhất.',
        wrong="văn hóa … văn hoá",
        right="văn hóa … văn hóa",
        judge=_judge_tones,
    ),
)
"""Of spaces and punctuation."""
