"""Habits of typing that the next change undoes: empty paragraphs, spaces for indents, underlined headings."""

import re
from collections.abc import Iterator
from functools import partial

from papi_docs.checker.anatomy import Anatomy, Part
from papi_docs.checker.rule import Observation, Rule, Spot
from papi_docs.checker.rules.layout.seeing import FLOWING, Seen, deviation, flowing, grouped, parts_of
from papi_docs.checker.written import Paragraph
from papi_docs.findings import Severity

__all__ = ["HABIT_RULES"]

_BLANKS = re.compile("[ \u00a0\u2002\u2003]{3,}(?=\\S)")
_HEADINGS = ("type", "subject", "chapter", "chapter_title", "heading_1", "heading_2", "article", "recipients_label")


def _gaps(anatomy: Anatomy) -> Iterator[tuple[Paragraph, int]]:
    """The paragraphs of the running text before which empty ones stand, with how many."""
    parts = list(flowing(anatomy))
    begun = {part.first.index for part in parts}
    count = 0
    for paragraph in anatomy.written.paragraphs:
        if paragraph.empty and paragraph.cell is None:
            count += 1
            continue
        if paragraph.index in begun and begun and paragraph.index > min(begun):
            yield paragraph, count
        count = 0


def _empty(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    seen = (
        Seen(Spot.of(paragraph), "hai đoạn trống trở lên ở trước đoạn này")
        for paragraph, count in _gaps(anatomy)
        if count >= 2
    )
    return grouped(rule, seen, "khoảng cách đặt ở Paragraph > Spacing")


def _spaces(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    seen = (
        Seen(Spot.of(part), "đẩy chữ bằng dấu cách", part.certainty)
        for part in parts_of(anatomy, *FLOWING, "type", "subject", "addressee", "authority", "signer")
        if not part.placeholder and _BLANKS.match(part.first.text)
    )
    return grouped(rule, seen, "lùi dòng, canh giữa bằng lệnh của Word")


def _underlined(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    seen = (one for part in parts_of(anatomy, *_HEADINGS) if (one := _underline(part)))
    return grouped(rule, seen, "không gạch chân")


def _underline(part: Part) -> Seen | None:
    off = deviation(part, lambda run: run.underline)
    return Seen(off.spot, "chữ gạch chân", part.certainty) if off and off.whole else None


_row = partial(Rule, element="text")

HABIT_RULES = (
    _row(
        code="empty-paragraphs",
        clause="I.II.6",
        severity=Severity.ADVICE,
        title="Không dùng đoạn trống để cách đoạn",
        explanation="Đoạn trống xê dịch khi sửa văn bản. Xóa các đoạn trống rồi đặt khoảng cách ở Paragraph > Spacing.",
        wrong="hai đoạn trống giữa hai đoạn nội dung",
        right="khoảng cách 6 pt trước đoạn",
        judge=_empty,
    ),
    _row(
        code="spaces-for-indent",
        clause="I.II.6",
        severity=Severity.ADVICE,
        title="Không lùi dòng bằng dấu cách",
        explanation="Dấu cách không giữ được chỗ khi đổi cỡ chữ. Xóa đi rồi đặt Paragraph > Special > First line, "
        "hoặc bấm Ctrl+E để canh giữa.",
        wrong='"      Nhà trường thực hiện …"',
        right='"Nhà trường thực hiện …" với First line 12,7 mm',
        judge=_spaces,
    ),
    _row(
        code="heading-underlined",
        clause="I.V",
        severity=Severity.WARNING,
        title="Tiêu đề, đề mục không gạch chân",
        explanation="Mẫu chữ của Nghị định không gạch chân tên loại, trích yếu và đề mục. Chọn chỗ đó rồi bấm Ctrl+U.",
        wrong='"1. Mục đích" gạch chân',
        right='"1. Mục đích" không gạch chân',
        judge=_underlined,
    ),
)
"""Advice mostly."""
