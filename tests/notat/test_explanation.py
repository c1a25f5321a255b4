"""One municipality on a screen."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Run = Callable[..., CompletedProcess[str]]


def test_figures_limits_and_verdicts_of_one_municipality(archive: Path, notat: Run) -> None:
    notat("convert", archive, "-o", "out")
    page = notat("explain", "out", "Brgndby", "2024").stdout
    assert page.startswith("Brøndby (0153), 2024")
    assert "9,1 pct." in page
    assert "krav < 20" in page
    assert "Omfattet                  nej" in page


def test_in_excel_style_the_figures_are_the_same(archive: Path, notat: Run) -> None:
    notat("convert", archive, "-o", "one")
    notat("convert", archive, "-o", "two", "--excel")
    pages = [notat("explain", folder, "Greve", "2024").stdout for folder in ("one", "two")]
    assert pages[0] == pages[1]
    assert "31,4 pct." in pages[0]


def test_nothing_known_is_said_so(archive: Path, tmp_path: Path, notat: Run) -> None:
    notat("convert", archive, "-o", "out")
    assert notat("explain", "out", "Odense", "2024").returncode == 1
    assert notat("explain", "out", "Atlantis", "2024").returncode == 1
    (tmp_path / "other").mkdir()
    done = notat("explain", "other", "Greve", "2024")
    assert done.stderr.startswith("notat: other is not a folder that notat wrote.")
