"""What can go wrong in `rules`, said so that the user knows what to do next."""

from __future__ import annotations

from pathlib import Path


class RuleBookError(ValueError):
    """A rule book file that cannot be used: which file, which key, what is wrong with it."""

    def __init__(self, path: Path, key: str, problem: str) -> None:
        self.path, self.key, self.problem = path, key, problem
        super().__init__(f"{path}: {key}: {problem}")
