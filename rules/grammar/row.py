"""A row of the table that words are rewritten to symbols with."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

Row: TypeAlias = "tuple[str, str | Callable[[re.Match[str]], str]]"
