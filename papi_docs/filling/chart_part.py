"""The part of a native chart (``word/charts/chart1.xml``): its data replaced, its style kept.

The series of the template's chart lend their fills, in turn, to those of the data. The labels at the bars
are texts: a number format would print the decimal mark of whoever opens the paper.

A template's chart is taken apart once, into texts with gaps (``%(title)s``); to fill it is to join them.
"""

import copy
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self

from lxml import etree

from papi_docs.filling.charts import Chart, Series
from papi_docs.filling.embedded import SHEET, as_xml, column_letter
from papi_docs.filling.reading import new_parser

__all__ = ["ChartPart", "chart_part", "fill_chart", "has_series"]

C: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

_MM: Final = 36_000
_MARGINS: Final = 28 * _MM
"""Title, axis and legend, where the template's chart does not say how high they are."""
_LEGEND: Final = 8 * _MM
_LEAST_ROW: Final = 4 * _MM
_LEAST_BAR: Final = round(4.2 * _MM)
_HIGHEST: Final = 225 * _MM
"""A chart stands on one page."""
_SHOWN: Final = tuple(f"show{what}" for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"))
_HEAD: Final = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_PRIVATE: Final = range(0xE000, 0xF900)
"""Letters that XML may hold and nobody writes: one that a template's chart does not have marks the gaps in it."""


def has_series(tree: etree._Element) -> bool:
    """Whether a chart has a series, whose style others can take."""
    return tree.find(f".//{C}plotArea//{C}ser") is not None


@dataclass(frozen=True, slots=True)
class Room:
    """What the drawing of a template has room for; lengths in EMU."""

    sample: int
    """Its height."""
    above: int
    """Heights above and below the plot."""
    below: int
    rows: int
    """Categories of the sample data; 0 where they are not known."""
    legend: bool

    @classmethod
    def of(cls, tree: etree._Element, sample: int) -> Self:
        """That of a chart in a drawing which is ``sample`` high."""
        rows = len(tree.findall(f".//{C}plotArea//{C}ser[1]/{C}cat//{C}pt"))
        return cls(sample, *_margins(tree, sample), rows, tree.find(f".//{C}legend") is not None)

    def height(self, chart: Chart) -> int:
        """How high the drawing has to be for the data."""
        rows = self.rows or len(chart.categories)
        row = max((self.sample - self.above - self.below) // rows, _LEAST_ROW)
        if not chart.stacked:
            row = max(row, _LEAST_BAR * len(chart.series))
        return min(self.above + self.below + row * len(chart.categories) - self._legend_saved(chart), _HIGHEST)

    def shares(self, chart: Chart) -> dict[str, str]:
        """Title, axis and legend keep their height when the drawing grows: where the plot begins, its height."""
        height, below = self.height(chart), self.below - self._legend_saved(chart)
        return {"y": f"{self.above / height:.4f}", "h": f"{1 - (self.above + below) / height:.4f}"}

    def _legend_saved(self, chart: Chart) -> int:
        """A legend of one entry says nothing that the title does not."""
        return _LEGEND if len(chart.series) == 1 and self.legend else 0


def _margins(tree: etree._Element, height: int) -> tuple[int, int]:
    """Heights above and below the plot."""
    shares = _shares(tree).values()
    if any(share is None for share in shares):
        return _MARGINS // 2, _MARGINS // 2
    y, h = (float(share.get("val", "0")) for share in shares if share is not None)
    return round(y * height), round((1 - y - h) * height)


def _shares(tree: etree._Element) -> dict[str, etree._Element | None]:
    return {name: tree.find(f".//{C}plotArea/{C}layout/{C}manualLayout/{C}{name}") for name in "yh"}


@dataclass(frozen=True, slots=True)
class _Style:
    """A series without its data: gaps for its number, name, labels and data."""

    series: str
    label: str
    """Of a bar, with gaps for its number and text; empty where the labels were deleted."""


@dataclass(frozen=True, slots=True)
class ChartPart:
    """The part of a template, ready to be filled any number of times with charts of one form."""

    room: Room
    frame: str
    """Gaps for the shares, the title and all series."""
    styles: tuple[_Style, ...]
    prefix: str
    """Of the names of elements: ``c:``."""

    def fill(self, chart: Chart) -> bytes:
        """The part with the data of ``chart``.

        Raises:
            UnprintableError: a text has a character that no XML can hold.
        """
        title, categories = as_xml(chart.title), self._texts("cat", _column(1, chart), map(as_xml, chart.categories))
        series = "".join(self._series(at, one, chart, categories) for at, one in enumerate(chart.series))
        return (self.frame % {"title": title, "series": series, **self.room.shares(chart)}).encode()

    def _series(self, at: int, series: Series, chart: Chart, categories: str) -> str:
        style = self.styles[at % len(self.styles)]
        name = self._texts("tx", f"${column_letter(at + 2)}$1", [as_xml(series.name)])
        texts = chart.labels_of(series) if style.label else ()
        labels = [style.label % {"at": bar, "text": as_xml(text)} for bar, text in enumerate(texts) if text is not None]
        data = categories + self._numbers(_column(at + 2, chart), series.values)
        return style.series % {"at": at, "name": name, "labels": "".join(labels), "data": data}

    def _texts(self, name: str, cells: str, texts: Iterable[str]) -> str:
        return self._data(name, cells, "str", "", list(texts))

    def _numbers(self, cells: str, values: Sequence[float | None]) -> str:
        form = f"<{self.prefix}formatCode>General</{self.prefix}formatCode>"
        return self._data("val", cells, "num", form, [None if value is None else repr(value) for value in values])

    def _data(self, name: str, cells: str, kind: str, form: str, texts: Sequence[str | None]) -> str:
        """What a chart knows of some cells: where they are, and what stood in them."""
        c = self.prefix
        points = "".join(
            [f'<{c}pt idx="{at}"><{c}v>{text}</{c}v></{c}pt>' for at, text in enumerate(texts) if text is not None]
        )
        cache = f'<{c}{kind}Cache>{form}<{c}ptCount val="{len(texts)}"/>{points}</{c}{kind}Cache>'
        return f"<{c}{name}><{c}{kind}Ref><{c}f>'{SHEET}'!{cells}</{c}f>{cache}</{c}{kind}Ref></{c}{name}>"


def _column(number: int, chart: Chart) -> str:
    letter = column_letter(number)
    return f"${letter}$2:${letter}${len(chart.categories) + 1}"


def fill_chart(tree: etree._Element, sample: int, chart: Chart) -> bytes:
    """The part ``tree`` with the data of ``chart``; its drawing is ``sample`` high.

    Raises:
        UnprintableError: a text has a character that no XML can hold.
    """
    return chart_part(etree.tostring(tree), sample, chart).fill(chart)


def chart_part(xml: bytes, sample: int, chart: Chart) -> ChartPart:
    """The part of a template for charts like this one; its drawing is ``sample`` high."""
    return _taken_apart(xml, sample, stacked=chart.stacked, percent=chart.percent, single=len(chart.series) == 1)


@lru_cache(128)
def _taken_apart(xml: bytes, sample: int, *, stacked: bool, percent: bool, single: bool) -> ChartPart:
    tree = etree.fromstring(xml, new_parser())
    room, mark = Room.of(tree, sample), _unlike(tree)
    for name, share in _shares(tree).items():
        if share is not None:
            share.set("val", _gap(mark, name))
    if single:
        _remove_first(tree, f".//{C}legend")
    _set_title(tree, _gap(mark, "title"))
    _set_bars(tree, stacked=stacked)
    if not percent:
        _free_value_axis(tree)
    home = _take_series_apart(tree, mark, stacked=stacked)
    before, *styles, after = _written(tree, mark).split("%(cut)s")
    prefix = f"{home.prefix}:" if home.prefix else ""
    return ChartPart(room, f"{before}%(series)s{after}", tuple(map(_style, styles)), prefix)


def _style(text: str) -> _Style:
    before, *label = text.split("%(label)s")
    return _Style(f"{before}%(labels)s{label[1]}", label[0]) if label else _Style(before, "")


def _unlike(tree: etree._Element) -> str:
    text = etree.tostring(tree, encoding="unicode")
    return next(letter for letter in map(chr, _PRIVATE) if letter not in text)


def _gap(mark: str, name: str) -> str:
    return f"{mark}{name}{mark}"


def _gap_between(mark: str, name: str) -> etree._Element:
    """A gap among elements."""
    return etree.Comment(_gap(mark, name))


def _written(tree: etree._Element, mark: str) -> str:
    """The XML with its gaps as ``%(name)s``."""
    text = etree.tostring(tree, encoding="unicode").replace("%", "%%")
    return _HEAD + re.sub(rf"(?:<!--)?{mark}(\w+){mark}(?:-->)?", r"%(\1)s", text)


def _set_title(tree: etree._Element, text: str) -> None:
    runs = tree.findall(f"{C}chart/{C}title//{A}t")
    for at, run in enumerate(runs):
        run.text = "" if at else text


def _take_series_apart(tree: etree._Element, mark: str, *, stacked: bool) -> etree._Element:
    """A cut before, between and after the series; their home is given back."""
    styles = tree.findall(f".//{C}plotArea//{C}ser")
    home = styles[0].getparent()
    assert home is not None  # noqa: S101 - a series stands in a plot
    place = home.index(styles[0])
    for style in styles:
        _remove(style)
    made = [_gap_between(mark, "cut")]
    for style in styles:
        made += [_without_data(style, mark, stacked=stacked), _gap_between(mark, "cut")]
    for at, element in enumerate(made, start=place):
        home.insert(at, element)
    return home


def _without_data(style: etree._Element, mark: str, *, stacked: bool) -> etree._Element:
    made = copy.deepcopy(style)
    for name in ("tx", "dPt", "cat", "val", "extLst"):
        for old in made.findall(f"{C}{name}"):
            _remove(old)
    for name in ("idx", "order"):
        _child(made, name).set("val", _gap(mark, "at"))
    _child(made, "order").addnext(_gap_between(mark, "name"))
    following = next((found for name in ("shape", "smooth") if (found := made.find(f"{C}{name}")) is not None), None)
    data = _gap_between(mark, "data")
    made.append(data) if following is None else following.addprevious(data)
    _take_labels_apart(made, mark, stacked=stacked)
    return made


def _take_labels_apart(series: etree._Element, mark: str, *, stacked: bool) -> None:
    """A label between two cuts, in the style of the series' labels; none where those were deleted."""
    labels = series.find(f"{C}dLbls")
    if labels is None or labels.find(f"{C}delete") is not None:
        return
    for old in labels.findall(f"{C}dLbl"):
        _remove(old)
    position = labels.find(f"{C}dLblPos")
    if position is not None and stacked:
        position.set("val", "ctr")  # beyond the end of a stacked bar stands the next one; Word refuses the file
    label = _label(labels, mark)
    for at, element in enumerate((_gap_between(mark, "label"), label, _gap_between(mark, "label"))):
        labels.insert(at, element)


def _label(style: etree._Element, mark: str) -> etree._Element:
    label = etree.Element(f"{C}dLbl")
    etree.SubElement(label, f"{C}idx").set("val", _gap(mark, "at"))
    rich = etree.SubElement(etree.SubElement(label, f"{C}tx"), f"{C}rich")
    properties = style.find(f"{C}txPr")
    for name in ("bodyPr", "lstStyle"):
        own = None if properties is None else properties.find(f"{A}{name}")
        rich.append(etree.Element(f"{A}{name}") if own is None else copy.deepcopy(own))
    rich.append(_paragraph(properties, _gap(mark, "text")))
    for name in ("numFmt", "spPr", "dLblPos", *_SHOWN):
        found = style.find(f"{C}{name}")
        if found is not None:
            label.append(copy.deepcopy(found))
    return label


def _paragraph(properties: etree._Element | None, text: str) -> etree._Element:
    """The text in the font that the series' labels have by default."""
    paragraph = etree.Element(f"{A}p")
    default = None if properties is None else properties.find(f"{A}p/{A}pPr/{A}defRPr")
    run = etree.SubElement(paragraph, f"{A}r")
    own = etree.SubElement(run, f"{A}rPr", {"lang": "vi-VN"})
    if default is not None:
        for name, value in default.attrib.items():
            own.set(name, value)
        own.extend(copy.deepcopy(child) for child in default)
    etree.SubElement(run, f"{A}t").text = text
    return paragraph


def _set_bars(tree: etree._Element, *, stacked: bool) -> None:
    for bars in tree.iter(f"{C}barChart"):
        grouping, overlap, gap = (bars.find(f"{C}{name}") for name in ("grouping", "overlap", "gapWidth"))
        if grouping is not None:
            grouping.set("val", "stacked" if stacked else "clustered")
        if overlap is None and gap is not None and stacked:
            overlap = etree.Element(f"{C}overlap")
            gap.addnext(overlap)
        if overlap is not None and stacked:
            overlap.set("val", "100")


def _free_value_axis(tree: etree._Element) -> None:
    """From 0 to 100 per cent; other figures take the room they need."""
    axis = tree.find(f".//{C}valAx")
    if axis is None:
        return
    _remove_first(axis, f"{C}scaling/{C}max")
    _remove_first(axis, f"{C}majorUnit")
    form = axis.find(f"{C}numFmt")
    if form is not None:
        form.set("formatCode", "General")


def _child(parent: etree._Element, name: str) -> etree._Element:
    found = parent.find(f"{C}{name}")
    return found if found is not None else etree.SubElement(parent, f"{C}{name}")


def _remove_first(tree: etree._Element, path: str) -> None:
    found = tree.find(path)
    if found is not None:
        _remove(found)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
