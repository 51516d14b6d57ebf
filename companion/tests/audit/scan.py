"""Looks through a version of Bengal for places where a rendering could learn something unseen.

    python scan.py            what is not in known_state.json: exit 1 if anything
    python scan.py --all      everything that was found, as JSON

What is looked for: state that outlives a page (module dicts, sets and lists that are written to, caches of classes
and functions, thread-locals, context variables), clocks, chance, and ways out of the process. known_state.json says
for each what the recorder makes of it. An unknown one means: full builds for this version until somebody has looked.
"""

from __future__ import annotations

import ast
import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path

KNOWN = Path(__file__).with_name("known_state.json")
# Packages that run while pages are rendered.
_ROOMS = (
    "rendering",
    "core",
    "snapshots",
    "content_types",
    "icons",
    "i18n",
    "effects",
    "themes",
    "services",
    "plugins",
)
_CACHES = {
    "LRUCache",
    "ThreadLocalCache",
    "WeakKeyDictionary",
    "WeakValueDictionary",
    "defaultdict",
    "OrderedDict",
    "deque",
}
_KEEPERS = {"lru_cache", "cache", "cached"}
_CLOCKS = {
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "datetime.datetime.now",
    "datetime.date.today",
    "time.time",
    "time.localtime",
    "time.gmtime",
    "time.strftime",
    "time.time_ns",
}
_OUT = {"subprocess", "socket", "requests", "httpx", "urllib", "sqlite3", "multiprocessing"}


def dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return ""


def holds_state(value: ast.expr | None) -> bool:
    """An empty container, or a cache, in a module or a class."""
    if isinstance(value, ast.Dict | ast.List | ast.Set):
        return not (value.keys if isinstance(value, ast.Dict) else value.elts)
    if isinstance(value, ast.Call):
        name = dotted(value.func.value if isinstance(value.func, ast.Subscript) else value.func)
        last = name.rpartition(".")[2]
        return last in _CACHES or name in (
            "dict",
            "set",
            "list",
            "threading.local",
            "local",
            "ContextVar",
            "ContextVarManager",
        )
    return False


def state_of(body: list[ast.stmt], inside: str) -> Iterator[str]:
    for statement in body:
        target = None
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
            target = statement.targets[0]
        elif isinstance(statement, ast.AnnAssign):
            target = statement.target
        if isinstance(target, ast.Name) and holds_state(getattr(statement, "value", None)):
            yield f"state {inside}{target.id}"
        if isinstance(statement, ast.ClassDef):
            yield from state_of(statement.body, f"{statement.name}.")


def kept_by_objects(node: ast.Assign | ast.AnnAssign) -> Iterator[str]:
    """Caches of objects and of closures, by their names."""
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    name = dotted(target)
    if holds_state(node.value) and any(word in name.lower() for word in ("cache", "memo")):
        yield f"kept {name}"


def scan_module(tree: ast.Module) -> Iterator[str]:
    yield from state_of(tree.body, "")
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for decorator in node.decorator_list:
                name = dotted(decorator.func if isinstance(decorator, ast.Call) else decorator).rpartition(".")[2]
                if name in _KEEPERS or "memoize" in name:
                    yield f"memory {node.name}"
        elif isinstance(node, ast.Call):
            name = dotted(node.func)
            if name in _CLOCKS:
                yield f"clock {name}"
            elif name.startswith("random."):
                yield f"chance {name}"
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            yield from kept_by_objects(node)
        elif isinstance(node, ast.Global):
            yield from (f"state {name}" for name in node.names)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names = [each.name for each in node.names] if isinstance(node, ast.Import) else [node.module or ""]
            yield from (f"out {name}" for name in names if name.partition(".")[0] in _OUT)


def scan() -> list[str]:
    found: set[str] = set()
    for package, rooms in (("bengal", _ROOMS), ("kida", ("",))):
        specification = importlib.util.find_spec(package)
        assert specification is not None and specification.origin is not None, f"there is no {package} here"
        base = Path(specification.origin).parent
        for room in rooms:
            for path in sorted((base / room).rglob("*.py")):
                where = f"{package}/{path.relative_to(base).as_posix()}"
                found |= {f"{where}: {each}" for each in scan_module(ast.parse(path.read_text(encoding="utf-8")))}
    return sorted(found)


def main() -> int:
    found = scan()
    if "--all" in sys.argv:
        print(json.dumps(found, indent=1))
        return 0
    known = json.loads(KNOWN.read_text(encoding="utf-8"))["places"] if KNOWN.exists() else {}
    unknown = [each for each in found if each not in known]
    print(json.dumps({"found": len(found), "unknown": unknown}, indent=1))
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
