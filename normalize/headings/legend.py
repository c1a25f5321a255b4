"""Columns whose statuses are written in a code of the note's own: ``J``, ``●``, ``Grøn``.

Only what the note says out is taken: every code of the column, and not the same of all of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extract.model import Cell
from normalize.figures import numbers, status
from normalize.headings.glossary import phrases

_MOST = 3  # codes of a column: met, not met, and one more
_LONGEST = 12  # letters of a code
_ONCE = 0.02  # share of the cells up to which another text is no code but a cell of its own
_NOT = re.compile(r"\b(?:ikke|ej|uopfyld\w*|nej|mangler)\b", re.IGNORECASE)
_MET = re.compile(
    r"\b(?:opfyld\w*|nå(?:r|s|et|ede)|indfri\w*|overhold\w*|lever\w?\b.* op|ja|ok)\b", re.IGNORECASE
)
_WORDS = {True: "opfyldt", False: "ikke opfyldt"}


@dataclass(frozen=True, slots=True)
class Legend:
    """What each code of one column says, in the words of a status."""

    words: Mapping[str, str]

    def in_words(self, cell: Cell) -> Cell:
        """The cell with its code as a status in words; a text that is no code stays."""
        readings = tuple(
            replace(reading, text=self._word(reading.text)) for reading in cell.readings
        )
        return replace(cell, text=self._word(cell.text), readings=readings)

    def _word(self, text: str) -> str:
        return self.words.get(_code(text), text)


def find_legend(texts: Sequence[str], around: str) -> Legend | None:
    """The legend of a column with these filled cells; None where the note says out no such codes.

    ``around`` is caption, notes and prose.
    """
    counted = Counter(map(_code, texts))
    codes = [code for code, times in counted.items() if times > _ONCE * len(texts)]
    if not 0 < len(codes) <= _MOST or any(len(code) > _LONGEST for code in codes):
        return None
    if all(map(status.parse, codes)) or any(map(_is_figure, codes)):
        return None
    said = {code: _says(code, around) for code in codes}
    words = {code: _WORDS[met] for code, met in said.items() if met is not None}
    return Legend(words) if len(set(words.values())) == len(words) == len(codes) else None


def _code(text: str) -> str:
    return text.strip().rstrip(".").casefold()


def _is_figure(code: str) -> bool:
    return code not in {"0", "1"} and numbers.parse(code).number is not None


def _says(code: str, around: str) -> bool | None:
    """True where a code means that a goal is met, False that it is not; None where open."""
    verdicts = {
        _NOT.search(phrase) is None
        for phrase in phrases(code, around)
        if _MET.search(phrase) or status.parse(phrase)
    }
    return verdicts.pop() if len(verdicts) == 1 else None
