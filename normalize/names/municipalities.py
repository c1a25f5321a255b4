"""The 98 municipalities of Denmark since 2007: codes, names, regions, other spellings.

Codes and names follow Danmarks Statistik; ``data/kommuner.csv`` holds them in order of code.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from normalize.model import Municipality

_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"


@cache
def municipalities() -> tuple[Municipality, ...]:
    """All 98, in the Danish order of their names (aa counts as å, the last letter)."""
    text = (files("normalize") / "data" / "kommuner.csv").read_text(encoding="utf-8")
    found = (
        Municipality(
            code=row["code"],
            name=row["name"],
            region=row["region"],
            aliases=tuple(alias for alias in row["aliases"].split("|") if alias),
        )
        for row in csv.DictReader(text.splitlines())
    )
    return tuple(sorted(found, key=lambda municipality: danish_key(municipality.name)))


def danish_key(name: str, *, one_letter: bool = True) -> tuple[int, ...]:
    """Sort key of a name in Danish order; marks that are no letters do not count.

    ``one_letter``: aa is å, as in names; programs that do not know it sort it as two.
    """
    letters = name.casefold()
    if one_letter:
        letters = letters.replace("aa", "å")
    return tuple(_ALPHABET.find(letter) for letter in letters if letter in _ALPHABET)


@cache
def ranks() -> Mapping[str, int]:
    """Code → place (0-97) in the Danish order."""
    return MappingProxyType({m.code: place for place, m in enumerate(municipalities())})


@cache
def spellings() -> Mapping[str, Municipality]:
    """Every accepted spelling, folded by `fold` → its municipality."""
    table: dict[str, Municipality] = {}
    for municipality in municipalities():
        for spelling in (municipality.name, *municipality.aliases):
            table.setdefault(fold(spelling), municipality)
    return MappingProxyType(table)


def fold(name: str) -> str:
    """The form in which spellings are compared: no case, aa for å, a space for a hyphen."""
    folded = name.casefold().replace("å", "aa").replace("-", " ")
    return " ".join(folded.split())


def by_name(name: str) -> Municipality | None:
    """The municipality of an accepted spelling, else None."""
    return spellings().get(fold(name))


@cache
def first_parts() -> Mapping[str, Municipality]:
    """First part of a double name, folded → the municipality; that of one name alone."""
    parts = [(fold(m.name.split("-")[0]), m) for m in municipalities() if "-" in m.name]
    return MappingProxyType({p: m for p, m in parts if [other for other, _ in parts].count(p) == 1})


@cache
def _codes() -> Mapping[str, Municipality]:
    return MappingProxyType({municipality.code: municipality for municipality in municipalities()})


def by_code(code: str) -> Municipality:
    """The municipality of a four-digit code; raises `KeyError` for an unknown one."""
    return _codes()[code]
