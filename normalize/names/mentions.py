"""Municipalities named in running text, damaged names repaired where that is certain.

A capitalised word that is spelled like a municipality is one, unless what stands around it makes
it a street, an address, an institution or a person. A damaged one is repaired on the evidence of
its letters and of its company: the word "kommune" after it, or a list of municipalities around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from normalize.model import Mention, Municipality, Sentence
from normalize.names.alone import match
from normalize.names.municipalities import by_name
from normalize.prose.lexicon import is_known

_CAPITAL = r"[A-ZÆØÅ@&][\w@&¢]*(?:-[\w@&¢]+)*"
_CANDIDATE = re.compile(rf"(?<![\w/.@-]){_CAPITAL}(?:['’]s?)?")
_KOMMUNE = re.compile(r"\s+(?:regions)?kommun\w{0,4}\b", re.IGNORECASE)
_GENITIVES = ("", "s", "'", "’", "'s", "’s")
_AROUND = 60  # letters on either side of a name that tell what it is
_POSTCODE = re.compile(r"\b\d{4}\s+$")
_INSTITUTION = re.compile(
    r"\s+(?:universitet|sygehus|hospital|amt|stift|all[eé]|boulevard|havn|lufthavn|bank|gymnasium|"
    r"byret|ret\b|politi|festival|museum|provsti|seminari|domkirke|teater|vest\b|syd\b)",
    re.IGNORECASE,
)
_JOINT = re.compile(r"^\s*(?:,|;|/|,?\s*(?:og|eller|samt|men|mens|hhv\.|henholdsvis))?\s*$")
_LINKED = re.compile(r"[,;/]|\b(?:og|eller|samt|hhv|henholdsvis)\b")
_ROAD = re.compile(r"^\s+(?:til|frem|mod|ud|derhen|hertil|videre)\b")  # "Vejen til ...", a road
# A capitalised word before the name that does not open the sentence: "direktør Mette Odder".
_PERSON = re.compile(r"(?<=[\w,;:] )(?!Kommun|Jobcenter)[A-ZÆØÅ][a-zæøå]+\s+$")


@dataclass(frozen=True, slots=True)
class _Word:
    """A capitalised word, or two beside each other, that may be a name."""

    start: int
    end: int
    raw: str


def mentions(sentence: Sentence) -> tuple[Mention, ...]:
    """The municipalities a sentence names, in order; places are those in ``sentence.text``."""
    if sentence.mentions is not None:
        return sentence.mentions
    return find(sentence.text)[1]


def find(text: str, *, damaged: bool = False) -> tuple[str, tuple[Mention, ...]]:
    """The text with damaged names repaired, and the mentions in it.

    ``damaged`` says that the note has lost its æ, ø and å: then a name is also believed without
    company.
    """
    words = _words(text)
    sure = {word: found for word in words if (found := _spelled(text, word)) is not None}
    named = dict(sure)
    for chain in _chains(text, words):
        company = any(word in sure or _kommune_after(text, word) for word in chain)
        for word in chain:
            if word in sure or not _may_be_name(text, word):
                continue
            beside = _kommune_after(text, word) or (company and len(chain) > 1)
            found = _damaged(text, word, company=beside, damaged=damaged)
            if found is not None:
                named[word] = found
    return _rewritten(text, sorted(named.items(), key=lambda item: item[0].start))


def _words(text: str) -> list[_Word]:
    """Candidates, two words of a double name taken together where they are spelled so."""
    single = [_Word(m.start(), m.end(), m[0]) for m in _CANDIDATE.finditer(text)]
    words: list[_Word] = []
    for word in single:
        before = words[-1] if words else None
        if before is not None and text[before.end : word.start] in {" ", "- ", " - ", " -"}:
            both = _Word(before.start, word.end, text[before.start : word.end])
            if _bare(both.raw) is not None:
                words[-1] = both
                continue
        words.append(word)
    return words


def _bare(raw: str) -> Municipality | None:
    """The municipality of an accepted spelling, also in the genitive."""
    spaced = re.sub(r"\s*-\s*", "-", raw).rstrip("'’")
    return by_name(spaced) or by_name(re.sub(r"['’]?s$", "", spaced))


def _spelled(text: str, word: _Word) -> Municipality | None:
    found = _bare(word.raw)
    if found is None or _kommune_after(text, word):
        return found
    before, after = (
        text[max(0, word.start - _AROUND) : word.start],
        text[word.end : word.end + _AROUND],
    )
    address = _POSTCODE.search(before) or _INSTITUTION.match(after)
    person = _PERSON.search(before)
    road = found.name == "Vejen" and not before.strip() and _ROAD.match(after)
    return None if address or person or road else found


def _may_be_name(text: str, word: _Word) -> bool:
    """False for words that are known, abbreviations and single letters."""
    letters = re.sub(r"['’]s?$", "", word.raw)
    shouted = letters.isupper() and not text.isupper()
    return len(letters) >= 3 and not shouted and not is_known(letters)


def _kommune_after(text: str, word: _Word) -> bool:
    return _KOMMUNE.match(text, word.end) is not None


def _chains(text: str, words: Sequence[_Word]) -> list[list[_Word]]:
    """The words in the enumerations they stand in: parted by commas, ``og`` and the like alone."""
    chains: list[list[_Word]] = []
    for word in words:
        before = chains[-1][-1] if chains else None
        between = text[before.end : word.start] if before else ""
        if before and _JOINT.match(between) and _LINKED.search(between):
            chains[-1].append(word)
        else:
            chains.append([word])
    return chains


def _damaged(text: str, word: _Word, *, company: bool, damaged: bool) -> Municipality | None:
    raw = re.sub(r"['’]s?$", "", word.raw)
    opens = not text[max(0, word.start - _AROUND) : word.start].strip(" -•*\"'»“(")
    if company and not (opens and _kommune_after(text, word)):
        return match(f"{raw} Kommune").municipality
    if company or (damaged and not opens):
        return match(raw).municipality
    return None


def _rewritten(
    text: str, named: Sequence[tuple[_Word, Municipality]]
) -> tuple[str, tuple[Mention, ...]]:
    """Put the canonical name where it was damaged, a genitive kept."""
    parts: list[str] = []
    found: list[Mention] = []
    at = length = 0
    for word, municipality in named:
        name = municipality.name
        plain = word.raw.casefold() in {f"{name}{ending}".casefold() for ending in _GENITIVES}
        genitive = "s" if word.raw.endswith("s") and not name.endswith("s") else ""
        shown = word.raw if plain else name + genitive
        parts += [text[at : word.start], shown]
        start = length + word.start - at
        found.append(Mention(municipality, start, start + len(shown), word.raw, not plain))
        length, at = start + len(shown), word.end
    return "".join([*parts, text[at:]]), tuple(found)
