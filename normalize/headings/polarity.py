"""Did those who are counted get the talks and offers, or did they not?

A heading says it in its own words, or leaves it to the caption, a footnote or the text.
"""

from __future__ import annotations

import re

from normalize.headings.letters import repaired
from normalize.model import Measure

# Fewer than four of anything but talks is counted nowhere; the word itself may be lost.
TALKS = re.compile(
    r"samtale|\b(?:færre|mindre) end (?:4|fire)\b(?!\s*(?:pct|procent|%|timer|uger|måned|komm))"
)
OFFERS = re.compile(r"tilbud|aktivering|virksomhedsrettet|løntime|\d+ timer|ordinær")
_NO = r"\b(?:ikke|hverken|ingen|intet|ej|aldrig|uden)\b|\bmangle|\bfravær"  # every Danish negator
_WITHOUT = re.compile(rf"færre|mindre end|\bunder (?:4|fire)\b|højst (?:3|tre)|{_NO}")
_WITH_ALONE = re.compile(r"^(?!.*\bunder\b).*\bmed\b")  # ``med under`` and a word misread: few
_WITH = re.compile(
    r"mindst|minimum|eller flere|modtaget|fået|deltaget|givet|afholdt|\bhaft\b|har været i"
)
# In whole sentences only these say who is counted.
_NOT_RECEIVED = re.compile(
    r"færre end|mindre end (?:4|fire)\b|\buden (?:et )?(?:aktivt |minimum )?(?:tilbud|samtale)|"
    r"\b(?:ikke|hverken|aldrig|ingen|ej) (?:har )?(?:modtaget|fået|haft|deltaget)|mangle|"
    r"\b(?:fået|haft|modtaget) (?:ingen|hverken|intet)\b"
)
_RECEIVED_WORDS = re.compile(
    r"(?:har|havde|er) (?:modtaget|fået|deltaget|haft|blevet)|modtaget mindst"
)
_SHARES = re.compile(r"\bandele?n?e?n?\b")
_FOOTNOTE = re.compile(r"(?<![\w,(])(?=\d{1,2}\)\s)")  # several of them on one line
_SENTENCE = re.compile(r"(?<=\w{4}[.;])\s+|\n")
_RECEIVED = {
    Measure.SAMTALER: Measure.SAMTALER_MODTAGET,
    Measure.TILBUD: Measure.TILBUD_MODTAGET,
}
GOT = frozenset(_RECEIVED.values())
POLAR = _RECEIVED | {got: got for got in _RECEIVED.values()}  # measure → the share that got it


def polarity(text: str) -> bool | None:
    """True where a text speaks of those who got talks or offers, False of those who did not."""
    if _WITHOUT.search(text):
        return False
    if _WITH.search(text):
        return True
    return True if _WITH_ALONE.search(text) else None


def received(measure: Measure) -> Measure:
    """The measure of the same thing turned round: the share that got it."""
    return _RECEIVED.get(measure, measure)


def polarity_in(text: str, measure: Measure, mark: str = "") -> bool | None:
    """What a caption or a note says of the polarity of a measure; None where it says nothing.

    A footnote to the heading itself (``mark``, ``2)``) goes before sentences that name the measure,
    and those before sentences that speak of shares and name neither talks nor offers.
    """
    talks = measure in {Measure.SAMTALER, Measure.SAMTALER_MODTAGET}
    subject, other = (TALKS, OFFERS) if talks else (OFFERS, TALKS)
    sentences = [part for line in _SENTENCE.split(text) for part in _FOOTNOTE.split(line)]
    plain = [repaired(sentence) for sentence in sentences]
    marked = [one for one, raw in zip(plain, sentences, strict=True) if raw.startswith(mark or " ")]
    about = [one for one in plain if subject.search(one)]
    shares = [one for one in plain if _SHARES.search(one) and not other.search(one)]
    for chosen in (marked, about, shares):
        found = {said for one in chosen if (said := _said(one)) is not None}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _said(sentence: str) -> bool | None:
    """Polarity of a sentence, in which ``ikke`` may belong to something else."""
    if _NOT_RECEIVED.search(sentence):
        return False
    return True if _RECEIVED_WORDS.search(sentence) else None
