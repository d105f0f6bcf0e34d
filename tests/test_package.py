"""Packages: the same bytes for the same parts, and files that are there whole or not at all."""

import pickle
import stat
import time
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_docs.package import (
    FAST,
    REPRODUCIBLE,
    Package,
    TooLargeError,
    leftovers_of,
    pack,
    temporary_of,
    unpack,
    write_whole,
)

NAMES = st.text("abcXYZ019_-/.ạ", min_size=1, max_size=20).filter(lambda name: not name.endswith("/"))
PARTS = st.dictionaries(NAMES, st.binary(max_size=200), max_size=6)


@given(PARTS)
def test_round_trip(parts: dict[str, bytes]) -> None:
    assert unpack(pack(parts)) == parts


@given(PARTS)
def test_the_same_bytes_for_the_same_parts(parts: dict[str, bytes]) -> None:
    assert pack(parts) == pack(dict(parts)) == pack(unpack(pack(parts)))


def test_no_clock_and_no_system(monkeypatch: pytest.MonkeyPatch) -> None:
    before = pack({"a": b"a"})
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(10**9))
    assert pack({"a": b"a"}) == before
    with zipfile.ZipFile(BytesIO(before)) as archive:
        (member,) = archive.infolist()
    assert (member.date_time, member.create_system, member.external_attr) == ((1980, 1, 1, 0, 0, 0), 0, 0o600 << 16)


def test_content_types_come_first() -> None:
    assert list(unpack(pack({"b": b"", "[Content_Types].xml": b"", "a": b""}))) == ["[Content_Types].xml", "b", "a"]


@given(st.binary(max_size=300))
def test_what_is_no_zip_is_refused_in_one_way(data: bytes) -> None:
    with pytest.raises(zipfile.BadZipFile):
        unpack(data)


@given(st.data())
def test_a_damaged_zip_is_read_or_refused_in_one_way(data: st.DataObject) -> None:
    whole = pack({"[Content_Types].xml": b"<Types/>" * 9, "a": b"abc"})
    torn = bytearray(whole)
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=4)):
        torn[at] = data.draw(st.integers(0, 255))
    with suppress(zipfile.BadZipFile):
        unpack(bytes(torn))


def test_folders_are_no_parts() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.mkdir("word")
        archive.writestr("word/a", b"a")
    assert unpack(buffer.getvalue()) == {"word/a": b"a"}


@pytest.mark.parametrize("parts", [{"a": bytes(65 * 2**20)}, {str(at): b"" for at in range(5_001)}])
def test_bombs(parts: dict[str, bytes]) -> None:
    with pytest.raises(TooLargeError):
        unpack(pack(parts))


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "tệp.docx"
    write_whole(path, b"mot", overwrite=False)
    assert path.read_bytes() == b"mot"
    assert [each.name for each in path.parent.iterdir()] == ["tệp.docx"]


def test_a_file_is_readable_like_any_new_one(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_whole(tmp_path / "ours", b"", overwrite=False)
    assert stat.S_IMODE((tmp_path / "ours").stat().st_mode) == stat.S_IMODE((tmp_path / "usual").stat().st_mode)


def test_a_file_that_is_there_is_kept_or_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"cu")
    with pytest.raises(FileExistsError):
        write_whole(path, b"moi", overwrite=False)
    assert path.read_bytes() == b"cu"
    write_whole(path, b"moi", overwrite=True)
    assert path.read_bytes() == b"moi"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("step", ["papi_docs.package.Path.replace", "papi_docs.package._write_all"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"cu")

    def fail(*_: object, **__: object) -> None:
        raise PermissionError(13, "đang mở")

    monkeypatch.setattr(step, fail)
    with pytest.raises(PermissionError):
        write_whole(path, b"moi", overwrite=True)
    assert path.read_bytes() == b"cu"
    assert list(tmp_path.iterdir()) == [path]


def test_a_stop_in_the_middle_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a", b"moi", overwrite=True)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="a"):
        write_whole(tmp_path / "a", b"", overwrite=True)
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_what_a_killed_program_left_is_found(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.docx"
    temporary_of(path).touch()
    path.touch()
    (tmp_path / "other.tmp").touch()
    assert leftovers_of(path) == [temporary_of(path)]
    assert leftovers_of(tmp_path / "other") == []


def test_changing_parts_lie_behind_the_constant_ones() -> None:
    package = Package.of({"b": b"bb", "[Content_Types].xml": b"<Types/>"}, ["word/tệp.xml", "c"], REPRODUCIBLE)
    parts = {"[Content_Types].xml": b"<Types/>", "b": b"bb", "word/tệp.xml": b"x" * 999, "c": b""}
    assert unpack(package.pack([parts["word/tệp.xml"], parts["c"]])) == parts
    with pytest.raises(ValueError, match="shorter"):
        package.pack([b""])


@given(PARTS)
def test_every_codec_is_a_deflate(parts: dict[str, bytes]) -> None:
    assert unpack(pack(parts, FAST)) == parts
    with zipfile.ZipFile(BytesIO(pack(parts, FAST))) as archive:
        assert archive.testzip() is None


def test_a_codec_is_sent_by_its_name() -> None:
    assert pickle.loads(pickle.dumps(FAST)) is FAST  # noqa: S301 - our own
    assert pickle.loads(pickle.dumps(REPRODUCIBLE)) is REPRODUCIBLE  # noqa: S301 - our own
