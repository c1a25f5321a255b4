"""The long scan has the pages asked for, and the memory seen is that of the processes below."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from benchmarks import memory


def test_the_book_has_the_pages_asked_for(tmp_path: Path) -> None:
    for name, count in (("a", 2), ("b", 1)):
        scan = pypdfium2.PdfDocument.new()
        for _ in range(count):
            scan.new_page(200, 100)
        scan.save(tmp_path / f"{name}.fax200.pdf")
    memory.bound(tmp_path, "fax200", 7, tmp_path / "book.pdf")
    assert len(pypdfium2.PdfDocument(tmp_path / "book.pdf")) == 7


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs /proc")
def test_the_largest_process_below_is_seen() -> None:
    line = "held = bytearray(60 * 2**20); print(flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", line], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        if child.stdin is None or child.stdout is None:
            pytest.fail("no pipes")
        child.stdout.readline()
        seen = memory.sample(child.pid)
        child.stdin.close()
    assert 60 < seen.worker < 200
    assert seen.tesseract == 0
    assert os.getpid() in set(memory.below(os.getpid()))
