"""The captures of one archive, found in five ways.

Here held in memory, in ``catalogue`` on disk.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol
from urllib.parse import unquote, unquote_plus

from audit.capture.archive.index.entries import Entry
from audit.capture.http.policy import taken_apart
from audit.model.addresses import on_domain

LookupKey = tuple[str, str, int | None, tuple[str, ...], tuple[tuple[str, str], ...]]

ONE_BESIDE_ITSELF = 2
"""How many captures of one URL and moment are looked at: a revisit may be one, and repeats the
other.
"""


class Captures(Protocol):
    """Captures in their order, by what is known of one that is looked for."""

    def of_url(self, url: str, /) -> Sequence[Entry]:
        """Those of a URL as it is spelled, without its fragment."""
        ...

    def of_key(self, key: LookupKey, /) -> Sequence[Entry]:
        """Those of all URLs with a lookup key."""
        ...

    def of_id(self, record_id: str, /) -> Sequence[Entry]:
        """Those under a record id: one, unless the archive is not sound."""
        ...

    def of_digest(self, digest: str, /) -> Entry | None:
        """The last answer whose payload has a digest, as its record declares it."""
        ...

    def of_moment(self, url: str, date: str, /) -> Sequence[Entry]:
        """The first few of a URL and WARC-Date, both as they are spelled."""
        ...

    def on_domains(self, domains: Sequence[str], /) -> Iterable[str]:
        """The URLs on the domains, as they are spelled."""
        ...


class Held:
    """Captures held in memory. Safe to read from threads while nothing is added."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._by_url: dict[str, list[Entry]] = {}
        self._by_key: dict[LookupKey, list[Entry]] = {}
        self._by_id: dict[str, list[Entry]] = {}
        self._by_digest: dict[str, Entry] = {}
        self._by_moment: dict[tuple[str, str], list[Entry]] = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Adds a capture behind the others."""
        self._by_url.setdefault(entry.url, []).append(entry)
        self._by_key.setdefault(lookup_key(entry.url), []).append(entry)
        if entry.record_id is not None:
            self._by_id.setdefault(entry.record_id, []).append(entry)
        if entry.digest and entry.repeats is None and entry.failure is None:
            self._by_digest[entry.digest] = entry
        if entry.date is not None:
            of_moment = self._by_moment.setdefault((entry.url, entry.date), [])
            if len(of_moment) < ONE_BESIDE_ITSELF:
                of_moment.append(entry)

    def of_url(self, url: str) -> Sequence[Entry]:
        """See ``Captures``, as for the others."""
        return self._by_url.get(url, ())

    def of_key(self, key: LookupKey) -> Sequence[Entry]:
        """Those with a lookup key."""
        return self._by_key.get(key, ())

    def of_id(self, record_id: str) -> Sequence[Entry]:
        """Those with an id."""
        return self._by_id.get(record_id, ())

    def of_digest(self, digest: str) -> Entry | None:
        """The last answer with a digest."""
        return self._by_digest.get(digest)

    def of_moment(self, url: str, date: str) -> Sequence[Entry]:
        """Those of a moment."""
        return self._by_moment.get((url, date), ())

    def on_domains(self, domains: Sequence[str]) -> Iterable[str]:
        """Those on the domains."""
        return [url for url in self._by_url if on_domain(url, *domains)]


def lookup_key(url: str) -> LookupKey:
    """A form in which spellings of a URL meet that servers treat alike.

    Scheme and host in lower case, no default port, no empty path, no fragment; the segments of the
    path and the names and values of the query percent-decoded, each by itself, so that an encoded
    '/' or '&' stays apart from a bare one. The order of the query counts.
    """
    bare = url.partition("#")[0]
    parts = taken_apart(bare)
    if parts is None:
        return ("", bare, None, (), ())
    scheme, port = parts.scheme.lower(), parts.port
    if port == {"http": 80, "https": 443}.get(scheme):
        port = None
    segments = tuple(unquote(segment) for segment in (parts.path or "/").split("/"))
    pairs = (pair.partition("=") for pair in parts.query.split("&") if pair)
    query = tuple((unquote_plus(name), unquote_plus(value)) for name, _, value in pairs)
    return (scheme, parts.hostname or "", port, segments, query)
