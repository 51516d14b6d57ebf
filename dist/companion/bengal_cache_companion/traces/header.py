"""What a trace holds for: another interpreter, another Bengal, other installed code, and it is void."""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import platform
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

# Raised when kinds, arguments or digests change their meaning.
RECORDER = "1"
_OURS = "bengal-cache-companion"
_MOST_FILES = 20_000


def header_of(site: Any) -> dict[str, str]:
    return {
        "companion": f"{RECORDER}+{_recorder()}",
        "bengal": _version("bengal"),
        "kida": _version("kida-templates"),
        "python": platform.python_version(),
        # The local time zone comes from the machine, below all that can be watched.
        "implementation": " ".join([sys.implementation.cache_tag + getattr(sys, "abiflags", ""), *time.tzname]),
        "distributions": _distributions(),
        "plugins": _plugins(str(site.root_path)),
        "hashSeed": os.environ.get("PYTHONHASHSEED") or "random",
    }


def difference(old: Mapping[str, str], new: Mapping[str, str]) -> str | None:
    """Why a trace with this header holds nothing here, or none."""
    for name in sorted({*old, *new}):
        if old.get(name) != new.get(name):
            shown = "" if name in ("distributions", "plugins") else f" ({old.get(name)}, now {new.get(name)})"
            return f"{name} changed{shown}"
    return "the hash seed is random" if new.get("hashSeed") == "random" else None


def _recorder() -> str:
    """Digest of the recorder's own code: what another one recorded may mean something else."""
    return _digest([f"{path.name} {_file(path)}" for path in sorted(Path(__file__).parent.glob("*.py"))])


def _version(distribution: str) -> str:
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _digest(parts: list[str]) -> str:
    return hashlib.blake2b("\n".join(parts).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def _distributions() -> str:
    """Names and versions of all that is installed; of what is installed in editable form, the files."""
    parts = []
    for folder in dict.fromkeys(sys.path):
        base = Path(folder)
        try:
            names = sorted(name for name in os.listdir(base) if name.endswith((".dist-info", ".egg-info")))
        except OSError:
            continue
        for name in names:
            if name.lower().replace("_", "-").startswith(_OURS):
                continue
            parts.append(name)
            direct = base / name / "direct_url.json"
            text = direct.read_text(encoding="utf-8") if direct.exists() else ""
            if '"editable"' in text and "file://" in text:
                parts.append(_folder(Path(text.split("file://", 1)[1].split('"', 1)[0])))
    return _digest(sorted(parts))


def _plugins(root: str) -> str:
    """Code that was imported from no installed package: plugins beside the site, `sitecustomize` and the like."""
    installed = tuple({sys.prefix + os.sep, sys.base_prefix + os.sep, str(Path(__file__).parents[2]) + os.sep})
    parts = []
    for module in list(sys.modules.values()):
        file = getattr(module, "__file__", None)
        if not isinstance(file, str) or file.startswith(installed) or "site-packages" in file:
            continue
        parts.append(f"{module.__name__} {_file(Path(file))}")
    return _digest(sorted(set(parts)))


def _folder(folder: Path) -> str:
    parts = []
    for base, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith(".") and each != "node_modules")
        for name in sorted(files):
            if name.endswith((".py", ".html", ".toml", ".yaml", ".json")):
                path = Path(base, name)
                parts.append(f"{path.relative_to(folder).as_posix()} {_file(path)}")
        if len(parts) > _MOST_FILES:
            break
    return _digest(parts)


def _file(path: Path) -> str:
    try:
        return hashlib.blake2b(path.read_bytes(), digest_size=6).hexdigest()
    except OSError:
        return "missing"
