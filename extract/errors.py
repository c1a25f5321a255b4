"""Why a file gave no document: what went wrong and what to do next, one line each.

Messages never hold a path: the caller knows it, and an output may be handed on.
"""

# ruff: noqa: N818 -- the names say what is wrong; that it is an error, the base class says

from __future__ import annotations


class ReadError(Exception):
    """A file that gives no document. ``message`` says what, ``advice`` what to do next."""

    message = "the file could not be read"
    advice = "check the file in another program"

    def __init__(self, message: str | None = None, advice: str | None = None) -> None:
        self.message = message or self.message
        self.advice = advice or self.advice
        super().__init__(f"{self.message}; {self.advice}")


class Missing(ReadError):
    """No such file, or one that may not be opened."""

    message = "no such file, or no right to open it"
    advice = "check the name and the permissions"


class Empty(ReadError):
    """A file without content."""

    message = "the file is empty"
    advice = "fetch it again from its source"


class Encrypted(ReadError):
    """A PDF that asks for a password to open."""

    message = "the file is locked with a password"
    advice = "save a copy without the password and read that"


class NotReadable(ReadError):
    """Truncated, not of the kind it seems to be, or of a kind not supported."""

    message = "the file is damaged or not of a kind that can be read"
    advice = "fetch it again, or save it as PDF, text or HTML"
