"""Text in, typed values out. Knows Danish, the 98 municipalities and OCR; not the law."""

from __future__ import annotations

from normalize.notes import note

__all__ = ["note"]
