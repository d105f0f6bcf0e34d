"""A template is filled whole, or refused with every fault and its place."""

import re
import unicodedata
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from papi_docs.errors import TemplateError
from papi_docs.filling import SHIPPED, About, Blank, Template
from papi_docs.package import pack, unpack

Make = Callable[..., Path]
Fill = Callable[..., bytes]
Texts = Callable[..., list[str]]
FaultsOf = Callable[..., list[tuple[str, str]]]

LETTERHEAD = ("{%p if annex %}", "{{ annex.reference }}", "{%p endif %}")


def test_names_loops_and_choices(make: Make, fill: Fill, texts: Texts) -> None:
    path = make(
        "{{ school }} ({{ shouted }})",
        "{%p for line in lines %}",
        "- {{ line }}{% if not loop.last %};{% else %}.{% endif %}",
        "{%p endfor %}",
        "{%p for line in empty %}",
        "không in",
        "{%p endfor %}",
        *LETTERHEAD,
        "{% set name = school %}{{ name }}",
        rows=(
            ("STT", "Việc"),
            ("{%tr for row in annex.rows %}", ""),
            ("{{ row.order }}", "{{ row.task }}"),
            ("{%tr endfor %}", ""),
        ),
    )
    assert texts(fill(path)) == [
        "Trường Tiểu học Tân Phước 3 (TRƯỜNG TIỂU HỌC TÂN PHƯỚC 3)",
        "- một;",
        "- hai.",
        "Kèm theo",
        "Trường Tiểu học Tân Phước 3",
        *("STT", "Việc", "1", "Việc A", "2", "Việc B"),
    ]


def test_header_is_filled(make: Make, fill: Fill, texts: Texts) -> None:
    data = fill(make("a", header="{{ school }}"))
    (name,) = (name for name in unpack(data) if name.startswith("word/header"))
    assert texts(data, name) == ["Trường Tiểu học Tân Phước 3"]


def test_same_bytes_each_time(make: Make, fill: Fill) -> None:
    path = make("{{ school }}")
    assert fill(path) == fill(path)


def test_nothing_else_of_the_package_changes(make: Make, fill: Fill) -> None:
    path = make("{{ school }}")
    before, after = unpack(path.read_bytes()), unpack(fill(path))
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"word/document.xml", "docProps/core.xml"}


def test_the_shipped_templates_load() -> None:
    for path in SHIPPED.glob("*.docx"):
        Template.load(path)


@pytest.mark.parametrize(
    "value",
    [
        "{{ 7*7 }}",
        "{% if %}",
        "{% for x in y %}",
        "{# ghi chú #}",
        "<w:p/>",
        "</w:t></w:r></w:p>",
        "A & B <x>",
        "&amp;",
        "]]>",
        "\"'",
        "👩🏽‍🏫 🇻🇳",
        "a" * 5_000,
        unicodedata.normalize("NFD", "Nguyễn Đức Thịnh"),
        "{_{ }_} {_% %_}",
        "một\nhai\n\nba",
        "một\thai",
        " hai đầu trống ",
        "a  b",
        "\u00a0\u2028\u0085\u200b\ufeff",
        "<![CDATA[x]]>",
        "{%p if x %}",
        "\\1 \\g<0> %s {0}",
    ],
)
def test_a_text_comes_out_as_itself(value: str, make: Make, fill: Fill, texts: Texts) -> None:
    path = make("{{ school }}", "{%p for line in lines %}", "{{ line }}", "{%p endfor %}")
    assert texts(fill(path, school=value, lines=(value,))) == [value, value]


@pytest.mark.parametrize(
    "value", ["a\x00b", "a\x1fb", "\ud800", "a\udfff", "\ufffe", "a\uffff", "a\rb", "a\r\nb", "\x0c"]
)
def test_what_no_xml_can_hold_is_refused_with_its_place(value: str, make: Make, faults_of: FaultsOf) -> None:
    path = make("trước", "đây {{ anything }}")
    assert faults_of(path, anything=f"x{value}") == [("template-result", "đây {{ anything }}")]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(
    st.text(
        st.one_of(
            st.characters(exclude_categories=()),
            st.sampled_from("{}%#_<>&;\"'\\\n\t\r\u0338\u0301\ud800\x00\x0b\x85"),
        )
    )
)
def test_any_text_comes_out_as_itself_or_is_refused(made: Template, texts: Texts, value: str) -> None:
    from dataclasses import make_dataclass  # noqa: PLC0415 - fields of one test

    fields = make_dataclass("OneField", [("school", str)])
    fine = bool(value.strip()) and not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]", value)
    with nullcontext() if fine else pytest.raises(TemplateError):
        assert texts(made.fill(fields(value), About("a", "b", date(2021, 7, 20)))) == [value]


@pytest.fixture
def made(make: Make) -> Template:
    return Template.load(make("{{ school }}"))


def test_blank_is_room_and_an_accident_is_a_fault(make: Make, fill: Fill, texts: Texts) -> None:
    path = make("Số:{{ room }}/KH")
    assert texts(fill(path)) == ["Số:      /KH"]
    assert texts(fill(path, room=Blank(0))) == ["Số:/KH"]
    with pytest.raises(TemplateError, match=r'"lines\[1\]" trống.*\n.*"room" trống'):
        fill(path, room="", lines=("a", " \n"))


@pytest.mark.parametrize("value", [None, 1.5, True, ("a",), b"a", {"a": 1}])
def test_what_is_neither_text_nor_whole_number_is_never_printed(value: object, make: Make, faults_of: FaultsOf) -> None:
    assert faults_of(make("x", "{{ anything }}"), anything=value) == [("template-result", "{{ anything }}")]


def test_none_can_be_left_out(make: Make, fill: Fill, texts: Texts, faults_of: FaultsOf) -> None:
    path = make("{%p if directive %}", "{{ directive }}", "{%p endif %}", "hết")
    assert texts(fill(path)) == ["hết"]
    assert texts(fill(path, directive="Chỉ thị")) == ["Chỉ thị", "hết"]
    assert faults_of(make("{{ directive }}")) == [("template-result", "{{ directive }}")]


@pytest.mark.parametrize(
    ("paragraphs", "faults"),
    [
        (["{{ truong }}"], ["{{ truong }}"]),
        (["{{ annex.ref }}"], ["{{ annex.ref }}"]),
        (["{{ annex['ref'] }}"], ["{{ annex['ref'] }}"]),
        (["{{ school.name }}"], ["{{ school.name }}"]),
        (["{%p for r in annex.rows %}", "{{ r.who }}", "{%p endfor %}"], ["{{ r.who }}"]),
        (["{%p for r in annex.people %}", "x", "{%p endfor %}"], ["{%p for r in annex.people %}"]),
        (["{{ annex.rows[0].who }}"], ["{{ annex.rows[0].who }}"]),
        (["{% set x = nobody %}"], ["{% set x = nobody %}"]),
        (["{%p if nobody %}", "x", "{%p endif %}"], ["{%p if nobody %}"]),
        (["{{ school|upper if nobody else school }}"], ["{{ school|upper if nobody else school }}"]),
        (["{%p for r in lines %}", "x", "{%p endfor %}", "{{ r }}"], ["{{ r }}"]),
        (["một {{ a }}", "hai", "ba {{ b }} và {{ c }}"], ["một {{ a }}", *["ba {{ b }} và {{ c }}"] * 2]),
    ],
)
def test_unknown_names(paragraphs: list[str], faults: list[str], make: Make, faults_of: FaultsOf) -> None:
    assert faults_of(make(*paragraphs)) == [("unknown-name", text) for text in faults]


def test_unknown_names_of_body_table_and_header_come_together(make: Make, faults_of: FaultsOf) -> None:
    path = make(
        "{{ a }}",
        header="{{ b }}",
        rows=(("{%tr for row in annex.tasks %}", ""), ("x", "{{ annex.c }}"), ("{%tr endfor %}", "")),
    )
    assert sorted(faults_of(path)) == [
        ("unknown-name", "{%tr for row in annex.tasks %}"),
        ("unknown-name", "{{ a }}"),
        ("unknown-name", "{{ annex.c }}"),
        ("unknown-name", "{{ b }}"),
    ]


def test_an_unknown_name_says_which_there_are(make: Make) -> None:
    with pytest.raises(TemplateError, match=r'"annex\.ref" không có: chọn trong reference, rows'):
        Template.load(make("{{ annex.ref }}")).check(_annex_fields())


def _annex_fields() -> type:
    from dataclasses import make_dataclass  # noqa: PLC0415 - fields of one test

    annex = make_dataclass("AnnexFields", [("reference", str), ("rows", tuple[str, ...])])
    return make_dataclass("PaperFields", [("annex", annex)])


@pytest.mark.parametrize(
    ("paragraphs", "code"),
    [
        (["{{ lines }}"], "name-not-text"),
        (["{{ annex }}"], "name-not-text"),
        (["{{ small }}"], "name-not-text"),
        (["{%p for x in school %}", "{{ x }}", "{%p endfor %}"], "name-not-list"),
        (["{%p for x in annex %}", "x", "{%p endfor %}"], "name-not-list"),
    ],
)
def test_a_name_used_as_what_it_is_not(paragraphs: list[str], code: str, make: Make, faults_of: FaultsOf) -> None:
    assert [found for found, _ in faults_of(make(*paragraphs))] == [code]


def test_a_set_inside_a_choice_lasts(make: Make, fill: Fill, texts: Texts) -> None:
    path = make("{% if small %}{% set x = school %}{% else %}{% set x = shouted %}{% endif %}{{ x }}")
    assert texts(fill(path, school="a")) == ["A"]


def test_a_tag_split_over_runs(make: Make, fill: Fill, texts: Texts) -> None:
    split = "{|{ sch|ool }|}".replace("|", "</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>")
    path = make("Ở {{ school }} này", replace={"{{ school }}": split})
    assert texts(fill(path)) == ["Ở Trường Tiểu học Tân Phước 3 này"]


def test_a_mark_at_the_start_of_a_text_stays_there(make: Make, fill: Fill, texts: Texts) -> None:
    assert texts(fill(make("\u0338{{ school }}"), school="\u0338")) == ["\u0338\u0338"]


def test_curly_quotes_and_nfd_tags(make: Make, fill: Fill, texts: Texts) -> None:
    tag = unicodedata.normalize("NFD", "{% if school == “Trường” %}đúng{% else %}sai{% endif %}")
    assert texts(fill(make(tag), school="Trường")) == ["đúng"]


@pytest.mark.parametrize(
    ("paragraphs", "faults"),
    [
        (["chữ {%p if small %}", "x", "{%p endif %}"], [("tag-not-alone", "chữ {%p if small %}")]),
        (["{%p if small %}{%p endif %}"], [("tag-not-alone", "{%p if small %}{%p endif %}")] * 2),
        (["chữ {#p ghi chú #}"], [("tag-not-alone", "chữ {#p ghi chú #}")]),
        (
            ["{%tr if small %}", "x", "{%tr endif %}"],
            [("tag-not-alone", f"{{%tr {w} %}}") for w in ("if small", "endif")],
        ),
        (["{%p if small %}", "x"], [("tag-pair", "{%p if small %}")]),
        (["{%p for x in lines %}", "x", "{% endfor %}"], [("tag-pair", "{% endfor %}")]),
        (["{%p for x in lines %}", "x", "{%p endif %}"], [("tag-pair", "{%p endif %}")]),
        (["{% if small %}x", "y{% endif %}"], [("tag-pair", "y{% endif %}")]),
        (["x", "{%p endif %}"], [("tag-pair", "{%p endif %}")]),
        (["{%p else %}"], [("tag-pair", "{%p else %}")]),
        (["{%p if small }", "mất", "{%p endif %}"], [("tag-open", "{%p if small }"), ("tag-pair", "{%p endif %}")]),
        (["{# mở", "mất", "#}"], [("tag-open", "{# mở"), ("tag-open", "#}")]),
        (["{{ school }", "{{ school }}"], [("tag-open", "{{ school }")]),
        (["{", "{{ school }}"], [("tag-open", "{")]),
        (["a {%- if small %}b{% endif -%}"], [("tag-trims", "a {%- if small %}b{% endif -%}")] * 2),
        (["{{p school }}"], [("tag-kind", "{{p school }}")]),
        (["{%r if small %}a{%r endif %}"], [("tag-kind", "{%r if small %}a{%r endif %}")] * 2),
        (["{% raw %}{% endraw %}"], [("tag-unknown", "{% raw %}{% endraw %}")] * 2),
        (["{% include 'x' %}"], [("tag-unknown", "{% include 'x' %}")]),
        (["{% macro m() %}"], [("tag-unknown", "{% macro m() %}")]),
        (["{% colspan 2 %}"], [("tag-unknown", "{% colspan 2 %}")]),
        (["{{ school school }}"], [("template-syntax", "{{ school school }}")]),
        (["x", "{{ 'a }}"], [("template-syntax", "{{ 'a }}")]),
        (["{%p for in lines %}", "x", "{%p endfor %}"], [("template-syntax", "{%p for in lines %}")]),
        (["{{ " + "(" * 3000 + " }}"], [("template-syntax", "{{ " + "(" * 57)]),
        (["{{ " + "1" * 5000 + " }}"], [("template-syntax", "{{ " + "1" * 57)]),
    ],
)
def test_tags_that_docxtpl_would_mishandle(
    paragraphs: list[str], faults: list[tuple[str, str]], make: Make, faults_of: FaultsOf
) -> None:
    assert faults_of(make(*paragraphs)) == faults


PIECES = [
    "{%p if length %}",
    "{%p endif %}",
    "{%p for x in lines %}",
    "{%p endfor %}",
    "{% if length %}",
    "{% endif %}",
]
PIECES += ["{% for x in lines %}", "{% endfor %}", "{{ school }}", "{", "}", "{#", "#}", "{%", "%}", "{{", "}}", " "]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=3), min_size=1, max_size=7))
def test_no_word_of_a_template_is_lost(make: Make, fill: Fill, texts: Texts, soup: list[list[str]]) -> None:
    """Every condition is true and every loop runs here: whatever is filled holds each word."""
    bare = [
        pieces if any("%p" in piece for piece in pieces) else [*pieces, f"chữ{at}"] for at, pieces in enumerate(soup)
    ]
    path = make(*("".join(pieces) for pieces in bare), "hết")
    try:
        filled = "\n".join(texts(fill(path)))
    except TemplateError:
        return
    words = {piece for pieces in bare for piece in pieces if piece.startswith("chữ")}
    assert not {word for word in words | {"hết"} if word not in filled}


def test_a_paragraph_loop_closed_in_a_table_loses_nothing(make: Make, faults_of: FaultsOf) -> None:
    path = make("{%p for x in lines %}", "x", rows=(("a",), ("{%tr endfor %}",)))
    assert faults_of(path) == [("tag-pair", "{%tr endfor %}")]


def test_text_in_another_cell_of_a_row_that_is_a_tag(make: Make, faults_of: FaultsOf) -> None:
    path = make(rows=(("{%tr for x in lines %}", "mất"), ("{{ x }}", "b"), ("{%tr endfor %}", "")))
    assert faults_of(path) == [("tag-not-alone", "{%tr for x in lines %}mất")]


def test_cells_can_be_repeated(make: Make, fill: Fill, texts: Texts) -> None:
    path = make(rows=(("{%tc for x in lines %}", "{{ x }}", "{%tc endfor %}"),))
    assert texts(fill(path)) == ["một", "hai"]


def test_a_section_break_in_a_paragraph_that_is_a_tag_is_not_lost(make: Make, faults_of: FaultsOf) -> None:
    path = make(
        "{%p if small %}",
        "x",
        "{%p endif %}",
        replace={"<w:p><w:r><w:t>{%p endif %}": "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{%p endif %}"},
    )
    assert faults_of(path) == [("tag-not-alone", "{%p endif %}")]


def test_text_in_a_box_beside_a_tag_is_not_that_of_its_paragraph(make: Make, fill: Fill, texts: Texts) -> None:
    box = (
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{%p for x in lines %}</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p><w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r><w:r><w:t>ngoài"
    )
    path = make("ngoài", replace={"<w:r><w:t>ngoài": box})
    assert texts(fill(path))[1:] == ["một", "hai"]


@pytest.mark.parametrize(
    "expression",
    [
        "''.__class__.__mro__",
        "school.__class__",
        "school['__class__']",
        "school|attr('__class__')",
        "lines.append('x')",
        "range(10**9)",
        "school.upper()",
        "'a' * 1000000000",
        "10**10**10",
        "school ~ school",
        "school + school",
        "-length",
        "'%099999999999d' % 1",
        "school|center(1000000000)",
        "school|safe",
        "school|upper|escape",
        "lines|join(school)",
        "lines|map('upper')",
        "[school, school]|join",
        "(school, school)|first",
        "{'a': school}",
        "lines[0:1]",
        "cycler",
        "lipsum",
        "self",
        "namespace",
    ],
)
def test_a_template_cannot_break_out_or_run_away(expression: str, make: Make, faults_of: FaultsOf) -> None:
    text = f"{{{{ {expression} }}}}"
    ((code, paragraph),) = faults_of(make("trước", text))
    assert code in {"template-language", "unknown-name"}
    assert paragraph == text


def test_loops_nested_too_deep(make: Make, faults_of: FaultsOf) -> None:
    opening = [f"{{%p for x{at} in lines %}}" for at in range(4)]
    path = make(*opening, "x", *["{%p endfor %}"] * 4)
    assert faults_of(path) == [("template-language", opening[3])]


def test_a_result_that_grows_without_end(make: Make, faults_of: FaultsOf) -> None:
    path = make(*(f"{{%p for x{at} in lines %}}" for at in range(3)), "x" * 100, *["{%p endfor %}"] * 3)
    assert faults_of(path, lines=("a",) * 100) == [("template-result", "")]


@pytest.mark.parametrize("argument", ["", "(', ')"])
def test_join(argument: str, make: Make, fill: Fill, texts: Texts) -> None:
    path = make(f"{{{{ lines|join{argument} }}}}")
    assert texts(fill(path, lines=("a\nb", "<c>"))) == [("a\nb, <c>" if argument else "a\nb<c>")]


def test_filters(make: Make, fill: Fill, texts: Texts) -> None:
    path = make("{{ lines|length }} {{ lines|first|upper }} {{ lines|last }} {{ school|trim|lower }} {{ loop }}"[:-11])
    assert texts(fill(path, school=" Đ ")) == ["2 MỘT hai đ"]


def test_comparisons(make: Make, fill: Fill, texts: Texts) -> None:
    path = make("{% if length > 1 and school in ['a', 'b'] and not small and directive is none %}có{% endif %}")
    assert texts(fill(path, school="b")) == ["có"]


@pytest.mark.parametrize("text", ["{{ lines[9] }}", "{% if school > 1 %}x{% endif %}", "{{ school|join }}"])
def test_what_cannot_be_worked_out_has_its_place(text: str, make: Make, faults_of: FaultsOf) -> None:
    assert faults_of(make("trước", text)) == [("template-result", text)]


def test_length_of_a_drawn_line(make: Make, fill: Fill, faults_of: FaultsOf) -> None:
    def line(field: str) -> dict[str, str]:
        drawing = (
            '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
            f'wordprocessingDrawing"><wp:extent cx="1" cy="0"/><wp:docPr id="1" name="k" descr="{{{{ {field} }}}}"/>'
            "</wp:inline></w:drawing></w:r><w:r><w:t>kẻ"
        )
        return {"<w:r><w:t>kẻ": drawing}

    data = unpack(fill(make("kẻ", replace=line("length"))))["word/document.xml"]
    assert b'cx="360000"' in data
    assert b"descr" not in data
    assert faults_of(make("kẻ", replace=line("width"))) == [("unknown-name", "kẻ")]


def test_an_empty_last_section_goes(make: Make, fill: Fill) -> None:
    section = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="1"/></w:sectPr></w:pPr></w:p>'
    path = make(
        "a",
        "{%p if small %}",
        "x",
        "{%p endif %}",
        replace={"<w:p><w:r><w:t>{%p if": section + "<w:p><w:r><w:t>{%p if"},
    )
    document = unpack(fill(path))["word/document.xml"]
    assert document.count(b"<w:sectPr") == 1
    assert b'w:w="1"' in document
    assert unpack(fill(path, small=True))["word/document.xml"].count(b"<w:sectPr") == 2


def test_about(make: Make) -> None:
    template = Template.load(make("a"))
    fields = _annex_fields()(None)
    core = unpack(template.fill(fields, About("A & B", "<c>", date(2021, 7, 20))))["docProps/core.xml"].decode()
    assert "<dc:title>A &amp; B</dc:title><dc:creator>&lt;c&gt;</dc:creator>" in core
    assert core.count("2021-07-20T00:00:00Z") == 2
    with pytest.raises(TemplateError, match="không in được"):
        template.fill(fields, About("a\x00", "b", date(2021, 7, 20)))


def test_a_template_without_core_properties_gets_none(make: Make) -> None:
    parts = unpack(make("a").read_bytes())
    del parts["docProps/core.xml"]
    path = make("a", name="khac.docx")
    path.write_bytes(pack(parts))
    filled = Template.load(path).fill(_annex_fields()(None), About("a", "b", date(2021, 7, 20)))
    assert "docProps/core.xml" not in unpack(filled)
