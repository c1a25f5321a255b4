"""One municipality in one measuring period on a screen: figures, limits, sources, verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from normalize.model import Measure
from notat import folder as output
from notat.wording import OPEN, WORDS, figure, rules_by_source, title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from normalize.model import Municipality
    from notat.folder import Record
    from rules.law.book import Rules

GOALS = (
    ("Resultatmål", "resultatmaal"),
    ("Samtaler", "samtaler"),
    ("Tilbud", "tilbud"),
    ("Omfattet", "omfattet"),
    ("Inspirationskommune", "inspirationskommune"),
)
MOST = 8  # findings that a screen holds beside figures and rules


def explain(folder: Path, who: Municipality, period: str, rules: Rules | None) -> str:
    """A page of Danish text on ``who`` in ``period``, from the files of ``folder``.

    What several notes agree on stands once. Empty where the folder says nothing of the two
    together.
    """

    def about(name: str) -> list[Record]:
        return [
            row
            for row in output.records(folder, name)
            if row["municipality_code"] == who.code and row["period"] == period
        ]

    values, met, findings = about("values"), about("fulfilment"), about("findings")
    if not (values or met or findings):
        return ""
    lines = [f"{who.name} ({who.code}), {period}", "", "Tal", *_values(values, rules)]
    if met:
        used = ", ".join(dict.fromkeys(row["rule"] for row in met if row["rule"]))
        lines += ["", f"Efter reglerne (regel {used})", *_goals(met)]
    if findings:
        lines += ["", "Det, notaterne siger", *_findings(findings)]
    if rules:
        lines += ["", "Regler", *_rules(rules)]
    return "\n".join(lines)


def _grouped(rows: Iterable[Record], *columns: str) -> Iterator[list[Record]]:
    """The rows that agree on the columns, in the order of the first of each."""
    groups: dict[tuple[str, ...], list[Record]] = {}
    for row in rows:
        groups.setdefault(tuple(row[column] for column in columns), []).append(row)
    yield from groups.values()


def _values(rows: Sequence[Record], rules: Rules | None) -> Iterator[str]:
    """Each figure once, with the first place it stands; other values for it right below."""
    for same in _grouped(rows, "measure", "group", "unit"):
        different = list(_grouped(same, "value"))
        for some in different:
            row = some[0]
            measure = row["measure"]
            name = title(measure)
            if row["group"] != "alle":
                name = f"{name}, {row['group']}"
            shown = figure(row["value"], row["unit"])
            apart = "  AFVIGER" if len(different) > 1 else ""
            doubt = "  SES EFTER" if all(one["status"] == "review" for one in some) else ""
            limit = _limit(measure, rules)
            yield f"  {name:<26}{shown:<20}{limit:<12}{_places(some)}{apart}{doubt}"


def _places(rows: Sequence[Record]) -> str:
    """The first place, and in how many others the same stands."""
    row = rows[0]
    page = f"side {row['page']}, " if row["page"] else ""
    more = f" og {len(rows) - 1} steder mere" if len(rows) > 2 else " og et sted mere"
    return f"{row['document']}, {page}tabel {row['table']}{more if len(rows) > 1 else ''}"


def _limit(measure: str, rules: Rules | None) -> str:
    """The limit on a share as it reads in that share's own direction."""
    received = measure.endswith("_modtaget")
    if rules is None or measure.removesuffix("_modtaget") not in ("samtaler", "tilbud"):
        return ""
    comparison, limit = rules.goal(Measure(measure)).limit_for(received=received)
    return f"krav {comparison} {limit:g}"


def _goals(rows: Sequence[Record]) -> Iterator[str]:
    """What follows by the rules; where notes come to different ends, each with its note."""
    for name, column in GOALS:
        known = list(_grouped((row for row in rows if row[column]), column))
        told = (
            f"{WORDS.get(some[0][column], some[0][column])}"
            + (f" ({', '.join(row['document'] for row in some)})" if len(known) > 1 else "")
            for some in known
        )
        yield f"  {name:<26}{'; '.join(told) or WORDS['']}"


def _findings(rows: Sequence[Record]) -> Iterator[str]:
    """What does not hold, sentence by sentence; what holds only as a number."""
    once = list({row["explanation"]: row for row in rows}.values())
    open_ = [row for verdict in OPEN for row in once if row["verdict"] == verdict]
    for row in open_[:MOST]:
        yield f"  {WORDS[row['verdict']]}: {row['explanation']} [{row['document']}]"
    if len(open_) > MOST:
        yield f"  og {len(open_) - MOST} flere i findings.csv"
    if holds := len(once) - len(open_):
        yield f"  stemmer: {holds} udsagn om kommunen"


def _rules(rules: Rules) -> Iterator[str]:
    """The rules that decide, each source once with the rules above it."""
    for source, wordings in rules_by_source(rules):
        yield from (f"  {wording}" for wording in wordings)
        yield f"    [{source}]"
