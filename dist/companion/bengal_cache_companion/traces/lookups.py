"""Questions that read whole maps but are answered by one entry: question and answer are recorded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .arguments import UnwritableError
from .frames import current, suspended
from .mappings import Place, stand_in
from .recording import Recording


def method(kept: str | None = None) -> Any:
    """A method of an object that has a name. Arguments that cannot be written: its own reads count."""

    def make(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
        if not callable(original):
            return original  # in this version an attribute, which is recorded as one
        name = kept or original.__name__

        def function(self: Any, *arguments: Any, **named: Any) -> Any:
            frame = current.frame
            if frame is None:
                return original(self, *arguments, **named)
            try:
                written = [recording.arguments.write(each) for each in arguments]
                written += [f"{key}={recording.arguments.write(each)}" for key, each in sorted(named.items())]
            except UnwritableError:
                frame.doubts.add(f"a question that the trace cannot write: {name}")
                return original(self, *arguments, **named)
            with suspended():
                answer = original(self, *arguments, **named)
            label = recording.names.of(self) or type(self).__name__
            recording.notes.value("lookup", (label, name, *written), answer)
            return answer

        return function

    return make


def page_paths(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
    """`Site.get_page_path_map`: a page, or none, under a path."""

    def get_page_path_map(self: Any) -> Any:
        with suspended():
            found = original(self)
        if current.frame is None:
            return found
        key = (id(found), "map")
        known = recording.stand_ins.get(key)
        if known is None:
            recording.hold(found)
            made = stand_in(found, Place(recording, "page-paths", "map", (), 0))
            known = recording.stand_ins.setdefault(key, made)
        return known

    return get_page_path_map


def without_reads(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
    """Machinery of the build that runs inside a rendering, also for pages that are kept: no reads of the page."""

    def function(*arguments: Any, **named: Any) -> Any:
        with suspended():
            return original(*arguments, **named)

    return function


def query(name: str) -> Any:
    """A method of an index of Bengal."""

    def make(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
        def function(self: Any, *arguments: Any) -> Any:
            if current.frame is None:
                return original(self, *arguments)
            with suspended():
                answer = original(self, *arguments)
                value = sorted(map(str, answer)) if isinstance(answer, set | frozenset) else answer
            index = str(getattr(self, "name", type(self).__name__))
            recording.notes.value("query", (index, name, *map(str, arguments)), value)
            return answer

        return function

    return make


_ASKED_OF_INDEX = frozenset({"get", "keys", "has_changed", "get_metadata", "name"})


def inside_of_index(_recording: Recording, original: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    """`QueryIndex.__getattribute__`: its questions are recorded, what lies behind them is not."""

    def __getattribute__(self: Any, name: str) -> Any:
        frame = current.frame
        if frame is not None and name not in _ASKED_OF_INDEX and not name.startswith("_"):
            frame.doubts.add(f"looks into an index: {name}")
        return original(self, name)

    return __getattribute__


def menu(form: str) -> Any:
    """A menu as templates see it, by name and language."""

    def make(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
        def function(self: Any, name: str = "main", lang: str = "") -> Any:
            if current.frame is None:
                return original(self, name, lang) if lang or form == "engine-language" else original(self, name)
            with suspended():
                answer = original(self, name, lang) if lang or form == "engine-language" else original(self, name)
            recording.notes.value("menu", (str(name), str(lang), form), answer)
            return answer

        return function

    return make


def asset_address(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
    """`resolve_asset_url`. On a site for `file://` the address depends on the page as well."""

    def resolve_asset_url(asset_path: Any, site: Any, page: Any = None, *arguments: Any, **named: Any) -> Any:
        if current.frame is None:
            return original(asset_path, site, page, *arguments, **named)
        with suspended():
            answer = original(asset_path, site, page, *arguments, **named)
            general = (
                original(asset_path, site) if page is not None and str(site.baseurl).startswith("file:") else answer
            )
        recording.notes.value("asset", (str(asset_path),), general)
        return answer

    return resolve_asset_url


def icon(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
    """`_render_icon_cached(name, ..., site=site)`: the drawing of the icon, above two caches."""

    def render(name: str, *arguments: Any, **named: Any) -> Any:
        if current.frame is None:
            return original(name, *arguments, **named)
        with suspended():
            answer = original(name, *arguments, **named)
        _note_icon(recording, str(name))
        return answer

    return render


def _note_icon(recording: Recording, name: str) -> None:
    frame, read = current.frame, ("icons", "load", name)
    if frame is None:
        return
    index = recording.table.known("lookup", read)
    if index is None:
        # Finding an icon means looking through all folders of the theme: once for each is enough.
        with suspended():
            drawing = icon_source(name, recording.context.site)
        index = recording.table.add_value("lookup", read, drawing)
    frame.add(index)


def icon_source(name: str, site: Any) -> Any:
    from bengal.icons import resolver

    return resolver.load_icon(name, site=site)


def simple_icon(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
    """`render_svg_icon(name, ...)` and `render_icon`, the same for directives."""

    def render(name: str, *arguments: Any, **named: Any) -> Any:
        if current.frame is None:
            return original(name, *arguments, **named)
        with suspended():
            answer = original(name, *arguments, **named)
        _note_icon(recording, str(name))
        return answer

    return render


def translations(method_name: str) -> Any:
    """`_make_t` and `_make_nt`: what a translator answers, without the values that it fills in."""

    def make(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
        def maker(site: Any) -> Callable[..., Any]:
            translate = original(site)

            def function(*arguments: Any, **named: Any) -> Any:
                if current.frame is None:
                    return translate(*arguments, **named)
                with suspended():
                    answer = translate(*arguments, **named)
                    plain = _without_values(method_name, arguments, named)
                    bare = translate(*plain)
                try:
                    written = tuple(recording.arguments.write(each) for each in plain)
                except UnwritableError:
                    recording.notes.doubt("a translation that the trace cannot write")
                    return answer
                recording.notes.value("lookup", ("translations", method_name, *written), bare)
                return answer

            return function

        return maker

    return make


def _without_values(name: str, arguments: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...]:
    """The arguments of `t(key, params, lang, default)` or `nt(singular, plural, n, params, lang)` without `params`."""
    order = ("key", "params", "lang", "default") if name == "t" else ("singular", "plural", "n", "params", "lang")
    given = dict(zip(order, arguments, strict=False)) | named
    return tuple(None if each == "params" else given.get(each) for each in order)


def function_of_site(name: str) -> Any:
    """A function that has the site among its arguments, asked as a question to the site."""

    def make(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
        def function(*arguments: Any, **named: Any) -> Any:
            frame = current.frame
            if frame is None:
                return original(*arguments, **named)
            with suspended():
                answer = original(*arguments, **named)
            try:
                written = [recording.arguments.write(each) for each in arguments]
                written += [f"{key}={recording.arguments.write(each)}" for key, each in sorted(named.items())]
            except UnwritableError:
                frame.doubts.add(f"a question that the trace cannot write: {name}")
                return answer
            recording.notes.value("lookup", ("function", name, *written), answer)
            return answer

        return function

    return make


def written_output(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
    """`write_output`: no reads; but a page that shows where the site lies holds only there."""

    def write_output(page: Any, *arguments: Any, **named: Any) -> Any:
        frame = current.frame
        if frame is None:
            return original(page, *arguments, **named)
        with suspended():
            rendered = named.get("rendered_page")
            html = getattr(rendered, "rendered_html", None) or getattr(page, "rendered_html", "") or ""
            shows_root = recording.context.root in html
            result = original(page, *arguments, **named)
        if shows_root:
            recording.notes.value("root", (), f"root {recording.context.root}")
        return result

    return write_output
