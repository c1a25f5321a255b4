"""A month with its year in a tagged text: ``i april #2024``."""

from __future__ import annotations

import re
from functools import lru_cache

from normalize.model import Month
from normalize.periods import MONTHS

_DATE = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\s+#(?P<year>20\d\d)")


@lru_cache(maxsize=8192)
def date_of(text: str) -> Month | None:
    """The one month with a year in a tagged text; None for none or several."""
    found = {Month(int(m["year"]), MONTHS.index(m["month"]) + 1) for m in _DATE.finditer(text)}
    return found.pop() if len(found) == 1 else None
