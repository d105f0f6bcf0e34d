"""A template is found by its file name, a district's own folders first."""

from pathlib import Path

import pytest

from papi_docs.errors import TemplateError
from papi_docs.filling import SHIPPED, find_template


def test_the_first_folder_wins(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    for folder in (first, second):
        folder.mkdir()
        (folder / "plan.docx").touch()
    assert find_template("plan.docx", [first, second]) == first / "plan.docx"
    assert find_template("plan.docx", [tmp_path, second]) == second / "plan.docx"
    assert find_template("plan.docx") == SHIPPED / "plan.docx"


@pytest.mark.parametrize(
    "name", ["../plan.docx", "a/plan.docx", "/etc/passwd", "..", ".", "", "a\\plan.docx", "khong.docx"]
)
def test_what_is_not_there_or_not_a_file_name(name: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="Không tìm thấy mẫu") as caught:
        find_template(name, [tmp_path])
    assert caught.value.findings[0].code == "template-not-found"
