from collections.abc import Callable

from normalize.model import Note
from rules.audit import audit, examine
from rules.law.book import load
from rules.model import ClaimKind, Verdict

Make = Callable[..., Note]
GOALS = ("resultatmaal", "samtaler", "tilbud")
ROWS = [("Greve", "ja", 7.5, 31.4), ("Køge", "nej", 21.0, 26.2)]


def test_ids_are_stable_and_differ(note: Make) -> None:
    text = "Greve opfylder fokusmålet for tilbud.\nKøge opfylder resultatmålet."
    first, second = (audit(note(text, (GOALS, ROWS)), load()) for _ in range(2))
    assert [one.finding_id for one in first] == [one.finding_id for one in second]
    assert len({one.finding_id for one in first}) == len(first)


def test_what_is_contradicted_comes_first(note: Make) -> None:
    text = "Greve opfylder resultatmålet.\nGreve opfylder fokusmålet for tilbud."
    verdicts = [one.verdict for one in audit(note(text, (GOALS, ROWS)), load())]
    assert verdicts[0] is Verdict.CONTRADICTED
    order = [Verdict.CONTRADICTED, Verdict.EXPLAINED, Verdict.UNVERIFIABLE, Verdict.CONSISTENT]
    assert verdicts == sorted(verdicts, key=order.index)


def test_a_cell_for_review_contradicts_nothing(note: Make) -> None:
    rows = [("Greve", "ja", 7.5, "31,4?")]
    found = audit(note("Greve opfylder fokusmålet for tilbud.", (GOALS, rows)), load())
    (one,) = [one for one in found if one.kind is ClaimKind.STATUS]
    assert one.verdict is Verdict.UNVERIFIABLE


def test_every_finding_is_one_sentence_with_its_place(note: Make) -> None:
    text = "Greve opfylder fokusmålet for tilbud."
    for one in audit(note(text, (GOALS, ROWS)), load()):
        assert one.explanation.endswith(".")
        assert one.explanation[0].isupper()
    (status,) = [one for one in audit(note(text, (GOALS, ROWS)), load()) if one.claim_id]
    assert "side 1, linje 1" in status.explanation
    assert "31,4" in status.explanation


def test_a_note_of_nothing_is_examined(note: Make) -> None:
    verdict = examine(note("", year=None), load())
    assert (verdict.fulfilment, verdict.claims, verdict.findings) == ((), (), ())
