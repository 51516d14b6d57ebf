"""Fog signals."""


def sound() -> None:
    """Sounds the horn."""
