"""Text and Markdown files as paragraphs and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.layout.assembly import Layout
from extract.layout.captions import caption_number, is_note
from extract.layout.headings import first_body_row
from extract.model import Cell, Paragraph, Role, Table, Word
from extract.text.aligned import aligned
from extract.text.blocks import Block, delimited
from extract.text.headline import parted
from extract.text.recurring import recurring

_ITEM = re.compile(r"^\s*(?:[-*+•·▪]|\d{1,2}[.)])\s+\S")
_HEADING = re.compile(r"^(#{1,6})\s++(.*)$")
# What stands between two marks holds none of its own kind: each character is looked at once.
_EMPHASIS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(\*{2,3})([^*]++)\1(?!\w)",
        r"(_{2,3})([^_]++)\1(?!\w)",
        r"(~~)([^~]++)\1(?!\w)",
        r"(?<!\w)(\*)(?=\S)([^*]++)\1(?!\w)",
        r"(?<!\w)(_)(?=\S)([^_]++)\1(?!\w)",
    )
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_LINK = re.compile(r"!?\[([^\[\]]*+)\]\([^()\s]*+\)")


def read_text(text: str) -> Layout:
    """Paragraphs and tables of a text or Markdown file, each with its line (1-based)."""
    paged = text.split("\n")
    lines = [line.replace("\f", "") for line in paged]
    blocks = delimited(lines)
    taken = {index for block in blocks for index in range(block.first, block.last + 1)}
    for block in aligned(_loose(paged, taken)):
        blocks.append(block)
        taken |= set(range(block.first, block.last + 1))
    loose = _loose(lines, taken)
    for block in recurring(loose):
        headed = _headed(loose, block)
        blocks.append(headed)
        taken |= set(range(headed.first, headed.last + 1))
    blocks.sort(key=lambda block: block.first)
    prose = _paragraphs(lines, taken)
    return Layout(*_captioned(prose, blocks))


def _loose(lines: Sequence[str], taken: set[int]) -> list[str]:
    """The lines, those of a table blank."""
    return ["" if index in taken else line for index, line in enumerate(lines)]


def plain(text: str) -> str:
    """The text without Markdown's marks of emphasis, links and escapes."""
    text = _LINK.sub(r"\1", text)
    for pattern in _EMPHASIS * 2:  # bold inside italics
        text = pattern.sub(r"\2", text)
    return _ESCAPE.sub(r"\1", text).strip()


def _headed(lines: Sequence[str], block: Block) -> Block:
    """The block with the heading line above it, where there is one."""
    above = block.first - 1
    while above >= 0 and not lines[above].strip() and block.first - above <= 2:
        above -= 1
    if above < 0 or caption_number(lines[above]) is not None:
        return Block(block.first, block.last, block.rows, 0)
    cells = parted(lines[above].split(), len(block.rows[0]))
    if cells is None or lines[above].rstrip().endswith((".", ":")):
        return Block(block.first, block.last, block.rows, 0)
    return Block(above, block.last, (cells, *block.rows), 1)


def _paragraphs(lines: Sequence[str], taken: set[int]) -> list[Paragraph]:
    groups: list[list[int]] = []
    begin = True
    for index, line in enumerate(lines):
        if index in taken or not line.strip():
            begin = True
            continue
        text = plain(line)
        starts = bool(_HEADING.match(line) or _ITEM.match(line)) or is_note(text)
        if begin or starts or caption_number(text) is not None:
            groups.append([])
        groups[-1].append(index)
        begin = bool(_HEADING.match(line))
    return [_paragraph(lines, group) for group in groups]


def _paragraph(lines: Sequence[str], group: Sequence[int]) -> Paragraph:
    first = lines[group[0]]
    heading = _HEADING.match(first)
    texts = tuple(plain(lines[index]) for index in group)
    level = None
    role = Role.TEXT
    if heading:
        texts, level, role = (
            (plain(heading.group(2).rstrip(" #\t")),),
            len(heading.group(1)),
            Role.HEADING,
        )
    elif caption_number(texts[0]) is not None:
        role = Role.CAPTION
    elif is_note(texts[0]):
        role = Role.NOTE
    elif _ITEM.match(first):
        role = Role.ITEM
    return Paragraph(lines=texts, line=group[0] + 1, role=role, level=level)


def _captioned(
    prose: list[Paragraph], blocks: Sequence[Block]
) -> tuple[tuple[Paragraph, ...], tuple[Table, ...]]:
    tables: list[Table] = []
    for block in blocks:
        above = [p for p in prose if (p.line or 0) <= block.first][-3:]
        below = [p for p in prose if (p.line or 0) > block.last + 1]
        start = next(
            (i for i in range(len(above) - 1, -1, -1) if above[i].role is Role.CAPTION), None
        )
        parts = above[start:] if start is not None else []
        caption = " ".join(line for p in parts for line in p.lines)
        notes = []
        for paragraph in below:
            if paragraph.role is not Role.NOTE:
                break
            notes.append(" ".join(paragraph.lines))
        tables.append(_table(block, len(tables) + 1, caption, tuple(notes)))
    return tuple(prose), tuple(tables)


def _table(block: Block, index: int, caption: str, notes: tuple[str, ...]) -> Table:
    texts = [[plain(cell) for cell in row] for row in block.rows]
    heading = block.heading_rows
    rows = tuple(
        tuple(
            Cell(r, c, text, words=tuple(Word(word) for word in text.split()))
            for c, text in enumerate(row)
        )
        for r, row in enumerate(texts)
    )
    return Table(
        index=index,
        rows=rows,
        heading_rows=(first_body_row(texts) or 0) if heading is None else heading,
        number=caption_number(caption) if caption else None,
        caption=caption,
        notes=notes,
        line=block.first + 1,
    )
