"""Series worth a person's look: a figure that leaps away and back, a year that is missing.

Nothing here accuses a note: a leap can be true, and a missing year may be in another folder.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from normalize.model import Measure, Municipality
from rules.across.series import Key, Series, Source
from rules.model import ClaimKind, Finding, Verdict
from rules.wording.output import measure, period, value

# What a leap is, set by judgement: no archive with several years of all municipalities was at hand
# to measure on. A misread figure (9,1 for 91; 31,4 for 13,4) leaps farther, and goes back in full.
_STEP = 5.0  # times the median step of the measure
_LEAST = 10.0  # percentage points, whatever the median step
_BACK = 0.5  # of the leap that the next year undoes
_ENOUGH = 20  # steps of other municipalities before a usual step is known
_SHARES = frozenset(
    {Measure.SAMTALER, Measure.TILBUD, Measure.SAMTALER_MODTAGET, Measure.TILBUD_MODTAGET}
)


@dataclass(frozen=True, slots=True)
class _Step:
    """From one calendar year's standing figure to the next year's."""

    before: Source
    after: Source

    @property
    def size(self) -> float:
        return float(self.after.value) - float(self.before.value)


def breaks(
    every: Iterable[Series], named: Callable[[str], Municipality]
) -> Iterator[tuple[str, Finding]]:
    """The document of the odd figure, and a finding, for each share that leaps away and back."""
    lines = _lines(every)
    steps = {line: _steps(sources) for line, sources in lines.items()}
    usual = _usual(steps)
    for line, some in steps.items():
        for first, second in pairwise(some):
            away = first.size - usual[line[1:], first.after.key.period][0]
            back = second.size - usual[line[1:], second.after.key.period][0]
            _, step, count = usual[line[1:], first.after.key.period]
            spike = abs(away) > max(_LEAST, _STEP * step) and away * back < 0
            if count >= _ENOUGH and spike and abs(back) >= _BACK * abs(away):
                yield first.after.document, _leap(first, second, named(line[0]))


def gaps(
    every: Iterable[Series], named: Callable[[str], Municipality]
) -> Iterator[tuple[str, Finding]]:
    """A calendar year without a figure, for a municipality that has one the year before and after,
    where the archive has that year for others."""
    lines = _lines(every)
    known = {(line[1:], source.key.period) for line, some in lines.items() for source in some}
    missing: dict[tuple[tuple[str, str], str], list[tuple[str, Source]]] = defaultdict(list)
    for line, sources in lines.items():
        for before, after in pairwise(sources):
            year = str(int(before.key.period) + 1)
            skipped = int(after.key.period) == int(year) + 1
            if skipped and (line[1:], year) in known:
                missing[line[1:], year].append((line[0], after))
    for (_, year), some in missing.items():
        yield some[0][1].document, _gap(year, some, named)


def _lines(every: Iterable[Series]) -> dict[tuple[str, str, str], list[Source]]:
    """Municipality, measure and group → the standing, trusted shares by calendar year."""
    lines: dict[tuple[str, str, str], list[Source]] = defaultdict(list)
    for one in every:
        key = one.key
        if key.measure in _SHARES and key.period.isdigit() and key.unit == "pct":
            standing = one.standing
            if standing.trusted:
                lines[key.code, key.measure, key.group].append(standing)
    return {line: sorted(some, key=lambda one: one.key.period) for line, some in lines.items()}


def _steps(sources: list[Source]) -> list[_Step]:
    return [
        _Step(before, after)
        for before, after in pairwise(sources)
        if int(after.key.period) == int(before.key.period) + 1
    ]


def _usual(
    steps: dict[tuple[str, str, str], list[_Step]],
) -> dict[tuple[tuple[str, str], str], tuple[float, float, int]]:
    """Measure and group, year → how all moved (median), the usual step beside that, how many."""
    sizes: dict[tuple[tuple[str, str], str], list[float]] = defaultdict(list)
    for line, some in steps.items():
        for step in some:
            sizes[line[1:], step.after.key.period].append(step.size)
    found = {}
    for year, several in sizes.items():
        middle = median(several)
        found[year] = middle, median(abs(size - middle) for size in several), len(several)
    return found


def _leap(first: _Step, second: _Step, who: Municipality) -> Finding:
    key = first.after.key
    shown = [value(one.value, key.unit) for one in (first.before, first.after, second.after)]
    years = [first.before.key.period, key.period, second.after.key.period]
    what = measure(key)
    return Finding(
        finding_id=f"break-{'-'.join(key[:4])}",
        kind=ClaimKind.CROSS_TABLE,
        verdict=Verdict.UNVERIFIABLE,
        explanation=(
            f"{what[0].upper()}{what[1:]} i {who.name} er {shown[1]} i {years[1]} "
            f"({first.after.place}), men {shown[0]} i {years[0]} og {shown[2]} i {years[2]}; "
            "springet er langt større end i andre kommuner, og tallet bør ses efter."
        ),
        municipality=who,
        measure=key.measure,
        stated=first.after.value,
        derived=first.before.value,
        page=int(first.after.page) if first.after.page else None,
    )


def _gap(
    year: str, some: list[tuple[str, Source]], named: Callable[[str], Municipality]
) -> Finding:
    key: Key = some[0][1].key
    who = [named(code) for code, _ in some]
    told = ", ".join(one.name for one in who[:5]) + (f" og {len(who) - 5} andre" if who[5:] else "")
    return Finding(
        finding_id=f"gap-{key.measure}-{key.group}-{year}",
        kind=ClaimKind.CROSS_TABLE,
        verdict=Verdict.UNVERIFIABLE,
        explanation=(
            f"Arkivet har {measure(key)} for {period(str(int(year) - 1))} og "
            f"{period(str(int(year) + 1))} for {told}, men ikke for {year}, som det har for andre; "
            "der mangler en række eller et notat."
        ),
        municipality=who[0] if len(who) == 1 else None,
        measure=key.measure,
        stated=str(len(who)),
    )
