"""A whole run: find the documents, read them in workers, write the folder, sum it up."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from notat import archive, outputs, worker
from notat.errors import ExitCode, NotatError
from notat.schema import DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from notat.rows import Part
    from notat.sheets import Style
    from notat.worker import Settings
    from rules.law.book import RuleBook


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run came to: the documents in order (a row of ``documents.csv`` each)."""

    parts: tuple[Part, ...]
    left_alone: dict[str, int]

    def count(self, status: str) -> int:
        """Number of documents with this status."""
        return sum(part.status == status for part in self.parts)

    def total(self, column: str) -> int:
        """Sum of a column of counts over all documents."""
        place = DOCUMENTS.header.index(column)
        return sum(int(part.rows["documents"][0][place] or 0) for part in self.parts)

    @property
    def code(self) -> ExitCode:
        """The exit code that the documents call for."""
        if self.count("failed") == len(self.parts):
            return ExitCode.NOTHING_READ
        if self.count("ok") < len(self.parts):
            return ExitCode.SOME_FAILED
        return ExitCode.OK

    def as_json(self) -> dict[str, Any]:
        """For ``--json``: totals, and each document with its counts."""
        rows = [
            dict(zip(DOCUMENTS.header, p.rows["documents"][0], strict=True)) for p in self.parts
        ]
        totals = ("pages", "pages_ocr", "values", "review", "findings", "contradicted")
        return {
            "documents": rows,
            "totals": {column: self.total(column) for column in totals},
            "left_alone": self.left_alone,
        }


def convert(inputs: Sequence[Path], folder: Path, settings: Settings, style: Style) -> Summary:
    """Convert ``inputs`` into ``folder``; goes on where an interrupted run of the same was.

    Raises NotatError where there is nothing to read or the folder can't be used.
    """
    found = archive.collect(inputs, folder)
    if not found.jobs:
        raise NotatError(
            "There is no document in " + ", ".join(str(one) for one in inputs) + ".",
            f"notat reads {' '.join(sorted(archive.SUFFIXES))}.",
            ExitCode.NOTHING_READ,
        )
    rulebook = load_rules(settings.rules)  # a broken file is refused before any work
    method = _method(settings)
    with outputs.claimed(folder):
        waiting = [job for job in found.jobs if not outputs.done(folder, job, method)]
        with click.progressbar(
            length=len(found.jobs), label="Reading", file=sys.stderr, hidden=not sys.stderr.isatty()
        ) as bar:
            bar.update(len(found.jobs) - len(waiting))
            for job, part in worker.work(waiting, rulebook, settings):
                outputs.keep(folder, job, method, part)
                bar.update(1)
        parts = outputs.finish(folder, found.jobs, method, style)
    return Summary(tuple(parts), found.left_alone)


def load_rules(path: Path | None) -> RuleBook:
    """The rule book, with the year of ``path`` added; raises NotatError where that is broken."""
    from rules.errors import RuleBookError
    from rules.law.book import load

    try:
        return load(path)
    except RuleBookError as error:
        what = " ".join(str(error).split())  # what is wrong with YAML is said on several lines
        raise NotatError(f"{what}.", "Mend it, or go on without --rules.") from error


def _method(settings: Settings) -> str:
    """What a kept document depends on besides its file: the version and the rules."""
    from importlib.metadata import version

    rules = settings.rules.read_text("utf-8") if settings.rules else ""
    return f"{version('notat')} {rules}"
