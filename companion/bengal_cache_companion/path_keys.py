"""The names under which Bengal files its records: a path resolved by the disk, folder by folder, each time it is used.

A build asks the same few hundred questions thousands of times. The answers stay the same while it runs: the output is
the only thing that changes, and no links are made in it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .hooks import Original

MOST_REMEMBERED = 200_000


class PathKeys:
    def __init__(self) -> None:
        # Reading and adding are single operations; two threads may ask the disk the same, which does no harm.
        self._answers: dict[tuple[Path, Path], Any] = {}

    def __call__(self, original: Original, path: Path, base_dir: Path) -> Any:
        question = (path, base_dir)
        answer = self._answers.get(question)
        if answer is None:
            answer = original(path, base_dir)
            # What a relative path means depends on where the process stands.
            if path.is_absolute() and base_dir.is_absolute() and len(self._answers) < MOST_REMEMBERED:
                self._answers[question] = answer
        return answer
