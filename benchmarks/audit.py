"""The audit on notater as data: precision, recall, mutation detection and speed.

    python -m benchmarks.audit [FOLDER] [--each]

FOLDER holds YAML files as ``fixtures/audit`` does (default); in its ``held`` and ``unseen`` are
notes written apart from the grammar. Precision: of the findings given as contradicted, how many are
expected. Recall: of the findings expected with any verdict, how many came out; of the planted: of
those expected as contradicted. Lures: sentences that look like contradictions and are none.
Mutants: of the notes changed in one place, how many get a contradiction that the note did not have,
and of how many the wrong figure is confirmed.
Time: auditing a note of four pages after it was read, one process.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import time
from collections import Counter
from collections.abc import Hashable, Mapping
from pathlib import Path

from rapidfuzz import fuzz

import extract
from fixtures.audit import HERE, Case, cases
from normalize import notes
from normalize.model import Note
from rules import audit
from rules.law.book import RuleBook, load
from rules.model import Finding, Verdict

_ROUNDS = 20
_FIGURE = re.compile(r"\d[\d.]*(?:,\d+)?")
_NEAR = 82  # per cent of the letters: a sentence read with the usual OCR damage, repaired or not

Told = tuple[tuple[Finding, str], ...]  # each finding with the sentence it is about


def matches(one: Finding, row: Mapping[str, str], sentence: str = "") -> bool:
    """Whether a finding has every column of ``findings.csv`` that an expectation gives.

    ``claim``: whether it is about a claim at all; ``said``: about one in that sentence.
    """
    columns = {
        "kind": one.kind.value,
        "verdict": one.verdict.value,
        "measure": one.measure,
        "stated": one.stated,
        "derived": one.derived,
        "municipality": one.municipality.name if one.municipality else "",
        "claim": "yes" if one.claim_id else "no",
    }
    return ("said" not in row or near(row["said"], sentence)) and all(
        columns[key] == value for key, value in row.items() if key != "said"
    )


def near(said: str, sentence: str) -> bool:
    """Whether one is a part of the other, but for some letters."""
    return fuzz.partial_ratio(said.lower(), sentence.lower()) >= _NEAR


def read(text: str, folder: Path) -> Note:
    """A note written in Markdown, through the reader and the normalizer."""
    path = folder / "note.md"
    path.write_text(text, encoding="utf-8")
    return notes.note(extract.read(path))


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=HERE)
    parser.add_argument("--each", action="store_true", help="print what went wrong")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _measure(cases(args.folder), Path(folder), each=args.each)


def _measure(notes: tuple[Case, ...], folder: Path, *, each: bool) -> None:
    book = load()
    sums: Counter[str] = Counter()
    for case in notes:
        sums += _judge(case, folder, book, each=each)

    def ratio(part: str, whole: str) -> str:
        if not sums[whole]:
            return "-"
        return f"{sums[part] / sums[whole]:.3f} ({sums[part]}/{sums[whole]})"

    print(f"notes {len(notes)}, findings expected {sums['expected']}")
    print(f"precision of contradictions {ratio('right', 'contradicted')}")
    print(f"recall of expected findings {ratio('found', 'expected')}")
    print(f"recall of the planted       {ratio('caught', 'planted')}")
    print(f"lures taken                 {ratio('taken', 'lures')}")
    print(f"mutants noticed             {ratio('noticed', 'mutants')}")
    print(f"mutants confirmed           {ratio('confirmed', 'mutants')}")
    if notes:
        note = max((read(case.text, folder) for case in notes), key=lambda note: len(note.values))
        start = time.perf_counter()
        for _ in range(_ROUNDS):
            audit.examine(note, book)
        each_ms = (time.perf_counter() - start) / _ROUNDS * 1000
        print(f"time a note                 {each_ms:.0f} ms ({len(note.values)} values)")


def _judge(case: Case, folder: Path, book: RuleBook, *, each: bool) -> Counter[str]:
    told = _told(case.text, folder, book)
    wrong = [(one, said) for one, said in told if one.verdict is Verdict.CONTRADICTED]
    false = [
        (one, said)
        for one, said in wrong
        if not any(matches(one, row, said) for row in case.expect)
    ]
    planted = [row for row in case.expect if row.get("verdict") == Verdict.CONTRADICTED]
    missed = [row for row in case.expect if not any(matches(one, row, said) for one, said in told)]
    taken = [lure for lure in case.lures if any(near(lure, said) for _, said in false if said)]
    known = {_about(one) for one, _ in wrong}
    changed = [(what, _told(mutant, folder, book)) for what, mutant in case.mutants]
    unnoticed = [
        what
        for what, after in changed
        if known.issuperset(_about(one) for one, _ in after if one.verdict is Verdict.CONTRADICTED)
    ]
    confirmed = [what for what, after in changed if _confirms(what, told, after)]
    if each:
        for row in missed:
            print(f"missed    {case.name}: {dict(row)}")
        for one, _ in false:
            print(f"false     {case.name}: {one.kind} {one.explanation}")
        for what in unnoticed:
            print(f"unnoticed {case.name}: {what}")
        for what in confirmed:
            print(f"confirmed {case.name}: {what}")
    return Counter(
        contradicted=len(wrong),
        right=len(wrong) - len(false),
        expected=len(case.expect),
        found=len(case.expect) - len(missed),
        planted=len(planted),
        caught=sum(row not in missed for row in planted),
        lures=len(case.lures),
        taken=len(taken),
        mutants=len(case.mutants),
        noticed=len(case.mutants) - len(unnoticed),
        confirmed=len(confirmed),
    )


def _confirms(what: str, before: Told, after: Told) -> bool:
    """Whether the wrong figure of a mutant comes out as right, which the true note had not."""
    figure = _FIGURE.match(what.partition(" -> ")[2])
    if figure is None:
        return False
    wrong = figure[0].replace(".", "").replace(",", ".")
    told = [
        {one.stated for one, said in each if said and one.verdict is Verdict.CONSISTENT}
        for each in (before, after)
    ]
    return wrong in told[1] - told[0]


def _told(text: str, folder: Path, book: RuleBook) -> Told:
    result = audit.examine(read(text, folder), book)
    sentences = {claim.claim_id: claim.text for claim in result.claims}
    return tuple((one, sentences.get(one.claim_id, "")) for one in result.findings)


def _about(one: Finding) -> Hashable:
    return one.kind, one.municipality, one.stated, one.derived


if __name__ == "__main__":
    main()
