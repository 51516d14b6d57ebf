"""The journal: what the companion did in this build, for the step after it.

Written whole and moved into place, once when the companion starts (`began`) and once more when it is done. A build that
was killed in between leaves `began` behind, which proves nothing and is taken for nothing.
"""

from __future__ import annotations

import json
import os
import platform
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from . import COMPANION_VERSION

type Status = Literal["began", "finished", "stood-aside", "failed", "stopped"]
type RenderedWhy = Literal[
    "new",
    "own",
    "read",
    "doubt",
    "planned",
    "missing",
    "collision",
    "elsewhere",
    "sample",
    "no-trace",
    "full",
    "fault",
    "difference",
]
LARGEST_EVIDENCE = 200


@dataclass(frozen=True, slots=True)
class Rendered:
    why: RenderedWhy
    read: list[str] | None = None


@dataclass(slots=True)
class Journal:
    """Filled by the threads of the build, hence the lock."""

    path: Path
    plan: str
    status: Status = "began"
    why: str | None = None
    bengal: str = ""
    kept: set[str] = field(default_factory=set)
    rendered: dict[str, Rendered] = field(default_factory=dict)
    assets: dict[str, int | str] | None = None
    compared: int = 0
    different: list[dict[str, str | int]] = field(default_factory=list)
    failed_pages: set[str] = field(default_factory=set)
    seconds: dict[str, float] = field(default_factory=dict)
    trace: dict[str, int] | None = None
    trace_digest: str | None = None
    state_digest: str | None = None
    lock: threading.RLock = field(default_factory=threading.RLock)

    def page_kept(self, output: str) -> None:
        with self.lock:
            self.kept.add(output)
            self.rendered.pop(output, None)

    def page_rendered(self, output: str, rendered: Rendered) -> None:
        with self.lock:
            self.rendered[output] = rendered

    def write(self, status: Status, why: str | None = None) -> None:
        with self.lock:
            self.status = status
            self.why = why
            text = json.dumps(self.to_json(), ensure_ascii=False, indent=1)
        write_atomically(self.path, text.encode("utf-8", "backslashreplace"))

    def to_json(self) -> dict[str, object]:
        return {
            "schemaVersion": 1,
            "companion": COMPANION_VERSION,
            "plan": self.plan,
            "status": self.status,
            **({} if self.why is None else {"why": self.why}),
            "bengal": self.bengal,
            "python": platform.python_version(),
            "pages": {
                "kept": sorted(self.kept),
                "rendered": [
                    {"output": output, "why": entry.why, "read": entry.read}
                    for output, entry in sorted(self.rendered.items())
                ],
            },
            "assets": self.assets if self.assets is not None else {"processed": "the build did not get that far"},
            "sample": {"compared": self.compared, "different": self.different},
            "failedPages": sorted(self.failed_pages),
            "seconds": {phase: round(seconds, 3) for phase, seconds in self.seconds.items()},
            "trace": self.trace,
            "traceDigest": self.trace_digest,
            "stateDigest": self.state_digest,
        }


def write_atomically(path: Path, data: bytes) -> None:
    scratch = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        scratch.write_bytes(data)
        scratch.replace(path)
    except BaseException:
        scratch.unlink(missing_ok=True)
        raise
