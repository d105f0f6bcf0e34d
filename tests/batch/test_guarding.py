"""A run waits for the workers that a killed one left behind."""

import multiprocessing
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

import papi_docs as papi
from papi_docs.batch import Outcome, guarding
from papi_docs.batch.guarding import alone_at_first, at_work
from papi_docs.model import District
from tests.batch.conftest import STORE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="locks of folders are not for Windows")


def test_a_run_begins_when_the_last_worker_is_gone(tan_hong: District, tmp_path: Path) -> None:
    papi.generate(tan_hong, out=tmp_path, kinds=["contact-notice"])
    last, working = tmp_path / "last", threading.Event()

    def work() -> None:
        with at_work(tmp_path / STORE):
            working.set()
            time.sleep(0.5)
            last.touch()

    worker = threading.Thread(target=work)
    worker.start()
    working.wait()
    with alone_at_first(tmp_path / STORE):
        assert last.exists()
    worker.join()


def test_workers_of_a_run_do_not_wait_for_it(tmp_path: Path) -> None:
    with alone_at_first(tmp_path), at_work(tmp_path), at_work(tmp_path):
        pass


def test_a_worker_that_never_ends_is_said(tan_hong: District, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    papi.generate(tan_hong, out=tmp_path, kinds=["contact-notice"])
    monkeypatch.setattr(guarding, "_PATIENCE", 0.0)
    with at_work(tmp_path / STORE), pytest.raises(papi.UsageError, match="lần chạy trước"):
        papi.generate(tan_hong, out=tmp_path, kinds=["contact-notice"])
    assert papi.generate(tan_hong, out=tmp_path, kinds=["contact-notice"]).ok


def test_a_folder_that_is_not_there_has_nobody_to_wait_for(tmp_path: Path) -> None:
    with alone_at_first(tmp_path / "none"), at_work(tmp_path / "none"):
        pass


def test_somebodys_pool_outlives_a_run(tan_hong: District, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its processes are born while the first run is at work, and are not at work any more when the second begins."""
    monkeypatch.setattr(guarding, "_PATIENCE", 0.0)
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        for kind in ("contact-notice", "plan"):
            run = papi.generate(tan_hong, out=tmp_path, kinds=[kind], executor=pool)
            assert [paper.outcome for paper in run.papers] == [Outcome.MADE] * len(tan_hong.dossiers)
