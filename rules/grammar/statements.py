"""Who a sentence speaks of and what it says of them.

A sentence in symbols is cut into clauses; a clause with a count of municipalities, a list of
names or ``kommunen`` opens a statement, clauses without a subject of their own add to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from normalize.model import Period
from normalize.periods import find_period
from rules.grammar.conditions import Condition, both
from rules.grammar.dates import date_of
from rules.grammar.doubts import doubts
from rules.grammar.ellipsis import filled_in
from rules.grammar.predicates import Memory, Predicate, goals_in, predicate
from rules.grammar.shares import speaks, topic
from rules.grammar.subjects import NAMES, Statement
from rules.grammar.subjects import subject as read_subject

_CLAUSES = re.compile(
    r"\s*(?:[,;:()](?!\d)|\s[–—-]\s(?!#\d))\s*|\s+(?=(?:mens|men|medens|hvorimod|hvoraf|heraf|herunder)\b)"
    r"|\s+(?:og|samt)\s+(?=(?:at\s+)?(?:i\s+)?(?:de\s+)?(?:kun\s+|mindst\s+|højst\s+|resterende\s+|øvrige\s+)*#\d+\s+(?:af\s+)?(?:\S+\s+){0,3}?kommune)"
    r"|\s+(?:og|samt)\s+(?=(?:kun\s+)?@\[)|\s+og\s+(?=#\d+\s+(?:<(?:M|not)>|af\s+(?:de|dem|disse)\b))"
)
_OUT_OF = re.compile(r"^(?:ud\s+)?(?:af|blandt)\b")
_TABLE = re.compile(r"\btabel\s+#(\d{1,2})\b")
_REASON = re.compile(
    r"^(?:og\s+|men\s+)?(?:da|idet|fordi|eftersom|hvilket|hvorved|selvom|selv om|på trods"
    r"|til trods|ved at|for)\b"
)
_HYPOTHETICAL = re.compile(
    r"\b(?:hvis|såfremt|medmindre|forudsat|skal|skulle|bør|kan|kunne|ville|risiko\w*"
    r"|risikerer|forventes|krav om"
    r"|kræves|kræver|mulighed\w*|eventuelt|måske|muligvis|formentlig|sandsynligvis|først når"
    r"|før de|inden de)\b|^(?:før|førend|inden|indtil)\b"
    r"|^(?:og |eller |når )?når\b(?!\s+(?:det\s+gælder|man|der\s+ses))"
)
_GENERIC = re.compile(
    r"\b(?:enhver|hver|hver enkelt|den enkelte) kommunes?\b|^en kommune\b|\bhvis\b|\bnår\b"
    r"|\bsåfremt\b"
)
_OTHER = re.compile(
    r"\b(?:året (?:før|for)|sidste år|året forinden|forrige|tidligere|foregående|dengang|aldrig"
    r"|over\s+#\d+\s+år|året inden|(?:seneste|sidste)\s+(?:#\d|par|mange)\s+år|år\s+i\s+træk"
    r"|hvert\s+år|begge\s+år|fremgang på|flere end i|færre end i)\b"
)
_CONDITIONAL = re.compile(
    r"^(?:når|med en grænse|uden(?!\s+(?:tilbud|samtale|aktiv)))\b"
    r"|\b(?:hvis|såfremt|medmindre|forudsat)\b"
)
_RESPECTIVELY = re.compile(r"\b(?:henholdsvis|hhv)\b.*#.*#.*\bkommuner\b")
_QUOTED = re.compile(r"[«»\"”“].*\b(?:sagde|siger|skrev|skriver|udtale[rd]\w*|lød|lyder)\b")
_EXAMPLE = re.compile(
    r"^(?:herunder|heriblandt|fx|f\.?\s?eks\.?|for\s+eksempel|eksempelvis|såsom|bl\.?\s?a\.?"
    r"|blandt\s+and(?:et|re))\s+(?:i\s+)?@\["
)
_EMBEDDED = re.compile(r"^(?:og |samt |eller )?(?:at|om|hvorvidt)\b")
_IMPLIED = re.compile(  # "dermed er <S> <M>", of whoever the sentence before is about
    r"^(?:(?:dermed|hermed|derfor|hvorfor|således|altså|desuden|samtidig|endvidere|ligeledes|også|så|og|men"
    r"|her|til\s+gengæld|derimod|modsat|omvendt|heller)\s+)*(?:med\s+#[\d,]+\s+pct\s+(?:på\s+\w+\s+)?)?"
    r"(?:<not>\s+)?(?:(?:er|blev|bliver|var)\s+)?(?:(?:begge|heller|også|ligeledes)\s+)*<(?:R|S|T|F|O1)"
    r"|^(?:(?:dermed|derfor|således|altså|og|men|så)\s+)*(?:er\s+)?(?:målet|kravet|det|dette|hvilket)\s+"
    r"(?:(?:er|blev|var|dermed|således|derfor|altså|nu|fortsat|også|nok\s+til\s+at)\s+)*"
    r"(?:<not>\s+)?<(?:M|over|under)>"
    r"|^(?:(?:hvorfor|dermed|derfor|således|altså|og|så)\s+)*<(?:extended|leaves)>"
    r"|^(?:andelen|tallet|niveauet|resultatet|forsørgelsen)\b(?!.*\b(?:skal|må|krav\w*)\b).*"
    r"(?:<[RSTF].*<M>|<M>.*<[RSTF]|<over>|<under>)"
    r"|^(?:(?:og|så|men)\s+)?(?:er|var)\s+(?:på\s+)?#[\d,]+\s*pct\b.*(?:<over>|<under>|<M>\s+<aim>)"
)
_PRO_VERB = re.compile(r"^[^<]*\b(?:gør|gjorde|har)\s+(?:det\s+)?(?:<not>|ikke)\s*\.?$")
_RELATIVE = re.compile(r"^(?:der|som)\b")
_STRAY = re.compile(
    r"(?<![\w,.-])(?<!tabel )(?<!nr )(?<!de )(?<!alle )#\d{1,2}(?![\d,.-])"
    r"(?!\s*(?:pct|måned|time|person|fuldtid|mio|samtale|plads|dage|år|uger|m[åa]l|og\s+#))"
)
# The mark of a number, and a count of persons that looks like a year: "2.014 fuldtidspersoner".
_HASH = re.compile(
    r"#20\d\d(?=\s*(?:\w*personer|borgere|ledige|forvent|mod\s+(?:(?:de|et)\s+)?(?:forvent|#\d+\s*forv)))"
    r"|#(?=\d)"
)


@dataclass(frozen=True, slots=True)
class Context:
    """What carries on from the sentences before."""

    memory: Memory = field(default_factory=Memory)
    counted: bool = False  # a count of municipalities stands before, so "de resterende 50" is one
    open: Statement | None = None  # a count whose names may follow in the next sentence

    @property
    def of_new_paragraph(self) -> Context:
        """The context where a paragraph begins: the share last spoken of is not meant any more."""
        return (
            self
            if self.memory.topic is None
            else replace(self, memory=replace(self.memory, topic=None))
        )


@lru_cache(maxsize=4096)  # notes of an archive share their boilerplate
def statements(symbols: str, context: Context) -> tuple[tuple[Statement, ...], Context]:
    """The statements of one sentence in symbols, and the context for the next sentence."""
    told_by_others = symbols.endswith("?") or _QUOTED.search(symbols)
    if told_by_others or _CONDITIONAL.search(symbols) or _RESPECTIVELY.search(symbols):
        return (), context
    found: list[Statement] = []
    memory, counted = _heard(context.memory, symbols), context.counted
    symbols = filled_in(symbols)
    table = _TABLE.search(symbols)
    in_reason, relative, generic = False, False, bool(_GENERIC.search(symbols))
    around: tuple[
        str, ...
    ] = ()  # words not understood around "at …": "mener selv, at", "beder om, at"
    for clause in (part for part in _CLAUSES.split(symbols) if part.strip()):
        if not _EMBEDDED.match(clause):
            around = doubts(clause)
        beside = any(one.count for one in found) and not generic
        subject = read_subject(clause, counted=counted, beside=beside)
        if subject is not None and subject.anaphor and generic:
            subject = None
        if _HYPOTHETICAL.search(clause):
            in_reason = in_reason and subject is None
            if subject is not None:
                found.append(replace(subject, clause=clause))
            continue
        if subject is None:
            in_reason = in_reason or bool(_REASON.search(clause))
            if in_reason and not (found and found[-1].names) and not _IMPLIED.match(clause):
                continue
        else:
            in_reason = False
        elliptic = subject is not None and subject.count is not None and subject.count.elliptic
        before = bool(found and found[-1].readings)
        if found and not before and subject is not None and _PRO_VERB.search(clause):
            found.append(replace(subject, clause=clause))
            continue  # "i alle andelen er faldet, kun Vejle gør ikke": does what was not understood
        said = predicate(clause, memory, verb_before=before, elliptic=elliptic)
        spoken = said.goals if said is not None else goals_in(clause)
        memory = memory.having_heard(spoken)
        if subject is None and ((generic and not found) or _uncounted(clause, found)):
            continue
        found = _taken_in(found, subject, said, clause, context.open)
        if subject is None and said is None and found and (_RELATIVE.match(clause) or relative):
            found[-1] = _narrowed(found[-1], clause)
        relative = bool(_RELATIVE.match(clause))
        if found and said is not None and _EMBEDDED.match(clause):
            told = tuple(dict.fromkeys((*around, *found[-1].doubts)))
            found[-1] = replace(found[-1], doubts=told)
        counted = counted or (subject is not None and subject.count is not None)
    period, date = find_period(_HASH.sub("", symbols)), date_of(symbols)
    done = tuple(
        replace(
            one,
            period=_own_period(one.clause, period),
            date=date_of(one.clause) or date,
            other_period=bool(_OTHER.search(one.clause)),
            table=int(table[1]) if table else None,
        )
        for one in found
    )
    last = done[-1] if done else None
    is_open = last is not None and last.count is not None and not last.names and not _other(last)
    return done, Context(memory, counted, last if is_open else None)


def _narrowed(statement: Statement, clause: str) -> Statement:
    """``ti kommuner, der ikke når …, har klaget``: only those of them who did, which nobody knows.

    ``de 45 kommuner, der …`` are all that the clause with ``der`` holds for, whatever they do.
    """
    if statement.count is None or statement.count.definite:
        return statement
    told = tuple(dict.fromkeys((*statement.doubts, *doubts(clause))))
    return replace(statement, doubts=told)


def _uncounted(clause: str, found: list[Statement]) -> bool:
    """Whether a clause after a count has a number of its own that was not read as one."""
    return bool(found) and found[-1].count is not None and bool(_STRAY.search(clause))


def _other(last: Statement) -> bool:
    """Whether the clause of a count has another number, whose names the next sentence may give."""
    return last.count is not None and len(_STRAY.findall(last.clause)) > 1 + bool(last.count.base)


def _heard(memory: Memory, symbols: str) -> Memory:
    """The memory with what a sentence is about; one that speaks of no share goes on as before."""
    own = topic(symbols)
    quiet = own is None and not goals_in(symbols.replace("<F1>", "")) and not speaks(symbols)
    return memory if quiet else replace(memory, topic=own)


def _taken_in(
    found: list[Statement],
    subject: Statement | None,
    said: Predicate | None,
    clause: str,
    waiting: Statement | None,
) -> list[Statement]:
    """The statements so far with one more clause: a new one, or more said or named in the last."""
    if subject is not None and found and _EXAMPLE.match(clause):
        example = replace(subject, count=None, readings=found[-1].readings, doubts=found[-1].doubts)
        return [*found, example]
    if subject is not None and _is_list(subject, clause, says=said is not None):
        if not found and waiting is not None and not subject.only:
            return [replace(waiting, names=subject.names, continued=True)]
        last = found[-1] if found else None
        waits = last and (last.count is not None or last.only or last.anaphor == "kommunerne")
        if waits and not found[-1].names:
            named = replace(found[-1], names=subject.names, clause=f"{found[-1].clause}: {clause}")
            return [*found[:-1], named]
    if subject is not None:
        found = [*found, _of_before(subject, found)]
    if said is not None and not found and subject is None and _IMPLIED.match(clause):
        found = [Statement(clause, anaphor="implied")]
    if said is not None and found and subject is None and _at_another_time(found[-1], clause):
        last = found[-1]
        again = replace(last, clause=clause, readings=(), goals=(), doubts=())
        return [*found, _with(again, said.readings, said.goals, clause)]
    if said is not None and found:
        return [*found[:-1], _with(found[-1], said.readings, said.goals, clause)]
    return found


def _own_period(clause: str, whole: Period | None) -> Period | None:
    """The period of a clause; the sentence's where the clause has a piece of it or none."""
    own = find_period(_HASH.sub("", clause))
    if own is None or (whole and whole.start <= own.start and own.end <= whole.end):
        return whole
    return own


def _at_another_time(last: Statement, clause: str) -> bool:
    """``… i 2024, men i 2025 …``: the same subject, once more."""
    then, now = (find_period(_HASH.sub("", text)) for text in (last.clause, clause))
    again = bool(last.readings) and last.count is None and not last.only
    return again and then is not None and now is not None and then != now


def _with(
    statement: Statement, readings: tuple[Condition, ...], goals: tuple[str, ...], clause: str
) -> Statement:
    """The statement with one more thing said of its subject."""
    if not statement.readings:
        joined: tuple[Condition | None, ...] = readings
    else:
        joined = tuple(both(old, new) for old in statement.readings for new in readings)
    return replace(
        statement,
        readings=tuple(one for one in joined if one is not None),
        clause=statement.clause if clause in statement.clause else f"{statement.clause}, {clause}",
        goals=(*statement.goals, *goals),
        doubts=tuple(dict.fromkeys((*statement.doubts, *doubts(clause)))),
    )


def _of_before(subject: Statement, found: list[Statement]) -> Statement:
    """``Af de 50 kommuner, der …, opfylder 33 …, mens 17 …``: both are of the 50."""
    count = subject.count
    if not found or count is None:
        return subject
    last = found[-1].count
    part_itself = last is not None and last.of_before and bool(found[-1].readings)
    if _OUT_OF.match(found[-1].clause) and not part_itself:
        return replace(subject, count=replace(count, of_before=True))
    bare = count.elliptic and count.base is None and not count.of_before
    first = found[0].count
    if bare and (
        _OUT_OF.match(found[0].clause) or (first is not None and (first.base or first.of_before))
    ):
        return replace(subject, count=replace(count, sibling=True))
    return subject


def _is_list(subject: Statement, clause: str, *, says: bool) -> bool:
    """``Det drejer sig om A, B og C``: names and nothing said of them."""
    bare = subject.names and subject.count is None and not says
    return bool(bare) and "#" not in clause and not doubts(NAMES.sub(" ", clause))
