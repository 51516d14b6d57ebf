"""The sample follows from the seed; what differs but is noise is no difference."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path
from typing import Any

from bengal_cache_companion.noise import without_noise
from bengal_cache_companion.plan import Plan
from bengal_cache_companion.sample import Catch, difference, draw


def plan(**changes: Any) -> Plan:
    fields: dict[str, Any] = {
        "digest": "",
        "site": Path("/site"),
        "output": Path("/site/public"),
        "previous": None,
        "journal": Path("/site/.bengal-cache/journal.json"),
        "mode": "incremental",
        "trace": True,
        "keep_assets": True,
        "render": frozenset(),
        "sample": 3,
        "sample_seed": "aa",
        "verify": "sample",
        "bytecode": False,
    }
    return Plan(**{**fields, **changes})


class SampleTest(unittest.TestCase):
    templates = {f"{number}/index.html": f"{number % 10}.html" for number in range(50)}

    def test_as_many_as_asked_for_and_the_same_for_the_same_seed(self) -> None:
        first = draw(self.templates, [], plan())
        self.assertEqual(len(first), 3)
        self.assertEqual(first, draw(dict(reversed(self.templates.items())), [], plan()))
        self.assertNotEqual(first, draw(self.templates, [], plan(sample_seed="bb")))

    def test_never_more_than_there_are(self) -> None:
        self.assertEqual(draw({"a": "page.html"}, [], plan(sample=8)), {"a"})
        self.assertEqual(draw({}, ["page.html"], plan()), set())
        self.assertEqual(draw(self.templates, [], plan(sample=0)), set())

    def test_an_audit_takes_all(self) -> None:
        self.assertEqual(draw(self.templates, [], plan(verify="all", sample=0)), set(self.templates))

    def test_three_quarters_share_a_template_with_what_is_rendered_anyway(self) -> None:
        for seed in range(50):
            drawn = draw(self.templates, ["7.html"], plan(sample=8, sample_seed=str(seed)))
            self.assertEqual(len(drawn), 8)
            self.assertLessEqual(len({self.templates[output] for output in drawn} | {"7.html"}), 3)

    def test_every_page_is_drawn_sooner_or_later(self) -> None:
        rare = {**self.templates, "index.html": "home.html"}
        seeds = range(400)
        drawn = [draw(rare, ["7.html"], plan(sample=8, sample_seed=str(seed))) for seed in seeds]
        self.assertEqual(set().union(*drawn), set(rare))

    def test_catches_what_it_waits_for(self) -> None:
        catch, page = Catch(), object()
        catch.see(page, "early")
        catch.expect(page, "a")
        catch.see(object(), "another")
        self.assertIsNone(catch.html_of("a"))
        catch.see(page, "html")
        self.assertEqual(catch.html_of("a"), "html")


class DifferenceTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.previous = Path(folder.name).resolve()

    def compare(self, kept: str, rendered: str | None) -> dict[str, str | int] | None:
        (self.previous / "a.html").write_text(kept, encoding="utf-8")
        return difference(self.previous, "a.html", rendered)

    def test_equal(self) -> None:
        self.assertIsNone(self.compare("<p>é</p>", "<p>é</p>"))

    def test_noise(self) -> None:
        for kept, rendered in (
            ('<a data-page-url="<function page_url at 0x7f00aa>">', '<a data-page-url="<function page_url at 0x7f11bb>">'),
            ("<i>2026-11-30T04:05:06.123456</i>", "<i>2026-11-30T05:06:07</i>"),
            (
                '<meta name="bengal:content-hash" content="0011223344556677">',
                '<meta name="bengal:content-hash" content="8899aabbccddeeff">',
            ),
            (
                '<aside class="random-posts-widget"><p>a</p></aside>',
                '<aside class="random-posts-widget">\n<p>b</p></aside>',
            ),
        ):
            self.assertIsNone(self.compare(kept, rendered), kept)

    def test_evidence_is_short_and_says_where(self) -> None:
        found = self.compare("x" * 1000 + "old" + "y" * 1000, "x" * 1000 + "new" + "y" * 1000)
        assert found is not None
        self.assertEqual(found["at"], 1000)
        self.assertIn("old", str(found["kept"]))
        self.assertIn("new", str(found["rendered"]))
        self.assertLessEqual(len(str(found["kept"])), 200)

    def test_nothing_written_or_nothing_kept_is_a_difference(self) -> None:
        self.assertIsNotNone(self.compare("a", None))
        self.assertIsNotNone(difference(self.previous, "none.html", "a"))

    def test_noise_is_taken_from_hostile_text_in_a_time_that_grows_with_it(self) -> None:
        without_noise('<aside class="random-posts-widget">' * 3000)
        without_noise("<function " * 20_000 + "2026-11-30T" * 20_000)


if __name__ == "__main__":
    unittest.main()
