"""Periods as notes write them."""

import pytest

from normalize.headings.periods import find_period, is_broken, is_whole, only_period, period_in


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("i perioden januar – december 2024", "2024"),
        ("januar 2024 – december 2024", "2024"),
        ("jan. 2024 - dec. 2024", "2024"),
        ("januar til december 2023", "2023"),
        ("1. januar 2024 til 31. december 2024", "2024"),
        ("april 2021 til marts 2022", "2021-04/2022-03"),
        ("april til marts 2022", "2021-04/2022-03"),
        ("juli 2020 til og med juni 2021", "2020-07/2021-06"),
        ("2. halvår 2020 - 1. halvår 2021", "2020-07/2021-06"),
        ("2. halvar 2020 - 1. halvar 2021", "2020-07/2021-06"),
        ("1. halvår 2022", "2022-01/2022-06"),
        ("2. halvår 2021 = 1. halvår 2022", "2021-07/2022-06"),
        ("2. halvår 2021 » 1. halvår 2022", "2021-07/2022-06"),
        ("1. halvår 2021 samt 1. halvår 2022", "2021-01/2021-06"),
        ("juli 2020 ~ juni 2021", "2020-07/2021-06"),
        ("2020H2-2021H1", "2020-07/2021-06"),
        ("4. kvartal 2023", "2023-10/2023-12"),
        ("2. kvartal 2021 - 1. kvartal 2022", "2021-04/2022-03"),
        ("01.2024-12.2024", "2024"),
        ("Samtaler (2023)", "2023"),
        ("fokusmål i 2024 og 2023", "2024"),
        ("12 måneder til juni 2021", "2020-07/2021-06"),
        ("jul 21 - jun 22", "2021-07/2022-06"),
        ("okt. '21 – sep. '22", "2021-10/2022-09"),
        ("jan 22 til dec 22", "2022"),
        ("maj 12 - juni 31", "None"),
        ("12 mdr. frem til marts 2022", "2021-04/2022-03"),
        ("12 mdr, frem til marts 2022", "2021-04/2022-03"),
        ("Tolv måneder til og med september 2023", "2022-10/2023-09"),
        ("rullende år til 1. halvår 2022", "2021-07/2022-06"),
        ("året frem til 2. kvartal 2022", "2021-07/2022-06"),
        ("12 måneder til udgangen af december 2022", "2022"),
        ("de 12 måneder før juni 2021", "None"),
        ("12 kommuner til marts 2022", "None"),
        ("18. marts 2025", "None"),
        ("opgørelsen i april 2025", "None"),
        ("J.nr. 25/1433 og 2025-398", "None"),
        ("05-11-2021", "None"),
        ("2.024 personer", "None"),
        ("", "None"),
    ],
)
def test_period(text: str, period: str) -> None:
    assert str(find_period(text)) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Opgørelsen for 2024 blev sendt den 3. marts 2025. I 2024 var der 12.", "2024"),
        ("Opgørelsen for 2024 viser mere end opgørelsen for 2023.", "None"),
        ("Kommunen har været omfattet siden foråret 2024.", "None"),
        ("Brev af 6. maj 2025", "None"),
        ("juli 2020 til og med juni 2021, altså hverken 2020 eller 2021", "2020-07/2021-06"),
    ],
)
def test_the_only_period(text: str, period: str) -> None:
    assert str(only_period(text)) == period


@pytest.mark.parametrize(
    ("caption", "main", "period"),
    [
        ("Kommuner, som i 2025 omfattes på baggrund af indsatsen i 2024", "2024", "2024"),
        ("Kommuner, som i 2025 omfattes på baggrund af indsatsen i 2024", "2023", "2025"),
        ("Andel uden samtaler, 2023", "2024", "2023"),
        ("Andel uden samtaler", "2024", "None"),
        ("Juli 2020 til juni 2021", "2021", "2020-07/2021-06"),
    ],
)
def test_a_caption_with_two_years_is_about_that_of_the_note(
    caption: str, main: str, period: str
) -> None:
    assert str(period_in(caption, find_period(main))) == period


@pytest.mark.parametrize(
    ("heading", "broken"),
    [
        ("Jan. 2021 - dec. 2021", False),
        ("Juli 2020 - juni 2021", False),
        ("12 måneder til juni 2021", False),
        ("juni 2021", True),
        ("2021 -", True),
        ("- juni 2022", True),
    ],
)
def test_half_a_span_is_broken_and_a_whole_one_is_not(heading: str, broken: bool) -> None:
    assert is_broken(heading) is broken


@pytest.mark.parametrize(
    ("heading", "whole"),
    [
        ("Jan. 2021 - dec. 2021", True),
        ("12 mdr. frem til december 2021", True),
        ("2021", False),
        ("juni 2021", False),
    ],
)
def test_a_calendar_year_with_both_its_ends_is_no_rest_of_a_span(heading: str, whole: bool) -> None:
    """A column of a calendar year among spans was for a person on every scan."""
    assert is_whole(heading) is whole
