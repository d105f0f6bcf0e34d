"""What the README says is true: its Python runs, its options and sheets exist."""

import re
from pathlib import Path

import pytest

import papi_docs as papi
from papi_docs.cli import app
from papi_docs.excel.columns import SETTINGS, SHEETS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_its_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    for block in re.findall(r"```python\n(.*?)```", README, re.DOTALL):
        exec(compile(block, "README.md", "exec"), {})  # noqa: S102 - our own page
    assert (tmp_path / "ke-hoach.docx").exists()
    assert (tmp_path / "out" / "THTP3" / "ke-hoach.docx").exists()


def test_its_options_exist() -> None:
    known = {option for command in app.commands.values() for parameter in command.params for option in parameter.opts}
    assert set(re.findall(r"(--[a-z][a-z-]*)", README)) <= known


def test_its_table_of_sheets_is_the_workbook() -> None:
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \| ([^|]+) \|$", README, re.MULTILINE)
    table = {name: required for name, required in rows if name in {sheet.name for sheet in SHEETS.values()}}
    assert list(table) == [sheet.name for sheet in SHEETS.values()]
    for sheet in SHEETS.values():
        columns = [column.heading for column in sheet.columns if column.required]
        needed = [setting.label for setting in SETTINGS if setting.required] if sheet.key == "settings" else columns
        assert ", ".join(needed) in table[sheet.name]


def test_its_table_of_kinds_is_the_registry() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| ([^|]+) \| `([^|`]+)` \|$", README, re.MULTILINE)
    assert rows == [(kind.key, kind.name, kind.file) for kind in papi.KINDS.values()]


def test_places_it_names_exist() -> None:
    package = Path(papi.__file__).parent
    for place in re.findall(r"`papi_docs/([\w./]+)`", README):
        assert (package / place).exists(), place
