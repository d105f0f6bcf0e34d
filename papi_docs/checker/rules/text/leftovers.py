"""Rules of what was left over: tags of templates, prompts, broken fields, room in a paper that is issued."""

import re
from collections.abc import Iterator
from typing import Final

from papi_docs.checker.anatomy import Anatomy, Form
from papi_docs.checker.rule import ADMINISTRATIVE, ANY_FORM, Observation, Rule
from papi_docs.checker.rules.text.prose import Passage, Seen, Slip, is_form, passages, reading, say
from papi_docs.findings import Severity

__all__ = ["LEFTOVER_RULES", "field_slips", "prompt_slips", "room_slips", "tag_slips"]

_TAG: Final = re.compile(
    r"\{\{[^{}\n]{0,80}\}?\}?|\{%[^{}\n]{0,80}%?\}?|\{#[^{}\n]{0,80}#\}|\$\{[^{}\n]{1,60}\}"
    r"|«[^«»\n]{1,60}»|<<[^<>\n]{1,60}>>"
)
_FIELD: Final = re.compile(
    r"Error! [A-Z][\w ]{3,60}\.?|Lỗi! [\w ]{3,60}\.?|#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!)|\bMERGEFIELD\b"
    r"|\b(?:None|nan)\b(?=[,;.]|$)"
)
_WORDS: Final = (
    r"nhập|điền|ghi rõ|chọn|tên cơ quan|tên đơn vị|tên trường|họ và tên|họ tên|địa danh|ngày tháng|nội dung|số hiệu|"
    r"insert|enter|your|name|date|title|text"
)
_PROMPT: Final = re.compile(
    r"Click (?:or tap )?here to enter [\w ]{1,30}|Type (?:your )?text here|Lorem ipsum|\b(?:TODO|TBD|FIXME)\b"
    r"|(?:Nhấp|Bấm|Nhấn)(?: hoặc (?:gõ|chạm|nhấn))?(?: vào)? đây để nhập[\w ]{0,30}"
    rf"|\[\s*(?:{_WORDS})[^\[\]\n]{{0,60}}\]|<\s*(?:{_WORDS})[^<>\n]{{0,60}}>",
    re.IGNORECASE,
)
_PROMPT_WORDS: Final = ("here", "đây để nhập", "psum", "TODO", "TBD", "FIXME")
_CROSSES: Final = re.compile(r"(?<![A-Za-z])(?:[xX]{4,}|x{3}|(?<=số )X{2,3}|X{2,3}(?=/[A-ZĐ]))(?![A-Za-z])")
_ROOM: Final = re.compile(r"(?:\.{5,}|…{2,}|(?:…\.+|\.+…)[.…]*|_{5,})")


def _anything(_passage: Passage) -> bool:
    """Room that is still to be filled in too: it is just what is looked for."""
    return True


def tag_slips(text: str) -> Iterator[Slip]:
    """``{{ten_truong}}``, ``{% if %}``, ``«HoTen»``."""
    for match in _TAG.finditer(text):
        yield Slip(*match.span(), f'thẻ của mẫu "{match[0]}"', "nội dung thay cho thẻ")


def field_slips(text: str) -> Iterator[Slip]:
    """``Error! Reference source not found.``, ``#REF!``."""
    for match in _FIELD.finditer(text):
        yield Slip(*match.span(), f'trường hỏng "{match[0].strip()}"', "nội dung đúng, rồi cập nhật trường")


def prompt_slips(text: str) -> Iterator[Slip]:
    """``[Nhập nội dung]``, ``Click here to enter text``, ``xxxx``."""
    sure = "[" in text or "<" in text or any(word in text for word in _PROMPT_WORDS)
    for form in (_PROMPT, _CROSSES) if sure else (_CROSSES,):
        for match in form.finditer(text):
            yield Slip(*match.span(), f'lời nhắc của mẫu "{match[0]}"', "nội dung thay cho lời nhắc")


def room_slips(text: str) -> Iterator[Slip]:
    """Dots to write on."""
    for match in _ROOM.finditer(text):
        yield Slip(*match.span(), "chỗ trống bằng dấu chấm", "nội dung, vì văn bản đã có số và ngày")


def _judge_room(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    """Room in the running text of a paper that has its number and date; forms in tables and annexes are made so."""
    if not (anatomy.number and anatomy.dated) or is_form(anatomy):
        return
    seen = [
        Seen(passage.paragraph, slip)
        for passage in _before_annexes(passages(anatomy))
        if passage.role in {"basis", "body", "point", "subject", "letter_subject", "addressee", "recipients"}
        if passage.paragraph.cell is None or not passage.tabular
        for slip in room_slips(passage.text)
        if not passage.placeholder and len(passage.text.strip(" .…_-")) > 3
    ]
    yield from say(rule, seen, "all")


def _before_annexes(read: tuple[Passage, ...]) -> Iterator[Passage]:
    for passage in read:
        if passage.role == "annex_number":
            return
        yield passage


LEFTOVER_RULES: Final = (
    Rule(
        code="template-tag-left",
        clause="8",
        severity=Severity.FAULT,
        element="text",
        title="Không còn thẻ của mẫu",
        explanation="Thẻ trộn thư hay thẻ của mẫu còn lại nghĩa là có nội dung chưa được điền. Điền rồi xóa thẻ.",
        wrong="Hiệu trưởng {{ ten_hieu_truong }}",
        right="Hiệu trưởng Nguyễn Thị Lan",
        judge=reading(tag_slips, _anything, quoted=True),
        forms=ANY_FORM,
    ),
    Rule(
        code="broken-field-left",
        clause="8",
        severity=Severity.FAULT,
        element="text",
        title="Không còn trường hỏng",
        explanation="Tham chiếu hoặc công thức không tìm thấy nguồn. Sửa nguồn rồi cập nhật, hoặc gõ nội dung.",
        wrong="xem Error! Reference source not found.",
        right="xem Phụ lục II",
        judge=reading(field_slips, _anything, quoted=True),
        forms=ANY_FORM,
    ),
    Rule(
        code="prompt-left",
        clause="8",
        severity=Severity.FAULT,
        element="text",
        title="Không còn lời nhắc của mẫu",
        explanation="Chữ nhắc người soạn còn lại trong văn bản. Thay bằng nội dung.",
        wrong="Kính gửi: [Nhập tên cơ quan]",
        right="Kính gửi: Phòng Giáo dục và Đào tạo huyện Tân Hồng",
        judge=reading(prompt_slips, _anything, quoted=True),
        forms=ADMINISTRATIVE | {Form.OTHER},
    ),
    Rule(
        code="room-in-issued-paper",
        clause="15",
        severity=Severity.WARNING,
        element="text",
        title="Văn bản đã có số và ngày thì không còn chỗ trống",
        explanation=(
            "Số và ngày được ghi sau khi ký, nên văn bản đã có số và ngày phải đủ nội dung. Điền chỗ trống, "
            "hoặc đưa mẫu để điền vào phụ lục."
        ),
        wrong="gửi về trường trước ngày ………",
        right="gửi về trường trước ngày 15/9/2021",
        judge=_judge_room,
    ),
)
"""Of what was left over."""
