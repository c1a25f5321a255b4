"""Danish words for what the files hold, on the pages that people read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.law.book import Rules

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
    "red": "rødt",
    "": "kan ikke afgøres",
    "consistent": "stemmer",
    "contradicted": "modsagt",
    "explained": "forklaret",
    "unverifiable": "kan ikke efterprøves",
}
UNITS = {"pct": "pct.", "pct_point": "pct.point", "persons": "personer", "mio_kr": "mio. kr."}
CERTAINTY = {"read": "læst i", "inferred": "udledt af", "assumed": "antaget, ifølge"}
OPEN = ("contradicted", "explained", "unverifiable")  # verdicts in the order a reader wants them


def title(measure: str) -> str:
    """A measure's name on a page; the heading itself where the measure is none of ours."""
    return TITLES.get(measure, measure.partition(":")[2] or measure)


def figure(value: str, unit: str) -> str:
    """A value of the files with its unit, as Danes write it."""
    return f"{WORDS.get(value, value.replace('.', ','))} {UNITS.get(unit, '')}".strip()


def rules_by_source(rules: Rules) -> Iterator[tuple[str, list[str]]]:
    """The rules that decide, in words, by the source they rest on and how sure it is."""
    provisions = (
        rules.result,
        rules.samtaler.provision,
        rules.tilbud.provision,
        rules.phase.covered,
        rules.phase.leaves,
    )
    sources: dict[tuple[str, str], list[str]] = {}
    for one in provisions:
        sources.setdefault((one.certainty.value, one.source), []).append(one.wording)
    for (certainty, source), wordings in sources.items():
        yield f"{CERTAINTY.get(certainty, certainty)} {source}", wordings
