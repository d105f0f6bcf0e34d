"""What is a basis, and what is text that begins like one."""

from pathlib import Path
from typing import Any

from papi_docs.checker.anatomy import Form
from tests.checker.naming.writing import BODY, ENDING, HEADER, Writer, named

LETTER = ((*HEADER[0][:2], "Số: 05/THTP3", "V/v cải thiện chất lượng"), HEADER[1])
CITES = "Căn cứ Nghị định số 126/2024/NĐ-CP ngày 08 tháng 10 năm 2024 của Chính phủ, nhà trường có ý kiến như sau."
CITED = "Căn cứ Nghị định số 126/2024/NĐ-CP ngày 08 tháng 10 năm 2024 của Chính phủ"
SAID = "Thực hiện Công văn số 12/PGDĐT ngày 05 tháng 01 năm 2021, nhà trường báo cáo."


def slanted(writer: Writer, *beginnings: str) -> Writer:
    paragraphs: Any = writer.document.paragraphs
    for paragraph in paragraphs:
        if paragraph.text.startswith(beginnings):
            paragraph.runs[0].italic = True
    return writer


def letter(*texts: str) -> Writer:
    return Writer().columns(LETTER).lines("^Kính gửi: Các tổ chuyên môn", *texts, BODY[1]).columns(ENDING)


def roles(writer: Writer, folder: Path) -> list[str]:
    return [role for role, _ in named(writer.anatomy(folder), "basis", "body")]


def test_text_of_a_letter(tmp_path: Path) -> None:
    assert letter(CITES).anatomy(tmp_path).form is Form.LETTER
    assert roles(letter(CITES), tmp_path) == ["body", "body"]
    assert roles(letter(SAID, CITES), tmp_path) == ["body", "body", "body"]


def test_bases_that_a_letter_sets_out(tmp_path: Path) -> None:
    assert roles(letter(f"{CITED};", f"{CITED},"), tmp_path) == ["basis", "basis", "body"]
    assert roles(slanted(letter(f"{CITED}."), "Căn cứ"), tmp_path) == ["basis", "body"]


def test_bases_of_a_decision_in_roman_letters(tmp_path: Path) -> None:
    head = ((*HEADER[0][:2], "Số: 05/QĐ-THTP3"), HEADER[1])
    writer = Writer().columns(head).lines("^*QUYẾT ĐỊNH", "^*Về việc khen thưởng")
    writer.lines(f"- {CITED};", "- Xét năng lực của giáo viên,", "^*QUYẾT ĐỊNH:")
    writer.lines("Điều 1. Khen.", "Điều 2. Thi hành./.").columns(ENDING)
    assert roles(writer, tmp_path) == ["basis", "basis"]


def test_bases_of_a_decision_in_other_words(tmp_path: Path) -> None:
    laws = ("Luật Giáo dục ngày 14 tháng 6 năm 2019;", "Nghị định số 126/2024/NĐ-CP ngày 08 tháng 10 năm 2024,")
    head = ((*HEADER[0][:2], "Số: 05/QĐ-THTP3"), HEADER[1])
    writer = Writer().columns(head).lines("^*QUYẾT ĐỊNH", "^*Về việc khen thưởng", *laws, "^*QUYẾT ĐỊNH:")
    writer.lines("Điều 1. Khen.", "Điều 2. Thi hành./.").columns(ENDING)
    assert roles(slanted(writer, "Luật", "Nghị định"), tmp_path) == ["basis", "basis"]
