"""``notat tables``: the tables of any file, whatever they are about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from notat.commands import options
from notat.errors import ExitCode, NotatError


@dataclass(frozen=True, slots=True)
class Drawn:
    """A file's tables, each with the name of the file to hold it; what could not be read, and why.

    ``error`` is empty where the file could be read at all.
    """

    tables: tuple[tuple[str, str], ...] = ()
    faults: tuple[str, ...] = ()
    error: str = ""


def drawn(path: Path, form: str, pictures: bool) -> Drawn:
    """Read the file and draw its tables in the form named (a key of `notat.grids.FORMATS`)."""
    import extract
    from extract.errors import ReadError
    from notat.grids import FORMATS

    try:
        document = extract.read(path, pictures=pictures)
    except ReadError as error:
        return Drawn(error=str(error))
    tables = tuple(
        (f"p{table.page or 1}_t{table.index}.{form}", FORMATS[form](table))
        for table in document.tables
    )
    return Drawn(tables, document.faults)


@click.command("tables")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["md", "csv", "json", "html"]),
    default="md",
    show_default=True,
    help="Markdown, CSV, JSON lines, or HTML with spanning cells.",
)
@click.option(
    "-o",
    "--output",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write p<page>_t<n>.<format> here instead of printing; the files must not be there.",
)
@click.option("--no-ocr", is_flag=True, help="Read the text layer alone, no pictures of pages.")
@options.TIMEOUT
def command(
    file: Path, form: str, output: Path | None, no_ocr: bool, timeout: float | None
) -> ExitCode:
    """Print or write the tables of FILE, also those that are about something else.

    Exit codes: 0 done, even if there was no table; 3 the file can't be read.
    """
    from notat.archive import Job
    from notat.worker import alone

    read = partial(drawn, form=form, pictures=not no_ocr)
    found = alone(Job(file, str(file)), timeout, read)
    if found.error:
        raise NotatError(f"{file}: {found.error}", "", ExitCode.NOTHING_READ)
    for fault in found.faults:
        click.echo(f"{file}: {fault}", err=True)
    for name, text in found.tables:
        if output is None:
            click.echo(text)
        else:
            write(output / name, text)
    count = len(found.tables)
    click.echo(f"{count} {'table' if count == 1 else 'tables'} in {file.name}", err=True)
    return ExitCode.OK


def write(path: Path, text: str) -> None:
    """Write a new file. Raises NotatError where there is one."""
    from notat.files import replacing

    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        raise NotatError(f"{path} is there already.", "Give -o another folder.")
    with replacing(path) as written:
        written.write(text)
