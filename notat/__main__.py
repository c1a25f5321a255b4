"""Where a process starts: ``notat`` and ``python -m notat``."""

from __future__ import annotations


def main() -> None:
    """Run the command line, which only the first process loads: workers load this module too."""
    from notat.cli import main as run

    run()


if __name__ == "__main__":
    main()
