"""Which rendering runs in this thread, and which reads it has made so far.

A frame is the set of reads of one rendering, or of one computation whose result a cache keeps.
No hook records anything while the thread has no frame, or while it is suspended.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


class Frame(set[int]):
    """Indexes of reads, with what is needed to judge them."""

    __slots__ = ("counts", "doubts", "drawn", "key", "page", "parent", "written")

    def __init__(self, page: object = None, parent: Frame | None = None) -> None:
        set.__init__(self)
        self.page: object = page if page is not None or parent is None else parent.page
        self.parent = parent
        # Name of the fragment of a template that this frame records, if it does.
        self.key: str | None = None
        # (id of the page, attribute) that this rendering itself wrote: it reads its own words there.
        self.written: set[tuple[int, str]] = set() if parent is None else parent.written
        # How often each list was read, for lists of which only a few were drawn by chance.
        self.counts: dict[int, int] = {}
        # Reads of lists that were left out because pages were drawn from them.
        self.drawn: set[int] = set()
        self.doubts: set[str] = set()

    def absorb(self, other: Frame) -> None:
        self |= other
        self.drawn |= other.drawn
        self.doubts |= other.doubts


class _Current(threading.local):
    frame: Frame | None = None


current = _Current()


@contextmanager
def suspended() -> Iterator[Frame | None]:
    """Records nothing meanwhile. An exception that leaves it is a doubt: what led to it is unknown."""
    frame = current.frame
    current.frame = None
    try:
        yield frame
    except BaseException as error:
        if frame is not None:
            frame.doubts.add(f"exception: {type(error).__name__}")
        raise
    finally:
        current.frame = frame


class Nodes:
    """Computations whose results Bengal keeps: who uses a result depends on all that it was made of."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._frames: dict[str, Frame] = {}

    def run(self, key: str, compute: Callable[[], Any]) -> Any:
        """Runs it in a frame of its own, even where no page is rendered: a later page may use what it left."""
        user = current.frame
        mine = Frame(parent=user)
        current.frame = mine
        try:
            return compute()
        finally:
            current.frame = user
            self.add(key, mine)
            self.use(key, user)

    def add(self, key: str, frame: Frame) -> None:
        with self._lock:
            known = self._frames.setdefault(key, Frame())
            known.absorb(frame)

    def use(self, key: str, user: Frame | None) -> None:
        if user is None:
            return
        with self._lock:
            known = self._frames.get(key)
            if known is not None:
                user.absorb(known)

    def knows(self, key: str) -> bool:
        return key in self._frames
