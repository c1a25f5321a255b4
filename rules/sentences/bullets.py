"""A list set out in points is one sentence: ``Følgende fem er omfattet:`` and five names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from normalize.model import Mention, Sentence
from normalize.names.mentions import mentions

_LEAST = 2  # points that make a list
_NO_WORDS = re.compile(r"^(?:\W|\bkommunes?\b|\bog\b|\bsamt\b)*$", re.IGNORECASE)
_STRANGE = re.compile(r"^[A-ZÆØÅ][\w.-]*(?:\s[A-ZÆØÅ][\w-]+)?[;,.]?$")  # a name nobody could read


def gathered(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences with the points of each list of names taken into the sentence before it."""
    found: list[Sentence] = []
    place = 0
    while place < len(sentences):
        first = sentences[place]
        place += 1
        if first.text.rstrip().endswith(":"):
            points = list(takewhile(_is_point, sentences[place:]))
            while points and not mentions(points[-1]):
                points.pop()  # a heading or a word of its own below the list
            if sum(bool(mentions(one)) for one in points) >= _LEAST:
                place += len(points)
                first = _joined(first, points)
        found.append(first)
    return tuple(found)


def _is_point(sentence: Sentence) -> bool:
    """Whether a sentence is one name and nothing else, read or not."""
    named = mentions(sentence)
    if len(named) != 1:
        return not named and bool(_STRANGE.match(sentence.text))
    rest = sentence.text[: named[0].start] + sentence.text[named[0].end :]
    return bool(_NO_WORDS.match(rest))


def _joined(first: Sentence, points: Sequence[Sentence]) -> Sentence:
    text, marks = first.text.rstrip(), list(mentions(first))
    for number, point in enumerate(points):
        link = " " if not number else " og " if number + 1 == len(points) else ", "
        marks += _moved(mentions(point), len(text) + len(link))
        text += link + point.text.rstrip(" .;,")
    raw = " ".join(one.raw for one in (first, *points))
    return replace(first, text=f"{text}.", raw=raw, mentions=tuple(marks))


def _moved(marks: Iterable[Mention], by: int) -> Iterable[Mention]:
    return (one._replace(start=one.start + by, end=one.end + by) for one in marks)
