"""How templates see the site, its configuration and its theme: wrappers that Bengal keeps for the whole build."""

from __future__ import annotations

from typing import Any

from .containers import ConfigPlace, Places, data_place
from .frames import current, suspended
from .mappings import ABSENT
from .recording import Recording
from .values import raw_attribute


def site_attribute(recording: Recording, original: Any) -> Any:
    """`SiteContext.__getattr__`: one read of the site in place of `hasattr` and `getattr`."""

    def __getattr__(self: Any, name: str) -> Any:
        if current.frame is None or name in ("data", "_site"):
            return original(self, name)
        try:
            return getattr(raw_attribute(self, "_site"), name)
        except AttributeError:
            return original(self, name)

    return __getattr__


def site_params(recording: Recording, original: Any) -> Any:
    """`SiteContext.params`, kept after its first use: read key by key wherever it is used."""

    def params(self: Any) -> Any:
        with suspended():
            found = original.fget(self)
        places: Places = recording.places
        places.put(found, ConfigPlace(recording, "params"))
        return found

    return property(params)


def theme_config(recording: Recording, original: Any) -> Any:
    """`ThemeContext.config`, the same for the theme's own configuration."""

    def config(self: Any) -> Any:
        with suspended():
            found = original.fget(self)
        places: Places = recording.places
        places.put(found, data_place(recording, "theme", "config"))
        return found

    return property(config)


def config_attribute(recording: Recording, original: Any) -> Any:
    """`ConfigContext.__getattr__`, `__getitem__` and `get`: a section, or a value at the top."""

    def method(self: Any, name: str, *default: Any, **named: Any) -> Any:
        if current.frame is None or name.startswith("_"):
            return original(self, name, *default, **named)
        with suspended():
            answer = original(self, name, *default, **named)
        recording.notes.careful(lambda: _note_config(recording, name, answer))
        return answer

    return method


def _note_config(recording: Recording, name: str, answer: Any) -> None:
    place, places = ConfigPlace(recording, ""), recording.places
    if recording.names.of(answer) is not None:
        return  # a typed section, whose attributes are read by themselves
    data = raw_config(recording.context.site)
    places.read(place, name, answer, data.get(name, ABSENT))


def config_contains(recording: Recording, original: Any) -> Any:
    def __contains__(self: Any, key: object) -> bool:
        with suspended():
            answer = bool(original(self, key))
        recording.notes.careful(lambda: ConfigPlace(recording, "").contained(key, answer))
        return answer

    return __contains__


def raw_config(site: Any) -> dict[str, Any]:
    config = raw_attribute(site, "config")
    found: dict[str, Any] = config if isinstance(config, dict) else raw_attribute(config, "_data")
    return found


def template_metadata(recording: Recording, original: Any) -> Any:
    """`build_template_metadata`: what templates see as `bengal`, made once and read key by key."""

    def build_template_metadata(site: Any) -> Any:
        with suspended():
            return original(site)

    return build_template_metadata
