"""How long the phase lasts, against the months it runs between.

``forlænges med 12 måneder til april 2026``, ``i to år fra april 2024 til april 2026``, ``har været
omfattet i tre år``. A decision is made at the yearly statement in April of the year after the one
measured, or in the month the note itself is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from normalize.headings.periods import MONTHS
from normalize.model import Month, Municipality
from rules.case import Case
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.prose import Utterance


def _date(name: str) -> str:
    """A pattern for a month with its year."""
    return rf"(?:#\d+\.\s*)?(?P<{name}month>{'|'.join(MONTHS)})\s+#(?P<{name}year>20\d\d)"


_LENGTH = r"(?P<length>#\d{1,2}|et|halvandet)\s+(?P<unit>måneder|måned|år)\b"
_LONE = _LENGTH.replace("length", "lone").replace("unit", "of")
_EXTENDED = re.compile(
    rf"\b(?:forlæng\w*|fortsætter|endnu|yderligere)\b[^;]*?{_LENGTH}[^;#]*?\b(?:til|indtil)\s+(?:og\s+med\s+|den\s+|udgangen\s+af\s+)?"
    rf"{_date('end')}"
)
_BETWEEN = re.compile(
    rf"\bfra\s+(?:og\s+med\s+|den\s+)?{_date('start')}[^;]*?\b(?:til|indtil)\s+(?:og\s+med\s+|den\s+|udgangen\s+af\s+)?{_date('end')}"
)
_UNTIL = re.compile(
    rf"\b(?:til|indtil)\s+(?:og\s+med\s+|den\s+)?{_date('end')}[^;]*?\bfra\s+(?:den\s+)?{_date('start')}"
)
_ANY_LENGTH = re.compile(_LENGTH)
_TIED = re.compile(  # the length of the span, and of nothing else in the sentence
    r"(?:\b(?:i\s+alt|altså|dvs\.?|det\s+vil\s+sige|svarende\s+til|varer|varede|løber|gælder|på|samlet|tilsammen|forlæng\w*"
    rf"\s+med)\s+(?:i\s+)?{_LENGTH})|{_LONE}\s+(?:fra|til)\b"
)
_LASTED = re.compile(
    rf"\b(?:været|står|stået|befundet)\b[^;#]*?(?:omfatte[st]|tilsyn\w*|fasen|genopretning\w*|opfølgning)[^;#]*?\bi\s+{_LENGTH}"
    rf"|\bi\s+(?P<before>#\d{{1,2}}|et|halvandet)\s+(?P<of>måneder|år)\s+(?:\w+\s+){{0,2}}været\s+(?:omfatte[st]|under|i\s)"
)
_ENTRY = re.compile(
    r"\b(?:omfatte\w*|indtr[æå]d\w*|trådte\s+ind|kom\s+(?:ind\s+)?(?:i|under)|overgik|sat\s+under)\b"
    rf"[^;#]{{0,60}}?{_date('')}"
)
_MONTH = re.compile(_date(""))
_OPEN = re.compile(
    r"\b(?:hvis|kan|kunne|skal|mindst|højst|op\s+til|næsten|knap|godt|over|cirka|ca)\b"
)
_DECIDED = 4  # April
_YEAR = 12  # months
_ROUNDED = 5  # months: a stay said in whole years may be so much longer or shorter


@dataclass(frozen=True, slots=True)
class Span:
    """So many months, from one of ``starts`` to one of ``ends``; ``loose``: said in whole years."""

    months: int
    starts: tuple[Month, ...]
    ends: tuple[Month, ...]
    loose: bool = False


def read(case: Case) -> Iterable[Claim]:
    """Lengths with the months they run between."""
    for one in case.utterances:
        if one.table is not None or not _ANY_LENGTH.search(one.tagged):
            continue
        said = _said(case, one)
        if said is not None and said.starts and said.ends:
            yield claim(
                ClaimKind.PERIOD,
                one,
                said,
                stated=str(said.months),
                unit="måneder",
                municipalities=(one.subject,) if one.subject else (),
                period=case.main,
            )


def _said(case: Case, one: Utterance) -> Span | None:
    text = one.tagged
    if between := _BETWEEN.search(text) or _UNTIL.search(text):
        tied = _TIED.search(text)
        if tied is None or len(_ANY_LENGTH.findall(text)) != 1 or _OPEN.search(text):
            return None
        months = _months(tied["length"] or tied["lone"], tied["unit"] or tied["of"])
        return Span(months, (_month(between, "start"),), (_month(between, "end"),))
    if (extended := _EXTENDED.search(text)) and not _OPEN.search(text):
        months = _months(extended["length"], extended["unit"])
        return Span(months, tuple(_decided(case, one)), (_month(extended, "end"),))
    if (lasted := _LASTED.search(text)) and one.subject is not None and not _OPEN.search(text):
        length, unit = (
            (lasted["length"], lasted["unit"]) if lasted["unit"] else lasted.group("before", "of")
        )
        entries = tuple(_entries(case, one.subject))
        told = _MONTH.search(text)
        ends = (_month(told, ""),) if told else tuple(_decided(case, one))
        return Span(_months(length, unit), entries, ends, loose=unit == "år")
    return None


def _month(match: re.Match[str], which: str) -> Month:
    return Month(int(match[f"{which}year"]), MONTHS.index(match[f"{which}month"]) + 1)


def _months(length: str, unit: str) -> int:
    if length == "halvandet":
        return _YEAR + _YEAR // 2
    number = 1 if length == "et" else int(length[1:])
    return number * (_YEAR if unit == "år" else 1)


def _decided(case: Case, one: Utterance) -> Iterator[Month]:
    """When the note's decisions are made: in its own month, in April after its figures, and when
    the text before says that something was extended."""
    for before in case.utterances[: one.index]:
        if "forlæng" in before.tagged:
            yield from (_month(date, "") for date in _MONTH.finditer(before.tagged))
    if re.match(r"20\d\d-\d\d", case.note.header.date):
        yield Month(int(case.note.header.date[:4]), int(case.note.header.date[5:7]))
    if case.main is not None:
        yield Month(case.main.end.year + 1, _DECIDED)


def _entries(case: Case, who: Municipality) -> Iterator[Month]:
    """The months the note gives for a municipality's entry."""
    for one in case.utterances:
        found = _ENTRY.search(one.tagged) if one.subject == who else None
        if found is not None:
            yield _month(found, "")


def check(_: Case, about: Claim) -> Iterable[Finding]:
    """The length against the months between; a month at either end may count or not."""
    said = about.detail
    if not isinstance(said, Span):
        return
    gone = [_apart(start, end) for start in said.starts for end in said.ends]
    slack = _ROUNDED if said.loose else 0
    right = any(-slack - 1 <= said.months - months <= slack + 1 for months in gone)
    if not said.loose:
        right = any(said.months - months in (0, 1) for months in gone)
    start, end = said.starts[0], said.ends[0]
    text = (
        f"Notatet skriver, at det varer {said.months} måneder, {'og' if right else 'men'} fra "
        f"{_word(start)} til {_word(end)} er der {_apart(start, end)}"
    )
    yield finding(
        about,
        Verdict.CONSISTENT if right else Verdict.CONTRADICTED,
        text,
        derived=str(_apart(start, end)),
        municipality=about.municipalities[0] if about.municipalities else None,
    )


def _apart(start: Month, end: Month) -> int:
    return (end.year - start.year) * _YEAR + end.month - start.month


def _word(month: Month) -> str:
    return f"{MONTHS[month.month - 1]} {month.year}"


KIND = Kind("spans", read, check)
