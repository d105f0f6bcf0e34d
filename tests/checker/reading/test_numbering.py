"""Automatic numbers as they are printed."""

from collections.abc import Callable, Sequence

import pytest

from papi_docs.checker.written import Written

Reads = Callable[..., Written]


def level(at: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, numbers: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{numbers}'


def items(*places: tuple[int, int]) -> str:
    """Paragraphs by list and level."""
    return "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        "<w:r><w:t>mục</w:t></w:r></w:p>"
        for number, at in places
    )


def labels(document: Written) -> list[str]:
    return [one.label for one in document.paragraphs]


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("decimal", "%1.", ["1.", "2.", "3."]),
        ("upperRoman", "%1.", ["I.", "II.", "III."]),
        ("lowerRoman", "(%1)", ["(i)", "(ii)", "(iii)"]),
        ("lowerLetter", "%1)", ["a)", "b)", "c)"]),
        ("upperLetter", "%1", ["A", "B", "C"]),
        ("decimalZero", "%1", ["01", "02", "03"]),
        ("decimal", "Điều %1.", ["Điều 1.", "Điều 2.", "Điều 3."]),
        ("none", "", ["", "", ""]),
        ("bullet", "-", ["-", "-", "-"]),
        ("bullet", "\uf0b7", ["•", "•", "•"]),
        ("ordinalText", "%1", ["1", "2", "3"]),
    ],
)
def test_forms(written: Reads, form: str, text: str, expected: list[str]) -> None:
    assert labels(written(items((1, 0), (1, 0), (1, 0)), numbering=numbering(level(0, form, text)))) == expected


LEVELS = (level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "decimal", "%2.%3."))


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([0, 1, 1, 0, 1], ["I.", "1.", "2.", "II.", "1."]),
        ([0, 1, 2, 2, 1, 2], ["I.", "1.", "1.1.", "1.2.", "2.", "2.1."]),
        ([2, 2, 1], ["1.1.", "1.2.", "2."]),
    ],
)
def test_levels(written: Reads, places: Sequence[int], expected: list[str]) -> None:
    body = items(*((1, at) for at in places))
    assert labels(written(body, numbering=numbering(*LEVELS))) == expected


def test_legal_numbers_are_arabic_throughout(written: Reads) -> None:
    levels = (level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", "<w:isLgl/>"))
    assert labels(written(items((1, 0), (1, 1)), numbering=numbering(*levels))) == ["I.", "1.1."]


def test_a_level_that_goes_on_numbering(written: Reads) -> None:
    levels = (level(0, "decimal", "%1."), level(1, "decimal", "Điều %2.", '<w:lvlRestart w:val="0"/>'))
    body = items((1, 0), (1, 1), (1, 0), (1, 1))
    assert labels(written(body, numbering=numbering(*levels))) == ["1.", "Điều 1.", "2.", "Điều 2."]


OVERRIDE = (
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
)


@pytest.mark.parametrize(
    ("lists", "start", "expected"),
    [
        ([1, 1, 2, 2], 1, ["1.", "2.", "1.", "2."]),
        ([1, 1, 2, 2], 5, ["1.", "2.", "5.", "6."]),
        ([1, 1, 3], 1, ["1.", "2.", "3."]),  # lists of one definition count on
        ([1, 2, 1], 1, ["1.", "1.", "2."]),
    ],
)
def test_overrides(written: Reads, lists: Sequence[int], start: int, expected: list[str]) -> None:
    body = items(*((number, 0) for number in lists))
    parts = numbering(level(0, "decimal", "%1."), numbers=OVERRIDE.format(start))
    assert labels(written(body, numbering=parts)) == expected


STYLED = (
    '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Muc"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Muc"/></w:style>'
)


@pytest.mark.parametrize("style", ["Muc", "Con"])
def test_a_style_brings_its_number(written: Reads, style: str) -> None:
    body = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>' * 2
    document = written(body, styles=STYLED, numbering=numbering(level(0, "decimal", "%1.")))
    assert labels(document) == ["1.", "2."]


def test_the_level_is_the_one_that_names_the_style(written: Reads) -> None:
    levels = (level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)", '<w:pStyle w:val="Muc"/>'))
    document = written(
        items((1, 0)) + '<w:p><w:pPr><w:pStyle w:val="Muc"/></w:pPr></w:p>', styles=STYLED, numbering=numbering(*levels)
    )
    assert labels(document) == ["1.", "a)"]
    assert [one.list_level for one in document.paragraphs] == [0, 1]


def test_number_zero_takes_a_style_s_number_away(written: Reads) -> None:
    body = '<w:p><w:pPr><w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:p>'
    document = written(body, styles=STYLED, numbering=numbering(level(0, "decimal", "%1.")))
    assert (labels(document), document.paragraphs[0].list_level) == ([""], None)


def test_a_list_that_is_not_defined(written: Reads) -> None:
    assert labels(written(items((7, 0)))) == [""]
    assert labels(written(items((1, 8)), numbering=numbering(level(0, "decimal", "%1.")))) == [""]


def test_a_deleted_item_is_not_counted(written: Reads) -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>'
        "<w:del><w:r><w:delText>mục</w:delText></w:r></w:del></w:p>"
    )
    body = items((1, 0)) + gone + items((1, 0))
    assert labels(written(body, numbering=numbering(level(0, "decimal", "%1.")))) == ["1.", "2."]


def test_a_linked_list_style(written: Reads) -> None:
    parts = (
        f'<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="DS"/>{level(0, "upperLetter", "%1.")}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="DS"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert labels(written(items((1, 0), (1, 0)), numbering=parts)) == ["A.", "B."]


def test_a_bold_number_before_roman_text(written: Reads) -> None:
    parts = numbering(level(0, "decimal", "%1.").replace("</w:lvl>", "<w:rPr><w:b/></w:rPr></w:lvl>"))
    (one,) = written(items((1, 0)), numbering=parts).paragraphs
    assert (one.label_bold, one.runs[0].bold, one.shown) == (True, False, "1. mục")
