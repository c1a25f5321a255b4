"""The PP-OCR recogniser in the ``rapidocr`` wheel: reads single lines, many at a time.

The model is run through onnxruntime directly. rapidocr's own classes cost 1.3 s to import and
start (0.3 s this way), and they let the model answer with any of its 18,709 characters; a
reader of Danish notater needs some 130 of them, and a Chinese comma is no decimal comma.
"""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.image import runs
from extract.image.crops import SIDE, PixelBox, crop
from extract.image.render import Pixels
from extract.model import Reading
from extract.ocr.classes import narrowed, note
from extract.ocr.reader import Seen

if TYPE_CHECKING:
    import onnxruntime

NAME = "rapid"
# The model all figures here were measured with; other versions of the wheel hold another one.
MODEL, RECOGNISERS = "PP-OCRv6_rec_small.onnx", "*rec*.onnx"
HEIGHT = 48  # rows of the model's input
# Columns the model takes together as one step of its output, and thus of the width buckets.
STEP = 16
MOST_COLUMNS = 960
BATCH_COLUMNS = 800  # columns in one batch: 8 figures of 96; larger ones gain no time, only memory
GAP = 0.5  # heights of a run: white that wide within a word is none (``Nej21,2`` had 0.6)
# Signs of Eastern scripts start here; 17,000 of the model's classes that no Danish page has. The
# other 1,700 stay rivals of `LETTERS`, so that chances are what they would be (to 0.01).
EASTERN = "\u2e80"
LETTERS = (
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "æøåÆØÅäöüÄÖÜéèáóßëê ,.;:%-–—−()[]/*+!?&'\"§°½²³¹†‡_=<>#@•·…≤≥€$\\"
)

# Signs of other scripts that the model gives for ours: a minus comes out as the Chinese one.
ALIASES = {
    **dict(zip("，。．％：；（）／＋＊！？", ",..%:;()/+*!?", strict=True)),
    **dict(zip("０１２３４５６７８９", "0123456789", strict=True)),
    **dict.fromkeys("一ー－―─‐‑⁻", "-"),
    "\u3000": " ",
    "〇": "0",
    "|": " ",  # the bit of ruling between two headings; no Danish text has one
}


class Mark(NamedTuple):
    """A character: its chance and where it starts and ends in the crop, 0 left to 1 right."""

    text: str
    chance: float
    start: float
    end: float


def available() -> bool:
    """True where onnxruntime and the wheel with the model are installed."""
    return find_spec("onnxruntime") is not None and model_path() is not None


def model_path() -> Path | None:
    """The model inside the installed wheel; nothing is ever fetched."""
    spec = find_spec("rapidocr")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "models"
    return max(
        folder.glob(RECOGNISERS), key=lambda path: (path.name == MODEL, path.name), default=None
    )


def lines(crops: Sequence[Pixels]) -> list[Reading]:
    """One reading for each grey crop of a single line, in the order given.

    The confidence is that of the least certain character: one bad digit spoils a figure.
    """
    return [
        Reading(NAME, "".join(mark.text for mark in marks).strip(), _least(marks))
        for marks in _marks(crops)
    ]


def words(page: Pixels, dpi: float) -> list[Seen]:
    """The words of a level, flattened page; its runs of print are found from the ink alone."""
    return words_in(page, runs.find(page, dpi))


def words_in(page: Pixels, boxes: Sequence[PixelBox]) -> list[Seen]:
    """The words in the given boxes (left, top, right, bottom in pixels), one line each."""
    found = []
    for box, marks in zip(boxes, _marks([crop(page, box) for box in boxes]), strict=True):
        words = _words(_spaced(marks, _gaps(page, box)))
        for word, (start, end) in zip(words, _extents(words, box), strict=True):
            text = "".join(mark.text for mark in word)
            place = runs.tight(page, (start, box[1], end, box[3]))
            found.append(Seen(text, *place, _mean(word)))
    return found


def _gaps(page: Pixels, box: PixelBox) -> list[float]:
    """Middles of the white gaps of a run that only words leave, as parts of its crop's width."""
    x0, top, x1, bottom = box
    high = bottom - top
    inked = np.flatnonzero((page[top:bottom, x0:x1] < runs.INK).any(axis=0))
    wide = np.diff(inked)
    gaps = wide > GAP * high
    side = SIDE * high
    places = (inked[:-1][gaps] + wide[gaps] / 2 + side) / (x1 - x0 + 2 * side)
    return [float(place) for place in places]


def _spaced(marks: Sequence[Mark], gaps: Sequence[float]) -> list[Mark]:
    """The characters with a blank where a gap lies between a word and a figure.

    The model passes over some: ``Nej21,2``. It tells where it saw a character to one character's
    width, so nothing is parted within a word or figure.
    """
    found = list(marks[:1])
    for one, other in pairwise(marks):
        change = one.text.isalpha() != other.text.isalpha() and one.text.isalnum()
        near = one.end - one.start + other.end - other.start
        if change and other.text.isalnum():
            middle = (one.end + other.start) / 2
            if any(abs(gap - middle) <= near for gap in gaps):
                found.append(Mark(" ", 1.0, middle, middle))
        found.append(other)
    return found


def _extents(words: Sequence[Sequence[Mark]], box: PixelBox) -> list[tuple[int, int]]:
    """Where each word starts and ends (columns): the whole box, parted between the words.

    The model tells where it saw a character to some 8 columns of its input.
    """
    x0, top, x1, bottom = box
    side = SIDE * (bottom - top)
    left, width = x0 - side, x1 - x0 + 2 * side
    parts = [
        round(left + width * (one[-1].end + other[0].start) / 2) for one, other in pairwise(words)
    ]
    edges = [x0, *(min(max(part, x0 + 1), x1 - 1) for part in parts), x1]
    return list(pairwise(edges))[: len(words)]


def _marks(crops: Sequence[Pixels]) -> list[list[Mark]]:
    """The characters of each crop; crops of like width go through the model together."""
    found: list[list[Mark]] = [[] for _ in crops]
    widths = [_columns(part) for part in crops]
    order = sorted(range(len(crops)), key=widths.__getitem__)
    start = 0
    while start < len(order):
        end = start + 1
        while end < len(order) and (end + 1 - start) * widths[order[end]] <= BATCH_COLUMNS:
            end += 1
        chosen = order[start:end]
        batch = _recognise([crops[index] for index in chosen], widths[chosen[-1]])
        for index, marks in zip(chosen, batch, strict=True):
            found[index] = marks
        start = end
    return found


def _columns(part: Pixels) -> int:
    """Width of the model's input for a crop, a multiple of `STEP`."""
    height, width = (int(side) for side in part.shape)
    wanted = HEIGHT * width / max(height, 1)
    return min(MOST_COLUMNS, max(HEIGHT, STEP * math.ceil(wanted / STEP)))


def _recognise(crops: Sequence[Pixels], columns: int) -> list[list[Mark]]:
    batch = np.zeros((len(crops), 3, HEIGHT, columns), np.float32)
    shares = []
    for index, part in enumerate(crops):
        height, width = part.shape
        fitted = min(columns, max(1, math.ceil(HEIGHT * width / max(height, 1))))
        line = cv2.resize(part, (fitted, HEIGHT), interpolation=cv2.INTER_LINEAR)
        batch[index, :, :, :fitted] = line.astype(np.float32) / 127.5 - 1.0
        shares.append(fitted / columns)
    session, alphabet, kept = _model()
    steps = session.run(None, {session.get_inputs()[0].name: batch})[0][:, :, kept]
    return [_decode(step, alphabet, share) for step, share in zip(steps, shares, strict=True)]


def _decode(steps: NDArray[np.float32], alphabet: Sequence[str], share: float) -> list[Mark]:
    """Greedy CTC: the best symbol of each step, repeats and blanks (index 0) dropped."""
    best = steps.argmax(axis=1)
    marks: list[Mark] = []
    unit = 1.0 / (len(best) * share)
    last = 0
    for step, index in enumerate(best.tolist()):
        if index and index != last:
            chance = float(steps[step, index])
            marks.append(Mark(alphabet[index], chance, step * unit, (step + 1) * unit))
        elif index:
            marks[-1] = marks[-1]._replace(end=(step + 1) * unit)
        last = index
    return marks


def _words(marks: Sequence[Mark]) -> list[list[Mark]]:
    found: list[list[Mark]] = [[]]
    for mark in marks:
        if mark.text.isspace():
            found.append([])
        else:
            found[-1].append(mark)
    return [word for word in found if word]


def _least(marks: Sequence[Mark]) -> float:
    return min((mark.chance for mark in marks), default=0.0)


def _mean(marks: Sequence[Mark]) -> float:
    return sum(mark.chance for mark in marks) / len(marks)


@lru_cache(maxsize=1)
def _model() -> tuple[onnxruntime.InferenceSession, list[str], NDArray[np.int64]]:
    """Session with one thread, its alphabet cut down to `LETTERS`, and the classes kept."""
    # Else the wheel reports its use to its maker and keeps a mark of the machine; it looks at
    # the variable as it is loaded, releases before 1.29 only know the call (its Privacy.md).
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 4
    model = Path(str(model_path())).read_bytes()
    letters = ["", *note(model, "character").splitlines(), " "]
    known = {"": "", **{letter: letter for letter in LETTERS}, **ALIASES}
    likely = [
        index for index, letter in enumerate(letters) if letter in known or letter[:1] < EASTERN
    ]
    with suppress(ValueError):  # a model of another form is used as it is
        model, letters = narrowed(model, len(letters), likely), [letters[at] for at in likely]
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    kept = [
        index for index, letter in enumerate(letters) if index == 0 or (letter and letter in known)
    ]
    return session, [known[letters[index]] for index in kept], np.array(kept)
