"""Counts the bells.

The longer story.
"""


def ring(times: int) -> str:
    """Rings the bell."""
    return "dong " * times
