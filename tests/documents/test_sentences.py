"""None, one, some, all, none due yet: each is a sentence of its own."""

import pytest

from papi_docs.documents.figures import Ledger
from papi_docs.documents.progress import Counted, Timed
from papi_docs.documents.sentences import (
    ANSWERS,
    REMEDIES,
    TASKS,
    Clerk,
    Wording,
    naming,
    own_words,
    shortened,
    since_semester_1_sentence,
    timed_sentences,
)
from papi_docs.findings import Place

AS_OF = "Tính đến ngày 30/5/2022"


def counts(on_time: int, late: int, due: int, pending: int) -> Timed:
    return Timed(Counted(on_time), Counted(late), Counted(due), Counted(pending))


@pytest.mark.parametrize(
    ("timed", "expected"),
    [
        (
            counts(9, 3, 0, 3),
            (
                "nhà trường đã hoàn thành 12 trong tổng số 15 nhiệm vụ của kế hoạch (80%), trong đó 09 nhiệm vụ đúng "
                "thời hạn, 03 nhiệm vụ chậm so với thời hạn. Còn 03 nhiệm vụ chưa hoàn thành, đều chưa đến hạn."
            ),
        ),
        (
            counts(15, 0, 0, 0),
            "nhà trường đã hoàn thành toàn bộ 15 nhiệm vụ của kế hoạch (100%), tất cả đều đúng thời hạn.",
        ),
        (
            counts(0, 2, 0, 0),
            "nhà trường đã hoàn thành toàn bộ 02 nhiệm vụ của kế hoạch (100%), tất cả đều chậm so với thời hạn.",
        ),
        (counts(1, 0, 0, 0), "nhà trường đã hoàn thành 01 nhiệm vụ duy nhất của kế hoạch, đúng thời hạn."),
        (
            counts(0, 1, 1, 0),
            (
                "nhà trường đã hoàn thành 01 trong tổng số 02 nhiệm vụ của kế hoạch (50%), chậm so với thời hạn. "
                "Còn 01 nhiệm vụ chưa hoàn thành, đã đến hạn."
            ),
        ),
        (
            counts(1, 0, 2, 3),
            (
                "nhà trường đã hoàn thành 01 trong tổng số 06 nhiệm vụ của kế hoạch "
                "(16,7%), đúng thời hạn. Còn 05 nhiệm "
                "vụ chưa hoàn thành, trong đó 02 nhiệm vụ đã đến hạn, 03 nhiệm vụ chưa đến hạn."
            ),
        ),
        (
            counts(0, 0, 0, 15),
            (
                "chưa ghi nhận nhiệm vụ nào được hoàn thành trong tổng số 15 nhiệm vụ của kế hoạch. "
                "Chưa có nhiệm vụ nào đến hạn."
            ),
        ),
        (
            counts(0, 0, 4, 0),
            (
                "chưa ghi nhận nhiệm vụ nào được hoàn thành trong tổng số 04 nhiệm vụ của kế hoạch. "
                "Tất cả nhiệm vụ này đều đã đến hạn."
            ),
        ),
        (
            counts(0, 0, 11, 4),
            (
                "chưa ghi nhận nhiệm vụ nào được hoàn thành trong tổng số 15 nhiệm vụ của kế hoạch. "
                "Trong đó, 11 nhiệm vụ đã đến hạn, 04 nhiệm vụ chưa đến hạn."
            ),
        ),
        (counts(0, 0, 1, 0), "01 nhiệm vụ của kế hoạch chưa được ghi nhận hoàn thành. Nhiệm vụ này đã đến hạn."),
        (counts(0, 0, 0, 1), "01 nhiệm vụ của kế hoạch chưa được ghi nhận hoàn thành. Nhiệm vụ này chưa đến hạn."),
    ],
)
def test_of_tasks(timed: Timed, expected: str) -> None:
    assert timed_sentences(Clerk(Ledger()), timed, TASKS, AS_OF) == f"{AS_OF}, {expected}"


@pytest.mark.parametrize(
    ("wording", "timed", "expected"),
    [
        (
            ANSWERS,
            counts(4, 0, 1, 0),
            (
                "nhà trường đã trả lời 04 trong tổng số 05 phản ánh, kiến nghị đã tiếp nhận (80%), "
                "tất cả đều đúng thời hạn. Còn 01 phản ánh, kiến nghị chưa trả lời, đã đến hạn."
            ),
        ),
        (
            REMEDIES,
            counts(2, 0, 0, 0),
            "nhà trường đã khắc phục toàn bộ 02 yêu cầu khắc phục nêu ra qua kiểm tra (100%).",
        ),
    ],
)
def test_of_other_things(wording: Wording, timed: Timed, expected: str) -> None:
    assert timed_sentences(Clerk(Ledger()), timed, wording, AS_OF) == f"{AS_OF}, {expected}"


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (8, 12, "Trong số đó, 08 nhiệm vụ hoàn thành trong học kỳ I, 04 nhiệm vụ hoàn thành trong học kỳ II."),
        (12, 12, "So với học kỳ I (12 nhiệm vụ hoàn thành), học kỳ II không có thêm nhiệm vụ hoàn thành."),
        (0, 3, "Các nhiệm vụ này đều hoàn thành trong học kỳ II; trong học kỳ I chưa hoàn thành nhiệm vụ nào."),
    ],
)
def test_halves_of_the_year(before: int, now: int, expected: str) -> None:
    assert since_semester_1_sentence(Clerk(Ledger()), Counted(before), Counted(now)) == expected


def test_a_figure_is_noted_once_with_its_cells() -> None:
    ledger, cells = Ledger(), (Place(cell="D4"), Place(cell="D5"))
    for _ in range(2):
        assert Clerk(ledger).count("Phiếu", Counted(9, cells)) == "09"
    assert [(figure.label, figure.text, figure.cells) for figure in ledger.figures] == [("Phiếu", "09", cells)]


def test_long_names_lose_their_end_and_many_names_are_left_to_the_annex() -> None:
    assert shortened("Một\nhai.") == "Một hai"
    assert len(shortened("chữ " * 900)) <= 161
    assert naming(["a", "b"]) == ": a; b."
    assert naming(["a"] * 10) == "."


def test_own_words_are_a_line_each_without_their_dash() -> None:
    assert own_words(["- Một\n+ Hai", "Ba"]) == ("Một", "Hai", "Ba")
