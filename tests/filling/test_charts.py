"""Charts of a template are filled with their data: caches, labels and the workbook inside."""

import dataclasses
import posixpath
import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from papi_docs.drawing.charts import add_chart
from papi_docs.drawing.parts import new_template, to_bytes
from papi_docs.errors import TemplateError
from papi_docs.filling import About, Chart, Series, Template
from papi_docs.filling.chart_part import chart_part, fill_chart
from papi_docs.filling.values import UnprintableError
from papi_docs.package import pack, unpack
from tests.filling import charts_by_tree

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
ABOUT = About("Báo cáo", "Trường Tiểu học Tân Phước 3", date(2022, 1, 10))
ONE = Chart("Kết quả", ("Một", "Hai", "Ba"), (Series("Có", (98.5, None, 100)),))


@dataclasses.dataclass(frozen=True)
class Part:
    chart: Chart | None = ONE


@dataclasses.dataclass(frozen=True)
class Fields:
    chart: Chart | None = ONE
    part: Part | None = None
    title: str = "chữ"
    shown: bool = True


Made = Callable[..., Path]


@pytest.fixture
def drawn(tmp_path: Path) -> Made:
    """A template with these charts, each between two paragraphs; ``bend`` changes its parts."""

    def made(*names: str, bend: Callable[[dict[str, bytes]], dict[str, bytes]] = lambda parts: parts) -> Path:
        document = new_template()
        for name in names:
            document.add_paragraph("trước biểu đồ")
            add_chart(document, name)
        document.add_paragraph("sau biểu đồ")
        path = tmp_path / "mau.docx"
        path.write_bytes(pack(bend(unpack(to_bytes(document)))))
        return path

    return made


def filled(path: Path, fields: Fields) -> dict[str, bytes]:
    template = Template.load(path)
    template.check(Fields)
    return unpack(template.fill(fields, ABOUT))


def chart_of(parts: dict[str, bytes], number: int = 1) -> etree._Element:
    return etree.fromstring(parts[f"word/charts/chart{number}.xml"])


def book_of(parts: dict[str, bytes], number: int = 1) -> list[tuple[object, ...]]:
    data = parts[f"word/embeddings/Microsoft_Excel_Worksheet{number}.xlsx"]
    return list(openpyxl.load_workbook(BytesIO(data)).active.iter_rows(values_only=True))  # type: ignore[union-attr]


def cached(chart: etree._Element) -> list[tuple[object, ...]]:
    """What the caches say, as rows of a workbook."""
    columns: list[list[object]] = []
    for at, series in enumerate(chart.iter(f"{C}ser")):
        count = int(series.findall(f"{C}val//{C}ptCount")[0].get("val") or 0)
        if at == 0:
            columns.append([None, *(node.text for node in series.findall(f"{C}cat//{C}v"))])
        values: list[object] = [series.findtext(f"{C}tx//{C}v"), *[None] * count]
        for point in series.findall(f"{C}val//{C}pt"):
            values[int(point.get("idx") or 0) + 1] = float(point.findtext(f"{C}v") or "")
        columns.append(values)
    return list(zip(*columns, strict=True))


def labels(chart: etree._Element) -> list[list[str]]:
    return [[node.text or "" for node in series.findall(f"{C}dLbls//{A}t")] for series in chart.iter(f"{C}ser")]


def height(parts: dict[str, bytes]) -> int:
    (extent,) = etree.fromstring(parts["word/document.xml"]).iter(f"{WP}extent")
    return int(extent.get("cy") or 0)


numbers = st.none() | st.floats(0, 100)
names = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=12)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    size = draw(st.integers(1, 12))
    series = [
        Series(draw(names), tuple(draw(st.lists(numbers, min_size=size, max_size=size))))
        for _ in range(draw(st.integers(1, 5)))
    ]
    return Chart("Tên", tuple(draw(st.lists(names, min_size=size, max_size=size))), tuple(series))


@given(chart=charts())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
def test_caches_workbook_and_data_say_the_same(drawn: Made, chart: Chart) -> None:
    parts = filled(drawn("chart"), Fields(chart))
    rows = [
        (None, *(series.name for series in chart.series)),
        *zip(chart.categories, *(series.values for series in chart.series), strict=True),
    ]
    assert book_of(parts) == cached(chart_of(parts)) == rows


def test_references_lead_to_the_cells(drawn: Made) -> None:
    chart = chart_of(filled(drawn("chart"), Fields(dataclasses.replace(ONE, series=ONE.series * 2))))
    assert [node.text for node in chart.iter(f"{C}f")] == [
        *("'Số liệu'!$B$1", "'Số liệu'!$A$2:$A$4", "'Số liệu'!$B$2:$B$4"),
        *("'Số liệu'!$C$1", "'Số liệu'!$A$2:$A$4", "'Số liệu'!$C$2:$C$4"),
    ]


@pytest.mark.parametrize(
    ("value", "percent", "text"),
    [
        (98.5, True, "98,5%"),
        (100, True, "100%"),
        (99.99, True, "99,9%"),
        (0.01, True, "0,1%"),
        (0, True, "0%"),
        (7.25, True, "7,3%"),
        (1250, False, "1.250"),
        (-2.5, False, "-2,5"),
    ],
)
def test_labels_are_vietnamese(drawn: Made, value: float, percent: bool, text: str) -> None:
    chart = Chart("Tên", ("Một",), (Series("Có", (value,)),), percent=percent)
    assert labels(chart_of(filled(drawn("chart"), Fields(chart)))) == [[text]]


def test_own_labels_win_and_gaps_have_none(drawn: Made) -> None:
    chart = dataclasses.replace(ONE, series=(Series("Có", (98.5, None, 100), ("98,52%", None, "cả 182 phiếu")),))
    tree = chart_of(filled(drawn("chart"), Fields(chart)))
    assert labels(tree) == [["98,52%", "cả 182 phiếu"]]
    assert [node.get("val") for node in tree.findall(f".//{C}dLbl/{C}idx")] == ["0", "2"]


def test_style_of_the_template_is_kept(drawn: Made) -> None:
    def restyle(parts: dict[str, bytes]) -> dict[str, bytes]:
        name = "word/charts/chart1.xml"
        return {
            **parts,
            name: parts[name].replace(b"7F7F7F", b"123456").replace(b'gapWidth val="45"', b'gapWidth val="99"'),
        }

    tree = chart_of(filled(drawn("chart", bend=restyle), Fields(dataclasses.replace(ONE, series=ONE.series * 4))))
    fills = [series.find(f"{C}spPr//{A}srgbClr") for series in tree.iter(f"{C}ser")]
    assert [fill.get("val") for fill in fills if fill is not None] == ["123456", "000000", "E6E6E6", "123456"]
    gap = tree.find(f".//{C}gapWidth")
    assert gap is not None
    assert gap.get("val") == "99"


def test_stacked_bars_stand_one_after_the_other(drawn: Made) -> None:
    chart = Chart("Tên", ("Một",), (Series("Có", (96,)), Series("Không", (4,))), stacked=True)
    tree = chart_of(filled(drawn("chart"), Fields(chart)))
    found = {name: [node.get("val") for node in tree.iter(f"{C}{name}")] for name in ("grouping", "overlap", "dLblPos")}
    assert (found["grouping"], found["overlap"], set(found["dLblPos"])) == (["stacked"], ["100"], {"ctr"})
    assert labels(tree) == [["96%"], []]


@pytest.mark.parametrize(("percent", "found"), [(True, "100"), (False, None)])
def test_axis_ends_at_the_whole_where_there_is_one(drawn: Made, percent: bool, found: str | None) -> None:
    greatest = chart_of(filled(drawn("chart"), Fields(dataclasses.replace(ONE, percent=percent)))).find(f".//{C}max")
    assert (None if greatest is None else greatest.get("val")) == found


def test_a_single_series_needs_no_legend(drawn: Made) -> None:
    two = dataclasses.replace(ONE, series=ONE.series * 2)
    trees = [chart_of(filled(drawn("chart"), Fields(chart))) for chart in (ONE, two)]
    assert [tree.find(f".//{C}legend") is not None for tree in trees] == [False, True]


def test_height_grows_with_the_categories_and_stays_on_a_page(drawn: Made) -> None:
    def of(size: int) -> int:
        chart = Chart("Tên", tuple("x" * size), (Series("Có", (50,) * size),))
        return height(filled(drawn("chart"), Fields(chart)))

    assert of(9) - of(8) == of(4) - of(3) > 0
    assert of(100) == of(200) <= 230 * 36_000


def test_drawing_says_what_it_shows(drawn: Made) -> None:
    (properties,) = etree.fromstring(filled(drawn("chart"), Fields())["word/document.xml"]).iter(f"{WP}docPr")
    assert properties.get("descr") == "Biểu đồ: Kết quả"


def test_same_bytes_each_time(drawn: Made) -> None:
    path = drawn("chart", "part.chart")
    fields = Fields(part=Part())
    assert filled(path, fields) == filled(path, fields)
    assert unpack(filled(path, fields)["word/embeddings/Microsoft_Excel_Worksheet1.xlsx"]).keys() == {
        *("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"),
        *("xl/worksheets/sheet1.xml", "xl/styles.xml"),
    }


def test_what_was_drawn_before_does_not_show(drawn: Made) -> None:
    """Charts of 100 and of 100.0 are equal, and each is written as it is."""
    path = drawn("chart")
    whole, exact = (
        Fields(dataclasses.replace(ONE, series=(Series("Có", (98.5, None, number)),))) for number in (100, 100.0)
    )
    assert whole == exact
    first = filled(path, whole)
    assert filled(path, exact) != first
    assert filled(path, whole) == first


def targets(parts: dict[str, bytes]) -> set[str]:
    """Every part that a relationship leads to."""
    found = set()
    for name in (name for name in parts if name.endswith(".rels")):
        home = posixpath.dirname(posixpath.dirname(name))
        found |= {
            posixpath.normpath(posixpath.join(home, row.get("Target") or "")) for row in etree.fromstring(parts[name])
        }
    return found


@pytest.mark.parametrize("fields", [Fields(chart=None), Fields(chart=None, part=Part(None)), Fields(part=Part(None))])
def test_a_chart_without_data_goes_with_all_its_parts(drawn: Made, fields: Fields) -> None:
    parts = filled(drawn("chart", "part.chart"), fields)
    kept = sum(chart is not None for chart in (fields.chart, fields.part and fields.part.chart))
    assert sum(name.startswith("word/charts/chart") for name in parts) == kept
    assert {name for name in parts if not name.endswith(".rels") and "Content_Types" not in name} <= targets(parts)
    assert targets(parts) <= set(parts)
    named = {row.get("PartName", "/").lstrip("/") for row in etree.fromstring(parts["[Content_Types].xml"])}
    assert named - {""} <= set(parts)
    assert len(list(etree.fromstring(parts["word/document.xml"]).iter(f"{WP}inline"))) == kept
    assert [paragraph.text for paragraph in docx.Document(BytesIO(pack(parts))).paragraphs if paragraph.text] == [
        *("trước biểu đồ", "trước biểu đồ", "sau biểu đồ")
    ]


def test_a_chart_in_a_branch_that_is_not_taken_goes_too(tmp_path: Path) -> None:
    document = new_template()
    document.add_paragraph("{%p if shown %}")
    add_chart(document, "chart")
    document.add_paragraph("{%p endif %}")
    path = tmp_path / "mau.docx"
    path.write_bytes(to_bytes(document))
    assert "word/charts/chart1.xml" in filled(path, Fields())
    assert not [name for name in filled(path, Fields(shown=False)) if "chart" in name or "embeddings" in name]


def without_book(parts: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in parts.items() if not name.startswith("word/embeddings")}


def without_series(parts: dict[str, bytes]) -> dict[str, bytes]:
    tree = etree.fromstring(parts["word/charts/chart1.xml"])
    for series in list(tree.iter(f"{C}ser")):
        series.getparent().remove(series)  # type: ignore[union-attr]
    return {**parts, "word/charts/chart1.xml": etree.tostring(tree)}


@pytest.mark.parametrize(
    ("name", "bend", "code"),
    [
        ("unknown", None, "unknown-name"),
        ("part.unknown", None, "unknown-name"),
        ("title", None, "name-wrong-kind"),
        ("part", None, "name-wrong-kind"),
        ("chart|upper", None, "chart-unusable"),
        ("chart", without_book, "chart-unusable"),
        ("chart", without_series, "chart-unusable"),
    ],
)
def test_unusable_charts_are_faults_with_their_place(
    drawn: Made, name: str, bend: Callable[..., dict[str, bytes]] | None, code: str
) -> None:
    path = drawn(name, bend=bend or dict)
    with pytest.raises(TemplateError) as caught:
        Template.load(path).check(Fields)
    (finding,) = caught.value.findings
    assert (finding.code, finding.where.paragraph) == (code, "trước biểu đồ")


def test_text_that_no_xml_holds_is_refused(drawn: Made) -> None:
    with pytest.raises(TemplateError, match="ký tự không in được"):
        filled(drawn("chart"), Fields(dataclasses.replace(ONE, title="a\x00b")))


@pytest.mark.parametrize(
    "wrong",
    [
        {"series": (Series("Có", (1,)),)},
        {"series": (Series("Có", (1, 2, 3), ("1",)),)},
        {"series": ()},
        {"categories": (), "series": (Series("Có", ()),)},
        {"series": (Series("Có", (1, 2, 101)),)},
        {"series": (Series("Có", (1, 2, float("nan"))),), "percent": False},
    ],
)
def test_charts_that_cannot_be_drawn_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"biểu đồ|dãy"):
        dataclasses.replace(ONE, **wrong)


def test_a_chart_without_a_layout_of_its_own_has_the_usual_margins(drawn: Made) -> None:
    tree = etree.fromstring(unpack(drawn("chart").read_bytes())["word/charts/chart1.xml"])
    for layout in list(tree.iter(f"{C}manualLayout")):
        layout.getparent().remove(layout)  # type: ignore[union-attr]
    xml = etree.tostring(tree)
    assert chart_part(xml, 60 * 36_000, ONE).room.height(ONE) > 0
    assert _canonical(fill_chart(tree, 60 * 36_000, ONE)) == _canonical(by_tree(xml, ONE))


def by_tree(xml: bytes, chart: Chart) -> bytes:
    return charts_by_tree.fill_chart(etree.fromstring(xml), 60 * 36_000, chart)


def _canonical(xml: bytes) -> bytes:
    return etree.tostring(etree.fromstring(xml), method="c14n")


def _without_labels(xml: bytes) -> bytes:
    return re.sub(rb"<c:dLbls>.*?</c:dLbls>", b"", xml, flags=re.DOTALL, count=1)


def _with_deleted_labels(xml: bytes) -> bytes:
    return re.sub(rb"<c:dLbls>.*?</c:dLbls>", b'<c:dLbls><c:delete val="1"/></c:dLbls>', xml, flags=re.DOTALL)


def _plain_labels(xml: bytes) -> bytes:
    return re.sub(rb"<c:txPr>.*?</c:txPr>", b"", xml, flags=re.DOTALL)


def _with_shapes(xml: bytes) -> bytes:
    return xml.replace(b"</c:ser>", b'<c:shape val="box"/><c:extLst/></c:ser>')


def _indented(xml: bytes) -> bytes:
    tree = etree.fromstring(xml)
    etree.indent(tree)
    return etree.tostring(tree, encoding="UTF-8", standalone=True)


def _in_the_default_namespace(xml: bytes) -> bytes:
    return re.sub(rb"(</?)c:", rb"\1", xml).replace(b"xmlns:c=", b"xmlns=")


def _without_order(xml: bytes) -> bytes:
    return re.sub(rb"<c:(?:order|overlap|legend|numFmt) [^>]*/>", b"", xml)


def _with_letters_of_our_own(xml: bytes) -> bytes:
    return xml.replace(b"<a:t>", "<a:t>%(title)s \ue000title\ue000 100% ".encode())


def _in_utf_16(xml: bytes) -> bytes:
    return etree.tostring(etree.fromstring(xml), encoding="unicode").encode("utf-16")


BENT = [
    *(bytes, _without_labels, _with_deleted_labels, _plain_labels, _with_shapes, _indented),
    *(_in_the_default_namespace, _without_order, _with_letters_of_our_own, _in_utf_16),
]
"""What people make of the template's chart."""


@pytest.fixture(scope="module")
def shipped() -> bytes:
    document = new_template()
    add_chart(document, "chart")
    return unpack(to_bytes(document))["word/charts/chart1.xml"]


letters = st.characters(codec="utf-8", exclude_categories=("Cc", "Cn")) | st.sampled_from("<>&\"'%{}\t\n")
anything = st.text(letters, max_size=9)


@st.composite
def any_charts(draw: st.DrawFn) -> Chart:
    size, percent = draw(st.integers(1, 5)), draw(st.booleans())
    values = st.none() | (st.floats(0, 100) if percent else st.floats(-1e6, 1e6)) | st.integers(0, 100)

    def series() -> Series:
        labels = draw(st.just([]) | st.lists(st.none() | anything, min_size=size, max_size=size))
        return Series(draw(anything), tuple(draw(st.lists(values, min_size=size, max_size=size))), tuple(labels))

    every = tuple(series() for _ in range(draw(st.integers(1, 5))))
    return Chart(draw(anything), tuple(draw(anything) for _ in range(size)), every, percent, draw(st.booleans()))


@pytest.mark.parametrize("bend", BENT)
@given(chart=any_charts())
@settings(max_examples=15, deadline=None)
def test_texts_joined_are_the_tree_filled(shipped: bytes, bend: Callable[[bytes], bytes], chart: Chart) -> None:
    xml = bend(shipped)
    assert _canonical(chart_part(xml, 60 * 36_000, chart).fill(chart)) == _canonical(by_tree(xml, chart))


@pytest.mark.parametrize("where", ["title", "categories", "name", "labels"])
def test_every_text_is_looked_at(shipped: bytes, where: str) -> None:
    texts = {"title": "a", "categories": "a", "name": "a", "labels": "a", where: "a\x0bb"}
    series = Series(texts["name"], (1.0,), (texts["labels"],))
    chart = Chart(texts["title"], (texts["categories"],), (series,))
    with pytest.raises(UnprintableError):
        chart_part(shipped, 60 * 36_000, chart).fill(chart)
