"""Codes to municipalities."""

from __future__ import annotations

from normalize.model import Municipality
from normalize.municipalities import by_code


def municipalities_of(codes: tuple[str | None, ...]) -> tuple[Municipality, ...]:
    """The municipalities of the codes that are known, in order."""
    return tuple(by_code(code) for code in codes if code)
