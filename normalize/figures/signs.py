"""Columns that say with ``+`` and ``-`` (or ``÷``, the Danish minus) whether a goal is met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.model import Cell, Source
from extract.ocr.reading import PARTED, SHAPE
from normalize.model import Measure

STATED = frozenset({Measure.RESULTATMAAL, Measure.SAMTALER, Measure.TILBUD}) | {
    Measure.SAMTALER_MODTAGET,
    Measure.TILBUD_MODTAGET,
}
_PLUS = frozenset("+")
_MINUS = frozenset("-–−")
_DIVIDE = frozenset("÷")
_SPECKS = frozenset([*".•·:~=_'", "..", "«"])  # what a picture's minus may be read as
_MOST = 0.8  # share of the filled cells that must be such signs
_ANY = _PLUS | _MINUS | _DIVIDE | _SPECKS
_UNREAD = "?"  # neither status nor missing mark: a person must look
# Minuses in a column, or their share of it, that show that it has such. Of 81 ÷ on a scan of 300
# dpi both readers took all for ``+``, and so did the shape of the ink; at 100 and 150 dpi others
# come as specks, which are no minus for that.
_FEWEST, _SHARE = 2, 0.1


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of one column; with ``divide`` not met is ``÷`` and ``-`` a missing mark.

    ``plus_only`` where hardly any sign but ``+`` was read.
    """

    divide: bool
    plus_only: bool = False

    def in_words(self, cell: Cell, source: Source) -> Cell:
        """The cell with its signs as statuses in words.

        A picture's ``+`` or ``-`` may be a misread ``÷`` where the column has that, or has nothing
        but ``+``, and an empty cell of it a stroke that was lost: none is taken for anything. A
        speck is what readers of words make of a minus, and never of a plus: it is one where the
        ink is as flat. Where the page's marks were told apart (`extract.ocr.strokes`) the readers
        say that there is a sign, and its stroke which.
        """
        if parted := _parted(cell):
            word = "opfyldt" if parted in _PLUS else "ikke opfyldt"
            readings = tuple(
                replace(one, text=word if one.text.strip() in _ANY else one.text)
                for one in cell.readings
                if one.reader != PARTED
            )
            return replace(cell, text=word, readings=readings)
        scanned = source is Source.OCR
        flat = _is_flat(cell)
        texts = ("-" if flat and r.text.strip() in _SPECKS else r.text for r in cell.readings)
        readings = tuple(
            replace(reading, text=self._word(text, scanned))
            for reading, text in zip(cell.readings, texts, strict=True)
        )
        return replace(cell, text=self._word(cell.text, scanned), readings=readings)

    def _word(self, text: str, scanned: bool) -> str:
        sign = text.strip()
        if sign in _DIVIDE:
            return "ikke opfyldt"
        if scanned and (self.divide or self.plus_only or not sign or sign in _SPECKS):
            return _UNREAD
        if sign in _PLUS:
            return "opfyldt"
        return "ikke opfyldt" if sign in _MINUS and not self.divide else text


def _parted(cell: Cell) -> str:
    return next((one.text for one in cell.readings if one.reader == PARTED), "")


def _is_flat(cell: Cell) -> bool:
    return any(one.reader == SHAPE and one.text in _MINUS for one in cell.readings)


def sign_of(cell: Cell) -> str:
    """The text of a cell: what its stroke tells, and a minus for a speck as flat as one."""
    if parted := _parted(cell):
        return parted
    text = cell.text.strip()
    return "-" if text in _SPECKS and _is_flat(cell) else text


def find_signs(texts: Sequence[str], heading: str) -> Signs | None:
    """The signs (`sign_of`) of a column's filled cells; None where it is no such column.

    Without any ``+``, there or in a heading like ``(+/-)``, a column of ``-`` is one of missing
    marks.
    """
    signs = [text for text in texts if text in _ANY]
    told = _PLUS.intersection(signs) or (signs and _PLUS.intersection(heading))
    if len(signs) < _MOST * len(texts) or not told:
        return None
    minuses = sum(sign in _MINUS | _DIVIDE for sign in signs)
    few = minuses < min(_FEWEST, max(1.0, _SHARE * len(signs)))
    return Signs(divide=bool(_DIVIDE.intersection(signs)), plus_only=few)
