"""Who a sentence speaks of and what it says of them.

A sentence in symbols is cut into clauses; a clause with a count of municipalities, a list of
names or ``kommunen`` opens a statement, clauses without a subject of their own add to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from normalize.headings.periods import MONTHS
from normalize.model import Period
from rules.grammar.assertion import (
    asserts,
    is_embedded,
    is_generic,
    is_implied,
    is_reason,
    is_supposed,
    leaves_open,
    tells_itself,
)
from rules.grammar.conditions import Condition, both, loosely
from rules.grammar.dates import date_of, period_in
from rules.grammar.distributed import distributed
from rules.grammar.doubts import doubts
from rules.grammar.ellipsis import filled_in
from rules.grammar.joined import narrowed, taken_in
from rules.grammar.predicates import Memory, Predicate, goals_in, predicate
from rules.grammar.proforms import stands_for
from rules.grammar.shares import RECEIVED, share_of, speaks, topic
from rules.grammar.subjects import Statement
from rules.grammar.subjects import subject as read_subject

_CLAUSES = re.compile(
    r"\s*(?:[,;:()](?!\d)|\s[–—-]\s(?!#\d))\s*|\s+(?=(?:mens|men|medens|hvorimod|hvoraf|heraf|herunder)\b)"
    r"|\s+(?:og|samt)\s+(?!(?:yderligere\s+)?#\d+\s+(?:andre|øvrige)\b)(?=(?:at\s+)?(?:i\s+)?(?:de\s+)?(?:kun\s+|mindst\s+|højst\s+|resterende\s+|øvrige\s+)*#\d+\s+(?:af\s+)?(?:\S+\s+){0,3}?kommune)"
    r"|\s+og\s+(?=(?:kan|skal|bør|må|vil|risikerer)\s)"  # what they may do takes nothing back
    r"|\s+(?:og|samt)\s+(?=(?:kun\s+)?@\[)|\s+og\s+(?=#\d+\s+(?:<(?:M|not)>|af\s+(?:de|dem|disse)\b))"
)
_TABLE = re.compile(r"\btabel\s+#(\d{1,2})\b")
_OTHER = re.compile(
    r"\b(?:året (?:før|for)|sidste år|i fjor|året forinden|forrige|tidligere|foregående"
    r"|dengang|aldrig"
    r"|over\s+#\d+\s+år|året inden|(?:seneste|sidste)\s+(?:#\d|par|mange)\s+år|år\s+i\s+træk"
    r"|sidste\s+(?:opgørelse|måling|gang|notat)\w*"
    r"|hvert\s+år|begge\s+år|fremgang på|flere end i|færre end i)\b"
)
_LAST_TIME = re.compile(  # "ved opgørelsen i december 2021 var det 44": another than this one
    rf"\b(?:ved|i)\s+(?:opgørelsen|målingen|redegørelsen|notatet)\s+(?:i|fra|af)\s+(?:{'|'.join(MONTHS)})\s+#20\d\d\b"
    r".*\b(?:var|havde|lå|blev|opfyldte)\b"
    r"|\b(?:første|anden|tidligere|oprindelige)\s+(?:opgørelse|redegørelse|måling|udgave|version)\b"
)
_JUDGED = re.compile(  # whether a limit is met, which says nothing of who got what
    r"<not>[^<,;]{0,30}<(?:M|over|under)>|<(?:M|over|under)>[^<,;]{0,30}<not>|<not>\s+(?:nok|tilstrækkelig)"
)
_OWN_AIM = re.compile(  # "kommunens eget mål er 15 pct.": what "målet" stands for from here on
    r"\b(?:eget|egne|egen|lokale?|interne?|politiske?)\s+(?:\w+\s+)?(?:m[åa]l\w*|ambition\w*)|\bm[åa]ltal\w*"
)
_LIMIT = re.compile(
    r"(?:<(?:over|under|aim)>|\b(?:grænse\w*|krav\w*))\s+(?:på|er)\s+(?:\w+\s+)?#(\d+(?:,\d+)?)\s*pct"
)
_HALF = 50.0  # per cent
_COMPARED_TO = re.compile(  # "17,1 pct. mod 40,4 pct. i 2024": the year of what is held against
    r"\b(?:mod|sammenlignet\s+med|i\s+forhold\s+til|end)\s+(?:\w+\s+){0,2}(?:#[\d,]+\s*pct\s+)?i\s+#20\d\d\b"
    r"|,\s*(?:hvilket|hvad|som)\s+(?:det|den|vi|kommunen|de)\s+(?:<not>|ikke|var|gjorde)[^,]*#20\d\d\b"
)
_NO_LEAD = re.compile(r"<|\bikke\b|#\d")  # "de fem, der ikke gjorde, var …": of others
_SAYS_MORE = re.compile(r"<(?:M|over|under|covered|leaves|extended|inspires|cmp|between)")
UNREAD = "et led om målene, der ikke er læst"  # a doubt: it may be what the sentence says
_OF_WHICH = re.compile(  # "det mål, de kom i fasen på": tells which goal, and nothing of them
    r"^(?:som\s+)?(?:de|den|kommunen|kommunerne|@\[[\d+?]+\])\s+(?:\w+\s+){0,2}?<covered>\s+(?:på|ved|med|for)\b"
    r"|^(?:som\s+)?(?:de|den|kommunen|kommunerne|@\[[\d+?]+\])\s+(?:\w+\s+){0,2}?<covered>.*\b(?:på|for)\s*\.?$"
)
_RELATIVE = re.compile(r"^(?:der|som)\b")
_STRAY = re.compile(
    r"(?<![\w,.-])(?<!tabel )(?<!nr )(?<!de )(?<!alle )#\d{1,2}(?![\d,.-])"
    r"(?!\s*(?:pct|måned|time|person|fuldtid|mio|samtale|plads|dage|år|uger|m[åa]l|og\s+#))"
)


@dataclass(frozen=True, slots=True)
class Context:
    """What carries on from the sentences before."""

    memory: Memory = field(default_factory=Memory)
    counted: bool = False  # a count of municipalities stands before, so "de resterende 50" is one
    open: Statement | None = None  # a count whose names may follow in the next sentence
    said: tuple[Condition, ...] = ()  # what "gør det ikke" stands for, where it was understood

    def under(self, topic: str | None) -> Context:
        """The context where a paragraph begins: its heading tells the share, not what was last."""
        return replace(self, memory=replace(self.memory, topic=topic, told=None), said=())


@lru_cache(maxsize=4096)  # notes of an archive share their boilerplate
def statements(symbols: str, context: Context) -> tuple[tuple[Statement, ...], Context]:
    """The statements of one sentence in symbols, and the context for the next sentence."""
    if not asserts(symbols):
        return (), replace(context, said=())
    found: list[Statement] = []
    memory, counted = _heard(context.memory, symbols), context.counted
    symbols, waiting = filled_in(symbols), context.open
    in_reason, relative, unsaid, generic = False, False, False, is_generic(symbols)
    around: tuple[
        str, ...
    ] = ()  # words not understood around "at …": "mener selv, at", "beder om, at"
    for clause in _clauses(symbols):
        if not is_embedded(clause):
            around = () if tells_itself(clause) else doubts(clause)
            unsaid = leaves_open(clause)
        beside = any(one.count for one in found) and not generic
        subject = read_subject(clause, counted=counted, beside=beside)
        if subject is not None and subject.anaphor and generic:
            subject = None
        if is_supposed(clause) or (unsaid and is_embedded(clause)):
            memory = memory.having_heard(goals_in(clause))
            in_reason = in_reason and subject is None
            if subject is not None:
                found.append(replace(subject, clause=clause))
            continue
        if subject is None:
            in_reason = in_reason or is_reason(clause)
            if in_reason and not (found and found[-1].names) and not is_implied(clause):
                found = _because(found, clause, memory)
                continue
        else:
            in_reason = False
        said = _meaning(clause, subject, found, context, memory)
        spoken = said.goals if said is not None else goals_in(clause)
        memory = memory.having_heard(spoken)
        if subject is None and ((generic and not found) or _uncounted(clause, found)):
            continue
        found = _doubted(taken_in(found, subject, said, clause, waiting), said, clause)
        waiting = waiting if _leads_in(clause) else None
        if subject is None and said is None and found and (_RELATIVE.match(clause) or relative):
            found[-1] = narrowed(found[-1], clause)
        relative = bool(_RELATIVE.match(clause))
        if found and said is not None and is_embedded(clause):
            told = tuple(dict.fromkeys((*around, *found[-1].doubts)))
            found[-1] = replace(found[-1], doubts=told)
        counts = subject is not None and (subject.count is not None or subject.anaphor == "those")
        counted = counted or counts
    dealt = _dealt(symbols, context.memory, found, generic=generic)
    found, counted = (dealt, True) if dealt else (found, counted)
    done = _placed(found, symbols)
    last = done[-1] if done else None
    is_open = last is not None and bool(last.count and last.count.number) and not last.names
    is_open = is_open and last is not None and not _other(last)
    stands = last.readings if last is not None else ()
    return done, Context(memory, counted, last if is_open else None, stands)


def _dealt(
    symbols: str, memory: Memory, found: list[Statement], *, generic: bool
) -> list[Statement]:
    """The parts of a number dealt out, where its clauses alone told less."""
    parts = distributed(symbols, memory)
    open_to_all = len(parts) == 1 and (generic or is_supposed(symbols))
    told = sum(bool(one.count and one.readings) for one in found)
    return list(parts) if len(parts) > told and not open_to_all else []


def _clauses(symbols: str) -> list[str]:
    """The clauses of a sentence, without those that only tell which goal is meant."""
    found = [part for part in _CLAUSES.split(symbols) if part.strip()]
    return [*found[:1], *(part for part in found[1:] if not _OF_WHICH.search(part))]


def _doubted(found: list[Statement], said: Predicate | None, clause: str) -> list[Statement]:
    """The statements, the last in doubt where a clause of it says more than was understood."""
    if said is not None or not found or is_reason(clause) or not _SAYS_MORE.search(clause):
        return found
    return [*found[:-1], replace(found[-1], doubts=(*found[-1].doubts, UNREAD))]


def _placed(found: list[Statement], symbols: str) -> tuple[Statement, ...]:
    """The statements with the time and the table that they, or their sentence, speak of."""
    period = period_in(_COMPARED_TO.sub(" ", symbols))
    date, table = date_of(symbols), _TABLE.search(symbols)
    last_time = _LAST_TIME.search(symbols)
    return tuple(
        replace(
            one,
            readings=one.readings if one.count else loosely(one.readings),
            period=_own_period(one.clause, period),
            date=date_of(one.clause) or date,
            other_period=bool(_OTHER.search(one.clause) or last_time),
            table=int(table[1]) if table else None,
        )
        for one in found
    )


def _meaning(
    clause: str,
    subject: Statement | None,
    found: list[Statement],
    context: Context,
    memory: Memory,
) -> Predicate | None:
    """What a clause says of its subject, in its own words or by standing for what was said."""
    meant = stands_for(clause, _said_last(found, context, opened=subject is not None))
    if meant is not None:
        return Predicate(meant, ()) if meant else None
    elliptic = subject is not None and subject.count is not None and subject.count.elliptic
    before = bool(found and found[-1].readings)
    return predicate(clause, memory, verb_before=before, elliptic=elliptic)


def _said_last(found: list[Statement], context: Context, *, opened: bool) -> tuple[Condition, ...]:
    """What ``gør det`` stands for: nothing, where the clause before was not understood.

    A subject that waits for its verb says nothing itself; ``opened``: this clause has its own.
    """
    waits = bool(found) and not opened and not found[-1].readings and not doubts(found[-1].clause)
    before = found[:-1] if waits else found
    return before[-1].readings if before else context.said


def _leads_in(clause: str) -> bool:
    """Whether a clause may stand before the names of those just counted: ``det drejer sig om``."""
    return not (_NO_LEAD.search(clause) or doubts(clause))


def _because(found: list[Statement], clause: str, memory: Memory) -> list[Statement]:
    """``27 kommuner slipper, fordi <R> er <M>``: those who do, or those who do for that reason.

    A reason about the goals that is not understood may leave some of them out.
    """
    said = predicate(clause, memory)
    if not found or found[-1].count is None or not found[-1].readings:
        return found
    if said is None:
        about_goals = speaks(clause) or "resultat" in clause or goals_in(clause)
        return [*found[:-1], narrowed(found[-1], clause)] if about_goals else found
    narrower = (both(found[-1].readings[-1], each) for each in said.readings)
    readings = dict.fromkeys((*found[-1].readings, *(one for one in narrower if one is not None)))
    return [*found[:-1], replace(found[-1], readings=tuple(readings))]


def _uncounted(clause: str, found: list[Statement]) -> bool:
    """Whether a clause after a count has a number of its own that was not read as one."""
    return bool(found) and found[-1].count is not None and bool(_STRAY.search(clause))


def _other(last: Statement) -> bool:
    """Whether the clause of a count has another number, whose names the next sentence may give."""
    return last.count is not None and len(_STRAY.findall(last.clause)) > 1 + bool(last.count.base)


def _heard(memory: Memory, symbols: str) -> Memory:
    """The memory with what a sentence is about; one that speaks of no share goes on as before."""
    if _OWN_AIM.search(symbols):
        return replace(memory, topic=None, goals=(), before=(), told=None)
    own = topic(symbols)
    quiet = own is None and not goals_in(symbols.replace("<F1>", "")) and not speaks(symbols)
    if quiet:
        return memory
    return replace(memory, topic=own, told=_polarity(symbols))


def _polarity(symbols: str) -> bool | None:
    """Whether a share is of those who got it: by its words, else by the limit it is held against.

    A majority is to get talks and offers, so a limit above half is one for those who got them.
    """
    share = share_of(_JUDGED.sub(" ", symbols), received=None)
    if share is not None:
        return share in RECEIVED
    limit = _LIMIT.search(symbols)
    return None if limit is None else float(limit[1].replace(",", ".")) > _HALF


def _own_period(clause: str, whole: Period | None) -> Period | None:
    """The period of a clause; the sentence's where the clause has a piece of it or none."""
    own = period_in(clause)
    if own is None or (whole and whole.start <= own.start and own.end <= whole.end):
        return whole
    return own
