"""The heading cells of a table → one `Heading` for each column.

What a heading leaves open is filled in here: a heading that stands over several columns, the
polarity of talks and offers, the unit.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from extract.model import Cell, Source, Table
from normalize.figures.numbers import Figure
from normalize.figures.witnesses import family
from normalize.headings.glossary import said_out
from normalize.headings.heading import Heading, find_groups, read_heading
from normalize.headings.lent import (
    dealt,
    inherited,
    months_home,
    of_one_time,
    of_one_unit,
    over_years,
)
from normalize.headings.letters import repaired, restored
from normalize.headings.polarity import POLAR, polarity, polarity_in, received
from normalize.model import Group, Measure, Unit

# Per cent. The goals are 80 got and 20 to 30 did not, so the middle of a column tells the polarity
# of its figures at these ends, whatever the text around seems to say.
_SURELY_NOT, _SURELY_GOT = 25.0, 75.0
_LISTED_NOT = 45.0  # tables that list only those who miss a goal have 30 to 45 who did not get it

_RULING = re.compile(r"(?<=\S) [|I] (?=\S)")  # drawn beside a broken word: ``Resultatm I ål``

_MANY = 5  # figures of a column whose sizes say more than one municipality's may
_MARK = re.compile(r"\d{1,2}\)(?=\W*$)")  # of a footnote to the heading

# Words of a heading that leave it to the caption what is measured: ``2023``, ``Andel (pct.)``.
_BARE = re.compile(
    r"(?:[\W\d_]|\b(?:andel(?:en)?|pct|procent|antal|status|opfyldt|opfylder|målet|målopfyldelse|"
    r"i|ii|år|året|måling|værdi|tal|resultat|ja|nej|eller|halvår|kvartal|kv|første|andet|"
    r"jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|januar|februar|marts|april|juni|juli|august|"
    r"september|oktober|november|december)\b)+",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:nr|nummer|#)\.?", re.IGNORECASE)  # running, or a rank
_DEVELOPMENT = re.compile(r"\budvikling(?:en)? i\b", re.IGNORECASE)  # years: levels

_MORE = re.compile(  # than the one group: it is told from the others, or one of several meant
    r"\b(?:alle|samlede?|i alt|herunder|heraf|inkl|uden for|undtagen|bortset|ekskl|ud over)\b", re.I
)
_OF_NAMES = re.compile(r"\bkommun(?:e|er|enavn)\W*$", re.IGNORECASE)


def column_headings(table: Table, context: str = "") -> list[Heading]:
    """The heading of each column, left to right; ``context`` is the prose of the note."""
    around = "\n".join([table.caption, *table.notes, context])
    rows = [
        dealt(months_home([_heading_text(_covering(row, place)) for place in range(table.width)]))
        for row in table.headings
    ]
    rows = [[_in_words(text, around) for text in row] for row in rows]
    parts = over_years([[row[place] for row in rows] for place in range(table.width)])
    headings = of_one_unit(of_one_time(inherited([read_heading(above) for above in parts])))
    headings = _of_group(headings, table.caption)
    named = {heading.measure for heading in headings}
    bare = table.width == 2 and not table.heading_rows and table.source is Source.TEXT
    return [_captioned(heading, table.caption, named, bare=bare) for heading in headings]


def _captioned(
    heading: Heading, caption: str, named: Container[Measure | None], *, bare: bool
) -> Heading:
    """The caption's measure for a heading that says only when, or in what unit.

    ``Tabel 2: Andel uden fire samtaler`` over ``Kommune | 2023 | 2024``. A caption that names
    several measures names none of them for such a column, nor does one whose measure another
    column is headed by (``named``). A speck (``1``) is no heading. ``bare`` is a table of names and
    one column without any headings.
    """
    if heading.measure is not None or not caption:
        return heading
    if _NUMBER.fullmatch(heading.text) and read_heading([caption]).measure is Measure.PLACERING:
        return replace(heading, measure=Measure.PLACERING, unit=Unit.RANK)
    told = heading.period is not None or any(map(str.isalpha, heading.text))
    if not (bare or (told and _BARE.fullmatch(heading.text))):
        return heading
    stated = read_heading([_DEVELOPMENT.sub("", caption) if heading.period else caption])
    if stated.measure is None or stated.measure in named:
        return heading
    if (heading.unit or stated.unit) != (stated.unit or heading.unit):
        return heading
    return replace(
        heading,
        measure=stated.measure,
        group=stated.group if heading.group is Group.ALLE else heading.group,
        period=heading.period or stated.period,
        unit=heading.unit or stated.unit,
        open_polarity=stated.open_polarity,
    )


def _of_group(headings: Sequence[Heading], caption: str) -> list[Heading]:
    """Give headings that name no benefit group the one that the caption names for all of them."""
    groups = find_groups(caption)
    if (
        len(groups) != 1
        or _MORE.search(caption)
        or any(h.group is not Group.ALLE for h in headings)
    ):
        return list(headings)
    return [replace(heading, group=groups[0]) for heading in headings]


def is_sure(table: Table, place: int) -> bool:
    """True where a heading is read beyond doubt: of a picture by two readers alike.

    A heading of names above other things is in the wrong place, whoever read it.
    """
    cells = [_covering(row, place) for row in table.headings]
    filled = [cell for cell in cells if cell.text.strip()]
    if any(_OF_NAMES.search(cell.text) for cell in filled):
        return False
    return table.source is Source.TEXT or (bool(filled) and all(map(_agreed, filled)))


def _agreed(cell: Cell) -> bool:
    by_text: dict[str, set[str]] = {}
    for reading in cell.readings:
        letters = "".join(letter for letter in reading.text.casefold() if letter.isalnum())
        by_text.setdefault(letters, set()).add(family(reading.reader))
    return any(letters and len(readers) >= 2 for letters, readers in by_text.items())


def _in_words(text: str, around: str) -> str:
    """A heading with the abbreviations that the note says out as one measure written out."""
    for short, phrases in said_out(text, around):
        said = {read_heading([phrase]).measure for phrase in phrases} - {None}
        if len(said) == 1:
            text = text.replace(short, next(p for p in phrases if read_heading([p]).measure))
    return text


def _heading_text(cell: Cell) -> str:
    """The text of a heading cell; another reading where only that names a measure, or a group.

    Of a picture last of all the words that are in it but for a letter.
    """
    texts = [cell.text, *(reading.text for reading in cell.readings)]
    if cell.readings:
        texts += [restored(_RULING.sub(" ", text)) for text in texts]
        texts += [restored(text) for text in _closed(cell.text)]
    measured = (text for text in texts if read_heading([text]).measure)
    return next(measured, next(filter(find_groups, texts), cell.text))


def _closed(text: str) -> Iterator[str]:
    """The text with two neighbouring words as one, which a narrow column broke without a hyphen."""
    words = text.split()
    for place in range(len(words) - 1):
        yield " ".join([*words[:place], words[place] + words[place + 1], *words[place + 2 :]])


def _covering(row: Sequence[Cell], place: int) -> Cell:
    for cell in reversed(row[:place]):
        if row[place].covered and not cell.covered and cell.column + cell.column_span > place:
            return cell
    return row[place]


def with_polarity(heading: Heading, nearby: str, context: str, read: Sequence[Figure]) -> Heading:
    """Settle open polarity: clear sizes of the figures, caption and notes, the note's text.

    It stays open where none of them says anything, and where many figures stand at the end that
    the heading's own words speak against.
    """
    if heading.measure not in POLAR or not read:
        return heading
    middle = sorted(figure.number or 0.0 for figure in read)[len(read) // 2]
    if not heading.open_polarity:
        got = heading.measure in POLAR.values()
        against = middle < _LISTED_NOT if got else middle > 100 - _LISTED_NOT
        return replace(heading, open_polarity=against and len(read) >= _MANY)
    said: bool | None = middle > _SURELY_GOT
    if _SURELY_NOT <= middle <= _SURELY_GOT:
        mark = _MARK.search(heading.text)
        said = polarity_in(nearby, heading.measure, mark[0] if mark else "")
        if said is None and middle > _LISTED_NOT:
            said = polarity_in(context, heading.measure)
    measure = received(heading.measure) if said else heading.measure
    return replace(heading, measure=measure, open_polarity=said is None and middle > _LISTED_NOT)


def bare_got(heading: Heading) -> Heading:
    """The heading as of those who got it, if that is open and its own words say nothing of it."""
    if not heading.open_polarity or heading.measure is None:
        return heading
    if polarity(repaired(heading.text)) is not None:
        return heading
    return replace(heading, measure=received(heading.measure), open_polarity=False)


def with_unit(heading: Heading, caption: str, read: Sequence[Figure]) -> Heading:
    """Fill the unit from the cells, the caption, or the size of the figures."""
    units = [figure.unit for figure in read if figure.unit is not None]
    if units:
        return replace(heading, unit=max(set(units), key=units.count))
    if heading.unit is not None or heading.measure is None:
        return heading
    unit = read_heading([caption]).unit
    shares = all(figure.number is not None and abs(figure.number) <= 100 for figure in read)
    decimals = any(figure.decimals for figure in read)
    if unit not in {Unit.PCT, Unit.PERSONS, Unit.PCT_POINT}:
        unit = Unit.PCT if shares and decimals else Unit.PERSONS
    if heading.measure is Measure.DIFFERENCE and unit is Unit.PCT:
        unit = Unit.PCT_POINT
    return replace(heading, unit=unit)
