"""The checks that need no prose: the note's tables against themselves and the rules."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from functools import cache

from rules.case import Case
from rules.model import Finding

Check = Callable[[Case], Iterable[Finding]]


@cache
def checks() -> tuple[Check, ...]:
    """Every check, by module name: the function ``check`` of each module in this folder."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    return tuple(module.check for module in modules)
