"""One municipality in one measuring period on a screen: figures, limits, sources, verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from normalize.model import Measure
from notat import folder as output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from normalize.model import Municipality
    from notat.folder import Record
    from rules.law import Rules

TITLES = {
    "resultatmaal": "Resultatmål",
    "samtaler": "Samtaler, færre end fire",
    "tilbud": "Uden tilbud",
    "samtaler_modtaget": "Samtaler, mindst fire",
    "tilbud_modtaget": "Fået tilbud",
    "faktisk": "Faktisk",
    "forventet": "Forventet",
    "difference": "Forskel",
    "placering": "Placering",
    "potentiale": "Potentiale",
}
WORDS = {
    "opfyldt": "opfyldt",
    "ikke_opfyldt": "ikke opfyldt",
    "": "kan ikke afgøres",
    "consistent": "stemmer",
    "contradicted": "modsagt",
    "explained": "forklaret",
    "unverifiable": "kan ikke efterprøves",
}
UNITS = {"pct": "pct.", "pct_point": "pct.point", "persons": "personer", "mio_kr": "mio. kr."}
GOALS = (("Resultatmål", "resultatmaal"), ("Samtaler", "samtaler"), ("Tilbud", "tilbud"))


def explain(folder: Path, who: Municipality, period: str, rules: Rules | None) -> str:
    """A page of Danish text on ``who`` in ``period``, from the files of ``folder``.

    Empty where the folder says nothing of the two together.
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
    lines = [f"{who.name} ({who.code}), {period}", "", "Tal"]
    lines += _values(values, rules)
    for row in met:
        lines += ["", f"Efter reglerne ({row['document']}, regel {row['rule']})", *_goals(row)]
    if findings:
        lines += ["", "Fund", *_findings(findings)]
    if rules:
        lines += ["", "Regler", *_rules(rules)]
    return "\n".join(lines)


def _values(rows: Iterable[Record], rules: Rules | None) -> Iterator[str]:
    for row in rows:
        measure = row["measure"]
        title = TITLES.get(measure, measure.partition(":")[2] or measure)
        figure = WORDS.get(row["value"], row["value"].replace(".", ","))
        shown = f"{figure} {UNITS.get(row['unit'], '')}".strip()
        page = f"s. {row['page']}, " if row["page"] else ""
        place = f"{row['document']}, {page}tabel {row['table']}, række {row['row']}"
        doubt = "  EFTERSES" if row["status"] == "review" else ""
        limit = _limit(measure, rules)
        yield f"  {title:<26}{shown:<20}{limit:<18}{place}{doubt}"


def _limit(measure: str, rules: Rules | None) -> str:
    """The limit on a share as it reads in that share's own direction."""
    received = measure.endswith("_modtaget")
    if rules is None or measure.removesuffix("_modtaget") not in ("samtaler", "tilbud"):
        return ""
    comparison, limit = rules.goal(Measure(measure)).limit_for(received=received)
    return f"krav {comparison} {limit:g}"


def _goals(row: Record) -> Iterator[str]:
    for title, column in GOALS:
        yield f"  {title:<26}{WORDS[row[column]]}"
    yield f"  {'Omfattet':<26}{row['omfattet'] or WORDS['']}"
    yield f"  {'Inspirationskommune':<26}{row['inspirationskommune'] or WORDS['']}"


def _findings(rows: Iterable[Record]) -> Iterator[str]:
    for row in rows:
        yield f"  {WORDS[row['verdict']]}: {row['explanation']}"


def _rules(rules: Rules) -> Iterator[str]:
    provisions = (
        rules.result,
        rules.samtaler.provision,
        rules.tilbud.provision,
        rules.phase.covered,
        rules.phase.leaves,
    )
    for provision in provisions:
        yield f"  {provision.wording} [{provision.certainty}] {provision.source}"
