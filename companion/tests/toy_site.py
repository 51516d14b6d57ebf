"""Plain objects that are made like Bengal's: a site, its pages and sections, data, configuration, front matter.

A world follows from its seed. `Change` alters one thing in it; `render` is what a template of that seed
shows of it: it goes wherever what it has read so far leads it.
"""

from __future__ import annotations

import copy
import dataclasses
import datetime
import functools
import json
import os
import random
import types
from collections.abc import Callable, Iterator, Mapping
from typing import Any

ROOT = "/toy"
VARIABLE = "TOY_VARIABLE"


class Plain:
    """Something without a name of its own that no digest knows."""


@dataclasses.dataclass
class Author:
    name: str
    links: list[str]


class DotDict:
    """Data before methods, nested data wrapped on the way and kept."""

    def __init__(self, data: dict[Any, Any]) -> None:
        object.__setattr__(self, "_data", data)
        object.__setattr__(self, "_cache", {})

    def __getattribute__(self, name: str) -> Any:
        if name.startswith("_"):
            return object.__getattribute__(self, name)
        if name in object.__getattribute__(self, "_data"):
            return self[name]
        return object.__getattribute__(self, name)

    def __getitem__(self, key: Any) -> Any:
        value = object.__getattribute__(self, "_data")[key]
        if not isinstance(value, dict):
            return value
        kept = object.__getattribute__(self, "_cache")
        return kept.setdefault(key, DotDict(value))

    def get(self, key: Any, default: Any = None) -> Any:
        return self[key] if key in self._data else default

    def __contains__(self, key: object) -> bool:
        return key in self._data

    def __len__(self) -> int:
        return len(self._data)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._data)

    def keys(self) -> Any:
        return self._data.keys()

    def values(self) -> Any:
        return [self[key] for key in self._data]

    def items(self) -> Any:
        return [(key, self[key]) for key in self._data]

    def __repr__(self) -> str:
        return f"DotDict({self._data!r})"


class Config:
    _path = ""

    def __init__(self, data: dict[str, Any], path: str = "") -> None:
        self._data = data
        self._path = path

    def _made(self, key: str, value: Any) -> Any:
        return ConfigSection(value, f"{self._path}.{key}" if self._path else key) if isinstance(value, dict) else value

    def __getitem__(self, key: str) -> Any:
        return self._made(key, self._data[key])

    def get(self, key: str, default: Any = None) -> Any:
        return self._made(key, self._data[key]) if key in self._data else default

    def __contains__(self, key: object) -> bool:
        return key in self._data

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def keys(self) -> Any:
        return self._data.keys()

    def values(self) -> Any:
        return self._data.values()

    def items(self) -> Any:
        return self._data.items()


class ConfigSection(Config):
    def __getitem__(self, key: str) -> Any:
        return Config.__getitem__(self, key)

    def get(self, key: str, default: Any = None) -> Any:
        return Config.get(self, key, default)

    def __contains__(self, key: object) -> bool:
        return Config.__contains__(self, key)

    def __iter__(self) -> Iterator[str]:
        return Config.__iter__(self)

    def keys(self) -> Any:
        return self._data.keys()

    def values(self) -> Any:
        return self._data.values()

    def items(self) -> Any:
        return self._data.items()

    def __bool__(self) -> bool:
        return bool(self._data)


class Cascade:
    def __init__(self, values: dict[str, Any]) -> None:
        self.values = values

    def get_cascade_keys(self, _section: str) -> list[str]:
        return list(self.values)


class CascadeView(Mapping[str, Any]):
    """Front matter of a page over what cascades to it."""

    def __init__(self, own: dict[str, Any], cascade: Cascade) -> None:
        self._frontmatter = own
        self._snapshot = cascade
        self._section_path = ""

    def __getitem__(self, key: str) -> Any:
        return self._frontmatter[key] if key in self._frontmatter else self._snapshot.values[key]

    def __contains__(self, key: object) -> bool:
        return key in self._frontmatter or key in self._snapshot.values

    def __iter__(self) -> Iterator[str]:
        return iter([*self._frontmatter, *sorted(set(self._snapshot.values) - set(self._frontmatter))])

    def __len__(self) -> int:
        return len(set(self._frontmatter) | set(self._snapshot.values))

    def keys(self) -> Any:
        return list(iter(self))


class Page:
    description = "described"
    _section: Any = None

    def __init__(self, path: str, site: Site, own: dict[str, Any]) -> None:
        self.source_path = f"{ROOT}/{path}"
        self._site = site
        self._own = own
        self.title: Any = own.get("title", path)
        self.weight: Any = 1
        self.tags: Any = []
        self.author: Any = None
        self.html_content = f"<p>{path}</p>"
        self._view = CascadeView(own, site._cascade)

    @property
    def metadata(self) -> Any:
        return self._view

    @functools.cached_property
    def neighbours(self) -> list[Page]:
        return [page for page in self._site.pages if page is not self and page.weight == self.weight]

    @property
    def summary(self) -> str:
        return f"{self.title} of {self._site.title}: {len(self._site.pages)}"

    def called(self, greeting: str) -> str:
        return f"{greeting} {self.title} {self.metadata.get('level', 0)}"

    def __repr__(self) -> str:
        return f"<Page {object.__getattribute__(self, 'source_path')}>"


class Section:
    subsections: tuple[Section, ...] = ()

    def __init__(self, path: str, site: Site) -> None:
        self.path = f"{ROOT}/{path}"
        self._site = site
        self.title: Any = path
        self.metadata: Any = {}
        self.pages: list[Page] = []

    def __repr__(self) -> str:
        return f"<Section {object.__getattribute__(self, 'path')}>"


class Site:
    theme_config = None

    def __init__(self) -> None:
        self.root_path = ROOT
        self.title: Any = "Toys"
        self.pages: list[Page] = []
        self.sections: list[Section] = []
        self.params: Any = {}
        self.taxonomies: Any = {}
        self.frozen: Any = types.MappingProxyType({})
        self.things: Any = []
        self.data = DotDict({})
        self.config = Config({})
        self.build_time = datetime.datetime(2026, 11, 30, 9, 30)
        self._cascade = Cascade({})

    def get_page(self, path: str) -> Page | None:
        return next((page for page in self.pages if page.source_path.endswith(path)), None)

    def __repr__(self) -> str:
        return "<Site>"


class Build:
    def __init__(self) -> None:
        self._kept: dict[str, Any] = {}

    def get_cached(self, key: str, factory: Callable[[], Any]) -> Any:
        if key not in self._kept:
            self._kept[key] = factory()
        return self._kept[key]


KEYS = ("a", "b", "level", "items", "keys", "größe", "=x", "", 1, True, None)
NAMES = ("a", "b", "level", "items", "keys", "größe", "=x", "")


def leaf(rng: random.Random) -> Any:
    return rng.choice(
        [
            *(0, 1, 2, True, False, None, "", "0", "1", "text", "=text", "größe", 1.0, 1.5, f"{ROOT}/page-1.md"),
            *([], [1], [1, 2], (1,), {"x"}, ["1"], [[1]], datetime.date(2026, 1, rng.randrange(1, 9)), b"x"),
            Author(rng.choice("AB"), ["l"] * rng.randrange(2)),
        ]
    )


def tree(rng: random.Random, depth: int, keys: tuple[Any, ...] = KEYS, *, frozen: bool = False) -> dict[Any, Any]:
    made: dict[Any, Any] = {}
    for key in rng.sample(keys, rng.randrange(1, 5)):
        below = depth > 0 and rng.random() < 0.4
        made[key] = tree(rng, depth - 1, keys, frozen=frozen) if below else leaf(rng)
        if below and frozen:
            made[key] = types.MappingProxyType(made[key])
    return made


def world(seed: int) -> Site:
    rng = random.Random(f"world {seed}")
    site = Site()
    site._cascade.values = tree(rng, 0, NAMES)
    for number in range(rng.randrange(2, 6)):
        page = Page(f"page-{number}.md", site, tree(rng, 1, NAMES))
        page.weight, page.tags, page.author = rng.randrange(3), rng.sample("xyz", 2), leaf(rng)
        site.pages.append(page)
    for number in range(2):
        section = Section(f"section-{number}", site)
        section.metadata, section.pages = tree(rng, 1), rng.sample(site.pages, 2)
        site.sections.append(section)
    site.params, site.taxonomies, site.things = tree(rng, 0), tree(rng, 3), ["thing"]
    site.taxonomies["pages"] = {"of": list(site.pages[:2])}
    site.frozen = types.MappingProxyType(tree(rng, 2, frozen=True))
    site.data = DotDict(tree(rng, 3))
    site.config = Config(tree(rng, 2, NAMES))
    return site


def change(site: Site, rng: random.Random) -> None:
    """Alters one thing."""
    page, section = rng.choice(site.pages), rng.choice(site.sections)
    match rng.randrange(14):
        case 0:
            setattr(page, rng.choice(["title", "weight", "author"]), leaf(rng))
        case 1:
            page.tags = rng.sample("xyz", 2)
        case 2:
            _change_tree(page._own, rng, NAMES)
        case 3:
            _change_tree(site._cascade.values, rng, NAMES)
        case 4:
            _change_tree(section.metadata, rng, KEYS)
        case 5:
            section.title = leaf(rng)
        case 6:
            site.title = leaf(rng)
        case 7:
            _change_tree(site.params, rng, KEYS)
        case 8:
            _change_tree(site.taxonomies, rng, KEYS)
        case 9:
            _change_tree(site.data._data, rng, KEYS)
        case 10:
            _change_tree(site.config._data, rng, NAMES)
        case 11:
            site.frozen = types.MappingProxyType(dict(site.frozen) | tree(rng, 2, frozen=True))
        case 12:
            new = Page(f"page-{rng.randrange(8)}.md", site, tree(rng, 1, NAMES))
            site.pages[:] = [each for each in site.pages if each.source_path != new.source_path]
            site.pages.insert(rng.randrange(len(site.pages) + 1), new)
        case _:
            site.build_time += datetime.timedelta(days=rng.choice([1, 31, 400]))


def _change_tree(data: dict[Any, Any], rng: random.Random, keys: tuple[Any, ...]) -> None:
    """A key comes, goes, gets another value, another place, or becomes a mapping or a leaf; here or below."""
    below = [value for value in data.values() if isinstance(value, dict)]
    if below and rng.random() < 0.5:
        _change_tree(rng.choice(below), rng, keys)
        return
    key = rng.choice(list(data) or list(keys))
    match rng.randrange(4):
        case 0:
            data.pop(key, None)
        case 1:
            data[rng.choice(keys)] = leaf(rng)
        case 2:
            data[key] = tree(rng, 1, keys) if rng.random() < 0.3 else leaf(rng)
        case _:
            if key in data:
                data[key] = data.pop(key)


class Rendering:
    """One page by the template of a seed. `counts` is how often it looked at something."""

    def __init__(self, seed: int, site: Site, build: Build, page: Page) -> None:
        self._rng = random.Random(f"template {seed}")
        self._site, self._build, self._page = site, build, page
        self._shown: list[str] = []
        self.counts = 0

    def run(self) -> str:
        for _ in range(self._rng.randrange(2, 9)):
            self._step()
        return "\n".join(self._shown)

    def _step(self) -> None:
        # A stream of its own for each step: what one step finds does not move the others.
        rng = random.Random(self._rng.random())
        site, page = self._site, self._page
        match rng.randrange(12):
            case 0 | 1:
                self._look(site, rng, 5)
            case 2:
                self._look(page, rng, 4)
            case 3:
                self._look(rng.choice(list(site.pages) or [page]), rng, 4)
            case 4:
                self._look(rng.choice(site.sections), rng, 4)
            case 5:
                self._look(site.get_page(f"page-{rng.randrange(8)}.md"), rng, 4)
            case 6:
                key, of = rng.choice("ab"), rng.random()
                made = self._build.get_cached(key, lambda: Rendering(int(of * 1e6), site, self._build, page).shallow())
                self._show(made)
            case 7:
                self._show(os.environ.get(VARIABLE))
            case 8:
                self._show(sorted(str(each.title) for each in site.pages))
            case 9:
                self._show(rng.choice([site.build_time.year, site.build_time.strftime("%Y-%m-%d")]))
            case 10 if rng.random() < 0.15:
                site.things.append(page.title)
            case 11 if rng.random() < 0.3:
                page.note = f"note of {page.title}"
            case _:
                self._look(site, rng, 3)

    def shallow(self) -> str:
        """What a cached result is made of."""
        rng = self._rng
        self._look(self._site, rng, 3)
        self._look(rng.choice(list(self._site.pages) or [self._page]), rng, 2)
        return "\n".join(self._shown)

    def _look(self, value: Any, rng: random.Random, depth: int) -> None:
        self.counts += 1
        if depth == 0:
            self._show(value)
        elif type(value).__name__ in _ATTRIBUTES:
            name = rng.choice(_ATTRIBUTES[type(value).__name__])
            if name == "called":
                self._show(value.called("hello"))
                return
            self._look(getattr(value, name, "none"), rng, depth - 1)
        elif _is_map(value) or type(value).__name__ in _MAPPINGS:
            self._look_into(value, rng, depth)
        elif isinstance(value, list | tuple) and value and rng.random() < 0.7:
            match rng.randrange(3):
                case 0:
                    self._show(len(value))
                case 1:
                    self._look(value[rng.randrange(len(value))], rng, depth - 1)
                case _:
                    for each in value:
                        self._look(each, random.Random(rng.random()), min(depth - 1, 1))
        else:
            self._show(value)

    def _look_into(self, value: Any, rng: random.Random, depth: int) -> None:
        key = rng.choice(KEYS if rng.random() < 0.6 else NAMES)
        dotted = type(value).__name__ in ("DotDict",) and isinstance(key, str) and key.isidentifier()
        match rng.randrange(18):
            case 0 | 1:
                self._look(_or_error(lambda: value[key]), rng, depth - 1)
            case 2 | 3:
                self._look(_or_error(lambda: value.get(key, "absent")), rng, depth - 1)
            case 4:
                self._show(key in value)
            case 5:
                self._show(_or_error(lambda: len(value)))
            case 6:
                self._show(bool(value) if type(value).__name__ != "DotDict" else len(value) > 0)
            case 7:
                self._show([str(each) for each in value])
            case 8:
                self._show([str(each) for each in _listed(value, "keys")])
            case 9:
                for _, each in _listed(value, "items"):
                    self._look(each, random.Random(rng.random()), min(depth - 1, 1))
            case 10:
                for each in _listed(value, "values"):
                    self._look(each, random.Random(rng.random()), min(depth - 1, 1))
            case 11:
                # A view of front matter that is printed is a doubt, and shows where it lies in memory.
                self._show("front matter" if isinstance(value, CascadeView | Config) else str(value))
            case 12 if isinstance(value, dict):
                self._show([value == {"a": 1}, {"a": 1} != value, _plain(value | {"z": 1}), _plain({"a": 0} | value)])
            case 13 if isinstance(value, dict):
                self._show([_plain(copy.copy(value)), _or_error(lambda: json.dumps(value, default=str))])
            case 14 if _is_map(value):
                self._show([_or_error(lambda: sorted(value)), _plain(dict(value)), _plain({**value})])
            case 15 if _is_map(value):
                other = self._site.params if rng.random() < 0.5 else self._site.frozen
                self._show([value == other, other == value, value != other])
            case 16 if dotted:
                found = getattr(value, key, "absent")
                self._look("method" if callable(found) else found, rng, depth - 1)
            case _:
                match value:
                    case {"a": inner}:
                        self._look(inner, rng, depth - 1)
                    case {"level": inner, **rest}:
                        self._show([str(inner), sorted(map(str, rest))])
                    case _:
                        self._show("no a")

    def _show(self, value: Any) -> None:
        self._shown.append(_plain(value))


_ATTRIBUTES = {
    "Site": ("title", "pages", "sections", "params", "taxonomies", "frozen", "data", "config", "things"),
    "Page": ("title", "weight", "tags", "author", "metadata", "neighbours", "summary", "called", "note", "html_content"),
    "Section": ("title", "metadata", "pages", "path"),
    "Author": ("name", "links"),
}
_MAPPINGS = frozenset({"DotDict", "Config", "ConfigSection", "CascadeView", "mappingproxy", "dict"})


def _or_error(act: Callable[[], Any]) -> Any:
    try:
        return act()
    except Exception as error:
        return f"{type(error).__name__}"


def _plain(value: Any) -> str:
    if isinstance(value, set):
        return f"set {sorted(map(str, value))}"
    if isinstance(value, CascadeView | Config):
        return type(value).__name__
    return f"{type(value).__name__} {value!s}"


def _listed(value: Any, method: str) -> list[Any]:
    """A data file may have a key of the method's name."""
    found = getattr(value, method)
    return list(found()) if callable(found) else []


def _is_map(value: Any) -> bool:
    return isinstance(value, dict) or type(value).__name__ == "mappingproxy"
