from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from papi_docs.checker.rule import CannotTell, Observation
from papi_docs.checker.rules.text.bodies import BODY_RULES, ended_bodies, mentions
from papi_docs.findings import Severity
from tests.checker.builders import Draft, Paper

NOW, BEFORE = date(2026, 3, 29), date(2025, 2, 28)
CODE = "body-no-longer-exists"


@pytest.mark.parametrize(
    "text",
    [
        "Phòng GDĐT huyện",
        "UBND huyện Tân Hồng",
        "Ủy ban nhân dân thị xã Hồng Ngự",
        "PGD&ĐT",
        "huyện Tân Hồng",
        "HUYỆN TÂN HỒNG",
        "quận 1",
        "thành phố Cao Lãnh",
        "UBND TỈNH BÌNH THUẬN",
        "tỉnh Hoà Bình",
        "tỉnh Bà Rịa - Vũng Tàu",
        "Sở Nông nghiệp và Phát triển nông thôn",
        "Bộ Lao động – Thương binh và Xã hội",
        "Sở TN&MT",
        "Huyện ủy Tân Hồng",
    ],
)
def test_bodies_that_ended(text: str) -> None:
    assert len(list(mentions(text, NOW))) == 1
    assert not list(mentions(text, BEFORE))


@pytest.mark.parametrize(
    "text",
    [
        "UBND xã An Phước",
        "Bình Thuận",
        "phường Hà Giang 1",
        "thành phố Hồ Chí Minh, thành phố Huế, Thành phố Cần Thơ",
        "các thành phố trực thuộc trung ương",
        "Sở Nông nghiệp và Môi trường",
        "Bộ Nội vụ, Bộ Tài chính, Bộ Khoa học và Công nghệ",
        "tỉnh Đồng Tháp, tỉnh Lâm Đồng",
        "Phòng Văn hóa - Xã hội",
        "huyện đã hoàn thành, các huyện ở xa",
        "đặc khu Phú Quốc",
        "khuyện vọng",
        "Phòng Giáo dục Trung học của Sở Giáo dục và Đào tạo",
    ],
)
def test_bodies_that_are(text: str) -> None:
    assert not list(mentions(text, NOW))


def test_a_ministry_ended_before_its_departments() -> None:
    day = date(2025, 4, 1)
    assert list(mentions("Bộ Giao thông vận tải", day))
    assert not list(mentions("Sở Giao thông vận tải", day))


def test_the_table_is_whole() -> None:
    assert len(ended_bodies()["tỉnh"]) == 63 - 34 + 1, (
        "twenty-nine provinces, and Thừa Thiên Huế which changed its kind"
    )


def dated(paper: Paper, day: date | None) -> Paper:
    line = f"Tân Hồng, ngày {day:%d} tháng {day.month} năm {day.year}" if day else "Tân Hồng"
    return replace(paper.change("place_and_date", text=line), dated=day)


def test_actors(observed: Callable[[str, Paper], list[Observation]]) -> None:
    seen = observed(CODE, dated(Paper.letter(), NOW))
    assert {one.severity for one in seen} == {Severity.FAULT}
    assert any("HUYỆN TÂN HỒNG" in one.found for one in seen)
    assert not observed(CODE, Paper.letter())


def test_history_and_citations_keep_old_names(judged: Callable[[str, Paper], list[str]]) -> None:
    plan = Paper.plan().change("superior", text="UBND XÃ AN PHƯỚC").change("recipients", text="- UBND xã An Phước;")
    plan = dated(plan, NOW)
    assert not judged(CODE, plan)
    for text in (
        "Căn cứ Quyết định số 12/QĐ-UBND ngày 08/10/2019 của Ủy ban nhân dân huyện Tân Hồng về công tác cán bộ.",
        "Trường trước đây thuộc huyện Tân Hồng.",
        "Xã An Phước, huyện Tân Hồng (cũ) có năm trường.",
        "Năm 2019, UBND huyện Tân Hồng khen thưởng nhà trường.",
        "Trước sáp nhập tỉnh, UBND tỉnh Bình Thuận đã giao nhiệm vụ này.",
        "Cho phép Hội Nữ doanh nhân tỉnh Bình Thuận đổi tên.",
        "Hiệp hội Thanh long tỉnh Bình Thuận báo cáo kết quả.",
        "Các trường trên địa bàn tỉnh Bình Thuận.",
        "Công đoàn Phòng GDĐT huyện Tân Hồng tổ chức hội thao.",
    ):
        assert not judged(CODE, plan.after("body", Draft("body", text))), text
    task = Draft("body", "Nhà trường báo cáo UBND huyện Tân Hồng trước ngày 15 hằng tháng.")
    assert judged(CODE, plan.after("body", task)) == ["UBND huyện Tân Hồng"]
    for text in ("Giao Sở Giao thông vận tải chủ trì.", "UBND tỉnh Bình Thuận chỉ đạo các sở thực hiện."):
        assert len(judged(CODE, plan.after("body", Draft("body", text)))) == 1, text
    cited = Draft("basis", "Căn cứ Kế hoạch số 12/KH-UBND ngày 10/9/2025 của UBND huyện Tân Hồng về việc khác;")
    assert judged(CODE, plan.after("basis", cited)) == ["UBND huyện Tân Hồng"]


def test_recipients_that_are_no_offices_keep_their_names(judged: Callable[[str, Paper], list[str]]) -> None:
    plan = Paper.plan().change("superior", text="UBND XÃ AN PHƯỚC").change("recipients", text="- UBND xã An Phước;")
    for text in ("- Hội Nữ doanh nhân tỉnh Bình Thuận;", "- UBND tỉnh Bình Thuận (cũ);"):
        assert not judged(CODE, dated(plan.change("recipients", text=text), NOW)), text
    assert judged(CODE, dated(plan.change("recipients", text="- Hội đồng nhân dân tỉnh Bình Thuận;"), NOW))


def test_without_a_date_nobody_can_tell() -> None:
    (rule,) = BODY_RULES
    assert [type(answer) for answer in rule.judge(rule, dated(Paper.letter(), None).anatomy())] == [CannotTell]
