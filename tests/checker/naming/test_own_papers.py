"""Every kind of paper that this package makes is named as what it was made as."""

from pathlib import Path

import pytest

import papi_docs as papi
from papi_docs.checker.anatomy import Anatomy, Form
from papi_docs.checker.naming import name
from papi_docs.checker.reading import read
from papi_docs.documents import KINDS
from papi_docs.model import District

_FORMS = {"1.2": Form.DECISION, "1.4": Form.NAMED, "1.9": Form.MINUTES, "2.1": Form.ANNEX, "": Form.OTHER}
_NUMBERED = {"superior", "issuer", "number", "national_name", "motto", "type", "subject", "end_mark"}
_SIGNED = {"recipients_label", "recipients", "authority", "signer"}


@pytest.fixture(scope="module")
def named(tan_hong: District, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Anatomy]:
    out = tmp_path_factory.mktemp("papers")
    papi.generate(tan_hong, out=out, kinds=["all"], schools=["THTP1"])
    return {path.stem: name(read(path)) for path in sorted(Path(out).rglob("*.docx"))}


def _of(named: dict[str, Anatomy], key: str) -> Anatomy:
    file = KINDS[key].file
    return named.get(file) or next(anatomy for stem, anatomy in named.items() if stem.startswith(f"{file}-KT"))


@pytest.mark.parametrize("key", KINDS)
def test_its_form_and_type(key: str, named: dict[str, Anatomy]) -> None:
    anatomy, kind = _of(named, key), KINDS[key]
    assert anatomy.form is _FORMS[kind.form]
    if kind.document_type and kind.form != "2.1":
        assert anatomy.type_name == kind.document_type
        assert anatomy.symbol.endswith("-THTP1")


@pytest.mark.parametrize("key", [key for key, kind in KINDS.items() if kind.form not in {"", "2.1"}])
def test_it_has_every_element(key: str, named: dict[str, Anatomy]) -> None:
    roles = {part.role for part in _of(named, key).parts if part.certainty >= 0.8}
    dated = set() if KINDS[key].form == "1.9" else {"place_and_date"}
    assert _NUMBERED | _SIGNED | dated <= roles


@pytest.mark.parametrize("key", [key for key, kind in KINDS.items() if kind.form not in {"", "2.1"}])
def test_each_element_stands_there_once(key: str, named: dict[str, Anatomy]) -> None:
    once = ("superior", "issuer", "number", "national_name", "motto", "type", "subject", "end_mark", "recipients_label")
    anatomy = _of(named, key)
    assert {role: len(anatomy.of(role)) for role in once} == dict.fromkeys(once, 1)


def test_no_paragraph_in_a_table_of_data_has_a_name(named: dict[str, Anatomy]) -> None:
    for anatomy in named.values():
        assert not [part for part in anatomy.parts if part.first.cell and part.first.cell.bordered]
