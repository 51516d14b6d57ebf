"""The companion with its judge taken out: everything is kept that the plan does not name.

This is how the machine is tested with the truth of recorded edits, and with faults. It never ships.

When the process ends it writes the targets of hooks that are not what they were into the file FED_LEFT, one a line.

FED_FAULT=what:when makes something fail. `what` is the target of a hook, or `module:function` of the companion; `when` is
`place` (while it is put in place), `before` (when it is called) or `after` (when it has done its work).
"""

from __future__ import annotations

import atexit
import functools
import importlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).resolve().parents[2]))

from bengal_cache_companion import hooks, plugin  # noqa: E402
from bengal_cache_companion.judge import Judge, Keep, NoJudge, Render, Verdict, Written  # noqa: E402
from bengal_cache_companion.plan import Plan  # noqa: E402


class Fault(Exception):
    pass


class FedJudge(NoJudge):
    def __init__(self, plan: Plan) -> None:
        super().__init__("")

    def begin(self, site: Any, build_context: Any, root: Path, output: Path) -> str | None:
        return None

    def check(self, output: str, page: Any, template: str, parsed: Any) -> Verdict:
        return Keep()


class FedCompanion(plugin.Companion):
    def __init__(self) -> None:
        super().__init__(FedJudge)
        left = os.environ.get("FED_LEFT")
        if left:
            before = {hook.target: hook.function() for hook in hooks.HOOKS if hook.is_there()}
            atexit.register(_write_left, Path(left), before)
        fault = os.environ.get("FED_FAULT")
        if fault:
            what, _, when = fault.rpartition(":")
            _break(what, when)


def _write_left(file: Path, before: dict[str, Any]) -> None:
    left = [hook.target for hook in hooks.HOOKS if hook.is_there() and hook.function() is not before[hook.target]]
    file.write_text("".join(f"{target}\n" for target in left))


def _break(what: str, when: str) -> None:
    if what in {hook.target for hook in hooks.HOOKS}:
        _break_hook(what, when)
        return
    module_name, _, path = what.partition(":")
    owner: Any = importlib.import_module(f"bengal_cache_companion.{module_name}")
    *parents, name = path.split(".")
    for parent in parents:
        owner = getattr(owner, parent)
    setattr(owner, name, _failing(getattr(owner, name), when))


def _break_hook(target: str, when: str) -> None:
    place = hooks.StandIns.place

    def broken(self: hooks.StandIns, hook: hooks.Hook, stand_in: Callable[..., Any]) -> None:
        if hook.target != target:
            place(self, hook, stand_in)
        elif when == "place":
            raise Fault(f"placing {target}")
        else:
            place(self, hook, _failing(stand_in, when))

    hooks.StandIns.place = broken  # type: ignore[method-assign]


def _failing(function: Callable[..., Any], when: str) -> Callable[..., Any]:
    @functools.wraps(function)
    def failing(*args: Any, **kwargs: Any) -> Any:
        if when == "after":
            function(*args, **kwargs)
        raise Fault(f"{when} {getattr(function, '__qualname__', function)}")

    return failing
