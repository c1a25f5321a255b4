"""Each document in a child process that can be killed, so that none can stop the others."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, as_completed
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from notat import rows
from notat.errors import ExitCode, NotatError
from notat.rows import Part

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from notat.archive import Job
    from rules.law.book import RuleBook

Result = TypeVar("Result")

MEMORY_LIMIT = 4 * 2**30  # bytes of address space; a worker on scans needs under 900 MB resident
RECYCLE = 200  # documents until a worker is replaced, so that a C library's leak stays small
PATIENCE = "20s"  # for a Dask scheduler to answer
BASE_TIME = 120.0  # seconds that any document may take
BYTES_PER_SECOND = 4_000  # further time by size: a fax page of 20 kB gets 5 s, a photo far more
MOST_TIME = 3600.0  # seconds, whatever the size: no file may hold a core for a day


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run: processes at once, seconds a document may take (None: by its size).

    ``engine`` is empty for this machine, else ``dask://HOST:PORT``, a scheduler's address.
    """

    processes: int = 1
    timeout: float | None = None
    timings: bool = False
    rules: Path | None = None
    engine: str = ""


def work(jobs: Sequence[Job], rulebook: RuleBook, settings: Settings) -> Iterator[tuple[Job, Part]]:
    """Yield every job with its rows as it is finished, in no fixed order.

    A document that fails in any way (unreadable, out of time or memory, or crashing a C
    library) comes back as a failed part. Nothing is raised for a single document.
    """
    if not jobs:
        return
    engine = _cluster if settings.engine else _machine
    with engine(jobs, settings) as submit:
        ordered = sorted(jobs, key=_size, reverse=True)  # the last ones end at about one time
        futures = {submit(job, rulebook): job for job in ordered}
        for future in as_completed(list(futures)):
            job = futures.pop(future)  # and with it the result, once it is handed on
            error = future.exception()
            yield job, future.result() if error is None else rows.failed(job.name, _blame(error))


Submit = Callable[["Job", "RuleBook"], "Future[Part]"]


@contextmanager
def _machine(jobs: Sequence[Job], settings: Settings) -> Iterator[Submit]:
    """Child processes of our own, bounded in time and memory."""
    from pebble import ProcessPool

    context = multiprocessing.get_context("spawn")  # the same on Linux, macOS and Windows
    pool = ProcessPool(min(settings.processes, len(jobs)), RECYCLE, _bound, (), context)
    try:
        yield lambda job, rulebook: pool.schedule(
            process, (job, rulebook, settings.timings), timeout=_limit(job, settings)
        )
        pool.close()
    finally:
        pool.stop()
        pool.join()


def alone(job: Job, timeout: float | None, function: Callable[[Path], Result]) -> Result:
    """What the function makes of the job's file, in a child within the same limits.

    Raises NotatError where it runs out of time or memory, or a C library crashes.
    """
    from pebble import ProcessPool

    pool = ProcessPool(1, 1, _bound, (), multiprocessing.get_context("spawn"))
    try:
        limit = _limit(job, Settings(timeout=timeout))
        future = pool.schedule(function, (job.path,), timeout=limit)
        error = future.exception()
    finally:
        pool.stop()
        pool.join()
    if error is not None:
        raise NotatError(f"{job.name}: {_blame(error)}", "", ExitCode.NOTHING_READ) from error
    return future.result()


@contextmanager
def _cluster(_: Sequence[Job], settings: Settings) -> Iterator[Submit]:
    """The workers of a Dask cluster, whose own settings bound time and memory."""
    if not settings.engine.startswith("dask://"):
        raise NotatError(f"There is no engine {settings.engine}.", "Give dask://HOST:PORT.")
    try:
        from distributed import Client
    except ImportError as error:
        raise NotatError("Dask is not installed.", "Run pip install 'notat[cluster]'.") from error
    address = settings.engine.replace("dask://", "tcp://", 1)
    try:
        client = Client(address, timeout=PATIENCE)
    except OSError as error:
        raise NotatError(f"No Dask scheduler answers at {address}.", "Check --engine.") from error
    with client, client.get_executor() as executor:
        yield lambda job, rulebook: executor.submit(process, job, rulebook, settings.timings)


def process(job: Job, rulebook: RuleBook, timings: bool) -> Part:
    """Read and audit one document; one that can't be read becomes a failed part."""
    from extract.errors import ReadError
    from notat import pipeline

    started = time.perf_counter()
    try:
        result = pipeline.run(job.path, job.name, rulebook)
    except ReadError as error:
        return rows.failed(job.name, str(error), _digest(job.path))
    seconds = f"{time.perf_counter() - started:.2f}" if timings else ""
    return rows.part(result, seconds)


def _bound() -> None:
    """Set up a child: Ctrl-C is the parent's to answer, memory is bounded, one thread is enough.

    OpenCV reads its variable as it is loaded; it would start a thread for every core. What
    libraries think of a file's innards would reach the terminal, where nobody can act on it.
    """
    warnings.simplefilter("ignore")
    logging.disable()
    os.environ.setdefault("OPENCV_FOR_THREADS_NUM", "1")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        import resource

        allowed = resource.getrlimit(resource.RLIMIT_AS)[1]
        limit = MEMORY_LIMIT if allowed == resource.RLIM_INFINITY else min(MEMORY_LIMIT, allowed)
        with suppress(ValueError, OSError):  # macOS refuses a limit below what it has laid out
            resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _limit(job: Job, settings: Settings) -> float:
    if settings.timeout is not None:
        return settings.timeout
    return min(BASE_TIME + _size(job) / BYTES_PER_SECOND, MOST_TIME)


def _size(job: Job) -> int:
    """Bytes of the file, 0 where there is none."""
    state = job.state()
    return state.st_size if state else 0


def _blame(error: BaseException) -> str:
    """One line for an exception that came out of a worker."""
    from pebble import ProcessExpired

    if isinstance(error, TimeoutError):
        return "Took longer than the time limit. Allow more with --timeout SECONDS."
    if isinstance(error, MemoryError):
        return "Needs more memory than the limit. Split the document into smaller files."
    if isinstance(error, ProcessExpired):
        return "The file made the PDF library crash. Print it to a new PDF and try that."
    if isinstance(error, ImportError):
        return f"{error.name or 'A library'} can't be loaded. Run notat doctor."
    if isinstance(error, CancelledError):
        return "Stopped before this document was read. Run the command again to go on."
    return (
        f"notat has a fault that this file brings out ({type(error).__name__}). Please report it."
    )


def _digest(path: Path) -> str:
    import hashlib

    try:
        if not path.is_file():  # a pipe would be waited for
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:  # it may not be read, which the row's error says
        return ""
