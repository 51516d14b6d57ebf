"""Builds by Bengal in forks of a process that has imported it: a build of a small site takes a moment."""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import shutil
import sys
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

COMPANION = Path(__file__).resolve().parents[2]
RECORDING = Path(__file__).resolve().parents[1] / "recording"


@dataclass(frozen=True, slots=True)
class Built:
    ok: bool
    # What the recording plugin reports, empty if the build failed.
    report: dict[str, Any] = field(default_factory=dict)
    log: str = ""


def prepare() -> None:
    """Imports what every build needs. The hash seed has to be fixed before Python starts."""
    if os.environ.get("PYTHONHASHSEED") != "0":
        raise SystemExit("run this with PYTHONHASHSEED=0")
    for folder in (RECORDING, COMPANION):
        if str(folder) not in sys.path:
            sys.path.insert(0, str(folder))
    import bengal.cli.milo_app
    import bengal.core.site
    import bengal.orchestration.build
    import bengal.rendering.pipeline.core  # noqa: F401
    import bengal_cache_companion.traces.session  # noqa: F401


_loaded = False


def _load(modules: Path) -> None:
    """Imports what the first build imported on its way, so that the next ones need not do it again."""
    global _loaded
    if _loaded or not modules.exists():
        return
    _loaded = True
    for name in json.loads(modules.read_text()):
        if name not in sys.modules and name.startswith(_PACKAGES):
            with contextlib.suppress(Exception):
                importlib.import_module(name)
    gc.collect()
    gc.freeze()


_PACKAGES = ("bengal.", "kida.", "milo.", "patitas.", "rosettes.", "pygments.", "yaml.", "concurrent.", "email.")


def build(site: Path, settings: dict[str, Any], work: Path) -> Built:
    """One full build into an empty output folder. Compiled templates stay, by the hash of their source."""
    _clean(site)
    report, log = work / "report.json", work / "build.log"
    report.unlink(missing_ok=True)
    modules = work / "modules.json"
    _load(modules)
    whole = {"assets": False, **settings, "report": str(report)}
    (work / "settings.json").write_text(json.dumps(whole))
    child = os.fork()
    if child == 0:
        _run(site, work / "settings.json", log, modules)
    _, status = os.waitpid(child, 0)
    text = log.read_text(errors="replace") if log.exists() else ""
    if status != 0 or not report.exists():
        return Built(False, log=text[-2000:])
    return Built(True, json.loads(report.read_text()), text[-2000:])


def _clean(site: Path) -> None:
    shutil.rmtree(site / "public", ignore_errors=True)
    state = site / ".bengal"
    for path in list(state.iterdir()) if state.exists() else ():
        if path.name != "cache":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.rmtree(state / "cache" / "snapshots", ignore_errors=True)


def _save_time() -> None:
    """What takes as long as all pages of a small site, and shows on none of them."""
    import functools

    import bengal.build.contracts.keys as keys
    from bengal.orchestration.incremental.cache_manager import CacheManager
    from bengal.output.core import CLIOutput

    for name in ("render", "_render_component"):
        if hasattr(CLIOutput, name):
            setattr(CLIOutput, name, lambda *_arguments, **_named: "")
    # As the companion does in a build.
    keys._relative_key = functools.cache(keys._relative_key)
    CacheManager.save = lambda *_arguments, **_named: None


def _run(site: Path, settings: Path, log: Path, modules: Path) -> None:
    """The child: never returns."""
    code = 1
    with contextlib.suppress(BaseException):
        descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(descriptor, 1)
        os.dup2(descriptor, 2)
    try:
        os.environ["RECORDING_TEST"] = str(settings)
        os.chdir(site)
        library = site / "lib"
        if library.is_dir():
            sys.path.insert(0, str(library))
        from bengal.cli.milo_app import run

        _save_time()
        sys.argv = ["bengal", "build", "--no-incremental", "--environment", "production"]
        code = int(run() or 0)
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        with contextlib.suppress(BaseException):
            if not _loaded:
                modules.write_text(json.dumps(sorted(sys.modules)))
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)
