"""Steps of the recovery phase: ``<covered>``, ``<extended>``, ``<leaves>``, ``<inspires>``."""

from __future__ import annotations

import re

from normalize.headings.periods import MONTHS
from rules.grammar.phase_frame import FRAME
from rules.grammar.phase_moves import MOVES
from rules.grammar.phase_reasons import REASONS
from rules.grammar.row import Row

_PHASE = (
    r"(?:genopretning\w*|fasen\b|(?:det\s+)?skærpe[td]\w*\s+tilsyn\w*"
    r"|(?:skærpet\s+)?opfølgning|tilsynet)"
)
_BEGINS = r"(?:indled\w+|iværks[æa]t\w*|etabler\w+|indfør\w+|påbegynd\w+)"
_ENDS = (
    r"(?:oph[øo]r\w*|afslut\w+|ophæv\w+|indstill\w+|afvikl\w+|slut\b"
    r"|bring\w+\s+til\s+(?:ophør|afslutning|ende))"
)
_ADVERB = (
    r"(?:nu|ikke|heller|dermed|derfor|altså|således|også|ligeledes|dog|så|alligevel|nemlig|derimod"
    r"|allerede|i\s+dag)"
)
_NEAR = r"(?:(?!\bog\b)[^,;:<>@]){0,60}?"

_SHORT = re.compile(
    r"^\W*(?:(?:og|også|heller|ligeledes)\s+)*(?:i\s+\w+\s+#20\d\d\s+)?(?:#\d+\s+af\s+(?:dem|disse|de\s+#\d+),?\s+)?"
    r"(?:@\[[\d+]+\],?|kommunen)\s+(?:\w+\s+)?$"
)
_OF_PHASE = re.compile(r"<[RSTF]|pct|tilsyn|fasen|genopret")


def _out(match: re.Match[str]) -> str:
    """``Greve udgår ligeledes``: of the phase, where nothing else is spoken of."""
    alone = _SHORT.search(match.string[: match.start()])
    return " <leaves> " if alone or _OF_PHASE.search(match.string) else match[0]


# Before the negation is a symbol: "ikke længere" is an exit, no denial.
GOES_ON: tuple[Row, ...] = (
    *REASONS,
    (
        rf"\b(?:er|var|bliver|har)\s+(?:[\w#.]+\s+){{0,5}}?ikke\s+(?:længere|mere)\s+(?:(?:under|i|omfattet\s+af)\s+)?{_PHASE}",
        " <leaves> ",
    ),
    (
        rf"\b(?:yderligere|nye|endnu)\s+(?:#\d+\s+måneder|et\s+år|#1\s+år)\s+(?:i|under)\s+{_PHASE}"
        r"|\bfår\s+(?:\w+\s+)?#\d+\s+måneder\s+(?:mere|ekstra|yderligere)\b"
        rf"|\b(?:fortsætter|forbliver|bliver)\s+(?:\w+\s+)?(?:fortsat\s+)?(?:i|under)\s+{_PHASE}\s+(?:i\s+)?"
        r"(?:yderligere|endnu)",
        " <extended> ",
    ),
    (
        rf"\b(?:er|bliver|kommer som)\s+(?:ligeledes\s+|også\s+)?nye?\s+"
        rf"(?:kommuner?\s+)?(?:i|under)\s+{_PHASE}",
        " nye <covered> ",
    ),
)
STEPS: tuple[Row, ...] = (
    (
        r"(@\[[\d+]+\][^#@]{0,60})\b(?:er|var)\s+(?:allerede\s+(?:med|der)|(?:der|med)\s+(?:allerede|i\s+forvejen))\b",
        r"\1 allerede <covered> ",
    ),
    (
        r"\b(?:falder|kommer|overgår|ryger|havner|indtræder|overgik|kom|faldt)\s+"
        rf"((?:(?:(?:de|disse|kun|nu|følgende)\s+){{0,2}}#\d+\s+(?:\w+\s+)?|følgende\s+)kommuner)\s+(?:ind\s+)?(?:under|i|til)\s+{_PHASE}",
        r" \1 bliver <covered> ",
    ),
    (
        rf"\b(?:{_PHASE}\s+(?P<a>{_BEGINS})|(?:der\s+)?(?P<b>{_BEGINS})\s+(?:der\s+)?(?:en\s+|et\s+)?{_PHASE})"
        r"\s+(?:i|med|for|over for)\s+(?P<who>@\[[\d+]+\]|(?:følgende\s+)?(?:#\d+\s+)?kommuner)",
        r" \g<who> bliver <covered> ",
    ),
    (
        rf"\b{_PHASE}\s+(?:med|for|af|i)\s+(@\[\d+\])\s+(?:er\s+|bliver\s+)?"
        rf"{_ENDS}",
        r" \1 <leaves> ",
    ),
    (
        rf"\b(?:afslut\w+|ophæv\w+|indstill\w+)\s+{_PHASE}\s+(?:med|for|af|i)\s+(@\[[\d+]+\])"
        rf"|\bfor\s+(@\[[\d+]+\])\s+(?:er|bliver|blev)?\s*(?:{_PHASE}\s+{_ENDS}|{_ENDS}\s+{_PHASE})",
        r" \1\2 <leaves> ",
    ),
    (
        rf"\b{_PHASE}\s+(?:omfatter|dækker|gælder|rammer)\s+(?:(?!<|@|#\d+\s+(?:kommuner|nye))[^,;]){{0,40}}?"
        r"(@\[[\d+]+\]|#\d+\s+(?:nye\s+)?kommuner)",
        r" \1 bliver <covered> ",
    ),
    (
        rf"\b{_PHASE}\s+(?:med|for|af|i)\s+(@\[[\d+]+\])\s+(?:er\s+|bliver\s+)?forlæng\w*",
        r" \1 <extended> ",
    ),
    (
        rf"\b{_PHASE}\s+(?:er|var|bliver)\s+(?:(?:nu|hermed|dermed)\s+)?(?:slut|ovre|forbi|afsluttet|ophævet)"
        r"\s+(?:for|i|hos)\s+(@\[[\d+]+\])",
        r" \1 <leaves> ",
    ),
    (
        r"\b(?:afslutter|(?:har|kan)\s+(?:nu\s+)?afslutte\w*|får\s+(?:\w+\s+)?(?:ophævet|afsluttet)|frigives\s+(?:fra|for))"
        rf"\s+{_PHASE}(?!\s+(?:i|for|med)\s)",
        " <leaves> ",
    ),
    (rf"\b(?:slipper|slap)\s+for\s+{_PHASE}|\bundg[åi]\w*\s+{_PHASE}", " <not> <covered> "),
    (rf"\b(?:er|var|kom(?:mer)?)\s+(?:nu\s+)?ude\s+af\s+{_PHASE}", " <leaves> "),
    (
        rf"\b(?:oph[øo]r\w*|udg[åa]r|udgik|udgået|forlad\w*|forlod|tr[æå]d\w*\s+ud|udtr[æå]d\w*|"
        rf"(?:kom\w*|slipper|slap|sluppet|er|tages|taget|ryger|røg|løft\w+|skrives|skrevet)\s+ud|frigive[st]|frigivet"
        rf"|udskrive[st]|udskrevet|(?:er|bliver|blev|var)\s+(?:\w+\s+)?(?:kommet\s+)?(?:fri|færdig\w*|sluppet)"
        rf")\b{_NEAR}\b{_PHASE}",
        " <leaves> ",
    ),
    (
        rf"\b(?:kan|kunne)\s+(?P<who>(?:@\[[\d+]+\]|kommunen)\s+)?(?P<how>(?:(?:{_ADVERB}|<not>)\s+)*)udtræde\b"
        r"(?!.*\b(?:når|først)\b)",
        lambda match: f"{match['who'] or ''}{match['how']}udtræder",
    ),
    (
        r"\b(?:udtræder|træder\s+ud|går\s+ud|slipper\s+ud|udgår|udgik|frigives"
        r"|udskrives)"
        r"(?:\s+(?:ligeledes|også|nu|derfor|dermed|altså|således|heller|af\s+den|på\s+samme\s+\w+))*"
        r"\s*(?=[.,;:]|$)",
        _out,
    ),
    (rf"\budtr[æå]d\w*(?=\s+(?:\w+\s+)?i\s+(?:{'|'.join(MONTHS)})\b)", " <leaves> "),
    (
        rf"\bomfatte[st]\s+(kommunen|@\[\d+\]|#\d+\s+(?:\w+\s+)?kommuner)\s+(?:\w+\s+)?af\s+{_PHASE}",
        r" \1 bliver <covered> ",
    ),
    (rf"\bforlæng\w*{_NEAR}\b{_PHASE}|\b{_PHASE}{_NEAR}\bforlæng\w*|\bforlæng\w+", " <extended> "),
    (
        rf"\b(kom(?:mer|met|me)?)(?:\s+\w+)?\s+(?:under|i)\s+(?:\w+\s+){{0,2}}?{_PHASE}",
        r" \1 <covered> ",
    ),
    (
        rf"\b(?:omfatte\w*(?:\s+\w+)?\s+af|underlagt|underlægges|placeres\s+i|underkast\w+|undergives|pålægges|indgår\s+i|optages\s+i|indlemmes\s+i|(?:træder|rykker)\s+(?:\w+\s+)?ind\s+i"
        rf"|indtr[æå]d\w*\s+i|overg[åi]\w*\s+til|f[ao]ld\w*\s+(?:ind\s+)?under|havner?\s+(?:i|under)|sættes\s+under"
        rf"|sat\s+under|(?:er|været)\s+(?:i|under))\s+(?:\w+\s+){{0,2}}?{_PHASE}",
        " <covered> ",
    ),
    (
        rf"\bomfatte(?:s|t)\b(?![^,;.]{{0,60}}\baf\b(?!\s+{_PHASE}))",
        " <covered> ",
    ),
    (
        rf"(?<!kommuner )\b(?P<verb>er|var|været|bliver|blev)"
        rf"(?P<between>(?:\s+(?:{_ADVERB}|<not>)){{1,3}})\s+(?:i|under|omfattet\s+af)\s+(?:\w+\s+){{0,2}}?{_PHASE}",
        r" \g<verb> \g<between> <covered> ",
    ),
    *MOVES,
    *FRAME,
    (
        rf"\b(?:kan|kunne)\s+(?P<who>@\[[\d+]+\]\s+)?(?P<how>(?:(?:{_ADVERB}|<not>)\s+)*)(?=<leaves>(?!.*\b(?:når|først)\b))",
        lambda match: f" {match['who'] or ''}{match['how']}",
    ),
    (rf"\s+(?:i|af|fra|under|for)\s+{_PHASE}", " "),
    (r"\binspirationskommune\w*", " <inspires> "),
)
