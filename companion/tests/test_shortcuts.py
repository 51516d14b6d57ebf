"""What is answered from memory is what the function would have answered."""

from __future__ import annotations

import functools
import json
import subprocess
import sys
import tempfile
import types
import unittest
from pathlib import Path
from typing import Any

from bengal_cache_companion.graph_layout import GraphLayouts
from bengal_cache_companion.hooks import Original
from bengal_cache_companion.macros import MacroWrappers
from bengal_cache_companion.path_keys import Remembered
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


class MacroWrappersTest(unittest.TestCase):
    """Held against the function itself, with all kinds of things that a template can import."""

    def test_wraps_as_the_template_engine_does(self) -> None:
        from kida.template import render_helpers

        function = render_helpers._make_macro_wrapper

        def plain(text: str) -> str:
            return text

        def inner(text: str, *, _outer_ctx: Any = None) -> str:
            return text

        def wrapped(*args: Any) -> Any:
            return inner(*args)

        wrapped.__wrapped__ = inner  # type: ignore[attr-defined]
        macros = [plain, inner, wrapped, len, range, int, [].append, types.SimpleNamespace, functools.partial(inner, "")]
        macros += [function(inner, "a.html", None), lambda **_outer_ctx: None, lambda *_outer_ctx: None]
        wrappers = MacroWrappers()
        for _ in range(3):
            for macro in macros:
                arguments = (macro, "a.html", "/a.html", "source", "name", {"key": 1})
                self.assertEqual(wrappers(Original(function), *arguments), function(*arguments), macro)
        counted = Counted(function)
        for macro in macros:
            wrappers(Original(counted), macro, "a.html", None)
        # What bound methods, objects of other classes and whatever says that it is another function take is asked anew.
        self.assertEqual(counted.calls, 3)


class RememberedTest(unittest.TestCase):
    def test_each_input_of_a_page_is_looked_for_once(self) -> None:
        def paths(_filter: Any, record: Any) -> list[str]:
            return [f"{each.input_type}/{each.path}" for each in record.provenance.inputs if each.path != "gone"]

        def record(*names: str) -> Any:
            inputs = [types.SimpleNamespace(input_type="template", path=name) for name in names]
            return types.SimpleNamespace(provenance=types.SimpleNamespace(inputs=inputs))

        counted, remembered, filter_ = Counted(paths), Remembered(), object()
        for names in (("a", "b"), ("b", "gone", "a"), (), ("gone",)):
            found = remembered.input_paths(Original(counted), filter_, record(*names))
            self.assertEqual(found, paths(filter_, record(*names)))
        self.assertEqual(counted.calls, 3)

    def test_a_template_has_its_name_among_these_folders(self) -> None:
        counted, remembered = Counted(lambda path, folders: f"{path} in {len(folders)}"), Remembered()
        first, second = Path("/site/templates"), Path("/theme/templates")
        for folders in ([first], [first, second], [first], [Path("/site/templates"), second]):
            name = remembered.template_name(Original(counted), first / "a.html", folders)
            self.assertEqual(name, f"/site/templates/a.html in {len(folders)}")
        self.assertEqual(counted.calls, 2)
        for _ in range(2):
            remembered.template_name(Original(counted), Path("a.html"), [first])
        self.assertEqual(counted.calls, 4)


class GarbageTest(unittest.TestCase):
    def test_what_an_open_file_in_a_circle_holds_back_is_written_when_the_process_ends(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            program = (
                "import sys\n"
                "from bengal_cache_companion.garbage import collect_seldom\n"
                "class Log(list): pass\n"
                "log = Log()\n"
                "log.file = open(sys.argv[1], 'w')\n"
                "log.append(log)\n"
                "collect_seldom()\n"
                "log.file.write('last words')\n"
                "del log\n"
                "sys.exit(3)\n"
            )
            ended = subprocess.run([sys.executable, "-c", program, f"{folder}/log"], check=False)
            self.assertEqual(ended.returncode, 3)
            self.assertEqual(Path(folder, "log").read_text(), "last words")


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
