"""Compiled templates: the same papers as Jinja's and docxtpl's, for every template shipped and for hostile values."""

import pickle
import zipfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docxtpl import DocxTemplate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import nodes
from lxml import etree

import papi_docs as papi
from papi_docs.errors import TemplateError
from papi_docs.filling import Template, field_names
from papi_docs.filling.compiling import compiled
from papi_docs.filling.language import new_environment
from papi_docs.filling.placed_charts import find_charts, tagged
from papi_docs.filling.reading import filled_parts, read_parts
from papi_docs.filling.repairs import without_empty_last_section
from papi_docs.filling.template import _take_lengths_from_alternative_text
from papi_docs.model import District
from papi_docs.package import REPRODUCIBLE, pack, unpack
from tests.filling.conftest import ABOUT, Fields, W

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PAPERS = [(kind, code) for kind in papi.KINDS for code in ("THTP3", "THTHC2")]


def canonical(xml: bytes) -> bytes:
    return etree.tostring(etree.fromstring(xml), method="c14n2")


def values_of(template: Template, fields: object) -> dict[str, object]:
    """What Jinja is given."""
    charts = {place.name: place.drawn(template.parts, place.value(fields)) for place in template.charts}
    return {**{name: getattr(fields, name) for name in field_names(type(fields))}, **charts}  # type: ignore[arg-type]


def papers(district: District, kind: str, code: str) -> Iterator[papi.Document]:
    for item in papi.KINDS[kind].items(district[code]):
        yield papi.compose(kind, district[code], item=item)


@pytest.mark.parametrize(("kind", "code"), PAPERS)
def test_every_part_is_compiled_and_as_jinja_makes_it(kind: str, code: str, tan_hong: District) -> None:
    for paper in papers(tan_hong, kind, code):
        template, more = paper.template, {}
        more = {place.name: place.drawn(template.parts, place.value(paper.fields)) for place in template.charts}
        for name, rendering in template.renderings.items():
            assert rendering is not None, name
            fast = without_empty_last_section(rendering(paper.fields, more))
            assert canonical(fast) == canonical(template.render_carefully(name, paper.fields, more))


def by_docxtpl(path: Path, values: Mapping[str, object], folder: Path) -> dict[str, bytes]:
    """What docxtpl makes of a template, given the lengths of lines and charts as tags that it knows."""
    parts = read_parts(path)
    trees = filled_parts(path, parts)
    for name, tree in trees.items():
        places, _ = find_charts(path.name, parts, name, tree)
        _take_lengths_from_alternative_text(tree)
        tagged(tree, places)
    bare = folder / "bare.docx"
    bare.write_bytes(pack({**parts, **{name: etree.tostring(tree) for name, tree in trees.items()}}))
    template, buffer = DocxTemplate(bare), BytesIO()
    template.render(dict(values), autoescape=True)
    template.save(buffer)
    return unpack(buffer.getvalue())


@pytest.mark.parametrize(("kind", "code"), PAPERS)
def test_every_part_is_as_docxtpl_makes_it(kind: str, code: str, tan_hong: District, tmp_path: Path) -> None:
    for paper in papers(tan_hong, kind, code):
        theirs = by_docxtpl(paper.template.path, values_of(paper.template, paper.fields), tmp_path)
        ours = unpack(paper.to_bytes())
        word = [name for name in ours if name.startswith("word/") and name.endswith(".xml") and "/charts/" not in name]
        assert word
        for name in word:
            assert canonical(ours[name]) == canonical(without_empty_last_section(theirs[name])), name


# Hostile values.

ANYTHING = st.text(st.characters(), max_size=30) | st.sampled_from(
    [
        "</w:t>",
        "<w:sectPr/>",
        "]]>",
        "&amp;",
        "&#0;",
        "{{ school }}",
        "{% if %}",
        "\ud800",
        "\x0b",
        "￾",
        "a\nb\tc",
        " a ",
        "'\"",
        "\r",
    ]
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """A template with a text, a list in an attribute's neighbourhood, and a table."""
    document = docx.Document()
    for text in ("{{ school }}", "{%p for line in lines %}", "- {{ line }}", "{%p endfor %}", "cuối"):
        document.add_paragraph(text)
    path = tmp_path_factory.mktemp("hostile") / "mau.docx"
    document.save(str(path))
    template = Template.load(path)
    template.check(Fields)
    assert template.renderings["word/document.xml"] is not None
    return template


def shown(paragraph: etree._Element) -> str:
    pieces = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        node.text or "" if node.tag == f"{W}t" else pieces.get(str(node.tag), "") for node in paragraph.iter()
    )


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(school=ANYTHING, lines=st.lists(ANYTHING, max_size=3))
def test_hostile_values_are_printed_as_they_are_or_refused(hostile: Template, school: str, lines: list[str]) -> None:
    fields = replace(Fields(), school=school, lines=tuple(lines))
    try:
        xml = unpack(hostile.fill(fields, ABOUT))["word/document.xml"]
    except TemplateError:
        refused = [text for text in (school, *lines) if not text.strip() or _forbidden(text)]
        assert refused
        return
    parser = etree.XMLParser(resolve_entities=False)
    found = [shown(paragraph) for paragraph in etree.fromstring(xml, parser).iter(f"{W}p")]
    assert found == [school, *(f"- {line}" for line in lines), "cuối"]


def _forbidden(text: str) -> bool:
    try:
        etree.Element("a").text = text.replace("\r", "\x00")
    except ValueError:
        return True
    return "￾" in text or "￿" in text


# Any template of the language.

CONDITIONS = st.sampled_from(
    [
        "small",
        "not small",
        "annex",
        "annex and not small",
        "small or directive",
        "lines|length == 2",
        "length > 5 and small",
    ]
)
TEXTS = st.sampled_from(
    [
        *(
            "chữ & <dấu>",
            "{{ school }}",
            "{{ shouted }} x",
            "{{ school|upper }}",
            "{{ lines|join(', ') }}",
            "{{ room }}!",
        ),
        *("{{ length }}", "{{ lines|first }}", "{% if small %}a{% else %}b{% endif %}", "{{ lines|last|lower }}"),
        "{% for x in lines %}{{ loop.index }}. {{ x }}{% if not loop.last %}; {% endif %}{% endfor %}",
    ]
)


def blocks(inner: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[str]]:
    """Loops and choices around paragraphs."""
    chosen = st.tuples(CONDITIONS, inner, inner, st.booleans()).map(
        lambda made: [
            f"{{%p if {made[0]} %}}",
            *made[1],
            *(["{%p else %}", *made[2]] if made[3] else []),
            "{%p endif %}",
        ]
    )
    looped = inner.map(lambda body: ["{%p for x in lines %}", "{{ x }}", *body, "{%p endfor %}"])
    return st.lists(chosen | looped | TEXTS.map(lambda text: [text]), min_size=1, max_size=3).map(
        lambda parts: [line for part in parts for line in part]
    )


TEMPLATES = st.recursive(st.lists(TEXTS, min_size=1, max_size=3), blocks, max_leaves=6)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=TEMPLATES, small=st.booleans(), annexed=st.booleans())
def test_any_template_is_compiled_to_what_jinja_makes(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], small: bool, annexed: bool
) -> None:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    path = tmp_path_factory.mktemp("any") / "mau.docx"
    document.save(str(path))
    try:
        template = Template.load(path)
    except TemplateError:  # loops too deep, say
        return
    fields = replace(Fields(), small=small, annex=Fields().annex if annexed else None)
    for name, rendering in template.renderings.items():
        assert rendering is not None
        assert canonical(rendering(fields, {})) == canonical(template.render_carefully(name, fields, {}))


# What only the careful way does.


def tree_of(source: str) -> nodes.Template:
    return new_environment().parse(source)


@pytest.mark.parametrize(
    "source",
    [
        "<w:a>{% if x %}<w:b>{% endif %}</w:b></w:a>",
        "<w:a>{% for y in x %}</w:a><w:a><w:b>{% endfor %}</w:a>",
        "<w:a {% if x %}b='1'{% endif %}/>",
        "<w:a {{ x }}='1'/>",
        "<w:tr>{% for y in x %}<w:tc/>{% endfor %}</w:tr>",
        "<w:a>{% for y in x %}<wp:docPr id='1'/>{% endfor %}</w:a>",
        "<w:a>{% set y = x %}{{ y }}</w:a>",
        "<w:a>{{ x['y'] }}</w:a>",
        "<w:a>{{ x.class }}</w:a>",
        "<w:a>{{ x._y }}</w:a>",
        "<w:a>{% for y in x %}{{ y }}{% else %}0{% endfor %}</w:a>",
        "<w:a>{{ loop.index }}</w:a>",
        "<w:a>{{ x }}</w:b>",
        "{% if x %}<w:a/>{% endif %}",
    ],
)
def test_what_cannot_be_proved_is_not_compiled(source: str) -> None:
    assert compiled(tree_of(source), ()) is None


def test_a_proof_holds_for_every_choice() -> None:
    source = "<a>{% if x %}<b c='{{ y }}'>{% else %}<b>{% endif %}{{ y }}</b></a>".replace("'", '"')
    assert compiled(tree_of(source), ()) is None  # an element more is open after than before, in either branch
    rendering = compiled(tree_of('<a>{% if x %}<b c="{{ y }}"/>{% endif %}{{ y }}</a>'), ())
    assert rendering is not None


def test_columns_from_data_get_a_grid_as_docxtpl_gives_one(make: object, tmp_path: Path) -> None:
    rows = (("{%tc for line in lines %}", "{{ line }}", "{%tc endfor %}"),)
    path = make("a", rows=rows)  # type: ignore[operator]
    template = Template.load(path)
    assert template.renderings == {"word/document.xml": None}
    fields = replace(Fields(), lines=("một", "hai", "ba", "bốn"))
    ours = unpack(template.fill(fields, ABOUT))["word/document.xml"]
    theirs = by_docxtpl(path, values_of(template, fields), tmp_path)["word/document.xml"]
    assert canonical(ours) == canonical(theirs)
    tree = etree.fromstring(ours)
    assert len(list(tree.iter(f"{W}gridCol"))) == len(list(tree.iter(f"{W}tc"))) == 4


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


def test_pictures_in_loops_get_ids_of_their_own_as_from_docxtpl(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{%p for line in lines %}")
    document.add_paragraph("{{ line }}").add_run().add_picture(BytesIO(PIXEL))
    document.add_paragraph("{%p endfor %}")
    path = tmp_path / "mau.docx"
    document.save(str(path))
    template = Template.load(path)
    assert template.renderings == {"word/document.xml": None}
    ours = unpack(template.fill(Fields(), ABOUT))["word/document.xml"]
    theirs = by_docxtpl(path, values_of(template, Fields()), tmp_path)["word/document.xml"]
    assert canonical(ours) == canonical(theirs)
    ids = [properties.get("id") for properties in etree.fromstring(ours).iter(f"{WP}docPr")]
    assert len(ids) == len(set(ids)) == 2


# Shared and sent.


def test_a_template_is_pickled_and_shared(tan_hong: District) -> None:
    paper = papi.compose("survey-results", tan_hong["THTP3"])
    sent = pickle.loads(pickle.dumps(paper.template))  # noqa: S301 - our own
    whole = paper.template.fill(paper.fields, paper.about)
    assert sent.fill(paper.fields, paper.about) == whole
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: sent.fill(paper.fields, paper.about), range(40)))
    assert set(found) == {whole}


def test_blanks_are_not_taken_for_what_is_empty_by_accident(make: object) -> None:
    template = Template.load(make("{{ room }}", "{{ school }}"))  # type: ignore[operator]
    template.fill(Fields(), ABOUT)
    with pytest.raises(TemplateError) as caught:
        template.fill(replace(Fields(), school=str(Fields().room)), ABOUT)
    assert [finding.code for finding in caught.value.findings] == ["empty-field"]


def test_true_is_not_taken_for_one(make: object) -> None:
    template = Template.load(make("{{ length }}", "{{ anything }}"))  # type: ignore[operator]
    template.fill(replace(Fields(), length=1, anything="x"), ABOUT)
    with pytest.raises(TemplateError, match="không in được"):
        template.fill(replace(Fields(), length=1, anything=True), ABOUT)


def test_every_codec_gives_the_same_parts(tan_hong: District) -> None:
    paper = papi.compose("plan", tan_hong["THTP3"])
    slow = paper.template.fill(paper.fields, paper.about, REPRODUCIBLE)
    assert unpack(slow) == unpack(paper.to_bytes())
    with zipfile.ZipFile(BytesIO(slow)) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "[Content_Types].xml"
