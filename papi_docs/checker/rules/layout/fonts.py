"""Typeface and colour of everything that is written (I.I.4)."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from papi_docs.checker.anatomy import Anatomy
from papi_docs.checker.rule import CannotTell, Observation, Rule, Spot
from papi_docs.checker.rules.layout.seeing import Seen, grouped, letters
from papi_docs.checker.rules.tables import in_data
from papi_docs.checker.written import Paragraph, Run
from papi_docs.decree30 import FONT
from papi_docs.findings import Severity

__all__ = ["FONT_RULES"]

_SIGNS = ("symbol", "wingdings", "webdings", "cambria math", "mt extra", "marlett", "ms gothic", "segoe ui")
"""Faces of bullets, boxes to tick and equations: what they draw is not text."""

_SEEN = 12
"""Letters of another face that a reader cannot overlook."""

_DARK = 0x38
"""A colour none of whose parts is above this prints as black."""

_LINK = {"0563C1", "0000FF", "0000EE", "1155CC", "467886", "0066CC", "0070C0"}


def _folded(font: str) -> str:
    return font.casefold().replace(" ", "").replace("-", "").removesuffix("mt").removesuffix("ps")


def _is_right(font: str) -> bool:
    return _folded(font).startswith(_folded(FONT))


def _is_sign(font: str) -> bool:
    return font.casefold().startswith(_SIGNS)


@dataclass
class _Use:
    """How much of a document is written in one face."""

    letters: int = 0
    spots: dict[int, Spot] = field(default_factory=dict)
    """By the index of the paragraph."""


def _everything(anatomy: Anatomy) -> Iterator[tuple[Paragraph, Run]]:
    """Every run with a letter, those of the pages' headers and footers last."""
    for paragraph in (*anatomy.written.paragraphs, *anatomy.written.margins):
        for run in paragraph.runs:
            if letters(run.text):
                yield paragraph, run


def _fonts(rule: Rule, anatomy: Anatomy) -> Iterator[Observation | CannotTell]:
    uses: dict[str, _Use] = {}
    nameless = False
    for paragraph, run in _everything(anatomy):
        nameless = nameless or not run.fonts
        for at, font in enumerate(run.fonts):
            if not _is_right(font) and not _is_sign(font):
                use = uses.setdefault(font, _Use())
                use.letters += letters(run.text) if at == 0 else 1  # of the rarer faces nobody says how much
                use.spots.setdefault(paragraph.index, Spot(paragraph, run.start, run.end))
    for font, use in uses.items():
        yield _font(rule, font, use)
    if nameless and not uses:
        yield rule.unsure("Có chữ không ghi rõ phông: máy khác nhau có thể hiện khác nhau.")


def _font(rule: Rule, font: str, use: _Use) -> Observation:
    spots = tuple(use.spots.values())
    count = f" ({len(spots)} đoạn)" if len(spots) > 1 else ""
    severity = Severity.FAULT if use.letters >= _SEEN else Severity.WARNING
    about = rule.observe(spots[0], f"phông {font}{count}", f"phông {FONT}", severity=severity)
    return replace(about, others=spots[1:])


def _is_black(color: str) -> bool:
    return not color or max(int(color[at : at + 2], 16) for at in (0, 2, 4)) <= _DARK


def _coloured(anatomy: Anatomy) -> Iterator[tuple[Paragraph, Run]]:
    for paragraph, run in _everything(anatomy):
        if len(run.color) == 6 and not _is_black(run.color) and not in_data(paragraph):
            yield paragraph, run


def _is_link(run: Run) -> bool:
    return run.color.upper() in _LINK and run.underline


def _colours(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    seen = (
        Seen(Spot(paragraph, run.start, run.end), f"chữ màu #{run.color.upper()}")
        for paragraph, run in _coloured(anatomy)
        if not _is_link(run)
    )
    return grouped(rule, seen, "chữ màu đen")


def _links(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    seen = (
        Seen(Spot(paragraph, run.start, run.end), "liên kết màu xanh, gạch chân")
        for paragraph, run in _coloured(anatomy)
        if _is_link(run)
    )
    return grouped(rule, seen, "chữ màu đen, không gạch chân")


def _highlights(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    seen = (
        Seen(Spot(paragraph, run.start, run.end), "chữ được tô nền")
        for paragraph, run in _everything(anatomy)
        if run.highlight
    )
    return grouped(rule, seen, "chữ không tô nền")


FONT_RULES = (
    Rule(
        code="font-not-times",
        clause="I.I.4",
        severity=Severity.FAULT,
        element="text",
        title=f"Phông chữ {FONT}",
        explanation=f"Toàn văn bản dùng phông {FONT}, bộ mã Unicode. Bấm Ctrl+A rồi chọn {FONT} ở thẻ Home; "
        "chữ gõ bằng mã cũ (phông .Vn…, VNI-…) phải chuyển sang Unicode trước.",
        wrong="phông Arial",
        right=f"phông {FONT}",
        judge=_fonts,
    ),
    Rule(
        code="text-coloured",
        clause="I.I.4",
        severity=Severity.FAULT,
        element="text",
        title="Chữ màu đen",
        explanation="Văn bản dùng chữ màu đen. Chọn phần chữ đó rồi đặt Font Color là Automatic ở thẻ Home.",
        wrong="một câu chữ đỏ",
        right="chữ đen",
        judge=_colours,
    ),
    Rule(
        code="link-coloured",
        clause="I.I.4",
        severity=Severity.ADVICE,
        element="text",
        title="Liên kết cũng là chữ màu đen",
        explanation="Địa chỉ thư điện tử, trang thông tin điện tử in ra cũng là chữ đen. "
        "Bấm chuột phải vào đó rồi chọn Remove Hyperlink.",
        wrong="địa chỉ thư điện tử xanh, gạch chân",
        right="địa chỉ thư điện tử chữ đen",
        judge=_links,
    ),
    Rule(
        code="text-highlighted",
        clause="I.I.4",
        severity=Severity.WARNING,
        element="text",
        title="Chữ không tô nền",
        explanation="Chữ tô nền thường là chỗ chưa sửa xong. Chọn chỗ đó rồi đặt Text Highlight Color là No Color.",
        wrong="ngày tháng tô vàng",
        right="ngày tháng không tô nền",
        judge=_highlights,
    ),
)
"""In the order of importance."""
