"""A number of municipalities in a clause: ``mindst #16 af de #30 kommuner``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from rules.grammar.fractions import Part, part_of

ALL = 98  # Danish municipalities since 1 January 2007


class Amount(StrEnum):
    """How a stated number is meant."""

    EXACT = "="
    AT_LEAST = ">="
    AT_MOST = "<="
    MORE = ">"
    FEWER = "<"
    ABOUT = "~"

    def holds(self, number: float, stated: float, least: float = 1e-9) -> bool | None:
        """Whether ``number`` is what was meant; None where the words leave it open.

        About is within a tenth or ``least``, and surely not beyond a quarter.
        """
        off, near = abs(number - stated), max(0.1 * stated, least)
        if self is Amount.ABOUT and near < off <= 0.25 * stated:
            return None
        return {
            Amount.EXACT: off < 1e-9,
            Amount.AT_LEAST: number >= stated - 1e-9,
            Amount.AT_MOST: number <= stated + 1e-9,
            Amount.MORE: number > stated,
            Amount.FEWER: number < stated,
            Amount.ABOUT: off <= near,
        }[self]


@dataclass(frozen=True, slots=True)
class Count:
    """``#16 af de #30 kommuner``: 16, of 30.

    ``of_before``: of those spoken of before; ``rest``: those that are left; ``definite``:
    ``de 16``; ``elliptic``: the word ``kommuner`` is left out.
    """

    number: int
    amount: Amount = Amount.EXACT
    base: int | None = None
    of_before: bool = False
    rest: bool = False
    definite: bool = False
    elliptic: bool = False
    sibling: bool = False  # "af de #45 … #27, mens #18 …": one more part of the same whole
    part: Part | None = None  # "knap halvdelen af kommunerne": no number of its own
    besides: int = 0  # "@[0741] og #44 andre kommuner": one more than the number

    def fits(self, number: int, whole: int = ALL) -> bool | None:
        """Whether ``number`` of ``whole`` is what was meant; None where the words leave it open."""
        if self.part is not None:
            return self.part.fits(number, whole)
        number -= self.besides
        return self.amount.holds(number, self.number, least=1)


AMOUNTS = {
    "mindst": Amount.AT_LEAST,
    "minimum": Amount.AT_LEAST,
    "højst": Amount.AT_MOST,
    "maksimalt": Amount.AT_MOST,
    "mere end": Amount.MORE,
    "flere end": Amount.MORE,
    "over": Amount.MORE,
    "under": Amount.FEWER,
    "færre end": Amount.FEWER,
    "mindre end": Amount.FEWER,
    **dict.fromkeys(
        (
            "knap",
            "godt",
            "omkring",
            "ca",
            "ca.",
            "cirka",
            "næsten",
            "op mod",
            "omtrent",
            "lidt over",
        ),
        Amount.ABOUT,
    ),
}
_EXACT = ("kun", "blot", "alene", "i alt", "hele", "præcis", "samlet")
_HOW = "|".join(sorted((re.escape(word) for word in (*AMOUNTS, *_EXACT)), key=len, reverse=True))
_LEAD = (
    r"(?:(?P<before>\b(?:heraf|hvoraf|deraf|herunder|(?:af|blandt)\s+(?:disse|dem)))\s+(?:(?:er|har|det|<M>|<not>)\s+){0,2})?"
    rf"(?P<the>\b(?:de|disse|følgende)\s+)?(?:(?P<how>\b(?:{_HOW}))\s+)?"
    r"(?P<rest>\b(?:resterende|øvrige|sidste|andre)\s+)?"
)
_NUMBER = (
    r"(?<!tabel )(?<!nr )(?<!nr\. )(?<!§ )(?:#(?P<n>\d{1,3})(?![\d,.-])(?!\s*(?:halvår|kvartal))"
    r"|(?P<none>\bingen)"
    r"|(?P<one>\ben enkelt|\bkun en)"
    r"|(?P<all>\b(?:alle|samtlige))(?:\s+(?:de\s+)?(?:landets\s+)?#(?P<alln>\d{1,3}))?)"
)
_BASE = (
    r"(?:\s+(?:ud\s+)?af\s+(?:(?:i\s+alt|alle|samtlige|de|landets|(?P<those>disse|dem))\b\s*)*"
    r"(?:#(?P<base>\d{1,3})(?![\d,]))?)?"
)
_ADJECTIVE = (
    r"\s*(?P<adjective>(?:(?!(?:og|samt|i|som|der|er|har|en|den|af|ud|pct)\b)[a-zæøå-]+\s+){0,2}?)"
)
_FULL = re.compile(rf"{_LEAD}{_NUMBER}{_BASE}{_ADJECTIVE}(?P<noun>\bkommune(?:r|rne)?)\b")
_BARE = re.compile(
    rf"{_LEAD}#(?P<n>\d{{1,3}})(?![\d,-]|\.?\s*(?:halvår|kvartal))"
    r"(?P<those>\s+af\s+(?:dem|disse)\b)?(?:\s+(?:ud\s+)?af\s+(?:de\s+)?#(?P<base>\d{1,2})(?=\s+(?:<|har\b|er\b|havde\b|var\b|ligger\b|lå\b|bliver\b|blev\b)|\s*$))?"
    r"(?!\s*(?:pct|måned|time|person|fuldtid|mio|samtale|plads|placering|dage|år|uger|flere\b|færre\b|mere\b|mindre\b))"
)
_PART = re.compile(r"<part\|(?P<part>[^>]+)>(?:\s+af\s+de\s+#(?P<base>\d{1,3}))?\s+kommuner\b")
_BY_SO_MANY = re.compile(
    r"\s*(?:mere|flere|færre)\s*(?:<|$|[.,]|\bopfyld|\bnår\b|\bhar\b|\ber\b|\bend\b)"
)
_MORE_THAN = re.compile(r"\s*(?:mere|flere|færre|mindre)\s+end\b")
_NONE_OF_THEM = re.compile(  # "ingen af dem", and "ingen" or "en enkelt" beside another count
    r"^(?:(?:og|men|mens)\s+)?(?:ingen|(?:kun\s+|blot\s+)?(?P<one>en\s+enkelt))\s+"
    r"(?:(?P<of>af\s+(?:dem|disse))\b|(?=(?:er|har|ligger)\b|<(?:M|not)>))"
)
_ANOTHER = re.compile(r"\b(?:flere|færre)\b")
_OTHERS = re.compile(r"\b(?:andre|øvrige)\b")
_OPENS = re.compile(
    r"^(?:(?:(?:i|hos|for)\s+)?#\d+\s+(?:<|gør\b|gjorde\b|(?:er|var)\s+det\b)"
    r"|(?:mens|men|og|hvorimod|medens|<M>|<not>|er|bliver|har|mangler)\s"
    r"|tilbage\s+(?:er|var)\s+(?:der\s+)?(?:\w+\s+)?#\d"
    r"|(?:(?:altså|således|dermed|derfor|så)\s+)?(?:er|var)\s+(?:der|det)\s+(?:\w+\s+)?#\d)"
)
_BESIDES = re.compile(
    r"^(?:ud\s?over|foruden|udover|bortset\s+fra|på\s+nær)\s+@\[(?P<names>[\d+]+)\]"
    r"|@\[(?P<named>[\d+]+)\]\s+(?:og|samt)\s+(?:(?:yderligere|de)\s+)?#?$"
)
_EVERYONE = re.compile(
    r"^(?:og\s+|mens\s+)?(?:alle|samtlige)\s+(?:(?:de\s+)?#(?P<number>\d{1,2})\s+)?"
    r"(?:(?:er|har|bliver|ligger)\s+|<(?:M|not|under|over|cmp))"
)
_SINGLE = re.compile(  # "en kommune", and "en" beside a count where nothing else is meant
    r"^(?:(?:og|mens|men|samt|kun|hvoraf|heraf)\s+)*en\s+(?:kommune\b|(?:(?:er|har|ligger)\s+)?(?=<))"
)
_SOLE_OF = re.compile(
    r"\beneste(?:\s+kommuner?)?,?\s+(?:ud\s+)?(?:af|blandt)\s+(?:alle\s+|landets\s+|de\s+|disse\s+)*$"
)


def count(clause: str, *, counted: bool, beside: bool = False) -> Count | None:
    """The count a clause is about; ``counted`` allows leaving out the word ``kommuner``.

    ``beside`` a count in the same sentence ``en kommune`` is one; elsewhere it is any.
    """
    share = _PART.search(clause)
    if share is not None:
        base = int(share["base"]) if share["base"] else None
        return _share(part_of(share["part"]), base)
    if none := _NONE_OF_THEM.match(clause):
        number, of = int(bool(none["one"])), bool(none["of"])
        return Count(number, of_before=of, sibling=not of, elliptic=True)
    match = _FULL.search(clause) if "kommune" in clause else None
    if (
        match is not None
        and (
            clause[: match.start()].endswith("<not> ")  # "der er ikke 60 kommuner": another number
            or _MORE_THAN.match(clause, match.end())
            or _BY_SO_MANY.match(clause, match.end())
            or _ANOTHER.search(match["adjective"])
            or (match["none"] and _OTHERS.search(match["adjective"]))
            or (match["n"] and _SOLE_OF.search(clause[: match.start("n") - 1]))
        )
    ):
        return None  # "10 kommuner mere end sidste år", "5 flere", "ingen andre kommuner"
    if beside and _SINGLE.match(clause):
        return Count(1)
    if match is None:
        if everyone := _EVERYONE.match(clause):
            number = int(everyone["number"] or ALL)
            return Count(number, base=_of_themselves(number, everyone), elliptic=True)
        bare = _BARE.search(clause)
        if bare is None or not (counted or bare["base"]):
            return None
        if not (
            bare["base"] or bare["before"] or bare["those"] or bare["rest"] or _OPENS.match(clause)
        ):
            return None
        return Count(
            int(bare["n"]),
            _amount(bare["how"]),
            base=int(bare["base"]) if bare["base"] else None,
            of_before=bool(bare["before"] or bare["those"]),
            rest=bool(bare["rest"]),
            elliptic=True,
        )
    if match["none"]:
        number = 0
    elif match["all"]:
        number = int(match["alln"]) if match["alln"] else ALL
    else:
        number = 1 if match["one"] else int(match["n"])
    return Count(
        number=number,
        amount=_amount(match["how"]),
        base=int(match["base"]) if match["base"] else _of_themselves(number, match),
        of_before=bool(match["before"] or match["those"]),
        rest=bool(match["rest"]) or "resterende" in match["adjective"],
        definite=bool(match["the"]),
        besides=_besides(clause[: match.start("n" if match["n"] else "none")]),
    )


def _besides(lead: str) -> int:
    """How many are named beside those counted."""
    found = _BESIDES.search(lead)
    return 1 + (found["names"] or found["named"]).count("+") if found else 0


def _of_themselves(number: int, match: re.Match[str]) -> int | None:
    """``alle otte`` are eight of the eight spoken of before; ``alle`` are part of nothing."""
    found = match.groupdict()
    return number if number != ALL and (found.get("alln") or found.get("number")) else None


def _share(part: Part, base: int | None) -> Count:
    """A count said as a share: about as many as the middle of its bounds, of the base."""
    low, high, _, _ = part.bounds
    return Count(round((low + high) / 2 * (base or ALL)), Amount.ABOUT, base=base, part=part)


def _amount(how: str | None) -> Amount:
    return Amount.EXACT if how is None else AMOUNTS.get(how, Amount.EXACT)
