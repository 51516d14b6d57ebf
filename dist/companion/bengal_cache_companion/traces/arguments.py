"""How keys and arguments of reads are written in the trace, and read from it.

A text is written as it is. Whatever is no such text begins with `=` and a letter for its type.
docs/trace-format.md lists the forms.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Any


class UnwritableError(Exception):
    """A key or argument that has no form in the trace."""


class Arguments:
    def __init__(self, root: str, name_of: Callable[[Any], str | None]) -> None:
        self._root = root
        self._prefix = root.rstrip("/") + "/"
        self._name_of = name_of

    def write(self, value: Any) -> str:
        if isinstance(value, str):
            return self._write_text(str.__str__(value))
        if value is None:
            return "=n:"
        if isinstance(value, bool):
            return f"=b:{'true' if value else 'false'}"
        if type(value) is int:
            return f"=i:{value}"
        if type(value) is float:
            return f"=f:{value!r}"
        if isinstance(value, PurePath):
            text = str(value)
            if text == self._root:
                return "=p:."
            return "=p:" + (text[len(self._prefix) :] if text.startswith(self._prefix) else text)
        return self._write_other(value)

    def _write_text(self, text: str) -> str:
        if text.startswith(self._prefix):
            return "=r:" + text[len(self._prefix) :]
        return "=s:" + text if text.startswith("=") else text

    def _write_other(self, value: Any) -> str:
        if isinstance(value, datetime.datetime):
            return f"=t:{value.isoformat()}"
        if isinstance(value, datetime.date):
            return f"=d:{value.isoformat()}"
        name = self._name_of(value)
        if name is None:
            raise UnwritableError(type(value).__qualname__)
        return "=o:" + name

    def read(self, text: str, object_of: Callable[[str], Any]) -> Any:
        if not text.startswith("="):
            return text
        form, rest = text[1:2], text[3:]
        match form:
            case "s":
                return rest
            case "r":
                return self._prefix + rest
            case "p":
                return Path(rest) if rest.startswith("/") else Path(self._prefix + rest)
            case "i":
                return int(rest)
            case "f":
                return float(rest)
            case "b":
                return rest == "true"
            case "n":
                return None
            case "t":
                return datetime.datetime.fromisoformat(rest)
            case "d":
                return datetime.date.fromisoformat(rest)
            case "o":
                return object_of(rest)
            case _:
                raise UnwritableError(text[:20])
