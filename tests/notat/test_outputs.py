"""The output folder: claimed, resumed, replaced, described."""

import csv
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from notat import outputs, rows, sheets
from notat.archive import Job
from notat.errors import NotatError
from notat.rows import Part
from notat.schema import RESOURCES

METHOD = "a method"


def job(folder: Path, name: str) -> Job:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(name, "utf-8")
    return Job(path, name)


def part(name: str, *tables: str) -> Part:
    failed = rows.failed(name, "why")
    return Part(name, "failed", "why", failed.rows, {table: [["a", "=b"]] for table in tables})


def finish(out: Path, *pairs: tuple[Job, Part]) -> None:
    with outputs.claimed(out):
        for one, some in pairs:
            outputs.keep(out, one, METHOD, some)
        outputs.finish(out, [one for one, _ in pairs], METHOD, sheets.PLAIN)


def files(out: Path) -> set[str]:
    return {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}


def test_a_foreign_folder_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("dear", "utf-8")
    with pytest.raises(NotatError, match="holds other files"), outputs.claimed(tmp_path):
        pass
    assert files(tmp_path) == {"thesis.txt"}


def test_a_foreign_data_package_is_foreign(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text('{"name": "other"}', "utf-8")
    with pytest.raises(NotatError), outputs.claimed(tmp_path):
        pass


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    with (
        pytest.raises(NotatError, match="is a file"),
        outputs.claimed(job(tmp_path, "a").path),
    ):
        pass


def test_all_files_of_the_contract_are_written(tmp_path: Path) -> None:
    out = tmp_path / "out"
    finish(out, (job(tmp_path, "in/æ.pdf"), part("in/æ.pdf", "p1_t1.csv")))
    expected = {f"{resource.name}.csv" for resource in RESOURCES}
    assert files(out) == expected | {"datapackage.json", "tables/in/æ.pdf/p1_t1.csv"}
    for resource in RESOURCES:
        text = (out / f"{resource.name}.csv").read_text("utf-8")
        assert next(csv.reader([text.split("\n")[0]])) == resource.header
    assert (out / "tables/in/æ.pdf/p1_t1.csv").read_text("utf-8") == "a,'=b\n"


def test_tables_of_an_earlier_run_go_and_other_files_stay(tmp_path: Path) -> None:
    out = tmp_path / "out"
    one, two = job(tmp_path, "a.pdf"), job(tmp_path, "b.pdf")
    finish(out, (one, part("a.pdf", "p1_t1.csv")), (two, part("b.pdf", "p1_t1.csv")))
    (out / "mine.txt").write_text("keep", "utf-8")
    finish(out, (one, part("a.pdf", "p2_t1.csv")))
    assert {name for name in files(out) if "/" in name} == {"tables/a.pdf/p2_t1.csv"}
    assert (out / "mine.txt").exists()


def test_a_table_whose_path_is_too_long_goes_by_a_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outputs, "MOST_OF_A_PATH", len(str(tmp_path / "out")) + 60)
    deep = "/".join(["folder"] * 8) + "/a.pdf"
    pairs = [(job(tmp_path, name), part(name, "p1_t1.csv")) for name in ("b.pdf", deep)]
    finish(tmp_path / "out", *pairs)
    tables = {name for name in files(tmp_path / "out") if name.startswith("tables/")}
    mark = hashlib.sha256(deep.encode()).hexdigest()[:12]
    assert tables == {"tables/b.pdf/p1_t1.csv", f"tables/{mark}/p1_t1.csv"}
    described = json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))
    assert tables <= {resource["path"] for resource in described["resources"]}


def test_a_document_that_failed_is_tried_again(tmp_path: Path) -> None:
    out, failed, read = tmp_path / "out", job(tmp_path, "a.pdf"), job(tmp_path, "b.pdf")
    with outputs.claimed(out):
        outputs.keep(out, failed, METHOD, part("a.pdf"))
        outputs.keep(out, read, METHOD, replace(part("b.pdf"), status="partial"))
    assert not outputs.done(out, failed, METHOD)
    assert outputs.done(out, read, METHOD)


def test_what_was_finished_is_kept_until_the_file_or_the_method_changes(tmp_path: Path) -> None:
    out = tmp_path / "out"
    one = job(tmp_path, "a.pdf")
    with outputs.claimed(out):
        outputs.keep(out, one, METHOD, part("a.pdf"))
    assert outputs.kept(out, one, METHOD) == part("a.pdf")
    assert outputs.kept(out, one, "another method") is None
    one.path.write_text("longer than before", "utf-8")
    assert outputs.kept(out, one, METHOD) is None


def test_two_runs_do_not_write_one_folder(tmp_path: Path) -> None:
    with (
        outputs.claimed(tmp_path / "out"),
        pytest.raises(NotatError, match="Another run"),
        outputs.claimed(tmp_path / "out"),
    ):
        pass
    assert not files(tmp_path / "out")


def test_the_descriptor_names_every_file(tmp_path: Path) -> None:
    out = tmp_path / "out"
    finish(out, (job(tmp_path, "a.pdf"), part("a.pdf", "p1_t1.csv", "p1_t2.csv")))
    described = json.loads((out / "datapackage.json").read_text("utf-8"))
    assert {resource["path"] for resource in described["resources"]} == files(out) - {
        "datapackage.json"
    }


def test_a_name_longer_than_a_file_system_takes_is_cut_and_told_apart(tmp_path: Path) -> None:
    out = tmp_path / "out"
    long = [job(tmp_path, "a.pdf"), job(tmp_path, "b.pdf")]
    named = [Job(one.path, "æ" * 200 + end) for one, end in zip(long, "ab", strict=True)]
    finish(out, *((one, part(one.name, "p1_t1.csv")) for one in named))
    assert len([name for name in files(out) if name.startswith("tables/æ")]) == 2
