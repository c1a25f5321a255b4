"""``notat doctor``: what is installed, what is missing, what to do about it."""

from __future__ import annotations

import json
import platform
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import click

from notat.commands import options
from notat.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator

LIBRARIES = {  # what is imported: what pip calls it
    "pdfplumber": "pdfplumber",
    "pypdfium2": "pypdfium2",
    "pikepdf": "pikepdf",
    "cv2": "opencv-python-headless",
    "rapidfuzz": "rapidfuzz",
    "scipy": "scipy",
    "text_to_num": "text2num",
    "pebble": "pebble",
    "jinja2": "jinja2",
}
REINSTALL = "Run pip install notat again."
if sys.platform == "win32":  # what the wheels with C++ in them are silent about
    REINSTALL += " On Windows they need the Visual C++ Redistributable, x64, of Microsoft."
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
            click.echo(f"{mark:<8} {check.name:<22} {check.found}")
            if not check.ok:
                click.echo(f"{'':<8} {'':<22} -> {check.advice}")
    return ExitCode.OK if all(check.ok or not check.needed for check in checks) else ExitCode.USAGE


def _checks() -> Iterator[Check]:
    yield Check(
        "python",
        sys.version_info >= (3, 11),
        f"{platform.python_version()} on {platform.system()} {platform.machine()}",
        "Install Python 3.11 or newer.",
    )
    yield from (_library(module, name) for module, name in LIBRARIES.items())
    yield _reader()
    yield _rules()
    yield _tesseract()


def _library(module: str, name: str) -> Check:
    """A library that is installed may still not load, as where a DLL it calls is missing."""
    from importlib import import_module, metadata

    try:
        import_module(module)
        return Check(name, True, metadata.version(name))
    except (ImportError, OSError) as error:
        return Check(name, False, " ".join(str(error).split()), REINSTALL)


def _reader() -> Check:
    """The reader that comes with the libraries, at work on an empty line."""
    import numpy as np

    from extract.ocr import rapid

    path = rapid.model_path()
    if path is None:
        return Check("rapidocr", False, "not installed", REINSTALL)
    try:
        rapid.lines([np.full((rapid.HEIGHT, 96), 255, np.uint8)])
    except (ImportError, OSError) as error:
        return Check("rapidocr", False, " ".join(str(error).split()), REINSTALL)
    return Check("rapidocr", True, path.name)


def _rules() -> Check:
    from normalize.names.municipalities import municipalities
    from rules.law.book import load

    years = ", ".join(str(year) for year in sorted(load().years))
    return Check("data", True, f"{len(municipalities())} municipalities; rules of {years}")


def _tesseract() -> Check:
    from extract.ocr import tesseract

    advice = INSTALL_TESSERACT.get(sys.platform, INSTALL_TESSERACT["linux"])
    languages = sorted(tesseract.languages())
    if not languages:
        return Check("tesseract", False, "not installed", f"For scans: {advice}", needed=False)
    found = f"languages {', '.join(languages)}"
    return Check("tesseract", "dan" in languages, found, f"Danish is missing: {advice}", False)
