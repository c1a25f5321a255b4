"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from notat.errors import NotatError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def replacing(path: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    """Open a text file that takes the place of ``path`` only when all of it is written.

    Raises NotatError where ``path`` can't be replaced, as when Excel has it open on Windows, or
    can't be written, as when the disk is full.
    """
    draft: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
        draft = Path(name)
        with os.fdopen(handle, "w", encoding=encoding, newline="") as file:
            yield file
        draft.chmod(0o666 & ~_umask())  # mkstemp's own 0600 would hide it from colleagues
        draft.replace(path)
    except PermissionError as error:
        raise NotatError(
            f"{path} can't be replaced.", "Close the program that has it open and run again."
        ) from error
    except OSError as error:
        raise NotatError(
            f"{path} can't be written ({error.strerror}).",
            "Nothing that was there is lost; mend that and run again to go on.",
        ) from error
    finally:
        if draft:
            draft.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
