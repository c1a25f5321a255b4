"""Notes on the yearly goals, in tables of many forms, and the list of all kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from benchmarks.word.dice import FORMS, STYLES, WORDS, Body, Dice, note_lines
from benchmarks.word.fodt import Block, Cell, Columns, Part
from benchmarks.word.rates import (
    across,
    groups,
    half_years,
    landscape,
    own,
    potential,
    rates,
    received,
)
from benchmarks.word.tables import (
    MISSING,
    SAMTALER,
    TILBUD,
    Column,
    Truth,
    draws,
    facts,
    names,
    regions,
    table,
)

SOFT = "\N{SOFT HYPHEN}"


def goals(dice: Dice, *, red: bool | None = None, soft: bool = False) -> list[Column]:
    """The three columns of a yearly overview, with the published figures."""
    form = dice.pick(FORMS)
    marked = dice.chance(0.6) if red is None else red
    mark = SOFT if soft else ""
    result = dice.pick(("Resultatmål", "Resultatmål opfyldt?", "Opfylder resultatmål"))
    return [
        Column(
            result.replace("tatm", f"tat{mark}m"),
            "resultatmaal",
            "status",
            lambda name: "opfyldt" if facts()[name][0] else "ikke_opfyldt",
            red=lambda value: marked and value == "ikke_opfyldt",
        ),
        Column(
            dice.pick(("Fokusmål\n(samtaler)", "Fokusmål – samtaler", "Samtaler")).replace(
                "samt", f"sam{mark}t" if soft else "samt"
            ),
            "samtaler",
            "pct",
            lambda name: facts()[name][1],
            form=form,
            red=lambda value: marked and Decimal(value) >= SAMTALER,
        ),
        Column(
            dice.pick(("Fokusmål\n(tilbud)", "Fokusmål – tilbud", "Tilbud")),
            "tilbud",
            "pct",
            lambda name: facts()[name][2],
            form=form,
            red=lambda value: marked and Decimal(value) >= TILBUD,
        ),
    ]


def counted() -> Block:
    """A true paragraph on the published figures."""
    rows = facts().values()
    met = sum(row[0] for row in rows)
    talks = sum(row[1] < SAMTALER for row in rows)
    return Block(
        f"I perioden januar til december 2024 opfylder {met} kommuner resultatmålet, og {talks} "
        "kommuner opfylder fokusmålet for samtaler. Grænserne er hhv. 20 pct. og 30 pct., og en "
        "kommunes andel skal ligge under grænsen."
    )


def everyone(dice: Dice) -> Body:
    """All 98 in one long table."""
    columns = goals(dice)
    made = table(
        names(),
        columns,
        words=dice.pick(WORDS),
        style=dice.pick(STYLES),
        size=dice.pick((8, 9, 10)),
        repeat=dice.chance(0.5),
        full_width=dice.chance(0.6),
    )
    caption = Block("Tabel 1: Kommunernes resultat- og fokusmål for 2024", "caption")
    lines = note_lines(red=any(row.marked for row in made.truth))
    return Body("Kommunernes resultater 2024", (counted(), caption, made.grid, *lines), made.truth)


def two_columns(dice: Dice) -> Body:
    """All 98 in a table that runs through two newspaper columns."""
    made = table(
        names(),
        goals(dice),
        words=WORDS[dice.pick((0, 2))],
        style=dice.pick(("grid", "lines")),
        size=7.5,
        repeat=True,
    )
    caption = Block("Tabel 1. Status på målene i 2024", "caption")
    parts = (counted(), caption, Columns([made.grid]), *note_lines(red=False))
    return Body("Oversigt over målopfyldelse", parts, made.truth)


def years(dice: Dice) -> Body:
    """Two years side by side under spanning headings."""
    form = dice.pick(FORMS)
    columns = []
    for year in ("2023", "2024"):
        talks = draws(dice.rng, 11, 4)
        offers = draws(dice.rng, 29, 6)
        if year == "2024":
            talks, offers = (lambda n: facts()[n][1]), (lambda n: facts()[n][2])
        columns += [
            Column("Samtaler", "samtaler", "pct", talks, year, form=form),
            Column("Tilbud", "tilbud", "pct", offers, year, form=form),
        ]
    top = [Cell("Kommune", rows=2), Cell("2023", span=2), Cell("2024", span=2)]
    below = [Cell("", covered=True), *(Cell(column.heading) for column in columns)]
    style = dice.pick(("grid", "lines", "frame"))
    made = table(dice.some(38), columns, head=[top, below], style=style, size=9)
    caption = Block("Tabel 1: Fokusmål i 2023 og 2024 (andele, der ikke har fået)", "caption")
    return Body("Udviklingen i fokusmål", (caption, made.grid, *note_lines(red=False)), made.truth)


def among_prose(dice: Dice) -> Body:
    """Three small tables between paragraphs, the figures of the covered among them."""
    covered = [
        n
        for n, (met, talks, offers) in facts().items()
        if not met and (talks >= SAMTALER or offers >= TILBUD)
    ]
    words, style = dice.pick(WORDS), dice.pick(STYLES)
    parts: list[Part] = []
    truth: list[Truth] = []
    for number, rows in enumerate((covered[:9], covered[9:], dice.some(7)), 1):
        columns = goals(dice, red=True)
        made = table(rows, columns, words=words, style=style, full_width=dice.chance(0.5))
        parts += [
            Block(f"{number}. del", "heading"),
            Block(f"I tabel {number} er vist {len(rows)} kommuner og deres mål i 2024."),
            Block(f"Tabel {number}. Udvalgte kommuner, 2024", "caption"),
            made.grid,
            *note_lines(red=True),
            Block("• Kommunerne er nævnt i alfabetisk rækkefølge.", "item"),
        ]
        truth += made.truth
    return Body("Udvalgte kommuner i 2024", tuple(parts), tuple(truth))


def by_region(dice: Dice) -> Body:
    """Regions as rows across the table, and a last row for the country."""
    where = regions()
    chosen = sorted(dice.some(40), key=lambda name: where[name])
    first = {where[name]: name for name in reversed(chosen)}
    breaks = {name: region for region, name in first.items()}
    columns = goals(dice)
    made = table(
        chosen,
        columns,
        breaks=breaks,
        total="Hele landet",
        words=WORDS[0],
        style=dice.pick(("grid", "lines", "dark")),
    )
    caption = Block("Tabel 1. Mål i 2024 fordelt på regioner", "caption")
    return Body("Mål i 2024 efter region", (caption, made.grid), made.truth)


def footnoted(dice: Dice) -> Body:
    """Raised marks on names, marks for what is missing, notes below."""
    rows = dice.some(30)
    odd = set(dice.rng.choice(rows, 4, replace=False))
    gone = {
        (str(n), m) for n in dice.rng.choice(rows, 3, replace=False) for m in ("samtaler", "tilbud")
    }
    mark, empty = dice.pick(("1)", "*", "1")), dice.pick(MISSING)
    made = table(
        rows,
        goals(dice, red=False),
        words=dice.pick(WORDS),
        style=dice.pick(("grid", "lines")),
        names_as=lambda name: Cell(name, note=mark if name in odd else ""),
        missing=lambda name, column: empty if (name, column.measure) in gone else None,
    )
    caption = Block("Tabel 1: Mål for 2024, udvalgte kommuner", "caption")
    below = Block(f"{mark} Kommunen har skiftet sagssystem i løbet af året.", "small")
    return Body("Mål for 2024 med forbehold", (caption, made.grid, below), made.truth)


def hyphenated(dice: Dice) -> Body:
    """Narrow columns: headings and names break at soft and hard hyphens."""
    columns = goals(dice, soft=True)
    soft = {
        "Vesthimmerlands": f"Vesthimmer{SOFT}lands",
        "Vordingborg": f"Vording{SOFT}borg",
        "Frederikshavn": f"Frederiks{SOFT}havn",
        "Mariagerfjord": f"Mariager{SOFT}fjord",
    }
    made = table(
        names(),
        columns,
        words=WORDS[1],
        style=dice.pick(("grid", "zebra")),
        size=9,
        names_as=lambda name: Cell(soft.get(name, name)),
    )
    grid = replace(made.grid, widths=[1.0, 1.0, 1.0, 1.0], full_width=False)
    caption = Block("Tabel 1. Resultat- og fokusmål, 2024", "caption")
    return Body("Resultat- og fokusmål 2024", (counted(), caption, grid), made.truth)


def ranked(dice: Dice) -> Body:
    """Ordered by rank, the rank in front of the name."""
    columns = [rates(dice)[3], *goals(dice)[1:]]
    rank = columns[0].value
    rows = sorted(names(), key=lambda name: Decimal(rank(name) or 0))
    made = table(rows, columns, names_at=1, style=dice.pick(STYLES), size=8)
    caption = Block("Tabel 1. Kommunerne efter placering, 2024", "caption")
    return Body("Kommunerne efter placering i 2024", (caption, made.grid), made.truth)


CLASSES: Mapping[str, Callable[[Dice], Body]] = {
    function.__name__: function
    for function in (
        everyone,
        two_columns,
        years,
        among_prose,
        by_region,
        footnoted,
        hyphenated,
        ranked,
        landscape,
        groups,
        received,
        potential,
        own,
        across,
        half_years,
    )
}
