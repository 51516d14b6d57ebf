"""Files, variables of the environment, chance, and what leaves the process."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from .frames import current
from .recording import Recording
from .values import FALSE, MISSING, TRUE, digest_of_bytes, digest_of_text

# Events of Python's audit hook after which nothing is known any more of what the page shows.
_LEAVES = (
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "os.startfile",
    "socket.",
    "sqlite3.",
    "ctypes.",
    "urllib.",
    "http.",
    "_thread.start",
    "mmap.",
    "shelve.",
    "dbm.",
)
# Python writes what it compiled under a name with a number behind it.
_CODE = re.compile(r"\.(?:py|pyc(?:\.\d+)?|so)$")
_READS = {"open": "file", "os.listdir": "listing", "os.scandir": "listing"}


def files_digest(path: str) -> bytes:
    """Content of a file, or the names in a folder."""
    try:
        with open(path, "rb") as file:
            return digest_of_bytes(file.read())
    except OSError:
        return MISSING


def listing_digest(path: str) -> bytes:
    """Names, and which are folders: whoever lists a folder learns that as well."""
    try:
        with os.scandir(path) as entries:
            return digest_of_text("\n".join(sorted(f"{each.name}/" if each.is_dir() else each.name for each in entries)))
    except OSError:
        return MISSING


def state_of(path: str, method: str) -> bytes:
    """Answer of `exists`, `is_file`, `is_dir`; for `stat` kind, size and time of a file; for `lstat` what it is."""
    if method in ("stat", "lstat"):
        try:
            found = os.stat(path) if method == "stat" else os.lstat(path)
        except OSError:
            return MISSING
        if method == "lstat" or not stat.S_ISREG(found.st_mode):
            target = os.readlink(path) if stat.S_ISLNK(found.st_mode) else ""
            return digest_of_text(f"{stat.S_IFMT(found.st_mode)} {target}")
        return digest_of_text(f"{stat.S_IFMT(found.st_mode)} {found.st_size} {found.st_mtime_ns}")
    answer = {"exists": os.path.exists, "is_file": os.path.isfile, "is_dir": os.path.isdir}[method](path)
    return TRUE if answer else FALSE


class _Files:
    """Which files count: not those of Bengal's state, of the output, or of installed code, which the header covers."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        context = recording.context
        self._state = f"{context.root}/.bengal"
        self._output = context.output.rstrip("/")
        code = {
            sys.prefix,
            sys.base_prefix,
            sys.exec_prefix,
            *(_folder(name) for name in ("bengal", "kida", "patitas", "rosettes")),
        }
        # An environment may be reached through a link, and its files by their real names.
        folders = {found.rstrip("/") for each in code if each for found in (each, os.path.realpath(each))} - {""}
        self._code = tuple(f"{folder}/" for folder in sorted(folders))
        self._above = _ancestors([context.root, os.path.realpath(context.root), *folders])

    def counts(self, path: str) -> bool:
        if _CODE.search(path) is not None or f"{path}/".startswith(self._code):
            return False
        inside = (self._state, self._output, f"{self._recording.context.root}/.bengal-cache", "/dev")
        return not any(path == folder or path.startswith(folder + "/") for folder in inside)

    def exists_for_sure(self, path: str) -> bool:
        """A folder above the site or above installed code. To resolve a path is to look at each of these.

        That they are there says nothing, and their names are those of one machine. What lies in them does say something.
        """
        return path in self._above

    def relative(self, path: str) -> str:
        return self._recording.relative(path)


def _ancestors(folders: Iterable[str]) -> frozenset[str]:
    """These folders and all above them."""
    return frozenset(str(each) for folder in folders for each in (Path(folder), *Path(folder).parents))


def _folder(module: str) -> str:
    found = sys.modules.get(module)
    file = getattr(found, "__file__", None)
    return os.path.dirname(file) if file else ""


class Watch:
    """The audit hook. Python cannot take one away, so there is one for the process, idle without a recording."""

    _installed = False
    _active: Watch | None = None

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._files = _Files(recording)

    def start(self) -> None:
        Watch._active = self
        if not Watch._installed:
            Watch._installed = True
            sys.addaudithook(_audit)

    def stop(self) -> None:
        if Watch._active is self:
            Watch._active = None

    def happened(self, event: str, arguments: tuple[Any, ...]) -> None:
        frame = current.frame
        if frame is None:
            return
        kind = _READS.get(event)
        if kind is None:
            if event.startswith(_LEAVES):
                frame.doubts.add(f"leaves the process: {event}")
            return
        current.frame = None
        try:
            self._opened(kind, event, arguments, frame)
        except Exception as error:
            frame.doubts.add(f"fault of the recorder: {type(error).__name__}")
        finally:
            current.frame = frame

    def _opened(self, kind: str, event: str, arguments: tuple[Any, ...], frame: Any) -> None:
        path = arguments[0]
        if isinstance(path, int):
            if kind == "listing":
                frame.doubts.add("lists a folder that it opened before")
            return
        name = os.path.abspath(os.fsdecode(path) if path is not None else ".")
        if not self._files.counts(name):
            return
        if event == "open" and _writes(arguments):
            frame.doubts.add("writes a file")
            return
        table = self._recording.table
        written = (self._files.relative(name),)
        if kind == "file":
            known = table.known("file", written)
            frame.add(table.add("file", written, files_digest(name)) if known is None else known)
        else:
            known = table.known("listing", written)
            frame.add(table.add("listing", written, listing_digest(name)) if known is None else known)


def _writes(arguments: tuple[Any, ...]) -> bool:
    mode, flags = (*arguments[1:3], None, None)[:2]
    if isinstance(mode, str):
        return any(letter in mode for letter in "wax+")
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    watch = Watch._active
    if watch is not None and current.frame is not None:
        watch.happened(event, arguments)


def existence(method: str) -> Any:
    """`Path.exists` and its like, `os.path.exists` and its like, `os.stat`."""

    def make(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
        files = _Files(recording)

        def function(path: Any, *arguments: Any, **named: Any) -> Any:
            frame = current.frame
            if frame is None:
                return original(path, *arguments, **named)
            current.frame = None
            try:
                _note_existence(recording, files, path, method, frame)
                return original(path, *arguments, **named)
            finally:
                current.frame = frame

        return function

    return make


def _note_existence(recording: Recording, files: _Files, path: Any, method: str, frame: Any) -> None:
    try:
        if isinstance(path, int):
            return
        name = os.path.abspath(os.fsdecode(path))
        if files.counts(name) and not files.exists_for_sure(name):
            written = (files.relative(name), method)
            frame.add(recording.table.add("exists", written, state_of(name, method)))
    except Exception as error:
        frame.doubts.add(f"fault of the recorder: {type(error).__name__}")


def variable(recording: Recording, original: Callable[[Any, str], str]) -> Callable[[Any, str], str]:
    def __getitem__(self: Any, key: str) -> str:
        try:
            value = original(self, key)
        except KeyError:
            if current.frame is not None and isinstance(key, str):
                recording.notes.digest("environment", (key,), MISSING)
            raise
        if current.frame is not None:
            recording.notes.value("environment", (str(key),), value)
        return value

    return __getitem__


def drawn(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
    """A function that answers by chance."""

    def function(*arguments: Any, **named: Any) -> Any:
        recording.notes.digest("chance", (), TRUE)
        return original(*arguments, **named)

    return function


def sample(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
    """The filter `sample`: the page depends on the pages that were drawn, not on all that could have been.

    Only if more lie there than are drawn: else all of them are shown, and the list is what counts. And only
    if the templates do nothing else with the list (templates.py), which is known when the page is rendered.
    """

    def function(items: Any, count: int = 1, seed: int | None = None) -> Any:
        if current.frame is not None and seed is None:
            recording.notes.careful(lambda: _forget_list(recording, items, count))
        return original(items, count, seed)

    return function


def _forget_list(recording: Recording, items: Any, count: int) -> None:
    frame = current.frame
    index = recording.list_reads.get(id(items))
    drawn_from = None if index is None else recording.lists.get(index)
    if frame is None or index is None or drawn_from is not items or drawn_from is None or len(drawn_from) <= count:
        return
    if frame.counts.get(index) == 1:
        frame.discard(index)
        frame.drawn.add(index)
        frame.counts[index] = 0
        recording.notes.digest("chance", (), TRUE)


def site_path(root: str, path: str) -> str:
    """A path of the trace as a path of this machine."""
    return path if path.startswith("/") else str(Path(root) / path)
