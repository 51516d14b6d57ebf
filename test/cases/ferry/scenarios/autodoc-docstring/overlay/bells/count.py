"""Counts the bells.

The longer story.
"""


def ring(times: int) -> str:
    """Rings the bell so many times."""
    return "dong " * times
