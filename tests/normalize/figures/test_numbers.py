"""The grammar of figures: never changed silently, settled by the column or by a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.figures.numbers import Form, column_form, parse
from normalize.model import Status, Unit

ONE = Form(",", 1)
SCANNED = Form(",", 1, strict=True)
SHARES = Form(",", 1, strict=True, per_cent=True)


@pytest.mark.parametrize(
    ("text", "number", "decimals", "unit"),
    [
        ("13,1", 13.1, 1, None),
        ("13,1%", 13.1, 1, Unit.PCT),
        ("13,1 %", 13.1, 1, Unit.PCT),
        ("13,1 pct.", 13.1, 1, Unit.PCT),
        ("19,98 %", 19.98, 2, Unit.PCT),
        ("-0,4 pct.point", -0.4, 1, Unit.PCT_POINT),
        ("0,4 procentpoint", 0.4, 1, Unit.PCT_POINT),
        ("3 %-point", 3, 0, Unit.PCT_POINT),
        ("4,9 mio. kr.", 4.9, 1, Unit.MIO_KR),
        ("2.320", 2320, 0, None),
        ("2 320", 2320, 0, None),
        ("2 320 personer", 2320, 0, Unit.PERSONS),
        ("1.234.567,8", 1234567.8, 1, None),
        ("−3", -3, 0, None),
        ("÷3", -3, 0, None),  # the sign that Danish print long had for a minus
        ("– 3,2", -3.2, 1, None),
        ("nr. 23", 23, 0, Unit.RANK),
        ("21,2*", 21.2, 1, None),
        ("21,2 1)", 21.2, 1, None),
        ("21,2¹", 21.2, 1, None),
        ("9,1%1)", 9.1, 1, Unit.PCT),
        ("+2,3", 2.3, 1, None),
    ],
)
def test_well_formed(text: str, number: float | None, decimals: int, unit: Unit | None) -> None:
    figure = parse(text)
    assert (figure.number, figure.decimals, figure.unit) == (number, decimals, unit)
    assert (figure.status, figure.reason) == (Status.OK, ())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" ", "empty"),
        ("-", "dash"),
        ("–", "dash"),
        ("..", "dots"),
        ("...", "dots"),
        (".", "dots"),
        ("u.a.", "not_available"),
        ("n.a.", "not_available"),
        ("i.a.", "not_available"),
        ("*", "suppressed"),
    ],
)
def test_missing_marks_are_kept_with_their_reason(text: str, reason: str) -> None:
    figure = parse(text)
    assert figure.missing
    assert figure.reason == (f"missing:{reason}",)


@pytest.mark.parametrize(
    ("text", "form", "number", "status", "reason"),
    [
        ("1O,5", ONE, 10.5, Status.REPAIRED, "number:letter"),
        ("l3,1", ONE, 13.1, Status.REPAIRED, "number:letter"),
        ("S,4", ONE, 5.4, Status.REVIEW, "number:letter"),
        ("13.1", ONE, 13.1, Status.REPAIRED, "number:separator"),
        ("13, 1 %", ONE, 13.1, Status.REPAIRED, "number:space"),
        ("13;1", ONE, 13.1, Status.REPAIRED, "number:separator"),
        ("13;1", Form(), 13.1, Status.REVIEW, "number:separator"),
        ("9,1 °/o", ONE, 9.1, Status.REPAIRED, "number:percent"),
        ("9,1 pet,", ONE, 9.1, Status.REPAIRED, "number:percent"),
        ("9,1 pct .", ONE, 9.1, Status.REPAIRED, "number:percent"),
        ("13,1.", ONE, 13.1, Status.REPAIRED, "number:speck"),
        ("(2,3)", ONE, 2.3, Status.REVIEW, "number:speck"),
        ("21,21)", ONE, 21.21, Status.REVIEW, "number:speck"),
        ("91%", SCANNED, 9.1, Status.REVIEW, "number:decimals"),
        ("7%", SCANNED, 7, Status.REVIEW, "number:decimals"),
        ("29,", ONE, 29, Status.REVIEW, "number:speck"),
        ("— 0,4", SCANNED, -0.4, Status.REVIEW, "number:sign"),
        ("9,18", SCANNED, 9.18, Status.REVIEW, "number:decimals"),
        ("9,1%6", ONE, 9.1, Status.REPAIRED, "number:percent"),
        ("9,1 %.", ONE, 9.1, Status.REPAIRED, "number:percent"),
        ("9,1%%", ONE, 9.1, Status.REPAIRED, "number:percent"),
        ("9,196", SHARES, 9.1, Status.REPAIRED, "number:percent"),
        ("9.196", SHARES, 9.1, Status.REPAIRED, "number:percent"),
        ("9,19", SHARES, 9.1, Status.REVIEW, "number:percent"),
        ("9,18", SHARES, 9.18, Status.REVIEW, "number:decimals"),
        ("9,196", SCANNED, 9.196, Status.REVIEW, "number:decimals"),
        ("1.234", ONE, 1234, Status.REVIEW, "number:ambiguous"),
        ("1,234", Form(), 1.234, Status.REVIEW, "number:ambiguous"),
        ("abc", ONE, None, Status.REVIEW, "number:unreadable"),
        ("1 3,1", ONE, None, Status.REVIEW, "number:unreadable"),
    ],
)
def test_damage_is_repaired_with_a_reason_or_left_to_a_person(
    text: str, form: Form, number: float | None, status: Status, reason: str
) -> None:
    figure = parse(text, form)
    assert (figure.number, figure.status) == (number, status)
    assert reason in figure.reason


def test_a_whole_number_among_decimals_is_right_where_no_ocr_was() -> None:
    assert parse("35", ONE).status is Status.OK


def test_two_decimals_with_their_unit_are_no_misread_unit() -> None:
    assert parse("19,98%", SCANNED).status is Status.OK
    assert parse("19,98%", SHARES).number == 19.98


def test_swallowed_commas_do_not_hide_the_form_of_a_scanned_column() -> None:
    damaged = ["13,1%", "79%", "220%", "6,4%", "81%", "9,9%"]
    assert column_form(damaged, strict=True) == SCANNED
    assert column_form(damaged).decimals is None


def test_columns_tell_their_form() -> None:
    assert column_form(["13,1", "7,9 %", "22,0"]) == Form(",", 1)
    assert column_form(["13.1", "7.9", "22.0"]) == Form(".", 1)
    assert column_form(["22,1", "22", "6,4"]).decimals is None
    assert column_form(["2.320", "1.980"]) == Form(grouped=True, spaced=False)
    assert parse("1.234", column_form(["13.125", "7.9", "22.0", "1.5"])).number == 1.234


def test_a_comma_among_points_that_part_thousands_is_one() -> None:
    """Two readers agreed on ``5,053`` for 5.053 persons, which made it 5.053 with decimals."""
    form = column_form(["7.091", "968", "24.680", "5,053"], strict=True)
    assert form == Form(None, 0, strict=True, grouped=True, spaced=False)
    figure = parse("5,053", form)
    assert (figure.number, figure.reason) == (5053.0, ("number:separator",))
    assert parse("5,053", column_form(["5,053", "4,888", "3,125"])).number == 5.053


@given(st.integers(0, 999_999), st.integers(0, 9), st.sampled_from(["", "%", " %", " pct."]))
def test_what_danish_print_writes_is_read_back(whole: int, tenth: int, unit: str) -> None:
    for grouped in (f"{whole}", f"{whole:,}".replace(",", "."), f"{whole:,}".replace(",", " ")):
        figure = parse(f"{grouped},{tenth}{unit}")
        assert figure.number == float(f"{whole}.{tenth}")
        assert figure.status is Status.OK


@given(st.text(max_size=30))
def test_any_text_is_answered(text: str) -> None:
    figure = parse(text, ONE)
    assert figure.number is not None or figure.reason


@pytest.mark.parametrize("strict", [False, True])
def test_a_blank_parts_no_thousands_where_the_column_has_points(strict: bool) -> None:
    """Two cells run together on a scan were one figure, a thousand times too great."""
    form = column_form(["1.399", "2.104", "1.018", "111 113", "87"], strict=strict)
    assert parse("1.399", form).status is Status.OK
    assert parse("111 113", form).status is Status.REVIEW


def test_one_blank_in_a_scanned_column_of_small_figures_parts_no_thousands() -> None:
    texts = ["98", "104", "87", "111 113", "92"]
    assert parse("111 113", column_form(texts, strict=True)).status is Status.REVIEW
    assert parse("111 113", column_form(texts)).number == 111113


def test_a_scanned_column_may_part_its_thousands_by_blanks() -> None:
    form = column_form(["1 399", "12 104", "1 018", "987"], strict=True)
    assert parse("12 104", form).number == 12104
    assert parse("12 104", form).status is Status.OK


@pytest.mark.parametrize(("text", "number"), [("I", 1), ("II", 11), ("Il", 11)])
def test_ones_of_old_style_figures_in_a_scanned_column_of_whole_numbers(
    text: str, number: int
) -> None:
    ranks = column_form(["2", "10", "12", "9"], strict=True)
    assert (parse(text, ranks).number, parse(text, ranks).status) == (number, Status.REPAIRED)
    assert parse(text, SCANNED).number is None
    assert parse(text, column_form(["2", "10", "12"])).number is None


def test_a_point_too_many_after_a_unit_is_part_of_it() -> None:
    found = parse("20,8 pct..", SCANNED)
    assert (found.number, found.status) == (20.8, Status.OK)


def test_a_figure_that_ends_in_the_point_of_thousands_is_not_whole() -> None:
    """Of ``2.067`` both readers had ``2.``: a figure a thousand times too small."""
    form = column_form(["1.399", "2.104", "987", "1.018"], strict=True)
    assert parse("2.", form).status is Status.REVIEW
    ranks = column_form(["1.", "2.", "3."])
    assert parse("2.", ranks).number == 2
    assert parse("2.", ranks).status is not Status.REVIEW


def test_digits_without_a_point_where_points_part_thousands_are_not_one_scanned_figure() -> None:
    form = column_form(["1.399", "2.104", "987", "1.018"], strict=True)
    assert parse("111113", form).status is Status.REVIEW
    assert parse("987", form).status is Status.OK
    assert parse("1399", column_form(["1.399", "2.104"])).status is Status.OK


def test_a_scanned_table_of_few_rows_has_a_form_too() -> None:
    """Of ``5,4`` and ``5,1`` both readers had ``54`` and ``51``: a share above all others."""
    form = column_form(["54", "7,9", "51", "6,6"], strict=True)
    assert parse("54", form).status is Status.REVIEW
    assert parse("7,9", form).status is Status.OK
