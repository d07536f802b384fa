"""Exchanges by question: out of the archives, out of this run, or off the network and then kept.

A question is looked for in the archives first. Offline that is all; otherwise the network is asked
for what they do not hold, and what it answers is looked up like the rest from then on: within a
recorded run a question is put to a server once.
"""

import logging
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from audit.capture.archive.conditional import Prior, is_young
from audit.capture.archive.index.entries import Collector, Entry, Repeats
from audit.capture.archive.index.held import Captures, Held
from audit.capture.archive.index.opened import provenances
from audit.capture.archive.journal import Digests
from audit.capture.archive.replay import Index, collected
from audit.capture.http.dates import warc_now
from audit.capture.http.exchange import Exchange, Failure, Request
from audit.capture.http.visits import Visit
from audit.capture.http.wire import HEADROOM
from audit.capture.run import Question, Run
from audit.files import real
from audit.model import FetchSettings, Outcome, Provenance

if TYPE_CHECKING:
    from audit.capture.archive.warc import Recorder
    from audit.capture.http.transport import Network

_log = logging.getLogger(__name__)
_MOST_NAMED = 3  # archives of a run that are not believed

Objection = Callable[[str], Failure | None]
"""Why a URL is not to be asked for; None where it is."""


class Exchanges:
    """Answers requests.

    Safe to use from several threads; holds the archive open that it records to.

    Args:
        settings: The bounds of each exchange.
        network: Asks servers; None offline.
        run: What is shared with other articles.
        archives: WARC files whose captures answer before the network is asked.
        believed: Those of them whose captures are believed whoever made them.
        record_to: The archive that every exchange is appended to.

    Raises:
        CaptureError: An archive cannot be read, or the one to record to cannot be written.
    """

    def __init__(
        self,
        settings: FetchSettings,
        network: "Network | None",
        run: Run,
        *,
        archives: Sequence[Path],
        believed: Sequence[Path],
        record_to: Path | None,
    ) -> None:
        self._settings = settings
        self._network = network
        self._run = run
        self._believed = {real(path) for path in believed}
        self._index = Index()
        self._recorder: Recorder | None = None
        max_age = self._max_age()
        recorded = None if record_to is None else real(record_to)
        for path in archives:
            if real(path) != recorded:
                self._index.include(self._captures(path, max_age))
        if record_to is not None:
            if max_age is None and recorded not in {real(path) for path in archives}:
                max_age = 0.0
            with Digests(record_to) as digests:
                collector = self._collector(record_to, max_age, digests)
                self._recorder = _recorder(record_to, collector, run)
            self._index.add_all(collector.entries())
            _tell_unbelieved(collector, self._run)

    def _max_age(self) -> float | None:
        """Seconds for which a capture answers.

        None when each does, see ``FetchSettings.max_age``.
        """
        if self._network is None:
            return None
        return 0.0 if self._settings.fresh else self._settings.max_age

    def _captures(self, path: Path, max_age: float | None) -> Captures:
        """The captures of an archive that is not recorded to."""
        if self._is_believed(path):
            return self._run.archives.captures(path, max_age)
        with Digests(path) as digests:
            collector = collected(self._collector(path, max_age, digests), path)
        _tell_unbelieved(collector, self._run)
        return Held(collector.entries())

    def _collector(self, path: Path, max_age: float | None, digests: Digests) -> Collector:
        young = None if max_age is None else partial(is_young, max_age=max_age)
        otherwise = Provenance.GIVEN if self._is_believed(path) else None
        believed = provenances(path, self._run.journal, digests, otherwise)
        return Collector(path, young, believed)

    def _is_believed(self, path: Path) -> bool:
        """Whether the captures of an archive are believed whoever made them."""
        return self._settings.trust_captures or real(path) in self._believed

    def close(self) -> None:
        """Closes the archive that is recorded to."""
        if self._recorder is not None:
            self._recorder.close()

    def before(self, url: str, date: str) -> Exchange | None:
        """The exchange before a date (a WARC-Date), as the archives hold it.

        None for one that was cut.
        """
        entry = self._index.before(url, date)
        return None if entry is None or entry.cut is not None else self._load(entry)

    def archived(self, domains: Sequence[str], before: str | None) -> tuple[str, ...]:
        """The addresses on the domains with captures older than a WARC-Date, sorted."""
        return self._index.addresses(domains, before)

    def may_be_had(self, url: str, visit: Visit) -> bool:
        """Whether a page out of an archive can be asked for more of its site: it never can."""
        return self._network is None or visit.has_begun or self._is_at_hand((url, ""))

    def answer(self, request: Request, visit: Visit, objection: Objection | None) -> Exchange:
        """The archives' answer, or the network's, asked only where there is no objection."""
        question = url, cookies = request.question
        if self._network is not None and not self._is_at_hand(question):
            # Before the turn of the question: who has that waits for no host.
            over = visit.begin()
            if over is None and objection is not None:
                over = objection(url)
            if over is not None:
                return self._kept(Exchange(url, warc_now(), failure=over), cookies)
        deadline = visit.deadline
        turn = self._run.turns(question)
        if not turn.acquire(timeout=max(deadline - time.monotonic(), 0.0)):
            why = "another request for it did not end in time"
            return Exchange(url, failure=Failure(Outcome.TIMED_OUT, why))
        try:
            return self._answer_in_turn(request, question, deadline, is_patient=visit.is_patient)
        finally:
            turn.release()

    def _answer_in_turn(
        self, request: Request, question: Question, deadline: float, *, is_patient: bool
    ) -> Exchange:
        url, cookies = question
        entry = self._index.find(url, cookies)
        if entry is not None and entry.is_current:
            return self._load(entry)
        if self._network is None:
            why = "the archive has no capture of it"
            return Exchange(url, failure=Failure(Outcome.NOT_ARCHIVED, why))
        asked = self._run.recall(question)
        if asked is not None:
            if isinstance(asked, Exchange):
                return self._kept(asked, cookies)
            is_here = self._recorder is not None and asked.path == self._recorder.path
            return self._load(asked) if is_here else self._kept(self._load(asked), cookies)
        is_asked_whole = entry is None or self._settings.fresh
        prior = None if entry is None or is_asked_whole else Prior(self._load(entry))
        ask = partial(self._ask, self._network, request, cookies, deadline, prior)
        from audit.capture.http.retries import asked_until_settled  # noqa: PLC0415 — not for a replay

        retries = self._settings.retries
        exchange = asked_until_settled(ask, retries, deadline, is_patient=is_patient)
        if self._recorder is None:
            self._run.remember(question, exchange, None)
        elif exchange.failure is not None:  # of others, it was noted where they are recorded
            kept = self._index.named(exchange.record_id or "")
            self._run.remember(question, exchange, next(iter(kept), None))
        return exchange

    def _load(self, entry: Entry) -> Exchange:
        return self._index.load(entry, self._settings.max_bytes + HEADROOM)

    def _is_at_hand(self, question: Question) -> bool:
        """Whether the archives, or another article's audit, answer in place of the web."""
        entry = self._index.find(*question)
        if entry is not None and entry.is_current:
            return True
        return self._run.recall(question) is not None

    def _ask(
        self,
        network: "Network",
        request: Request,
        cookies: str,
        deadline: float,
        prior: Prior | None,
    ) -> Exchange:
        if prior is None:
            exchange = network.ask(request, deadline)
        else:
            exchange = prior.asked(request, partial(network.ask, deadline=deadline))
        return self._kept(exchange, cookies, request.question)

    def _kept(self, exchange: Exchange, cookies: str, question: Question | None = None) -> Exchange:
        """An exchange as it is recorded; an answer is noted for others who ask its question."""
        if self._recorder is None:
            return exchange
        if question is None or exchange.failure is not None or exchange.revisit is not None:
            kept, offset = self._recorder.keep(exchange)
        else:
            expect = partial(self._run.expect, question, self._recorder.path)
            kept, offset = self._recorder.keep(exchange, expect)
        self._index.add(
            Entry(
                path=self._recorder.path,
                offset=offset,
                url=kept.url,
                record_id=kept.record_id,
                date=kept.date,
                cut=kept.cut,
                address=kept.address,
                cookies=cookies,
                failure=kept.failure,
                digest=kept.revisit.digest if kept.revisit is not None else "",
                repeats=Repeats.of(kept.revisit) if kept.revisit is not None else None,
                provenance=Provenance.OWN_RUN,
            )
        )
        return kept


def _tell_unbelieved(collector: Collector, run: Run) -> None:
    if collector.unbelieved and (number := run.unbelieved()) <= _MOST_NAMED:
        _log.warning(
            "citeaudit: %s/%s has captures that no run of this user made (%d): they are not"
            " believed, and their pages are asked for whole (--trust-captures believes them)%s",
            *(collector.path.parent.name, collector.path.name, collector.unbelieved),
            "; so it may be with others, which are not named" if number == _MOST_NAMED else "",
        )


def _recorder(path: Path, collector: Collector, run: Run) -> "Recorder":
    from audit.capture.archive.warc import Recorder  # noqa: PLC0415 — not for a replay

    return Recorder(path, collector.take, run.journal)
