"""Where a cell comes from."""

import pytest

from extract.model import Box, Cell, Source, Table, Word
from normalize.figures.cells import source_of


@pytest.mark.parametrize(
    ("table", "word", "source"),
    [
        (Source.OCR, None, Source.OCR),  # an empty cell of a picture may hold what nobody saw
        (Source.TEXT, None, Source.TEXT),
        (Source.TEXT, Source.OCR, Source.OCR),
        (Source.OCR, Source.TEXT, Source.TEXT),  # the leaf of a table that has a text layer
    ],
)
def test_a_cell_is_of_its_words_and_an_empty_one_of_its_table(
    table: Source, word: Source | None, source: Source
) -> None:
    words = (Word("9,5", Box(0, 0, 9, 9), source=word),) if word else ()
    cell = Cell(0, 0, "9,5" if word else "", words=words)
    assert source_of(cell, Table(1, ((cell,),), source=table)) is source
