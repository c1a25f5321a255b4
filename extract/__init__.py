"""Files in, pages, words, paragraphs and tables out. Knows nothing of municipalities or law."""

from __future__ import annotations

from extract.reader import read

__all__ = ["read"]
