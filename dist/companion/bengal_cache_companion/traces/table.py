"""Every function of Bengal and Python that the recorder replaces, and what its reads prove.

All are undone by `Installer.remove`: attributes are put back, or deleted where they were inherited.
The audit hook of Python (environment.py) cannot be taken away; it is idle without a recording.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import (
    attributes,
    clock,
    configuration,
    containers,
    doubts,
    environment,
    front_matter,
    lookups,
    nodes,
    templates,
)
from .attributes import Watched, watch
from .hooks import Hook, Make
from .names import NAMES

_CORE = "bengal.core"
_SNAPSHOTS = "bengal.snapshots.types"
_FUNCTIONS = "bengal.rendering.template_functions"

# Attributes that hold mappings -> levels below them that are read key by key.
_SITE_MAPPINGS: Mapping[str, int] = {
    "taxonomies": 2,
    "menu": 0,
    "menu_localized": 1,
    "xref_index": 1,
    "params": 0,
    "page_by_source_path": 0,
    "_page_lookup_maps": 1,
}
_MAPPINGS: Mapping[str, Mapping[str, int]] = {
    "Site": _SITE_MAPPINGS,
    "Section": {"metadata": 0, "params": 0},
    "PageSnapshot": {"metadata": 0, "params": 0},
    "SectionSnapshot": {"metadata": 0, "params": 0},
    "NavigationPlan": {"menus": 0, "nav_trees": 0},
    "TaxonomyPlan": {"tag_pages": 0, "taxonomies": 1},
    "NavTree": {"_flat_nodes": 0, "flat_nodes": 0},
    "Theme": {"config": 99},
}


def _watched() -> list[Hook]:
    return [
        Hook(
            module,
            f"{kind}.__getattribute__",
            "what a page shows of this object is what it would show now",
            watch(Watched(name, _MAPPINGS.get(kind, {}))),
            optional=optional,
        )
        for module, kind, name, optional in NAMES
    ]


_QUERIES = [
    "pages_for_version",
    "subsections_for_version",
    "has_content_for_version",
    "walk",
    "get_all_pages",
    "content_pages",
    "recent_pages",
    "pages_with_tag",
    "featured_posts",
    "aggregate_content",
]


def _methods(module: str, kind: str, names: list[str], proves: str) -> list[Hook]:
    return [Hook(module, f"{kind}.{name}", proves, lookups.method(), optional=True) for name in names]


def _container(module: str, kind: str, hooks: Mapping[str, Make]) -> list[Hook]:
    proves = "each key that was looked up has its value, each list of keys is the same"
    return [Hook(module, f"{kind}.{name}", proves, make, optional=True) for name, make in hooks.items()]


_KEYS, _ALL = containers.listing(values=False), containers.listing(values=True)
_WRAPPER: dict[str, Any] = {
    "__getattr__": containers.lookup,
    "__getitem__": containers.lookup,
    "get": containers.lookup,
    "__contains__": containers.contains,
    "__bool__": containers.truth,
    "__iter__": _KEYS,
    "__len__": _KEYS,
    "keys": _KEYS,
    "values": _ALL,
    "items": _ALL,
    "__repr__": _ALL,
}
_WRAPPERS = "bengal.rendering.context.data_wrappers"
_PARAMS = "CascadingParamsContext"
_VIEW = ("bengal.core.cascade.view", "CascadeView")


def _front_matter() -> list[Hook]:
    module, kind = _VIEW
    proves = "front matter with cascade, key by key"
    hooks = [
        Hook(
            f"{_CORE}.page.runtime",
            "RuntimePage.metadata",
            "whose front matter a view shows",
            front_matter.metadata_property,
        ),
        Hook(module, f"{kind}.__getitem__", proves, front_matter.view_item),
        Hook(module, f"{kind}.__contains__", proves, front_matter.view_contains),
    ]
    for name in ("__iter__", "__len__", "keys"):
        hooks.append(Hook(module, f"{kind}.{name}", "the list of keys is the same", front_matter.view_listing))
    for name in ("cascade_keys", "frontmatter_keys", "__repr__", "__eq__"):
        why = f"front matter through {name}"
        hooks.append(Hook(module, f"{kind}.{name}", "nothing: a doubt", front_matter.doubtful(why), optional=True))
    page = "bengal.rendering.context"
    hooks.append(
        Hook(
            page,
            "build_page_context",
            "which page's context a template gets",
            front_matter.page_context,
            everywhere=True,
        )
    )
    hooks.append(
        Hook(_WRAPPERS, f"{_PARAMS}.__getattr__", "a parameter of page, section or site", front_matter.params_attribute)
    )
    hooks.append(Hook(_WRAPPERS, f"{_PARAMS}.get", "a parameter of page, section or site", front_matter.params_get))
    for name in ("__contains__", "__iter__", "__bool__", "keys", "items", "__repr__"):
        hooks.append(Hook(_WRAPPERS, f"{_PARAMS}.{name}", "all parameters", front_matter.params_whole))
    return hooks


def _configuration() -> list[Hook]:
    accessor, wrappers = "bengal.config.accessor", "bengal.rendering.context.site_wrappers"
    shared: dict[str, Any] = {
        "__getattr__": containers.lookup,
        "__getitem__": containers.lookup,
        "get": containers.lookup,
        "__contains__": containers.contains,
        "__iter__": _KEYS,
        "keys": _KEYS,
        "values": _ALL,
        "items": _ALL,
    }
    whole = {"__repr__": _ALL}
    hooks = _container(accessor, "Config", {**shared, "raw": containers.whole_property})
    hooks += _container(accessor, "ConfigSection", {**shared, "__bool__": containers.truth, **whole})
    proves = "a key of the configuration has its value"
    hooks += [
        Hook(wrappers, "SiteContext.__getattr__", "an attribute of the site", configuration.site_attribute),
        Hook(wrappers, "SiteContext.params", "parameters of the site, key by key", configuration.site_params),
        Hook(wrappers, "ThemeContext.config", "configuration of the theme, key by key", configuration.theme_config),
        Hook(wrappers, "ConfigContext.__getattr__", proves, configuration.config_attribute),
        Hook(wrappers, "ConfigContext.get", proves, configuration.config_attribute),
        Hook(wrappers, "ConfigContext.__contains__", proves, configuration.config_contains),
        Hook(
            "bengal.rendering.metadata",
            "build_template_metadata",
            "what `bengal` shows",
            configuration.template_metadata,
            everywhere=True,
        ),
    ]
    return hooks


def _data() -> list[Hook]:
    data: dict[str, Any] = {
        "__getattribute__": containers.data_attribute,
        "__getitem__": containers.lookup,
        "get": containers.lookup,
        "__contains__": containers.contains,
        "__len__": _KEYS,
        "__iter__": _KEYS,
        "keys": _KEYS,
        "values": _ALL,
        "items": _ALL,
        "__repr__": _ALL,
        "to_dict": _ALL,
    }
    hooks = _container("bengal.utils.primitives.dotdict", "DotDict", data)
    hooks += _container(_WRAPPERS, "ParamsContext", _WRAPPER)
    hooks += _container(_WRAPPERS, "SmartDict", _WRAPPER)
    return hooks


def _lookups() -> list[Hook]:
    answers = "the same question has the same answer"
    hooks = _methods(f"{_CORE}.site", "Site", ["get_section_by_path", "get_section_by_url", "get_version"], answers)
    hooks += _methods(f"{_CORE}.section", "Section", _QUERIES, answers)
    hooks += _methods("bengal.autodoc.symbol_resolver", "SymbolResolver", ["resolve"], answers)
    hooks += _methods(f"{_CORE}.nav_tree", "NavTree", ["find"], answers)
    hooks += [
        Hook(f"{_CORE}.site", "Site.get_page_path_map", "a page lies under a path, or none", lookups.page_paths),
        Hook(
            f"{_FUNCTIONS}.get_page",
            "_build_lookup_maps",
            "nothing: the maps are read key by key",
            lookups.without_reads,
        ),
        Hook(
            f"{_FUNCTIONS}.version_url",
            "page_exists_in_version",
            answers,
            lookups.function_of_site("page_exists_in_version"),
            everywhere=True,
            optional=True,
        ),
        Hook(
            f"{_FUNCTIONS}.i18n",
            "_alternate_links",
            answers,
            lookups.function_of_site("alternate_links"),
            everywhere=True,
            optional=True,
        ),
        Hook(
            "bengal.rendering.assets",
            "resolve_asset_url",
            "an asset has its address",
            lookups.asset_address,
            everywhere=True,
        ),
        Hook(f"{_FUNCTIONS}.icons", "_render_icon_cached", "an icon has its drawing", lookups.icon, optional=True),
        Hook(
            "bengal.icons.svg",
            "render_svg_icon",
            "an icon has its drawing",
            lookups.simple_icon,
            everywhere=True,
            optional=True,
        ),
        Hook(
            "bengal.icons.svg",
            "render_icon",
            "an icon has its drawing",
            lookups.simple_icon,
            everywhere=True,
            optional=True,
        ),
        Hook(
            f"{_FUNCTIONS}.i18n",
            "_make_t",
            "a text has its translation",
            lookups.translations("t"),
            everywhere=True,
            optional=True,
        ),
        Hook(
            f"{_FUNCTIONS}.i18n",
            "_make_nt",
            "a text has its translation",
            lookups.translations("nt"),
            everywhere=True,
            optional=True,
        ),
        Hook(
            "bengal.rendering.context.menu_context", "MenusContext.get", "a menu is the same", lookups.menu("context")
        ),
        Hook(
            "bengal.rendering.engines.kida",
            "KidaTemplateEngine._get_menu",
            "a menu is the same",
            lookups.menu("engine"),
        ),
        Hook(
            "bengal.rendering.engines.kida",
            "KidaTemplateEngine._get_menu_lang",
            "a menu is the same",
            lookups.menu("engine-language"),
        ),
        Hook(
            "bengal.orchestration.build_context",
            "BuildContext.get_section_snapshot",
            "nothing: by identity",
            lookups.without_reads,
            optional=True,
        ),
    ]
    for name in ("get", "keys", "has_changed", "get_metadata"):
        hooks.append(
            Hook("bengal.cache.query_index", f"QueryIndex.{name}", answers, lookups.query(name), optional=True)
        )
    return hooks


def _machinery() -> list[Hook]:
    pipeline = "bengal.rendering.pipeline"
    nothing = "nothing: it runs for kept pages as well"
    return [
        Hook(f"{pipeline}.core", "write_output", nothing, lookups.written_output, everywhere=True),
        Hook(
            f"{pipeline}.json_accumulator",
            "JsonAccumulator.accumulate_unified_page_data",
            nothing,
            lookups.without_reads,
        ),
        Hook(f"{pipeline}.cache_checker", "CacheChecker.cache_rendered_output", nothing, lookups.without_reads),
        Hook(
            f"{pipeline}.core",
            "RenderingPipeline._accumulate_asset_deps",
            nothing,
            lookups.without_reads,
            optional=True,
        ),
        Hook(
            "bengal.rendering.engines.kida",
            "KidaTemplateEngine.get_template_path",
            nothing,
            lookups.without_reads,
            optional=True,
        ),
        Hook(
            "bengal.rendering.engines.kida",
            "KidaTemplateEngine._track_referenced_templates",
            nothing,
            lookups.without_reads,
            optional=True,
        ),
        Hook(
            f"{pipeline}.core",
            "RenderingPipeline.__init__",
            "what each thread's set-up reads is the same",
            doubts.pipeline_made,
        ),
        Hook(
            "bengal.rendering.engines.kida",
            "KidaTemplateEngine.__init__",
            "filters and functions from elsewhere are doubts",
            doubts.engine_made,
        ),
        Hook(
            "bengal.rendering.context.data_tracking",
            "TrackedData._resolve_data_file",
            nothing,
            lookups.without_reads,
            optional=True,
        ),
    ]


def _nodes() -> list[Hook]:
    proves = "what a cached result was made of is the same, whoever made it"
    renderer = "bengal.rendering.renderer"
    return [
        Hook("bengal.orchestration.build_context", "BuildContext.get_cached", proves, nodes.cached_in_build),
        Hook(renderer, "Renderer._get_top_level_content", proves, nodes.method_node("top-level")),
        Hook(renderer, "Renderer._build_all_tag_pages_cache", proves, nodes.method_node("tag pages"), optional=True),
        Hook(
            renderer, "Renderer._compute_per_language_taxonomies", proves, nodes.method_node("languages"), optional=True
        ),
        # The two above are asked once for each thread, and their answers kept by whoever asked.
        Hook(
            renderer,
            "Renderer._get_resolved_tag_pages",
            proves,
            nodes.user_of("tag pages", "languages"),
            optional=True,
        ),
        Hook(
            f"{_FUNCTIONS}.navigation.scaffold", "NavScaffoldCache.get_html", proves, nodes.scaffold_html, optional=True
        ),
        Hook(f"{_CORE}.nav_tree", "NavTreeCache.get", "nothing: a tree's nodes are read by themselves", nodes.nav_tree),
        Hook(
            "bengal.rendering.fragment_cache",
            "AssetManifestFragmentCache.get",
            proves,
            nodes.fragment_get,
            optional=True,
        ),
        Hook(
            "bengal.rendering.fragment_cache",
            "AssetManifestFragmentCache.get_or_set",
            proves,
            nodes.fragment_set,
            optional=True,
        ),
    ]


def _templates() -> list[Hook]:
    return [
        Hook(
            "kida.environment.core",
            "Environment.get_template",
            "a template's source is the same",
            templates.get_template,
        ),
        Hook(
            "bengal.rendering.errors.exceptions",
            "TemplateRenderError.from_jinja2_error",
            "nothing: a doubt",
            templates.render_error,
            optional=True,
        ),
    ]


def _clock() -> list[Hook]:
    says = "it would say the same today"
    dates, primitives = f"{_FUNCTIONS}.dates", "bengal.utils.primitives.dates"
    computed = f"{_CORE}.page.computed"
    places = [
        *((dates, name) for name in ("days_ago", "months_ago")),
        *((primitives, name) for name in ("time_ago", "is_recent", "get_current_year", "utc_now")),
        *((computed, name) for name in ("compute_age_days", "compute_age_months")),
        ("bengal.rendering.template_tests", "test_outdated"),
    ]
    return [
        Hook(module, name, says, clock.ages(f"{module}:{name}"), optional=True, everywhere=True)
        for module, name in places
    ]


def _environment() -> list[Hook]:
    hooks = [
        Hook("pathlib", f"Path.{name}", "the file is still there, or still not", environment.existence(name))
        for name in ("exists", "is_file", "is_dir")
    ]
    for name, method in (("exists", "exists"), ("isfile", "is_file"), ("isdir", "is_dir")):
        hooks.append(Hook("os.path", name, "the file is still there, or still not", environment.existence(method)))
    hooks.append(Hook("os", "stat", "the file is the same by kind, size and time", environment.existence("stat")))
    hooks.append(
        Hook("os", "lstat", "it is still a file, a folder, or a link to the same", environment.existence("lstat"))
    )
    hooks.append(Hook("os", "readlink", "it is still a link to the same", environment.existence("lstat")))
    hooks.append(Hook("os", "_Environ.__getitem__", "the variable has its value", environment.variable))
    chance = "nothing: two full builds differ here as well"
    for name in ("random", "choice", "choices", "shuffle", "sample", "randint", "randrange", "uniform"):
        hooks.append(Hook("random", name, chance, environment.drawn))
    for module, name in (("uuid", "uuid4"), ("os", "urandom"), ("secrets", "token_hex")):
        hooks.append(Hook(module, name, chance, environment.drawn))
    drawn = "the pages that were drawn are the same"
    hooks.append(
        Hook(f"{_FUNCTIONS}.advanced_collections", "sample", drawn, environment.sample, optional=True, everywhere=True)
    )
    return hooks


def _ways_out() -> list[Hook]:
    """What no event of Python tells, or tells of the first time only."""
    return [
        Hook(
            "concurrent.futures.thread",
            "ThreadPoolExecutor.submit",
            "nothing: a doubt",
            front_matter.doubtful("hands work to another thread"),
        ),
        *(
            Hook("os", f"_Environ.{name}", "nothing: a doubt", front_matter.doubtful("lists the environment"))
            for name in ("__iter__", "__len__")
        ),
        Hook("os", "access", "nothing: a doubt", front_matter.doubtful("asks what it may do with a file")),
        Hook("bengal.cache.query_index", "QueryIndex.__getattribute__", "nothing: a doubt", lookups.inside_of_index),
    ]


def _presence() -> list[Hook]:
    proves = "the object still has an attribute of this name, or still has none"
    return [Hook(f"{package}.*", "hasattr", proves, attributes.presence) for package in ("bengal.rendering", _CORE)]


def _writes() -> list[Hook]:
    own = "what a rendering writes to its own page is no read of it"
    return [
        Hook(f"{_CORE}.page.runtime", "RuntimePage.__setattr__", own, attributes.watch_writes),
        Hook(f"{_CORE}.site", "Site.__setattr__", "nothing: a doubt", attributes.watch_site_writes),
        Hook(f"{_CORE}.section", "Section.__setattr__", "nothing: a doubt", attributes.watch_site_writes),
    ]


HOOKS: tuple[Hook, ...] = (
    *_watched(),
    *_presence(),
    *_writes(),
    *_front_matter(),
    *_configuration(),
    *_data(),
    *_lookups(),
    *_machinery(),
    *_nodes(),
    *_templates(),
    *_clock(),
    *_environment(),
    *_ways_out(),
)
