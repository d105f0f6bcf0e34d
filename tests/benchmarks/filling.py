"""Filling one paper: docxtpl, python-docx, ours, and the floor that no filling can pass.

The floor deflates constant parts as large as those that change, takes their check sums and writes a file as large as
the paper, with the same codec.
"""

from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from itertools import count, cycle
from pathlib import Path

import docx
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docxtpl import DocxTemplate

import papi_docs as papi
from papi_docs.filling import field_names
from papi_docs.package import FAST, REPRODUCIBLE, Codec, unpack
from tests.benchmarks.timing import medians, table

__all__ = ["by_docxtpl", "run"]

_ROOT = Path(__file__).parents[2]
_KINDS = ("plan", "contact-notice", "assignments", "semester-report", "year-report", "survey-results")
_ROUNDS = 15
_TURN = 0.1
_WAYS = ("fill", "floor")


def run(folder: Path) -> None:
    """Print the tables."""
    dossier = papi.read_workbook(_ROOT / "examples" / "tan-hong-2021-2022.xlsx")["THTP3"]
    names = ("docxtpl", "python-docx", "compose", *(f"{way} {codec.name}" for codec in _codecs() for way in _WAYS))
    rows: list[tuple[object, ...]] = []
    ratios: list[tuple[object, ...]] = []
    for kind in _KINDS:
        seconds = medians(_contenders(kind, dossier, folder), _ROUNDS, _TURN)
        rows.append((kind, *(f"{seconds[name] * 1e3:.3f}" for name in names)))
        fills = [seconds[f"fill {codec.name}"] for codec in _codecs()]
        floors = [seconds[f"floor {codec.name}"] for codec in _codecs()]
        times = (f"{seconds['docxtpl'] / fill:.0f}" for fill in fills)
        over = (f"{fill / floor:.2f}" for fill, floor in zip(fills, floors, strict=True))
        ratios.append((kind, *times, *over, f"{seconds['compose'] / fills[0]:.2f}"))
    print(table(("milliseconds a paper", *names), rows))
    headings = (
        *(f"× docxtpl, {codec.name}" for codec in _codecs()),
        *(f"over floor, {codec.name}" for codec in _codecs()),
    )
    print("\n" + table(("ratios", *headings, "compose / fill"), ratios))


def _codecs() -> tuple[Codec, ...]:
    return (REPRODUCIBLE,) if FAST is REPRODUCIBLE else (FAST, REPRODUCIBLE)


def _contenders(kind: str, dossier: papi.Dossier, folder: Path) -> dict[str, Callable[[], object]]:
    """Two schools in turn, so that nothing remembered of the last paper helps with the next."""
    other = dossier.model_copy(update={"school": dossier.school.model_copy(update={"name": f"{dossier.school.name}B"})})
    dossiers, numbers = cycle((dossier, other)), count()
    paper = papi.compose(kind, dossier)
    papers = cycle((paper, papi.compose(kind, other)))

    def write(data: bytes) -> None:
        with (folder / f"{kind}-{next(numbers)}.docx").open("xb") as file:
            file.write(data)

    def compose() -> None:
        papi.compose(kind, next(dossiers))

    def fill(codec: Codec) -> None:
        one = next(papers)
        write(one.template.fill(one.fields, one.about, codec))

    def floor(codec: Codec, parts: Sequence[bytes], size: int) -> None:
        data = b"".join(map(codec.deflate, parts))
        for part in parts:
            codec.crc32(part)
        write(data + bytes(size - len(data)))

    found: dict[str, Callable[[], object]] = {
        "docxtpl": partial(by_docxtpl, paper, folder / "docxtpl.docx"),
        "python-docx": partial(_from_scratch, _blocks(paper.to_bytes()), folder / "scratch.docx"),
        "compose": compose,
    }
    for codec in _codecs():
        whole = paper.template.fill(paper.fields, paper.about, codec)
        found[f"fill {codec.name}"] = partial(fill, codec)
        parts = [part for name, part in unpack(whole).items() if name in _changing(paper)]
        found[f"floor {codec.name}"] = partial(floor, codec, parts, len(whole))
    return found


def _changing(paper: papi.Document) -> set[str]:
    """Names of the parts that are not the same in every paper of the kind."""
    charts = (name for place in paper.template.charts for name in (place.chart, place.workbook))
    return {*paper.template.renderings, *charts}


def by_docxtpl(paper: papi.Document, out: Path) -> None:
    """The naive way: the template opened anew for each paper. It leaves charts as they are."""
    values = {name: getattr(paper.fields, name) for name in field_names(type(paper.fields))}  # type: ignore[arg-type]
    template = DocxTemplate(paper.template.path)
    template.render(values, autoescape=True)
    template.save(out)


def _from_scratch(blocks: list[str | list[list[str]]], out: Path) -> None:
    """The same paragraphs and tables, built with python-docx in the plainest way."""
    document = docx.Document()
    section = document.sections[0]
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    for block in blocks:
        if isinstance(block, str):
            paragraph = document.add_paragraph()
            run = paragraph.add_run(block)
            run.font.name, run.font.size = "Times New Roman", Pt(14)
        else:
            grid = document.add_table(len(block), max(map(len, block)))
            for row, texts in zip(grid.rows, block, strict=True):
                for cell, text in zip(row.cells, texts, strict=False):
                    cell.text = text
    document.save(str(out))


def _blocks(paper: bytes) -> list[str | list[list[str]]]:
    """Texts of the paragraphs and tables of a paper."""
    return [
        block.text if isinstance(block, Paragraph) else [[cell.text for cell in row.cells] for row in block.rows]
        for block in docx.Document(BytesIO(paper)).iter_inner_content()
    ]
