"""Notes that hold, made wrong in one place: what the audit must notice, and what it did not.

    python -m benchmarks.mutations [FOLDER] [--seed N] [--each]

Every finding that the audit of a note gives as consistent is a statement that can be broken: its
number changed, its negation put in or taken out, its municipality exchanged for one of which the
opposite holds, a member of its list left out, its date or direction turned, or the cell it rests on
moved over the limit. A mutant is noticed where something is contradicted that was not before. One
mutant of each class a note, drawn by the seed.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from random import Random

from benchmarks.audit import matches, read
from benchmarks.numerals import spelled
from fixtures.audit import HERE, Case, cases
from normalize.headings.periods import MONTHS
from rules import audit
from rules.audit import Examination
from rules.law.book import load
from rules.model import Claim, ClaimKind, Finding, Verdict

_VERB = re.compile(r"\b(?:opfylder|opfyldte|lever|levede|når|nåede|indfrier|overholder|klarer)\b")
_ELASTIC = re.compile(  # words that a number off by one, or the opposite, may still fit
    r"\b(?:mindst|højst|godt|knap|cirka|ca|omkring|omtrent|over|under|mere end|del|dele|halvdelen"
    r"|hver|flertal\w*|mindretal|fleste)\b",
    re.IGNORECASE,
)
_TANGLED = re.compile(  # more than one thing is denied, or one of several
    r"ikke\b.*\bikke\b|\b(?:både|ingen|hverken|men|mens|selvom|kun|heller|det andet|fælles)\b",
    re.IGNORECASE | re.DOTALL,
)
_NUMBERED = (ClaimKind.COUNT, ClaimKind.SUM, ClaimKind.LIST_LENGTH)
_TURNED = {  # "færre end fire samtaler" names a share and is no direction
    "højeste": "laveste",
    "laveste": "højeste",
    "højere": "lavere",
    "lavere": "højere",
    "flere": "færre",
    "færre": "flere",
}
_STATUS = {"opfyldt": "Ikke opfyldt", "ikke_opfyldt": "Opfyldt"}


def mutants(case: Case, verdict: Examination, random: Random) -> Iterator[tuple[str, str, str]]:
    """Class, what was changed, and the text that is then wrong; one of each class."""
    text, claims = case.text, {claim.claim_id: claim for claim in verdict.claims}
    held = [row for row in case.expect if row.get("verdict") == Verdict.CONSISTENT]
    if len(held) < len(case.expect):
        return  # a note with something wrong in it already
    right = [
        one
        for one in verdict.findings
        if (claim := claims.get(one.claim_id))
        and any(matches(one, row, claim.text) for row in held)
    ]
    random.shuffle(right)
    done: set[str] = set()
    for finding in right:
        claim = claims[finding.claim_id]
        found = _find(text, claim.text)
        if found is None:
            continue
        for kind, old, new in _changes(finding, claim, found[0], _rows(text), random):
            if kind in done or old == new:
                continue
            done.add(kind)
            yield (
                kind,
                f"{old.strip()} -> {new.strip()}",
                f"{text[: found.start()]}{new}{text[found.end() :]}",
            )
        if "cell" not in done and (cell := _cell(text, finding)):
            done.add("cell")
            yield ("cell", *cell)


def _find(text: str, sentence: str) -> re.Match[str] | None:
    """Where a sentence stands in a text, however its lines are broken."""
    return re.search(r"\s+".join(map(re.escape, sentence.split())), text)


def _changes(
    finding: Finding,
    claim: Claim,
    sentence: str,
    rows: Mapping[str, list[str]],
    random: Random,
) -> Iterator[tuple[str, str, str]]:
    """Class, the sentence as it was and as it is when its statement is broken."""
    stated = finding.stated
    elastic = _ELASTIC.search(sentence)
    if (
        stated.isdigit()
        and not elastic
        and finding.kind in (ClaimKind.COUNT, ClaimKind.SUM, ClaimKind.LIST_LENGTH)
    ):
        number = int(stated)
        other = number + random.choice((-1, 1)) if number else 1
        yield "figure", sentence, re.sub(rf"\b{number}\b", str(other), sentence, count=1)
        if 1 < number < 99 and other > 1:
            numeral = re.compile(rf"\b{spelled(number)}\b", re.IGNORECASE)
            yield "numeral", sentence, numeral.sub(spelled(other % 100), sentence, count=1)
    kinds = (ClaimKind.COUNT, ClaimKind.STATUS, ClaimKind.LIST)
    if finding.kind in kinds and not elastic and not _TANGLED.search(sentence):
        yield "negation", sentence, _negated(sentence)
    if finding.kind is ClaimKind.CROSS_TABLE and re.fullmatch(r"\d\d\.\d+", stated):
        turned = f"{stated[1]}{stated[0]}{stated[2:]}".replace(".", ",")
        yield "share", sentence, sentence.replace(stated.replace(".", ","), turned, 1)
    if finding.kind in (ClaimKind.DIFFERENCE, ClaimKind.RANK_CHANGE) and stated.isdigit():
        off = str(int(stated) + 10)
        yield "difference", sentence, re.sub(rf"\b{stated}\b", off, sentence, count=1)
    if finding.kind is ClaimKind.STATUS and finding.municipality:
        yield "name", sentence, _exchanged(sentence, finding, rows, random)
    if finding.kind is ClaimKind.LIST_LENGTH and len(claim.municipalities) > 2:
        name = random.choice(claim.municipalities[:-2]).name
        yield "member", sentence, re.sub(rf"\b{name},\s+", "", sentence, count=1)
    if finding.kind is ClaimKind.AGGREGATE:
        for word, opposite in _TURNED.items():
            turned = re.sub(rf"\b{word}\b(?! end (?:fire|4))", opposite, sentence, count=1)
            if turned != sentence:
                yield "direction", sentence, turned
                break
    if finding.kind is ClaimKind.PERIOD:
        month = next((one for one in MONTHS if f"{one} 20" in sentence), None)
        if month:
            later = MONTHS[(MONTHS.index(month) + 5) % 12]
            yield "date", sentence, sentence.replace(month, later, 1)


def _negated(sentence: str) -> str:
    """The sentence with its negation taken out, or one put in after its verb."""
    if "ikke" in sentence:
        return re.sub(r"\s+ikke\b", "", sentence, count=1)
    return _VERB.sub(r"\g<0> ikke", sentence, count=1)


def _rows(text: str) -> Mapping[str, list[str]]:
    """Name → status and two shares, of the rows of the published form of table in a text."""
    rows = (line.split("\t") for line in text.splitlines() if line.count("\t") == 3)
    return {name: cells for name, *cells in rows if "pfyldt" in cells[0]}


def _exchanged(
    sentence: str, finding: Finding, rows: Mapping[str, list[str]], random: Random
) -> str:
    """The sentence said of a municipality of which the opposite holds in the note's own table."""
    name = finding.municipality.name if finding.municipality else ""
    place = {"resultatmaal": 0, "samtaler": 1, "tilbud": 2}.get(finding.measure)
    if place is None or name not in rows or sentence.count(name) != 1:
        return sentence
    others = [one for one in rows if _met(rows[one], place) is not _met(rows[name], place)]
    return sentence.replace(name, random.choice(others)) if others else sentence


def _met(cells: list[str], place: int) -> bool:
    if place == 0:
        return cells[0] == "Opfyldt"
    return float(cells[place].rstrip("%").replace(",", ".")) < (20 if place == 1 else 30)


def _cell(text: str, finding: Finding) -> tuple[str, str] | None:
    """The text with the table's cell for a statement on one municipality moved over the limit."""
    place = {"resultatmaal": 1, "samtaler": 2, "tilbud": 3}.get(finding.measure)
    if finding.kind is not ClaimKind.STATUS or finding.municipality is None or place is None:
        return None
    row = re.search(rf"^{finding.municipality.name}\t[^\n]+", text, re.MULTILINE)
    if row is None or finding.stated not in _STATUS:
        return None
    cells = row[0].split("\t")
    was = cells[place]
    cells[place] = (
        _STATUS[finding.stated] if place == 1 else "3,1%" if "ikke" in finding.stated else "55,1%"
    )
    changed = "\t".join(cells)
    return f"{was} -> {cells[place]}", f"{text[: row.start()]}{changed}{text[row.end() :]}"


def measure(notes: Iterable[Case], seed: int, *, each: bool) -> None:
    """Print how many mutants of each class were noticed."""
    random, book = Random(seed), load()
    made: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for case in notes:
            before = audit.examine(read(case.text, folder), book)
            was = {_key(one) for one in before.findings}
            for kind, what, text in mutants(case, before, random):
                after = audit.audit(read(text, folder), book)
                made[kind] += 1
                if any(
                    one.verdict is Verdict.CONTRADICTED and _key(one) not in was for one in after
                ):
                    noticed[kind] += 1
                elif each:
                    print(f"unnoticed {kind} in {case.name}: {what}")
    for kind, count in sorted(made.items()):
        print(f"{kind:<12}{noticed[kind] / count:.3f} ({noticed[kind]}/{count})")
    total, seen = made.total(), noticed.total()
    print(f"{'all':<12}{seen / total:.3f} ({seen}/{total})")


def _key(one: Finding) -> tuple[object, ...]:
    return one.kind, one.verdict, one.stated, one.derived, one.municipality


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutations")
    parser.add_argument("folder", nargs="?", type=Path, default=HERE)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", action="store_true", help="print what went unnoticed")
    args = parser.parse_args()
    measure(cases(args.folder), args.seed, each=args.each)


if __name__ == "__main__":
    main()
