"""The register of remarks, and its extract, in which nobody can be recognised."""

import dataclasses
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import papi_docs as papi
from papi_docs.documents.masking import MASK, Mask
from papi_docs.documents.remarks import ExtractFields, ExtractRow, RegisterFields, RegisterRow
from papi_docs.findings import Place
from papi_docs.model import Dossier, Evidence, Remark, RemarkIdentity

Paragraphs = Callable[[bytes], list[str]]

REMARK = Remark(
    day=date(2021, 10, 5),
    channel="Điện thoại",
    text="Bà Nguyễn Thị Hoà đề nghị sửa quạt lớp 3A.",
    content="C1",
    handler="Trần Thị B",
    deadline=date(2021, 10, 12),
    result="Đã thay quạt, báo chị Hòa qua số 0912.345.678.",
    answered=date(2021, 10, 12),
    published=True,
    identity=RemarkIdentity(name="Bà Nguyễn Thị Hoà", contact="0912 345 678"),
    cells={"day": Place("so.xlsx", "Phản ánh", "B5")},
)
LATE = REMARK.model_copy(update={"answered": date(2021, 10, 13)})
OPEN = REMARK.model_copy(
    update={"result": "", "answered": None, "published": False, "identity": RemarkIdentity(), "content": ""}
)


def having(dossier: Dossier, *remarks: Remark) -> Dossier:
    return dossier.model_copy(update={"evidence": Evidence(remarks=remarks)})


def register(dossier: Dossier, on: date = date(2021, 10, 12)) -> RegisterFields:
    fields = papi.compose("remarks-register", dossier, on=on).fields
    assert isinstance(fields, RegisterFields)
    return fields


def extract(dossier: Dossier) -> ExtractFields:
    fields = papi.compose("remarks-extract", dossier).fields
    assert isinstance(fields, ExtractFields)
    return fields


def masked(text: str, name: str = "", contact: str = "", dossier: Dossier | None = None) -> str:
    assert dossier is not None
    remark = REMARK.model_copy(update={"identity": RemarkIdentity(name=name, contact=contact)})
    return Mask.of(having(dossier, remark)).over(text)


@pytest.mark.parametrize(
    ("remarks", "sentence"),
    [
        ((), "Chưa tiếp nhận phản ánh, kiến nghị nào."),
        ((REMARK,), "Đã tiếp nhận 01 phản ánh, kiến nghị; đã trả lời, đúng hạn."),
        ((LATE,), "Đã tiếp nhận 01 phản ánh, kiến nghị; đã trả lời, quá hạn."),
        ((OPEN,), "Đã tiếp nhận 01 phản ánh, kiến nghị; đang xử lý."),
        ((REMARK, REMARK), "Đã tiếp nhận 02 phản ánh, kiến nghị; đã trả lời tất cả, đều đúng hạn."),
        (
            (REMARK, LATE, OPEN),
            "Đã tiếp nhận 03 phản ánh, kiến nghị; đã trả lời 02 (01 đúng hạn, 01 quá hạn); đang xử lý 01, đã quá hạn.",
        ),
        (
            (OPEN, OPEN.model_copy(update={"deadline": date(2021, 12, 1)})),
            "Đã tiếp nhận 02 phản ánh, kiến nghị; đang xử lý tất cả.",
        ),
    ],
)
def test_summary(thtp3: Dossier, remarks: tuple[Remark, ...], sentence: str) -> None:
    assert register(having(thtp3, *remarks)).summary == sentence


def test_overdue_since_the_deadline_passed(thtp3: Dossier) -> None:
    assert register(having(thtp3, OPEN), date(2021, 10, 13)).summary.endswith("; đang xử lý, đã quá hạn.")
    later = OPEN.model_copy(update={"deadline": date(2021, 12, 1)})
    assert register(having(thtp3, OPEN, later), date(2021, 10, 13)).summary.endswith(
        "; đang xử lý tất cả, trong đó 01 đã quá hạn."
    )


@given(st.lists(st.sampled_from([REMARK, LATE, OPEN]), max_size=12))
def test_counts_add_up(thtp3: Dossier, remarks: list[Remark]) -> None:
    figures = papi.compose("remarks-register", having(thtp3, *remarks)).sources()
    found = {figure.label: int(figure.text) for figure in figures}
    assert found.get("Số đã trả lời", 0) + found.get("Số đang xử lý", 0) == len(remarks)
    assert found.get("Số phản ánh, kiến nghị đã tiếp nhận", 0) == len(remarks)


def test_figures_lead_to_their_cells(thtp3: Dossier) -> None:
    figures = papi.compose("remarks-register", having(thtp3, REMARK)).sources()
    assert {figure.cells for figure in figures} == {(Place("so.xlsx", "Phản ánh", "B5"),)}


def test_the_register_has_everything(thtp3: Dossier) -> None:
    first, second = register(having(thtp3, REMARK, OPEN)).rows
    assert first == RegisterRow(
        order="1",
        day="05/10/2021",
        person="Bà Nguyễn Thị Hoà\n0912 345 678",
        channel="Điện thoại",
        text=REMARK.text,
        content="C1",
        handler="Trần Thị B",
        deadline="12/10/2021",
        result=REMARK.result,
        answered="12/10/2021",
        published="Có",
    )
    assert (second.person, second.result, second.answered, second.published) == (
        "Không nêu tên",
        "Đang xử lý",
        "",
        "Không",
    )


def test_an_empty_register_has_room_and_an_empty_extract_a_sentence(thtp3: Dossier, paragraphs: Paragraphs) -> None:
    assert len(register(having(thtp3)).rows) == 6
    fields = extract(having(thtp3))
    assert (fields.rows, fields.publication) == (None, None)
    assert "Chưa tiếp nhận phản ánh, kiến nghị nào." in paragraphs(
        papi.compose("remarks-extract", having(thtp3)).to_bytes()
    )
    assert extract(having(thtp3, OPEN)).publication == "Chưa có kết quả xử lý nào được công khai."


def test_the_extract_has_no_field_for_an_identity() -> None:
    names = {field.name for type_ in (ExtractFields, ExtractRow) for field in dataclasses.fields(type_)}
    assert not names & {"person", "name", "contact", "identity"}
    assert names.isdisjoint(RemarkIdentity.model_fields)


def test_the_extract_has_published_remarks_only_and_masks_them(thtp3: Dossier) -> None:
    fields = extract(having(thtp3, OPEN, REMARK))
    assert fields.rows is not None
    assert [(row.order, row.text, row.result) for row in fields.rows] == [
        ("1", "Bà … đề nghị sửa quạt lớp 3A.", "Đã thay quạt, báo … qua số ….")
    ]
    assert fields.publication == "Kết quả xử lý 01 phản ánh, kiến nghị được công khai như sau:"


@pytest.mark.parametrize(
    ("text", "name", "contact", "result"),
    [
        ("NGUYỄN THỊ HÒA gọi", "Nguyễn Thị Hoà", "", "… gọi"),
        ("Nguyen Thi Hoa gọi", "Nguyễn Thị Hoà", "", "… gọi"),
        ("Nguyễn  Thị\nHoà gọi", "Nguyễn Thị Hoà", "", "… gọi"),
        ("chị Hoà gọi, trồng hoa", "Nguyễn Thị Hoà", "", "… gọi, trồng hoa"),
        ("em học lớp 3", "Lê Văn Học", "", "em học lớp 3"),
        ("em Lan nghỉ học", "Lê Văn Tám (cha em Lan)", "", "em … nghỉ học"),
        ("Hoa đề nghị sửa vườn hoa", "Hoa", "", "… đề nghị sửa vườn hoa"),
        ("học sinh, phụ huynh", "Phụ huynh học sinh", "", "học sinh, phụ huynh"),
        ("gọi +84 912 345 678", "", "0912345678", "gọi …"),
        ("gọi 0912-345-678", "", "912345678", "gọi …"),
        ("gọi 0987 654 321", "", "", "gọi …"),
        ("thư a.b@gmail.com", "", "", "thư …"),
        ("thu 1.500.000 đồng ngày 05/10/2021", "", "", "thu 1.500.000 đồng ngày 05/10/2021"),
        ("nhà ở ấp 2", "", "ấp 2, xã An Phước", "nhà ở …"),
        ("qua Zalo", "", "Zalo: 0912345678", "qua Zalo"),
    ],
)
def test_masking(thtp3: Dossier, text: str, name: str, contact: str, result: str) -> None:
    assert masked(text, name, contact, thtp3) == result


def test_the_schools_own_number_stays(thtp3: Dossier) -> None:
    school = thtp3.school.model_copy(update={"phone": "0277 3830 123", "email": "truong@edu.vn"})
    dossier = thtp3.model_copy(update={"school": school})
    assert masked("gọi 02773830123, truong@edu.vn", dossier=dossier) == "gọi 02773830123, truong@edu.vn"


FAMILY = st.sampled_from("Nguyễn Trần Lê Phạm Huỳnh Đặng Quý Thuý".split())
MIDDLE = st.sampled_from("Thị Văn Hoàng Thuỳ Bích Khoẻ".split())
GIVEN = st.sampled_from("Hoà Loan Đức Thủy Xoè Quý Bình Hương".split())
FULL = st.tuples(FAMILY, MIDDLE, GIVEN).map(" ".join)
PHONE = st.from_regex(r"0[35789][0-9]{8}", fullmatch=True)
WRITTEN = st.sampled_from([str, str.upper, str.lower, lambda text: text.replace(" ", "  ")])
DIALLED = st.sampled_from(
    [
        lambda text: text,
        lambda text: f"{text[:4]} {text[4:7]} {text[7:]}",
        lambda text: f"{text[:4]}.{text[4:7]}.{text[7:]}",
        lambda text: f"+84{text[1:]}",
    ]
)
AROUND = st.text(alphabet="abcđeghi ,.!?\n", max_size=20)


@given(FULL, PHONE, WRITTEN, DIALLED, AROUND, AROUND)
def test_nobody_is_in_the_extract(  # noqa: PLR0917 - six things vary
    thtp3: Dossier,
    name: str,
    phone: str,
    written: Callable[[str], str],
    dialled: Callable[[str], str],
    before: str,
    after: str,
) -> None:
    assume(name not in {person.name for person in thtp3.staff})
    text = f"{before} {written(name)} {dialled(phone)} {after}"
    identity = RemarkIdentity(name=name, contact=phone)
    remark = REMARK.model_copy(update={"text": text, "result": text, "channel": text, "identity": identity})
    fields = extract(having(thtp3, remark))
    assert fields.rows is not None
    for printed in (fields.rows[0].text, fields.rows[0].result, fields.rows[0].channel):
        bare = " ".join(printed.split()).casefold()
        assert name.casefold() not in bare
        assert name.casefold().split()[-1] not in bare.split()
        assert phone[1:] not in "".join(letter for letter in printed if letter.isdigit())
        assert MASK in printed


def test_overfull(thtp3: Dossier) -> None:
    remark = REMARK.model_copy(update={"text": "chữ " * 1250, "handler": "Công Tằng Tôn Nữ Thị Bích Hằng"})
    for kind in ("remarks-register", "remarks-extract"):
        assert papi.compose(kind, having(thtp3, *[remark] * 40)).to_bytes()


SPELT = (
    "Hoà",
    "HÒA",
    "hoa",
    "Lınh",
    "Linh",
    "Đỗ",
    "do",
    "Ngọc-Ánh",
    "An",
    "A…B",
    "ông",
    "bà",
    "…",
    "0912 345 678",
    "so",
)


@given(
    identities=st.lists(st.lists(st.sampled_from(SPELT), max_size=3).map(" ".join), min_size=1, max_size=3),
    words=st.lists(st.sampled_from((*SPELT, "+84912345678", "xanh", "\u2028", ".")), max_size=8),
)
def test_looking_for_clues_first_hides_as_much(identities: list[str], words: list[str], thtp3: Dossier) -> None:
    made = [RemarkIdentity(name=text, contact=text[::-1]) for text in identities]
    mask = Mask.of(having(thtp3, *(REMARK.model_copy(update={"identity": one}) for one in made)))
    careful = dataclasses.replace(
        mask, identities=tuple(dataclasses.replace(identity, clue="") for identity in mask.identities)
    )
    assert mask.over(" ".join(words)) == careful.over(" ".join(words))
