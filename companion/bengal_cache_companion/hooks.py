"""The functions of Bengal that the companion stands in for, and how it lets go of them.

`HOOKS` is the whole list: what each is for, in which module of Bengal it is found. versions.json holds a digest of the
source of each for every version that was admitted; with any other source the companion stays out.

A function that stands in never breaks a build. What goes wrong in it, apart from what the original raised, is a fault:
it is reported once, nothing more is kept in this build, and the original is called in its place.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

type Function = Callable[..., Any]
type Package = Literal["bengal", "kida-templates"]


@dataclass(frozen=True, slots=True)
class Hook:
    """`target` is `module:attribute` or `module:Class.method`; `use` says what standing in for it is good for."""

    target: str
    use: str
    package: Package = "bengal"
    # Only saves time, and some admitted versions do not have it.
    optional: bool = False

    def owner(self) -> tuple[Any, str]:
        module, _, path = self.target.partition(":")
        owner: Any = importlib.import_module(module)
        *parents, name = path.split(".")
        for parent in parents:
            owner = getattr(owner, parent)
        return owner, name

    def function(self) -> Function:
        owner, name = self.owner()
        found: Function = vars(owner)[name]
        return found

    def is_there(self) -> bool:
        try:
            self.function()
        except (ImportError, AttributeError, KeyError):
            return False
        return True


PHASE_ASSETS = Hook(
    "bengal.orchestration.build.rendering:phase_assets", "all assets are kept when none of them, and no rule, changed"
)
SINGLE_ASSET = Hook(
    "bengal.orchestration.asset:AssetOrchestrator._process_single_asset",
    "an asset that did not change is kept while others are processed",
)
PHASE_RENDER = Hook(
    "bengal.orchestration.build.rendering:phase_render", "begin and end of rendering: the recorder comes and goes"
)
ISOLATED_RENDER = Hook(
    "bengal.orchestration.build.rendering:_maybe_isolated_render",
    "rendering in forked processes, where nothing can be recorded or kept, is left to threads",
)
RENDER_ALL = Hook(
    "bengal.snapshots.scheduler:WaveScheduler.render_all", "decides page by page, renders what has to be, keeps the rest"
)
RENDER_SEQUENTIAL = Hook(
    "bengal.orchestration.render.sequential:SequentialRenderMixin._render_sequential", "the same on small sites"
)
RENDER_PARALLEL = Hook(
    "bengal.orchestration.render.orchestrator:RenderOrchestrator._render_parallel", "the same without a snapshot"
)
PROCESS_PAGE = Hook(
    "bengal.rendering.pipeline.core:RenderingPipeline._process_page_impl",
    "API documentation, and pages that were prepared when they were judged",
)
RENDER_AND_WRITE = Hook(
    "bengal.rendering.pipeline.core:RenderingPipeline._render_and_write", "the rendering of one page is judged and recorded"
)
PROCESS_VIRTUAL = Hook(
    "bengal.rendering.pipeline.autodoc_renderer:AutodocRenderer.process_virtual_page",
    "the rendering of one page of API documentation is recorded",
)
WRITE_OUTPUT = Hook(
    "bengal.rendering.pipeline.core:write_output", "what a page of the sample came out as, before it is on the disk"
)
WRITE_VIRTUAL = Hook(
    "bengal.rendering.pipeline.autodoc_renderer:write_output", "the same for API documentation"
)
PAGE_MARKDOWN = Hook(
    "bengal.postprocess.output_formats.md_generator:PageMarkdownGenerator._page_to_markdown",
    "the Markdown beside a kept page is kept",
)
FORCE_LAYOUT = Hook(
    "bengal.analysis.graph.layout:compute_force_layout",
    "the picture of the graph is laid out once, and again when it changed",
    optional=True,
)
PATH_KEY = Hook(
    "bengal.build.contracts.keys:_relative_key", "where a path leads is asked of the disk once, not once for each use"
)
TEMPLATE_PATH = Hook(
    "bengal.build.provenance.filter:ProvenanceFilter._resolve_template_path", "the same for templates, by their names"
)
DATA_PATH = Hook(
    "bengal.build.provenance.filter:ProvenanceFilter._resolve_data_dependency", "the same for data files"
)
TEMPLATE_NAME = Hook(
    "bengal.rendering.template_engine.environment:template_name_for_path", "the same for the names of templates"
)
INPUT_PATHS = Hook(
    "bengal.build.provenance.filter:ProvenanceFilter._extract_input_paths_for_mtime", "the same for what pages were made from"
)
MACRO_WRAPPER = Hook(
    "kida.template.render_helpers:_make_macro_wrapper",
    "whether a macro takes the context around it is found out once, not at each import",
    "kida-templates",
)
CLOSEST_NAME = Hook(
    "kida.exceptions:UndefinedError._closest_available_name",
    "the same question about the same names is answered once",
    "kida-templates",
)
HOOKS = (
    PHASE_ASSETS,
    SINGLE_ASSET,
    PHASE_RENDER,
    ISOLATED_RENDER,
    RENDER_ALL,
    RENDER_SEQUENTIAL,
    RENDER_PARALLEL,
    PROCESS_PAGE,
    RENDER_AND_WRITE,
    PROCESS_VIRTUAL,
    WRITE_OUTPUT,
    WRITE_VIRTUAL,
    PAGE_MARKDOWN,
    FORCE_LAYOUT,
    PATH_KEY,
    TEMPLATE_PATH,
    DATA_PATH,
    TEMPLATE_NAME,
    INPUT_PATHS,
    MACRO_WRAPPER,
    CLOSEST_NAME,
)


class Original:
    """The function that is stood in for, for one call: knows whether it ran, and what came of it."""

    __slots__ = ("answer", "answered", "error", "function")

    def __init__(self, function: Function) -> None:
        self.function = function
        self.answered = False
        self.answer: Any = None
        self.error: BaseException | None = None

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        try:
            self.answer = self.function(*args, **kwargs)
        except BaseException as error:
            self.error = error
            _passed_on(error)
            raise
        self.answered = True
        return self.answer

    def probe(self, *args: Any, **kwargs: Any) -> Any:
        """Asks the function something else; that is no answer to the call."""
        return self.function(*args, **kwargs)


PASSED_ON = "_bengal_cache_passed_on"


def _passed_on(error: BaseException) -> None:
    """Notes that an error is the program's own, for the hooks further out that it passes through."""
    with contextlib.suppress(Exception):
        setattr(error, PASSED_ON, True)


class StandIns:
    """Everything that was put in place of a function, undone in the opposite order."""

    def __init__(self, fault: Callable[[str, Exception], None], withheld: Callable[[], bool] = lambda: False) -> None:
        """While `withheld` says so, what goes wrong is an error of the call, and the original is not called for it."""
        self._fault = fault
        self._withheld = withheld
        self._placed: list[tuple[Any, str, Any, Any, Hook]] = []
        self._lock = threading.RLock()
        self.active = False

    def place(self, hook: Hook, stand_in: Callable[..., Any]) -> None:
        """`stand_in` is called with the Original, then with what the function was called with."""
        owner, name = hook.owner()
        function = vars(owner)[name]
        ours = self._guarded(hook, function, stand_in)
        with self._lock:
            # Noted first: what is noted but not placed is skipped when it is undone; the other way round it would stay.
            self._placed.append((owner, name, function, ours, hook))
            setattr(owner, name, ours)

    def _guarded(self, hook: Hook, function: Function, stand_in: Callable[..., Any]) -> Function:
        @functools.wraps(function)
        def ours(*args: Any, **kwargs: Any) -> Any:
            if not self.active:
                return function(*args, **kwargs)
            original = Original(function)
            try:
                return stand_in(original, *args, **kwargs)
            except Exception as error:
                if error is original.error or getattr(error, PASSED_ON, False):
                    raise
                self._fault(hook.target, error)
                if original.error is not None:
                    raise original.error from None
                if self._withheld():
                    raise
                return original.answer if original.answered else function(*args, **kwargs)

        return ours

    def undo(self) -> list[str]:
        """Restores everything and returns the names of what could not be. Calls on their way end with the original."""
        self.active = False
        stuck = []
        with self._lock:
            while self._placed:
                owner, name, function, ours, hook = self._placed.pop()
                try:
                    # Somebody who came later keeps their place; through ours, which is passive now, they reach the original.
                    if vars(owner)[name] is ours:
                        setattr(owner, name, function)
                except Exception:
                    stuck.append(hook.target)
        return stuck
