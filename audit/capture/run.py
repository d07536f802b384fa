"""What the audits of one command share: manners toward hosts, and what was asked already."""

import threading
from collections import OrderedDict, defaultdict

from audit.capture.archive.journal import Journal, usual_place
from audit.capture.http.exchange import Exchange
from audit.capture.http.visits import Hosts
from audit.model import FetchSettings

Question = tuple[str, str]
"""The URL of a request and the cookies that go with it."""

_MOST_REMEMBERED = 256_000_000  # bytes as received; what goes is asked again when it is cited again


class Run:
    """Shared by the clients of several articles; safe to use from several threads.

    A URL that several articles cite is asked once: each archive keeps the answer with a record of
    its own.

    Args:
        settings: The pause between two pages of one host, and the time for the whole run.
        remembers: Whether answers are kept for other clients; of no use where there is only one.
    """

    def __init__(self, settings: FetchSettings, *, remembers: bool = False) -> None:
        self.hosts = Hosts(settings)
        self.journal = Journal(usual_place())
        self.turns = LocksByKey()
        self._remembers = remembers
        self._guard = threading.Lock()
        self._asked: OrderedDict[Question, Exchange] = OrderedDict()
        self._size = 0
        self._unbelieved = 0

    def unbelieved(self) -> int:
        """How many archives have captures that are not believed, with one more that is counted now."""
        with self._guard:
            self._unbelieved += 1
            return self._unbelieved

    def remember(self, question: Question, exchange: Exchange) -> None:
        """Keeps an answer or a failure for the other articles.

        One that repeats an earlier capture of its own article's archive says nothing to others.
        """
        if not self._remembers or exchange.revisit is not None:
            return
        with self._guard:
            self._asked[question] = exchange
            self._size += len(exchange.response)
            while self._size > _MOST_REMEMBERED:
                _, oldest = self._asked.popitem(last=False)
                self._size -= len(oldest.response)

    def recall(self, question: Question) -> Exchange | None:
        """What was answered to a question in this run, None when it was not asked."""
        with self._guard:
            return self._asked.get(question)


class LocksByKey:
    """One lock for each key: who asks for the same thing waits for the first."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._locks: defaultdict[object, threading.Lock] = defaultdict(threading.Lock)

    def __call__(self, key: object) -> threading.Lock:
        """The lock of a key."""
        with self._guard:
            return self._locks[key]
