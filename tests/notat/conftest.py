"""A small archive, good and bad files side by side, and the command as a user runs it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

NOTE = """Notat om målene i 2024

3. februar 2025

Tabel 1 viser målene for fire kommuner i 2024.

Tabel 1
Mål for 2024

Kommune\tResultatmål\tFokusmål (Samtaler)\tFokusmål (Tilbud)
Brgndby\tIkke opfyldt\t9,1%\t28,3%
Dragør\tIkke opfyldt\t7,9%\t39,8%
Fanø\tIkke opfyldt\t3,4%\t11,3%
Greve\tOpfyldt\t7,5%\t31,4%
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder with one good note."""
    folder = tmp_path / "archive"
    (folder / "2024").mkdir(parents=True)
    (folder / "2024" / "mål.txt").write_text(NOTE, "utf-8")
    return folder


@pytest.fixture
def broken(archive: Path) -> Path:
    """The same folder with a file of each kind that can't be read."""
    (archive / "empty.pdf").write_bytes(b"")
    (archive / "word.pdf").write_bytes(b"PK\x03\x04 no PDF at all" * 20)
    whole = archive / "truncated.pdf"
    canvas = Canvas(str(whole), invariant=True)
    canvas.drawString(72, 720, "Kommune")
    canvas.save()
    whole.write_bytes(whole.read_bytes()[:200])
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(archive / "locked.pdf", encryption=pikepdf.Encryption(user="u", owner="o"))
    return archive


@pytest.fixture
def notat(tmp_path: Path) -> Run:
    """Run the command in ``tmp_path`` as a user would; standard input may be given."""

    def run(
        *arguments: object, given: str = "", encoding: str = "utf-8"
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "notat", *map(str, arguments)],
            cwd=tmp_path,
            input=given.encode(encoding),
            capture_output=True,
            timeout=120,
            check=False,
        )
        said = (stream.decode().replace("\r\n", "\n") for stream in (done.stdout, done.stderr))
        return subprocess.CompletedProcess(done.args, done.returncode, *said)

    return run
