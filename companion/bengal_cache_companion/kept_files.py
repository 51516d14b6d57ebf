"""Takes single files out of the previous output: as hard links, which cost nothing, or as copies where there are none."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

from .plan import is_relative


class CannotKeep(Exception):
    """Why a file cannot be taken over. Nothing has changed then."""


def previous_file(previous: Path, output: str) -> Path | None:
    """The regular file of this name in the previous output; nothing that a link leads to."""
    if not is_relative(output):
        return None
    path = previous / output
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
        # Every folder on the way must be a folder as well: a link would lead out of the previous output.
        if path.parent.resolve(strict=True) != previous.resolve(strict=True).joinpath(*Path(output).parts[:-1]):
            return None
    except (OSError, ValueError):
        return None
    return path


def keep_file(previous: Path, target_folder: Path, output: str) -> Path:
    """Puts the file into the output as if this build had written it, and returns where it lies."""
    source = previous_file(previous, output)
    if source is None:
        raise CannotKeep(f"{output} is not in the previous output")
    target = target_folder / output
    if os.path.lexists(target):
        raise CannotKeep(f"{output} is in the output already")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target, follow_symlinks=False)
    except FileExistsError:
        raise CannotKeep(f"{output} is in the output already") from None
    except OSError:
        _copy(source, target)
    os.utime(target)
    return target


def _copy(source: Path, target: Path) -> None:
    scratch = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        shutil.copyfile(source, scratch, follow_symlinks=False)
        shutil.copymode(source, scratch)
        scratch.replace(target)
    except BaseException:
        scratch.unlink(missing_ok=True)
        raise
