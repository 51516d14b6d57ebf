"""Laws of digests: what a template can tell apart differs, what it cannot is the same."""

from __future__ import annotations

import datetime
import random
import sys
import types
import unittest
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bengal_cache_companion.traces.arguments import Arguments, UnwritableError
from bengal_cache_companion.traces.values import (
    FALSE,
    GONE,
    MAPPING,
    MISSING,
    NONE,
    TRUE,
    Digester,
    UnknownValueError,
)


class Page:
    def __init__(self, name: str) -> None:
        self.name = name


class Marked(str):
    __slots__ = ()


def name_of(value: Any) -> str | None:
    return f"page:{value.name}" if type(value) is Page else None


DIGESTER = Digester("/site", name_of)
DAY = datetime.date(2026, 11, 30)
TIME = datetime.datetime(2026, 11, 30, 12)


def values() -> list[Any]:
    """No two of these are the same to a template."""
    return [
        *(None, True, False, 0, 1, -1, 1.0, 1.5, float("inf"), "", "0", "1", "None", "true", "a", "ab", b"a"),
        *(Marked("a"), [], (), {}, set(), [None], [[]], ["a", "b"], ["ab"], ["a", ["b"]], [["a"], "b"], ("a", "b")),
        *({"a": 1}, {"a": "1"}, {"a": None}, {"a": 1, "b": 2}, {"b": 2, "a": 1}, {1: "a"}, {"a": {"b": 1}}),
        *({"a"}, {"a", "b"}, Path("/site/a"), Path("a/b"), "/site/a", DAY, TIME, TIME.replace(tzinfo=datetime.UTC)),
        *(datetime.timedelta(1), Page("a"), Page("b"), "page:a", [Page("a")], types.MappingProxyType({"a": 1})),
        *("s1:a", "[]", "{}", ["s1:a"], "!missing", range(3), Digester.digest, sorted),
    ]


class Digests(unittest.TestCase):
    def test_values_that_differ_have_different_digests(self) -> None:
        digests = [DIGESTER.digest(value) for value in values()]
        constants = [MISSING, GONE, MAPPING, TRUE, FALSE, NONE]
        self.assertEqual(len({*digests, *constants}), len(digests) + len(constants))

    def test_equal_values_have_equal_digests(self) -> None:
        for left, right in zip(values(), values(), strict=True):
            self.assertEqual(DIGESTER.digest(left), DIGESTER.digest(right), repr(left))

    def test_nested_lists_cannot_be_confused_with_their_text(self) -> None:
        rng = random.Random(1)
        seen: dict[bytes, str] = {}
        for _ in range(4000):
            value = nested(rng, 3)
            digest, shown = DIGESTER.digest(value), repr(value)
            self.assertEqual(seen.setdefault(digest, shown), shown)

    def test_sets_are_the_same_in_any_order(self) -> None:
        letters = [chr(code) for code in range(97, 110)]
        self.assertEqual(DIGESTER.digest(set(letters)), DIGESTER.digest(set(reversed(letters))))

    def test_paths_are_the_same_in_another_folder(self) -> None:
        other = Digester("/elsewhere/site", name_of)
        self.assertEqual(DIGESTER.digest(Path("/site/a.md")), other.digest(Path("/elsewhere/site/a.md")))

    def test_what_cannot_be_judged_is_an_error(self) -> None:
        def remembers() -> Callable[[], int]:
            count = 1
            return lambda: count

        for value in (object(), (each for each in ()), iter([]), remembers(), [object()], {"a": object()}, open):
            if value is open:
                continue
            with self.assertRaises(UnknownValueError, msg=repr(value)):
                DIGESTER.digest(value)

    def test_a_list_that_holds_itself_is_an_error(self) -> None:
        endless: list[Any] = []
        endless.append(endless)
        with self.assertRaises((UnknownValueError, RecursionError)):
            DIGESTER.digest(endless)


def nested(rng: random.Random, depth: int) -> Any:
    choice = rng.randrange(4 if depth else 2)
    if choice == 0:
        return rng.choice(["", "a", "1:a", "s1:a", "]", "[", "}", ";"])
    if choice == 1:
        return rng.randrange(3)
    if choice == 2:
        return [nested(rng, depth - 1) for _ in range(rng.randrange(3))]
    return {rng.choice("ab"): nested(rng, depth - 1) for _ in range(rng.randrange(3))}


class Written(unittest.TestCase):
    def setUp(self) -> None:
        self.arguments = Arguments("/site", name_of)
        self.page = Page("content/a.md")

    def test_arguments_come_back_as_they_were(self) -> None:
        paths = [Path("/site/content/a.md"), Path("/site"), Path("/other/a")]
        texts = ["", "a", "=", "=i:5", "=s:x", "/site/content/a.md", "größe", "a=b"]
        for value in [*texts, *paths, None, True, False, 0, -3, 1.5, DAY, TIME, self.page]:
            written = self.arguments.write(value)
            self.assertIsInstance(written, str)
            back = self.arguments.read(written, lambda name: self.page)
            self.assertEqual(back, value, written)
            self.assertIs(type(back) is bool, type(value) is bool)

    def test_paths_of_the_site_are_relative(self) -> None:
        self.assertEqual(self.arguments.write(Path("/site/content/a.md")), "=p:content/a.md")
        self.assertEqual(self.arguments.write("/site/content/a.md"), "=r:content/a.md")

    def test_what_has_no_form_is_an_error(self) -> None:
        for value in (object(), [], {}):
            with self.assertRaises(UnwritableError):
                self.arguments.write(value)


if __name__ == "__main__":
    unittest.main()
