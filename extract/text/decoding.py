"""Bytes to text, by mark of order, then by what decodes."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes) -> str:
    """The text in ``data``: UTF-8 or UTF-16, else Windows-1252; newlines as ``\\n``.

    Never fails: a byte that nothing explains becomes U+FFFD.
    """
    text = _text(data)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _text(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    sample = data[:2000]
    if sample.count(0) > len(sample) // 4:  # UTF-16 without a mark: every other byte is zero
        return data.decode("utf-16-le" if sample[1:2] == b"\0" else "utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
