"""A plugin for tests: records a build, and audits it by an earlier trace, without keeping anything.

`RECORDING_TEST` names a JSON file with `trace` (write it there), `previous` (audit by this one),
`report` (write verdicts and figures there), `order` ("reversed": render the pages the other way) and `carry`
(the records of pages that hold are carried over, as if these were kept).
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any


class Plugin:
    name = "bengal-cache-recording-test"
    version = "1"

    def register(self, registry: Any) -> None:
        settings = os.environ.get("RECORDING_TEST")
        if settings and not getattr(Plugin, "done", False):
            Plugin.done = True
            _activate(json.loads(Path(settings).read_text()))


def _activate(settings: dict[str, Any]) -> None:
    import bengal.orchestration.build.rendering as rendering

    original = rendering.phase_render
    if hasattr(rendering, "_maybe_isolated_render"):
        rendering._maybe_isolated_render = lambda *_arguments, **_named: False
    if settings.get("assets") is False:
        rendering.phase_assets = lambda orchestrator, cli, incremental, parallel, assets_to_process, collector=None: (
            assets_to_process
        )

    if settings.get("order"):
        _in_order(reverse=settings["order"] == "reversed")

    def phase_render(orchestrator: Any, *arguments: Any, **named: Any) -> Any:
        started = time.process_time()
        if settings.get("record") is False:
            try:
                return original(orchestrator, *arguments, **named)
            finally:
                Path(settings["report"]).write_text(json.dumps({"cpu": time.process_time() - started}))
        return _recorded(settings, original, orchestrator, arguments, named)

    rendering.phase_render = phase_render


def _in_order(*, reverse: bool) -> None:
    """One page after another, by path, or the other way round."""
    from bengal.orchestration.render.orchestrator import RenderOrchestrator

    original = RenderOrchestrator._render_sequential

    def in_order(self: Any, pages: Any, *arguments: Any) -> Any:
        return original(self, sorted(pages, key=lambda page: str(page.source_path), reverse=reverse), *arguments)

    RenderOrchestrator._render_sequential = in_order
    RenderOrchestrator._render_parallel = in_order
    _schedule_in_order(reverse=reverse)


def _schedule_in_order(*, reverse: bool) -> None:
    """The same where Bengal has a snapshot of the site, and a scheduler of its own: one pipeline for all pages."""
    from bengal.icons import resolver
    from bengal.rendering.pipeline import RenderingPipeline
    from bengal.rendering.template_functions.memo import set_build_context
    from bengal.snapshots.scheduler import RenderStats, WaveScheduler

    def render_all(self: Any, pages: Any) -> Any:
        set_build_context(self.build_context)
        pipeline = RenderingPipeline(
            self.site,
            quiet=True,
            build_stats=self.stats,
            build_context=self.build_context,
            output_collector=self._output_collector,
            block_cache=self._block_cache,
            write_behind=self._write_behind,
        )
        try:
            with resolver.site_context(self.site):
                for page in sorted(pages, key=lambda page: str(page.source_path), reverse=reverse):
                    pipeline.process_page(page)
        finally:
            set_build_context(None)
        return RenderStats()

    WaveScheduler.render_all = render_all


def _recorded(settings: dict[str, Any], original: Any, orchestrator: Any, arguments: Any, named: Any) -> Any:
    from bengal.orchestration.build_context import BuildContext
    from bengal.rendering.pipeline import core
    from bengal.rendering.pipeline.autodoc_renderer import AutodocRenderer
    from bengal_cache_companion.traces import session

    site = orchestrator.site
    build_context = next((each for each in [*arguments, *named.values()] if isinstance(each, BuildContext)), None)
    started = time.process_time()
    context = session.Context(site, build_context, str(site.root_path), str(site.output_dir))
    recorder = session.install(context)
    installed = recorder._installer.installed
    verifier = None
    if settings.get("previous"):
        verifier = session.Verifier(session.read_trace(Path(settings["previous"]).read_bytes()), recorder)
    verdicts: dict[str, Any] = {}
    render_and_write, process_virtual = core.RenderingPipeline._render_and_write, AutodocRenderer.process_virtual_page

    def output_of(page: Any) -> str:
        path = page.output_path
        return path.relative_to(site.output_dir).as_posix() if path.is_absolute() else path.as_posix()

    def judged(page: Any, template: str, parsed: Any, render: Any) -> Any:
        if verifier is not None:
            output = output_of(page)
            verdict = verifier.check(output, page, template, parsed)
            holds = isinstance(verdict, session.Holds)
            reads = [] if holds else [str(each) for each in verifier.changed_reads(output)[:10]]
            verdicts[output] = {"verdict": type(verdict).__name__, "why": str(verdict)[:300], "reads": reads}
            if holds and settings.get("carry"):
                recorder.carry_over(output, verifier)
                return render()
        return recorder.page(page, template, parsed, render)

    def rendered(self: Any, page: Any, template: str, _prof: Any = None, parsed_page: Any = None) -> Any:
        render = lambda: render_and_write(self, page, template, _prof=_prof, parsed_page=parsed_page)  # noqa: E731
        return judged(page, template, parsed_page, render)

    def virtual(self: Any, page: Any) -> Any:
        if not page.output_path:
            page.output_path = core.determine_output_path(page, self.site)
        return judged(page, "autodoc", None, lambda: process_virtual(self, page))

    core.RenderingPipeline._render_and_write, AutodocRenderer.process_virtual_page = rendered, virtual
    install_seconds = time.process_time() - started
    try:
        result = original(orchestrator, *arguments, **named)
    finally:
        core.RenderingPipeline._render_and_write, AutodocRenderer.process_virtual_page = (
            render_and_write,
            process_virtual,
        )
        rendered_seconds = time.process_time() - started
        data = recorder.finish()
        finished_seconds = time.process_time() - started
        if settings.get("trace"):
            Path(settings["trace"]).write_bytes(data)
        unknown = {key: sorted(value)[:5] for key, value in recorder.recording.table.unknown.items()}
        doubts: dict[str, int] = {}
        for page in recorder.pages.values():
            for why in page.doubts:
                doubts[why] = doubts.get(why, 0) + 1
        report = {
            "pages": len(recorder.pages),
            "reads": len(recorder.recording.table.reads),
            "edges": sum(len(page.reads) for page in recorder.pages.values()),
            "process": time.process_time(),
            "bytes": len(data),
            "cpu": rendered_seconds,
            "finish": finished_seconds - rendered_seconds,
            "install": install_seconds,
            "hooks": installed,
            "unknown": unknown,
            "doubts": doubts,
            "void": None if verifier is None else verifier.void,
            "verdicts": verdicts,
            "verify": None if verifier is None else verifier.seconds,
            "faults": {} if verifier is None else verifier.faults,
        }
        Path(settings["report"]).write_text(json.dumps(report, indent=1))
    return result
