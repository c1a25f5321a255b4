"""Red cells against the figures, where the note marks in red what is not met.

Red is only held against a table that has red cells; a table without may be a copy in grey.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.case import Case
from rules.caution.misread import dissolved
from rules.derived.figures import GOALS, Figure
from rules.derived.goals import State
from rules.model import ClaimKind, Finding, Verdict
from rules.wording.danish import GOAL, number
from rules.wording.report import doubtful, settled, table_finding

_LEGEND = re.compile(r"\brødt?\b|\brøde?\b|\brød (?:tekst|skrift|markering)", re.I)
# Without a legend, red means "not met" only where nearly every red cell is one: 9 of 10.
_EVIDENT = 0.9
_FEW = 3  # red cells below which no pattern shows


def check(case: Case) -> Iterable[Finding]:
    """One finding for each cell whose colour and figure disagree, one for those that agree."""
    legend = any(_LEGEND.search(u.sentence.text) for u in case.utterances)
    coloured = {one.table_index for one in case.figures.every if one.marked == "red"}
    tables: dict[int | None, list[tuple[Figure, State]]] = {}
    for figure in case.figures.every:
        goal = _goal(figure)
        if figure.table_index not in coloured or goal is None:
            continue
        state = _own_state(case, figure)
        if state.met is not None:
            tables.setdefault(figure.table_index, []).append((figure, state))
    for cells in tables.values():
        red = [(figure, state) for figure, state in cells if figure.marked == "red"]
        unmet = sum(not state.met for _, state in red)
        evident = len(red) >= _FEW and unmet >= _EVIDENT * len(red)
        # Where most red cells pass, red means something else in this table.
        if red and (evident or legend) and 2 * unmet >= len(red):
            yield from _table(case, cells, evident=evident or len(red) == unmet)


def _kind(figure: Figure) -> tuple[str, bool]:
    """What tells the columns of a table apart: the measure, and statuses from figures."""
    return str(figure.measure), figure.fulfilled is None


def _goal(figure: Figure) -> str | None:
    return next((goal for goal in GOALS if figure.measure.startswith(goal)), None)


def _own_state(case: Case, figure: Figure) -> State:
    """Met or not by this very cell."""
    if figure.fulfilled is not None:
        return State(figure.fulfilled == "opfyldt", figure.trusted)
    rules = case.rules_of(figure.period)
    if figure.number is None or rules is None or figure.measure == "resultatmaal":
        return State()
    # Who coloured the cell saw the figure unrounded: 30 pct. may have been 29,6.
    half = 0.5 * 10.0**-figure.decimals
    goal = rules.goal(figure.measure)
    if not goal.known:  # nobody is marked for a suspended goal by a limit that no source tells
        return State()
    return State(goal.met_within(figure.number, half, received=figure.received), figure.trusted)


def _table(case: Case, cells: list[tuple[Figure, State]], *, evident: bool) -> Iterable[Finding]:
    agreed, differing = 0, []
    faded: list[Figure] = []
    coloured = {_kind(figure) for figure, _ in cells if figure.marked == "red"}
    for figure, state in cells:
        is_red = figure.marked == "red"
        if is_red != state.met:
            agreed += 1
            continue
        # A cell left black says little where not all of red is clear, or its column has no red.
        if not is_red and not (evident and _kind(figure) in coloured):
            continue
        if figure.scanned and not is_red:  # red fades in shadow and under a stamp
            faded.append(figure)
        else:
            differing.append(_disagrees(case, figure, is_red=is_red))
    about = f"Rød skrift i tabel {cells[0][0].table}"
    yield from settled(ClaimKind.COLOUR, differing, agreed, about)
    if faded:
        yield _faded(faded)
    if agreed:
        first = cells[0][0]
        yield table_finding(
            ClaimKind.COLOUR,
            Verdict.CONSISTENT,
            f"I tabel {first.table} passer farven med tallene i {agreed} celler",
            stated=str(agreed),
            derived=str(agreed),
            period=first.period,
            page=first.page,
        )


def _faded(figures: list[Figure]) -> Finding:
    """Cells of a picture left black though their goal is missed: the red may have gone."""
    names = ", ".join(dict.fromkeys(figure.municipality.name for figure in figures))
    first, several = figures[0], len(figures) > 1
    return table_finding(
        ClaimKind.COLOUR,
        Verdict.UNVERIFIABLE,
        f"I tabel {first.table} er {len(figures)} {'celler' if several else 'celle'}, som ikke "
        f"opfylder målet, læst som sort ({names}), men i et billede kan rødt være gået tabt",
        stated="black",
        derived="ikke_opfyldt",
        municipality=None if several else first.municipality,
        measure="" if several else first.measure,
        period=first.period,
        page=first.page,
    )


def _disagrees(case: Case, figure: Figure, *, is_red: bool) -> Finding:
    shown = (
        number(figure.number, figure.decimals) + " pct."
        if figure.number is not None
        else str(figure.fulfilled)
    )
    rules = case.rules_of(figure.period)
    colour, opposite = ("rødt", "opfylder") if is_red else ("sort", "opfylder ikke")
    verdict, doubt = doubtful(Verdict.CONTRADICTED, figure)
    goal = rules.goal(figure.measure) if rules and figure.number is not None else None
    misread = (
        ""
        if goal is None
        else dissolved(
            figure, lambda value: goal.met(value, received=figure.received) is not is_red
        )
    )
    return table_finding(
        ClaimKind.COLOUR,
        verdict,
        f"I tabel {figure.table} står {figure.municipality.name} med {shown} i {colour}, men tallet"
        f" {opposite} {GOAL[figure.measure]}{doubt}{misread}",
        stated="red" if is_red else "black",
        derived="opfyldt" if is_red else "ikke_opfyldt",
        municipality=figure.municipality,
        measure=figure.measure,
        period=figure.period,
        page=figure.page,
        rule=rules.rule_id if rules else "",
        fragile=bool(misread),
    )
