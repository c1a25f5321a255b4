"""Rulings typed in dashes, as a line printer draws them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.layout.lines import box_of, levels
from extract.layout.rules import Rule
from extract.model import Word

_DASHES = re.compile(r"\+?[-–—_=]{4,}[-–—_=+]*")  # shorter ones stand for a missing figure


def typed_rules(words: Sequence[Word]) -> tuple[list[Word], list[Rule]]:
    """The words without those on lines of dashes and nothing else, and these as rules."""
    if not any(_DASHES.fullmatch(word.text) for word in words):
        return list(words), []
    drawn = {
        id(word)
        for level in levels(words)
        if all(_DASHES.fullmatch(word.text) for word in level)
        for word in level
    }
    boxes = [box_of(word) for word in words if id(word) in drawn]
    return [word for word in words if id(word) not in drawn], [
        Rule((box.top + box.bottom) / 2, box.x0, box.x1) for box in boxes
    ]
