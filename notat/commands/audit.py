"""``notat audit``: a conversion, and what of the notes does not hold."""

from __future__ import annotations

import json
from collections import Counter
from itertools import groupby
from typing import Any

import click

from notat.commands import convert, options
from notat.errors import ExitCode
from notat.schema import FINDINGS
from notat.wording import OPEN


@click.command("audit")
@options.conversion
@click.option("--strict", is_flag=True, help="Exit with 4 when a finding is contradicted.")
def command(as_json: bool, strict: bool, **given: Any) -> ExitCode:
    """Convert notater and hold their statements against their own figures and the rules.

    Prints what does not hold, and writes it as a page to read: report.html in the output folder.
    Exit codes: as convert; with --strict 4 when a finding is contradicted.
    """
    from notat import report, run

    summary = convert.convert(**given)
    page = report.write(given["output"], run.load_rules(given["rules_file"]))
    findings = [
        dict(zip(FINDINGS.header, row, strict=True))
        for part in summary.parts
        for row in part.rows["findings"]
    ]
    if as_json:
        listed = summary.as_json() | {"findings": findings}
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
    else:
        for document, some in groupby(findings, key=lambda finding: finding["document"]):
            _show(document, list(some))
        convert.report(summary, given["output"], as_json=False)
        click.echo(f"To read: {page}")
    if strict and summary.total("contradicted"):
        return ExitCode.CONTRADICTED
    return summary.code


def _show(document: str, findings: list[dict[str, str]]) -> None:
    """Print a document's findings, the worst first, those that hold only as a number."""
    count = Counter(finding["verdict"] for finding in findings)
    click.secho(document, bold=True)
    for verdict in OPEN:
        for finding in findings:
            if finding["verdict"] == verdict:
                page = f"p. {finding['page']}" if finding["page"] else ""
                colour = "red" if verdict == "contradicted" else None
                click.echo(f"  {click.style(f'{verdict:<12}', fg=colour)} {page:<6}", nl=False)
                click.echo(finding["explanation"])
    click.echo(f"  {count['consistent']} more hold.\n")
