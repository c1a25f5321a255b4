"""The recovery phase by the rules: entry, extension and exit of one municipality."""

from __future__ import annotations

from dataclasses import dataclass, replace

from normalize.model import Measure, Period
from rules.case import FOCUS, Case
from rules.derived.figures import POLAR, Figure
from rules.derived.goals import covered
from rules.law.book import Rules
from rules.wording.danish import GOAL, number
from rules.wording.danish import period as in_words


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a step follows from the figures (None: they do not settle it), and why in Danish."""

    holds: bool | None
    why: str

    @property
    def turned(self) -> Outcome:
        """The outcome for the opposite statement."""
        return self if self.holds is None else replace(self, holds=not self.holds)


def entered(case: Case, code: str, period: Period | None) -> Outcome:
    """Comes in: the result goal and at least one focus goal that counts are not met."""
    rules = case.rules_of(period)
    met = {goal: _known(case, code, goal, period) for goal in (Measure.RESULTATMAAL, *FOCUS)}
    nothing = not case.has(period) and not any(one is not None for one in met.values())
    if rules is None or nothing or not all((rules.samtaler.known, rules.tilbud.known)):
        return Outcome(None, f"tal eller regler for {in_words(period)} mangler")
    result = met[Measure.RESULTATMAAL]
    truth = covered(rules, result, {goal: met[goal] for goal in FOCUS})
    unmet = [goal.measure for goal in rules.active if met[goal.measure] is False]
    missed = " og ".join(f"{GOAL[goal]} ({_shares(case, code, goal, period)})" for goal in unmet)
    if truth:
        return Outcome(True, f"resultatmålet og {missed} er ikke opfyldt i {in_words(period)}")
    if truth is None and result is None and unmet:
        return Outcome(
            None,
            f"{missed} er ikke opfyldt, men notatet viser ikke resultatmålet for "
            f"{in_words(period)}",
        )
    if truth is None:
        return Outcome(None, f"notatets tal for {in_words(period)} afgør det ikke")
    if result:
        return Outcome(False, f"resultatmålet er opfyldt i {in_words(period)}")
    return Outcome(False, f"fokusmålene, der tæller, er opfyldt i {in_words(period)}")


def leaves(case: Case, code: str, period: Period | None) -> Outcome:
    """Leaves: both focus goals are met at the yearly statement; the result goal does not count."""
    met = {goal: _known(case, code, goal, period) for goal in FOCUS}
    figures = "; ".join(
        f"{GOAL[goal]}: {_shares(case, code, goal, period)}"
        for goal in FOCUS
        if met[goal] is not None
    )
    if False in met.values():
        short = " og ".join(GOAL[goal] for goal in FOCUS if met[goal] is False)
        return Outcome(
            False, f"{short} er ikke opfyldt ({figures}), og begge fokusmål skal være det"
        )
    if None in met.values():
        return Outcome(None, "notatet viser ikke begge fokusmål")
    return Outcome(True, f"begge fokusmål er opfyldt ({figures})")


def extended(case: Case, code: str, period: Period | None) -> Outcome:
    """Extended: not both focus goals are met, and at least half of the required progress is
    reached on a goal that brought it in (required: the figure at entry minus the limit)."""
    out = leaves(case, code, period)
    if out.holds:
        return Outcome(False, f"{out.why}, så den skal ophøre i stedet")
    if out.holds is None:
        return Outcome(None, out.why)
    rules = case.rules_of(period)
    before = _before(case, period)
    if rules is None or before is None:
        return Outcome(True, f"{out.why}; tallet ved indtrædelsen står ikke i notatet")
    reached: list[bool] = []
    words: list[str] = []
    for goal in FOCUS:
        if case.standing(code, before).meets(goal) is not False:
            continue
        start, now = _figure(case, code, goal, before), _figure(case, code, goal, period)
        if start is None or now is None:
            continue
        needed, gained = _progress(rules, goal, start, now)
        reached.append(gained >= rules.phase.progress * needed)
        words.append(
            f"{GOAL[goal]}: {_printed(start)} → {_printed(now)}, fremgang {number(gained, 1)} af"
            f" {number(needed, 1)} nødvendige"
        )
    if not reached:
        return Outcome(True, f"{out.why}; det er ikke til at se, hvilket mål der førte ind")
    if any(reached):
        return Outcome(True, f"{out.why}; {'; '.join(words)}, altså mindst halvdelen")
    return Outcome(False, f"{'; '.join(words)}, altså under halvdelen")


def _known(case: Case, code: str, goal: Measure, period: Period | None) -> bool | None:
    """Whether a goal is met by the figures, else by what the note itself says of it."""
    known = case.standing(code, period).meets(goal)
    return case.said(code, goal, period) if known is None else known


def _progress(rules: Rules, goal: Measure, start: Figure, now: Figure) -> tuple[float, float]:
    """Required and reached progress in percentage points, on the share that is to fall."""
    _, limit = rules.goal(goal).limit_for(received=False)
    then, here = _unmet_share(start), _unmet_share(now)
    return round(then - limit, 6), round(then - here, 6)


def _unmet_share(figure: Figure) -> float:
    value = figure.number or 0.0
    return 100.0 - value if figure.received else value


def _before(case: Case, period: Period | None) -> Period | None:
    earlier = [one for one in case.figures.periods if period is not None and one < period]
    return earlier[-1] if earlier else None


def _figure(case: Case, code: str, goal: Measure, period: Period | None) -> Figure | None:
    found = case.figures.find(code, POLAR[goal], period)
    return next((one for one in found if one.number is not None), None)


def _printed(figure: Figure) -> str:
    return f"{number(figure.number or 0.0, figure.decimals)} pct."


def _shares(case: Case, code: str, goal: Measure, period: Period | None) -> str:
    figure = _figure(case, code, goal, period)
    return "kun angivet" if figure is None else _printed(figure)
