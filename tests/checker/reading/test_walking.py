"""Which paragraphs there are, in which order, once every change is accepted."""

from collections.abc import Callable

import pytest

from papi_docs.checker.written import Written

Reads = Callable[..., Written]


def p(text: str = "", properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    inner = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


DELETED = "<w:rPr><w:del/></w:rPr>"


@pytest.mark.parametrize(
    ("body", "texts", "tracked"),
    [
        (p("a") + p("b"), ["a", "b"], False),
        (p("a", DELETED) + p("b"), ["ab"], True),
        (p("a", DELETED) + p("b", DELETED) + p("c"), ["abc"], True),
        (p("a", "<w:rPr><w:moveFrom/></w:rPr>") + p("b"), ["ab"], True),
        (p("a", "<w:rPr><w:ins/></w:rPr>") + p("b"), ["a", "b"], True),
        (p("a", "<w:rPr><w:vanish/></w:rPr>") + p("b"), ["ab"], False),
        (p("a") + p("", DELETED), ["a"], True),
        (p("a", DELETED) + table(row(p("b"))), ["a", "b"], True),
        (f"<w:del>{p('a')}</w:del>" + p("b"), ["b"], True),
        (f"<w:sdt><w:sdtContent>{p('a')}</w:sdtContent></w:sdt>" + p("b"), ["a", "b"], False),
        (table(row(p("a"), properties="<w:del/>"), row(p("b"))) + p(), ["b", ""], True),
        (table(row(p("a") + table(row(p("b"))) + p("c"), p("d"))) + p("e"), list("abcde"), False),
        (
            "<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r></w:p>",
            ["a"],
            True,
        ),
    ],
)
def test_paragraphs_in_reading_order(written: Reads, body: str, texts: list[str], tracked: bool) -> None:
    document = written(body)
    assert [one.text for one in document.paragraphs] == texts
    assert [one.index for one in document.paragraphs] == list(range(len(texts)))
    assert document.tracked is tracked


@pytest.mark.parametrize(("inner", "tracked"), [(p("a"), False), (f"<w:ins>{p('a')}</w:ins>", True)])
@pytest.mark.parametrize("kind", ["header1", "footnotes"])
def test_tracked_beside_the_body_too(written: Reads, kind: str, inner: str, tracked: bool) -> None:
    inner = inner if kind == "header1" else f'<w:footnote w:id="2">{inner}</w:footnote>'
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/></w:sectPr>'
    document = written(p("b") + (section if kind == "header1" else ""), **{kind: inner})
    assert [one.text for one in document.margins] == ["a"]
    assert document.tracked is tracked


def test_joined_paragraphs_take_after_the_last(written: Reads) -> None:
    (one,) = written(p("a", f'<w:jc w:val="left"/>{DELETED}') + p("b", '<w:jc w:val="center"/>')).paragraphs
    assert one.align == "center"
    assert [run.text for run in one.runs] == ["a", "b"]


def test_old_formatting_is_not_read(written: Reads) -> None:
    change = "<w:rPrChange><w:rPr><w:b/><w:sz w:val='40'/></w:rPr></w:rPrChange>"
    (one,) = written(f"<w:p><w:r><w:rPr><w:i/>{change}</w:rPr><w:t>a</w:t></w:r></w:p>").paragraphs
    assert (one.runs[0].bold, one.runs[0].italic, one.runs[0].size) == (False, True, 14)


def test_cells_know_their_place(written: Reads) -> None:
    merged = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>rộng</w:t></w:r></w:p></w:tc>'
    below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>không thấy</w:t></w:r></w:p></w:tc>"
    body = table(
        f"<w:tr>{merged}<w:tc>{p('c')}</w:tc></w:tr>",
        f"<w:tr>{below}<w:tc>{p('d')}</w:tc><w:tc>{p('e')}{table(row(p('trong')))}{p('f')}</w:tc></w:tr>",
    )
    places = {
        one.text: (one.cell.table, one.cell.row, one.cell.column, one.cell.rows, one.cell.columns)
        for one in written(body + table(row(p("sau"))) + p()).paragraphs
        if one.cell is not None
    }
    assert places == {
        "rộng": (0, 0, 0, 2, 3),
        "c": (0, 0, 2, 2, 3),
        "d": (0, 1, 1, 2, 3),
        "e": (0, 1, 2, 2, 3),
        "trong": (1, 0, 0, 1, 1),
        "f": (0, 1, 2, 2, 3),
        "sau": (2, 0, 0, 1, 1),
    }


BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>"
    "<wps:spPr/><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox>"
    "</v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_a_text_box_is_read_once_after_its_anchor(written: Reads) -> None:
    body = f"<w:p><w:r><w:t>a</w:t></w:r>{BOX.format(p('hộp'), p('hộp'))}<w:r><w:t>b</w:t></w:r></w:p>" + p("c")
    document = written(body)
    assert [(one.text, one.boxed) for one in document.paragraphs] == [("ab", False), ("hộp", True), ("c", False)]


def test_a_text_box_of_vml_alone(written: Reads) -> None:
    box = f"<v:textbox><w:txbxContent>{p('hộp')}</w:txbxContent></v:textbox>"
    document = written(f"<w:p><w:r><w:pict><v:shape stroked='f'>{box}</v:shape></w:pict></w:r></w:p>")
    assert [(one.text, one.boxed, one.framed) for one in document.paragraphs] == [
        ("", False, False),
        ("hộp", True, False),
    ]


PAGE = '<w:r><w:br w:type="page"/></w:r>'


@pytest.mark.parametrize(
    ("body", "begins"),
    [
        (p("a") + p("b", "<w:pageBreakBefore/>"), [False, True]),
        (p("a") + f"<w:p>{PAGE}</w:p>" + p("b"), [False, False, True]),
        (p("a") + f"<w:p>{PAGE}<w:r><w:t>b</w:t></w:r></w:p>", [False, True]),
        (f"<w:p><w:r><w:t>a</w:t></w:r>{PAGE}</w:p>" + p("b"), [False, True]),
        (f"<w:p><w:r><w:t>a</w:t></w:r>{PAGE}<w:r><w:t>b</w:t></w:r></w:p>" + p("c"), [False, False]),
        (p("a", "<w:sectPr/>") + p("b"), [False, True]),
        (p("a", "<w:sectPr/>") + p("b") + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>', [False, False]),
    ],
)
def test_where_a_page_begins(written: Reads, body: str, begins: list[bool]) -> None:
    assert [one.breaks_page for one in written(body).paragraphs] == begins


def test_sections_of_paragraphs(written: Reads) -> None:
    document = written(p("a") + p("b", "<w:sectPr/>") + p("c"))
    assert [one.section for one in document.paragraphs] == [0, 0, 1]
    assert len(document.sections) == 2


def test_a_picture_and_an_equation_are_something_to_see(written: Reads) -> None:
    graphic = "<a:graphic><a:graphicData><a:pic/></a:graphicData></a:graphic>"
    picture = f"<w:drawing><wp:inline>{graphic}</wp:inline></w:drawing>"
    document = written(f"<w:p><w:r>{picture}</w:r></w:p><w:p><m:oMath/></w:p><w:p/>")
    assert [(one.holds_object, one.empty) for one in document.paragraphs] == [
        (True, False),
        (True, False),
        (False, True),
    ]
