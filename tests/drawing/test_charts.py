"""The drawn chart is a real one, which Word can edit and a copying machine can copy."""

import json
import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.shared import Mm
from lxml import etree

from papi_docs.decree30 import FONT, PAGE
from papi_docs.drawing.charts import add_chart
from papi_docs.drawing.parts import new_template, to_bytes
from papi_docs.layout import MARGINS
from papi_docs.package import pack, unpack

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def drawn() -> bytes:
    document = new_template()
    add_chart(document, "chart")
    add_chart(document, "other.chart 7")
    return pack(unpack(to_bytes(document)))


def test_python_docx_opens_it_and_each_chart_has_parts_of_its_own(drawn: bytes) -> None:
    document = docx.Document(BytesIO(drawn))
    names = sorted(str(part.partname) for part in document.part.package.iter_parts() if "chart" in str(part.partname))
    assert names == ["/word/charts/chart1.xml", "/word/charts/chart2.xml"]
    assert [shape.width.mm <= PAGE.width - MARGINS.left - MARGINS.right for shape in document.inline_shapes] == [
        True
    ] * 2


def test_rows_are_as_high_as_asked_and_a_dense_chart_has_less_room_above(drawn: bytes) -> None:
    high, low = docx.Document(BytesIO(drawn)).inline_shapes
    assert high.height - low.height == Mm(3 * (11 - 7) + 16 - 12)


def test_names_of_fields_are_the_alternative_texts(drawn: bytes) -> None:
    assert re.findall(r'descr="([^"]+)"', unpack(drawn)["word/document.xml"].decode()) == [
        *("{{ chart }}", "{{ other.chart }}")
    ]


def test_sample_and_its_workbook_say_the_same(drawn: bytes) -> None:
    parts = unpack(drawn)
    book = openpyxl.load_workbook(BytesIO(parts["word/embeddings/Microsoft_Excel_Worksheet1.xlsx"]))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    tree = etree.fromstring(parts["word/charts/chart1.xml"])
    values = [[float(node.text or "") for node in series.findall(f"{C}val//{C}v")] for series in tree.iter(f"{C}ser")]
    assert [list(column) for column in zip(*(row[1:] for row in rows[1:]), strict=True)] == values


def test_one_font_and_no_colour(drawn: bytes) -> None:
    tree = etree.fromstring(unpack(drawn)["word/charts/chart1.xml"])
    assert {node.get("typeface") for node in tree.iter(f"{A}latin", f"{A}ea", f"{A}cs")} == {FONT}
    for colour in (node.get("val", "") for node in tree.iter(f"{A}srgbClr")):
        assert len({colour[0:2], colour[2:4], colour[4:6]}) == 1
    assert not list(tree.iter(f"{A}schemeClr"))


def test_reading_order_is_from_the_top_and_the_axis_below(drawn: bytes) -> None:
    tree = etree.fromstring(unpack(drawn)["word/charts/chart1.xml"])
    found = [tree.find(f".//{C}{path}") for path in (f"catAx/{C}scaling/{C}orientation", f"valAx/{C}crosses")]
    assert [node.get("val") for node in found if node is not None] == ["maxMin", "max"]


@pytest.mark.office
def test_validator_finds_nothing(drawn: bytes, tmp_path: Path, validator: list[str]) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(drawn)
    done = subprocess.run([*validator, path], check=False, capture_output=True, text=True)
    assert json.loads(done.stdout)["errors"] == []


@pytest.mark.office
def test_office_draws_it(drawn: bytes, tmp_path: Path, pdf_text: Callable[[list[Path]], dict[str, list[str]]]) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(drawn)
    text = "".join(pdf_text([path])["mau"])
    assert all(word in text for word in ("Biểu đồ mẫu", "Nội dung thứ ba", "90%", "Dãy 3"))
