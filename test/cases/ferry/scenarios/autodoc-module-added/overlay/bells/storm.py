"""Storm signals."""


def cone() -> None:
    """Hoists the cone."""
