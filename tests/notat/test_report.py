"""The audit as a page: all that does not hold stands on it, and nothing on it runs."""

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from normalize.model import Measure
from notat import folder as output
from notat import report, wording
from notat.faults import in_danish
from rules.law.book import load

Run = Callable[..., CompletedProcess[str]]


class Page(HTMLParser):
    """The words of a page, and every element and address on it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.words = ""
        self.elements: set[str] = set()
        self.addresses: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.words += data


def _add(archive: Path, text: str) -> None:
    note = archive / "2024" / "mål.txt"
    note.write_text(
        note.read_text("utf-8").replace("Tabel 1 viser", f"{text}\n\nTabel 1 viser"), "utf-8"
    )


def test_what_does_not_hold_stands_with_sentence_place_and_rule(
    archive: Path, tmp_path: Path, notat: Run
) -> None:
    _add(archive, "Dragør Kommune opfylder fokusmålet for tilbud.")
    done = notat("audit", archive, "-o", "out")
    assert "report.html" in done.stdout
    page = Page(tmp_path / "out" / "report.html")
    wrong = [
        one
        for one in output.records(tmp_path / "out", "findings")
        if one["verdict"] == "contradicted"
    ]
    assert wrong
    for one in wrong:
        assert one["explanation"] in page.words
        assert one["finding_id"] in page.words
    assert "»Dragør Kommune opfylder fokusmålet for tilbud.«" in page.words
    assert "Linje 5." in page.words
    assert load().years[2024].goal(Measure.TILBUD).provision.wording in page.words


def test_nothing_from_a_document_becomes_an_element(
    archive: Path, tmp_path: Path, notat: Run
) -> None:
    _add(archive, "48 kommuner opfylder resultatmålet <script>x</script>.")
    (archive / "2024" / "mål.txt").rename(archive / "<img src=x>&amp;.txt")
    notat("audit", archive, "-o", "out")
    page = Page(tmp_path / "out" / "report.html")
    assert not page.elements & {"script", "img"}
    assert "<img src=x>&amp;.txt" in page.words
    assert all(address.startswith("#") for address in page.addresses)


def test_a_file_that_failed_says_why(broken: Path, tmp_path: Path, notat: Run) -> None:
    notat("audit", broken, "-o", "out")
    page = Page(tmp_path / "out" / "report.html")
    errors = [one["error"] for one in output.records(tmp_path / "out", "documents") if one["error"]]
    assert len(errors) >= 3
    assert all(in_danish(error) in page.words for error in errors)


def test_a_long_list_of_cells_is_cut_and_counted(
    archive: Path, tmp_path: Path, notat: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = archive / "2024" / "mål.txt"
    note.write_text(
        note.read_text("utf-8").replace("9,1%", "9;1%").replace("7,9%", "7;9%"), "utf-8"
    )
    notat("audit", archive, "-o", "out")
    found = [r for r in output.records(tmp_path / "out", "values") if r["status"] == "review"]
    assert len(found) >= 2
    monkeypatch.setattr(report, "MOST", 1)
    report.write(tmp_path / "out", load())
    words = Page(tmp_path / "out" / "report.html").words
    assert f"{len(found) - 1} flere står i values.csv." in words


def test_the_page_is_the_same_in_excel_style_and_on_every_run(
    archive: Path, tmp_path: Path, notat: Run
) -> None:
    for folder, style in (("one", ()), ("two", ("--excel",)), ("three", ())):
        notat("audit", archive, "-o", folder, *style)
    pages = {(tmp_path / name / "report.html").read_bytes() for name in ("one", "two", "three")}
    assert len(pages) == 1


def test_a_conversion_leaves_no_page_of_an_earlier_run(
    archive: Path, tmp_path: Path, notat: Run
) -> None:
    notat("audit", archive, "-o", "out")
    notat("convert", archive, "-o", "out")
    assert not (tmp_path / "out" / "report.html").exists()


def test_measures_and_figures_in_danish() -> None:
    assert wording.title("tilbud") == "Uden tilbud"
    assert wording.title("anden:Antal sager") == "Antal sager"
    assert wording.figure("9.1", "pct") == "9,1 pct."
    assert wording.figure("ikke_opfyldt", "status") == "ikke opfyldt"
