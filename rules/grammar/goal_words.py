"""Names of the goals, and the result goal said in full, as ``<R>``, ``<S>`` and ``<F..>``."""

from __future__ import annotations

import re

from rules.grammar.row import Row

_TALKS = r"(?:job|personlige )?samtale(?!m[åa]l|-|krav)\w*"
_OFFERS = (
    r"(?:aktivt?e?\s+|virksomhedsrettede?\s+)?tilbud(?!sm[åa]l|sk|s?-)\w*|aktivering\w*"
    r"|aktiv indsats"
)
_GOAL = r"(?:fokus)?(?:m[åa]l|krav)(?:et|ene|ets|enes|s)?"
_FOCUS = r"fokus(?:m[åa]l|krav)\w*"
_OF = r"\s+(?:om|for|vedr\w*\.?|på|til|ang\w*\.?|i forhold til|inden for|knyttet til)\s+"
_VERB = (  # a verb of its own begins another statement
    r"(?:opfyld(?:er|te|t)|når|nåede|indfri(?:r|er|ede|et)|lev(?:er|ede)|klare[rd]e?|overhold(?:er|t)"
    r"|misse[rd]e?|mangle[rd]e?|efterlever)"
)
_PAD = rf"(?:(?!(?:kommuner?|som|der|og|samt|mens|men|hvis|er|{_VERB})\b)[\w#.-]+\s+){{0,6}}?"
_AND = r"\s+(og|samt|eller)\s+(?:om\s+|for\s+)?"
# ``97 opfylder målet for samtaler og 64 målet for tilbud``: two counts, each with its goal.
_ONE = rf"(?!#\d+\s+(?:\w+\s+)?{_GOAL}\b)"
_OF_THREE = r"(?:(?:ud\s+)?af\s+(?:de\s+)?#3\s+)?m[åa]l(?:ene)?\b"
_THE_TWO = r"(?:de\s+)?(?:#2\s+)?"


_OR_AT = re.compile(r"\b(?:eller|lig|samme|lige\s+så)\b")


def _beside(match: re.Match[str]) -> str:
    """``kommunen ligger over det forventede``: the result goal, said without a number."""
    who = match["who"] or match["who2"]
    over = "over" in (match["side"], match["side2"])
    return f"{who} {'<not> ' if over else ''}<M> {_strict(match[0], under=not over)}<R>"


def _strict(said: str, *, under: bool) -> str:
    """``færre end forventet`` may leave those out who have just as many."""
    return "<strict> " if under and not _OR_AT.search(said) else ""


def _level(match: re.Match[str]) -> str:
    """``har et faktisk antal, der ligger over det forventede``."""
    over = match["side"] in ("over", "højere end")
    return f" {'<not> ' if over else ''}<M> {_strict(match[0], under=not over)}<R> "


# What the year's model says a municipality should have.
_EXPECTED = (
    r"(?:(?:det\s+)?(?:for)?vente(?:t|de)|beregnet|rammevilkår\w*|(?:hvad\s+)?man\s+(?:skulle|kunne|måtte)\s+(?:for)?vente"
    r"|(?:deres|kommunens|dens)\s+rammevilkår\s+(?:tilsiger|tilsagde|betinger))"
)
_ON_SUPPORT = (
    r"(?:\s+på\s+(?:(?:offentlig\s+)?forsørgelse|(?:offentlige?\s+)?ydelser?"
    r"|overførselsindkomst\w*))?"
)


_GIVES = r"\b(?:holde[rt]?|holdt|giver|gav|givet|afhold\w+|leverer)"


def _result(match: re.Match[str]) -> str:
    """``har et højere antal end forventet``: more, or worse, than expected is short of the goal."""
    side = match["side"] or match.groupdict().get("side2")
    worse = side in ("flere", "højere", "større", "dårligere", "ringere")
    under = side in ("færre", "lavere", "mindre")
    return f" {'<not> ' if worse else ''}<M> {_strict(match[0], under=under)}<R> "


def _enough(match: re.Match[str]) -> str:
    """``holder nok samtaler``, ``giver ikke tilbud nok``."""
    goal = "<T>" if match["offers"] or match["offers2"] else "<S>"
    return f" {match['no'] or ''}<M> {goal} "


def _beside_talks(match: re.Match[str]) -> str:
    """``grøn på samtaler og rød på tilbud``."""
    return f"{match['lead']} {'<S>' if match['talks'] else '<T>'}"


def _kept(match: re.Match[str]) -> str:
    """``har 47 kommuner holdt antallet på eller under det forventede``."""
    return f" {match['who'] or ''} <M> <R> "


GOALS: tuple[Row, ...] = (
    # The result goal said in full.
    (
        r"\b(?:(?:ha(?:r|vde)|(?:er|var)(?:\s+der)?)\s+)(?:(?:i\s+#20\d\d|med\s+andre\s+ord|faktisk|dermed|altså|således|fortsat|det\s+samme\s+antal\s+eller"
        r"|lige\s+så\s+mange\s+eller)\s+)*"
        rf"(?P<side>flere|færre)(?:\s+(?:borgere|(?:fuldtids)?personer|ledige))?{_ON_SUPPORT},?\s+end\s+{_EXPECTED}",
        _result,
    ),
    (
        rf"\bha(?:r|vde)\s+et\s+(?P<side>højere|større|lavere|mindre)\s+(?:faktisk\s+)?(?:antal|niveau)(?:\s+(?:borgere|(?:fuldtids)?personer))?{_ON_SUPPORT}"
        rf"\s+end\s+{_EXPECTED}",
        _result,
    ),
    (
        rf"\bgør\s+det\s+(?:lige\s+så\s+godt\s+som\s+{_EXPECTED}\s+eller\s+(?P<side>bedre)\b"
        rf"|(?:lige\s+så\s+godt\s+som\s+eller\s+)?(?P<side2>bedre|dårligere|ringere)\s+end\s+{_EXPECTED})",
        _result,
    ),
    (
        r"\bha(?:r|vde)\s+(?P<who>(?:#\d+(?:\s+af\s+(?:de|landets)\s+#\d+)?\s+kommuner|@\[[\d+]+\])\s+)?holdt\s+antallet\b[^#@,;]{0,50}?"
        r"(?P<side>på\s+eller\s+under|under)\s+det\s+forventede",
        _kept,
    ),
    (
        r"\b(?:har\s+(?:et\s+)?resultat(?:er)?,?\s+(?:(?:der|som)\s+(?:er|ligger)\s+)?|(?:ligger|klarer\s+sig|præsterer|er)\s+)"
        r"(?:på\s+niveau\s+med\s+eller\s+|lig\s+med\s+eller\s+)?"
        rf"(?P<side>bedre|dårligere|ringere)\s+end\s+{_EXPECTED}",
        _result,
    ),
    (
        r"\bhar\s+(?:et\s+)?(?:(?:faktisk|samlet)\s+)?(?:niveau|antal|resultat)\b[^#<@,]{0,60}"
        r"(?:,?\s+(?:der|som)\s+(?:ligger|lå|er|var)|\s+svarende\s+til\s+eller)\s+"
        r"(?P<side>over|under|højere end|lavere end|bedre end(?:\s+eller\s+lig)?)"
        r"\s+det\s+forventede\b",
        _level,
    ),
    (
        r"(?P<who>\bkommunen|\bkommuner(?:,?\s+(?:der|som))?|@\[[\d+]+\])(?P<verb>\s+(?:ligger|lå|endte|er|var))\s+(?:\w+\s+){0,2}"
        r"(?P<side>over|under)\s+(?:det\s+|de\s+)?forvente(?:de)?(?:\s+(?:niveau|antal))?\b(?!\s+(?:#|ydelse))(?:\s+for\s+offentlig\s+forsørgelse)?"
        r"|\b(?P<verb2>ligger|lå)\s+(?P<who2>kommunen|#\d+\s+kommuner|@\[[\d+]+\])\s+(?:\w+\s+){0,2}"
        r"(?P<side2>over|under)\s+(?:det\s+|de\s+)?forvente(?:de)?(?:\s+(?:niveau|antal))?\b(?!\s+(?:#|ydelse))(?:\s+for\s+offentlig\s+forsørgelse)?",
        _beside,
    ),
    (
        r"\bmed\s+#\d+\s+(?:fuldtids)?personer(?:\s+på\s+offentlig\s+forsørgelse)?\s+mod\s+"
        r"(?:(?:de|et)\s+)?forvent\w*\s+(?:(?:niveau|antal)\s+(?:på\s+)?)?#\d+",
        " ",
    ),
    # Who is counted and over which months: no part of what is said about the municipality.
    (
        r"(?:inden for|i løbet af|gennem|i|over)?\s*\b(?:de[tn]?\s+)?(?:seneste"
        r"|sidste)\s+#12\s+måneder\b",
        " ",
    ),
    (
        r"\b(?:med|for|til|blandt|af)\s+(?:de\s+)?(?:langvarige\s+)?(?:borger\w*|personer|ledige)"
        r"(?:\s+(?:med|som|der|har|har været|ledige|eller|sygemeldte)){0,4}(?:\s+i)?"
        r"(?:\s+(?:mindst|mere end|minimum|over)\s+#12\s+måneder(?:s\s+\S+)?)?",
        " ",
    ),
    (r"\bmed\s+(?:mindst|minimum)\s+#12\s+måneders\s+\S+", " "),
    (
        r"(?:\s+eller|\s*/)\s*(?:har haft\s+|arbejdet\s+)?(?:mindst\s+|minimum\s+)?#\d+\s+timers?"
        r"(?:\s+ordinært?)?(?:\s+(?:beskæftigelse|arbejde|job))?",
        " ",
    ),
    (
        rf"\bha(?:r|vde)\s+for\s+mange(?:\s+(?:borgere|(?:fuldtids)?personer))?{_ON_SUPPORT}"
        r"\s+i\s+forhold\s+til\s+(?:det|de)\s+forventede\b",
        " <not> <M> <R> ",
    ),
    (
        rf"{_GIVES}\s+(?P<no>ikke\s+)?(?:(?:nok|tilstrækkeligt?\s+(?:med|mange)|tilstrækkelige)\s+"
        r"(?:samtaler|(?P<offers>tilbud))|(?:samtaler|(?P<offers2>tilbud))\s+nok)\b(?![^,;]{0,40}\btil,?\s+at\b)",
        _enough,
    ),
    (
        r"\b(?P<lead>(?:grønt?|rødt?|problemer|styr|bagud)\s+(?:på|med))\s+"
        r"(?:(?P<talks>samtaler(?:ne)?)|tilbud(?:dene)?)(?=\s*(?:[.,;]|$|(?:og|men|mens)\b))",
        _beside_talks,
    ),
    (r"\bsamtaledelen\b|\bdet\s+(?:for|om|vedr\w*)\s+samtaler(?:ne)?\b", " <S> "),
    (r"\btilbudsdelen\b|\bdet\s+(?:for|om|vedr\w*)\s+tilbud(?:dene)?\b", " <T> "),
    (r"\bsamtalerne\b(?=[^,;<]*\bi\s+orden)|(?<=\bi\sorden\spå\s)samtaler\b", " <S> "),
    (r"\btilbuddene\b(?=[^,;<]*\bi\s+orden)|(?<=\bi\sorden\spå\s)tilbud\b", " <T> "),
    (r"(?<=\bi\sm[åa]l\sp[åa]\s)resultatet\b|(?<=\bi\sm[åa]l\smed\s)resultatet\b", " <R> "),
    (rf"{_GOAL}{_OF}{_PAD}(?:{_TALKS}){_AND}{_ONE}{_PAD}(?:{_OFFERS})", r" <S> \1 <T> "),
    (rf"{_GOAL}{_OF}{_PAD}(?:{_OFFERS}){_AND}{_ONE}{_PAD}(?:{_TALKS})", r" <T> \1 <S> "),
    (rf"{_GOAL}{_OF}{_PAD}(?:{_TALKS})", " <S> "),
    (rf"{_GOAL}{_OF}{_PAD}(?:{_OFFERS})", " <T> "),
    (r"\bsamtale-\s*(og|samt|eller)\s*tilbuds(?:m[åa]l|krav)\w*", r" <S> \1 <T> "),
    (r"\btilbuds-\s*(og|samt|eller)\s*samtale(?:m[åa]l|krav)\w*", r" <T> \1 <S> "),
    (r"\bsamtale(?:m[åa]l|krav)\w*", " <S> "),
    (r"\btilbuds(?:m[åa]l|krav)\w*", " <T> "),
    (r"\bresultat-(?=\s*(?:og|samt|eller|såvel))", " <R> "),
    (r"\bresultat(?:m[åa]l|krav)\w*", " <R> "),
    # "fokusmål 2" is the second of them, whichever that is: no claim, and not both
    (r"\bfokusm[åa]l(?:et)?\s+(?:nr\.?\s*|nummer\s+)?#[12]\b(?!\s+kommun)", " fokusnummer "),
    # "hverken det ene eller det andet fokusmål", or of the two goals just named
    (rf"\bhverken\s+(\w+\s+)?det\s+ene\s+eller\s+det\s+andet\s+{_FOCUS}", r" \1 <F=0> "),
    (r"\bhverken\s+(\w+\s+)?det\s+ene\s+eller\s+det\s+andet\b(?:\s+mål)?", r" \1 <D=0> "),
    (
        rf"\b(?:kun|blot|alene|præcis|netop)\s+(?:et|#1|det ene)\s+(?:af\s+)?{_THE_TWO}{_FOCUS}",
        " <F=1> ",
    ),
    (
        rf"\b(?:mindst|minimum)\s+(?:et|#1)\s+(?:af\s+)?{_THE_TWO}{_FOCUS}"
        rf"|(?<!\w)(?:et|#1)\s+eller\s+(?:flere|begge)\s+(?:af\s+)?{_THE_TWO}{_FOCUS}",
        " <F+1> ",
    ),
    (rf"(?<!\w)(?:et|#1|det ene)\s+(?:af\s+)?{_THE_TWO}{_FOCUS}", " <F?1> "),
    (rf"\b(?:ingen|intet)\s+(?:af\s+)?{_THE_TWO}{_FOCUS}", " <F=0> "),
    (rf"\b(?:nogen?|noget)\s+(?:af\s+)?{_THE_TWO}{_FOCUS}", " <F~> "),
    (rf"\b(?:begge|alle|samtlige)\s+{_THE_TWO}{_FOCUS}|\bde\s+#2\s+{_FOCUS}", " <F=2> "),
    (rf"\b(?:alle|samtlige)\s+(?:de\s+)?(?:#3\s+)?{_GOAL}", " <R> og <F=2> "),
    (
        r"\b(?:på|med)\s+det\s+hele\b|\bover\s+hele\s+linjen\b|\bpå\s+alle\s+(?:#3\s+)?parametre\b",
        " på <R> og <F=2> ",
    ),
    (
        r"\b(?:når|nåede|nået|klare[rd]e?|opfyld(?:er|te|t)|består|bestod)\s+(?:det\s+hele|alt)\b",
        " <M> <R> og <F=2> ",
    ),
    (
        rf"(?:\b(?:kun|blot|alene|præcis|netop)\s+)?\b(?:et|#1)\s+enkelt(?:e)?\s+{_OF_THREE}",
        " <G=1> ",
    ),
    (rf"\bintet\s+{_OF_THREE}", " <neither> <R> og <F=0> "),
    (rf"\b(?:mindst|minimum)\s+#([12])\s+{_OF_THREE}", r" <G+\1> "),
    (rf"(?:\b(?:kun|blot|alene|præcis|netop)\s+)?(?<!de )#([12])\s+{_OF_THREE}", r" <G=\1> "),
    (rf"\b(?:de\s+)?(?:#2\s+)?(?:øvrige|andre|resterende)\s+(?:#2\s+)?{_GOAL}\b", " <O> "),
    (r"\bdet\s+andet\s+(?:fokus)?(?:m[åa]l|krav)\b", " <O1> "),
    (
        rf"\b(?:ingen|intet)\s+af\s+(?:de\s+)?(?:#3\s+)?{_GOAL}"
        r"|\bikke\s+(?:et|#1)\s+eneste\s+(?:af\s+)?(?:de\s+)?(?:#3\s+)?m[åa]l(?:ene)?\b",
        " <neither> <R> og <F=0> ",
    ),
    (r"\b(?:dette|det(?:\s+(?:pågældende|nævnte))?|samme)\s+fokus(?:m[åa]l|krav)\b", " <F1> "),
    (r"\bfokusm[åa]l(?:ene|enes|s)?\b", " <F> "),
    (r"\bfokus(?:m[åa]let|kravet)\b", " <F1> "),
)
