"""The command: what it prints, where, and its exit codes (0 done, 1 faults, 2 wrong use)."""

import subprocess
import sys
from pathlib import Path

import pytest

from papi_docs import KINDS

EXAMPLE = "tan-hong-2021-2022.xlsx"


def papi_docs(*arguments: str | Path) -> tuple[int, str, str]:
    command = [sys.executable, "-W", "error", "-m", "papi_docs", *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", timeout=120)
    return done.returncode, done.stdout, done.stderr


def test_generate(examples: Path, tmp_path: Path) -> None:
    code, out, err = papi_docs("generate", examples / EXAMPLE, "--out", tmp_path / "out")
    assert code == 0
    assert out.count("\n") == 2
    assert "5 văn bản đã lập" in out
    assert err == "Xem cảnh báo: thêm --details.\n"
    assert (tmp_path / "out" / "THTP3" / "ke-hoach.docx").exists()


def test_one_school_issued(examples: Path, tmp_path: Path) -> None:
    options = ["--school", "THTP3", "--date", "2021-07-20", "--number", "5", "--kind", "plan", "--no-progress"]
    code, out, _ = papi_docs("generate", examples / EXAMPLE, "--out", tmp_path, *options)
    assert code == 0
    assert "1 văn bản đã lập" in out


def test_details(examples: Path, tmp_path: Path) -> None:
    _, out, err = papi_docs("generate", examples / EXAMPLE, "--out", tmp_path, "--details")
    assert out.count("đã lập") == 6
    assert 'sheet "Căn cứ", ô E4' in err


def test_progress_goes_to_standard_error(examples: Path, tmp_path: Path) -> None:
    _, out, err = papi_docs("generate", examples / EXAMPLE, "--out", tmp_path, "--progress")
    assert "Lập văn bản" in err
    assert "Lập văn bản" not in out


def test_faults_are_all_said_and_nothing_is_written(tmp_path: Path) -> None:
    book = tmp_path / "moi.xlsx"
    assert papi_docs("new-workbook", book)[0] == 0
    code, out, err = papi_docs("generate", book, "--out", tmp_path / "out")
    assert (code, out) == (1, "")
    assert err.count("\n") >= 4
    assert 'sheet "Cài đặt", ô B4' in err
    assert err.endswith("lỗi: sửa rồi chạy lại.\n")
    assert not (tmp_path / "out").exists()


def test_kept_papers_give_exit_code_1(examples: Path, tmp_path: Path) -> None:
    arguments: list[str | Path] = ["generate", examples / EXAMPLE, "--out", tmp_path, "--school", "THTP3"]
    assert papi_docs(*arguments)[0] == 0
    (tmp_path / "THTP3" / "ke-hoach.docx").write_bytes(b"edited")
    assert papi_docs(*arguments)[0] == 1
    assert papi_docs(*arguments, "--overwrite")[0] == 0


def test_new_workbook_is_an_xlsx(tmp_path: Path) -> None:
    code, _, err = papi_docs("new-workbook", tmp_path / "moi.docx")
    assert code == 2
    assert "moi.xlsx" in err


def test_new_workbook_does_not_overwrite(tmp_path: Path) -> None:
    book = tmp_path / "moi.xlsx"
    book.write_bytes(b"mine")
    code, _, err = papi_docs("new-workbook", book)
    assert code == 2
    assert "--overwrite" in err
    assert book.read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["generate"], "thiếu"),
        (["generate", "x.xlsx"], "--out"),
        (["generate", "x.xlsx", "--out", "o", "--nummer", "5"], "không có tùy chọn --nummer"),
        (["generate", "x.xlsx", "--out", "o", "--date", "31/02/2022"], "28/02/2022"),
        (["generate", "x.xlsx", "--out", "o", "--number", "abc"], "--number"),
        (["generate", "x.xlsx", "--out", "o", "--number", "0"], "--number"),
        (["make"], "không có lệnh"),
        (["generate", "x.xlsx", "y.xlsx", "--out", "o"], "thừa tham số: y.xlsx"),
    ],
)
def test_wrong_use_is_said_in_vietnamese(arguments: list[str], said: str) -> None:
    code, out, err = papi_docs(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("Sai cách gọi: ")
    assert said in err
    assert err.endswith("Xem: papi-docs --help\n")


def test_unknown_school(examples: Path, tmp_path: Path) -> None:
    code, _, err = papi_docs("generate", examples / EXAMPLE, "--out", tmp_path, "--school", "THTP9")
    assert code == 2
    assert "chọn trong THTP3" in err


def test_a_missing_workbook(tmp_path: Path) -> None:
    code, _, err = papi_docs("generate", tmp_path / "khong-co.xlsx", "--out", tmp_path / "out")
    assert code == 1
    assert "không có tệp này" in err


def test_help_is_vietnamese() -> None:
    code, out, _ = papi_docs("generate", "--help")
    assert code == 0
    assert "Lập văn bản cho mọi trường trong sổ" in out


def test_district_script(examples: Path, tmp_path: Path) -> None:
    command: list[str | Path] = [sys.executable, examples / "district.py", examples / EXAMPLE, tmp_path / "out"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0
    assert done.stdout.endswith("0 lỗi, 2 cảnh báo.\n")
    assert len((examples / "district.py").read_text(encoding="utf-8").splitlines()) <= 30


def test_kinds_lists_every_paper_with_its_name() -> None:
    code, out, _ = papi_docs("kinds")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == list(KINDS)
    assert "Báo cáo sơ kết học kỳ I" in out
