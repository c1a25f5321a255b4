"""Notes on benchmarks: rates, persons by benefit group, ranks, money, half-years."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from benchmarks.word.dice import FORMS, STYLES, Body, Dice, note_lines
from benchmarks.word.fodt import Block, Break, Cell, Part
from benchmarks.word.tables import (
    Column,
    Truth,
    danish,
    draws,
    names,
    table,
    transposed,
)

GROUPS = (
    ("a-dagpenge", "A-dagpenge"),
    ("kontanthjaelp", "Kontanthjælp"),
    ("sygedagpenge", "Sygedagpenge"),
)
HALF_YEARS = "2020-07/2021-06"


def rates(dice: Dice, *, period: str = "2024", group: str = "alle") -> list[Column]:
    """Actual and expected rate, the difference in points and the rank."""
    expected = draws(dice.rng, 12.5, 2.2, 4, 2)
    gap = draws(dice.rng, 0, 0.6, -9, 2)
    order = dice.rng.permutation(98)
    rank = {name: Decimal(int(place) + 1) for name, place in zip(names(), order, strict=True)}
    share = dice.pick(("(pct.)", "(%)", "i pct."))
    return [
        Column(
            f"Faktisk ydelsesgrad {share}",
            "faktisk",
            "pct",
            lambda name: expected(name) + gap(name),
            period,
            group,
            decimals=2,
        ),
        Column(
            f"Forventet ydelsesgrad {share}",
            "forventet",
            "pct",
            expected,
            period,
            group,
            decimals=2,
        ),
        Column("Forskel (pct.point)", "difference", "pct_point", gap, period, group, decimals=2),
        Column("Placering", "placering", "rank", rank.__getitem__, period, group, decimals=0),
    ]


def landscape(dice: Dice) -> Body:
    """Prose upright, then rates of half the country on their side."""
    rows = dice.some(45)
    made = table(rows, rates(dice), style=dice.pick(STYLES), size=9, repeat=dice.chance(0.7))
    parts: list[Part] = [
        Block("Ydelsesgraden opgøres for alle ydelser under ét i perioden januar-december 2024."),
        Break("landscape"),
        Block("Tabel 1. Faktisk og forventet ydelsesgrad i 2024", "caption"),
        made.grid,
        *note_lines(red=False),
        Break("portrait"),
        Block("Opgørelsen gentages næste år."),
    ]
    return Body("Ydelsesgrader i 2024", tuple(parts), made.truth)


def groups(dice: Dice) -> Body:
    """Persons by benefit group under spanning headings, half-years."""
    columns = []
    for group, _ in GROUPS:
        expected = draws(dice.rng, 1400, 500, 90, 0)
        gap = draws(dice.rng, 0, 60, -60, 0)
        columns += [
            Column(
                "Faktisk", "faktisk", "persons", _plus(expected, gap), HALF_YEARS, group, decimals=0
            ),
            Column("Forventet", "forventet", "persons", expected, HALF_YEARS, group, decimals=0),
            Column("Forskel", "difference", "persons", gap, HALF_YEARS, group, decimals=0),
        ]
    top = [Cell("Kommune", rows=2), *(Cell(heading, span=3) for _, heading in GROUPS)]
    below = [Cell("", covered=True), *(Cell(column.heading) for column in columns)]
    made = table(
        dice.some(26), columns, head=[top, below], style=dice.pick(("grid", "dark")), size=7.5
    )
    parts: tuple[Part, ...] = (
        Block("Antal fuldtidspersoner i perioden 2. halvår 2020 - 1. halvår 2021."),
        Break("landscape"),
        Block("Tabel 1. Fuldtidspersoner, 2. halvår 2020 - 1. halvår 2021", "caption"),
        made.grid,
    )
    return Body("Offentligt forsørgede i 2. halvår 2020 - 1. halvår 2021", parts, made.truth)


def received(dice: Dice) -> Body:
    """Shares that did get talks and offers."""
    form = dice.pick(FORMS)
    columns = [
        Column(
            "Andel, der har fået mindst 4 samtaler",
            "samtaler_modtaget",
            "pct",
            draws(dice.rng, 88, 5),
            HALF_YEARS,
            form=form,
        ),
        Column(
            "Andel, der har fået tilbud eller arbejdet 225 timer",
            "tilbud_modtaget",
            "pct",
            draws(dice.rng, 78, 6),
            HALF_YEARS,
            form=form,
        ),
    ]
    made = table(dice.some(34), columns, style=dice.pick(STYLES), size=9)
    parts = (
        Block(
            "En kommune opfylder et fokusmål, når mindst 80 pct. i gennemsnit har fået indsatsen."
        ),
        Block("Tabel 1. Indsatsen i perioden juli 2020 - juni 2021", "caption"),
        made.grid,
    )
    return Body("Fokusmål for perioden juli 2020 - juni 2021", parts, made.truth)


def potential(dice: Dice) -> Body:
    """Millions of kroner with real minus signs, and ranks."""
    minus = dice.pick(("−", "-", "–"))
    money = draws(dice.rng, 6, 14, -60)
    columns = [
        *rates(dice)[2:],
        Column("Økonomisk potentiale (mio. kr.)", "potentiale", "mio_kr", money),
    ]
    made = table(dice.some(28), columns, style=dice.pick(STYLES))
    grid = replace(
        made.grid,
        body=[
            [
                replace(c, text=c.text.replace("-", minus) if c.text[1:2].isdigit() else c.text)
                for c in row
            ]
            for row in made.grid.body
        ],
    )
    truth = tuple(replace(row, raw=row.raw.replace("-", minus)) for row in made.truth)
    caption = Block("Tabel 1. Besparelsespotentiale i 2024", "caption")
    return Body("Økonomisk potentiale 2024", (caption, grid), truth)


def own(dice: Dice) -> Body:
    """A municipality's own note: benefit groups as rows, the name only in the title."""
    name = dice.pick(names())
    pairs = []
    for _ in GROUPS:
        expected = int(dice.rng.integers(200, 4000))
        pairs.append((expected + int(dice.rng.integers(-90, 90)), expected))
    pairs.append((sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)))
    body, truth = [], []
    for (group, label), (actual, expected) in zip(
        (*GROUPS, ("alle", "Alle ydelser under ét")), pairs, strict=True
    ):
        cells = [Cell(label)]
        for measure, unit, figure in (
            ("faktisk", "persons", actual),
            ("forventet", "persons", expected),
            ("difference", "persons", actual - expected),
            ("placering", "rank", int(dice.rng.integers(1, 99))),
        ):
            value = Decimal(figure)
            raw = danish(value, 0)
            cells.append(Cell(raw))
            truth.append(Truth(name, measure, group, HALF_YEARS, str(value), unit, "", raw))
        body.append(cells)
    made = table((), rates(dice))
    head = [
        [Cell(h) for h in ("Ydelse", "Faktisk antal", "Forventet antal", "Forskel", "Placering")]
    ]
    grid = replace(made.grid, head=head, body=body)
    parts = (
        Block(f"Forvaltningen i {name} Kommune har gennemgået de nye tal."),
        Block("Tabel 1. Fuldtidspersoner i perioden 2. halvår 2020 - 1. halvår 2021", "caption"),
        grid,
    )
    return Body(f"Benchmark af {name} Kommune", parts, tuple(truth))


def across(dice: Dice) -> Body:
    """Neighbours as columns, measures as rows."""
    rows = dice.some(4)
    columns = rates(dice)
    made = transposed(table(rows, columns, style="grid"), columns, rows)
    caption = Block("Tabel 1. Nøgletal for nabokommuner i 2024", "caption")
    return Body("Nøgletal i 2024", (caption, made.grid), made.truth)


def half_years(dice: Dice) -> Body:
    """One column a half-year."""
    periods = {
        "2. halvår 2020": "2020-07/2020-12",
        "1. halvår 2021": "2021-01/2021-06",
        "2. halvår 2021": "2021-07/2021-12",
    }
    columns = [
        Column(
            f"Samtaler\n{label}",
            "samtaler",
            "pct",
            draws(dice.rng, 12, 4),
            period,
            form=dice.pick(FORMS[:2]),
        )
        for label, period in periods.items()
    ]
    made = table(dice.some(33), columns, style=dice.pick(STYLES))
    caption = Block("Tabel 1. Andel med færre end fire samtaler, halvår", "caption")
    return Body("Samtaler efter halvår", (caption, made.grid), made.truth)


def _plus(
    one: Callable[[str], Decimal], other: Callable[[str], Decimal]
) -> Callable[[str], Decimal]:
    return lambda name: one(name) + other(name)
