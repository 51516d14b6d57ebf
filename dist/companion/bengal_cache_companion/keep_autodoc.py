"""API documentation: pages without a text of their own, whose record of the last build stands in for their rendering.

Bengal keeps a record of each page (`.bengal/page-artifacts`, loaded in every build): all that the files beside it and the
site-wide files are made of. For API documentation these are read off the rendered page, so the record is what spares us
to read it again. Its keys are sorted, those of the JSON file beside the page are not; so the file is what is taken, but
for the part about the graph, which is made anew from the whole graph.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .keep_pages import Candidate
from .kept_files import keep_file, previous_file
from .plan import Plan


def is_autodoc(page: Any) -> bool:
    return bool(getattr(page, "virtual", False) and page.metadata.get("is_autodoc"))


def set_output_path(page: Any, site: Any) -> None:
    """As `process_virtual_page` does it."""
    from bengal.rendering.pipeline.output import determine_output_path

    if not page.output_path:
        page.output_path = determine_output_path(page, site)
    elif not page.output_path.is_absolute():
        page.output_path = site.output_dir / page.output_path


def record_of(page: Any, site: Any) -> dict[str, Any] | None:
    """The record of the last build, if it is of this page in this place."""
    from bengal.orchestration.incremental.cache_manager import _site_relative_path

    cache = site._cache
    record = cache.page_artifacts.get(str(cache._cache_key(_site_relative_path(site.root_path, page.source_path))))
    if not isinstance(record, dict) or not isinstance(record.get("plain_text"), str):
        return None
    beside = record.get("json_output_path")
    if beside is not None and beside != str(Path(page.output_path).with_suffix(".json")):
        return None
    return record


def keep_autodoc(candidate: Candidate, plan: Plan) -> None:
    """Raises CannotKeep, with nothing changed, when the file cannot be taken over."""
    assert plan.previous is not None and candidate.autodoc is not None
    from bengal.core.output import OutputType
    from bengal.orchestration.build_context import AccumulatedPageData
    from bengal.rendering.page_artifact import PageArtifact
    from bengal.rendering.page_operations import set_prerendered_html

    page, pipeline, record = candidate.page, candidate.pipeline, candidate.autodoc
    html = (plan.previous / candidate.output).read_text(encoding="utf-8")
    beside = _json_beside(candidate, plan)
    artifact = PageArtifact.from_cache_record({**record, "full_json_data": None})
    keep_file(plan.previous, plan.output, candidate.output)
    page._plain_text_cache = record["plain_text"]
    set_prerendered_html(page, html)
    pipeline._autodoc_renderer._apply_virtual_parsed_content(page, html)
    data = artifact.to_accumulated(AccumulatedPageData)
    data.full_json_data = beside
    if pipeline._output_collector is not None:
        pipeline._output_collector.record(page.output_path, OutputType.HTML, phase="render")
    if pipeline.build_context is not None:
        pipeline.build_context.accumulate_page_data(data)


def _json_beside(candidate: Candidate, plan: Plan) -> Any:
    assert plan.previous is not None and candidate.autodoc is not None
    data = candidate.autodoc.get("full_json_data")
    if not isinstance(data, dict):
        return data
    name = Path(candidate.output).with_suffix(".json").as_posix()
    path = previous_file(plan.previous, name)
    if path is not None:
        data = json.loads(path.read_text(encoding="utf-8"))
    return {key: value for key, value in data.items() if key != "graph"}
