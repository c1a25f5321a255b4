"""The learned channel: what it finds likely, and that its probabilities are some."""

import math

import pytest

from normalize.names.channel import Channel, learned, log_sum


@pytest.fixture
def channel() -> Channel:
    return learned()


@pytest.mark.parametrize(
    ("given", "truth", "rival"),
    [
        ("brgndby", "Brøndby", "Brønderslev"),
        ("homing", "Herning", "Helsingør"),
        ("fang", "Fanø", "Faxe"),
        ("holbzk", "Holbæk", "Helsingør"),
        ("vejie", "Vejle", "Vejen"),
    ],
)
def test_what_ocr_does_is_likelier_than_what_it_does_not(
    channel: Channel, given: str, truth: str, rival: str
) -> None:
    assert channel.log_likelihood(given, truth) > channel.log_likelihood(given, rival) + 2


def test_an_alignment_spells_out_both_texts(channel: Channel) -> None:
    steps = channel.align("lyngby taarbzk.", "Lyngby-Taarbæk")
    assert "".join(step.printed for step in steps) == "Lyngby-Taarbæk"
    assert "".join(step.read for step in steps) == "lyngby taarbzk."


def test_the_ways_to_align_two_texts_count_together(channel: Channel) -> None:
    alone = log_sum(channel.by_level("Fanø", channel.align("fang", "Fanø")))
    assert alone < channel.log_likelihood("fang", "Fanø") < alone + 0.1
    alone = log_sum(channel.by_level("Allerød", channel.align("aleod", "Allerød")))
    assert channel.log_likelihood("aleod", "Allerød") > alone + 0.5  # either l may be lost


def test_two_letters_melt_into_one(channel: Channel) -> None:
    assert ("rn", "m") in {(step.printed, step.read) for step in channel.align("tåmby", "Tårnby")}


def test_readings_of_one_letter_share_one_probability(channel: Channel) -> None:
    """Kept, lost and every single letter known: no more than one together."""
    letters = [*channel.table.letters, "ø"]
    kept = math.log(sum(level.weight for level in channel.table.levels))
    total = sum(math.exp(channel.log_likelihood(f"fan{letter}", "Fanø")) for letter in letters)
    assert total < math.exp(kept)
    assert sum(channel.table.letters.values()) == pytest.approx(1, abs=0.01)
    assert sum(level.weight for level in channel.table.levels) == pytest.approx(1, abs=0.01)


def test_a_limit_only_leaves_out_what_is_dearer(channel: Channel) -> None:
    exact = channel.log_likelihood("herminq", "Herning")
    assert channel.log_likelihood("herminq", "Herning", limit=60) == exact
    assert channel.log_likelihood("herminq", "Herning", limit=3) == -math.inf


def test_a_legible_word_beside_speaks_for_little_noise(channel: Channel) -> None:
    clean = channel.noise("kommune", "Kommune")
    spoiled = channel.noise("xumnuie", "Kommune")
    losses = [level.loss for level in channel.table.levels]
    assert log_sum(clean) == pytest.approx(0)

    def mean(logs: tuple[float, ...]) -> float:
        return sum(math.exp(log) * loss for log, loss in zip(logs, losses, strict=True))

    assert mean(clean) < mean(spoiled)
