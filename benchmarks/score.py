"""Hold a ``values.csv`` against the truth: right, review, silently wrong, missing, extra.

    python -m benchmarks.score OUT/values.csv TRUTH [--list N]

TRUTH is a CSV with the columns document, municipality, measure, group, period, value, unit, marked;
or a folder of ``DOCUMENT.values.csv`` without the column document. A cell is

    right      the value stands in a row `ok` or `repaired` with its municipality, measure, group
               and period
    review     a row with its key is there and asks for a person
    silent     a row with its key is `ok` or `repaired` and gives another value
    missing    no row has its key
    extra      a row `ok` or `repaired` whose key is in no truth (`anden:` columns aside)

Unit and red mark are counted on the right cells only. Figures agree when they are the same number.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path

Key = tuple[str, str, str, str, str]
Row = dict[str, str]
VERDICTS = ("right", "review", "silent", "missing", "extra")


@dataclass
class Score:
    """Counts of one document, and a line for each cell that is not right."""

    counts: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)


def score(found: Iterable[Row], truth: Iterable[Row]) -> dict[str, Score]:
    """Scores by document; every document of the truth has one."""
    wanted, given = _by_key(truth), _by_key(found)
    scores: dict[str, Score] = defaultdict(Score)
    for key, rows in wanted.items():
        _compare(key, rows, given.pop(key, []), scores[key[0]])
    for key, rows in given.items():
        if key[0] in scores and key[1] and not key[2].startswith("anden:"):
            for row in rows:
                _extra(key, row, scores[key[0]])
    return dict(scores)


def read_truth(path: Path) -> Iterator[Row]:
    """Rows of a truth file, or of all those in a folder."""
    if path.is_dir():
        for file in sorted(path.glob("*.values.csv")):
            for row in _rows(file):
                yield {**row, "document": file.name.removesuffix(".values.csv")}
    else:
        yield from _rows(path)


def _compare(key: Key, wanted: Sequence[Row], given: Sequence[Row], score: Score) -> None:
    """Cells with one key: a figure that stands in two tables comes twice."""
    left = list(given)
    unmet = []
    for row in wanted:
        equal = [one for one in left if _trusted(one) and same(one["value"], row["value"])]
        if not equal:
            unmet.append(row)
            continue
        best = next((one for one in equal if one.get("marked", "") == row["marked"]), equal[0])
        left.remove(best)
        score.counts["right"] += 1
        for what in ("unit", "marked"):
            if best.get(what, "") != row[what]:
                score.counts[what] += 1
                score.lines.append(f"{what} {_name(key)}: {row[what]!r}, came {best.get(what)!r}")
    for row in unmet:
        one = next((one for one in left if not _trusted(one)), left[0] if left else None)
        verdict = "missing" if one is None else "silent" if _trusted(one) else "review"
        came = (
            "" if one is None else f", came {one['value']!r} from {one['raw']!r} ({one['reason']})"
        )
        score.counts[verdict] += 1
        score.lines.append(f"{verdict} {_name(key)}: {row['value']!r}{came}")
        if one is not None:
            left.remove(one)
    for one in left:
        _extra(key, one, score)


def _extra(key: Key, row: Row, score: Score) -> None:
    if _trusted(row):
        score.counts["extra"] += 1
        score.lines.append(f"extra {_name(key)}: {row['value']!r} from {row['raw']!r}")


def _trusted(row: Row) -> bool:
    return row["status"] in {"ok", "repaired"}


def same(one: str, other: str) -> bool:
    """True for the same text, or the same number however it is written."""
    if one == other:
        return True
    try:
        return Decimal(one) == Decimal(other)
    except InvalidOperation:
        return False


def _by_key(rows: Iterable[Row]) -> dict[Key, list[Row]]:
    keyed: dict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        key = (row["document"], row["municipality"], row["measure"], row["group"], row["period"])
        keyed[key].append(row)
    return keyed


def _name(key: Key) -> str:
    return " ".join(key)


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def main() -> None:
    """Print one line a document, the sum, and on request each cell that is not right."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.score")
    parser.add_argument("values", type=Path)
    parser.add_argument("truth", type=Path)
    parser.add_argument("--list", type=int, default=0, help="show so many lines a document")
    options = parser.parse_args()
    scores = score(_rows(options.values), read_truth(options.truth))
    total: Counter[str] = Counter()
    columns = (*VERDICTS, "unit", "marked")
    print(f"{'document':34}" + "".join(f"{name:>9}" for name in columns))
    for document, one in sorted(scores.items()):
        print(f"{document:34}" + "".join(f"{one.counts[name]:9}" for name in columns))
        total += one.counts
        for line in one.lines[: options.list]:
            print(f"    {line}")
    print(f"{'all':34}" + "".join(f"{total[name]:9}" for name in columns))


if __name__ == "__main__":
    main()
