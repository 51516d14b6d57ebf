"""The positions of the pages in the picture of the graph: the same pages and links stand where they stood.

The layout is a simulation that Bengal runs with a fixed seed over sorted pages and links. The direction in which it is
given a link that goes both ways differs from build to build, and with it the fourth decimal of a position; that is
noise (noise.json), so direction does not count here.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .hooks import Original
from .kept_files import previous_file

type Layout = dict[str, tuple[float, float]]
type Shape = tuple[frozenset[str], frozenset[frozenset[str]]]


def shape_of(ids: Sequence[str], edges: Sequence[tuple[str, str]]) -> Shape:
    known = frozenset(ids)
    return known, frozenset(frozenset(edge) for edge in edges if edge[0] in known and edge[1] in known)


class GraphLayouts:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[Shape, Layout] = {}
        self.reused = 0

    def learn(self, previous: Path | None, config: Any) -> None:
        """Reads the layout that the last build left. Whatever is not as expected there is no layout."""
        name = _graph_file(config)
        path = previous_file(previous, name) if previous is not None and name is not None else None
        if path is None:
            return
        try:
            graph = json.loads(path.read_text(encoding="utf-8"))
            layout = {node["id"]: (float(node["x"]), float(node["y"])) for node in graph["nodes"]}
            edges = [(edge["source"], edge["target"]) for edge in graph["edges"]]
        except (OSError, ValueError, KeyError, TypeError):
            return
        with self._lock:
            self._known[shape_of(list(layout), edges)] = layout

    def __call__(
        self, original: Original, node_ids: Sequence[str], edges: Sequence[tuple[str, str]], **settings: Any
    ) -> Layout:
        if settings:
            answer: Layout = original(node_ids, edges, **settings)
            return answer
        shape = shape_of(node_ids, edges)
        with self._lock:
            known = self._known.get(shape)
            if known is not None:
                self.reused += 1
                return dict(known)
        layout: Layout = original(node_ids, edges)
        with self._lock:
            self._known[shape] = dict(layout)
        return layout


def _graph_file(config: Any) -> str | None:
    graph = config.get("graph", {}) if hasattr(config, "get") else {}
    path = graph.get("path", "/graph/") if isinstance(graph, dict) else "/graph/"
    return f"{path.strip('/')}/graph.json" if isinstance(path, str) and path.strip("/") else None
