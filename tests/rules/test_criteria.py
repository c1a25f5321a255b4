from collections.abc import Callable
from dataclasses import replace

import pytest

from normalize.model import Measure, Note, Period, Value
from rules.claims.threshold import compare
from rules.criteria import criteria, stated
from rules.law.book import load
from rules.law.comparison import Comparison
from rules.model import Verdict

Make = Callable[..., Note]
YEAR = Period.of_year(2024)

WORDINGS = {
    "Målet for samtaler er nået, hvis andelen med færre end fire samtaler er under 20 pct.": (
        (Measure.SAMTALER, "<", 20),
    ),
    "Kravet er, at højst 25 pct. må være uden tilbud.": ((Measure.TILBUD, "<=", 25),),
    "Andelen uden aktivt tilbud må ikke overstige 30 pct.": ((Measure.TILBUD, "<=", 30),),
    "Fokusmålet er opfyldt, hvis mindst 80 % har haft fire samtaler og mindst 70 % et tilbud.": (
        (Measure.SAMTALER, ">=", 80),
        (Measure.TILBUD, ">=", 70),
    ),
    "Kommunen lever ikke op til målet for samtaler, hvis andelen er over 20 procent.": (
        (Measure.SAMTALER, "<=", 20),
    ),
    "53 kommuner opfylder fokusmålet for tilbud, da andelen er mindre end 25 pct.": (
        (Measure.TILBUD, "<", 25),
    ),
    "Målet for samtaler er nået, når den gennemsnitlige andel er mindre end 20 pct.": (
        (Measure.SAMTALER, "<", 20),
    ),
    "Færre end 30 pct. må være uden tilbud.": ((Measure.TILBUD, "<", 30),),
    "Når under 30 pct. ikke har fået et tilbud, er målet for tilbud opfyldt.": (
        (Measure.TILBUD, "<", 30),
    ),
    "Målet for samtaler er ikke opfyldt, når mindre end 80 pct. har fået fire samtaler.": (
        (Measure.SAMTALER, ">=", 80),
    ),
    "Højst 19 pct. må have haft færre end fire samtaler.": ((Measure.SAMTALER, "<=", 19),),
    "Vi gør status, når 20 pct. har fået færre end fire samtaler.": (),
    "Mindst 70 pct. af tilbuddene skal være i en virksomhed, og kravet gælder alle.": (),
    "Femten kommuner ligger under 10 pct. for samtaler.": (),
    "I Greve fik 94,3 pct. mindst fire samtaler.": (),
}


@pytest.mark.parametrize("text", WORDINGS)
def test_limits_are_read_in_their_own_polarity(note: Make, text: str) -> None:
    found = [(one.measure, one.comparison, one.limit) for one in stated(note(text), YEAR)]
    assert tuple(found) == WORDINGS[text]


def test_the_note_wins_over_the_rule_book(note: Make) -> None:
    text = "Fokusmålet for tilbud er opfyldt, hvis andelen uden tilbud er mindre end 25 pct."
    rules = criteria(note(text), load(), YEAR).years[2024]
    assert rules.tilbud.limit == 25
    assert rules.rule_id == "2024+note"
    assert load().years[2024].tilbud.limit == 30


def test_the_same_limit_in_the_other_polarity_is_no_difference(note: Make) -> None:
    text = (
        "Fokusmålet for samtaler er opfyldt, hvis højst 20 pct. har fået færre end fire samtaler."
    )
    assert (
        criteria(note(text, year=2021), load(), Period.of_year(2021)).years[2021].rule_id == "2021"
    )


@pytest.mark.parametrize(
    ("year", "limit", "verdict"),
    [
        (2024, 20, Verdict.CONSISTENT),
        (2024, 25, Verdict.CONTRADICTED),
        (2025, 25, Verdict.UNVERIFIABLE),
    ],
)
def test_only_a_rule_that_was_read_contradicts(
    note: Make, year: int, limit: int, verdict: Verdict
) -> None:
    text = f"Fokusmålet for samtaler er opfyldt, hvis andelen er mindre end {limit} pct."
    (one,) = stated(note(text, year=year), Period.of_year(year))
    assert one.comparison is Comparison.LESS
    assert compare(one, load().years[year]) is verdict


def test_hours_are_read_where_they_are_laid_down(note: Make) -> None:
    text = "Målet for tilbud kræver, at borgeren skal have haft et tilbud eller 225 timers arbejde."
    assert [one.hours for one in stated(note(text), YEAR)] == [225]


UNDATED = "Målet for tilbud er nået, når under 30 pct. ikke har fået et tilbud."
GOT = "Målet for tilbud er nået, når mindst 70 pct. har fået et tilbud."
DATED = "I 2024 er målet for tilbud nået, når under 30 pct. ikke har fået et tilbud."
OTHER = f"{UNDATED}\nI 2022 var målet for tilbud nået, når under 25 pct. ikke fik et tilbud."


@pytest.mark.parametrize(
    ("text", "share", "met"),
    [
        (UNDATED, 29.3, True),
        (UNDATED, 31.0, False),
        (GOT, 30.0, True),
        (DATED, 29.3, False),
        (OTHER, 29.3, False),
        (OTHER, 24.0, True),
    ],
)
def test_a_limit_without_a_year_holds_for_every_year_shown(
    note: Make, cell: Callable[..., Value], text: str, share: float, met: bool
) -> None:
    shown = cell("Greve", "tilbud", share, period=Period.of_year(2022))
    rules = criteria(replace(note(text), values=(shown,)), load(), YEAR).years
    assert rules[2022].tilbud.met(share, received=False) is met
    assert rules[2021].tilbud == load().years[2021].tilbud
