"""Tables in OCR text whose columns are parted by single blanks only.

``Brgndby Ikke opfyldt 13,1% 15,0%``: nothing but what recurs over the lines tells the columns.
They are taken off from the right: a column of figures where most lines end in one, a column
of words where most lines end in one of a few recurring phrases. What is left is the name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from extract.layout.captions import caption_number
from extract.layout.prose import PAGE_NUMBER
from extract.text.blocks import Block

_FIGURE = re.compile(r"^[^\w%]{0,2}(?=\S*\d)[\dOolIS|.,:'’−–-]+(?:%|\)|\*|[¹²³]|pct\.?)*$")
_YEAR = re.compile(r"^(?:19|20)\d\d[.,:;]?$")
_MISSING = frozenset({"-", "–", "—", "..", "...", "u.a.", ":"})
_MOST = 0.7  # part of the lines that must end alike for a column
_LEAST = 3  # lines of a table
_NAME = 5  # words of a name or label, at most
_ENDINGS = 6  # words that a column of phrases may end in, at most
_GAP = 2  # blank lines inside a table, and stray lines that do not fit


def recurring(lines: Sequence[str]) -> list[Block]:
    """The tables among the lines, from the top down."""
    found: list[Block] = []
    for run in _runs([_tokens(line) for line in lines]):
        block = _block(lines, run)
        if block is not None:
            found.append(block)
    return found


def _tokens(line: str) -> list[str]:
    """Words, with a lone percent sign or unit closed up to its figure."""
    line = re.sub(r"(?<=\d)\s+(?=(?:%|pct\.?)(?:\s|$))", "", line)
    return line.split()


def _is_figure(token: str) -> bool:
    return bool(_FIGURE.match(token)) or token in _MISSING


def _runs(tokens: Sequence[list[str]]) -> list[list[int]]:
    """Indices of lines with figures, in runs with little else between."""
    runs: list[list[int]] = []
    for index, words in enumerate(tokens):
        figures = _digits(words[1:])
        if not figures or len(words) - figures > _NAME + 3 or caption_number(" ".join(words)):
            continue
        stray = _stray(tokens, runs[-1][-1], index) if runs else None
        if stray is None:
            runs.append([index])
        else:
            runs[-1].extend([*stray, index])
    return [kept for run in runs if len(kept := _trimmed(tokens, run)) >= _LEAST]


def _digits(words: Sequence[str]) -> int:
    return sum(1 for word in words if _is_figure(word) and any(c.isdigit() for c in word))


def _stray(tokens: Sequence[list[str]], last: int, index: int) -> list[int] | None:
    """Short lines between two with figures, rows that lost theirs; None where too much is."""
    between = range(last + 1, index)
    stray = [i for i in between if tokens[i] and not PAGE_NUMBER.match(" ".join(tokens[i]))]
    blank = sum(1 for i in between if not tokens[i])
    short = all(len(tokens[i]) <= _NAME and not caption_number(" ".join(tokens[i])) for i in stray)
    return stray if blank <= _GAP and len(stray) <= 1 and short else None


def _trimmed(tokens: Sequence[list[str]], run: list[int]) -> list[int]:
    """The run without lines at its ends that have fewer figures than most."""
    usual = Counter(_digits(tokens[i][1:]) for i in run).most_common(1)[0][0]
    while run and _digits(tokens[run[0]][1:]) < usual:
        run = run[1:]
    while run and _digits(tokens[run[-1]][1:]) < usual:
        run = run[:-1]
    return run


def _block(lines: Sequence[str], run: Sequence[int]) -> Block | None:
    left = [_tokens(lines[index]) for index in run]
    counts = Counter(_trailing(words) for words in left)
    columns: list[list[str]] = []
    while True:
        taken = _figures(left) or _phrases(left)
        if taken is None:
            break
        columns.insert(0, taken)
    if not columns or (len(columns) == 1 and counts.most_common(1)[0][1] < len(run)):
        return None
    names = [" ".join(words) for words in left]
    named = [name for name in names if name]
    if len(named) < _MOST * len(names) or any(len(n.split()) > 2 * _NAME for n in named):
        return None
    if len(columns) == 1 and not _is_list(run, columns[0]):
        return None
    rows = tuple(zip(names, *columns, strict=True))
    return Block(run[0], run[-1], rows)


def _is_list(run: Sequence[int], figures: Sequence[str]) -> bool:
    """True for names with one figure each; titles and dates end in a year, and stand apart."""
    years = sum(1 for figure in figures if _YEAR.match(figure))
    apart = run[-1] - run[0] + 1 - len(run)
    return len(run) >= 4 and len(set(figures)) > 1 and 2 * max(years, apart) < len(run)


def _trailing(words: Sequence[str]) -> int:
    count = 0
    for word in reversed(words):
        if not _is_figure(word):
            break
        count += 1
    return count


def _figures(left: list[list[str]]) -> list[str] | None:
    """The last figure of every line, taken off, where most lines end in one."""
    ends = sum(1 for words in left if len(words) > 1 and _is_figure(words[-1]))
    if ends < _MOST * len(left):
        return None
    return [words.pop() if len(words) > 1 and _is_figure(words[-1]) else "" for words in left]


def _phrases(left: list[list[str]]) -> list[str] | None:
    """The recurring phrase that ends every line, taken off, where most lines end in one."""
    common = _common(left)
    ends = [words for words in left if len(words) > 1 and _like(words[-1], common)]
    if len(common) > _ENDINGS or len(ends) < max(1, _MOST * len(left)):
        return None
    phrases: list[list[str]] = [[] for _ in left]
    going = list(zip(left, phrases, strict=True))
    while going:
        going = [(w, p) for w, p in going if len(w) > 1 and _like(w[-1], common)]
        for words, phrase in going:
            phrase.insert(0, words.pop())
        common = _common([words for words, _ in going])
    return [" ".join(phrase) for phrase in phrases]


def _common(left: Sequence[list[str]]) -> set[str]:
    """The words that end lines with several different beginnings."""
    openings: dict[str, set[str]] = {}
    for words in left:
        if len(words) > 1:
            openings.setdefault(words[-1].casefold(), set()).add(words[0])
    least = max(2, 0.03 * len(left))
    return {word for word, firsts in openings.items() if len(firsts) >= least}


def _like(word: str, common: set[str]) -> bool:
    """True for a common word, also one half damaged: ``Tike`` must not stay with the name."""
    plain = word.casefold()
    if plain in common:
        return True
    return len(plain) > 2 and any(
        Levenshtein.distance(plain, one) <= len(one) // 2 for one in common if len(one) > 3
    )
