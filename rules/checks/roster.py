"""A table of all municipalities has 98 rows, none twice and none missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from normalize.model import Municipality, Value
from normalize.municipalities import municipalities
from rules.case import Case
from rules.danish import kommuner, names
from rules.grammar.counts import ALL
from rules.model import ClaimKind, Finding, Verdict
from rules.report import table_finding

# A table this long is a list of all with rows lost; the longest list of some is that of the
# municipalities that miss a goal, and no year had more than half of them miss one and be listed.
_NEARLY_ALL = 70
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


def check(case: Case) -> Iterable[Finding]:
    """One finding a table that is meant to show all municipalities."""
    captions = dict(case.note.captions)
    tables: dict[int, list[Value]] = {}
    for value in case.note.values:
        tables.setdefault(value.table_index, []).append(value)
    for values in tables.values():
        number = values[0].table
        rows: dict[int, Municipality | None] = {value.row: value.municipality for value in values}
        caption = captions.get(number, "")
        if _is_meant_full(caption, rows):
            yield _finding(number, rows, values[0].page)


def _is_meant_full(caption: str, rows: dict[int, Municipality | None]) -> bool:
    named = {one.code for one in rows.values() if one is not None}
    if len(named) < 2:
        return False
    return len(named) >= _NEARLY_ALL or bool(_ALL.search(caption) and not _SOME.search(caption))


def _finding(number: int, rows: dict[int, Municipality | None], page: int | None) -> Finding:
    counts = Counter(one.code for one in rows.values() if one is not None)
    by_code = {one.code: one for one in municipalities()}
    twice = [by_code[code] for code, count in counts.items() if count > 1]
    missing = [one for one in municipalities() if one.code not in counts]
    unread = sum(1 for one in rows.values() if one is None)
    text = f"Tabel {number} skal vise alle {ALL} kommuner og har {len(counts)}"
    if not twice and not missing:
        return table_finding(
            ClaimKind.ROSTER, Verdict.CONSISTENT, text, stated=str(ALL), derived=str(ALL), page=page
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
    return table_finding(
        ClaimKind.ROSTER, verdict, text, stated=str(ALL), derived=str(len(counts)), page=page
    )
