"""Counts of municipalities: ``48 kommuner opfylder resultatmålet``, ``16 af de 30 …``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from normalize.headings.periods import MONTHS
from normalize.model import Group, Municipality, Period
from rules.case import Case
from rules.derived.derive import Derived, best, derive, weigh, weigh_levels, without
from rules.grammar.conditions import (
    Condition,
    InPhase,
    Level,
    Step,
    any_atom,
    atoms,
    measure_of,
)
from rules.grammar.counts import ALL, Count
from rules.grammar.tagged import misread_number
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.counted import Counted, counted
from rules.wording.danish import counted_as, describe, kommuner, names
from rules.wording.danish import period as in_words
from rules.wording.places import shown_in

_NEW = re.compile(r"\bnye?\b")
_ARE = re.compile(r"^(?!.*\bnye?\b).*\bomfattes\b")  # may be said of all who are, also of old ones
_COME = re.compile(
    r"\bkommet\s+(?:ind\s+)?(?:i|under)\b|\bkom(?:mer|met)?\s+[^.;]*\b(?:til|ind)\b|\bindtræder\b"
)
_IN_MONTH = re.compile(
    rf"\bi\s+(?:{'|'.join(MONTHS)})(?:\s+(?:måned\s+)?#20\d\d)?\b(?!\s*(?:til|–|-))"
)
_WHOEVER = re.compile(  # "alle kommuner, der når det ene, når også det andet": of those, not of all
    r"\b(?:alle|samtlige)\s+(?:de\s+)?kommuner\s*,?\s+(?:som|der)\b[^,]*<M>[^,]*,[^,]*<M>"
)
_OUT_OF = re.compile(
    r"^(?:ud\s+)?(?:af|blandt)\s+(?:(?:de|disse|alle|i\s+alt)\s+)*#(\d{1,2})\s+(?:\w+\s+)?kommuner[:\s]+"
    r"(?:<|(?:er|har|ligger|var|havde|lå|opfylder|klarer)\b)"
)
_MORE = frozenset({"ud", "udover", "foruden", "andre"})  # beside those named
_SHOWN = frozenset({"vist", "viste", "ovenstående", "nedenstående", "tabellens"})


def read(case: Case) -> Iterable[Claim]:
    """Every count of municipalities that says what is counted."""
    for one in counted(case):
        said = one.statement.readings[0] if one.statement.readings else None
        if said is None or any_atom(said, _needs_history):
            continue
        if _WHOEVER.search(one.utterance.symbols) or _is_whole(one):
            continue
        yield claim(
            ClaimKind.COUNT,
            one.utterance,
            one,
            stated=one.count.part.words if one.count.part else str(one.count.number),
            unit="kommuner",
            measure=measure_of(said),
            period=case.period_of(one.statement),
        )


def _is_whole(said: Counted) -> bool:
    """``Ud af 22 kommuner klarer 19 målet``: whom they are of, and not what is counted."""
    match = _OUT_OF.match(said.statement.clause)
    return match is not None and int(match[1]) == said.count.number and not said.count.of_before


def _needs_history(part: Condition) -> bool:
    return isinstance(part, InPhase) and part.step is not Step.COVERED


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """Hold the count against everyone the figures put under the condition."""
    said = about.detail
    if not isinstance(said, Counted):
        return
    count, statement = said.count, said.statement
    stated = f"Notatet skriver, at {counted_as(count)} {describe(statement.readings[0])}"
    if not count.part and count.base is not None and count.number > count.base:
        text = f"{stated}, men det er flere end de {count.base}, de er en del af"
        yield finding(about, Verdict.CONTRADICTED, text, derived=f"<={count.base}")
        return
    if count.base is not None and count.base > ALL:
        text = f"{stated} af {count.base} kommuner, men der er {ALL} kommuner i landet"
        yield finding(about, Verdict.CONTRADICTED, text, derived=str(ALL))
        return
    if not said.known_base:
        text = f"{stated}; det fremgår ikke, hvad de er en del af"
        yield finding(about, Verdict.UNVERIFIABLE, text)
        return
    other = statement.other_period or _of_a_month(said, about.period)
    if not case.has(about.period) or other:
        when = "det tidspunkt" if other else in_words(about.period)
        text = f"{stated}; notatet har ingen tal for {when} at holde det op imod"
        yield finding(about, Verdict.UNVERIFIABLE, text)
        return
    whole = _whole(case, said, about.period)
    options: list[tuple[Verdict, Derived]] = []
    exact: list[tuple[Verdict, Derived]] = []  # by both levels: none who have as many as expected
    for reading in statement.readings:
        derived = derive(case, reading, about.period, said.base, said.within)
        sharp = isinstance(reading, Level) and derived.low == derived.high
        found = exact if sharp else options
        found.append((weigh_levels(count, derived, whole, reading), derived))
        everyone = derived
        if count.sibling or said.loose:
            among = said.within if said.loose else None
            everyone = derive(case, reading, about.period, within=among)
        if isinstance(reading, InPhase) and reading.new and _ARE.search(said.utterance.tagged):
            whoever = replace(reading, new=False)
            everyone = derive(case, whoever, about.period, said.base, said.within)
        if weigh(count, everyone) is Verdict.CONSISTENT:  # one more of all, not of the same whole
            found.append((Verdict.CONSISTENT, everyone))
    options = exact or options
    verdict, derived = best(options)
    if verdict is Verdict.CONTRADICTED:
        derived = options[0][1]
    if verdict is Verdict.CONSISTENT and (all_of := _with_the_old(case, said, about.period)):
        verdict, derived = Verdict.CONTRADICTED, all_of  # until the reason is found
    verdict, reason = _reason(case, said, verdict, derived, whole, about.period)
    if verdict is Verdict.CONTRADICTED and _says_it_again(said):
        verdict = Verdict.UNVERIFIABLE
        reason += "; det siges om dem, der tælles iblandt, så der må være ment noget snævrere"
    misread = verdict is Verdict.CONTRADICTED and misread_number(about.text)
    if misread:
        reason += "; et tal i sætningen er læst af bogstaver og skal ses efter"
    rules = case.rules_of(about.period)
    yield finding(
        about,
        verdict,
        f"{stated}{reason}",
        derived=_span(derived)
        if verdict is Verdict.UNVERIFIABLE
        else str(derived.low - count.besides),
        rule=rules.rule_id if rules else "",
        fragile=misread,
    )


def _says_it_again(said: Counted) -> bool:
    """``97 når målet, og to af dem ligger lige under grænsen``: all of them do."""
    known = set() if said.base is None else set(atoms(said.base))
    return not said.count.part and known.issuperset(atoms(said.statement.readings[0]))


def _of_a_month(said: Counted, period: Period | None) -> bool:
    """``Alene i januar 2024 lå 31 kommuner over``: shares of a month, which no table here shows."""
    date = said.statement.date
    if date is None or period is None or not period.start <= date <= period.end:
        return False
    shares = any_atom(said.statement.readings[0], lambda part: not isinstance(part, InPhase))
    return shares and bool(_IN_MONTH.search(said.utterance.tagged))


def _whole(case: Case, said: Counted, period: Period | None) -> int:
    """How many a share in words is a share of; 0 where the note does not settle it."""
    if said.within is not None:
        return len(said.within.codes) + said.within.unread
    if said.base is None:
        return ALL
    base = derive(case, said.base, period)
    return base.low if base.low == base.high else 0


def _reason(
    case: Case,
    said: Counted,
    verdict: Verdict,
    derived: Derived,
    whole: int,
    period: Period | None,
) -> tuple[Verdict, str]:
    """The verdict when the words around the count are weighed too, and the rest of the sentence."""
    figures = f"notatets egne tal{shown_in(case, said.statement.readings[0], period)}"
    given = f"{derived.low} af {whole}" if said.count.part else _span(derived)
    given += " i alt" if said.count.besides else ""
    if verdict is Verdict.CONSISTENT:
        return verdict, f"; det følger af {figures}"
    if verdict is Verdict.UNVERIFIABLE:
        vague = f"tallene giver {given}, og ordene er rummelige"
        return verdict, f"; {vague if derived.low == derived.high else _missing(derived)}"
    if gone := _already(case, said.count, derived, period):
        return Verdict.EXPLAINED, (
            f"; efter tallene og reglerne er det {derived.low}, og forskellen er {names(gone)}, "
            "der efter notatet allerede er i genopretningsfasen"
        )
    if _only_new(said) and said.count.number < derived.low and not case.earlier:
        why = f"; tallene giver {given}, men notatet siger ikke, hvem af dem der var der i forvejen"
        return Verdict.UNVERIFIABLE, why
    if doubts := _doubts(said):
        why = f"; tallene giver {given}, men ordene »{' '.join(doubts)}« kan gøre en forskel"
        return Verdict.UNVERIFIABLE, why
    who = f" ({names(derived.members) or 'ingen'})" if derived.low <= 5 else ""
    return verdict, f", men {figures} giver {given}{who}"


def _with_the_old(case: Case, said: Counted, period: Period | None) -> Derived | None:
    """Those the rules cover where a count of the new ones is right for leaving somebody out."""
    part = said.statement.readings[0]
    if said.base or said.within or not isinstance(part, InPhase) or not part.new:
        return None
    everyone = derive(case, replace(part, new=False), period)
    return everyone if _already(case, said.count, everyone, period) else None


def _only_new(said: Counted) -> bool:
    """``17 nye kommuner``: those covered before are not counted, though they are covered."""
    covered = any_atom(said.statement.readings[0], lambda part: isinstance(part, InPhase))
    come = _NEW.search(said.statement.clause) or _COME.search(said.utterance.tagged)
    return covered and bool(come)


def _doubts(said: Counted) -> tuple[str, ...]:
    doubts = said.statement.doubts
    if said.within is not None:
        doubts = tuple(word for word in doubts if word not in _SHOWN)
    if said.count.besides:
        doubts = tuple(word for word in doubts if word not in _MORE)
    if said.utterance.group is not Group.ALLE:
        doubts = (*doubts, said.utterance.group.value)
    return doubts


def _span(derived: Derived) -> str:
    low, high = derived.low, derived.high
    return str(low) if low == high else f"{low}-{high}"


def _missing(derived: Derived) -> str:
    parts = []
    if derived.silent:
        parts.append(f"notatet har ingen tal for {kommuner(derived.silent)}")
    if derived.unsure:
        who = names(derived.unsure) if len(derived.unsure) <= 5 else kommuner(len(derived.unsure))
        parts.append(f"tallene for {who} mangler eller skal ses efter")
    return (
        f"{' og '.join(parts) or 'det kan ikke afgøres'}, så det ligger mellem {derived.low} og "
        f"{derived.high}"
    )


def _already(
    case: Case, count: Count, derived: Derived, period: Period | None
) -> list[Municipality]:
    """Those who account for the difference because they were in the phase before."""
    if not all(case.standing(one.code, period).covered() for one in derived.members):
        return []  # the count is of something else than those the phase is for
    left = without(derived.members, case.earlier)
    gone = [one for one in derived.members if one.code in case.earlier]
    explains = gone and not derived.unsure and not derived.silent and count.fits(len(left))
    return gone if explains else []


KIND = Kind("count", read, check)
