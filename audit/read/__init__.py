"""From bytes to an Article that keeps the way back to the file."""

from audit.read.article import read_article

__all__ = ["read_article"]
