"""What cannot be recorded is a doubt of the page: it is rendered in every build."""

from __future__ import annotations

import contextlib
import functools
import os
import sys
import types
from collections.abc import Callable
from typing import Any

from .frames import Frame, current
from .mappings import Place, stand_in
from .recording import Recording
from .values import NONE

# Packages whose reads pass the hooks, or whose functions depend on their arguments alone.
_KNOWN = frozenset({"bengal", "kida", "patitas", "rosettes", "markupsafe", "builtins", "_operator", "operator", "math"})
# A function says of itself that it depends on nothing but its arguments.
PURE = ("bengal_cache_pure", "_kida_pure")


_DEEPEST = 4


class KnownCode:
    """Tells whether all code of a function is Bengal's own. Asked again of each function by each engine."""

    def __init__(self) -> None:
        # The recorder's own functions stand for some of Bengal's, which lie in their cells.
        names = (*_KNOWN, __name__.partition(".")[0])
        files = (getattr(sys.modules.get(name), "__file__", None) for name in names)
        self._folders = tuple(os.path.dirname(file) + os.sep for file in files if file and file.endswith("__init__.py"))
        self._answers: dict[int, tuple[Any, bool]] = {}

    def has(self, function: Any) -> bool:
        found = self._answers.get(id(function))
        if found is None:
            # Held with its answer, so that no other function gets its id.
            found = self._answers[id(function)] = (function, self._look(function, 0))
        return found[1]

    def _look(self, function: Any, depth: int) -> bool:
        """A function that wraps another often goes by the other's name, so its own file counts, and its cells."""
        if depth > _DEEPEST:
            return False
        if not isinstance(function, type) and any(getattr(function, mark, False) for mark in PURE):
            return True
        if isinstance(function, types.MethodType):
            return self._look(function.__func__, depth + 1) and _of_known(type(function.__self__))
        if isinstance(function, functools.partial):
            return self._look(function.func, depth + 1)
        if isinstance(function, types.FunctionType):
            return self._has_file(function) and all(self._look(each, depth + 1) for each in _functions_in(function))
        wrapped = getattr(function, "__wrapped__", None)
        if wrapped is not None:
            return self._look(wrapped, depth + 1)
        return _of_known(function if isinstance(function, type | types.BuiltinFunctionType) else type(function))

    def _has_file(self, function: types.FunctionType) -> bool:
        """Code that was made while running has no file, and goes by its module."""
        file = function.__code__.co_filename
        return _of_known(function) if file.startswith("<") else file.startswith(self._folders)


_CALLABLE = (types.FunctionType, types.MethodType, functools.partial)


def _functions_in(function: types.FunctionType) -> list[Any]:
    """Functions that it closes over."""
    found = []
    for cell in function.__closure__ or ():
        with contextlib.suppress(ValueError):  # a cell that is not filled yet
            if isinstance(cell.cell_contents, _CALLABLE):
                found.append(cell.cell_contents)
    return found


def _of_known(thing: Any) -> bool:
    return str(getattr(thing, "__module__", None) or "builtins").partition(".")[0] in _KNOWN


def foreign(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter, test or function of a plugin, a theme library or the site itself."""

    @functools.wraps(function)
    def called(*arguments: Any, **named: Any) -> Any:
        frame = current.frame
        if frame is not None:
            frame.doubts.add(f"calls {name}, which is not known to depend on its arguments alone")
        return function(*arguments, **named)

    return called


def mark_foreign(recording: Recording, engine: Any) -> None:
    """Wraps what the environment of an engine got from elsewhere, before it compiles a template."""
    environment, known = engine._env, recording.known_code
    foreign_filters = _foreign(known, "filter", environment._filters)
    if foreign_filters:
        environment.update_filters(foreign_filters)
    foreign_tests = _foreign(known, "test", environment._tests)
    if foreign_tests:
        environment.update_tests(foreign_tests)
    for name, value in list(environment.globals.items()):
        if isinstance(value, (types.BuiltinFunctionType, *_CALLABLE)):
            if not known.has(value):
                environment.globals[name] = foreign(f"function {name}", value)
        elif name not in _OWN_DATA and _is_unclear(recording, name, value):
            recording.foreign_objects.add(name)


def _is_unclear(recording: Recording, name: str, value: Any) -> bool:
    """Whether this global is an object from elsewhere, or data that cannot be compared. What can is read by every page."""
    if not isinstance(value, _DATA):
        return not _of_known(value if isinstance(value, type) else type(value))
    digest = recording.digest(value)
    frame = Frame()
    frame.add(recording.table.add("key", ("engine", "globals", name), digest))
    recording.nodes.add("set-up", frame)
    return digest == NONE


# What Bengal itself gives to every template: recorded where it is made, or read part by part.
_OWN_DATA = frozenset({"bengal", "versions", "versioning_enabled"})
_DATA = (str, bytes, int, float, list, tuple, dict, set, frozenset)


def _foreign(known: KnownCode, kind: str, functions: dict[str, Any]) -> dict[str, Any]:
    return {
        name: foreign(f"{kind} {name}", function)
        for name, function in functions.items()
        if callable(function) and not known.has(function)
    }


def engine_made(recording: Recording, original: Callable[..., None]) -> Callable[..., None]:
    """`KidaTemplateEngine.__init__`: what is in the environment that the recorder cannot see through."""

    def __init__(self: Any, site: Any, *arguments: Any, **named: Any) -> None:
        original(self, site, *arguments, **named)
        recording.engine = self
        mark_foreign(recording, self)
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
