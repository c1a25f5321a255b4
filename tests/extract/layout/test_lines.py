"""What a space between two words takes at most."""

from __future__ import annotations

import pytest

from extract.layout.lines import blank, lines
from extract.model import Box, Source, Word

# Ink of a scanned heading in Courier of 9 pt, and of one in a proportional face: left, right.
FIXED = {"Andel": (190, 217), "med": (224, 240), "4": (247, 251), "møder,": (258, 290)}
FIXED |= {"pct.": (298, 319), "Andel ": (338, 365)}
PLAIN = {"Andel": (190, 215), "med": (217, 235), "møder": (238, 266), "pct.": (269, 283)}


def words(places: dict[str, tuple[int, int]], source: Source = Source.OCR) -> list[Word]:
    return [
        Word(text.strip(), Box(x0, 256, x1, 264), source=source)
        for text, (x0, x1) in places.items()
    ]


def test_words_in_fixed_pitch_are_one_piece_up_to_two_blanks() -> None:
    """Its spaces are as wide as the gaps between columns of other faces."""
    [line] = lines(words(FIXED))
    assert [piece.text for piece in line.pieces] == ["Andel med 4 møder, pct.", "Andel"]


@pytest.mark.parametrize("others", [words(PLAIN), words(FIXED, Source.TEXT), words(FIXED)[:3], []])
def test_other_lines_tell_no_pitch(others: list[Word]) -> None:
    assert blank(others) == 0.0


def test_a_line_beside_a_cell_set_level_by_its_middle_stays_one() -> None:
    """A pixel more or less must not tell which of the two a word stands on."""
    tops = {"Kommune": 100.0, "A-dag-": 104.3, "Kontant-": 104.8, "Syge-": 104.3, "penge": 114.5}
    seen = [
        Word(t, Box(60.0 * i, top, 60.0 * i + 40, top + 9))
        for i, (t, top) in enumerate(tops.items())
    ]
    assert [line.text for line in lines(seen)] == ["Kommune", "A-dag- Kontant- Syge-", "penge"]
