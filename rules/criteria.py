"""The criteria a note itself states; they win over the rule book.

A limit is read from a sentence that lays down when a goal is met: a comparison with a percentage,
a goal and a word such as ``hvis`` or ``krav``. Which share the limit is put on follows from the
comparison: a goal is met *under* a share that did not get talks, *from* a share that did.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from normalize.headings.periods import find_period
from normalize.model import Measure, Note, Period
from rules.grammar.tagged import tag
from rules.law.book import (
    NOTE_ITSELF,
    Certainty,
    FocusGoal,
    Provision,
    RuleBook,
    Rules,
    measuring_year,
)
from rules.law.comparison import Comparison

_OPERATORS = {
    Comparison.AT_MOST: (
        r"højst|maksimalt|maks\.?|op til"
        r"|ikke (?:over|overstiger?|overskrid\w+|(?:være|ligge) over|være højere end)"
    ),
    Comparison.AT_LEAST: r"mindst|minimum|ikke under|som minimum",
    Comparison.LESS: r"mindre end|under|lavere end|færre end",
    Comparison.MORE: r"mere end|over|højere end|større end|overstiger|overstige",
}
_COMPARED = re.compile(
    "|".join(rf"(?P<{op.name}>\b(?:{words}))" for op, words in _OPERATORS.items()).join(
        (r"(?:", r")\s+(?:end\s+)?(?:(?:de|en|et)\s+)?#(?P<limit>\d+(?:,\d+)?)\s*pct(?!point)")
    )
)
_LAYS_DOWN = re.compile(
    r"\bnår\s+(?:under|over|mindst|højst|andelen|færre|mindre)\b"
    r"|\b(?:hvis|såfremt|kræve[rs]|krav(?:et|ene)?|kravet|grænse\w*|skal|må|m[åa]let er"
    r"|fokusm[åa]let\w* er"
    r"|\w*m[åa]let\w*\b[^,#]{0,30}\s(?:er|lyder|indebærer|siger),?\s+at"
    r"|fastsat|kriteri\w*|betyder)\b"
    r"|\b(?:opfyldt|opfyldes|nået|nås|indfriet|indfries|overholdt|overholdes|opfylder)\b[^#]*,\s*(?:når|hvis)\b"
)
_GOALS = re.compile(
    r"\bfokusm|\bm[åa]l|m[åa]let\b|krav|grænse|opfyld|\bop til\b|kriteri|\bandel|\bskal have\b"
    r"|\bmå\s+(?:have|være)\b"
)
_OF = re.compile(r"\s*af\s+(?:alle\s+)?(?:tilbud|samtale)\w*")  # a share of the talks themselves
_FAILS = re.compile(
    r"\b(?:ikke|lever ikke)\b[^,]*\b(?:opfyld|lev|nå|indfri)|\b(?:opfyld|lev|nå|indfri)\w*\s+ikke\b"
)
_MEETS = re.compile(r"\b(?:opfyld|lever|levede|indfri|overhold)\w*")
_BECAUSE = re.compile(r",?\s*\b(?:da|idet|fordi|eftersom)\b")
_TALKS = re.compile(r"samtale")
_OFFERS = re.compile(r"tilbud|aktiver|timer")
_CUT = re.compile(r"\s*(?:;|\bmens\b|\bog (?=#\d+ kommuner)|\bog (?=for )|\bsamt (?=for ))\s*")
_HOURS = re.compile(r"#(\d{2,4})\s+timer")
_LIMIT = re.compile(r"pct|%|procent|timer", re.I)
_EARLIER = re.compile(r"\b(?:tidligere|året (?:før|for)|dengang|før (?:var|lå)|hidtil)\b")
_WISH = re.compile(  # "målet er at være under 28 pct. til jul"
    r"\bmålet\s+er\s+at\s+(?:være|komme|nå|ligge|få|ned|blive)\b|\btil\s+(?:jul|sommer|nytår)\b"
)
# Headings of what a municipality wants: its own ambitions are no criteria of the law.
_PLANS = re.compile(
    r"\bvil\s+vi\b|\bvi\s+vil\b|\bambition|\bfremad\b|\bfremtid|\bstrategi|\bmålsætning|\bindsatser\b"
    r"|\bvej(?:en)?\s+frem\b|\bnæste\s+skridt\b|\b(?:vores|egne|lokale)\s+mål\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A criterion read from the note: a limit in percent, or hours (``limit`` None)."""

    measure: Measure
    comparison: Comparison
    limit: float | None
    hours: int | None
    year: int
    sentence: int  # index into the note's sentences
    dated: bool = False  # whether its sentence names the period

    @property
    def received(self) -> bool:
        """Whether the limit is put on the share that got the talks or the offer."""
        return self.comparison in (Comparison.AT_LEAST, Comparison.MORE)


def criteria(note: Note, rulebook: RuleBook, main: Period | None) -> RuleBook:
    """The rule book with the limits the note states for its own years in place of the book's.

    ``main`` is the period the note is about, where a sentence names none. What is laid down
    without a year holds for every year the note shows the figure of, but where it says another.
    """
    years = dict(rulebook.years)
    found = stated(note, main)
    dated = {(one.measure, one.year) for one in found if one.dated}
    for one in found:
        rules = years.get(one.year) or _bare(one.year, years)
        if one.limit is None or rules is None:
            continue
        years[one.year] = _with(rules, one, one.limit)
        if one.dated:
            continue
        for year in _shown(note, one.measure) & years.keys() - {one.year}:
            if (one.measure, year) not in dated:
                years[year] = _with(years[year], one, one.limit)
    return replace(rulebook, years=years)


def _shown(note: Note, measure: Measure) -> set[int]:
    """The measuring years the note's tables give a share of ``measure`` for, in any polarity."""
    return {
        measuring_year(value.period)
        for value in note.values
        if value.period and value.measure.startswith(measure)
    }


def _with(rules: Rules, one: Stated, limit: float) -> Rules:
    """The rules of a year with the limit the note states for it."""
    goal = rules.goal(one.measure)
    if not differs(one, goal):
        sure = goal.provision.certainty is Certainty.READ
        return rules if sure else rules.sure_of(goal.as_told)
    own = replace(goal.as_told, limit=limit, comparison=one.comparison, received=one.received)
    return rules.with_goal(own, f"{one.measure}{one.comparison}{limit:g}")


def _bare(year: int, years: dict[int, Rules]) -> Rules | None:
    """Rules for a year the book has none for: the nearest year's, all of it assumed."""
    if not years:
        return None
    nearest = min(years, key=lambda known: (abs(known - year), known))
    assumed = Provision(NOTE_ITSELF, "Kun det, notatet selv oplyser.", Certainty.ASSUMED)
    base = years[nearest]
    return replace(
        base,
        year=year,
        result=assumed,
        samtaler=replace(base.samtaler, provision=assumed),
        tilbud=replace(base.tilbud, provision=assumed),
    )


def differs(one: Stated, goal: FocusGoal) -> bool:
    """Whether a stated limit is another than the goal's, whichever share either is put on."""
    return (one.comparison, one.limit) != goal.limit_for(received=one.received)


def stated(note: Note, main: Period | None) -> tuple[Stated, ...]:
    """Every criterion the note states, in order, each once."""
    found: list[Stated] = []
    for index, sentence in enumerate(note.sentences):
        if not _LIMIT.search(sentence.text):
            continue
        text = tag(sentence.text, ())
        period = find_period(sentence.text)
        year = _measured(period or main)
        if (
            year is None
            or _EARLIER.search(text)
            or _WISH.search(text)
            or _PLANS.search(sentence.section)
        ):
            continue
        for limit in _limits(text, year, index):
            one = replace(limit, dated=period is not None)
            if not any(replace(one, sentence=old.sentence) == old for old in found):
                found.append(one)
    return tuple(found)


def _measured(period: Period | None) -> int | None:
    return None if period is None else measuring_year(period)


def _limits(text: str, year: int, index: int) -> list[Stated]:
    lays_down = bool(_LAYS_DOWN.search(text) and _GOALS.search(text))
    if not lays_down and not (_MEETS.search(text) and _BECAUSE.search(text)):
        return []
    fails = bool(_FAILS.search(text))
    found: list[Stated] = []
    carried: tuple[Measure, ...] = ()
    for part in _CUT.split(text):
        about = tuple(
            measure
            for measure, words in ((Measure.SAMTALER, _TALKS), (Measure.TILBUD, _OFFERS))
            if words.search(part)
        )
        carried = about or carried
        limits = [one for one in _COMPARED.finditer(part) if not _OF.match(part, one.end())]
        if len(limits) == len(carried) == 2:
            pairs = list(zip(sorted(carried, key=lambda m: _place(part, m)), limits, strict=True))
        elif len({match["limit"] for match in limits}) == 1:
            pairs = [(measure, limits[0]) for measure in carried]
        else:
            pairs = []
        for measure, match in pairs:
            one = _limit(match, measure, fails, year, index)
            if one is not None and (lays_down or not one.received):
                found.append(one)
        hours = _HOURS.findall(part)
        if lays_down and Measure.TILBUD in about and len(set(hours)) == 1:
            found.append(
                Stated(Measure.TILBUD, Comparison.AT_LEAST, None, int(hours[0]), year, index)
            )
    return found


def _place(part: str, measure: Measure) -> int:
    words = _TALKS if measure is Measure.SAMTALER else _OFFERS
    match = words.search(part)
    return match.start() if match else -1


def _limit(
    match: re.Match[str], measure: Measure, fails: bool, year: int, index: int
) -> Stated | None:
    comparison = next(op for op in _OPERATORS if match[op.name])
    limit = float(match["limit"].replace(",", "."))
    if fails:  # "ikke opfyldt, hvis over 20": met when not over 20
        comparison = comparison.opposite
    one = Stated(measure, comparison, limit, None, year, index)
    # A majority is to get talks and offers: a demand of at most 80 or at least 20 is misread.
    return one if (limit > 50) == one.received else None
