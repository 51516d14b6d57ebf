"""Puts functions of the recorder in the place of Bengal's, and puts Bengal's back.

Each hook names the module of Bengal (or Python) and the attribute that it replaces, what its reads
prove, and makes the replacement from the original. `table.py` is the list of all of them.
"""

from __future__ import annotations

import builtins
import functools
import importlib
import sys
import types
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .recording import Recording

Make = Callable[[Recording, Any], Any]


class HookError(Exception):
    """A place that the recorder has to watch is not where it was."""


@dataclass(frozen=True, slots=True)
class Hook:
    # Module in which the attribute is defined. `package.*`: a function of Python's own, in each module of the package.
    module: str
    # `Class.attribute`, or the name of a function of the module.
    attribute: str
    # What follows from the reads that it records.
    proves: str
    make: Make
    # Absent in some of the versions that are supported: then there is nothing to watch.
    optional: bool = False
    # The function is also bound by other modules of Bengal under the same name.
    everywhere: bool = False

    @property
    def place(self) -> str:
        return f"{self.module}:{self.attribute}"


@dataclass(slots=True)
class _Change:
    owner: Any
    name: str
    original: Any
    replacement: Any
    # Whether the owner itself had the attribute; if not, it was inherited and is deleted again.
    own: bool


class Installer:
    """Hooks that are in place, newest last. Undone in the other order."""

    def __init__(self) -> None:
        self._changes: list[_Change] = []
        # Functions that other modules bind as well: by their id, where they come from and what stands for them.
        self._everywhere: dict[int, tuple[Any, Any, Any]] = {}

    def install(self, recording: Recording, hooks: Iterable[Hook]) -> None:
        """All of them or none."""
        try:
            for hook in hooks:
                self._install(recording, hook)
            self._install_everywhere()
        except BaseException:
            self.remove()
            raise

    def _install(self, recording: Recording, hook: Hook) -> None:
        if hook.module.endswith(".*"):
            self._shadow(recording, hook)
            return
        try:
            owner, name = _owner(hook)
            original = _find(owner, name)
        except (ImportError, AttributeError) as error:
            if hook.optional:
                return
            raise HookError(f"{hook.place} is not there: {error}") from error
        function = original.__func__ if isinstance(original, staticmethod | classmethod) else original
        recording.originals[hook.place] = function
        made = hook.make(recording, function)
        if isinstance(made, types.FunctionType) and made is not function and callable(function):
            # To whoever asks for its name, place and parameters, it is the function that it stands for.
            functools.update_wrapper(made, function)
        if isinstance(original, staticmethod | classmethod):
            made = type(original)(made)
        self.replace(owner, name, made)
        if hook.everywhere:
            self._everywhere[id(original)] = (owner, original, made)

    def _shadow(self, recording: Recording, hook: Hook) -> None:
        """A name of the module comes before one of Python's. Modules that are imported later read the whole value."""
        made = hook.make(recording, getattr(builtins, hook.attribute))
        below = hook.module.removesuffix("*")
        for title, module in list(sys.modules.items()):
            if module is not None and title.startswith(below) and hook.attribute not in vars(module):
                self.replace(module, hook.attribute, made)

    def _install_everywhere(self) -> None:
        for module, name, value in _bindings():
            found = self._everywhere.get(id(value))
            if found is not None and found[1] is value and found[0] is not module:
                self.replace(module, name, found[2])

    def replace(self, owner: Any, name: str, replacement: Any) -> None:
        own = name in vars(owner)
        original = vars(owner)[name] if own else None
        self._changes.append(_Change(owner, name, original, replacement, own))
        setattr(owner, name, replacement)

    def remove(self) -> None:
        """Puts everything back. Modules that were imported meanwhile may have bound a replacement: those too."""
        late: dict[int, _Change] = {}
        while self._changes:
            change = self._changes.pop()
            if change.own:
                setattr(change.owner, change.name, change.original)
            else:
                delattr(change.owner, change.name)
            if change.own and not isinstance(change.owner, type):
                late[id(change.replacement)] = change
        for module, name, value in _bindings() if late else ():
            found = late.get(id(value))
            if found is not None and found.replacement is value:
                setattr(module, name, found.original)
        self._everywhere.clear()

    @property
    def installed(self) -> int:
        return len(self._changes)


def _owner(hook: Hook) -> tuple[Any, str]:
    owner: Any = importlib.import_module(hook.module)
    *path, name = hook.attribute.split(".")
    for each in path:
        owner = getattr(owner, each)
    return owner, name


def _find(owner: Any, name: str) -> Any:
    if not isinstance(owner, type):
        return getattr(owner, name)
    for base in owner.__mro__:
        if name in vars(base):
            return vars(base)[name]
    raise AttributeError(name)


def _bindings() -> list[tuple[Any, str, Any]]:
    """What the modules of Bengal bind to which names."""
    found = []
    for title, module in list(sys.modules.items()):
        if module is not None and (title == "bengal" or title.startswith("bengal.")):
            found += [(module, name, value) for name, value in list(vars(module).items()) if callable(value)]
    return found
