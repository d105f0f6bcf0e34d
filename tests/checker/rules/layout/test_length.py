"""About how many pages a document fills."""

from dataclasses import replace

import pytest

from papi_docs.checker.rules.layout.length import pages
from tests.checker.builders import Draft, Paper

LINE = "Các tổ chuyên môn thực hiện đúng thời hạn."


def of_lines(count: int) -> Paper:
    return replace(Paper.plan(), drafts=tuple(Draft("body", LINE) for _ in range(count)))


@pytest.mark.parametrize(("lines", "least", "most"), [(1, 0, 0.1), (30, 0.7, 1), (70, 1.8, 2.3)])
def test_lines_fill_pages(lines: int, least: float, most: float) -> None:
    assert least < pages(of_lines(lines).anatomy()) < most


def test_a_page_break_begins_a_page() -> None:
    assert pages(of_lines(2).change("body", 1, breaks_page=True).anatomy()) == 2


def test_cells_side_by_side_count_once() -> None:
    assert pages(Paper.plan().anatomy()) < 1
