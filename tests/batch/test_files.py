"""Previous versions of files that a run replaces."""

from pathlib import Path

from papi_docs.batch.files import keep_previous


def test_a_file_kept_twice_leaves_nothing_beside_it(tmp_path: Path) -> None:
    """As after a run that was killed between keeping a file and replacing it: both names are one file already."""
    path, previous = tmp_path / "paper.docx", tmp_path / "previous" / "paper.docx"
    path.write_bytes(b"first")
    for _ in range(2):
        keep_previous(path, previous)
        assert [(each.name, each.read_bytes()) for each in previous.parent.iterdir()] == [("paper.docx", b"first")]
    path.unlink()
    path.write_bytes(b"second")
    keep_previous(path, previous)
    assert [(each.name, each.read_bytes()) for each in previous.parent.iterdir()] == [("paper.docx", b"second")]
