"""A declarative check of parsed YAML: a specification is a mapping from key to what stands there.

A key ending in ``?`` may be left out. A check takes the value and gives a problem or None; a
nested mapping is a specification of its own. Keys nobody knows are refused, so that a misspelt
limit cannot fall silently back on nothing.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

Check: TypeAlias = Callable[[object], str | None]
Spec: TypeAlias = Mapping[str, "Check | Spec"]


def number(low: float, high: float) -> Check:
    """A finite number from ``low`` to ``high``, both included."""

    def check(value: object) -> str | None:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return f"a number is needed, not {value!r}"
        if not math.isfinite(value) or not low <= value <= high:
            return f"{value} is not between {low:g} and {high:g}"
        return None

    return check


def whole(low: int, high: int) -> Check:
    """A whole number from ``low`` to ``high``, both included."""

    def check(value: object) -> str | None:
        if isinstance(value, bool) or not isinstance(value, int):
            return f"a whole number is needed, not {value!r}"
        return None if low <= value <= high else f"{value} is not between {low} and {high}"

    return check


def choice(*allowed: str) -> Check:
    """One of the words given."""

    def check(value: object) -> str | None:
        return None if value in allowed else f"{value!r} is none of {', '.join(allowed)}"

    return check


def pattern(form: str, what: str) -> Check:
    """A string that matches the regular expression ``form`` as a whole."""
    compiled = re.compile(form)

    def check(value: object) -> str | None:
        if isinstance(value, str) and compiled.fullmatch(value):
            return None
        return f"{value!r} is not {what}"

    return check


def flag(value: object) -> str | None:
    """True or false."""
    return None if isinstance(value, bool) else f"true or false is needed, not {value!r}"


def text(value: object) -> str | None:
    """A string that is not blank."""
    return None if isinstance(value, str) and value.strip() else "a text is needed"


def problems(value: object, spec: Spec, where: str = "") -> Iterator[tuple[str, str]]:
    """Every (key, problem) of ``value`` against ``spec``; a key reads ``goals.tilbud.limit``."""
    if not isinstance(value, Mapping):
        yield where or "(top)", "a mapping of keys is needed"
        return
    prefix = f"{where}." if where else ""
    known = {key.removesuffix("?"): key for key in spec}
    for key in value:
        if key not in known:
            yield f"{prefix}{key}", f"unknown key; known are {', '.join(known)}"
    for name, key in known.items():
        if name not in value:
            if not key.endswith("?"):
                yield f"{prefix}{name}", "missing"
            continue
        rule = spec[key]
        if callable(rule):
            problem = rule(value[name])
            if problem is not None:
                yield f"{prefix}{name}", problem
        else:
            yield from problems(value[name], rule, f"{prefix}{name}")
