"""The whole workbook: schools, signers, bases, lines, authorities, and every fault in one pass."""

import gc
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils.exceptions import IllegalCharacterError

from papi_docs import District, Finding, Severity, WorkbookError, new_workbook, read_workbook
from papi_docs.excel.columns import SHEETS

Rows = dict[str, list[dict[str, Any]]]
FoundIn = Callable[[Rows], tuple[Finding, ...]]
DistrictOf = Callable[[Rows], District]
Spoilt = Callable[[Callable[[Workbook], object]], tuple[Finding, ...]]


def test_the_right_workbook_has_no_finding(right_book: Path) -> None:
    district = read_workbook(right_book)

    assert district.findings == ()
    assert district.codes == ("THTP3", "THSR")
    assert district["THTP3"].signer.lines == ("HIỆU TRƯỞNG",)


@pytest.mark.parametrize(
    ("change", "cell", "code", "words"),
    [
        ({"name": ""}, "B3", "cell-empty", "Tên trường"),
        ({"commune": ""}, "D3", "cell-empty", "Xã, phường"),
        ({"commune": "Tân Phước"}, "D3", "value-refused", '"xã Tân Phước"'),
        ({"symbol": "TH TP3"}, "C3", "value-refused", "không có khoảng trắng"),
        ({"symbol": ""}, "C3", "symbol-guessed", '"THTP3"'),
        ({"symbol": "", "name": "---"}, "C3", "symbol-missing", "ghi ký hiệu"),
        ({"number": "5"}, "J3", "issue-incomplete", "Ngày kế hoạch"),
        ({"day": "20/7/2021"}, "I3", "issue-incomplete", "Số kế hoạch"),
        ({"number": "năm", "day": "20/7/2021"}, "I3", "cell-not-understood", "không phải số"),
        ({"number": "5", "day": date(2021, 1, 8)}, "J3", "date-swapped", "Ý bạn là 01/8/2021?"),
        ({"number": "5", "day": "20/7/2020"}, "J3", "date-outside", "năm học 2021-2022"),
        ({"signer": "Trần Thị Bính"}, "G3", "signer-unknown", 'Ý bạn là "Trần Thị Bình"?'),
        ({"capacity": "thay"}, "H3", "capacity-unknown", "ghi Q., KT., TM., TL., TUQ."),
        ({"capacity": "KT."}, "H3", "value-refused", "bỏ KT."),
        ({"capacity": "Q."}, "H3", "value-refused", "chỉ người giữ quyền"),
        ({"capacity": "TM. Hội đồng trường"}, "H3", "value-refused", "không ghi TM."),
        ({"signer": "Kế toán"}, "G3", "value-refused", "TL. hoặc TUQ."),
        ({"signer": "Kế toán", "capacity": "KT."}, "H3", "value-refused", "KT. chỉ dành cho Phó Hiệu trưởng"),
        ({"signer": "Kế toán", "capacity": "TM."}, "H3", "value-refused", "tên tập thể"),
        ({"signer": "Phó Hiệu trưởng", "capacity": "TL."}, "H3", "value-refused", "ghi KT."),
    ],
)
def test_one_fault_of_a_school(
    *, rows: Rows, found_in: FoundIn, change: dict[str, Any], cell: str, code: str, words: str
) -> None:
    rows["schools"][0] |= change

    (finding,) = found_in(rows)

    assert (finding.code, finding.where.sheet, finding.where.cell) == (code, "Trường", cell)
    assert words in finding.message
    assert finding.schools == ("THTP3",)


@pytest.mark.parametrize(
    ("signer", "capacity", "lines"),
    [
        ("", "", ("HIỆU TRƯỞNG",)),
        ("Trần Thị Bình", "", ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG")),
        ("Phó Hiệu trưởng", "kt", ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG")),
        ("Phó Hiệu trưởng", "KT.HIỆU TRƯỞNG", ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG")),
        ("Kế toán", "TL. Hiệu trưởng", ("TL. HIỆU TRƯỞNG", "KẾ TOÁN")),
        ("Kế toán", "TUQ", ("TUQ. HIỆU TRƯỞNG", "KẾ TOÁN")),
        ("Văn thư", "TM. Hội đồng trường", ("TM. HỘI ĐỒNG TRƯỜNG", "VĂN THƯ")),
    ],
)
def test_capacities(*, rows: Rows, district_of: DistrictOf, signer: str, capacity: str, lines: tuple[str, ...]) -> None:
    rows["schools"][0] |= {"signer": signer, "capacity": capacity}

    assert district_of(rows)["THTP3"].signer.lines == lines


def test_an_acting_head(*, rows: Rows, district_of: DistrictOf) -> None:
    rows["staff"][0]["position"] = "Quyền Hiệu trưởng"

    assert district_of(rows)["THTP3"].signer.lines == ("Q. HIỆU TRƯỞNG",)


@pytest.mark.parametrize(("heads", "words"), [(0, "chưa có Hiệu trưởng"), (2, "có hơn một Hiệu trưởng")])
def test_no_head_and_two_heads(*, rows: Rows, found_in: FoundIn, heads: int, words: str) -> None:
    del rows["staff"][4], rows["tasks"][0]
    rows["staff"] += [{"school": "THSR", "name": f"Lê {name}", "position": "Hiệu trưởng"} for name in "AB"[:heads]]

    (finding,) = found_in(rows)

    assert (finding.code, finding.where.cell, finding.schools) == ("signer-unknown", "A4", ("THSR",))
    assert words in finding.message


@pytest.mark.parametrize("code", ["THTP3", "thtp3", " THTP3 "])
def test_a_school_twice_and_the_faults_of_its_second_row(*, rows: Rows, found_in: FoundIn, code: str) -> None:
    rows["schools"].append(rows["schools"][0] | {"code": code, "commune": "Tân Phước", "number": "một"})

    found = found_in(rows)

    assert [(finding.code, finding.where.cell) for finding in found] == [
        ("school-twice", "A5"),
        ("value-refused", "D5"),
        ("cell-not-understood", "I5"),
        ("issue-incomplete", "J5"),
    ]
    assert "ô A3" in found[0].message


def test_a_school_code_typed_as_a_number(*, rows: Rows, district_of: DistrictOf) -> None:
    rows["schools"][0]["code"] = 3
    for row in rows["staff"][:4]:
        row["school"] = "3"

    assert district_of(rows).codes == ("3", "THSR")


def test_no_school(*, rows: Rows, found_in: FoundIn) -> None:
    rows["schools"] = rows["staff"] = []

    assert [(finding.code, finding.where.sheet) for finding in found_in(rows)] == [("no-school", "Trường")]


@pytest.mark.parametrize(
    ("change", "cell", "code", "severity"),
    [
        ({"type": ""}, "C3", "cell-empty", Severity.FAULT),
        ({"number": ""}, "D3", "basis-incomplete", Severity.FAULT),
        ({"issuer": ""}, "F3", "basis-incomplete", Severity.FAULT),
        ({"day": ""}, "E3", "basis-incomplete", Severity.WARNING),
        ({"subject": ""}, "G3", "basis-incomplete", Severity.WARNING),
        ({"role": "Chỉ thị"}, "B3", "choice-unknown", Severity.FAULT),
        ({"day": "16/7/2022"}, "E3", "basis-later", Severity.WARNING),
        ({"day": date(2021, 12, 7)}, "E3", "date-swapped", Severity.FAULT),
        ({"school": "THTP"}, "A3", "school-unknown", Severity.FAULT),
    ],
)
def test_one_fault_of_a_basis(
    *, rows: Rows, found_in: FoundIn, change: dict[str, Any], cell: str, code: str, severity: Severity
) -> None:
    rows["bases"][0] |= change

    (finding,) = found_in(rows)

    assert (finding.code, finding.where.sheet, finding.where.cell) == (code, "Căn cứ", cell)
    assert finding.severity is severity


def test_a_basis_with_an_unknown_role_is_checked_too(*, rows: Rows, found_in: FoundIn) -> None:
    rows["bases"][0] |= {"role": "Chỉ thị", "number": ""}

    assert [finding.where.cell for finding in found_in(rows)] == ["B3", "D3"]


def test_lines_contents_and_authorities(*, rows: Rows, found_in: FoundIn) -> None:
    rows["lines"] += [{"section": "V", "text": "Câu."}, {"text": ""}]
    rows["contents"] = [{"code": "C1", "wording": "A"}, {"code": "c1", "wording": "B"}, {"code": "C2", "wording": "C"}]
    own = {"superior": "Ủy ban nhân dân xã An Phước", "place": "An Phước"}
    rows["authorities"] = [
        own | {"start": "01/7/2025", "end": "01/7/2024"},
        own | {"start": "01/01/2020"},
        own | {"start": "01/01/2021"},
    ]

    found = found_in(rows)

    assert [(finding.code, finding.where.cell) for finding in found] == [
        ("content-twice", "A4"),
        ("value-refused", "E3"),
        ("authority-overlap", "E5"),
        ("choice-unknown", "B4"),
    ]


def test_skipping_leaves_out_the_schools_at_fault(*, rows: Rows, tmp_path: Path) -> None:
    rows["schools"][0]["commune"] = "Tân Phước"
    path = new_workbook(tmp_path / "so.xlsx", rows)

    district = read_workbook(path, on_fault="skip")

    assert district.codes == ("THSR",)
    assert [finding.code for finding in district.findings] == ["value-refused"]
    rows["settings"][0]["province"] = ""
    with pytest.raises(WorkbookError):
        read_workbook(new_workbook(path, rows, overwrite=True), on_fault="skip")


def test_two_hundred_wrong_cells_are_two_hundred_findings(*, rows: Rows, found_in: FoundIn) -> None:
    rows["tasks"] = [
        {"code": f"NV{at}", "content": "Việc", "deadline": "31/02/2022", "lead": "Người lạ"} for at in range(100)
    ]

    found = found_in(rows)

    cells = {finding.where.cell for finding in found}
    assert len(found) == 200
    assert cells == {f"{column}{row}" for column in "DE" for row in range(3, 103)}


_GARBAGE = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["=1+1", "#REF!", "{{ 7*7 }}", "<w:p/>", "&", "🏫", "x" * 5000, "31/02/2022", "tháng 13", "²", "٣"]
    ),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.datetimes(datetime(1899, 12, 30), datetime(9999, 12, 30)),  # noqa: DTZ001
    st.timedeltas(),
    st.times(),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cells=st.lists(
        st.tuples(st.sampled_from(list(SHEETS)), st.integers(2, 6), st.integers(1, 11), _GARBAGE),
        min_size=1,
        max_size=6,
    )
)
def test_any_garbage_gives_findings_or_a_district(spoilt: Spoilt, cells: list[tuple[str, int, int, Any]]) -> None:
    def edit(book: Workbook) -> None:
        for sheet, row, column, value in cells:
            try:
                book[SHEETS[sheet].name].cell(row, column).value = value
            except IllegalCharacterError:
                continue

    for finding in spoilt(edit):
        assert finding.where.file == "so.xlsx"


def test_examples_have_no_fault() -> None:
    examples = Path(__file__).parents[2] / "examples"
    for path in sorted(examples.glob("*.xlsx")):
        assert all(finding.severity is Severity.WARNING for finding in read_workbook(path).findings)


def test_text_is_never_styled_or_run(*, rows: Rows, district_of: DistrictOf) -> None:
    text = "{{ 7*7 }} <w:p/> A & B 🏫 " + "x" * 5000
    rows["tasks"][0]["content"] = rows["lines"][0]["text"] = text

    dossier = district_of(rows)["THTP3"]

    assert dossier.plan.assignments[0].task.content == dossier.plan.goals[0] == text


def test_cached_values_of_formulas_are_read(right_book: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(right_book, data_only=True)
    book.save(tmp_path / "so.xlsx")

    assert read_workbook(tmp_path / "so.xlsx") == read_workbook(right_book)


def test_the_search_for_cycles_goes_on_afterwards(right_book: Path) -> None:
    gc.freeze()
    frozen = gc.get_freeze_count()
    read_workbook(right_book)

    assert gc.isenabled()
    assert 0 < gc.get_freeze_count() <= frozen
    gc.unfreeze()
    read_workbook(right_book)
    assert (gc.isenabled(), gc.get_freeze_count()) == (True, 0)
