"""Notes of dated questions and answers: each date alone on its line opens an entry."""

from __future__ import annotations

from extract.model import Document, Role
from normalize.model import Entry
from normalize.prose.header import find_date

_DATE_LONGEST = 30  # letters of a paragraph that is a date and nothing else
_FEWEST = 2  # dates alone; one is the date of the note


def entries(document: Document) -> tuple[Entry, ...]:
    """The dated entries of a note, in its order; empty for a note of another kind."""
    opened: list[tuple[str, list[int]]] = []
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.role is Role.FURNITURE:
            continue
        text = " ".join(paragraph.lines).strip()
        date = find_date(text) if len(text) <= _DATE_LONGEST else ""
        if date and not any(letter.isalpha() for letter in text):
            opened.append((date, []))
        elif opened:
            opened[-1][1].append(index)
    found = tuple(Entry(date, tuple(places)) for date, places in opened if places)
    return found if len(found) >= _FEWEST else ()
