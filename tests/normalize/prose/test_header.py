"""Title, date, journal number, period; dated entries."""

from pathlib import Path

import pytest

import extract
from extract.model import Role
from normalize import notes
from normalize.prose.entries import entries
from normalize.prose.header import find_date
from tests.normalize.conftest import MakeDocument, MakeTable

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("18. marts 2025", "2025-03-18"),
        ("Dato: 05-11-2021", "2021-11-05"),
        ("den 1. september 2021", "2021-09-01"),
        ("2024-04-30", "2024-04-30"),
        ("3/4-2020 og 3.4.2020", "2020-04-03"),
        ("31-02-2021", ""),
        ("april 2025", ""),
    ],
)
def test_dates(text: str, date: str) -> None:
    assert find_date(text) == date


def test_the_head_of_a_note(make_document: MakeDocument, make_table: MakeTable) -> None:
    table = make_table([["Kommune", "Tilbud"], ["Odense", "35,3"]], caption="Tabel 1. Tal for 2023")
    document = make_document(
        (Role.HEADING, "NOTAT"),
        (Role.HEADING, "Kommunernes indsats i det skærpede tilsyn"),
        "Dato: 4. april 2024",
        "Sagsnr. 2024-1187",
        "Den 1. februar 2023 blev reglerne ændret, og der er nu gået et år.",
        tables=[table],
    )
    header = notes.note(document).header
    assert header.title == "Kommunernes indsats i det skærpede tilsyn"
    assert header.date == "2024-04-04"
    assert header.journal_no == "2024-1187"
    assert str(header.period) == "2023"


@pytest.mark.parametrize(
    "sender",
    [
        "Jobcenter Favrskov",
        "Jobcentret i Ringkøbing-Skjern",
        "Beskæftigelsesministeriet",
        "Styrelsen for Arbejde",
    ],
)
def test_the_sender_is_not_the_title(make_document: MakeDocument, sender: str) -> None:
    title = "Benchmark af Thisted Kommune"
    document = make_document(sender, "Notat", title, "Tallene er fra 2024 og er nye.")
    assert notes.note(document).header.title == title


def test_a_title_may_begin_with_an_office(make_document: MakeDocument) -> None:
    title = "Jobcenter Favrskovs resultater"
    document = make_document("Notat", title, "Thisted er nævnt", "Tallene er fra 2024 og er nye.")
    assert notes.note(document).header.title == title


def test_a_letterhead_that_ran_into_the_text(make_document: MakeDocument) -> None:
    document = make_document(
        "2. april 2025⏎J.nr. 2025-77⏎Det ses, at 97 kommuner⏎opfylder målet pr. 1. marts 2025."
    )
    note = notes.note(document)
    assert (note.header.date, note.header.journal_no) == ("2025-04-02", "2025-77")
    assert [(sentence.text, sentence.line) for sentence in note.sentences] == [
        ("Det ses, at 97 kommuner opfylder målet pr. 1. marts 2025.", 3)
    ]


def test_a_note_of_dated_answers(make_document: MakeDocument) -> None:
    document = make_document("Spørgsmål", "29-01-2020", "Ja.", "03-04-2020", "Nej.", "Heller ikke.")
    assert [(entry.date, entry.paragraphs) for entry in entries(document)] == [
        ("2020-01-29", (2,)),
        ("2020-04-03", (4, 5)),
    ]
    assert entries(make_document("Notat", "29-01-2020", "Tekst.")) == ()


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared documents are not here")
@pytest.mark.parametrize(
    ("start", "date", "journal_no", "period"),
    [
        ("000", "", "", "2023"),
        ("001", "2025-03-18", "25/1433 og 2025-398", "2024"),
        ("002", "2021-11-05", "20/20618", "2020-07/2021-06"),
        ("003", "2020-09-03", "", "None"),
        ("004", "2021-09-01", "21/05938", "2020-07/2021-06"),
    ],
)
def test_heads_of_published_notes(start: str, date: str, journal_no: str, period: str) -> None:
    document = extract.read(next(SEEDS.glob(f"{start}*")))
    header = notes.note(document).header
    assert (header.date, header.journal_no, str(header.period)) == (date, journal_no, period)
    assert len(entries(document)) == (6 if start == "003" else 0)


@pytest.mark.parametrize(
    ("prose", "period"),
    [
        ("I 2024 nåede 40 kommuner målet. Det forventes, at flere når det i 2026.", "2024"),
        ("I 2024 nåede 40 kommuner målet. I 2023 nåede 38 det.", ""),  # two were measured
        ("Kommunen vil i 2026 nå målet.", "2026"),  # the only one there is
    ],
)
def test_a_plan_s_year_is_not_measured(
    make_document: MakeDocument, prose: str, period: str
) -> None:
    found = notes.note(make_document("Notat", prose)).header.period
    assert str(found or "") == period


@pytest.mark.parametrize("role", [Role.HEADING, Role.TEXT])
def test_a_title_run_together_with_the_lines_below_it(
    make_document: MakeDocument, role: Role
) -> None:
    lines = "Benchmark af Slagelse Kommune⏎J.nr. 2025-3865⏎Forvaltningen har set på tallene."
    document = make_document("Jobcenter Favrskov", (role, lines))
    assert notes.note(document).header.title == "Benchmark af Slagelse Kommune"


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("Kommunefordelt måling 2024", "2024"),
        ("Område Nord · måleår 2024 · udsendt i foråret", "2024"),
        ("Opgjort for april 2023 til marts 2024", "2023-04/2024-03"),
        ("Vi så på måling og på 2024, og det tog tid.", ""),
    ],
)
def test_a_line_that_says_what_was_measured(
    make_document: MakeDocument, line: str, period: str
) -> None:
    prose = ("I 2021 var der fem i risiko.", "I 2022 var der to.", "Tre faldt fra i 2023.")
    found = notes.note(make_document("Notat", *prose, line)).header.period
    assert str(found or "") == period
