"""What a sentence asserts: not what it supposes, wishes, quotes or lays down as a rule."""

from __future__ import annotations

import re

from rules.grammar.doubts import doubts, of_one

_REASON = re.compile(
    r"^(?:og\s+|men\s+)?(?:da|idet|fordi|eftersom|hvilket|hvorved|selvom|selv om|på trods"
    r"|til trods|ved at|for)\b"
)
_HYPOTHETICAL = re.compile(
    r"\b(?:hvis|såfremt|medmindre|forudsat|skal|skulle|bør|kan|kunne|ville|risiko\w*"
    r"|risikerer|forventes|krav om"
    r"|kræves|kræver|mulighed\w*|eventuelt|måske|muligvis|formentlig|sandsynligvis|først når"
    r"|før de|inden de)\b|^(?:før|førend|inden|indtil)\b"
    # "frygter at blive <covered>": what an infinitive says is not said to be so
    r"|(?<!betingelserne\sfor\s)(?<!besluttet\s)\bat\s+(?:(?:blive|være|komme|kunne|skulle|få|måtte)\s+)*<(?:covered|leaves|extended)>"
    r"|\b(?:hvornår|hvorvidt|hvordan)\b"
    r"|^(?:(?:og|eller)\s+)?(?:om|hvorvidt)\s+(?:@|vi\b|kommunen|andelen|den|det|de|en|der|begge)"
    r"|^(?:og |eller |når )?når\b(?!\s+(?:det\s+gælder|man|der\s+ses))"
)
_GENERIC = re.compile(
    r"\b(?:enhver|hver|hver enkelt|den enkelte) kommunes?\b|^en kommune\b|\bhvis\b"
    r"|\bnår\b(?!\s+(?:kun\s+|op\s+(?:på|til)\s+|ned\s+(?:på|til)\s+|med\s+)?#)"
    r"|\bsåfremt\b"
)
_CONDITIONAL = re.compile(
    r"^(?:når(?!\s+det\s+gælder)|med en grænse|uden(?!\s+(?:tilbud|samtale|aktiv)))\b"
    r"|\b(?:hvis|såfremt|medmindre|forudsat)\b"
)
# "Lægges grænsen ned på 10 pct., er det 38": the verb first and again after the comma supposes;
# "ser man på tilbud, er der 71" only looks.
_INVERTED = re.compile(
    r"^(?:(?:og|men)\s+)?(?!(?:ser|ses|deler|fordeler|opdeler|fordeles|opdeles|opgøres|sammenlignes|sammenholdes|kigger|tæller|medregnes"
    r"|regnes|tages|betragtes|holdes|efter|under|over|eller|heller|kommuner|samtaler|borgere|personer|måneder"
    r"|således|ligeledes|især|når\s+det\s+gælder)\b)"
    r"(?:<(?:M|covered|extended|leaves|inspires)>|havde|har|var|bliver|blev|skulle|kunne|ville|får|fik|faldt|steg"
    r"|kom|går|gik|når|[a-zæøå]*(?:es|er|ede|te))\s+(?:<not>\s+)?"
    r"(?:en|et|de|den|det|man|der|@\[[\d+?]+\]|<[RSTF][^>]*>|[a-zæøå]+(?:en|et|erne|ene))(?![\w@]).*?,\s+(?:så\s+)?"
    r"(?:er|bliver|blev|vil|ville|kan|kunne|skal|skulle|har|havde|var|sker|får|fik|falder|kommer|træder|indtræder"
    r"|forbedres|omfattes|ophører|udgår|forlænges|<[a-zA-Z])"
)
_UNREAL = re.compile(  # "var målet ikke nået, ville …", "ses der bort fra …": of no real figures
    r"^(?:var|havde|blev|skulle|kunne|lå|nåede)\b[^,]*,\s+(?:så\s+)?(?:ville|kunne|skulle|havde)\b"
    r"|^(?:ses\s+der|ser\s+(?:man|vi))\s+bort\s+fra\b|\bfraregnet\b"
)
_RESPECTIVELY = re.compile(r"\b(?:henholdsvis|hhv)\b.*#.*#.*\bkommuner\b")
_QUOTED = re.compile(r"[«»\"”“].*\b(?:sagde|siger|skrev|skriver|udtale[rd]\w*|lød|lyder)\b")
_WISH = re.compile(  # "målet er, at …", "ønsker, at …": what is said next is not said to be so
    r"\b(?:m[åa]let|formålet|ambitionen|håbet|ønsket|planen|kravet|visionen|forudsætning\w*|betingelse\w*)"
    r"\s+(?:\w+\s+){0,2}?(?:er|var|bliver)(?:\s+(?:fortsat|stadig|nu))?$"
    r"|\b(?:er|var)\s+(?:\w+\s+){0,2}?(?:m[åa]let|formålet|ambitionen|håbet|ønsket|planen|kravet|vision\w*"
    r"|forudsætning\w*|betingelse\w*)(?:\s+for(?:\s+\w+){1,3})?$"
    r"|\b(?:ønsker?|håber?|vil\s+(?:sikre|have|arbejde)|sigter|stræber|arbejder|påstår|hævder|tror|kræver"
    r"|forudsætter|afventer|venter|forventer|ventes|antager|antages)\b"
)
_TELLS = re.compile(  # "det skal bemærkes, at …" tells
    r"\b(?:bemærke\w*|konstatere\w*|oplyse\w*|nævne\w*|notere\w*|fremhæve\w*|tilføje\w*|understrege\w*"
    r"|siges|ses|udlede\w*|aflæse\w*|fastslå\w*|præcisere\w*|meddele\w*|konkludere\w*|gentage\w*)\b"
)
_TELLS_ITSELF = re.compile(
    r"\b(?:bemærkes|konstateres|oplyses|nævnes|noteres|fremhæves|tilføjes|understreges|siges|ses|udledes"
    r"|aflæses|fastslås|præciseres|konkluderes|gentages|fremgår)\b"
)
_EMBEDDED = re.compile(r"^(?:og |samt |eller )?(?:at|om|hvorvidt)\b")
_IMPLIED = re.compile(  # "dermed er <S> <M>", of whoever the sentence before is about
    r"^(?:(?:at|dermed|hermed|derfor|hvorfor|således|altså|desuden|samtidig|endvidere|ligeledes|også|så|og|men"
    r"|her|til\s+gengæld|derimod|modsat|omvendt|heller)\s+)*(?:med\s+#[\d,]+\s+pct\s+(?:på\s+\w+\s+)?)?"
    r"(?:<not>\s+)?(?:(?:er|blev|bliver|var)\s+)?(?:(?:begge|heller|også|ligeledes)\s+)*<(?:R|S|T|F|O1)"
    r"|^(?:(?:dermed|derfor|således|altså|og|men|så|ligeledes|også)\s+)*(?:er\s+)?"
    r"(?:(?:målet|kravet|grænsen|grænseværdien)(?:\s+på\s+(?:\w+\s+)?#[\d,]+\s*pct)?"
    r"|det|dette|hvilket)\s+"
    r"(?:(?:er|blev|var|ligger|lå|dermed|således|derfor|altså|nu|fortsat|også|dog|lige|klart|langt|nok\s+til\s+at)\s+)*"
    r"(?:<not>\s+)?(?:er\s+)?<(?:M|over|under)>"
    r"|^(?:(?:og|dermed|derfor|således|altså|men|så|fortsat|stadig|også|lige|klart|langt|et\s+stykke)\s+)*"
    r"(?:(?:er|ligger|lå)\s+)?(?:<not>\s+)?<(?:over|under|M>\s+<aim)>"
    r"|^(?:(?:hvorfor|dermed|derfor|således|altså|og|så)\s+)*<(?:extended|leaves)>"
    r"|^(?:andelen|tallet|niveauet|resultatet|forsørgelsen)\b(?!.*\b(?:skal|må|krav\w*)\b).*"
    r"(?:<[RSTF].*<M>|<M>.*<[RSTF]|<over>|<under>|<M>\s+<aim>)"
    r"|^(?:(?:og|så|men)\s+)?(?:er|var)\s+(?:på\s+)?#[\d,]+\s*pct\b.*(?:<over>|<under>|<M>\s+<aim>)"
)

# Any clause that says a goal or limit is met, in words that are all understood, and names nobody.
_VERDICT = re.compile(r"<(?:M|over|under)>")
_OF_GOAL = re.compile(
    r"<[RSTFO]|\b(?:m[åa]let|kravet|grænsen|grænseværdien|dette|det|hvilket|andelen|\w+andelen|tallet)\b"
)
_OF_OTHERS = re.compile(
    r"@\[|\bkommuner|#\d{1,2}(?![\d,]|\s*pct)|\b(?:som|der|alle|ingen|flere|mange|hver|nogle|enkelte|landet"
    r"|man|her|andre|øvrige|sidste|først|næste)\b|\b(?:havde|ville|kunne)\b.*\bværet\b"
)


def asserts(symbols: str) -> bool:
    """Whether a sentence in symbols says anything of its own that may be held against figures."""
    told_by_others = symbols.endswith("?") or _QUOTED.search(symbols)
    supposed = _CONDITIONAL.search(symbols) or _INVERTED.search(symbols) or _UNREAL.search(symbols)
    return not (told_by_others or supposed or _RESPECTIVELY.search(symbols))


def is_generic(symbols: str) -> bool:
    """Whether a sentence speaks of any municipality: ``en kommune``, ``hver kommune``."""
    return bool(_GENERIC.search(symbols))


def is_reason(clause: str) -> bool:
    """Whether a clause gives a reason: ``da …``, ``idet …``."""
    return bool(_REASON.search(clause))


def is_supposed(clause: str) -> bool:
    """Whether a clause speaks of what may, must or is to be."""
    return bool(_HYPOTHETICAL.search(clause))


def leaves_open(clause: str) -> bool:
    """Whether a clause leaves open if what an ``at`` after it says is so."""
    return not _TELLS.search(clause) and (is_supposed(clause) or bool(_WISH.search(clause)))


def tells_itself(clause: str) -> bool:
    """Whether the note itself vouches for what an ``at`` after the clause says."""
    return bool(_TELLS_ITSELF.search(clause))


def is_embedded(clause: str) -> bool:
    """Whether a clause is told within another: ``at …``, ``om …``."""
    return bool(_EMBEDDED.match(clause))


def is_implied(clause: str) -> bool:
    """Whether a clause without a subject speaks of whoever the sentence before is about."""
    if _IMPLIED.match(clause):
        return True
    if not (_VERDICT.search(clause) and _OF_GOAL.search(clause)):
        return False
    return not (_OF_OTHERS.search(clause) or is_reason(clause) or of_one(doubts(clause)))
