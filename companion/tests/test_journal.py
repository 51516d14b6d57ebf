"""The journal is written whole or not at all, and says one thing of each page."""

from __future__ import annotations

import json
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from bengal_cache_companion.journal import Journal, Rendered


class JournalTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "journal.json"
        self.journal = Journal(path=self.path, plan="ab", bengal="0.5.1")

    def test_has_every_field(self) -> None:
        self.journal.page_rendered("a/index.html", Rendered("read", ["attribute", "site", "title"]))
        self.journal.page_rendered("b/index.html", Rendered("full"))
        self.journal.page_kept("b/index.html")
        self.journal.assets = {"kept": 3}
        self.journal.write("finished")
        written = json.loads(self.path.read_text())
        self.assertEqual(written["status"], "finished")
        self.assertNotIn("why", written)
        self.assertEqual(written["pages"]["kept"], ["b/index.html"])
        self.assertEqual(
            written["pages"]["rendered"],
            [{"output": "a/index.html", "why": "read", "read": ["attribute", "site", "title"]}],
        )
        self.assertEqual(
            sorted(written),
            sorted(
                "schemaVersion companion plan status bengal python pages assets sample failedPages seconds trace "
                "traceDigest stateDigest".split()
            ),
        )

    def test_any_text_can_be_written(self) -> None:
        self.journal.write("failed", "bad \ud800 name\n::error::x")
        self.assertEqual(json.loads(self.path.read_text())["status"], "failed")

    def test_a_journal_that_cannot_be_written_leaves_the_old_one_and_nothing_else(self) -> None:
        self.journal.write("began")
        with mock.patch.object(Path, "replace", side_effect=OSError("full")), self.assertRaises(OSError):
            self.journal.write("finished")
        self.assertEqual(json.loads(self.path.read_text())["status"], "began")
        self.assertEqual([path.name for path in self.path.parent.iterdir()], ["journal.json"])


if __name__ == "__main__":
    unittest.main()
