"""The file of a trace: what is written is read; whatever else lies there is refused, and nothing of it is executed."""

from __future__ import annotations

import json
import random
import sys
import tracemalloc
import unittest
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bengal_cache_companion.traces.compression import NoZstdError, find_zstd
from bengal_cache_companion.traces.reads import KINDS, Read
from bengal_cache_companion.traces.trace_file import PageReads, Trace, Unreadable, fold, read_trace, write_trace

HEADER = {"companion": "1", "bengal": "0.5.1", "hashSeed": "0"}


def digest(text: str) -> bytes:
    return text.encode().ljust(6, b"\1")[:6]


class Pages:
    """Pages for a file, with the table of their reads."""

    def __init__(self) -> None:
        self.pages: dict[str, PageReads] = {}
        self.reads: list[Read] = []

    def index(self, read: Read) -> int:
        if read not in self.reads:
            self.reads.append(read)
        return self.reads.index(read)

    def add(self, output: str, source: str | None, reads: set[Read], doubts: set[str]) -> None:
        indexes = {self.index(read) for read in reads}
        self.pages[output] = PageReads(source, "page.html", f"/{output}/", "0" * 11 + "1", indexes, doubts)

    def digest(self, read: Read) -> bytes:
        return digest(str(read.arguments))

    def write(self) -> bytes:
        return write_trace(HEADER, self.pages, self.reads, [self.digest(read) for read in self.reads])


def example(rng: random.Random, count: int, order: random.Random | None = None) -> Pages:
    pool = [Read(rng.choice(sorted(KINDS)), (f"page:{n % 7}", f"name {n}")) for n in range(40)]
    entries = []
    for number in range(count):
        reads = {*rng.sample(pool, rng.randrange(30)), Read("attribute", (f"page:own {number}", "title"))}
        entries.append(
            (
                f"{number}/index.html",
                f"content/{number}.md" if number % 3 else None,
                reads,
                {"why"} if number == 2 else set(),
            )
        )
    pages = Pages()
    if order is not None:
        order.shuffle(entries)
        order.shuffle(pool)
        for read in pool:
            pages.index(read)
    for output, source, reads, doubts in entries:
        pages.add(output, source, reads, doubts)
    return pages


def has_zstd() -> bool:
    try:
        find_zstd()
    except NoZstdError:
        return False
    return True


@unittest.skipUnless(has_zstd(), "this Python has no zstd")
class File(unittest.TestCase):
    def trace(self, data: bytes) -> Trace:
        found = read_trace(data)
        assert isinstance(found, Trace), found
        return found

    def test_what_is_written_is_read(self) -> None:
        made = example(random.Random(1), 12)
        trace = self.trace(made.write())
        self.assertEqual(dict(trace.header), HEADER)
        self.assertEqual(set(trace.pages), set(made.pages))
        for output, page in made.pages.items():
            record = trace.pages[output]
            self.assertEqual((record.source, record.url, record.own), (page.source, page.url, page.own))
            self.assertEqual(set(record.doubts), page.doubts)
            shared = {trace.reads[index]: trace.digests[index] for index in record.shared}
            private = [trace.reads[index] for index in record.private]
            self.assertEqual({*shared, *private}, {made.reads[index] for index in page.reads})
            self.assertTrue(all(made.digest(read) == found for read, found in shared.items()))
            self.assertEqual(record.private_digest, fold(made.digest(read) for read in private))
            self.assertEqual(record.private_hints, b"".join(made.digest(read)[:1] for read in private))

    def test_a_read_of_one_page_is_private_and_one_of_two_is_shared(self) -> None:
        both, one, made = Read("asset", ("a",)), Read("asset", ("b",)), Pages()
        made.add("a", None, {both, one}, set())
        made.add("b", None, {both}, set())
        trace = self.trace(made.write())
        self.assertEqual(trace.reads, (both, one))
        self.assertEqual((trace.pages["a"].shared, trace.pages["a"].private), ((0,), (1,)))

    def test_the_same_pages_in_another_order_give_the_same_bytes(self) -> None:
        made = example(random.Random(2), 12).write()
        for seed in range(5):
            self.assertEqual(made, example(random.Random(2), 12, random.Random(seed)).write())

    def test_no_pages_are_a_trace(self) -> None:
        self.assertEqual(dict(self.trace(write_trace(HEADER, {}, [], [])).pages), {})

    def test_damaged_bytes_are_refused(self) -> None:
        data = example(random.Random(4), 8).write()
        rng = random.Random(5)
        for _ in range(400):
            damaged = bytearray(data)
            for _ in range(rng.randrange(1, 4)):
                damaged[rng.randrange(len(damaged))] = rng.randrange(256)
            self.assertIsInstance(read_trace(bytes(damaged)), Trace | Unreadable)
        for end in range(0, len(data), 7):
            self.assertIsInstance(read_trace(data[:end]), Unreadable)
        self.assertIsInstance(read_trace(data + b"more"), Unreadable)
        self.assertIsInstance(read_trace(b""), Unreadable)

    def test_documents_of_another_shape_are_refused(self) -> None:
        zstd = find_zstd()
        document = json.loads(zstd.decompress(example(random.Random(6), 4).write(), 10**7))
        rng = random.Random(7)
        refused = 0
        for _ in range(1500):
            spoilt = spoil(json.loads(json.dumps(document)), rng)
            found = read_trace(zstd.compress(json.dumps(spoilt).encode()))
            self.assertIsInstance(found, Trace | Unreadable)
            refused += isinstance(found, Unreadable)
        self.assertGreater(refused, 500)

    def test_indexes_that_point_nowhere_are_refused(self) -> None:
        zstd = find_zstd()
        document = json.loads(zstd.decompress(example(random.Random(8), 4).write(), 10**7))
        page = next(iter(document["pages"].values()))
        for key, value in (("shared", [10**9]), ("private", [0]), ("url", -1), ("doubts", [10**9]), ("shared", [1, 0])):
            kept, page[key] = page[key], value
            self.assertIsInstance(read_trace(zstd.compress(json.dumps(document).encode())), Unreadable, key)
            page[key] = kept

    def test_what_unpacks_to_too_much_is_refused(self) -> None:
        bomb = find_zstd().compress(b" " * (600 * 1024 * 1024))
        self.assertLess(len(bomb), 10**6)
        self.assertIsInstance(read_trace(bomb), Unreadable)

    def test_what_would_take_too_much_memory_is_refused_before_it_is_parsed(self) -> None:
        for text in (b"[" + b"[]," * 9_000_000 + b"0]", b"[" + b'"ab",' * 25_000_000 + b"0]", b"[" + b"{}," * 9_000_000):
            data = find_zstd().compress(text)
            self.assertLess(len(data), 10**6)
            tracemalloc.start()
            try:
                self.assertIsInstance(read_trace(data), Unreadable)
                _, most = tracemalloc.get_traced_memory()
            finally:
                tracemalloc.stop()
            self.assertLess(most, 5 * len(text))

    def test_text_that_was_damaged_is_refused_or_read(self) -> None:
        zstd = find_zstd()
        text = zstd.decompress(example(random.Random(9), 6).write(), 10**7)
        rng = random.Random(10)
        for _ in range(1200):
            damaged = bytearray(text)
            for _ in range(rng.randrange(1, 5)):
                start = rng.randrange(len(damaged))
                damaged[start : start + rng.randrange(4)] = rng.choice(
                    [b"", b"[", b"]", b"{", b'"', b"\\u0000", b"\\ud800", b"1e999", b"NaN", b"-1", b"9" * 5000, b"\xff", b",", b"null"]
                )
            found = read_trace(zstd.compress(bytes(damaged)))
            self.assertIsInstance(found, Trace | Unreadable)
            if isinstance(found, Trace):
                for page in found.pages.values():
                    self.assertTrue(all(0 <= index < len(found.reads) for index in (*page.shared, *page.private)))

    def test_another_frame_behind_the_first_is_refused(self) -> None:
        data = example(random.Random(11), 3).write()
        self.assertIsInstance(read_trace(data + data), Unreadable)
        self.assertIsInstance(read_trace(data + find_zstd().compress(b"")), Unreadable)

    def test_deeply_nested_json_is_refused(self) -> None:
        self.assertIsInstance(read_trace(find_zstd().compress(b"[" * 200_000)), Unreadable)


def spoil(document: Any, rng: random.Random) -> Any:
    """One value somewhere in it replaced."""
    place, key = document, rng.choice(list(document))
    while isinstance(place[key], dict | list) and place[key] and rng.random() < 0.8:
        place = place[key]
        key = rng.choice(list(place)) if isinstance(place, dict) else rng.randrange(len(place))
    place[key] = rng.choice([None, True, -1, 10**12, 1.5, "", "text", [], {}, [[]], {"a": 1}, "\ud800"])
    return document


if __name__ == "__main__":
    unittest.main()
