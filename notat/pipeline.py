"""The whole method on one screen: from a file to figures, fulfilment, claims and findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import extract
from normalize import notes
from rules import audit

if TYPE_CHECKING:
    from pathlib import Path

    from extract.model import Document
    from normalize.model import Note
    from rules.law.book import RuleBook
    from rules.model import Claim, Finding, Fulfilment


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that one document gives."""

    document: Document
    note: Note
    fulfilment: tuple[Fulfilment, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]


def run(path: Path, name: str, rulebook: RuleBook) -> Result:
    """Read, normalize and audit the document at ``path``; ``name`` is what the outputs call it.

    Raises `extract.errors.ReadError` where nothing of the file can be read.
    """
    document = extract.read(path, name=name)  # pages, words, tables, each with its place
    note = notes.note(document)  # municipality x measure x period, sentences
    verdict = audit.examine(note, rulebook)  # who meets what, what is stated, what does not hold
    return Result(document, note, verdict.fulfilment, verdict.claims, verdict.findings)
