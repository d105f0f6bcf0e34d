"""Golden papers, compared part by part as XML.

``PAPI_DOCS_UPDATE_GOLDEN=1 python -m pytest tests/test_golden.py`` writes them anew; look at the
pages before committing what it wrote.
"""

import os
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

import papi_docs as papi
from papi_docs.model import District

GOLDEN = Path(__file__).parent / "golden"

PAPERS = {
    "ke-hoach-du-thao": ("THTP3", None, None),
    "ke-hoach-05": ("THTP3", date(2021, 7, 20), 5),
    "ke-hoach-kt-2026": ("THTP1", date(2026, 9, 10), 7),
}


def xml_parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {
            name: etree.tostring(etree.fromstring(archive.read(name)), method="c14n2")
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


@pytest.mark.parametrize("name", PAPERS)
def test_paper_is_the_golden_one(name: str, tan_hong: District) -> None:
    school, on, number = PAPERS[name]
    made = papi.compose("plan", tan_hong[school], on=on, number=number).to_bytes()
    golden = GOLDEN / f"{name}.docx"
    if os.environ.get("PAPI_DOCS_UPDATE_GOLDEN") == "1":
        golden.write_bytes(made)
    found, expected = xml_parts(made), xml_parts(golden.read_bytes())
    assert found.keys() == expected.keys()
    assert [part for part in found if found[part] != expected[part]] == []
