"""An unknown version, or a function that is not the admitted one, keeps the companion out and is named."""

from __future__ import annotations

import copy
import json
import unittest
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
            expected = {hook.target for hook in HOOKS if hook.package == package}
            for version, row in rows.items():
                self.assertEqual(row.keys(), expected, f"{package} {version}")

    def test_another_version_is_named(self) -> None:
        with mock.patch.object(versions, "installed", return_value="9.9.9"):
            self.assertIn("bengal 9.9.9 is not known", versions.why_unknown() or "")
        with mock.patch.object(versions, "installed", return_value=None):
            self.assertIn("not installed", versions.why_unknown() or "")

    def test_another_function_is_named(self) -> None:
        table = copy.deepcopy(self.table)
        for row in table["bengal"].values():
            row[PHASE_RENDER.target] = "0" * 24
        why = versions.why_unknown(table=table)
        self.assertIn(PHASE_RENDER.target, why or "")

    def test_a_function_that_is_gone_is_named(self) -> None:
        gone = Hook("bengal.orchestration.build.rendering:phase_gone", "")
        self.assertIn("phase_gone", versions.why_unknown((gone,)) or "")

    def test_a_digest_is_of_the_source_alone(self) -> None:
        self.assertEqual(versions.source_digest(versions.row), versions.source_digest(versions.row))
        self.assertNotEqual(versions.source_digest(versions.row), versions.source_digest(versions.why_unknown))


if __name__ == "__main__":
    unittest.main()
