"""Mappings whose look-ups are recorded key by key.

Stand-ins take the place of a dict or a mapping proxy in what a rendering is given. They answer in
all things like what they stand for, also to code that asks for the type, and write through to it.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .arguments import UnwritableError
from .frames import current
from .recording import Recording
from .values import FALSE, MAPPING, MISSING, TRUE

# Stands for the value of a key that is not there.
ABSENT = object()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mapping stands: an attribute of a named object, and the keys down to it."""

    recording: Recording
    owner: str
    name: str
    path: tuple[str, ...]
    # How many levels of mappings below this one are read key by key as well.
    depth: int

    def _arguments(self, *more: str) -> tuple[str, ...]:
        return (self.owner, self.name, *self.path, *more)

    def _key(self, key: Any) -> str | None:
        try:
            return self.recording.arguments.write(key)
        except UnwritableError:
            frame = current.frame
            if frame is not None:
                frame.doubts.add("a key that the trace cannot write")
            return None

    def looked_up(self, key: Any, value: Any) -> None:
        """`value` is ABSENT for a key that is not there."""
        frame = current.frame
        if frame is None:
            return
        written = self._key(key)
        if written is None:
            return
        table = self.recording.table
        arguments = self._arguments(written)
        if value is ABSENT:
            frame.add(table.add("key", arguments, MISSING))
        else:
            frame.add(table.add_value("key", arguments, value))

    def shown(self, key: Any) -> None:
        """The value is a mapping, and is itself read key by key."""
        frame = current.frame
        written = None if frame is None else self._key(key)
        if frame is not None and written is not None:
            frame.add(self.recording.table.add("shape", self._arguments(written), MAPPING))

    def contained(self, key: Any, answer: bool) -> None:
        frame = current.frame
        written = None if frame is None else self._key(key)
        if frame is not None and written is not None:
            table = self.recording.table
            frame.add(table.add("contains", self._arguments(written), TRUE if answer else FALSE))

    def listed(self, keys: list[Any]) -> None:
        frame = current.frame
        if frame is not None:
            frame.add(self.recording.table.add_value("keys", self._arguments(), keys))

    def judged(self, answer: bool) -> None:
        frame = current.frame
        if frame is not None:
            table = self.recording.table
            frame.add(table.add("truth", self._arguments(), TRUE if answer else FALSE))

    def below(self, key: Any) -> Place:
        written = self.recording.arguments.write(key)
        return Place(self.recording, self.owner, self.name, (*self.path, written), self.depth - 1)


def stand_in(value: Any, place: Place) -> Any:
    return _Dict(value, place) if isinstance(value, dict) else _Proxy(value, place)


class _Dict(dict[Any, Any]):
    """Stands for a dict. A copy of its entries lies in the dict itself, for C code that looks there."""

    __slots__ = ("_original", "_place")

    def __init__(self, original: dict[Any, Any], place: Place) -> None:
        dict.__init__(self, original)
        self._original = original
        self._place = place

    def __missing__(self, key: Any) -> Any:
        """What it stands for may make values for keys that are not there."""
        value = self._original[key]
        dict.__setitem__(self, key, value)
        return value

    def _value(self, key: Any, value: Any) -> Any:
        if current.frame is None:
            return value
        if self._place.depth > 0 and isinstance(value, dict | types.MappingProxyType):
            self._place.shown(key)
            if isinstance(value, _Dict | _Proxy):
                return value
            replacement = stand_in(value, self._place.below(key))
            dict.__setitem__(self, key, replacement)
            return replacement
        self._place.looked_up(key, value)
        return value

    def __getitem__(self, key: Any) -> Any:
        value = dict.get(self, key, ABSENT)
        if value is ABSENT:
            self._place.looked_up(key, ABSENT)
            return dict.__getitem__(self, key)
        return self._value(key, value)

    def get(self, key: Any, default: Any = None) -> Any:
        value = dict.get(self, key, ABSENT)
        if value is ABSENT:
            self._place.looked_up(key, ABSENT)
            return default
        return self._value(key, value)

    def __contains__(self, key: object) -> bool:
        answer = dict.__contains__(self, key)
        self._place.contained(key, answer)
        return answer

    def _keys(self) -> list[Any]:
        keys = list(dict.keys(self))
        self._place.listed(keys)
        return keys

    def __iter__(self) -> Iterator[Any]:
        self._keys()
        return dict.__iter__(self)

    def __reversed__(self) -> Iterator[Any]:
        self._keys()
        return dict.__reversed__(self)

    def __len__(self) -> int:
        self._keys()
        return dict.__len__(self)

    def __bool__(self) -> bool:
        answer = dict.__len__(self) > 0
        self._place.judged(answer)
        return answer

    def keys(self) -> Any:
        self._keys()
        return dict.keys(self)

    def values(self) -> Any:
        self._all()
        return dict.values(self)

    def items(self) -> Any:
        self._all()
        return dict.items(self)

    def _all(self) -> None:
        if current.frame is not None:
            for key in self._keys():
                self._value(key, dict.__getitem__(self, key))

    def copy(self) -> dict[Any, Any]:
        return dict(self.items())

    def __copy__(self) -> dict[Any, Any]:
        return self.copy()

    def __deepcopy__(self, memo: dict[int, Any]) -> Any:
        import copy

        return copy.deepcopy(dict(self.items()), memo)

    def __reduce_ex__(self, protocol: object) -> Any:
        return (dict, (dict(self.items()),))

    def __eq__(self, other: object) -> bool:
        self._all()
        _shown_whole(other)
        return dict.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        self._all()
        _shown_whole(other)
        return dict.__ne__(self, other)

    __hash__ = None

    def __or__(self, other: Any) -> Any:
        self._all()
        return dict(dict.items(self)) | other

    def __ror__(self, other: Any) -> Any:
        self._all()
        return other | dict(dict.items(self))

    def __repr__(self) -> str:
        self._all()
        return repr(dict(dict.items(self)))

    def __str__(self) -> str:
        return self.__repr__()

    # Writes reach what it stands for as well.

    def __setitem__(self, key: Any, value: Any) -> None:
        dict.__setitem__(self, key, value)
        self._original[key] = value

    def __delitem__(self, key: Any) -> None:
        dict.__delitem__(self, key)
        del self._original[key]

    def setdefault(self, key: Any, default: Any = None) -> Any:
        if not dict.__contains__(self, key):
            self[key] = default
        return self[key]

    def pop(self, key: Any, *default: Any) -> Any:
        self._place.looked_up(key, dict.get(self, key, ABSENT))
        self._original.pop(key, None)
        return dict.pop(self, key, *default)

    def popitem(self) -> tuple[Any, Any]:
        self._all()
        key, value = dict.popitem(self)
        del self._original[key]
        return key, value

    def clear(self) -> None:
        dict.clear(self)
        self._original.clear()

    def update(self, *arguments: Any, **more: Any) -> None:
        for key, value in dict(*arguments, **more).items():
            self[key] = value

    def __ior__(self, other: Any) -> Any:
        self.update(other)
        return self


class _Proxy(Mapping[Any, Any]):
    """Stands for a mapping proxy: no dict, and nothing can be written."""

    __slots__ = ("_below", "_original", "_place")

    def __init__(self, original: Mapping[Any, Any], place: Place) -> None:
        self._original = original
        self._place = place
        self._below: dict[Any, Any] = {}

    def _value(self, key: Any, value: Any) -> Any:
        if current.frame is None:
            return value
        if self._place.depth > 0 and isinstance(value, dict | types.MappingProxyType):
            self._place.shown(key)
            found = self._below.get(key)
            if found is None:
                found = self._below.setdefault(key, stand_in(value, self._place.below(key)))
            return found
        self._place.looked_up(key, value)
        return value

    def __getitem__(self, key: Any) -> Any:
        try:
            value = self._original[key]
        except KeyError:
            self._place.looked_up(key, ABSENT)
            raise
        return self._value(key, value)

    def get(self, key: Any, default: Any = None) -> Any:
        value = self._original.get(key, ABSENT)
        if value is ABSENT:
            self._place.looked_up(key, ABSENT)
            return default
        return self._value(key, value)

    def __contains__(self, key: object) -> bool:
        answer = key in self._original
        self._place.contained(key, answer)
        return answer

    def _keys(self) -> None:
        self._place.listed(list(self._original))

    def __iter__(self) -> Iterator[Any]:
        self._keys()
        return iter(self._original)

    def __reversed__(self) -> Iterator[Any]:
        self._keys()
        yield from reversed(list(self._original))

    def __len__(self) -> int:
        self._keys()
        return len(self._original)

    def __bool__(self) -> bool:
        answer = len(self._original) > 0
        self._place.judged(answer)
        return answer

    def keys(self) -> Any:
        self._keys()
        return self._original.keys()

    def _all(self) -> Mapping[Any, Any]:
        if current.frame is None:
            return self._original
        self._keys()
        return {key: self._value(key, value) for key, value in self._original.items()}

    def values(self) -> Any:
        return self._all().values()

    def items(self) -> Any:
        return self._all().items()

    def copy(self) -> Any:
        return dict(self._all())

    def _whole(self) -> Any:
        """All of it, of the type that it stands for; what lies below is recorded when it is looked into."""
        return types.MappingProxyType(dict(self._all()))

    def __eq__(self, other: object) -> bool:
        return bool(self._whole() == (other._whole() if isinstance(other, _Proxy) else other))

    def __hash__(self) -> int:
        return hash(self._original)

    def __or__(self, other: Any) -> Any:
        return self._whole() | other

    def __ror__(self, other: Any) -> Any:
        return other | self._whole()

    def __repr__(self) -> str:
        return repr(self._whole())

    def __str__(self) -> str:
        return str(self._whole())


def _shown_whole(value: object) -> None:
    """A comparison by C code looks into the other stand-in as well."""
    if isinstance(value, _Dict):
        value._all()


# To a template that shows the type of a value, a stand-in is what it stands for.
_Dict.__name__ = _Dict.__qualname__ = "dict"
_Proxy.__name__ = _Proxy.__qualname__ = "mappingproxy"
