"""``notat doctor``: what is installed, what is missing, what to do about it."""

from __future__ import annotations

import json
import platform
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import click

from notat.commands import options
from notat.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator

LIBRARIES = ("pdfplumber", "pypdfium2", "pikepdf", "rapidfuzz", "scipy", "text2num")
INSTALL_TESSERACT = {
    "linux": "apt install tesseract-ocr tesseract-ocr-dan (or your system's packages)",
    "darwin": "brew install tesseract tesseract-lang",
    "win32": "install Tesseract with the language Danish and put its folder on PATH",
}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: whether it is in order, what was found, what to do if not."""

    name: str
    ok: bool
    found: str
    advice: str = ""
    needed: bool = True


@click.command("doctor")
@options.JSON
def command(as_json: bool) -> ExitCode:
    """Say what is installed, what is missing and what to do about it.

    Exit codes: 0 all that notat must have is there; 1 something is missing.
    """
    checks = list(_checks())
    if as_json:
        click.echo(json.dumps([asdict(check) for check in checks], indent=2))
    else:
        for check in checks:
            mark = "ok" if check.ok else "MISSING" if check.needed else "without"
            click.echo(f"{mark:<8} {check.name:<12} {check.found}")
            if not check.ok:
                click.echo(f"{'':<8} {'':<12} -> {check.advice}")
    return ExitCode.OK if all(check.ok or not check.needed for check in checks) else ExitCode.USAGE


def _checks() -> Iterator[Check]:
    yield Check(
        "python",
        sys.version_info >= (3, 11),
        f"{platform.python_version()} on {platform.system()} {platform.machine()}",
        "Install Python 3.11 or newer.",
    )
    yield from (_library(name) for name in LIBRARIES)
    yield _rules()
    yield _tesseract()


def _library(name: str) -> Check:
    from importlib import metadata  # brings the parser of e-mail, which --help can spare

    try:
        return Check(name, True, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Check(name, False, "not installed", "Run pip install notat again.")


def _rules() -> Check:
    from normalize.names.municipalities import municipalities
    from rules.law.book import load

    years = ", ".join(str(year) for year in sorted(load().years))
    return Check("data", True, f"{len(municipalities())} municipalities; rules of {years}")


def _tesseract() -> Check:
    advice = INSTALL_TESSERACT.get(sys.platform, INSTALL_TESSERACT["linux"])
    program = shutil.which("tesseract")
    if program is None:
        return Check("tesseract", False, "not installed", f"For scans: {advice}", needed=False)
    listing = subprocess.run(
        [program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False
    )
    languages = sorted(listing.stdout.split("\n")[1:])
    found = f"languages {', '.join(filter(None, languages))}"
    return Check("tesseract", "dan" in languages, found, f"Danish is missing: {advice}", False)
