"""The plan: what this one build may keep, written by the step before the build.

A plan is used once. Whatever about it is not as expected makes the companion stand aside with the reason; it never
guesses what may have been meant.
"""

from __future__ import annotations

import hashlib
import json
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal, cast

PLAN_VARIABLE = "SITE_CACHE_PLAN"
FOLDER = ".bengal-cache"
SCHEMA_VERSION = 1
LARGEST_PLAN = 64 * 1024 * 1024

type Mode = Literal["incremental", "full"]
type Verify = Literal["sample", "all"]


@dataclass(frozen=True, slots=True)
class Plan:
    digest: str
    site: Path
    output: Path
    previous: Path | None
    journal: Path
    mode: Mode
    trace: bool
    keep_assets: bool
    render: frozenset[str]
    sample: int
    sample_seed: str
    verify: Verify
    bytecode: bool

    @property
    def keeps_pages(self) -> bool:
        return self.mode == "incremental" and self.trace and self.previous is not None


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no usable plan. `journal` is where to say so, if that is known."""

    why: str
    digest: str
    journal: Path | None


class _Wrong(Exception):
    pass


def read_plan(name: str) -> Plan | Refused:
    path = Path(name)
    digest = ""
    # The journal lies beside the plan whatever the plan says, so that even a plan that cannot be read gets an answer.
    journal = path.with_name("journal.json") if path.is_absolute() and path.parent.name == FOLDER else None
    try:
        data = _read_file(path)
        digest = hashlib.sha256(data).hexdigest()
        return _validated(data, digest, path)
    except (_Wrong, OSError, ValueError, RecursionError) as error:
        return Refused(f"the plan {name} cannot be used: {error}", digest, journal)


def _read_file(path: Path) -> bytes:
    if not path.is_absolute():
        raise _Wrong(f"{PLAN_VARIABLE} must be an absolute path")
    if path.parent.name != FOLDER:
        raise _Wrong(f"it does not lie in a folder {FOLDER}")
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        raise _Wrong("it is no regular file")
    if status.st_size > LARGEST_PLAN:
        raise _Wrong(f"it has {status.st_size} bytes, more than {LARGEST_PLAN}")
    return path.read_bytes()


def _validated(data: bytes, digest: str, path: Path) -> Plan:
    fields = json.loads(data)
    if not isinstance(fields, dict):
        raise _Wrong("it is no JSON object")
    if fields.get("schemaVersion") != SCHEMA_VERSION or isinstance(fields["schemaVersion"], bool):
        raise _Wrong(f"its schemaVersion is {fields.get('schemaVersion')!r}, not {SCHEMA_VERSION}")
    site = _absolute(fields, "site")
    if site.resolve() != path.parent.parent.resolve():
        raise _Wrong(f"it is for the site {site}, and lies in another one")
    journal = _absolute(fields, "journal")
    if journal != path.with_name(journal.name):
        raise _Wrong("its journal lies elsewhere")
    output = _absolute(fields, "output")
    if output in (site, *site.parents):
        raise _Wrong("its output folder holds the site")
    return Plan(
        digest=digest,
        site=site,
        output=output,
        previous=_previous(fields, path),
        journal=journal,
        mode=cast(Mode, _one_of(fields, "mode", "incremental", "full")),
        trace=_flag(fields, "trace"),
        keep_assets=_flag(fields, "keepAssets"),
        render=_outputs(fields, "render"),
        sample=_count(fields, "sample"),
        sample_seed=_text(fields, "sampleSeed"),
        verify=cast(Verify, _one_of(fields, "verify", "sample", "all")),
        bytecode=_flag(fields, "bytecode"),
    )


def _previous(fields: dict[str, object], plan: Path) -> Path | None:
    if fields.get("previous") is None:
        return None
    previous = _absolute(fields, "previous")
    if previous.parent != plan.parent:
        raise _Wrong("its previous output does not lie beside it")
    if not stat.S_ISDIR(previous.lstat().st_mode):
        raise _Wrong("its previous output is no folder")
    return previous


def _text(fields: dict[str, object], name: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str):
        raise _Wrong(f"{name} must be text")
    return value


def _absolute(fields: dict[str, object], name: str) -> Path:
    value = Path(_text(fields, name))
    if not value.is_absolute() or ".." in value.parts:
        raise _Wrong(f"{name} must be an absolute path without ..")
    return value


def _flag(fields: dict[str, object], name: str) -> bool:
    value = fields.get(name)
    if not isinstance(value, bool):
        raise _Wrong(f"{name} must be true or false")
    return value


def _count(fields: dict[str, object], name: str) -> int:
    value = fields.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise _Wrong(f"{name} must be a whole number of at least 0")
    return value


def _one_of(fields: dict[str, object], name: str, *allowed: str) -> str:
    value = _text(fields, name)
    if value not in allowed:
        raise _Wrong(f"{name} must be one of {', '.join(allowed)}")
    return value


def _outputs(fields: dict[str, object], name: str) -> frozenset[str]:
    value = fields.get(name)
    if not isinstance(value, list) or not all(isinstance(output, str) for output in value):
        raise _Wrong(f"{name} must be a list of outputs")
    for output in value:
        if not is_relative(output):
            raise _Wrong(f"{name} names {output!r}, which is no path below the output folder")
    return frozenset(value)


def is_relative(output: str) -> bool:
    """Whether this names something below a folder, and nothing else."""
    path = PurePosixPath(output)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts and "\0" not in output
