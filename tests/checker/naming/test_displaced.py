"""Elements that stand out of their order, and yet cannot be mistaken, keep their names."""

from pathlib import Path

import pytest

from papi_docs.checker.anatomy import Form
from papi_docs.checker.judging import check
from tests.checker.naming.writing import BODY, ENDING, HEADER, TITLE, Writer, named

UNNUMBERED = (HEADER[0][:2], HEADER[1])
UNDATED = (HEADER[0], HEADER[1][:2])
NUMBER = "Số: 05/KH-THTP3"
DATE = "Tân Hồng, ngày 05 tháng 01 năm 2021"
BASES = (
    "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;",
    "Căn cứ Kế hoạch số 12/KH-PGDĐT ngày 05 tháng 9 năm 2020 của Phòng Giáo dục và Đào tạo,",
)
KIND, SUBJECT = ("type", TITLE[0][2:]), ("subject", TITLE[1][2:])


def out_of_order(folder: Path) -> list[str]:
    return [seen.found for seen in check(folder / "van-ban.docx").of("elements-out-of-order")]


@pytest.mark.parametrize("mark", ["^", "", ">", "^*"])
@pytest.mark.parametrize("at", [1, 2])
def test_the_number_under_the_type(mark: str, at: int, tmp_path: Path) -> None:
    title = [*TITLE[:at], f"{mark}{NUMBER}", *TITLE[at:]]
    anatomy = Writer().columns(UNNUMBERED).lines(*title, *BODY).columns(ENDING).anatomy(tmp_path)
    wanted = [KIND, SUBJECT]
    wanted.insert(at, ("number", NUMBER))
    assert named(anatomy, "number", "type", "subject") == wanted
    assert (anatomy.number, anatomy.symbol) == ("05", "KH-THTP3")
    assert out_of_order(tmp_path) == ["tên loại văn bản đứng trước số, ký hiệu của văn bản"]


@pytest.mark.parametrize("mark", ["^", ">"])
def test_the_date_under_the_title(mark: str, tmp_path: Path) -> None:
    anatomy = Writer().columns(UNDATED).lines(*TITLE, f"{mark}{DATE}", *BODY).columns(ENDING).anatomy(tmp_path)
    assert named(anatomy, "place_and_date", "type", "subject") == [KIND, SUBJECT, ("place_and_date", DATE)]


@pytest.mark.parametrize("text", ["Hôm nay, ngày 05 tháng 01 năm 2021", "Thời gian: 8 giờ, ngày 05 tháng 01 năm 2021"])
def test_a_date_in_the_text_is_no_date_of_issue(text: str, tmp_path: Path) -> None:
    anatomy = Writer().columns(UNDATED).lines("^*BIÊN BẢN", TITLE[1], text, *BODY).columns(ENDING).anatomy(tmp_path)
    assert not named(anatomy, "place_and_date")


@pytest.mark.parametrize("words", ["Về việc cải thiện chất lượng phục vụ", "V/v cải thiện chất lượng phục vụ"])
def test_the_subject_over_the_type(words: str, tmp_path: Path) -> None:
    anatomy = Writer().columns(HEADER).lines(f"^*{words}", TITLE[0], *BODY).columns(ENDING).anatomy(tmp_path)
    assert named(anatomy, "type", "subject") == [("subject", words), KIND]
    assert anatomy.form is Form.NAMED
    assert out_of_order(tmp_path) == ["trích yếu nội dung văn bản đứng trước tên loại văn bản"]


def test_the_title_after_the_bases(tmp_path: Path) -> None:
    anatomy = Writer().columns(HEADER).lines(*BASES, *TITLE, *BODY).columns(ENDING).anatomy(tmp_path)
    assert [role for role, _ in named(anatomy, "basis", "type", "subject")] == ["basis", "basis", "type", "subject"]
    assert named(anatomy, "place_and_date") == [("place_and_date", DATE)]
    assert out_of_order(tmp_path) == ["căn cứ ban hành văn bản đứng trước trích yếu nội dung văn bản"]


def test_what_is_decided_is_no_type(tmp_path: Path) -> None:
    lines = ("^*Về việc khen thưởng", *BASES, "^*QUYẾT ĐỊNH", "Điều 1. Khen.", "Điều 2. Thi hành./.")
    anatomy = Writer().columns(HEADER).lines(*lines).columns(ENDING).anatomy(tmp_path)
    assert not named(anatomy, "type")


def test_the_motto_over_the_national_name(tmp_path: Path) -> None:
    right = (HEADER[1][1], HEADER[1][0], HEADER[1][2])
    anatomy = Writer().columns((HEADER[0], right)).lines(*TITLE, *BODY).columns(ENDING).anatomy(tmp_path)
    assert [role for role, _ in named(anatomy, "national_name", "motto")] == ["motto", "national_name"]


def test_the_number_over_the_issuer(tmp_path: Path) -> None:
    left = (NUMBER, *HEADER[0][:2])
    anatomy = Writer().columns((left, HEADER[1])).lines(*TITLE, *BODY).columns(ENDING).anatomy(tmp_path)
    assert [role for role, _ in named(anatomy, "number", "superior", "issuer")] == ["number", "superior", "issuer"]


def test_the_name_over_the_office(tmp_path: Path) -> None:
    right = ("*Nguyễn Thị Lan", "", "*HIỆU TRƯỞNG")
    anatomy = Writer().columns(HEADER).lines(*TITLE, *BODY).columns((ENDING[0], right)).anatomy(tmp_path)
    assert named(anatomy, "signer", "authority") == [("signer", "Nguyễn Thị Lan"), ("authority", "HIỆU TRƯỞNG")]
