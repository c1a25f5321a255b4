"""Which way a share is said to have gone."""

import pytest

from normalize.model import Measure
from rules.stated.changed import way


@pytest.mark.parametrize(
    ("said", "up"),
    [
        ("#12 kommuner levede op til <T>", None),
        ("andelen er gået op i #12 kommuner", True),
        ("andelen gik op til #30 pct", None),
        ("andelen er faldet i #12 kommuner", False),
        ("det er en forbedring i #12 kommuner", False),
    ],
)
def test_way_of_a_share_that_got_nothing(said: str, up: bool | None) -> None:
    assert way(said, Measure.SAMTALER) is up
