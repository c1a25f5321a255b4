"""Claims that fail against one figure and fit another that the note shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.audit import read
from rules.audit import audit
from rules.law.book import load
from rules.model import Finding, Verdict

HALVES = """# Målopfyldelse i to landsdele 2024

## Øst

{said}

Tabel 1. Kommuner i øst

Kommune\tResultatmål\tSamtaler\tTilbud
Greve\tOpfyldt\t7,5%\t31,4%
Køge\tIkke opfyldt\t10,1%\t26,2%
Solrød\tOpfyldt\t17,4%\t30,8%
Stevns\tIkke opfyldt\t1,4%\t25,3%

## Vest

Tabel 2. Kommuner i vest

Kommune\tResultatmål\tSamtaler\tTilbud
Herning\tOpfyldt\t11,7%\t31,3%
Lemvig\tIkke opfyldt\t1,1%\t41,5%
Skive\tIkke opfyldt\t12,2%\t30,4%
Struer\tOpfyldt\t7,1%\t31,7%
"""
TIMES = """# Opfølgning på tre kommuner

{said}

Tabel 1. Fokusmål (pct.)

Kommune\tSamtaler 2023\tSamtaler 2024\tTilbud 2023\tTilbud 2024
Faxe\t22,1\t17,6\t16,7\t35,0
Greve\t22,0\t10,7\t20,5\t24,0
Nyborg\t6,4\t8,1\t36,4\t30,9
"""


def _wrong(text: str, folder: Path) -> list[Finding]:
    found = audit(read(text, folder), load())
    return [one for one in found if one.verdict is Verdict.CONTRADICTED]


@pytest.mark.parametrize(
    "said",
    [
        "To kommuner opfylder ikke fokusmålet for tilbud.",  # of four, and of eight six
        "Den højeste andel uden tilbud har Greve.",
        "De kommuner, der ikke opfylder fokusmålet for tilbud, er Greve og Solrød.",
    ],
)
def test_of_one_table(said: str, tmp_path: Path) -> None:
    assert not _wrong(HALVES.format(said=said), tmp_path)


@pytest.mark.parametrize(
    "said",
    [
        "Den højeste andel uden tilbud har Køge.",
        "Greve opfylder fokusmålet for tilbud.",
    ],
)
def test_of_no_table(said: str, tmp_path: Path) -> None:
    assert _wrong(HALVES.format(said=said), tmp_path)


@pytest.mark.parametrize(
    "said",
    [
        "Nyborg var ved indtræden 6,4 procentpoint over grænsen for tilbud.",
        "Nyborg Kommunes andel uden tilbud er nu 30,9 pct., hvilket er 0,9 procentpoint for meget.",
    ],
)
def test_of_another_time_or_limit(said: str, tmp_path: Path) -> None:
    assert not _wrong(TIMES.format(said=said), tmp_path)


def test_of_no_time(tmp_path: Path) -> None:
    said = "I Nyborg er andelen uden tilbud faldet med 7,5 procentpoint fra 2023 til 2024."
    assert _wrong(TIMES.format(said=said), tmp_path)
