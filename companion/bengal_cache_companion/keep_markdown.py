"""The Markdown file beside a kept page, where making it anew means turning the whole page into Markdown.

Bengal writes the page's source there when it says what the page says, else the rendered page turned into Markdown. Of a
kept page the rendered half is the same; the header and the source are made anew and must be what the old file holds:

- a page without a source (API documentation, lists): the header is the same;
- a page whose old file is header and source: header and source are the same, so the same choice would be made.

Everything else is made by Bengal.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from .hooks import Original
from .kept_files import previous_file


class _Header:
    """Stands in for the generator, and leaves out what is turned into Markdown."""

    def __init__(self, generator: Any, content: Callable[[Any, Any], str]) -> None:
        self._generator = generator
        self._content = content

    def __getattr__(self, name: str) -> Any:
        return getattr(self._generator, name)

    def _get_best_content(self, page: Any) -> str:
        return self._content(self, page)

    def _rendered_markdown(self, page: Any) -> str:
        return ""


class MarkdownBesidePages:
    def __init__(self, previous: Path, output: Path, is_kept: Callable[[Any], bool]) -> None:
        self._previous = previous
        self._output = output
        self._is_kept = is_kept

    def __call__(self, original: Original, generator: Any, page: Any) -> str:
        old = self._old(page) if self._is_kept(page) else None
        if old is not None and self._still_right(original, generator, page, old):
            return old
        text: str = original(generator, page)
        return text

    def _old(self, page: Any) -> str | None:
        from bengal.postprocess.output_formats.md_generator import get_page_md_path

        path = get_page_md_path(page)
        if path is None or not Path(path).is_relative_to(self._output):
            return None
        found = previous_file(self._previous, Path(path).relative_to(self._output).as_posix())
        if found is None:
            return None
        try:
            return found.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def _still_right(self, original: Original, generator: Any, page: Any, old: str) -> bool:
        kind = type(generator)
        if getattr(page, "_raw_content", None):
            made: str = original.probe(_Header(generator, kind._get_best_content), page)
            return made == old
        header: str = original.probe(_Header(generator, lambda _generator, _page: ""), page)
        return old.startswith(header.removesuffix("\n"))
