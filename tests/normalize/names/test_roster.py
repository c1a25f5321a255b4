"""Names of a table decoded together."""

import pytest

from normalize.model import Status
from normalize.names.municipalities import danish_key, municipalities
from normalize.names.roster import decode

NAMES = [municipality.name for municipality in municipalities()]


def _decoded(texts: list[str]) -> list[str]:
    return [row.municipality.name if row.municipality else "" for row in decode(texts)]


def _with(position: str, text: str) -> list[str]:
    return [text if name == position else name for name in NAMES]


def test_the_order_is_danish() -> None:
    assert NAMES[0] == "Albertslund"
    assert NAMES[-5:] == ["Vordingborg", "Ærø", "Aabenraa", "Aalborg", "Aarhus"]
    assert NAMES.index("Faaborg-Midtfyn") == NAMES.index("Furesø") + 1
    assert danish_key("Aarhus") == danish_key("Århus")


@pytest.mark.parametrize(
    ("truth", "text"),
    [("Ærø", "Zrg"), ("Ærø", "Are"), ("Læsø", "Lese"), ("Sorø", "Sore"), ("Fanø", "Fane")],
)
def test_the_row_decides_what_the_letters_leave_open(truth: str, text: str) -> None:
    rows = decode(_with(truth, text))
    place = NAMES.index(truth)
    assert [row.municipality for row in rows] == list(municipalities())
    assert rows[place].status is Status.REPAIRED
    assert rows[place].reason[0] in {"order:row", "name:confusion"}


def test_rows_between_two_names_are_those_between_them() -> None:
    """A table of all has one row for each: what is hardly legible is named by its place."""
    texts = [
        "Exes" if name == "Esbjerg" else "Gains" if name == "Gladsaxe" else name for name in NAMES
    ]
    rows = decode(texts)
    assert [row.municipality for row in rows] == list(municipalities())
    assert {row.reason for row in rows} == {(), ("order:row",)}


def test_in_a_table_of_some_the_place_says_little() -> None:
    some = ["Assens", "Exes", "Greve", "Kolding", "Odense", "Skive", "Viborg"]
    found = decode(some)[1]
    assert found.status is Status.REVIEW


def test_rows_in_order_of_code_are_an_order_too() -> None:
    by_code = sorted(municipalities(), key=lambda one: one.code)
    texts = [one.name if one.name != "Ærø" else "Zrg" for one in by_code]
    assert [row.municipality for row in decode(texts)] == by_code


def test_rows_that_are_no_municipality_stay_unnamed() -> None:
    rows = decode([*NAMES[:20], "Region Sjælland", "Hele landet", "I alt"])
    assert [row.municipality for row in rows[20:]] == [None] * 3
    assert {row.status for row in rows[20:]} == {Status.OK}


def test_a_table_in_another_order_lends_no_order_but_its_names() -> None:
    shuffled = ["Vejle", "Odense", "Køge", "Aalborg", "Greve", "Faxe", "Ringsted", "Samsø"]
    assert _decoded([*shuffled, "Brgndby"])[-1] == "Brøndby"
    unsure = decode([*shuffled, "xyz"])[-1]
    assert unsure.municipality is None
    assert unsure.status is Status.REVIEW


def test_two_rows_that_want_one_name_are_left_to_a_person() -> None:
    rows = decode(["Odense", "Vejle", "Aalborg", "Greve", "Are", "Erg"])
    assert all(row.status is Status.REVIEW for row in rows[4:])


def test_a_repaired_name_out_of_order_is_not_believed() -> None:
    rows = decode(_with("Hjørring", "Herning"[:-1] + "q"))
    place = NAMES.index("Hjørring")
    herning = NAMES.index("Herning")
    assert rows[herning].municipality == municipalities()[herning]
    found = rows[place]
    assert found.status is Status.REVIEW or found.municipality == municipalities()[place]


def test_a_name_beyond_doubt_stands_in_another_order() -> None:
    as_letters = ["Esbjerg", "Faaborg-Midt fyn", "Fanø", "Favrskov", "Faxe"]
    found = decode(as_letters)[1]
    assert found.municipality is not None
    assert (found.municipality.name, found.status) == ("Faaborg-Midtfyn", Status.REPAIRED)


def test_no_names_at_all() -> None:
    assert decode([]) == ()
    assert [row.municipality for row in decode(["", "13,1", "---"])] == [None] * 3
