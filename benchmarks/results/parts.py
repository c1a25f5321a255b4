"""The parts of the page of results: each is one command, what it shows, and what it needs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
PAGE, ACCURACY = DOCS / "benchmarks.md", DOCS / "accuracy.md"
SHARED = Path("../shared")


@dataclass(frozen=True, slots=True)
class Part:
    """One section: the module and arguments to run, and the distributions whose version counts.

    ``needs`` is a file or folder without which the part is skipped; ``picture`` an SVG in the docs
    that belongs to it; ``says`` what a reader must know to read the figures.
    """

    title: str
    command: tuple[str, ...]
    says: str
    packages: tuple[str, ...] = ()
    needs: Path | None = None
    picture: str = ""

    @property
    def line(self) -> str:
        """The command as a person types it."""
        return f"python -m {' '.join(self.command)}"


BESIDE = (
    "Peers are told which columns each note has and in which order, and their cells are read by "
    "notat's own matcher of names and grammar of figures: only what they make of the page counts. "
    "`review`: a cell that is no figure, or that notat asks a person about. `silent`: a wrong "
    "value given as right. `extra`: a value that no note has."
)
PARTS: dict[str, Part] = {
    "text": Part(
        "Notes with a text layer, beside other tools",
        ("benchmarks.beside", "text"),
        f"{BESIDE} One process, its start included.",
        ("pdfplumber", "camelot-py"),
        picture="beside-text.svg",
    ),
    "scans": Part(
        "Scanned notes, beside other tools",
        ("benchmarks.beside", "scans"),
        f"{BESIDE} Two documents at a time. The last row is the floor of time: the tesseract "
        "program alone on the same pages, rendered before.",
        ("ocrmypdf", "pdfplumber", "img2table"),
        picture="beside-scans.svg",
    ),
    "tables": Part(
        "Tables in general: adjacency F1 on ICDAR 2013, European half",
        ("benchmarks.tables", "--peers"),
        "27 government reports; the mean over the documents. Used while building: for a figure "
        "that is nobody's own, take documents of your own.",
        ("pdfplumber", "camelot-py"),
        SHARED / "icdar2013-eu",
        "tables.svg",
    ),
    "speed": Part(
        "Speed on text-layer notes, beside pdfplumber",
        ("benchmarks.speed",),
        "Notes of four pages, one with a table; pdfplumber's `extract_tables` alone finds the "
        "tables and no more, notat does all of its work.",
        ("pdfplumber", "pypdfium2"),
    ),
    "archive": Part(
        "A folder of 1,000 notes",
        ("benchmarks.archive", "--plot", "docs/memory.svg"),
        "Resident megabytes at most, and how much more in the last half of the time than in the "
        "first; the parent writes all files at the end.",
        picture="memory.svg",
    ),
    "memory": Part(
        "A scan of 200 pages: memory",
        ("benchmarks.memory",),
        "One document, one worker: megabytes resident at most, by tenth of the time.",
    ),
    "names": Part(
        "Names alone, on real misreadings in typefaces not learned from",
        ("benchmarks.names",),
        "RapidFuzz always names something; with a cutoff it may abstain. The cutoff here is the "
        "best there is for these very misreadings. What bounds the right ones is shown below: "
        "names of which a reading has kept the letters that both have. Two draws in still other "
        "typefaces, by `python -m benchmarks.readings.misreadings OUT --half 1` with `--seed 5501 "
        "--pages 20`, looked at while building, and `--seed 9909 --pages 15`, not looked at, have "
        "512 right of 636 (80.5 %) and 367 of 461 (79.6 %) by `python -m benchmarks.names "
        "OUT/names.tsv`, and none wrong.",
        ("rapidfuzz",),
    ),
    "nametables": Part(
        "Names in the 2024 table, as an English Tesseract reads it",
        ("benchmarks.nametables",),
        "Fresh pages in typefaces not learned from, 6-12 pt, 100-300 dpi, blurred, faded, faxed.",
    ),
    "audit": Part(
        "The audit on our own notes",
        ("benchmarks.audit",),
        "The notes the grammar was written with.",
    ),
    "held": Part(
        "The audit on notes written by others",
        ("benchmarks.audit", "fixtures/audit/unseen"),
        "Written apart from the grammar, by someone who had not read it, and first read after "
        "these figures were made: what they accuse falsely was mended then, and run again they are "
        "higher. Those in `fixtures/audit/held` were read before.",
        needs=Path("fixtures/audit/unseen"),
    ),
    "mutations": Part(
        "Notes made wrong in one place, by class",
        ("benchmarks.mutations",),
        "A mutant is noticed where something is contradicted that was not before.",
    ),
    "thousand": Part(
        "1,000 notes of four pages audited, after they were read",
        ("benchmarks.auditspeed",),
        "One process; the table of 98 and 50 sentences in each.",
    ),
    "seeds": Part(
        "Five real notes",
        ("pytest", "tests/test_seeds.py"),
        "Every finding, count and repaired name that a careful person found in them.",
        needs=SHARED / "seeds",
    ),
    "hostile": Part(
        "Files broken on purpose",
        ("benchmarks.hostile",),
        "89 PDFs with one structural fault each.",
        needs=SHARED / "hostile",
    ),
    **{
        f"profile-{what}": Part(
            f"Where the time goes: {title}",
            ("benchmarks.profile", what, "--svg", f"docs/profile-{what}.svg"),
            "Libraries are counted with the function of notat's that calls them.",
            ("py-spy",),
            picture=f"profile-{what}.svg",
        )
        for what, title in (
            ("note", "one note of four pages"),
            ("scan", "two scanned notes"),
            ("archive", "60 notes"),
        )
    },
}
