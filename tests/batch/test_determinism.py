"""The same input gives the same bytes: over runs, hash seeds, time zones, locales."""

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import papi_docs as papi
from papi_docs.package import FAST, REPRODUCIBLE
from tests.batch.conftest import Many, tree

SCRIPT = """
    import locale, sys
    import papi_docs as papi
    try:
        locale.setlocale(locale.LC_ALL, "")
    except locale.Error:
        pass
    papi.generate(papi.read_workbook(sys.argv[1]), out=sys.argv[2], kinds=["all"])
"""


def test_surroundings_do_not_show(examples: Path, tmp_path: Path) -> None:
    found = []
    surroundings = (
        {"PYTHONHASHSEED": "1", "TZ": "UTC"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
    )
    for at, more in enumerate(surroundings):
        out = tmp_path / str(at)
        arguments = (str(examples / "tan-hong-2021-2022.xlsx"), str(out))
        subprocess.run(
            [sys.executable, "-c", textwrap.dedent(SCRIPT), *arguments], check=True, env={**os.environ, **more}
        )
        found.append(tree(out))
    assert found[0] == found[1]
    assert len(found[0]) == 97
    # The journal of the one is good for the other: keys do not depend on surroundings either.
    run = papi.generate(papi.read_workbook(examples / "tan-hong-2021-2022.xlsx"), out=tmp_path / "0", kinds=["all"])
    assert {str(paper.outcome) for paper in run.papers} == {"không đổi"}


def test_reproducible_bytes_are_those_of_zlib(many: Many, tmp_path: Path) -> None:
    district = many(2)
    papi.generate(district, out=tmp_path / "fast")
    papi.generate(district, out=tmp_path / "same", reproducible=True)
    paper = papi.compose("plan", district.dossiers[0])
    assert (tmp_path / "same" / "T00000" / "ke-hoach.docx").read_bytes() == paper.to_bytes(reproducible=True)
    if FAST is REPRODUCIBLE:
        pytest.skip("ISA-L is not installed: both are zlib's")
    assert tree(tmp_path / "fast") != tree(tmp_path / "same")


def test_one_by_one_as_all_at_once(many: Many, tmp_path: Path) -> None:
    district = many(12)
    papi.generate(district, out=tmp_path / "all")
    run = papi.generate(iter(district.dossiers), out=tmp_path / "one")
    assert tree(tmp_path / "all") == tree(tmp_path / "one")
    assert not run.dossiers
    assert json.dumps([str(paper.path) for paper in run.papers])


def test_communes_get_folders_where_there_are_many_schools(
    many: Many, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("papi_docs.batch.generating._MANY_SCHOOLS", 3)
    few = papi.generate(many(3), out=tmp_path / "few")
    lots = papi.generate(many(4), out=tmp_path / "lots")
    assert few.papers[0].path == tmp_path / "few" / "T00000" / "ke-hoach.docx"
    assert lots.papers[0].path == tmp_path / "lots" / "Tân Phước" / "T00000" / "ke-hoach.docx"
    assert lots.ok
