"""A broken file is clear when its row says ok or why not, in one line."""

from __future__ import annotations

from benchmarks.hostile import unclear


def row(name: str, status: str, error: str) -> dict[str, str]:
    return {"document": name, "status": status, "error": error}


def test_unclear() -> None:
    rows = [
        row("a.pdf", "ok", ""),
        row("b.pdf", "failed", "Not a PDF."),
        row("c.pdf", "failed", ""),
        row("d.pdf", "partial", "one\ntwo"),
    ]
    assert unclear(rows, ["a.pdf", "b.pdf", "c.pdf", "d.pdf", "e.pdf"]) == [
        "c.pdf",
        "d.pdf",
        "e.pdf",
    ]
