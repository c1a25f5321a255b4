"""``notat tables``: the tables of any file, whatever they are about."""

from __future__ import annotations

from pathlib import Path

import click

from notat.errors import ExitCode, NotatError


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
def command(file: Path, form: str, output: Path | None, no_ocr: bool) -> ExitCode:
    """Print or write the tables of FILE, also those that are about something else.

    Exit codes: 0 done, even if there was no table; 3 the file can't be read.
    """
    import extract
    from extract.errors import ReadError
    from notat.files import replacing
    from notat.grids import FORMATS

    try:
        document = extract.read(file, pictures=not no_ocr)
    except ReadError as error:
        raise NotatError(f"{file}: {error}", "", ExitCode.NOTHING_READ) from error
    for fault in document.faults:
        click.echo(f"{file}: {fault}", err=True)
    for table in document.tables:
        drawn = FORMATS[form](table)
        if output is None:
            click.echo(drawn)
            continue
        output.mkdir(parents=True, exist_ok=True)
        path = output / f"p{table.page or 1}_t{table.index}.{form}"
        if path.exists():
            raise NotatError(f"{path} is there already.", "Give -o another folder.")
        with replacing(path) as written:
            written.write(drawn)
    click.echo(f"{len(document.tables)} tables in {file.name}", err=True)
    return ExitCode.OK
