"""Words and rulings in, tables and paragraphs out: one builder for every source.

The way of a page: rulings that hang together make closed grids (`ruled`); in the lines that
are left, white strips between columns (`gutters`) mark open tables (`zones`, `rows`); what
then remains is prose (`prose`). At the end captions, notes and continuations over pages are
joined to their tables (`assembly`).
"""

from __future__ import annotations

from extract.layout.assembly import Layout, lay_out

__all__ = ["Layout", "lay_out"]
