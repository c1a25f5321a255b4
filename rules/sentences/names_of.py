"""Who a statement is about, as municipalities."""

from __future__ import annotations

from normalize.model import Municipality
from normalize.names.municipalities import by_code
from rules.grammar.subjects import Statement
from rules.sentences.prose import Utterance


def municipalities_of(codes: tuple[str | None, ...]) -> tuple[Municipality, ...]:
    """The municipalities of the codes that are known, in order."""
    return tuple(by_code(code) for code in codes if code)


def about(statement: Statement, utterance: Utterance) -> tuple[Municipality, ...]:
    """Those named, or the one ``kommunen`` stands for, or the one spoken of just before.

    A note below a table speaks of any municipality.
    """
    if statement.names:
        return municipalities_of(statement.names)
    meant = {"kommunen": utterance.subject, "implied": utterance.implied}.get(statement.anaphor)
    return () if meant is None or utterance.sentence.is_note else (meant,)
