"""When a tagged text says that something is: ``i april #2024``, a measuring period."""

from __future__ import annotations

import re
from functools import lru_cache

from normalize.headings.periods import MONTHS, find_period
from normalize.model import Month, Period

_DATE = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\s+#(?P<year>20\d\d)")
# The mark of a number, and a count of persons that looks like a year: "2.014 fuldtidspersoner".
_HASH = re.compile(
    r"#20\d\d(?=\s*(?:\w*personer|borgere|ledige|forvent|mod\s+(?:(?:de|et)\s+)?(?:forvent|#\d+\s*forv)))"
    r"|#(?=\d)"
)


@lru_cache(maxsize=8192)
def date_of(text: str) -> Month | None:
    """The one month with a year in a tagged text; None for none or several."""
    found = {Month(int(m["year"]), MONTHS.index(m["month"]) + 1) for m in _DATE.finditer(text)}
    return found.pop() if len(found) == 1 else None


def period_in(text: str) -> Period | None:
    """The first measuring period of a text in symbols; None where it names none."""
    return find_period(_HASH.sub("", text))
