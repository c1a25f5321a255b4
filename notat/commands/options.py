"""Arguments and options that commands share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

INPUTS = click.argument(
    "inputs",
    nargs=-1,
    required=True,
    metavar="FILE_OR_FOLDER...",
    type=click.Path(path_type=Path, readable=False),  # one that is closed is a row, no refusal
)
OUTPUT = click.option(
    "-o",
    "--output",
    required=True,
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write; new, empty, or written by notat before.",
)
CORES = os.cpu_count() or 1
POLITE = 4  # processes at most unless more are asked for: other people use the machine too
PROCESSES = click.option(
    "-j",
    "--processes",
    type=click.IntRange(1, 4 * CORES),
    default=min(POLITE, CORES),
    metavar="N",
    help="Documents read at the same time. [default: one for each core, at most 4]",
)
TIMEOUT = click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="Longest time for a document. [default: 120, and more for a large file]",
)
TIMINGS = click.option(
    "--timings", is_flag=True, help="Fill the column seconds; the bytes then differ run by run."
)
ENGINE = click.option(
    "--engine",
    default="",
    metavar="dask://HOST:PORT",
    help="Read on the workers of a Dask cluster instead of on this machine.",
)
EXCEL = click.option(
    "--excel", is_flag=True, help="CSV for Danish Excel: semicolons, decimal commas, BOM."
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
RULES = click.option(
    "--rules",
    "rules_file",
    metavar="FILE",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="YAML file that adds a year to the rule book or takes one's place.",
)


def conversion(function: Any) -> Any:
    """Give a command the arguments and options of a conversion."""
    for option in (JSON, EXCEL, TIMINGS, RULES, ENGINE, TIMEOUT, PROCESSES, OUTPUT, INPUTS):
        function = option(function)
    return function
