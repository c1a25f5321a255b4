"""Scales that municipalities are dealt out over: the goals met, the level expected, a share.

Each finds the steps of its scale in a sentence in symbols, whatever the words around them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from normalize.model import Measure
from rules.grammar.conditions import And, Beside, Condition, Focus, Goal, Level
from rules.grammar.goal_symbols import ALL_THREE, PLAIN
from rules.grammar.predicates import Memory, limited
from rules.grammar.shares import share_of

Readings = tuple[Condition, ...]

_VERB = re.compile(
    r"(?P<misses><not>\s+(?:\w+\s+)?<M>|<M>\s+<not>|\bmangler\b|\bmisser\b)"
    r"|<M>|\bn[åa]r\b|\bklarer\b|\bbestår\b"
)
_EXPECTED = re.compile(r"<R>|\b(?:for)?vente\w*\b|\brammevilkår")

_OF_SOME = r"\s+(?:ud\s+)?af\s+(?:de|landets|disse)\s+(?!(?:#[23]\s+)?(?:fokus)?mål)"
_OF_GOALS = r"(?:\s+af\s+(?:dem|delene|målene))?(?:\s+mål)?"
_END = r"\s*(?:[.,;]|og\b|i\b|$)"
_GOALS = re.compile(
    r"(?P<three><R>\s+og\s+<F=2>|(?:\balle\s+)?#3\s+(?:af\s+)?(?:fokus)?mål\w*|\balle\s+#3\b"
    rf"|\bdem\s+alle\b|\b(?:det\s+hele|samtlige|alle)(?={_END})|(?<=\s)(?<!tabel )#3(?={_END}))"
    rf"|(?P<none><neither>\s+<R>\s+og\s+<F=0>|<[FDG]=0>|\b(?:ingen|intet){_OF_GOALS}"
    rf"|<not>\s+(?:noget|nogen){_OF_GOALS})"
    r"|(?P<both><F=2>|<D=2>|\bbegge(?:\s+(?:dele|to|mål))?)"
    rf"|(?P<two><G=2>|(?<!tabel )#2(?!\d|{_OF_SOME}){_OF_GOALS})"
    r"|(?P<one><[FG]=1>|<F\?1>|<D=1>"
    rf"|(?:\b(?:kun|blot|alene)\s+)?(?:\bdet\s+ene|\bet\b|(?<!tabel )#1(?!\d|{_OF_SOME}))"
    rf"(?:\s+enkelt)?{_OF_GOALS})"
    r"|\b(?:kun|alene|udelukkende|blot)\s+<(?P<only>[RST])>|<(?P<goal>[RST])>"
)
_EXACT = r"\b(?:præcist?|nøjagtigt?|netop)\b"
_LEVELS = re.compile(
    r"(?P<above><not>\s+<M>\s+<R>|\b(?:flere|højere|større|over)\b)"
    r"|(?P<below><M>\s+<strict>\s+<R>|\b(?:færre|lavere|mindre|under)\b)"
    r"|(?P<most><M>\s+<R>)"
    rf"|(?P<at>(?:{_EXACT}\s+)?\b(?:(?:det\s+|den\s+)?samme\b|lige\s+så\s+mange\b|lig\s+med\b"
    r"|på\s+(?:det|niveau\w*)\b|som\s+(?:for)?ventet\b)"
    rf"|{_EXACT}(?:\s+så\s+mange)?(?:\s+(?:som|det|de)?\s*(?:for)?vente\w*)?)"
)
_BOUND = (
    r"\b(?P<how>under|over|mindst|højst|mere\s+end|mindre\s+end)\s+"
    r"#(?P<limit>\d+(?:,\d+)?)(?:\s*pct)?"
)
_INTERVALS = re.compile(rf"<(?P<cmp>cmp|between)_[\w,]+>|{_BOUND}")
_OPERATORS = {
    **dict.fromkeys(("under", "mindre end"), "lt"),
    **dict.fromkeys(("over", "mere end"), "gt"),
    "mindst": "ge",
    "højst": "le",
}
_PER_CENT = re.compile(r"\bpct\b|<cmp|<between")
_OTHER_GOALS = re.compile(r"<[STFG]")
_LEVEL: dict[str, Readings] = {
    "above": (Level(Beside.ABOVE),),
    "below": (Level(Beside.BELOW),),
    "at": (Level(Beside.AT),),
    "most": (Goal(Measure.RESULTATMAAL),),
}
_NUMBERS = {"three": 3, "two": 2, "both": 2, "one": 1, "none": 0}
_BARE = re.compile(r"#\d|ingen")


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a scale where it stands; not ``firm`` where its word may be a number of its own."""

    start: int
    end: int
    readings: Readings
    firm: bool = True


def goals(text: str, memory: Memory) -> list[Step]:
    """How many of the goals, or which: met, or missed where the sentence speaks of missing."""
    matches = list(_GOALS.finditer(text))
    kinds = {match.lastgroup for match in matches}
    around = _GOALS.sub(" ", text)
    verbs = {bool(match["misses"]) for match in _VERB.finditer(around)} or (
        {False} if ":" in text else set()
    )
    firm = {match.lastgroup for match in matches if not _BARE.fullmatch(match[0])}
    if len(verbs) != 1 or firm <= {"goal"}:
        return []  # goals named one by one may overlap: clause after clause says of whom
    (missed,) = verbs
    focus = "<F" in text or {"S", "T"} & {match["only"] for match in matches}
    if "three" in kinds or "R" in {match["only"] for match in matches}:
        of: tuple[Measure, ...] = ALL_THREE
    elif focus:
        of = ALL_THREE[1:]
    else:
        of = ALL_THREE if "two" in kinds else memory.several
    steps = [
        Step(one.start(), one.end(), readings, firm=not _BARE.fullmatch(one[0]))
        for one in matches
        if (readings := _which(one, of, met=not missed))
    ]
    return steps if len(steps) == len(matches) else []


def _which(match: re.Match[str], of: tuple[Measure, ...], *, met: bool) -> Readings:
    """What a step says, met or missed; nothing where it is not clear of which goals."""
    if match["goal"]:
        return (Goal(PLAIN[match["goal"]], met),)
    if match["only"]:
        goal = PLAIN[match["only"]]
        return (And(tuple(Goal(one, (one is goal) is met) for one in of)),) if goal in of else ()
    if match["both"] and len(of) != 2:
        of = ALL_THREE[1:]
    number = _NUMBERS.get(match.lastgroup or "", len(of))
    if number > len(of) or not of:
        return ()
    number = number if met else len(of) - number
    return (Focus(number, number, of),)


def levels(text: str, _: Memory) -> list[Step]:
    """Below, at and above the expected level."""
    if not _EXPECTED.search(text) or _OTHER_GOALS.search(text):
        return []
    return [
        Step(match.start(), match.end(), _LEVEL[match.lastgroup or ""])
        for match in _LEVELS.finditer(text)
    ]


def intervals(text: str, memory: Memory) -> list[Step]:
    """Intervals of one share."""
    rest = _INTERVALS.sub(" ", text)
    measure = share_of(rest, received=memory.received, about=memory.share)
    if measure is None or not _PER_CENT.search(text):
        return []
    return [
        Step(match.start(), match.end(), limited(measure, _symbol(match)))
        for match in _INTERVALS.finditer(text)
    ]


def _symbol(match: re.Match[str]) -> str:
    if match["cmp"]:
        return match[0]
    return f"<cmp_{_OPERATORS[' '.join(match['how'].split())]}_{match['limit']}>"
