"""What every provider of candidates is, and what it asks with: a budget and a record."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from audit.discover.wanted import Wanted
from audit.model import Candidate, Capture, DiscoverySettings, Outcome, Provider, Searched

Seek = Callable[[str, str | None], Capture]
"""Asks for an address in a search, or for the copy of it of a moment (14 digits) in the Wayback
Machine.

What is not asked any more, for the time of the search is over, or cannot be, for the archives lack
it and there is no network, is ``not-archived``.
"""

_NOT_ASKED = frozenset({Outcome.NOT_ARCHIVED, Outcome.ROBOTS_DISALLOWED})


class Asked:
    """What a search may still ask, and what it has; each address is asked once an article."""

    def __init__(self, seek: Seek, settings: DiscoverySettings) -> None:
        self._seek = seek
        self._each = settings.discover_requests
        self._left_in_all = settings.discover_total
        self._left = 0
        self._known: dict[tuple[str, str | None], Capture] = {}
        self._places: dict[tuple[Provider, str, str], Searched] = {}
        self._since: str | None = None

    def begin(self, places: Sequence[Searched] = (), more: int | None = None) -> None:
        """The search for another attribution begins.

        Or that for one is taken up again, which was looked for in some places, with ``more``
        requests.
        """
        self._left = min(self._each if more is None else more, self._left_in_all)
        self._places = {(each.provider, each.where, each.query): each for each in places}

    @property
    def left(self) -> int:
        """How many requests may still be made for this attribution."""
        return min(self._left, self._left_in_all)

    @property
    def since(self) -> str | None:
        """The WARC-Date of the first answer of the article's searches."""
        return self._since

    @property
    def places(self) -> tuple[Searched, ...]:
        """Where this attribution's source was looked for, in that order."""
        return tuple(self._places.values())

    def fetch(self, url: str, stamp: str | None = None, *, keep: int = 0) -> Capture | None:
        """What came back for an address; None where no request is left for it.

        Args:
            url: The address.
            stamp: The moment of the copy that is asked for in its place.
            keep: How many requests are to be left for others.
        """
        key = url, stamp
        if key not in self._known:
            if self.left <= keep:
                return None
            capture = self._seek(url, stamp)
            self._known[key] = capture
            self._since = self._since or capture.fetched_at
            if capture.outcome not in _NOT_ASKED:
                self._left -= 1
                self._left_in_all -= 1
        return self._known[key]

    def note(
        self, provider: Provider, where: str, query: str = "", listed: int = 0, trouble: str = ""
    ) -> None:
        """Records a place that was looked into for this attribution."""
        key = provider, where, query
        if key not in self._places or listed > self._places[key].listed:
            self._places[key] = Searched(provider, where, query, listed, trouble)


class CandidateProvider(Protocol):
    """One way to addresses that may be the source of words."""

    @property
    def name(self) -> str:
        """What it is called in this room."""
        ...

    @property
    def wants(self) -> int:
        """How many requests those before it leave to it, for an attribution."""
        ...

    def candidates(self, wanted: Wanted, asked: Asked) -> Iterable[Candidate]:
        """The addresses that may be the source, the most promising first.

        More is asked for only when what was given did not do: the caller reads each before it takes
        the next. A candidate with a score below ``ranking.LEAST`` is tried after those of all
        providers.
        """
        ...
