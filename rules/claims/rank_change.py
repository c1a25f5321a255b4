"""Changes of rank: ``har dermed forbedret sig 24 placeringer`` follows from 61 and 37."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.headings.periods import MONTHS
from normalize.model import Group, Measure, Municipality
from rules.case import Case
from rules.grammar.assertion import is_supposed
from rules.grammar.counts import ALL
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.prose import Utterance
from rules.stated.ranks import MANY, Rank

_UNIT = r"(?:placeringer|placering|pladser|plads|trin|pinde|numre|niveauer)"
_CHANGE = re.compile(
    rf"#(?P<number>\d{{1,3}})\s*{_UNIT}\b(?!\s*(?:ud\s+)?af)"
    r"|\b(?:placering\w*|rangering\w*)\s+(?:\w+\s+){0,4}med\s+#(?P<by>\d{1,3})(?!\d|,\d|\s*pct)"
    r"|\b(?:fremgang|tilbagegang|fald|stigning|forbedring|forringelse|forværring|nedgang|dyk|hop|spring|ryk|tab"
    r"|løft|gevinst|forbedret|rykket|faldet|steget)\s+(?:på|med)\s+(?:hele\s+|kun\s+)?#(?P<on>\d{1,2})(?=\s*(?:[.,;)]|$|og\b|i\s+forhold|siden))"
    r"|\boverhal\w*\s+#(?P<over>\d{1,2})\b"
    r"|\bnr\.?\s*#\d+,?\s+(?:altså\s+|dvs\.?\s+)?#(?P<bare>\d{1,2})\s+(?=bedre|dårligere|højere|lavere)"
)
# Towards nr. 1, and away from it.
_UP = re.compile(
    r"\b(?:forbedr\w*|frem|fremad|fremgang\w*|op|opad|opadgående|opstigning|avancere\w*|klatre\w*|v[iu]nd\w*|vandt|bedre"
    r"|steg\w*|stig\w*|styrke\w*|højere|løft\w*|gevinst|overhal\w*(?!\s+af))\b"
)
_DOWN = re.compile(
    r"\b(?:fald\w*|ned|nedad|nedadgående|nedgang\w*|tilbage|tilbagegang\w*|tab\w*|mist\w+|sakke\w*|dårligere|dyk\w*"
    r"|forring\w*|forværr\w*|lavere|gled\w*|ringere|overhalet\s+af|rutsje\w*|røg)\b"
)
_EITHER = re.compile(  # which way, nobody says
    r"\b(?:spring\w*|hop\w*|ændr\w*|flytte\w*|ryk\w*|bevæge\w*|forskydning\w*|forskel\w*)\b"
)
_SAME = re.compile(
    r"\b(?:uændret|uforandret|fastholdt\w*|fastholder|(?:den\s+|på\s+)?(?:helt\s+)?(?:den\s+)?samme\s+(?:plads|placering|nr|nummer|trin))\b"
)
_LEVELS = re.compile(r"\b(?:antal\w*|faktisk\w*|forvent\w*|andel\w*|personer|borgere)\b")
_SINCE = re.compile(rf"\bsiden\s+(?:(?:{'|'.join(MONTHS)})\s+)?#20\d\d")
_NEARLY = re.compile(r"\b(?:stort\s+set|næsten|nogenlunde|omtrent|nær(?:mest|ved))\b")
_PLACES = re.compile(r"\b(?:placering\w*|plads\w*|nr|nummer|rangli\w*|rangering\w*|rang)\b")
# Among others than all 98, where the ranks of the note do not count.
_OTHERS = re.compile(r"\b(?:klynge\w*|\w*gruppen?|region\w*|nabokommune\w*)\b")
_NEAR = 3  # sentences back in the same section that a change may rest on


@dataclass(frozen=True, slots=True)
class Change:
    """A stated change: how many places, and up (1), down (-1) or not said (0).

    ``places`` is None where the note only says which way.
    """

    municipality: Municipality
    places: int | None
    direction: int
    group: Group
    utterance: Utterance
    since: bool = False  # from a time that the two ranks beside it need not be of


def read(case: Case) -> Iterable[Claim]:
    """Every number of places a municipality is said to have moved, and every way it went."""
    for one in case.utterances:
        if one.subject is None or _OTHERS.search(one.tagged) or is_supposed(one.tagged):
            continue
        if not one.named and MANY.search(one.tagged):
            continue
        for change in _changes(case, one, one.subject):
            way = {1: "frem", -1: "tilbage", 0: ""}[change.direction]
            yield claim(
                ClaimKind.RANK_CHANGE,
                one,
                change,
                stated=way if change.places is None else str(change.places),
                unit="rank",
                municipalities=(one.subject,),
                measure=Measure.PLACERING.value,
                period=case.main,
            )


def _changes(case: Case, one: Utterance, who: Municipality) -> list[Change]:
    group = _group(case, one)
    found: list[Change] = []
    for match in _CHANGE.finditer(one.tagged):
        clause = one.tagged[max(0, match.start() - 80) : match.end() + 30]
        direction = _direction(clause)
        open_ = direction is None and not _EITHER.search(clause)
        of_ranks = match["number"] or match["bare"] or match["over"] or not _LEVELS.search(clause)
        if open_ or not of_ranks or re.search(r"\bnr\.?\s*$", one.tagged[: match.start()]):
            continue
        places = int(next(part for part in match.groups() if part))
        if places == ALL:  # "der er 98 pladser": how many there are
            continue
        change = Change(who, places, direction or 0, group, one, bool(_SINCE.search(clause)))
        if match["number"] or match["by"] or match["bare"] or _pairs(case.ranks, change):
            found.append(change)
    if found or not _PLACES.search(one.tagged):
        return found
    if _SAME.search(one.tagged):
        if _NEARLY.search(one.tagged):
            return []
        return [Change(who, 0, 0, group, one)]
    change = Change(who, None, _direction(one.tagged) or 0, group, one)
    return [change] if change.direction and _pairs(case.ranks, change) else []


def _direction(clause: str) -> int | None:
    """Up (1), down (-1), both at once (0); None where the clause says neither."""
    up, down = bool(_UP.search(clause)), bool(_DOWN.search(clause))
    return up - down if up or down else None


def _group(case: Case, one: Utterance) -> Group:
    """The area a sentence is about: its own, or that of the ranks just before in its paragraph."""
    near = [
        rank.group
        for rank in case.ranks
        if rank.utterance.sentence.paragraph == one.sentence.paragraph
        and rank.utterance.index < one.index
    ]
    return near[-1] if near and one.group is Group.ALLE else one.group


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """The change against the two ranks beside it."""
    change = about.detail
    if not isinstance(change, Change):
        return
    pairs = _pairs(case.ranks, change)
    who = change.municipality
    text = f"Notatet skriver, at {_said(change)}"
    if not pairs:
        text += "; de to placeringer står ikke i notatet"
        yield finding(about, Verdict.UNVERIFIABLE, text, municipality=who)
        return
    old, new = next((pair for pair in pairs if _fits(change, *pair)), pairs[0])
    fits = _fits(change, old, new)
    if not fits and (change.since or len({(one.rank, other.rank) for one, other in pairs}) > 1):
        text += "; notatet giver flere placeringer, og ingen af dem passer"
        yield finding(about, Verdict.UNVERIFIABLE, text, municipality=who)
        return
    gained = old.rank - new.rank
    word = "frem" if gained > 0 else "tilbage"
    joined = "og" if fits else "men"
    text += f", {joined} fra nr. {old.rank} til nr. {new.rank} er {abs(gained)} {word}"
    derived = str(abs(gained)) if abs(gained) != change.places or fits else str(gained)
    yield finding(
        about,
        Verdict.CONSISTENT if fits else Verdict.CONTRADICTED,
        text,
        derived=word if change.places is None else derived,
        municipality=who,
    )


def _said(change: Change) -> str:
    moved = {1: " frem", -1: " tilbage", 0: ""}[change.direction]
    name = change.municipality.name
    if change.places == 0:
        return f"{name} har samme placering som før"
    places = "" if change.places is None else f" {change.places} placeringer"
    return f"{name} er rykket{places}{moved}"


def _fits(change: Change, old: Rank, new: Rank) -> bool:
    gained = old.rank - new.rank
    if change.places is None:
        return change.direction * gained > 0
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
    own = [
        rank
        for rank in found
        if rank.municipality == change.municipality
        and rank.utterance.index == change.utterance.index
    ]
    beside = [rank for rank in here if _same_paragraph(rank, change)]
    whole = (ranked for ranked in (own, beside) if len({rank.before for rank in ranked}) == 2)
    ranked = next(whole, here)
    if own and len({rank.before for rank in own}) == 1:  # from its own rank, or to it
        kept = [rank for rank in ranked if rank.before is not own[0].before] + own
        ranked = kept
    near = sorted(ranked, key=lambda rank: abs(rank.utterance.index - change.utterance.index))
    earlier = [rank for rank in near if rank.before]
    return [(old, new) for old in earlier for new in near if not new.before]


def _same_paragraph(rank: Rank, change: Change) -> bool:
    return rank.utterance.sentence.paragraph == change.utterance.sentence.paragraph


KIND = Kind("rank_change", read, check)
