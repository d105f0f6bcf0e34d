"""Which rules stand under an element, wherever they are anchored, and how long its words are."""

from dataclasses import replace

import pytest

from papi_docs.checker.anatomy import Anatomy, Form, Part, Span
from papi_docs.checker.rules.layout.ruling import longest_lines, ruling_of
from papi_docs.checker.written import Line, LineKind
from tests.checker.builders import LEFT_COLUMN, Draft, Paper, cell, drawn, piece

PLAN = Paper.plan().change("motto", lines=()).change("issuer", lines=()).change("subject", lines=())
UNDER_WORDS = cell(0, 0, 1, 100)


def _nowhere(paper: Paper) -> Paper:
    """Its right half in a cell whose place only the layout engine knows."""
    for role in ("national_name", "motto"):
        paper = paper.change(role, cell=replace(UNDER_WORDS, left=None))
    return paper


def widths(paper: Paper, role: str) -> list[float | None]:
    anatomy = paper.anatomy()
    part = anatomy.one(role)
    assert part
    return [line.width for line in ruling_of(anatomy, part).lines]


@pytest.mark.parametrize(
    ("paper", "motto", "issuer"),
    [
        (PLAN.change("motto", lines=(drawn(60),)), [60], []),
        (PLAN.after("motto", Draft("", "", place={"cell": UNDER_WORDS, "lines": (drawn(60),)})), [60], []),
        (PLAN.change("national_name", lines=(drawn(60, left=20, below=12),)), [60], []),
        (PLAN.change("place_and_date", lines=(drawn(60, left=20, below=0.7),)), [60], []),
        (PLAN.change("superior", lines=(drawn(30, left=20, below=12),)), [], [30]),
        (PLAN.change("issuer", lines=(drawn(60, left=LEFT_COLUMN + 20, below=6),)), [60], []),
        (PLAN.change("number", lines=(drawn(30, left=20, below=0),)), [], [30]),
        (PLAN.change("number", lines=(drawn(30, left=20, below=9),)), [], []),
        (
            PLAN.change("issuer", lines=(drawn(30, left=20),)).change("motto", lines=(drawn(60, left=-45),)),
            [60],
            [30],
        ),
        (_nowhere(PLAN.change("motto", lines=(drawn(60, left=20),))), [60], []),
        (PLAN, [], []),
    ],
    ids=[
        "own",
        "next",
        "above",
        "below",
        "two above",
        "other cell",
        "number",
        "under the number",
        "each half",
        "cell of unknown place",
        "none",
    ],
)
def test_rules_of_the_letterhead(paper: Paper, motto: list[float], issuer: list[float]) -> None:
    assert (widths(paper, "motto"), widths(paper, "issuer")) == (motto, issuer)


def test_rule_of_the_subject_may_hang_on_the_empty_paragraph_or_on_the_next_words() -> None:
    following = next(place for place, draft in enumerate(PLAN.drafts) if draft.role == "subject") + 1
    empty = PLAN._with(
        draft.with_changes({"lines": (drawn(40),)}) if place == following else draft
        for place, draft in enumerate(PLAN.drafts)
    )
    assert widths(empty, "subject") == [40]
    assert widths(PLAN.change("basis", lines=(drawn(40, below=1),)), "subject") == [40]
    assert widths(PLAN.change("basis", lines=(drawn(40, below=9),)), "subject") == []


def test_underlined_words_of_another_element_are_nobodys_rule() -> None:
    assert widths(PLAN.change("national_name", lines=(Line(LineKind.UNDERLINE, 90),)), "motto") == []


def test_underlined_words_behind_a_tab_are_the_rule_of_their_own_element_alone() -> None:
    issuer, motto = "TRƯỜNG THPT TÂN HỒNG", "Độc lập - Tự do - Hạnh phúc"
    paragraph = replace(
        Draft("", "", pieces=(piece(f"{issuer}\t"), piece(motto, underline=True))).paragraph(0),
        lines=(Line(LineKind.UNDERLINE, 60),),
    )
    left = Part("issuer", (Span(paragraph, 0, len(issuer)),))
    right = Part("motto", (Span(paragraph, len(issuer) + 1, len(paragraph.text)),))
    written = replace(PLAN.anatomy().written, paragraphs=(paragraph,))
    anatomy = Anatomy(written, Form.NAMED, (left, right))
    assert not ruling_of(anatomy, left).lines
    assert [line.width for line in ruling_of(anatomy, right).lines] == [60]


def test_words_are_measured_line_by_line() -> None:
    paper = PLAN.change("issuer", text="ỦY BAN NHÂN DÂN\nXÃ AN PHƯỚC")
    anatomy = paper.anatomy()
    part = anatomy.one("issuer")
    assert part
    first, second = longest_lines(anatomy, part)
    assert 40 < first < 50
    assert 30 < second < 40


def test_words_that_wrap_are_measured_as_they_stand() -> None:
    anatomy = PLAN.change("issuer", text="TRƯỜNG PHỔ THÔNG DÂN TỘC NỘI TRÚ TRUNG HỌC CƠ SỞ TÂN HỒNG").anatomy()
    part = anatomy.one("issuer")
    assert part
    lines = longest_lines(anatomy, part)
    assert len(lines) > 1
    assert max(lines) <= LEFT_COLUMN
