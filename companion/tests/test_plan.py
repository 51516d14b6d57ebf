"""A plan that is not as expected in any way is refused with the reason, never guessed at."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import unittest
from pathlib import Path
from typing import Any

from bengal_cache_companion.plan import Plan, Refused, is_relative, read_plan


class PlanTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.site = Path(folder.name).resolve() / "site"
        self.ours = self.site / ".bengal-cache"
        (self.ours / "previous").mkdir(parents=True)

    def fields(self, **changes: Any) -> dict[str, Any]:
        fields = {
            "schemaVersion": 1,
            "tool": "0.1.0",
            "id": "ab",
            "site": str(self.site),
            "output": str(self.site / "public"),
            "previous": str(self.ours / "previous"),
            "journal": str(self.ours / "journal.json"),
            "mode": "incremental",
            "trace": True,
            "keepAssets": True,
            "render": ["a/index.html"],
            "sample": 8,
            "sampleSeed": "ff",
            "verify": "sample",
            "bytecode": False,
        }
        return {**fields, **changes}

    def read(self, text: str | None = None, **changes: Any) -> Plan | Refused:
        path = self.ours / "plan.json"
        path.write_text(json.dumps(self.fields(**changes)) if text is None else text, encoding="utf-8")
        return read_plan(str(path))

    def why(self, plan: Plan | Refused) -> str:
        assert isinstance(plan, Refused), plan
        return plan.why

    def test_a_plan_as_it_should_be(self) -> None:
        plan = self.read()
        assert isinstance(plan, Plan)
        self.assertEqual(plan.digest, hashlib.sha256((self.ours / "plan.json").read_bytes()).hexdigest())
        self.assertEqual(plan.render, frozenset({"a/index.html"}))
        self.assertTrue(plan.keeps_pages)

    def test_keeps_no_page_without_a_vouched_trace_or_in_full(self) -> None:
        for changes in ({"trace": False}, {"mode": "full"}, {"previous": None}):
            plan = self.read(**changes)
            assert isinstance(plan, Plan)
            self.assertFalse(plan.keeps_pages)

    def test_each_wrong_field_is_named(self) -> None:
        wrong: dict[str, list[Any]] = {
            "schemaVersion": [2, "1", None, True],
            "site": [None, "site", "/elsewhere"],
            "output": ["public", str(self.site), "/", str(self.site / ".." / "x")],
            "previous": [5, "previous", str(self.site / "public")],
            "journal": [None, "/tmp/journal.json"],
            "mode": [None, "fast"],
            "trace": [None, "yes", 1],
            "keepAssets": [None, 0],
            "render": [None, "a", [1], ["/etc/passwd"], ["../a"], ["a/../../b"], [""]],
            "sample": [None, -1, 1.5, True],
            "sampleSeed": [None, 5],
            "verify": ["none"],
            "bytecode": [None],
        }
        for name, values in wrong.items():
            for value in values:
                with self.subTest(name=name, value=value):
                    self.assertIn("cannot be used", self.why(self.read(**{name: value})))

    def test_what_is_no_plan_at_all(self) -> None:
        for text in ("", "{", "[]", "null", "[" * 100_000, '"x"', "\ud800".encode("utf-8", "surrogatepass").decode("latin-1")):
            with self.subTest(text=text[:10]):
                self.assertIn("cannot be used", self.why(self.read(text)))

    def test_a_refused_plan_is_answered_beside_it(self) -> None:
        refused = self.read("{")
        assert isinstance(refused, Refused)
        self.assertEqual(refused.journal, self.ours / "journal.json")
        self.assertNotEqual(refused.digest, "")

    def test_a_plan_elsewhere_is_not_answered(self) -> None:
        for name in ("plan.json", str(self.site / "plan.json"), str(self.ours / "none.json")):
            refused = read_plan(name)
            assert isinstance(refused, Refused)
            self.assertEqual(refused.journal, self.ours / "journal.json" if ".bengal-cache" in name else None)

    def test_a_previous_output_that_is_a_link_is_refused(self) -> None:
        (self.ours / "linked").symlink_to("/etc")
        self.assertIn("no folder", self.why(self.read(previous=str(self.ours / "linked"))))

    @unittest.skipUnless(hasattr(os, "mkfifo"), "there are no pipes here")
    def test_a_pipe_does_not_hang_the_build(self) -> None:
        os.mkfifo(self.ours / "pipe")
        self.assertIn("regular", self.why(read_plan(str(self.ours / "pipe"))))

    def test_names_below_a_folder(self) -> None:
        self.assertTrue(is_relative("a/b.html"))
        for name in ("", ".", "/a", "a/../b", "..", "a\0b"):
            self.assertFalse(is_relative(name), name)


if __name__ == "__main__":
    unittest.main()
