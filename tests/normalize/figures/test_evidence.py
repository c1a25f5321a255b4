"""Readers that agree, disagree, or stand alone."""

import pytest

from extract.model import Reading
from normalize.figures.evidence import CERTAIN, figure, verdict
from normalize.figures.numbers import Form
from normalize.figures.witnesses import family
from normalize.model import Fulfilled, Status

ONE = Form(",", 1, strict=True)


def _readings(*pairs: tuple[str, str] | tuple[str, str, float]) -> list[Reading]:
    return [Reading(pair[0], pair[1], pair[2] if len(pair) == 3 else 0.9) for pair in pairs]


@pytest.mark.parametrize(
    ("pairs", "number", "status", "reason"),
    [
        ([("tesseract", "9,1%"), ("rapid", "9,1 %")], 9.1, Status.OK, ""),
        ([("tesseract", "19,98"), ("rapid", "19,98")], 19.98, Status.OK, ""),
        ([("tesseract", "91%"), ("rapid", "9,1%")], 9.1, Status.REPAIRED, "readers:digits"),
        ([("tesseract", "91%"), ("rapid", "91%")], 9.1, Status.REVIEW, "readers:disagree"),
        ([("tesseract", "9,1"), ("rapid", "9,7")], 9.1, Status.REVIEW, "readers:disagree"),
        ([("tesseract", "9,1"), ("tesseract:eng", "9,1")], 9.1, Status.REVIEW, "readers:single"),
        (
            [("tesseract", "x", 0.1), ("rapid", "9,1"), ("tesseract:eng", "9,1")],
            9.1,
            Status.REPAIRED,
            "readers:majority",
        ),
        (
            [
                ("tesseract", "755", 0.7),
                ("tesseract:eng", "255", 0.3),
                ("rapid", "-55", 1.0),
                ("rapid@2", "-55", 1.0),
            ],
            -55.0,
            Status.REPAIRED,
            "readers:scales",
        ),
        ([("tesseract", "1,0%", 0.0), ("rapid", "1,0%", 0.01)], 1.0, Status.REVIEW, "readers:fai"),
        ([("tesseract", "3,9"), ("rapid:small", "3,9", 0.5)], 3.9, Status.REVIEW, "readers:faint"),
        ([("tesseract", "3,9"), ("rapid:small", "3,9")], 3.9, Status.OK, ""),
        ([("tesseract", "-"), ("rapid", "-")], None, Status.OK, "missing:dash"),
        ([("tesseract", ""), ("rapid", "9,1")], 9.1, Status.REVIEW, "readers:disagree"),
        ([("tesseract", "I", 0.1), ("rapid", "", 0.0)], None, Status.REVIEW, "readers:disagree"),
    ],
)
def test_figure(
    pairs: list[tuple[str, str]], number: float | None, status: Status, reason: str
) -> None:
    form = ONE if number is None or number > 0 else Form(None, 0, strict=True)
    found, guesses = figure(_readings(*pairs), form)
    assert (found.number, found.status) == (number, status)
    assert reason in ";".join(found.reason)
    if status is not Status.REVIEW:
        assert guesses[0].share >= CERTAIN


@pytest.mark.parametrize(
    ("texts", "fulfilled", "status"),
    [
        (("Opfyldt", "Opfyldt"), Fulfilled.OPFYLDT, Status.OK),
        (("Ikke opfyldt", "lkke opfyldt"), Fulfilled.IKKE_OPFYLDT, Status.OK),
        (("Opfyldt", "Ikke opfyldt"), Fulfilled.IKKE_OPFYLDT, Status.REVIEW),
        (("Opfyldt", "—"), Fulfilled.OPFYLDT, Status.REVIEW),
    ],
)
def test_status(texts: tuple[str, str], fulfilled: Fulfilled | None, status: Status) -> None:
    found, _ = verdict(_readings(("tesseract", texts[0]), ("rapid", texts[1])))
    assert (found.fulfilled, found.status) == (fulfilled, status)


def test_passes_of_one_reader_are_one_witness() -> None:
    assert family("tesseract:eng") == family("tesseract@2") == family("Tesseract")
    assert family("layer") != family("rapid@2")


SIGNED = Form(",", 1, strict=True, signed=True)


@pytest.mark.parametrize(
    ("texts", "ink", "form", "status", "reason"),
    [
        (("9,1", "9,1"), "", SIGNED, Status.OK, ""),
        (("9,1", "9,1"), "-", ONE, Status.OK, ""),
        (("9,1", "9,1"), "-", SIGNED, Status.REVIEW, "number:sign"),
        ((".9,1", "9,1"), "", SIGNED, Status.REVIEW, "number:sign"),
        (("-9,1", "-9,1"), "-", SIGNED, Status.OK, ""),
        (("0,0", "0,0"), "-", SIGNED, Status.OK, ""),
        (("9,1", "9,1"), "?", ONE, Status.OK, ""),  # both are sure
    ],
)
def test_ink_that_no_reader_tells_of(
    texts: tuple[str, str], ink: str, form: Form, status: Status, reason: str
) -> None:
    readings = _readings(("tesseract", texts[0]), ("rapid", texts[1]))
    found, guesses = figure([*readings, Reading("ink", ink, 1.0)], form)
    assert (found.status, ";".join(found.reason)) == (status, reason)
    if reason == "number:sign":
        assert {guess.figure.number for guess in guesses} == {9.1, -9.1}


@pytest.mark.parametrize(
    "pairs",
    [
        [("tesseract", "52,9", 0.3), ("rapid", "52,9"), ("rapid@2", "52,9")],
        [("rapid", "52,9", 1.0), ("rapid@2", "52,9", 1.0)],
        [("tesseract", "52,9"), ("rapid", "52,9"), ("rapid@2", "32,9", 0.4)],
    ],
)
def test_a_figure_in_bits_takes_two_sure_readers_and_no_other(
    pairs: list[tuple[str, str]],
) -> None:
    found, guesses = figure([*_readings(*pairs), Reading("ink", "?", 1.0)], ONE)
    assert found.status is Status.REVIEW
    assert "readers:broken" in found.reason
    assert all(guess.share < CERTAIN for guess in guesses)


@pytest.mark.parametrize(("per_cent", "status"), [(True, Status.REVIEW), (False, Status.OK)])
def test_a_decimal_more_may_be_the_per_cent_sign(per_cent: bool, status: Status) -> None:
    """All readers take a small sign for a 9; where the column has none, two readers are right."""
    readings = _readings(("tesseract", "7,99"), ("rapid", "7,99"))
    found, _ = figure(readings, Form(",", 1, strict=True, per_cent=per_cent))
    assert found.status is status


def test_print_that_another_reader_makes_nothing_of_is_for_a_person() -> None:
    """A stamp lay over the first digit."""
    looks = _readings(("rapid", "1,6%", 0.96), ("rapid@2", "1,6 %", 0.68))
    assert figure(looks, ONE)[0].status is Status.REPAIRED
    found, _ = figure([*looks, *_readings(("tesseract:eng", "Wb %", 0.49))], ONE)
    assert (found.number, found.status) == (1.6, Status.REVIEW)


TOUCHING = [("tesseract", "rå k", 0.7), ("rapid", "7,1", 1.0), ("rapid@2", "7,1", 1.0)]


@pytest.mark.parametrize(("ink", "status"), [("=", Status.REPAIRED), ("", Status.REVIEW)])
def test_one_reader_is_believed_twice_where_nothing_lies_over_the_print(
    ink: str, status: Status
) -> None:
    """Touching old-style digits, of which a reader of pages makes nothing."""
    found, _ = figure([*_readings(*TOUCHING), Reading("ink", ink, 1.0)], ONE)
    assert (found.number, found.status) == (7.1, status)


def test_nothing_over_the_print_makes_no_sure_figure_of_an_unsure_one() -> None:
    looks = _readings(("tesseract", "rå k", 0.7), ("rapid", "7,1", 0.9))
    found, _ = figure([*looks, Reading("ink", "=", 1.0)], ONE)
    assert found.status is Status.REVIEW


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        (0.2, 0.93, Status.REPAIRED),
        (0.7, 0.93, Status.REVIEW),  # sure of either
        (0.2, 0.6, Status.REVIEW),  # sure of none
    ],
)
def test_what_a_reader_took_back_is_not_held_against_it(
    first: float, second: float, status: Status
) -> None:
    looks = _readings(
        ("tesseract", "7404", first),
        ("rapid", "7,7", 0.95),
        ("rapid@2", "7,7", 0.95),
        ("tesseract:eng", "7,7", second),
    )
    found, _ = figure(looks, ONE)
    assert (found.number, found.status) == (7.7, status)


def test_two_who_differ_are_not_reconciled_by_what_one_took_back() -> None:
    looks = _readings(("tesseract", "7,7", 0.2), ("rapid", "7,7"), ("tesseract:eng", "1,7", 0.95))
    assert figure(looks, ONE)[0].status is Status.REVIEW


@pytest.mark.parametrize(
    ("text", "ink", "status"),
    [
        ("Opfylder", "=", Status.REPAIRED),
        ("Opfylder", "", Status.REVIEW),
        ("Opfylder ikke", "", Status.REPAIRED),  # nothing that lies over it can add an ``ikke``
    ],
)
def test_a_goal_met_by_one_reader_alone_must_stand_clear(
    text: str, ink: str, status: Status
) -> None:
    """A stamp's ring lay over the ``ikke`` after it."""
    looks = _readings(("tesseract", "AA", 0.3), ("rapid", text, 0.99), ("rapid@2", text, 0.99))
    assert verdict([*looks, Reading("ink", ink, 1.0)])[0].status is status
