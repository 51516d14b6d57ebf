"""zstd, from Python 3.14's own module or from one of those that sites have installed."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

LEVEL = 9


class NoZstdError(Exception):
    """This Python has no zstd."""


class TooLargeError(Exception):
    """More than was allowed came out."""


@dataclass(frozen=True, slots=True)
class Zstd:
    module: str
    compress: Callable[[bytes], bytes]
    # The second argument is the most that may come out.
    decompress: Callable[[bytes, int], bytes]


def find_zstd() -> Zstd:
    for name in ("compression.zstd", "backports.zstd", "pyzstd"):
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        return Zstd(name, lambda data, module=module: module.compress(data, LEVEL), _bounded(module))  # type: ignore[misc]
    try:
        module = importlib.import_module("zstandard")
    except ImportError as error:
        raise NoZstdError(
            "no zstd here: Python 3.14 has it; for older ones install backports.zstd, pyzstd or zstandard"
        ) from error
    return Zstd("zstandard", lambda data: module.ZstdCompressor(level=LEVEL).compress(data), _bounded_zstandard(module))


def _bounded(module: object) -> Callable[[bytes, int], bytes]:
    def decompress(data: bytes, most: int) -> bytes:
        decompressor = module.ZstdDecompressor()  # type: ignore[attr-defined]
        made = bytearray(decompressor.decompress(data, max_length=most + 1))
        while not decompressor.eof and not decompressor.needs_input and len(made) <= most:
            made += decompressor.decompress(b"", max_length=most + 1 - len(made))
        if len(made) > most:
            raise TooLargeError(f"more than {most} bytes")
        if not decompressor.eof:
            raise EOFError("the file ends early")
        if decompressor.unused_data:
            raise ValueError("something lies behind the frame")
        return bytes(made)

    return decompress


def _bounded_zstandard(module: object) -> Callable[[bytes, int], bytes]:
    def decompress(data: bytes, most: int) -> bytes:
        reader = module.ZstdDecompressor().stream_reader(data, read_across_frames=False)  # type: ignore[attr-defined]
        made: bytes = reader.read(most + 1)
        if len(made) > most:
            raise TooLargeError(f"more than {most} bytes")
        return made

    return decompress
