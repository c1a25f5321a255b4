"""A number of municipalities that rose or fell: ``steget fra 24 til 30, altså med seks``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rules.case import Case
from rules.grammar.counts import ALL
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict

_N = r"#(?P<{0}>\d{{1,3}})(?!\d|,\d|\s*(?:pct|mio|kr))"
_STEP = re.compile(
    rf"\bfra\s+{_N.format('before')}(?:\s+kommuner)?(?:\s+i\s+#20\d\d)?\s+til\s+{_N.format('after')}"
    rf"(?P<between>[^#;]*?(?:\bi\s+#20\d\d[^#;]*?)?){_N.format('size')}"
)
_SAYS_HOW_MUCH = re.compile(
    r"\b(?:altså|dvs|det\s+vil\s+sige|svarende\s+til|dermed|hvilket|det\s+er|en|et|med|på)\b"
)
_UP = re.compile(r"\b(?:steg\w*|stigning\w*|voks\w*|øg\w*|flere|op)\b")
_DOWN = re.compile(r"\b(?:fald\w*|færre|nede?|reducer\w*|mindre|nedgang\w*)\b")
_ELSE = re.compile(r"\b(?:plads\w*|placering\w*|nr|nummer|pct|point\w*|rangli\w*|hvis|år\s+til)\b")
_COUNTED = re.compile(r"\bkommune\w*\b|\bantal\w*\b")


@dataclass(frozen=True, slots=True)
class Step:
    """From one number to another, and the change as stated; ``up`` is None where none is said."""

    before: int
    after: int
    size: int
    up: bool | None


def read(case: Case) -> Iterable[Claim]:
    """Sentences that give two numbers of municipalities and what lies between them."""
    for one in case.utterances:
        text = one.tagged
        match = _STEP.search(text) if "fra #" in text else None
        if match is None or _ELSE.search(text) or not _COUNTED.search(text):
            continue
        whole = (match["before"], match["after"]) == ("1", str(ALL))  # from the first to the last
        if whole or not _SAYS_HOW_MUCH.search(match["between"]):
            continue
        up, down = bool(_UP.search(text)), bool(_DOWN.search(text))
        step = Step(
            int(match["before"]),
            int(match["after"]),
            int(match["size"]),
            None if up == down else up,
        )
        yield claim(
            ClaimKind.DIFFERENCE, one, step, stated=match["size"], unit="kommuner", period=case.main
        )


def check(_: Case, about: Claim) -> Iterable[Finding]:
    """Subtract, and see which way it went."""
    said = about.detail
    if not isinstance(said, Step):
        return
    gone = said.after - said.before
    wrong_way = said.up is not None and gone != 0 and said.up is not (gone > 0)
    right = abs(gone) == said.size and not wrong_way
    word = "op" if gone > 0 else "ned"
    text = f"Notatet skriver, at ændringen er {said.size}"
    joined = "og" if right else "men"
    yield finding(
        about,
        Verdict.CONSISTENT if right else Verdict.CONTRADICTED,
        f"{text}, {joined} fra {said.before} til {said.after} er {abs(gone)} {word}",
        derived=str(gone) if abs(gone) == said.size and not right else str(abs(gone)),
    )


KIND = Kind("stepped", read, check)
