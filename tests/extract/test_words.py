"""Characters joined to words."""

from extract.pdf.characters import Piece
from extract.pdf.styles import Style
from extract.pdf.words import runs


def style(base: float = 100.0) -> Style:
    return Style(size=9.0, angle=0, base=base, bold=False, colour="#000000", hidden=False)


def test_the_letters_of_a_ligature_share_one_place_in_whatever_piece_of_the_word() -> None:
    first, rest = style(), style()
    pieces = [
        Piece("M", first, 0.0, 7.0),
        Piece("t", rest, 7.0, 12.5),
        Piece("f", rest, 7.0, 12.5),
        Piece("yn", rest, 12.6, 21.0),
    ]
    assert [run.text for run in runs(pieces)] == ["Mtfyn"]


def test_a_step_back_on_the_line_starts_another_word() -> None:
    pieces = [Piece("12,5", style(), 50.0, 68.0), Piece("Fanø", style(), 0.0, 20.0)]
    assert sorted(run.text for run in runs(pieces)) == ["12,5", "Fanø"]


def test_a_narrow_one_has_room_to_both_sides() -> None:
    shared = style()
    figure = [Piece("1", shared, 0.0, 2.2), Piece("1", shared, 5.2, 7.4)]
    assert [run.text for run in runs(figure)] == ["11"]
    guessed = Piece("", shared, 0.0, 0.0)
    assert [run.text for run in runs([figure[0], guessed, figure[1]])] == ["1", "1"]


def test_a_glyph_set_twice_is_one_and_a_ligature_of_two_is_two() -> None:
    shared = style()
    ligature = [Piece("f", shared, 0.0, 5.0), Piece("f", shared, 0.0, 5.0)]
    assert [run.text for run in runs(ligature)] == ["ff"]
    bold = [Piece("7", style(), 0.0, 5.0), Piece("7", style(), 0.3, 5.3)]
    assert [run.text for run in runs(bold)] == ["7"]


def test_letters_that_lean_over_the_blank_beside_them_are_of_two_words() -> None:
    """A caption in italics was one word, and its year none."""
    shared = style()
    blank = Piece(" ", shared, 0.0, 0.0)
    pieces = [Piece("Fyn,", shared, 0.0, 20.0), blank, Piece("2022", shared, 20.5, 40.0)]
    assert [run.text for run in runs(pieces)] == ["Fyn,", "2022"]
    apart = [Piece("Fo", style(), 0.0, 9.0), Piece("kus", style(), 9.3, 20.0)]
    assert [run.text for run in runs(apart)] == ["Fokus"]
