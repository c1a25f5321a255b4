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
    assert block.rows[0] == ("", "", "Fokusmål")
    assert block.rows[1] == ("Kommune", "Resultatmål", "(samtaler)")
