"""Templates: by name, at the moment when a rendering asks for them.

So names that are computed, overrides that appear and includes that are missing are seen. A template
that asks a date for the present time is a doubt of every page that uses it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from .frames import current
from .recording import Recording
from .values import MISSING, NONE, digest_of_text

# `page.date.now()` and its like: methods of Python's dates that look at the clock.
_CLOCK = re.compile(r"""[.'"]\s*(now|utcnow|today|fromtimestamp)\b""")
# Where a template draws: out of what stands before the bar, or in a way that cannot be told.
_DRAWS = re.compile(r"""(?:(\S+)\s*\|>?|\bfilter\b|['"])\s*sample\b""")
_OF_SITE = r"site\??\.\w+"


def source_digest(environment: Any, name: str) -> bytes:
    """Digest of the source that this name has now, or missing."""
    try:
        return digest_of_text(environment.loader.get_source(name)[0])
    except Exception:
        return MISSING


def only_drawn(sources: Iterable[str]) -> bool:
    """Whether these templates show of the lists that they draw from nothing but what was drawn.

    They do if they draw from an attribute of the site where it is read, or from a name that is given to it and
    that occurs nowhere else.
    """
    sources = list(sources)
    for source in sources:
        for match in _DRAWS.finditer(source):
            drawn = (match.group(1) or "").lstrip("{(-")
            if re.fullmatch(_OF_SITE, drawn):
                continue
            given = rf"\b(?:let|set)\s+{re.escape(drawn)}\s*=\s*{_OF_SITE}\s*(?:\?\?\s*\[\s*\]\s*)?-?%\}}"
            if not drawn.isidentifier() or not re.search(given, source):
                return False
            if sum(len(re.findall(rf"\b{drawn}\b", each)) for each in sources) != 2:
                return False
    return True


class Templates:
    """Digests of templates, each once in a build."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._clock: dict[str, bool] = {}

    def read(self, environment: Any, name: str) -> None:
        frame = current.frame
        if frame is None:
            return
        table = self._recording.table
        index = table.known("template", (name,))
        if index is None:
            index = table.add("template", (name,), self._digest(environment, name))
        frame.add(index)
        if self._clock.get(name):
            frame.doubts.add(f"template {name} asks a date for the present time")

    def missing(self, name: str) -> None:
        self._recording.notes.digest("template", (name,), MISSING)

    def unreadable(self, name: str) -> None:
        self._recording.notes.digest("template", (name,), NONE)

    def _digest(self, environment: Any, name: str) -> bytes:
        frame = current.frame
        current.frame = None
        try:
            source = environment.loader.get_source(name)[0]
        except Exception:
            return MISSING
        finally:
            current.frame = frame
        self._clock[name] = _CLOCK.search(source) is not None
        self._recording.template_sources[name] = source
        return digest_of_text(source)


def get_template(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
    """`Environment.get_template` of kida: every include, extends and import passes here."""
    templates = Templates(recording)

    def get_template(self: Any, name: str, **named: Any) -> Any:
        frame = current.frame
        if frame is None:
            return original(self, name, **named)
        current.frame = None
        try:
            template = original(self, name, **named)
        except BaseException as error:
            current.frame = frame
            if "NotFound" in type(error).__name__:
                templates.missing(_resolved(name, named.get("caller")))
            else:
                templates.unreadable(name)
            raise
        finally:
            current.frame = frame
        recording.notes.careful(lambda: templates.read(self, template.name or name))
        return template

    return get_template


def _resolved(name: str, caller: str | None) -> str:
    """A name relative to the template that asks for it, as a name."""
    if not name.startswith(("./", "../")):
        return name
    try:
        from kida.environment.core import resolve_template_name

        return str(resolve_template_name(name, caller=caller))
    except Exception:
        return name


def render_error(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
    """A template that failed: Bengal writes a page all the same, and what led there is unknown."""

    def from_jinja2_error(*arguments: Any, **named: Any) -> Any:
        recording.notes.doubt("template error")
        return original(*arguments, **named)

    return from_jinja2_error
