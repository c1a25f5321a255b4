"""``notat names``: repair municipality names one by one."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from notat.commands import options

if TYPE_CHECKING:
    from normalize.names.alone import NameMatch


@click.command("names")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@options.JSON
def command(names: tuple[str, ...], as_json: bool) -> None:
    """Repair names from arguments, or one a line from standard input.

    Prints, tab-separated: name as given, canonical name (empty when undecided), code,
    confidence, runner-up.
    """
    from extract.text.decoding import decoded
    from normalize.names.alone import match

    piped = b"" if names or sys.stdin is None else sys.stdin.buffer.read()
    given = names or decoded(piped).split("\n")
    rows = [_row(match(name)) for name in given if name.strip()]
    if as_json:
        keys = ("given", "municipality", "code", "confidence", "runner_up")
        listed = [dict(zip(keys, row, strict=True)) for row in rows]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    for row in rows:
        click.echo("\t".join(row))


def _row(match: NameMatch) -> list[str]:
    found = match.municipality
    second = match.runner_up if found else match.likely
    return [
        " ".join(match.given.split()),
        found.name if found else "",
        found.code if found else "",
        f"{match.confidence:.3f}",
        second.name if second else "",
    ]
