"""What cannot be recorded is a doubt of the page: it is rendered in every build."""

from __future__ import annotations

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


def is_known(function: Any, depth: int = 0) -> bool:
    """Whether all of its code is Bengal's own. A function that wraps another often goes by the other's name."""
    if depth > _DEEPEST:
        return False
    if not isinstance(function, type) and any(getattr(function, mark, False) for mark in PURE):
        return True
    if isinstance(function, types.MethodType):
        return is_known(function.__func__, depth + 1) and _of_known(type(function.__self__))
    if isinstance(function, functools.partial):
        return is_known(function.func, depth + 1)
    if isinstance(function, types.FunctionType):
        wrapped = [cell.cell_contents for cell in function.__closure__ or () if _is_filled(cell)]
        inner = [each for each in wrapped if isinstance(each, types.FunctionType | types.MethodType | functools.partial)]
        return _has_known_file(function) and all(is_known(each, depth + 1) for each in inner)
    wrapped = getattr(function, "__wrapped__", None)
    if wrapped is not None:
        return is_known(wrapped, depth + 1)
    return _of_known(function if isinstance(function, type | types.BuiltinFunctionType) else type(function))


def _is_filled(cell: types.CellType) -> bool:
    try:
        return cell.cell_contents is not cell
    except ValueError:
        return False


def _of_known(thing: Any) -> bool:
    return str(getattr(thing, "__module__", None) or "builtins").partition(".")[0] in _KNOWN


def _has_known_file(function: types.FunctionType) -> bool:
    """The file that its code comes from; code that was made while running has none, and goes by its module."""
    file = function.__code__.co_filename
    if file.startswith("<"):
        return _of_known(function)
    return file.startswith(_known_folders())


def _known_folders() -> tuple[str, ...]:
    # The recorder's own functions stand for some of Bengal's, which lie in their cells.
    names = (*_KNOWN, __name__.partition(".")[0])
    files = (getattr(sys.modules.get(name), "__file__", None) for name in names)
    return tuple(os.path.dirname(file) + os.sep for file in files if file and file.endswith("__init__.py"))


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
    environment = engine._env
    foreign_filters = _foreign("filter", environment._filters)
    if foreign_filters:
        environment.update_filters(foreign_filters)
    foreign_tests = _foreign("test", environment._tests)
    if foreign_tests:
        environment.update_tests(foreign_tests)
    for name, value in list(environment.globals.items()):
        if isinstance(value, types.FunctionType | types.MethodType | types.BuiltinFunctionType | functools.partial):
            if not is_known(value):
                environment.globals[name] = foreign(f"function {name}", value)
        elif not _of_known(value if isinstance(value, type) else type(value)) or _is_unclear(recording, name, value):
            recording.foreign_objects.add(name)


def _is_unclear(recording: Recording, name: str, value: Any) -> bool:
    """Whether this global is data that cannot be compared. What can is read by every page."""
    if isinstance(value, type) or recording.names.of(value) is not None or not isinstance(value, _DATA):
        return False
    digest = recording.digest(value)
    frame = Frame()
    frame.add(recording.table.add("key", ("engine", "globals", name), digest))
    recording.nodes.add("set-up", frame)
    return digest == NONE


_DATA = (str, bytes, int, float, list, tuple, dict, set, frozenset)


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
