"""Records what each rendering reads, and makes the trace of the build."""

from __future__ import annotations

import importlib
import re
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .attributes import PASSED
from .compression import NoZstdError, find_zstd
from .containers import Places, config_place, config_section_place, data_place
from .doubts import KnownCode
from .environment import Watch
from .frames import Frame, current
from .header import header_of
from .hooks import HookError, Installer
from .names import NAMES, Trees
from .nodes import close_fragments
from .own_digest import UNKNOWN, own_digest
from .questions import Objects, Questions
from .recording import Context, Recording
from .table import HOOKS
from .templates import only_drawn
from .trace_file import PageReads, never_holds, write_trace

if TYPE_CHECKING:
    from .verifier import Verifier


class StandAsideError(Exception):
    """Nothing can be recorded here. Everything is as it was."""


_PASSED_CLASSES = (
    ("bengal.core.site", "Site"),
    ("bengal.core.cascade.view", "CascadeView"),
    ("bengal.config.accessor", "Config"),
    ("bengal.config.accessor", "ConfigSection"),
    ("bengal.cache.query_index_registry", "QueryIndexRegistry"),
    ("bengal.rendering.context.site_wrappers", "SiteContext"),
    ("bengal.rendering.context.site_wrappers", "ConfigContext"),
    ("bengal.utils.primitives.dotdict", "DotDict"),
)


def _class(module: str, name: str) -> Any:
    try:
        return getattr(importlib.import_module(module), name, None)
    except ImportError:
        return None


def _forget_the_last_page() -> None:
    """What `get_page` found for another page in this thread. Bengal forgets it when it begins to process a page."""
    from bengal.rendering.template_functions.get_page import clear_get_page_cache

    clear_get_page_cache()


class Recorder:
    """One recording, from the start of rendering to its end."""

    def __init__(self, context: Context) -> None:
        self.recording = Recording(context)
        self._installer = Installer()
        self._watch: Watch | None = None
        self._pages: dict[str, PageReads] = {}
        # Name of the page that was rendered to this output.
        self._labels: dict[str, str] = {}
        # Reads of the last trace that were carried over -> their index in this recording.
        self._carried: dict[int, int] = {}
        self._lock = threading.RLock()
        self._objects: Objects | None = None
        self._questions: Questions | None = None

    def install(self) -> None:
        """Puts all hooks in place. If that fails, none is."""
        try:
            find_zstd()
            self._prepare()
            self._installer.install(self.recording, HOOKS)
            self._watch = Watch(self.recording)
            self._watch.start()
        except (NoZstdError, HookError) as error:
            self.remove()
            raise StandAsideError(str(error)) from error
        except Exception as error:
            self.remove()
            raise StandAsideError(f"the recorder cannot be installed: {type(error).__name__}: {error}") from error

    def _prepare(self) -> None:
        recording = self.recording
        recording.known_code = KnownCode()
        places = recording.places = Places(recording)
        trees = recording.trees = Trees(recording)
        for module, kind, name, optional in NAMES:
            found = _class(module, kind)
            if found is not None:
                recording.names.give(found, name(recording))
            elif not optional:
                raise HookError(f"{module}:{kind} is not there")
        for module, kind in _PASSED_CLASSES:
            PASSED.add(getattr(importlib.import_module(module), kind))
        accessor = importlib.import_module("bengal.config.accessor")
        places.watch(accessor.Config, config_place(recording))
        places.watch(accessor.ConfigSection, config_section_place(recording))
        places.watch(importlib.import_module("bengal.utils.primitives.dotdict").DotDict)
        wrappers = importlib.import_module("bengal.rendering.context.data_wrappers")
        places.watch(wrappers.ParamsContext)
        places.watch(wrappers.SmartDict)
        places.put(recording.context.site.data, data_place(recording, "site", "data"))
        snapshot = getattr(recording.context.build_context, "snapshot", None)
        for tree in (snapshot.navigation.nav_trees if snapshot is not None else {}).values():
            trees.add_tree(tree)

    # Pages

    def own_digest(self, page: Any, template: str, parsed: Any) -> str:
        return own_digest(self.recording, page, template, parsed)

    def page[Result](self, page: Any, template: str, parsed: Any, render: Callable[[], Result]) -> Result:
        """Renders a page and records what that reads. What `render` raises passes; the page is then left out."""
        own = self.own_digest(page, template, parsed)
        _forget_the_last_page()
        frame, before = Frame(page), current.frame
        current.frame = frame
        try:
            result = render()
        finally:
            close_fragments(current.frame, frame)
            current.frame = before
        self._keep(page, template, own, frame)
        return result

    def _keep(self, page: Any, template: str, own: str, frame: Frame) -> None:
        recording = self.recording
        recording.nodes.use("set-up", frame)
        table = recording.table
        made = PageReads(
            recording.relative(page.source_path), template, self._address(page), own, set(), set(frame.doubts)
        )
        if own == UNKNOWN:
            made.doubts.add("its own content cannot be judged")
        label = recording.names.of(page)
        self._judge_templates(frame, made.doubts)
        for index in frame:
            if never_holds(table.digests[index]):
                made.doubts.add(f"reads what cannot be judged: {table.reads[index]}"[:200])
            else:
                made.reads.add(index)
        output = self._output(page)
        with self._lock:
            if output in self._pages:
                made.doubts.add("two pages have this address")
            self._pages[output] = made
            self._labels[output] = label or ""

    def _judge_templates(self, frame: Frame, doubts: set[str]) -> None:
        """What only the text of the templates tells, once it is known which of them the page used."""
        recording = self.recording
        if not frame.drawn and not recording.foreign_objects:
            return
        reads = recording.table.reads
        names = [reads[index].arguments[0] for index in frame if reads[index].kind == "template"]
        sources = [recording.template_sources[name] for name in names if name in recording.template_sources]
        if frame.drawn and not only_drawn(sources):
            frame |= frame.drawn
        for name in recording.foreign_objects:
            if any(re.search(rf"\b{re.escape(name)}\b", source) for source in sources):
                doubts.add(f"uses {name}, an object that the recorder cannot look into")

    def _output(self, page: Any) -> str:
        path = Path(page.output_path)
        output = Path(self.recording.context.output)
        return path.relative_to(output).as_posix() if path.is_absolute() else path.as_posix()

    def _address(self, page: Any) -> str:
        frame, current.frame = current.frame, None
        try:
            return str(getattr(page, "_path", None) or getattr(page, "href", "") or "")
        except Exception:
            return ""
        finally:
            current.frame = frame

    def carry_over(self, output: str, verifier: Verifier) -> None:
        """A page is kept: its old record is its record, with the digests that the verifier found to hold."""
        record = verifier.record_of(output)
        if record is None:
            return
        made = PageReads(record.source, record.template, record.url, record.own, set(), set(record.doubts))
        table = self.recording.table
        for old in (*record.shared, *record.private):
            index, read, digest = self._carried.get(old), *verifier.answer(old)
            if index is None:
                index = self._carried[old] = table.add(read.kind, read.arguments, digest)  # type: ignore[arg-type]
            made.reads.add(index)
            if table.digests[index] != digest:
                # Read by a page that was rendered before, with another answer: it does not hold still.
                made.doubts.add(f"reads what changes while pages are rendered: {read}"[:200])
        with self._lock:
            self._pages[output] = made

    # Questions

    @property
    def objects(self) -> Objects:
        with self._lock:
            if self._objects is None:
                self._objects = Objects(self.recording)
            return self._objects

    @property
    def questions(self) -> Questions:
        if self._questions is None:
            self._questions = Questions(self.recording, self.objects)
        return self._questions

    # The end

    def finish(self) -> bytes:
        """The bytes of the trace. Removes every hook."""
        self.remove()
        self._doubt_what_was_written()
        self._doubt_what_changed()
        table = self.recording.table
        return write_trace(header_of(self.recording.context.site), self._pages, table.reads, table.digests)

    def remove(self) -> None:
        """Puts everything back. May be called at any time, and again."""
        if self._watch is not None:
            self._watch.stop()
        self._installer.remove()
        PASSED.clear()

    def _doubt_what_was_written(self) -> None:
        """A rendering that read what the rendering of another page writes depends on their order."""
        written = self.recording.written
        reads = self.recording.table.reads
        suspects = {i for i, read in enumerate(reads) if read.kind == "attribute" and read.arguments in written}
        for output, page in self._pages.items() if suspects else ():
            own = self._labels.get(output)
            for index in page.reads & suspects:
                if reads[index].arguments[0] != own:
                    page.doubts.add(f"reads what the rendering of another page writes: {reads[index]}"[:200])

    def _doubt_what_changed(self) -> None:
        """A template can append to a list of the site: then all that read it depend on who came first."""
        changed = self.recording.table.changed_since()
        for page in self._pages.values() if changed else ():
            for index in page.reads & changed:
                page.doubts.add(f"reads what changes while pages are rendered: {self.recording.table.reads[index]}"[:200])

    @property
    def pages(self) -> dict[str, PageReads]:
        return self._pages
