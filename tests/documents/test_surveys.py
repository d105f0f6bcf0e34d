"""The sheet of the survey, and what its results say, figure by figure."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import papi_docs as papi
from papi_docs.documents.surveys import ResultsFields
from papi_docs.findings import Place
from papi_docs.model import Content, Dossier, Evidence, Rating, Semester, Survey, Tally

Paragraphs = Callable[[bytes], list[str]]
CELL = Place("so.xlsx", sheet="Khảo sát", cell="D7")


def survey(
    semester: Semester = Semester.FIRST,
    *,
    returned: int = 182,
    given_out: int = 210,
    yes: int = 170,
    ratings: dict[Rating, int] | None = None,
    remarks: tuple[str, ...] = (),
) -> Survey:
    return Survey(
        semester=semester,
        start=date(2021, 12, 1),
        end=date(2021, 12, 6),
        given_out=given_out,
        returned=returned,
        answers={"C1": Tally(yes=yes, no=returned - yes, unknown=0, cells={"yes": CELL})} if returned else {},
        ratings=ratings or {},
        remarks=remarks,
    )


def with_surveys(dossier: Dossier, *surveys: Survey) -> Dossier:
    return dossier.model_copy(update={"evidence": Evidence(surveys=surveys)})


def results(dossier: Dossier) -> ResultsFields:
    fields = papi.compose("survey-results", dossier).fields
    assert isinstance(fields, ResultsFields)
    return fields


def test_figures_of_a_survey_worked_by_hand(thtp3: Dossier, paragraphs: Paragraphs) -> None:
    dossier = with_surveys(thtp3, survey(ratings={Rating.GOOD: 90, Rating.FAIR: 10}, remarks=("Thêm cây xanh.",)))
    part = results(dossier).first
    assert part is not None
    assert part.sheets == (
        "Thời gian khảo sát: từ ngày 01/12/2021 đến ngày 06/12/2021. Số phiếu phát ra: 210 phiếu; "
        "số phiếu thu về: 182 phiếu; tỷ lệ thu về: 86,7% (182/210 phiếu phát ra)."
    )
    row = part.rows[0]
    assert (row.total, row.yes, row.yes_share, row.no, row.no_share, row.unknown, row.unknown_share) == (
        *("182", "170", "93,4%", "12", "6,6%", "0", "0%"),
    )
    assert {row.total for row in part.rows[1:]} == {"–"}
    assert part.rating == "Tỷ lệ tính trên 100 phiếu có ghi đánh giá chung."
    assert [(row.level, row.number, row.share) for row in part.ratings if row.number != "0"] == [
        *(("Bình thường", "10", "10%"), ("Tốt", "90", "90%"))
    ]
    texts = paragraphs(papi.compose("survey-results", dossier).to_bytes())
    assert "Ý kiến khác. Có 01 ý kiến góp ý ghi trên phiếu:" in texts
    assert "- Thêm cây xanh." in texts


@pytest.mark.parametrize(
    ("held", "sheets", "hidden"),
    [
        (survey(given_out=0, returned=0), "Chưa phát phiếu nào.", "Chưa có phiếu thu về"),
        (survey(returned=0), "Số phiếu phát ra: 210 phiếu; chưa thu về phiếu nào.", "Chưa có phiếu thu về"),
        (survey(returned=4, given_out=9, yes=4), "tỷ lệ thu về: 44,4% (04/09 phiếu phát ra).", "dưới 05 phiếu"),
    ],
)
def test_few_sheets_are_not_published(thtp3: Dossier, held: Survey, sheets: str, hidden: str) -> None:
    fields = results(with_surveys(thtp3, held))
    assert fields.first is not None
    assert fields.first.sheets.endswith(sheets)
    assert hidden in (fields.first.hidden or "")
    assert (fields.first.rows, fields.first.ratings, fields.chart, fields.comparison) == ((), (), None, None)


def test_no_survey_is_said(thtp3: Dossier, paragraphs: Paragraphs) -> None:
    texts = paragraphs(papi.compose("survey-results", with_surveys(thtp3)).to_bytes())
    assert texts[-1].startswith("Năm học 2021-2022, nhà trường chưa tổ chức khảo sát")


@pytest.mark.parametrize(("now", "change"), [(170, "Không đổi"), (171, "Tăng 0,6"), (160, "Giảm 5,5")])
def test_two_surveys_are_compared(thtp3: Dossier, now: int, change: str) -> None:
    fields = results(with_surveys(thtp3, survey(), survey(Semester.SECOND, yes=now)))
    assert fields.comparison is not None
    first, second = fields.comparison.rows[:2]
    assert (first.first, first.change) == ("93,4% (170/182)", change)
    assert (second.first, second.second, second.change) == ("–", "–", "Không so sánh được")
    assert fields.chart is not None
    assert [series.name for series in fields.chart.series] == ["Học kỳ I", "Học kỳ II"]


def test_reference_is_that_of_the_report(thtp3: Dossier) -> None:
    document = papi.compose("survey-results", with_surveys(thtp3), on=date(2022, 1, 10), number=7)
    assert isinstance(document.fields, ResultsFields)
    assert document.fields.reference == (
        "(Kèm theo Báo cáo số 07/BC-THTP3 ngày 10 tháng 01 năm 2022 của Trường Tiểu học Tân Phước 3)"
    )


def test_figures_lead_to_their_cells(thtp3: Dossier) -> None:
    sources = papi.compose("survey-results", with_surveys(thtp3, survey())).sources()
    found = {figure.label: (figure.text, figure.cells) for figure in sources}
    assert found["Số phiếu “Có”, học kỳ I, C1"] == ("170", (CELL,))
    assert found["Tỷ lệ “Có”, học kỳ I, C1"] == ("93,4%", (CELL,))


@given(yes=st.integers(0, 300), no=st.integers(0, 300), unknown=st.integers(0, 300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
def test_answers_add_up_to_their_denominator(thtp3: Dossier, yes: int, no: int, unknown: int) -> None:
    total = yes + no + unknown
    held = survey(returned=total, given_out=total, yes=0).model_copy(
        update={"answers": {"C1": Tally(yes=yes, no=no, unknown=unknown)}}
    )
    part = results(with_surveys(thtp3, held)).first
    assert part is not None
    for row in part.rows[:1]:
        assert int(row.yes) + int(row.no) + int(row.unknown) == int(row.total) == total
    assert bool(part.rows) == (total >= 5)


def test_sheet_asks_every_content_and_nobody_s_name(thtp3: Dossier, paragraphs: Paragraphs) -> None:
    texts = paragraphs(papi.compose("survey-form", thtp3).to_bytes())
    assert all(content.wording in texts for content in thtp3.contents)
    assert texts.count("□") == 3 * len(thtp3.contents)
    assert any(text.split("□")[1:] and all(level.value in text for level in Rating) for text in texts)
    assert "Số:" not in "".join(texts)


@pytest.mark.office
def test_sheet_is_one_sheet(
    thtp3: Dossier, tmp_path: Path, pdf_text: Callable[[list[Path]], dict[str, list[str]]]
) -> None:
    many = tuple(Content(code=f"C{at}", wording="Nội dung về chất lượng giáo dục " * 8) for at in range(1, 41))
    over = thtp3.model_copy(
        update={"contents": many, "plan": thtp3.plan.model_copy(update={"assignments": ()}), "evidence": Evidence()}
    )
    pages = pdf_text(
        [
            papi.compose("survey-form", dossier).save(tmp_path / f"{name}.docx")
            for name, dossier in {"nine": thtp3, "over": over}.items()
        ]
    )
    assert len(pages["nine"]) == 1
    assert len(pages["over"]) <= 2
