"""What limits that a note only mentions tell of the rules it is measured by."""

from __future__ import annotations

import pytest

from normalize.model import Header, Measure, Note, Sentence
from rules.law.book import load
from rules.sentences.prose import prose
from rules.stated.limits import Mention, mentioned, settled

TALKS, OFFERS = Measure.SAMTALER, Measure.TILBUD


def utterances(text: str) -> tuple[Mention, ...]:
    note = Note(Header(), (), (Sentence(text, text, 1, 1, 0),))
    return tuple(sorted(mentioned(prose(note))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fokusmålet for samtaler på 80 pct. er nået.", (Mention(TALKS, 80.0),)),
        (
            "Andelen med tilbud er 84 pct., hvor kravet ligeledes er 80 pct.",
            (Mention(OFFERS, 80.0),),
        ),
        ("75 pct. fik tilbud mod de krævede 80 pct.", (Mention(OFFERS, 80.0),)),
        ("Samtaler: 90 pct., klart over de 80 pct., der kræves.", (Mention(TALKS, 80.0),)),
        ("Vores mål for samtaler er 90 pct.", ()),
        ("Fokusmålet for samtaler blev forbedret 3 procentpoint.", ()),
    ],
)
def test_limits_mentioned(text: str, expected: tuple[Mention, ...]) -> None:
    assert utterances(text) == expected


def test_a_limit_picks_out_the_years_a_note_may_be_of() -> None:
    book = settled(load(), frozenset({Mention(OFFERS, 80.0)}), ())
    assert {one.year for one in book.unknown} == {2020, 2021, 2022}
    assert {goal.limit for goal in book.goals(OFFERS, None)} == {80.0}


def test_a_limit_of_no_year_picks_out_nothing() -> None:
    book = settled(load(), frozenset({Mention(OFFERS, 55.0)}), ())
    assert len(book.unknown) == len(load().years)
    assert not book.told
