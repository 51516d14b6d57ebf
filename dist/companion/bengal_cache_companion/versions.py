"""Which versions of Bengal and of its template engine the companion knows, by their code.

versions.json is data: package -> version -> `code` (digest of all its Python files) and function that is stood in for ->
digest of its source. `npm run admit -- VERSION` runs the project's checks with a version and adds its row. With any other
version, or with other code under the name of one (a fork, a development state, a patch in place), the companion stays
out: the build is a full one. What the recorder of the trace knows of Bengal holds for that code alone.
"""

from __future__ import annotations

import hashlib
import importlib.util
import inspect
import json
import linecache
import os
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

from .hooks import HOOKS, Hook

CODE = "code"
_FOLDERS = {"bengal": "bengal", "kida-templates": "kida"}
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


def code_digest(package: str) -> str | None:
    """Digest of all Python files of a package by their paths in it, or None if it has no folder here."""
    specification = importlib.util.find_spec(_FOLDERS[package])
    folders = list((specification and specification.submodule_search_locations) or ())
    if len(folders) != 1:
        return None
    total = hashlib.sha256()
    for folder, below, names in os.walk(folders[0]):
        below[:] = sorted(name for name in below if name != "__pycache__")
        for name in sorted(names):
            if name.endswith(".py"):
                path = Path(folder, name)
                content = hashlib.sha256(path.read_bytes()).hexdigest()
                total.update(f"{path.relative_to(folders[0]).as_posix()} {content}\n".encode())
    return total.hexdigest()[:24]


def installed(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def why_unknown(hooks: Iterable[Hook] = HOOKS, table: dict[str, Any] | None = None) -> str | None:
    """Why these hooks must not be used with what is installed here, or None when they may be."""
    known = json.loads(TABLE.read_text(encoding="utf-8")) if table is None else table
    for package in _FOLDERS:
        version, rows = installed(package), known.get(package, {})
        if version not in rows:
            return f"{package} {version or '(not installed)'} is not known to it; known are {', '.join(sorted(rows))}"
        if code_digest(package) != rows[version].get(CODE):
            return _other_code(package, version, hooks, rows[version])
    for hook in hooks:
        if not hook.is_there() and not hook.optional:
            return f"{hook.target} of {hook.package} {installed(hook.package)} is not there"
    return None


def _other_code(package: str, version: str, hooks: Iterable[Hook], row: Mapping[str, str | None]) -> str:
    for hook in hooks:
        if hook.package != package or (hook.optional and not hook.is_there()):
            continue
        try:
            same = source_digest(hook.function()) == row.get(hook.target)
        except Exception as error:
            return f"{hook.target} of {package} {version} cannot be looked at: {error!r}"
        if not same:
            return f"{hook.target} of {package} {version} is not the function that it was made for"
    return f"{package} {version} is installed here with other code than the release of that name"


def row(hooks: Iterable[Hook] = HOOKS) -> dict[str, dict[str, dict[str, str | None]]]:
    """What the table has to say of what is installed here."""
    rows: dict[str, dict[str, dict[str, str | None]]] = {
        package: {installed(package) or "(not installed)": {CODE: code_digest(package)}} for package in _FOLDERS
    }
    for hook in hooks:
        digest = source_digest(hook.function()) if hook.is_there() or not hook.optional else None
        rows[hook.package][installed(hook.package) or "(not installed)"][hook.target] = digest
    return rows


if __name__ == "__main__":
    print(json.dumps(row(), indent=2, sort_keys=True))
