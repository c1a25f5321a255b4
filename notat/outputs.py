"""Writing the output folder: finished documents kept as they come, then every file by rename."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from notat import package, report, series, sheets
from notat.errors import NotatError
from notat.files import replacing
from notat.folder import DESCRIPTOR, PARTS, is_ours
from notat.rows import Part
from notat.schema import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from notat.archive import Job

LOCK = "lock"  # in it: held by the run that writes
TABLES = "tables"
MOST_BYTES = 255  # in one name, on every file system in common use
# Characters of a whole path: on Windows 260 unless an administrator allows more, and a file
# that is being written has a name 12 characters longer.
MOST_OF_A_PATH = 240 if os.name == "nt" else 4000


@contextmanager
def claimed(folder: Path) -> Iterator[None]:
    """``folder`` ready to write in and, while the context lasts, this run's alone.

    Raises NotatError where it holds something that notat did not write, can't be written, or
    another run is writing it.
    """
    from filelock import FileLock, Timeout

    _make_ready(folder)
    lock = FileLock(folder / PARTS / LOCK, blocking=False)
    try:
        with lock:
            yield
    except Timeout as error:
        raise NotatError(
            f"Another run of notat is writing {folder}.", "Wait for it, or give another -o."
        ) from error
    with suppress(OSError):  # parts of documents not yet written keep the folder
        (folder / PARTS / LOCK).unlink(missing_ok=True)
        (folder / PARTS).rmdir()


def _make_ready(folder: Path) -> None:
    try:
        if folder.exists() and not folder.is_dir():
            raise NotatError(f"{folder} is a file.", "Give -o the name of a folder.")
        if folder.is_dir() and any(folder.iterdir()) and not is_ours(folder):
            raise NotatError(
                f"{folder} holds other files and is left as it is.",
                "Give -o a new or empty folder, or one that notat wrote.",
            )
        (folder / PARTS).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotatError(
            f"{folder} can't be written ({error.strerror}).", "Give -o another folder."
        ) from error


def _part_file(folder: Path, job: Job, method: str) -> Path:
    """Where a finished document waits: named by what it is, its size and time, and the method."""
    stat = job.state()
    state = (job.name, stat.st_size, stat.st_mtime_ns) if stat else (job.name,)
    key = hashlib.sha256(repr((state, method)).encode()).hexdigest()
    return folder / PARTS / f"{key}.json"


def keep(folder: Path, job: Job, method: str, part: Part) -> None:
    """Keep a finished document, so that an interrupted run goes on where it was."""
    with replacing(_part_file(folder, job, method)) as file:
        json.dump(asdict(part), file)


def kept(folder: Path, job: Job, method: str) -> Part | None:
    """The document as kept by an earlier run that was interrupted, if it is unchanged."""
    try:
        return Part(**json.loads(_part_file(folder, job, method).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def done(folder: Path, job: Job, method: str) -> bool:
    """True for a document kept by an earlier run, unless it failed: time or memory may suffice."""
    part = kept(folder, job, method)
    return part is not None and part.status != "failed"


def finish(folder: Path, jobs: Sequence[Job], method: str, style: sheets.Style) -> list[Part]:
    """Write all files from the kept documents, in job order, and clear what was kept.

    Returns the documents with the rows of ``documents.csv`` and ``findings.csv`` alone, so
    that a document at a time is in memory.
    """
    listed, findings = series.across(_parts(folder, jobs, method))
    summary: list[Part] = []
    written: dict[str, None] = {}
    with sheets.writers(folder, RESOURCES, style) as write:
        write("series", listed)
        for part in _parts(folder, jobs, method):
            series.with_findings(part, findings.get(part.document, []))
            for resource, some in part.rows.items():
                write(resource, some)
            for name, grid in part.tables.items():
                path = _table_path(folder, part.document, name)
                _write_table(folder / path, grid, style)
                written[path.as_posix()] = None
            told = {name: part.rows.get(name, []) for name in ("documents", "findings")}
            summary.append(Part(part.document, part.status, part.error, told))
    _forget_tables(folder, set(written))
    (folder / report.NAME).unlink(missing_ok=True)  # of an earlier run, and of its documents
    with replacing(folder / DESCRIPTOR) as file:
        json.dump(package.descriptor(list(written), style), file, ensure_ascii=False, indent=2)
        file.write("\n")
    for leftover in (folder / PARTS).iterdir():
        if leftover.name != LOCK:
            leftover.unlink()
    return summary


def _parts(folder: Path, jobs: Sequence[Job], method: str) -> Iterator[Part]:
    for job in jobs:
        part = kept(folder, job, method)
        if part is None:
            raise NotatError(f"{job.name} changed while it was read.", "Run it again.")
        yield part


def _table_path(folder: Path, document: str, name: str) -> Path:
    """Below ``folder``, by the document's own path where the system takes one so long."""
    path = Path(TABLES, *map(_within_limit, document.split("/")), name)
    if len(str(folder.absolute() / path)) <= MOST_OF_A_PATH:
        return path
    return Path(TABLES, _mark(document), name)


def _within_limit(name: str) -> str:
    """A folder's name cut to what a file system takes, told apart by a hash of the whole."""
    data = name.encode()
    if len(data) <= MOST_BYTES:
        return name
    return f"{data[: MOST_BYTES - 13].decode('utf-8', 'ignore')}~{_mark(name)}"


def _mark(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:12]


def _write_table(path: Path, grid: list[list[str]], style: sheets.Style) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path, style.encoding) as file:
        sheets.write_grid(file, grid, style)


def _forget_tables(folder: Path, written: set[str]) -> None:
    """Remove the tables of an earlier run that this one did not write, and folders left empty."""
    for path in sorted((folder / TABLES).rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.suffix == ".csv" and path.relative_to(folder).as_posix() not in written:
            path.unlink()
