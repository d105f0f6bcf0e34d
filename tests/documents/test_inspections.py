"""The plan of inspections, their minutes, and what has to be put right after them."""

from collections.abc import Callable
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papi_docs as papi
from papi_docs.documents.inspections import InspectionPlanFields, RemediesFields
from papi_docs.documents.minutes import MinutesFields
from papi_docs.findings import Place
from papi_docs.model import Dossier, Evidence, Inspection, InspectionItem, InspectionKind, Remedy

Paragraphs = Callable[[bytes], list[str]]

REGULAR = Inspection(
    code="KT1",
    kind=InspectionKind.REGULAR,
    planned=date(2021, 11, 15),
    content="Việc giữ gìn nhà vệ sinh.\nViệc công khai thu, chi.",
    target="Tổ Văn phòng",
    lead="Bùi Thị Thao",
    secretary="Phạm Thị D",
    members=("Trần Thị B", "Người ngoài trường"),
    day=date(2021, 11, 16),
    start=time(8, 0),
    end=time(10, 30),
    reply="Thống nhất.",
    items=(
        InspectionItem(
            subject="Nhà vệ sinh",
            merit="Sạch",
            limit="Hư chốt cửa",
            remedy=Remedy(
                requirement="Sửa chốt cửa.",
                deadline=date(2021, 11, 30),
                responsible="Trần Thị B",
                cells={"requirement": Place("so.xlsx", "Kiểm tra", "H5")},
            ),
        ),
        InspectionItem(subject="Thu, chi", merit="Niêm yết đủ"),
    ),
)
SECRET = REGULAR.model_copy(
    update={"code": "KT2", "kind": InspectionKind.UNANNOUNCED, "planned": date(2021, 10, 7), "day": None, "items": ()}
)
RECHECK = SECRET.model_copy(update={"code": "KT3", "kind": InspectionKind.RECHECK, "planned": date(2022, 3, 10)})


MIXED = "Có 03 tồn tại phải khắc phục: 01 đã khắc phục, 01 đã phúc tra nhưng chưa khắc phục xong, 01 chưa phúc tra."
CLOSING = (
    "Cuộc kiểm tra kết thúc hồi 10 giờ 30 cùng ngày. Biên bản được đọc lại cho những người tham dự cùng nghe, "
    "thống nhất ký tên và được lập thành 02 bản có giá trị như nhau, Tổ kiểm tra giữ 01 bản, bên được kiểm tra "
    "giữ 01 bản./."
)


def having(dossier: Dossier, *inspections: Inspection) -> Dossier:
    return dossier.model_copy(update={"evidence": Evidence(inspections=inspections)})


def plan(dossier: Dossier) -> InspectionPlanFields:
    fields = papi.compose("inspection-plan", dossier).fields
    assert isinstance(fields, InspectionPlanFields)
    return fields


def minutes(dossier: Dossier, item: str = "KT1", **how: object) -> MinutesFields:
    fields = papi.compose("inspection-minutes", dossier, item=item, **how).fields  # type: ignore[arg-type]
    assert isinstance(fields, MinutesFields)
    return fields


def remedies(dossier: Dossier, on: date = date(2021, 12, 20)) -> RemediesFields:
    fields = papi.compose("remedies", dossier, on=on).fields
    assert isinstance(fields, RemediesFields)
    return fields


def rechecked(day: date | None, *, done: bool = False, result: str = "") -> Inspection:
    item = REGULAR.items[0]
    assert item.remedy is not None
    update = {"recheck_day": day, "done": done, "recheck_result": result}
    return REGULAR.model_copy(
        update={"items": (item.model_copy(update={"remedy": item.remedy.model_copy(update=update)}),)}
    )


def test_schedule_in_order_of_time(thtp3: Dossier) -> None:
    visits = plan(having(thtp3, RECHECK, SECRET, REGULAR)).visits
    assert [(visit.order, visit.time) for visit in visits] == [
        ("1", "15/11/2021\n(định kỳ)"),
        ("2", "Học kỳ I\n(đột xuất, không báo trước)"),
        ("3", "10/3/2022\n(phúc tra)"),
    ]
    assert (
        visits[0].inspectors == "Chủ trì: Bùi Thị Thao\nThư ký: Phạm Thị D\nThành viên: Trần Thị B, Người ngoài trường"
    )


@given(st.dates(date(2021, 8, 1), date(2022, 1, 15)))
def test_an_unannounced_day_leaves_no_trace(thtp3: Dossier, day: date) -> None:
    papers = [having(thtp3, SECRET.model_copy(update={"planned": when}), REGULAR) for when in (day, SECRET.planned)]
    assert plan(papers[0]) == plan(papers[1])


def test_kinds_are_counted_with_their_cells(thtp3: Dossier) -> None:
    place = Place("so.xlsx", "Kiểm tra", "C5")
    document = papi.compose("inspection-plan", having(thtp3, REGULAR.model_copy(update={"cells": {"kind": place}})))
    assert [(figure.label, figure.text, figure.cells) for figure in document.sources()] == [
        ("Số cuộc kiểm tra: định kỳ", "01", (place,))
    ]


def test_without_inspections_the_plan_has_room(thtp3: Dossier, paragraphs: Paragraphs) -> None:
    fields = plan(having(thtp3))
    assert (fields.regular, fields.scheduled, len(fields.visits)) == (None, False, 6)
    texts = paragraphs(papi.compose("inspection-plan", having(thtp3)).to_bytes())
    assert "- Kiểm tra định kỳ: theo lịch tại mục III." in texts
    assert "Lịch kiểm tra do Hiệu trưởng quyết định và được ghi vào bảng sau:" in texts


def test_minutes_for_each_inspection_or_one_blank(thtp3: Dossier) -> None:
    items = papi.KINDS["inspection-minutes"].items
    assert items(having(thtp3, REGULAR, SECRET)) == ("KT1", "KT2")
    assert items(having(thtp3)) == ("",)


def test_minutes_say_what_was_found(thtp3: Dossier, paragraphs: Paragraphs) -> None:
    document = papi.compose("inspection-minutes", having(thtp3, REGULAR), item="KT1", number=3)
    texts = paragraphs(document.to_bytes())
    start = texts.index("Thời gian bắt đầu: hồi 8 giờ 00 ngày 16 tháng 11 năm 2021.")
    assert texts[start:] == [
        "Thời gian bắt đầu: hồi 8 giờ 00 ngày 16 tháng 11 năm 2021.",
        "Địa điểm: Trường Tiểu học Tân Phước 3.",
        "I. THÀNH PHẦN THAM DỰ",
        "- Chủ trì: Bùi Thị Thao, Hiệu trưởng.",
        "- Thư ký: Phạm Thị D, Văn thư.",
        "- Thành viên: Trần Thị B, Phó Hiệu trưởng.",
        "- Thành viên: Người ngoài trường.",
        "- Bên được kiểm tra: Tổ Văn phòng.",
        "II. NỘI DUNG KIỂM TRA",
        "Việc giữ gìn nhà vệ sinh.",
        "Việc công khai thu, chi.",
        "III. KẾT QUẢ KIỂM TRA",
        "1. Nhà vệ sinh",
        "- Ưu điểm: Sạch.",
        "- Hạn chế: Hư chốt cửa.",
        "2. Thu, chi",
        "- Ưu điểm: Niêm yết đủ.",
        "- Hạn chế: không ghi nhận.",
        "IV. KIẾN NGHỊ, YÊU CẦU KHẮC PHỤC",
        "Tổ kiểm tra đề nghị khắc phục 01 nội dung sau, đúng thời hạn:",
        "1. Sửa chốt cửa; thời hạn: chậm nhất ngày 30/11/2021; người chịu trách nhiệm: Trần Thị B.",
        "V. Ý KIẾN CỦA BÊN ĐƯỢC KIỂM TRA",
        "Thống nhất.",
        CLOSING,
        "THƯ KÝ",
        "Phạm Thị D",
        "CHỦ TRÌ",
        "Bùi Thị Thao",
        "Nơi nhận:",
        "- Hiệu trưởng (b/c);",
        "- Tổ kiểm tra, bên được kiểm tra (t/h);",
        "- Lưu: VT.",
    ]
    assert "Số: 03/BB-THTP3" in texts
    assert not any(text.startswith("Tân Hồng, ngày") for text in texts)
    assert [figure.cells for figure in document.sources()] == [(Place("so.xlsx", "Kiểm tra", "H5"),)]


def test_minutes_stand_under_who_was_above_on_that_day(thtp3: Dossier) -> None:
    assert minutes(having(thtp3, REGULAR), on=date(2026, 9, 10)).letterhead.superior == ("PHÒNG GDĐT HUYỆN TÂN HỒNG",)
    assert minutes(having(thtp3), "", on=date(2026, 9, 10)).letterhead.superior == ("UBND XÃ AN PHƯỚC",)


def test_a_planned_inspection_is_prefilled_without_its_day(thtp3: Dossier, paragraphs: Paragraphs) -> None:
    fields = minutes(having(thtp3, SECRET), "KT2")
    assert (fields.lead, fields.lead_name) == ("Bùi Thị Thao, Hiệu trưởng", "Bùi Thị Thao")
    assert fields.start == "hồi 8 giờ 00 ngày …… tháng …… năm ………"
    texts = paragraphs(papi.compose("inspection-minutes", having(thtp3, SECRET), item="KT2").to_bytes())
    assert not any("07/10/2021" in text or "07 tháng 10" in text for text in texts)
    assert sum(text.startswith("Thời hạn: chậm nhất ngày ……") for text in texts) == 2


def test_held_without_anything_to_put_right(thtp3: Dossier) -> None:
    clean = REGULAR.model_copy(update={"items": REGULAR.items[1:], "reply": ""})
    fields = minutes(having(thtp3, clean))
    assert (fields.remedies_opening, fields.remedies) == ("Không có tồn tại phải khắc phục.", ())
    assert set("".join(fields.reply)) == {"…"}


def test_a_blank_form_names_nobody(thtp3: Dossier, paragraphs: Paragraphs) -> None:
    texts = paragraphs(papi.compose("inspection-minutes", having(thtp3)).to_bytes())
    assert not any(person.name in text for person in thtp3.staff for text in texts)
    assert any("lập thành 02 bản" in text for text in texts)


@pytest.mark.parametrize(
    ("inspections", "sentence"),
    [
        ((), "Chưa tổ chức cuộc kiểm tra nào nên chưa có tồn tại phải khắc phục."),
        ((SECRET,), "Chưa tổ chức cuộc kiểm tra nào nên chưa có tồn tại phải khắc phục."),
        (
            (REGULAR.model_copy(update={"items": ()}),),
            "Qua 01 cuộc kiểm tra, không có tồn tại phải khắc phục.",
        ),
        ((REGULAR,), "Có 01 tồn tại phải khắc phục, chưa phúc tra."),
        (
            (rechecked(date(2021, 12, 2), done=True),) * 2,
            "Có 02 tồn tại phải khắc phục, tất cả đã khắc phục.",
        ),
        (
            (rechecked(date(2021, 12, 2), done=True), rechecked(date(2021, 12, 2)), REGULAR),
            MIXED,
        ),
    ],
)
def test_summary_of_remedies(thtp3: Dossier, inspections: tuple[Inspection, ...], sentence: str) -> None:
    assert remedies(having(thtp3, *inspections)).summary == sentence


@pytest.mark.parametrize(
    ("inspection", "on", "result"),
    [
        (REGULAR, date(2021, 11, 30), "Chưa phúc tra, còn thời hạn"),
        (REGULAR, date(2021, 12, 1), "Chưa phúc tra, đã quá thời hạn"),
        (rechecked(date(2021, 12, 2), done=True), date(2021, 12, 20), "Đã khắc phục"),
        (rechecked(date(2021, 12, 2), done=True, result="chốt mới"), date(2021, 12, 20), "Đã khắc phục: chốt mới"),
        (rechecked(date(2021, 12, 2), result="còn một cửa"), date(2021, 12, 20), "Chưa khắc phục xong: còn một cửa"),
        (rechecked(date(2021, 12, 2), result="Mới khắc phục một nửa"), date(2021, 12, 20), "Mới khắc phục một nửa"),
    ],
)
def test_result_of_a_remedy(thtp3: Dossier, inspection: Inspection, on: date, result: str) -> None:
    assert remedies(having(thtp3, inspection), on).rows[0].result == result


def test_a_table_tells_of_no_day_before_its_last_event(thtp3: Dossier) -> None:
    late = having(thtp3, rechecked(date(2022, 3, 5), done=True))
    assert remedies(late).state == "ngày 05 tháng 3 năm 2022"
    assert remedies(having(thtp3)).state == "ngày      tháng 12 năm 2021"


def test_without_remedies_there_is_room(thtp3: Dossier) -> None:
    rows = remedies(having(thtp3)).rows
    assert (len(rows), rows[0].limit) == (6, "")


def test_overfull(thtp3: Dossier) -> None:
    long = "chữ " * 1250
    many = [REGULAR.model_copy(update={"code": f"K{at}", "content": long, "reply": long}) for at in range(40)]
    for kind, item in (("inspection-plan", ""), ("inspection-minutes", "K7"), ("remedies", "")):
        assert papi.compose(kind, having(thtp3, *many), item=item).to_bytes()
