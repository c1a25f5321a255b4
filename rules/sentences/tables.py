"""The table a sentence says it speaks of: ``alle 5 kommuner i tabellen``, ``to af de seks``."""

from __future__ import annotations

import re
from functools import lru_cache

from rules.case import Case
from rules.derived.derive import Universe
from rules.grammar.conditions import Condition, InPhase, any_atom
from rules.grammar.counts import ALL
from rules.grammar.tagged import tag

_WITHIN = re.compile(
    r"\bkommuner(?:ne)?\s+(?:(?:der|som)\s+)?(?:(?:er|vises|indgår|fremgår|nævnes|står|vist|nævnt)\s+){0,2}"
    r"(?:på|i|af)\s+(?:tabellen\b|listen\b|oversigten\b|(?:neden|oven)stående\s+tabel\b"
    r"|tabel\s+#(?P<number>\d{1,2})\b)"
    r"|^i\s+tabel\s+#(?P<head>\d{1,2})\b(?!\s+(?:og|til|ses|vises|fremgår|gengives)\b)"
    r"|\b(?:tabellens|de\s+viste)\s+(?:#\d+\s+)?kommuner\b"
)
_GROUP = re.compile(
    r"\b(?:klyngen?s?|gruppens?|tabellens?|sammenlignings(?:gruppen?|kommunerne?)\w*)\b"
)
_NUMBERED = re.compile(
    r"\b(?:(?:ud\s+)?af|blandt|de|alle|samtlige)\s+(?:de\s+)?#(?P<rows>\d{1,2})\b"
)
_THEM = re.compile(
    r"\b(?:af|blandt)\s+kommunerne\b|^(?:alle|samtlige)\b(?:\s+kommuner(?:ne)?)?\s+<"
)
_SHOWS = re.compile(  # what the table, or the whole note, is about
    r"\b(?:tabel(?:len)?(?:\s+#\d{1,2})?|notatet|oversigten|listen)\s+(?:nedenfor\s+|herunder\s+)?"
    r"(?:viser|omfatter|indeholder|dækker|ser|handler|vedrører|rummer|tæller|oplister)\s+"
    r"(?:(?:alene|kun|udelukkende|om|på|de)\s+){0,3}#\d{1,2}\s+(?:\w+\s+)?kommuner\b"
    r"|\b(?:nedenfor|herunder)\s+(?:vises|ses|står)\s+(?:de\s+)?#\d{1,2}\s+kommuner\b"
)
_COUNTRY = re.compile(r"\bland(?:et|ets|splan)\b|\bhele landet\b|#98\b")
# A longer table is meant to show all 98, and one that lost rows would give a false count.
_SMALL = 60
_FEW = 4  # a table of fewer shows one municipality and whom it is held against


def universe(case: Case, clause: str, group: Universe | None) -> Universe | None:
    """The municipalities of the small table a clause is about; None where it is about all 98.

    ``group`` is the note's own group (`group_of_note`), which ``kommunerne`` stands for.
    """
    match = _WITHIN.search(clause) if "tabel" in clause or "viste" in clause else None
    if match is not None:
        number = match["number"] or match["head"]
        return _table(case, int(number) if number else None)
    if _COUNTRY.search(clause):
        return None
    numbered = _NUMBERED.search(clause)
    if numbered is not None:
        short = _table(case, None)
        same = short is not None and int(numbered["rows"]) == len(short.codes) + short.unread
        return short if same else None
    if _GROUP.search(clause):
        return _table(case, None)
    return group if _THEM.search(clause) else None


@lru_cache(maxsize=8)  # asked of each clause; of the note at hand and by the book alone
def group_of_note(case: Case) -> Universe | None:
    """The municipalities of the note's only table, where its heading or text calls them a group.

    ``Greve og sammenligningskommunerne``, ``Fem øer``, or a sentence that speaks of as many.
    """
    short = _table(case, None)
    if short is None:
        return None
    texts = [
        tag(text, ())
        for text in (case.note.header.title, *(caption.text for caption in case.note.captions))
    ]
    texts += [utterance.tagged for utterance in case.utterances]
    rows = len(short.codes) + short.unread
    titled = re.search(rf"(?:^|\bover\s+(?:de\s+)?)#{rows}\s", texts[0])
    called = any(
        _GROUP.search(text) or _as_many(text, rows) or _SHOWS.search(text) for text in texts
    )
    return short if titled or called else None


def sole_universe(case: Case) -> Universe | None:
    """The municipalities of the note's only table, where it speaks of no others.

    It never counts more than the table has and names the country nowhere: then a count of
    ``kommuner`` is one of the table's. Those who fall under the recovery phase are counted in a
    note of few where it says that it is about these.
    """
    short = short_table(case)
    if short is None or len(short.codes) < _FEW:
        return None
    told = group_of_note(case) is not None
    rows = len(short.codes) + short.unread
    for utterance in case.utterances:
        if _COUNTRY.search(utterance.tagged):
            return None
        for statement in utterance.statements:
            count = statement.count
            if count is not None and rows < count.number != ALL:
                return None
            if not told and any(any_atom(one, _is_step) for one in statement.readings):
                return None
    return short


def _is_step(part: Condition) -> bool:
    return isinstance(part, InPhase)


def of_table(tagged: str) -> bool:
    """Whether a tagged sentence speaks of the table's municipalities."""
    return bool(_GROUP.search(tagged) or _WITHIN.search(tagged) or re.search(r"\btabel", tagged))


def short_table(case: Case) -> Universe | None:
    """The municipalities of the note's only table by municipality, where it is not one of all."""
    return _table(case, None)


def of_number(case: Case, number: int) -> Universe | None:
    """The municipalities of the table with a number; None for one that is meant to show all."""
    return _table(case, number)


def shown_there(case: Case, table: int | None, number: int) -> Universe | None:
    """The municipalities of a table that is said to show ``number``, where it shows as many."""
    found = _table(case, table) if table is not None else None
    return found if found is not None and len(found.codes) + found.unread == number else None


def _as_many(text: str, rows: int) -> bool:
    match = _NUMBERED.search(text)
    return match is not None and int(match["rows"]) == rows


@lru_cache(maxsize=32)
def _table(case: Case, number: int | None) -> Universe | None:
    """The municipalities of the only table, or of the table with a number; None for a long one."""
    cells = [value for value in case.note.values if number in (None, value.table)]
    named = {value.table_index for value in cells if value.municipality is not None}
    if len(named) != 1:
        return None
    cells = [value for value in cells if value.table_index in named]
    codes = frozenset(value.municipality.code for value in cells if value.municipality is not None)
    unread = {value.row for value in cells} - {
        value.row for value in cells if value.municipality is not None
    }
    return Universe(codes, len(unread)) if 2 <= len(codes) <= _SMALL else None
