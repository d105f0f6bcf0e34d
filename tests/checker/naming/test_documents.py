"""Documents as one meets them: with annexes, copies, two signers, parts missing, parts twice."""

from pathlib import Path

import pytest

from papi_docs.checker.anatomy import Form
from tests.checker.naming.writing import BODY, ENDING, HEADER, TITLE, Writer, named


def _whole() -> Writer:
    return Writer().columns(HEADER).lines("", *TITLE, "", *BODY).columns(ENDING)


def test_minutes_have_two_signers(tmp_path: Path) -> None:
    head = ((*HEADER[0][:2], "Số: 03/BB-THTP3"), HEADER[1][:2])
    writer = Writer().columns(head).lines("^*BIÊN BẢN", "^*Họp hội đồng trường", "Thời gian bắt đầu: 8 giờ 00.")
    writer.lines("Cuộc họp kết thúc vào 10 giờ 00, ngày 05 tháng 01 năm 2021./.")
    writer.columns((("*THƯ KÝ", "", "*Phạm Thị Dung"), ("*CHỦ TỌA", "(Đã ký)", "*Nguyễn Thị Lan")))
    anatomy = writer.lines("Nơi nhận:", "- Lưu: VT, Hồ sơ.").anatomy(tmp_path)
    assert anatomy.form is Form.MINUTES
    assert not named(anatomy, "place_and_date")
    assert named(anatomy, "authority", "signer", "recipients") == [
        ("authority", "THƯ KÝ"),
        ("signer", "Phạm Thị Dung"),
        ("authority", "CHỦ TỌA"),
        ("signer", "Nguyễn Thị Lan"),
        ("recipients", "- Lưu: VT, Hồ sơ."),
    ]


def test_annexes_after_the_signature(tmp_path: Path) -> None:
    writer = _whole().lines("^*Phụ lục I", "^*BẢNG PHÂN CÔNG", "^(Kèm theo Kế hoạch số 05/KH-THTP3)")
    writer.grid([["STT", "Việc"], ["1.", "Dạy"], ["2. Học", "b)"]])
    anatomy = writer.lines("^*PHỤ LỤC II: LỊCH LÀM VIỆC", "1. Buổi sáng", "Dạy học.").anatomy(tmp_path)
    assert named(anatomy, "annex_number", "annex_title", "annex_reference") == [
        ("annex_number", "Phụ lục I"),
        ("annex_title", "BẢNG PHÂN CÔNG"),
        ("annex_reference", "(Kèm theo Kế hoạch số 05/KH-THTP3)"),
        ("annex_number", "PHỤ LỤC II:"),
        ("annex_title", "LỊCH LÀM VIỆC"),
    ]
    assert anatomy.form is Form.NAMED
    assert not [part for part in anatomy.parts if part.first.cell and part.first.cell.bordered]


def test_a_list_attached_without_the_word_annex(tmp_path: Path) -> None:
    writer = _whole().lines("", "^*DANH SÁCH", "^*Giáo viên dạy giỏi")
    writer.lines("^(Kèm theo Kế hoạch số 05/KH-THTP3", "^của Trường Tiểu học Tân Phước 3)")
    anatomy = writer.grid([["STT", "Họ và tên"], ["1", "Lê Văn A"]]).anatomy(tmp_path)
    assert named(anatomy, "type", "subject", "annex_reference")[2:] == [
        ("type", "DANH SÁCH"),
        ("subject", "Giáo viên dạy giỏi"),
        ("annex_reference", "(Kèm theo Kế hoạch số 05/KH-THTP3 của Trường Tiểu học Tân Phước 3)"),
    ]
    assert named(anatomy, "signer") == [("signer", "Nguyễn Thị Lan")]


def test_a_regulation_issued_with_a_decision(tmp_path: Path) -> None:
    head = ((*HEADER[0][:2], "Số: 12/QĐ-THTP3"), HEADER[1])
    writer = (
        Writer().columns(head).lines("^*QUYẾT ĐỊNH", "^*Ban hành Quy chế làm việc", "^*HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC")
    )
    writer.lines("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;", "^*QUYẾT ĐỊNH:", "Điều 1. Ban hành kèm theo./.")
    writer.columns(ENDING).columns((HEADER[0][:2], HEADER[1][:2])).lines("^*QUY CHẾ", "^*Làm việc của trường")
    writer.lines("^(Kèm theo Quyết định số 12/QĐ-THTP3)", "^*Chương I", "^*QUY ĐỊNH CHUNG", "Điều 1. Phạm vi")
    anatomy = writer.lines("1. Quy chế này quy định việc làm.", "Điều 2. Đối tượng", "Mọi người.").anatomy(tmp_path)
    assert anatomy.form is Form.DECISION
    assert [text for _, text in named(anatomy, "national_name")] == [HEADER[1][0][1:]] * 2
    assert [text for _, text in named(anatomy, "type")] == ["QUYẾT ĐỊNH", "QUY CHẾ"]
    assert named(anatomy, "chapter", "chapter_title") == [("chapter", "Chương I"), ("chapter_title", "QUY ĐỊNH CHUNG")]
    assert [text[:6] for _, text in named(anatomy, "article")] == ["Điều 1", "Điều 1", "Điều 2"]


def test_an_annex_alone(tmp_path: Path) -> None:
    anatomy = Writer().lines("^*Phụ lục", "^*DANH SÁCH LỚP", "^(Kèm theo Công văn số 5)", "Nội dung.").anatomy(tmp_path)
    assert anatomy.form is Form.ANNEX


def test_a_copy(tmp_path: Path) -> None:
    writer = _whole().columns(
        (("*TRƯỜNG TIỂU HỌC TÂN PHƯỚC 3", "Số: 02/SY-THTP3"), ("*SAO Y", "Tân Hồng, ngày 06 tháng 01 năm 2021"))
    )
    anatomy = writer.columns((("Nơi nhận:", "- Lưu: VT."), ("*HIỆU TRƯỞNG", "", "*Nguyễn Thị Lan"))).anatomy(tmp_path)
    assert anatomy.form is Form.COPY
    assert [text for _, text in named(anatomy, "number")] == ["Số: 05/KH-THTP3", "Số: 02/SY-THTP3"]
    assert [text for _, text in named(anatomy, "signer")] == ["Nguyễn Thị Lan"] * 2
    assert anatomy.number == "05"


@pytest.mark.parametrize("mark", ["HỎA TỐC", "THƯỢNG KHẨN", "KHẨN"])
def test_urgency_under_the_number(mark: str, tmp_path: Path) -> None:
    head = ((*HEADER[0], mark), HEADER[1])
    anatomy = Writer().columns(head).lines(*TITLE, *BODY).columns(ENDING).anatomy(tmp_path)
    assert named(anatomy, "urgency") == [("urgency", mark)]


@pytest.mark.parametrize("above", [("^*DỰ THẢO",), (">Mẫu số 01",), ("", "HỎA TỐC"), (">Dự thảo 2 ngày 05/01/2021",)])
def test_text_above_the_header(above: tuple[str, ...], tmp_path: Path) -> None:
    anatomy = Writer().lines(*above).columns(HEADER).lines(*TITLE, *BODY).columns(ENDING).anatomy(tmp_path)
    assert named(anatomy, "superior", "issuer", "number", "type") == [
        ("superior", "UBND HUYỆN TÂN HỒNG"),
        ("issuer", "TRƯỜNG TIỂU HỌC TÂN PHƯỚC 3"),
        ("number", "Số: 05/KH-THTP3"),
        ("type", "KẾ HOẠCH"),
    ]


def test_two_documents_in_one_file(tmp_path: Path) -> None:
    writer = _whole()
    anatomy = writer.columns(HEADER).lines("", *TITLE, "", *BODY).columns(ENDING).anatomy(tmp_path)
    assert [len(anatomy.of(role)) for role in ("motto", "number", "type", "end_mark", "signer")] == [2] * 5


def test_the_issuer_on_the_wrong_side(tmp_path: Path) -> None:
    anatomy = Writer().columns(HEADER[::-1]).lines(*TITLE, *BODY).columns(ENDING).anatomy(tmp_path)
    assert {"national_name", "motto", "number", "place_and_date"} <= {part.role for part in anatomy.parts}


def test_a_header_with_borders_stays_one(tmp_path: Path) -> None:
    anatomy = Writer().columns(HEADER, grid=True).lines(*TITLE, *BODY).columns(ENDING, grid=True).anatomy(tmp_path)
    assert named(anatomy, "issuer", "motto", "recipients_label", "signer") == [
        ("issuer", "TRƯỜNG TIỂU HỌC TÂN PHƯỚC 3"),
        ("motto", "Độc lập - Tự do - Hạnh phúc"),
        ("recipients_label", "Nơi nhận:"),
        ("signer", "Nguyễn Thị Lan"),
    ]


def test_a_header_in_text_boxes(tmp_path: Path) -> None:
    writer = Writer().box(*(line.lstrip("*") for line in HEADER[0])).box(*(line.lstrip("*") for line in HEADER[1]))
    anatomy = writer.lines(*TITLE, *BODY).columns(ENDING).anatomy(tmp_path)
    found = {part.role for part in anatomy.parts}
    assert {"superior", "issuer", "number", "national_name", "motto", "place_and_date", "type", "subject"} <= found


def test_everything_in_one_table(tmp_path: Path) -> None:
    writer = Writer()
    table = writer.document.add_table(3, 2)
    middle = table.rows[1].cells[0].merge(table.rows[1].cells[1])
    for cell, texts in zip(
        (*table.rows[0].cells, middle, *table.rows[2].cells), (*HEADER, (*TITLE, *BODY), *ENDING), strict=True
    ):
        cell.text = "\n".join(text.lstrip("^*") for text in texts)
    anatomy = writer.anatomy(tmp_path)
    assert {"issuer", "number", "motto", "type", "recipients_label", "authority", "signer"} <= {
        part.role for part in anatomy.parts
    }


@pytest.mark.parametrize("missing", ["nation", "number", "date", "issuer"])
def test_a_header_that_lacks_something(missing: str, tmp_path: Path) -> None:
    left, right = list(HEADER[0]), list(HEADER[1])
    cut = {
        "nation": (left, right[2:]),
        "number": (left[:2], right),
        "date": (left, right[:2]),
        "issuer": (left[2:], right),
    }
    anatomy = Writer().columns(cut[missing]).lines(*TITLE, *BODY).columns(ENDING).anatomy(tmp_path)
    roles = {part.role for part in anatomy.parts}
    gone = {"nation": {"national_name", "motto"}, "date": {"place_and_date"}}.get(missing, {missing})
    assert not gone & roles
    assert {"number", "issuer", "type", "subject", "signer"} - gone <= roles
    assert anatomy.form is Form.NAMED


def test_type_and_subject_in_one_line(tmp_path: Path) -> None:
    writer = Writer().columns(HEADER).lines("^*KẾ HOẠCH Cải thiện chất lượng phục vụ", *BODY)
    anatomy = writer.columns(ENDING).anatomy(tmp_path)
    assert named(anatomy, "type", "subject") == [("type", "KẾ HOẠCH"), ("subject", "Cải thiện chất lượng phục vụ")]


def test_a_letters_subject_in_a_named_document(tmp_path: Path) -> None:
    head = ((*HEADER[0], "V/v cải thiện chất lượng"), HEADER[1])
    anatomy = Writer().columns(head).lines("^*KẾ HOẠCH", *BODY).columns(ENDING).anatomy(tmp_path)
    assert named(anatomy, "letter_subject", "type") == [
        ("letter_subject", "V/v cải thiện chất lượng"),
        ("type", "KẾ HOẠCH"),
    ]
    assert anatomy.form is Form.NAMED


def test_recipients_in_one_paragraph(tmp_path: Path) -> None:
    writer = Writer().columns(HEADER).lines(*TITLE, *BODY, "Nơi nhận: - Như trên; - Lưu: VT.", ">*HIỆU TRƯỞNG", "", "")
    anatomy = writer.lines(">*Nguyễn Thị Lan").anatomy(tmp_path)
    assert named(anatomy, "recipients_label", "recipients", "authority", "signer") == [
        ("recipients_label", "Nơi nhận:"),
        ("recipients", "- Như trên;"),
        ("recipients", "- Lưu: VT."),
        ("authority", "HIỆU TRƯỞNG"),
        ("signer", "Nguyễn Thị Lan"),
    ]


def test_signed_without_recipients(tmp_path: Path) -> None:
    writer = (
        Writer().columns(HEADER).lines(*TITLE, *BODY, ">*TM. BAN GIÁM HIỆU", ">*HIỆU TRƯỞNG", "", ">*ThS. Lê Văn Tám")
    )
    assert named(writer.anatomy(tmp_path), "authority", "signer") == [
        ("authority", "TM. BAN GIÁM HIỆU HIỆU TRƯỞNG"),
        ("signer", "ThS. Lê Văn Tám"),
    ]


def test_not_signed_yet(tmp_path: Path) -> None:
    ending = (ENDING[0], ("*KT. HIỆU TRƯỞNG", "*PHÓ HIỆU TRƯỞNG", "", ""))
    anatomy = Writer().columns(HEADER).lines(*TITLE, *BODY).columns(ending).anatomy(tmp_path)
    assert named(anatomy, "authority", "signer") == [("authority", "KT. HIỆU TRƯỞNG PHÓ HIỆU TRƯỞNG")]


def test_notes_under_a_form_have_no_name(tmp_path: Path) -> None:
    writer = _whole().columns((("Ghi chú:", "1 Tên cơ quan, tổ chức chủ quản trực tiếp.", "2 Địa danh."),))
    anatomy = writer.anatomy(tmp_path)
    assert anatomy.parts[-1].role == "signer"


@pytest.mark.parametrize("text", ["Tổng cộng: 12", "KẾT LUẬN", "1. Một", "Điều 5. Không"])
def test_a_table_of_data_has_no_names(text: str, tmp_path: Path) -> None:
    writer = Writer().columns(HEADER).lines(*TITLE, BODY[0]).grid([["STT", text], [text, "x"]])
    anatomy = writer.lines(BODY[1]).columns(ENDING).anatomy(tmp_path)
    assert text not in [part.text for part in anatomy.parts]


@pytest.mark.parametrize(
    "lines",
    [
        ("^*ĐẢNG CỘNG SẢN VIỆT NAM", "^*ĐƠN XIN VÀO ĐẢNG"),
        (
            "^*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "^*Độc lập - Tự do - Hạnh phúc",
            "^*ĐƠN XIN NGHỈ HỌC",
            "Kính gửi: Ban Giám hiệu",
        ),
        ("^*DANH SÁCH LỚP 5A", "1. Lê Văn A", "2. Trần Thị B"),
        ("Đây là ghi chép của buổi họp.",),
        (),
    ],
)
def test_no_paper_of_an_office(lines: tuple[str, ...], tmp_path: Path) -> None:
    assert Writer().lines(*lines).anatomy(tmp_path).form is Form.OTHER


def test_a_paper_of_the_party(tmp_path: Path) -> None:
    head = (
        ("ĐẢNG BỘ XÃ TÂN PHƯỚC", "*CHI BỘ TRƯỜNG TIỂU HỌC", "Số 05-KH/CB"),
        ("*ĐẢNG CỘNG SẢN VIỆT NAM", HEADER[1][2]),
    )
    assert Writer().columns(head).lines(*TITLE, *BODY).columns(ENDING).anatomy(tmp_path).form is Form.OTHER


@pytest.mark.parametrize("number", ["Số: 12/2021/QĐ-UBND", "Số: 30/2020/NĐ-CP", "Số: 28/2020/TT-BGDĐT"])
def test_legislation_by_its_number(number: str, tmp_path: Path) -> None:
    head = (("*ỦY BAN NHÂN DÂN", "*TỈNH ĐỒNG THÁP", number), HEADER[1])
    anatomy = (
        Writer().columns(head).lines("^*QUYẾT ĐỊNH", "^*Ban hành Quy định", *BODY).columns(ENDING).anatomy(tmp_path)
    )
    assert anatomy.form is Form.LEGISLATION


def test_what_is_doubtful_says_why(tmp_path: Path) -> None:
    head = (("*TRƯỜNG", "*NHÀ VĂN HÓA", "Số: 05/KH-NVH"), HEADER[1])
    anatomy = Writer().columns(head).lines(*TITLE, *BODY).columns(ENDING).anatomy(tmp_path)
    assert "cơ quan ban hành" in anatomy.why_uncertain["issuer"]
    assert not _whole().anatomy(tmp_path).why_uncertain


def test_a_date_over_the_signature(tmp_path: Path) -> None:
    writer = Writer().columns((HEADER[0], HEADER[1][:2])).lines(*TITLE, *BODY, ">Tân Hồng, ngày 05 tháng 01 năm 2021")
    anatomy = writer.columns(((), ("*NGƯỜI VIẾT BÁO CÁO", "", "*Lê Văn Tám"))).anatomy(tmp_path)
    assert named(anatomy, "place_and_date", "authority", "signer") == [
        ("place_and_date", "Tân Hồng, ngày 05 tháng 01 năm 2021"),
        ("authority", "NGƯỜI VIẾT BÁO CÁO"),
        ("signer", "Lê Văn Tám"),
    ]


def test_a_caption_is_not_surely_text(tmp_path: Path) -> None:
    writer = Writer().columns(HEADER).lines(*TITLE, BODY[0], "^*NGÀY 1: THỨ HAI").grid([["Giờ", "Việc"]])
    anatomy = writer.lines(BODY[1]).columns(ENDING).anatomy(tmp_path)
    (caption,) = [part for part in anatomy.parts if part.text == "NGÀY 1: THỨ HAI"]
    assert caption.certainty < 0.8


def test_the_mark_of_a_draft_is_no_title(tmp_path: Path) -> None:
    anatomy = Writer().columns(HEADER).lines("^*DỰ THẢO", *TITLE, *BODY).columns(ENDING).anatomy(tmp_path)
    assert named(anatomy, "type", "subject") == [("type", "KẾ HOẠCH"), ("subject", "Cải thiện chất lượng phục vụ")]
    assert not anatomy.why_uncertain


def test_a_type_that_is_missing_is_told_by_the_symbol(tmp_path: Path) -> None:
    assert Writer().columns(HEADER).lines(*BODY).columns(ENDING).anatomy(tmp_path).form is Form.NAMED


def test_a_letter_named_so(tmp_path: Path) -> None:
    head = ((*HEADER[0][:2], "Số: 12/THTP3-VP", "V/v họp"), HEADER[1])
    anatomy = Writer().columns(head).lines("^*CÔNG VĂN", "Kính gửi: Phòng Nội vụ", *BODY).anatomy(tmp_path)
    assert anatomy.form is Form.LETTER
    assert named(anatomy, "type", "addressee") == [("type", "CÔNG VĂN"), ("addressee", "Kính gửi: Phòng Nội vụ")]


def test_an_addressee_behind_a_tab(tmp_path: Path) -> None:
    head = ((*HEADER[0][:2], "Số: 12/THTP3-VP", "V/v họp"), HEADER[1])
    writer = Writer().columns(head).lines("\t\tKính gửi:\tPhòng Nội vụ huyện Tân Hồng.", *BODY).columns(ENDING)
    assert named(writer.anatomy(tmp_path), "addressee", "body") == [
        ("addressee", "Kính gửi: Phòng Nội vụ huyện Tân Hồng."),
        ("body", BODY[0]),
        ("body", BODY[1].removesuffix("./.")),
    ]


def test_those_whom_a_telegram_is_sent_to(tmp_path: Path) -> None:
    head = ((*HEADER[0][:2], "Số: 02/CĐ-UBND"), HEADER[1])
    sent = ("Chủ tịch Ủy ban nhân dân tỉnh điện:", "- Giám đốc các sở;", "- Chủ tịch Ủy ban nhân dân các xã.")
    writer = Writer().columns(head).lines("^*CÔNG ĐIỆN", "^*Về việc phòng, chống lũ", *sent, *BODY).columns(ENDING)
    assert named(writer.anatomy(tmp_path), "addressee") == [("addressee", " ".join(sent))]


@pytest.mark.parametrize(
    "text", ["Địa chỉ: ấp 1, xã An Phước; điện thoại: 0277 3830 123", "Ấp 1. Điện thoại: 0277 3830 123"]
)
def test_the_address_at_the_foot_of_the_page(text: str, tmp_path: Path) -> None:
    writer = _whole()
    writer.document.sections[0].footer.paragraphs[0].text = text
    (contact,) = writer.anatomy(tmp_path).of("contact")
    assert contact.text == text


@pytest.mark.parametrize("office", ["Người báo cáo", "Người lập", "Thư ký", "Hiệu trưởng"])
@pytest.mark.parametrize("in_cell", [True, False], ids=["in a cell", "on the page"])
def test_an_office_in_small_letters(office: str, tmp_path: Path, *, in_cell: bool) -> None:
    writer = Writer().columns(HEADER).lines(*TITLE, *BODY)
    if in_cell:
        writer.columns((("",), (office, "", "", "Nguyễn Thị Lan")))
    else:
        writer.lines(f">{office}", "", "", ">Nguyễn Thị Lan")
    anatomy = writer.anatomy(tmp_path)
    assert named(anatomy, "authority", "signer") == [("authority", office), ("signer", "Nguyễn Thị Lan")]


def test_small_letters_in_the_text_are_no_office(tmp_path: Path) -> None:
    writer = Writer().columns(HEADER).lines(*TITLE, "^Người báo cáo", "^Nguyễn Thị Lan", *BODY * 4).columns(ENDING)
    assert named(writer.anatomy(tmp_path), "authority") == [("authority", "HIỆU TRƯỞNG")]


def test_recipients_in_brackets(tmp_path: Path) -> None:
    left = ("Nơi nhận:", "[- Như trên;", "- Phòng Giáo dục và Đào tạo (để b/c);", "- Lưu: VT.]")
    anatomy = Writer().columns(HEADER).lines(*TITLE, *BODY).columns((left, ENDING[1])).anatomy(tmp_path)
    assert [text for _, text in named(anatomy, "recipients")] == list(left[1:])
