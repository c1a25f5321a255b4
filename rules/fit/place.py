"""Where a figure of the prose stands, and what the words around it tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from normalize.model import Group, Measure
from rules.case import Case
from rules.derived.figures import POLAR
from rules.fit.fields import Keys, keys_of
from rules.fit.owners import clause, owners
from rules.fit.quantities import Quantity, Sort
from rules.grammar.shares import share_of, topic
from rules.sentences.prose import Utterance

_GAP = re.compile(
    r"\b(?:færre|flere|lavere|højere|under|over|mindre|mere|forskel\w*|differen\w*|afvig\w*|oversk?rid\w*"
    r"|overst[ie]g\w*|m(?:er|indre)forbrug\w*|margin\w*|afstand\w*|mangle\w*|går\s+klar|for\s+mange"
    r"|fald\w*|st[ei]g\w*|fremgang\w*|tilbagegang\w*|forbedr\w*|forværr\w*|nedbragt\w*|rykket|flyttet|tabt"
    r"|ned|frem|tilbage|op(?!\s+(?:til|på)\b))\b"
)
_TOPICS = {"talks": Measure.SAMTALER, "offers": Measure.TILBUD}


def is_apart(tagged: str, quantity: Quantity) -> bool:
    """Whether a figure is a difference of two, by its sort or by the words beside it."""
    start, end = clause(tagged, quantity)
    level = quantity.sorts[0] in (Sort.SHARE, Sort.RANK)
    told = not level and _GAP.search(tagged[start:end]) is not None
    return quantity.sorts in ((Sort.POINT,), (Sort.PLACES,)) or told


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure near another; ``utterance`` is the index of its sentence."""

    quantity: Quantity
    utterance: int
    apart: bool

    @property
    def number(self) -> float:
        """Its value."""
        return self.quantity.number


@dataclass(frozen=True, slots=True)
class Place:
    """A figure of an utterance, and those of the sentences around that it may be reckoned from."""

    case: Case
    utterance: Utterance
    quantity: Quantity
    beside: tuple[Beside, ...]

    @property
    def clause(self) -> str:
        """The tagged clause the figure stands in."""
        start, end = clause(self.utterance.tagged, self.quantity)
        return self.utterance.tagged[start:end]

    @property
    def apart(self) -> bool:
        """Whether the figure is a difference of two, by its sort or by the words beside it."""
        return is_apart(self.utterance.tagged, self.quantity)

    @property
    def owners(self) -> tuple[str, ...]:
        """Whose it may be."""
        return owners(self.utterance, self.quantity)

    def groups(self) -> tuple[Group, ...]:
        """The benefit groups it may be of: those named nearest, or all."""
        own = keys_of(self.clause).groups or keys_of(self.utterance.tagged).groups
        if own:
            return tuple(own)
        told = self.utterance.group
        return tuple(Group) if told is Group.ALLE else (told, Group.ALLE)

    def shares(self) -> tuple[Measure, ...]:
        """The shares it may be: the topic and polarity of the nearest words that tell them."""
        one = self.utterance
        texts = (self.clause, one.tagged, *before(self.case, one), one.heading)
        told = next((topic(text) for text in texts if topic(text)), None)
        if told is None:
            return tuple(measure for both in POLAR.values() for measure in both)
        known = share_of(self.clause, received=None, about=told)
        return (known,) if known is not None else POLAR[_TOPICS[told]]

    def keys(self, who: tuple[str, ...]) -> Keys:
        """What the nearest words tell of a figure of ``who``: its clause, its sentence, others."""
        one = self.utterance
        own = [keys_of(text) for text in (self.clause, one.sentence.text)]
        above = [keys_of(text) for text in (*before(self.case, one), one.heading)]
        return Keys(
            frozenset(who),
            next((each.groups for each in (*own, *above) if each.groups), frozenset()),
            next((each.goals for each in (*own, *above) if each.goals), frozenset()),
            next((each.times for each in own if each.times), frozenset()),
        )


def before(case: Case, one: Utterance) -> Iterator[str]:
    """The sentences of the paragraph before one, the nearest first."""
    for earlier in reversed(case.utterances[: one.index]):
        if earlier.sentence.paragraph != one.sentence.paragraph:
            return
        yield earlier.tagged
