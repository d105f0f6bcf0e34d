"""What reading costs: as much as there are different formattings, and nothing that stays behind."""

import gc
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from docx_plus.styles import iter_resolved_paragraphs

from papi_docs.checker.reading import cascade, read

Save = Callable[..., Path]
RUNS = "<w:r><w:t>Một </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>hai</w:t></w:r>"
LINE = f'<w:p><w:pPr><w:jc w:val="both"/></w:pPr>{RUNS}</w:p>'


@pytest.fixture
def resolved(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The paragraphs that docx-plus is asked for, as they come."""
    asked: list[object] = []
    sweep = iter_resolved_paragraphs

    def counting(document: Any) -> Iterator[Any]:  # noqa: ANN401
        for one in sweep(document):
            asked.append(one)
            yield one

    monkeypatch.setattr(cascade, "iter_resolved_paragraphs", counting)
    return asked


@pytest.mark.parametrize("count", [1, 10_000])
def test_each_formatting_is_resolved_once(save: Save, resolved: list[object], count: int) -> None:
    written = read(save(LINE * count))
    assert len(written.paragraphs) == count
    assert sum(len(one.runs) for one in written.paragraphs) == 2 * count
    assert len(resolved) == 1  # the paragraph, and its runs in it


def test_reading_leaves_nothing_behind(save: Save) -> None:
    path = save(LINE * 20)
    for _ in range(5):
        read(path)
    tracemalloc.start()
    try:
        read(path)
        gc.collect()  # what python-docx opens holds on to itself
        before, _ = tracemalloc.get_traced_memory()
        for _ in range(50):
            read(path)
        gc.collect()
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert after - before < 100_000
