"""What a rendering learns of the present time.

A page that shows the year of the build holds until the year ends; one that says "three days ago"
holds as long as that is what it would say. What needs the time of day never holds.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from .arguments import UnwritableError
from .frames import current, suspended
from .recording import Recording
from .values import NONE

# Attributes of a date that a format stands for.
_FORMATS = {"year": "%Y", "month": "%m", "day": "%d", "date": "%Y-%m-%d", "weekday": "%w", "isoweekday": "%w"}
_HARMLESS = frozenset({"tzinfo", "tzname", "utcoffset", "dst"})
WHOLE = "%Y-%m-%dT%H:%M:%S.%f"


class _BuildTime(datetime.datetime):
    """Stands for the time of the build: tells which part of it was asked for."""

    _recording: Recording

    def __getattribute__(self, name: str) -> Any:
        answer = datetime.datetime.__getattribute__(self, name)
        if current.frame is None or (name.startswith("_") and name != "__dict__") or name in _HARMLESS:
            return answer
        recording: Recording = datetime.datetime.__getattribute__(self, "_recording")
        if name == "strftime":
            return _Format(recording, answer)
        _note(recording, _FORMATS.get(name), self)
        return answer

    def _note_whole(self) -> None:
        if current.frame is not None:
            _note(datetime.datetime.__getattribute__(self, "_recording"), None, self)

    def __format__(self, spec: str) -> str:
        return self.strftime(spec) if spec else str(self)

    __hash__ = datetime.datetime.__hash__


def _whole(name: str) -> Callable[..., Any]:
    original = getattr(datetime.datetime, name)

    def method(self: _BuildTime, *arguments: Any) -> Any:
        self._note_whole()
        return original(self, *arguments)

    return method


for _name in ("str", "repr", "add", "radd", "sub", "rsub", "eq", "ne", "lt", "le", "gt", "ge", "reduce_ex", "hash"):
    setattr(_BuildTime, f"__{_name}__", _whole(f"__{_name}__"))
_BuildTime.__name__ = _BuildTime.__qualname__ = "datetime"


class _Format:
    """The bound `strftime` of the time of the build."""

    def __init__(self, recording: Recording, bound: Callable[[str], str]) -> None:
        self._recording = recording
        self._bound = bound

    def __call__(self, format: str) -> str:
        with suspended():
            text = self._bound(format)
        self._recording.notes.value("clock", (format,), text)
        return text


def _note(recording: Recording, format: str | None, time: _BuildTime) -> None:
    if format is None:
        recording.notes.digest("clock", (WHOLE,), NONE)
        return
    with suspended():
        text = time.strftime(format)
    recording.notes.value("clock", (format,), text)


def build_time(recording: Recording, value: Any) -> Any:
    """What a rendering is given as `site.build_time`."""
    if type(value) is not datetime.datetime:
        return value
    made = _BuildTime(
        value.year,
        value.month,
        value.day,
        value.hour,
        value.minute,
        value.second,
        value.microsecond,
        value.tzinfo,
        fold=value.fold,
    )
    made._recording = recording
    return made


def ages(name: str) -> Any:
    """A function of Bengal that compares a date with the present: what it says is compared."""

    def make(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
        def function(*arguments: Any, **named: Any) -> Any:
            frame = current.frame
            if frame is None or named.get("now") is not None:
                return original(*arguments, **named)
            with suspended():
                answer = original(*arguments, **named)
            try:
                written = [recording.arguments.write(each) for each in arguments]
                written += [f"{key}={recording.arguments.write(each)}" for key, each in sorted(named.items())]
            except UnwritableError:
                recording.notes.digest("clock", (WHOLE,), NONE)
                return answer
            recording.notes.value("clock", (name, *written), answer)
            return answer

        return function

    return make
