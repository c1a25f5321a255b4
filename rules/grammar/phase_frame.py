"""Steps of the recovery phase found from their parts, in whatever order these stand.

A clause that names the phase, a word of leaving, staying or coming in, and otherwise only words
that are understood, takes that step: ``sletter Greve af listen over kommuner i fasen``, ``farvel
til genopretningsfasen``, ``fasen er et overstået kapitel for Greve``. Who takes it, and whether it
is denied, is read from the rest.
"""

from __future__ import annotations

import re

from rules.grammar.doubts import doubts, of_one
from rules.grammar.phase_moves import PHASE
from rules.grammar.row import Row

_OUT = re.compile(
    r"\b(?:forlad\w*|forlod|forladt|udg[åi]\w*|udtr[æå]d\w*|oph[øo]r\w*|afslut\w*|ophæv\w*|opsagt|opsiges|frigiv\w*|frigør\w*"
    r"|frigjort|slette\w*|stryge\w*|strøg|strøget|udskriv\w*|udskrev\w*|afmeld\w*|løse[sr]|løst|løft\w*|afvikl\w*"
    r"|udslus\w*|farvel|færdig\w*|ude|ud|slut|ovre|forbi|overstået|tilendebragt|afslutning|fri|sluppet|bortfald\w*"
    r"|fjerne\w*|fjernet|hæve[st]|tages\s+af|taget\s+af|ryger\s+af|af\s+listen|af\s+krogen|bag\s+sig|lagt\s+bag"
    r"|bragt\s+til\s+(?:ophør|ende))\b"
    r"|\bslip\w*(?:\s+\w+){0,2}\s+(?:mere|yderligere|videre)\b"
)
_STILL = re.compile(
    r"\b(?:forbliv\w*|forblev|fastholde\w*|fastholdt|beholde\w*|fortsætte\w*|fortsatte|fortsat|stadig\w*|bliver?"
    r"|blive|hænger\s+fast|hænger|holdes|tilbage|videre|ét|år|måneder|endnu)\b"
)
_NO_LONGER = re.compile(r"<not>(?:\s+\w+)?\s+(?:længere|mere)\b")
_IN = re.compile(
    r"\b(?:indtræd\w*|indtrådt\w*|indlemme\w*|optage\w*|omfatte\w*|inddrage\w*|indsluse\w*|indskrive\w*|tilføje\w*|føjes"
    r"|komme\w*|kom|havne\w*|ende[rs]?|endte|placere\w*|sætte\w*|sat|satte|underlægge\w*|underlagt|ryge\w*|røg"
    r"|lande\w*|pålægge\w*|pålagt|sende\w*|sendt|henvise\w*|henvist|anbringe\w*|anbragt|træde\w*|trådte|ramme\w*"
    r"|møde\w*|starte\w*|begynde\w*|begyndte|indled\w*|iværksæt\w*|iværksat|etablere\w*|vente\w*)\b"
)
_AROUND = re.compile(  # what stands around the words of a step without changing it
    r"\b(?:omgang|gang|afgørelse\w*|beslutte\w*|beskæftigelsesministeren|sin|sine|dens|selv|sige|kapitel|tage[rs]?"
    r"|lukke[rs]?|lagt|lægge[rs]?|træde[rs]?|ryge[rs]?|gå[rs]?|ophør|krogen|skal|må|måtte|få[rs]?|bagefter|april"
    r"|maj|gjort|bevist)\b"
)
_MAY = re.compile(  # "må blive i fasen" stays, "kan sige farvel til den" leaves
    r"\b(?:må|måtte|kan|kunne|skal|skulle)\b(?!.*\b(?:når|først|tidligst|hvis|risiker\w*)\b)"
)
_CLAUSE = r"[^,;:]+(?:,\d[^,;:]*)*"
_TAGS = re.compile(r"@\[[\d+?]+\]|#[\d,]+\.?|<[^>]+>|_")
_STEP = re.compile(r"<(?:covered|extended|leaves)>")


def _step(match: re.Match[str]) -> str:
    clause = match[0]
    phase = re.search(rf"\b{PHASE}", clause)
    if phase is None or _STEP.search(clause):
        return clause
    bare = f"{clause[: phase.start()]} _ {clause[phase.end() :]}"
    for words, symbol in (
        (_OUT, "<leaves>"),
        (_NO_LONGER, "<leaves>"),
        (_STILL, "<not> <leaves>"),
        (_IN, "<covered>"),
    ):
        if not words.search(bare):
            continue
        if words is _STILL and "<not>" in bare:  # who does not stay leaves
            told = _placed(words, "<leaves>", bare.replace("<not> ", "", 1))
        else:
            told = _placed(words, symbol, bare)
        rest = _TAGS.sub(" ", _AROUND.sub(" ", _STILL.sub(" ", _IN.sub(" ", words.sub(" ", bare)))))
        return clause if of_one(doubts(rest)) else told.replace("_", " ")
    return clause


def _placed(words: re.Pattern[str], symbol: str, bare: str) -> str:
    """The clause with the first of the words as the symbol, and the others left out."""
    told = words.sub(" ", words.sub(f" {symbol} ", bare, count=1))
    return _MAY.sub(" ", told) if symbol != "<covered>" else told


FRAME: tuple[Row, ...] = ((_CLAUSE, _step),)
