"""Headings → measure, group, period, unit."""

import pytest

from normalize.headings.heading import read_heading
from normalize.headings.letters import restored
from normalize.headings.polarity import polarity_in
from normalize.model import Group, Measure, Month, Period, Unit

HALVES = Period(Month(2020, 7), Month(2021, 6))


@pytest.mark.parametrize(
    ("parts", "measure", "group", "period", "unit", "open_polarity"),
    [
        (["Resultatmål"], Measure.RESULTATMAAL, "alle", None, None, False),
        (["Opfylder resultatmål?"], Measure.RESULTATMAAL, "alle", None, None, False),
        (["Resultat-", "mål"], Measure.RESULTATMAAL, "alle", None, None, False),
        (["resultatmél"], Measure.RESULTATMAAL, "alle", None, None, False),
        (["Fokusmål (Samtaler)"], Measure.SAMTALER, "alle", None, Unit.PCT, True),
        (["Fokusmal - Tilbud"], Measure.TILBUD, "alle", None, Unit.PCT, True),
        (["Resultat- og fokusmål", "Tilbud"], Measure.TILBUD, "alle", None, Unit.PCT, True),
        (["Samtaler (2023)"], Measure.SAMTALER, "alle", Period.of_year(2023), Unit.PCT, True),
        (["Samtaler", "2023"], Measure.SAMTALER, "alle", Period.of_year(2023), Unit.PCT, True),
        (["Andel med færre end 4 samtaler"], Measure.SAMTALER, "alle", None, Unit.PCT, False),
        (["Andel uden aktivt tilbud"], Measure.TILBUD, "alle", None, Unit.PCT, False),
        (["Modtaget mindst 4 samtaler"], Measure.SAMTALER_MODTAGET, "alle", None, Unit.PCT, False),
        (["Et eller flere tilbud"], Measure.TILBUD_MODTAGET, "alle", None, Unit.PCT, False),
        (["Uden et eller flere tilbud"], Measure.TILBUD, "alle", None, Unit.PCT, False),
        (["Ikke modtaget mindst ét tilbud"], Measure.TILBUD, "alle", None, Unit.PCT, False),
        (["Hverken haft tilbud eller job"], Measure.TILBUD, "alle", None, Unit.PCT, False),
        (["Har ingen samtaler fået"], Measure.SAMTALER, "alle", None, Unit.PCT, False),
        (["Fravær af tilbud"], Measure.TILBUD, "alle", None, Unit.PCT, False),
        (["Faktisk ydelsesgrad (pct.)"], Measure.FAKTISK, "alle", None, Unit.PCT, False),
        (
            ["Forventet fuldtidspersoner"],
            Measure.FORVENTET,
            "alle",
            None,
            Unit.PERSONS,
            False,
        ),
        (["Sygedagpenge", "Faktisk"], Measure.FAKTISK, "sygedagpenge", None, None, False),
        (["A-dagpenge", "Placering"], Measure.PLACERING, "a-dagpenge", None, Unit.RANK, False),
        (["Kontanthjælp - rang"], Measure.PLACERING, "kontanthjaelp", None, Unit.RANK, False),
        (["Nr.", "2023"], Measure.PLACERING, "alle", Period.of_year(2023), Unit.RANK, False),
        (["Sagsnr. 2023"], None, "alle", Period.of_year(2023), None, False),
        (["Forskel (pct.point)"], Measure.DIFFERENCE, "alle", None, Unit.PCT_POINT, False),
        (["Antal færre end forventet"], None, "alle", None, Unit.PERSONS, False),
        (["Flere/færre end forventet"], Measure.DIFFERENCE, "alle", None, None, False),
        (["Økonomisk potentiale (mio. kr.)"], Measure.POTENTIALE, "alle", None, Unit.MIO_KR, False),
        (
            ["Samtaler 2. halvår 2020 - 1. halvår 2021"],
            Measure.SAMTALER,
            "alle",
            HALVES,
            Unit.PCT,
            True,
        ),
        (["Ledige i alt"], None, "alle", None, None, False),
        (["Ændring i samtaler (pct.point)"], None, "alle", None, Unit.PCT_POINT, False),
        (["Antal samtaler"], None, "alle", None, Unit.PERSONS, False),
    ],
)
def test_heading(
    parts: list[str],
    measure: Measure | None,
    group: str,
    period: Period | None,
    unit: Unit | None,
    open_polarity: bool,
) -> None:
    heading = read_heading(parts)
    assert heading.measure is measure
    assert heading.group is Group(group)
    assert heading.period == period
    assert heading.unit is unit
    assert heading.open_polarity is open_polarity


def test_polarity_of_a_text() -> None:
    got = "Kravet er, at mindst 80 procent har fået fire samtaler."
    not_got = "Tabellen viser andelen, som ikke har fået et tilbud."
    assert polarity_in(got, Measure.SAMTALER) is True
    assert polarity_in(got, Measure.TILBUD) is None
    assert polarity_in(not_got, Measure.TILBUD) is False


def test_the_l_of_maal_alone_on_its_line_may_look_like_an_i() -> None:
    assert read_heading(["Opfylder resultatmå I"]).measure == "resultatmaal"


@pytest.mark.parametrize("negation", ["ikke", "ike", "lkke", "ikko"])
def test_a_damaged_negation_turns_no_share_round(negation: str) -> None:
    caption = f"Tabel 1: Fokusmål i 2024 (andele, der {negation} har fået)"
    assert polarity_in(caption, Measure.TILBUD) is False


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("0konomiskpotentile", Measure.POTENTIALE),
        ("Differenoeialt", Measure.DIFFERENCE),
        ("Plcering", Measure.PLACERING),
        ("Fokusmål (samtater)", Measure.SAMTALER),
        ("Indbyggere", None),
        ("Fokuma", None),
        ("Kommunens omtale", None),
        ("Udgift til bolig", None),
    ],
)
def test_words_of_a_picture_that_run_together_or_lost_a_letter(
    text: str, measure: Measure | None
) -> None:
    assert read_heading([restored(text)]).measure is measure


@pytest.mark.parametrize(
    ("parts", "period", "is_open"),
    [
        (["Oktober 2020 –", "september 2021"], "2020-10/2021-09", False),
        (["2. halvår 2020 –", "1. halvår 2021"], "2020-07/2021-06", False),
        (["4. kvartal 2021", "- 3. kvartal 2022"], "2021-10/2022-09", False),
        (["Mindst fire samtaler", "september 2021"], "None", True),
        (["Tilbud", "2021- juni 2022"], "2021", True),
        (["Tilbud, juli 2020 - juli", "juni 2021"], "None", True),
        (["Faktisk andel 2023 – pct."], "2023", False),
        (["Juli 2020 til juni", "2021"], "2020-07/2021-06", False),
        (["Andel juli 2020 til juni juli 2021 til juni", "2021"], "None", True),
        (["Status, april 2024"], "None", False),
    ],
)
def test_half_a_span_is_no_period(parts: list[str], period: str, is_open: bool) -> None:
    heading = read_heading(parts)
    assert (str(heading.period), heading.open_period) == (period, is_open)
