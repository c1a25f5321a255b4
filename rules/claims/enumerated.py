"""A number and what it is made up of: ``De 40 sager fordeler sig på 18 …, 12 … og ti …``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rules.case import Case
from rules.grammar.counts import ALL
from rules.grammar.parting import Part, are_all, exclude, parts
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.prose import Utterance
from rules.sentences.tables import short_table
from rules.wording.danish import listed, number

_TOTAL = r"#(?P<total>\d{1,3})(?![\d,])"
_SHARED = (
    r"(?:fordel\w+\s+sig|deler\s+sig|er\s+(?:\w+\s+)?fordelt|består\s+af|dækker\s+over|opdeles)"
)
_DIVIDED = re.compile(
    rf"^(?:alle\s+|samtlige\s+)?de\s+{_TOTAL}\s+\w+\s+{_SHARED}\b(?P<parts>.*)"
    r"|#(?P<announced>\d{1,3})(?![\d,])\s+\w+(?:\s+[^#:;]*)?:\s+(?P<list>(?:#\d|en\b|et\b).*)"
)
_EVERYBODY = re.compile(  # "kommunerne fordeler sig således": all of them
    rf"\bkommunerne\s+(?:sig\s+)?{_SHARED}\b(?P<one>.*)"
    r"|\bfordele[rs]\s+kommunerne(?:\s+sig)?\b(?P<other>.*)"
)
_OUT_OF = re.compile(
    rf"^(?:ud\s+)?(?:af|blandt|i)\s+(?:de|disse|landets)\s+{_TOTAL}(?!\s*(?:pct|år|måned))(?P<parts>.*)"
)
_PLUS = re.compile(rf"^[^#]*{_TOTAL}\s[^#]*?[,;(]?\s*(?:heraf|hvoraf|deraf)\b(?P<parts>.*)")
_HEREOF = re.compile(r"\b(?:heraf|hvoraf|deraf)\b")
_SOME_OF = re.compile(  # "tre af de seks … , to … og én …"
    rf"^(?P<first>#\d{{1,3}})\s+(?:ud\s+)?af\s+de\s+{_TOTAL}\b(?P<parts>[^#]*?,\s+.*)"
)
_REST = re.compile(
    r"\b(?:resten|de\s+(?:resterende|øvrige|sidste|andre)|de\s+#\d+\s+(?:øvrige|sidste))\b"
)
_ALL_OF = re.compile(  # "…, så alle 14 har svaret": the parts before
    r"(?:^|[,;–]\s*)(?:så|dermed|således|altså|i\s+alt|tilsammen)\s+(?:[^#,;]*\s)?(?:alle\s+|samtlige\s+|i\s+alt\s+)?"
    r"#(?P<total>\d{1,3})(?![\d,]|\s*(?:pct|år|måned|personer|fuldtid))(?:\s+kommuner\b)?(?P<after>[^#]*)$"
)
_ALL = re.compile(r"\b(?:alle|samtlige|tilsammen|dermed|således|altså)\b")
_OPEN = re.compile(  # not all, not exact, not only once, or not so
    r"\b(?:cirka|ca|omkring|knap|godt|næsten|både|hver(?!ken)"
    r"|bl|blandt\s+andet|hvis|skal|bør|kunne|ikke\s+alle|flere\s+af)\b|\?"
    r"|\b(?:mindst|højst|over|under)\s+#\d+(?!\d|,\d|\s*(?:pct|til\b))"
)
_GOALS = re.compile(r"<(?:M>|cmp)")  # counted against the figures by a kind of its own
_STARTS = re.compile(r"^(?:(?:heraf|de)\s+)?(?:#\d|én\b|en\s)")


@dataclass(frozen=True, slots=True)
class Enumerated:
    """A total and its parts.

    ``whole``: the note says that the parts are all of it; ``apart``: none can be in two of them.
    """

    total: int
    parts: tuple[int, ...]
    whole: bool
    apart: bool


def read(case: Case) -> Iterable[Claim]:
    """Sentences that divide a number into parts, the number in them or in the one before."""
    before: Utterance | None = None
    for one in case.utterances:
        if one.table is not None or "#" not in one.tagged or _OPEN.search(one.tagged):
            before = None
            continue
        said = _said(case, one)
        if said is None and not _GOALS.search(one.symbols):
            said = _of_before(before, one) or _summed_up(before, one)
        if said is not None and len(said.parts) > 1 and max(said.parts) <= said.total:
            yield claim(ClaimKind.SUM, one, said, stated=str(said.total))
        same = before is not None and before.sentence.paragraph == one.sentence.paragraph
        before = one if _sole_number(one) is not None or not same or _plain(one) else None


def _said(case: Case, one: Utterance) -> Enumerated | None:
    """A sentence with a number and its parts."""
    text = one.tagged
    if everybody := _EVERYBODY.search(text):
        rows = short_table(case)
        total = len(rows.codes) + rows.unread if rows else ALL
        return _of(total, parts(everybody["one"] or everybody["other"] or ""), text, whole=True)
    if plus := _PLUS.search(text):
        tail = _HEREOF.split(one.symbols)[-1]
        return None if _GOALS.search(tail) else _plus(plus, text)
    if _GOALS.search(one.symbols):
        return None
    if divided := _DIVIDED.search(text):
        total = int(divided["total"] or divided["announced"])
        return _of(total, parts(divided["parts"] or divided["list"]), text, whole=True)
    match = _SOME_OF.search(text) or _OUT_OF.search(text)
    if match is None:
        return None
    found = match.groupdict()
    return _of(
        int(match["total"]),
        parts(f"{found.get('first') or ''} {match['parts']}"),
        text,
        whole=bool(_REST.search(text)),
    )


def _plus(match: re.Match[str], text: str) -> Enumerated:
    """``Seks kommuner …, heraf to i Jylland og fire på Fyn``."""
    return _of(int(match["total"]), parts(match["parts"]), text, whole=bool(_REST.search(text)))


def _of(total: int, found: tuple[Part, ...], text: str, *, whole: bool) -> Enumerated:
    apart = exclude(found, text)
    return Enumerated(
        total, tuple(part.number for part in found), whole or (apart and are_all(found)), apart
    )


def _sole_number(one: Utterance) -> int | None:
    """The number a sentence is about, where it has but one."""
    found = parts(one.tagged)
    return found[0].number if len(found) == 1 and found[0].number > 1 else None


def _plain(one: Utterance) -> bool:
    """Whether a sentence has numbers but says nothing that is held against figures."""
    return bool(parts(one.tagged)) and not _GOALS.search(one.symbols)


def _of_before(before: Utterance | None, one: Utterance) -> Enumerated | None:
    """``Der er 14 kommuner i ordningen. Otte har sagt ja, fire har sagt nej, og to …``."""
    if before is None or before.sentence.paragraph != one.sentence.paragraph:
        return None
    total, found = _sole_number(before), parts(one.tagged)
    if total is None or len(found) < 3 or not _STARTS.match(one.tagged):  # two may be any two
        return None
    said = _of(total, found, one.tagged, whole=False)
    return said if said.apart or sum(said.parts) == total else None


def _summed_up(before: Utterance | None, one: Utterance) -> Enumerated | None:
    """``Otte har sagt ja, seks nej, så alle 14 har svaret``, the last also in its own sentence."""
    match = _ALL_OF.search(one.tagged)
    if match is None:
        return None
    text = one.tagged[: match.start()]
    found = parts(text)
    if not found and before is not None:
        same = before.sentence.paragraph == one.sentence.paragraph
        text = before.tagged if same and not _GOALS.search(before.symbols) else ""
        found = parts(text)
    if len(found) < 2 or not exclude(found, text):
        return None
    whole = bool(_ALL.search(match[0]))
    return Enumerated(int(match["total"]), tuple(part.number for part in found), whole, True)


def check(_: Case, about: Claim) -> Iterable[Finding]:
    """Add the parts up; more than there are is wrong where nobody is in two of them."""
    said = about.detail
    if not isinstance(said, Enumerated):
        return
    total = sum(said.parts)
    text = f"Delene {listed(number(part) for part in said.parts)} giver tilsammen {total}"
    if total == said.total:
        verdict, text = Verdict.CONSISTENT, f"{text}, som notatet skriver"
    elif said.whole or (said.apart and total > said.total):
        verdict, text = Verdict.CONTRADICTED, f"{text}, men notatet fordeler {said.total}"
    else:
        verdict = Verdict.UNVERIFIABLE
        text += f" af {said.total}; notatet siger ikke, om delene skal dække dem alle"
    yield finding(about, verdict, text, derived=str(total))


KIND = Kind("enumerated", read, check)
