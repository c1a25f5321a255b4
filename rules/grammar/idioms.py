"""Ways to say that a goal is met or missed which mean so only beside a goal.

``halter``, ``i hus`` or ``volder problemer`` may be said of anything; in a clause that names a goal
they are said of it, wherever they stand: ``målet honoreres``, ``honorerer målet``.
"""

from __future__ import annotations

import re

from rules.grammar.row import Row

_CLAUSE = r"[^,;:]+(?:,\d[^,;:]*)*"
_GOAL = re.compile(r"<[RSTFG]")
_HARD = r"(?:\w*problem\w*|besvær\w*|vanskelig\w*|kvaler|udfordring\w*|bøvl|knas)"
_MET = re.compile(
    r"\b(?:honorere\w*|imødekomme\w*|imødekom|tilgodese\w*|fuldbyrde\w*"
    r"|i\s+hus|på\s+plads(?!\s+(?:nr|nummer|#))|i\s+orden|(?:har|havde)\s+(?:godt\s+)?styr\s+på"
    r"|klarer\s+(?:sig\s+(?:fint|godt)|skærene|frisag)|(?:er|bliver|blev)\s+bestået"
    r"|sætte[rs]?\s+flueben\s+ved)\b"
)
_MISSED = re.compile(
    rf"\b(?:volde[rt]?\s+(?:\S+\s+){{0,2}}?{_HARD}|ha(?:r|vde)\s+(?:\w+\s+)?{_HARD}\s+med"
    r"|(?:det\s+)?(?:kniber|knibe|halter|haltede|hænger|skorter)(?:\s+(?:\w+\s+)?(?:bagefter|bagud|efter|med|på))?"
    r"|sakke[rt]?\s+(?:bagud|bagefter)|udestå[rs]?|udestod|svigte[rdt]\w*|strande[rdt]?\w*\s+på"
    r"|dumpe[rdt]?\w*(?:\s+på)?|forpasse[rdts]\w*|fald(?:er|t)\s+igennem(?:\s+på)?"
    r"|kom(?:mer)?\s+til\s+kort(?:\s+(?:på|med))?|slår?\s+fejl|slog\s+fejl|overtræde[rs]?|overtrådte)\b"
)
_NOMINAL = re.compile(r"\bopfyldelsen?\s+af\s+(?=<)")


def _beside_goal(match: re.Match[str]) -> str:
    if not _GOAL.search(match[0]):
        return match[0]
    clause = _NOMINAL.sub(" ", match[0])
    missed = _MISSED.sub(" <not> <M> ", clause)
    return _MET.sub(" <M> ", missed)


IDIOMS: tuple[Row, ...] = ((_CLAUSE, _beside_goal),)
