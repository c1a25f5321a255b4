"""Which share a text speaks of: talks or offers, and those who got them or those who did not."""

from __future__ import annotations

import re
from functools import lru_cache

from normalize.model import Measure

_OFFERS = re.compile(r"\b(?:aktive? )?tilbud|aktiver|\btimers?\b")
_NOT_GOT = re.compile(
    r"<not>|\bikke\b|\buden\b|\bmangle\w*|\bsavne\w*|\bfor\s+(?:få|lidt)\b"
    r"|\b(?:færre end|mindre end|under)\s+(?:#[14]\b|en|et|fire)"
    r"|\b(?:fik|modtog|deltog)\s+hverken\b|\bhverken\s+(?:et\s+|aktivt\s+)?(?:tilbud|samtaler?)\b"
    r"|\bhverken\s+(?:har\s+|havde\s+)?(?:fået|fik|haft|modtaget|modtog|deltaget|deltog)\b"
)
_VERDICT = re.compile(  # whether the goal is met, which says nothing of who got what
    r"\b(?:opfyld|indfri|lev|nå|overhold|efterlev|efterkom|klare|bestå|iagttag|imødekom|honorer)\w*\s+"
    r"(?:[\w@\[\]+]+\s+){0,4}?ikke\b"
    r"|\bikke\s+(?:er\s+)?(?:nok|tilstrækkelig\w*)\b"
    r"|\bikke\s+(?:\w+\s+){0,2}?(?:opfyld|indfri|lever?|nåe?[tr]|overhold|efterlev|efterkom|klare|bestå|iagttag|imødekom"
    r"|honorer|i\s+(?:m[åa]l|hus|orden)|på\s+plads|anses|betragtes|betegnes|er\s+det\b)\w*"
    r"|\bikke\b[^,;#]{0,40}\bnok\b[^,;#]{0,30}\btil,?\s+at\b"
)
_GOT = re.compile(
    r"\b(?:fået|modtaget|haft(?!\s+(?:\w+\s+){0,2}andele?\b)|deltaget|modtog|fik|deltog|givet|gav"
    r"|mindst #[14]|været til|nåede(?!\s+[^,;]{0,30}(?:m[åa]l|krav|grænse))|afholdt|gennemført"
    r"|med (?:aktivt )?tilbud)\b"
)
# A comparison with four talks whose own word was not read turns the share round or not.
_UNREAD = re.compile(r"\b(?!mere\b|flere\b|færre\b|mindre\b|lavere\b)\w+\s+end\s+#4\b")
RECEIVED = frozenset({Measure.SAMTALER_MODTAGET, Measure.TILBUD_MODTAGET})
_PAIRS = {
    "talks": (Measure.SAMTALER, Measure.SAMTALER_MODTAGET),
    "offers": (Measure.TILBUD, Measure.TILBUD_MODTAGET),
}


def topic(text: str) -> str | None:
    """``talks`` or ``offers``; None where a tagged text speaks of both or neither."""
    talks, offers = _spoken_of(text)
    if talks == offers:
        return None
    return "talks" if talks else "offers"


def speaks(text: str) -> bool:
    """Whether a tagged text speaks of talks or offers at all, of one or of both."""
    return any(_spoken_of(text))


@lru_cache(maxsize=4096)  # a dozen kinds of claims ask of each sentence
def _spoken_of(text: str) -> tuple[bool, bool]:
    return "samtale" in text, _OFFERS.search(text) is not None


def share_of(text: str, *, received: bool | None, about: str | None = None) -> Measure | None:
    """The share a tagged text speaks of; ``received`` is the polarity where it does not tell.

    Without one (None) a share that does not tell is none: turned round it would mean the opposite.

    ``about`` is the topic where the text carries on from one before. None where it is unclear.
    """
    subject = topic(text) or about
    if subject is None or _UNREAD.search(text):
        return None
    if _NOT_GOT.search(text) and _NOT_GOT.search(_VERDICT.sub(" ", text)):
        return _PAIRS[subject][False]
    if _GOT.search(text):
        return _PAIRS[subject][True]
    return None if received is None else _PAIRS[subject][received]
