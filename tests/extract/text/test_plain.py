"""Marks of Markdown, and files made to keep a reader busy."""

from __future__ import annotations

import time

import pytest

from extract.text.plain import plain, read_text

SECONDS = 3.0  # of processor time; most take 0.1, and took minutes before they were bounded


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("**Ishøj** og *Greve*", "Ishøj og Greve"),
        ("*alle **fire** egne*", "alle fire egne"),
        ("***Furesø*** ~~nej~~", "Furesø nej"),
        ("a_b_c og 2 * 3 * 4", "a_b_c og 2 * 3 * 4"),
        ("[notatet](https://a.dk/b) og \\*", "notatet og *"),
        ("**Dragør***", "Dragør*"),
    ],
)
def test_marks_go_and_text_stays(marked: str, text: str) -> None:
    assert plain(marked) == text


def test_a_heading_may_close_with_its_marks() -> None:
    [paragraph] = read_text("## Fokusmål ##").paragraphs
    assert (paragraph.lines, paragraph.level) == (("Fokusmål",), 2)


@pytest.mark.parametrize(
    "piece",
    ["_a ", "__a_ ", "~~a", "[", "[a](", "![a", "# a" + 9 * " ", "By 13,1 12,2\n", "a; b\n"],
)
def test_no_file_keeps_the_reader_busy(piece: str) -> None:
    begun = time.process_time()
    read_text(piece * (80_000 // len(piece)))
    assert time.process_time() - begun < SECONDS
