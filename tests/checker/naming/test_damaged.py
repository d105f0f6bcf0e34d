"""What is misspelt or set wrongly keeps its name: that it is wrong is for the rules to say."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from docx import Document

from papi_docs.checker.naming import name
from papi_docs.checker.reading import read
from tests.checker.naming.layouts import PLAN, Kind, Line, build

_LOOK_ALIKES = str.maketrans("ACEHOT", "АСЕНОТ")


def _with(field: Literal["left", "right", "number", "date"], lines: Sequence[Line]) -> Kind:
    changed = {"left": PLAN.left, "right": PLAN.right, "number": PLAN.number, "date": PLAN.date, field: lines}
    return replace(PLAN, left=changed["left"], right=changed["right"], number=changed["number"], date=changed["date"])


def _named(
    lines: Sequence[Line], field: Literal["left", "right", "number", "date"], folder: Path
) -> list[tuple[str, str]]:
    path = build(_with(field, lines), "one row", folder / "van-ban.docx")
    return [(part.role, part.text) for part in name(read(path)).parts]


@pytest.mark.parametrize(
    "text",
    [
        "Độc lập – Tự do – Hạnh phúc",
        "Độc Lập - Tự Do - Hạnh Phúc",
        "ĐỘC LẬP - TỰ DO - HẠNH PHÚC",
        "Độc lập-Tự do-Hạnh phúc",
        "Độc lập Tự do Hạnh phúc",
        "Đôc lập - Tự do - Hạnh phúc",
        "Độc lập - Tự do - Hanh phúc",
        "Độc lâp - Tư do - Hạng phúc",
        unicodedata.normalize("NFD", "Độc lập - Tự do - Hạnh phúc"),
        "Ðộc lập - Tự do - Hạnh phúc",
        "§éc lËp - Tù do - H¹nh phóc",
        "--- Độc lập * Tự do * Hạnh phúc ---",
    ],
)
def test_a_motto_stays_one(text: str, tmp_path: Path) -> None:
    parts = _named((PLAN.right[0], ("motto", text)), "right", tmp_path)
    assert [role for role, _ in parts].count("motto") == 1


@pytest.mark.parametrize(
    "text",
    [
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Cộng hòa xã hội chủ nghĩa Việt Nam",
        "CÔNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".translate(_LOOK_ALIKES),
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA  VIÊT NAM",
        "CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAM.",
    ],
)
def test_a_national_name_stays_one(text: str, tmp_path: Path) -> None:
    parts = _named((("national_name", text), PLAN.right[1]), "right", tmp_path)
    assert [role for role, _ in parts].count("national_name") == 1


def test_a_national_name_on_two_lines_is_one_part(tmp_path: Path) -> None:
    lines = (("national_name", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"), ("national_name", "VIỆT NAM"), PLAN.right[1])
    parts = _named(lines, "right", tmp_path)
    assert ("national_name", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") in parts


@pytest.mark.parametrize(
    "text",
    [
        "Số 05/KH-THTP3",
        "SỐ: 05/KH-THTP3",
        "Số : 05 / KH - THTP3",
        "Số:05/KH-THTP3",
        "Số: 05/KH–THTP3",
        "Số: 5/2021/KH-THTP3",
        "Số: …/KH-THTP3",
        "Số:        /KH-THTP3",
        "Số:",
        "05/KH-THTP3",
        "So: 05/KH-THTP3",
    ],
)
def test_a_number_stays_one(text: str, tmp_path: Path) -> None:
    parts = _named((("number", text),), "number", tmp_path)
    assert ("number", " ".join(text.split())) in parts


@pytest.mark.parametrize(
    "text",
    [
        "Tân Hồng ngày 5 tháng 1 năm 2021",
        "Tân Hồng, ngày 05/01/2021",
        "TÂN HỒNG, NGÀY 05 THÁNG 01 NĂM 2021",
        "Tân Hồng, ngày … tháng … năm 2021",
        "Tân Hồng, ngày      tháng      năm      ",
        "Tân Hồng , ngay 05 tháng 01 nam 2021",
        "Tân Hồng, ngày 31 tháng 02 năm 2021.",
    ],
)
def test_a_date_stays_one(text: str, tmp_path: Path) -> None:
    parts = _named((("place_and_date", text),), "date", tmp_path)
    assert [role for role, _ in parts].count("place_and_date") == 1


def test_looks_do_not_decide(tmp_path: Path) -> None:
    path = build(PLAN, "one row", tmp_path / "van-ban.docx")
    document = Document(str(path))
    plain = name(read(path))
    for style in ({"bold": False, "italic": False}, {"bold": True, "italic": True}):
        tables = [cell for table in document.tables for row in table.rows for cell in row.cells]
        for paragraph in [*document.paragraphs, *(line for cell in tables for line in cell.paragraphs)]:
            for run in paragraph.runs:
                run.bold, run.italic = style["bold"], style["italic"]
        document.save(str(path))
        assert [(part.role, part.text) for part in name(read(path)).parts] == [
            (part.role, part.text) for part in plain.parts
        ]
