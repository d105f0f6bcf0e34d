"""Page numbers, wherever they stand and however they are made."""

from collections.abc import Callable

import pytest

from papi_docs.checker.written import PageNumber, Written

Reads = Callable[..., Written]
PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
TWO = '<w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>2</w:t></w:r>'
TABS = '<w:tabs><w:tab w:val="center" w:pos="4680"/><w:tab w:val="right" w:pos="9360"/></w:tabs>'
CENTRE = '<w:jc w:val="center"/>'


def p(properties: str = CENTRE, inner: str = PAGE) -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def section(references: str, more: str = "") -> str:
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134"'
        f' w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>{more}</w:sectPr>'
    )


def header(number: int, page: str = "default") -> str:
    """``styles`` is ``rId1``; parts follow in the order they are given."""
    return f'<w:headerReference w:type="{page}" r:id="rId{number + 1}"/>'


def only(written: Reads, inner: str, more: str = "") -> PageNumber:
    (setup,) = written("<w:p/>" + section(header(1), more), header1=inner).sections
    (number,) = setup.page_numbers
    return number


def cells(*inner: str) -> str:
    row = "".join(f"<w:tc>{one}</w:tc>" for one in inner)
    return f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{row}</w:tr></w:tbl><w:p/>"


def box(position: str) -> str:
    return (
        f'<w:p><w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="page">{position}</wp:positionH>'
        '<wp:extent cx="360000" cy="1"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>'
        f"{p('')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
    )


def vml_box(style: str) -> str:
    textbox = f"<v:textbox><w:txbxContent>{p()}</w:txbxContent></v:textbox>"
    shape = f'<v:shape style="position:absolute;width:30pt;{style}">{textbox}</v:shape>'
    return f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>"


@pytest.mark.parametrize(
    ("inner", "centred"),
    [
        (p(), True),
        (p(""), False),
        (p('<w:jc w:val="right"/>'), False),
        (p("", f"<w:r><w:tab/></w:r>{PAGE}"), False),  # to the next half inch
        (p(TABS, f"<w:r><w:tab/></w:r>{PAGE}"), True),
        (p(TABS, f"<w:r><w:tab/><w:tab/></w:r>{PAGE}"), False),
        (p(TABS.replace("4680", "1000"), f"<w:r><w:tab/></w:r>{PAGE}"), False),
        (p("", f'<w:r><w:ptab w:alignment="center"/></w:r>{PAGE}'), True),
        (p("", f'<w:r><w:ptab w:alignment="right"/></w:r>{PAGE}'), False),
        (p('<w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="center"/>'), True),
        (p('<w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="right"/>'), False),
        (f"<w:sdt><w:sdtContent>{p()}</w:sdtContent></w:sdt>", True),
        (
            p(inner=f'<w:fldSimple w:instr=" PAGE ">{TWO}</w:fldSimple>'),
            True,
        ),
        (box("<wp:align>center</wp:align>"), True),
        (box("<wp:align>right</wp:align>"), False),
        (box("<wp:posOffset>3600000</wp:posOffset>"), True),  # 10 mm wide, 100 mm from the edge
        (box("<wp:posOffset>720000</wp:posOffset>"), False),
        (vml_box("mso-position-horizontal:center;mso-position-horizontal-relative:margin"), True),
        (vml_box("mso-position-horizontal:right;mso-position-horizontal-relative:margin"), False),
        (cells("<w:p/>", p(), "<w:p/>"), True),
        (cells("<w:p/>", p()), False),
    ],
)
def test_where_it_stands(written: Reads, inner: str, centred: bool) -> None:
    number = only(written, inner)
    assert (number.centred, number.run.size, number.run.text) == (centred, 13, "2")
    assert (number.where, number.page, number.arabic, number.around) == ("header", "default", True, "")


@pytest.mark.parametrize(
    ("switch", "more", "arabic"),
    [
        ("", "", True),
        (r"\* ROMAN", "", False),
        (r"\* MERGEFORMAT", "", True),
        ("", '<w:pgNumType w:fmt="lowerRoman"/>', False),
        ("", '<w:pgNumType w:fmt="decimal"/>', True),
    ],
)
def test_its_figures(written: Reads, switch: str, more: str, arabic: bool) -> None:
    assert only(written, p(inner=PAGE.replace("PAGE ", f"PAGE {switch}")), more).arabic is arabic


def test_words_beside_it(written: Reads) -> None:
    inner = f"<w:r><w:t>Trang </w:t></w:r>{PAGE}<w:r><w:t>/5</w:t></w:r>"
    assert only(written, p(inner=inner)).around == "Trang /5"


def test_a_field_that_was_never_laid_out(written: Reads) -> None:
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        "<w:instrText>PAGE</w:instrText>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    inner = "".join(f'<w:r><w:rPr><w:sz w:val="24"/></w:rPr>{part}</w:r>' for part in parts)
    assert only(written, p(inner=inner)).run.size == 12
    assert only(written, p(inner='<w:fldSimple w:instr="PAGE"/>')).run.size == 14


def pages(document: Written) -> list[list[tuple[str, str]]]:
    return [[(number.where, number.page) for number in setup.page_numbers] for setup in document.sections]


def test_only_headers_in_force_are_read(written: Reads) -> None:
    parts = {"header1": p(), "header2": p(), "header3": p(), "footer1": p()}
    references = (
        header(1) + header(2, "first") + header(3, "even") + '<w:footerReference w:type="default" r:id="rId5"/>'
    )
    assert pages(written("<w:p/>" + section(references), **parts)) == [[("header", "default"), ("footer", "default")]]
    with_first = section(references, "<w:titlePg/>")
    assert pages(written("<w:p/>" + with_first, **parts)) == [
        [("header", "default"), ("header", "first"), ("footer", "default")]
    ]


def test_even_pages_by_the_setting(written: Reads) -> None:
    parts = {"header1": p(), "header2": p(), "settings": "<w:evenAndOddHeaders/>"}
    document = written("<w:p/>" + section(header(1) + header(2, "even")), **parts)
    assert pages(document) == [[("header", "default"), ("header", "even")]]


def test_a_section_goes_on_with_the_headers_of_the_one_before(written: Reads) -> None:
    first = f"<w:p><w:pPr>{section(header(1))}</w:pPr></w:p>"
    document = written(first + "<w:p/>" + section(""), header1=p())
    assert pages(document) == [[("header", "default")]] * 2
    assert len(document.margins) == 1
    assert document.margins[0].index == len(document.paragraphs)


def test_a_header_without_a_number(written: Reads) -> None:
    document = written("<w:p/>" + section(header(1)), header1=p(inner="<w:r><w:t>2</w:t></w:r>"))
    assert pages(document) == [[]]
    assert [one.text for one in document.margins] == ["2"]


def test_a_reference_to_nothing(written: Reads) -> None:
    assert pages(written("<w:p/>" + section(header(40)))) == [[]]


def test_a_field_in_the_body_is_said_with_its_section(written: Reads) -> None:
    first = f"<w:p><w:pPr>{section('')}</w:pPr></w:p>"
    document = written(first + p() + p(inner="<w:r><w:t>3</w:t></w:r>") + section(header(1)), header1=p())
    assert pages(document) == [[], [("header", "default"), ("body", "default")]]
    number = document.sections[1].page_numbers[1]
    assert (number.centred, number.run.text, number.element is document.paragraphs[1].element) == (True, "2", True)
