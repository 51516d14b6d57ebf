"""The file of a trace: docs/trace-format.md describes it, schema/trace.schema.json as well."""

from __future__ import annotations

import base64
import binascii
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .compression import NoZstdError, find_zstd
from .reads import KINDS, Read
from .values import NONE, SIZE, digest_of_bytes

SCHEMA_VERSION = 1
MOST_BYTES = 64 * 1024 * 1024
MOST_UNPACKED = 512 * 1024 * 1024
MOST_ENTRIES = 4_000_000
MOST_PAGES = 500_000
MOST_ARGUMENTS = 64
# Of JSON, whose objects take up to thirty times the memory of their text.
MOST_VALUES = 24_000_000
MOST_NESTED = 8_000_000


@dataclass(frozen=True, slots=True)
class PageRecord:
    """What one page was made of. Reads are indexes into those of the trace."""

    source: str | None
    template: str | None
    url: str
    own: str
    shared: tuple[int, ...]
    private: tuple[int, ...]
    private_digest: str
    private_hints: bytes
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    header: Mapping[str, str]
    reads: tuple[Read, ...]
    # Digests of the shared reads, which are the first ones.
    digests: tuple[bytes, ...]
    pages: Mapping[str, PageRecord]


@dataclass(frozen=True, slots=True)
class Unreadable:
    why: str


@dataclass(slots=True)
class PageReads:
    """A page as it is recorded; its reads are indexes into those of the recording."""

    source: str | None
    template: str | None
    url: str
    own: str
    reads: set[int]
    doubts: set[str] = field(default_factory=set)


def fold(digests: Iterable[bytes]) -> str:
    joined = b"".join(digests)
    return digest_of_bytes(joined).hex() if joined else ""


def write_trace(
    header: Mapping[str, str], pages: Mapping[str, PageReads], reads: Sequence[Read], digests: Sequence[bytes]
) -> bytes:
    """The bytes of the file. The same pages give the same bytes, in whatever order they were rendered."""
    document = _Document(pages, reads, digests).make(header)
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return find_zstd().compress(text.encode("utf-8", "surrogatepass"))


class _Document:
    def __init__(self, pages: Mapping[str, PageReads], reads: Sequence[Read], digests: Sequence[bytes]) -> None:
        self._pages = pages
        self._reads = reads
        self._digests = digests
        uses: Counter[int] = Counter()
        for page in pages.values():
            uses.update(page.reads)
        order = sorted(uses, key=lambda index: (reads[index].kind, reads[index].arguments))
        self._shared = [index for index in order if uses[index] > 1]
        rank = {index: position for position, index in enumerate(order)}
        alone = {index for index, count in uses.items() if count == 1}
        self._private = {output: sorted(pages[output].reads & alone, key=rank.__getitem__) for output in sorted(pages)}
        # Where each read of the recording stands in the file.
        self._placed = [*self._shared, *(index for output in sorted(pages) for index in self._private[output])]
        self._place = {index: position for position, index in enumerate(self._placed)}
        strings = self._strings()
        self._words = sorted(strings)
        self._word = {text: position for position, text in enumerate(self._words)}

    def _strings(self) -> set[str]:
        found: set[str] = set()
        for index in self._placed:
            found.update(self._reads[index])
        for page in self._pages.values():
            found.update(text for text in (page.source, page.template, page.url) if text is not None)
            found.update(page.doubts)
        return found

    def make(self, header: Mapping[str, str]) -> dict[str, Any]:
        return {
            "schemaVersion": SCHEMA_VERSION,
            "header": dict(header),
            "strings": self._words,
            "reads": [[self._word[text] for text in self._reads[index]] for index in self._placed],
            "digests": _base64(b"".join(self._digests[index] for index in self._shared)),
            "pages": {output: self._page(self._pages[output], self._private[output]) for output in sorted(self._pages)},
        }

    def _page(self, page: PageReads, private: list[int]) -> dict[str, Any]:
        digests = [self._digests[index] for index in private]
        alone = set(private)
        return {
            "source": -1 if page.source is None else self._word[page.source],
            "template": -1 if page.template is None else self._word[page.template],
            "url": self._word[page.url],
            "own": page.own,
            "shared": _deltas([self._place[index] for index in page.reads if index not in alone]),
            "private": _deltas([self._place[index] for index in private]),
            "privateDigest": fold(digests),
            "privateHints": _base64(b"".join(digest[:1] for digest in digests)),
            "doubts": sorted(self._word[why] for why in page.doubts),
        }


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _deltas(indexes: list[int]) -> list[int]:
    indexes.sort()
    return [each - last for each, last in zip(indexes, [0, *indexes], strict=False)]


class _FormatError(Exception):
    pass


def read_trace(data: bytes) -> Trace | Unreadable:
    """The trace in these bytes, or why there is none. Nothing in the bytes is executed."""
    if len(data) > MOST_BYTES:
        return Unreadable(f"larger than {MOST_BYTES} bytes")
    try:
        text = find_zstd().decompress(data, MOST_UNPACKED)
        if text.count(b",") > MOST_VALUES or text.count(b"[") + text.count(b"{") > MOST_NESTED:
            return Unreadable("more values than a trace has")
        return _read(json.loads(text.decode("utf-8", "surrogatepass"), parse_constant=_refuse))
    except NoZstdError as error:
        return Unreadable(str(error))
    except _FormatError as error:
        return Unreadable(str(error))
    except RecursionError:
        return Unreadable("nested too deeply")
    except Exception as error:
        return Unreadable(f"{type(error).__name__}: {str(error)[:200]}")


def _refuse(name: str) -> Any:
    raise _FormatError(f"no JSON: {name}")


def _read(document: Any) -> Trace:
    entries = _mapping(document, "the trace")
    if entries.get("schemaVersion") != SCHEMA_VERSION or entries.get("schemaVersion") is True:
        raise _FormatError("another version of the format")
    header = {key: _text(value, "header") for key, value in _mapping(entries.get("header"), "header").items()}
    strings = [_text(each, "strings") for each in _list(entries.get("strings"), "strings", MOST_ENTRIES)]
    reads = tuple(_one_read(each, strings) for each in _list(entries.get("reads"), "reads", MOST_ENTRIES))
    packed = _bytes(entries.get("digests"), "digests")
    if len(packed) % SIZE or len(packed) // SIZE > len(reads):
        raise _FormatError("digests: not as many as reads")
    digests = tuple(packed[start : start + SIZE] for start in range(0, len(packed), SIZE))
    pages = _mapping(entries.get("pages"), "pages")
    if len(pages) > MOST_PAGES:
        raise _FormatError("pages: too many")
    shape = _Shape(strings, len(digests), len(reads))
    return Trace(header, reads, digests, {output: shape.page(output, page) for output, page in pages.items()})


def _one_read(value: Any, strings: list[str]) -> Read:
    numbers = _list(value, "reads", MOST_ARGUMENTS)
    words = [_string_at(number, strings, "reads") for number in numbers]
    if not words or words[0] not in KINDS:
        raise _FormatError("reads: an unknown kind")
    return Read(words[0], tuple(words[1:]))


@dataclass(frozen=True, slots=True)
class _Shape:
    strings: list[str]
    shared: int
    reads: int

    def page(self, output: str, value: Any) -> PageRecord:
        entry = _mapping(value, output)
        private = self._indexes(entry.get("private"), self.shared, self.reads, output)
        hints = _bytes(entry.get("privateHints"), output)
        if len(hints) != len(private):
            raise _FormatError(f"{output}: not as many hints as private reads")
        return PageRecord(
            source=self._optional(entry.get("source"), output),
            template=self._optional(entry.get("template"), output),
            url=_string_at(entry.get("url"), self.strings, output),
            own=_text(entry.get("own"), output),
            shared=self._indexes(entry.get("shared"), 0, self.shared, output),
            private=private,
            private_digest=_text(entry.get("privateDigest"), output),
            private_hints=hints,
            doubts=tuple(
                _string_at(each, self.strings, output) for each in _list(entry.get("doubts"), output, MOST_ENTRIES)
            ),
        )

    def _optional(self, value: Any, where: str) -> str | None:
        return None if type(value) is int and value == -1 else _string_at(value, self.strings, where)

    def _indexes(self, value: Any, first: int, end: int, where: str) -> tuple[int, ...]:
        made: list[int] = []
        last = 0
        for each in _list(value, where, MOST_ENTRIES):
            step = _number(each, where)
            last += step
            if (made and step == 0) or last < first or last >= end:
                raise _FormatError(f"{where}: a read that is not there")
            made.append(last)
        return tuple(made)


def _mapping(value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _FormatError(f"{where}: no object")
    return value


def _list(value: Any, where: str, most: int) -> list[Any]:
    if not isinstance(value, list) or len(value) > most:
        raise _FormatError(f"{where}: no list, or too long")
    return value


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise _FormatError(f"{where}: no text")
    return value


def _number(value: Any, where: str) -> int:
    if type(value) is not int or value < 0:
        raise _FormatError(f"{where}: no index")
    return value


def _string_at(value: Any, strings: list[str], where: str) -> str:
    number = _number(value, where)
    if number >= len(strings):
        raise _FormatError(f"{where}: a string that is not there")
    return strings[number]


def _bytes(value: Any, where: str) -> bytes:
    try:
        return base64.b64decode(_text(value, where), validate=True)
    except binascii.Error as error:
        raise _FormatError(f"{where}: no base64") from error


def never_holds(digest: bytes) -> bool:
    return digest == NONE
