"""Only regular files of the previous output itself are taken over, and nothing that is there already is replaced."""

from __future__ import annotations

import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from bengal_cache_companion.kept_files import CannotKeep, keep_file, previous_file


class KeptFilesTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.previous = Path(folder.name).resolve() / "previous"
        self.output = self.previous.with_name("public")
        (self.previous / "a").mkdir(parents=True)
        self.file = self.previous / "a" / "index.html"
        self.file.write_text("kept")
        os.utime(self.file, (1, 1))

    def test_is_a_hard_link_with_the_present_time(self) -> None:
        kept = keep_file(self.previous, self.output, "a/index.html")
        self.assertTrue(kept.samefile(self.file))
        self.assertGreater(kept.stat().st_mtime, 1_000_000)

    def test_is_a_copy_where_there_are_no_links(self) -> None:
        with mock.patch("os.link", side_effect=OSError(18, "other device")):
            kept = keep_file(self.previous, self.output, "a/index.html")
        self.assertFalse(kept.samefile(self.file))
        self.assertEqual(kept.read_text(), "kept")
        self.assertEqual([path.name for path in kept.parent.iterdir()], ["index.html"])

    def test_what_is_in_the_output_stays(self) -> None:
        (self.output / "a").mkdir(parents=True)
        (self.output / "a" / "index.html").write_text("written by a step of the job")
        with self.assertRaises(CannotKeep):
            keep_file(self.previous, self.output, "a/index.html")
        self.assertEqual((self.output / "a" / "index.html").read_text(), "written by a step of the job")

    def test_links_lead_nowhere(self) -> None:
        (self.previous / "link.html").symlink_to("/etc/passwd")
        (self.previous / "b").symlink_to(self.previous / "a")
        (self.output).mkdir()
        (self.output / "c.html").symlink_to("nowhere")
        (self.previous / "c.html").write_text("c")
        for name in ("link.html", "b/index.html", "c.html", "a", "none", "../previous/a/index.html", "/etc/passwd", ""):
            with self.subTest(name=name), self.assertRaises(CannotKeep):
                keep_file(self.previous, self.output, name)

    def test_finds_regular_files_only(self) -> None:
        self.assertEqual(previous_file(self.previous, "a/index.html"), self.file)
        for name in ("a", "a/none", "a/index.html/x"):
            self.assertIsNone(previous_file(self.previous, name))


if __name__ == "__main__":
    unittest.main()
