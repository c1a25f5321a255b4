"""``notat rules``: the rule book with its sources."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from notat.commands import options
from notat.errors import NotatError

if TYPE_CHECKING:
    from pathlib import Path

    from rules.law.book import FocusGoal, Provision, Rules


@click.command("rules")
@click.argument("year", type=int, required=False)
@options.RULES
@options.JSON
def command(year: int | None, rules_file: Path | None, as_json: bool) -> None:
    """Print the rules by measuring YEAR, each with its source and how sure it is."""
    from notat.run import load_rules

    years = load_rules(rules_file).years
    if year is not None and year not in years:
        known = ", ".join(map(str, sorted(years)))
        raise NotatError(f"The rule book has no measuring year {year}.", f"It has {known}.")
    chosen = [years[year]] if year is not None else [years[one] for one in sorted(years)]
    if as_json:
        click.echo(json.dumps([asdict(one) for one in chosen], ensure_ascii=False, indent=2))
        return
    click.echo("\n\n".join(_page(rules) for rules in chosen))


def _page(rules: Rules) -> str:
    """The rules of one year on a screen."""
    phase = rules.phase
    entries = (
        ("Resultatmål", "faktisk <= forventet", rules.result),
        ("Samtaler", _limit(rules.samtaler), rules.samtaler.provision),
        ("Tilbud", _limit(rules.tilbud), rules.tilbud.provision),
        ("Omfattet", "", phase.covered),
        ("Ophør", "", phase.leaves),
        ("Forlænget", f"{phase.months} måneder", phase.extended),
        ("Inspiration", "", phase.inspiration),
    )
    lines = [f"Måleår {rules.year}, afgøres {rules.decision}. {rules.average}"]
    for title, figure, provision in entries:
        lines += _entry(title, figure, provision)
    return "\n".join(lines)


def _entry(title: str, figure: str, provision: Provision) -> list[str]:
    return [
        f"  {title:<12}{figure}".rstrip(),
        f"  {'':<12}{provision.wording}",
        f"  {'':<12}[{provision.certainty}] {provision.source}",
    ]


def _limit(goal: FocusGoal) -> str:
    share = "har fået" if goal.received else "har ikke fået"
    hours = f", {goal.hours} timer" if goal.hours else ""
    suspended = ", suspenderet" if goal.suspended else ""
    return f"{share}: {goal.comparison} {goal.limit:g} pct.{hours}{suspended}"
