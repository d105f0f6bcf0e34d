"""Where drawn lines begin, by our reckoning and as LibreOffice draws them.

Where the two part ways Word's rule wins, and the case is named here.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from papi_docs.checker.reading import read
from papi_docs.checker.written import LineKind, Written

pytestmark = pytest.mark.office

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT.parent / "shared" / "samples" / "real"
MM = 36_000
MM_PER_POINT = 25.4 / 72
STRETCHED = "26_kh_thpt_sinh_tu_pythondocx"
"""LibreOffice widens the columns of its fixed table to ``w:tblW``; Word keeps to those of the cells."""

Save = Callable[..., Path]
Render = Callable[[list[Path]], dict[str, Path]]


class Rule(NamedTuple):
    """A level line on a page, in millimetres from its left edge."""

    left: float
    width: float


def drawn(pdf: Path) -> list[Rule]:
    """The level lines of a PDF."""
    pypdfium2 = pytest.importorskip("pypdfium2")
    boxes = [
        one.get_bounds()
        for page in pypdfium2.PdfDocument(pdf)
        for one in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])
    ]
    level = [(left, right) for left, bottom, right, top in boxes if (top - bottom) * MM_PER_POINT < 1.6]
    return [Rule(left * MM_PER_POINT, (right - left) * MM_PER_POINT) for left, right in level]


def ours(written: Written) -> Iterator[Rule]:
    for paragraph in written.paragraphs:
        section = written.sections[paragraph.section]
        edge = section.left + section.gutter
        for line in paragraph.lines:
            if line.kind is LineKind.DRAWN:
                assert line.width is not None
                assert line.left is not None
                column = paragraph.cell.left if paragraph.cell is not None else 0.0
                assert column is not None
                yield Rule(edge + column + line.left, line.width)


def far_off(written: Written, pdf: Path) -> tuple[int, list[float]]:
    """How many lines were compared, and by how many millimetres those are off that are by more than one."""
    theirs = drawn(pdf)
    found = []
    for rule in ours(written):
        alike = [other for other in theirs if abs(other.width - rule.width) < 1.2]
        assert alike, rule
        nearest = min(alike, key=lambda other: abs(other.left - rule.left))
        theirs.remove(nearest)
        found.append(nearest.left - rule.left)
    return len(found), [round(off, 1) for off in found if abs(off) > 1]


def anchored(origin: str, offset: float) -> str:
    extent = f'cx="{40 * MM}" cy="0"'
    return (
        '<w:p><w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1"'
        ' behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{origin}"><wp:posOffset>{offset * MM:.0f}</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>36000</wp:posOffset></wp:positionV>'
        f'<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="1" name="a"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="line">'
        '<a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
        "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
    )


def beside(inner: str, properties: str = "") -> str:
    grid = '<w:tblGrid><w:gridCol w:w="3402"/><w:gridCol w:w="4536"/></w:tblGrid>'
    layout = '<w:tblW w:w="7938" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    row = f"<w:tr><w:tc><w:p/></w:tc><w:tc>{inner}</w:tc></w:tr>"
    return f"<w:tbl><w:tblPr>{properties}{layout}</w:tblPr>{grid}{row}</w:tbl><w:p/>"


CENTRED = '<w:tblpPr w:vertAnchor="text" w:horzAnchor="margin" w:tblpXSpec="center" w:tblpY="9"/>'
MOVED = '<w:tblpPr w:vertAnchor="text" w:horzAnchor="margin" w:tblpX="567" w:tblpY="9"/>'
CASES = {
    "body": anchored("column", 20),
    "body-page": anchored("page", 60),
    "cell": beside(anchored("column", 20)),
    "cell-margin": beside(anchored("margin", 20)),
    "cell-page": beside(anchored("page", 20)),
    "floating-centred": beside(anchored("margin", 20), CENTRED),
    "floating-moved": beside(anchored("column", 20), MOVED),
}


SHIFTED = ("floating-moved", 15)
"""LibreOffice 7.4 sets the text of such a table on the offset; since Word 2013 its edge stands there."""


@pytest.mark.parametrize("mode", [14, 15])
def test_small_documents_are_drawn_as_reckoned(save: Save, render: Render, mode: int) -> None:
    settings = f'<w:compat><w:compatSetting w:name="compatibilityMode" w:val="{mode}"/></w:compat>'
    settings = settings.replace("<w:compatSetting", '<w:compatSetting w:uri="http://schemas.microsoft.com/office/word"')
    paths = {name: save(body, settings=settings, name=f"{name}-{mode}.docx") for name, body in CASES.items()}
    pdfs = render(list(paths.values()))
    for name, path in paths.items():
        count, off = far_off(read(path), pdfs[path.stem])
        assert count == 1, name
        assert not off or (name, mode) == SHIFTED, name


def test_samples_are_drawn_as_reckoned(render: Render) -> None:
    files = [file for file in sorted(SAMPLES.glob("*.docx")) if file.stem != STRETCHED]
    if not files:
        pytest.skip("the sample documents are not beside the repository")
    pdfs = render(files)
    compared = 0
    for file in files:
        count, off = far_off(read(file), pdfs[file.stem])
        compared += count
        assert not off, file.name
    assert compared >= 20
