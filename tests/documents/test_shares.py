"""Shares come with their denominator, and are kept back where they would tell who answered."""

from datetime import date

import pytest

from papi_docs.documents.shares import content_shares, shares_chart, tells_too_much
from papi_docs.model import Semester, Survey, Tally, nine_contents

CONTENTS = nine_contents()
NAMES = [content.code for content in CONTENTS]


def survey(returned: int = 182, **answers: tuple[int, int, int]) -> Survey:
    return Survey(
        semester=Semester.FIRST,
        start=date(2021, 12, 1),
        end=date(2021, 12, 6),
        given_out=210,
        returned=returned,
        answers={code: Tally(yes=yes, no=no, unknown=unknown) for code, (yes, no, unknown) in answers.items()},
    )


@pytest.mark.parametrize(
    ("answers", "measured", "published", "share"),
    [
        ((170, 8, 4), True, True, "93,4%"),
        ((5, 0, 0), True, True, "100%"),
        ((3, 1, 0), True, False, "75%"),
        ((0, 0, 0), False, False, None),
    ],
)
def test_share_of_a_content(answers: tuple[int, int, int], measured: bool, published: bool, share: str | None) -> None:
    first, second = content_shares(survey(C1=answers), CONTENTS)[:2]
    assert (first.measured, first.published) == (measured, published)
    assert (first.yes_text if measured else None) == share
    assert (second.measured, second.published, second.yes_percent) == (False, False, None)


def test_chart_has_the_printed_shares_and_gaps() -> None:
    chart = shares_chart("Tên", [survey(C1=(170, 8, 4), C3=(3, 0, 0))], CONTENTS, NAMES)
    assert chart is not None
    assert chart.series[0].values == (100 * 170 / 182, *[None] * 8)
    assert chart.series[0].labels == ("93,4%", *[None] * 8)


@pytest.mark.parametrize("surveys", [[], [survey()], [survey(4, C1=(4, 0, 0))], [survey(C1=(3, 0, 0))]])
def test_no_chart_where_nothing_may_be_published(surveys: list[Survey]) -> None:
    assert shares_chart("Tên", surveys, CONTENTS, NAMES) is None


@pytest.mark.parametrize(("returned", "few"), [(0, True), (4, True), (5, False)])
def test_few_sheets_tell_too_much(returned: int, few: bool) -> None:
    assert tells_too_much(survey(returned)) is few
