"""Columns found from what recurs over lines of OCR text."""

from extract.text.recurring import recurring


def test_status_and_figures_are_columns() -> None:
    lines = ["Brgndby Ikke opfyldt 13,1% 15,0%", "Hgje Taastrup Opfyldt 4,5% 14,9%"]
    lines += ["Assens Ikke opfyldt 7,0% 20,8%", "Fang Opfyldt 5,0 % 13,1 %"]
    [block] = recurring(lines)
    assert block.rows[0] == ("Brgndby", "Ikke opfyldt", "13,1%", "15,0%")
    assert block.rows[1] == ("Hgje Taastrup", "Opfyldt", "4,5%", "14,9%")
    assert block.rows[3] == ("Fang", "Opfyldt", "5,0%", "13,1%")


def test_title_and_date_lines_that_end_in_a_year_are_no_table() -> None:
    lines = ["Notat om målene i 2024", "", "3. februar 2025", "", "Fire kommuner er med i 2024."]
    assert recurring([*lines, "", "Tabel 1", "Mål for 2023"]) == []


def test_names_with_one_figure_each_are_a_table() -> None:
    [block] = recurring(["Assens 12,3", "Faxe 4,5", "Greve 7,0", "Odder 8,1"])
    assert block.rows[2] == ("Greve", "7,0")
