"""Who moved which way: ``faldet i fem af de seks``, ``den eneste, hvor andelen er steget``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from normalize.model import Measure, Municipality, Period
from normalize.names.municipalities import by_code
from rules.case import Case
from rules.derived.spread import among
from rules.grammar.doubts import doubts, narrows
from rules.grammar.shares import share_of, speaks
from rules.grammar.tagged import NAMED
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.prose import Utterance
from rules.stated.changed import dates, way
from rules.wording.danish import SHARE, kommuner, listed, number
from rules.wording.danish import period as in_words

_GATE = re.compile(
    r"fald|steg|stig|frem|tilbage|forbedr|forværr|ned|øg|voks|reduc|sænk|højere|lavere|dyk"
)
_PARTS = re.compile(r",\s+(?!hvor\b)|\s+(?:og|men|mens|hvorimod)\s+")
_COUNT = re.compile(
    r"(?<![\w,.-])(?:(?P<none>ingen)|#(?P<n>\d{1,2}))(?![\d,])(?:\s+(?:ud\s+)?af\s+(?:de\s+|disse\s+)?(?:#(?P<whole>\d{1,2})(?!\d))?)?"
    r"\s*(?:(?P<who>kommuner\w*|øvrige|andre|sidste)\b|(?=\s*(?:[.;]|$)))"
)
_TO_WHOM = re.compile(r"\b(?:andelen|tallet|den)\b|\bsamtale|\btilbud")
_ONLY = re.compile(
    r"@\[(?P<a>\d{4})\][^@]*\beneste\b(?!\s+mål)|\beneste\b[^@]*@\[(?P<b>\d{4})\]"
    r"|\b(?:kun|alene)\s+(?:i\s+|hos\s+)?@\[(?P<c>\d{4})\]|\bundtagelsen\s+er\s+@\[(?P<d>\d{4})\]"
)
_MOST = re.compile(
    r"\b(?P<size>størst|mindst)e?\s+(?P<way>fald|stigning|nedgang|reduktion|fremgang|tilbagegang|forbedring"
    r"|forværring|vækst|øgning)\w*|\b(?P<way2>faldet|steget)\s+(?P<most>mest|mindst)\b"
)
_AMONG_ALL = re.compile(r"\b(?:af|blandt)\s+(?:(?:alle|samtlige)\s+)?(?:de|disse|dem|kommunerne)\b")
_ELSE = re.compile(  # something else moved, or only some are spoken of
    r"\b(?:antal\w*|udgift\w*|\w*ledighed\w*|ydelse\w*|\w*forsørg\w*|placer\w*|\w*beskæftigelse\w*|budget\w*)\b"
    r"|\bkommuner(?:ne)?,?\s+(?:der|som|med|uden)\b"
)
_MOVED = re.compile(
    r"\b(?:faldet|faldt|steget|steg|vokset|øget|gået|bragt|nedbragt|reduceret|sænket|lavere|højere|nede|kommet"
    r"|samlet|set|ses|fald|stigning|størst\w*|mindst\w*|mest|fremgang\w*|tilbagegang\w*|undtagelsen|hvor|sket"
    r"|nedgang|reduktion|forbedring|forværring|forbedret|forværret|mellem|følge|tallet|haft|tegner|sig|sin)\b"
)
_OPEN = re.compile(  # by how much, for how long, or not so
    r"\b(?:hvis|ikke|begge\s+år|hvert\s+år|mindst\s+#|mere\s+end|over\s+#|under\s+#|tidligere|forventes|kan|skal)\b|\?"
)


@dataclass(frozen=True, slots=True)
class Movers:
    """Whose share went up (``up``) or down between two periods.

    ``count`` of ``whole``; or ``who`` alone did; or ``who`` did so the ``most`` (or the least).
    """

    measure: Measure
    up: bool
    before: Period
    after: Period
    count: int | None = None
    who: Municipality | None = None
    most: bool | None = None
    whole: int | None = None
    unsure: tuple[str, ...] = ()  # words around it that may narrow it


def read(case: Case) -> Iterable[Claim]:
    """Counts, only ones and superlatives of moves, where a table shows two periods."""
    last = _last_two(case)
    if last is None:
        return
    carried: Measure | None = None
    paragraph = -1
    for one in case.utterances:
        text = one.tagged
        if one.sentence.paragraph != paragraph or speaks(text):
            carried = share_of(text, received=case.received)
            if carried is None and not speaks(text):
                carried = case.sole_share
        paragraph = one.sentence.paragraph
        if carried is None or one.table is not None or not _GATE.search(text):
            continue
        if _OPEN.search(text) or narrows(text):
            continue
        if _ELSE.search(text) or among(_AMONG_ALL.sub(" ", text)):
            continue
        told = dates(text)
        before, after = (told[0], told[1] or last[1]) if told else last
        unsure = doubts(_MOVED.sub(" ", text))
        for said in _moves(text, carried, before, after):
            yield _claim(one, replace(said, unsure=unsure))


def _last_two(case: Case) -> tuple[Period, Period] | None:
    """The last two periods of the tables, or the year before the only one and that."""
    shown = sorted({one.period for one in case.figures.every if one.table and one.period})
    if len(shown) > 1:
        return shown[-2], shown[-1]
    now = shown[0] if shown else case.main
    return (Period.of_year(now.start.year - 1), now) if now and now.is_year else None


def _moves(text: str, measure: Measure, before: Period, after: Period) -> Iterable[Movers]:
    only, most, names = _ONLY.search(text), _MOST.search(text), NAMED.findall(text)
    if most is not None:
        up = way(most["way"] or most["way2"], measure)
        if len(names) == 1 and "+" not in names[0] and up is not None:
            largest = (most["size"] or most["most"]) in ("størst", "mest")
            yield Movers(measure, up, before, after, who=by_code(names[0]), most=largest)
        return
    if only is not None:
        up = way(text, measure)
        if up is not None and "point" not in text and len(names) == 1:
            code = next(code for code in only.groups() if code)
            yield Movers(measure, up, before, after, who=by_code(code))
        return
    if names or "point" in text or "pct" in text:
        return
    parts = _PARTS.split(text)
    if not _TO_WHOM.search(parts[0]):
        return
    for part in parts:
        count, up = _COUNT.search(part), way(part, measure)
        if count is None or up is None or not (count["who"] or count["whole"]):
            continue
        whole = int(count["whole"]) if count["whole"] else None
        yield Movers(measure, up, before, after, count=int(count["n"] or 0), whole=whole)


def _claim(one: Utterance, said: Movers) -> Claim:
    counted = said.count is not None
    return claim(
        ClaimKind.COUNT if counted else ClaimKind.DIFFERENCE,
        one,
        said,
        stated=str(said.count) if said.who is None else said.who.name,
        unit="kommuner" if counted else "",
        municipalities=(said.who,) if said.who else (),
        measure=said.measure.removesuffix("_modtaget"),
        period=said.after,
    )


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """Against the moves of everyone whose share the tables give for both periods."""
    said = about.detail
    if not isinstance(said, Movers):
        return
    known = case.figures.municipalities(said.after)
    shares = {
        code: [case.standing(code, when).share(said.measure) for when in (said.before, said.after)]
        for code in known
    }
    gone = {
        code: round(after - before, 6)
        for code, (before, after) in shares.items()
        if before is not None and after is not None
    }
    these = {code: size for code, size in gone.items() if size and (size > 0) is said.up}
    ranked = sorted(these, key=lambda code: abs(these[code]), reverse=said.most is not False)
    told = listed(f"{known[code].name} ({number(abs(these[code]), 1)})" for code in ranked[:6])
    times = f"fra {in_words(said.before)} til {in_words(said.after)}"
    text = f"Notatet skriver om {SHARE[said.measure]}, at {_said(said)}"
    if len(gone) < len(known) or not gone:
        why = "notatet viser ikke begge tal for alle"
        yield finding(about, Verdict.UNVERIFIABLE, f"{text}; {why}", municipality=said.who)
        return
    text += f"; {times} er den {'steget' if said.up else 'faldet'} i {kommuner(len(these))}"
    text += f": {told}" if told else ""
    right = _right(said, these, ranked)
    verdict = Verdict.CONSISTENT if right else Verdict.CONTRADICTED
    if said.whole not in (None, len(gone)):
        verdict = Verdict.UNVERIFIABLE
        text += f"; hvem de {said.whole} er, fremgår ikke"
    elif not right and said.unsure:
        verdict = Verdict.UNVERIFIABLE
        text += f"; ordene »{' '.join(said.unsure)}« kan gøre en forskel"
    derived = str(len(these)) if said.who is None else known[ranked[0]].name if ranked else ""
    yield finding(about, verdict, text, derived=derived, municipality=said.who)


def _said(said: Movers) -> str:
    direction = "steget" if said.up else "faldet"
    if said.who is None:
        return f"den er {direction} i {kommuner(said.count or 0)}"
    if said.most is None:
        return f"den kun er {direction} i {said.who.name}"
    return f"den er {direction} {'mest' if said.most else 'mindst'} i {said.who.name}"


def _right(said: Movers, these: dict[str, float], ranked: list[str]) -> bool:
    if said.who is None:
        return len(these) == said.count
    if said.most is None:
        return set(these) == {said.who.code}
    own = these.get(said.who.code)
    return own is not None and abs(own) == abs(these[ranked[0]])


KIND = Kind("movers", read, check)
