"""Going into, staying in, keeping out of and coming out of the recovery phase, verb by verb.

A verb, what may stand between (adverbs, dates, names, a negation), a preposition and the phase:
``indtræder pr. 1. april 2025 i genopretningsfasen``, ``sætter Greve under skærpet tilsyn``.
"""

from __future__ import annotations

from normalize.headings.periods import MONTHS
from rules.grammar.row import Row

PHASE = (
    r"(?:(?:en\s+|den\s+|et\s+|det\s+)?(?:genopretning(?:sfasen?|sperioden?|en)?\b|fasen\b|skærpe[td]\w*\s+tilsyn\w*"
    r"|(?:skærpet\s+)?opfølgning\b|tilsyn(?:et)?\b))"
)
_BETWEEN = (
    r"(?P<between>(?:\s+(?:den|pr|fra|i|med|ultimo|primo|medio|nu|igen|dermed|derfor|således|så|altså|også|hermed"
    r"|ligeledes|heller|fortsat|alligevel|først|som|følge|heraf|virkning|og|kommunen|de|begge|<not>"
    rf"|#\d+(?:\s+(?:nye\s+)?kommuner)?|{'|'.join(MONTHS)}|@\[[\d+?]+\])[.,]?){{0,9}}?)"
)
_INTO = r"\s+(?:ind\s+|med\s+)?(?:i|under|til|af|for)\s+"
_ENTER = (
    r"(?:indtræd\w*|indtrådt\w*|indgår|indgik|overgår|overgik|sæt(?:te|tes|ter)|sat|satte|udpege[rs]?|udpegede"
    r"|udpeget|komme[rst]?|kom|ryger|røg|falder|faldt|træder|trådte|placere[rst]?|genstand|optage[rst]?|taget"
    r"|tages|inddrage[rst]?|rammes|ramt|føres|ført|henvises|henvist|underlægge[rs]?)"
)
_AVOID = (
    r"(?:går|gik|slippe[rs]?|slap|sluppet|fritage[rs]?|fritaget|friholde[rs]?|friholdt|skåne[rs]?|skånet"
    r"|undtage[rs]?|undtaget|undgår?|undgik|undgået|klarer\s+sig|holder\s+sig|holdes|holdt)"
)
_BEGIN = (
    r"(?:indtræder|indtrådte|indledes|indledt|iværksættes|iværksat|igangsættes|igangsat|starter"
    r"|startede|begynder|begyndte|påbegyndes|træder\s+i\s+kraft)"
)
_STILL = r"(?:fortsat|stadig(?:væk)?|fremdeles|endnu)"

MOVES: tuple[Row, ...] = (
    (
        rf"\b(?:er|var|bliver|står)\s+for\s+(?:\w+|#\d+\.?)\s+(?:år|gang)\s+(?:i\s+træk|på\s+stribe)\s+"
        rf"(?:i|under|omfattet\s+af)\s+{PHASE}",
        " <covered> ",
    ),
    (
        rf"\bfor\s+(?:så\s+vidt\s+angår\s+)?(?P<who>@\[[\d+]+\])(?:s\s+vedkommende)?,?\s+{_BEGIN}\s+(?P<how>(?:<not>\s+)?)"
        rf"(?:(?:der|også|ligeledes|dermed|derfor|således|nu)\s+)*{PHASE}",
        r" \g<who> \g<how> <covered> ",
    ),
    (
        rf"\b{PHASE}\s+(?:venter|rammer|tilfalder)\s+(?P<who>@\[[\d+]+\])",
        r" \g<who> <covered> ",
    ),
    (
        rf"\b(?:er|var|hører\s+til){_BETWEEN}\s+blandt\s+de\s+omfattede(?:\s+kommuner)?\b(?!\s+af\b)",
        r" \g<between> <covered> ",
    ),
    (
        rf"\b(?:er|var|befinder\s+sig|står)\s+(?:(?:nu|dermed|derfor|altså|således)\s+)?{_STILL}\s+"
        rf"(?:i|under|omfattet\s+af)\s+{PHASE}",
        " <not> <leaves> ",
    ),
    (
        rf"\b(?:forbliver|fortsætter|(?:må|skal)\s+(?:{_STILL}\s+)?(?:for)?blive|bliver)\s+(?:(?:dermed|derfor|altså|således|{_STILL})\s+)?"
        rf"(?:i|under)\s+{PHASE}|^{PHASE}\s+fortsætter\b",
        " <not> <leaves> ",
    ),
    (
        rf"\b{_AVOID}\b{_BETWEEN}(?:\s+(?:fri|uden))?(?:\s+(?:for|af|fra))?\s+{PHASE}",
        r" <not> \g<between> <covered> ",
    ),
    (rf"\bskal\b{_BETWEEN}\s+(?:ind\s+)?(?:i|under)\s+{PHASE}", r" bliver \g<between> <covered> "),
    (rf"\b(?P<verb>{_ENTER})\b{_BETWEEN}{_INTO}{PHASE}", r" \g<verb> \g<between> <covered> "),
    (
        rf"\b(?:indleder|iværksætter|igangsætter|etablerer|starter|påbegynder){_BETWEEN}\s+{PHASE}(?:\s+(?:i|for|over\s+for|hos|med)\b)?",
        r" \g<between> <covered> ",
    ),
    (
        rf"\b{PHASE}{_BETWEEN}\s+(?:ophør(?:er|te|t)|ophæve[st]|afslutte[st])\b",
        r" \g<between> <leaves> ",
    ),
    (rf"\b{PHASE}{_BETWEEN}\s+{_BEGIN}\b", r" \g<between> <covered> "),
)
