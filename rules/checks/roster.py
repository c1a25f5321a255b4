"""A table of all municipalities has 98 rows, none twice and none missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from extract.model import Source
from normalize.model import Municipality, Sentence, Unit
from normalize.names.alone import SEVERAL
from normalize.names.municipalities import municipalities
from rules.case import Case
from rules.grammar.counts import ALL
from rules.model import ClaimKind, Finding, Verdict
from rules.wording.danish import kommuner, names
from rules.wording.report import table_finding

# A table this long is a list of all with rows lost; the longest list of some is that of the
# municipalities that miss a goal, and no year had more than half of them miss one and be listed.
_NEARLY_ALL = 70
_HARDLY = 12  # letters beside the names on the line of a row: a status, "Ikke opfyldt"
_ALL = re.compile(
    r"\b(?:overblik|oversigt|status|tabel)\w*\b.*\b(?:kommunernes|alle kommuner\w*"
    r"|landets kommuner\w*"
    r"|samtlige kommuner\w*)\b|\b(?:alle|samtlige)\s+(?:landets\s+)?(?:98\s+)?kommuner"
    r"|\bde 98 kommuner",
    re.I,
)
_SOME = re.compile(
    r"\b(?:udvalgte|region\w*|omfattede?|genopretning\w*|ikke (?:lever|opfylder)|top|bund"
    r"|højeste|laveste|nærmeste"
    r"|sammenlign\w+|nabo\w*|\d+ kommuner(?!.*\b98\b))\b",
    re.I,
)


_PART = re.compile(r"\b(?:fortsat|forts\.|fortsættes|fortsættelse|del \d|\d (?:af|/) \d)", re.I)


@dataclass(frozen=True, slots=True)
class _Roster:
    """A table by municipality: its number, page, columns with units, and the name of each row.

    A row that holds two names stands twice in ``rows``. ``scanned`` where it was read from a
    picture.
    """

    number: int
    page: int | None
    columns: frozenset[tuple[int, Unit]]
    measures: frozenset[str]
    rows: tuple[Municipality | None, ...]
    scanned: bool


def check(case: Case) -> Iterable[Finding]:
    """One finding a table that is meant to show all municipalities."""
    captions = {caption.table: caption.text for caption in case.note.captions}
    tables = _rosters(case, captions)
    for table in tables:
        caption = captions.get(table.number, "")
        if _is_meant_full(caption, table.rows):
            goes_on = _PART.search(caption) or any(
                _continues(table, one, one.number in captions) for one in tables
            )
            yield _finding(table, goes_on=bool(goes_on), loose=_loose(case.note.sentences))


def _loose(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Codes of the municipalities on lines that say hardly more: rows that a table lost."""
    found: set[str] = set()
    for sentence in sentences:
        mentions = sentence.mentions or ()
        named = sum(mention.end - mention.start for mention in mentions)
        if mentions and sum(map(str.isalpha, sentence.text)) - named <= _HARDLY:
            found |= {mention.municipality.code for mention in mentions}
    return frozenset(found)


def _continues(table: _Roster, other: _Roster, captioned: bool) -> bool:
    """Whether another table of the same columns, or without a caption, has others for the most."""
    same = table.columns == other.columns or table.measures == other.measures
    if other is table or (captioned and not same):
        return False
    here, there = ({row.code for row in one.rows if row is not None} for one in (table, other))
    return bool(there) and 2 * len(here & there) < len(there)


def _rosters(case: Case, captions: Mapping[int, str]) -> list[_Roster]:
    """The tables by municipality; one without a caption and with the same columns goes on."""
    found: list[_Roster] = []
    seen = (value for value in case.note.values if value.row)
    values = sorted(seen, key=lambda value: value.table_index)
    for _, group in groupby(values, key=lambda value: value.table_index):
        cells = list(group)
        columns = frozenset((value.column, value.unit) for value in cells if value.unit)
        lines = {value.row: value for value in cells}.values()
        rows = [one.municipality for one in lines for _ in range(1 + (SEVERAL in one.reason))]
        before = found[-1] if found else None
        if (
            before is not None
            and cells[0].table not in captions
            and before.columns == columns
            and not {one for one in rows if one} & {one for one in before.rows if one}
        ):
            found[-1] = replace(before, rows=(*before.rows, *rows))
        else:
            measures = frozenset(value.measure for value in cells)
            scanned = any(value.source is Source.OCR for value in cells)
            first = cells[0]
            found.append(_Roster(first.table, first.page, columns, measures, tuple(rows), scanned))
    return found


def _is_meant_full(caption: str, rows: tuple[Municipality | None, ...]) -> bool:
    named = {one.code for one in rows if one is not None}
    if len(named) < 2:
        return False
    return len(named) >= _NEARLY_ALL or bool(_ALL.search(caption) and not _SOME.search(caption))


def _finding(table: _Roster, *, goes_on: bool, loose: frozenset[str]) -> Finding:
    counts = Counter(one.code for one in table.rows if one is not None)
    by_code = {one.code: one for one in municipalities()}
    twice = [by_code[code] for code, count in counts.items() if count > 1]
    missing = [one for one in municipalities() if one.code not in counts]
    unread = table.rows.count(None)
    text = f"Tabel {table.number} skal vise alle {ALL} kommuner og har {len(counts)}"
    if not twice and not missing:
        return table_finding(
            ClaimKind.ROSTER,
            Verdict.CONSISTENT,
            text,
            stated=str(ALL),
            derived=str(ALL),
            page=table.page,
        )
    verdict = Verdict.CONTRADICTED
    if twice:
        text += f"; {names(twice)} står der to gange"
    if missing:
        who = (
            names(missing)
            if len(missing) <= 10
            else f"{kommuner(len(missing))}, fra {missing[0].name} til {missing[-1].name}"
        )
        text += f"; der mangler {who}"
    if unread and len(missing) <= unread + len(twice):
        verdict = Verdict.UNVERIFIABLE
        text += (
            f", men {unread} {'række' if unread == 1 else 'rækker'} har et navn, der skal ses efter"
        )
    elif table.scanned and missing and not twice:
        verdict = Verdict.UNVERIFIABLE
        text += ", men tabellen er læst af et billede, og en række kan være overset"
    elif missing and not twice and any(one.code in loose for one in missing):
        verdict = Verdict.UNVERIFIABLE
        text += ", men et af navnene står alene på en linje uden for tabellen"
    if goes_on and missing and not twice:
        verdict = Verdict.UNVERIFIABLE
        text += ", men tabellen ser ud til at fortsætte andetsteds"
    return table_finding(
        ClaimKind.ROSTER, verdict, text, stated=str(ALL), derived=str(len(counts)), page=table.page
    )
