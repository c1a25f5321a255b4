"""Actual and expected level of one municipality told over sentences that follow each other.

``Der var ventet 1.412. Der var 1.450. Det er 38 for mange.``
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from normalize.model import Group
from rules.grammar.doubts import narrows
from rules.sentences.prose import Utterance, group_of, of_several_groups
from rules.stated.levels import Levels, gap_alone, levels

_REACH = 2  # sentences back that a pair may begin in
_OTHER_TIME = re.compile(
    r"\b(?:sidste\s+år|året\s+(?:før|inden|forinden)|tidligere|forrige|dengang|i\s+fjor|næste\s+år|hvis|såfremt)\b"
)
_RECIPIENTS = re.compile(r"\b(?:syge|a-)?dagpengemodtagere\b|\bkontanthjælpsmodtagere\b")  # an area
_YEARS = re.compile(r"#(20\d\d)")
_NUMBER = re.compile(r"#\d")


@dataclass(frozen=True, slots=True)
class Pair:
    """The two levels, the benefit group they are of, and whether one sentence gives both."""

    levels: Levels
    group: Group
    alone: bool


def level_pairs(utterances: Sequence[Utterance]) -> Mapping[int, Pair]:
    """Index of an utterance → the levels that it gives, or that those before it and it give."""
    found: dict[int, Pair] = {}
    for place, one in enumerate(utterances):
        if one.table is not None or one.subject is None or not _NUMBER.search(one.tagged):
            continue
        for back in range(min(_REACH, place) + 1):
            said = utterances[place - back : place + 1]
            if any(each.index in found for each in said[:-1]) or not _together(said):
                break
            pair = _pair(said)
            if pair is not None:
                found[one.index] = pair
                break
    return found


def gap_after(
    utterances: Sequence[Utterance], place: int, pairs: Mapping[int, Pair]
) -> Pair | None:
    """The pair just before in the paragraph, with the difference that a sentence alone tells of."""
    one = utterances[place]
    told = None if _OTHER_TIME.search(one.tagged) else gap_alone(one.tagged)
    if told is None:
        return None
    for back in range(1, min(_REACH, place) + 1):
        said = utterances[place - back : place + 1]
        pair = pairs.get(said[0].index)
        if pair is not None and _together(said):
            return replace(pair, levels=replace(pair.levels, gap=told[0], below=told[1]))
    return None


def _together(said: Sequence[Utterance]) -> bool:
    """Whether sentences speak of one municipality in one paragraph."""
    last = said[-1]
    return all(
        one.subject == last.subject and one.sentence.paragraph == last.sentence.paragraph
        for one in said
    )


def _pair(said: Sequence[Utterance]) -> Pair | None:
    text = " ; ".join(one.tagged.rstrip(" .") for one in said)
    alone = len(said) == 1
    if narrows(_RECIPIENTS.sub(" ", text)) or of_several_groups(text):
        return None
    if not alone and (_OTHER_TIME.search(text) or len(set(_YEARS.findall(text))) > 1):
        return None
    found = levels(said[0].tagged if alone else text)
    if found is None:
        return None
    return Pair(found, group_of(text, said[-1].sentence.section), alone)
