"""Asks a recorded question again, of the site as it is now."""

from __future__ import annotations

import datetime
import os
import threading
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from .environment import files_digest, listing_digest, site_path, state_of
from .front_matter import all_of, params_of, view_keys
from .lookups import icon_source
from .reads import Read
from .recording import Recording
from .templates import source_digest
from .values import FALSE, GONE, MAPPING, MISSING, NONE, TRUE

_FUNCTIONS = "bengal.rendering.template_functions"
_FUNCTION_PLACES = {
    "page_exists_in_version": f"{_FUNCTIONS}.version_url:page_exists_in_version",
    "alternate_links": f"{_FUNCTIONS}.i18n:_alternate_links",
}


class _GoneError(Exception):
    """The object is not there any more, or there are several of this name."""


class _Chosen(threading.local):
    """Which of several objects of one name is asked at the moment."""

    name: str | None = None
    value: Any = None


class Objects:
    """Objects by name. Several may have one name, such as two frozen copies of a section."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._found: dict[str, Any] = {}
        self._several: dict[str, list[Any]] = {}
        self._chosen = _Chosen()
        site = recording.context.site
        self._add(site)
        for page in site.pages:
            self._add(page)
        self._add_sections(site.sections)
        self._add(site.theme_config)
        self._add(getattr(site, "_autodoc_symbol_resolver", None))
        self._add_snapshot(getattr(recording.context.build_context, "snapshot", None))

    def _add(self, value: Any) -> None:
        name = self._recording.names.of(value)
        if name is None:
            return
        known = self._found.setdefault(name, value)
        if known is not value:
            several = self._several.setdefault(name, [known])
            if all(each is not value for each in several):
                several.append(value)

    def _add_sections(self, sections: Iterable[Any]) -> None:
        for section in sections:
            self._add(section)
            self._add_sections(section.subsections)

    def _add_snapshot(self, snapshot: Any) -> None:
        from bengal.snapshots.types import NO_SECTION

        self._found.setdefault(self._recording.names.of(NO_SECTION) or "", NO_SECTION)
        if snapshot is None:
            return
        self._add(snapshot)
        for page in snapshot.pages:
            self._add(page)
        self._add_sections(snapshot.sections)
        root = self._recording.names.of(snapshot.root_section)
        self._found.setdefault(root or "", snapshot.root_section)
        for name in ("navigation", "taxonomy"):
            self._add(getattr(snapshot, name, None))

    def each(self, name: str) -> Iterator[None]:
        """Chooses one after the other of the objects of this name; once if there is one, or none."""
        for value in self._several.get(name, (self._found.get(name),)):
            self._chosen.name, self._chosen.value = name, value
            try:
                yield
            finally:
                self._chosen.name = None

    def of(self, name: str) -> Any:
        found = self._chosen.value if self._chosen.name == name else self._found.get(name)
        if found is not None:
            return found
        if name.startswith(("nav-tree:", "nav-node:")):
            self._add_tree(name.split(":", 2)[1])
            found = self._found.get(name)
        if name.startswith("config-section:"):
            found = self._config_section(name.partition(":")[2])
        if found is None:
            raise _GoneError(name)
        return found

    def _add_tree(self, version: str) -> None:
        from bengal.core.nav_tree import NavTreeCache

        tree = NavTreeCache.get(self._recording.context.site, version or None)
        self._recording.trees.add_tree(tree)
        self._add(tree)
        for node in tree.root.walk():
            self._add(node)

    def _config_section(self, name: str) -> Any:
        from bengal.config.snapshot import ConfigSnapshot
        from bengal.config.utils import unwrap_config

        made = ConfigSnapshot.from_dict(unwrap_config(self._recording.context.site.config))
        found = getattr(made, name, None)
        self._found[f"config-section:{name}"] = found
        return found


class Questions:
    """Answers as digests. Each kind of read has its method here."""

    def __init__(self, recording: Recording, objects: Objects) -> None:
        self._recording = recording
        self._objects = objects
        self._site = recording.context.site
        self._translators: dict[str, Callable[..., Any]] = {}
        self._mappings: dict[str, Any] = {}
        self._kinds: Mapping[str, Callable[..., bytes]] = {
            "attribute": self._attribute,
            "has": self._has,
            "shape": self._shape,
            "key": self._key,
            "contains": self._contains,
            "keys": self._keys,
            "truth": self._truth,
            "front-matter": self._front_matter,
            "param": self._param,
            "config": self._config,
            "config-contains": self._config_contains,
            "menu": self._menu,
            "template": self._template,
            "lookup": self._lookup,
            "query": self._query,
            "asset": self._asset,
            "file": lambda path: files_digest(self._path(path)),
            "listing": lambda path: listing_digest(self._path(path)),
            "exists": lambda path, method: state_of(self._path(path), method),
            "environment": self._environment,
            "clock": self._clock,
            "chance": lambda: TRUE,
            "root": lambda: self._digest(f"root {recording.context.root}"),
        }

    def ask(self, read: Read) -> bytes:
        """The answer, which all objects of the name have to agree on."""
        owner = read.arguments[0] if read.arguments else ""
        answers = {self._ask_once(read) for _ in self._objects.each(owner)}
        return answers.pop() if len(answers) == 1 else NONE

    def _ask_once(self, read: Read) -> bytes:
        try:
            return self._kinds[read.kind](*read.arguments)
        except _GoneError:
            return GONE

    def _digest(self, value: Any) -> bytes:
        return self._recording.digester.digest(value)

    def _argument(self, text: str) -> Any:
        return self._recording.arguments.read(text, self._objects.of)

    def _path(self, path: str) -> str:
        return site_path(self._recording.context.root, path)

    def _attribute(self, owner: str, name: str) -> bytes:
        found = self._objects.of(owner)
        try:
            value = getattr(found, name)
        except AttributeError:
            return MISSING
        return self._digest(value)

    def _has(self, owner: str, name: str) -> bytes:
        return TRUE if hasattr(self._objects.of(owner), name) else FALSE

    def _container(self, owner: str, name: str) -> Any:
        if owner == "config":
            return self._section(name)
        if owner in ("page-paths", "bengal"):
            return self._made_once(owner)
        if owner == "engine":
            return self._recording.engine._env.globals
        if name == "_page_lookup_maps":
            from bengal.rendering.template_functions import get_page

            get_page._build_lookup_maps(self._site)
        return getattr(self._objects.of(owner), name, None)

    def _made_once(self, owner: str) -> Any:
        """Mappings that Bengal makes, or looks over, each time that it is asked for them."""
        found = self._mappings.get(owner)
        if found is None:
            if owner == "page-paths":
                found = self._site.get_page_path_map()
            else:
                from bengal.rendering.metadata import build_template_metadata

                found = build_template_metadata(self._site)
            self._mappings[owner] = found
        return found

    def _walk(self, value: Any, path: Iterable[str]) -> Any:
        for each in path:
            try:
                value = value[self._argument(each)]
            except (KeyError, TypeError, IndexError) as error:
                raise _GoneError(each) from error
        return value

    def _shape(self, owner: str, name: str, *path: str) -> bytes:
        value = self._walk(self._container(owner, name), path)
        return MAPPING if _is_mapping(value) else GONE

    def _key(self, owner: str, name: str, *path: str) -> bytes:
        value = self._walk(self._container(owner, name), path[:-1])
        last = self._argument(path[-1])
        return self._digest(value[last]) if last in value else MISSING

    def _contains(self, owner: str, name: str, *path: str) -> bytes:
        value = self._walk(self._container(owner, name), path[:-1])
        return TRUE if self._argument(path[-1]) in value else FALSE

    def _keys(self, owner: str, name: str, *path: str) -> bytes:
        value = self._walk(self._container(owner, name), path)
        keys = view_keys(value) if type(value).__name__ == "CascadeView" else list(value)
        return self._digest(keys)

    def _truth(self, owner: str, name: str, *path: str) -> bytes:
        return TRUE if len(self._walk(self._container(owner, name), path)) > 0 else FALSE

    def _front_matter(self, page: str, key: str) -> bytes:
        metadata = self._objects.of(page).metadata
        if key == "*":
            return self._digest(all_of(metadata))
        name = self._argument(key)
        return self._digest(metadata[name]) if name in metadata else MISSING

    def _param(self, owner: str, key: str) -> bytes:
        params = params_of(self._objects.of(owner).metadata)
        if key == "*":
            return self._digest(params)
        return self._digest(params[key]) if key in params else MISSING

    def _section(self, section: str) -> Any:
        from .configuration import raw_config

        value: Any = raw_config(self._site)
        for each in section.split(".") if section else ():
            value = value.get(each) if isinstance(value, dict) else None
        return value if isinstance(value, dict) else {}

    def _config(self, section: str, key: str) -> bytes:
        found = self._section(section)
        if key == "*":
            return self._digest(found)
        return self._digest(found[key]) if key in found else MISSING

    def _config_contains(self, section: str, key: str) -> bytes:
        return TRUE if key in self._section(section) else FALSE

    def _menu(self, name: str, language: str, form: str) -> bytes:
        engine = self._recording.engine
        if form == "engine":
            return self._digest(engine._get_menu(name))
        if form == "engine-language":
            return self._digest(engine._get_menu_lang(name, language))
        from bengal.rendering.context.menu_context import MenusContext

        return self._digest(MenusContext(self._site).get(name, language))

    def _template(self, name: str) -> bytes:
        return source_digest(self._recording.engine._env, name)

    def _lookup(self, owner: str, method: str, *arguments: str) -> bytes:
        if owner == "icons":
            return self._digest(icon_source(arguments[0], self._site))
        if owner == "translations":
            return self._digest(self._translator(method)(*[self._argument(each) for each in arguments]))
        if owner == "function":
            return self._digest(self._call(self._recording.originals[_FUNCTION_PLACES[method]], arguments))
        return self._digest(self._call(getattr(self._objects.of(owner), method), arguments))

    def _translator(self, method: str) -> Callable[..., Any]:
        made = self._translators.get(method)
        if made is None:
            made = self._recording.originals[f"{_FUNCTIONS}.i18n:_make_{method}"](self._site)
            self._translators[method] = made
        return made

    def _call(self, function: Callable[..., Any], arguments: Iterable[str]) -> Any:
        plain: list[Any] = []
        named: dict[str, Any] = {}
        for each in arguments:
            name, equals, value = each.partition("=")
            if equals and name.isidentifier():
                named[name] = self._argument(value)
            else:
                plain.append(self._argument(each))
        return function(*plain, **named)

    def _query(self, index: str, method: str, *arguments: str) -> bytes:
        answer = getattr(self._site.indexes.get(index), method)(*arguments)
        return self._digest(sorted(map(str, answer)) if isinstance(answer, set | frozenset) else answer)

    def _asset(self, path: str) -> bytes:
        resolve = self._recording.originals["bengal.rendering.assets:resolve_asset_url"]
        return self._digest(resolve(path, self._site))

    def _environment(self, name: str) -> bytes:
        value = os.environ.get(name)
        return MISSING if value is None else self._digest(value)

    def _clock(self, form: str, *arguments: str) -> bytes:
        if "%" in form:
            time = self._site.build_time
            return NONE if time is None else self._digest(time.strftime(form))
        return self._digest(self._call(self._recording.originals[form], arguments))


def _is_mapping(value: Any) -> bool:
    """Whether it is something that is read part by part; the time of the build is as well."""
    return isinstance(value, dict | types.MappingProxyType | datetime.datetime) or type(value).__name__ in (
        "DotDict",
        "ParamsContext",
    )
