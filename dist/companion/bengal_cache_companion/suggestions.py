"""The name that a template may have meant, for the text of an error.

`??` and `is defined` of the template engine raise and swallow an error for each name that is not there, and each error
looks for the name nearest to it: 13 to 15 % of a full build. The answer depends on the name and on the names there are,
so it is looked up; errors that do show say what they always said.
"""

from __future__ import annotations

from typing import Any

from .hooks import Original

MOST_REMEMBERED = 20_000


class Suggestions:
    def __init__(self) -> None:
        # Reading and adding are single operations; two threads may compute the same answer, which does no harm.
        self._answers: dict[tuple[str, frozenset[str] | None], str | None] = {}

    def __call__(self, original: Original, error: Any) -> str | None:
        names = error._available_names
        question = (error.name, names if names is None or isinstance(names, frozenset) else frozenset(names))
        try:
            return self._answers[question]
        except KeyError:
            pass
        answer: str | None = original(error)
        if len(self._answers) < MOST_REMEMBERED:
            self._answers[question] = answer
        return answer
