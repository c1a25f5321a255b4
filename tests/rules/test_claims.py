"""Every kind of claim on its own examples: what is read from a text, and what is not."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from normalize.model import Note
from rules.audit import claims
from rules.case import build
from rules.claims import kinds
from rules.kind import Kind
from rules.law.book import load

Make = Callable[..., Note]
EXAMPLES = Path(__file__).parents[2] / "rules" / "claims" / "examples"
TABLE = (("resultatmaal", "samtaler", "tilbud"), [("Greve", "ja", 7.5, 31.4)])


def examples() -> list[Any]:
    found = []
    for kind in kinds():
        for entry in yaml.safe_load((EXAMPLES / f"{kind.name}.yaml").read_text("utf-8")):
            found.append(pytest.param(kind, entry, id=f"{kind.name}: {entry['text'][:50]}"))
    return found


@pytest.mark.parametrize(("kind", "entry"), examples())
def test_a_kind_reads_its_examples(kind: Kind, entry: dict[str, Any], note: Make) -> None:
    sentences = re.sub(r"(?<=[a-zæøå\d])\. (?=[A-ZÆØÅ])", ".\n", entry["text"])
    case = build(note(sentences, TABLE), load())
    found = [
        {key: str(getattr(one, key)) for key in row}
        for one, row in zip(kind.read(case), entry["claims"], strict=True)
    ]
    assert found == [{key: str(value) for key, value in row.items()} for row in entry["claims"]]


def test_every_kind_has_examples_of_what_it_reads_and_what_it_leaves() -> None:
    for kind in kinds():
        entries = yaml.safe_load((EXAMPLES / f"{kind.name}.yaml").read_text("utf-8"))
        assert any(entry["claims"] for entry in entries)
        assert any(not entry["claims"] for entry in entries)


def test_ids_are_the_same_in_every_run(note: Make) -> None:
    text = "48 kommuner opfylder resultatmålet.\nGreve opfylder fokusmålet for tilbud."
    first, second = (claims(note(text, TABLE)) for _ in range(2))
    assert [one.claim_id for one in first] == [one.claim_id for one in second]
    assert len({one.claim_id for one in first}) == len(first) == 2
