"""Every kind of document, however it is laid out, gets the same names."""

from pathlib import Path

import pytest

from papi_docs.checker.anatomy import Anatomy
from papi_docs.checker.naming import name
from papi_docs.checker.reading import read
from papi_docs.decree30 import ELEMENTS
from tests.checker.naming.layouts import KINDS, LAYOUTS, build


def texts_by_role(anatomy: Anatomy) -> dict[str, list[str]]:
    texts: dict[str, list[str]] = {}
    for part in anatomy.parts:
        texts.setdefault(part.role, []).append(part.text)
    return texts


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("kind", KINDS)
def test_named_alike_in_every_layout(kind: str, layout: str, tmp_path: Path) -> None:
    anatomy = name(read(build(KINDS[kind], layout, tmp_path / "van-ban.docx")))
    expected = {
        role: [" ".join(text.split()) for text in texts]
        for role, texts in KINDS[kind].expected().items()
        if role in ELEMENTS
    }
    assert texts_by_role(anatomy) == expected
    assert anatomy.form.name == KINDS[kind].form


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_main_elements_are_certain(kind: str, layout: str, tmp_path: Path) -> None:
    anatomy = name(read(build(KINDS[kind], layout, tmp_path / "van-ban.docx")))
    main = {"national_name", "motto", "issuer", "number", "place_and_date", "type", "addressee", "authority", "signer"}
    doubtful = {part.role: part.certainty for part in anatomy.parts if part.role in main and part.certainty < 0.8}
    assert not doubtful
