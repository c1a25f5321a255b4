"""The commands as a user runs them: files, exit codes, messages."""

import csv
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import frictionless
import pytest

Run = Callable[..., CompletedProcess[str]]


def read(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_note_becomes_values(archive: Path, tmp_path: Path, notat: Run) -> None:
    done = notat("convert", archive, "-o", "out")
    assert (done.returncode, done.stderr) == (0, "")
    values = read(tmp_path / "out" / "values.csv")
    assert len(values) == 12
    first = {key: values[0][key] for key in ("document", "municipality", "measure", "value")}
    assert first == {
        "document": "2024/mål.txt",
        "municipality": "Brøndby",
        "measure": "resultatmaal",
        "value": "ikke_opfyldt",
    }
    assert {row["period"] for row in values} == {"2024"}
    assert values[0]["status"] == "repaired"


def test_the_folder_is_a_valid_data_package(archive: Path, tmp_path: Path, notat: Run) -> None:
    for style in ([], ["--excel"]):
        notat("convert", archive, "-o", "out", *style)
        report = frictionless.validate(str(tmp_path / "out" / "datapackage.json"))
        assert report.valid, report.to_summary()


def test_the_same_input_gives_the_same_bytes(broken: Path, tmp_path: Path, notat: Run) -> None:
    notat("convert", broken, "-o", "one")
    notat("convert", broken, "-o", "two", "-j", "2")
    assert snapshot(tmp_path / "one") == snapshot(tmp_path / "two")


def test_bad_files_are_rows_and_stop_nobody(broken: Path, tmp_path: Path, notat: Run) -> None:
    done = notat("convert", broken, broken / "gone.pdf", "-o", "out")
    assert done.returncode == 2
    rows = read(tmp_path / "out" / "documents.csv")
    states = {Path(row["document"]).name: row["status"] for row in rows}
    bad = {"empty.pdf", "word.pdf", "truncated.pdf", "locked.pdf", "gone.pdf"}
    assert states == {"mål.txt": "ok"} | dict.fromkeys(bad, "failed")
    for row in rows:
        assert bool(row["error"]) == (row["status"] == "failed")
        assert str(tmp_path) not in row["error"]
    assert len(done.stderr.splitlines()) == len(bad)
    assert "Traceback" not in done.stderr


def test_nothing_read_is_3(tmp_path: Path, notat: Run) -> None:
    assert notat("convert", "gone.pdf", "-o", "out").returncode == 3
    (tmp_path / "none").mkdir()
    done = notat("convert", "none", "-o", "out2")
    assert done.returncode == 3
    assert done.stderr.startswith("notat: There is no document in none.")


@pytest.mark.parametrize(
    "arguments", [["convert"], ["convert", "x"], ["tables"], ["fly"], ["rules", "1999"]]
)
def test_wrong_arguments_are_1(arguments: list[str], notat: Run) -> None:
    done = notat(*arguments)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_a_foreign_folder_is_never_written(archive: Path, tmp_path: Path, notat: Run) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("dear", "utf-8")
    done = notat("convert", archive, "-o", "mine")
    assert done.returncode == 1
    assert snapshot(tmp_path / "mine") == {"thesis.txt": b"dear"}


def test_a_broken_rule_file_is_named_before_any_work(
    archive: Path, tmp_path: Path, notat: Run
) -> None:
    for text, says in (("year: soon\n", "year"), ("[[[", "YAML")):
        (tmp_path / "rules.yaml").write_text(text, "utf-8")
        done = notat("convert", archive, "-o", "out", "--rules", "rules.yaml")
        assert done.returncode == 1
        [line] = done.stderr.splitlines()
        assert "rules.yaml" in line
        assert says in line
        assert not (tmp_path / "out").exists()


def test_excel_reads_danish(archive: Path, tmp_path: Path, notat: Run) -> None:
    notat("convert", archive, "-o", "out", "--excel")
    values = read(tmp_path / "out" / "values.csv", delimiter=";")
    assert [row["value"] for row in values[:3]] == ["ikke_opfyldt", "9,1", "28,3"]


def test_json_on_request(archive: Path, notat: Run) -> None:
    listed = json.loads(notat("audit", archive, "-o", "out", "--json").stdout)
    assert listed["totals"]["values"] == 12
    assert listed["documents"][0]["status"] == "ok"
    assert isinstance(listed["findings"], list)


def test_a_time_limit_fails_the_document(archive: Path, tmp_path: Path, notat: Run) -> None:
    done = notat("convert", archive, "-o", "out", "--timeout", "0.001")
    assert done.returncode == 3
    assert "--timeout" in read(tmp_path / "out" / "documents.csv")[0]["error"]


@pytest.mark.skipif(os.name == "nt", reason="a POSIX permission")
@pytest.mark.skipif(os.name != "nt" and os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_fails_alone(archive: Path, notat: Run) -> None:
    (archive / "secret.txt").write_text("x", "utf-8")
    (archive / "secret.txt").chmod(0)
    assert notat("convert", archive, "-o", "out").returncode == 2
    named = (archive / "secret.txt", archive / "2024" / "mål.txt")
    assert notat("convert", *named, "-o", "out").returncode == 2


@pytest.mark.skipif(sys.platform != "linux", reason="a limit that other systems do not keep")
def test_a_tighter_limit_on_memory_is_kept(archive: Path, tmp_path: Path) -> None:
    command = f'ulimit -v 3000000; "{sys.executable}" -m notat convert "{archive}" -o out'
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="a POSIX signal")
def test_asked_to_stop_it_ends_as_by_ctrl_c(archive: Path, tmp_path: Path) -> None:
    for number in range(400):
        (archive / f"{number}.txt").write_text("Notat om mål. " * 2000, "utf-8")
    command = [sys.executable, "-m", "notat", "convert", str(archive), "-o", "out", "-j", "1"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as run:
        while run.poll() is None and not list((tmp_path / "out").glob(".notat/*.json")):
            time.sleep(0.05)
        run.terminate()
        assert run.wait(20) == 130
        assert run.stderr is not None
        assert "interrupted" in run.stderr.read()


def test_names_from_arguments_and_lines(notat: Run) -> None:
    rows = [line.split("\t") for line in notat("names", "Brgndby", "Zrg").stdout.splitlines()]
    assert rows[0][:3] == ["Brgndby", "Brøndby", "0153"]
    assert rows[1][:3] == ["Zrg", "", ""]
    lines = notat("names", given="Ærø\n\nHele landet\n").stdout.splitlines()
    assert [line.split("\t")[1] for line in lines] == ["Ærø", ""]


def test_names_from_an_old_windows_file(notat: Run) -> None:
    done = notat("names", given="Brøndby\r\n", encoding="cp1252")
    assert done.stdout.split("\t")[:2] == ["Brøndby", "Brøndby"]


def test_no_letter_is_an_error_where_the_system_writes_cp1252(
    archive: Path, notat: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    (archive / "2024" / "mål.txt").rename(archive / "mål ≤ 🙂.txt")
    done = notat("audit", archive, "-o", "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("mål ≤ 🙂.txt\n")


@pytest.mark.skipif(os.name == "nt", reason="descriptors of a POSIX shell")
@pytest.mark.parametrize(
    ("shell", "code", "says"),
    [
        (">&-", 0, ""),
        ("2>&- >&-", 0, ""),
        ("| true", 0, ""),
        (">/dev/full", 1, "notat: The output can't be written: No space left on device.\n"),
    ],
)
def test_the_run_is_whole_whoever_listens(
    shell: str, code: int, says: str, archive: Path, tmp_path: Path
) -> None:
    command = (
        f'"{sys.executable}" -m notat convert "{archive}" -o out {shell}; exit ${{PIPESTATUS[0]}}'
    )
    done = subprocess.run(
        ["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (code, says)
    assert len(read(tmp_path / "out" / "values.csv")) == 12


def test_rules_print_limits_and_sources(notat: Run) -> None:
    text = notat("rules", "2024").stdout
    assert "< 20 pct." in text
    assert "[read]" in text
    [year] = json.loads(notat("rules", "2024", "--json").stdout)
    assert (year["tilbud"]["limit"], year["tilbud"]["comparison"]) == (30, "<")


def test_doctor_finds_what_runs_these_tests(notat: Run) -> None:
    done = notat("doctor")
    assert done.returncode == 0
    assert "98 municipalities" in done.stdout


def test_tables_prints_any_table(archive: Path, tmp_path: Path, notat: Run) -> None:
    printed = notat("tables", archive / "2024" / "mål.txt", "-f", "csv").stdout
    assert printed.splitlines()[1] == 'Brgndby,Ikke opfyldt,"9,1%","28,3%"'
    notat("tables", archive / "2024" / "mål.txt", "-o", "grids")
    assert list(snapshot(tmp_path / "grids")) == ["p1_t1.md"]


def test_cache_clear_takes_readings_and_nothing_else(
    tmp_path: Path, notat: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOTAT_CACHE", str(tmp_path / "kept"))
    (tmp_path / "kept").mkdir()
    for name in ("a.page", "b.page", "mine.txt"):
        (tmp_path / "kept" / name).write_text("x", "utf-8")
    assert notat("cache", "clear").stdout.startswith("2 readings forgotten")
    assert list(snapshot(tmp_path / "kept")) == ["mine.txt"]
