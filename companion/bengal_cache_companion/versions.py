"""Which versions of Bengal and of its template engine the companion knows, by the source of what it stands in for.

versions.json is data: version -> function -> digest. A version is admitted by running the project's checks with it and
adding its row (`python -m bengal_cache_companion.versions` prints the row of what is installed). With any other version,
or with a function whose source is not the admitted one, the companion stays out: the build is a full one.
"""

from __future__ import annotations

import hashlib
import inspect
import json
import linecache
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import Any

from .hooks import HOOKS, Hook

TABLE = Path(__file__).with_name("versions.json")


def source_digest(function: Any) -> str:
    """Digest of the lines of a function as they stand in its file, decorators included."""
    inner = inspect.unwrap(getattr(function, "__func__", function))
    code = inner.__code__
    lines = linecache.getlines(code.co_filename)
    block = inspect.getblock(lines[code.co_firstlineno - 1 :])
    if not block:
        raise OSError(f"the source of {inner.__qualname__} is not on this machine")
    return hashlib.sha256("".join(block).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def installed(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def why_unknown(hooks: Iterable[Hook] = HOOKS, table: dict[str, Any] | None = None) -> str | None:
    """Why these hooks must not be used with what is installed here, or None when they may be."""
    known = json.loads(TABLE.read_text(encoding="utf-8")) if table is None else table
    for hook in hooks:
        version = installed(hook.package)
        rows = known.get(hook.package, {})
        if version not in rows:
            return f"{hook.package} {version or '(not installed)'} is not known to it; known are {', '.join(sorted(rows))}"
        expected = rows[version].get(hook.target)
        if hook.optional and expected is None and not hook.is_there():
            continue
        try:
            found = source_digest(hook.function())
        except Exception as error:
            return f"{hook.target} of {hook.package} {version} cannot be looked at: {error!r}"
        if found != expected:
            return f"{hook.target} of {hook.package} {version} is not the function that it was made for"
    return None


def row(hooks: Iterable[Hook] = HOOKS) -> dict[str, dict[str, dict[str, str | None]]]:
    rows: dict[str, dict[str, dict[str, str | None]]] = {}
    for hook in hooks:
        version = installed(hook.package) or "(not installed)"
        digest = source_digest(hook.function()) if hook.is_there() or not hook.optional else None
        rows.setdefault(hook.package, {}).setdefault(version, {})[hook.target] = digest
    return rows


if __name__ == "__main__":
    print(json.dumps(row(), indent=2, sort_keys=True))
