"""Who says whether a page may be kept. In a build that is the trace of the last one (trace_judge.py)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from .journal import RenderedWhy


@dataclass(frozen=True, slots=True)
class Keep:
    """Proven: rendering it would write what the last build wrote."""


@dataclass(frozen=True, slots=True)
class Render:
    why: RenderedWhy
    read: list[str] | None = None


type Verdict = Keep | Render


@dataclass(frozen=True, slots=True)
class Written:
    """The trace that this build leaves: its bytes, and what to say of it."""

    data: bytes
    pages: int
    reads: int


class Judge(Protocol):
    """One for each build. `check`, `render` and `kept` are called by any thread."""

    def begin(self, site: Any, build_context: Any, root: Path, output: Path) -> str | None:
        """Rendering is about to start. Answers why nothing may be kept, or None."""

    def check(self, output: str, page: Any, template: str, parsed: Any) -> Verdict: ...

    def render(self, page: Any, template: str, parsed: Any, render: Callable[[], Any]) -> Any:
        """Calls `render` once, records what it reads, and answers what it answers."""

    def kept(self, output: str) -> None: ...

    def finish(self) -> Written | None:
        """Rendering is over; every hook of the recorder is gone afterwards."""

    def remove(self) -> None:
        """Rendering ended badly; every hook of the recorder is gone afterwards. Never raises."""


class NoJudge:
    """Records nothing and keeps nothing."""

    def __init__(self, why: str) -> None:
        self._why = why

    def begin(self, site: Any, build_context: Any, root: Path, output: Path) -> str | None:
        return self._why

    def check(self, output: str, page: Any, template: str, parsed: Any) -> Verdict:
        return Render("no-trace")

    def render(self, page: Any, template: str, parsed: Any, render: Callable[[], Any]) -> Any:
        return render()

    def kept(self, output: str) -> None:
        pass

    def finish(self) -> Written | None:
        return None

    def remove(self) -> None:
        pass
