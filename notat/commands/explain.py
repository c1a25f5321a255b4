"""``notat explain``: why a municipality stands as it does."""

from __future__ import annotations

from pathlib import Path

import click

from notat.commands import options
from notat.errors import NotatError


@click.command("explain")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("municipality")
@click.argument("period")
@options.RULES
def command(folder: Path, municipality: str, period: str, rules_file: Path | None) -> None:
    """Explain MUNICIPALITY in PERIOD (2024, or 2021-04/2022-03) from the output FOLDER.

    Prints, in Danish, its figures with limits and places, what follows by the rules, and the
    findings about it.
    """
    from normalize.names.alone import match
    from notat.explanation import explain
    from notat.run import load_rules

    who = match(municipality).municipality
    if who is None:
        raise NotatError(f"{municipality!r} is none of the 98.", "See: notat names NAME")
    years = load_rules(rules_file).years
    rules = years.get(int(period)) if period.isdigit() else None
    page = explain(folder, who, period, rules)
    if not page:
        raise NotatError(f"{folder} says nothing of {who.name} in {period}.", "Try another period.")
    click.echo(page)
