"""Bells of the ferry."""
