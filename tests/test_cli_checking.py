"""The commands ``check`` and ``explain``: what they print, what they write, their exit codes."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.shared import Mm

from papi_docs import check
from papi_docs.checker.rules import RULES
from papi_docs.filling.search import SHIPPED

RIGHT = Path(__file__).parent / "golden" / "ke-hoach-05.docx"
EXAMPLE = "tan-hong-2021-2022.xlsx"
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def papi_docs(tmp_path: Path) -> Command:
    """The command, run in a folder of its own: exit code, output, errors."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        command = [sys.executable, "-W", "error", "-m", "papi_docs", *arguments]
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, encoding="utf-8", timeout=120, cwd=tmp_path
        )
        return done.returncode, done.stdout, done.stderr

    return run


def spoil(path: Path, source: Path = RIGHT) -> Path:
    """A plan with a left margin of 25 mm."""
    document = docx.Document(str(source))
    for section in document.sections:
        section.left_margin = Mm(25)
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))
    return path


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    return spoil(tmp_path / "sai.docx")


@pytest.fixture
def right(tmp_path: Path) -> Path:
    return Path(shutil.copy(RIGHT, tmp_path / "đúng.docx"))


def test_a_right_paper(papi_docs: Command, right: Path) -> None:
    code, out, err = papi_docs("check", right.name)
    assert (code, err) == (0, "")
    assert out.startswith("đúng.docx (Kế hoạch): ")
    assert "lỗi:" not in out


@pytest.mark.usefixtures("wrong")
def test_a_wrong_paper(papi_docs: Command) -> None:
    code, out, err = papi_docs("check", "sai.docx", "--select", "margin")
    assert (code, err) == (1, "")
    assert out.startswith("sai.docx (Kế hoạch): 1 lỗi.\n")
    assert "25 mm" in out
    assert "[margin-left]" in out


@pytest.mark.usefixtures("wrong", "right")
def test_a_folder_is_summed_up(papi_docs: Command, tmp_path: Path) -> None:
    code, out, _ = papi_docs("check", tmp_path, "--select", "margin")
    assert code == 1
    assert out.splitlines()[-1] == "2 tệp: 1 không có lỗi, 1 có lỗi; tất cả 1 lỗi."


@pytest.mark.usefixtures("wrong")
def test_rules_are_chosen_and_left_out(papi_docs: Command) -> None:
    assert papi_docs("check", "sai.docx", "--select", "margin", "--ignore", "margin-left")[0] == 0
    assert papi_docs("check", "sai.docx", "--select", "motto, margin-top", "--select", "margin-left")[0] == 1


@pytest.mark.usefixtures("wrong")
def test_json(papi_docs: Command) -> None:
    code, out, _ = papi_docs("check", "sai.docx", "--select", "margin-left", "--format", "json")
    (file,) = json.loads(out)["files"]
    assert (code, file["file"], file["ok"], file["form"]) == (1, "sai.docx", False, "named")
    assert {finding["code"] for finding in file["findings"]} == {"margin-left"}


@pytest.mark.usefixtures("wrong")
def test_sarif_into_a_file(papi_docs: Command, tmp_path: Path) -> None:
    arguments = ["check", "sai.docx", "--select", "margin-left", "--format", "sarif", "--output", "kq/log.sarif"]
    code, out, _ = papi_docs(*arguments)
    assert (code, out) == (1, "")
    log = json.loads((tmp_path / "kq" / "log.sarif").read_text(encoding="utf-8"))
    assert log["runs"][0]["results"][0]["ruleId"] == "margin-left"
    code, _, err = papi_docs(*arguments)
    assert code == 2
    assert "--overwrite" in err
    assert papi_docs(*arguments, "--overwrite")[0] == 1


def test_copies_with_comments(papi_docs: Command, wrong: Path, tmp_path: Path) -> None:
    arguments = ["check", wrong.name, "--select", "margin-left", "--annotate", "chu-thich"]
    code, out, _ = papi_docs(*arguments)
    copy = tmp_path / "chu-thich" / "sai.docx"
    assert code == 1
    assert f"Bản chú thích: {copy.relative_to(tmp_path)}" in out
    assert [comment.author for comment in docx.Document(str(copy)).comments] == ["papi_docs"]
    assert papi_docs(*arguments)[:2] == (code, out)
    copy.write_bytes(b"mine")
    code, out, _ = papi_docs(*arguments)
    assert code == 1
    assert "đã có bản khác, được giữ nguyên: thêm --overwrite" in out
    assert copy.read_bytes() == b"mine"
    papi_docs(*arguments, "--overwrite")
    assert copy.read_bytes()[:2] == b"PK"


def test_mended_copies(papi_docs: Command, wrong: Path, tmp_path: Path) -> None:
    before = wrong.read_bytes()
    code, out, _ = papi_docs("check", wrong.name, "--select", "margin", "--fix", "sua")
    assert code == 1
    assert f"Bản đã sửa: {Path('sua', 'sai.docx')}: đã sửa 1 lỗi, còn 0" in out
    assert wrong.read_bytes() == before
    assert check(tmp_path / "sua" / "sai.docx", select=["margin"]).observations == ()


def test_a_mended_copy_that_was_changed_is_kept(papi_docs: Command, wrong: Path, tmp_path: Path) -> None:
    copy = tmp_path / "sua" / "sai.docx"
    copy.parent.mkdir()
    copy.write_bytes(b"mine")
    code, out, _ = papi_docs("check", wrong.name, "--fix", "sua")
    assert code == 1
    assert "được giữ nguyên" in out
    assert copy.read_bytes() == b"mine"


def test_papers_of_one_name_have_copies_of_their_own(papi_docs: Command, tmp_path: Path) -> None:
    for folder in ("x", "y"):
        spoil(tmp_path / folder / "a.docx")
    papi_docs("check", "x/a.docx", "y/a.docx", "--annotate", "chu-thich")
    assert sorted(path.name for path in (tmp_path / "chu-thich").iterdir()) == ["a-2.docx", "a.docx"]


def test_a_folder_of_copies_inside_is_not_judged_again(papi_docs: Command, wrong: Path, tmp_path: Path) -> None:
    assert wrong.exists()
    for _ in range(2):
        assert papi_docs("check", ".", "--select", "margin", "--annotate", "chu-thich")[1].count("sai.docx (") == 1
    assert [path.name for path in (tmp_path / "chu-thich").iterdir()] == ["sai.docx"]


@pytest.fixture
def unreadable(tmp_path: Path) -> dict[str, str]:
    """Files that cannot be judged, and a word of what is to be said of each."""
    (tmp_path / "khong-phai.docx").write_bytes(b"not a zip")
    (tmp_path / "cu.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    (tmp_path / "rong.docx").write_bytes(b"")
    (tmp_path / "trong").mkdir()
    return {
        "khong-phai.docx": "không phải .docx",
        "cu.doc": "Word 97-2003",
        "rong.docx": "tệp rỗng",
        "trong": "không có tệp .docx nào",
        "khong-co.docx": "không có tệp này",
    }


def test_each_file_that_cannot_be_read_is_said_and_the_others_judged(
    papi_docs: Command, right: Path, unreadable: dict[str, str]
) -> None:
    code, out, err = papi_docs("check", *unreadable, right.name, "--select", "margin")
    assert (code, err) == (1, "")
    lines = out.splitlines()
    for name, said in unreadable.items():
        (line,) = [line for line in lines if line.startswith(f"{name}: ")]
        assert said in line
    assert lines[-1] == "6 tệp: 1 không có lỗi, 5 không xét được."


def test_each_file_that_cannot_be_read_is_said_in_json(papi_docs: Command, unreadable: dict[str, str]) -> None:
    code, out, _ = papi_docs("check", *unreadable, "--format", "json")
    files = {file["file"]: file for file in json.loads(out)["files"]}
    assert code == 1
    assert set(files) == set(unreadable)
    assert all(said in files[name]["errors"][0] for name, said in unreadable.items())


def test_a_folder_that_cannot_be_written_to_is_said(papi_docs: Command, wrong: Path, tmp_path: Path) -> None:
    closed = tmp_path / "khoa"
    closed.mkdir()
    (closed / "x").write_text("a file where a folder should be")
    spoil(tmp_path / "vao" / "x" / "sai.docx")
    code, out, _ = papi_docs("check", "vao", wrong.name, "--select", "margin", "--annotate", "khoa")
    assert code == 1
    assert "kiểm tra quyền ghi" in out
    assert f"Bản chú thích: {Path('khoa', 'sai.docx')}" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], "thiếu"),
        (["check", "sai.docx", "--format", "xml"], "chọn trong text, json, sarif"),
        (["explain", "--tat-ca"], "không có tùy chọn"),
    ],
)
def test_wrong_calls(papi_docs: Command, arguments: list[str], said: str) -> None:
    code, out, err = papi_docs(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("Sai cách gọi: ")
    assert said in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "sai.docx", "--select", "margin-lef"], "có phải margin-left"),
        (["check", "sai.docx", "--ignore", "x-y-z"], 'không có quy tắc "x-y-z"'),
        (["check", "sai.docx", "--annotate", "."], "chọn thư mục khác"),
        (["check", "sai.docx", "--annotate", "sai.docx"], "là tệp: chọn một thư mục"),
        (["check", "sai.docx", "--annotate", "a", "--fix", "./a"], "chọn hai thư mục"),
        (["check", "sai.docx", "--output", "sai.docx", "--overwrite"], "là tệp đang xét"),
        (["explain"], "papi-docs explain --all"),
        (["explain", "margin-left", "--all"], "chọn một"),
        (["explain", "margin-lef"], "có phải margin-left"),
    ],
)
def test_calls_that_contradict_themselves(papi_docs: Command, wrong: Path, arguments: list[str], said: str) -> None:
    before = wrong.read_bytes()
    code, out, err = papi_docs(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert wrong.read_bytes() == before


def test_explain_a_rule(papi_docs: Command) -> None:
    code, out, _ = papi_docs("explain", "margin-left")
    assert code == 0
    assert RULES["margin-left"].explanation in out


def test_explain_all(papi_docs: Command) -> None:
    code, out, _ = papi_docs("explain", "--all")
    assert code == 0
    assert all(f"| `{code}` |" in out for code in RULES)


def test_any_console_takes_vietnamese(right: Path) -> None:
    command: list[str | Path] = [sys.executable, "-m", "papi_docs", "check", right]
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, check=False, capture_output=True, timeout=120, env=environment)
    assert "đúng.docx (Kế hoạch)" in done.stdout.decode()


def test_generate_judges_what_it_made(papi_docs: Command, examples: Path, tmp_path: Path) -> None:
    spoil(tmp_path / "mau" / "plan.docx", SHIPPED / "plan.docx")
    arguments = ["generate", examples / EXAMPLE, "--out", "out", "--school", "THTP3", "--templates", "mau"]
    assert papi_docs(*arguments)[0] == 0
    code, _, err = papi_docs(*arguments, "--check")
    assert code == 1
    assert f"{Path('out', 'THTP3', 'ke-hoach.docx')}: Trang giấy: lề trái 25 mm" in err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_what_is_no_file_is_said_and_not_waited_for(papi_docs: Command, tmp_path: Path) -> None:
    (tmp_path / "mot.docx").symlink_to("hai.docx")
    (tmp_path / "hai.docx").symlink_to("mot.docx")
    os.mkfifo(tmp_path / "ong.docx")
    code, out, err = papi_docs("check", "mot.docx", "ong.docx", "--annotate", "a", "--fix", "b")
    assert (code, err) == (1, "")
    assert "mot.docx: liên kết dẫn vòng quanh" in out
    assert "ong.docx: đây không phải tệp thường" in out


def test_what_holds_no_text_is_not_right(papi_docs: Command, tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "trong.docx"))
    code, out, _ = papi_docs("check", "trong.docx")
    assert (code, out) == (1, "trong.docx: văn bản không có chữ nào để xét: chọn lại tệp.\n")


def test_what_is_no_official_paper_is_not_called_right(papi_docs: Command, tmp_path: Path) -> None:
    letter = docx.Document()
    letter.add_paragraph("Xin chào, mẹ vẫn khỏe.")
    letter.save(str(tmp_path / "thu.docx"))
    code, out, _ = papi_docs("check", "thu.docx", "thu-khac.docx")
    assert code == 1
    assert out.startswith("thu.docx (không phải văn bản hành chính): chỉ xét chữ viết, không thấy lỗi.\n")
    assert "1 chỉ xét chữ viết, không có lỗi" in out
    code, out, _ = papi_docs("check", "thu.docx", "--format", "json")
    assert (code, "không xét thể thức" in json.loads(out)["files"][0]["limits"]) == (0, True)
    _, out, _ = papi_docs("check", "thu.docx", "--format", "sarif")
    (said,) = json.loads(out)["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert "không xét thể thức" in said["message"]["text"]
