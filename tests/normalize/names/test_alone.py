"""Names alone: right or undecided, never wrong."""

import csv
from pathlib import Path

import pytest

from normalize.model import Municipality
from normalize.names.alone import match
from normalize.names.municipalities import by_name, municipalities

_CASES = Path(__file__).parents[1] / "cases"


@pytest.mark.parametrize("municipality", municipalities(), ids=lambda m: m.name)
def test_every_accepted_spelling_names_its_municipality(municipality: Municipality) -> None:
    for spelling in (municipality.name, *municipality.aliases):
        for form in (spelling, spelling.upper(), f"{spelling} Kommune", f"3. {spelling}"):
            found = match(form)
            assert found.municipality == municipality, form
            assert found.confidence == 1.0


def _rows(name: str) -> list[tuple[str, ...]]:
    with (_CASES / name).open(encoding="utf-8") as file:
        return [tuple(row) for row in csv.reader(file, delimiter="\t")]


@pytest.mark.parametrize(("given", "truth"), _rows("names.tsv"))
def test_damaged_name(given: str, truth: str) -> None:
    found = match(given).municipality
    assert (found.name if found else "") == truth


def test_no_letter_lost_or_doubled_makes_another_municipality() -> None:
    """Every name with one letter taken out or doubled is itself or undecided."""
    for municipality in municipalities():
        name = municipality.name
        for place in range(len(name)):
            for damaged in (
                name[:place] + name[place + 1 :],
                name[:place] + name[place] + name[place:],
            ):
                found = match(damaged).municipality
                assert found in (None, municipality), (name, damaged, found)


def test_undecided_still_tells_the_best_candidate() -> None:
    found = match("Zrg")
    assert found.municipality is None
    assert found.likely == by_name("Ærø")
    assert 0 < found.confidence < 0.99
    assert found.reason == "name:undecided"


def test_the_word_kommune_beside_a_short_name_decides_it() -> None:
    assert match("Ere Kommune").municipality == by_name("Ærø")
    assert match("Ere").municipality is None


@pytest.mark.parametrize(
    ("small", "capital"), [("aller", "Aller ød"), ("adowre", "Radowre"), ("eile", "Veile")]
)
def test_a_small_letter_first_says_that_a_capital_was_lost(small: str, capital: str) -> None:
    """``aller`` may be Ballerup: of a name that begins with an A a capital would be left."""
    assert match(small).confidence < match(capital).confidence
    assert match(small).municipality is None or match(capital).municipality is not None


@pytest.mark.parametrize("word", ["Rungsted", "Letland", "Flensborg", "allerede", "næste", "Sorg"])
def test_a_word_or_place_that_resembles_a_name_is_not_taken_for_it(word: str) -> None:
    for form in (word, word.capitalize(), word.upper()):
        assert match(form).municipality is None


def test_a_rare_word_yields_to_a_common_misreading() -> None:
    assert match("Fang").municipality == by_name("Fanø")


@pytest.mark.parametrize("text", ["Retten i Odense", "Storkøbenhavn", "Øster Brønderslev"])
def test_a_name_within_another_is_not_named(text: str) -> None:
    assert match(text).municipality is None


def test_a_cell_with_the_names_of_two_rows_is_undecided() -> None:
    """A stamp ran two rows together, and the first name took the figures of the second."""
    assert match("2Skanderborg24 Skive").municipality is None
    assert match("Faaborg Midtfyn").municipality is not None


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Faaborg-", "Faaborg-Midtfyn"),
        ("Høje-", "Høje-Taastrup"),
        ("Lyngby", None),  # a town
        ("Vest-", None),  # the first part of none
    ],
)
def test_a_double_name_broken_at_its_hyphen(given: str, name: str | None) -> None:
    found = match(given).municipality
    assert (found and found.name) == name


@pytest.mark.parametrize(
    "text",
    [
        "Landsdel Byen København",
        "I alt, Byen København",
        "Gns. Fyn",
        "Byen København",
        "Østjylland",
    ],
)
def test_a_part_of_the_country_is_no_municipality(text: str) -> None:
    found = match(text)
    assert (found.municipality, found.likely, found.reason) == (None, None, "name:other")
