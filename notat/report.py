"""The audit as a page to read, print and quote from: ``report.html`` in the output folder.

Made from the CSV files of the folder alone. Nothing in it runs or is fetched: no script, no
address, and what stands in a document is text on the page whatever it looks like.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from notat import folder as output
from notat.faults import in_danish
from notat.files import replacing
from notat.reasons import because
from notat.wording import OPEN, WORDS, figure, rules_by_source, title
from rules.wording.output import period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from jinja2 import Environment

    from notat.folder import Record
    from rules.law.book import RuleBook

NAME = "report.html"
MOST = 200  # cells for a person shown for one document; the rest stand in values.csv


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as the page shows it; ``said`` is the note's sentence, ``place`` where it is."""

    finding: Record
    said: str
    place: str
    year: str  # measuring year in the rule book, empty where no rule was used


@dataclass(frozen=True, slots=True)
class Section:
    """One document: its row, what a reader must weigh by verdict, and the cells for a person."""

    number: int
    record: Record
    told: Mapping[str, tuple[Told, ...]]
    holds: int
    review: tuple[Record, ...]

    @property
    def worth_reading(self) -> bool:
        """False for a document of which all that could be held against anything holds."""
        return bool(self.record["error"] or self.review or any(self.told.values()))

    @property
    def left_out(self) -> int:
        """Cells for a person that stand in ``values.csv`` alone."""
        return int(self.record["review"] or 0) - len(self.review)


def write(folder: Path, book: RuleBook) -> Path:
    """Write the page of a folder that notat wrote; returns where it stands.

    Raises NotatError where the folder isn't one or the page can't be written.
    """
    sections = tuple(_sections(folder))
    used = {
        told.year for one in sections for some in one.told.values() for told in some if told.year
    }
    page = _environment().get_template(NAME)
    with replacing(folder / NAME) as file:
        lines = page.generate(
            sections=sections,
            sums={verdict: sum(len(one.told[verdict]) for one in sections) for verdict in OPEN},
            holds=sum(one.holds for one in sections),
            rules=[(year, list(rules_by_source(book.years[int(year)]))) for year in sorted(used)],
        )
        file.writelines(lines)
    return folder / NAME


def _sections(folder: Path) -> Iterator[Section]:
    """The documents in the order of the files, which all have the same."""
    findings = _by_document(output.records(folder, "findings"))
    claims = _by_document(output.records(folder, "claims"))
    cells = _by_document(
        row for row in output.records(folder, "values") if row["status"] == "review"
    )
    for number, record in enumerate(output.records(folder, "documents"), 1):
        name = record["document"]
        said = {claim["claim_id"]: claim for claim in claims.get(name, ())}
        told = [_told(one, said) for one in findings.get(name, ())]
        yield Section(
            number,
            record,
            {
                verdict: tuple(one for one in told if one.finding["verdict"] == verdict)
                for verdict in OPEN
            },
            sum(one.finding["verdict"] == "consistent" for one in told),
            tuple(cells.get(name, ())[:MOST]),
        )


def _by_document(rows: Iterable[Record]) -> dict[str, list[Record]]:
    return {name: list(some) for name, some in groupby(rows, key=itemgetter("document"))}


def _told(finding: Record, claims: Mapping[str, Record]) -> Told:
    claim = claims.get(finding["claim_id"], {})
    page, line = claim.get("page") or finding["page"], claim.get("line")
    place = ", ".join((*((f"side {page}",) if page else ()), *((f"linje {line}",) if line else ())))
    year = finding["rule"].partition("+")[0]
    return Told(finding, claim.get("text", ""), place, year if year.isdigit() else "")


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("notat"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        title=title,
        verdict=WORDS.__getitem__,
        opening=_opening,
        because=because,
        in_danish=in_danish,
        period=period,
    )
    environment.globals.update(figure=figure, verdicts=OPEN)
    return environment


def _opening(words: str) -> str:
    """With a capital first letter, the others as they are."""
    return words[:1].upper() + words[1:]
