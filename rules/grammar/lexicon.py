"""The words of the supervision, rewritten to symbols one table row at a time.

A tagged sentence goes in, the same sentence with its goal phrases, verbs, negations and steps of
the phase as symbols comes out: ``#97 kommuner opfylder fokusmålet for samtaler`` becomes
``#97 kommuner <M> <S>``. Words that are left over are words the grammar does not know.

Symbols: ``<R>`` result goal, ``<S>`` talks, ``<T>`` offers, ``<F..>`` the two focus goals together,
``<M>`` meets, ``<not>``, ``<neither>``, ``<both>``, steps of the phase, ``<inspires>``,
``<cmp_lt_20>`` a comparison with a percentage.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rules.grammar.amount_words import AMOUNTS
from rules.grammar.goal_words import GOALS
from rules.grammar.idioms import IDIOMS
from rules.grammar.phase_words import GOES_ON, STEPS
from rules.grammar.verb_words import LIMITS, VERBS

_TELLING = re.compile(
    r"m[åa]l|krav|lykke[sd]|grænse|tilsyn|genopret|opfyld|samtale|tilbud|aktiver|pct|inspirat|forlæng|forsørg"
    r"|vent(?:et|ede)\b|rammevilkår|\bfasen\b|de omfattede\b|omfatte[st]\s+af\s+fasen|udpeg"
    r"|\beneste\b|i forvejen"
    r"|\b(?:er|var|har|havde)\s+det(?:\s+\w+)?\s+ikke\b|\budg[åi]|\budtr[æå]d|\bg[åi]\w*\s+ud\b"
    r"|\b(?:n[åa]r|n[åa]ede|klare[rd]e?|misser|indfri\w+|gjorde|gør)\s+(?:det|dem|begge|ingen|ikke|kun"
    r"|noget|#[12])\b|\bkommuner\s+omfatte[st]\s*\.?$"
    r"|@\[[\d+]+\]\s+(?:(?:er|bliver|blev)\s+)?(?:\w+\s+){0,2}omfatte[st]\b(?!\s+(?:\w+\s+){0,2}af\b)"
    r"|forsørg|\bydelse|overførsel|\bfrigiv|\budskriv|\bslipper|\bslap\b|\bsluppet|\btræder\s+ud|\bomfattede\s+kommuner\b"
)
_ROWS = (*AMOUNTS, *GOALS, *LIMITS, *IDIOMS, *GOES_ON, *VERBS, *STEPS)
_TABLE = tuple((re.compile(pattern), symbol) for pattern, symbol in _ROWS)

_RESPECTIVE = re.compile(
    r"(?:henholdsvis|hhv\.?)\s+(?P<numbers>(?:#\d+(?:,\s+|\s+og\s+))+#\d+)\s+kommuner(?:,?\s+(?:der|som))?"
    r"\s+(?P<no><not>\s+)?<M>\s+(?P<not><not>\s+)?(?P<goals><[RST]>(?:(?:\s*,\s*|\s+og\s+)<[RST]>)+)"
)
_RESPECTIVE_BY = re.compile(  # "<S> og <T> er opfyldt af hhv. 97 og 53 kommuner"
    r"(?P<goals><[RST]>(?:(?:\s*,\s*|\s+og\s+)<[RST]>)+)\s+(?:(?:er|bliver|blev)\s+)?(?P<no><not>\s+)?<M>\s+"
    r"(?P<not><not>\s+)?(?:af|i|hos)\s+(?:henholdsvis|hhv\.?)\s+(?P<numbers>(?:#\d+(?:,\s+|\s+og\s+))+#\d+)\s+kommuner"
)
_BY = re.compile(
    r"(?P<of>\b(?:heraf|hvoraf|deraf)\s+)?(?:(?:også|tillige|samtidig)\s+)?(?P<goal>(?:(?<!<M>\s)(?:<(?:neither|both)>\s+)?<[RST]>(?:\s*,\s*|\s+(?:og|eller)\s+))*<[RST]>)"
    r"\s+(?:(?:er|bliver|blev|dermed|således)\s+)*(?P<no><not>\s+)?(?:<M>\s+|(?P<lacks>mangler\s+))?(?:kun\s+)?"
    r"(?:af|i|hos)\s+(?:kun\s+|de\s+)?(?P<all>(?:alle|samtlige)\s+(?:de\s+)?)?#(?P<number>\d{1,2})(?!\d|,\d|\s*(?:pct|måned|dage|uger|år|tim|samtal))"
    r"(?:\s+kommuner\b)?(?!\s+(?:ud\s+)?af\b|\s+andre\b)(?:\s+og(?=\s+<))?"
)
_FEW_BY = re.compile(  # "ét er opfyldt i #44, og ingen er opfyldt i en": of the two just named
    r"(?P<few>#[12]|ingen|begge)\s+(?:er|bliver|blev)\s+<M>\s+(?:i|hos)\s+(?:#(?P<number>\d{1,2})|en)\b"
    r"(?:\s+kommuner?\b)?"
)
_AMONG = re.compile(
    r"^(?:blandt|til)\s+(?:de\s+)?(?:#\d+\s+)?kommuner(?:ne)?,?\s+(?:der|som)\s+(?P<said>[^,@]+),?\s+"
    r"(?:er|hører|findes|ses|tæller)\s+(?:også\s+|bl\w*\.?\s*(?:a\.|andet|andre)\s+)?"
    r"(?P<who>@\[[^\]]+\])"
)
_ONE_OF = re.compile(
    r"(?P<who>@\[[\d+]+\])\s+(?:er|var|hører\s+til)\s+(?:(?:en|#\d)\s+af|blandt)\s+"
    r"(?P<those>de\s+(?:#\d+\s+)?kommuner),?\s+(?P<said>(?:der|som)\s+[^,;]+)"
)


_AS_ANOTHER = re.compile(  # "forlader ligesom Greve fasen": beside whom it is said, and no subject
    r"(?:^|(?P<comma>,)?\s+)\b(?:ligesom|lige\s+som|i\s+lighed\s+med|på\s+linje\s+med|i\s+modsætning\s+til|modsat"
    r"|til\s+forskel\s+fra|i\s+stil\s+med)\s+(?:(?:i|hos|for)\s+)?@\[[\d+]+\](?(comma)\s*(?:,|\.?$))(?!\s*,\s*(?:der|som|hvor|og)\b)"
)


@lru_cache(maxsize=4096)  # notes of an archive share their boilerplate
def symbols(tagged: str) -> str:
    """The tagged sentence with everything the table knows as symbols, single spaces between."""
    if not _TELLING.search(tagged):
        return tagged
    tagged = _AS_ANOTHER.sub(" ", tagged)
    for pattern, symbol in _TABLE:
        tagged = pattern.sub(symbol, tagged)
    tagged = " ".join(tagged.split())
    tagged = _AMONG.sub(r"\g<who> \g<said>", tagged)
    tagged = _ONE_OF.sub(_member, tagged)
    tagged = _RESPECTIVE_BY.sub(_one_by_one, _RESPECTIVE.sub(_one_by_one, tagged))
    if "<M>" not in tagged and "mangler" not in tagged:
        return tagged
    return _BY.sub(_turned, _FEW_BY.sub(_few_turned, tagged))


def _member(match: re.Match[str]) -> str:
    """``Odder er en af de 45 kommuner, der …``: the count, with one of those counted."""
    if "#" not in match["those"]:
        return f"{match['who']} {match['said']}"
    return f"{match['those']} {match['said']} , herunder {match['who']}"


def _one_by_one(match: re.Match[str]) -> str:
    """``hhv. #48 og #97 kommuner <M> <R> og <S>``: each its own, where there are as many."""
    numbers, goals = re.findall(r"#\d+", match["numbers"]), re.findall(r"<[^>]+>", match["goals"])
    if len(numbers) != len(goals):
        return match[0]
    verb = f"{'<not> ' if match['no'] or match['not'] else ''}<M>"
    pairs = zip(numbers, goals, strict=True)
    return " , ".join(f"{number} kommuner {verb} {goal}" for number, goal in pairs)


def _turned(match: re.Match[str]) -> str:
    """``<S> <M> af #96`` as ``#96 kommuner <M> <S>``."""
    goals = match["goal"]
    if match["lacks"] and "<both>" in goals:  # both are missing: neither is met
        verb, goals = "<M>", goals.replace("<both>", "<neither>")
    else:
        verb = f"{'<not> ' if match['no'] or match['lacks'] else ''}<M>"
    return f", {match['of'] or ''}{match['all'] or ''}#{match['number']} kommuner {verb} {goals} ,"


def _few_turned(match: re.Match[str]) -> str:
    """``ingen er <M> i #3`` as ``#3 kommuner <M> <D=0>``."""
    few = {"ingen": 0, "begge": 2}.get(match["few"]) if match["few"][0] != "#" else match["few"][1:]
    return f", #{match['number'] or 1} kommuner <M> <D={few}>"
