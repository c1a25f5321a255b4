from pathlib import Path

import pytest
import yaml

from normalize.model import Measure, Month, Period
from rules.errors import RuleBookError
from rules.law.book import BOOK, Certainty, load, measuring_year


def test_every_year_has_rules() -> None:
    assert sorted(load().years) == [2020, 2021, 2022, 2023, 2024, 2025]


@pytest.mark.parametrize(
    ("year", "talks", "received", "met"),
    [
        (2024, 19.98, False, True),
        (2024, 20.0, False, False),
        (2024, 80.0, True, False),
        (2024, 80.1, True, True),
        (2021, 80.0, True, True),
        (2021, 20.0, False, True),
        (2021, 20.1, False, False),
    ],
)
def test_a_share_of_either_polarity_meets_the_limit(
    year: int, talks: float, received: bool, met: bool
) -> None:
    goal = load().years[year].goal(Measure.SAMTALER)
    assert goal.met(talks, received=received) is met


def test_offers_do_not_count_while_suspended() -> None:
    assert [goal.measure for goal in load().years[2021].active] == [Measure.SAMTALER]
    assert len(load().years[2024].active) == 2


def test_the_year_2025_is_assumed() -> None:
    rules = load().years[2025]
    assert rules.samtaler.provision.certainty is Certainty.ASSUMED


@pytest.mark.parametrize(
    ("start", "end", "year"),
    [
        (Month(2024, 1), Month(2024, 12), 2024),
        (Month(2020, 7), Month(2021, 6), 2021),
        (Month(2021, 4), Month(2022, 3), 2021),
        (Month(2023, 10), Month(2023, 12), 2023),
    ],
)
def test_measuring_year(start: Month, end: Month, year: int) -> None:
    assert measuring_year(Period(start, end)) == year


MISTAKES = {
    "goals.samtaler.limit: 120 is not between": ("limit: 20", "limit: 120"),
    "goals.samtaler.limit: a number is needed": ("limit: 20", "limit: tyve"),
    "goals.samtaler.limit: missing": ("    limit: 20\n", ""),
    "goals.samtaler.grænse: unknown key": ("    limit: 20", "    grænse: 20\n    limit: 20"),
    "goals.samtaler.comparison: '=' is none of": ('comparison: "<"', 'comparison: "="'),
    "goals.samtaler.suspended: true or false": ("suspended: false", "suspended: 1"),
    "goals.tilbud.hours: a whole number": ("hours: 100", "hours: 100.5"),
    "goals.resultatmaal.certainty: 'sure' is none": ("certainty: read", "certainty: sure"),
    "decision: 2025 is not a month": ("decision: 2025-04", "decision: 2025"),
    "phase.covered.focus: 'all' is none of": ("focus: any", "focus: all"),
    "phase.extended.progress: 50 is not between": ("progress: 0.5", "progress: 50"),
    "(file): is not YAML": ("goals:", "goals: ["),
    "(top): a mapping": (None, "- 2024\n"),
}


@pytest.mark.parametrize("message", MISTAKES)
def test_a_broken_file_is_refused_by_file_and_key(tmp_path: Path, message: str) -> None:
    good = (BOOK / "2024.yaml").read_text(encoding="utf-8")
    old, new = MISTAKES[message]
    broken = tmp_path / "broken.yaml"
    broken.write_text(new if old is None else good.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RuleBookError) as caught:
        load(broken)
    assert str(caught.value).startswith(f"{broken}: {message}")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleBookError, match="cannot be read"):
        load(tmp_path / "none.yaml")


def test_a_file_adds_or_overrides_a_year(tmp_path: Path) -> None:
    data = yaml.safe_load((BOOK / "2024.yaml").read_text(encoding="utf-8"))
    data["goals"]["samtaler"]["limit"] = 15
    file = tmp_path / "mine.yaml"
    file.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    assert load(file).years[2024].samtaler.limit == 15
    data["year"] = 2026
    file.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    assert {2024, 2026} <= set(load(file).years)
