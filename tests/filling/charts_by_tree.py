"""A chart filled on its parsed tree, element by element: slow, plain, and what the joining of texts must equal."""

import copy
from collections.abc import Sequence
from typing import Final

from lxml import etree

from papi_docs.filling.charts import Chart, Series
from papi_docs.filling.embedded import SHEET, column_letter
from papi_docs.filling.values import printable

__all__ = ["fill_chart", "has_series", "height_of"]

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


def has_series(tree: etree._Element) -> bool:
    """Whether a chart has a series, whose style others can take."""
    return tree.find(f".//{C}plotArea//{C}ser") is not None


def height_of(tree: etree._Element, sample: int, chart: Chart) -> int:
    """How high (EMU) a drawing has to be for the data, where that of the template is ``sample`` high."""
    above, below = _margins(tree, sample)
    rows = len(tree.findall(f".//{C}plotArea//{C}ser[1]/{C}cat//{C}pt")) or len(chart.categories)
    row = max((sample - above - below) // rows, _LEAST_ROW)
    if not chart.stacked:
        row = max(row, _LEAST_BAR * len(chart.series))
    return min(above + below + row * len(chart.categories) - _legend_saved(tree, chart), _HIGHEST)


def _legend_saved(tree: etree._Element, chart: Chart) -> int:
    """A legend of one entry says nothing that the title does not."""
    return _LEGEND if len(chart.series) == 1 and tree.find(f".//{C}legend") is not None else 0


def _margins(tree: etree._Element, height: int) -> tuple[int, int]:
    """Heights above and below the plot."""
    shares = [tree.find(f".//{C}plotArea/{C}layout/{C}manualLayout/{C}{name}") for name in "yh"]
    if any(share is None for share in shares):
        return _MARGINS // 2, _MARGINS // 2
    y, h = (float(share.get("val", "0")) for share in shares if share is not None)
    return round(y * height), round((1 - y - h) * height)


def fill_chart(tree: etree._Element, sample: int, chart: Chart) -> bytes:
    """The part with the data of ``chart``; ``tree`` is that of the template and is changed.

    Raises:
        UnprintableError: a text has a character that no XML can hold.
    """
    _lay_out(tree, sample, chart)
    _set_title(tree, chart.title)
    _set_series(tree, chart)
    _set_bars(tree, stacked=chart.stacked)
    _set_value_axis(tree, percent=chart.percent)
    return etree.tostring(tree, encoding="UTF-8", standalone=True)


def _lay_out(tree: etree._Element, sample: int, chart: Chart) -> None:
    """Title, axis and legend keep their height when the drawing grows."""
    layout = tree.find(f".//{C}plotArea/{C}layout/{C}manualLayout")
    above, below = _margins(tree, sample)
    height = height_of(tree, sample, chart)
    below -= _legend_saved(tree, chart)
    for name, value in (("y", above / height), ("h", 1 - (above + below) / height)):
        share = None if layout is None else layout.find(f"{C}{name}")
        if share is not None:
            share.set("val", f"{value:.4f}")
    legend = tree.find(f".//{C}legend")
    if legend is not None and len(chart.series) == 1:
        _remove(legend)


def _set_title(tree: etree._Element, text: str) -> None:
    runs = tree.findall(f"{C}chart/{C}title//{A}t")
    for at, run in enumerate(runs):
        run.text = "" if at else printable(text)


def _set_series(tree: etree._Element, chart: Chart) -> None:
    styles = tree.findall(f".//{C}plotArea//{C}ser")
    home = styles[0].getparent()
    assert home is not None
    place = home.index(styles[0])
    for style in styles:
        _remove(style)
    for at, series in enumerate(chart.series):
        home.insert(place + at, _series(styles[at % len(styles)], at, series, chart))


def _series(style: etree._Element, at: int, series: Series, chart: Chart) -> etree._Element:
    made = copy.deepcopy(style)
    for name in ("tx", "dPt", "cat", "val", "extLst"):
        for old in made.findall(f"{C}{name}"):
            _remove(old)
    for name in ("idx", "order"):
        _child(made, name).set("val", str(at))
    _child(made, "order").addnext(_text_data("tx", f"${column_letter(at + 2)}$1", [series.name]))
    data = (
        _text_data("cat", _column(1, len(chart.categories)), chart.categories),
        _number_data(_column(at + 2, len(chart.categories)), series.values),
    )
    following = next(
        (made.find(f"{C}{name}") for name in ("shape", "smooth") if made.find(f"{C}{name}") is not None), None
    )
    for element in data:
        made.append(element) if following is None else following.addprevious(element)
    _set_labels(made, chart.labels_of(series), chart)
    return made


def _column(number: int, length: int) -> str:
    letter = column_letter(number)
    return f"${letter}$2:${letter}${length + 1}"


def _text_data(name: str, cells: str, texts: Sequence[str]) -> etree._Element:
    made = etree.Element(f"{C}{name}")
    reference = etree.SubElement(made, f"{C}strRef")
    etree.SubElement(reference, f"{C}f").text = f"'{SHEET}'!{cells}"
    _cache(reference, "strCache", [printable(text) for text in texts])
    return made


def _number_data(cells: str, values: Sequence[float | None]) -> etree._Element:
    made = etree.Element(f"{C}val")
    reference = etree.SubElement(made, f"{C}numRef")
    etree.SubElement(reference, f"{C}f").text = f"'{SHEET}'!{cells}"
    _cache(reference, "numCache", [None if value is None else repr(value) for value in values])
    return made


def _cache(reference: etree._Element, name: str, texts: Sequence[str | None]) -> None:
    cache = etree.SubElement(reference, f"{C}{name}")
    if name == "numCache":
        etree.SubElement(cache, f"{C}formatCode").text = "General"
    etree.SubElement(cache, f"{C}ptCount").set("val", str(len(texts)))
    for at, text in enumerate(texts):
        if text is not None:
            point = etree.SubElement(cache, f"{C}pt")
            point.set("idx", str(at))
            etree.SubElement(point, f"{C}v").text = text


def _set_labels(series: etree._Element, texts: Sequence[str | None], chart: Chart) -> None:
    """A label for each bar, in the style of the series' labels; none where those were deleted."""
    labels = series.find(f"{C}dLbls")
    if labels is None or labels.find(f"{C}delete") is not None:
        return
    for old in labels.findall(f"{C}dLbl"):
        _remove(old)
    position = labels.find(f"{C}dLblPos")
    if position is not None and chart.stacked:
        position.set("val", "ctr")  # beyond the end of a stacked bar stands the next one; Word refuses the file
    made = [_label(labels, at, text) for at, text in enumerate(texts) if text is not None]
    for at, label in enumerate(made):
        labels.insert(at, label)


def _label(style: etree._Element, at: int, text: str) -> etree._Element:
    label = etree.Element(f"{C}dLbl")
    etree.SubElement(label, f"{C}idx").set("val", str(at))
    rich = etree.SubElement(etree.SubElement(label, f"{C}tx"), f"{C}rich")
    properties = style.find(f"{C}txPr")
    for name in ("bodyPr", "lstStyle"):
        own = None if properties is None else properties.find(f"{A}{name}")
        rich.append(etree.Element(f"{A}{name}") if own is None else copy.deepcopy(own))
    rich.append(_paragraph(properties, printable(text)))
    for name in ("numFmt", "spPr", "txPr", "dLblPos", *_SHOWN):
        found = style.find(f"{C}{name}")
        if found is not None and name != "txPr":
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


def _set_value_axis(tree: etree._Element, *, percent: bool) -> None:
    """From 0 to 100 per cent; other figures take the room they need."""
    axis = tree.find(f".//{C}valAx")
    if axis is None or percent:
        return
    for name in (f"{C}scaling/{C}max", f"{C}majorUnit"):
        found = axis.find(name)
        if found is not None:
            _remove(found)
    form = axis.find(f"{C}numFmt")
    if form is not None:
        form.set("formatCode", "General")


def _child(parent: etree._Element, name: str) -> etree._Element:
    found = parent.find(f"{C}{name}")
    return found if found is not None else etree.SubElement(parent, f"{C}{name}")


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
