"""What can go wrong on the command line, each with its exit code and what to do next."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of every command (CONTRACT.md, 'On the command line')."""

    OK = 0
    USAGE = 1
    SOME_FAILED = 2
    NOTHING_READ = 3
    CONTRADICTED = 4
    INTERRUPTED = 130


class NotatError(Exception):
    """An error a user can act on: ``what`` happened and ``advice`` on what to do, a line each."""

    def __init__(self, what: str, advice: str, code: ExitCode = ExitCode.USAGE) -> None:
        super().__init__(what)
        self.what = what
        self.advice = advice
        self.code = code

    def __str__(self) -> str:
        return f"{self.what} {self.advice}".strip()
