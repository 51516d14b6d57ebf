"""Front matter with what cascades to it, and the parameters that templates see: key by key."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

from .frames import current, suspended
from .recording import Recording
from .values import FALSE, MISSING, TRUE, raw_attribute


def metadata_property(recording: Recording, original: Any) -> Any:
    """`RuntimePage.metadata`: remembers whose view it hands out."""
    owners = recording.view_owners

    def metadata(self: Any) -> Any:
        frame, current.frame = current.frame, None
        try:
            view = original.fget(self)
        finally:
            current.frame = frame
        if id(view) not in owners and type(view).__name__ == "CascadeView":
            owners[id(view)] = recording.names.of(self) or "page:?"
            recording.hold(view)
        return view

    return property(metadata)


def _owner(recording: Recording, view: Any) -> str | None:
    owner = recording.view_owners.get(id(view))
    if owner is None and current.frame is not None:
        current.frame.doubts.add("front matter of an unknown page")
    return owner


def view_item(recording: Recording, original: Any) -> Any:
    def __getitem__(self: Any, key: Any) -> Any:
        frame = current.frame
        if frame is None:
            return original(self, key)
        owner = _owner(recording, self)
        current.frame = None
        try:
            value = original(self, key)
        except KeyError:
            current.frame = frame
            if owner is not None:
                recording.notes.digest("front-matter", (owner, recording.arguments.write(key)), MISSING)
            raise
        finally:
            current.frame = frame
        if owner is not None:
            recording.notes.value("front-matter", (owner, recording.arguments.write(key)), value)
        return value

    return __getitem__


def view_contains(recording: Recording, original: Any) -> Any:
    def __contains__(self: Any, key: object) -> bool:
        answer = bool(original(self, key))
        owner = _owner(recording, self) if current.frame is not None else None
        if owner is not None:
            written = (owner, "metadata", recording.arguments.write(key))
            recording.notes.digest("contains", written, TRUE if answer else FALSE)
        return answer

    return __contains__


def view_keys(view: Any) -> list[str]:
    """Its keys in an order that does not depend on how a set was filled."""
    own = list(raw_attribute(view, "_frontmatter"))
    cascaded = raw_attribute(view, "_snapshot").get_cascade_keys(raw_attribute(view, "_section_path"))
    return [*own, *sorted(set(cascaded) - set(own))]


def view_listing(recording: Recording, original: Any) -> Any:
    def method(self: Any) -> Any:
        owner = _owner(recording, self) if current.frame is not None else None
        if owner is not None:
            recording.notes.value("keys", (owner, "metadata"), view_keys(self))
        return original(self)

    return method


def doubtful(why: str) -> Any:
    """A function that shows more than can be recorded key by key: the page that calls it is rendered always."""

    def make(_recording: Recording, original: Any) -> Any:
        def function(*arguments: Any, **named: Any) -> Any:
            frame = current.frame
            if frame is not None:
                frame.doubts.add(why)
            return original(*arguments, **named)

        return function

    return make


class Params:
    """The parameters of one page: its own, else its section's, else the site's."""

    __slots__ = ("metadata", "page", "section")

    def __init__(self, page: str | None, metadata: Any, section: str | None) -> None:
        self.page = page
        self.metadata = metadata
        self.section = section


def page_context(recording: Recording, original: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """`build_page_context`: what it reads of the page itself is in the page's own digest; the rest is lazy."""

    def build_page_context(page: Any, *arguments: Any, **named: Any) -> dict[str, Any]:
        frame = current.frame
        if frame is None:
            return original(page, *arguments, **named)
        with suspended():
            context = original(page, *arguments, **named)
            params, section = context.get("params"), context.get("section")
            metadata = getattr(page, "metadata", None) or {}
            bare = None if section else named.get("section") or getattr(page, "_section", None)
        # Of a section without a frozen copy the lists of its pages are taken at once.
        for name in ("regular_pages", "pages", "subsections", "sorted_subsections") if bare is not None else ():
            getattr(bare, name, None)
        label = recording.names.of(page)
        if label is None:
            frame.doubts.add("a page without a name")
        elif frame.page is not page:
            frame.doubts.add("shows another page as its own")
        section_name = None if section is None else recording.names.of(section)
        if type(params).__name__ == "CascadingParamsContext":
            recording.params[id(params)] = Params(label, metadata, section_name)
            recording.hold(params)
        # Its class first: asked whether it holds anything, a view tells all its keys, which nobody shows.
        if type(metadata).__name__ != "CascadeView" and metadata:
            recording.notes.value("front-matter", (label or "page:?", "*"), all_of(metadata))
        return context

    return build_page_context


def _note_param(recording: Recording, context: Any, name: str) -> None:
    params = recording.params.get(id(context))
    if params is None:
        return  # a nested one: its whole value was recorded above
    notes, label = recording.notes, params.page or "page:?"
    if type(params.metadata).__name__ == "CascadeView":
        # Looking into the page's front matter in this frame records it.
        for key in (name, "params"):
            with contextlib.suppress(KeyError):
                params.metadata[key]
    own, section = raw_attribute(context, "_page"), raw_attribute(context, "_section")
    if name in own and not isinstance(own[name], dict):
        return
    if params.section is not None:
        with suspended():
            value = section.get(name, None)
        if name in section:
            notes.value("param", (params.section, name), value)
        else:
            notes.digest("param", (params.section, name), MISSING)
    if name in own or name not in section or isinstance(section[name], dict):
        site = raw_attribute(context, "_site")
        if name in site:
            notes.value("config", ("params", name), site[name])
        else:
            notes.digest("config", ("params", name), MISSING)
    if label == "page:?":
        notes.doubt("parameters of an unknown page")


def params_attribute(recording: Recording, original: Any) -> Any:
    def __getattr__(self: Any, name: str) -> Any:
        if current.frame is not None and not name.startswith("_"):
            recording.notes.careful(lambda: _note_param(recording, self, name))
        return original(self, name)

    return __getattr__


def params_get(recording: Recording, original: Any) -> Any:
    def get(self: Any, name: str, *default: Any, **named: Any) -> Any:
        if current.frame is not None:
            recording.notes.careful(lambda: _note_param(recording, self, name))
        return original(self, name, *default, **named)

    return get


def params_whole(recording: Recording, original: Any) -> Any:
    def method(self: Any, *arguments: Any) -> Any:
        if current.frame is not None:
            recording.notes.careful(lambda: _note_all_params(recording, self))
        return original(self, *arguments)

    return method


def _note_all_params(recording: Recording, context: Any) -> None:
    params = recording.params.get(id(context))
    if params is None:
        return
    notes = recording.notes
    notes.value("front-matter", (params.page or "page:?", "*"), all_of(params.metadata))
    if params.section is not None:
        notes.value("param", (params.section, "*"), dict(raw_attribute(context, "_section")))
    notes.value("config", ("params", "*"), dict(raw_attribute(context, "_site")))


def all_of(metadata: Any) -> list[tuple[Any, Any]]:
    """All keys and values, in the order in which a template meets them."""
    with suspended():
        if type(metadata).__name__ == "CascadeView":
            return [(key, metadata[key]) for key in view_keys(metadata)]
        return list(metadata.items()) if hasattr(metadata, "items") else []


def params_of(metadata: Any) -> dict[str, Any]:
    """What `build_page_context` makes of a section's metadata: `params` lie over the keys beside them."""
    raw = dict(metadata) if metadata else {}
    params = {key: value for key, value in raw.items() if key != "params"}
    if isinstance(raw.get("params"), dict):
        params.update(raw["params"])
    return params
