import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.model import Measure
from rules.grammar.conditions import And, Condition, Focus, Goal, InPhase, Inspires, Share, Step
from rules.grammar.lexicon import symbols
from rules.grammar.predicates import Memory
from rules.grammar.statements import Context, statements
from rules.grammar.tagged import tag
from rules.law.comparison import Comparison

R, S, T = Measure.RESULTATMAAL, Measure.SAMTALER, Measure.TILBUD


def said(text: str, context: Context | None = None) -> list[tuple[int | None, Condition | None]]:
    """Count and likeliest reading of every statement in a text."""
    found, _ = statements(symbols(tag(text, ())), context or Context())
    return [
        (one.count.number if one.count else None, one.readings[0] if one.readings else None)
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("9 kommuner opfylder resultatmålet", Goal(R)),
        ("9 kommuner lever ikke op til resultatmålet", Goal(R, False)),
        (
            "9 kommuner opfylder hverken resultat- eller fokusmål",
            And((Goal(R, False), Focus(0, 1))),
        ),
        ("9 kommuner opfylder både resultat- og fokusmål", And((Goal(R), Focus(2, 2)))),
        ("9 kommuner opfylder fokusmålene for samtaler og tilbud", And((Goal(S), Goal(T)))),
        ("9 kommuner opfylder begge fokusmål", Focus(2, 2)),
        ("9 kommuner opfylder kun ét af fokusmålene", Focus(1, 1)),
        ("9 kommuner opfylder mindst ét af de to fokusmål", Focus(1, 2)),
        ("9 kommuner opfylder ingen af fokusmålene", Focus(0, 0)),
        ("9 kommuner opfylder ikke nogen af fokusmålene", Focus(0, 0)),
        ("9 kommuner opfylder alle tre mål", And((Goal(R), Focus(2, 2)))),
        (
            "9 kommuner når resultatmålet, men ikke fokusmålet for tilbud",
            And((Goal(R), Goal(T, False))),
        ),
        ("9 kommuner er inspirationskommuner", Inspires()),
        ("9 kommuner ophører i skærpet tilsyn", InPhase(Step.LEAVES)),
        ("9 kommuner bliver omfattet af genopretningsfasen", InPhase(Step.COVERED, new=True)),
        ("9 kommuner er omfattet af genopretningsfasen", InPhase(Step.COVERED)),
        ("9 kommuner har under 10 pct. uden tilbud", Share(T, Comparison.LESS, 10)),
        ("9 kommuner skal opfylde resultatmålet", None),
        ("9 kommuner er i risiko for ikke at opfylde resultatmålet", None),
    ],
)
def test_what_is_said_of_nine_municipalities(text: str, condition: Condition | None) -> None:
    assert said(text) == [(9, condition)]


def test_the_other_reading_of_not_the_focus_goals() -> None:
    found, _ = statements(symbols(tag("9 kommuner opfylder ikke fokusmålene", ())), Context())
    assert found[0].readings == (Focus(0, 1), Focus(0, 0))


def test_goals_carry_on_in_a_clause_that_leaves_them_out() -> None:
    assert said("61 kommuner opfylder resultatmålet, mens 37 ikke gør") == [
        (61, Goal(R)),
        (37, Goal(R, False)),
    ]


def test_a_reason_says_nothing_of_a_count() -> None:
    text = "53 kommuner opfylder fokusmålet for tilbud, da de har en andel på mindre end 30 pct."
    assert said(text) == [(53, Goal(T))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("12 jyske kommuner opfylder resultatmålet", ("jyske",)),
        ("12 kommuner opfylder resultatmålet i alle årets måneder", ("måneder",)),
        ("12 kommuner opfylder resultatmålet for a-dagpenge", ("a-dagpenge",)),
        ("12 kommuner opfylder dermed resultatmålet i april 2024", ()),
    ],
)
def test_words_that_may_narrow_are_doubts(text: str, words: tuple[str, ...]) -> None:
    found, _ = statements(symbols(tag(text, ())), Context(Memory()))
    assert found[0].doubts == words


PHRASES = (
    "17",
    "af de 30 kommuner",
    "opfylder",
    "ikke",
    "hverken",
    "resultatmålet",
    "fokusmålet for samtaler",
    "og tilbud",
    "under 20 pct.",
    "bliver omfattet af genopretningsfasen",
    "mens de resterende",
    ",",
    ";",
    "(",
    "samtlige",
    "kun ét af fokusmålene",
    "højst",
    "Greve Kommune",
    "nr. 5",
)


@given(st.lists(st.sampled_from(PHRASES), max_size=30).map(" ".join))
def test_any_run_of_words_is_read_without_failing(text: str) -> None:
    found, _ = statements(symbols(tag(text, ())), Context())
    assert all(one.clause for one in found)


def test_a_period_cut_by_its_dash_stays_whole() -> None:
    text = "9 kommuner opfylder resultatmålet for perioden 2. halvår 2020 - 1. halvår 2021"
    found, _ = statements(symbols(tag(text, ())), Context())
    assert str(found[0].period) == "2020-07/2021-06"
