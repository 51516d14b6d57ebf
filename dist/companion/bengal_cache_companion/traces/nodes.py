"""Caches of Bengal that hide reads: the result is made once, with the reads of whoever comes first.

Each is a node: the reads of its making join every page that uses the result, whoever comes first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .frames import Frame, current, suspended
from .recording import Recording


def cached_in_build(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
    """`BuildContext.get_cached`: what template functions memoize for a build."""

    def get_cached(self: Any, key: str, factory: Callable[[], Any]) -> Any:
        if key == "global_contexts":
            # Wrappers around the site and its configuration, whose own reads are recorded.
            with suspended():
                return original(self, key, factory)
        return recording.nodes.run(f"cached {key}", lambda: original(self, key, factory))

    return get_cached


def method_node(name: str) -> Any:
    """A method without arguments that keeps its result on the object."""

    def make(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
        def method(self: Any) -> Any:
            return recording.nodes.run(name, lambda: original(self))

        return method

    return make


def user_of(*names: str) -> Any:
    """A method that answers from results which its object keeps: whoever calls it uses these, made just now or long ago."""

    def make(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
        def method(*arguments: Any, **named: Any) -> Any:
            try:
                return original(*arguments, **named)
            finally:
                for name in names:
                    recording.nodes.use(name, current.frame)

        return method

    return make


def function_node(name: str) -> Any:
    """A function of the site that keeps its result in its module."""

    def make(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
        def function(*arguments: Any, **named: Any) -> Any:
            return recording.nodes.run(name, lambda: original(*arguments, **named))

        return function

    return make


def scaffold_html(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
    """`NavScaffoldCache.get_html(site, version, root address, renderer)`: one node for each scope."""

    def get_html(cls: Any, site: Any, version_id: Any, root_url: Any, renderer: Any) -> Any:
        key = f"scaffold {version_id}:{root_url}"
        return recording.nodes.run(key, lambda: original(cls, site, version_id, root_url, renderer))

    return get_html


def nav_tree(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
    """`NavTreeCache.get(site, version)`. The tree is made of all sections; who looks into it reads its nodes."""

    def get(cls: Any, site: Any, version_id: Any = None) -> Any:
        with suspended():
            tree = original(cls, site, version_id)
        recording.trees.add_tree(tree)
        return tree

    return get


def fragment_get(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
    """`{% cache "key" %}`: a miss opens a frame that lasts until the fragment is stored."""

    def get(self: Any, key: str) -> Any:
        with suspended():
            value = original(self, key)
        frame = current.frame
        if frame is None:
            return value
        if value is None:
            opened = Frame(parent=frame)
            opened.key = key
            current.frame = opened
        elif recording.nodes.knows(f"fragment {key}"):
            recording.nodes.use(f"fragment {key}", frame)
        else:
            frame.doubts.add("a fragment that was stored before")
        return value

    return get


def fragment_set(recording: Recording, original: Callable[..., Any]) -> Callable[..., Any]:
    def get_or_set(self: Any, key: str, *arguments: Any, **named: Any) -> Any:
        frame = current.frame
        if frame is not None:
            recording.nodes.add(f"fragment {key}", frame)
            if frame.key == key and frame.parent is not None:
                frame.parent.absorb(frame)
                current.frame = frame.parent
        with suspended():
            return original(self, key, *arguments, **named)

    return get_or_set


def close_fragments(frame: Frame | None, own: Frame) -> None:
    """A rendering that ended, perhaps by an exception, inside fragments: all their reads are its own."""
    while frame is not None and frame is not own:
        own.absorb(frame)
        frame = frame.parent
