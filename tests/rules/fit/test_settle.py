"""Figures confirmed by the one figure of the note they can be, in sentences no pattern reads."""

from __future__ import annotations

from pathlib import Path

import pytest

import extract
from fixtures.audit import HELD
from fixtures.audit.tables import whole
from normalize import notes
from rules.audit import examine
from rules.law.book import load
from rules.model import ClaimKind, Finding, Verdict

LETTER = """# Benchmark for Skive Kommune 2021

| Område | Faktisk antal | Forventet antal | Placering |
|---|---:|---:|---:|
| A-dagpenge | 412 | 431 | 27 |
| Kontanthjælp | 903 | 866 | 71 |
| Sygedagpenge | 538 | 540 | 45 |
| I alt | 1.853 | 1.837 | 58 |

{said}
"""
TWO_YEARS = """# Fire kommuner i 2024 og 2025

| Kommune | Andel uden tilbud 2024 | Andel uden tilbud 2025 |
|---|---:|---:|
| Greve | 34,2 % | 31,7 % |
| Ishøj | 36,5 % | 29,4 % |
| Odder | 31,1 % | 33,9 % |
| Vejle | 38,4 % | 27,6 % |

{said}
"""


def _everyone() -> str:
    """The table of all 98 for 2023 made up for the notes of the audit."""
    return whole(HELD / "2023.csv")


def _about(text: str, said: str, folder: Path) -> list[Finding]:
    """The findings of claims of the sentence."""
    path = folder / "note.md"
    path.write_text(text.format(said=said), encoding="utf-8")
    found = examine(notes.note(extract.read(path)), load())
    own = {one.claim_id for one in found.claims if one.text == said}
    return [one for one in found.findings if one.claim_id in own]


@pytest.mark.parametrize(
    ("text", "said", "right", "wrong"),
    [
        (LETTER, "Ser man på kontanthjælpen, er den oppe på {} mennesker.", "903", "913"),
        (LETTER, "Dagpengeområdets {} giver ingen anledning til bemærkninger.", "412", "421"),
        (LETTER, "Sådan lyder tallet for sygedagpenge: nr. {}.", "45", "54"),
        (LETTER, "Kontanthjælpens overskridelse på {} trækker billedet ned.", "37", "57"),
        (TWO_YEARS, "Værst så det dengang ud i Vejle: {} pct.", "38,4", "34,8"),
        (TWO_YEARS, "Odders {} pct. vækker bekymring.", "33,9", "39,3"),
        (TWO_YEARS, "Med {} procentpoint er springet i Ishøj bemærkelsesværdigt.", "7,1", "1,7"),
    ],
)
def test_a_figure_is_known_by_what_it_is(
    text: str, said: str, right: str, wrong: str, tmp_path: Path
) -> None:
    told = _about(text, said.format(right), tmp_path)
    assert Verdict.CONSISTENT in {one.verdict for one in told}
    told = _about(text, said.format(wrong), tmp_path)
    assert Verdict.CONSISTENT not in {one.verdict for one in told}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LETTER, "Der er 2 personer ansat til opgaven."),  # a small figure fits by chance
        (LETTER, "På sygedagpenge er der 2 personer flere, end der burde være."),  # fewer
        (TWO_YEARS, "Kravet er højst 30 pct., også i Greve."),
    ],
)
def test_what_fits_by_chance_or_the_other_way_is_not_confirmed(
    text: str, said: str, tmp_path: Path
) -> None:
    verdicts = {one.verdict for one in _about(text, said, tmp_path)}
    assert Verdict.CONSISTENT not in verdicts


NO_TABLE = """# Brev til Lejre Kommune om 2024

{said}
"""
GROUP = """# Placeringer i en kreds af kommuner

Tabel 1. Placering blandt 98 kommuner

| Kommune | A-dagpenge | Kontanthjælp | Alle ydelser | Alle ydelser (2023) |
|---|---|---|---|---|
| Greve | 3 | 44 | 12 | 19 |
| Ishøj | 61 | 87 | 80 | 71 |
| Odder | 25 | 9 | 17 | 17 |
| Vejle | 48 | 35 | 40 | 52 |

{said}
"""


@pytest.mark.parametrize(
    ("text", "said", "right", "wrong"),
    [
        (GROUP, "Med nr. {} på kontanthjælp er Ishøj et hårdt ramt sted.", "87", "78"),
        (GROUP, "Vejle kan notere {} pladser som fremgang.", "12", "21"),
        (
            NO_TABLE,
            "Vi talte 1.206 mennesker mod ventede 1.187, altså {} flere.",
            "19",
            "29",
        ),
        (
            NO_TABLE,
            "Af 1.206 er {} på dagpenge, 611 på hjælp og 306 syge.",
            "289",
            "298",
        ),
    ],
)
def test_cells_without_a_measure_and_figures_that_add_up(
    text: str, said: str, right: str, wrong: str, tmp_path: Path
) -> None:
    for figure, confirmed in ((right, True), (wrong, False)):
        told = _about(text, said.format(figure), tmp_path)
        own = [one for one in told if one.stated == figure.replace(",", ".")]
        assert any(one.verdict is Verdict.CONSISTENT for one in own) is confirmed


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        ("Tilbuddene driller stadig i {} kommuner.", "12", "21"),
        ("Hvad samtaler angår, kan {} kommuner sove roligt.", "92", "82"),
    ],
)
def test_a_count_by_the_goal_it_speaks_of(
    said: str, right: str, wrong: str, tmp_path: Path
) -> None:
    text = f"# Opgørelsen for 2023\n\n{{said}}\n\nTabel 1. Alle kommuner, 2023\n\n{_everyone()}\n"
    for figure, confirmed in ((right, True), (wrong, False)):
        told = _about(text, said.format(figure), tmp_path)
        found = [one for one in told if one.stated == figure and one.kind is ClaimKind.COUNT]
        assert any(one.verdict is Verdict.CONSISTENT for one in found) is confirmed
