"""The command line: one group of commands and one place where errors become a line and a code."""

from __future__ import annotations

import io
import os
import signal
import sys
from pathlib import Path
from types import TracebackType
from typing import TextIO

import click

from notat.commands import audit, cache, convert, doctor, explain, names, rulebook, tables
from notat.errors import ExitCode, NotatError

# By a scheduler, or a line that broke: to end as Ctrl-C does, so that no worker is left behind.
ASKED_TO_STOP = (signal.SIGTERM,) if sys.platform == "win32" else (signal.SIGTERM, signal.SIGHUP)
PACKAGES = ("extract", "normalize", "rules", "notat")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="notat")
def cli() -> None:
    """Clean tables and a consistency audit from Danish notater on skærpet tilsyn."""


for module in (convert, audit, explain, tables, names, rulebook, cache, doctor):
    cli.add_command(module.command)


def main() -> None:
    """Run the command line and exit with the code of `notat.errors.ExitCode`."""
    sys.excepthook = _report_fault
    sys.stdout, sys.stderr = _open(sys.stdout), _open(sys.stderr)
    for asked in ASKED_TO_STOP:
        if signal.getsignal(asked) is signal.SIG_DFL:  # `nohup` and the like have set another
            signal.signal(asked, signal.default_int_handler)
    try:
        code = cli.main(prog_name="notat", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = ExitCode.USAGE
    except NotatError as error:
        click.echo(f"notat: {error}", err=True)
        code = error.code
    except (KeyboardInterrupt, click.Abort):
        click.echo("notat: interrupted; run the same command again to go on.", err=True)
        code = ExitCode.INTERRUPTED
    except SystemExit:  # how click says that the reader of our output left, as `head` does
        code = ExitCode.OK
    except OSError as error:  # the machine's fault: a full disk, a folder that is closed to us
        where = error.filename or "The output can't be written"
        click.echo(f"notat: {where}: {error.strerror or error}.", err=True)
        code = ExitCode.USAGE
    sys.exit(code or ExitCode.OK)


def _open(stream: TextIO | None) -> TextIO:
    """``stream`` such that no letter is an error: UTF-8, as the files are, unless on a terminal.

    A stream that the caller closed is made one that swallows everything, lest the next file
    opened take its place and get what C libraries say.
    """
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    if isinstance(stream, io.TextIOWrapper):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace")
    return stream


def _report_fault(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Say an unforeseen error in one line; the place helps whoever mends it."""
    place = "start"
    while trace:
        module = trace.tb_frame.f_globals["__name__"]
        if module.partition(".")[0] in PACKAGES:
            place = f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    click.echo(f"notat: a fault of its own at {place}: {kind.__name__}: {error}", err=True)
    click.echo("Please report it with the command you gave.", err=True)
