"""Counts said of a noun, rewritten to ``#17 kommuner …``: ``Det samlede antal … er 17``.

The number may stand before or after what it is a number of, and the word ``kommuner`` in either.
"""

from __future__ import annotations

import re

from rules.grammar.row import Row

_ADVERB = (
    r"(?:(?:dermed|nu|i\s+alt|på|således|altså|derfor|fortsat|til|herefter|alene|kun)\s+){0,3}"
)
_IS = rf"(?:er|udgør|lyder|kan\s+opgøres|opgøres|tæller|bliver)\s+{_ADVERB}"
_NUMBER = r"#(?P<number>\d{1,2})(?!\d|,\d|\s*(?:pct|år|måned|personer))(?:\s+kommuners?\b)?"
_ANTAL = (
    r"\b(?:det\s+)?(?:(?:samlede|rigtige|korrekte|aktuelle|præcise|endelige|faktiske)\s+)?"
    r"(?:antallet|antal|tallet|tal)"
)
_OF = r"\s+(?:af|for|på)?\s*"
_WHICH = (  # no other number than a limit, or one of goals or talks
    r"(?P<which>(?:der|som|med|uden|under|over|omfattet|i|hvor)\s+"
    r"(?:[^@#]|#[1-4]\s+(?:fokus)?(?:mål|samtaler)|#20\d\d|#[\d,]+\s*pct){3,140}?)"
)
_KIND = r"(?P<kind>omfattede\s+|nye\s+)?"
# Who is in the phase, said by a noun.
_CIRCLE = (
    r"\b(?:kredsen|gruppen|listen|antallet)\s+(?:af|over|med)\s+(?P<kind>omfattede)\s+kommuner"
)
_PAST = re.compile(r"\b(?:var|blev|udgjorde|lød)\b")


def _said(match: re.Match[str]) -> str:
    found = match.groupdict()
    kind, which = (found.get("kind") or "").strip(), (found.get("which") or "").strip(" ,")
    if kind.startswith("nye") or _PAST.search(match[0]):
        return match[0]
    if kind:
        which = f"der er {kind.rstrip('e')} af genopretningsfasen {which}"
    if re.match(r"omfattet|i\s", which):
        which = f"der er {which}"
    return f"#{match['number']} kommuner {which}".rstrip()


def _fulfilled(match: re.Match[str]) -> str:
    """``Manglende opfyldelse af målet er konstateret i to kommuner``."""
    missed = "ikke " if match["no"] else ""
    return f"#{match['number']} kommuner opfylder {missed}{match['goal']}"


NOMINAL: tuple[Row, ...] = (
    # "Det samlede antal kommuner, der er omfattet, er 21", "Antal kommuner med …: 12"
    (rf"{_ANTAL}{_OF}{_KIND}kommuner(?:ne)?,?\s+{_WHICH},?\s*(?:\s{_IS}|:\s*){_NUMBER}", _said),
    (rf"^{_KIND}kommuner,?\s+{_WHICH}:\s*{_NUMBER}\s*\.?$", _said),
    (rf"{_ANTAL}{_OF}(?P<kind>omfattede)\s+kommuner(?:\s+{_IS}|:\s*){_NUMBER}", _said),
    (rf"\b(?:er|udgør)\s+{_ANTAL}{_OF}(?P<kind>omfattede)\s+kommuner\s+{_NUMBER}", _said),
    (rf"{_CIRCLE}\s+{_IS}{_NUMBER}", _said),
    (
        r"\b(?P<no>manglende\s+|ikke-)?(?:\w+\s+)?opfyldelsen?\s+af\s+(?P<goal>[^#@,;]{5,80}?(?:#[23]\s+mål)?)\s+"
        r"(?:kan\s+konstateres|er\s+(?:\w+\s+)?konstateret|konstateres|forekommer|ses|er\s+registreret"
        rf"|foreligger)\s+(?:i|for|hos)\s+{_NUMBER}(?:\s+vedkommende)?",
        _fulfilled,
    ),
    # "17 er det samlede antal kommuner i genopretningsfasen", "Det rigtige antal er 17 omfattede"
    (rf"^{_NUMBER}\s+(?:er|udgør)\s+{_ANTAL}{_OF}{_KIND}kommuner,?\s+{_WHICH}(?=\s*[.;]|$)", _said),
    (
        rf"{_ANTAL}\s+{_IS}#(?P<number>\d{{1,2}})\s+(?P<kind>omfattede)\s+kommuner\b",
        _said,
    ),
)
