"""The long scan has the pages asked for."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from benchmarks import memory


def test_the_book_has_the_pages_asked_for(tmp_path: Path) -> None:
    for name, count in (("a", 2), ("b", 1)):
        scan = pypdfium2.PdfDocument.new()
        for _ in range(count):
            scan.new_page(200, 100)
        scan.save(tmp_path / f"{name}.fax200.pdf")
    memory.bound(tmp_path, "fax200", 7, tmp_path / "book.pdf")
    assert len(pypdfium2.PdfDocument(tmp_path / "book.pdf")) == 7
