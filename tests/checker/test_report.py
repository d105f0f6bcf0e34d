"""How a report reads."""

import pytest

from papi_docs.checker.anatomy import Form
from papi_docs.checker.report import count
from papi_docs.checker.rule import CannotTell, Spot
from papi_docs.findings import Severity
from tests.checker.builders import Paper
from tests.checker.reports import observed, report_of, spot_at

PLAN = Paper.plan().anatomy()
MOTTO = spot_at(PLAN, "Độc lập")
PAGE = observed(
    "margin-left", clause="I.I.3", element="Trang giấy", found="lề trái 25 mm", wanted="lề trái 30 đến 35 mm"
)


def test_it_is_grouped_by_element_with_what_is_found_and_wanted() -> None:
    report = report_of(PAGE, observed(spot=MOTTO), observed("motto-not-bold", MOTTO, found="không đậm", wanted="đậm"))
    assert str(report).splitlines() == [
        "van-ban.docx (Kế hoạch): 3 lỗi.",
        "Trang giấy",
        "  lỗi: lề trái 25 mm; đúng là lề trái 30 đến 35 mm (I.I.3) [margin-left]",
        "Tiêu ngữ",
        "  lỗi: cỡ 15; đúng là cỡ 13 đến 14 (I.II.1) [motto-size]",
        '    "Độc lập"',
        "  lỗi: không đậm; đúng là đậm (I.II.1) [motto-not-bold]",
        '    "Độc lập"',
    ]


def test_a_fault_that_is_repeated_is_said_once_with_its_first_places() -> None:
    spots = [Spot.of(paragraph) for paragraph in PLAN.written.paragraphs if paragraph.text]
    apart = report_of(*(observed(spot=spot) for spot in spots))
    together = report_of(observed(spot=spots[0], others=tuple(spots[1:])))
    for report in (apart, together):
        lines = str(report).splitlines()
        assert len(lines) == 7
        assert lines[-1] == f"    và {len(spots) - 3} chỗ nữa"


def test_what_one_rule_wants_is_said_once_whatever_was_found() -> None:
    other = spot_at(PLAN, "KẾ HOẠCH")
    report = report_of(observed(spot=MOTTO), observed(spot=other, found="cỡ 16"), observed(spot=MOTTO, found="cỡ 17"))
    assert str(report).splitlines()[2:] == [
        "  lỗi: đúng là cỡ 13 đến 14 (I.II.1) [motto-size]",
        '    cỡ 15: "Độc lập"',
        '    cỡ 16: "KẾ HOẠCH"',
        '    cỡ 17: "Độc lập"',
    ]


def test_words_that_the_finding_quotes_are_not_quoted_again() -> None:
    report = report_of(observed(spot=MOTTO, found='"Độc lập" viết sai'))
    assert len(str(report).splitlines()) == 3


def test_severities_are_counted_in_words() -> None:
    severities = [Severity.ADVICE, Severity.FAULT, Severity.WARNING, Severity.FAULT, Severity.FAULT, Severity.ADVICE]
    assert count(severities) == "3 lỗi, 1 cảnh báo, 2 gợi ý"
    assert count([]) == "không thấy lỗi"


def test_its_repr_is_one_line() -> None:
    assert repr(report_of(PAGE, observed(severity=Severity.ADVICE))) == "<Report van-ban.docx: 1 lỗi, 1 gợi ý>"


def test_only_faults_make_it_wrong() -> None:
    assert report_of(observed(severity=Severity.WARNING)).ok
    assert not report_of(observed()).ok


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (Form.LEGISLATION, "Văn bản quy phạm pháp luật"),
        (Form.OTHER, "Có thành phần thể thức nhưng không rõ là loại văn bản nào"),
    ],
)
def test_what_was_not_judged_is_said_in_one_sentence(form: Form, said: str) -> None:
    report = report_of(form=form)
    line = str(report).splitlines()[1]
    assert line.startswith(said)
    assert "không xét thể thức" in line
    assert said in report._repr_html_()


def test_nothing_is_said_of_limits_in_an_administrative_document() -> None:
    assert str(report_of()) == "van-ban.docx (Kế hoạch): không thấy lỗi."


def test_what_cannot_be_told_is_said_with_its_reason() -> None:
    report = report_of(unsure=(CannotTell("motto-rule-length", "không đo được đường kẻ"),))
    assert str(report).splitlines()[1:] == ["Không kết luận được: không đo được đường kẻ [motto-rule-length]"]
    assert report.ok


def test_many_doubts_are_said_briefly() -> None:
    report = report_of(unsure=tuple(CannotTell(f"x-{at}", "không rõ") for at in range(9)))
    assert str(report).splitlines()[3:] == [
        "Không kết luận được: không rõ [x-2]",
        "và 6 điều nữa không kết luận được.",
    ]


def test_it_gives_its_observations_one_by_one_and_by_code() -> None:
    report = report_of(PAGE, observed(spot=MOTTO))
    assert list(report) == list(report.observations)
    assert report.of("margin-left") == (PAGE,)
    assert report.of("margin-right") == ()


def test_its_findings_have_their_place() -> None:
    (finding,) = report_of(observed(spot=MOTTO)).findings
    assert str(finding) == 'van-ban.docx, đoạn "Độc lập": Tiêu ngữ: cỡ 15; đúng là cỡ 13 đến 14 (I.II.1)'


def test_reports_that_say_the_same_are_equal() -> None:
    assert report_of(PAGE) == report_of(PAGE)
    assert report_of(PAGE) != report_of()


def test_a_notebook_shows_a_table_with_everything_escaped() -> None:
    html = report_of(observed(found="<script>alert(1)</script>", spot=MOTTO))._repr_html_()
    assert html.startswith("<table>")
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "<caption>van-ban.docx (Kế hoạch): 1 lỗi</caption>" in html
