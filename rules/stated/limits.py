"""Limits that a note only mentions: ``fokusmålet på 80 pct.``, ``de 80 pct., der kræves``.

A mention says neither which way the goal is met nor which share it is put on, so it settles no
rule of its own. It tells which years of the rule book a note without a year may be measured by,
and that a limit the book only infers is the one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from normalize.model import Measure, Period
from rules.derived.figures import POLAR
from rules.grammar.shares import topic
from rules.law.book import FocusGoal, RuleBook, Rules
from rules.sentences.prose import Utterance

_PCT = r"#(?P<{0}>\d+(?:,\d+)?)\s*pct(?!\s*-?point)"
_WORD = r"(?:krav\w*|kræve[rs]?|grænse\w*|fokusm[åa]l\w*|m[åa]let)"
_OF = (
    r"(?:herfor|herom|dertil"
    r"|(?:for|om|vedr\w*|til)\s+(?:\w+\s+){0,2}?(?:samtale|tilbud|aktiver)\w*)"
)
_MENTION = re.compile(
    rf"\b{_WORD}(?:\s+{_OF})?,?\s+(?:(?:som|der|hvor|er|var|også|ligeledes|fortsat|på|om|lyder"
    rf"|stadig|kravet|ligger)\s+){{0,5}}{_PCT.format('limit')}"
    rf"|\b(?:krævede|påkrævede|fastsatte|foreskrevne|nødvendige)\s+{_PCT.format('set')}"
    rf"|{_PCT.format('asked')},?\s+(?:(?:der|som)\s+(?:\w+\s+)?(?:kræves|fordres|forlanges|skal\s+til|er\s+kravet)"
    r"|som\s+(?:målet|kravet|loven|reglerne)\b)"
)
_OWN_AIM = re.compile(
    r"\b(?:eget|egne|egen|vores|lokale?|interne?|politiske?|nye|næste)\s+(?:\w+\s+)?(?:m[åa]l|krav|ambition)\w*"
    r"|\bm[åa]ltal\w*|\bambition\w*|\bvil\s+vi\b|\bvi\s+vil\b"
)
_TOPICS = {"talks": Measure.SAMTALER, "offers": Measure.TILBUD}


class Mention(NamedTuple):
    """A limit in percent beside the goal it is mentioned of."""

    goal: Measure
    limit: float


def mentioned(utterances: Iterable[Utterance]) -> frozenset[Mention]:
    """Every limit that the prose mentions of a goal, its own or the one the paragraph is on."""
    found: set[Mention] = set()
    paragraph, about = -1, None
    for one in utterances:
        if one.sentence.paragraph != paragraph:
            paragraph, about = one.sentence.paragraph, None
        about = topic(one.tagged) or about
        if about is None or "pct" not in one.tagged or _OWN_AIM.search(one.tagged):
            continue
        for match in _MENTION.finditer(one.tagged):
            printed = next(part for part in match.groups() if part)
            found.add(Mention(_TOPICS[about], float(printed.replace(",", "."))))
    return frozenset(found)


def settled(
    book: RuleBook, mentions: frozenset[Mention], periods: Sequence[Period | None]
) -> RuleBook:
    """The book with what the mentions tell: of ``periods``, and of a note without a year."""
    possible = tuple(one for one in book.years.values() if _agree(one, mentions))
    unknown = possible or tuple(book.years.values())
    years = dict(book.years)
    for rules in filter(None, map(book.of, periods)):
        for goal in (rules.samtaler, rules.tilbud):
            if rules.year in years and not goal.known and _named(goal, mentions):
                years[rules.year] = years[rules.year].sure_of(goal.as_told)
    return replace(book, years=years, unknown=unknown, told=bool(mentions) and bool(possible))


def _agree(rules: Rules, mentions: frozenset[Mention]) -> bool:
    """Whether each goal with a limit mentioned has that limit in these rules."""
    goals = {one.goal for one in mentions} & POLAR.keys()
    return all(_named(rules.goal(goal), mentions) for goal in goals)


def _named(goal: FocusGoal, mentions: frozenset[Mention]) -> bool:
    limits = {goal.limit_for(received=received)[1] for received in (False, True)}
    return any(one.goal is goal.measure and one.limit in limits for one in mentions)
