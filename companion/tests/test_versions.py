"""An unknown version, or a function that is not the admitted one, keeps the companion out and is named."""

from __future__ import annotations

import copy
import json
import tempfile
import unittest
from pathlib import Path
from typing import Any
from unittest import mock

from bengal_cache_companion import versions
from bengal_cache_companion.hooks import HOOKS, PHASE_RENDER, Hook


class VersionsTest(unittest.TestCase):
    table: dict[str, Any] = json.loads(versions.TABLE.read_text(encoding="utf-8"))

    def test_what_is_installed_here_is_known(self) -> None:
        self.assertIsNone(versions.why_unknown())

    def test_the_table_has_every_hook_of_every_version(self) -> None:
        for package, rows in self.table.items():
            expected = {versions.CODE, *(hook.target for hook in HOOKS if hook.package == package)}
            for version, row in rows.items():
                self.assertEqual(row.keys(), expected, f"{package} {version}")

    def test_another_version_is_named(self) -> None:
        with mock.patch.object(versions, "installed", return_value="9.9.9"):
            self.assertIn("bengal 9.9.9 is not known", versions.why_unknown() or "")
        with mock.patch.object(versions, "installed", return_value=None):
            self.assertIn("not installed", versions.why_unknown() or "")

    def test_other_code_under_the_name_of_a_release_is_named_by_the_function_if_there_is_one(self) -> None:
        table = copy.deepcopy(self.table)
        for row in table["bengal"].values():
            row[versions.CODE] = "0" * 24
        self.assertIn("other code than the release", versions.why_unknown(table=table) or "")
        for row in table["bengal"].values():
            row[PHASE_RENDER.target] = "0" * 24
        self.assertIn(PHASE_RENDER.target, versions.why_unknown(table=table) or "")

    def test_a_digest_of_code_is_of_every_python_file_and_of_nothing_else(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            package = Path(folder) / "bengal"
            (package / "core").mkdir(parents=True)
            (package / "__init__.py").write_text("a = 1\n")
            (package / "core" / "page.py").write_text("b = 1\n")
            found = mock.Mock(submodule_search_locations=[str(package)])
            with mock.patch("importlib.util.find_spec", return_value=found):
                first = versions.code_digest("bengal")
                (package / "theme.html").write_text("x")
                (package / "core" / "__pycache__").mkdir()
                (package / "core" / "__pycache__" / "page.py").write_text("x")
                self.assertEqual(versions.code_digest("bengal"), first)
                (package / "core" / "page.py").write_text("b = 2\n")
                self.assertNotEqual(versions.code_digest("bengal"), first)
            with mock.patch("importlib.util.find_spec", return_value=None):
                self.assertIsNone(versions.code_digest("bengal"))

    def test_a_function_that_is_gone_is_named(self) -> None:
        gone = Hook("bengal.orchestration.build.rendering:phase_gone", "")
        self.assertIn("phase_gone", versions.why_unknown((gone,)) or "")

    def test_a_digest_is_of_the_source_alone(self) -> None:
        self.assertEqual(versions.source_digest(versions.row), versions.source_digest(versions.row))
        self.assertNotEqual(versions.source_digest(versions.row), versions.source_digest(versions.why_unknown))


if __name__ == "__main__":
    unittest.main()
