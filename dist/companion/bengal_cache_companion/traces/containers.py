"""Bengal's own containers: data files, parameters, configuration.

Their classes are watched, and each container whose place in the site is known is read key by key.
So a container that Bengal keeps in a cache, or hands on from an earlier page, is recorded all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from .frames import current
from .mappings import ABSENT, Place
from .recording import Recording
from .values import FALSE, MAPPING, MISSING, TRUE, raw_attribute


class AnyPlace(Protocol):
    """What a container tells of its reads."""

    def looked_up(self, key: Any, value: Any) -> None: ...
    def shown(self, key: Any) -> None: ...
    def contained(self, key: Any, answer: bool) -> None: ...
    def listed(self, keys: list[Any]) -> None: ...
    def judged(self, answer: bool) -> None: ...
    def below(self, key: Any) -> AnyPlace: ...


@dataclass(frozen=True, slots=True)
class ConfigPlace:
    """A section of the configuration, by its path with dots."""

    recording: Recording
    section: str

    def looked_up(self, key: Any, value: Any) -> None:
        notes = self.recording.notes
        if value is ABSENT:
            notes.digest("config", (self.section, str(key)), MISSING)
        else:
            notes.value("config", (self.section, str(key)), value)

    def shown(self, key: Any) -> None:
        self.recording.notes.digest("shape", ("config", self._path(key)), MAPPING)

    def contained(self, key: Any, answer: bool) -> None:
        self.recording.notes.digest("config-contains", (self.section, str(key)), TRUE if answer else FALSE)

    def listed(self, keys: list[Any]) -> None:
        self.recording.notes.value("keys", ("config", self.section), keys)

    def judged(self, answer: bool) -> None:
        self.recording.notes.digest("truth", ("config", self.section), TRUE if answer else FALSE)

    def below(self, key: Any) -> ConfigPlace:
        return ConfigPlace(self.recording, self._path(key))

    def _path(self, key: Any) -> str:
        return f"{self.section}.{key}" if self.section else str(key)


class Places:
    """Containers whose place is known: by identity, or by what they say of themselves."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._places: dict[int, AnyPlace] = {}
        # Watched classes; with a rule, their objects know their own place.
        self._rules: dict[type, Callable[[Any], AnyPlace] | None] = {}

    def watch(self, container: type, rule: Callable[[Any], AnyPlace] | None = None) -> None:
        self._rules[container] = rule

    def put(self, container: Any, place: AnyPlace) -> None:
        if self._rules.get(type(container)) is None and id(container) not in self._places:
            self._recording.hold(container)
            self._places[id(container)] = place

    def of(self, container: Any) -> AnyPlace | None:
        rule = self._rules.get(type(container))
        return self._places.get(id(container)) if rule is None else rule(container)

    def read(self, place: AnyPlace, key: Any, value: Any, stored: Any) -> None:
        """`value` was answered for what is stored: a container, whose keys count by themselves, or a value."""
        if type(value) in self._rules:
            place.shown(key)
            self.put(value, place.below(key))
        else:
            place.looked_up(key, stored)

    def read_all(self, place: AnyPlace, data: dict[Any, Any]) -> None:
        place.listed(list(data))
        for key, value in list(data.items()):
            self.read(place, key, value, value)


_INTERNAL = frozenset({"_cache", "__class__", "__dict__"})


def data_of(container: Any) -> dict[Any, Any]:
    found: dict[Any, Any] = raw_attribute(container, "_data")
    return found


def data_attribute(recording: Recording, original: Any) -> Any:
    """DotDict.__getattribute__: data before methods, nested data wrapped on the way."""
    places: Places = recording.places

    def __getattribute__(self: Any, name: str) -> Any:
        frame = current.frame
        place = None if frame is None else places.of(self)
        if place is None or name in _INTERNAL:
            return original(self, name)
        data = data_of(self)
        if name == "_data":
            # Somebody looks behind the container, at all of it.
            recording.notes.careful(lambda: places.read_all(place, data))
            return data
        current.frame = None
        try:
            value = original(self, name)
        finally:
            current.frame = frame
        recording.notes.careful(lambda: places.read(place, name, value if name in data else None, _stored(data, name)))
        return value

    return __getattribute__


def _stored(data: dict[Any, Any], key: Any) -> Any:
    return data.get(key, ABSENT)


def lookup(recording: Recording, original: Any) -> Any:
    """`__getitem__` and `get` of a container, and `__getattr__` for names that begin with no underscore."""
    places: Places = recording.places
    by_name = original.__name__ == "__getattr__"

    def method(self: Any, key: Any, *default: Any, **named: Any) -> Any:
        frame = current.frame
        place = None if frame is None or (by_name and key.startswith("_")) else places.of(self)
        if place is None:
            return original(self, key, *default, **named)
        value = None
        current.frame = None
        try:
            value = original(self, key, *default, **named)
            return value
        finally:
            current.frame = frame
            recording.notes.careful(lambda: places.read(place, key, value, _stored(data_of(self), key)))

    return method


def contains(recording: Recording, original: Any) -> Any:
    places: Places = recording.places

    def __contains__(self: Any, key: object) -> bool:
        frame = current.frame
        place = None if frame is None else places.of(self)
        current.frame = None
        try:
            answer = bool(original(self, key))
        finally:
            current.frame = frame
        if place is not None:
            recording.notes.careful(lambda: place.contained(key, answer))
        return answer

    return __contains__


def truth(recording: Recording, original: Any) -> Any:
    places: Places = recording.places

    def __bool__(self: Any) -> bool:
        frame = current.frame
        place = None if frame is None else places.of(self)
        answer = bool(original(self))
        if place is not None:
            recording.notes.careful(lambda: place.judged(answer))
        return answer

    return __bool__


def listing(*, values: bool) -> Any:
    """`keys`, `__iter__`, `__len__`; or `values`, `items` and whatever else shows all of it."""

    def make(recording: Recording, original: Any) -> Any:
        places: Places = recording.places

        def method(self: Any, *arguments: Any, **named: Any) -> Any:
            frame = current.frame
            place = None if frame is None else places.of(self)
            if place is None:
                return original(self, *arguments, **named)
            data = data_of(self)
            if values:
                recording.notes.careful(lambda: places.read_all(place, data))
            else:
                recording.notes.careful(lambda: place.listed(list(data)))
            current.frame = None
            try:
                return original(self, *arguments, **named)
            finally:
                current.frame = frame

        return method

    return make


def config_section_place(recording: Recording) -> Callable[[Any], AnyPlace]:
    return lambda section: ConfigPlace(recording, raw_attribute(section, "_path"))


def config_place(recording: Recording) -> Callable[[Any], AnyPlace]:
    return lambda _config: ConfigPlace(recording, "")


def whole_property(recording: Recording, original: Any) -> Any:
    """`Config.raw`: all of it."""
    places: Places = recording.places

    def raw(self: Any) -> Any:
        place = None if current.frame is None else places.of(self)
        if place is not None:
            recording.notes.careful(lambda: places.read_all(place, data_of(self)))
        return original.fget(self)

    return property(raw)


def data_place(recording: Recording, owner: str, name: str) -> Place:
    """Where data lies of which every level is read key by key."""
    return Place(recording, owner, name, (), 99)
