"""The bare year an entry into the phase is dated with."""

import pytest

from rules.grammar.entered import entered_in
from rules.grammar.lexicon import symbols


@pytest.mark.parametrize(
    ("tagged", "year"),
    [
        ("@[0253] kom ind i genopretningsfasen i #2024.", 2024),
        ("@[0253] har været i genopretningsfasen siden #2024.", 2024),
        ("i #2024 blev @[0253] omfattet af genopretningsfasen.", 2024),
        ("@[0253] kom ind i genopretningsfasen på baggrund af tal i #2024.", None),
        ("@[0253] kom ind i genopretningsfasen i april #2024.", None),
        ("@[0253] omfattes af genopretningsfasen i #2024.", None),
        ("@[0253] opfyldte målet i #2024.", None),
    ],
)
def test_the_year_of_an_entry(tagged: str, year: int | None) -> None:
    assert entered_in(symbols(tagged)) == year
