"""What is answered from memory is what the function would have answered."""

from __future__ import annotations

import json
import tempfile
import types
import unittest
from pathlib import Path
from typing import Any

from bengal_cache_companion.graph_layout import GraphLayouts
from bengal_cache_companion.hooks import Original
from bengal_cache_companion.suggestions import Suggestions


class Counted:
    def __init__(self, answer: Any) -> None:
        self.answer = answer
        self.calls = 0

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.calls += 1
        return self.answer(*args, **kwargs)


class SuggestionsTest(unittest.TestCase):
    def test_asks_once_for_each_name_among_each_names(self) -> None:
        closest = Counted(lambda error: f"{error.name} of {len(error._available_names or ())}")
        suggestions = Suggestions()

        def ask(name: str, names: frozenset[str] | None) -> str | None:
            return suggestions(Original(closest), types.SimpleNamespace(name=name, _available_names=names))

        self.assertEqual(ask("a", frozenset("xy")), "a of 2")
        self.assertEqual(ask("a", frozenset("yx")), "a of 2")
        self.assertEqual(ask("a", frozenset("xyz")), "a of 3")
        self.assertEqual(ask("b", None), "b of 0")
        self.assertEqual(closest.calls, 3)


class GraphLayoutsTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.previous = Path(folder.name).resolve()
        (self.previous / "graph").mkdir()
        self.layouts = GraphLayouts()
        self.compute = Counted(lambda ids, edges, **settings: {name: (0.0, 0.0) for name in ids})

    def ask(self, ids: list[str], edges: list[tuple[str, str]], **settings: Any) -> Any:
        return self.layouts(Original(self.compute), ids, edges, **settings)

    def leave(self, graph: Any, config: Any = None) -> None:
        (self.previous / "graph" / "graph.json").write_text(json.dumps(graph))
        self.layouts.learn(self.previous, config or {})

    def test_the_same_pages_and_links_stand_where_they_stood(self) -> None:
        self.leave(
            {
                "nodes": [{"id": "a", "x": 0.25, "y": 0.5}, {"id": "b", "x": 0.75, "y": 0.5}],
                "edges": [{"source": "a", "target": "b"}],
            }
        )
        self.assertEqual(self.ask(["b", "a"], [("b", "a")]), {"a": (0.25, 0.5), "b": (0.75, 0.5)})
        self.assertEqual(self.compute.calls, 0)

    def test_anything_else_is_computed_and_remembered(self) -> None:
        self.leave({"nodes": [{"id": "a", "x": 1, "y": 1}], "edges": []})
        self.ask(["a", "b"], [])
        self.ask(["a", "b"], [])
        self.ask(["a", "b"], [("a", "b")])
        self.ask(["a"], [], seed=2)
        self.assertEqual(self.compute.calls, 3)

    def test_what_cannot_be_read_is_no_layout(self) -> None:
        for graph in ([], {"nodes": []}, {"nodes": [{"id": "a"}], "edges": []}, {"nodes": [1], "edges": []}, None):
            self.leave(graph)
        self.layouts.learn(None, {})
        self.layouts.learn(self.previous, {"graph": {"path": "/../../etc/"}})
        self.layouts.learn(self.previous, {"graph": False})
        self.ask(["a"], [])
        self.assertEqual(self.compute.calls, 1)


if __name__ == "__main__":
    unittest.main()
