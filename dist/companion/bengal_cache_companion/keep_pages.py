"""Which pages can be kept at all, and what keeping one takes apart from its file.

A kept page goes through the build like any other but for its rendering: it is discovered, parsed, listed, and its data
goes into the site-wide files.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .judge import Keep, Render, Verdict
from .kept_files import keep_file, previous_file
from .plan import Plan


@dataclass(slots=True)
class Candidate:
    """A page that was prepared for rendering and judged; `pipeline` prepared it."""

    page: Any
    output: str
    template: str
    parsed: Any
    pipeline: Any
    verdict: Verdict
    autodoc: dict[str, Any] | None = None

    @property
    def wanted_template(self) -> str:
        """What a page of API documentation is rendered with stands in its front matter."""
        named = self.page.metadata.get("_autodoc_template")
        return named if isinstance(named, str) else self.template


def output_of(page: Any, output: Path) -> str | None:
    """The path of a page's output below the output folder, or None if it is written elsewhere."""
    path = page.output_path
    if path is None:
        return None
    try:
        relative = Path(path).relative_to(output) if Path(path).is_absolute() else Path(path)
    except ValueError:
        return None
    return relative.as_posix()


class Places:
    """Where pages go, in this build and in the last one."""

    def __init__(self, plan: Plan, site: Any, effects: list[Any]) -> None:
        self._plan = plan
        outputs = Counter(str(page.output_path) for page in site.pages if page.output_path)
        addresses = Counter(page.href for page in site.pages)
        self._shared_outputs = {path for path, count in outputs.items() if count > 1}
        self._shared_addresses = {address for address, count in addresses.items() if count > 1}
        self._effects = {
            str(output): effect
            for effect in effects
            if effect.operation == "render_page" and len(effect.outputs) == 1
            for output in effect.outputs
        }

    def obstacle(self, page: Any, output: str) -> Render | None:
        """Why this page is rendered whatever the trace says."""
        if output in self._plan.render:
            return Render("planned")
        if page.href in self._shared_addresses or str(page.output_path) in self._shared_outputs:
            return Render("collision")
        if self._plan.previous is None or previous_file(self._plan.previous, output) is None:
            return Render("missing")
        return None

    def other_origin(self, page: Any, template: str) -> Render | None:
        """Whether another source, another template or another place wrote the last build's output."""
        effect = self._effects.get(str(page.output_path))
        if effect is None:
            return Render("elsewhere")
        origin = (effect.metadata.get("source_path"), effect.metadata.get("template"))
        return None if origin == (str(page.source_path), template) else Render("own")


def keep_page(candidate: Candidate, plan: Plan) -> None:
    """Raises CannotKeep, with nothing changed, when the file cannot be taken over."""
    assert plan.previous is not None and isinstance(candidate.verdict, Keep)
    from bengal.core.output import OutputType
    from bengal.rendering.pipeline.output import _copy_notebook_source

    page, pipeline = candidate.page, candidate.pipeline
    keep_file(plan.previous, plan.output, candidate.output)
    page.render_time_ms = 0.0
    collector = pipeline._output_collector
    _copy_notebook_source(page, collector=collector)
    if collector is not None:
        collector.record(page.output_path, OutputType.HTML, phase="render")
    pipeline._json_accumulator.accumulate_unified_page_data(page)


def forget_data(candidate: Candidate) -> None:
    """Takes back what a page that could not be kept after all has put into the site-wide files."""
    context, source = candidate.pipeline.build_context, candidate.page.source_path
    if context is None:
        return
    with context._accumulated_page_data_lock:
        for listed in (context._accumulated_page_data, context._page_artifacts):
            listed[:] = [entry for entry in listed if entry.source_path != source]
        for index in (context._accumulated_page_index, context._page_artifact_index):
            index.pop(source, None)


def fill_empty(page: Any, parsed: Any) -> None:
    """What `_render_and_write` does first for a page without any text."""
    if page.html_content is not None or parsed is not None:
        return
    from bengal.cache.parsed_output import apply_parsed_page_to_page
    from bengal.core.records import ParsedPage

    empty = ParsedPage(
        html_content="",
        toc="",
        toc_items=(),
        excerpt="",
        meta_description="",
        plain_text="",
        word_count=0,
        reading_time=0,
        links=(),
    )
    apply_parsed_page_to_page(page, empty, seed_counts=False, seed_links=False, seed_plain_text=False)
