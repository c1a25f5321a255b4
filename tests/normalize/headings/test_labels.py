"""Labels of rows: benefits are a closed list, and what none of them is near is nobody's."""

import pytest

from normalize.headings.labels import CONFUSED, UNKNOWN_GROUP, UNKNOWN_PERIOD, group_of, read_label
from normalize.model import Group, Period, Status


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Kontanthjæelp", Group.KONTANTHJAELP),
        ("Kontanlhjalp", Group.KONTANTHJAELP),
        ("A-dacdenge", Group.A_DAGPENGE),
        ("Svgedagpenge", Group.SYGEDAGPENGE),
        ("Sygedaqpenqe", Group.SYGEDAGPENGE),
        ("AlIe ydelser", Group.ALLE),
        ("Arbejdsloshedsdagpenge", Group.A_DAGPENGE),
    ],
)
def test_damaged_labels_are_the_nearest_of_the_list(text: str, group: Group) -> None:
    assert group_of(text) == (group, False)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Dagpenge", Group.A_DAGPENGE),
        ("I alt", Group.ALLE),
        ("Alle ydelser under ét", Group.ALLE),
        ("Kontanthjælp mv.", Group.KONTANTHJAELP),
    ],
)
def test_labels_in_so_many_words_need_no_repair(text: str, group: Group) -> None:
    assert group_of(text) == (group, True)


@pytest.mark.parametrize("text", ["Ledighedsydelse", "Barselsdagpenge", "Mænd", "xjhlp", "2021"])
def test_what_no_label_is_near_is_nobodys(text: str) -> None:
    assert group_of(text)[0] is None
    label = read_label(text, "")
    assert (label.status, label.reason) == (Status.REVIEW, (UNKNOWN_GROUP,))


def test_a_row_without_labels_is_not_doubted() -> None:
    assert read_label("", "").status is Status.OK


def test_a_repair_stands_in_the_reason() -> None:
    label = read_label("Sygedaqpenqe", "2022")
    assert (label.status, label.reason) == (Status.REPAIRED, (CONFUSED,))
    assert label.period == Period.of_year(2022)


def test_a_period_that_cannot_be_read_is_not_that_of_the_note() -> None:
    label = read_label("", "2O?2")
    assert (label.status, label.reason) == (Status.REVIEW, (UNKNOWN_PERIOD,))
