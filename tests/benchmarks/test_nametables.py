"""Names of a page decoded together are counted against the rows they lie on."""

from __future__ import annotations

from benchmarks.nametables import verdicts
from benchmarks.readings.misreadings import Line, table

NAMES = [row.name for row in table()]


def lines(changed: dict[int, str]) -> list[Line]:
    read = [changed.get(n, name) for n, name in enumerate(NAMES)]
    return [Line(n, name, name) for n, name in enumerate(read) if name]


def test_a_clean_page() -> None:
    assert +verdicts(lines({}), NAMES) == {"as printed": 98}


def test_a_misread_a_lost_and_a_wrong_row() -> None:
    brondby, fano = NAMES.index("Brøndby"), NAMES.index("Fanø")
    counts = verdicts(lines({brondby: "Brgndby", fano: ""}), NAMES)
    assert +counts == {"as printed": 96, "restored": 1, "missing": 1}
    swapped = [*NAMES]
    swapped[fano] = "Favrskov"
    assert verdicts(lines({}), swapped)["wrong"] == 1
