"""From bytes to an Article that keeps the way back to the file."""

from audit.read.addresses import is_url
from audit.read.article import read_article

__all__ = ["is_url", "read_article"]
