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
    r"|(?:slipper|slap|går|gik)\s+(?:\w+\s+)?fri\s+(?:af|for)|klarer\s+(?:sig\s+(?:fint|godt)|skærene|frisag)|(?:er|bliver|blev)\s+bestået"
    r"|sætte[rs]?\s+(?:flueben|hak)\s+ved|(?:får|fik|fået)\s+hak\s+(?:i|ved)|iagttage\w*|respektere\w*"
    r"|lykke[st]\w*|(?:går|gik|kommer|kom)\s+(?:rent\s+|helskindet\s+)?igennem|består|bestod)\b"
)
_MISSED = re.compile(
    rf"\b(?:volde[rt]?\s+(?:\S+\s+){{0,2}}?{_HARD}|ha(?:r|vde)\s+(?:\w+\s+)?{_HARD}\s+med"
    r"|(?:det\s+)?(?:kniber|knibe|halter|haltede|hænger|skorter)(?:\s+(?:\w+\s+)?(?:bagefter|bagud|efter|med|på))?"
    r"|sakke[rt]?\s+(?:bagud|bagefter)|udestå[rs]?|udestod|svigte[rdt]\w*|strande[rdt]?\w*\s+på"
    r"|dumpe[rdt]?\w*(?:\s+på)?|forpasse[rdts]\w*|fald(?:er|t)\s+igennem(?:\s+på)?"
    r"|glippe[rd]?e?|glap|kikse[rd]?e?|smutte[rd]?e?|gik\s+galt|går\s+galt|fejler|fejlede|uopfyldt\w*"
    r"|ramme[rt]?\s+ved\s+siden\s+af(?:\s+(?:på|med))?|(?:falder|faldt)\s+på|uindfri\w*"
    r"|mangle[rt](?=\s*(?:[.,;]|$))"
    r"|kom(?:mer)?\s+til\s+kort(?:\s+(?:på|med))?|slår?\s+fejl|slog\s+fejl|overtræde[rs]?|overtrådte)\b"
)
_NO = re.compile(r"\b(?:ingen|intet|ikke|få|færre|uden)\b")  # "volder ingen problemer"
_BOTH = re.compile(r"\bb[åa]de\b(?=\s*<)")
_NOMINAL = re.compile(r"\bopfyldelsen?\s+af\s+(?=<)")


def _beside_goal(match: re.Match[str]) -> str:
    if not _GOAL.search(match[0]):
        return match[0]
    clause = _NOMINAL.sub(" ", match[0])
    if _BOTH.search(clause) and _MISSED.search(clause):  # both of them glide, neither is met
        clause, verb = _BOTH.sub(" <neither> ", clause), " <M> "
    else:
        verb = " <not> <M> "
    missed = _MISSED.sub(lambda said: " <M> " if _NO.search(said[0]) else verb, clause)
    return _MET.sub(" <M> ", missed)


def _of_limit(match: re.Match[str]) -> str:
    """``overholder grænsen på 30 pct. for tilbud``, ``er under kravet for samtaler``."""
    return f" {match['said']} {'<S>' if match['talks'] else '<T>'} "


def _of_line(match: re.Match[str]) -> str:
    """``Samtaler: 12,4 pct. – opfyldt``."""
    return f" {'<S>' if match['talks'] else '<T>'} er {match['said']} "


def _on(match: re.Match[str]) -> str:
    """``dumper på tilbud, men består på resultatet``."""
    goal = "<R>" if match["result"] else "<S>" if match["talks"] else "<T>"
    return f" {'<M>' if match['lead'].startswith('best') else match['lead'] + ' på'} {goal} "


def _too_many(match: re.Match[str]) -> str:
    """``har dermed for mange uden samtaler``."""
    return f" ikke <M> {'<S>' if match['talks'] else '<T>'} "


_OF_GOAL = (
    r"(?:\s+på\s+#[\d,]+\s*pct)?\s+(?:for|på|om|til|ved|vedr\w*|i\s+forhold\s+til)\s+(?:andelen\s+)?(?:uden\s+)?"
    r"(?:(?P<talks>samtale\w*)|(?:aktive?\s+)?tilbud\w*|aktivering\w*)"
)
_ADVERB = (
    r"(?:ikke|heller|ganske|vist|lige|akkurat|netop|fortsat|stadig|nu|samtidig|imidlertid|alligevel"
    r"|derimod|desuden|endnu|så|godt|nok|dermed|også|derfor|dog|kun|således|til|gengæld)"
)
# Headings of a committee's paper that stand on the line before without a full stop.
_HEADING = (
    r"(?:resumé?e?|sagsfremstilling|indstilling|baggrund|vurdering|konklusion|konsekvens|status)"
)
_THE_LIMIT = (
    r"(?:grænse\w*|kravet|loftet)(?:\s+på\s+(?:mindst\s+|højst\s+|under\s+)?#[\d,]+\s*pct)?"
)
_TO_MEET = (
    r"(?:at\s+(?:nå|opfylde|indfri|klare|bestå|leve|overholde)|(?:fokus)?m[åa]let|kravet|grænsen|<)"
)
_SET = r"(?:krævede|påkrævede|tilladte|fastsatte|foreskrevne|nødvendige)"


def _beside_limit(match: re.Match[str]) -> str:
    """``er mindre end de krævede 80 pct.``."""
    return " <over> " if match["more"] else " <under> "


IDIOMS: tuple[Row, ...] = (
    (
        r"\b(?:må|kan)\s+(?P<what>(?:<[RSTF][^>]*>\s*)?)(?:(?:på\s+(?:det|den|dette|denne)\s+(?:grundlag|baggrund)|(?P<how>\w+))\s+)?(?:siges|anses|betragtes|betegnes|regnes|kaldes|erklæres|ansees)\s+(?:at\s+være|for(?:\s+at\s+være)?|som)\b",
        lambda match: f" er {match['what']} {match['how'] if match['how'] == 'ikke' else ''} ",
    ),
    (
        r"\b(?P<lead>dumpe\w*|bestå[rs]?|bestod|fejle[rd]\w*|halte\w*|falde[rt]?\s+igennem|falder\s+igennem|kommer\s+til\s+kort)"
        r"\s+(?:\w+\s+)?på\s+(?:(?P<talks>samtaler(?:ne)?)|(?P<result>resultat(?:et|siden))|tilbud(?:dene)?)"
        r"(?=\s*(?:[.,;]|$|(?:og|men|mens)\b))",
        _on,
    ),
    (r"\b(?:det|dette)\s+krav\b(?=\s+(?:er|blev|var|har|ikke|dermed))", "kravet"),
    (r"\b(?:ud\s+)?af\s+<F[^>]*>\s+(?=(?:(?:er|var|blev|bliver)\s+)?<[ST]>)", " "),
    (  # "fokusmålet herfor, som er 80 pct., er nået"
        r",\s+(?:som|der)\s+(?:også\s+|ligeledes\s+)?(?:er|lyder|ligger)\s+(?:på\s+)?(?:mindst\s+|under\s+)?#\d+\s*pct\s*,",
        " ",
    ),
    (r"\(\s*(?:på\s+)?#[\d,]+\s*pct\s*\)", " "),  # its own figure, which is read elsewhere
    (
        rf"\b(?P<more>mere|flere|højere|større)?(?:(?<!\w)(?:mindre|færre|lavere))?\s+end\s+(?:de|det|den)\s+{_SET}"
        r"(?:\s+(?:#[\d,]+\s*pct|grænse\w*|niveau))?",
        _beside_limit,
    ),
    (
        rf"\b(?:når|nåede|nås|klare[rd]?e?|overholde[rs]?|overholdt|opfylde[rs]?|opfyldte|rammer|indfri\w*)"
        rf"((?:\s+(?:dermed|derfor|således|altså|også|ligeledes|heller|dog|fortsat|ikke|så|nu|med\s+#[\d,]+\s*pct))*)"
        rf"\s+(?:op\s+(?:på|til)\s+)?{_THE_LIMIT}",
        r" \1 <M> <aim> ",
    ),
    (
        rf"\b(?:(?:ligger|er|lå|var|holder\s+sig)\s+)?(inden|uden)\s*for\s+(?:{_THE_LIMIT}|det\s+tilladte|rammen)",
        lambda match: f" {'ikke ' if match[1] == 'uden' else ''}<M> <aim> ",
    ),
    (
        r"(?:\b(hvilket|(?:og|men)\s+det)|^(det))\s+(ikke\s+)?er\s+((?:\w+\s+){0,2}?)(?:nok|tilstrækkeligt?)"
        rf"(?=\s*(?:[.,;]|$|(?:til|for|i\s+forhold\s+til)\s+{_TO_MEET}))",
        lambda match: f", {match[1] or ''} {match[3] or ''} {match[4]} <M> <aim> ",
    ),
    (
        r"(?:\b(?:og|men)\s+|^)det\s+er\s+(?:\w+\s+)?for\s+(?:lidt|lavt|højt|meget|mange|få)\b",
        ", hvilket ikke <M> <aim> ",
    ),
    (rf"^{_HEADING}\s+(?=<[RSTF])", ""),
    (
        r"\bhvilket\s+(?:\w+\s+){0,2}?er\s+(?:\w+\s+)?for\s+(?:lidt|lavt|højt|meget|mange|få)\b",
        " hvilket ikke <M> <aim> ",
    ),
    (
        r"\bhar\s+(?:dermed|altså|således|derfor|nu)\s+for\s+mange\s+(?:\w+\s+)?(?:uden|(?:der|som)\s+mangler)"
        r"\s+(?:\w+\s+)?(?:(?P<talks>samtaler?)|tilbud)\b",
        _too_many,
    ),
    (r"\boverst[ie]g\w*((?:\s+ikke)?)\s+(?:grænse\w*|kravet)", r" \1 <over> "),
    (r"\bn[åa](?:r|ede)\s+med\s+#[\d,]+\s*pct\s+op\s+(?:på|til)\s+(?=<[RST]>)", " <M> "),
    (rf"(?P<said><over>|<under>|<M> <aim>){_OF_GOAL}", _of_limit),
    (rf"(?P<said>(?:<not>\s+)?<M>|\befterlev\w*)\s+grænse\w*{_OF_GOAL}", _of_limit),
    (r"\b(?:på\s+eller\s+)?(over|under)\s+(?=<[ST]>)", r" <\1> "),
    (  # "klart over de 80 pct., der kræves"
        r"\b(over|under)\s+(?:de|den|det)\s+(?:\w+\s+)?#\d+\s*pct,?\s+(?:der|som)\s+(?:[\w<>]+\s*){1,6}?(?=[.,;]|$)",
        r" <\1> ",
    ),
    (
        r"\b(?P<more>mere|højere|større|flere)?(?:(?<!\w)(?:mindre|lavere|færre))?\s+end\s+(?:grænse\w*|kravet|loftet)"
        r"(?:\s+på\s+#[\d,]+\s*pct)?",
        _beside_limit,
    ),
    (
        r"\bgrænse\w*(?:\s+på\s+#[\d,]+\s*pct)?\s+(?:er|var|bliver|blev)\s+(?P<how>(?:\w+\s+){0,2}?)(?P<no>ikke\s+)?overskredet\b",
        r" \g<how> \g<no> <over> ",
    ),
    (
        r"\bden\s+er\s+(?P<how>(?:\w+\s+){0,2}?)(?P<no>ikke\s+)?(?:overskredet|overtrådt)\b",
        r" \g<how> \g<no> <over> ",
    ),
    # "Fokusmålet for tilbud: opfyldt (12,4 pct.)", "Samtaler: 12,4 pct. – opfyldt"
    (
        r"(<[RST]>)\s*[:–]\s*(?=(?:ikke\s+)?(?:opfyldt|nået|indfriet|overholdt|i\s+mål)\b)",
        r"\1 er ",
    ),
    (
        r"^(?:\W*)(?:(?P<talks>samtaler)|tilbud)\s*[:–]\s*#[\d,]+\s*pct\W*(?:(?:fokus)?målet\s+|mål\s+|er\s+)*"
        r"(?P<said>(?:ikke\s+)?(?:opfyldt|nået|indfriet|overholdt|i\s+mål))\b",
        _of_line,
    ),
    (
        r"\s*\(?\b(?:med\s+|på\s+)?#\d+\s*(?:(?:fuldtids)?personer\s+|(?:borgere|ledige|forsørgede)\s+)?"
        r"(?:på\s+offentlig\s+forsørgelse\s+)?mod\s+(?:(?:de|et|en)\s+)?(?:for)?vent\w*"
        r"\s+(?:(?:niveau|antal)\s+(?:på\s+)?)?#\d+(?:\s*(?:fuldtids)?personer)?\)?"
        r"|\s*\(?\b(?:med\s+|på\s+)?#\d+\s*(?:(?:fuldtids)?personer\s+|(?:borgere|ledige|forsørgede)\s+)?"
        r"(?:på\s+offentlig\s+forsørgelse\s+)?mod\s+(?:de\s+)?#\d+\s+(?:for)?vente\w*(?:\s+(?:fuldtids)?personer)?\)?",
        " ",
    ),
    (
        r"\bfor\s+(?:høj|lav|stor|lille|mange|få)\w*\s+til,?\s+at\b"
        r"|\b(?:ikke|næppe)\s+(?:[^,;<#]{0,50}\s)?nok\b[^,;<#]{0,40}\s*til,?\s+at\b",
        " ikke ",
    ),
    (r"\b(?:lav|høj|god|stor)t?\s+nok\s+til,?\s+at\b", " "),
    (r"\b(?:undlod|undlader|forsømmer|forsømte)\s+at\b", " ikke "),
    (r"\bikke\s+<not>\s+<M>", " <M> "),
    (  # "når" the verb with more adverbs than one, or before the goal spoken of
        rf"(?<!^)\bn[åa]r\b(?=(?:\s+{_ADVERB})*\s*(?:<[RSTFG]|(?:m[åa]let|kravet)\s*[.,;]))"
        r"(?!(?:(?!\bog\b)[^,;:])*\b(?:er|bliver|blev|var)\b)",
        " <M> ",
    ),
    (_CLAUSE, _beside_goal),
)
