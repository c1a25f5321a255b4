"""``notat cache``: the readings of pages that are kept so that no page is read twice."""

from __future__ import annotations

import click

from notat.errors import NotatError


@click.group("cache")
def command() -> None:
    """The readings of scanned pages kept on this machine."""


@command.command("clear")
def clear() -> None:
    """Forget every kept reading."""
    from extract.ocr import cache

    try:
        count = cache.clear()
    except OSError as error:
        raise NotatError(
            f"The cache can't be cleared ({error.strerror}).", f"Remove {cache.folder()} by hand."
        ) from error
    click.echo(f"{count} readings forgotten in {cache.folder() or 'no folder'}")
