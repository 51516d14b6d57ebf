"""What cannot be recorded is a doubt of the page: it is rendered in every build."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from .frames import current
from .mappings import Place, stand_in
from .recording import Recording

# Code whose reads pass the hooks, or that depends on its arguments alone.
_KNOWN = ("bengal.", "kida.", "patitas.", "rosettes.", "builtins", "markupsafe", "_operator", "operator", "math")
# A function says of itself that it depends on nothing but its arguments.
PURE = ("bengal_cache_pure", "_kida_pure")


def is_known(function: Any) -> bool:
    if any(getattr(function, mark, False) for mark in PURE):
        return True
    module = getattr(function, "__module__", None)
    if module is None:
        module = type(function).__module__
    return module in ("bengal", "kida", "patitas", "rosettes") or module.startswith(_KNOWN)


def foreign(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter, test or function of a plugin, a theme library or the site itself."""

    @functools.wraps(function)
    def called(*arguments: Any, **named: Any) -> Any:
        frame = current.frame
        if frame is not None:
            frame.doubts.add(f"calls {name}, which is not known to depend on its arguments alone")
        return function(*arguments, **named)

    return called


def mark_foreign(engine: Any) -> None:
    """Wraps what the environment of an engine got from elsewhere, before it compiles a template."""
    environment = engine._env
    foreign_filters = _foreign("filter", environment._filters)
    if foreign_filters:
        environment.update_filters(foreign_filters)
    foreign_tests = _foreign("test", environment._tests)
    if foreign_tests:
        environment.update_tests(foreign_tests)
    for name, value in list(environment.globals.items()):
        if callable(value) and not isinstance(value, type) and not is_known(value):
            environment.globals[name] = foreign(f"function {name}", value)


def _foreign(kind: str, functions: dict[str, Any]) -> dict[str, Any]:
    return {
        name: foreign(f"{kind} {name}", function)
        for name, function in functions.items()
        if callable(function) and not is_known(function)
    }


def engine_made(recording: Recording, original: Callable[..., None]) -> Callable[..., None]:
    """`KidaTemplateEngine.__init__`: what is in the environment that the recorder cannot see through."""

    def __init__(self: Any, site: Any, *arguments: Any, **named: Any) -> None:
        original(self, site, *arguments, **named)
        recording.engine = self
        mark_foreign(self)
        known = self._env.globals.get("bengal")
        if isinstance(known, dict):
            made = stand_in(known, Place(recording, "bengal", "metadata", (), 2))
            self._env.globals["bengal"] = made

    return __init__


def pipeline_made(recording: Recording, original: Callable[..., None]) -> Callable[..., None]:
    """`RenderingPipeline.__init__`: what the set-up of a thread reads joins every page."""

    def __init__(self: Any, *arguments: Any, **named: Any) -> None:
        frame = current.frame
        current.frame = None
        try:
            recording.nodes.run("set-up", lambda: original(self, *arguments, **named))
        finally:
            current.frame = frame
        recording.pipeline = self
        recording.engine = getattr(self, "template_engine", recording.engine)

    return __init__
