from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_docs.checker.rules.text.numbering import item_of, mark_slip, order_slips
from papi_docs.vietnamese import POINT_LETTERS, roman
from tests.checker.builders import Draft, Paper


def slips(*marks: str) -> list[tuple[str, str]]:
    """What is wrong in a row of marks, each before a heading; ``---`` ends all lists."""
    items = [(None, True) if mark == "---" else (item_of(f"{mark} Nội dung"), False) for mark in marks]
    return [(marks[place], slip.wanted) for place, slip in order_slips(items)]


@pytest.mark.parametrize(
    "marks",
    [
        "I. II. III. IV.",
        "I. 1. a) b) c) d) đ) e) g) h) i) k) 2. a) b) II. 1. 2.",
        "I. 1. 2. II. 1. 2. 3. III.",
        "1. 1.1. 1.2. 2. 2.1. 2.2. 3.",
        "I. 1.1. 1.2. II. 2.1. 2.2.",
        "1. 2. 3. 1. 2. 3. 4.",
        "1. 1) 2) 2. 1) 2) 3.",
        "a) b) a) b) c)",
        "A. I. II. B. I. II. C.",
        "1. 2. --- 1. 2.",
        "1. 2021. 2.",
        "a) ă) â) b)",
        "1/ a/ b/ 2/ a/",
        "3. 4. 5.",
        "H. I. II.",
    ],
)
def test_right_orders(marks: str) -> None:
    assert slips(*marks.split()) == []


@pytest.mark.parametrize(
    ("marks", "wrong"),
    [
        (
            "I. II. III. III. IV.",
            [
                ("III.", '"IV."'),
            ],
        ),
        ("I. II. IV.", [("IV.", '"III."')]),
        ("I. III. II.", [("III.", '"II."'), ("II.", '"IV."')]),
        ("a) b) c) d) e) g)", [("e)", '"đ)"')]),
        ("a) b) c) đ)", [("đ)", '"d)"')]),
        ("a) c) d)", [("c)", '"b)"')]),
        ("a) b) b) c)", [("b)", '"c)"')]),
        ("1. 2. 4. 5.", [("4.", '"3."')]),
        ("1. 2. 2. 3.", [("2.", '"3."')]),
        ("1. 2. 3. 2.", [("2.", '"4."')]),
        ("1.1. 1.2. 1.4.", [("1.4.", '"1.3."')]),
        ("I. 1. 2. 4. II. 1. 3.", [("4.", '"3."'), ("3.", '"2."')]),
    ],
)
def test_wrong_orders(marks: str, wrong: list[tuple[str, str]]) -> None:
    assert slips(*marks.split()) == wrong


def test_articles_run_through_chapters_and_clauses_begin_anew() -> None:
    lines = [
        "Chương I",
        "Điều 1. A",
        "1. B",
        "2. C",
        "Điều 2. D",
        "1. E",
        "Chương II",
        "Mục 1",
        "Điều 3. G",
        "Mục 2",
        "Điều 4. H",
    ]
    assert order_slips((item_of(line), False) for line in lines) == []
    skipped = [line for line in lines if line != "Điều 2. D"]
    assert [slip.wanted for _, slip in order_slips((item_of(line), False) for line in skipped)] == ['"Điều 2."']


@given(st.integers(1, 39), st.integers(1, len(POINT_LETTERS)))
def test_lists_of_any_length_are_right(headings: int, points: int) -> None:
    marks = [f"{roman(number)}." for number in range(1, headings + 1)] + [
        f"{letter})" for letter in POINT_LETTERS[:points]
    ]
    assert slips(*marks) == []


@given(st.integers(3, len(POINT_LETTERS)), st.data())
def test_a_missing_point_is_found(points: int, data: st.DataObject) -> None:
    gone = data.draw(st.integers(1, points - 2))
    marks = [f"{letter})" for place, letter in enumerate(POINT_LETTERS[:points]) if place != gone]
    assert slips(*marks) == [(f"{POINT_LETTERS[gone + 1]})", f'"{POINT_LETTERS[gone]})"')]


@pytest.mark.parametrize(
    "text",
    [
        "1.000 học sinh dự thi",
        "24/8/2026 là ngày khai giảng",
        "7h00 - 7h15",
        "I am a teacher",
        "V/v báo cáo",
        "Điều 5 Nghị định này quy định",
        "Điều 5-7 Nghị định này quy định",
        "Mục 1 Chương II quy định về thể thức",
        "30/4 và 01/5 nghỉ lễ",
        "Căn cứ Luật Giáo dục;",
        "- Lưu: VT.",
        "",
    ],
)
def test_no_number(text: str) -> None:
    assert item_of(text) is None


@pytest.mark.parametrize(
    ("text", "label", "kind", "number"),
    [
        ("I. MỤC ĐÍCH", "", "roman", 1),
        ("IV/ Tổ chức", "", "roman", 4),
        ("II - NỘI DUNG", "", "roman", 2),
        ("đ) Hiệp hội", "", "letter", 7),
        ("Hội Làm vườn", "c)", "letter", 5),
        ("1.Mục đích", "", "figure", 1),
        ("Điều 12. Soạn thảo", "", "article", 12),
        ("CHƯƠNG III", "", "chapter", 3),
        ("Phần thứ II", "", "part", 2),
        ("2.1. Nội dung", "", "decimal", 1),
        ("Phạm vi", "Điều 3.", "article", 3),
    ],
)
def test_numbers(text: str, label: str, kind: str, number: int) -> None:
    item = item_of(text, label)
    assert item
    assert (item.kind, item.number) == (kind, number)


@pytest.mark.parametrize(
    ("mark", "wanted"),
    [
        ("1/", '"1."'),
        ("a/", '"a)"'),
        ("a.", '"a)"'),
        ("I/", '"I."'),
        ("Điều 2:", '"Điều 2."'),
        ("Điều 2 -", '"Điều 2."'),
        ("Điều 2)", '"Điều 2."'),
        ("Điều 2.", None),
        ("1.", None),
        ("a)", None),
        ("1)", None),
        ("I.", None),
    ],
)
def test_marks_of_the_decree(mark: str, wanted: str | None) -> None:
    item = item_of(f"{mark} Nội dung")
    assert item
    slip = mark_slip(item)
    assert (slip and slip.wanted) == wanted


@pytest.mark.parametrize(("mark", "told"), [("Điều 2:", ["Điều 2:"]), ("Điều 2.", [])])
def test_one_article_closed_wrongly_is_told(
    mark: str, told: list[str], judged: Callable[[str, Paper], list[str]]
) -> None:
    articles = (Draft("article", "Điều 1. Phạm vi"), Draft("article", f"{mark} Đối tượng"))
    assert judged("item-mark-not-of-decree", Paper.plan().before("heading_1", *articles)) == told


def test_one_figure_closed_otherwise_may_be_anything(judged: Callable[[str, Paper], list[str]]) -> None:
    paper = Paper.plan().before("heading_1", Draft("body", "Điều 5: nội dung được hỏi"), Draft("body", "1/ Một việc"))
    assert judged("item-mark-not-of-decree", paper) == []
