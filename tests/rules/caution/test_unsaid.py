import pytest

from rules.caution.unsaid import is_said


@pytest.mark.parametrize(
    ("symbols", "stated"),
    [
        ("@[0370] har <not> den laveste andel uden tilbud.", "Næstved"),
        ("<neither> @[0370+0259] har den laveste andel uden tilbud.", "Næstved, Køge"),
        ("det er <not> @[0370], der har den laveste andel uden tilbud.", "Næstved"),
        ("det er <not> korrekt, at @[0370] har den laveste andel uden tilbud.", "Næstved"),
        ("@[0370] er langt fra at have den laveste andel uden tilbud.", "Næstved"),
        ("@[0370] er bedre end flere, men <not> bedst på tilbud.", "Næstved"),
        ("@[0370] har aldrig haft #20,0 pct uden tilbud.", "20.0"),
        ("@[0370] kan nå ned på #20,0 pct uden tilbud.", "20.0"),
        ("@[0370] vil få en lavere andel uden tilbud end @[0563].", "lavere"),
        ("målet er, at @[0370] har den laveste andel uden tilbud.", "Næstved"),
        ("har @[0370] den laveste andel uden tilbud?", "Næstved"),
        ("hvis @[0370] har #20,0 pct uden tilbud, er det godt.", "20.0"),
        ("spændet går <not> fra #12 til #40 pct på tilbud.", "12-40"),
    ],
)
def test_what_is_denied_asked_or_wished_for_is_not_said(symbols: str, stated: str) -> None:
    assert not is_said(symbols, stated)


@pytest.mark.parametrize(
    ("symbols", "stated"),
    [
        ("@[0370] har den laveste andel uden tilbud.", "Næstved"),
        ("#20,0 pct i @[0370] har <not> fået #4 samtaler.", "20.0"),
        ("andelen, der <not> har fået #4 samtaler, er lavest i @[0370].", "Næstved"),
        ("andelen der <not> har fået #4 samtaler er lavest i @[0370].", "Næstved"),
        ("@[0370] <M> <not> <T> , da andelen var #20,0 pct", "20.0"),
        ("@[0370] <M> <not> kravet om <cmp_le_30> med en andel på #20,0 pct", "20.0"),
        ("<not> overraskende har @[0370] den laveste andel uden tilbud.", "Næstved"),
        ("andelen kan opgøres til #20,0 pct i @[0370].", "20.0"),
        ("det skal bemærkes, at @[0370] har den laveste andel uden tilbud.", "Næstved"),
        ("@[0370] skal ned med #8,8 procentpoint for at nå grænsen for tilbud.", "8.8"),
        ("det er #25 færre end ventet, hvis man trækker #1480 fra #1495.", "25"),
    ],
)
def test_a_denial_of_something_else_leaves_it_said(symbols: str, stated: str) -> None:
    assert is_said(symbols, stated)
