"""The progress an extension asks for: ``halvdelen af den krævede fremgang er 4,1 procentpoint``.

Required is the figure at the entry minus the limit; half of it, or more, gives an extension.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.model import Measure, Municipality, Period
from rules.case import FOCUS, Case
from rules.derived.figures import POLAR, Figure
from rules.grammar.shares import share_of, speaks
from rules.grammar.tagged import POINTS
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.wording.danish import GOAL, bare, number

_SIZE = rf"{POINTS}\w*"
_ASKED = r"(?:på|for)?(?:krævede|nødvendige|fornødne|påkrævede)"
_PROGRESS = (
    rf"(?:den|det|de)\s+{_ASKED}\s+(?:fremgang|forbedring|reduktion|nedgang)"
    r"(?:\s+(?:på|for)\s+(?:tilbud|samtaler))?"
)
_IS = r"(?:svarer\s+(?:\w+\s+)?til|er|var|udgør|udgjorde|lyder\s+på)"
_OTHER_SIZE = _SIZE.replace("size", "other")
_HALF_SIZE = re.compile(
    rf"\bhalvdelen\s+(?:af\s+{_PROGRESS}\s+)?{_IS}\s+{_SIZE}"
    rf"|{_OTHER_SIZE},?\s+(?:som|der)\s+(?:er\s+|udgør\s+)?halvdelen\s+af\s+{_PROGRESS}"
)
_WHOLE_SIZE = re.compile(
    rf"(?<!halvdelen af )\b{_PROGRESS}\s+{_IS}\s+{_SIZE}|\b{_PROGRESS}\s+på\s+{_OTHER_SIZE}"
    rf"|\bde\s+{_SIZE.replace('size', 'third')},?\s+(?:som|der)\s+(?:(?:er|var|bliver|blev)\s+)?"
    r"(?:kræve[st]|krævet|nødvendige?)"
)
_LEVEL = re.compile(
    r"\bandelen\s+(?:må\s+højst|højst\s+må|skal\s+(?:mindst\s+)?ned\s+på)\s+(?:være\s+)?#(?P<size>\d+(?:,\d+)?)\s*pct"
    r"[^#]{0,40}\b(?:fasen|genopretning\w*|forlæng\w*)"
)
_GAINED = r"(?:opnået|opnåede|nået|nåede|indfriet|realiseret|hentet)"
_REACHED = re.compile(
    rf"(?:\b(?P<how>mere\s+end|over|mindst|mindre\s+end|under|knap)|\b(?P<not>ikke\s+)?{_GAINED})"
    rf"\s+halvdelen\s+af\s+(?:{_PROGRESS}"
    r"|vejen|afstanden|de\s+#[\d,]+\s*(?:pct|procent)\s*-?point)"
    rf"|\b(?P<part>mere\s+end\s+|over\s+|mindst\s+)?halvdelen\s+af\s+{_PROGRESS}\s+(?:er|var|blev)\s+"
    rf"(?:(?:dog|dermed|derfor|således|altså|også|nu|imidlertid|endnu)\s+)*(?P<missed>ikke\s+)?{_GAINED}"
)
_FALLS = r"(?:fremgang|forbedr\w*|reduktion|reduceres?|nedgang|nedbring\w*|sænkes?|fald|falde)"
_NEEDED_FOR_HALF = re.compile(
    rf"\b{_FALLS}\s+(?:på|med)\s+(?:mindst\s+|minimum\s+)?{_SIZE}[^#.]*\bnå\w*\s+halvdelen\b"
    rf"|\bnå\s+halvdelen\b[^#.]*?\b{_FALLS}\s+(?:på|med)\s+(?:mindst\s+|minimum\s+)?{_OTHER_SIZE}"
)
_OPEN = re.compile(r"\b(?:ikke|ville|når|hvis\s+ikke|eller|hver|andre)\b")
_LESS = ("mindre end", "under", "knap")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is said of the progress: ``half`` or the ``whole`` of it in percentage points, the
    ``level`` in percent that half of it leads to, or ``reached`` (``size`` empty)."""

    municipality: Municipality
    measure: Measure | None
    what: str
    size: str
    less: bool = False


def read(case: Case) -> Iterable[Claim]:
    """Sizes and halves of the required progress of the municipality a sentence is about."""
    about: Measure | None = case.sole_share
    for one in case.utterances:
        if speaks(one.tagged):
            about = share_of(one.tagged, received=False)
        if one.subject is None or one.table is not None:
            continue
        for said in _said(one.subject, about, one.tagged):
            yield claim(
                ClaimKind.DIFFERENCE if said.size else ClaimKind.PHASE,
                one,
                said,
                stated=said.size.replace(",", ".") or ("under" if said.less else "mindst"),
                unit="pct" if said.what == "level" else "pct_point",
                municipalities=(one.subject,),
                period=case.main,
            )


def _said(who: Municipality, about: Measure | None, tagged: str) -> Iterable[Asked]:
    if needed := _NEEDED_FOR_HALF.search(tagged):
        yield Asked(who, about, "half", needed["size"] or needed["other"])
        return
    reached = _REACHED.search(tagged)
    missed = bool(reached and (reached["not"] or reached["missed"]))
    if _OPEN.search(tagged.replace(" ikke ", " ", 1) if missed else tagged):
        return
    for what, form in (("half", _HALF_SIZE), ("whole", _WHOLE_SIZE), ("level", _LEVEL)):
        if match := form.search(tagged):
            size = next(part for part in match.groups() if part)
            yield Asked(who, about, what, size)
    if reached:
        how = " ".join((reached["how"] or "").split())
        yield Asked(who, about, "reached", "", missed or how in _LESS)


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """What is said against the figure at the entry, the limit and, for what is reached, now."""
    said = about.detail
    if not isinstance(said, Asked):
        return
    text = f"Notatet skriver om {said.municipality.name}, at {_told(said)}"
    starts = [] if about.period is None else list(_starts(case, said, about.period))
    if not starts:
        why = "notatet viser ikke det tal ved indtrædelsen, den måles fra"
        yield finding(about, Verdict.UNVERIFIABLE, f"{text}; {why}", municipality=said.municipality)
        return
    truths = [_holds(said, start) for start in starts]
    verdict = Verdict.CONTRADICTED
    if True in truths:
        verdict = Verdict.CONSISTENT
    elif None in truths or (len(starts) > 1 and said.measure is None):
        verdict = Verdict.UNVERIFIABLE
    start = starts[truths.index(True) if True in truths else 0]
    needed = f"fra {number(start.share, 1)} til grænsen {number(start.limit, 1)} er der "
    needed += (
        f"{number(start.required, 1)} procentpoint, og halvdelen er {number(start.required / 2, 2)}"
    )
    if said.what == "reached" and start.gained is not None:
        needed += f"; opnået er {number(start.gained, 1)}"
    joined = "men" if verdict is Verdict.CONTRADICTED else "og"
    rules = case.rules_of(about.period)
    yield finding(
        about,
        verdict,
        f"{text}, {joined} på {GOAL[start.goal].removeprefix('fokusmålet for ')} er det {needed}",
        derived=_derived(said, start),
        municipality=said.municipality,
        rule=rules.rule_id if rules else "",
    )


@dataclass(frozen=True, slots=True)
class _Start:
    """A goal not met at the entry: share, limit and required progress; what is gained since."""

    goal: Measure
    share: float
    limit: float
    gained: float | None

    @property
    def required(self) -> float:
        return self.share - self.limit


def _starts(case: Case, said: Asked, main: Period) -> Iterable[_Start]:
    """The goals of the municipality not met at the entry: its first figures, else those of now."""
    for goal in FOCUS:
        if said.measure is not None and said.measure not in POLAR[goal]:
            continue
        periods = [one for one in case.figures.periods if one <= main]
        known = [(one, figure) for one in periods if (figure := _figure(case, said, goal, one))]
        rules = case.rules_of(main)
        if not known or rules is None or not rules.goal(goal).known:
            continue
        _, limit = rules.goal(goal).limit_for(received=False)
        shares = [_not_got(figure) for _, figure in known]
        if shares[0] > limit:
            yield _Start(goal, shares[0], limit, shares[0] - shares[-1] if shares[1:] else None)


def _figure(case: Case, said: Asked, goal: Measure, period: Period) -> Figure | None:
    found = case.figures.find(said.municipality.code, POLAR[goal], period)
    return next((one for one in found if one.number is not None and one.trusted), None)


def _not_got(figure: Figure) -> float:
    return 100.0 - (figure.number or 0.0) if figure.received else figure.number or 0.0


def _holds(said: Asked, start: _Start) -> bool | None:
    """Whether a size fits as rounded, or whether half is reached; None where nothing tells."""
    if said.what == "reached":
        if start.gained is None:
            return None
        return (round(start.gained - start.required / 2, 6) >= 0) is not said.less
    true = {
        "half": start.required / 2,
        "whole": start.required,
        "level": start.share - start.required / 2,
    }[said.what]
    unit = 10.0 ** -len(said.size.partition(",")[2])
    return abs(float(said.size.replace(",", ".")) - true) <= 0.5 * unit + 1e-6


def _told(said: Asked) -> str:
    if said.what == "reached":
        return f"{'under' if said.less else 'mindst'} halvdelen af den nødvendige fremgang er nået"
    if said.what == "level":
        return f"andelen højst må være {said.size} pct., for at fasen kan forlænges"
    part = (
        "halvdelen af den nødvendige fremgang" if said.what == "half" else "den nødvendige fremgang"
    )
    return f"{part} er {said.size} procentpoint"


def _derived(said: Asked, start: _Start) -> str:
    if said.what == "reached":
        return "" if start.gained is None else bare(start.gained, 1)
    size = {"half": start.required / 2, "whole": start.required}
    return bare(size.get(said.what, start.share - start.required / 2), 2)


KIND = Kind("progress", read, check)
