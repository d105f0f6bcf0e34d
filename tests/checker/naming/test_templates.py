"""Templates and forms: an element keeps its name where a tag, a merge field or dots hold its place."""

from pathlib import Path

import pytest

from papi_docs.checker.anatomy import Form
from papi_docs.checker.report import Report
from tests.checker.naming.writing import BODY, ENDING, HEADER, TITLE, Writer, named

HEAD = ("superior", "issuer", "number", "place_and_date", "type", "subject")


@pytest.mark.parametrize(
    ("number", "dated", "kind", "subject"),
    [
        ("Số: {{so_ky_hieu}}", "Đồng Tháp, {{ngay_thang}}", "{{loai_van_ban}}", "{{trich_yeu}}"),
        ("{{so_ky_hieu}}", "{{dia_danh_ngay_thang}}", "{{loai_van_ban}}", "{{trich_yeu}}"),
        ("Số: «So_ky_hieu»", "«Dia_danh», «ngay_thang»", "«Ten_loai»", "«Trich_yeu»"),
        ("Số: [số]/[ký hiệu]", "[Địa danh], ngày [..] tháng [..] năm [....]", "[TÊN LOẠI]", "[Trích yếu]"),
        ("Số: ${so}/${kyHieu}", "${diaDanh}, ngày ${ngay}", "${loai}", "${trichYeu}"),
    ],
)
@pytest.mark.parametrize("in_cell", [True, False], ids=["in the cell", "in a row of its own"])
def test_a_template(number: str, dated: str, kind: str, subject: str, tmp_path: Path, *, in_cell: bool) -> None:
    left, right = HEADER[0][:2], HEADER[1][:2]
    writer = Writer()
    if in_cell:
        writer.columns(((*left, number), (*right, dated)))
    else:
        writer.columns((left, right)).columns(((number,), (dated,)))
    anatomy = writer.lines("", f"^*{kind}", f"^*{subject}", "", *BODY).columns(ENDING).anatomy(tmp_path)
    assert named(anatomy, *HEAD) == [
        ("superior", "UBND HUYỆN TÂN HỒNG"),
        ("issuer", "TRƯỜNG TIỂU HỌC TÂN PHƯỚC 3"),
        ("number", number),
        ("place_and_date", dated),
        ("type", kind),
        ("subject", subject),
    ]
    marked = {part.role for part in anatomy.parts if part.placeholder}
    assert marked == {"number", "place_and_date", "type", "subject"}
    assert (anatomy.form, anatomy.number, anatomy.symbol, anatomy.dated) == (Form.NAMED, "", "", None)


def test_merge_fields_among_words(tmp_path: Path) -> None:
    head = ((*HEADER[0][:2], "Số: «so»/KH-THTP3"), HEADER[1])
    anatomy = Writer().columns(head).lines(*TITLE, *BODY).columns(ENDING).anatomy(tmp_path)
    assert (anatomy.number, anatomy.symbol) == ("", "KH-THTP3")
    assert not [part for part in anatomy.parts if part.placeholder]


def test_a_letter_of_tags(tmp_path: Path) -> None:
    head = ((*HEADER[0][:2], "Số: {{so_ky_hieu}}", "{{trich_yeu}}"), (*HEADER[1][:2], "{{ngay}}"))
    writer = Writer().columns(head).lines("^Kính gửi: {{kinh_gui}}", "{{noi_dung}}")
    anatomy = writer.columns((("Nơi nhận:", "{{noi_nhan}}"), ("*{{chuc_vu}}", "", "*{{nguoi_ky}}"))).anatomy(tmp_path)
    assert anatomy.form is Form.LETTER
    assert named(anatomy)[2:] == [
        ("number", "Số: {{so_ky_hieu}}"),
        ("letter_subject", "{{trich_yeu}}"),
        ("national_name", HEADER[1][0][1:]),
        ("motto", HEADER[1][1][1:]),
        ("place_and_date", "{{ngay}}"),
        ("addressee", "Kính gửi: {{kinh_gui}}"),
        ("body", "{{noi_dung}}"),
        ("recipients_label", "Nơi nhận:"),
        ("recipients", "{{noi_nhan}}"),
        ("authority", "{{chuc_vu}}"),
        ("signer", "{{nguoi_ky}}"),
    ]


def test_the_issuer_may_be_a_tag(tmp_path: Path) -> None:
    head = (("{{co_quan_chu_quan}}", "*{{ten_truong}}", "Số: {{so}}"), HEADER[1])
    anatomy = Writer().columns(head).lines(*TITLE, *BODY).columns(ENDING).anatomy(tmp_path)
    assert {part.role for part in anatomy.parts if part.placeholder} == {"superior", "issuer", "number"}


def test_what_is_said_where_elements_stand_but_no_type(tmp_path: Path) -> None:
    paper = Writer().columns((("*TRƯỜNG TIỂU HỌC TÂN PHƯỚC 3",), HEADER[1][:2])).lines("^*PHIẾU GHI", *BODY)
    notes = Writer().lines("Ghi nhớ.", "Mua vở.")
    for writer, said in ((paper, "Có thành phần thể thức"), (notes, "Không thấy thành phần thể thức nào")):
        anatomy = writer.anatomy(tmp_path)
        assert anatomy.form is Form.OTHER
        assert Report(tmp_path, anatomy, ()).limits.startswith(said)


@pytest.mark.parametrize("stamp", ["SAO Y; UBND XÃ TÂN PHƯỚC; 06/01/2021; 10:20:30", "Sao lục; Sở Nội vụ; 06/01/2021"])
def test_an_electronic_copy(stamp: str, tmp_path: Path) -> None:
    anatomy = Writer().lines(f">{stamp}").columns(HEADER).lines(*TITLE, *BODY).columns(ENDING).anatomy(tmp_path)
    assert anatomy.form is Form.COPY
    assert named(anatomy, "type", "subject") == [("type", "KẾ HOẠCH"), ("subject", "Cải thiện chất lượng phục vụ")]


def test_a_form_of_a_copy(tmp_path: Path) -> None:
    writer = Writer().columns(HEADER).lines(*TITLE, *BODY).columns(ENDING)
    writer.columns((("Ghi chú:", "1 Hình thức sao: “SAO Y” hoặc “SAO LỤC” hoặc “TRÍCH SAO”."),))
    assert writer.anatomy(tmp_path).form is Form.COPY


def test_tags_that_say_nothing(tmp_path: Path) -> None:
    head = ((*HEADER[0][:2], "Số: {{x1}}"), (*HEADER[1][:2], "Tân Hồng, {{x2}}"))
    anatomy = Writer().columns(head).lines("^*{{x3}}", "^*{{x4}}", *BODY).columns(ENDING).anatomy(tmp_path)
    assert anatomy.form is Form.NAMED
    assert named(anatomy, *HEAD)[2:] == [
        ("number", "Số: {{x1}}"),
        ("place_and_date", "Tân Hồng, {{x2}}"),
        ("subject", "{{x3}} {{x4}}"),
    ]
