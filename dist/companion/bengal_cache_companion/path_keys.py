"""Questions to the disk that Bengal asks again for each page: under which name a path is filed, where a template lies.

A build asks the same few hundred questions thousands of times. The answers stay the same while it runs: the output is
the only thing that changes, no links are made in it, and none of these questions is about it.
"""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from .hooks import Original

MOST_REMEMBERED = 200_000


class Remembered:
    """Asks each question once. Reading and adding are single operations; asking twice in two threads does no harm."""

    def __init__(self) -> None:
        self._answers: dict[tuple[Any, ...], Any] = {}
        # An object that is part of a question stays, so that no other can get its identity.
        self._asked: dict[int, Any] = {}

    def path_key(self, original: Original, path: Any, base_dir: Any) -> Any:
        # What a relative path means depends on where the process stands.
        if not path.is_absolute() or not base_dir.is_absolute():
            return original(path, base_dir)
        return self._ask(original, (path, base_dir), path, base_dir)

    def of_filter(self, original: Original, filter_: Any, question: Any) -> Any:
        self._asked.setdefault(id(filter_), filter_)
        return self._ask(original, (id(filter_), type(question), question), filter_, question)

    def template_name(self, original: Original, path: Any, folders: list[Any]) -> Any:
        if not path.is_absolute():
            return original(path, folders)
        return self._ask(original, (path, *folders), path, folders)

    def input_paths(self, original: Original, filter_: Any, record: Any) -> list[str]:
        """Of each input by itself, in the order of the inputs, as the original goes through them."""
        self._asked.setdefault(id(filter_), filter_)
        found: list[str] = []
        for each in record.provenance.inputs:
            one = SimpleNamespace(provenance=SimpleNamespace(inputs=(each,)))
            found += self._ask(original.probe, (id(filter_), each.input_type, each.path), filter_, one)
        return found

    def _ask(self, original: Callable[..., Any], question: tuple[Any, ...], *args: Any) -> Any:
        try:
            return self._answers[question]
        except KeyError:
            answer = original(*args)
        if len(self._answers) < MOST_REMEMBERED:
            self._answers[question] = answer
        return answer
