"""The classes whose objects have names, and these names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from .recording import Recording
from .values import raw_attribute

NameOf = Callable[[Recording], Callable[[Any], str]]


def _page(prefix: str) -> NameOf:
    def make(recording: Recording) -> Callable[[Any], str]:
        known: dict[int, str] = recording.page_names

        def name(page: Any) -> str:
            found = known.get(id(page))
            if found is None:
                found = f"{prefix}:{recording.relative(raw_attribute(page, 'source_path'))}"
                recording.hold(page)
                known[id(page)] = found
            return found

        return name

    return make


def _section(recording: Recording) -> Callable[[Any], str]:
    def name(section: Any) -> str:
        path = raw_attribute(section, "path")
        if path is not None:
            return f"section:{recording.relative(path)}"
        try:
            address = raw_attribute(section, "_relative_url_override") or ""
        except AttributeError:
            address = ""
        return f"section:virtual:{raw_attribute(section, 'name')}:{address}"

    return name


def _section_snapshot(recording: Recording) -> Callable[[Any], str]:
    def name(section: Any) -> str:
        path = raw_attribute(section, "path")
        if path is not None:
            return f"section-snapshot:{recording.relative(path)}"
        return f"section-snapshot:virtual:{raw_attribute(section, 'href')}"

    return name


def _constant(text: str) -> NameOf:
    return lambda _recording: lambda _object: text


def _nav_tree(_recording: Recording) -> Callable[[Any], str]:
    return lambda tree: f"nav-tree:{raw_attribute(tree, 'version_id') or ''}"


def _nav_node(recording: Recording) -> Callable[[Any], str]:
    return lambda node: recording.trees.name_of(node)


class Trees:
    """Nodes of navigation trees have names by their tree."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._names: dict[int, str] = {}
        self._trees: set[int] = set()

    def add_tree(self, tree: Any) -> None:
        if id(tree) in self._trees or not hasattr(tree, "root"):
            return
        self._recording.hold(tree)
        version = raw_attribute(tree, "version_id") or ""
        waiting = [(raw_attribute(tree, "root"), "")]
        # Where a section and API documentation have one address, two nodes of one name stand side by side.
        twins: Counter[str] = Counter()
        while waiting:
            node, above = waiting.pop()
            name = f"{above}/{raw_attribute(node, 'id')}"
            twins[name] += 1
            if twins[name] > 1:
                name = f"{name}~{twins[name]}"
            self._recording.hold(node)
            self._names[id(node)] = f"nav-node:{version}:{raw_attribute(node, '_path')}#{name}"
            waiting += [(child, name) for child in raw_attribute(node, "children")]
        self._trees.add(id(tree))

    def name_of(self, node: Any) -> str:
        return self._names[id(node)]


# Module, class, names, and whether it is absent in some of the versions that are supported.
NAMES: tuple[tuple[str, str, NameOf, bool], ...] = (
    ("bengal.core.page.runtime", "RuntimePage", _page("page"), False),
    ("bengal.core.section", "Section", _section, False),
    ("bengal.core.site", "Site", _constant("site"), False),
    ("bengal.snapshots.types", "PageSnapshot", _page("page-snapshot"), False),
    ("bengal.snapshots.types", "SectionSnapshot", _section_snapshot, False),
    ("bengal.snapshots.types", "SiteSnapshot", _constant("site-snapshot"), False),
    ("bengal.snapshots.types", "NavigationPlan", _constant("navigation"), True),
    ("bengal.snapshots.types", "TaxonomyPlan", _constant("taxonomy"), True),
    ("bengal.core.nav_tree", "NavNode", _nav_node, False),
    ("bengal.core.nav_tree", "NavTree", _nav_tree, False),
    ("bengal.core.theme.config", "Theme", _constant("theme"), False),
    ("bengal.autodoc.symbol_resolver", "SymbolResolver", _constant("symbols"), True),
    ("bengal.config.snapshot", "SiteSection", _constant("config-section:site"), True),
    ("bengal.config.snapshot", "BuildSection", _constant("config-section:build"), True),
    ("bengal.config.snapshot", "DevSection", _constant("config-section:dev"), True),
    ("bengal.config.snapshot", "ThemeSection", _constant("config-section:theme"), True),
    ("bengal.config.snapshot", "ContentSection", _constant("config-section:content"), True),
    ("bengal.config.snapshot", "FeaturesSection", _constant("config-section:features"), True),
    ("bengal.config.snapshot", "AssetsSection", _constant("config-section:assets"), True),
)
