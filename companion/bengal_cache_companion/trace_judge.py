"""The judge of every build: the trace of the last one says what may be kept, and the recorder writes the next one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .judge import Keep, Render, Verdict, Written
from .plan import Plan
from .traces import session

TRACE = Path(".bengal") / "trace.zst"
LONGEST_READ = 200


class TraceJudge:
    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._recorder: Any = None
        self._verifier: Any = None
        self._lock = threading.Lock()

    def begin(self, site: Any, build_context: Any, root: Path, output: Path) -> str | None:
        context = session.Context(site=site, build_context=build_context, root=str(root), output=str(output))
        self._recorder = session.install(context)
        if not self._plan.keeps_pages:
            return "the plan keeps no pages"
        try:
            data = (root / TRACE).read_bytes()
        except OSError as error:
            return f"there is no trace of the last build: {error.strerror}"
        old = session.read_trace(data)
        if isinstance(old, session.Unreadable):
            return f"the trace of the last build cannot be used: {old.why}"
        self._verifier = session.Verifier(old, self._recorder)
        void: str | None = self._verifier.void
        return void

    def check(self, output: str, page: Any, template: str, parsed: Any) -> Verdict:
        if self._verifier is None:
            return Render("no-trace")
        return _verdict(self._verifier.check(output, page, template, parsed))

    def render(self, page: Any, template: str, parsed: Any, render: Callable[[], Any]) -> Any:
        if self._recorder is None:
            return render()
        return self._recorder.page(page, template, parsed, render)

    def kept(self, output: str) -> None:
        self._recorder.carry_over(output, self._verifier)

    def finish(self) -> Written | None:
        recorder, self._recorder = self._recorder, None
        if recorder is None:
            return None
        try:
            data = recorder.finish()
        finally:
            recorder.remove()
        return Written(data, pages=len(recorder.pages), reads=len(recorder.recording.table.reads))

    def remove(self) -> None:
        recorder, self._recorder = self._recorder, None
        if recorder is not None:
            recorder.remove()


def _verdict(verdict: Any) -> Verdict:
    match verdict:
        case session.Holds():
            return Keep()
        case session.New():
            return Render("new")
        case session.Own():
            return Render("own")
        case session.ReadChanged(read=read):
            return Render("read", None if read is None else [part[:LONGEST_READ] for part in (read.kind, *read.arguments)])
        case session.Doubt(why=why) | session.Void(why=why):
            return Render("doubt", [str(why)[:LONGEST_READ]])
    return Render("doubt", [f"unknown verdict {type(verdict).__name__}"])
