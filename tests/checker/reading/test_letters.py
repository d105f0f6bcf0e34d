"""What the letters of a paragraph are, and what each is drawn in."""

from collections.abc import Callable

import pytest

from papi_docs.checker.reading.faces import faces
from papi_docs.checker.written import Written

Reads = Callable[..., Written]
DEFAULTS = "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault></w:docDefaults>"
BOLD_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Tieu"><w:name w:val="Tieu"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Dam"><w:name w:val="Dam"/><w:rPr><w:b/></w:rPr></w:style>'
)


def run(properties: str = "", text: str = "chữ") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


@pytest.mark.parametrize(
    ("style", "own", "bold"),
    [
        ("", "<w:b/>", True),
        ("", '<w:b w:val="0"/>', False),
        ('<w:pStyle w:val="Tieu"/>', "", True),
        ('<w:pStyle w:val="Tieu"/>', '<w:b w:val="false"/>', False),
        ('<w:pStyle w:val="Tieu"/>', '<w:rStyle w:val="Dam"/>', False),  # two styles cancel out: a toggle
        ('<w:pStyle w:val="Tieu"/>', '<w:rStyle w:val="Dam"/><w:b/>', True),  # direct formatting is absolute
        ("", '<w:rStyle w:val="Dam"/>', True),
        ('<w:pStyle w:val="Khong"/>', "", False),  # a style that is not there
        ("<w:rPr><w:b/></w:rPr>", "", False),  # the paragraph mark's own
    ],
)
def test_bold_through_the_cascade(written: Reads, style: str, own: str, bold: bool) -> None:
    document = written(paragraph(run(own), properties=style), styles=BOLD_STYLES)
    assert document.paragraphs[0].runs[0].bold is bold


@pytest.mark.parametrize(
    ("style", "own", "drawn"),
    [
        ("", "", (0, 1)),
        ("", '<w:spacing w:val="-6"/>', (-0.3, 1)),
        ("", '<w:w w:val="90"/>', (0, 0.9)),
        ("", '<w:w w:val="90%"/><w:spacing w:val="2pt"/>', (2, 0.9)),
        ('<w:pStyle w:val="Gon"/>', "", (-0.4, 0.95)),
        ('<w:pStyle w:val="Gon"/>', '<w:spacing w:val="0"/>', (0, 0.95)),
        ("", '<w:rStyle w:val="Thua"/>', (1, 1)),
        ("", '<w:w w:val="0"/>', (0, 1)),
        ("", '<w:w w:val="nhiều"/><w:spacing/>', (0, 1)),
    ],
)
def test_letters_drawn_closer_or_wider(written: Reads, style: str, own: str, drawn: tuple[float, float]) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Gon"><w:rPr><w:spacing w:val="-8"/><w:w w:val="95"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Thua"><w:rPr><w:spacing w:val="20"/></w:rPr></w:style>'
    )
    document = written(paragraph(run(own), properties=style), styles=styles)
    first = document.paragraphs[0].runs[0]
    assert (first.spread, first.stretch) == drawn


@pytest.mark.parametrize(
    ("defaults", "own", "size"),
    [
        ("", "", 10.0),
        ('<w:sz w:val="22"/>', "", 11.0),
        ('<w:sz w:val="22"/>', '<w:sz w:val="27"/>', 13.5),
        ('<w:sz w:val="26.0"/>', "", 13.0),
        ("", '<w:sz w:val="28.000000001"/>', 14.0),
        ("", '<w:szCs w:val="40"/>', 10.0),
    ],
)
def test_size(written: Reads, defaults: str, own: str, size: float) -> None:
    document = written(paragraph(run(own)), styles=DEFAULTS.format(defaults))
    assert document.paragraphs[0].runs[0].size == size


def test_no_styles_part_at_all(written: Reads) -> None:
    (paragraph_,) = written("<w:p><w:r><w:t>chữ</w:t></w:r></w:p>", styles="").paragraphs
    assert (paragraph_.runs[0].size, paragraph_.runs[0].fonts, paragraph_.after) == (10.0, (), 0)


@pytest.mark.parametrize(
    ("wrapper", "shown"),
    [
        ("<w:ins>{}</w:ins>", True),
        ("<w:moveTo>{}</w:moveTo>", True),
        ("<w:hyperlink>{}</w:hyperlink>", True),
        ("<w:smartTag>{}</w:smartTag>", True),
        ("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", True),
        ('<w:fldSimple w:instr=" DATE ">{}</w:fldSimple>', True),
        ("<w:customXml>{}</w:customXml>", True),
        ("<w:del>{}</w:del>", False),
        ("<w:moveFrom>{}</w:moveFrom>", False),
        ("<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback><w:r/></mc:Fallback></mc:AlternateContent>", True),
    ],
)
def test_runs_inside_wrappers_have_their_formatting(written: Reads, wrapper: str, shown: bool) -> None:
    (first,) = written(f"<w:p>{wrapper.format(run('<w:i/>'))}</w:p>").paragraphs
    assert [(one.text, one.italic, one.size) for one in first.runs] == [("chữ", True, 14.0)] * shown


FONTS = '<w:rFonts w:ascii="A" w:hAnsi="B" w:eastAsia="C" w:cs="D"{}/>'


@pytest.mark.parametrize(
    ("text", "hint", "fonts"),
    [
        ("abc", "", ("A",)),
        ("ấấa", "", ("B", "A")),
        ("ấ", ' w:hint="eastAsia"', ("C",)),
        ("đ", ' w:hint="eastAsia"', ("B",)),
        ("漢", "", ("C",)),
        ("“…”", "", ("B",)),
        ("“…”", ' w:hint="eastAsia"', ("C",)),
        ("   ", "", ("A",)),
    ],
)
def test_the_face_is_chosen_by_the_letter(written: Reads, text: str, hint: str, fonts: tuple[str, ...]) -> None:
    document = written(paragraph(run(FONTS.format(hint), text)))
    assert document.paragraphs[0].runs[0].fonts == fonts


def test_complex_script_face() -> None:
    assert faces("abc", ("A", "B", "C", "D"), complex_script=True) == ("D",)


THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme name="x">'
    '<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


@pytest.mark.parametrize(
    ("own", "fonts"),
    [
        ("", ("Calibri",)),
        ('<w:rFonts w:ascii="Times New Roman"/>', ("Times New Roman", "Calibri")),  # half a job: ữ stays Calibri
        ('<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>', ("Times New Roman",)),
        ('<w:rFonts w:asciiTheme="majorHAnsi" w:ascii="Times New Roman" w:hAnsi="Arial"/>', ("Cambria", "Arial")),
    ],
)
def test_theme_faces_slot_by_slot(written: Reads, own: str, fonts: tuple[str, ...]) -> None:
    styles = DEFAULTS.format('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')
    document = written(paragraph(run(own, "chữ")), styles=styles, theme=THEME)
    assert document.paragraphs[0].runs[0].fonts == fonts


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", "a\tb"),
        ("<w:t>a</w:t><w:br/><w:t>b</w:t>", "a\nb"),
        ("<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t>", "a-b"),
        ("<w:t>a</w:t><w:softHyphen/><w:t>b</w:t>", "ab"),
        ("<w:t>a\u00adb\u200b</w:t>", "ab"),
        ("<w:t>a\u00a0b</w:t>", "a b"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "✓"),
        ('<w:sym w:font="Symbol" w:char="F02D"/>', "-"),
        ('<w:sym w:font="Symbol" w:char="zz"/>', ""),
        ("<w:rPr><w:caps/></w:rPr><w:t>điều</w:t>", "ĐIỀU"),
        ("<w:rPr><w:smallCaps/></w:rPr><w:t>điều</w:t>", "điều"),
        ("<w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t>", ""),
        ("<w:t>ke\u0302\u0301t</w:t>", "kết"),
        ("<w:commentReference/><w:lastRenderedPageBreak/><w:t>a</w:t>", "a"),
    ],
)
def test_text_as_it_is_seen(written: Reads, xml: str, text: str) -> None:
    assert written(f"<w:p><w:r>{xml}</w:r></w:p>").paragraphs[0].text == text


def test_what_was_typed_is_kept(written: Reads) -> None:
    (run_,) = written(paragraph(run("<w:caps/>", "ke\u0302\u0301t"))).paragraphs[0].runs
    assert (run_.text, run_.typed) == ("KẾT", "ke\u0302\u0301t")


def test_a_mark_in_the_next_run_joins_its_letter(written: Reads) -> None:
    first, second, third = (
        written(paragraph(run("", "ke"), run("<w:b/>", "\u0302\u0301"), run("", "t"))).paragraphs[0].runs
    )
    assert (first.text, second.text, third.text) == ("kế", "", "t")
    assert (second.start, third.start) == (2, 2)


def test_runs_follow_one_another(written: Reads) -> None:
    (one,) = written(paragraph(run("", "a\u00ad"), run("<w:vanish/>", "x"), run("<w:b/>", "bc"))).paragraphs
    assert [(run_.start, run_.end) for run_ in one.runs] == [(0, 1), (1, 3)]
    assert one.text == "abc"


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    '<w:r><w:instrText> = 1 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>kết quả</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> sau</w:t></w:r>'
)


def test_a_field_shows_its_result_only(written: Reads) -> None:
    assert written(f"<w:p>{FIELD}</w:p>").paragraphs[0].text == "kết quả sau"


def test_a_field_over_two_paragraphs(written: Reads) -> None:
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>một</w:t></w:r></w:p>'
        '<w:p><w:r><w:t>hai</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        "<w:p><w:r><w:t>ba</w:t></w:r></w:p>"
    )
    assert [one.text for one in written(body).paragraphs] == ["một", "hai", "ba"]


@pytest.mark.parametrize(
    ("own", "name", "expected"),
    [
        ('<w:u w:val="single"/>', "underline", True),
        ('<w:u w:val="none"/>', "underline", False),
        ("<w:strike/>", "strike", True),
        ("<w:dstrike/>", "strike", True),
        ('<w:vertAlign w:val="superscript"/>', "raised", True),
        ('<w:vertAlign w:val="baseline"/>', "raised", False),
        ('<w:color w:val="auto"/>', "color", ""),
        ('<w:color w:val="000000"/>', "color", ""),
        ('<w:color w:val="ff0000"/>', "color", "FF0000"),
        ('<w:highlight w:val="yellow"/>', "highlight", True),
        ('<w:highlight w:val="none"/>', "highlight", False),
        ("<w:smallCaps/>", "small_caps", True),
    ],
)
def test_other_looks(written: Reads, own: str, name: str, expected: object) -> None:
    assert getattr(written(paragraph(run(own))).paragraphs[0].runs[0], name) == expected


def based(identifier: str, on: str, more: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:basedOn w:val="{on}"/>{more}</w:style>'


ITALIC = "<w:rPr><w:i/></w:rPr>"


@pytest.mark.parametrize(
    "styles",
    [
        based("X", "X", ITALIC),
        based("X", "Y", ITALIC) + based("Y", "X"),
        based("X", "Y") + based("Y", "X", ITALIC),
        based("X", "S0", ITALIC) + "".join(based(f"S{number}", f"S{number + 1}") for number in range(40)),
    ],
)
def test_styles_that_bite_their_tail_are_read_as_far_as_they_go(written: Reads, styles: str) -> None:
    document = written(paragraph(run(), properties='<w:pStyle w:val="X"/>'), styles=styles)
    assert document.paragraphs[0].runs[0].italic


TABLE_STYLE = (
    '<w:style w:type="table" w:styleId="Bang"><w:name w:val="Bang"/><w:rPr><w:sz w:val="24"/></w:rPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="lastCol"><w:rPr><w:i/></w:rPr></w:tblStylePr></w:style>'
)


def test_a_table_style_speaks_by_the_place_of_the_cell(written: Reads) -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc>"
    wide = cell.format('<w:gridSpan w:val="2"/>')
    body = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Bang"/></w:tblPr><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>'
        f"<w:tr>{cell.format('')}{cell.format('')}</w:tr><w:tr>{wide}</w:tr>"
        f"<w:tr><w:sdt><w:sdtContent>{cell.format('')}</w:sdtContent></w:sdt>{cell.format('')}</w:tr></w:tbl><w:p/>"
    )
    looks = [
        (one.runs[0].bold, one.runs[0].italic, one.runs[0].size)
        for one in written(body, styles=TABLE_STYLE).paragraphs[:-1]
    ]
    assert looks == [(True, False, 12), (True, True, 12), (False, True, 12), (False, False, 12), (False, True, 12)]


def test_a_merged_cell_keeps_its_neighbours_in_their_columns(written: Reads) -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc>"
    top, below = cell.format('<w:vMerge w:val="restart"/>'), cell.format("<w:vMerge/>")
    body = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Bang"/></w:tblPr><w:tblGrid/>'
        f"<w:tr>{cell.format('')}{top}</w:tr><w:tr>{cell.format('')}{below}</w:tr></w:tbl><w:p/>"
    )
    looks = [one.runs[0].italic for one in written(body, styles=TABLE_STYLE).paragraphs[:-1]]
    assert looks == [False, True, False]


BANDS = (
    '<w:style w:type="table" w:styleId="Soc"><w:name w:val="Soc"/>'
    '<w:tblPr><w:tblStyleRowBandSize w:val="{}"/></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:sz w:val="40"/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="lastRow"><w:rPr><w:sz w:val="20"/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="band1Horz"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
)


@pytest.mark.parametrize("size", [1, 2, 3])
@pytest.mark.parametrize("rows", [2, 13, 14, 15, 26, 27, 40, 61])
def test_bands_of_a_long_table(written: Reads, rows: int, size: int) -> None:
    """The probe leaves out rows in the middle; each row must look as if it had not."""
    row = "<w:tr><w:tc><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc></w:tr>"
    body = f'<w:tbl><w:tblPr><w:tblStyle w:val="Soc"/></w:tblPr><w:tblGrid/>{row * rows}</w:tbl><w:p/>'
    looks = [one.runs[0] for one in written(body, styles=BANDS.format(size)).paragraphs[:-1]]
    assert [run.size for run in looks] == [20, *[10] * (rows - 2), 10]
    assert [run.bold for run in looks] == [False, *((at // size) % 2 == 0 for at in range(rows - 1))]


def test_footnote_references_are_numbered_in_their_order(written: Reads) -> None:
    body = "".join(f'<w:p><w:r><w:footnoteReference w:id="{n}"/></w:r></w:p>' for n in (5, 2))
    notes = '<w:footnote w:id="2"><w:p><w:r><w:t>hai</w:t></w:r></w:p></w:footnote>'
    document = written(body, footnotes=notes)
    assert [one.text for one in document.paragraphs] == ["1", "2"]
    assert [one.text for one in document.margins] == ["hai"]
