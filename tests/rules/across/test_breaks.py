"""Series that leap away and back, and years that are missing between two."""

from __future__ import annotations

from dataclasses import replace

from normalize.names.municipalities import by_code, municipalities
from rules.across.breaks import breaks, gaps
from rules.across.series import Key, Source, series
from rules.model import Verdict

CODES = [one.code for one in municipalities()[:30]]
YEARS = ("2021", "2022", "2023")


def shares(odd: str = "", value: str = "") -> list[Source]:
    """Thirty municipalities whose share goes 30, 31, 29; one of them with another 2022."""
    return [
        Source(
            Key(code, "tilbud", "alle", year, "pct"),
            value if (code, year) == (odd, "2022") else share,
            "ok",
            f"{year}.pdf",
            f"{int(year) + 1}-04-01",
            corrects=False,
            page="1",
            table="1",
            row="1",
            column="3",
        )
        for code in CODES
        for year, share in zip(YEARS, ("30.0", "31.0", "29.0"), strict=True)
    ]


def test_a_figure_that_leaps_away_and_back_is_shown_and_accuses_nobody() -> None:
    [(document, finding)] = breaks(series(shares(CODES[3], "13.4")), by_code)
    assert (document, finding.verdict) == ("2022.pdf", Verdict.UNVERIFIABLE)
    assert finding.municipality == by_code(CODES[3])
    assert "13,4 pct. i 2022" in finding.explanation
    assert "bør ses efter" in finding.explanation


def test_what_all_do_and_what_stays_is_no_leap() -> None:
    assert not list(breaks(series(shares()), by_code))
    moved = [replace(one, value="50.0") if one.key.period == "2022" else one for one in shares()]
    assert not list(breaks(series(moved), by_code))
    stays = [
        replace(one, value="13.4") if one.key.code == CODES[3] and one.key.period > "2021" else one
        for one in shares()
    ]
    assert not list(breaks(series(stays), by_code))


def test_a_cell_for_review_is_none_to_leap_to() -> None:
    doubtful = [
        replace(one, status="review") if one.value == "13.4" else one
        for one in shares(CODES[3], "13.4")
    ]
    assert not list(breaks(series(doubtful), by_code))


def test_a_year_missing_between_two_is_told_once() -> None:
    left_out = [one for one in shares() if (one.key.code, one.key.period) != (CODES[5], "2022")]
    [(document, finding)] = gaps(series(left_out), by_code)
    assert (document, finding.verdict) == ("2023.pdf", Verdict.UNVERIFIABLE)
    assert by_code(CODES[5]).name in finding.explanation
    assert not list(gaps(series(shares()), by_code))


def test_a_year_nobody_has_is_another_archive() -> None:
    without = [one for one in shares() if one.key.period != "2022"]
    assert not list(gaps(series(without), by_code))
