"""What a page itself is: all that its context takes from it eagerly, and the blocks of the whole site."""

from __future__ import annotations

import hashlib
from typing import Any

from .frames import suspended
from .recording import Recording
from .values import UnknownValueError, raw_attribute

_FIELDS = ("html_content", "toc", "lang", "version", "virtual", "translation_key", "tags", "links")
_PARSED = ("toc", "toc_items", "word_count", "reading_time", "excerpt", "meta_description")
# No page's own digest: a part of it could not be judged.
UNKNOWN = "0" * 12


def own_digest(recording: Recording, page: Any, template: str, parsed: Any) -> str:
    """12 hex digits; `UNKNOWN` for a page that cannot be judged."""
    parts: list[str] = [template, ";"]
    encode = recording.digester.encode
    with suspended():
        try:
            encode(raw_attribute(page, "source_path"), parts)
            encode(page.title, parts)
            encode(page.description, parts)
            encode(getattr(page, "_section", None), parts)
            for name in _FIELDS:
                encode(getattr(page, name, None), parts)
            for name in _PARSED:
                encode(getattr(page if parsed is None else parsed, name, None), parts)
            if template == "autodoc":
                _encode_metadata(recording, page, parts)
            encode(_site_blocks(recording), parts)
        except UnknownValueError as error:
            recording.table.unknown.setdefault(str(error), set()).add(f"own {page.source_path}")
            return UNKNOWN
        except Exception as error:
            recording.table.unknown.setdefault(f"fault {type(error).__name__}: {error}", set()).add("own")
            return UNKNOWN
    return hashlib.blake2b("".join(parts).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def _encode_metadata(recording: Recording, page: Any, parts: list[str]) -> None:
    metadata = page.metadata
    for key in sorted(metadata.keys()):
        parts.append(f"{key}=")
        recording.digester.encode(metadata[key], parts)


def _site_blocks(recording: Recording) -> dict[str, str]:
    """HTML of blocks that Bengal renders once and puts into every page."""
    cache = getattr(getattr(recording.pipeline, "renderer", None), "block_cache", None)
    blocks: dict[str, str] = getattr(cache, "_site_blocks", None) or {}
    return dict(sorted(blocks.items()))
