"""Any executor: the same bytes, the same answers, in the same order; a worker that dies costs its own school."""

import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

import pytest

import papi_docs as papi
from papi_docs.batch import Outcome
from papi_docs.model import District
from tests.batch.conftest import Many, Store, tree

KINDS = ("plan", "contact-notice", "survey-results")
DEADLY = "TOT"
"""Code of a school that kills the worker that makes its papers."""


@contextmanager
def threads() -> Iterator[Executor]:
    with ThreadPoolExecutor(3) as pool:
        yield pool


@contextmanager
def processes() -> Iterator[Executor]:
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        yield pool


@contextmanager
def dask() -> Iterator[Executor]:
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client.get_executor()


@contextmanager
def ours() -> Iterator[str]:
    yield "processes"


@pytest.mark.filterwarnings("ignore:.*:DeprecationWarning")  # of Dask's own
@pytest.mark.parametrize("executor", [threads, processes, dask, ours])
def test_the_same_from_each(executor: Callable[[], object], many: Many, tmp_path: Path) -> None:
    district = many(40)
    here = papi.generate(district, out=tmp_path / "here", kinds=KINDS)
    with executor() as pool:  # type: ignore[attr-defined]
        there = papi.generate(district, out=tmp_path / "there", kinds=KINDS, executor=pool)
        again = papi.generate(district, out=tmp_path / "there", kinds=KINDS, executor=pool)
    assert there.ok
    assert [(paper.school, paper.kind) for paper in there.papers] == [
        (paper.school, paper.kind) for paper in here.papers
    ]
    assert {paper.outcome for paper in again.papers} == {Outcome.UNCHANGED}
    assert there.findings == here.findings
    assert tree(tmp_path / "there") == tree(tmp_path / "here")
    assert Store(tmp_path / "there").names == {"journal.sqlite"}


def test_forked_by_a_script(tmp_path: Path, examples: Path) -> None:
    """A process without threads hands its dossiers to its children by being copied."""
    script = f"""
        import papi_docs as papi
        from papi_docs.batch import executing
        if __name__ == "__main__":
            executing._Spooled = None  # forked, or not at all
            district = papi.read_workbook({str(examples / "tan-hong-2021-2022.xlsx")!r})
            run = papi.generate(district, out={str(tmp_path / "forked")!r}, kinds=["all"], executor="processes")
            print(run)
            papi.generate(district, out={str(tmp_path / "here")!r}, kinds=["all"])
    """
    if sys.platform != "linux":
        pytest.skip("only Linux forks")
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert "97 văn bản đã lập" in done.stdout
    assert tree(tmp_path / "forked") == tree(tmp_path / "here")


def test_a_worker_that_dies_costs_its_own_school(examples: Path, tmp_path: Path) -> None:
    """In a process of its own, which may fork: the death is planted before."""
    script = f"""
        import os, signal
        import papi_docs as papi
        from papi_docs.batch import executing, making

        real = making.make_papers
        def deadly(order, dossiers, known):
            if any(dossier.school.code == {DEADLY!r} for dossier in dossiers):
                os.kill(os.getpid(), signal.SIGKILL)
            return real(order, dossiers, known)
        executing.make_papers = deadly

        district = papi.read_workbook({str(examples / "tan-hong-2021-2022.xlsx")!r})
        def named(dossier, code):
            return dossier.model_copy(update={{"school": dossier.school.model_copy(update={{"code": code}})}})
        dossiers = [named(district.dossiers[at % 5], f"T{{at:05}}") for at in range(150)]
        dossiers[70] = named(dossiers[70], {DEADLY!r})
        run = papi.generate(dossiers, out={str(tmp_path)!r}, kinds=["contact-notice"], executor="processes")
        print(run)
        for paper in run.papers:
            if paper.outcome is not papi.batch.Outcome.MADE:
                print(paper.school, paper.outcome, paper.findings[0].message)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert "149 văn bản đã lập, 1 văn bản chưa lập được" in done.stdout
    assert f"{DEADLY} chưa lập được tiến trình con dừng đột ngột" in done.stdout
    assert len(tree(tmp_path)) == 149
    assert Store(tmp_path).names == {"journal.sqlite"}


class Refusing(Executor):
    """Takes nothing."""

    def submit(self, *_: object, **__: object) -> object:  # type: ignore[override]
        raise RuntimeError("cannot schedule new futures after shutdown")


def test_an_executor_that_takes_nothing_is_said_per_paper(tan_hong: District, tmp_path: Path) -> None:
    run = papi.generate(tan_hong, out=tmp_path, executor=Refusing())
    assert {paper.outcome for paper in run.papers} == {Outcome.FAILED}
    assert "không giao được việc" in run.papers[0].findings[0].message


def test_what_is_no_executor_is_refused(tan_hong: District, tmp_path: Path) -> None:
    with pytest.raises(papi.UsageError, match="executor"):
        papi.generate(tan_hong, out=tmp_path, executor="dask")  # type: ignore[arg-type]
