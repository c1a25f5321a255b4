"""What ``notat`` and the processes below it hold in memory while it runs. Linux only."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.clock import quiet

EVERY = 0.5  # seconds from one look to the next
MEGABYTE = 2**20
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


class Moment(NamedTuple):
    """Seconds from the start, and resident megabytes: of the command itself, of the largest
    process below it, and of the largest ``tesseract``.
    """

    seconds: float
    parent: float
    worker: float
    tesseract: float


def watched(*arguments: str) -> tuple[list[Moment], float]:
    """The moments of ``notat`` with these arguments, and its seconds.

    Raises CalledProcessError for an exit code other than 0.
    """
    command = [sys.executable, "-m", "notat", *arguments]
    started, moments = time.perf_counter(), []
    with subprocess.Popen(
        command, env=quiet(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as running:
        while running.poll() is None:
            moments.append(look(running.pid, time.perf_counter() - started))
            time.sleep(EVERY)
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    return moments, time.perf_counter() - started


def look(process: int, seconds: float) -> Moment:
    """What a process and those below it hold now."""
    held = {"python": 0.0, "tesseract": 0.0}
    parent, *below = _with_children(process)
    for one in below:
        kind = "tesseract" if _read(one, "comm").strip() == "tesseract" else "python"
        held[kind] = max(held[kind], _resident(one))
    return Moment(seconds, _resident(parent), held["python"], held["tesseract"])


def _with_children(process: int) -> Iterator[int]:
    """A process and all that descend from it, whichever of its threads began them."""
    yield process
    for thread in _threads(process):
        for child in _read(process, f"task/{thread}/children").split():
            yield from _with_children(int(child))


def _threads(process: int) -> list[str]:
    try:
        return [thread.name for thread in Path(f"/proc/{process}/task").iterdir()]
    except OSError:
        return []


def _resident(process: int) -> float:
    fields = _read(process, "statm").split()
    return int(fields[1]) * PAGE_BYTES / MEGABYTE if fields else 0.0


def _read(process: int, name: str) -> str:
    """A file of ``/proc``; empty where the process has ended meanwhile."""
    try:
        return Path(f"/proc/{process}/{name}").read_text()
    except OSError:
        return ""
