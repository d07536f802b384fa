"""From bytes to an Article that keeps the way back to the file."""

from audit.read.addresses import is_url
from audit.read.article import read_article
from audit.read.dates import read_dates
from audit.read.format import formats, suffixes

__all__ = ["formats", "is_url", "read_article", "read_dates", "suffixes"]
