"""Changes of rank: ``har dermed forbedret sig 24 placeringer`` follows from 61 and 37."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.model import Group, Measure, Municipality
from rules.case import Case
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.prose import Utterance
from rules.stated.ranks import Rank

_CHANGE = re.compile(
    r"#(?P<number>\d{1,3})\s*(?:placeringer|placering|pladser|plads|trin)\b(?!\s*(?:ud\s+)?af)"
    r"|\b(?:placering\w*|rangering\w*)\s+(?:\w+\s+)?med\s+#(?P<by>\d{1,3})(?!\d|,|\s*pct)"
    r"|\bnr\.?\s*#\d+,?\s+(?:altså\s+|dvs\.?\s+)?#(?P<bare>\d{1,2})\s+(?=bedre|dårligere|højere|lavere)"
)
_UP = re.compile(
    r"\b(?:forbedr\w*|frem|op|fremgang|avancere\w*|klatre\w*|vundet|vandt|vinder|bedre|steget|styrket|højere|fremad)\b"
)
_DOWN = re.compile(
    r"\b(?:faldet|falder|fald|ned|tilbage|tilbagegang|tabt\w*|mist\w+|sakke\w*|dårligere|dykket|forringet|lavere|gledet)\b"
)
_NEAR = 3  # sentences back in the same section that a change may rest on


@dataclass(frozen=True, slots=True)
class Change:
    """A stated change: how many places, and up (1), down (-1) or not said (0)."""

    municipality: Municipality
    places: int
    direction: int
    group: Group
    utterance: Utterance


def read(case: Case) -> Iterable[Claim]:
    """Every number of places a municipality is said to have moved."""
    for one in case.utterances:
        if one.subject is None:
            continue
        for match in _CHANGE.finditer(one.tagged):
            clause = one.tagged[max(0, match.start() - 80) : match.end() + 30]
            up, down = bool(_UP.search(clause)), bool(_DOWN.search(clause))
            if not (up or down) or re.search(r"\bnr\.?\s*$", one.tagged[: match.start()]):
                continue
            direction = 0 if up and down else (1 if up else -1)
            change = Change(
                one.subject,
                int(match["number"] or match["by"] or match["bare"]),
                direction,
                one.group,
                one,
            )
            yield claim(
                ClaimKind.RANK_CHANGE,
                one,
                change,
                stated=str(change.places),
                unit="rank",
                municipalities=(one.subject,),
                measure=Measure.PLACERING.value,
                period=case.main,
            )


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """The change against the two ranks beside it."""
    change = about.detail
    if not isinstance(change, Change):
        return
    pairs = _pairs(case.ranks, change)
    moved = {1: "frem", -1: "tilbage", 0: ""}[change.direction]
    text = f"Notatet skriver, at {change.municipality.name} er rykket {change.places} placeringer"
    text = f"{text} {moved}".rstrip()
    if not pairs:
        text += "; de to placeringer står ikke i notatet"
        yield finding(about, Verdict.UNVERIFIABLE, text, municipality=change.municipality)
        return
    old, new = next((pair for pair in pairs if _fits(change, *pair)), pairs[0])
    fits = _fits(change, old, new)
    if not fits and len({(one.rank, other.rank) for one, other in pairs}) > 1:
        text += "; notatet giver flere placeringer, og ingen af dem passer"
        yield finding(about, Verdict.UNVERIFIABLE, text, municipality=change.municipality)
        return
    gained = old.rank - new.rank
    word = "frem" if gained > 0 else "tilbage"
    joined = "og" if fits else "men"
    text += f", {joined} fra nr. {old.rank} til nr. {new.rank} er {abs(gained)} {word}"
    yield finding(
        about,
        Verdict.CONSISTENT if fits else Verdict.CONTRADICTED,
        text,
        derived=str(abs(gained)) if abs(gained) != change.places or fits else str(gained),
        municipality=change.municipality,
    )


def _fits(change: Change, old: Rank, new: Rank) -> bool:
    gained = old.rank - new.rank
    return abs(gained) == change.places and change.direction * gained >= 0


def _pairs(found: tuple[Rank, ...], change: Change) -> list[tuple[Rank, Rank]]:
    """The earlier and present ranks the change may speak of: same subject, area and section.

    The change's own sentence where it has both, else its paragraph, else the sentences around.
    """
    here = [
        rank
        for rank in found
        if rank.municipality == change.municipality
        and rank.group is change.group
        and rank.utterance.sentence.section == change.utterance.sentence.section
        and -_NEAR <= rank.utterance.index - change.utterance.index <= _NEAR
        and (rank.utterance.index <= change.utterance.index or _same_paragraph(rank, change))
    ]
    own = [rank for rank in here if rank.utterance.index == change.utterance.index]
    beside = [rank for rank in here if _same_paragraph(rank, change)]
    whole = (ranked for ranked in (own, beside) if len({rank.before for rank in ranked}) == 2)
    ranked = next(whole, here)
    near = sorted(ranked, key=lambda rank: abs(rank.utterance.index - change.utterance.index))
    earlier = [rank for rank in near if rank.before]
    return [(old, new) for old in earlier for new in near if not new.before]


def _same_paragraph(rank: Rank, change: Change) -> bool:
    return rank.utterance.sentence.paragraph == change.utterance.sentence.paragraph


KIND = Kind("rank_change", read, check)
