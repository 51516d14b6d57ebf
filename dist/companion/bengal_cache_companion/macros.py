"""Macros that a template imports: which of them take the context around the import.

The template engine asks `inspect.signature` for that, for everything that can be called and that the import sees, at each
import of each page: a twentieth of a build that keeps its pages. The answer stands in the code of a function, and in
that of a built-in one.
"""

from __future__ import annotations

import types
from typing import Any

from .hooks import Original

MOST_REMEMBERED = 20_000


class MacroWrappers:
    def __init__(self) -> None:
        # Reading and adding are single operations; two threads may find the same out, which does no harm.
        self._takes_context: dict[Any, bool] = {}

    def __call__(
        self,
        original: Original,
        macro: Any,
        source_template: str,
        source_file: str | None,
        source: str | None = None,
        macro_name: str | None = None,
        defining_namespace: dict[str, Any] | None = None,
    ) -> Any:
        key = _signature_of(macro)
        takes_context = None if key is None else self._takes_context.get(key)
        if takes_context is None:
            wrapper = original(macro, source_template, source_file, source, macro_name, defining_namespace)
            if key is not None and len(self._takes_context) < MOST_REMEMBERED:
                self._takes_context[key] = wrapper._needs_outer_ctx
            return wrapper
        from kida.template.render_helpers import MacroWrapper

        return MacroWrapper(
            _fn=macro,
            _defining_namespace=defining_namespace or {},
            _kida_source_template=source_template,
            _kida_source_file=source_file,
            _source=source,
            _kida_macro_name=macro_name,
            _needs_outer_ctx=takes_context,
        )


def _signature_of(macro: Any) -> Any:
    """What its signature follows from, or None if that is not to be seen."""
    kind = type(macro)
    if kind is types.FunctionType:
        return None if macro.__dict__ else macro.__code__
    if kind is type or (kind is types.BuiltinFunctionType and isinstance(macro.__self__, types.ModuleType)):
        return macro
    # A wrapped macro that is imported on: its class answers for it.
    return kind if kind.__name__ == "MacroWrapper" and kind.__module__ == "kida.template.render_helpers" else None
