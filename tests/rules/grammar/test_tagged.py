from dataclasses import dataclass

import pytest

from normalize.model import Municipality
from normalize.names.municipalities import by_name
from rules.grammar.tagged import misread_number, numeral, tag

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
        ("4B kommuner", "#48 kommuner"),
        ("S3 kommuner, men S3-bussen", "#53 kommuner, men s3-bussen"),
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


@pytest.mark.parametrize("gap", ["…", "...", "[ulæseligt]"])
def test_a_list_keeps_the_place_of_what_could_not_be_read(gap: str) -> None:
    text = f"De fire er Greve, {gap}, Køge og Varde."
    marks = [mention(text, name) for name in ("Greve", "Køge", "Varde")]
    assert tag(text, marks) == "de #4 er @[0253+?+0259+0573]."


def test_items_may_be_numbered() -> None:
    text = "Det er 1) Greve, 2) Køge og 3) Varde."
    marks = [mention(text, name) for name in ("Greve", "Køge", "Varde")]
    assert tag(text, marks) == "det er @[0253+0259+0573]."


def test_a_name_beside_a_word_that_is_none_is_still_named() -> None:
    text = "Ministeriet og Greve"
    assert tag(text, [mention(text, "Greve")]) == "ministeriet og @[0253]"


@pytest.mark.parametrize(("text", "misread"), [("4B kommuner", True), ("48 kommuner", False)])
def test_a_number_read_from_letters_is_told(text: str, *, misread: bool) -> None:
    assert misread_number(text) is misread
