"""The clerk's notebooks run from top to bottom and end with files to open."""

import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = {
    "01-ke-hoach-cua-truong.ipynb": ["bang-phan-cong.docx", "ke-hoach.docx", "quyet-dinh-phan-cong.docx"],
    "02-bao-cao-hoc-ky.ipynb": ["bao-cao-so-ket-trich.docx", "bao-cao-so-ket.docx"],
    "03-kiem-tra.ipynb": ["chu-thich.docx", "da-sua.docx", "ke-hoach-sai.docx", "ke-hoach.docx"],
}


def _read(path: Path) -> nbformat.NotebookNode:
    notebook: nbformat.NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    return notebook


# The kernel's own libraries leave sockets to the garbage collector.
@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_notebook_runs(name: str, examples: Path, tmp_path: Path) -> None:
    shutil.copy(examples / "tan-hong-2021-2022.xlsx", tmp_path)
    notebook = _read(examples / name)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(tmp_path)}}).execute()
    made = sorted(path.name for path in (tmp_path / "ket-qua" / "THTP3").iterdir())
    assert made == NOTEBOOKS[name]
    printed = notebook.cells[-1].outputs[0]["text"]
    assert all(file in printed for file in made)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_only_the_first_code_cell_is_to_be_changed(name: str, examples: Path) -> None:
    notebook = _read(examples / name)
    first, *others = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    assert 'TRUONG = "THTP3"' in first
    assert not any("THTP3" in source or ".xlsx" in source for source in others)
