"""Tables set with blanks."""

from extract.text.aligned import aligned
from extract.text.plain import read_text

DUMP = """\
                     Mål for 2024

Kommune            Resultatmål     Samtaler   Tilbud
Brøndby            Ikke opfyldt        9,1%    28,3%
Fanø               Ikke opfyldt        3,4%
Høje-Taastrup      Opfyldt            11,3%    30,4%

Ærø                Ikke opfyldt        6,1%    28,0%

Tallene  er  opgjort  som et   gennemsnit af årets  tolv
måneder, og  der er taget   forbehold for senere
ændringer  i  de  grundlag, som  tallene  bygger på.
"""


def test_columns_stand_below_each_other_and_empty_cells_stay_empty() -> None:
    [block] = aligned(DUMP.split("\n"))
    assert block.rows[0] == ("Kommune", "Resultatmål", "Samtaler", "Tilbud")
    assert block.rows[2] == ("Fanø", "Ikke opfyldt", "3,4%", "")
    assert block.rows[4] == ("Ærø", "Ikke opfyldt", "6,1%", "28,0%")


def test_the_heading_is_known_and_stretched_prose_is_prose() -> None:
    layout = read_text(DUMP)
    [table] = layout.tables
    assert table.heading_rows == 1
    assert layout.paragraphs[-1].lines[0].startswith("Tallene")


def test_a_heading_of_several_lines_is_whole_and_a_page_number_is_none() -> None:
    lines = [
        "                                        Side 2",
        "                                        Fokusmål",
        "Kommune         Resultatmål             (samtaler)",
        "Brøndby         Ikke opfyldt            9,1%",
        "Fanø            Ikke opfyldt            3,4%",
        "Ærø             Opfyldt                 6,1%",
    ]
    [block] = aligned(lines)
    assert block.heading_rows == 1
    assert block.rows[0] == ("Kommune", "Resultatmål", "Fokusmål (samtaler)")


def test_tight_headings_stand_over_their_columns_and_groups_between_the_rows() -> None:
    lines = [
        "    Kommune         Andel uden fire samtaler, pct. Andel uden tilbud, pct.",
        " Region Hovedstaden",
        " Brøndby                         9,1                     28,3",
        " Ishøj                          13,4                      8,0",
        " Region Sjælland",
        " Greve                           7,7                     11,9",
        " Køge                           10,2                      9,9",
    ]
    [block] = aligned(lines)
    assert block.heading_rows == 1
    assert block.rows[0] == (
        "Kommune",
        "Andel uden fire samtaler, pct.",
        "Andel uden tilbud, pct.",
    )
    assert block.rows[2] == ("Brøndby", "9,1", "28,3")
    assert block.rows[4][0] == "Region Sjælland"


def test_a_form_feed_begins_a_page_with_headings_of_its_own() -> None:
    page = ["Kommune      Samtaler   Tilbud", "Greve           7,7%    11,9%"]
    page.append("Køge            9,0%     8,1%")
    blocks = aligned([*page, "\f" + page[0], *page[1:]])
    assert [(block.first, block.heading_rows) for block in blocks] == [(0, 1), (3, 1)]
