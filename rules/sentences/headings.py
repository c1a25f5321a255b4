"""What stands above a sentence: the reader's heading, or a short line in bold with no verb."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from normalize.model import Sentence

_WORDS = 8  # a longer line without a full stop is a sentence cut off
_ENDED = re.compile(r"[.!?;,]\s*$")
_NUMBERED = re.compile(r"^\s*(?:[a-zæøå]\)|\d{1,2}[.)])\s+")


def headings(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """The nearest heading above each sentence, itself where it is one; empty where there is none.

    A paragraph of one short line that no full stop ends is a heading; the next one, or a heading
    that the reader found, takes its place.
    """
    lines = Counter(one.paragraph for one in sentences)
    found: list[str] = []
    section, heading = "", ""
    for one in sentences:
        if one.section != section:
            section = heading = one.section
        if lines[one.paragraph] == 1 and _is_line(one.text):
            heading = one.text
        found.append(heading)
    return tuple(found)


def _is_line(text: str) -> bool:
    return len(_NUMBERED.sub("", text).split()) <= _WORDS and not _ENDED.search(text)
