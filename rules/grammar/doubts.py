"""Words of a clause that the grammar does not know, and that may narrow what it says.

A count that does not fit is a contradiction only when every word around it is understood:
``53 jyske kommuner`` or ``opfylder … i alle årets måneder`` is about something else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from normalize.headings.periods import MONTHS

_WORD = re.compile(r"(?<![<@#:\w-])[a-zæøåé]+(?:-[a-zæøåé]+)*(?![>\w])")
# Beside one named municipality a word has less to narrow than beside a count.
_FILLERS = frozenset((Path(__file__).parent / "filler_words.txt").read_text("utf-8").split())
_PLAIN = frozenset((Path(__file__).parent / "plain_words.txt").read_text("utf-8").split())
_DOMAIN = re.compile(  # compounds that name a goal or its share, and nothing narrower
    r"(?:samtale|tilbuds|aktiverings|fokus|resultat)-?(?:m[åa]l|andel|grænse|krav|procent|område|side|del|indsats)\w*"
)
_MONTH = rf"(?:{'|'.join(MONTHS)})"
# Months that say when: with a year, or the ends of a period. A month alone narrows.
_DATED = re.compile(
    rf"(?:#\d+\.\s*)?\b{_MONTH}\s+(?:til og med|til|–|-)\s+(?:#\d+\.\s*)?{_MONTH}"
    rf"|(?<!alene\si\s)(?<!kun\si\s)\b{_MONTH}\s+#20\d\d"
)
_NARROW = re.compile(
    rf"\b(?:unge|ældre|kvinder\w*|mænd\w*|nydanskere|indvandrere|forældre|jobparate|aktivitetsparate"
    r"|(?:kontanthjælps|dagpenge|sygedagpenge|integrations|uddannelses)\w*modtagere"
    r"|(?<!ledige og )(?<!ledige eller )(?<!ledige, )sygemeldte)\b"
    rf"|\b{_MONTH}\b"
)


@lru_cache(maxsize=4096)  # asked of a clause as it is read and as it is joined to others
def doubts(clause: str) -> tuple[str, ...]:
    """The words that are not understood, in order."""
    words = _WORD.findall(_DATED.sub(" ", clause))
    near = ("tæt på",) if "<near>" in clause else ()
    strange = (word for word in words if len(word) > 1 and word not in _PLAIN)
    return (*near, *(word for word in strange if not _DOMAIN.fullmatch(word)))


def of_one(words: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the words not understood that may change what is said of one municipality."""
    return tuple(word for word in words if word not in _FILLERS)


@lru_cache(maxsize=4096)  # a dozen readers ask of each sentence
def narrows(text: str) -> bool:
    """Whether a tagged text speaks of a part of the people or of one month only."""
    return bool(_NARROW.search(_DATED.sub(" ", text)))
