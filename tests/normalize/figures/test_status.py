"""Status cells: no damage may lose an ``ikke``."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.figures.status import parse
from normalize.model import Fulfilled, Status


def _read(text: str) -> tuple[Fulfilled | None, Status | None]:
    verdict = parse(text)
    return (verdict.fulfilled, verdict.status) if verdict else (None, None)


MET, NOT_MET = Fulfilled.OPFYLDT, Fulfilled.IKKE_OPFYLDT


@pytest.mark.parametrize(
    ("text", "fulfilled"),
    [
        ("Opfyldt", MET),
        ("OPFYLDER", MET),
        ("Ja", MET),
        ("Lever op til", MET),
        ("Opfylder resultatmålet", MET),
        ("Indfriet", MET),
        ("Klaret", MET),
        ("Opnår målet", MET),
        ("I mål", MET),
        ("Ja, nået", MET),
        ("✓", MET),
        ("Opfyldt1)", MET),
        ("Ikke opfyldt", NOT_MET),
        ("Opfylder ikke", NOT_MET),
        ("Opfylder ikke resultatmål", NOT_MET),
        ("Ikke- opfyldt", NOT_MET),
        ("Lever ikke op til", NOT_MET),
        ("Nej", NOT_MET),
        ("Ikke klaret", NOT_MET),
        ("Imødekommer ikke målet", NOT_MET),
        ("Ikke i mål", NOT_MET),
        ("Nej, ikke nået", NOT_MET),
        ("Nej – ikke opnået", NOT_MET),
        ("✗", NOT_MET),
        ("Ikke opfyldt*", NOT_MET),
    ],
)
def test_plain(text: str, fulfilled: Fulfilled) -> None:
    assert _read(text) == (fulfilled, Status.OK)


@pytest.mark.parametrize(
    ("text", "fulfilled"),
    [
        ("Opfyidt", MET),
        ("0pfyldt", MET),
        ("opfy1dt", MET),
        ("lkke opfyldt", NOT_MET),
        ("Ikke opfyIdt", NOT_MET),
        ("kke opfyldt", NOT_MET),
        ("Ikkeopfyldt", NOT_MET),
        ("opfylder lkke", NOT_MET),
    ],
)
def test_damaged_beyond_doubt(text: str, fulfilled: Fulfilled) -> None:
    assert _read(text) == (fulfilled, Status.REPAIRED)


@pytest.mark.parametrize(
    "text", ["e opfyldt", "Ik opfyldt", "xx opfyldt", "i opfyldt", "— opfyldt"]
)
def test_a_rest_of_something_goes_to_a_person(text: str) -> None:
    assert _read(text)[1] is Status.REVIEW


@pytest.mark.parametrize(
    "text",
    [
        "",
        "13,1 %",
        "Albertslund",
        "Delvist opfyldt",
        "x",
        "-",
        "j",
        "Ikke målt",
        "Ikke maalt",
        "lkke oplyst",
        "Ikke opgiort",
        "Nej, nået",
        "Ja/Nej",
    ],
)
def test_no_status(text: str) -> None:
    assert parse(text) is None


@given(
    st.sampled_from(
        ["ikke opfyldt", "opfylder ikke", "lever ikke op til", "ikke klaret", "ikke opnået"]
    ),
    st.data(),
)
def test_two_letters_of_ikke_damaged_never_give_a_goal_met(
    phrase: str, data: st.DataObject
) -> None:
    start = phrase.index("ikke")
    letters = list(phrase)
    for _ in range(2):
        place = data.draw(st.integers(start, start + 3))
        letters[place] = data.draw(st.sampled_from(["", "l", "1", "i", "e", "c", "x", "-"]))
    verdict = parse("".join(letters))
    if verdict is not None and verdict.status is not Status.REVIEW:
        assert verdict.fulfilled is NOT_MET


@pytest.mark.parametrize(
    "text", ["Opfyldt Ikke", "Opfyldt Opfyldt", "Ikke", "op til Lever", "Klaret ikke"]
)
def test_whole_words_in_no_known_order_are_never_repaired(text: str) -> None:
    verdict = parse(text)
    assert verdict is not None
    assert verdict.status is Status.REVIEW


@pytest.mark.parametrize("text", ["Ej OK", "Ikke ok", "Ej opf.", "Ikke opf.", "Ej nået"])
def test_short_negations(text: str) -> None:
    verdict = parse(text)
    assert verdict is not None
    assert (verdict.fulfilled, verdict.status) == (Fulfilled.IKKE_OPFYLDT, Status.OK)


@pytest.mark.parametrize(
    ("text", "fulfilled"),
    [
        *((text, MET) for text in ("Jo", "JÅ", "jæ")),
        *((text, NOT_MET) for text in ("Nei", "NEl", "Ne!", "Ner.", "Ne}")),
        *((text, None) for text in ("No", "Ne", "J", "Joe", "Neja", "Nov")),
    ],
)
def test_yes_and_no_as_a_fax_has_them(text: str, fulfilled: Fulfilled | None) -> None:
    found = parse(text)
    sure = found is not None and found.status is not Status.REVIEW
    assert (found.fulfilled if found and sure else None) == fulfilled
    assert not sure or (found is not None and found.status is Status.REPAIRED)
