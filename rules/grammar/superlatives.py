"""Superlatives of named municipalities in a clause: ``de tre laveste``, ``Næsthøjest ligger A``.

A clause is read from its parts in any order: the words for an end (`ENDS`), the names, and what
they are of. As many ends as names belong together one by one. A word for an end may be read in
more ways than one (``øverst``: of the highest share, or of the best), and each reading is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from normalize.model import Measure
from rules.grammar.tagged import NAMED

PLACES = {"næst": 2, "tredje": 3, "fjerde": 4, "femte": 5}
_GOAL = r"(?:\w+\s+)?(?:\w*m[åa]le[tn]\w*|grænsen|kravet|at\s+(?:leve|opfylde|nå|indfri))\b"
ENDS = re.compile(
    rf"\b(?:(?P<nth>{'|'.join(PLACES)})[\s-]?)?(?:aller)?(?:"
    r"(?P<less>laveste?|mindste|mindst(?!\s+(?:#|en\b|et\b|ét\b|halvdelen|lige|samme|(?:u?gunstig|positiv)))"
    r"|færrest|minimum|bundrekord\w*|længst\s+(?:nede|under))"
    r"|(?P<more>højeste?|(?:(?<=næst)|(?<=tredje)|(?<=fjerde))højst|højst(?=\s+(?:ligger|placer))|største?|flest"
    r"|topper|mak?simum|længst\s+(?:oppe|over))"
    r"|(?P<best>gode\s+(?:ende|side)|duks\w*|frontløber\w*|bedste?|flotteste?|pæneste?|stærkeste?|lettest|nemmest|længst\s+fremme"
    r"|mest\s+(?:gunstig|positiv|fordelagtig|tilfredsstillende)\w*)"
    r"|(?P<worst>dårlige\s+(?:ende|side)|bundskraber\w*|dårligste?|værste?|ringeste?|svageste?|sværest|vanskeligst|længst\s+(?:bag|tilbage)\w*"
    rf"|(?:mest|mindst)\s+(?:ugunstig|negativ|kritisk|bekymrende|gunstig|positiv)\w*|længst\s+fra\s+{_GOAL})"
    r"|(?P<place>rekord(?:en)?|topscorer\w*|øverste?|nederste?|i\s+(?:toppen|bunden|top|bund|spidsen)|sidst(?=\s+på)|bagest|bagerst"
    r"|(?:anden|modsatte?)\s+ende)"
    r")(?![\w-])"
)
_ON_WHAT = re.compile(
    r"pct|tilbud|samtale|m[åa]l|grænse|krav|placer|list|forvent|resultat|afvig|andel"
)
_IN_VIEW = re.compile(r", (når\s+(?:man|det|vi)|hvad|for\s+så\s+vidt|målt|med\s+hensyn)\b")
_CHANGED = re.compile(  # the most of something else than the figure itself
    r"\b(?:fremgang|tilbagegang|stigning|fald|forbedr|forværr|ændring|udvikling|vækst|udgift|ledighed"
    r"|spredning|median|antal\s+(?!fuldtidsperson))\w*"
    r"|\b(?:tidligere|sidste\s+år|året\s+(?:før|for)|næste\s+år)\b"
    r"|\b(?:nogensinde|hidtil|ha[rv](?:de)?\s+haft|i\s+(?:de\s+(?:sidste|seneste)\s+)?#\d+\s+år|siden\s+#\d+)\b"
    r"|\bsi(?:n|t|ne)\s+(?:\w+\s+)?(?:højeste|laveste|største|mindste|bedste|dårligste|værste)\b"
)
_PASSED = re.compile(r"\b(?:efter|bag(?:efter)?)\s+@\[(?P<first>[\d+]+)\]")
_BEATEN = re.compile(
    r",?\s+(?:(?:der|som)\s+[^@]*)?\b(?:overgik|overgår|slog|foran|(?:efter)?fulgt|mod)\b"
)
KNOWN = re.compile(  # words of a superlative that say nothing of what it is of
    rf"{ENDS.pattern}|\b(?:stillet|ende|anden|modsatte|top|bund|finder|klarer|adskiller|skiller|gå)\b"
)
_SEVERAL = re.compile(r"\bde\s+#(\d{1,2})\s+(?:kommuner\s+(?:med\s+(?:de[nt]?\s+)?)?)?$")
_TOP = re.compile(r"\b(?:top|bund)\s+#(?P<number>\d{1,2})\b(?!\s*pct)")
_HIGHER = r"(?P<word>(?P<more>højere|større|flere|mere)|lavere|mindre|færre(?!\s+end\s+#))"
_AS = r"(?:(?P<much>høj|stor|mange)|lav|lille|få)\w*"
_NOBODY = re.compile(  # "ingen kommune har en højere andel end A", "ingen steder så lav som i A"
    r"\b(?:ingen|intet)\s+(?:anden|andre|andet|kommuner?|sted(?:er)?)\b[^@]*?"
    rf"(?:\b{_HIGHER}\b[^@]*\bend|\bså\s+{_AS}[^@]*\bsom)\s+(?:i\s+|hos\s+|på\s+|for\s+)?@\[(?P<who>\d{{4}})\]"
)
_ONLY = re.compile(  # "kun A har en højere andel end B"
    rf"\b(?:kun|alene)\s+(?:i\s+)?@\[(?P<first>\d{{4}})\][^@]*?\b{_HIGHER}\b[^@]*\bend\s+(?:i\s+|hos\s+|på\s+)?"
    r"@\[(?P<second>\d{4})\]"
)
_NEGATIVE = re.compile(r"\b(?:negativ|under(?:skrid|skud)|mindreforbrug)\w*")
_POSITIVE = re.compile(r"\b(?:positiv|over(?:skrid|skud)|merforbrug)\w*")
# Less is better of these: a place on the list, and more people than expected.
_LOW_IS_GOOD = frozenset({Measure.PLACERING, Measure.DIFFERENCE, Measure.FAKTISK})


class Scale(StrEnum):
    """What of a figure is held against the others."""

    PLAIN = "plain"
    SIZE = "size"  # of a difference, on whichever side
    PART = "part"  # a difference as a part of what was expected


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing an end may mean: the highest or the lowest, and of what."""

    highest: bool
    scale: Scale = Scale.PLAIN


EITHER = (Reading(True), Reading(False))


@dataclass(frozen=True, slots=True)
class Outermost:
    """Who is said to be outermost, and at which end; ``place``: 2 for ``næsthøjest``."""

    codes: tuple[str, ...]
    readings: tuple[Reading, ...]
    place: int = 1


def has_end(clause: str) -> bool:
    """Whether a tagged clause has a word for an end."""
    return bool(ENDS.search(clause) or _NOBODY.search(clause) or _ONLY.search(clause))


def outermost(clause: str, measure: Measure, *, better_is_more: bool) -> tuple[Outermost, ...]:
    """The superlatives of a tagged clause; none where it is unclear who is at which end.

    ``measure`` is what they are of, ``better_is_more`` which end of that is the best.
    """
    if _CHANGED.search(clause):
        return ()
    if only := _ONLY.search(clause):
        end = _extent(clause, only["word"], measure, highest=bool(only["more"]))
        both = Outermost((only["first"],), end), Outermost((only["second"],), end, 2)
        return both if end else ()
    if nobody := _NOBODY.search(clause):
        highest = bool(nobody["more"] or nobody["much"])
        end = _extent(clause, nobody["word"] or "", measure, highest=highest)
        return (Outermost((nobody["who"],), end),) if end else ()
    passed = _PASSED.search(clause)
    clause = _PASSED.sub(" ", clause)
    names = [run.split("+") for run in NAMED.findall(_BEATEN.split(clause)[0])]
    if top := _TOP.search(clause):  # else in it, among others
        whole = len(names) == 1 and len(names[0]) == int(top["number"])
        return (Outermost(tuple(names[0]), EITHER),) if whole else ()
    good_is_high = better_is_more and measure not in _LOW_IS_GOOD
    for ends in _choices(clause):
        if len(names) == 1 and len(names[0]) == len(ends) > 1:
            names = [[code] for code in names[0]]
        if len(ends) == len(names):
            found = [
                _placed(clause, end, tuple(codes), measure, good_is_high=good_is_high)
                for end, codes in zip(ends, names, strict=True)
            ]
            after = passed["first"].count("+") + 2 if passed else 1
            return tuple(
                replace(one, place=max(one.place, after)) for one in found if one is not None
            )
    return ()


def _choices(clause: str) -> Iterator[Sequence[re.Match[str]]]:
    """The ends of a clause: those of the figure itself, with those of good and bad, with places."""
    every = [end for end in ENDS.finditer(clause) if _is_told(end, clause)]
    for kinds in (("more", "less"), ("best", "worst"), ("more", "less", "best", "worst")):
        yield [end for end in every if end.lastgroup in kinds]
    yield every


def _is_told(end: re.Match[str], clause: str) -> bool:
    """Whether ``bedst`` or ``dårligst`` has on what in its own part of the clause."""
    if end["best"] is None and end["worst"] is None:
        return True
    clause = _IN_VIEW.sub(r" \1", clause)
    part = clause[clause.rfind(",", 0, end.start()) + 1 :].split(", ", maxsplit=1)[0]
    return bool(_ON_WHAT.search(part))


def _placed(
    clause: str, end: re.Match[str], codes: tuple[str, ...], measure: Measure, *, good_is_high: bool
) -> Outermost | None:
    several = _SEVERAL.search(clause[: end.start()].replace("kommuner, der har ", ""))
    if several and int(several[1]) != len(codes):
        return None  # a list of another length than announced is a finding of its own kind
    if len(codes) > 1 and end["nth"]:
        return None
    readings = _readings(clause, end, measure, good_is_high=good_is_high)
    return Outermost(codes, readings, PLACES.get(end["nth"] or "", 1)) if readings else None


def _readings(
    clause: str, end: re.Match[str], measure: Measure, *, good_is_high: bool
) -> tuple[Reading, ...]:
    """What an end may mean of a figure, the likeliest first."""
    kind = end.lastgroup
    if kind == "place":
        return EITHER
    if kind in ("best", "worst"):
        highest = (kind == "best") is good_is_high
        part = (Reading(highest, Scale.PART),) if measure is Measure.DIFFERENCE else ()
        return (Reading(highest), *part)
    return _extent(clause, end[0], measure, highest=kind == "more")


def _extent(clause: str, word: str, measure: Measure, *, highest: bool) -> tuple[Reading, ...]:
    """What a word for more or less, or the most or least, may mean of a figure."""
    if measure is Measure.PLACERING:
        return (Reading(not highest),)  # the highest place is number one
    if measure is not Measure.DIFFERENCE:
        return (Reading(highest),)
    if not word.startswith(("stør", "mindst", "flest", "færrest")):
        return (Reading(highest), Reading(highest, Scale.SIZE))
    negative, positive = _NEGATIVE.search(clause), _POSITIVE.search(clause)
    if negative and positive:
        return ()
    if negative or positive:
        return (Reading(positive is not None),) if highest else ()
    return (Reading(highest, Scale.SIZE), *(EITHER if highest else ()))
