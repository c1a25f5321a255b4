"""How often readers err, counted, and whether ``confidence`` is what it says.

    python -m benchmarks.calibration count DOCS TRUTH [DOCS TRUTH ...] [--write TSV]
    python -m benchmarks.calibration check VALUES TRUTH [--plot docs/confidence.svg]

``count`` reads the scans in DOCS and counts right and wrong answers of every kind of witness
(`figures.witnesses`) by its own confidence: ``normalize/data/laesere.tsv`` is what it writes.
``check`` holds the ``confidence`` of a ``values.csv`` of other scans against the truth: the share
that is right by bin, and the Brier score (mean squared error of the probability; 0 is best).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import extract
from benchmarks.results import plots
from benchmarks.score import read_truth, same
from extract.model import Cell, Document
from normalize import notes
from normalize.figures import numbers, status
from normalize.figures.numbers import Form, column_form
from normalize.figures.witnesses import CROPS, FIGURES, STATUSES, Witness, witnesses
from normalize.model import Status, Value

FIGURE_BINS = (0.995, 0.98, 0.95, 0.9, 0.8, 0.6, 0.3, 0.0)
STATUS_BINS = (0.0,)  # no reader of a status was ever wrong on these scans
EDGES = (0.0, 0.5, 0.9, 0.99, 0.999, 0.9999, 1.0)
# Reasons that doubt where a value belongs: its readers may be right and its place wrong.
PLACES = ("column:", "row:", "period:", "heading:")
MET = {"opfyldt", "ikke_opfyldt"}
SIGNS = {"+": "opfyldt", **dict.fromkeys("-–−", "ikke opfyldt")}  # of a column of statuses

Key = tuple[str, str, str, str]  # municipality, measure, group, period
Counts = Counter[tuple[str, float, bool]]  # witness, least confidence, right


class Bin(NamedTuple):
    """Values of like confidence: the mean of it, how many there are, how many are right."""

    confidence: float
    values: int
    right: int


def counted(document: Document, truth: Mapping[Key, str]) -> Counts:
    """Right and wrong witnesses of one scan's figures and statuses."""
    found: Counts = Counter()
    cells = {
        (table.index, cell.page, cell.box): (cell, table.index)
        for table in document.tables
        for row in table.rows
        for cell in row
        if cell.readings
    }
    forms = _forms(document)
    for value in notes.note(document).values:
        held = cells.get((value.table_index, value.page, value.box))
        wanted = truth.get(_key(value))
        misplaced = any(reason.startswith(PLACES) for reason in value.reason)
        if held is not None and wanted is not None and not misplaced:
            cell, table = held
            found.update(_of_cell(cell, forms[table, cell.column], wanted))
    return found


def _forms(document: Document) -> dict[tuple[int, int], Form]:
    return {
        (table.index, place): column_form([row[place].text for row in table.body], strict=True)
        for table in document.tables
        for place in range(table.width)
    }


def _key(value: Value) -> Key:
    name = value.municipality.name if value.municipality else ""
    return name, value.measure, value.group.value, str(value.period)


def _of_cell(cell: Cell, form: Form, wanted: str) -> Iterator[tuple[str, float, bool]]:
    """The witnesses of a cell that say something well formed."""

    def say(text: str) -> str:
        if wanted in MET:
            verdict = status.parse(SIGNS.get(text.strip(), text))
            clear = verdict is not None and verdict.status is not Status.REVIEW
            return str(verdict.fulfilled) if verdict and clear else ""
        figure = numbers.parse(text, form)
        lost = figure.reason == ("number:decimals",)
        clear = figure.number is not None and (figure.status is not Status.REVIEW or lost)
        return repr(figure.number) if clear else ""

    truth = wanted if wanted in MET else repr(float(wanted))
    kind, bins = (STATUSES, STATUS_BINS) if wanted in MET else (FIGURES, FIGURE_BINS)
    heard = [one for one in witnesses(cell.readings, say, kind) if one.said]
    for name, confidence, said in _told(heard, kind):
        yield name, next(least for least in bins if confidence >= least), said == truth


def _told(heard: Sequence[Witness], kind: str) -> Iterator[tuple[str, float, Hashable]]:
    """What each witness says, the crop reader's first look by itself, and two readers alike."""
    for one in heard:
        yield one.name, one.confidence, one.said
        first = next((look for look in one.looks if "@" not in look.reader), None)
        if first is not None and one.family == CROPS and one.name != first.reader + kind:
            yield first.reader + kind, first.confidence, one.said
    if len(heard) > 1 and len({one.said for one in heard}) == 1:
        yield "together" + kind, 0.0, heard[0].said


def table(counts: Counts) -> str:
    """The counts as `normalize.figures.witnesses` reads them."""
    names = sorted({(name.endswith(STATUSES), name) for name, _, _ in counts})
    lines = ["# witness, least confidence, right, wrong: python -m benchmarks.calibration count"]
    for _, name in names:
        for least in sorted({least for one, least, _ in counts if one == name}, reverse=True):
            right, wrong = counts[name, least, True], counts[name, least, False]
            lines.append(f"{name}\t{least:g}\t{right}\t{wrong}")
    return "\n".join(lines) + "\n"


def documents(docs: Path, truth: Path) -> Iterator[tuple[Document, dict[Key, str]]]:
    """The scans of a folder, read, each with the figures and statuses that stand in it once."""
    wanted: dict[str, list[tuple[Key, str]]] = {}
    for row in read_truth(truth):
        key = (row["municipality"], row["measure"], row["group"], row["period"])
        wanted.setdefault(row["document"], []).append((key, row["value"]))
    for path in sorted(docs.glob("*.pdf")):
        rows = wanted.get(path.name, [])
        often = Counter(key for key, _ in rows)
        yield (
            extract.read(path, name=path.name),
            {key: value for key, value in rows if value and often[key] == 1},
        )


def bins(pairs: Iterable[tuple[float, bool]]) -> list[Bin]:
    """Confidence and verdict of each value, by bin."""
    known = list(pairs)
    found = []
    for low, high in pairwise(EDGES):
        held = [one for one in known if low <= one[0] < high or one[0] == high == EDGES[-1]]
        if held:
            mean = sum(confidence for confidence, _ in held) / len(held)
            found.append(Bin(mean, len(held), sum(right for _, right in held)))
    return found


def brier(pairs: Iterable[tuple[float, bool]]) -> float:
    """Mean squared error of the probability."""
    known = list(pairs)
    return sum((confidence - right) ** 2 for confidence, right in known) / len(known)


def judged(values: Path, truth: Path) -> list[tuple[float, bool]]:
    """Confidence of every value that stands once in its document, and whether it is right."""
    fields = ("document", "municipality", "measure", "group", "period")
    wanted: dict[tuple[str, ...], list[str]] = {}
    for row in read_truth(truth):
        wanted.setdefault(tuple(row[field] for field in fields), []).append(row["value"])
    found = []
    for row in read_truth(values):
        given = wanted.get(tuple(row[field] for field in fields), [])
        if len(given) == 1:
            found.append((float(row["confidence"]), same(row["value"], given[0])))
    return found


def main() -> None:
    """Count, or check and plot."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.calibration")
    parser.add_argument("what", choices=("count", "check"))
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args()
    pairs = list(zip(options.paths[::2], options.paths[1::2], strict=True))
    if options.what == "count":
        counts: Counts = Counter()
        for docs, truth in pairs:
            for document, wanted in documents(docs, truth):
                counts += counted(document, wanted)
        print(table(counts))
        if options.write:
            options.write.write_text(table(counts), encoding="utf-8")
        return
    known = [one for values, truth in pairs for one in judged(values, truth)]
    print("| confidence | values | right | share right |\n|--:|--:|--:|--:|")
    for one in bins(known):
        share = one.right / one.values
        print(f"| {one.confidence:.4f} | {one.values} | {one.right} | {share:.4f} |")
    print(f"\nBrier score {brier(known):.5f} over {len(known)} values")
    if options.plot:
        plots.reliability(options.plot, [(b.confidence, b.right, b.values) for b in bins(known)])


if __name__ == "__main__":
    main()
