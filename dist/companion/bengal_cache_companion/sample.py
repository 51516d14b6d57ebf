"""Some of the pages that are to be kept are rendered all the same, and held against what would have been kept.

The sample comes first: nothing is kept before it was compared. If one page differs, its rendering stays, every other
page is rendered too, and the journal has the evidence. Which pages are drawn follows from a seed in the plan, so a build
can be repeated.

What a sample costs is less its pages than their templates, which have to be compiled with all that they include. So a
quarter of it is drawn from all pages alike, and the rest from those that share a template with these or with a page that
is rendered anyway. Every page can be drawn in every build, and each seed begins with other ones.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from .journal import LARGEST_EVIDENCE
from .kept_files import previous_file
from .noise import without_noise
from .plan import Plan


def draw(templates: Mapping[str, str], compiled: Iterable[str], plan: Plan) -> set[str]:
    """The pages of the sample; all of them in an audit.

    `templates` has the template of each output that may be drawn, `compiled` those that the build needs in any case.
    """
    if plan.verify == "all":
        return set(templates)
    seed = plan.sample_seed.encode()
    ranked = sorted(templates, key=lambda output: hashlib.sha256(seed + b"\0" + output.encode()).digest())
    free = -(-plan.sample // 4)
    cheap = {*compiled, *(templates[output] for output in ranked[:free])}
    # Sorting keeps the rank among those that cost the same.
    rest = sorted(ranked[free:], key=lambda output: templates[output] not in cheap)
    return set([*ranked[:free], *rest][: plan.sample])


class Catch:
    """Catches what the pages of the sample come out as, on its way to the disk."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._wanted: dict[int, str] = {}
        self._caught: dict[str, str] = {}

    def expect(self, page: Any, output: str) -> None:
        with self._lock:
            self._wanted[id(page)] = output

    def see(self, page: Any, html: Any) -> None:
        with self._lock:
            output = self._wanted.get(id(page))
            if output is not None and isinstance(html, str):
                self._caught[output] = html

    def html_of(self, output: str) -> str | None:
        with self._lock:
            return self._caught.get(output)


def difference(previous: Path, output: str, rendered: str | None) -> dict[str, str | int] | None:
    """What tells the rendering from the page that would have been kept, or None if nothing does."""
    if rendered is None:
        return {"output": output, "kept": "", "rendered": "", "at": 0, "note": "rendering it wrote nothing"}
    path = previous_file(previous, output)
    try:
        kept = path.read_bytes().decode("utf-8") if path is not None else None
    except (OSError, UnicodeDecodeError):
        kept = None
    if kept is None:
        return {"output": output, "kept": "", "rendered": "", "at": 0, "note": "the kept page cannot be read"}
    if kept == rendered:
        return None
    kept, rendered = without_noise(kept), without_noise(rendered)
    if kept == rendered:
        return None
    at = next((i for i, (a, b) in enumerate(zip(kept, rendered, strict=False)) if a != b), min(len(kept), len(rendered)))
    start = max(0, at - LARGEST_EVIDENCE // 4)
    end = start + LARGEST_EVIDENCE
    return {"output": output, "kept": kept[start:end], "rendered": rendered[start:end], "at": at}
