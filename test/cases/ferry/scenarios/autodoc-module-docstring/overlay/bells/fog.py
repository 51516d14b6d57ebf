"""Signals in fog."""


def sound() -> None:
    """Sounds the horn."""
