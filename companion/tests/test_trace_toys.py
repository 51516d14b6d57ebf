"""The law of the trace, on plain objects and without Bengal: a page that holds shows what it showed.

    python test_trace_toys.py 20000 [SEED]     that many worlds

In each world all pages are rendered with the recorder, things change, the next build keeps what the trace says, and
each page is what a full build makes of it; twice, so that carried records count as well.
"""

from __future__ import annotations

import os
import random
import sys
import time
import unittest
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import toy_site
from bengal_cache_companion.traces import (
    attributes,
    containers,
    environment,
    front_matter,
    lookups,
    nodes,
    recorder,
)
from bengal_cache_companion.traces.attributes import PASSED, Watched, watch
from bengal_cache_companion.traces.compression import NoZstdError, find_zstd
from bengal_cache_companion.traces.containers import Places, config_place, config_section_place, data_place
from bengal_cache_companion.traces.hooks import Hook
from bengal_cache_companion.traces.questions import Objects
from bengal_cache_companion.traces.recording import Context, Recording
from bengal_cache_companion.traces.trace_file import read_trace
from bengal_cache_companion.traces.values import raw_attribute
from bengal_cache_companion.traces.verifier import Holds, Verifier

_KEYS, _ALL = containers.listing(values=False), containers.listing(values=True)
_CONTAINER: dict[str, Any] = {
    "__getitem__": containers.lookup,
    "get": containers.lookup,
    "__contains__": containers.contains,
    "__iter__": _KEYS,
    "keys": _KEYS,
    "values": _ALL,
    "items": _ALL,
}
_NAMES = {
    toy_site.Site: (lambda _site: "site", {"params": 0, "taxonomies": 2, "frozen": 99}),
    toy_site.Page: (lambda page: f"page:{raw_attribute(page, 'source_path')[5:]}", {}),
    toy_site.Section: (lambda section: f"section:{raw_attribute(section, 'path')[5:]}", {"metadata": 0}),
}


def _hook(attribute: str, make: Any) -> Hook:
    return Hook("toy_site", attribute, "as table.py has it for Bengal", make)


def hooks() -> list[Hook]:
    made = [
        _hook(f"{kind.__name__}.__getattribute__", watch(Watched(lambda _recording, name=name: name, mappings)))
        for kind, (name, mappings) in _NAMES.items()
    ]
    made += [_hook(f"DotDict.{name}", make) for name, make in _CONTAINER.items()]
    made += [
        _hook("DotDict.__getattribute__", containers.data_attribute),
        _hook("DotDict.__len__", _KEYS),
        _hook("DotDict.__repr__", _ALL),
        _hook("ConfigSection.__bool__", containers.truth),
        _hook("Page.__setattr__", attributes.watch_writes),
        _hook("Page.metadata", front_matter.metadata_property),
        _hook("CascadeView.__getitem__", front_matter.view_item),
        _hook("CascadeView.__contains__", front_matter.view_contains),
        *(_hook(f"CascadeView.{name}", front_matter.view_listing) for name in ("__iter__", "__len__", "keys")),
        _hook("Site.get_page", lookups.method()),
        _hook("Build.get_cached", nodes.cached_in_build),
        Hook("os", "_Environ.__getitem__", "as table.py has it", environment.variable),
    ]
    for kind in ("Config", "ConfigSection"):
        made += [_hook(f"{kind}.{name}", make) for name, make in _CONTAINER.items()]
    return made


class ToyObjects(Objects):
    def __init__(self, recording: Recording) -> None:
        with mock.patch.object(Objects, "_add_snapshot"):
            super().__init__(recording)


class ToyRecorder(recorder.Recorder):
    def install(self) -> None:
        recording, site = self.recording, self.recording.context.site
        for kind, (name, _) in _NAMES.items():
            recording.names.give(kind, name)
        places = recording.places = Places(recording)
        places.watch(toy_site.Config, config_place(recording))
        places.watch(toy_site.ConfigSection, config_section_place(recording))
        places.watch(toy_site.DotDict)
        places.put(site.data, data_place(recording, "site", "data"))
        PASSED.update({toy_site.Site, toy_site.CascadeView, toy_site.Config, toy_site.ConfigSection, toy_site.DotDict})
        self._installer.install(recording, hooks())

    @property
    def objects(self) -> Objects:
        if self._objects is None:
            self._objects = ToyObjects(self.recording)
        return self._objects


@dataclass
class Figures:
    worlds: int = 0
    pages: int = 0
    kept: int = 0
    changed: int = 0
    looks: int = 0
    reads: int = 0


def build(
    site: toy_site.Site, seed: int, previous: bytes | None, outputs: dict[str, str], figures: Figures
) -> tuple[bytes, dict[str, str], dict[str, str]]:
    """The trace, what each page shows, and why each kept page is kept."""
    made = ToyRecorder(Context(site, None, toy_site.ROOT, f"{toy_site.ROOT}/public"))
    shown: dict[str, str] = {}
    kept: dict[str, str] = {}
    try:
        made.install()
        verifier = None if previous is None else Verifier(read_trace(previous), made)
        assert verifier is None or verifier.void is None, verifier.void
        verdicts = {}
        for page in site.pages:
            page.output_path = f"{toy_site.ROOT}/public/{page.source_path[5:]}.html"
            output = page.output_path[len(toy_site.ROOT) + 8 :]
            verdicts[output] = None if verifier is None else verifier.check(output, page, "toy.html", None)
        cache = toy_site.Build()
        for page in site.pages:
            output = page.output_path[len(toy_site.ROOT) + 8 :]
            if verifier is not None and isinstance(verdicts[output], Holds):
                made.carry_over(output, verifier)
                shown[output] = outputs[output]
                kept[output] = str(verdicts[output])
                continue
            rendering = toy_site.Rendering(seed, site, cache, page)
            shown[output] = made.page(page, "toy.html", None, rendering.run)
            figures.looks += rendering.counts
        data = made.finish()
        figures.reads += sum(len(page.reads) for page in made.pages.values())
        return data, shown, kept
    finally:
        made.remove()


def full(site: toy_site.Site, seed: int) -> dict[str, str]:
    cache = toy_site.Build()
    return {f"{page.source_path[5:]}.html": toy_site.Rendering(seed, site, cache, page).run() for page in site.pages}


def try_world(seed: int, figures: Figures) -> str | None:
    """What does not hold in this world, or none."""
    figures.worlds += 1
    rng = random.Random(f"changes {seed}")
    changes = [rng.randrange(0, 3) for _ in range(2)]
    streams = [rng.random() for _ in range(2)]

    def at(step: int) -> toy_site.Site:
        site = toy_site.world(seed)
        for number in range(step):
            stream = random.Random(streams[number])
            for _ in range(changes[number]):
                toy_site.change(site, stream)
        return site

    variables = [rng.choice(["x", "y"]) if rng.random() < 0.2 else "x" for _ in range(3)]
    trace: bytes | None = None
    shown: dict[str, str] = {}
    last: dict[str, str] = {}
    for step in range(3):
        with mock.patch.dict(os.environ, {toy_site.VARIABLE: variables[step], "PYTHONHASHSEED": "0"}):
            truth = full(at(step), seed)
            trace, shown, kept = build(at(step), seed, trace, shown, figures)
        figures.pages += len(truth)
        figures.kept += len(kept)
        figures.changed += sum(last.get(output) != text for output, text in truth.items())
        last = truth
        for output, text in truth.items():
            if shown[output] != text:
                state = "kept" if output in kept else "rendered"
                return f"world {seed}, step {step}: {output} was {state} as {shown[output]!r} instead of {text!r}"
    return None


def has_zstd() -> bool:
    try:
        find_zstd()
    except NoZstdError:
        return False
    return True


def run(worlds: int, seed: int) -> tuple[Figures, list[str]]:
    figures = Figures()
    with mock.patch.object(recorder, "_forget_the_last_page"):
        found = [why for number in range(worlds) if (why := try_world(seed * 1_000_000 + number, figures)) is not None]
    return figures, found


@unittest.skipUnless(has_zstd(), "this Python has no zstd")
class Toys(unittest.TestCase):
    def test_each_page_of_a_build_that_keeps_is_what_a_full_build_makes(self) -> None:
        figures, found = run(150, 1)
        self.assertEqual(found, [])
        # The law says nothing if nothing is kept, or if nothing changes.
        self.assertGreater(figures.kept, figures.pages // 6)
        self.assertGreater(figures.changed, figures.pages // 3)

    def test_nothing_changed_keeps_what_is_no_doubt(self) -> None:
        with mock.patch.object(toy_site, "change"):
            figures, found = run(30, 2)
        self.assertEqual(found, [])
        # About half of all toys read something that leaves a doubt; of the others most have to be kept.
        self.assertGreater(figures.kept, figures.pages // 3)


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1].isdigit():
        started = time.process_time()
        figures, found = run(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
        print("\n".join(found[:20]))
        print(figures, f"{len(found)} missed, {time.process_time() - started:.0f} s")
        sys.exit(1 if found else 0)
    unittest.main()
