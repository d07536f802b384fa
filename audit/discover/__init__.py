"""The stage: sources that nobody linked, found by searching and proved by their words."""

from audit.discover.leads import ReadPage
from audit.discover.provider import Seek
from audit.discover.search import FoundPage, Searcher
from audit.discover.wanted import Wanted, wanted, what_is_sent

__all__ = ["FoundPage", "ReadPage", "Searcher", "Seek", "Wanted", "wanted", "what_is_sent"]
