"""Clauses that stand for what was just said: ``gør det ikke``, ``det samme gælder``.

They mean what the clause before them said. Where that was not understood, or is too involved to be
turned round, they mean nothing that can be checked.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rules.grammar.conditions import (
    And,
    Condition,
    Focus,
    Goal,
    InPhase,
    Inspires,
    Not,
    Share,
    Step,
)

_LEAD = (
    r"^(?:(?:og|men|mens|medens|hvorimod|derimod|modsat|omvendt|imidlertid|dog|at|desuden|endelig"
    r"|kun|alene|til\s+gengæld)\s+)*"
)
_ADVERB = (
    r"(?:<not>|ikke|også|heller|ligeledes|dog|derimod|til\s+gengæld|således|dermed|længere|mere|fortsat"
    r"|stadig|stadigvæk|nu|imidlertid|nemlig|endnu|så|kun|alene)"
)
_WHO = (
    r"(?:(?:i|for|hos|om)\s+)?(?:@\[[\d+?]+\]|(?:de\s+)?(?:(?:øvrige|resterende|andre|sidste)\s+|kun\s+)*"
    r"#\d+(?:\s+af\s+(?:dem|disse))?(?:\s+kommuner)?|kommunen|disse)"
)
_END = r"(?:\s+(?:med|på)\s+#[\d,]+\s*pct)?\s*\.?$"
# What is said of one is said of the other, with its negation.
_SAME = re.compile(
    rf"{_LEAD}(?:det\s+)?(?:samme|ligeså|ligeledes|tilsvarende)\s+(?:{_ADVERB}\s+)*"
    rf"(?:gælder|gør|gjorde|er|var|har|kan\s+siges)\s+(?:{_ADVERB}\s+|tilfældet\s+|situationen\s+|billedet\s+)*{_WHO}{_END}"
    rf"|{_LEAD}det\s+(?:gælder|er\s+tilfældet|er\s+situationen)\s+(?:{_ADVERB}\s+)*(?:også|ligeledes|heller\s+\S+|<not>)\s+{_WHO}{_END}"
    rf"|{_LEAD}{_WHO}\s+(?:er|står)\s+(?:også\s+)?i\s+(?:den\s+)?samme\s+(?:situation|båd|gruppe){_END}"
    rf"|{_LEAD}(?:ligeledes|også|tilsvarende)\s+{_WHO}{_END}"
)
# The verb alone, with a negation of its own.
_AGAIN = re.compile(
    rf"{_LEAD}(?:{_WHO}\s+)?(?:det\s+)?(?:gør|gjorde|er|var|har|havde)\s+(?:{_WHO}\s+)?"
    rf"(?:{_ADVERB}\s+)*(?:det\s*)?(?:{_ADVERB}\s*)*{_END}"
    rf"|^(?:(?:der|som)\s+)?(?:{_ADVERB}\s+)+(?:gør|gjorde|er|har)(?:\s+det)?{_END}"
    rf"|{_LEAD}{_WHO}(?:\s+{_ADVERB})*\s+(?:gør|gjorde|er|var|har|havde)(?:\s+det)?{_END}"
    rf"|{_LEAD}{_WHO}\s+(?:\w+\s+)?<not>{_END}"
    rf"|{_LEAD}{_WHO}\s+er\s+det\s+(?:{_ADVERB}\s+)*tilfældet{_END}"
)
_AMONG = re.compile(
    rf"{_LEAD}{_WHO}\s+(?:er|var|hører|findes|figurerer|optræder)\s+(?:{_ADVERB}\s+)*"
    r"(?:blandt\s+(?:dem|disse|de\s+#\d+(?:\s+kommuner)?)|til\s+(?:dem|disse|gruppen)|(?:en|#1)\s+af\s+(?:dem|disse|de\s+#\d+))"
    rf"{_END}"
)
_EXCEPT = re.compile(
    rf"{_LEAD}(?:(?:de|den)\s+)?(?:eneste\s+)?undtagelse(?:n|r|rne)?\s+(?:er|var|udgøres\s+af)\s+@\[[\d+?]+\]{_END}"
)
_DENIED = re.compile(r"\b(?:heller\s+)?ikke\b")
_NO_LONGER = re.compile(r"<not>\s+(?:længere|mere)\b")


def stands_for(clause: str, said: tuple[Condition, ...]) -> tuple[Condition, ...] | None:
    """What a clause in symbols means by what was ``said`` before it, in every reading.

    None where the clause is no such form; empty where it is one and what it stands for is not
    known.
    """
    clause = _DENIED.sub("<not>", clause)
    denied = "<not>" in clause
    if _SAME.search(clause) or _AMONG.search(clause):
        turned = tuple(opposite(one) for one in said) if denied else said
    elif _EXCEPT.search(clause):
        turned = tuple(opposite(one) for one in said)
    elif _AGAIN.search(clause):
        if _NO_LONGER.search(clause) and said == (InPhase(Step.COVERED, new=_new(said)),):
            return (InPhase(Step.LEAVES),)
        turned = tuple(one for each in said for one in _repeated(each, yes=not denied))
    else:
        return None
    return tuple(dict.fromkeys(turned))


def opposite(one: Condition) -> Condition:
    """What holds where this does not."""
    if isinstance(one, Goal):
        return replace(one, met=not one.met)
    if isinstance(one, InPhase | Inspires):
        return replace(one, yes=not one.yes)
    if isinstance(one, Share):
        return replace(one, comparison=one.comparison.opposite)
    return one.part if isinstance(one, Not) else Not(one)


def _new(said: tuple[Condition, ...]) -> bool:
    return bool(said) and isinstance(said[0], InPhase) and said[0].new


def _repeated(one: Condition, *, yes: bool) -> tuple[Condition, ...]:
    """The verb of what was said once more, with or without ``ikke``; empty where it is unclear.

    Of a step of the phase and its reasons it is the step; goals met and goals missed together are
    not told apart.
    """
    parts = one.parts if isinstance(one, And) else (one,)
    if isinstance(parts[0], InPhase | Inspires):
        parts = parts[:1]
    told = tuple(part for part in map(_affirmed, parts) if part is not None)
    if (
        len(told) < len(parts)
        or len({part == same for part, same in zip(parts, told, strict=True)}) > 1
    ):
        return ()
    whole = told[0] if len(told) == 1 else And(told)
    if yes:
        return (whole,)
    each = tuple(opposite(part) for part in told)
    return (opposite(whole),) if len(told) == 1 else (And(each), Not(whole))


def _affirmed(one: Condition) -> Condition | None:
    """The same thing said without a negation."""
    if isinstance(one, Goal):
        return replace(one, met=True)
    if isinstance(one, InPhase | Inspires):
        return replace(one, yes=True)
    if isinstance(one, Focus):  # "ikke begge" is the denial of both, "ingen" of any
        least = {(0, len(one.of) - 1): len(one.of), (0, 0): 1}.get((one.low, one.high))
        return one if least is None else replace(one, low=least, high=len(one.of))
    return one if isinstance(one, Share) else None
