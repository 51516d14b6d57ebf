"""Assets that are what the last build made of them: all at once when none of them changed, else one by one.

The step before the build vouches for the configuration and the installed packages (`keepAssets`). Here the sources are
compared by hash, and the one asset that depends on the pages, the style sheet that Bengal composes for the kinds of pages
and features in use, is composed anew. Whatever a job brings along itself (Node pipeline, bundling) is not kept.
"""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .kept_files import CannotKeep, keep_file, previous_file
from .plan import Plan, is_relative

MANIFEST = "asset-manifest.json"


@dataclass(frozen=True, slots=True)
class Entry:
    output: str
    fingerprint: str | None


@dataclass(frozen=True, slots=True)
class LastAssets:
    """What the last build left of its assets. Read before this build begins, which writes the same files."""

    hashes: dict[str, str] | None
    style_sheet: str | None

    @staticmethod
    def read(site: Path) -> LastAssets:
        state = site / ".bengal"
        return LastAssets(
            hashes=_hashes(state / "provenance" / "asset_hashes.json"),
            style_sheet=_text(state / "cache" / "assets" / "optimized-style.css"),
        )


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _hashes(path: Path) -> dict[str, str] | None:
    text = _text(path)
    if text is None:
        return None
    try:
        table = json.loads(text)
        return {key: value["hash"] if isinstance(value, dict) else value for key, value in table.items()}
    except (ValueError, KeyError, AttributeError, TypeError):
        return None


def why_none(plan: Plan, last: LastAssets, site: Any) -> str | None:
    """Why no asset can be kept, or None when each one that did not change can be."""
    if not plan.keep_assets or plan.previous is None:
        return "the plan does not allow it"
    settings = site.config_service.assets_config
    if settings.get("pipeline", False):
        return "they go through a Node pipeline"
    if settings.get("bundle_js", False):
        return "scripts are bundled"
    if last.hashes is None:
        return "the last build left no record of them"
    return None


def why_not_all(last: LastAssets, changed: Sequence[str], site: Any) -> str | None:
    """Why some of the assets are processed, or None when keeping all of them gives the same."""
    if changed:
        return f"changed: {', '.join(changed[:5])}{' ...' if len(changed) > 5 else ''}"
    if _style_sheet(site) != last.style_sheet:
        return "the style sheet is composed of other parts"
    return None


@dataclass(frozen=True, slots=True)
class Compared:
    # Keys of assets that came, went or have other bytes, sorted.
    changed: list[str]
    # Assets that are what they were, by their logical path; none of two that share one.
    same: dict[str, Any]


def compare(last: LastAssets, orchestrator: Any) -> Compared:
    from bengal.utils.primitives.hashing import hash_file

    hashes = last.hashes or {}
    key_of = orchestrator._provenance_filter._get_asset_key
    length = len(next(iter(hashes.values()), ""))
    assets = list(orchestrator.site.assets)
    present = {str(key_of(asset)): hash_file(asset.source_path)[:length] for asset in assets}
    changed = sorted(key for key in hashes.keys() | present.keys() if hashes.get(key) != present.get(key))
    times = Counter(logical_path(asset) for asset in assets)
    others = set(changed)
    same = {
        logical_path(asset): asset
        for asset in assets
        if str(key_of(asset)) not in others and times[logical_path(asset)] == 1
    }
    return Compared(changed, same)


class SingleAssets:
    """Keeps those that did not change, while Bengal processes the rest and writes the manifest of all."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._entries: dict[int, Entry] = {}
        self._lock = threading.Lock()
        self.kept = 0

    def allow(self, same: Mapping[str, Any]) -> None:
        assert self._plan.previous is not None
        entries = read_manifest(self._plan.previous)
        self._entries = {id(asset): entries[path] for path, asset in same.items() if path in entries}

    def process(self, original: Callable[..., Any], orchestrator: Any, asset: Any, *args: Any, **kwargs: Any) -> Any:
        """Stands in for the processing of one asset; style sheets that import others never get here."""
        entry = self._entries.get(id(asset))
        if entry is None or self._plan.previous is None:
            return original(orchestrator, asset, *args, **kwargs)
        try:
            keep_file(self._plan.previous, self._plan.output, entry.output)
        except CannotKeep:
            return original(orchestrator, asset, *args, **kwargs)
        _settle(asset, orchestrator.site, entry, self._plan.output)
        orchestrator._record_asset_output(asset)
        with self._lock:
            self.kept += 1
        return None


def _settle(asset: Any, site: Any, entry: Entry, output: Path) -> None:
    """Leaves an asset as if it had been processed."""
    asset._site = site
    asset.fingerprint = entry.fingerprint
    asset.output_path = output / entry.output


def _style_sheet(site: Any) -> str | None:
    """What `_optimize_css` would write."""
    from bengal.orchestration.css_optimizer import CSSOptimizer

    settings = site.config.get("css", {})
    if not (isinstance(settings, dict) and settings.get("optimize", True)):
        return None
    made = CSSOptimizer(site).generate(report=True)
    if not isinstance(made, tuple) or made[1].get("skipped"):
        return None
    return made[0] or None


def read_manifest(previous: Path) -> dict[str, Entry]:
    """Raises CannotKeep when there is none, or a file of it is missing or of another size."""
    path = previous_file(previous, MANIFEST)
    if path is None:
        raise CannotKeep(f"{MANIFEST} is not in the previous output")
    try:
        assets = json.loads(path.read_bytes())["assets"]
        entries = {}
        for logical, fields in assets.items():
            output, size = fields["output_path"], fields.get("size_bytes")
            if not isinstance(output, str) or not is_relative(output):
                raise CannotKeep(f"{MANIFEST} names {output!r}")
            found = previous_file(previous, output)
            if found is None or (size is not None and found.stat().st_size != size):
                raise CannotKeep(f"{output} is not as {MANIFEST} says")
            entries[logical] = Entry(output, fields.get("fingerprint"))
        return entries
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CannotKeep(f"{MANIFEST} cannot be read: {error!r}") from None


def keep_assets(plan: Plan, orchestrator: Any, collector: Any) -> int:
    """Takes all of them over and leaves the assets of the site as if they had been processed.

    Raises CannotKeep, and may have put some files into the output then: Bengal writes the same names anew.
    """
    assert plan.previous is not None
    entries = read_manifest(plan.previous)
    written = _written(orchestrator.site.assets)
    differing = {logical_path(asset) for asset in written} ^ entries.keys()
    if differing:
        raise CannotKeep(f"{MANIFEST} and the site's assets differ in {min(differing)}")
    for output in sorted({entry.output for entry in entries.values()}):
        keep_file(plan.previous, plan.output, output)
    keep_file(plan.previous, plan.output, MANIFEST)
    for asset in written:
        entry = entries[logical_path(asset)]
        _settle(asset, orchestrator.site, entry, plan.output)
        if collector is not None:
            collector.record(asset.output_path, phase="asset")
    if "fonts" in orchestrator.site.config:
        from bengal.orchestration.build.rendering import _rewrite_fonts_css_urls

        _rewrite_fonts_css_urls(orchestrator)
    return len(entries)


def _written(assets: list[Any]) -> list[Any]:
    """Modules of style sheets go into the sheet that imports them, and nowhere else; if there is one."""
    has_entry = any(asset.is_css_entry_point() for asset in assets)
    return [asset for asset in assets if asset.is_css_entry_point() or not (has_entry and asset.is_css_module())]


def logical_path(asset: Any) -> str:
    logical = asset.logical_path or Path(asset.source_path.name)
    return logical.as_posix() if isinstance(logical, Path) else Path(str(logical)).as_posix()
