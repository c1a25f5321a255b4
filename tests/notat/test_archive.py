"""Which files are taken and what the outputs call them."""

import os
import sys
from pathlib import Path, PureWindowsPath

import pytest

from notat.archive import collect, on_its_drive


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")


def names(inputs: list[Path], output: Path) -> list[str]:
    return [job.name for job in collect(inputs, output).jobs]


def test_a_folder_gives_relative_names_in_order(tmp_path: Path) -> None:
    touch(tmp_path, "b.pdf", "A/æ.TXT", "A/c.html", ".hidden.pdf", ".git/x.txt")
    assert names([tmp_path], tmp_path / "out") == ["A/c.html", "A/æ.TXT", "b.pdf"]


def test_other_kinds_are_counted_not_read(tmp_path: Path) -> None:
    touch(tmp_path, "a.pdf", "b.docx", "c.docx", "d")
    assert collect([tmp_path], tmp_path / "out").left_alone == {".docx": 2, "no suffix": 1}


def test_a_file_named_outright_is_taken_even_if_absent_or_of_another_kind(tmp_path: Path) -> None:
    touch(tmp_path, "b.docx")
    assert names([tmp_path / "b.docx", tmp_path / "gone.pdf"], tmp_path / "out") == [
        "b.docx",
        "gone.pdf",
    ]


def test_the_output_folder_is_no_input(tmp_path: Path) -> None:
    touch(tmp_path, "a.pdf", "out/tables/a.txt")
    assert names([tmp_path], tmp_path / "out") == ["a.pdf"]


def test_a_folder_that_notat_wrote_is_no_input_unless_named(tmp_path: Path) -> None:
    touch(tmp_path, "a.pdf", "out1/report.html", "b/out2/report.html", "b/package/c.pdf")
    for folder in ("out1", "b/out2"):
        (tmp_path / folder / "datapackage.json").write_text('{"name": "notat"}', "utf-8")
    (tmp_path / "b/package/datapackage.json").write_text('{"name": "another"}', "utf-8")
    found = collect([tmp_path], tmp_path / "out3")
    assert [job.name for job in found.jobs] == ["a.pdf", "b/package/c.pdf"]
    assert found.left_alone == {".json": 1, "folder written by notat": 2}
    assert names([tmp_path / "out1"], tmp_path / "out3") == ["report.html"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (r"C:\notater\2024\mål.pdf", "C/notater/2024/mål.pdf"),
        (r"\\server\share\mål.pdf", "server/share/mål.pdf"),
    ],
)
def test_on_windows_files_of_several_drives_are_told_apart(path: str, name: str) -> None:
    assert on_its_drive(PureWindowsPath(path)) == name


def test_equal_names_are_told_apart(tmp_path: Path) -> None:
    touch(tmp_path, "2023/note.pdf", "2024/note.pdf")
    inputs = [tmp_path / "2023", tmp_path / "2024"]
    assert names(inputs, tmp_path / "out") == ["2023/note.pdf", "2024/note.pdf"]


def test_the_same_file_twice_is_one_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path, "a.pdf")
    monkeypatch.chdir(tmp_path)
    assert names([Path("a.pdf"), tmp_path / "a.pdf", tmp_path], tmp_path / "out") == ["a.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (b"to\nlinjer.txt", r"to\nlinjer.txt"),
        (b"r\x1b[31md.txt", r"r\x1b[31md.txt"),
        (b"latin1-\xe6.txt", r"latin1-\udce6.txt"),
        ("fdp\u202etxt.txt".encode(), r"fdp\u202etxt.txt"),
        (b"a\\nb.txt", r"a\\nb.txt"),
        ("mål 😀 '\"; =1+1.txt".encode(), "mål 😀 '\"; =1+1.txt"),
    ],
)
def test_a_name_that_cannot_be_shown_is_spelt_out(tmp_path: Path, given: bytes, shown: str) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + given)).write_text("x", "utf-8")
    assert names([tmp_path], tmp_path / "out") == [shown]
    shown.encode("utf-8")


def test_a_folder_that_may_not_be_opened_is_a_job(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path, "a.pdf", "lukket/b.pdf")
    scandir = os.scandir

    def refusing(path: Path) -> object:
        if Path(path).name == "lukket":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert names([tmp_path], tmp_path / "out") == ["a.pdf", "lukket"]


def test_a_name_too_long_to_exist_is_a_job_like_any_absent_file(tmp_path: Path) -> None:
    [job] = collect([tmp_path / ("x" * 5000 + ".pdf")], tmp_path / "out").jobs
    assert job.state() is None
