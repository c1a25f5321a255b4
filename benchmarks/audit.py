"""The audit on notater as data: precision, recall, mutation detection and speed.

    python -m benchmarks.audit [FOLDER] [--each]

FOLDER holds YAML files as ``fixtures/audit`` does (default). Precision: of the findings given as
contradicted, how many are expected. Recall: of the findings expected with any verdict, how many
came out. Mutants: of the notes made wrong in one place, how many are contradicted. Time: auditing
a note of four pages after it was read, one process.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import extract
import normalize
import rules
from fixtures.audit import HERE, Case, cases
from normalize.model import Note
from rules.model import Finding, Verdict

_ROUNDS = 20


def matches(one: Finding, row: Mapping[str, str]) -> bool:
    """Whether a finding has every column of ``findings.csv`` that an expectation gives."""
    columns = {
        "kind": one.kind.value,
        "verdict": one.verdict.value,
        "measure": one.measure,
        "stated": one.stated,
        "derived": one.derived,
        "municipality": one.municipality.name if one.municipality else "",
        "claim": "yes" if one.claim_id else "no",
    }
    return all(columns[key] == value for key, value in row.items())


def read(text: str, folder: Path) -> Note:
    """A note written in Markdown, through the reader and the normalizer."""
    path = folder / "note.md"
    path.write_text(text, encoding="utf-8")
    return normalize.note(extract.read(path))


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=HERE)
    parser.add_argument("--each", action="store_true", help="print what went wrong")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _measure(cases(args.folder), Path(folder), each=args.each)


def _measure(notes: tuple[Case, ...], folder: Path, *, each: bool) -> None:
    book = rules.load()
    contradicted = right = expected = found = mutants = noticed = 0
    slowest: tuple[int, Note] | None = None
    for case in notes:
        note = read(case.text, folder)
        findings = rules.audit(note, book)
        missed = [row for row in case.expect if not any(matches(f, row) for f in findings)]
        wrong = [f for f in findings if f.verdict is Verdict.CONTRADICTED]
        false = [f for f in wrong if not any(matches(f, row) for row in case.expect)]
        expected += len(case.expect)
        found += len(case.expect) - len(missed)
        contradicted += len(wrong)
        right += len(wrong) - len(false)
        unnoticed = []
        for what, text in case.mutants:
            after = rules.audit(read(text, folder), book)
            if not any(f.verdict is Verdict.CONTRADICTED for f in after):
                unnoticed.append(what)
        mutants += len(case.mutants)
        noticed += len(case.mutants) - len(unnoticed)
        if slowest is None or len(note.values) >= slowest[0]:
            slowest = len(note.values), note
        if each:
            for row in missed:
                print(f"missed    {case.name}: {dict(row)}")
            for one in false:
                print(f"false     {case.name}: {one.kind} {one.explanation}")
            for what in unnoticed:
                print(f"unnoticed {case.name}: {what}")
    print(f"notes {len(notes)}, findings expected {expected}, contradictions given {contradicted}")
    print(f"precision of contradictions {_ratio(right, contradicted)}")
    print(f"recall of expected findings {_ratio(found, expected)}")
    print(f"mutants noticed             {_ratio(noticed, mutants)} of {mutants}")
    if slowest is not None:
        start = time.perf_counter()
        for _ in range(_ROUNDS):
            rules.examine(slowest[1], book)
        each_ms = (time.perf_counter() - start) / _ROUNDS * 1000
        print(f"time a note                 {each_ms:.0f} ms ({slowest[0]} values)")


def _ratio(part: int, whole: int) -> str:
    return f"{part / whole:.3f} ({part}/{whole})" if whole else "-"


if __name__ == "__main__":
    main()
