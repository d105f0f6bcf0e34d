"""The lines of the recipients: dashes, ends, the file copy (I.II.9)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise

from papi_docs.checker.anatomy import Anatomy, Form, Part, Span
from papi_docs.checker.rule import ADMINISTRATIVE, Observation, Rule, Spot
from papi_docs.checker.rules.layout.seeing import Seen, first_line, grouped, parts_of
from papi_docs.findings import Severity
from papi_docs.vietnamese import fold_tone, squeeze

__all__ = ["RECIPIENT_RULES"]

_DASHES = "-–—•+*·"
_FILE_COPY = re.compile(r"[-–—•+*·\s]*lưu\b", re.IGNORECASE)


def _items(anatomy: Anatomy, *, forms_too: bool = False) -> list[tuple[Part, Span, str]]:
    """Lines of the recipients with their text, automatic dashes too; those of a form are blanks to fill."""
    return [
        (part, span, squeeze(f"{span.paragraph.label} {span.text}"))
        for part in parts_of(anatomy, "recipients")
        if forms_too or not part.placeholder
        for span in part.spans
        if span.text.strip() and not _TAG.fullmatch(span.text)
    ]


def _starts_item(text: str) -> bool:
    return text.startswith(tuple(_DASHES))


def _line(part: Part, span: Span) -> Part:
    """One line of a part, as certain as the part is."""
    return Part(part.role, (span,), part.certainty)


def _dashes(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    items = _items(anatomy)
    if len(items) > 1:
        seen = (
            Seen(Spot.of(span), "không có gạch đầu dòng", part.certainty)
            for at, (part, span, text) in enumerate(items)
            if not _starts_item(text) and not _goes_on(items, at)
        )
        yield from grouped(rule, seen, '"- …" ở đầu mỗi dòng')


def _goes_on(items: list[tuple[Part, Span, str]], at: int) -> bool:
    """Whether a line is the rest of the one before it."""
    return at > 0 and items[at - 1][2][-1:] not in {";", "."}


def _semicolons(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    items = _items(anatomy)
    seen = (
        Seen(Spot.of(span), _end(text), part.certainty)
        for (part, span, text), (_, _, following) in pairwise(items)
        if _starts_item(following) and not _FILE_COPY.match(text) and not _closed(span, text)
    )
    return grouped(rule, seen, "dấu chấm phẩy ở cuối dòng")


_NOTE = re.compile(r";\s*(?:\([^;]*\)|để\b[^;]*)$", re.IGNORECASE)
"""What may follow the semicolon: what for, or by which way."""

_BESIDE = re.compile(r";(?:[ \u00a0]{2,}|\t)\s*\S")
"""A note for several lines, pushed to its place by blanks."""

_TAG = re.compile(r"\W*(?:\{\{.*|\{%.*|«.*»|\[.*\])\W*")
"""Room for what a program or a clerk will fill in."""

_DRAFTER = re.compile(r"\.\s*+(?:[^\W\d_][^\W_]*+[.\s]*+){0,3}(?:\([^()]{0,20}\))?\.?$")
"""The full stop of the file copy with the drafter's mark and the number of copies behind it (I.III.3)."""


def _closed(span: Span, text: str) -> bool:
    """Whether a line has its mark, at its end or before a note beside the lines."""
    return text[-1] in ";:" or bool(_NOTE.search(text) or _BESIDE.search(span.text))


def _end(text: str) -> str:
    return f'cuối dòng là dấu "{text[-1]}"' if text[-1] in ",." else "cuối dòng không có dấu chấm phẩy"


def _file_copy(anatomy: Anatomy) -> tuple[Part, Span, str] | None:
    return next((item for item in reversed(_items(anatomy)) if _FILE_COPY.match(item[2])), None)


def _no_file_copy(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    items = _items(anatomy, forms_too=True)
    if items and not any("lưu" in text.casefold() for _, _, text in items):
        part, span, _ = items[-1]
        yield rule.observe(_line(part, span), 'không có dòng "Lưu"', 'dòng cuối "- Lưu: VT, …."')


def _file_copy_words(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    if found := _file_copy(anatomy):
        part, span, text = found
        if not re.match(r"[^\w]*lưu\s*:", text, re.IGNORECASE):
            yield rule.observe(_line(part, span), f'"{text}"', '"- Lưu: VT, ….", có dấu hai chấm')
        elif not re.search(r"\bVT\b|văn thư", text, re.IGNORECASE):
            yield rule.observe(_line(part, span), f'"{text}"', '"- Lưu: VT, ….", có chữ "VT"')


def _no_full_stop(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    found = _file_copy(anatomy)
    if found and not _DRAFTER.search(found[2]) and _items(anatomy)[-1][1] == found[1]:
        part, span, text = found
        where = _line(part, span)
        yield rule.observe(where, f'"{text[-20:]}" không có dấu chấm', "dấu chấm ở cuối dòng")


def _has_room(anatomy: Anatomy) -> bool:
    """Whether a line is yet to be filled in: nobody knows which."""
    return any(_TAG.fullmatch(span.text) for part in anatomy.of("recipients") for span in part.spans)


def _as_above(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    items = _items(anatomy)
    addressed = anatomy.one("addressee")
    if anatomy.form is Form.TELEGRAM or _has_room(anatomy) or not items or not addressed:
        return
    if not any("như" in fold_tone(text).split() for _, _, text in items):
        part, span, text = items[0]
        yield rule.observe(_line(part, span), f'dòng đầu là "{text}"', 'dòng đầu "- Như trên;"')


def _as_above_of_nothing(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    if anatomy.of("addressee") or "addressee" in anatomy.why_uncertain:
        return
    for part, span, text in _items(anatomy):
        if fold_tone("như trên") in fold_tone(text):
            where = _line(part, span)
            yield rule.observe(where, '"Như trên" mà không có "Kính gửi"', "tên nơi nhận")
            return


def _label(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    for part in parts_of(anatomy, "recipients_label"):
        text = squeeze(part.text)
        rest = part.first.text[part.spans[0].end :].split("\n")[0].strip(" :\t")
        if "\t" not in part.first.text and _starts_item(rest):
            yield rule.observe(part, f'"{text} {rest[:20]}…" trên một dòng', '"Nơi nhận:" ở dòng riêng')
        elif not re.fullmatch("Nơi nhận ?:", text) and not part.first.text[part.spans[0].end :].startswith(":"):
            yield rule.observe(part, f'"{text[:30]}"', '"Nơi nhận:"')


def _aside(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    """Only the first line of each paragraph tells; tables begin where they like."""
    parts = parts_of(anatomy, "recipients_label", "recipients")
    seen = (
        Seen(Spot.of(span), f"lùi vào {offset:.0f} mm", part.certainty)
        for part in parts
        for span in part.spans
        if not span.paragraph.text[: span.start].strip() and (offset := first_line(span.paragraph)) > _ASIDE
    )
    places = list(seen)
    if places:
        yield from grouped(rule, [replace(one, found=places[0].found) for one in places], "sát lề trái", unit="dòng")


_ASIDE = 6.0
"""Millimetres from the left margin, or from the edge of the cell, that a reader sees."""


_BODY = re.compile(
    r"(?:các|uỷ ban|ubnd|hội đồng|hđnd|sở|phòng|trường|bộ|cục|chi cục|ban|văn phòng|trung tâm|hội|công an|công ty|"
    r"đảng uỷ|thường trực|bệnh viện|trạm|viện|báo|đài)\b(?! (?:trưởng|phó|hiệu|giám|nhiệm))"
)
"""How an addressee begins that is a body or many of them, and no rest of the line above."""


def _addressees(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    for part in parts_of(anatomy, "addressee"):
        lines = [span for span in part.spans if _starts_item(squeeze(f"{span.paragraph.label} {span.text}"))]
        seen = (
            Seen(Spot.of(span), f'cuối dòng không có "{mark}"', part.certainty)
            for at, span in enumerate(lines)
            if not span.text.rstrip().endswith(mark := "." if at == len(lines) - 1 else ";")
        )
        if part.placeholder:
            continue
        if len(lines) > 1:
            yield from grouped(rule, seen, 'mỗi nơi một dòng "- …;", dòng cuối kết thúc bằng dấu chấm')
        elif bare := _bare_addressees(part):
            dashless = (Seen(Spot.of(span), "đầu dòng không có gạch", part.certainty) for span in bare)
            yield from grouped(rule, dashless, 'mỗi nơi một dòng "- …;", dòng cuối kết thúc bằng dấu chấm')


def _bare_addressees(part: Part) -> tuple[Span, ...]:
    """Several bodies, each on a line of its own under ``Kính gửi:`` without a dash."""
    first, *rest = part.spans
    alone = fold_tone(squeeze(first.text)).rstrip(" :") == "kính gửi"
    apart = len({span.paragraph.index for span in part.spans}) == len(part.spans)
    bodies = all(_BODY.match(fold_tone(squeeze(span.text))) for span in rest)
    return tuple(rest) if alone and apart and len(rest) > 1 and bodies else ()


_LISTED = ADMINISTRATIVE - {Form.ANNEX, Form.COPY}
_SAME_IN_FORMS = {Form.INTRODUCTION, Form.LEAVE, Form.INVITATION, Form.TELEGRAM}
"""Forms whose samples say whom they go to in other words than ``Kính gửi``."""

_row = partial(
    Rule,
    clause="I.II.9.b",
    severity=Severity.WARNING,
    element="recipients",
    forms=_LISTED,
)

RECIPIENT_RULES = (
    _row(
        code="addressee-list",
        clause="I.II.9.a",
        element="addressee",
        title='Nhiều nơi ở "Kính gửi": mỗi nơi một dòng, có dấu ở cuối',
        explanation='Gửi nhiều nơi thì mỗi nơi ở một dòng, đầu dòng có gạch (-), cuối dòng có ";", dòng cuối có ".".',
        wrong="- Ủy ban nhân dân các xã, ở dòng cuối",
        right="- Ủy ban nhân dân các xã. ở dòng cuối",
        judge=_addressees,
    ),
    _row(
        code="recipients-label-words",
        element="recipients_label",
        title='"Nơi nhận:" ở dòng riêng, có dấu hai chấm',
        explanation='Chữ "Nơi nhận" ở một dòng riêng, sau đó có dấu hai chấm; các nơi nhận ở những dòng dưới.',
        severity=Severity.FAULT,
        wrong="Nơi nhận",
        right="Nơi nhận:",
        judge=_label,
    ),
    _row(
        code="recipients-not-at-margin",
        title="Nơi nhận sát lề trái",
        explanation='Chữ "Nơi nhận:" và các dòng dưới đó sát lề trái, ngang với chức vụ của người ký. '
        "Đặt Paragraph > Indentation > Left là 0 và xóa dấu cách, tab ở đầu dòng.",
        wrong="các nơi nhận lùi vào 25 mm",
        right="các nơi nhận sát lề trái",
        judge=_aside,
    ),
    _row(
        code="recipients-no-dash",
        title="Mỗi nơi nhận một dòng, có gạch đầu dòng",
        explanation='Mỗi nơi nhận ở một dòng, đầu dòng có gạch (-) sát lề trái. Gõ thêm "- " ở đầu dòng.',
        severity=Severity.FAULT,
        wrong="PGDĐT huyện Tân Hồng;",
        right="- PGDĐT huyện Tân Hồng;",
        judge=_dashes,
    ),
    _row(
        code="recipients-no-semicolon",
        title="Mỗi dòng nơi nhận kết thúc bằng dấu chấm phẩy",
        explanation='Cuối mỗi dòng nơi nhận có dấu chấm phẩy (;), riêng dòng "Lưu" ở cuối kết thúc bằng dấu chấm.',
        severity=Severity.FAULT,
        wrong="- PGDĐT huyện Tân Hồng",
        right="- PGDĐT huyện Tân Hồng;",
        judge=_semicolons,
    ),
    _row(
        code="recipients-no-file-copy",
        title='Dòng cuối của nơi nhận là "Lưu"',
        explanation='Dòng cuối ghi nơi lưu: chữ "Lưu", dấu hai chấm, "VT" (văn thư), rồi đơn vị soạn thảo nếu cần.',
        severity=Severity.FAULT,
        wrong='nơi nhận không có dòng "Lưu"',
        right="- Lưu: VT.",
        judge=_no_file_copy,
    ),
    _row(
        code="recipients-file-copy-words",
        title='Dòng "Lưu" viết đúng: "- Lưu: VT, …."',
        explanation='Sau chữ "Lưu" có dấu hai chấm, rồi "VT" (văn thư), dấu phẩy và chữ viết tắt đơn vị soạn thảo.',
        wrong="- Lưu VT.",
        right="- Lưu: VT.",
        judge=_file_copy_words,
        severity=Severity.FAULT,
    ),
    _row(
        code="recipients-no-full-stop",
        title='Dòng "Lưu" kết thúc bằng dấu chấm',
        explanation="Dòng cuối của nơi nhận kết thúc bằng dấu chấm. Gõ thêm dấu chấm.",
        wrong="- Lưu: VT",
        right="- Lưu: VT.",
        judge=_no_full_stop,
    ),
    _row(
        code="recipients-not-as-above",
        clause="I.II.9.a",
        title='Có "Kính gửi" thì dòng đầu là "- Như trên;"',
        explanation='Văn bản có "Kính gửi" thì dòng đầu của nơi nhận là "- Như trên;". Thêm vào dòng đầu.',
        wrong='Kính gửi: …, nơi nhận chỉ có "- Lưu: VT."',
        right="- Như trên;",
        judge=_as_above,
    ),
    _row(
        code="recipients-as-above-of-nothing",
        clause="I.II.9.a",
        title='"Như trên" chỉ dùng khi có "Kính gửi"',
        explanation='"Như trên" chỉ nơi nhận đã ghi ở "Kính gửi". Văn bản không có "Kính gửi" thì ghi tên nơi nhận.',
        severity=Severity.FAULT,
        wrong='KẾ HOẠCH có nơi nhận "- Như trên;"',
        right="- PGDĐT huyện Tân Hồng;",
        judge=_as_above_of_nothing,
        forms=_LISTED - _SAME_IN_FORMS,
    ),
)
"""In the order of the lines."""
