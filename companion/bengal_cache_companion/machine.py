"""One build with the companion in it: what is put in place when, and what is written at the end."""

from __future__ import annotations

import atexit
import hashlib
import inspect
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from . import hooks, keep_assets
from .graph_layout import GraphLayouts
from .hooks import Original, StandIns
from .journal import Journal, write_atomically
from .judge import Judge, NoJudge
from .keep_assets import LastAssets, SingleAssets
from .keep_markdown import MarkdownBesidePages
from .kept_files import CannotKeep
from .macros import MacroWrappers
from .path_keys import Remembered
from .plan import Plan
from .staging import Stages
from .suggestions import Suggestions

STATE = Path("cache.json.zst")
TRACE = Path("trace.zst")


class Machine:
    def __init__(self, plan: Plan, journal: Journal, make_judge: Callable[[Plan], Judge]) -> None:
        self._plan = plan
        self._journal = journal
        self._make_judge = make_judge
        self._state = plan.site / ".bengal"
        self._lock = threading.Lock()
        self._broken: str | None = None
        self._aside: str | None = None
        self._done = False
        self._clock = time.process_time()
        self._stages = Stages(plan, journal, self.fault)
        self._stand_ins = StandIns(self.fault, self._stages.judging)
        self._layouts = GraphLayouts()
        self._last_assets = LastAssets.read(plan.site)
        self._single_assets = SingleAssets(plan)

    def install(self) -> None:
        """Puts everything in place, or nothing: what fails is undone before the error goes on."""
        stages = self._stages
        try:
            place = self._stand_ins.place
            place(hooks.PHASE_ASSETS, self.phase_assets)
            place(hooks.SINGLE_ASSET, self._single_assets.process)
            place(hooks.PHASE_RENDER, self.phase_render)
            place(hooks.ISOLATED_RENDER, lambda _original, *_args, **_settings: False)
            place(hooks.RENDER_ALL, stages.render_all)
            place(hooks.RENDER_SEQUENTIAL, stages.render_pages)
            place(hooks.RENDER_PARALLEL, stages.render_pages)
            place(hooks.PROCESS_PAGE, stages.process_page)
            place(hooks.RENDER_AND_WRITE, stages.render_and_write)
            place(hooks.PROCESS_VIRTUAL, stages.process_virtual)
            place(hooks.WRITE_OUTPUT, stages.write_output)
            place(hooks.WRITE_VIRTUAL, stages.write_output)
            if self._plan.previous is not None:
                kept = stages.kept_sources
                beside = MarkdownBesidePages(self._plan.previous, self._plan.output, lambda p: p.source_path in kept)
                place(hooks.PAGE_MARKDOWN, beside)
            if hooks.FORCE_LAYOUT.is_there():
                place(hooks.FORCE_LAYOUT, self._layouts)
            place(hooks.PATH_KEY, Remembered().path_key)
            place(hooks.TEMPLATE_PATH, Remembered().of_filter)
            place(hooks.DATA_PATH, Remembered().of_filter)
            place(hooks.TEMPLATE_NAME, Remembered().template_name)
            place(hooks.INPUT_PATHS, Remembered().input_paths)
            place(hooks.MACRO_WRAPPER, MacroWrappers())
            place(hooks.CLOSEST_NAME, Suggestions())
            self._stand_ins.active = True
        except BaseException:
            self.uninstall()
            raise

    def uninstall(self) -> None:
        stuck = self._stand_ins.undo()
        if stuck:
            self.stop(f"{', '.join(stuck)} could not be restored")

    def stop(self, why: str) -> None:
        """Nothing right can come of this build any more."""
        self._done = True
        self._journal.write("stopped", why)
        raise SystemExit(f"bengal-cache: the build was stopped: {why}")

    def fault(self, where: str, error: Exception) -> None:
        with self._lock:
            if self._broken is None:
                self._broken = f"{where}: {type(error).__name__}: {error}"
                self._stages.why_nothing = ("fault", self._broken)

    # --- the hooks of this module ----------------------------------------------------------------------------------

    def phase_assets(
        self,
        original: Original,
        orchestrator: Any,
        cli: Any,
        incremental: bool,
        parallel: bool,
        assets_to_process: Any,
        collector: Any = None,
    ) -> Any:
        why = "an incremental build" if incremental else self._broken
        if why is None:
            why = keep_assets.why_none(self._plan, self._last_assets, orchestrator.site)
        if why is None:
            compared = keep_assets.compare(self._last_assets, orchestrator)
            why = keep_assets.why_not_all(self._last_assets, compared.changed, orchestrator.site)
            try:
                if why is None:
                    kept = keep_assets.keep_assets(self._plan, orchestrator, collector)
                    self._journal.assets = {"kept": kept}
                    return assets_to_process
                self._single_assets.allow(compared.same)
            except CannotKeep as error:
                why = str(error)
        answer = original(orchestrator, cli, incremental, parallel, assets_to_process, collector=collector)
        kept = self._single_assets.kept
        self._journal.assets = {"processed": why, **({"kept": kept} if kept > 0 else {})}
        return answer

    def phase_render(self, original: Original, *args: Any, **kwargs: Any) -> Any:
        self._begin_rendering(original, args, kwargs)
        try:
            answer = original(*args, **kwargs)
        except BaseException:
            self._remove_judge()
            raise
        self._end_rendering()
        return answer

    def _begin_rendering(self, original: Original, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        call = inspect.signature(original.function).bind(*args, **kwargs).arguments
        site = call["orchestrator"].site
        if call["incremental"]:
            self._aside = "Bengal builds incrementally; it has to be called with --no-incremental"
        elif call["memory_optimized"]:
            self._aside = "Bengal renders in small groups (--memory-optimized)"
        elif site.output_dir != self._plan.output or site.root_path != self._plan.site:
            self._aside = f"Bengal builds {site.root_path} into {site.output_dir}, which is not what the plan is for"
        if self._aside is not None:
            return
        judge = self._make_judge(self._plan)
        self._stages.judge = judge
        try:
            void = judge.begin(site, call.get("early_context"), self._plan.site, self._plan.output)
            self._layouts.learn(self._plan.previous, site.config)
        except Exception as error:
            self._remove_judge()
            self.fault("starting to record", error)
            return
        if self._broken is None:
            self._stages.why_nothing = self._why_nothing(void)

    def _why_nothing(self, void: str | None) -> Any:
        if self._plan.mode == "full" or self._plan.previous is None:
            return ("full", "the plan keeps no pages")
        if not self._plan.trace:
            return ("no-trace", "the plan does not vouch for the trace")
        return None if void is None else ("no-trace", void)

    def _end_rendering(self) -> None:
        judge = self._stages.judge
        if judge is None:
            return
        try:
            written = judge.finish()
            if written is not None:
                write_atomically(self._state / TRACE, written.data)
                self._journal.trace = {"pages": written.pages, "reads": written.reads, "bytes": len(written.data)}
                self._journal.trace_digest = hashlib.sha256(written.data).hexdigest()
        except Exception as error:
            self.fault("writing the trace", error)
        finally:
            self._remove_judge()

    def _remove_judge(self) -> None:
        judge, self._stages.judge = self._stages.judge, NoJudge("rendering is over")
        if judge is not None:
            judge.remove()

    # --- phases of the build ---------------------------------------------------------------------------------------

    def phase(self, name: str) -> None:
        now = time.process_time()
        self._journal.seconds[name] = self._journal.seconds.get(name, 0.0) + now - self._clock
        self._clock = now

    def complete(self, site: Any) -> None:
        """The build is over, well or not. Everything is let go of; the journal is closed."""
        if self._done:
            return
        self._done = True
        self.phase("rest")
        error = sys.exc_info()[1]
        self.uninstall()
        if error is not None:
            self._journal.write("failed", f"the build ended with {type(error).__name__}: {error}")
            return
        self._note_missing(site)
        self._close()
        atexit.register(self._close_again, os.getpid())

    def _note_missing(self, site: Any) -> None:
        for page in site.pages:
            path = page.output_path
            if path is not None and not Path(path).is_file():
                output = Path(path)
                inside = output.is_relative_to(self._plan.output)
                self._journal.failed_pages.add(
                    output.relative_to(self._plan.output).as_posix() if inside else output.as_posix()
                )

    def _close(self) -> None:
        self._journal.state_digest = digest_of(self._state / STATE)
        if self._broken is not None:
            self._journal.write("failed", self._broken)
        elif self._aside is not None:
            self._journal.write("stood-aside", self._aside)
        else:
            self._journal.write("finished")

    def _close_again(self, process: int) -> None:
        """When the process ends, the state must still be the one that the journal speaks of."""
        if os.getpid() == process and digest_of(self._state / STATE) != self._journal.state_digest:
            self._close()


def digest_of(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
