from collections.abc import Callable, Sequence

import pytest

from normalize.model import Note
from normalize.names.municipalities import municipalities
from rules.audit import audit
from rules.law.book import load
from rules.model import ClaimKind, Finding, Verdict

Make = Callable[..., Note]
GOALS = ("resultatmaal", "samtaler", "tilbud")
NAMES = [one.name for one in municipalities()]


def found(note: Note, kind: ClaimKind) -> list[Finding]:
    return [one for one in audit(note, load()) if one.kind is kind]


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (35, 35.0, Verdict.CONSISTENT),
        (35, 35.4, Verdict.CONSISTENT),
        (35, 35.6, Verdict.CONTRADICTED),
        (35.0, 35.1, Verdict.CONTRADICTED),
        ("35,1?", 35.0, Verdict.UNVERIFIABLE),
    ],
)
def test_the_same_cell_in_two_tables(
    note: Make, first: object, second: object, verdict: Verdict
) -> None:
    one, other = (("tilbud",), [("Greve", first)]), (("tilbud",), [("Greve", second)])
    assert [f.verdict for f in found(note("", one, other), ClaimKind.CROSS_TABLE)] == [verdict]


def test_two_tables_that_hardly_agree_are_misread_not_wrong(note: Make) -> None:
    rows = [(name, 10.0) for name in NAMES[:20]]
    others = [(name, 10.0 if place < 10 else 20.0) for place, name in enumerate(NAMES[:20])]
    findings = found(note("", (("tilbud",), rows), (("tilbud",), others)), ClaimKind.CROSS_TABLE)
    assert {one.verdict for one in findings} == {Verdict.UNVERIFIABLE, Verdict.CONSISTENT}


@pytest.mark.parametrize(
    ("figures", "stated"),
    [
        ((10.0, 10.0, 10.0), []),
        ((10.0, 10.0, 11.0, 11.0), [(10.0, 11.0)]),
        ((10.0, 11.0, 10.0, 12.0), [(10.0, 11.0), (10.0, 12.0), (11.0, 12.0)]),
        ((13, 13.1, 13.2), [(13.1, 13.2)]),  # each alone rounds to the first
        (("10?", 10.0, 11.0), [(10.0, 11.0)]),  # what a person must see first accuses nobody
    ],
)
def test_a_cell_of_many_tables_is_held_against_each_way_it_is_printed(
    note: Make, figures: Sequence[object], stated: list[tuple[float, float]]
) -> None:
    tables = [(("tilbud",), [("Greve", one), ("Køge", 20.0)]) for one in figures]
    wrong = [
        one
        for one in found(note("", *tables), ClaimKind.CROSS_TABLE)
        if one.verdict is Verdict.CONTRADICTED
    ]
    assert sorted((float(one.stated), float(one.derived)) for one in wrong) == stated


@pytest.mark.parametrize(
    ("rows", "caption", "verdicts"),
    [
        (NAMES, "Tabel 1", [Verdict.CONSISTENT]),
        (NAMES[:-1], "Tabel 1", [Verdict.CONTRADICTED]),
        (NAMES[:17], "Oversigt over kommunernes mål", [Verdict.CONTRADICTED]),
        (NAMES[:17], "17 kommuner, der omfattes", []),
        (NAMES[:17], "Oversigt over kommunernes mål i Region Sjælland", []),
        ([*NAMES, "Greve"], "Tabel 1", [Verdict.CONTRADICTED]),
    ],
)
def test_a_table_of_all(note: Make, rows: list[str], caption: str, verdicts: list[Verdict]) -> None:
    table = ("tilbud",), [(name, 10.0) for name in rows]
    findings = found(note("", table, captions=[caption]), ClaimKind.ROSTER)
    assert [one.verdict for one in findings] == verdicts


@pytest.mark.parametrize(
    ("share", "stated", "derived"),
    [(29.98, "29.98", "opfyldt"), (30.0, "30.0", "ikke_opfyldt"), (30.04, "30.04", "ikke_opfyldt")],
)
def test_a_share_at_the_limit(note: Make, share: float, stated: str, derived: str) -> None:
    (one,) = found(note("", (GOALS, [("Greve", "ja", 5.0, share)])), ClaimKind.BOUNDARY)
    assert (one.stated, one.derived, one.measure) == (stated, derived, "tilbud")


def test_red_is_held_against_the_figure(note: Make) -> None:
    text = "Tal med rødt viser, at målet ikke er opfyldt."
    rows = [("Greve", "31,0!"), ("Køge", "33,0!"), ("Odder", "12,0!"), ("Skive", "12,0")]
    wrong = [
        one
        for one in found(note(text, (("tilbud",), rows)), ClaimKind.COLOUR)
        if one.verdict is Verdict.CONTRADICTED
    ]
    assert [one.municipality.name for one in wrong if one.municipality] == ["Odder"]


def test_a_table_without_red_may_be_a_grey_copy(note: Make) -> None:
    text = "Tal med rødt viser, at målet ikke er opfyldt."
    rows = [("Greve", "31,0"), ("Køge", "33,0")]
    assert not found(note(text, (("tilbud",), rows)), ClaimKind.COLOUR)


def test_a_status_against_the_levels(note: Make) -> None:
    table = ("faktisk", "forventet", "resultatmaal"), [("Greve", 12.2, 12.3, "nej")]
    (one,) = found(note("", table), ClaimKind.STATUS)
    assert one.verdict is Verdict.CONTRADICTED
    assert (one.stated, one.derived) == ("ikke_opfyldt", "opfyldt")


@pytest.mark.parametrize(
    ("difference", "verdict"),
    [("-5", Verdict.CONSISTENT), ("5", Verdict.CONSISTENT), ("15", Verdict.CONTRADICTED)],
)
def test_a_column_of_differences(note: Make, difference: str, verdict: Verdict) -> None:
    table = ("faktisk", "forventet", "difference"), [("Greve", "100", "105", difference)]
    (one,) = found(note("", table), ClaimKind.DIFFERENCE)
    assert one.verdict is verdict


def test_a_table_that_goes_on_without_a_caption_is_one(note: Make) -> None:
    first = ("tilbud",), [(name, 10.0) for name in NAMES[:70]]
    rest = ("tilbud",), [(name, 10.0) for name in NAMES[70:]]
    (one,) = found(note("", first, rest, captions=["Tabel 1"]), ClaimKind.ROSTER)
    assert one.verdict is Verdict.CONSISTENT


@pytest.mark.parametrize(
    ("status", "share", "verdict"),
    [
        ("ja", "30,0", Verdict.UNVERIFIABLE),  # may be 29,96
        ("ja", "30,1", Verdict.CONTRADICTED),
        ("ja", "29,9", Verdict.CONSISTENT),
        ("nej", "29,9", Verdict.CONTRADICTED),
        ("nej", "30,0", Verdict.CONSISTENT),
    ],
)
def test_a_share_printed_as_the_limit_accuses_no_status(
    note: Make, status: str, share: str, verdict: Verdict
) -> None:
    table = (("tilbud", "tilbud"), [("Greve", status, share), ("Lejre", "ja", "12,0")])
    told = [one for one in found(note("", table), ClaimKind.STATUS) if one.municipality]
    agreed = [Verdict.CONSISTENT] if not told else []
    assert [one.verdict for one in told] + agreed == [verdict]
