"""Entry, extension and exit over the notes of an archive: who leaves must have been in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from normalize.headings.periods import MONTHS
from normalize.model import Month, Municipality
from rules.grammar.dates import date_of
from rules.grammar.tagged import tag
from rules.model import ClaimKind, Finding, Verdict
from rules.wording.danish import listed

_IN = frozenset({"covered", "extended"})
_SAID = {"leaves": "ophøre i skærpet tilsyn", "extended": "få forlænget genopretningsfasen"}


@dataclass(frozen=True, slots=True)
class Step:
    """A step one note states of one municipality: ``stated`` as in ``claims.csv``.

    ``text`` is the sentence, empty where the step follows from the note's figures.
    """

    code: str
    stated: str
    document: str
    date: str  # of the note, ISO or empty
    text: str = ""

    @property
    def entry(self) -> Month | None:
        """The month its sentence gives for the entry."""
        return date_of(tag(self.text, ())) if self.stated == "covered" else None


def steps_agree(
    steps: Iterable[Step], named: Callable[[str], Municipality]
) -> Iterator[tuple[str, Finding]]:
    """What the archive's notes do not make a whole of: exits and extensions without an entry, and
    entries dated differently. One finding a document and step.

    A note without a date, and the first that speaks of the phase, tell of no history.
    """
    dated = sorted((one for one in steps if one.date), key=lambda one: (one.date, one.document))
    first = dated[0].document if dated else ""
    strange: list[Step] = []
    for code, some in groupby(sorted(dated, key=lambda one: one.code), key=lambda one: one.code):
        history: list[Step] = []
        for step in some:
            before = [one for one in history if one.document != step.document]
            here = any(one.document == step.document and one.stated == "covered" for one in history)
            inside = bool(before) and before[-1].stated in _IN
            if step.stated in _SAID and step.document != first and not (inside or here):
                strange.append(step)
            other = _other_entry(step, before)
            if other is not None:
                yield step.document, _two_entries(other, step, named(code))
            history.append(step)
    strange.sort(key=lambda one: (one.document, one.stated))
    for (document, stated), group in groupby(strange, key=lambda one: (one.document, one.stated)):
        codes = dict.fromkeys(one.code for one in group)
        yield document, _never_in(document, stated, [named(code) for code in codes])


def _other_entry(step: Step, before: list[Step]) -> Step | None:
    """The last earlier note that dates the same stay in the phase differently."""
    for one in reversed(before):
        if one.stated == "leaves":
            return None
        if one.entry and step.entry and one.entry != step.entry:
            return one
    return None


def _never_in(document: str, stated: str, who: list[Municipality]) -> Finding:
    shown = [one.name for one in who[:5]]
    names = listed([*shown, f"{len(who) - 5} andre"] if who[5:] else shown)
    return Finding(
        finding_id=f"across-{stated}",
        kind=ClaimKind.PHASE,
        verdict=Verdict.UNVERIFIABLE,
        explanation=(
            f"Ifølge {document} skal {names} {_SAID[stated]}, men intet tidligere notat i arkivet "
            "har dem i genopretningsfasen på det tidspunkt; der mangler et notat, eller et af dem "
            "tager fejl."
        ),
        municipality=who[0] if len(who) == 1 else None,
        stated=stated,
    )


def _two_entries(one: Step, other: Step, who: Municipality) -> Finding:
    first, second = (_month(step.entry) for step in (one, other))
    return Finding(
        finding_id=f"across-entry-{other.code}",
        kind=ClaimKind.PHASE,
        verdict=Verdict.UNVERIFIABLE,
        explanation=(
            f"{who.name} kom i genopretningsfasen i {second} ifølge {other.document}, men i "
            f"{first} ifølge {one.document}; intet notat imellem siger, at den er kommet ud."
        ),
        municipality=who,
        stated=second,
        derived=first,
    )


def _month(month: Month | None) -> str:
    return f"{MONTHS[month.month - 1]} {month.year}" if month else ""
