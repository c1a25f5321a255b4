"""What a note says of itself: title, date, journal number, the period it is about."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extract.model import Document, Paragraph, Role
from normalize.headings.periods import MONTHS, find_period, is_ahead, only_period, undecided
from normalize.model import Header, Period

_HEAD = 14  # paragraphs from the top in which title, date and journal number stand
_TITLE_LONGEST = 200  # letters; longer is prose

_LONG_DATE = re.compile(
    r"\b(\d{1,2})\.?\s*(" + "|".join(MONTHS) + r")\s*(20\d\d|19\d\d)\b", re.IGNORECASE
)
_SHORT_DATE = re.compile(r"\b(\d{1,2})[-./](\d{1,2})[-./]((?:20|19)\d\d)\b")
_ISO_DATE = re.compile(r"\b((?:20|19)\d\d)-(\d{2})-(\d{2})\b")
_JOURNAL = re.compile(
    r"\b(?:j\.?\s?-?\s?nr|journal(?:nummer|nr)|sags(?:nummer|nr|id)|sag|doknr|acadre(?:nr)?)\b"
    r"\.?\s*[:.]?\s*(\d[\w./-]*(?:\s?(?:og|,)\s?\d[\w./-]*)*)",
    re.IGNORECASE,
)
_PLAIN_WORDS = re.compile(
    r"^(?:notat|bilag\b.{0,4}|dato\b.*|til\b.*|fra\b.*|side \d.*|spring over.*|menu)$",
    re.IGNORECASE,
)
# An office alone on its line: a letterhead, which in a scan looks like the text below.
_SENDER = re.compile(
    r"jobcent(?:er|ret)(?: i)?(?: (?-i:[A-ZÆØÅ])[\w-]+){0,2}|styrelsen for [\w -]{3,60}"
    r"|[\w -]{0,60}(?:ministeriet|styrelsen|forvaltningen)",
    re.IGNORECASE,
)
# What a decision rests on was measured; when one decides was not.
_GROUND = re.compile(
    r"\b(?:bygger|hviler|beror|baserer sig|er baseret)\s+(?:\w+\s+)?på\b([^.]{0,80})", re.IGNORECASE
)
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])")
_PLAN = re.compile(
    r"\b(?:forvente[rs]|ventes|prognose\w*|vil|skal|bør|næste|kommende|fremover|fremtidig\w*|plan\w*"
    r"|mål(?:et|sætning\w*)? er)\b",
    re.IGNORECASE,
)
# A line that is no sentence and says what was measured when: "Kommunefordelt måling 2024".
_MEASURING = re.compile(
    r"\b(?:\w*måling\w*|mål(?:e|ings)?år\w*|opgjort|opgørelse\w*)\b", re.IGNORECASE
)
_LINE_LONGEST = 80
_YEAR = re.compile(r"20\d\d$")
_UPDATED = re.compile(r"^\s*(?:sidst|senest) (?:opdateret|ændret|revideret)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"^\s*(?:emne|titel|vedr(?:ørende)?)\.?\s*:\s*(.+)$", re.IGNORECASE)


def header(document: Document, texts: Sequence[str]) -> Header:
    """Read the head of a document.

    ``texts`` holds the repaired text of each of ``document.paragraphs``.
    """
    pairs = [
        (paragraph, text)
        for paragraph, text in zip(document.paragraphs, texts, strict=True)
        if paragraph.role is not Role.FURNITURE
    ]
    title = _title(pairs)
    head = [line for paragraph, _ in pairs[:_HEAD] for line in paragraph.lines]
    date = _date(head, [text for _, text in pairs])
    rests_on = _rests_on([text for _, text in pairs])
    period, open_period = _period(title, pairs, document, date, rests_on)
    return Header(
        title=title + _year_below(title, document.paragraphs),
        date=date,
        journal_no=_journal(text for _, text in pairs),
        period=period,
        open_period=open_period,
        rests_on=rests_on,
    )


def find_date(text: str) -> str:
    """The first full date in a text as ``YYYY-MM-DD``, empty where there is none."""
    found: list[tuple[int, str]] = []
    for match in _LONG_DATE.finditer(text):
        month = MONTHS.index(match[2].lower()) + 1
        found.append((match.start(), _iso(int(match[3]), month, int(match[1]))))
    for match in _SHORT_DATE.finditer(text):
        found.append((match.start(), _iso(int(match[3]), int(match[2]), int(match[1]))))
    for match in _ISO_DATE.finditer(text):
        found.append((match.start(), _iso(int(match[1]), int(match[2]), int(match[3]))))
    return next((date for _, date in sorted(found) if date), "")


def _iso(year: int, month: int, day: int) -> str:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""


def _date(head: Sequence[str], texts: Iterable[str]) -> str:
    """The note's own date stands alone or after ``Dato``; a date in prose is another's."""
    for text in texts:
        if match := _UPDATED.match(text):
            return find_date(text[match.end() :])
    for alone in (True, False):
        for text in head:
            date = find_date(text)
            sentence = text.rstrip().endswith((".", ","))
            short = (len(text) <= 40 and not sentence) or text.lower().startswith("dato")
            if date and (short or (not alone and len(text) <= 120)):
                return date
    return ""


def _journal(texts: Iterable[str]) -> str:
    for text in texts:
        if match := _JOURNAL.search(text):
            return match[1].rstrip(".,-/")
    return ""


def _title(pairs: Sequence[tuple[Paragraph, str]]) -> str:
    """The largest or highest heading at the top; else the first line that can be a title."""
    head = [(one, line) for one, text in pairs[:_HEAD] for line in _lines(one, text)]
    for _, text in head:
        if match := _SUBJECT.match(text):
            return match[1].strip()
    possible = [(paragraph, _bare(text)) for paragraph, text in head if _can_be_title(text)]
    possible = [pair for pair in possible if not _SENDER.fullmatch(pair[1])] or possible
    headings = [pair for pair in possible if pair[0].role is Role.HEADING]
    if headings:
        return max(headings, key=lambda pair: (pair[0].size or 0, -(pair[0].level or 7)))[1]
    return possible[0][1] if possible else ""


def _lines(paragraph: Paragraph, text: str) -> Sequence[str]:
    """The text; of a title that a scan ran together with the lines below it, those down to them."""
    lines = paragraph.lines
    below = next((i for i, line in enumerate(lines) if i and _JOURNAL.search(line)), None)
    if below is not None:
        return lines[:below]
    run_together = paragraph.role is Role.HEADING and len(lines) > 1 and not _can_be_title(text)
    return lines if run_together else (text,)


def _year_below(title: str, paragraphs: Sequence[Paragraph]) -> str:
    """A year alone on the line below the title, which looks like a page number to readers."""
    for paragraph, below in pairwise(paragraphs[:_HEAD]):
        year = " ".join(below.lines).strip()
        same = paragraph.size == below.size and _bare(" ".join(paragraph.lines)) == title
        if title and same and _YEAR.match(year):
            return f" {year}"
    return ""


def _bare(text: str) -> str:
    """A title without the date that stands at its right in the letterhead."""
    return " ".join(_SHORT_DATE.sub(" ", _LONG_DATE.sub(" ", text)).split())


def _can_be_title(text: str) -> bool:
    letters = sum(letter.isalpha() for letter in text)
    bare = text.strip()
    return (
        8 <= letters <= _TITLE_LONGEST
        and not _PLAIN_WORDS.match(bare)
        and _JOURNAL.search(bare) is None
        and not bare.endswith((".", ":"))
        and letters > 0.5 * len(bare)
    )


def _rests_on(texts: Iterable[str]) -> Period | None:
    """The one period that a decision is said to rest on; None where there are several, or none."""
    stated = {find_period(match[1]) for text in texts for match in _GROUND.finditer(text)} - {None}
    return stated.pop() if len(stated) == 1 else None


def _period(
    title: str,
    pairs: Sequence[tuple[Paragraph, str]],
    document: Document,
    date: str,
    rests_on: Period | None,
) -> tuple[Period | None, bool]:
    """Stated in the title, a caption, a heading or the text; else the only one spoken of.

    A text with one period goes before a text with several, and one that was over on the note's date
    before one that was not. Prose that has the decision rest on a period goes before them all. True
    where another text than the one chosen may be right.
    """
    captions = [undecided(table.caption) for table in document.tables]
    headings = [text for paragraph, text in pairs if paragraph.role is Role.HEADING]
    spans = [text for _, text in pairs if "periode" in text.lower() or _is_measuring(text)]
    stated = [title, *captions, *headings, *spans]
    for find in (only_period, find_period):
        found = [period for text in stated if (period := find(text)) is not None]
        if found:
            over = [period for period in found if not is_ahead(period, date)]
            period = (over or found)[0]
            if rests_on not in {None, period}:
                return rests_on, bool(over)
            return period, find is find_period
    prose = " ".join(text for _, text in pairs)
    return only_period(prose) or _measured(prose, date), False


def _is_measuring(text: str) -> bool:
    short = len(text) <= _LINE_LONGEST and not text.rstrip().endswith((".", ":", "?", ","))
    return short and _MEASURING.search(text) is not None


def _measured(prose: str, date: str) -> Period | None:
    """The only period that the sentences speak of, leaving out plans and what was not over yet."""
    found = {
        period
        for sentence in _SENTENCES.split(prose)
        if not _PLAN.search(sentence) and (period := only_period(sentence)) is not None
    }
    over = {period for period in found if not (date and f"{period.end.year}" > date[:4])}
    past = {period for period in over if not is_ahead(period, date)}
    return past.pop() if len(past) == 1 else None
