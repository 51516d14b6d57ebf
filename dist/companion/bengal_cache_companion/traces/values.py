"""Digests of values: equal digests for equal values of equal types, and an error for what cannot be judged.

Two values have the same digest only if a template cannot tell them apart: a text and the same text
marked as safe, the number 1 and true, a list and a tuple all differ. Objects that have a name of
their own (pages, sections, the site) count by that name; what is read from them is read by itself.
"""

from __future__ import annotations

import collections
import dataclasses
import datetime
import enum
import hashlib
import types
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Any

SIZE = 6
raw_attribute = object.__getattribute__


def digest_of_text(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()


def digest_of_bytes(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=SIZE).digest()


# Constants that no encoded value can have: every encoding begins with another letter.
MISSING = digest_of_text("!missing")
GONE = digest_of_text("!gone")
MAPPING = digest_of_text("!mapping")
TRUE = digest_of_text("btrue")
FALSE = digest_of_text("bfalse")
NONE = b"\0" * SIZE

_DEEPEST = 24
# Data that refers to itself, or to the same again and again, would be encoded without end.
_MOST_PARTS = 4_000_000
_FUNCTIONS = (types.FunctionType, types.BuiltinFunctionType, types.MethodType)
_EMPTY: dict[str, str] = {}
_VIEWS = (type(_EMPTY.keys()), type(_EMPTY.values()), type(_EMPTY.items()))
# Classes of Bengal that only hold values, in slots or attributes, and are no dataclasses.
_HOLDERS = frozenset(
    {
        "bengal.utils.pagination.paginator.Paginator",
        "bengal.rendering.context.data_wrappers.ParamsContext",
        "bengal.rendering.context.data_wrappers.SmartDict",
        "bengal.config.accessor.ConfigSection",
    }
)
_PASSED_FIELDS = frozenset({"_site", "diagnostics", "_diagnostics"})


class UnknownValueError(Exception):
    """A value of a type that this module cannot judge."""


class Digester:
    """Digests values. `name_of` gives the name of an object that has one, else None."""

    def __init__(self, root: str, name_of: Callable[[Any], str | None]) -> None:
        self.root = root
        self._prefix = root.rstrip("/") + "/"
        self._name_of = name_of

    def relative(self, path: object) -> str:
        """A path below the root of the site, as the trace writes it."""
        text = str(path)
        if text == self.root:
            return "."
        return text[len(self._prefix) :] if text.startswith(self._prefix) else text

    def digest(self, value: Any) -> bytes:
        parts: list[str] = []
        self.encode(value, parts)
        return digest_of_text("".join(parts))

    def encode(self, value: Any, out: list[str], depth: int = 0) -> None:
        kind = type(value)
        if kind is str:
            out.append(f"s{len(value)}:{value}")
        elif value is None or kind is bool or kind is int or kind is float:
            out.append(f"b{value!r};".lower() if kind is bool else f"n{value!r};")
        elif kind is list or kind is tuple:
            if depth > _DEEPEST or len(out) > _MOST_PARTS:
                raise UnknownValueError(f"nested too deeply, or too large: {kind.__name__}")
            out.append("[" if kind is list else "(")
            for each in value:
                self.encode(each, out, depth + 1)
            out.append("]")
        else:
            self._encode_other(value, kind, out, depth)

    def _encode_other(self, value: Any, kind: type, out: list[str], depth: int) -> None:
        name = self._name_of(value)
        if name is not None:
            out.append(f"@{len(name)}:{name}")
            return
        if depth > _DEEPEST or len(out) > _MOST_PARTS:
            raise UnknownValueError(f"nested too deeply, or too large: {_called(kind)}")
        if isinstance(value, dict):
            self._encode_pairs("{", list(dict.items(value)), out, depth)
        elif isinstance(value, str):
            text = str.__str__(value)
            out.append(f"m{kind.__name__}:{len(text)}:{text}")
        elif kind.__name__ == "DotDict":
            self._encode_pairs("d{", list(raw_attribute(value, "_data").items()), out, depth)
        elif isinstance(value, list | tuple | collections.deque):
            out.append(f"l{_called(kind)}[")
            for each in value:
                self.encode(each, out, depth + 1)
            out.append("]")
        elif not self._encode_plain(value, kind, out, depth):
            self._encode_object(value, kind, out, depth)

    def _encode_plain(self, value: Any, kind: type, out: list[str], depth: int) -> bool:
        if isinstance(value, set | frozenset):
            out.append("<" + "|".join(sorted(self._alone(each, depth) for each in value)) + ">")
        elif isinstance(value, PurePath):
            text = self.relative(value)
            out.append(f"/{len(text)}:{text}")
        elif isinstance(value, datetime.datetime | datetime.time):
            zone = value.tzname() if value.tzinfo is not None else ""
            out.append(f"t{kind.__name__}:{value.isoformat()}:{zone};")
        elif isinstance(value, datetime.date | datetime.timedelta):
            out.append(f"t{kind.__name__}:{value!s};")
        elif isinstance(value, enum.Enum):
            out.append(f"e{_called(kind)}.{value.name};")
        elif isinstance(value, bytes | complex | int | float | range | slice):
            out.append(f"n{_called(kind)}:{value!r};")
        elif isinstance(value, _VIEWS):
            self.encode(list(value), out, depth + 1)
        elif isinstance(value, Mapping):
            pairs = sorted(self._alone(key, depth) + "=" + self._alone(value[key], depth) for key in list(value.keys()))
            out.append("M{" + "|".join(pairs) + "}")
        else:
            return False
        return True

    def _encode_pairs(self, opening: str, pairs: list[tuple[Any, Any]], out: list[str], depth: int) -> None:
        out.append(opening)
        for key, each in pairs:
            self.encode(key, out, depth + 1)
            self.encode(each, out, depth + 1)
        out.append("}")

    def _alone(self, value: Any, depth: int) -> str:
        parts: list[str] = []
        self.encode(value, parts, depth + 1)
        return "".join(parts)

    def _encode_object(self, value: Any, kind: type, out: list[str], depth: int) -> None:
        if isinstance(value, type):
            out.append(f"c{_called(value)};")
        elif isinstance(value, _FUNCTIONS):
            out.append(self._function(value))
        elif dataclasses.is_dataclass(value):
            self._encode_fields(value, [field.name for field in dataclasses.fields(value)], out, depth)
        elif _called(kind) in _HOLDERS:
            names = [name for base in kind.__mro__ for name in _slots(base)]
            names += [*getattr(value, "__dict__", {})]
            self._encode_fields(value, [name for name in names if "cache" not in name], out, depth)
        else:
            raise UnknownValueError(_called(kind))

    def _function(self, value: Any) -> str:
        """A function counts by its place in the code, which the header of the trace vouches for."""
        owner = getattr(value, "__self__", None)
        if isinstance(value, types.MethodType) and self._name_of(owner) is None and not isinstance(owner, type):
            raise UnknownValueError(f"method of {_called(type(owner))}")
        if getattr(value, "__closure__", None):
            raise UnknownValueError(f"function with a memory: {value.__qualname__}")
        return f"f{getattr(value, '__module__', '')}.{value.__qualname__}:{self._name_of(owner) or ''};"

    def _encode_fields(self, value: Any, names: list[str], out: list[str], depth: int) -> None:
        out.append(f"o{_called(type(value))}(")
        for name in names:
            if "lock" in name or name in _PASSED_FIELDS:
                continue
            try:
                each = raw_attribute(value, name)
            except AttributeError:
                continue
            out.append(name + "=")
            self.encode(each, out, depth + 1)
        out.append(")")


def _called(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _slots(kind: type) -> tuple[str, ...]:
    slots = kind.__dict__.get("__slots__", ())
    return (slots,) if isinstance(slots, str) else tuple(slots)
