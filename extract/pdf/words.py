"""Characters joined to words: runs without white space, on one baseline, in one direction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from extract.model import Box, Word
from extract.pdf.characters import Piece
from extract.pdf.styles import Style

# Parts of the font size. Spaces between words are 0.2-0.3 of it in common fonts (0.18 where a
# justified line is squeezed), kerning and tracking inside words stay below 0.1.
_GAP = 0.16
# Where pdfium, which knows how wide each letter is meant to be, saw no blank: a narrow 1 may have
# room to both sides. Of 97 PDFs by other programs none had a gap of 0.16-0.5 without its blank,
# of 20 by Chromium in as many typefaces 200, all inside a figure.
_UNPARTED = 0.35
_KERN = 0.1
_BACK = 0.5
_LIGATURE = 1.5
_BASE = 0.2  # baselines farther apart are another line or a raised mark
_ASCENT, _DESCENT = 0.76, 0.22  # of common text fonts; the boxes stored in fonts vary wildly
_RAISED = 0.85  # a mark is set smaller than this part of the figure it is raised on

_SUPERSCRIPT = str.maketrans("0123456789()+-*abcdefgin", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻*ᵃᵇᶜᵈᵉᶠᵍⁱⁿ")
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
)


@dataclass(slots=True)
class Run:
    """A word in the making: text, style and extent along the direction of reading."""

    style: Style
    start: float
    end: float
    parts: list[str]
    latest: Style  # of the last character: a word may be set piece by piece
    parted: bool = False  # a blank stands before it

    @property
    def text(self) -> str:
        """The characters so far."""
        return "".join(self.parts)


def runs(pieces: Iterable[Piece]) -> list[Run]:
    """Words as runs, in the order of the file; kerned pieces joined, doubled glyphs dropped."""
    found: list[Run] = []
    current: Run | None = None
    gap, parted = _UNPARTED, False
    for text, style, start, end in pieces:
        if text == " ":
            current, parted = None, True
            continue
        if not text:
            gap = _GAP
            continue
        if current is not None and _doubled(current, text, style, start, end):
            continue
        if current is None or not _follows(current, style, start, gap):
            current = Run(style, start, end, [text], style, parted)
            found.append(current)
        else:
            current.parts.append(text)
            current.end = max(current.end, end)
            current.latest = style
        gap, parted = _UNPARTED, False
    return _joined(found)


def _follows(run: Run, style: Style, start: float, gap: float) -> bool:
    if run.latest is style:  # the letters of a ligature share one place
        return -_LIGATURE * style.size <= start - run.end <= gap * style.size
    size = min(run.style.size, style.size)
    return (
        run.style.angle == style.angle
        and run.style.hidden == style.hidden
        and abs(run.style.base - style.base) <= _BASE * size
        and max(run.style.size, style.size) <= 1.3 * size
        and -_BACK * size <= start - run.end <= gap * size
    )


def _doubled(run: Run, text: str, style: Style, start: float, end: float) -> bool:
    """The same glyph set again a hair's breadth away, to look bold; no ligature of two."""
    width = end - start
    if run.latest is style and run.end == end:
        return False
    return (
        run.parts[-1] == text
        and width > 0
        and abs(run.end - end) < 0.3 * width
        and abs(run.style.base - style.base) < 0.1 * style.size
    )


def _joined(found: list[Run]) -> list[Run]:
    """Pieces that touch on one line made one word; whole words set twice dropped."""
    order = sorted(found, key=lambda run: (run.style.angle, round(run.style.base), run.start))
    kept: list[Run] = []
    for run in order:
        last = kept[-1] if kept else None
        if last is None or last.style.angle != run.style.angle:
            kept.append(run)
            continue
        size = min(last.style.size, run.style.size)
        level = abs(last.style.base - run.style.base)
        gap = run.start - last.end
        if (
            level < 0.1 * size
            and abs(run.start - last.start) < 0.2 * size
            and last.text == run.text
        ):
            continue
        # Letters of an italic lean over the blank beside them, to 0.08 of their size.
        far = run.parted or not -_BACK * size <= gap <= _KERN * size
        if last.style.hidden != run.style.hidden or far:
            kept.append(run)
        elif level <= _BASE * size and max(last.style.size, run.style.size) < size / _RAISED:
            last.parts.extend(run.parts)
            last.end = max(last.end, run.end)
        else:
            kept.append(run)
    return _marked(kept)


def _marked(words: list[Run]) -> list[Run]:
    """Raised marks joined to what they stand on: ``13,1`` with a small 2 gives ``13,1²``.

    The sign is a raised one after a figure, so that no mark is ever read as a digit of it.
    """
    largest = max((word.style.size for word in words), default=0.0)
    small = [word for word in words if word.style.size < _RAISED * largest and len(word.text) <= 3]
    if not small:
        return words
    ends: dict[int, list[Run]] = {}
    for run in words:
        for bucket in (int(run.end) - 1, int(run.end), int(run.end) + 1):
            ends.setdefault(bucket, []).append(run)
    gone: set[int] = set()
    for mark in small:
        near = ends.get(int(mark.start), ())
        owner = next((run for run in near if _carries(run, mark)), None)
        if owner is None or id(owner) in gone:
            continue
        figure = owner.text[-1].isdigit() or owner.text[-1] in "%⁰¹²³⁴⁵⁶⁷⁸⁹"
        raised = mark.style.base > owner.style.base
        text = mark.text.translate(_SUPERSCRIPT) if figure and raised else mark.text
        owner.parts.append(text)
        owner.end = max(owner.end, mark.end)
        gone.add(id(mark))
    return [word for word in words if id(word) not in gone]


def _carries(word: Run, mark: Run) -> bool:
    size = word.style.size
    shift = mark.style.base - word.style.base
    return (
        word.style.angle == mark.style.angle
        and mark.style.size < _RAISED * size
        and -0.3 * size < shift < 0.6 * size
        and abs(shift) > 0.05 * size
        and -0.1 * size <= mark.start - word.end <= _KERN * size
    )


@lru_cache(maxsize=4096)  # the words of a line share their size, top and bottom
def rounded(points: float) -> float:
    """To two decimals."""
    return round(points, 2)


def word(run: Run, box: Box, turned: int) -> Word:
    """The finished word; soft hyphens inside it go, one at its end is a hyphen."""
    text = run.text if run.text.isascii() else run.text.translate(_LIGATURES)
    if "\u00ad" in text:
        text = text[:-1].replace("\u00ad", "") + text[-1].replace("\u00ad", "-")
    style = run.style
    return Word(
        text=text,
        box=box,
        size=rounded(style.size),
        bold=style.bold,
        colour=style.colour,
        turned=turned,
        hidden=style.hidden,
    )


def extent(run: Run) -> tuple[float, float, float, float]:
    """left, bottom, right, top in the page's own coordinates (points, origin bottom left)."""
    low = run.style.base - _DESCENT * run.style.size
    high = run.style.base + _ASCENT * run.style.size
    if run.style.angle == 0:
        return run.start, low, run.end, high
    if run.style.angle == 90:
        return -high, run.start, -low, run.end
    if run.style.angle == 180:
        return -run.end, -high, -run.start, -low
    return low, -run.end, high, -run.start
