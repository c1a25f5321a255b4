"""Seconds of whole processes: on the wall, and of the processors with all children."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

# Nothing is read from a cache, and every tool has as many threads as it was given jobs.
QUIET = {"NOTAT_CACHE": "off", "OMP_THREAD_LIMIT": "1"}
# Would have each process compile each module anew, which pip does once where notat is installed:
# 1.08 s of the processor for one note instead of 0.70.
_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"


def quiet() -> dict[str, str]:
    """The environment that every tool is measured in."""
    return {**{name: value for name, value in os.environ.items() if name != _UNCOMPILED}, **QUIET}


@dataclass(frozen=True, slots=True)
class Spent:
    """What a process took: seconds on the wall and of the processors, and its exit code."""

    wall: float
    cpu: float
    code: int


def run(module: str, *arguments: str, allowed: Sequence[int] = (0,)) -> Spent:
    """Run ``python -m module``; raises CalledProcessError for an exit code that is not allowed."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=quiet())
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in allowed:
        sys.stderr.write(done.stderr)
        done.check_returncode()
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Spent(wall, cpu, done.returncode)
