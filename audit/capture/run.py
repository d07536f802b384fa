"""What the audits of one command share: manners toward hosts, and what was asked already."""

import threading
from collections import OrderedDict, defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from audit.capture.archive.index.entries import Collector, Entry
from audit.capture.archive.index.opened import Archives, provenances
from audit.capture.archive.journal import Digests, Journal, usual_place
from audit.capture.archive.records import record_at
from audit.capture.http.dates import warc_date
from audit.capture.http.exchange import Exchange
from audit.capture.http.visits import Hosts
from audit.errors import CaptureError
from audit.model import FetchSettings, Provenance

Question = tuple[str, str]
"""The URL of a request and the cookies that go with it."""

_MOST_IN_MIND = 64_000_000  # bytes of answers that no archive has; what goes is asked again


class Places(Protocol):
    """Where the answers to the questions of a run stand: in which archive, at which offset."""

    began: str
    """The WARC-Date before which nothing is of this run."""

    @property
    def is_sure(self) -> bool:
        """Whether nobody but this process can have noted anything."""
        ...

    def note_asked(self, url: str, cookies: str, path: Path, offset: int, /) -> None:
        """An answer, or a failure, stands there from now on."""
        ...

    def asked(self, url: str, cookies: str, /) -> tuple[Path, int] | None:
        """Where it stands; None where it was not asked."""
        ...


class InMind:
    """Places of a run that nobody goes on with."""

    def __init__(self) -> None:
        self.began = ""
        self.is_sure = True
        self._guard = threading.Lock()
        self._places: dict[Question, tuple[Path, int]] = {}

    def note_asked(self, url: str, cookies: str, path: Path, offset: int) -> None:
        """See ``Places``."""
        with self._guard:
            self._places[url, cookies] = path, offset

    def asked(self, url: str, cookies: str) -> tuple[Path, int] | None:
        """See ``Places``."""
        with self._guard:
            return self._places.get((url, cookies))


class Run:
    """Shared by the clients of several articles; safe to use from several threads.

    A URL that several articles cite is asked once: each archive keeps the answer with a record of
    its own. An archive that several read is opened once (``archives``).

    Args:
        settings: The pause between two pages of one host, and the time for the whole run.
        places: Where answers stand for the clients of other articles; None where there is only one.
        journal: Which records this user's runs have made; the usual one when None.
    """

    def __init__(
        self,
        settings: FetchSettings,
        *,
        places: Places | None = None,
        journal: Journal | None = None,
    ) -> None:
        self.hosts = Hosts(settings)
        self.journal = Journal(usual_place()) if journal is None else journal
        self.archives = Archives(self.journal)
        self.turns = LocksByKey()
        self._places = places
        self._guard = threading.Lock()
        self._unrecorded: OrderedDict[Question, Exchange] = OrderedDict()
        self._size = 0
        self._unbelieved = 0

    def unbelieved(self) -> int:
        """How many archives have captures that are not believed, counting one more now."""
        with self._guard:
            self._unbelieved += 1
            return self._unbelieved

    def expect(self, question: Question, path: Path, offset: int) -> None:
        """Notes where an answer is about to be recorded, for other articles.

        It is noted first so that no kill leaves a record that is not known of: that page would be
        asked for again. A place at which nothing is recorded then says nothing (see ``recall``).
        """
        if self._places is not None:
            self._places.note_asked(*question, path, offset)

    def remember(self, question: Question, exchange: Exchange, kept: Entry | None) -> None:
        """Notes an answer or a failure for other articles: where it stands, or itself if nowhere.

        One that repeats an earlier capture of its own article's archive says nothing to others.
        """
        if self._places is None or exchange.revisit is not None:
            return
        if kept is not None:
            self._places.note_asked(*question, kept.path, kept.offset)
            return
        with self._guard:
            self._unrecorded[question] = exchange
            self._size += len(exchange.response)
            while self._size > _MOST_IN_MIND:
                _, oldest = self._unrecorded.popitem(last=False)
                self._size -= len(oldest.response)

    def recall(self, question: Question) -> Entry | Exchange | None:
        """What was answered to a question in this run, or the capture that holds it.

        None when it was not asked, or when what is noted is no record that this user's run made.
        """
        with self._guard:
            if question in self._unrecorded:
                return self._unrecorded[question]
        if self._places is None or (place := self._places.asked(*question)) is None:
            return None
        url, cookies = question
        path, offset = place
        otherwise = Provenance.OWN_RUN if self._places.is_sure else None
        try:
            with Digests(path) as digests:
                believed = provenances(path, self.journal, digests, otherwise)
                collector = Collector(path, provenance=believed)
                collector.take(record_at(path, offset))
        except (CaptureError, OSError):
            return None
        found = next(collector.entries(), None)
        if found is None or found.url != url.partition("#")[0] or found.repeats is not None:
            return None
        if found.date is None or warc_date(found.date) < warc_date(self._places.began):
            return None
        return replace(found, cookies=cookies)


class LocksByKey:
    """One lock for each key: who asks for the same thing waits for the first."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._locks: defaultdict[object, threading.Lock] = defaultdict(threading.Lock)

    def __call__(self, key: object) -> threading.Lock:
        """The lock of a key."""
        with self._guard:
            return self._locks[key]
