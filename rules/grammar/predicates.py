"""What a clause in symbols says of its subject.

A clause may have several readings (``<not> <M> <F>``: not both focus goals, or none of them); all
are returned, the likeliest first, and a claim is contradicted only when none of them holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import product

from normalize.model import Measure
from rules.grammar.conditions import (
    And,
    Beside,
    Condition,
    Focus,
    Goal,
    InPhase,
    Inspires,
    Level,
    Not,
    Share,
    Step,
)
from rules.grammar.goal_symbols import ALL_THREE, MET, PLAIN, UNMET
from rules.grammar.shares import share_of
from rules.law.comparison import Comparison

_GOALS = re.compile(r"<(R|S|T|[FG][^>]*|D=\d|O1?)>")
_VERB = r"<(?:M|leaves|covered|extended|inspires)>"
_PARTS = re.compile(
    rf"\b(?:og|men|samt)\b(?=\s+(?:\w+\s+){{0,3}}?(?:<not>\s+)?(?:\w+\s+)?{_VERB})"
    # "når målet og er derfor ikke i fare": the negation is of another verb
    r"|\b(?:og|men)\b(?=\s+(?:er|var|bliver|blev|kommer|kom|går|gik|skal|får|fik)\s)"
)
_BUT_NOT = re.compile(r"\b(?:og|men)\s+(?:\w+\s+)?(?=<not>\s+(?!<M>))")
_LIMITED = re.compile(r"<(?:cmp|between)_[\w,]+>")
_END = re.compile(r"(?:(lt|le|gt|ge)_)?(\d[\d,]*)")
_COMPARISONS = {
    "lt": Comparison.LESS,
    "le": Comparison.AT_MOST,
    "gt": Comparison.MORE,
    "ge": Comparison.AT_LEAST,
}
_NOT_SO = re.compile(  # "at komme under 30", "fra over 40": what is aimed at, what was before
    r"\bat\s+(?:\w+\s+){0,3}<(?:cmp|between)|\b(?:fra|tidligere|før|dengang|m[åa]l\w*|mod)\s+(?:\w+\s+)?<(?:cmp|between)"
)
_ENDS = (("ge", "le"), ("ge", "lt"), ("gt", "le"), ("gt", "lt"))
_PASSIVE = re.compile(r"<[RST]>\s+(?:kun\s+)?(?:af|i|hos)\s+#")  # "men <T> kun af #54"
_STAND_IN = re.compile(
    r"<aim>|<M>(?:\s+op(?:\s+til)?)?\s*\.?$"
    # "målet om, at alle …" is another
    r"|\b(?:m[åa]let|m[åa]lene|kravet|kravene)\b(?!\s+(?:om|vedr\w*)\b)"
    r"|\b(?:det|dette|disse|dem|begge dele)\b"
)
_COMES = r"(?:<M>|når|nåede|nået|kommer|kom|kommet|er|ligger|lå|holder\s+sig|får|fik)"
_NOT_WITHIN = re.compile(  # "ikke når ned under 20 pct.": the comparison is denied, not the share
    rf"(?:<not>\s+(?:{_COMES}\s+)?|\b{_COMES}\s+<not>\s+)(?:(?:helt|ned|op)\s+)*<cmp"
)
_WITHOUT = re.compile(r"\b(?:uden|mangle\w*|færre\s+end)\b")
_SOLE = re.compile(  # "mangler kun tilbud", "alene målet for samtaler", "alene mangler at opfylde"
    r"\b(?:kun|alene|udelukkende|blot)\s+(?:(?:<not>|<M>|på|i|om|er|det)\s+)*<(?:S|T|R)>"
    r"|\b(?:kun|alene|udelukkende|blot)\s+<not>\s+<M>|<[RST]>\s+(?:alene|kun|udelukkende)\s+<not>"
)
_NEW = re.compile(
    r"\b(?:bliver|blev|kommer|kommet|kom|overgår|overgik|indtr[æå]d\w*|nye?|nyt|vil)\b"
)
_OLD = re.compile(r"\b(?:fortsat|stadig|forsat|fortsætter)\b")
_BEFORE = re.compile(
    r"\b(?:allerede|i\s+forvejen|i\s+sin\s+tid|oprindelig\w*|dengang|(?:fra|siden)\s+(?:tidligere|før|sidste\s+år|året\s+før|forrige\s+år))\b"
)


@dataclass(frozen=True, slots=True)
class Memory:
    """What the text before has set up: the goals last spoken of and the polarity of the tables."""

    goals: tuple[str, ...] = ()
    received: bool = False
    topic: str | None = None  # "talks" or "offers" where the sentence itself speaks of one
    before: tuple[str, ...] = ()  # the goals spoken of before these
    told: bool | None = None  # whether the share spoken of is of those who got it, where it says so

    def having_heard(self, goals: tuple[str, ...]) -> Memory:
        """The memory once goals are spoken of; as it was where none are."""
        if not goals or goals == self.goals:
            return self
        return replace(self, goals=goals, before=self.goals)

    @property
    def several(self) -> tuple[Measure, ...]:
        """What ``begge`` or ``ingen af dem`` is of: the goals spoken of together, or in turn."""
        if any(one[0] in "FG" for one in self.goals):
            three = any(one == "R" or one[0] == "G" for one in self.goals)
            return ALL_THREE if three else ALL_THREE[1:]
        named = dict.fromkeys(self.goals if len(self.goals) > 1 else (*self.before, *self.goals))
        pair = len(named) == 2 and all(one in PLAIN for one in named)
        return tuple(PLAIN[one] for one in named) if pair else ()

    @property
    def about(self) -> tuple[str, ...]:
        """The goals that ``målet`` or ``grænsen`` stands for."""
        return {"talks": ("S",), "offers": ("T",)}.get(self.topic or "", self.goals)

    @property
    def share(self) -> str | None:
        """Whose share a limit is of where it does not say: ``talks``, ``offers`` or neither."""
        return {"S": "talks", "T": "offers"}.get("".join(self.about))


@dataclass(frozen=True, slots=True)
class Predicate:
    """The readings of a clause, the likeliest first, and the goals it speaks of."""

    readings: tuple[Condition, ...]
    goals: tuple[str, ...]


def goals_in(clause: str) -> tuple[str, ...]:
    """The goals a clause names, in order."""
    return tuple(match[1] for match in _GOALS.finditer(clause))


def predicate(
    clause: str, memory: Memory, *, verb_before: bool = False, elliptic: bool = False
) -> Predicate | None:
    """The condition a clause states, None where it states none that is understood.

    ``verb_before`` lets the verb of the clause before carry on (``… men ikke fokusmålet``), in an
    ``elliptic`` clause the goals as well (``… men ikke af 45``).
    """
    found: list[Predicate] = []
    for part in _PARTS.split(clause):
        pieces = _BUT_NOT.split(part) if "<M>" in part else [part]
        for piece in pieces:
            one = _piece(piece, memory, verb_before or bool(found), elliptic)
            if one is not None:
                found.append(one)
    if not found:
        return None
    readings = tuple(_joined(choice) for choice in product(*(one.readings for one in found)))
    return Predicate(readings, tuple(goal for one in found for goal in one.goals))


def _joined(parts: tuple[Condition, ...]) -> Condition:
    once = tuple(dict.fromkeys(parts))
    return once[0] if len(once) == 1 else And(once)


def _piece(piece: str, memory: Memory, verb_before: bool, elliptic: bool) -> Predicate | None:
    negated = "<not>" in piece or "<neither>" in piece
    if piece.count("<not>") > 1 or ("ingen" in piece and negated and "<neither>" in piece):
        return None
    for step in Step:
        if f"<{step}>" in piece:
            before = step is Step.COVERED and bool(_BEFORE.search(piece))
            new = bool(_NEW.search(piece)) and not (before or _OLD.search(piece))
            return Predicate((InPhase(step, not negated, new, before),), ())
    if "<inspires>" in piece:
        return Predicate((Inspires(not negated),), ())
    goals = goals_in(piece)
    if "<over>" in piece or "<under>" in piece:  # above the limit is bad for those who did not get
        got = memory.received if memory.told is None else memory.told
        unmet = ("<over>" in piece) != got
        limited = goals or tuple(one for one in memory.about if one in ("S", "T"))
        return _goals(limited, piece, unmet != negated, memory)
    meets = "<M>" in piece or (verb_before and (negated or bool(_PASSIVE.search(piece))))
    stands_in = meets and (elliptic or _STAND_IN.search(piece))
    if not goals and stands_in:
        goals = memory.about
    if goals and meets:
        return _goals(goals, piece, negated, memory)
    if goals in (("S",), ("T",)) and not negated:  # "<cmp_lt_20> på <T>": the share it is put on
        return _share(piece, replace(memory, goals=goals, topic=None))
    return None if goals else _share(piece, memory)


def _goals(goals: tuple[str, ...], piece: str, negated: bool, memory: Memory) -> Predicate | None:
    goals = tuple(one for goal in goals for one in _others(goal, memory))
    if not goals:
        return None
    options: list[tuple[Condition, ...]] = []
    known: list[str] = []
    for goal in goals:
        name = goal
        if goal.startswith("D"):  # "kun det ene", "ingen af dem": of the goals just named
            of, number = memory.several, int(goal[2:])
            if not of or number > len(of) or negated:
                return None
            options.append((Focus(number, number, of),))
            known += memory.goals if len(memory.goals) > 1 else (*memory.before, *memory.goals)
            continue
        if name not in PLAIN and name != "F1" and name not in (UNMET if negated else MET):
            return None
        if goal == "F1":  # "fokusmålet" without saying which: the one last spoken of
            last = [one for one in memory.about if one in "ST"]
            if len(last) != 1:
                return None
            name = last[0]
        known.append(name)
        if name in PLAIN and len(goals) == 1 and _SOLE.search(piece):
            options.append(_alone(PLAIN[name], not negated))
        elif name in PLAIN:
            exact = (Level(Beside.BELOW),) if "<strict>" in piece and not negated else ()
            options.append((Goal(PLAIN[name], not negated), *exact))
        else:
            none = "<neither>" in piece and name in ("F?1", "F+1", "F~")  # "hverken … eller et af"
            options.append(
                (Focus(0, 0), Focus(0, 1)) if none else (UNMET if negated else MET)[name]
            )
    readings = [_joined(choice) for choice in product(*options)]
    if negated and len(goals) > 1 and "<neither>" not in piece:
        together = Not(_joined(tuple(_positive(goal) for goal in goals if goal != "F1")))
        if "<both>" in piece:
            readings = [together]
        elif set(goals) == {"S", "T"}:
            readings.append(together)
    return Predicate(tuple(readings), tuple(known))


def _alone(goal: Measure, met: bool) -> tuple[Condition, ...]:
    """Only that goal met, or missed: the others are not, or the other focus one, or nobody says."""
    among = [ALL_THREE] if goal is Measure.RESULTATMAAL else [ALL_THREE, ALL_THREE[1:]]
    only = (And(tuple(Goal(one, (one is goal) is met) for one in of)) for of in among)
    return (*only, Goal(goal, met))


def _others(goal: str, memory: Memory) -> tuple[str, ...]:
    """The goals that ``de øvrige mål`` (``O``) or ``det andet fokusmål`` (``O1``) stands for."""
    if not goal.startswith("O"):
        return (goal,)
    left = tuple(one for one in ("RST" if goal == "O" else "ST") if one not in memory.goals)
    return left if len(left) == (2 if goal == "O" else 1) else ()


def _positive(goal: str) -> Condition:
    return Goal(PLAIN[goal]) if goal in PLAIN else MET[goal][0]


def _share(piece: str, memory: Memory) -> Predicate | None:
    found = _LIMITED.findall(piece)
    denied = _NOT_WITHIN.search(piece)
    told = piece if denied is None else piece.replace("<not>", " ", 1)
    measure = share_of(told, received=memory.received, about=memory.share)
    if len(found) != 1 or measure is None or _NOT_SO.search(piece):
        return None
    if "<not>" in told and _WITHOUT.search(told):
        return None  # "ikke i noget år over 32 pct. uden tilbud": what is denied is not told
    talks = measure in (Measure.SAMTALER, Measure.SAMTALER_MODTAGET)
    said = limited(measure, found[0])
    if denied:
        said = tuple(
            replace(one, comparison=one.comparison.opposite) if isinstance(one, Share) else Not(one)
            for one in said
        )
    return Predicate(said, ("S",) if talks else ("T",))


def limited(measure: Measure, symbol: str) -> tuple[Condition, ...]:
    """What ``<cmp_lt_20>``, ``<between_10_20>`` or ``<between_ge_10_lt_20>`` says of a share."""
    ends = _END.findall(symbol)
    if all(comparison for comparison, _ in ends):
        return (_within(measure, ends),)
    # whether the ends are meant to be in it nobody says
    low, high = (limit for _, limit in ends)
    return tuple(_within(measure, [(a, low), (b, high)]) for a, b in _ENDS)


def _within(measure: Measure, limits: list[tuple[str, str]]) -> Condition:
    return _joined(
        tuple(
            Share(measure, _COMPARISONS[comparison], float(limit.replace(",", ".")))
            for comparison, limit in limits
        )
    )
