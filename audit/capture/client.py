"""From a URL to a capture: the way hop by hop, over the network or through archives.

A URL is looked for in the archives first. Offline that is all; otherwise the network is asked for what
they do not hold, and what it answers is looked up like the rest from then on: within a recorded run a
question is put to a server once. Archives and network answer through one transport adapter, so all that
follows (cookies, redirects, decoding, outcome) is one path.
"""

import hashlib
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Self

import requests

from audit.capture.conditional import Prior, is_young
from audit.capture.dates import warc_now
from audit.capture.entries import Collector, Entry, Repeats
from audit.capture.exchange import Answer, Exchange, Failure
from audit.capture.outcome import judge
from audit.capture.policy import taken_apart, without_credentials
from audit.capture.proxies import UNCHECKED
from audit.capture.redirects import STATUSES, canonical_address, next_address
from audit.capture.replay import Index, entries_of
from audit.capture.retries import asked_until_settled
from audit.capture.robots import forbidden, stance
from audit.capture.run import Run, Turns
from audit.capture.session import Door, Session, prepared, sent, session_through
from audit.capture.transport import HEADROOM, Network, Resolve, look_up
from audit.capture.visits import Visit
from audit.capture.warc import Recorder
from audit.capture.wire import read_answer
from audit.files import real
from audit.model import Capture, FetchSettings, Hop, Outcome

_ROBOTS_SECONDS = 3.0


class Client:
    """Fetches URLs; satisfies ``audit.model.Fetch``. Safe to use from several threads.

    A context manager: it holds the archive open that it records to.

    Args:
        settings: The bounds of each fetch.
        archives: WARC files whose captures answer before the network is asked.
        offline: Asks archives only; what they lack is ``not-archived``, and nothing is recorded.
        record_to: The archive that every exchange is appended to, as WARC/1.1.
        resolve: How a host's name becomes addresses, which are judged all the same.
        headers: Those of requests for addresses that begin as the keys do. An Authorization is not kept.
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
        self._open(archives, None if offline else record_to)
        self._captures: dict[str, Capture] = {}
        self._turns = Turns()
        self._headers = headers or {}

    def _open(self, archives: Sequence[Path], record_to: Path | None) -> None:
        """Takes in what the archives hold; see ``FetchSettings.max_age`` for what of it may answer."""
        max_age = self._settings.max_age
        if self._network is None:
            max_age = None
        young = None if max_age is None else partial(is_young, max_age=max_age)
        given = {real(path) for path in archives}
        for path in archives:
            if record_to is None or real(path) != real(record_to):
                self._index.add_all(entries_of(path, young))
        if record_to is not None:
            if max_age is None and real(record_to) not in given:
                young = partial(is_young, max_age=0.0)
            collector = Collector(record_to, young)
            self._recorder = Recorder(record_to, collector.take)
            self._index.add_all(collector.entries())

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
        earlier = _answered(capture.final_url, (), answer, *judge(answer))
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

    def _walk(self, url: str, visit: Visit, *, obey: bool) -> Capture:
        door = Door(partial(self._exchange, visit=visit, obey=obey), self._settings.max_bytes)
        # One a fetch: cookies are kept on the way to a page and no longer.
        session = session_through(door, self._settings.user_agent, self._headers)
        shown = without_credentials(url)
        request = prepared(session, url, malformed=Outcome.REFUSED)  # judged as it is spelled
        if isinstance(request, Failure):
            return Capture(shown, request.outcome, shown, reason=request.reason)
        hops: list[Hop] = []
        seen: set[tuple[str, str]] = set()
        while True:
            came = sent(session, request)
            if isinstance(came, Exchange):
                return _unanswered(shown, hops, came)
            seen.add(_question(request))
            following = _following(session, came)
            if isinstance(following, Failure):
                return _answered(shown, hops, came, following.outcome, following.reason)
            leads_back = following is not None and _question(following) in seen
            if following is None or (leads_back and came.status not in STATUSES):
                return _answered(shown, hops, came, *judge(came, [hop.url for hop in hops]))
            if leads_back:
                return _answered(
                    shown, hops, came, Outcome.REDIRECT_LOOP, "it leads back to where it came from"
                )
            if len(hops) >= self._settings.max_redirects:
                return _answered(
                    shown, hops, came, Outcome.TOO_MANY_REDIRECTS, f"after {len(hops)} redirects"
                )
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
            prior = None if entry is None else Prior(self._load(entry))
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
