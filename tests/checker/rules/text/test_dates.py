from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_docs.checker.anatomy import Form
from papi_docs.checker.rule import Observation
from papi_docs.checker.rules.text import date_lines, dates
from papi_docs.checker.rules.text.prose import Find
from papi_docs.vietnamese import long_date
from tests.checker.builders import Draft, Paper

RIGHT_LINES = [
    "Tân Hồng, ngày 05 tháng 01 năm 2021",
    "Hà Nội, ngày 15 tháng 12 năm 2021",
    "Hà Nội, ngày      tháng 7 năm 2021",
    "Hà Nội, ngày      tháng      năm 2021",
    "Hà Nội, ngày … tháng … năm 2021",
    "Hà Nội, ngày      tháng      năm 20",
    "Bình Thuận, ngày       tháng 02 năm 2025",
    "Thành phố Hồ Chí Minh, ngày 05 tháng 9 năm 2021",
    "Bà Rịa - Vũng Tàu, ngày 05 tháng 9 năm 2021",
    "Phường Điện Biên Phủ, ngày 05 tháng 9 năm 2021",
    "thành phố Cao Lãnh, ngày 05 tháng 9 năm 2021",
    "..... 5 ....., ngày …… tháng …… năm ……",
]
FINDERS = [
    date_lines.zero_slips,
    date_lines.month_zero_slips,
    date_lines.spelled_slips,
    date_lines.comma_slips,
    date_lines.capital_slips,
]


@pytest.mark.parametrize("find", FINDERS)
@pytest.mark.parametrize("text", RIGHT_LINES)
def test_right_lines(find: Find, text: str) -> None:
    assert not list(find(text))


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_every_date_as_papers_write_it_is_right(day: date) -> None:
    assert not [slip for find in FINDERS for slip in find(f"Tân Hồng, {long_date(day)}")]


@pytest.mark.parametrize(
    ("find", "text", "spot", "wanted"),
    [
        (date_lines.zero_slips, "Tân Hồng, ngày 5 tháng 9 năm 2021", "5", "ngày 05"),
        (date_lines.zero_slips, "Tân Hồng, ngày 15 tháng 2 năm 2021", "2", "tháng 02"),
        (date_lines.zero_slips, "Tân Hồng, ngày    tháng 1 năm 2021", "1", "tháng 01"),
        (date_lines.month_zero_slips, "Tân Hồng, ngày 29 tháng 03 năm 2026", "03", "tháng 3"),
        (date_lines.spelled_slips, "Tân Hồng, 05/7/2021", "05/7/2021", '"ngày … tháng … năm …"'),
        (date_lines.spelled_slips, "Tân Hồng, ngày 05/7/2021", "05/7/2021", '"ngày … tháng … năm …"'),
        (date_lines.spelled_slips, "Tân Hồng, ngày 05 tháng 7 năm 21", " 21", "năm đủ bốn chữ số"),
        (date_lines.comma_slips, "Tân Hồng ngày 05 tháng 7 năm 2021", "Hồng ngày", '"Hồng, ngày"'),
        (date_lines.comma_slips, "Tân Hồng. ngày 05 tháng 7 năm 2021", "Hồng. ngày", '"Hồng, ngày"'),
        (date_lines.capital_slips, "tân hồng, ngày 05 tháng 7 năm 2021", "tân hồng", '"Tân Hồng"'),
        (date_lines.capital_slips, "TP. HCM, ngày 10 tháng 4 năm 2012", "TP. HCM", '"Thành phố Hồ Chí Minh"'),
        (
            date_lines.capital_slips,
            "thành phố Hồ Chí Minh, ngày 10 tháng 4 năm 2012",
            "thành phố Hồ Chí Minh",
            '"Thành phố Hồ Chí Minh"',
        ),
        (date_lines.capital_slips, "Hà Nội, Ngày 10 tháng 4 năm 2022", "Ngày", '"ngày"'),
    ],
)
def test_wrong_lines(find: Find, text: str, spot: str, wanted: str) -> None:
    assert [(text[slip.start : slip.end], slip.wanted) for slip in find(text)] == [(spot, wanted)]


@pytest.mark.parametrize(
    "text",
    ["ngày 31/02/2021", "ngày 31 tháng 4 năm 2021", "từ 30.02.2021", "29/2/2021 là hạn", "ngày 12/13/2021"],
)
def test_no_such_day(text: str) -> None:
    assert len(list(dates.impossible_slips(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "ngày 29/02/2024",
        "số 31/02/2021/QH15",
        "điện thoại 0277.3830.123",
        "tỷ lệ 31/32",
        "năm học 2021-2022",
        "phiên bản 1.13.2021.4",
    ],
)
def test_days_that_are_or_are_none(text: str) -> None:
    assert not list(dates.impossible_slips(text))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("thứ Hai, ngày 25/8/2026", "thứ Ba"),
        ("NGÀY 1: THỨ HAI, NGÀY 25/8/2026", "thứ Ba"),
        ("Chủ nhật ngày 24 tháng 8 năm 2026", "thứ Hai"),
        ("sáng thứ 2 (25/8/2026)", "thứ Ba"),
    ],
)
def test_weekday_contradicts(text: str, right: str) -> None:
    assert [slip.wanted for slip in dates.weekday_slips(text)] == [right]


@pytest.mark.parametrize(
    "text",
    [
        "NGÀY 1: THỨ HAI, NGÀY 24/8/2026",
        "thứ Ba, ngày 25/8/2026",
        "Chủ nhật, ngày 23 tháng 8 năm 2026",
        "lần thứ hai ngày nào cũng được",
        "thứ Hai, ngày 24/8",
        "người thứ ba, năm 2026",
        "thứ Hai, ngày 31/02/2026",
    ],
)
def test_weekday_agrees_or_is_none(text: str) -> None:
    assert not list(dates.weekday_slips(text))


def test_a_draft_names_its_month() -> None:
    paper = Paper.plan().change("place_and_date", text="Phù Mỹ Bắc, ngày    tháng  6  năm 2026")
    anatomy = Paper(paper.form, paper.drafts, paper.type_name, None).anatomy()
    assert dates.known_since(anatomy) == date(2026, 6, 1)


def test_old_papers_are_told_once(observed: Callable[[str, Paper], list[Observation]]) -> None:
    old = Paper.plan().change("place_and_date", text="Tân Hồng, ngày 10 tháng 4 năm 2012")
    dated = Paper(old.form, old.drafts, old.type_name, date(2012, 4, 10))
    assert len(observed("paper-before-decree", dated)) == 1
    assert not observed("paper-before-decree", Paper.plan())


def test_zero_in_the_text_is_advice_and_told_once(judged: Callable[[str, Paper], list[str]]) -> None:
    text = "Từ ngày 5 tháng 9 năm 2021 đến ngày 8 tháng 9 năm 2021, nhà trường tổ chức khảo sát."
    assert judged("date-in-text-without-zero", Paper.plan().after("body", Draft("body", text))) == [
        "ngày 5 tháng 9 năm 2021"
    ]
    assert not judged("date-in-text-without-zero", Paper.plan())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Hôm nay, hồi 8 giờ 00, ngày 15 tháng 10 năm 2026, tại Trường", date(2026, 10, 15)),
        ("1. Thời gian: 14 giờ 00 ngày 15/10/2026", date(2026, 10, 15)),
        ("Hôm nay, ngày …… tháng 10 năm 2026, tại Trường", date(2026, 1, 1)),
        ("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020;", None),
    ],
)
def test_minutes_say_their_day_as_they_open(text: str, day: date | None) -> None:
    plan = Paper.plan().drop("place_and_date").change("body", text=text)
    minutes = Paper(Form.MINUTES, plan.drafts, "Biên bản", None)
    assert dates.known_since(minutes.anatomy()) == day


def test_months_of_papers_cited_have_no_needless_zero_either(judged: Callable[[str, Paper], list[str]]) -> None:
    code = "month-with-needless-zero"
    for month, said in (("06", ["06"]), ("6", []), ("01", []), ("12", [])):
        text = f"Căn cứ Luật Giáo dục ngày 12 tháng {month} năm 2019;"
        assert judged(code, Paper.plan().change("basis", text=text)) == said
