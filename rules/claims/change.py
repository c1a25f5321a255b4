"""How far a share has moved: ``er faldet med 5,2 procentpoint``, ``en forbedring på 4,3``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from normalize.model import Measure, Municipality, Period, Unit
from normalize.names.municipalities import by_code
from rules.case import Case
from rules.derived.figures import POLAR, RECEIVED
from rules.derived.printed import Printed, as_printed, as_shown
from rules.grammar.counts import Amount
from rules.grammar.doubts import narrows
from rules.grammar.shares import share_of, speaks
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.prose import Utterance
from rules.stated.changed import dates, pieces, start, way, worded
from rules.stated.margins import margin
from rules.stated.moves import Move, move
from rules.wording.danish import SHARE, bare, number
from rules.wording.danish import period as in_words

_PCT = re.compile(r"#(\d+(?:,\d+)?)\s*pct(?!\s*-?point)")
_EACH = re.compile(r",?\s+(?:og|mens|men|hvorimod)\s+(?=(?:\w+\s+){0,3}@\[)|;\s+")
_SHARES = {
    received: tuple(one for both in POLAR.values() for one in both if (one in RECEIVED) == received)
    for received in (False, True)
}
_SPAN = re.compile(  # "faldet med 16,1 procentpoint på to år"
    r"\b(?:på|over|gennem|i\s+løbet\s+af)\s+(?:de\s+(?:seneste|sidste)\s+)?#(?P<years>\d)\s+år\b"
)
_NAME = re.compile(r"@\[(\d{4})\]")
_THE_SHARE = re.compile(r"\bandelen\b")  # the one the paragraph before spoke of


@dataclass(frozen=True, slots=True)
class Change:
    """A change in percentage points as printed, of a share between two periods.

    ``up`` is the way the figure itself went, None where the note does not say; ``moved`` the two
    figures where the note prints them with it.
    """

    municipality: Municipality
    measure: Measure
    size: str
    up: bool | None
    before: Period | None
    after: Period | None
    moved: Move | None = None
    start: str = ""  # the figure before, as printed with the change
    amount: Amount = Amount.EXACT


def read(case: Case) -> Iterable[Claim]:
    """Changes of the share a paragraph speaks of, for the municipality it is about."""
    about = sole = case.sole_share
    received = case.received or False
    moved: Move | None = None
    paragraph = -1
    for one in case.utterances:
        if one.sentence.paragraph != paragraph:
            paragraph, moved = one.sentence.paragraph, None
            about = about if _THE_SHARE.search(one.tagged) else sole
        if speaks(one.tagged):
            about, moved = share_of(one.tagged, received=received), None
        printed = about or _of_figure(case, one)
        moved = move(one.tagged, case.received, printed) or moved
        measure = moved.measure if moved else printed
        if "point" not in one.tagged or narrows(one.tagged) or margin(one.tagged):
            continue
        own = {piece: share_of(piece, received=received) for piece in pieces(one.tagged)}
        told = measure is not None or all(own.values())
        if one.subject is not None and own and told:
            found = [
                _change(case, one, one.subject, piece, each, moved)
                for piece, its in own.items()
                if (each := measure if len(own) == 1 else its or measure)
            ]
        else:
            found = _each(case, one)
        for said in found:
            yield claim(
                ClaimKind.DIFFERENCE,
                one,
                said,
                stated=said.size.replace(",", "."),
                unit=Unit.PCT_POINT.value,
                municipalities=(said.municipality,),
                measure=said.measure.removesuffix("_modtaget"),
                period=said.after,
            )


def _each(case: Case, one: Utterance) -> list[Change]:
    """The changes of a sentence that names several, each in a clause with its name and share."""
    found = []
    for clause in _EACH.split(one.tagged):
        names, measure = _NAME.findall(clause), share_of(clause, received=case.received or False)
        if len(names) == 1 and measure is not None and len(pieces(clause)) == 1:
            found.append(_change(case, one, by_code(names[0]), clause, measure, None))
    return found


def _of_figure(case: Case, one: Utterance) -> Measure | None:
    """The one share that a percentage of the sentence is the municipality's figure of."""
    printed = {float(text.replace(",", ".")) for text in _PCT.findall(one.tagged)}
    if not printed:
        return None
    found = {
        figure.measure
        for figure in case.figures.every
        if figure.municipality == one.subject
        and figure.number in printed
        and any(figure.measure in both for both in POLAR.values())
    }
    return found.pop() if len(found) == 1 else None


def _change(
    case: Case,
    one: Utterance,
    who: Municipality,
    piece: str,
    measure: Measure,
    moved: Move | None,
) -> Change:
    size, amount = worded(piece)
    before, after = _periods(case, one, piece, measure, moved)
    change = Change(who, measure, size, way(piece, measure), before, after, moved, "", amount)
    first = start(piece)
    if first is None:
        return change
    after, year = (case.main, first.year) if first.year or first.last else (after, None)
    if first.last and case.main is not None and case.main.is_year:
        year = case.main.start.year - 1
    before = Period.of_year(year) if year else before
    change = replace(change, before=before, after=after, moved=None, start=first.share)
    return change if speaks(piece) else _of_nearest(case, change)


def _now(case: Case, said: Change) -> Printed | None:
    return as_shown(case.figures, said.municipality.code, said.measure, said.after)


def _of_nearest(case: Case, said: Change) -> Change:
    """The change of the share that is nearest to the one it starts from: which, nobody says."""
    first = as_printed(said.start).number
    options = [replace(said, measure=measure) for measure in _SHARES[said.measure in RECEIVED]]
    known = [(one, found) for one in options if (found := _now(case, one))]
    return min(known, key=lambda pair: abs(pair[1].number - first), default=(said, None))[0]


def _periods(
    case: Case, one: Utterance, piece: str, measure: Measure, moved: Move | None
) -> tuple[Period | None, Period | None]:
    """The periods of the change: those the note gives with it, or its paragraph the figures for,
    else the last two of the tables."""
    if moved is not None:
        return moved.periods(case.figures.periods, case.main)
    if dated := dates(piece):
        return dated[0], dated[1] or max(case.figures.periods, default=case.main)
    span, now = _SPAN.search(piece), max(case.figures.periods, default=case.main)
    if span and now is not None and now.is_year:
        return Period.of_year(now.start.year - int(span["years"])), now
    own = [
        (case.utterances[fact.utterance], fact.figure.period)
        for fact in case.facts
        if fact.figure.municipality == one.subject and fact.figure.measure is measure
    ]
    near = one.sentence.paragraph
    here = {period for said, period in own if said.sentence.paragraph == near}
    shown = {each.period for each in case.figures.every if each.table}
    above = {period for said, period in own if said.index < one.index and speaks(one.tagged)}
    told = (sorted(filter(None, each)) for each in (here, shown, above))
    known = next((each for each in told if len(each) > 1), [])
    return (known[-2], known[-1]) if len(known) > 1 else (None, case.main)


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """The change against the figures of the two periods."""
    said = about.detail
    if not isinstance(said, Change):
        return
    one = said.municipality
    word = {True: "steget", False: "faldet", None: "flyttet"}[said.up]
    text = (
        f"Notatet skriver, at {SHARE[said.measure]} i {one.name} er {word} {said.size} procentpoint"
    )
    before, after = _figures(case, said)
    if before is None or after is None:
        why = "notatet viser ikke tallet for begge perioder"
        yield finding(about, Verdict.UNVERIFIABLE, f"{text}; {why}", municipality=one)
        return
    gone = round(after.number - before.number, 6)
    decimals = max(before.decimals, after.decimals)
    figures = (
        f"{number(before.number, before.decimals)} pct. i {in_words(said.before)} og "
        f"{number(after.number, after.decimals)} pct. i {in_words(said.after)}"
    )
    right = _fits(said, gone, decimals)
    verdict = {True: Verdict.CONSISTENT, False: Verdict.CONTRADICTED, None: Verdict.UNVERIFIABLE}[
        right
    ]
    if right is False and not (before.trusted and after.trusted):
        verdict, figures = Verdict.UNVERIFIABLE, f"{figures}; et af tallene skal ses efter først"
    joined = "men" if verdict is Verdict.CONTRADICTED else "og"
    side = " op" if gone > 0 else " ned" if gone else ""
    yield finding(
        about,
        verdict,
        f"{text}, {joined} tallene er {figures}, altså {number(abs(gone), decimals)}{side}",
        derived=bare(gone if said.up not in (None, gone > 0) else abs(gone), decimals),
        municipality=one,
    )


def _fits(said: Change, gone: float, decimals: int) -> bool | None:
    """Whether the change fits; None where rounding in the three figures may explain it."""
    if said.up is not None and gone and said.up is not (gone > 0):
        return False
    size, printed = float(said.size.replace(",", ".")), len(said.size.partition(",")[2])
    if said.amount is not Amount.EXACT:
        return said.amount.holds(abs(gone), size)
    off = abs(abs(gone) - size)
    if off <= 0.5 * 10.0**-printed + 1e-9 and printed <= decimals:
        return True if off < 1e-6 or printed < decimals else None
    return None if off <= 10.0 ** -min(decimals, printed) + 1e-9 else False


def _figures(case: Case, said: Change) -> tuple[Printed | None, Printed | None]:
    """The two shares: as printed with the change, else as the note gives them elsewhere."""
    if said.moved is not None:
        return as_printed(said.moved.before), as_printed(said.moved.after)
    code = said.municipality.code
    before = (
        as_printed(said.start)
        if said.start
        else as_shown(case.figures, code, said.measure, said.before)
    )
    return before, _now(case, said)


KIND = Kind("change", read, check)
