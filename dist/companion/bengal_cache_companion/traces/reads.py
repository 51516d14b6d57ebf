"""The table of reads: each distinct question once, with the digest of its answer."""

from __future__ import annotations

import collections
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from .frames import Frame, current
from .values import NONE, Digester, UnknownValueError

Kind = Literal[
    "attribute",
    "has",
    "shape",
    "key",
    "contains",
    "keys",
    "truth",
    "front-matter",
    "param",
    "config",
    "config-contains",
    "menu",
    "template",
    "lookup",
    "query",
    "asset",
    "file",
    "listing",
    "exists",
    "environment",
    "clock",
    "chance",
    "root",
]
KINDS: frozenset[str] = frozenset(get_args(Kind))


@dataclass(frozen=True, slots=True)
class Read:
    kind: str
    arguments: tuple[str, ...]

    def __iter__(self) -> Iterator[str]:
        """Kind and arguments, as the trace writes them."""
        yield self.kind
        yield from self.arguments

    def __str__(self) -> str:
        return f"{self.kind}({', '.join(self.arguments)})"


_CHANGEABLE = frozenset({list, dict, set, collections.deque})


class ReadTable:
    """Reads by index. A digest of zeros means: never holds."""

    def __init__(self, digester: Digester) -> None:
        self.digester = digester
        self.reads: list[Read] = []
        self.digests: list[bytes] = []
        self._index: dict[tuple[str, ...], int] = {}
        self._lock = threading.Lock()
        # What could not be judged, by type, with examples: for the tests and for `doctor`.
        self.unknown: dict[str, set[str]] = {}
        # Values that a rendering can change in place.
        self._changeable: dict[int, Any] = {}

    def known(self, kind: Kind, arguments: tuple[str, ...]) -> int | None:
        return self._index.get((kind, *arguments))

    def add(self, kind: Kind, arguments: tuple[str, ...], digest: bytes) -> int:
        key = (kind, *arguments)
        index = self._index.get(key)
        if index is None:
            with self._lock:
                index = self._index.get(key)
                if index is None:
                    index = len(self.reads)
                    self.reads.append(Read(kind, arguments))
                    self.digests.append(digest)
                    self._index[key] = index
        return index

    def add_value(self, kind: Kind, arguments: tuple[str, ...], value: Any) -> int:
        """Adds a read with the digest of its value, which is taken the first time that it is read."""
        index = self._index.get((kind, *arguments))
        if index is None:
            index = self.add(kind, arguments, self._digest(kind, arguments, value))
            if type(value) in _CHANGEABLE:
                self._changeable.setdefault(index, value)
        return index

    def changed_since(self) -> set[int]:
        """Reads of lists and the like that are not any more what they were when they were read first."""
        changed = set()
        for index, value in self._changeable.items():
            if self.digests[index] not in (NONE, self._digest("attribute", (), value)):
                changed.add(index)
        return changed

    def _digest(self, kind: Kind, arguments: tuple[str, ...], value: Any) -> bytes:
        frame = current.frame
        current.frame = None
        try:
            return self.digester.digest(value)
        except UnknownValueError as error:
            self.unknown.setdefault(str(error), set()).add(f"{kind} {arguments[:2]}")
            return NONE
        except Exception as error:
            # The recorder's own fault is a doubt of the page, never an error of the build.
            self.unknown.setdefault(f"fault {type(error).__name__}: {error}", set()).add(f"{kind} {arguments[:2]}")
            return NONE
        finally:
            current.frame = frame


class Notes:
    """What hooks write down for the rendering that runs in this thread, if one does."""

    def __init__(self, table: ReadTable) -> None:
        self.table = table

    def value(self, kind: Kind, arguments: tuple[str, ...], value: Any) -> None:
        frame = current.frame
        if frame is not None:
            frame.add(self.table.add_value(kind, arguments, value))

    def digest(self, kind: Kind, arguments: tuple[str, ...], digest: bytes) -> None:
        frame = current.frame
        if frame is not None:
            frame.add(self.table.add(kind, arguments, digest))

    def doubt(self, why: str) -> None:
        doubt(why)

    def careful(self, note: Callable[[], None]) -> None:
        """Runs a piece of the recorder. Its fault is a doubt of the page, and nobody else's."""
        frame = current.frame
        if frame is None:
            return
        try:
            note()
        except Exception as error:
            frame.doubts.add(f"fault of the recorder: {type(error).__name__}")


def doubt(why: str, frame: Frame | None = None) -> None:
    known = frame if frame is not None else current.frame
    if known is not None:
        known.doubts.add(why)
