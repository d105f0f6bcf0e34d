"""What we resolve beside what LibreOffice draws: face, size, weight and slant, letter by letter.

Where the two part ways Word's rule wins, and the case is named here.
"""

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from papi_docs.checker.reading import read
from papi_docs.checker.written import Run, Written

pytestmark = pytest.mark.office

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT.parent / "shared" / "samples"
DRAWN_AS = {"Times New Roman": "LiberationSerif", "Arial": "LiberationSans", "Courier New": "LiberationMono"}
"""Faces of the same widths that stand in where the named one is not installed."""
RAISED = 0.58
"""Share of its size at which LibreOffice draws a raised letter; Word takes the face's own, 0.65."""

Save = Callable[..., Path]
Render = Callable[[list[Path]], dict[str, Path]]


class Drawn(NamedTuple):
    """A letter on a page."""

    letter: str
    face: str
    size: float

    @property
    def look(self) -> tuple[str, bool, bool]:
        family, _, cut = self.face.rpartition("+")[2].partition("-")
        return family, "Bold" in cut, "Italic" in cut


def letters_of(pdf: Path) -> list[Drawn]:
    """Visible letters of a PDF in the order they are drawn, marks joined to their letter."""
    pypdfium2 = pytest.importorskip("pypdfium2")
    found: list[Drawn] = []
    for page in pypdfium2.PdfDocument(pdf):
        for drawn in _of_page(pypdfium2.raw, page.get_textpage()):
            if unicodedata.combining(drawn.letter) and found:
                found[-1] = found[-1]._replace(letter=unicodedata.normalize("NFC", found[-1].letter + drawn.letter))
            else:
                found.append(drawn)
    return found


def _of_page(raw: Any, page: Any) -> Iterator[Drawn]:  # noqa: ANN401  # pypdfium2 has no types
    for at in range(page.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(page, at))
        if letter.isspace() or letter in "\x00\x02\u00ad\ufffe":
            continue
        name, flags, matrix = ctypes.create_string_buffer(200), ctypes.c_int(), raw.FS_MATRIX()
        raw.FPDFText_GetFontInfo(page, at, name, 200, ctypes.byref(flags))
        raw.FPDFText_GetMatrix(page, at, ctypes.byref(matrix))
        yield Drawn(letter, name.value.decode(), raw.FPDFText_GetFontSize(page, at) * abs(matrix.d))


def differences(written: Written, pdf: Path) -> tuple[int, Counter[tuple[str, ...]]]:
    """How many letters were compared, and how many differ in what, by paragraph."""
    drawn = letters_of(pdf)
    text = "".join(one.letter for one in drawn)
    compared, found, start = 0, Counter[tuple[str, ...]](), 0
    for paragraph in written.paragraphs:
        wanted = [(letter, run) for run in paragraph.runs for letter in run.text if not letter.isspace()]
        stretch = "".join(letter for letter, _ in wanted)
        places = _places(text, stretch) if stretch else []
        if not places:
            continue
        start = min(places, key=lambda at: (at < start, at))  # the next one, else the first
        best = min((_all_differ(wanted, drawn[at:]) for at in places), key=Counter.total)
        compared += len(stretch)
        found.update({(paragraph.text[:40], *what): count for what, count in best.items()})
    return compared, found


def _all_differ(ours: list[tuple[str, Run]], theirs: list[Drawn]) -> Counter[tuple[str, ...]]:
    return Counter(what for (_, run), drawn in zip(ours, theirs, strict=False) for what in _differs(run, drawn))


def _places(text: str, stretch: str) -> list[int]:
    places, at = [], text.find(stretch)
    while at >= 0:
        places.append(at)
        at = text.find(stretch, at + 1)
    return places


def _differs(run: Run, theirs: Drawn) -> Iterator[tuple[str, ...]]:
    family, bold, italic = theirs.look
    size = run.size * (RAISED if run.raised else 1)
    if abs(size - theirs.size) > 0.26 and not run.small_caps:
        yield "size", f"{run.size}", f"{theirs.size:.1f}"
    if bold is not run.bold:
        yield "bold", f"{run.bold}"
    if italic is not run.italic:
        yield "italic", f"{run.italic}"
    if family in DRAWN_AS.values() and family not in {DRAWN_AS.get(face, family) for face in run.fonts}:
        yield "face", *run.fonts, family


STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"
 w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="26"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Tieu"><w:name w:val="Tieu"/><w:basedOn w:val="Normal"/>
 <w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="Tieu"/>
 <w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Nghieng"><w:name w:val="Nghieng"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Dam"><w:name w:val="Dam"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Bang"><w:name w:val="Bang"/><w:rPr><w:i/></w:rPr>
 <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>
"""


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, style: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style or "Normal"}"/></w:pPr>{"".join(runs)}</w:p>'


ARIAL = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
MACHINE = '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>'
NOT_ITALIC = '<w:rStyle w:val="Nghieng"/><w:i w:val="0"/>'
TABLE = (
    '<w:tbl><w:tblPr><w:tblStyle w:val="Bang"/><w:tblW w:w="0" w:type="auto"/><w:tblLook w:val="0020" w:firstRow="1"/>'
    '</w:tblPr><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>{}</w:tbl><w:p/>'
)
ROW = "<w:tr><w:tc><w:p>{}</w:p></w:tc></w:tr>"
CASES = {
    "styles": p(run("Một thường")) + p(run("Hai kiểu"), style="Tieu") + p(run("Ba con của kiểu"), style="Con"),
    "direct": p(run("đậm", "<w:b/>"), run("nghiêng", "<w:i/>"), run("to", '<w:sz w:val="40"/>')),
    "odd-size": p(run("cỡ lẻ", '<w:sz w:val="27"/>')),
    "switched-off": p(run("không đậm", '<w:b w:val="0"/>'), style="Tieu"),
    "character-style": p(run("nghiêng theo kiểu", '<w:rStyle w:val="Nghieng"/>'), run("rồi đứng", NOT_ITALIC)),
    "faces": p(run("Chữ Arial viết tiếng Việt ữ ế ộ", ARIAL), run("máy chữ", MACHINE)),
    "inserted": f"<w:p><w:ins w:id='1' w:author='a'>{run('chèn vào', '<w:b/>')}</w:ins></w:p>",
    "controlled": f"<w:p><w:sdt><w:sdtContent>{run('điều khiển', '<w:i/>')}</w:sdtContent></w:sdt></w:p>",
    "raised": p(run("dưới"), run("trên", '<w:vertAlign w:val="superscript"/>')),
    "capitals": p(run("chữ hoa", "<w:caps/>")),
    "table-style": TABLE.format(ROW.format(run("hàng đầu")) + ROW.format(run("hàng sau"))),
}


def test_small_documents_are_drawn_as_resolved(save: Save, render: Render) -> None:
    paths = {name: save(body, styles=STYLES, name=f"{name}.docx") for name, body in CASES.items()}
    pdfs = render(list(paths.values()))
    for name, path in paths.items():
        compared, found = differences(read(path), pdfs[name])
        assert compared > 0, name
        assert not found, name


def test_word_s_toggle_is_kept_where_libreoffice_adds_up(save: Save, render: Render) -> None:
    """Bold by paragraph style and by character style cancels out in Word (ECMA-376 17.7.3), not in LibreOffice."""
    path = save(p(run("hai kiểu đậm", '<w:rStyle w:val="Dam"/>'), style="Tieu"), styles=STYLES)
    _, found = differences(read(path), render([path])[path.stem])
    assert set(found) == {("hai kiểu đậm", "bold", "False")}


@pytest.mark.parametrize("folder", ["decree", "real"])
def test_samples_are_drawn_as_resolved(render: Render, folder: str) -> None:
    files = sorted((SAMPLES / folder).glob("*.docx"))
    if not files:
        pytest.skip("the sample documents are not beside the repository")
    pdfs = render(files)
    compared, wrong = 0, Counter[tuple[str, ...]]()
    for file in files:
        letters, found = differences(read(file), pdfs[file.stem])
        compared += letters
        wrong.update({(file.name, *what): count for what, count in found.items()})
    assert compared > 10_000
    assert not wrong
