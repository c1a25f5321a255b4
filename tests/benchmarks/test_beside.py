"""A tool that is not here is a row that says so; the others are counted."""

from __future__ import annotations

from collections import Counter

from benchmarks.beside import Result, missing, table
from benchmarks.clock import Spent, run
from benchmarks.peers.readers import Peer


def test_what_a_peer_lacks_is_named() -> None:
    peer = Peer(lambda _: [], ("rapidfuzz", "no-such-distribution"), ("no-such-program",))
    assert missing(peer) == ["no-such-program", "no-such-distribution"]


def test_rows() -> None:
    counts = Counter(right=3, silent=1, extra=2)
    results = [
        Result("notat", counts, Spent(2.0, 1.5, 0)),
        Result("away", None, None),
        Result("floor", None, Spent(1.0, 0.0, 0)),
    ]
    assert table(results, 8).splitlines()[2:] == [
        "| notat | 3 | 0 | 1 | 0 | 2 | 75.00 | 25.00 | 2.0 | 1.5 | 4.00 |",
        "| away |  |  |  |  |  |  |  | not installed |  |  |",
        "| floor |  |  |  |  |  |  |  | 1.0 |  | 8.00 |",
    ]


def test_time_of_a_process_and_its_code() -> None:
    spent = run("notat", "--help")
    assert spent.code == 0
    assert 0 < spent.cpu < 5
    assert spent.wall > 0
