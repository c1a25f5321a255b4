"""Figures held against each other over notes."""

from dataclasses import replace

import pytest

from normalize.model import Header, Municipality, Note
from rules.across.disagreements import disagreements
from rules.across.series import Key, Source, agree, corrects, pairs, series
from rules.model import Finding, Verdict

MORS = Municipality("0773", "Morsø", "Region Nordjylland")
KEY = Key("0773", "samtaler", "alle", "2023", "pct")
FIRST = Source(KEY, "12.3", "ok", "2024/a.pdf", "2024-03-18", False, "2", "3", "7", "3")
LATER = replace(FIRST, value="12.9", document="2025/b.pdf", date="2025-03-18", page="")


def verdicts(*sources: Source) -> list[tuple[str, Verdict]]:
    return [(document, finding.verdict) for document, finding in found(*sources)]


def found(*sources: Source) -> list[tuple[str, Finding]]:
    every = [pair for one in series(sources) for pair in pairs(one)]
    return list(disagreements(every, lambda _code: MORS))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("12.3", "12.3", True),
        ("35", "35.0", True),
        ("35", "34.6", True),
        ("35", "34.4", False),
        ("12.25", "12.3", True),
        ("12.2", "12.3", False),
        ("opfyldt", "ikke_opfyldt", False),
        ("opfyldt", "12.3", False),
        ("", "12.3", False),
    ],
)
def test_agreement_allows_for_rounding_alone(one: str, other: str, same: bool) -> None:
    assert agree(one, other) is agree(other, one) is same


def test_the_later_note_is_told_of_and_stands() -> None:
    assert verdicts(LATER, FIRST) == [("2025/b.pdf", Verdict.CONTRADICTED)]
    [one] = series([LATER, FIRST])
    assert one.standing == LATER
    [(_, finding)] = found(LATER, FIRST)
    assert finding.explanation == (
        "Andelen med færre end fire samtaler i Morsø for 2023 er 12,9 pct. i 2025/b.pdf (tabel 3), "
        "men 12,3 pct. i 2024/a.pdf (tabel 3, side 2); det seneste notat gælder."
    )


def test_notes_that_disagree_on_most_measure_other_things() -> None:
    other = [replace(one, key=KEY._replace(code="0779")) for one in (FIRST, LATER)]
    [(document, finding)] = found(FIRST, LATER, *other)
    assert (document, finding.verdict) == ("2025/b.pdf", Verdict.UNVERIFIABLE)
    same = [replace(one, value="5.0") for one in other]
    assert verdicts(FIRST, LATER, *same) == [("2025/b.pdf", Verdict.CONTRADICTED)]


@pytest.mark.parametrize(
    ("differing", "told"), [(12, {Verdict.UNVERIFIABLE}), (3, {Verdict.CONTRADICTED})]
)
def test_statuses_that_differ_as_by_chance_are_of_other_goals(
    differing: int, told: set[Verdict]
) -> None:
    sources = []
    for place in range(30):
        key = Key(f"{1000 + place}", "resultatmaal", "alle", "2023", "status")
        sources.append(replace(FIRST, key=key, value="opfyldt"))
        now = "ikke_opfyldt" if place < differing else "opfyldt"
        sources.append(replace(LATER, key=key, value=now))
    assert {finding.verdict for _, finding in found(*sources)} == told


def test_a_correction_explains_itself() -> None:
    assert verdicts(FIRST, replace(LATER, corrects=True)) == [("2025/b.pdf", Verdict.EXPLAINED)]


def test_a_cell_for_review_accuses_nobody_and_does_not_stand() -> None:
    doubtful = replace(LATER, status="review")
    assert verdicts(FIRST, doubtful) == [("2025/b.pdf", Verdict.UNVERIFIABLE)]
    [one] = series([FIRST, doubtful])
    assert one.standing == FIRST


def test_the_same_figure_again_is_no_finding() -> None:
    assert verdicts(FIRST, replace(LATER, value="12.30")) == []


def test_cells_of_one_note_are_left_to_its_own_audit() -> None:
    assert verdicts(FIRST, replace(FIRST, value="40.0", table="1")) == []


def test_columns_that_are_no_measure_are_not_held_against_each_other() -> None:
    other = KEY._replace(measure="anden:Antal")
    assert verdicts(replace(FIRST, key=other), replace(LATER, key=other)) == []


def test_a_note_says_that_it_corrects() -> None:
    assert corrects(Note(Header("Korrigeret udgave af status for 2023"), (), ()))
    assert not corrects(Note(Header("Status på den korrigerede indsats"), (), ()))


def test_other_periods_are_other_figures() -> None:
    assert verdicts(FIRST, replace(LATER, key=KEY._replace(period="2024"))) == []
