"""Killed at any moment, a run goes on where it stopped: every paper there, whole, right, and nothing left over."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

SCRIPT = """
    import os, random, signal, sys, time
    from pathlib import Path
    import papi_docs as papi
    from tests_tree import tree

    workbook, home, executor = sys.argv[1], Path(sys.argv[2]), sys.argv[3] or None
    district = papi.read_workbook(workbook)
    later = district.model_copy(update={"dossiers": tuple(
        dossier.model_copy(update={"school": dossier.school.model_copy(update={"phone": "0277 3830 999"})})
        for dossier in district.dossiers
    )})
    KINDS = ["plan", "contact-notice", "assignments", "survey-form", "questions-answers"]

    def make(which, folder):
        return papi.generate(which, out=folder, kinds=KINDS, executor=executor)

    def killed(which, folder, after):
        '''Whether the run was still at work.'''
        child = os.fork()
        if not child:
            os.setsid()
            make(which, folder)
            os._exit(0)
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        return os.waitpid(child, 0)[1] != 0

    def timed(folder):
        begun = time.perf_counter()
        make(district, folder)
        return time.perf_counter() - begun

    make(district, home / "first")
    took = min(timed(home / f"timed {at}") for at in range(4))  # a busy moment must not make every kill come late
    make(later, home / "second")
    first, second = tree(home / "first"), tree(home / "second")
    assert first != second
    moments = random.Random(2021)
    stopped = 0
    for at in range(int(sys.argv[4])):
        folder = home / str(at)
        if at % 2:  # files to be replaced
            make(district, folder)
        which, wanted = (later, second) if at % 2 else (district, first)
        stopped += killed(which, folder, moments.uniform(0, took))
        if at % 4 > 1:  # the workbook changed once more before anybody ran it again
            which, wanted = (district, first) if which is later else (later, second)
        run = make(which, folder)
        assert run.ok, (at, str(run), [str(finding) for finding in run.all_findings][:5])
        assert tree(folder) == wanted, at
        left = [path.name for path in folder.rglob("*") if path.is_file() and path.suffix != ".docx"]
        assert left == ["journal.sqlite"], (at, left)
    print("stopped", stopped)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
@pytest.mark.parametrize(("executor", "times"), [("", 50), ("processes", 10)])
def test_killed_at_random_moments(executor: str, times: int, examples: Path, tmp_path: Path) -> None:
    source = Path(__file__).parent / "conftest.py"
    (tmp_path / "tests_tree.py").write_text(source.read_text("utf-8"), "utf-8")
    done = subprocess.run(
        [
            *(sys.executable, "-c", textwrap.dedent(SCRIPT), str(examples / "tan-hong-2021-2022.xlsx")),
            *(str(tmp_path / "runs"), executor, str(times)),
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    word, stopped = done.stdout.split()
    assert word == "stopped"
    assert int(stopped) >= times // 2
