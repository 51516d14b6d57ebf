"""Audits the recorder: what would have been kept is rendered all the same, and compared.

    python -m audit random -n 100 [--seed 1] [--site authors ...]   random edits, each on top of the last
    python -m audit equal [--site ...]                             recorder on and off write the same
    python -m audit steady [--site ...]                            nothing edited: everything holds, the same trace
    python -m audit order [--site ...]                             pages in the other order read the same
    python -m audit place [--site ...]                             in another folder the trace is the same file
    python -m audit cost [--site ...]                              processor seconds of verifying

The last line on standard output is JSON: figures and every page that was missed. `random` writes one after each site.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from builds import Built, build, prepare
from edits import Editor
from sites import DOUBTS, SITES, write_site


@dataclass(slots=True)
class Figures:
    builds: int = 0
    edits: int = 0
    failed: int = 0
    pages: int = 0
    changed: int = 0
    rendered: int = 0
    # Rendered, though nothing changed: by the first read that did not hold.
    needless: Counter[str] = field(default_factory=Counter)
    missed: list[dict[str, Any]] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    doubts: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)

    def note(self, built: Built) -> None:
        self.faults.update(built.report.get("faults", {}))
        self.doubts.update(built.report.get("doubts", {}))
        self.unknown.update(built.report.get("unknown", {}).keys())


class Site:
    """One small site in a folder of its own, with its last trace and output."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.path = folder / "site"
        self.work = folder
        self.trace = folder / "trace.zst"
        self.previous = folder / "previous"
        source = Path(name)
        if name in SITES:
            write_site(SITES[name](), self.path)
        else:
            ignore = shutil.ignore_patterns("public", ".bengal", ".bengal-cache")
            shutil.copytree(source, self.path, ignore=ignore)

    def build(self, **settings: Any) -> Built:
        return build(self.path, settings, self.work)

    def record(self) -> Built:
        """A build with a trace and an output to compare with later."""
        built = self.build(trace=str(self.trace))
        self.keep_output()
        return built

    def keep_output(self) -> None:
        shutil.rmtree(self.previous, ignore_errors=True)
        if (self.path / "public").exists():
            (self.path / "public").rename(self.previous)


def without_noise(path: Path) -> str | None:
    from bengal_cache_companion.noise import without_noise as rules

    return rules(path.read_text(encoding="utf-8", errors="replace")) if path.exists() else None


def first_difference(old: str, new: str) -> str:
    for left, right in zip(old.splitlines(), new.splitlines(), strict=False):
        if left != right:
            start = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), 0)
            return f"{left[max(0, start - 60) : start + 80]!r} now {right[max(0, start - 60) : start + 80]!r}"
    return "one is longer"


def random_edits(names: list[str], count: int, seed: int, figures: Figures) -> None:
    for position, name in enumerate(names):
        share = count // len(names) + (position < count % len(names))
        with tempfile.TemporaryDirectory(prefix="bengal-audit-") as folder:
            _edit_site(Site(name, Path(folder)), share, random.Random(f"{seed} {name}"), figures)
        # What a run that is stopped has come to so far.
        print(json.dumps(_shown(figures)), flush=True)


def _edit_site(site: Site, count: int, rng: random.Random, figures: Figures) -> None:
    base = site.record()
    figures.builds += 1
    if not base.ok:
        figures.missed.append({"site": site.name, "edit": "none", "why": f"the site does not build: {base.log[-600:]}"})
        return
    editor = Editor(site.path, rng)
    for _ in range(count):
        edit = editor.next()
        before = edit.apply(site.path)
        next_trace = site.work / "next.zst"
        built = site.build(trace=str(next_trace), previous=str(site.trace))
        figures.builds += 1
        if not built.ok:
            # An edit that Bengal cannot build: taken back, nothing to learn.
            figures.failed += 1
            type(edit)("undo", before).apply(site.path)
            continue
        figures.edits += 1
        figures.note(built)
        _judge(site, edit.what, built, figures)
        next_trace.replace(site.trace)
        site.keep_output()


def _judge(site: Site, what: str, built: Built, figures: Figures) -> None:
    for output, verdict in built.report["verdicts"].items():
        old, new = without_noise(site.previous / output), without_noise(site.path / "public" / output)
        changed = old != new
        holds = verdict["verdict"] == "Holds"
        figures.pages += 1
        figures.changed += changed
        figures.rendered += not holds
        if holds and changed:
            difference = first_difference(old or "", new or "")
            figures.missed.append({"site": site.name, "edit": what, "output": output, "difference": difference})
        elif not holds and not changed and verdict["verdict"] not in ("Own", "New"):
            reads = verdict["reads"] or [verdict["why"]]
            figures.needless[f"{site.name}: {_kind(reads[0])}"] += 1


def _kind(read: str) -> str:
    return read[:90]


def equal(names: list[str], figures: Figures) -> None:
    """Recorder on and off: every page is the same, byte for byte, but for what differs between any two builds."""
    for name in names:
        with tempfile.TemporaryDirectory(prefix="bengal-audit-") as folder:
            site = Site(name, Path(folder))
            off = site.build(record=False)
            site.keep_output()
            on = site.build(trace=str(site.trace))
            figures.builds += 2
            if not (off.ok and on.ok):
                figures.missed.append({"site": name, "why": (off.log if not off.ok else on.log)[-600:]})
                continue
            figures.note(on)
            _compare(name, site.previous, site.path / "public", figures)


def _compare(name: str, old: Path, new: Path, figures: Figures) -> None:
    names = {path.relative_to(base).as_posix() for base in (old, new) for path in base.rglob("*.html")}
    figures.pages += len(names)
    for output in sorted(names):
        left, right = without_noise(old / output), without_noise(new / output)
        if left != right:
            figures.missed.append(
                {"site": name, "output": output, "difference": first_difference(left or "", right or "")}
            )


def steady(names: list[str], figures: Figures) -> None:
    """Nothing was edited: every page holds, and the trace is the same, also when its records are carried over."""
    for name in names:
        with tempfile.TemporaryDirectory(prefix="bengal-audit-") as folder:
            site = Site(name, Path(folder))
            carried = site.work / "carried.zst"
            first = site.record()
            second = site.build(trace=str(site.work / "second.zst"), previous=str(site.trace))
            third = site.build(trace=str(carried), previous=str(site.trace), carry=True)
            figures.builds += 3
            if not (first.ok and second.ok and third.ok):
                failed = next(built for built in (first, second, third) if not built.ok)
                figures.missed.append({"site": name, "why": failed.log[-600:]})
                continue
            for output, reads in _differences(site.trace, carried).items():
                figures.missed.append(
                    {"site": name, "output": output, "why": "carried over, it reads something else", "reads": reads}
                )
            figures.note(second)
            for output, verdict in second.report["verdicts"].items():
                figures.pages += 1
                expected = name in DOUBTS and DOUBTS[name] in verdict["why"]
                if verdict["verdict"] != "Holds" and not expected:
                    figures.missed.append(
                        {"site": name, "output": output, "why": verdict["why"], "reads": verdict["reads"]}
                    )
            for output, reads in _differences(site.trace, site.work / "second.zst").items():
                figures.missed.append({"site": name, "output": output, "why": "reads something else", "reads": reads})


def order(names: list[str], figures: Figures) -> None:
    """Pages in the other order: a page that reads something else shows a cache that nobody knows."""
    for name in names:
        with tempfile.TemporaryDirectory(prefix="bengal-audit-") as folder:
            site = Site(name, Path(folder))
            first = site.build(trace=str(site.trace), order="forward")
            second = site.build(trace=str(site.work / "second.zst"), order="reversed")
            figures.builds += 2
            if not (first.ok and second.ok):
                figures.missed.append({"site": name, "why": (first.log if not first.ok else second.log)[-600:]})
                continue
            figures.note(second)
            figures.pages += second.report["pages"]
            for output, reads in _differences(site.trace, site.work / "second.zst").items():
                figures.missed.append({"site": name, "output": output, "reads": reads})


def place(names: list[str], figures: Figures) -> None:
    """The same site in another folder, deeper down: the same bytes, so nothing of this machine is in a trace."""
    for name in names:
        with tempfile.TemporaryDirectory(prefix="bengal-audit-") as folder:
            here, there = Path(folder) / "here", Path(folder) / "further" / "down"
            traces = []
            for each in (here, there):
                each.mkdir(parents=True)
                site = Site(name, each)
                built = site.build(trace=str(site.trace))
                figures.builds += 1
                if not built.ok:
                    figures.missed.append({"site": name, "why": built.log[-600:]})
                    break
                figures.note(built)
                figures.pages += built.report["pages"]
                traces.append(site.trace)
            if len(traces) < 2 or traces[0].read_bytes() == traces[1].read_bytes():
                continue
            different = _differences(*traces)
            figures.missed.append({"site": name, "why": "another trace", "reads": different})


def _differences(first: Path, second: Path) -> dict[str, list[str]]:
    """Pages whose reads are not the same, with some of these."""
    from bengal_cache_companion.traces.session import Trace, read_trace

    traces = [read_trace(path.read_bytes()) for path in (first, second)]
    found: dict[str, list[str]] = {}
    assert all(isinstance(trace, Trace) for trace in traces), traces
    reads: list[dict[str, set[str]]] = []
    for trace in traces:
        assert isinstance(trace, Trace)
        reads.append(
            {
                output: {str(trace.reads[index]) for index in (*page.shared, *page.private)}
                | {f"own {page.own}", *page.doubts}
                for output, page in trace.pages.items()
            }
        )
    for output in sorted({*reads[0], *reads[1]}):
        different = reads[0].get(output, set()) ^ reads[1].get(output, set())
        if different and "chance()" not in reads[0].get(output, set()):
            found[output] = sorted(different)[:8]
    return found


def cost(names: list[str]) -> dict[str, Any]:
    """Processor seconds of recording and of verifying, with nothing edited. The fastest of three."""
    found: dict[str, Any] = {}
    for name in names:
        with tempfile.TemporaryDirectory(prefix="bengal-audit-") as folder:
            site = Site(name, Path(folder))
            site.record()
            built = [site.build(trace=str(site.work / "next.zst"), previous=str(site.trace)) for _ in range(3)]
            reports = [each.report for each in built if each.ok]
            assert reports, built[0].log
            fastest = min(reports, key=lambda report: float(report["verify"]))
            found[Path(name).name] = {key: fastest[key] for key in ("pages", "reads", "edges", "bytes", "verify", "finish")}
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="audit")
    parser.add_argument("what", choices=("random", "equal", "steady", "order", "place", "cost"))
    parser.add_argument("-n", "--number", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--site", nargs="*", default=list(SITES))
    options = parser.parse_args()
    prepare()
    if options.what == "cost":
        print(json.dumps(cost(options.site)))
        return 0
    figures = Figures()
    match options.what:
        case "random":
            random_edits(options.site, options.number, options.seed, figures)
        case "equal":
            equal(options.site, figures)
        case "steady":
            steady(options.site, figures)
        case "order":
            order(options.site, figures)
        case "place":
            place(options.site, figures)
    print(json.dumps(_shown(figures)))
    return 1 if figures.missed else 0


def _shown(figures: Figures) -> dict[str, Any]:
    return {
        "builds": figures.builds,
        "edits": figures.edits,
        "failed": figures.failed,
        "pages": figures.pages,
        "changed": figures.changed,
        "rendered": figures.rendered,
        "missed": figures.missed,
        "needless": dict(figures.needless.most_common(20)),
        "faults": dict(figures.faults.most_common(20)),
        "doubts": dict(figures.doubts.most_common(20)),
        "unknown": dict(figures.unknown.most_common(20)),
    }


if __name__ == "__main__":
    sys.exit(main())
