"""A document → everything the rules need to know of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extract.model import Document
from normalize.grids.naming import named_in
from normalize.grids.printed import grids
from normalize.model import Caption, Municipality, Note, Sentence
from normalize.names.mentions import find
from normalize.prose.entries import entries
from normalize.prose.header import header
from normalize.prose.lexicon import is_damaged
from normalize.prose.lines import repair
from normalize.prose.sentences import paragraph_texts, sentences
from normalize.values import Setting, values

_SOLE = 0.9  # share of the mentions that must be one municipality for a note to be about it


def note(document: Document) -> Note:
    """Header, values, sentences and captions of a document."""
    damaged = _damaged(document)
    head = header(document, paragraph_texts(document, damaged=damaged))
    prose = sentences(document, damaged=damaged)
    sole, others = _sole(head.title, prose, document)
    setting = Setting(
        header=head,
        context="\n".join(sentence.text for sentence in prose),
        sole=sole,
        others=others,
        damaged=damaged,
    )
    captioned = {  # the parts of a table on several pages have one caption
        (table.number, table.caption): table for table in reversed(document.tables) if table.caption
    }
    captions = tuple(
        Caption(
            table.number if table.number is not None else table.index,
            find(repair(table.caption, damaged=damaged), damaged=damaged)[0],
            table.page,
        )
        for table in reversed(captioned.values())
    )
    read = values(document, setting)
    return Note(head, read, prose, captions, entries(document), grids(document))


def _damaged(document: Document) -> bool:
    """True for a text that lost its Danish letters, tables included."""
    lines = [line for paragraph in document.paragraphs for line in paragraph.lines]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row]
    return is_damaged("\n".join([*lines, *cells]))


def _sole(
    title: str, prose: Sequence[Sentence], document: Document
) -> tuple[Municipality | None, bool]:
    """The municipality a note is about, and whether its tables name others.

    It is the only one in the title, or nearly all that the prose mentions; a note whose tables
    name others mentions one in its prose only as an example.
    """
    titled = {mention.municipality for mention in find(title)[1]}
    alone = titled.pop() if len(titled) == 1 else None
    sole = alone or _mentioned(prose)
    if sole is None:
        return None, False
    others = bool(named_in(document) - {sole})
    return alone if others else sole, others


def _mentioned(prose: Sequence[Sentence]) -> Municipality | None:
    """The municipality that nearly all mentions are of."""
    counted = Counter(m.municipality for sentence in prose for m in sentence.mentions or ())
    if not counted:
        return None
    first, often = counted.most_common(1)[0]
    return first if often >= _SOLE * counted.total() else None
