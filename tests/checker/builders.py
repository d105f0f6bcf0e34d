"""Papers built by hand, right in every clause, and ways to change one thing in them.

``Paper.plan().change("motto", size=15).anatomy()`` is a right plan but for the size of its motto. Papers are
values: every method gives a new one.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from papi_docs.checker.anatomy import Anatomy, Form, Part, Span
from papi_docs.checker.written import Align, Cell, Line, LineKind, PageNumber, Paragraph, Run, Section, Written
from papi_docs.decree30 import ELEMENTS, MOTTO, NATIONAL_NAME
from papi_docs.typography import Face, text_width

__all__ = ["Draft", "Paper", "drawn", "piece"]

LEFT_COLUMN = 75.0
RIGHT_COLUMN = 100.0
_RUN_FIELDS = {item.name for item in fields(Run)}
_CENTRED = {
    "national_name",
    "motto",
    "superior",
    "issuer",
    "number",
    "place_and_date",
    "type",
    "subject",
    "letter_subject",
    "authority",
    "signer",
    "chapter",
    "chapter_title",
    "annex_number",
    "annex_title",
    "annex_reference",
    "addressee",
}
_FLUSH = {"recipients", "recipients_label", "drafter"}


def piece(text: str, **look: Any) -> dict[str, Any]:  # noqa: ANN401 - fields of Run are of many types
    """A run of a paragraph of several, with what differs from the paragraph's own look."""
    return {"text": text, **look}


def drawn(width: float, **more: Any) -> Line:  # noqa: ANN401 - fields of Line are of many types
    """A drawn rule of a width in millimetres."""
    return Line(LineKind.DRAWN, width, **more)


def cell(table: int, row: int, column: int, width: float) -> Cell:
    """A cell of a table of layout that has two columns and two rows."""
    left = 0.0 if column == 0 else LEFT_COLUMN
    return Cell(table=table, row=row, column=column, rows=2, columns=2, width=width, left=left)


@dataclass(frozen=True)
class Draft:
    """A paragraph to be: the role its text has, its words, and fields of ``Run`` and ``Paragraph``."""

    role: str
    text: str
    look: dict[str, Any] = field(default_factory=dict)
    """Fields of every run."""
    place: dict[str, Any] = field(default_factory=dict)
    """Fields of the paragraph."""
    pieces: tuple[dict[str, Any], ...] = ()
    """Runs, where there are several; they stand in place of ``text``."""
    joins: bool = False
    """It goes on the part of the draft before it."""
    placeholder: bool = False
    certainty: float = 1

    def with_changes(self, changes: dict[str, Any]) -> "Draft":
        """The same with fields of ``Draft``, ``Run`` or ``Paragraph`` changed; ``text`` is that of the draft."""
        own = {item.name for item in fields(Draft)}
        mine = {name: value for name, value in changes.items() if name in own}
        if "text" in mine:
            mine.setdefault("pieces", ())
        look = {name: value for name, value in changes.items() if name in _RUN_FIELDS - own}
        place = {name: value for name, value in changes.items() if name not in own | _RUN_FIELDS}
        return replace(self, **mine, look=self.look | look, place=self.place | place)

    def paragraph(self, index: int) -> Paragraph:
        """The paragraph it becomes."""
        element = ELEMENTS.get(self.role, ELEMENTS["body"])
        look = {
            "size": element.size.preferred,
            "bold": element.bold,
            "italic": element.italic,
            "fonts": ("Times New Roman",),
            **self.look,
        }
        runs: list[Run] = []
        start = 0
        for words in self.pieces or ([{"text": self.text}] if self.text else []):
            whole = {**look, **words}
            runs.append(Run(typed=whole["text"], start=start, **whole))
            start += len(whole["text"])
        align = Align.CENTRE if self.role in _CENTRED else Align.LEFT if self.role in _FLUSH else Align.JUSTIFIED
        indented = align is Align.JUSTIFIED and "cell" not in self.place and bool(self.role)
        place: dict[str, Any] = {
            "align": align,
            "first": 12.7 if indented else 0,
            "before": 6 if indented else 0,
            "mark_size": look["size"],
            **self.place,
        }
        return Paragraph(index=index, runs=tuple(runs), **place)


_PAGE = Section(
    index=0,
    width=210,
    height=297,
    top=20,
    bottom=20,
    left=30,
    right=20,
    first_page_differs=True,
    page_numbers=(
        PageNumber(
            "header", "default", Align.CENTRE, Run("2", "2", 0, ("Times New Roman",), 14), centred=True, arabic=True
        ),
    ),
)


def _in(where: tuple[int, int, int], **more: Any) -> dict[str, Any]:  # noqa: ANN401 - fields of Paragraph
    table, row, column = where
    return {"cell": cell(table, row, column, RIGHT_COLUMN if column else LEFT_COLUMN), **more}


def _letterhead(number: str) -> tuple[Draft, ...]:
    issuer = text_width("TRƯỜNG TIỂU HỌC TÂN PHƯỚC 3", Face.BOLD, 13)
    return (
        Draft("superior", "PHÒNG GDĐT HUYỆN TÂN HỒNG", place=_in((0, 0, 0))),
        Draft("issuer", "TRƯỜNG TIỂU HỌC TÂN PHƯỚC 3", place=_in((0, 0, 0), lines=(drawn(issuer * 0.4, below=6),))),
        Draft("national_name", NATIONAL_NAME, place=_in((0, 0, 1))),
        Draft("motto", MOTTO, place=_in((0, 0, 1), lines=(drawn(text_width(MOTTO, Face.BOLD, 14), below=6.5),))),
        Draft("number", number, place=_in((0, 1, 0))),
        Draft("place_and_date", "Tân Hồng, ngày 05 tháng 9 năm 2021", place=_in((0, 1, 1))),
    )


_ENDING = (
    Draft("recipients_label", "Nơi nhận:", place=_in((1, 0, 0))),
    Draft("recipients", "- PGDĐT huyện Tân Hồng;", place=_in((1, 0, 0))),
    Draft("recipients", "- Tổ chuyên môn;", place=_in((1, 0, 0))),
    Draft("recipients", "- Lưu: VT.", place=_in((1, 0, 0))),
    Draft("authority", "KT. HIỆU TRƯỞNG", place=_in((1, 0, 1))),
    Draft("authority", "PHÓ HIỆU TRƯỞNG", place=_in((1, 0, 1)), joins=True),
    *(Draft("", "", place=_in((1, 0, 1))) for _ in range(4)),
    Draft("signer", "Nguyễn Thị Lan", place=_in((1, 0, 1))),
)
_SUBJECT = "Nâng cao chỉ số cung ứng dịch vụ công năm học 2021-2022"
_OPENING = "Nhằm nâng cao chất lượng phục vụ người dân, Trường Tiểu học Tân Phước 3 xây dựng kế hoạch như sau:"


@dataclass(frozen=True)
class Paper:
    """A whole document to be."""

    form: Form
    drafts: tuple[Draft, ...]
    type_name: str = ""
    dated: date | None = date(2021, 9, 5)
    number: str = "05"
    symbol: str = ""
    sections: tuple[Section, ...] = (_PAGE,)

    @classmethod
    def plan(cls) -> "Paper":
        """Form 1.4: a school's plan, right in every clause."""
        title = text_width(_SUBJECT, Face.BOLD, 14)
        return cls(
            Form.NAMED,
            (
                *_letterhead("Số: 05/KH-THTP3"),
                Draft("", ""),
                Draft("type", "KẾ HOẠCH"),
                Draft("subject", _SUBJECT, place={"lines": (drawn(title * 0.4, below=6),)}),
                Draft("", ""),
                Draft(
                    "basis",
                    "Căn cứ Kế hoạch số 861/KH-PGDĐT ngày 01 tháng 9 năm 2021 của Phòng Giáo dục và Đào tạo huyện Tân "
                    "Hồng về nâng cao chỉ số cung ứng dịch vụ công;",
                ),
                Draft("basis", "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019."),
                Draft("body", _OPENING),
                Draft("heading_1", "I. MỤC ĐÍCH, YÊU CẦU"),
                Draft("heading_2", "1. Mục đích"),
                Draft("point", "a) Giúp cán bộ, giáo viên hiểu rõ chín nội dung và trách nhiệm của từng người."),
                Draft("point", "b) Công khai việc nhà trường làm để phụ huynh theo dõi và góp ý."),
                Draft("heading_2", "2. Yêu cầu"),
                Draft("body", "Các tổ chuyên môn thực hiện đúng thời hạn và báo cáo kết quả về nhà trường./."),
                Draft("", ""),
                *_ENDING,
            ),
            type_name="Kế hoạch",
            symbol="KH-THTP3",
        )

    @classmethod
    def letter(cls) -> "Paper":
        """Form 1.5: a letter of the same school."""
        head = list(_letterhead("Số: 12/THTP3-VP"))
        head.insert(5, Draft("letter_subject", "V/v báo cáo kết quả khảo sát", place=_in((0, 1, 0), before=6)))
        ending = list(_ENDING)
        ending[1] = replace(ending[1], text="- Như trên;")
        return cls(
            Form.LETTER,
            (
                *head,
                Draft("", ""),
                Draft("addressee", "Kính gửi: Phòng Giáo dục và Đào tạo huyện Tân Hồng", place={"before": 6}),
                Draft("body", "Trường Tiểu học Tân Phước 3 báo cáo kết quả khảo sát phụ huynh năm học 2021-2022."),
                Draft("body", "Kính mong Phòng Giáo dục và Đào tạo huyện Tân Hồng xem xét./."),
                *ending,
            ),
            number="12",
            symbol="THTP3-VP",
        )

    def change(self, role: str, nth: int = 0, /, **changes: Any) -> "Paper":  # noqa: ANN401 - many types
        """Fields of the run, the paragraph or the draft changed in the ``nth`` draft of a role."""
        return self._edit(role, nth, lambda draft: [draft.with_changes(changes)])

    def change_all(self, role: str, /, **changes: Any) -> "Paper":  # noqa: ANN401 - many types
        """The same in every draft of a role; of every role for ``"*"``."""
        return self._with(draft.with_changes(changes) if role in {draft.role, "*"} else draft for draft in self.drafts)

    def drop(self, role: str) -> "Paper":
        """Without any draft of a role."""
        return self._with(draft for draft in self.drafts if draft.role != role)

    def before(self, role: str, *new: Draft, nth: int = 0) -> "Paper":
        """With drafts put in before the ``nth`` of a role."""
        return self._edit(role, nth, lambda draft: [*new, draft])

    def after(self, role: str, *new: Draft, nth: int = 0) -> "Paper":
        """With drafts put in after the ``nth`` of a role."""
        return self._edit(role, nth, lambda draft: [draft, *new])

    def page(self, index: int = 0, /, **changes: Any) -> "Paper":  # noqa: ANN401 - many types
        """A section's fields changed."""
        return replace(
            self,
            sections=tuple(
                replace(section, **changes) if section.index == index else section for section in self.sections
            ),
        )

    def page_number(self, **changes: Any) -> "Paper":  # noqa: ANN401 - many types
        """Fields of the page number, or of its run, changed."""
        (number,) = self.sections[0].page_numbers
        look = {name: value for name, value in changes.items() if name in _RUN_FIELDS}
        rest = {name: value for name, value in changes.items() if name not in look}
        return self.page(page_numbers=(replace(number, run=replace(number.run, **look), **rest),))

    def anatomy(self) -> Anatomy:
        """Read and named by hand."""
        paragraphs = tuple(draft.paragraph(index) for index, draft in enumerate(self.drafts))
        parts: list[Part] = []
        for draft, paragraph in zip(self.drafts, paragraphs, strict=True):
            parts = _grown(parts, draft, paragraph)
        written = Written(Path("van-ban.docx"), paragraphs, self.sections)
        return Anatomy(written, self.form, tuple(parts), self.type_name, self.dated, self.number, self.symbol)

    def _edit(self, role: str, nth: int, edit: Callable[[Draft], list[Draft]]) -> "Paper":
        places = [place for place, draft in enumerate(self.drafts) if draft.role == role]
        at = places[nth]
        return self._with([*self.drafts[:at], *edit(self.drafts[at]), *self.drafts[at + 1 :]])

    def _with(self, drafts: Iterable[Draft]) -> "Paper":
        return replace(self, drafts=tuple(drafts))


def _grown(parts: list[Part], draft: Draft, paragraph: Paragraph) -> list[Part]:
    """The parts found so far and those of one more paragraph; its end mark is a part of its own."""
    text = paragraph.text
    if not draft.role:
        return parts
    end = len(text.rstrip()) - 3 if text.rstrip().endswith("./.") and draft.role in {"body", "point"} else len(text)
    span = Span(paragraph, 0, end)
    if draft.joins:
        last = parts[-1]
        return [*parts[:-1], replace(last, spans=(*last.spans, span))]
    part = Part(draft.role, (span,), draft.certainty, draft.placeholder)
    mark = [Part("end_mark", (Span(paragraph, end, end + 3),))] if end < len(text) else []
    return [*parts, part, *mark]
