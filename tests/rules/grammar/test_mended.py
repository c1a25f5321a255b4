import pytest

from rules.grammar.mended import mend


@pytest.mark.parametrize(
    ("spoilt", "text"),
    [
        ("faerre end #4", "færre end #4"),
        ("farre end #4", "færre end #4"),
        ("ikke langere", "ikke længere"),
        ("den hgjeste andel pa", "den højeste andel på"),
        ("i alle arets maneder", "i alle årets måneder"),
        ("den h6jeste andel p4 landsplan", "den højeste andel på landsplan"),
        ("den sterste andel fer maalet", "den største andel før målet"),
        ("kravet om samtaler er det samme", "kravet om samtaler er det samme"),
        ("heller ikke", "heller ikke"),
        ("nar kommunen", "nar kommunen"),  # "når" or "nær": stays
        ("for kommunen", "for kommunen"),
    ],
)
def test_small_words_get_their_letters_back(spoilt: str, text: str) -> None:
    assert mend(spoilt) == text


def test_names_and_numbers_are_left_alone() -> None:
    assert mend("@[0253+?] og #17") == "@[0253+?] og #17"
