"""Figures as Danish print writes them → number, decimals and unit, with a reason for any repair.

Decimals take a comma, thousands a point or a space, shares ``%`` or ``pct.``. A column has one
form, so cells are read against the `Form` of their column: what a lone ``13.1`` or ``1.234``
means is settled by the cells around it, or by a person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from normalize.figures.units import missing, strip
from normalize.model import Status, Unit

# Share of the well-formed cells that must have a number of decimals for it to be the column's;
# where OCR may have swallowed commas, of those that have decimals at all.
_USUAL = 0.8
_LONGEST = 200  # letters of a cell; a longer one is prose
_FEW = 3  # cells below which a column has no form of its own
# Figures, and their share of a scanned column, that show that it parts its thousands by blanks: two
# cells that a narrow table's reader ran together (``111 113``) look like one such.
_SPACED, _SPACED_SHARE = 2, 0.1
_PARTED = 4  # digits of a whole number from which points part thousands

_MARKS = frozenset("1234")  # of footnotes: plain text has "21,2" and its mark 2 as "21,22"
_GLUED_FOOTNOTE = re.compile(r"\d\)$")
_APART = re.compile(r"\s*[-−–—]\s+\d")
_PLAIN = re.compile(r"\d+$")
_COMMA = re.compile(r"(\d+),(\d+)$")
_POINT = re.compile(r"(\d+)\.(\d+)$")
_GROUPED = re.compile(r"(\d{1,3}(?:([. '])\d{3})(?:\2\d{3})*)(?:,(\d+))?$")
_GROUPED_ENGLISH = re.compile(r"(\d{1,3}(?:,\d{3})+)(?:\.(\d+))$")
_ODD_MARK = re.compile(r"(\d{1,3}) ?(?:[;:'’·•`´]|,,|\.,|,\.|, | ,|\. ) ?(\d{1,2})$")

_ONES = re.compile(r"[Il]{1,2}$")  # old-style figures: a 1 is as high as an x, and has feet

# What a small per cent sign is read as. Two digits are no decimals where a column has one or two
# fewer; a single one may be a decimal, so a person looks.
_PER_CENT = {"96": Status.REPAIRED, "9": Status.REVIEW, "6": Status.REVIEW}

# Letters that can only be a digit here. The first are the digit beyond doubt; the second have more
# than one digit they may have been, so a person looks.
SURE = str.maketrans("OolI|", "00111")
_DOUBTFUL = str.maketrans("SsBZzgqGbATDQi!", "55822996647001" + "1")


@dataclass(frozen=True, slots=True)
class Form:
    """How a column writes its figures: decimal mark and number of decimals, where it has one.

    ``strict`` where a figure without the usual decimals is suspect: the text went through OCR.
    ``grouped`` where points part thousands and no figure has decimals: a comma is such a point.
    ``spaced`` where a blank may part thousands as well.
    ``signed`` where some figures have a minus: one may be lost. ``per_cent`` where most have the
    sign: a figure without it, and with a decimal more, may have it for a digit.
    """

    mark: str | None = None
    decimals: int | None = None
    strict: bool = False
    grouped: bool = False
    spaced: bool = True
    signed: bool = False
    per_cent: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: ``number`` is None where the cell is empty or no figure (``reason`` tells)."""

    number: float | None
    decimals: int = 0
    unit: Unit | None = None
    status: Status = Status.OK
    reason: tuple[str, ...] = ()

    @property
    def missing(self) -> bool:
        """True for a cell that says that there is no figure."""
        return self.number is None and self.status is Status.OK


def column_form(texts: Iterable[str], *, strict: bool = False) -> Form:
    """The form most well-formed cells of a column share."""
    marks: Counter[str] = Counter()
    decimals: Counter[int] = Counter()
    groups: Counter[str] = Counter()  # three digits after a point, or a comma
    blanks = 0
    for text in texts:
        if len(text) > _LONGEST:
            continue
        body = strip(text).body.lstrip("+-").strip()
        if (comma := _COMMA.match(body)) and len(comma[2]) == 3:
            groups[","] += 1
        elif comma:
            marks[","] += 1
            decimals[len(comma[2])] += 1
        elif (group := _GROUPED.match(body)) and not group[3]:
            groups["."] += 1
            blanks += group[2] == " "
        elif point := _POINT.match(body):
            marks["."] += 1
            decimals[len(point[2])] += 1
        elif _PLAIN.match(body):
            decimals[0] += 1
    spaced = 2 * blanks >= groups["."]
    if strict and blanks:
        total = decimals.total() + groups.total()
        spaced = spaced and blanks >= max(_SPACED, _SPACED_SHARE * total)
    if groups["."] > groups[","] + marks.total():
        few = decimals.total() + groups.total() < _FEW
        return Form(None, None if few else 0, strict, grouped=True, spaced=spaced)
    if groups[","]:
        marks[","] += groups[","]
        decimals[3] += groups[","]
    mark = _usual(marks, _USUAL * marks.total())
    few = decimals.total() < _FEW
    if strict and marks:
        del decimals[0]
    usual = None if few else _usual(decimals, _USUAL * decimals.total())
    return Form(mark, usual, strict, spaced=spaced)


_Key = TypeVar("_Key", str, int)


def _usual(counted: Counter[_Key], least: float) -> _Key | None:
    """The most frequent of the counted things if it is frequent enough."""
    first = counted.most_common(1)
    return first[0][0] if first and first[0][1] >= least else None


def parse(text: str, form: Form = Form()) -> Figure:
    """Read one cell against the form of its column. Never raises."""
    if len(text) > _LONGEST:
        return Figure(None, status=Status.REVIEW, reason=("number:unreadable",))
    body, unit, reasons = strip(text)
    if (mark := missing(body)) and unit is None:
        return Figure(None, reason=(f"missing:{mark}",))
    sign = -1.0 if body.startswith("-") else 1.0
    body = body.lstrip("+-").strip()
    figure = _less_per_cent(body, form) if unit is None else None
    if figure is None:
        figure = _read(body, form)
    if figure is None:
        figure = _repair(body, form)
    if figure is None:
        return Figure(None, unit=unit, status=Status.REVIEW, reason=(*reasons, "number:unreadable"))
    number, decimals, why, status = figure
    if form.strict and form.decimals and _suspect(decimals, form.decimals, unit):
        why, status = (*why, "number:decimals"), Status.REVIEW
        if decimals == 0 and number >= 10**form.decimals:  # "91" for 9,1: the comma was lost
            number, decimals = number / 10**form.decimals, form.decimals
    elif form.decimals and decimals == form.decimals + 1 and body[-1:] in _MARKS:
        why, status = (*why, "number:decimals"), Status.REVIEW
    if form.strict and _APART.match(text):  # a sign, or a speck beside it
        why, status = (*why, "number:sign"), Status.REVIEW
    changed = status if status is not Status.OK or not reasons else Status.REPAIRED
    return Figure(sign * number, decimals, unit, changed, (*reasons, *why))


def _less_per_cent(body: str, form: Form) -> _Read | None:
    """The figure before a per cent sign that was read as digits; None where there is none."""
    match = _COMMA.match(body) or _POINT.match(body)
    if not (match and form.per_cent and form.decimals):
        return None
    status = _PER_CENT.get(match[2][form.decimals :])
    if status is None:
        return None
    number = float(f"{match[1]}.{match[2][: form.decimals]}")
    return number, form.decimals, ("number:percent",), status


def _suspect(decimals: int, usual: int, unit: Unit | None) -> bool:
    """A lost comma leaves fewer decimals; a per cent sign read as a digit leaves one more."""
    return decimals < usual or (decimals > usual and unit is None)


_Read = tuple[float, int, tuple[str, ...], Status]


def _read(body: str, form: Form) -> _Read | None:
    """The figure if it is well formed in some way; None otherwise."""
    if _PLAIN.match(body):
        # "111113" among "1.399" is two cells run together, perhaps.
        odd = form.strict and form.grouped and len(body) >= _PARTED
        return float(body), 0, ("number:ambiguous",) * odd, _doubt(odd)
    if match := _COMMA.match(body):
        decimals = len(match[2])
        number = float(f"{match[1]}.{match[2]}")
        if form.mark == ".":
            if decimals == 3:
                return float(match[1] + match[2]), 0, (), Status.OK
            return number, decimals, ("number:separator",), Status.REPAIRED
        if form.grouped and decimals == 3:
            return float(match[1] + match[2]), 0, ("number:separator",), Status.REPAIRED
        odd = decimals >= 3 and form.decimals != decimals
        return number, decimals, ("number:ambiguous",) * odd, _doubt(odd)
    if (match := _POINT.match(body)) and (len(match[2]) != 3 or form.mark == "."):
        number = float(body)
        decimals = len(match[2])
        if form.mark == ",":
            return number, decimals, ("number:separator",), Status.REPAIRED
        odd = len(match[2]) == 3 and form.decimals != 3
        return number, decimals, ("number:ambiguous",) * odd, _doubt(odd)
    if match := _GROUPED.match(body):
        whole = re.sub(r"\D", "", match[1])
        rest = match[3] or ""
        odd = (bool(form.decimals) and not rest) or (match[2] == " " and not form.spaced)
        return (
            float(f"{whole}.{rest or 0}"),
            len(rest),
            ("number:ambiguous",) * odd,
            _doubt(odd),
        )
    if match := _GROUPED_ENGLISH.match(body):
        number = float(match[1].replace(",", "") + "." + match[2])
        return number, len(match[2]), (), Status.OK
    return None


def _doubt(odd: bool) -> Status:
    return Status.REVIEW if odd else Status.OK


def _repair(body: str, form: Form) -> _Read | None:
    """The figure behind a damaged cell, or None where no reading of it is likely."""
    if match := _ODD_MARK.match(body):
        fits = form.decimals == len(match[2])
        status = Status.REPAIRED if fits else Status.REVIEW
        return float(f"{match[1]}.{match[2]}"), len(match[2]), ("number:separator",), status
    trimmed = body.strip(" .,;:_'’‘\"`´|!)(][")
    if trimmed != body and (figure := _read(trimmed, form)):
        number, decimals, why, status = figure
        # "21,21)" may be 21,2 with a footnote, "(2,3)" may be -2,3.
        # "29," has lost its decimals, "2." its last three digits where points part thousands.
        glued = _GLUED_FOOTNOTE.search(body) is not None and form.decimals != decimals
        marks = ",;." if decimals == 0 and (form.grouped or form.decimals) else ",;"
        open_ = glued or body[0] == "(" or body[-1] in marks
        worse = Status.REVIEW if open_ or status is Status.REVIEW else Status.REPAIRED
        return number, decimals, ("number:speck", *why), worse
    if form.strict and form.decimals == 0 and _ONES.match(body):
        return float(body.translate(SURE)), 0, ("number:letter",), Status.REPAIRED
    if not any(sign.isdigit() for sign in body):
        return None
    for letters, status in ((SURE, Status.REPAIRED), (_DOUBTFUL, Status.REVIEW)):
        body = body.translate(letters)
        if figure := _read(body, form):
            number, decimals, why, found = figure
            worst = Status.REVIEW if found is Status.REVIEW else status
            return number, decimals, ("number:letter", *why), worst
    return None
