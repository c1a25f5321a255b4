from dataclasses import dataclass

import pytest

from normalize.model import Municipality
from normalize.municipalities import by_name
from rules.grammar.tagged import numeral, tag

# fmt: off
ONES = (
    "nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv",
    "tretten", "fjorten", "femten",
)
# fmt: on
TENS = {20: "tyve", 30: "tredive", 40: "fyrre", 50: "halvtreds", 60: "tres", 90: "halvfems"}


@dataclass(frozen=True)
class Mention:
    municipality: Municipality
    start: int
    end: int


def mention(text: str, name: str) -> Mention:
    municipality = by_name(name)
    assert municipality is not None
    return Mention(municipality, text.index(name), text.index(name) + len(name))


@pytest.mark.parametrize("number", range(2, 16))
def test_small_numbers_in_words(number: int) -> None:
    assert numeral(ONES[number]) == number


@pytest.mark.parametrize("ten", TENS)
@pytest.mark.parametrize("one", range(2, 10))
def test_danish_says_the_ones_first(ten: int, one: int) -> None:
    assert numeral(f"{ONES[one]}og{TENS[ten]}") == ten + one


@pytest.mark.parametrize("word", ["en", "et", "nul", "kommuner", "første", "anden", "begge"])
def test_words_that_are_no_numbers(word: str) -> None:
    assert numeral(word) is None


@pytest.mark.parametrize(
    ("text", "tagged"),
    [
        ("Sytten kommuner", "#17 kommuner"),
        ("2.320 fuldtidspersoner", "#2320 fuldtidspersoner"),
        ("mindst 94,3 % og 30 pct.", "mindst #94,3 pct og #30 pct"),
        ("en 14. plads", "en nr #14 plads"),
        ("0,5 pct.point", "#0,5 pctpoint"),
        ("den 05-11-2021", "den #05-11-2021"),
    ],
)
def test_numbers_and_units(text: str, tagged: str) -> None:
    assert tag(text, ()) == tagged


def test_a_list_of_names_is_one_token_and_a_strange_name_keeps_its_place() -> None:
    text = "De tre er Greve, Qxzby og Køge Kommuner."
    marks = [mention(text, "Greve"), mention(text, "Køge")]
    assert tag(text, marks) == "de #3 er @[0253+?+0259]."


def test_a_genitive_belongs_to_the_name() -> None:
    text = "Greves andel"
    assert tag(text, [mention(text, "Greve")]) == "@[0253] andel"
