"""What one recording has at hand: the site, the names of its objects, the table of reads."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .arguments import Arguments
from .frames import Nodes
from .reads import Notes, ReadTable
from .values import NONE, Digester, UnknownValueError


@dataclass(frozen=True, slots=True)
class Context:
    """What the keep machine knows of the build when rendering is about to start."""

    site: Any
    build_context: Any
    # Absolute paths, POSIX.
    root: str
    output: str


class Names:
    """Names of objects: `site`, `page:content/a.md` ... Asked for each value, so by exact class."""

    def __init__(self) -> None:
        self._by_class: dict[type, Callable[[Any], str]] = {}

    def give(self, kind: type, name: Callable[[Any], str]) -> None:
        self._by_class[kind] = name

    def of(self, value: Any) -> str | None:
        name = self._by_class.get(type(value))
        return None if name is None else name(value)

    def classes(self) -> frozenset[type]:
        return frozenset(self._by_class)


@dataclass(slots=True)
class Recording:
    context: Context
    names: Names = field(default_factory=Names)
    nodes: Nodes = field(default_factory=Nodes)
    digester: Digester = field(init=False)
    arguments: Arguments = field(init=False)
    table: ReadTable = field(init=False)
    notes: Notes = field(init=False)
    # (id of an object, attribute) -> index of the read, or -1 for what is no read. The objects are held,
    # so that no other object gets their id meanwhile.
    seen: dict[tuple[int, str], int] = field(default_factory=dict)
    stand_ins: dict[tuple[int, str], Any] = field(default_factory=dict)
    held: dict[int, Any] = field(default_factory=dict)
    # Reads that are one of these: of a list, or of what a stand-in was given for.
    special: set[int] = field(default_factory=set)
    # Reads whose value is a list, for lists of which only a few were drawn by chance.
    lists: dict[int, list[Any]] = field(default_factory=dict)
    list_reads: dict[int, int] = field(default_factory=dict)
    # (name of the page, attribute) that the rendering of that page wrote.
    written: set[tuple[str, str]] = field(default_factory=set)
    # One of the template engines and pipelines of this build, for templates, menus and site blocks.
    engine: Any = None
    pipeline: Any = None
    # The build's own functions, by place, as they were before this recording replaced them.
    originals: dict[str, Any] = field(default_factory=dict)
    # Mappings by the name of their object and attribute, as they were met first.
    mappings: dict[tuple[str, str], Any] = field(default_factory=dict)
    # Views of front matter by id -> name of their page; parameters of pages by id.
    view_owners: dict[int, str] = field(default_factory=dict)
    params: dict[int, Any] = field(default_factory=dict)
    # Containers whose place is known (containers.py), nodes of navigation trees (names.py).
    places: Any = None
    trees: Any = None
    page_names: dict[int, str] = field(default_factory=dict)
    # Sources of the templates that were used, by name.
    template_sources: dict[str, str] = field(default_factory=dict)
    # Objects that plugins and theme libraries gave to templates, and that cannot be looked into, by name.
    foreign_objects: set[str] = field(default_factory=set)
    # Which functions are Bengal's own (doubts.py).
    known_code: Any = None
    lock: Any = field(default_factory=threading.RLock)

    def __post_init__(self) -> None:
        self.digester = Digester(self.context.root, self.names.of)
        self.arguments = Arguments(self.context.root, self.names.of)
        self.table = ReadTable(self.digester)
        self.notes = Notes(self.table)

    def hold(self, value: Any) -> None:
        self.held[id(value)] = value

    def digest(self, value: Any) -> bytes:
        """The digest, or that of nothing for what cannot be judged."""
        try:
            return self.digester.digest(value)
        except UnknownValueError:
            return NONE

    def relative(self, path: object) -> str:
        return self.digester.relative(path)
