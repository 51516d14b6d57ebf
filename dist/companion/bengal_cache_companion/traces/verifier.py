"""Holds each recorded read against the present: all equal and no doubt, and the page is kept."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from .frames import current
from .header import difference, header_of
from .own_digest import UNKNOWN
from .reads import Read
from .recorder import Recorder
from .trace_file import PageRecord, Trace, Unreadable, fold, never_holds
from .values import NONE


@dataclass(frozen=True, slots=True)
class Holds:
    pass


@dataclass(frozen=True, slots=True)
class New:
    """The trace does not know this output."""


@dataclass(frozen=True, slots=True)
class Own:
    """The page itself is another."""


@dataclass(frozen=True, slots=True)
class ReadChanged:
    # None: one of the reads that only this page makes, and their digests do not tell which.
    read: Read | None


@dataclass(frozen=True, slots=True)
class Doubt:
    why: str


@dataclass(frozen=True, slots=True)
class Void:
    """Nothing of this trace holds."""

    why: str


type Verdict = Holds | New | Own | ReadChanged | Doubt | Void


class Verifier:
    """Judges the pages of one build by the trace of the last one. Safe in many threads."""

    def __init__(self, trace: Trace | Unreadable, recorder: Recorder) -> None:
        self._recorder = recorder
        self._trace = trace
        self.void: str | None = _void(trace, recorder)
        self.seconds = 0.0
        reads = trace.reads if isinstance(trace, Trace) else ()
        # Present digest of each read, once it was asked for.
        self._present: list[bytes | None] = [None] * len(reads)
        self._holds: list[bool | None] = [None] * len(trace.digests if isinstance(trace, Trace) else ())
        # Questions that failed, for the tests.
        self.faults: dict[str, int] = {}

    def check(self, output: str, page: Any, template: str, parsed: Any) -> Verdict:
        """Whether this page would be rendered as it was. Never raises."""
        started = time.thread_time()
        frame, current.frame = current.frame, None
        try:
            return self._check(output, page, template, parsed)
        except Exception as error:
            return Doubt(f"fault of the verifier: {type(error).__name__}: {error}"[:200])
        finally:
            current.frame = frame
            self.seconds += time.thread_time() - started

    def _check(self, output: str, page: Any, template: str, parsed: Any) -> Verdict:
        if self.void is not None or not isinstance(self._trace, Trace):
            return Void(self.void or "no trace")
        record = self._trace.pages.get(output)
        if record is None:
            return New()
        if record.doubts:
            return Doubt(record.doubts[0])
        own = self._recorder.own_digest(page, template, parsed)
        if own == UNKNOWN or own != record.own:
            return Own()
        holds = self._holds
        for index in record.shared:
            if not (holds[index] or self._shared_holds(index)):
                return ReadChanged(self._trace.reads[index])
        digests = [self._ask(index) for index in record.private]
        if any(map(never_holds, digests)) or fold(digests) != record.private_digest:
            return ReadChanged(self._changed_private(record, digests))
        return Holds()

    def _changed_private(self, record: PageRecord, digests: list[bytes]) -> Read | None:
        assert isinstance(self._trace, Trace)
        for index, digest, hint in zip(record.private, digests, record.private_hints, strict=True):
            if digest[0] != hint or never_holds(digest):
                return self._trace.reads[index]
        return None

    def _shared_holds(self, index: int) -> bool:
        known = self._holds[index]
        if known is None:
            assert isinstance(self._trace, Trace)
            old = self._trace.digests[index]
            known = not never_holds(old) and self._ask(index) == old
            self._holds[index] = known
        return known

    def _ask(self, index: int) -> bytes:
        found = self._present[index]
        if found is None:
            assert isinstance(self._trace, Trace)
            read = self._trace.reads[index]
            try:
                found = self._recorder.questions.ask(read)
            except Exception as error:
                why = f"{type(error).__name__}: {error} at {read}"[:200]
                self.faults[why] = self.faults.get(why, 0) + 1
                found = NONE
            self._present[index] = found
        return found

    def changed_reads(self, output: str) -> list[Read]:
        """Evidence: all reads of this page that do not hold, as far as they can be told apart."""
        trace = self._trace
        record = trace.pages.get(output) if isinstance(trace, Trace) else None
        if record is None or not isinstance(trace, Trace):
            return []
        frame, current.frame = current.frame, None
        try:
            changed = [trace.reads[index] for index in record.shared if not self._shared_holds(index)]
            digests = [self._ask(index) for index in record.private]
            for index, digest, hint in zip(record.private, digests, record.private_hints, strict=True):
                if digest[0] != hint or never_holds(digest):
                    changed.append(trace.reads[index])
            return changed
        finally:
            current.frame = frame

    def record_of(self, output: str) -> PageRecord | None:
        """The old record of a page."""
        return self._trace.pages.get(output) if isinstance(self._trace, Trace) else None

    def answer(self, index: int) -> tuple[Read, bytes]:
        """A read of the old trace with its present digest."""
        assert isinstance(self._trace, Trace)
        digests = self._trace.digests
        # A shared read that holds has the digest that it had.
        held = index < len(digests) and self._holds[index]
        return self._trace.reads[index], digests[index] if held else self._ask(index)


def _void(trace: Trace | Unreadable, recorder: Recorder) -> str | None:
    if isinstance(trace, Unreadable):
        return trace.why
    try:
        return difference(trace.header, header_of(recorder.recording.context.site))
    except Exception as error:
        return f"the trace's header cannot be compared: {type(error).__name__}: {error}"
