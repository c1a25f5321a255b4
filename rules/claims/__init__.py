"""The kinds of claims, one module each, found by looking into this folder."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from rules.kind import Kind


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind of claim, by module name."""
    found = []
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda one: one.name):
        kind = getattr(importlib.import_module(f"{__name__}.{module.name}"), "KIND", None)
        if isinstance(kind, Kind):
            found.append(kind)
    return tuple(found)
