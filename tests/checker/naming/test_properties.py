"""Whatever is written, naming answers, and its answer fits the paragraphs."""

import random
from functools import partial
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from papi_docs.checker.anatomy import Anatomy, Form
from papi_docs.checker.naming import name
from papi_docs.checker.written import Align, Cell, Paragraph, Run, Section, Written
from papi_docs.decree30 import ELEMENTS
from tests.counting import calls_of

_PAGE = Section(0, 210, 297, 20, 20, 30, 20)
_WORDS = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 05/KH-THTP3",
    "Số:",
    "/",
    "V/v",
    "KẾ HOẠCH",
    "UBND HUYỆN X",
    "Tân Hồng, ngày 05 tháng 01 năm 2021",
    "Kính gửi:",
    "Căn cứ Luật;",
    "QUYẾT ĐỊNH:",
    "Điều 1.",
    "I.",
    "Chương I",
    "1. Mục đích",
    "a)",
    "./.",
    "Nơi nhận:",
    "- Lưu: VT.",
    "KT. HIỆU TRƯỞNG",
    "Nguyễn Thị Lan",
    "Phụ lục I",
    "(Kèm theo Quyết định số 5)",
    "Ghi chú:",
    "……",
    "____",
    "\t",
    "\n",
    "   ",
    "(Đã ký)",
    "HỎA TỐC",
    "SAO Y",
    "“Điều 2.",
    "Trường xây dựng kế hoạch như sau:",
    "",
    "DANH SÁCH",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
]
_TEXTS = st.lists(st.sampled_from(_WORDS) | st.text(max_size=12), max_size=4).map("".join)
_CELLS = st.none() | st.builds(
    Cell,
    table=st.integers(0, 2),
    row=st.integers(0, 4),
    column=st.integers(0, 2),
    rows=st.integers(1, 15),
    columns=st.integers(1, 4),
    width=st.none() | st.floats(0, 200),
    left=st.none() | st.floats(-10, 150),
    bordered=st.booleans(),
)


@st.composite
def _paragraphs(draw: st.DrawFn, index: int) -> Paragraph:
    text = draw(_TEXTS)
    runs = (Run(text, text, 0, (), 13, bold=draw(st.booleans())),) if text else ()
    return Paragraph(
        index,
        runs,
        draw(st.sampled_from(Align)),
        label=draw(st.sampled_from(["", "", "1.", "a)", "-"])),
        left=draw(st.sampled_from([0, 0, 35, 90])),
        cell=draw(_CELLS),
        boxed=draw(st.booleans()),
        breaks_page=draw(st.booleans()),
    )


@st.composite
def _documents(draw: st.DrawFn) -> Written:
    length = draw(st.integers(0, 14))
    paragraphs = tuple(draw(_paragraphs(index)) for index in range(length))
    return Written(Path("van-ban.docx"), paragraphs, (_PAGE,) if draw(st.booleans()) else ())


@settings(max_examples=400, deadline=None)
@given(_documents())
def test_the_answer_fits_the_paragraphs(written: Written) -> None:
    anatomy = name(written)
    taken: set[tuple[int, int]] = set()
    starts = []
    for part in anatomy.parts:
        assert part.role in ELEMENTS
        assert 0 <= part.certainty <= 1
        assert part.spans
        starts.append((part.first.index, part.spans[0].start))
        for span in part.spans:
            assert span.paragraph is written.paragraphs[span.paragraph.index]
            assert 0 <= span.start < span.end <= len(span.paragraph.text)
            places = {(span.paragraph.index, at) for at in range(span.start, span.end)}
            assert not places & taken
            taken |= places
    assert starts == sorted(starts)


@settings(max_examples=50, deadline=None)
@given(_documents())
def test_the_same_paragraphs_get_the_same_names(written: Written) -> None:
    assert name(written) == name(written)


def test_nothing_written_is_no_official_document() -> None:
    assert name(Written(Path("trong.docx"), (), ())).form is Form.OTHER


def _long(length: int) -> Written:
    chance = random.Random(5)  # noqa: S311 - the same text every time
    words = "nhà trường thực hiện các nội dung công khai, minh bạch; giáo viên tuyên truyền tới phụ huynh".split()
    texts = [
        f"{nth % 9 + 1}. {' '.join(chance.choices(words, k=chance.randint(3, 60))).capitalize()}."
        for nth in range(length)
    ]
    paragraphs = tuple(Paragraph(nth, (Run(text, text, 0, (), 14),), Align.JUSTIFIED) for nth, text in enumerate(texts))
    return Written(Path("dai.docx"), paragraphs, (_PAGE,))


def test_a_paragraph_costs_the_same_among_ten_thousand() -> None:
    few, _ = calls_of(partial(name, _long(1_000)))
    many, anatomy = calls_of(partial(name, _long(10_000)))
    assert len(anatomy.parts) == 10_000
    assert many < 10.5 * few


def test_the_role_of_a_paragraph() -> None:
    anatomy: Anatomy = name(_long(3))
    assert [anatomy.role_of(paragraph) for paragraph in anatomy.written.paragraphs] == ["point"] * 3
    assert "point" in str(anatomy)
