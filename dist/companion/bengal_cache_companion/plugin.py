"""What Bengal loads. `pip` installs nothing: the folder stands in `PYTHONPATH`, and its dist-info names this class."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from . import COMPANION_VERSION
from .garbage import collect_seldom
from .journal import Journal
from .judge import Judge
from .plan import PLAN_VARIABLE, Plan, Refused, read_plan

PHASES = (
    "build_start",
    "post_discovery",
    "post_content",
    "post_parsing",
    "post_snapshot",
    "post_assets",
    "post_render",
    "post_finalization",
    "post_health",
)


def judge_of(plan: Plan) -> Judge:
    from .trace_judge import TraceJudge

    return TraceJudge(plan)


class Companion:
    name = "bengal-cache-companion"
    version = COMPANION_VERSION

    def __init__(self, make_judge: Callable[[Plan], Judge] = judge_of) -> None:
        self._make_judge = make_judge

    def register(self, registry: Any) -> None:
        """Called by every build. Never raises an Exception: Bengal would log it, and go on with what is half done."""
        name = os.environ.get(PLAN_VARIABLE)
        if not name:
            return
        plan = read_plan(name)
        journal = Journal(
            path=plan.journal or Path(os.devnull), plan=plan.digest, bengal=_version_of_bengal()
        )
        if isinstance(plan, Refused):
            _stand_aside(journal if plan.journal else None, plan.why)
            return
        try:
            why = _why_not(plan)
            if why is None:
                self._start(plan, journal, registry)
        except Exception as error:
            why = f"it could not start: {type(error).__name__}: {error}"
        if why is not None:
            _stand_aside(journal, why)

    def _start(self, plan: Plan, journal: Journal, registry: Any) -> None:
        from .machine import Machine

        journal.write("began")
        collect_seldom()
        # Bengal would use what it parsed last time; that its key never fits today is an accident.
        shutil.rmtree(plan.site / ".bengal" / "cache" / "snapshots", ignore_errors=True)
        machine = Machine(plan, journal, self._make_judge)
        machine.install()
        try:
            for phase in PHASES:
                registry.on_phase(phase, lambda _site, _context, phase=phase: machine.phase(phase))
            registry.on_phase("build_complete", lambda site, _context: machine.complete(site))
        except BaseException:
            machine.uninstall()
            raise


def _why_not(plan: Plan) -> str | None:
    from .versions import why_unknown

    if _was_used(plan):
        return "its plan was used by an earlier build"
    return why_unknown()


def _was_used(plan: Plan) -> bool:
    try:
        last = json.loads(plan.journal.read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(last, dict) and last.get("plan") == plan.digest


def _version_of_bengal() -> str:
    from .versions import installed

    return installed("bengal") or ""


def _stand_aside(journal: Journal | None, why: str) -> None:
    """The build goes on as if there were no companion."""
    print(f"bengal-cache: nothing is kept in this build: {why}", file=sys.stderr)
    if journal is not None:
        try:
            journal.write("stood-aside", why)
        except OSError as error:
            print(f"bengal-cache: the journal cannot be written: {error}", file=sys.stderr)
