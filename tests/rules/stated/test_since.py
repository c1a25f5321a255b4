"""Shares at the entry are not those of now."""

from collections.abc import Callable

import pytest

from normalize.model import Note
from rules.audit import audit
from rules.law.book import load
from rules.model import ClaimKind, Verdict

Make = Callable[..., Note]
CLAIM = " Køge opfylder dermed begge fokusmål."


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (
            "Køge Kommune trådte ind med 34,0 pct. uden fire samtaler og 47,5 pct. uden tilbud.\n"
            "I dag er tallene henholdsvis 15,2 pct. og 23,9 pct.",
            {Verdict.CONSISTENT},
        ),
        (
            "Køge Kommune trådte ind med 34,0 pct. uden fire samtaler og 47,5 pct. uden tilbud.\n"
            "I dag er tallene henholdsvis 15,2 pct. og 33,9 pct.",
            {Verdict.CONSISTENT, Verdict.CONTRADICTED},
        ),
        (
            "Køge Kommune havde ved indtrædelsen 34,0 pct. uden fire samtaler og 47,5 pct. uden "
            "tilbud og har nu henholdsvis 15,2 pct. og 23,9 pct.",
            {Verdict.UNVERIFIABLE},
        ),
        (
            "Køge Kommune havde ved indtrædelsen 34,0 pct. uden fire samtaler.",
            {Verdict.UNVERIFIABLE},
        ),
        (
            "I Køge er andelen uden fire samtaler 15,2 pct., og ved indtrædelsen var den 34,0 pct.",
            {Verdict.CONSISTENT, Verdict.UNVERIFIABLE},
        ),
    ],
)
def test_what_was_measured_at_the_entry_decides_nothing(
    note: Make, text: str, verdicts: set[Verdict]
) -> None:
    findings = audit(note(f"{text}\n{CLAIM}"), load())
    assert {one.verdict for one in findings if one.kind is ClaimKind.STATUS} == verdicts
