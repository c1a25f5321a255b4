"""The memory seen is that of the processes below, whichever thread began them."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from benchmarks.watch import look

HOLD = "held = bytearray(300 * 2**20); print(flush=True); input()"


def _begun() -> subprocess.Popen[bytes]:
    line = [sys.executable, "-c", HOLD]
    return subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs /proc")
def test_the_largest_process_below_is_seen() -> None:
    with ThreadPoolExecutor(1) as thread, thread.submit(_begun).result() as child:
        if child.stdin is None or child.stdout is None:
            pytest.fail("no pipes")
        child.stdout.readline()
        here, there = look(os.getpid(), 1.5), look(child.pid, 0.0)
        child.stdin.close()
    assert 300 < here.worker < 500
    assert 300 < there.parent < 500
    assert (here.seconds, there.worker, there.tesseract) == (1.5, 0.0, 0.0)
