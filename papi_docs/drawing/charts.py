"""Charts in templates: a native chart of sample data, which people restyle in Word and papers fill.

Greys and a pattern, not colours, tell the bars apart: papers are printed and copied in black and white.
"""

from typing import Final

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Mm, Pt
from lxml import etree

from papi_docs.decree30 import FONT
from papi_docs.drawing.styles import STYLES
from papi_docs.filling import Chart, Series
from papi_docs.filling.chart_part import fill_chart
from papi_docs.filling.embedded import workbook

__all__ = ["add_chart"]

_WIDTH_MM: Final = 163
_ROW_MM: Final = 11
_ABOVE_MM: Final = 16
"""Room for a title of two lines."""
_ABOVE_DENSE_MM: Final = 12
"""Room for a title of one line."""
_BELOW_MM: Final = 16
"""Room for the axis and the legend."""
_SAMPLE: Final = Chart(
    "Biểu đồ mẫu (số liệu được điền khi lập văn bản)",
    ("Nội dung thứ nhất", "Nội dung thứ hai", "Nội dung thứ ba"),
    (Series("Dãy 1", (90, 80, 70)), Series("Dãy 2", (60, 50, 40)), Series("Dãy 3", (30, 20, 10))),
)
_BOOK: Final = "rId1"
_FILLS: Final = (
    '<a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill>',
    (
        '<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="000000"/></a:fgClr>'
        '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
    ),
    '<a:solidFill><a:srgbClr val="E6E6E6"/></a:solidFill>',
)
_NAMES: Final = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_INK: Final = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
_LINE: Final = f'<a:ln w="{Pt(0.5)}">{_INK}</a:ln>'
_NO_FILL: Final = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


def add_chart(document: Document, rest: str) -> None:
    """A chart with the data of a field: ``survey.chart``, or ``survey.chart 8`` densely, with rows 8 mm high."""
    field, _, row = rest.partition(" ")
    above = _ABOVE_DENSE_MM if row else _ABOVE_MM
    height = Mm(above + _BELOW_MM + float(row or _ROW_MM) * len(_SAMPLE.categories))
    relation = document.part.relate_to(_chart_part(document, height, Mm(above)), RELATIONSHIP_TYPE.CHART)
    paragraph = document.add_paragraph(style=STYLES["chart"].name)
    identifier = len(document.part.element.xpath("//wp:docPr/@id")) + 1
    run = paragraph.add_run()
    run._r.append(_drawing(identifier, field, relation, height))  # noqa: SLF001 - no charts in python-docx


def _drawing(identifier: int, field: str, relation: str, height: int) -> etree._Element:
    return parse_xml(
        f'<w:drawing {_NAMES} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{Mm(_WIDTH_MM)}" cy="{height}"/>'
        f'<wp:docPr id="{identifier}" name="Biểu đồ {identifier}" descr="{{{{ {field} }}}}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def _chart_part(document: Document, height: int, above: int) -> Part:
    package = document.part.package
    number = sum(part.content_type == CONTENT_TYPE.DML_CHART for part in package.iter_parts()) + 1
    rows = zip(_SAMPLE.categories, *(series.values for series in _SAMPLE.series), strict=True)
    data = workbook([[None, *(series.name for series in _SAMPLE.series)], *rows])
    skeleton = etree.fromstring(_chart_xml(height, above))
    chart = Part(
        PackURI(f"/word/charts/chart{number}.xml"),
        CONTENT_TYPE.DML_CHART,
        fill_chart(skeleton, height, _SAMPLE),
        package,
    )
    book = PackURI(f"/word/embeddings/Microsoft_Excel_Worksheet{number}.xlsx")
    made = chart.relate_to(Part(book, CONTENT_TYPE.SML_SHEET, data, package), RELATIONSHIP_TYPE.PACKAGE)
    assert made == _BOOK  # noqa: S101 - the first relationship of a part
    return chart


def _text_properties(points: float, *, bold: bool = False, tag: str = "c:txPr") -> str:
    return f"<{tag}><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{_font('a:defRPr', points, bold)}</a:pPr>" + (
        f'<a:endParaRPr lang="vi-VN"/></a:p></{tag}>'
        if tag == "c:txPr"
        else f"<a:r>{_font('a:rPr', points, bold)}<a:t>…</a:t></a:r></a:p></{tag}>"
    )


def _font(tag: str, points: float, bold: bool) -> str:
    faces = "".join(f'<a:{script} typeface="{FONT}"/>' for script in ("latin", "ea", "cs"))
    language = ' lang="vi-VN"' if tag == "a:rPr" else ""
    return f'<{tag}{language} sz="{points * 100:.0f}" b="{bold:d}">{_INK}{faces}</{tag}>'


def _series_xml(at: int, fill: str) -> str:
    shown = "".join(
        f'<c:show{what} val="{what == "Val":d}"/>'
        for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    )
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:spPr>{fill}{_LINE}</c:spPr>'
        '<c:invertIfNegative val="0"/><c:dLbls><c:numFmt formatCode="0.0&quot;%&quot;" sourceLinked="0"/>'
        '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{_text_properties(10)}<c:dLblPos val="outEnd"/>{shown}</c:dLbls></c:ser>'
    )


def _layout_xml(height: int, above: int) -> str:
    """The bars stand in the right half: the left one is for long wordings, which break into lines there."""
    y, h = above / height, 1 - (above + Mm(_BELOW_MM)) / height
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="0.42"/><c:y val="{y:.4f}"/><c:w val="0.5"/><c:h val="{h:.4f}"/></c:manualLayout></c:layout>'
    )


def _axes_xml() -> str:
    grid = f'<a:ln w="{Pt(0.5)}"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill></a:ln>'
    line = f"<c:spPr>{_LINE}</c:spPr>"
    return (
        '<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>{line}{_text_properties(10)}'
        '<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="50"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        '<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:max val="100"/><c:min val="0"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="b"/><c:majorGridlines><c:spPr>{grid}</c:spPr></c:majorGridlines>'
        '<c:numFmt formatCode="0&quot;%&quot;" sourceLinked="0"/><c:majorTickMark val="out"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{line}{_text_properties(10)}'
        '<c:crossAx val="1001"/><c:crosses val="max"/><c:crossBetween val="between"/><c:majorUnit val="20"/></c:valAx>'
    )


def _chart_xml(height: int, above: int) -> str:
    series = "".join(_series_xml(at, fill) for at, fill in enumerate(_FILLS))
    return (
        f'<c:chartSpace {_NAMES}><c:date1904 val="0"/><c:lang val="vi-VN"/><c:roundedCorners val="0"/><c:chart>'
        f'<c:title><c:tx>{_text_properties(12, bold=True, tag="c:rich")}</c:tx><c:overlay val="0"/></c:title>'
        f'<c:autoTitleDeleted val="0"/><c:plotArea>{_layout_xml(height, above)}'
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="45"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>{_axes_xml()}{_NO_FILL}'
        '</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/>'
        f'{_text_properties(11)}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{_font('a:defRPr', 10, bold=False)}</a:pPr>"
        f'<a:endParaRPr lang="vi-VN"/></a:p></c:txPr><c:externalData r:id="{_BOOK}"><c:autoUpdate val="0"/>'
        "</c:externalData></c:chartSpace>"
    )
