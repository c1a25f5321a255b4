import pytest

from normalize.model import Measure
from rules.grammar.conditions import And, Beside, Condition, Focus, Goal, Level, Share
from rules.grammar.distributed import distributed
from rules.grammar.lexicon import symbols
from rules.grammar.predicates import Memory
from rules.grammar.tagged import tag
from rules.law.comparison import Comparison

R, S, T = Measure.RESULTATMAAL, Measure.SAMTALER, Measure.TILBUD
THREE = (R, S, T)


def said(text: str) -> list[tuple[int | None, Condition]]:
    found = distributed(symbols(tag(text, ())), Memory())
    return [(one.count.number if one.count else None, one.readings[0]) for one in found]


def of_three(number: int) -> Focus:
    return Focus(number, number, THREE)


def between(low: float, high: float) -> And:
    return And((Share(S, Comparison.AT_LEAST, low), Share(S, Comparison.LESS, high)))


@pytest.mark.parametrize(
    "text",
    [
        "25 kommuner når alle tre mål, 50 to, 20 et og tre ingen.",
        "Alle tre mål er nået i 25 kommuner, to mål i 50, ét mål i 20 og intet mål i tre.",
        "25 kommuner når dem alle, 50 når to af dem, 20 kun ét, og tre når ikke noget.",
    ],
)
def test_by_the_number_of_goals(text: str) -> None:
    numbers = [25, 50, 20, 3]
    assert said(text) == list(zip(numbers, map(of_three, (3, 2, 1, 0)), strict=True))


def test_goals_missed_are_the_others_met() -> None:
    text = "Tre kommuner misser alle tre mål, 20 to og 50 kun ét."
    assert said(text) == [(3, of_three(0)), (20, of_three(1)), (50, of_three(2))]


def test_which_of_the_focus_goals() -> None:
    text = (
        "60 kommuner når begge fokusmål, 30 alene samtalemålet, syv alene tilbudsmålet og en ingen."
    )
    assert said(text) == [
        (60, Focus(2, 2)),
        (30, And((Goal(S), Goal(T, False)))),
        (7, And((Goal(S, False), Goal(T)))),
        (1, Focus(0, 0)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "46 kommuner ligger under det forventede niveau, en ligger på det, og 51 ligger over.",
        "Antallet er lavere end forventet i 46 kommuner, lig med det i en og højere i 51.",
        "Færre end ventet har 46 kommuner, netop det ventede har én, og flere har 51.",
    ],
)
def test_beside_the_expected_level(text: str) -> None:
    below, at, above = (Level(side) for side in (Beside.BELOW, Beside.AT, Beside.ABOVE))
    assert said(text) == [(46, below), (1, at), (51, above)]


def test_intervals_of_a_share() -> None:
    text = (
        "Under 5 pct. mangler samtaler i ti kommuner, fra 5 til under 15 pct. i 80 og 15-40 i otte."
    )
    assert said(text) == []  # a step that is not understood leaves all of them open
    text = text.replace("15-40", "mindst 15 pct.")
    low, high = Share(S, Comparison.LESS, 5), Share(S, Comparison.AT_LEAST, 15)
    assert said(text) == [(10, low), (80, between(5, 15)), (8, high)]


@pytest.mark.parametrize(
    "text",
    [
        "To af de fire kommuner når begge fokusmål.",
        "60 kommuner når begge fokusmål, og 12 kommuner har 30 ledige i alt.",
        "Af de 40 kommuner når 25 resultatmålet, 15 ikke.",
    ],
)
def test_what_takes_no_turns_is_left_to_its_clauses(text: str) -> None:
    assert said(text) == []
