"""Workers: what kills one document stops no other, and an interrupted run goes on."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from notat import worker
from notat.archive import Job
from notat.errors import NotatError
from notat.rows import Part, failed
from notat.worker import Settings, alone, work
from rules.law.book import RuleBook, load

DOCUMENTS = 24


def misbehave(job: Job, _rulebook: RuleBook, _timings: bool) -> Part:
    """Stands in for reading: does what the file's name says."""
    if job.name == "crash":
        os.kill(os.getpid(), signal.SIGKILL)
    if job.name == "hang":
        time.sleep(60)
    if job.name == "fill":
        raise MemoryError
    if job.name == "fault":
        raise ZeroDivisionError
    return failed(job.name, "")


def errors(*names: str) -> dict[str, str]:
    jobs = [Job(Path(name), name) for name in names]
    settings = Settings(processes=2, timeout=3)
    return {job.name: part.error for job, part in work(jobs, load(), settings)}


@pytest.mark.skipif(os.name == "nt", reason="kills by signal")
def test_one_document_never_stops_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "process", misbehave)
    found = errors("crash", "good", "hang", "fill", "fault", "better")
    assert found["good"] == found["better"] == ""
    assert "crash" in found["crash"]
    assert "time limit" in found["hang"]
    assert "memory" in found["fill"]
    assert "ZeroDivisionError" in found["fault"]


def test_the_largest_documents_are_begun_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def noted(job: Job, _rulebook: RuleBook, _timings: bool) -> Part:
        begun.append(job.name)
        return failed(job.name, "")

    @contextmanager
    def here(_jobs: Sequence[Job], _settings: Settings) -> Iterator[worker.Submit]:
        with ThreadPoolExecutor(1) as pool:
            yield lambda job, rulebook: pool.submit(noted, job, rulebook, False)

    monkeypatch.setattr(worker, "_machine", here)
    for name, size in (("small", 10), ("large", 300), ("middle", 200)):
        (tmp_path / name).write_bytes(b"x" * size)
    jobs = [Job(tmp_path / name, name) for name in ("gone", "small", "large", "middle")]
    assert len(list(work(jobs, load(), Settings()))) == len(jobs)
    assert begun == ["large", "middle", "small", "gone"]


def hang(_path: Path) -> None:
    """Stands in for reading a file that no library comes to an end with."""
    time.sleep(60)


def test_one_file_is_read_within_limits() -> None:
    assert alone(Job(Path("a"), "a"), None, str) == "a"
    with pytest.raises(NotatError, match="a: Took longer"):
        alone(Job(Path("a"), "a"), 0.5, hang)


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(NotatError, match="no engine"):
        list(work([Job(Path("a"), "a")], load(), Settings(engine="ray://x")))


def test_no_scheduler_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "PATIENCE", "1s")
    with pytest.raises(NotatError, match="No Dask scheduler"):
        list(work([Job(Path("a"), "a")], load(), Settings(engine="dask://127.0.0.1:1")))


@pytest.fixture
def cluster() -> Iterator[str]:
    """The address of a small cluster on this machine."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as one:
        yield str(one.scheduler_address).replace("tcp://", "dask://")


def test_a_cluster_gives_the_same_rows(archive: Path, cluster: str) -> None:
    jobs = [Job(archive / "2024" / "mål.txt", "mål.txt"), Job(archive / "gone", "gone")]
    here = dict(work(jobs, load(), Settings()))
    assert dict(work(jobs, load(), Settings(engine=cluster))) == here


@pytest.mark.skipif(os.name == "nt", reason="interrupts by signal")
def test_an_interrupted_run_goes_on(
    archive: Path, tmp_path: Path, notat: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    text = (archive / "2024" / "mål.txt").read_text("utf-8")
    for number in range(DOCUMENTS):
        (archive / f"{number}.txt").write_text(text + "\nEn linje.\n" * 100 * number, "utf-8")
    command = [sys.executable, "-m", "notat", "convert", str(archive), "-o", "out"]
    # Where the tests run in the background Ctrl-C is ignored, and a child would ignore it too.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    started = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    signal.signal(signal.SIGINT, before)
    waiting = tmp_path / "out" / ".notat"
    while len(list(waiting.glob("*.json"))) < 2:
        time.sleep(0.01)
        assert started.poll() is None
    started.send_signal(signal.SIGINT)
    _, said = started.communicate(timeout=60)
    assert started.returncode == 130
    assert said.strip() == "notat: interrupted; run the same command again to go on."
    assert not (tmp_path / "out" / "documents.csv").exists()
    done = len(list(waiting.glob("*.json")))
    assert 2 <= done < DOCUMENTS
    assert notat("convert", archive, "-o", "out").returncode == 0
    assert not waiting.exists()
    assert (tmp_path / "out" / "documents.csv").read_text("utf-8").count("\n") == DOCUMENTS + 2
