"""Figures that no other claim has settled, held against every figure of the note they may be.

Words leave open what a figure is more often than the figure does: a municipality has a handful of
figures in a unit, and a share printed with a decimal is one of them by chance in a case of a
hundred. So a figure that fits one of them exactly is confirmed, with the figure it is. One that
fits none tells nothing here: it may be of somebody else, another time, another thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rules.case import Case
from rules.fit.cells import of_cells
from rules.fit.place import Beside, Place, is_apart
from rules.fit.quantities import Quantity, Sort, quantities
from rules.fit.reading import Reading
from rules.fit.readings import of_all, readings
from rules.fit.relations import of_relations
from rules.fit.told import confirmed, told
from rules.kind import claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.wording.danish import bare, number

# Of random wrong figures of the same size at most so many may fit.
_BY_CHANCE = 0.1
_NEAR = 2.0  # a wrong figure is one of the same size: from half the figure to twice
_NEXT = 2  # sentences from which a figure is reckoned
_EPSILON = 1e-6
_WAY = re.compile(
    r"\b(?:(?P<below>fald(?:et|t|er)?|nedbragt|mindsket|reduceret|sænket|ned)"
    r"|vokset|steget|st[ei]g|stigning\w*|øget)\b"
)
_SIDE = re.compile(
    r"\s*(?:[a-zæøå-]+\s+){0,3}?(?:(?P<below>færre|lavere|under|mindre|frem|op|bedre)"
    r"|flere|højere|over|mere|tilbage|ned|dårligere)\b"
)


def settle(
    case: Case, stated: Iterable[Claim], found: Iterable[Finding]
) -> tuple[tuple[Claim, ...], tuple[Finding, ...]]:
    """The claims and findings that the figures of the prose give beyond those already made.

    Findings that left such a figure open are left out, and so is a difference called wrong which
    is another one the note tells: of 16 such on notes that nobody had read 14 were right. Figures
    that only add up with those beside them, as a wrong one may, leave no such difference out.
    """
    stated, found = tuple(stated), tuple(found)
    text = {one.claim_id: one.text for one in stated}
    keys = [(text.get(one.claim_id, ""), _plain(one.stated)) for one in found]
    done = {key for key, one in zip(keys, found, strict=True) if not _is_open(one)}
    wrong = {
        key for key, one in zip(keys, found, strict=True) if one.verdict is Verdict.CONTRADICTED
    }
    more: dict[str, tuple[Claim, Finding]] = {}
    fitted = set()
    places = tuple(_places(case))
    for place in places:
        key = (place.utterance.sentence.text, place.quantity.number)
        reading = fitting(place) if key not in done else None
        if reading is not None and not (key in wrong and reading.kind is ClaimKind.SUM):
            about = _claim(place, reading)
            more[about.claim_id] = (about, _finding(about, place.quantity, reading))
            fitted.add(key)
    heard, about_of = told(case, places), {one.claim_id: one for one in stated}
    left = [
        confirmed(case, heard, about_of.get(one.claim_id), one)
        for key, one in zip(keys, found, strict=True)
        if not _is_open(one) or key not in fitted
    ]
    return (
        (*stated, *(about for about, _ in more.values())),
        (*left, *(one for _, one in more.values())),
    )


def _is_open(one: Finding) -> bool:
    """Whether another reading of a finding's figure may settle it."""
    wrong = one.verdict is Verdict.CONTRADICTED
    return one.verdict is Verdict.UNVERIFIABLE or (wrong and one.kind is ClaimKind.DIFFERENCE)


def fitting(place: Place) -> Reading | None:
    """The reading a figure fits; None where it fits none, or might well fit one by chance.

    A figure of several municipalities is each one's (``begge ligger på``), or as many figures as
    there are names are theirs in order.
    """
    counted = place.quantity.sorts == (Sort.KOMMUNER,)
    fits = [
        _of_one(place, (*readings(place, code), *of_cells(place, (code,))))
        for code in (() if counted else place.owners)
    ]
    if fits and all(fits):
        return fits[0]
    if (reckoned := _of_one(place, of_relations(place))) is not None:
        return reckoned
    if not counted and place.utterance.named:
        return None
    return _of_one(place, (*of_all(place), *of_cells(place, ())))


def _of_one(place: Place, every: Iterable[Reading]) -> Reading | None:
    every = list(every)
    fits = [one for one in every if _is(one, place.quantity) and _goes(one, place)]
    if not fits:
        return None
    likely = {one.value for one in every if one.likely}
    if len(likely) == 1 and any(one.likely for one in fits):
        return next(one for one in fits if one.likely)
    alike = [one for one in every if one.gap is fits[0].gap] if place.apart else every
    return fits[0] if _chance(alike, place.quantity) <= _BY_CHANCE else None


def _is(one: Reading, quantity: Quantity) -> bool:
    """Whether a figure is a reading as far as it is printed; no more is told than was known."""
    if one.decimals < quantity.decimals:
        return False
    hidden = 0.5 * 10.0**-quantity.decimals if one.decimals > quantity.decimals else 0.0
    return abs(one.value - quantity.number) <= hidden + _EPSILON


def _goes(one: Reading, place: Place) -> bool:
    """False for a difference whose direction the words behind the figure turn round."""
    said = _SIDE.match(place.utterance.tagged[place.quantity.end :])
    if one.below is None or (said is None and not one.over_time):
        return True
    if said is None:
        said = _WAY.search(place.clause)
    return said is None or bool(said["below"]) is one.below


def _chance(every: Iterable[Reading], quantity: Quantity) -> float:
    """The part of the figures of the same size, printed alike, that would fit a reading."""
    values = {round(one.value, quantity.decimals) for one in every}
    if len(values) == 1:
        return 0.0  # the words leave nothing open
    low, high = quantity.number / _NEAR, quantity.number * _NEAR
    printed = (high - low) * 10.0**quantity.decimals
    return sum(low <= value <= high for value in values) / max(printed, 1.0)


def _places(case: Case) -> Iterator[Place]:
    """Every figure of the prose, with those of its sentence and of the ones next to it."""
    told = [one for one in case.utterances if one.table is None and "#" in one.tagged]
    own = {one.index: quantities(one.tagged) for one in told}
    for one in told:
        for quantity in own[one.index]:
            beside = tuple(
                Beside(other, near.index, is_apart(near.tagged, other))
                for near in told
                if abs(near.index - one.index) <= _NEXT
                and near.sentence.section == one.sentence.section
                for other in own[near.index]
                if other is not quantity
            )
            yield Place(case, one, quantity, beside)


def _plain(stated: str) -> float | None:
    """A stated figure as a number; None for a status or a name."""
    return float(stated) if re.fullmatch(r"-?\d+(?:\.\d+)?", stated) else None


def _claim(place: Place, reading: Reading) -> Claim:
    quantity = place.quantity
    return claim(
        reading.kind,
        place.utterance,
        None,
        stated=bare(quantity.number, quantity.decimals),
        unit=quantity.sorts[0].name.lower(),
        municipalities=(reading.who,) if reading.who is not None else (),
        measure=reading.measure.removesuffix("_modtaget") if reading.measure else "",
        period=reading.period,
    )


def _finding(about: Claim, quantity: Quantity, reading: Reading) -> Finding:
    told = number(quantity.number, quantity.decimals)
    return finding(
        about,
        Verdict.CONSISTENT,
        f"Notatet skriver {told}, og det er {reading.what}",
        derived=bare(reading.value, reading.decimals),
        municipality=reading.who,
    )
