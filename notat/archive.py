"""Which files of the given inputs are documents, and what the outputs call them."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from notat.folder import is_ours

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SUFFIXES = frozenset(
    {".pdf", ".txt", ".md", ".html", ".htm", ".png", ".jpg", ".jpeg", ".tif", ".tiff"}
)
# Unicode categories that no name in an output may hold: controls, marks of direction, bytes that
# are no text, line and paragraph separators. A file may be called so; a terminal would obey it.
UNSHOWN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Job:
    """One document to read: where it is and its name in the outputs (relative, with ``/``)."""

    path: Path
    name: str

    def state(self) -> os.stat_result | None:
        """Size and time of the file; None where there is none or it may not be looked at."""
        try:
            return self.path.stat()
        except OSError:
            return None


@dataclass(frozen=True, slots=True)
class Archive:
    """The documents found, in name order, and how many other files were left alone, by suffix.

    A whole folder that notat wrote counts as one.
    """

    jobs: tuple[Job, ...]
    left_alone: dict[str, int]


def collect(inputs: Sequence[Path], output: Path) -> Archive:
    """Find the documents in ``inputs`` (files and folders), leaving out ``output`` itself.

    A file named outright is always taken, also one that does not exist, and so is a folder that
    may not be opened: each then fails with a row of its own. Names are relative to the folder
    given; where two inputs would give the same name, all names are relative to the folder that
    holds all the inputs.
    """
    left_alone: Counter[str] = Counter()
    found: list[tuple[Path, Path]] = []  # the file, the folder its name is relative to
    for one in inputs:
        if not _is_folder(one):
            found.append((one, one.parent))
            continue
        for path in _walk(one, output.resolve()):
            if path != one and is_ours(path):
                left_alone["folder written by notat"] += 1
            elif path.suffix.lower() in SUFFIXES or _is_folder(path):
                found.append((path, one.parent if path == one else one))
            else:
                left_alone[path.suffix.lower() or "no suffix"] += 1
    jobs = {Job(path, _name(path, base)) for path, base in found}
    if len({job.name for job in jobs}) < len(jobs):
        jobs = _told_apart([path for path, _ in found])
    return Archive(tuple(sorted(jobs, key=lambda job: (job.name, job.path))), dict(left_alone))


def _told_apart(paths: Sequence[Path]) -> set[Job]:
    absolute = {path.absolute() for path in paths}
    drives = {path.drive for path in absolute}
    if len(drives) > 1:  # Windows: nothing is common to C: and \\\\server\\share
        return {Job(path, on_its_drive(path)) for path in absolute}
    common = Path(os.path.commonpath([path.parent for path in absolute]))
    return {Job(path, _name(path, common)) for path in absolute}


def on_its_drive(path: PurePath) -> str:
    """The name of a file among those of several drives: ``C/archive/note.pdf``."""
    drive = path.drive.replace("\\", "/").strip("/:")
    return f"{drive}/{_name(path, PurePath(path.anchor))}"


def _name(path: PurePath, base: PurePath) -> str:
    """The name below ``base``; what can't be shown is spelt as in Python, ``\\n`` or ``\\x1b``."""
    return "".join(
        letter.encode("unicode_escape").decode("ascii")
        if letter == "\\" or unicodedata.category(letter) in UNSHOWN
        else letter
        for letter in path.relative_to(base).as_posix()
    )


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long, or a folder above that may not be searched
        return False


def _walk(folder: Path, output: Path) -> Iterator[Path]:
    """Files below ``folder``, without hidden ones, folders behind links, and ``output``.

    A folder that may not be opened is given itself, and so is one that notat wrote.
    """
    whole: list[Path] = []

    def closed(error: OSError) -> None:
        whole.append(Path(error.filename))

    for root, folders, files in os.walk(folder, onerror=closed):
        here = Path(root)
        folders[:] = sorted(
            name for name in folders if name[0] != "." and (here / name).resolve() != output
        )
        written = {name for name in folders if is_ours(here / name)}
        whole += (here / name for name in folders if name in written)
        folders[:] = (name for name in folders if name not in written)
        yield from (here / name for name in sorted(files) if name[0] != ".")
    yield from whole
