"""What the headings of one table lend one another: a period over several columns, a word cut off.

A heading that stands over several columns may come out over one of them, or parted among them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from normalize.headings.heading import Heading, join, read_heading
from normalize.headings.periods import MONTHS, find_period
from normalize.model import Group, Measure, Period, Unit

_LONGEST = 200  # letters; a heading is shorter
_PERIOD_LAST = re.compile(
    r"(.*?)\W*\b((?:(?:" + "|".join(MONTHS) + r"|\d\.\s*(?:halvår|kvartal))\b.*)?20\d\d)\W*",
    re.IGNORECASE,
)
# A span's first end and dash, then the month that the next one begins with.
_MONTH_OVER = re.compile(
    r"(.*\b20\d\d\s*[-–—−])\s*((?:" + "|".join(MONTHS) + r"|[a-zæøå]{3}\.?))", re.IGNORECASE
)
_ONE = rf"(?:(?:{'|'.join(MONTHS)})\s*20\d\d\s*(?:[-–—−]|til)\s*(?:{'|'.join(MONTHS)})|20\d\d)"
_ONE_OF_SEVERAL = re.compile(_ONE, re.IGNORECASE)
_SEVERAL = re.compile(rf"(\D*?)\s*((?:{_ONE}\s*){{2,9}})", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"\s*20\d\d\b")
_BOUND = {Measure.FAKTISK, Measure.FORVENTET, Measure.DIFFERENCE}


def over_years(parts: Sequence[list[str]]) -> list[list[str]]:
    """Headings with their words whole that stand over several years and were parted between them.

    ``Uden aktivt 2022 | tilbud, andel 2023`` where the years come round again: no word of such a
    block says anything of one of its columns alone.
    """
    whole = list(parts)
    dated = [
        (place, match[1], match[2])
        for place, above in enumerate(parts)
        if (match := _PERIOD_LAST.fullmatch(join(above)[:_LONGEST])) and find_period(match[2])
    ]
    years = [find_period(year) for _, _, year in dated]
    size = len(set(years))
    if size < 2 or len(years) % size or years != years[:size] * (len(years) // size):
        return whole
    for start in range(0, len(dated), size):
        block = dated[start : start + size]
        texts = [text for _, text, _ in block]
        joined = join(texts)
        if (
            all(read_heading([text]).measure for text in texts)
            or not read_heading([joined]).measure
        ):
            continue
        for place, _, year in block:
            whole[place] = [joined, year]
    return whole


def months_home(texts: Sequence[str]) -> list[str]:
    """A row of headings with a month given back to the year beside it that it was parted from.

    ``Juli 2020 - juli | 2021 -`` are the upper lines of two spans, cut a word too late.
    """
    found = list(texts)
    for place, (left, right) in enumerate(pairwise(texts)):
        if (cut := _MONTH_OVER.fullmatch(left)) and _YEAR_FIRST.match(right):
            found[place], found[place + 1] = cut[1], f"{cut[2]} {right}"
    return found


def dealt(texts: Sequence[str]) -> list[str]:
    """A row of headings with a cell of several periods over as many columns dealt out to them.

    ``2023 2024``, or the upper lines ``juli 2020 til juni juli 2021 til juni``, with what stands
    before them over all of them.
    """
    found: list[str] = []
    for text, run in groupby(texts):
        size = len(list(run))
        several = _SEVERAL.fullmatch(text[:_LONGEST])
        each = _ONE_OF_SEVERAL.findall(several[2]) if several else []
        if several and 1 < len(each) == len(set(each)) and size % len(each) == 0:
            found += [f"{several[1]} {one}" for one in each] * (size // len(each))
        else:
            found += [text] * size
    return found


def inherited(headings: Sequence[Heading]) -> list[Heading]:
    """Give a heading over several columns to all of them where it came out over the first only.

    ``2023 Samtaler | Tilbud | 2024 Samtaler | Tilbud``: the columns fall into blocks that name
    the same measures in the same order, and only the first of each block has a period, or group.
    """
    found = list(headings)
    starts = [n for n, heading in enumerate(found) if heading.measure and _above(heading)]
    if len(starts) < 2 or len({_above(found[start]) for start in starts}) < len(starts):
        return found
    ends = [*starts[1:], starts[-1] + starts[1] - starts[0]]
    blocks = [found[start:end] for start, end in zip(starts, ends, strict=True)]
    if len({tuple(heading.measure for heading in block) for block in blocks}) > 1:
        return found
    for start, block in zip(starts, blocks, strict=True):
        for offset, heading in enumerate(block[1:], start + 1):
            found[offset] = replace(heading, period=block[0].period, group=block[0].group)
    return found


def _above(heading: Heading) -> tuple[Period | None, Group] | None:
    """The period and group a heading states; None where it states neither."""
    stated = heading.period is not None or heading.group is not Group.ALLE
    return (heading.period, heading.group) if stated else None


def of_one_time(headings: Sequence[Heading]) -> list[Heading]:
    """Give an actual figure, the expected one and their difference the period one of them has.

    A period over the three of them may come out over one; a difference is of the time of both.
    """
    found = list(headings)
    for place in range(len(headings) - 2):
        three = headings[place : place + 3]
        periods = {one.period for one in three if one.period is not None}
        alike = len(periods) == len({one.group for one in three}) == 1
        if alike and {one.measure for one in three} == _BOUND:
            found[place : place + 3] = [replace(one, period=min(periods)) for one in three]
    return found


def of_one_unit(headings: Sequence[Heading]) -> list[Heading]:
    """Give actual and expected figures and their differences the unit that one alone of them has.

    A line that says the unit of them all (``fuldtidspersoner``) comes out below the middle one.
    """
    bound = [one for one in headings if one.measure in _BOUND]
    units = [one.unit for one in bound if one.unit is not None]
    if len(units) != 1 or len(bound) < len(_BOUND):
        return list(headings)
    points = units[0] in {Unit.PCT, Unit.PCT_POINT}
    of = dict.fromkeys(_BOUND, Unit.PCT if points else units[0])
    of[Measure.DIFFERENCE] = Unit.PCT_POINT if points else units[0]
    return [
        replace(one, unit=of[one.measure]) if one.measure in _BOUND else one for one in headings
    ]
