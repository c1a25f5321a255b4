"""Ways to say how many municipalities, rewritten to ``#17 kommuner``."""

from __future__ import annotations

import re

from rules.grammar.counts import ALL
from rules.grammar.fractions import FRACTIONS
from rules.grammar.nominal import NOMINAL
from rules.grammar.row import Row

_ROUND = r"(?:godt|knap|ca\.?|cirka|omkring|omtrent|lidt\s+(?:over|under)|næsten|mere\s+end)"
_EXACTLY = r"(?:(?:helt\s+)?(?:præcist?|nøjagtigt?)|nærmere\s+bestemt)"
_EXCEPT = r"(?:på n(?:æ|ae|a|å)r|undtagen|bortset fra|med undtagelse af|fraregnet)"
_BUT = r"(?:#(?P<number>\d+)(?:\s+kommuner)?|@\[(?P<names>[\d+?]+)\])"


def _all_but(match: re.Match[str]) -> str:
    """``alle på nær Samsø …`` as so many that do and, where one thing is said, who does not."""
    left_out = int(match["number"]) if match["number"] else match["names"].count("+") + 1
    verb = match.groupdict().get("verb") or ""
    said = f"#{ALL - left_out} kommuner {verb} {match['rest']}"
    if match["names"] and "?" not in match["names"] and "ikke" not in said:
        said += f" , kun @[{match['names']}] gør ikke"
    return said


AMOUNTS: tuple[Row, ...] = (
    *FRACTIONS,
    (
        rf"\b(?:alle|samtlige)\s+(?:landets\s+)?(?:#98\s+)?kommuner,?\s+{_EXCEPT}\s+{_BUT}(?P<rest>[^,;.]*)",
        _all_but,
    ),
    (
        rf"^{_EXCEPT}\s+{_BUT},?\s+(?P<verb>\w+)\s+(?:alle|samtlige)(?:\s+(?:landets\s+)?(?:øvrige\s+)?kommuner)?"
        r"(?P<rest>[^,;.]*)",
        _all_but,
    ),
    (
        r"(@\[[\d+?]+)\]\s+(?:er|udgør)\s+sammen\s+med\s+@\[([\d+?]+\])\s+de(?=\s+eneste)",
        r"\1+\2 er de",
    ),
    (
        r"^(?:ud\s?over|foruden)\s+(@\[[\d+?]+)\],?\s+er\s+det\s+(?:kun|alene)\s+@\[([\d+?]+\])",
        r"det er kun \1+\2",
    ),
    (
        rf"^(?:{_EXCEPT}|ud\s?over|foruden)\s+(@\[[\d+]+\]),?\s+(?:er|findes)\s+der\s+ingen\s+"
        r"(?:andre\s+)?kommuner\b",
        r"det er kun \1",
    ),
    (
        rf"\bingen(?:\s+(?:andre|anden)(?:\s+kommuner?)?\s+end|(?:\s+kommuner?)?,?\s+(?:{_EXCEPT}|ud\s?over))"
        r"\s+(@\[[\d+]+\]),?",
        r"kun \1",
    ),
    (  # who comes beside those is whom the sentence is about
        r"^(?:ud\s?over|foruden)\s+@\[[\d+?]+\],?\s+(?=\w+\s+(?:(?:også|nu|ligeledes)\s+)?@\[)",
        "",
    ),
    (  # a number that is put right at once: "godt 90 kommuner, helt præcist 97,"
        rf"\b{_ROUND}\s+#\d+(?:\s+(kommuner))?\s*[,(–-]\s*{_EXACTLY}\s+(#\d+)\s*[,)–-]?(?:\s+kommuner\b)?",
        r"\2 kommuner",
    ),
    *NOMINAL,
    (  # "de #7 øvrige gør ikke": the rest, as in "de øvrige #7"
        r"\bde\s+(#\d+)\s+(øvrige|resterende|sidste)(?=\s+(?!kommuner)\w|\s*[.,;])",
        r"de \2 \1",
    ),
    (
        r"\b(under|over)\s+(grænsen|kravet)\s+og\s+#(\d+)\s+(over|under)(?=\s*[.,;]|$)",
        r"\1 \2 , og #\3 kommuner \4 \2",
    ),
    (r"\bej(?:\s+heller)?\b", "ikke"),
    (r"\bsåvel\s+(?P<one>[^,;]{3,60}?)\s+som\s+", r"både \g<one> og "),
    (r"(#\d+)\s+inspirationskommuner\b", r"\1 kommuner er inspirationskommuner"),
    (r"\bkan\s+(?:nu\s+)?(?:kalde sig|betegnes som|udnævnes til)\b", "er"),
    (r"\bfor\s+(#\d+)\s+kommuners\s+vedkommende\b", r"i \1 kommuner"),
)
