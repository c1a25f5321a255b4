"""Entry, extension and exit over several notes."""

from __future__ import annotations

import pytest

from normalize.names.municipalities import by_code, by_name
from rules.across.steps import Step, steps_agree
from rules.model import Verdict

FIRST, THEN, LATER = ((f"{year}.pdf", f"{year}-04-01") for year in (2023, 2024, 2025))
GREVE = "0253"


def found(*steps: Step) -> list[tuple[str, Verdict, str]]:
    return [(d, f.verdict, f.explanation) for d, f in steps_agree(steps, by_code)]


@pytest.fixture(name="others")
def _others() -> Step:
    assert by_name("Greve") == by_code(GREVE)
    return Step("0183", "covered", *FIRST)


def test_in_then_out_agree(others: Step) -> None:
    assert not found(others, Step(GREVE, "covered", *THEN), Step(GREVE, "leaves", *LATER))
    assert not found(
        others,
        Step(GREVE, "covered", *FIRST),
        Step(GREVE, "extended", *THEN),
        Step(GREVE, "leaves", *LATER),
    )


@pytest.mark.parametrize("stated", ["leaves", "extended"])
def test_out_or_longer_without_having_been_in(others: Step, stated: str) -> None:
    [(document, verdict, text)] = found(others, Step(GREVE, stated, *LATER))
    assert (document, verdict) == ("2025.pdf", Verdict.UNVERIFIABLE)
    assert "Greve" in text


def test_out_twice(others: Step) -> None:
    steps = (Step(GREVE, "covered", *FIRST), Step(GREVE, "leaves", *THEN))
    assert len(found(others, *steps, Step(GREVE, "leaves", *LATER))) == 1


def test_the_first_note_tells_of_no_history() -> None:
    assert not found(Step(GREVE, "leaves", *FIRST))
    assert not found(Step(GREVE, "leaves", "udateret.pdf", ""), Step("0183", "covered", *FIRST))


def test_one_stay_dated_in_two_ways(others: Step) -> None:
    one = Step(GREVE, "covered", *THEN, "Greve kom i genopretningsfasen i april 2023.")
    other = Step(GREVE, "covered", *LATER, "Greve kom i genopretningsfasen i april 2024.")
    [(document, verdict, text)] = found(others, one, other)
    assert (document, verdict) == ("2025.pdf", Verdict.UNVERIFIABLE)
    assert "april 2024" in text
    assert "april 2023" in text
    assert not found(others, one, Step(GREVE, "leaves", *THEN), other)
