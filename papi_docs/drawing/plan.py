"""The plan (kế hoạch), form 1.4, with an annex of form 2.1."""

from docx.document import Document

from papi_docs.drawing.parts import (
    add,
    add_annex_section,
    add_letterhead,
    add_loop,
    add_rule,
    add_signature,
    add_table,
    new_template,
)
from papi_docs.drawing.text import add_text
from papi_docs.layout import ANNEX_COLUMNS

__all__ = ["draw_plan"]

_OPENING = (
    "{{ school }} xây dựng Kế hoạch Cải thiện, nâng cao chỉ số hiệu quả quản trị và Hành chính công trong lĩnh vực "
    "Giáo dục và Đào tạo năm học {{ school_year }} như sau:"
)

_COLUMNS = {
    "order": ("STT", "table_centre"),
    "task": ("Nội dung công việc", "table_text"),
    "deadline": ("Thời gian", "table_centre"),
    "lead": ("Chủ trì", "table_text"),
    "helpers": ("Phối hợp", "table_text"),
    "product": ("Sản phẩm", "table_text"),
    "note": ("Ghi chú", "table_text"),
}


def draw_plan() -> Document:
    """The template ``plan.docx``; its fields are those of :class:`papi_docs.documents.plan.PlanFields`."""
    document = new_template()
    add_letterhead(document)
    add(document, "type", "KẾ HOẠCH")
    add_loop(document, "line", "subject", "subject", "{{ line }}")
    add_rule(document, "Kẻ dưới trích yếu", "subject_rule", after=12)
    add_loop(document, "basis", "bases", "basis", "{{ basis }}")
    add(document, "body", _OPENING)
    add_text(document, "plan.txt")
    add_signature(document)
    _draw_annex(document)
    return document


def _draw_annex(document: Document) -> None:
    add_annex_section(document)
    add(document, "annex_number", "{%p if annex %}")
    add(document, "annex_number", "Phụ lục")
    add(document, "annex_title", "PHÂN CÔNG NHIỆM VỤ THỰC HIỆN KẾ HOẠCH")
    add(document, "annex_reference", "{{ annex.reference }}")
    columns = [
        (heading, ANNEX_COLUMNS[key], style, f"{{{{ row.{key} }}}}") for key, (heading, style) in _COLUMNS.items()
    ]
    add_table(document, columns, ("row", "annex.rows"))
    add_loop(document, "line", "annex.notes", "table_note", "{{ line }}")
    add(document, "annex_number", "{%p endif %}")
