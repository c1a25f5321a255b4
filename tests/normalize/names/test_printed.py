"""What stands around a printed name, and names that print has shortened or set apart."""

from __future__ import annotations

import pytest

from normalize.names.alone import match
from normalize.names.printed import bare, joined, shortened, titled


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lyngby-T.", "Lyngby-Taarbæk"),
        ("Ringk.-Skjern", "Ringkøbing-Skjern"),
        ("Faaborg-M.", "Faaborg-Midtfyn"),
        ("Høje-T.", "Høje-Taastrup"),
        ("Høje Tåstr.", "Høje-Taastrup"),
        ("Fr.havn", "Frederikshavn"),
        ("Frederikss.", "Frederikssund"),
        ("Kbh.", "København"),
        ("Frb.", "Frederiksberg"),
        ("Vejle Kom.", "Vejle"),
        ("Nyborg K.", "Nyborg"),
        ("K ø b e n h a v n", "København"),
        ("L Y N G B Y - T A A R B Æ K", "Lyngby-Taarbæk"),
        ("Guldborg-\nsund", "Guldborgsund"),
        ("Brønderslev-Dronninglund", "Brønderslev"),
        ("Fred.", None),
        ("Vej.", None),
        ("Her.", None),
        ("Gns.", None),
        ("a.b.c.d.e.f.g", None),
    ],
)
def test_a_shortened_name(text: str, name: str | None) -> None:
    found = match(text).municipality
    assert (found and found.name) == name


def test_a_short_text_that_is_no_beginning_is_none() -> None:
    assert shortened("Odense.") is None  # whole, before a full stop
    assert shortened("Odens.") is not None
    assert shortened("Xense.") is None


def test_the_word_beside_a_name_is_taken_off() -> None:
    assert bare("3. Vejle Kommune 1)") == ("Vejle", True)
    assert bare("Køge Kommune¹") == ("Køge", True)
    assert bare("Bornholms Regionskommune ²") == ("Bornholms", True)
    assert bare("Vejle² Kommune") == ("Vejle", True)
    assert bare("851 Aalborg *") == ("Aalborg", False)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("BRØNDBY", "Brøndby"),
        ("IKAST-BRANDE", "Ikast-Brande"),
        ("Brøndby", "Brøndby"),
        ("AAr", "AAr"),
    ],
)
def test_a_name_in_capitals_begins_with_one(text: str, name: str) -> None:
    assert titled(text) == name


def test_words_are_not_joined() -> None:
    assert joined("S o r ø") == "Sorø"
    assert joined("Sorø by") == "Sorø by"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bornholms Regionskommu", "Bornholm"),
        ("Bornholms Regionsk", "Bornholm"),
        ("Bornholms Regions", "Bornholm"),
        ("Høje-Taastrup Kommun", "Høje-Taastrup"),
        ("Vejle Ko", "Vejle"),
        ("Region Bornholm", None),
        ("Hele landet k", None),
        ("Region Sj", None),
    ],
)
def test_a_name_whose_last_word_the_cell_cut_is_that_name(text: str, name: str | None) -> None:
    found = shortened(text)
    assert (found.name if found else None) == name
