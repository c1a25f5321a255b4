"""Where two notes of an archive print different figures for the same thing."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rules.model import ClaimKind, Finding, Verdict
from rules.wording.output import measure, period, value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from normalize.model import Municipality
    from rules.across.series import Pair, Source

_STATUS = "status"  # the unit
_TELLING = 8  # statuses apart: a correction is of one or a few


def disagreements(
    every: Iterable[Pair], named: Callable[[str], Municipality]
) -> Iterator[tuple[str, Finding]]:
    """The later note's document, and a finding, for each figure that two notes print differently.

    Two notes that agree on most of what they share contradict each other where they do not.
    Two that disagree on most, or on as many statuses as chance would have it, measure different
    things, another month or definition, and that is one finding which accuses nobody.
    """
    ordered = sorted(every, key=lambda pair: pair.notes)
    for notes, some in groupby(ordered, key=lambda pair: pair.notes):
        shared = list(some)
        apart = [pair for pair in shared if not pair.agree]
        if not apart:
            continue
        if (len(shared) > 1 and 2 * len(apart) > len(shared)) or _tossed(apart, shared):
            yield notes[0], _other_things(apart, len(shared))
            continue
        yield from ((notes[0], _disagreement(pair, named(pair.later.key.code))) for pair in apart)


def _tossed(apart: Sequence[Pair], shared: Sequence[Pair]) -> bool:
    """Whether the statuses differ as those of unrelated goals would: in half of them by chance."""
    stated = sum(pair.later.key.unit == _STATUS for pair in shared)
    differing = sum(pair.later.key.unit == _STATUS for pair in apart)
    return differing >= _TELLING and 4 * differing > stated


def _disagreement(pair: Pair, who: Municipality) -> Finding:
    earlier, later = pair
    key = later.key
    verdict, remark = _verdict(earlier, later)
    what = measure(key)
    return Finding(
        finding_id="-".join(("across", *key[:4], later.row)).replace("/", "_"),
        kind=ClaimKind.CROSS_TABLE,
        verdict=verdict,
        explanation=(
            f"{what[0].upper()}{what[1:]} i {who.name} for {period(key.period)} er "
            f"{value(later.value, key.unit)} i {later.place}, men "
            f"{value(earlier.value, key.unit)} i {earlier.place}; {remark}."
        ),
        municipality=who,
        measure=key.measure,
        stated=later.value,
        derived=earlier.value,
        page=int(later.page) if later.page else None,
    )


def _other_things(apart: list[Pair], shared: int) -> Finding:
    earlier, later = apart[0]
    return Finding(
        finding_id=f"across-{later.key.period}-{earlier.document}".replace("/", "_"),
        kind=ClaimKind.CROSS_TABLE,
        verdict=Verdict.UNVERIFIABLE,
        explanation=(
            f"{later.document} og {earlier.document} har hver sit tal i {len(apart)} af de "
            f"{shared} celler, de har fælles om {period(later.key.period)}; det fremgår ikke, "
            f"om de måler det samme."
        ),
        stated=str(shared),
        derived=str(shared - len(apart)),
    )


def _verdict(earlier: Source, later: Source) -> tuple[Verdict, str]:
    if not (earlier.trusted and later.trusted):
        return Verdict.UNVERIFIABLE, "mindst én af cellerne er usikkert læst og skal ses efter"
    if later.corrects:
        return Verdict.EXPLAINED, "det seneste notat siger selv, at det retter et tidligere"
    if later.date > earlier.date and earlier.date:
        return Verdict.CONTRADICTED, "det seneste notat gælder"
    return Verdict.CONTRADICTED, "notaterne siger ikke, hvilket af dem der er det seneste"
