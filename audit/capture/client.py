"""From a URL to a capture: the way hop by hop, over the network or through archives.

A URL is looked for in the archives first. Offline that is all; otherwise the network is asked for what
they do not hold, and what it answers is looked up like the rest from then on: within a recorded run a
question is put to a server once. Archives and network answer through one transport adapter, so all that
follows (cookies, redirects, decoding, outcome) is one path.
"""

import hashlib
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Self

import requests

from audit.capture.archive.conditional import Prior, is_young
from audit.capture.archive.entries import Collector, Entry, Repeats
from audit.capture.archive.journal import digest_of
from audit.capture.archive.record import Record
from audit.capture.archive.replay import Index, collected
from audit.capture.archive.warc import Recorder
from audit.capture.http.dates import warc_now
from audit.capture.http.exchange import Answer, Exchange, Failure
from audit.capture.http.policy import taken_apart, without_credentials
from audit.capture.http.proxies import UNCHECKED
from audit.capture.http.retries import asked_until_settled
from audit.capture.http.robots import forbidden, stance
from audit.capture.http.session import ExchangeAdapter, Session, prepared, sent, session_through
from audit.capture.http.transport import HEADROOM, Network, Resolve, look_up
from audit.capture.http.visits import Visit
from audit.capture.http.wire import read_answer
from audit.capture.outcome.judgement import judge
from audit.capture.outcome.redirects import (
    STATUSES,
    canonical_address,
    next_address,
    reloads_at_once,
    sends_on_at_once,
)
from audit.capture.run import Run, Turns
from audit.errors import CaptureError
from audit.files import real
from audit.model import Capture, FetchSettings, Hop, Outcome, Provenance

_log = logging.getLogger(__name__)
_ROBOTS_SECONDS = 3.0


class Client:
    """Fetches URLs; satisfies ``audit.model.Fetch``. Safe to use from several threads.

    A context manager: it holds the archive open that it records to.

    Args:
        settings: The bounds of each fetch.
        archives: WARC files whose captures answer before the network is asked.
        believed: Those of them whose captures are believed whoever made them; all when None.
        offline: Asks archives only; what they lack is ``not-archived``, and nothing is recorded.
        record_to: The archive that every exchange is appended to, as WARC/1.1.
        resolve: How a host's name becomes addresses, which are judged all the same.
        headers: Those of ``call_service``, by the address below which they go. An Authorization is not kept.
        run: What is shared with the clients of other articles.

    Raises:
        CaptureError: An archive cannot be read, or the one to record to cannot be written.
        UsageError: The certificates that the settings name cannot be read.
    """

    def __init__(
        self,
        settings: FetchSettings,
        *,
        archives: Sequence[Path] = (),
        believed: Sequence[Path] | None = None,
        offline: bool = False,
        record_to: Path | None = None,
        resolve: Resolve = look_up,
        headers: Mapping[str, Mapping[str, str]] | None = None,
        run: Run | None = None,
    ) -> None:
        self._settings = settings
        self._run = run or Run(settings)
        self._index = Index()
        self._recorder: Recorder | None = None
        self._network = None if offline else Network(settings, resolve)
        self._believed = {real(path) for path in (archives if believed is None else believed)}
        self._open(archives, None if offline else record_to)
        self._captures: dict[str, Capture] = {}
        self._turns = Turns()
        self._headers = headers or {}

    def _open(self, archives: Sequence[Path], record_to: Path | None) -> None:
        """Takes in what the archives hold; see ``FetchSettings.max_age`` for what of it may answer."""
        max_age = 0.0 if self._settings.fresh else self._settings.max_age
        if self._network is None:
            max_age = None
        young = None if max_age is None else partial(is_young, max_age=max_age)
        given = {real(path) for path in archives}
        for path in archives:
            if record_to is None or real(path) != real(record_to):
                collector = Collector(path, young, self._judges(path))
                self._take_in(collected(collector, path))
        if record_to is not None:
            if max_age is None and real(record_to) not in given:
                young = partial(is_young, max_age=0.0)
            collector = Collector(record_to, young, self._judges(record_to))
            self._recorder = Recorder(record_to, collector.take, self._run.journal)
            self._take_in(collector)

    def _judges(self, path: Path) -> Callable[[Record], Provenance | None]:
        """Why a record of an archive is believed, if it is."""
        is_believed = self._settings.trust_captures or real(path) in self._believed
        otherwise = Provenance.GIVEN if is_believed else None

        def provenance(record: Record) -> Provenance | None:
            try:
                is_own = self._run.journal.has(digest_of(path, record))
            except OSError as error:
                raise CaptureError(
                    f"{path}: the archive cannot be read ({error.strerror})"
                ) from None
            return Provenance.OWN_RUN if is_own else otherwise

        return provenance

    def _take_in(self, collector: Collector) -> None:
        self._index.add_all(collector.entries())
        if collector.unbelieved:
            _log.warning(
                "citeaudit: %s/%s has captures that no run of this user made (%d): they are not believed, and their"
                " pages are asked for whole (--trust-captures believes them)",
                *(collector.path.parent.name, collector.path.name, collector.unbelieved),
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._recorder is not None:
            self._recorder.close()

    def __call__(self, url: str) -> Capture:
        """The capture of ``url``; the same object each time it is asked.

        Raises:
            CaptureError: An archive changed, or could not be written to, during the run.
        """
        with self._turns(url):
            if url not in self._captures:
                self._captures[url] = self._fetch(url)
            return self._captures[url]

    def call_service(self, url: str) -> Capture:
        """The same for a call of our own to a service: with its headers, which go nowhere else.

        An address that an article cites is never asked so, nor one that a service leads on to.

        Raises:
            CaptureError: An archive changed, or could not be written to, during the run.
        """
        with self._turns(("service", url)), self._run.hosts.visit(_host(url)) as visit:
            return self._walk(url, visit, obey=False, headers=self._headers)

    def before(self, capture: Capture) -> Capture | None:
        """The capture before one, of the address at which it ended, as the archives hold it.

        None where there is none, or where it was cut or is no page that was read whole.
        """
        if capture.fetched_at is None or capture.sha256 is None:
            return None
        entry = self._index.before(capture.final_url, capture.fetched_at)
        if entry is None or entry.cut is not None:
            return None
        exchange = self._load(entry)
        if exchange.failure is not None:
            return None
        answer = read_answer(exchange, self._settings.max_bytes)
        if next_address(answer) is not None:
            return None
        earlier = _believed(
            _answered(capture.final_url, (), answer, *judge(answer)), [answer.exchange]
        )
        return earlier if earlier.outcome is Outcome.CAPTURED else None

    def _fetch(self, url: str) -> Capture:
        settings = self._settings
        with self._run.hosts.visit(_host(url)) as visit:
            capture = self._walk(url, visit, obey=settings.obey_robots)
            asked = settings.ask_robots or settings.obey_robots
            if not asked or capture.status is None or settings.services.is_one(capture.final_url):
                return capture
            is_allowed_to_ask = self._network is None or visit.has_begun

            def ask(address: str) -> Capture:
                # A page out of an archive sends nobody to its site.
                if is_allowed_to_ask or self._is_at_hand(address, ""):
                    return self._robots_txt(visit, address)
                return Capture(address, Outcome.NOT_ARCHIVED, address)

            return replace(capture, robots=stance(capture.final_url, ask))

    def _robots_txt(self, visit: Visit, url: str) -> Capture:
        with self._turns(url):
            if url not in self._captures:
                within = visit.part(_ROBOTS_SECONDS)
                self._captures[url] = self._walk(url, within, obey=False)
            return self._captures[url]

    def _walk(
        self,
        url: str,
        visit: Visit,
        *,
        obey: bool,
        headers: Mapping[str, Mapping[str, str]] | None = None,
    ) -> Capture:
        adapter = ExchangeAdapter(
            partial(self._exchange, visit=visit, obey=obey), self._settings.max_bytes
        )
        # One a fetch: cookies are kept on the way to a page and no longer.
        session = session_through(adapter, self._settings.user_agent)
        shown = without_credentials(url)
        # Judged as it is spelled.
        request = prepared(session, url, malformed=Outcome.REFUSED, headers=headers)
        if isinstance(request, Failure):
            return Capture(shown, request.outcome, shown, reason=request.reason)
        hops: list[Hop] = []
        way: list[Exchange] = []

        def ended(capture: Capture) -> Capture:
            return _believed(capture, way)

        seen: set[tuple[str, str]] = set()
        while True:
            came = sent(session, request)
            way.append(came if isinstance(came, Exchange) else came.exchange)
            if isinstance(came, Exchange):
                return ended(_unanswered(shown, hops, came))
            seen.add(_question(request))
            following = _following(session, came)
            if isinstance(following, Failure):
                return ended(_answered(shown, hops, came, following.outcome, following.reason))
            leads_back = following is not None and _question(following) in seen
            if following is None or (leads_back and came.status not in STATUSES):
                outcome, reason = judge(came, [hop.url for hop in hops])
                turns = sends_on_at_once(came) if leads_back else reloads_at_once(came)
                if turns and outcome is Outcome.CAPTURED:
                    outcome, reason = Outcome.REDIRECT_LOOP, "the page loads itself again at once"
                return ended(_answered(shown, hops, came, outcome, reason))
            if leads_back:
                why = "it leads back to where it came from"
                return ended(_answered(shown, hops, came, Outcome.REDIRECT_LOOP, why))
            if len(hops) >= self._settings.max_redirects:
                why = f"after {len(hops)} redirects"
                return ended(_answered(shown, hops, came, Outcome.TOO_MANY_REDIRECTS, why))
            hops.append(Hop(came.exchange.url, came.status, came.exchange.record_id))
            request = following

    def _exchange(self, request: requests.PreparedRequest, *, visit: Visit, obey: bool) -> Exchange:
        """The archives' answer, or the network's."""
        url, cookies = _question(request)
        if self._network is not None and not self._is_at_hand(url, cookies):
            # Before the turn of the question: who has that waits for no host.
            over = visit.begin()
            if over is None and obey:
                over = forbidden(url, partial(self._robots_txt, visit))
            if over is not None:
                return self._kept(Exchange(url, warc_now(), failure=over), cookies)
        deadline = visit.deadline
        turn = self._run.turns((url, cookies))
        if not turn.acquire(timeout=max(deadline - time.monotonic(), 0.0)):
            return Exchange(
                url,
                failure=Failure(Outcome.TIMED_OUT, "another request for it did not end in time"),
            )
        try:
            entry = self._index.find(url, cookies)
            if entry is not None and entry.is_current:
                return self._load(entry)
            if self._network is None:
                return Exchange(
                    url, failure=Failure(Outcome.NOT_ARCHIVED, "the archive has no capture of it")
                )
            asked = self._run.recall((url, cookies))
            if asked is not None:
                return self._kept(asked, cookies)
            is_asked_whole = entry is None or self._settings.fresh
            prior = None if entry is None or is_asked_whole else Prior(self._load(entry))
            ask = partial(self._ask, self._network, request, cookies, deadline, prior)
            exchange = asked_until_settled(ask, self._settings.retries, deadline)
            self._run.remember((url, cookies), exchange)
            return exchange
        finally:
            turn.release()

    def _load(self, entry: Entry) -> Exchange:
        return self._index.load(entry, self._settings.max_bytes + HEADROOM)

    def _is_at_hand(self, url: str, cookies: str) -> bool:
        """Whether the archives, or another article's audit, answer in place of the web."""
        entry = self._index.find(url, cookies)
        if entry is not None and entry.is_current:
            return True
        return self._run.recall((url, cookies)) is not None

    def _ask(
        self,
        network: Network,
        request: requests.PreparedRequest,
        cookies: str,
        deadline: float,
        prior: Prior | None,
    ) -> Exchange:
        if prior is None:
            exchange = network.ask(request, deadline)
        else:
            exchange = prior.asked(request, partial(network.ask, deadline=deadline))
        return self._kept(exchange, cookies)

    def _kept(self, exchange: Exchange, cookies: str) -> Exchange:
        if self._recorder is None:
            return exchange
        kept, offset = self._recorder.keep(exchange)
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


def _host(url: str) -> str:
    """Whose patience a page takes: a host's, or a server's of its own beside the usual ports."""
    parts = taken_apart(url)
    if parts is None:
        return ""
    port = "" if parts.port in {None, 80, 443} else f":{parts.port}"
    return f"{parts.hostname}{port}"


def _following(session: Session, answer: Answer) -> requests.PreparedRequest | Failure | None:
    """The request that an answer leads to; None at the end of the way."""
    address = next_address(answer)
    if isinstance(address, str):
        return prepared(session, address, malformed=Outcome.BAD_REDIRECT)
    return address


def _question(request: requests.PreparedRequest) -> tuple[str, str]:
    """What makes two requests the same: the URL, and the cookies that go with it."""
    return str(request.url), str(request.headers.get("Cookie", ""))


def _believed(capture: Capture, way: Sequence[Exchange]) -> Capture:
    """A capture with why it is believed: as little as the weakest answer on the way to it."""
    if way[-1].date is None:
        return capture
    is_own = all(one.provenance is Provenance.OWN_RUN for one in way)
    return replace(
        capture,
        provenance=Provenance.OWN_RUN if is_own else Provenance.GIVEN,
        received_at=None if capture.sha256 is None else way[-1].received_at,
    )


def _unanswered(url: str, hops: Sequence[Hop], exchange: Exchange) -> Capture:
    assert exchange.failure is not None
    return Capture(
        url=url,
        outcome=exchange.failure.outcome,
        final_url=exchange.url,
        hops=tuple(hops),
        record_id=exchange.record_id,
        fetched_at=exchange.date,
        reason=exchange.failure.reason,
        fault=exchange.failure.fault,
    )


def _answered(
    url: str, hops: Sequence[Hop], answer: Answer, outcome: Outcome, reason: str
) -> Capture:
    if answer.exchange.via_proxy:
        reason = f"{reason}; {UNCHECKED}" if reason else UNCHECKED
    return Capture(
        url=url,
        outcome=outcome,
        final_url=answer.exchange.url,
        hops=tuple(hops),
        status=answer.status,
        content_type=answer.content_type,
        body=answer.body,
        sha256=hashlib.sha256(answer.body).hexdigest(),
        record_id=answer.exchange.record_id,
        fetched_at=answer.exchange.date,
        reason=reason,
        canonical=canonical_address(answer) if outcome is Outcome.CAPTURED else None,
    )
