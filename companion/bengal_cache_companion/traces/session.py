"""The door to this package for the keep machine: see the package's own text for the order of calls."""

from __future__ import annotations

from dataclasses import replace

from .reads import Read
from .recorder import Recorder, StandAsideError
from .recording import Context
from .trace_file import Trace, Unreadable, read_trace
from .verifier import Doubt, Holds, New, Own, ReadChanged, Verdict, Verifier, Void


def install(context: Context) -> Recorder:
    """Begins to record. Raises StandAsideError, with everything as it was, if that cannot be done here."""
    recorder = Recorder(replace(context, root=str(context.root), output=str(context.output)))
    recorder.install()
    return recorder


StandAside = StandAsideError

__all__ = [
    "Context",
    "Doubt",
    "Holds",
    "New",
    "Own",
    "Read",
    "ReadChanged",
    "Recorder",
    "StandAside",
    "StandAsideError",
    "Trace",
    "Unreadable",
    "Verdict",
    "Verifier",
    "Void",
    "install",
    "read_trace",
]
