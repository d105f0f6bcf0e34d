"""What reading costs: as much as there are different formattings, and nothing that stays behind."""

import gc
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from docx_plus.styles import iter_resolved_paragraphs

from papi_docs.checker.reading import answers, read

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

    monkeypatch.setattr(answers, "iter_resolved_paragraphs", counting)
    monkeypatch.setattr(answers, "_known", {})
    return asked


@pytest.mark.parametrize("count", [1, 10_000])
def test_each_formatting_is_resolved_once(save: Save, resolved: list[object], count: int) -> None:
    written = read(save(LINE * count))
    assert len(written.paragraphs) == count
    assert sum(len(one.runs) for one in written.paragraphs) == 2 * count
    assert len(resolved) == 1  # the paragraph, and its runs in it


def test_papers_alike_are_resolved_once(save: Save, resolved: list[object]) -> None:
    first = read(save(LINE))
    second = read(save(LINE.replace("Một", "Ba")))
    assert len(resolved) == 1
    assert [run.bold for run in second.paragraphs[0].runs] == [run.bold for run in first.paragraphs[0].runs]
    read(save(LINE.replace("both", "center")))
    assert len(resolved) == 2


SIZED = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:sz w:val="{}"/></w:rPr></w:style>'
INDENTED = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:pPr><w:ind w:left="{}"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
LISTED = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Một</w:t></w:r></w:p>'


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"styles": SIZED.format(26)}, {"styles": SIZED.format(28)}),
        ({"numbering": INDENTED.format(567)}, {"numbering": INDENTED.format(1134)}),
        (
            {"settings": '<w:clrSchemeMapping w:t1="dark1"/>'},
            {"settings": '<w:clrSchemeMapping w:t1="light1"/>'},
        ),
    ],
    ids=["styles", "numbering", "colours"],
)
def test_answers_follow_from_other_parts_too(
    save: Save, resolved: list[object], one: dict[str, str], other: dict[str, str]
) -> None:
    read(save(LISTED, **one))
    read(save(LISTED, **other))
    assert len(resolved) == 2


def test_few_answers_are_remembered(save: Save, resolved: list[object]) -> None:
    for size in range(20, 90):
        read(save(LINE.replace("<w:b/>", f'<w:sz w:val="{size}"/>')))
    assert len(resolved) == 70
    assert len(answers._known) == answers._PAPERS


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
