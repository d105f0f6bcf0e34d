"""Workbooks to be spoilt: a right one, and readers that check every message for its way out."""

import re
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl import Workbook

from papi_docs import District, Finding, Severity, WorkbookError, new_workbook, read_workbook

_ROWS: dict[str, list[dict[str, Any]]] = {
    "settings": [
        {
            "name": "Phòng GDĐT huyện Tân Hồng",
            "school_year": "2021-2022",
            "province": "Đồng Tháp",
            "district": "Tân Hồng",
            "drafted_on": "20/7/2021",
            "recipients": "CBCC, VC (t/h)",
        }
    ],
    "schools": [
        {"code": "THTP3", "name": "Trường Tiểu học Tân Phước 3", "symbol": "THTP3", "commune": "xã Tân Phước"},
        {"code": "THSR", "name": "Trường Tiểu học Thị trấn Sa Rài", "symbol": "THSR", "commune": "thị trấn Sa Rài"},
    ],
    "staff": [
        {"school": code, "name": name, "position": position}
        for code in ("THTP3", "THSR")
        for name, position in (
            ("Bùi Thị Thao", "Hiệu trưởng"),
            ("Trần Thị Bình", "Phó Hiệu trưởng"),
            ("Lê Văn Cường", "Kế toán"),
            ("Phạm Thị Dung", "Văn thư"),
        )
    ],
    "tasks": [
        {
            "code": "NV01",
            "content": "Quán triệt kế hoạch",
            "deadline": "15/9/2021",
            "lead": "Hiệu trưởng",
            "helpers": "Giáo viên chủ nhiệm; Kế toán",
            "contents": "C1, C2",
        },
        {"code": "NV02", "content": "Công khai thu, chi", "deadline": "tháng 10", "lead": "Kế toán"},
    ],
    "bases": [
        {
            "type": "Kế hoạch",
            "number": "861/KH-PGD&ĐT",
            "day": "16/7/2021",
            "issuer": "Phòng Giáo dục và Đào tạo",
            "subject": "Cải thiện Chỉ số PAPI",
        }
    ],
    "lines": [{"section": "I.1", "text": "Phấn đấu nâng cao Chỉ số PAPI."}],
}

_WAY_OUT = re.compile(
    r"\b(ghi|viết|gõ|nhập|sửa|xóa|thêm|đổi|chọn|điền|bỏ|chép|chuyển|mở|lấy lại|kiểm tra|đóng|ý bạn là|chừa chỗ|ký"
    r"|phải có)\b",
    re.IGNORECASE,
)

Edit = Callable[[Workbook], object]


@pytest.fixture
def rows() -> dict[str, list[dict[str, Any]]]:
    """Rows of a workbook without a fault or warning; each test may spoil its own."""
    return deepcopy(_ROWS)


@pytest.fixture(scope="session")
def right_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook without a fault."""
    return new_workbook(tmp_path_factory.mktemp("right") / "so.xlsx", _ROWS)


@pytest.fixture(scope="session")
def findings_in() -> Callable[[Path], tuple[Finding, ...]]:
    """Every finding of a file, each of which must have a way out."""

    def read(path: Path) -> tuple[Finding, ...]:
        try:
            found = read_workbook(path).findings
        except WorkbookError as error:
            found = error.findings
            assert any(finding.severity is Severity.FAULT for finding in found)
        for finding in found:
            assert _WAY_OUT.search(finding.message), finding.message
            assert finding.message.endswith((".", "?")), finding.message
            assert "  " not in finding.message
            assert len(finding.message) < 400
        return found

    return read


@pytest.fixture(scope="session")
def spoilt(
    right_book: Path, tmp_path_factory: pytest.TempPathFactory, findings_in: Callable[[Path], tuple[Finding, ...]]
) -> Callable[[Edit], tuple[Finding, ...]]:
    """Findings after an edit of the right workbook."""
    folder = tmp_path_factory.mktemp("spoilt")

    def read(edit: Edit) -> tuple[Finding, ...]:
        book = openpyxl.load_workbook(right_book)
        edit(book)
        book.save(folder / "so.xlsx")
        return findings_in(folder / "so.xlsx")

    return read


@pytest.fixture
def found_in(
    tmp_path: Path, findings_in: Callable[[Path], tuple[Finding, ...]]
) -> Callable[[dict[str, Any]], tuple[Finding, ...]]:
    """Findings of a workbook with these rows."""
    return lambda rows: findings_in(new_workbook(tmp_path / "so.xlsx", rows, overwrite=True))


@pytest.fixture
def district_of(tmp_path: Path) -> Callable[[dict[str, Any]], District]:
    """The district of a workbook with these rows."""
    return lambda rows: read_workbook(new_workbook(tmp_path / "so.xlsx", rows, overwrite=True))


@pytest.fixture
def patched(right_book: Path, tmp_path: Path) -> Callable[[str, Callable[[bytes], bytes]], Path]:
    """The right workbook with one part of its package changed."""

    def patch(part: str, change: Callable[[bytes], bytes]) -> Path:
        path = tmp_path / "so.xlsx"
        with zipfile.ZipFile(right_book) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                data = old.read(name)
                new.writestr(name, change(data) if name == part else data)
        return path

    return patch
