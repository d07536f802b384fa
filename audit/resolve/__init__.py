"""From attributions to sources: which URL should hold the words."""

from audit.resolve.sources import resolve

__all__ = ["resolve"]
