"""Papers handed out as archives."""

import zipfile
from pathlib import Path

import papi_docs as papi
from papi_docs.model import District
from tests.batch.conftest import tree


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_one_a_school(tan_hong: District, tmp_path: Path) -> None:
    plain = papi.generate(tan_hong, out=tmp_path / "plain", kinds=["plan", "contact-notice"])
    run = papi.generate(tan_hong, out=tmp_path / "zips", kinds=["plan", "contact-notice"], zipped="school")
    assert [path.name for path in run.zips] == [f"{code}.zip" for code in tan_hong.codes]
    assert tree(tmp_path / "zips").keys() == {path.name for path in run.zips}
    found = {name: data for path in run.zips for name, data in members(path).items()}
    assert found == {
        paper.path.relative_to(tmp_path / "plain").as_posix(): paper.path.read_bytes() for paper in plain.papers
    }


def test_one_for_all(tan_hong: District, tmp_path: Path) -> None:
    run = papi.generate(tan_hong, out=tmp_path, zipped="run", by_commune=True)
    (path,) = run.zips
    assert path == tmp_path / "van-ban.zip"
    assert "Tân Phước/THTP3/ke-hoach.docx" in members(path)


def test_unchanged_archives_are_left_and_changed_ones_replaced(tan_hong: District, tmp_path: Path) -> None:
    first = papi.generate(tan_hong, out=tmp_path, zipped="school")
    before = {path: path.stat().st_mtime_ns for path in first.zips}
    digests = tree(tmp_path)
    again = papi.generate(tan_hong, out=tmp_path, zipped="school")
    assert {path: path.stat().st_mtime_ns for path in again.zips} == before
    school = tan_hong["THSR"]
    longer = school.model_copy(update={"drafted_on": school.drafted_on.replace(month=9)})
    others = tuple(longer if dossier.school.code == "THSR" else dossier for dossier in tan_hong.dossiers)
    papi.generate(tan_hong.model_copy(update={"dossiers": others}), out=tmp_path, zipped="school")
    assert {path for path, digest in tree(tmp_path).items() if digests[path] != digest} == {"THSR.zip"}
    papi.undo(tmp_path)
    assert tree(tmp_path) == digests


def test_an_archive_of_somebody_is_kept(tan_hong: District, tmp_path: Path) -> None:
    (tmp_path / "THSR.zip").write_bytes(b"of somebody")
    run = papi.generate(tan_hong, out=tmp_path, zipped="school")
    assert [finding.code for finding in run.findings if finding.where.file.endswith("THSR.zip")] == ["file-kept"]
    assert (tmp_path / "THSR.zip").read_bytes() == b"of somebody"
    assert papi.generate(tan_hong, out=tmp_path, zipped="school", overwrite=True).ok
    assert "THSR/ke-hoach.docx" in members(tmp_path / "THSR.zip")


def test_the_same_bytes(tan_hong: District, tmp_path: Path) -> None:
    for name in "ab":
        papi.generate(tan_hong, out=tmp_path / name, zipped="run")
    assert tree(tmp_path / "a") == tree(tmp_path / "b")
