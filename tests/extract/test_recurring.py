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


def test_a_damaged_negation_stays_with_its_status() -> None:
    names = ["Assens", "Faxe", "Greve", "Odder", "Lejre", "Hgje Taastrup", "Skive"]
    negations = ["Ikke", "lkke", "Ikke", "Tike", "Ikke", "lkke", "Ikke"]
    lines = [
        f"{n} {no} opfyldt 4,{i}%" for i, (n, no) in enumerate(zip(names, negations, strict=True))
    ]
    lines += [f"{name} Opfyldt 5,{i}%" for i, name in enumerate(["Herlev", "Ikast Brande"])]
    [block] = recurring(lines)
    assert [row[0] for row in block.rows] == [*names, "Herlev", "Ikast Brande"]
    assert [row[1] for row in block.rows[:7]] == [f"{no} opfyldt" for no in negations]
    assert [row[1] for row in block.rows[7:]] == ["Opfyldt", "Opfyldt"]


def test_phrases_of_several_words() -> None:
    names = ["Assens", "Faxe", "Greve", "Odder", "Hgje Taastrup", "Skive"]
    said = ["Lever op til", "Lever ikke op til"] * 3
    [block] = recurring([f"{name} {one} 4,5%" for name, one in zip(names, said, strict=True)])
    assert [row[:2] for row in block.rows] == list(zip(names, said, strict=True))
