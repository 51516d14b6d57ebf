"""Attributes of pages, sections, the site and the other objects that have names.

The class's own `__getattribute__` is replaced. Only the outermost read counts, above the caches of
the object: a value that page A's rendering left in a cached property is recorded for page B as well.
"""

from __future__ import annotations

import datetime
import sys
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .clock import build_time
from .frames import Frame, current, suspended
from .hooks import Make
from .mappings import Place, stand_in
from .recording import Recording
from .values import FALSE, MAPPING, MISSING, TRUE

_BOUND = (types.MethodType, types.BuiltinMethodType, types.MethodWrapperType)
# Attributes that are not the site's content: locks, what diagnostics need, back references to the
# site (whose own attributes are read by themselves), and Bengal's caches around `metadata` and
# `_section`, which are read on the way to these and compared as their values.
_NO_CONTENT = frozenset(
    {
        "_site",
        "_init_lock",
        "diagnostics",
        "_diagnostics",
        "_metadata_view_cache",
        "_metadata_view_cache_key",
        "_external_ref_resolvers",
        "_external_ref_resolvers_lock",
        "external_ref_resolver",
        "_asset_manifest_fallbacks_lock",
    }
)
# What rendering a page leaves on it: nothing to compare, and on another page it depends on the order.
_LEFT_BY_RENDERING = frozenset({"rendered_html", "render_time_ms"})
# A rendering that sets one of these also changes what these others answer.
_FOLLOWS = (
    "content",
    "html",
    "plain_text",
    "toc_items",
    "excerpt",
    "meta_description",
    "word_count",
    "reading_time",
)

# What Bengal itself writes to a page that it renders. Anything else a template or a plugin has left there for others.
_OF_RENDERING = frozenset({*_LEFT_BY_RENDERING, *_FOLLOWS, "html_content", "prerendered_html", "toc", "output_path"})


@dataclass(frozen=True, slots=True)
class Watched:
    """A class whose objects have names."""

    # Name of one of its objects.
    name: Callable[[Recording], Callable[[Any], str]]
    # Attributes that hold mappings, with how many levels below them are read key by key.
    mappings: Mapping[str, int]


def watch(watched: Watched) -> Make:
    """Makes the `__getattribute__` of a class."""

    def make(recording: Recording, original: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
        name_of = watched.name(recording)
        reader = _Reader(recording, original, name_of, watched.mappings)
        seen, stand_ins, lists, special = recording.seen, recording.stand_ins, recording.lists, recording.special

        def __getattribute__(self: Any, name: str) -> Any:
            frame = current.frame
            if frame is None:
                return original(self, name)
            key = (id(self), name)
            if frame.written and key in frame.written:
                return original(self, name)
            index = seen.get(key)
            if index == -1:
                return original(self, name)
            if index is None:
                return reader.first(self, name, frame)
            frame.add(index)
            if index in special:
                if index in lists:
                    frame.counts[index] = frame.counts.get(index, 0) + 1
                found = stand_ins.get(key)
                if found is not None:
                    return found
            current.frame = None
            try:
                return original(self, name)
            finally:
                current.frame = frame

        return __getattribute__

    return make


class _Reader:
    """The first read of an attribute of an object in this build."""

    def __init__(
        self,
        recording: Recording,
        original: Callable[[Any, str], Any],
        name_of: Callable[[Any], str],
        mappings: Mapping[str, int],
    ) -> None:
        self._recording = recording
        self._original = original
        self._name_of = name_of
        self._mappings = mappings

    def first(self, owner: Any, name: str, frame: Frame) -> Any:
        key = (id(owner), name)
        if name.startswith("__") or name in _NO_CONTENT:
            if name != "__dict__":
                self._pass(owner, key)
            elif not _looked_up_by_python():
                frame.doubts.add("reads __dict__")
            return self._original(owner, name)
        if name in _LEFT_BY_RENDERING:
            if owner is not frame.page:
                frame.doubts.add(f"reads what rendering leaves on another page: {name}")
            return self._original(owner, name)
        current.frame = None
        try:
            value = self._original(owner, name)
        except AttributeError:
            self._missing(owner, name, frame)
            raise
        finally:
            current.frame = frame
        try:
            return self._note(owner, name, value, frame)
        except Exception as error:
            frame.doubts.add(f"fault of the recorder: {type(error).__name__}")
            return value

    def _pass(self, owner: Any, key: tuple[int, str]) -> None:
        self._recording.hold(owner)
        self._recording.seen[key] = -1

    def _missing(self, owner: Any, name: str, frame: Frame) -> None:
        index = self._recording.table.add("attribute", (self._name_of(owner), name), MISSING)
        frame.add(index)

    def _note(self, owner: Any, name: str, value: Any, frame: Frame) -> Any:
        recording = self._recording
        key = (id(owner), name)
        recording.hold(owner)
        if (isinstance(value, _BOUND) and getattr(value, "__self__", None) is owner) or type(value) in PASSED:
            recording.seen[key] = -1
            return value
        label = self._name_of(owner)
        if name == "build_time" and label == "site" and isinstance(value, datetime.datetime):
            return self._stand_in(key, (label, name), build_time(recording, value), frame)
        depth = self._mappings.get(name)
        if depth is not None and isinstance(value, dict | types.MappingProxyType):
            first = recording.mappings.setdefault((label, name), value)
            if first is not value and recording.digest(first) != recording.digest(value):
                frame.doubts.add(f"several objects are called {label}")
            replacement = stand_in(value, Place(recording, label, name, (), depth))
            return self._stand_in(key, (label, name), replacement, frame)
        known = recording.table.known("attribute", (label, name))
        index = recording.table.add_value("attribute", (label, name), value)
        if known is not None and recording.digest(value) != recording.table.digests[index]:
            frame.doubts.add(f"several objects are called {label}")
        frame.add(index)
        if type(value) is list and len(value) > 1:
            recording.lists[index] = value
            recording.special.add(index)
            recording.list_reads[id(value)] = index
            recording.hold(value)
            frame.counts[index] = frame.counts.get(index, 0) + 1
        # Last: other threads go by it.
        recording.seen[key] = index
        return value

    def _stand_in(self, key: tuple[int, str], read: tuple[str, str], replacement: Any, frame: Frame) -> Any:
        """What is read of it is recorded part by part; here only that there is one."""
        index = self._recording.table.add("shape", read, MAPPING)
        self._recording.stand_ins[key] = replacement
        self._recording.special.add(index)
        self._recording.seen[key] = index
        frame.add(index)
        return replacement


# Classes whose objects are passed on as they are, since their own reads are recorded. Filled by `table.py`.
PASSED: set[type] = set()


def _looked_up_by_python() -> bool:
    """`functools.cached_property` and `dir()` look into `__dict__` on the way to an attribute."""
    caller = sys._getframe(3)
    return caller.f_code.co_filename.endswith(("functools.py", "kida/template/helpers.py"))


def presence(recording: Recording, original: Callable[[Any, str], bool]) -> Callable[[Any, str], bool]:
    """`hasattr` of Bengal's own modules, which tell the kind of an object by it: the value is read for nothing."""

    def has_attribute(owner: Any, name: str) -> bool:
        frame = current.frame
        if frame is None or (id(owner), name) in frame.written:
            return original(owner, name)
        label = recording.names.of(owner)
        if label is None:
            return original(owner, name)
        with suspended():
            found = original(owner, name)
        recording.notes.digest("has", (label, name), TRUE if found else FALSE)
        return found

    return has_attribute


def watch_writes(recording: Recording, original: Callable[[Any, str, Any], None]) -> Callable[[Any, str, Any], None]:
    """`__setattr__` of a page: what a rendering writes to its own page is no read of it later."""

    def __setattr__(self: Any, name: str, value: Any) -> None:
        frame = current.frame
        if frame is not None and not name.startswith("_"):
            if frame.page is self:
                written = frame.written
                written.add((id(self), name))
                if name not in _OF_RENDERING:
                    # Kept, the page would leave nothing there, and a page that comes to read it would miss it.
                    frame.doubts.add(f"leaves something on its page: {name}")
                label = recording.names.of(self)
                recording.written.add((label or "", name))
                if name in ("html_content", "prerendered_html"):
                    written.update((id(self), each) for each in _FOLLOWS)
                    recording.written.update((label or "", each) for each in _FOLLOWS)
            elif name != "output_path":
                frame.doubts.add(f"writes to another page: {name}")
        original(self, name, value)

    return __setattr__


def watch_site_writes(
    recording: Recording, original: Callable[[Any, str, Any], None]
) -> Callable[[Any, str, Any], None]:
    """`__setattr__` of the site and of sections: a rendering has no business there, apart from caches."""

    def __setattr__(self: Any, name: str, value: Any) -> None:
        frame = current.frame
        if frame is not None and not name.startswith("_") and name not in ("external_ref_resolver",):
            frame.doubts.add(f"writes to {type(self).__name__}: {name}")
        original(self, name, value)

    return __setattr__
