"""Paragraphs → sentences with their places, words and names repaired."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from extract.model import Document, Paragraph, Role
from normalize.headings.periods import MONTHS
from normalize.model import Sentence
from normalize.names.mentions import find
from normalize.prose.lines import join_lines, repair

_STOP = re.compile(r"[.!?][\"'»”)]*\s+(?=[\"'«“(]*[A-ZÆØÅÉ0-9|&@])")
# After these a full stop never ends a sentence; after the second set it may.
_ABBREVIATED = re.compile(
    r"(?:^|[\s(/])(?:hhv|bl\.?\s?a|nr|ca|f\.?\s?eks|fx|dvs|pr|jf|inkl|ekskl|pga|pba|ift|iht|vedr|"
    r"stk|kap|tlf|min|maks|max|gns|ang|resp|j\.?\s?nr|journalnr|sagsnr|kl|afsn|pkt|mfl|sml|evt|"
    r"anm|tab|fig|lov nr|cf|st|d|[A-ZÆØÅ]|[a-zæøå]\.[a-zæøå])$",
    re.IGNORECASE,
)
_LONGEST = 24  # letters from which to tell: twice the longest abbreviation
_MAY_END = re.compile(r"(?:^|\s)(?:m\.?\s?v|m\.?\s?fl|m\.?\s?m|o\.?\s?l|m\.?\s?fl)$", re.IGNORECASE)
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}$")
_AFTER_ORDINAL = re.compile(
    r"(?:" + "|".join(MONTHS) + r"|halvår|halvar|kvartal|kvt|januar)\b", re.IGNORECASE
)
# A count that opens a sentence, where a unit may have ended the one before.
_OPENS = re.compile(r"\d{1,2}\s+(?:(?:\w+\s+)?kommuner\b|(?:ud\s+)?af\s+de\b)")
_BULLET = re.compile(
    r"^\s*(?:[-–—•*·▪○o]|\(?\d{1,2}[.)])\s+(?!" + "|".join(MONTHS) + r"|halvår|kvartal)(?=\S)",
    re.IGNORECASE,
)
# Lines of a letterhead that ran into the paragraph below.
_LETTERHEAD = re.compile(
    r"\s*(?:(?:dato|den)\b[:\s]*)?\d{1,2}(?:\.\s*(?:" + "|".join(MONTHS) + r")\s|[-./]\d{1,2}[-./])"
    r"\s*\d{4}\s*$|\s*(?:j\.?\s?nr|journaln\w*|sagsn\w*)\b\.?\s*:?\s*\d[\w ./,-]{0,40}$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S*(?:://|www\.)\S*$")
_ENDED = re.compile(r"[.!?:;][\"'»”)]*\s*$")
_PROSE = (Role.TEXT, Role.ITEM, Role.NOTE)


@dataclass(frozen=True, slots=True)
class _Run:
    """A paragraph, with the ones it goes on in over a page break."""

    index: int
    paragraph: Paragraph
    lines: tuple[tuple[str, int | None, int | None], ...]  # text, page, line
    section: str


def sentences(document: Document, *, damaged: bool) -> tuple[Sentence, ...]:
    """All sentences of the prose and of the notes below tables, in reading order."""
    return tuple(
        sentence for run in _runs(document) for sentence in _sentences(run, damaged=damaged)
    )


def split(text: str) -> list[tuple[int, int]]:
    """Offsets (start, end) of the sentences in a text; knows Danish abbreviations and dates."""
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(text):
        before = text[start : stop.start()]
        if text[stop.start()] == "." and _goes_on(before, text[stop.end() :]):
            continue
        spans.append((start, start + len(text[start : stop.end()].rstrip())))
        start = stop.end()
    if text[start:].strip():
        spans.append((start, start + len(text[start:].rstrip())))
    return spans


def _goes_on(before: str, after: str) -> bool:
    """True where the full stop between two pieces belongs to an abbreviation or an ordinal."""
    whole, before = before, before[-_LONGEST:]
    if _MAY_END.search(before):
        return not after[:1].isupper()
    if _ABBREVIATED.search(before) and not re.search(r"\d\s?st$", before):
        return True
    if _ORDINAL.search(before):
        return _AFTER_ORDINAL.match(after) is not None or not whole.strip()[:-2].strip()
    unit = re.search(r"\b(?:pct|kr|mio|mia)$", before) is not None
    return unit and not after[:1].isupper() and not _OPENS.match(after)


def _runs(document: Document) -> list[_Run]:
    captions = " ".join(" ".join(table.caption.split()) for table in document.tables)
    runs: list[_Run] = []
    section = ""
    for index, paragraph in enumerate(document.paragraphs):
        text = " ".join(" ".join(paragraph.lines).split())
        if paragraph.role is Role.HEADING:
            section = text
        if paragraph.role not in _PROSE or not text or (len(text) > 8 and text in captions):
            continue
        first = paragraph.line
        head = len(list(takewhile(_LETTERHEAD.match, paragraph.lines)))
        lines = tuple(
            (line, paragraph.page, None if first is None else first + place)
            for place, line in enumerate(paragraph.lines)
            if place >= head
        )
        if not lines:
            continue
        last = runs[-1] if runs else None
        if last is not None and _continues(last, paragraph, text):
            runs[-1] = _Run(last.index, last.paragraph, (*last.lines, *lines), last.section)
        else:
            runs.append(_Run(index, paragraph, lines, section))
    return runs


def _continues(run: _Run, paragraph: Paragraph, text: str) -> bool:
    """True for prose broken off in mid sentence that goes on in lower case."""
    same = run.paragraph.role in {Role.TEXT, Role.ITEM} and paragraph.role is Role.TEXT
    return same and text[0].islower() and not _ENDED.search(run.lines[-1][0])


def _sentences(run: _Run, *, damaged: bool) -> list[Sentence]:
    text, starts = join_lines([line for line, _, _ in run.lines])
    bullet = _BULLET.match(text)
    found: list[Sentence] = []
    for start, end in split(text):
        begin = bullet.end() if bullet and start < bullet.end() else start
        raw = text[begin:end]
        if not any(letter.isalpha() for letter in raw) or _ADDRESS.match(raw):
            continue
        _, page, line = run.lines[max(0, bisect_right(starts, begin) - 1)]
        repaired, mentions = find(repair(raw, damaged=damaged), damaged=damaged)
        found.append(
            Sentence(
                text=repaired,
                raw=raw,
                page=page,
                line=line,
                paragraph=run.index,
                section=run.section,
                is_note=run.paragraph.role is Role.NOTE,
                mentions=mentions,
            )
        )
    return found


def paragraph_texts(document: Document, *, damaged: bool) -> Sequence[str]:
    """The repaired text of each paragraph of a document, whatever its role."""
    return [
        find(repair(join_lines(paragraph.lines)[0], damaged=damaged), damaged=damaged)[0]
        for paragraph in document.paragraphs
    ]
