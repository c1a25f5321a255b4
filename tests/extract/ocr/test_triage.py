"""When a page is read from its picture."""

from __future__ import annotations

import pytest

from extract.model import Box, Page, Word
from extract.ocr.triage import garbled, promised, wanted

DANISH = (
    "En kommune lever op til målet når andelen er under grænsen og det gælder for året som "
    "helhed der er ikke taget højde for ændringer i løbet af perioden på øerne"
)
SHEET = Box(0, 0, 595, 842)


def words(text: str, hidden: bool = False) -> tuple[Word, ...]:
    return tuple(
        Word(part, Box(50 + 5 * n, 100, 54 + 5 * n, 110), hidden=hidden)
        for n, part in enumerate(text.split())
    )


def page(text: str = "", pictures: tuple[Box, ...] = (), hidden: bool = False) -> Page:
    return Page(1, 595, 842, words=words(text, hidden), pictures=pictures)


def flattened(text: str) -> str:
    for letter, read in (("ø", "o"), ("å", "a"), ("æ", "ae"), ("Ø", "O")):
        text = text.replace(letter, read)
    return text


@pytest.mark.parametrize(
    ("seen", "reason"),
    [
        (page(DANISH * 3), None),
        (page(""), None),
        (page("", (SHEET,)), "picture:no-text-layer"),
        (page("Side 2 af 4", (SHEET,)), "picture:no-text-layer"),
        (page(DANISH * 3, (SHEET,), hidden=True), "picture:hidden-text-layer"),
        (page(flattened(DANISH) * 3, (SHEET,)), "picture:no-danish-letters"),
        (page(flattened(DANISH) * 3), None),  # no scan below it: the writer has no such letters
        (page(DANISH * 3, (SHEET,)), None),  # a letterhead drawn as a picture
        (page(DANISH + " \ue012\ue013\ue014\ue015\ue016"), "picture:impossible-characters"),
        (page(DANISH * 3, (Box(60, 300, 500, 600),)), "picture:pasted"),
        (page(DANISH * 3, (Box(500, 20, 560, 60),)), None),  # a logo
        (page(DANISH * 3, (Box(40, 90, 500, 200),)), None),  # text runs over it
    ],
)
def test_a_picture_is_read_where_the_text_layer_is_not_enough(
    seen: Page, reason: str | None
) -> None:
    want = wanted(seen)
    assert (want.reason if want else None) == reason


def test_only_the_pasted_part_is_read() -> None:
    picture = Box(60, 300, 500, 600)
    want = wanted(page(DANISH * 3, (picture, Box(500, 20, 560, 60))))
    assert want is not None
    assert want.regions == (picture,)


def test_a_picture_of_half_the_page_is_read_where_no_text_lies_over_it() -> None:
    """A table of all municipalities, pasted over most of a page, was nothing and nobody said so."""
    picture = Box(50, 150, 545, 700)
    titled = page("Sådan ligger alle landets kommuner på beskæftigelsesmålene", (picture,))
    want = wanted(titled)
    assert want is not None
    assert want.regions == (picture,)
    assert promised(titled, ())
    assert not promised(page(DANISH * 9, (picture,)), ())
    assert not promised(page("Her ligger kommunerne på målene", (Box(50, 150, 300, 300),)), ())


def test_english_text_is_not_called_bad_danish() -> None:
    english = "The municipality has not met the target for interviews in the year under review "
    assert garbled(words(english * 8)) == ""
