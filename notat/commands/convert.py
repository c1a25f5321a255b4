"""``notat convert``: documents in, the files of the contract out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from notat.commands import options

if TYPE_CHECKING:
    from pathlib import Path

    from notat.errors import ExitCode
    from notat.run import Summary


@click.command("convert")
@options.conversion
def command(as_json: bool, **given: Any) -> ExitCode:
    """Turn notater into CSV files: tables, values, fulfilment, claims and findings.

    Exit codes: 0 all documents read; 1 wrong arguments; 2 some failed or were read in part;
    3 nothing could be read; 130 interrupted.
    """
    summary = convert(**given)
    report(summary, given["output"], as_json)
    return summary.code


def convert(
    inputs: tuple[Path, ...],
    output: Path,
    processes: int,
    timeout: float | None,
    timings: bool,
    excel: bool,
    rules_file: Path | None,
    engine: str,
) -> Summary:
    """Run a conversion as the options of the command line say it."""
    from notat import run, sheets, worker

    settings = worker.Settings(processes, timeout, timings, rules_file, engine)
    return run.convert(inputs, output, settings, sheets.EXCEL if excel else sheets.PLAIN)


def report(summary: Summary, output: Path, as_json: bool) -> None:
    """Say what came of it: faults on standard error, the sum on standard output."""
    for part in summary.parts:
        if part.error:
            click.echo(f"{part.document}: {part.error}", err=True)
    if summary.left_alone:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(summary.left_alone.items()))
        click.echo(f"Left alone, as nothing that notat reads: {kinds}", err=True)
    if as_json:
        click.echo(json.dumps(summary.as_json(), ensure_ascii=False, indent=2))
        return
    click.echo(
        f"Documents: {len(summary.parts)}, {summary.count('ok')} ok, "
        f"{summary.count('partial')} partial, {summary.count('failed')} failed."
    )
    click.echo(
        f"{summary.total('values')} values, {summary.total('review')} of them for review; "
        f"{summary.total('findings')} findings, {summary.total('contradicted')} contradicted."
    )
    click.echo(f"Written to {output}")
