"""A recogniser's model cut down to the characters that can stand on a page.

The last layer of a model for 18,709 characters takes a third of its time. Its weights are two
tables with a column for each character; the others are left out of the file's bytes, in which
ONNX keeps them by the rules of Protocol Buffers (protobuf.dev/programming-guides/encoding), before
onnxruntime loads them. The `onnx` package would do it in 0.3 s a process and 18 MB.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# Numbers of fields in onnx.proto: ModelProto.graph and .metadata_props (key, value),
# GraphProto.initializer, TensorProto.dims, .data_type and .raw_data; the type of 32-bit floats.
GRAPH, NOTES, NAME, NOTE = 7, 14, 1, 2
TABLE, DIMS, KIND, DATA, FLOATS = 5, 1, 2, 9, 1
# How a field is written, in the lowest three bits of its tag, and the bytes of those of one size.
VARYING, LENGTHY, SIZES = 0, 2, {1: 8, 5: 4}


class _Field(NamedTuple):
    """A field of a message: its number, its value, and its bytes with the tag."""

    number: int
    value: int | memoryview
    whole: memoryview


def note(model: bytes, name: str) -> str:
    """What the model's metadata has under the name; raises ValueError where it has nothing."""
    for field in _fields(memoryview(model)):
        if field.number == NOTES and isinstance(field.value, memoryview):
            texts = {
                part.number: bytes(part.value)
                for part in _fields(field.value)
                if isinstance(part.value, memoryview)
            }
            if texts.get(NAME) == name.encode():
                return texts.get(NOTE, b"").decode()
    raise ValueError(f"the model tells nothing of {name}")


def narrowed(model: bytes, classes: int, chosen: Sequence[int]) -> bytes:
    """The model with only the chosen of its classes, in that order.

    Every table of floats with a column for each class keeps those of the chosen ones. Raises
    ValueError where the bytes are no model or have no such table.
    """
    columns = np.asarray(chosen)
    found: list[bytes] = []
    cut = False
    for field in _fields(memoryview(model)):
        if field.number == GRAPH and isinstance(field.value, memoryview):
            parts = [(part.whole, _table(part, classes, columns)) for part in _fields(field.value)]
            cut |= any(new for _, new in parts)
            found.append(_lengthy(GRAPH, b"".join(new or old for old, new in parts)))
        else:
            found.append(bytes(field.whole))
    if not cut:
        raise ValueError(f"the model has no table of {classes} classes")
    return b"".join(found)


def _table(field: _Field, classes: int, columns: NDArray[np.int64]) -> bytes | None:
    """A part of the graph anew, if it is a table with a column for each class."""
    if field.number != TABLE or isinstance(field.value, int):
        return None
    parts = list(_fields(field.value))
    shape = [size for part in parts if part.number == DIMS for size in _sizes(part.value)]
    data = [part.value for part in parts if part.number == DATA and not isinstance(part.value, int)]
    floats = any(part.number == KIND and part.value == FLOATS for part in parts)
    if shape[-1:] != [classes] or not data or not floats:
        return None
    kept = np.ascontiguousarray(np.frombuffer(data[0], "<f4").reshape(shape)[..., columns])
    sizes = b"".join(_varying(DIMS << 3 | VARYING) + _varying(size) for size in kept.shape)
    others = b"".join(bytes(part.whole) for part in parts if part.number not in (DIMS, DATA))
    return _lengthy(TABLE, sizes + others + _lengthy(DATA, kept.tobytes()))


def _fields(message: memoryview) -> Iterator[_Field]:
    """The fields of a message in their order; raises ValueError for bytes that are none."""
    at = 0
    while at < len(message):
        tag, start = _number(message, at)
        form = tag & 7
        if form == VARYING:
            value, end = _number(message, start)
            yield _Field(tag >> 3, value, message[at:end])
        else:
            size = SIZES.get(form, 0)
            if form == LENGTHY:
                size, start = _number(message, start)
            end = start + size
            if form not in (LENGTHY, *SIZES) or end > len(message):
                raise ValueError("no message of Protocol Buffers")
            yield _Field(tag >> 3, message[start:end], message[at:end])
        at = end


def _sizes(value: int | memoryview) -> Iterator[int]:
    """A repeated number, which may be written one by one or packed."""
    if isinstance(value, int):
        yield value
        return
    at = 0
    while at < len(value):
        size, at = _number(value, at)
        yield size


def _number(message: memoryview, at: int) -> tuple[int, int]:
    """A number of seven bits a byte from the place ``at``, and where it ends."""
    value = shift = 0
    while at < len(message) and shift < 64:
        byte = message[at]
        value, shift, at = value | (byte & 127) << shift, shift + 7, at + 1
        if byte < 128:
            return value, at
    raise ValueError("no message of Protocol Buffers")


def _varying(value: int) -> bytes:
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes((*found, value))


def _lengthy(number: int, payload: bytes) -> bytes:
    return _varying(number << 3 | LENGTHY) + _varying(len(payload)) + payload
