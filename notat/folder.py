"""A folder that notat wrote: how it is known, and reading it back, in either style."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from notat import package
from notat.errors import NotatError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Record = dict[str, str]
DESCRIPTOR = "datapackage.json"
PARTS = ".notat"  # finished documents of a run under way; gone when it is done


def is_ours(folder: Path) -> bool:
    """True for a folder that notat wrote or is writing."""
    try:
        if (folder / PARTS).is_dir():
            return True
        descriptor = json.loads((folder / DESCRIPTOR).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(descriptor, dict) and descriptor.get("name") == package.NAME


def records(folder: Path, name: str) -> Iterator[Record]:
    """The rows of ``<name>.csv`` as dictionaries, figures with a decimal point as in the contract.

    Raises NotatError where ``folder`` isn't an output of notat.
    """
    delimiter = _dialect(folder, name)
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=delimiter):
            if delimiter == ";":
                row["value"] = row.get("value", "").replace(",", ".")
            yield row


def _dialect(folder: Path, name: str) -> str:
    try:
        described = json.loads((folder / DESCRIPTOR).read_text("utf-8"))
        if described["name"] != package.NAME:
            raise KeyError(package.NAME)
        [found] = [one for one in described["resources"] if one["name"] == name]
        return str(found["dialect"]["delimiter"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotatError(
            f"{folder} is not a folder that notat wrote.", "Give the folder named with -o."
        ) from error
