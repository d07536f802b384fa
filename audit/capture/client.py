"""From a URL to a capture: the way hop by hop, over the network or through archives.

Archives and network answer through one function, so all that follows (cookies, redirects, decoding,
outcome) is one path. What is computed on an answer is one function, ``reading.read``,
which runs wherever ``compute`` has it run: here, or in a process that can be ended; what came of
the same bytes before is taken from where ``remember`` keeps it.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

from audit.capture.captures import answered, believed, unanswered
from audit.capture.exchanges import Exchanges
from audit.capture.http.exchange import Exchange, Failure, Request
from audit.capture.http.policy import host_and_port, without_credentials
from audit.capture.http.robots import forbidden, stance
from audit.capture.http.session import Session
from audit.capture.http.visits import Visit
from audit.capture.outcome.kept import reading_of
from audit.capture.outcome.reading import Reading
from audit.capture.run import LocksByKey, Question, Run
from audit.model import (
    Capture,
    Compute,
    FetchSettings,
    Hop,
    Outcome,
    Remember,
    compute_here,
    remember_nothing,
)
from audit.model.addresses import path_of

if TYPE_CHECKING:
    from audit.capture.http.transport import Network, Resolve

_ROBOTS_SECONDS = 3.0
_ROBOTS_TXT = "/robots.txt"
_LOADS_AGAIN = Failure(Outcome.REDIRECT_LOOP, "the page loads itself again at once")
_LEADS_BACK = Failure(Outcome.REDIRECT_LOOP, "it leads back to where it came from")


class Client:
    """Fetches URLs; satisfies ``audit.model.Fetch``. Safe to use from several threads.

    A context manager: it holds the archive open that it records to.

    Args:
        settings: The bounds of each fetch.
        archives: WARC files whose captures answer before the network is asked.
        believed: Those of them whose captures are believed whoever made them; all when None.
        offline: Asks archives only; what they lack is ``not-archived``, and nothing is recorded.
        record_to: The archive that every exchange is appended to, as WARC/1.1.
        resolve: How a host's name becomes addresses, which are judged all the same; the system's
            resolver when None.
        headers: Those of ``call_service``, by the address below which they go. An Authorization is
            not kept.
        run: What is shared with the clients of other articles.
        compute: Runs what is computed on answers.
        remember: Keeps what came of that.

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
        resolve: "Resolve | None" = None,
        headers: Mapping[str, Mapping[str, str]] | None = None,
        run: Run | None = None,
        compute: Compute = compute_here,
        remember: Remember = remember_nothing,
    ) -> None:
        self._settings = settings
        self._run = run or Run(settings)
        self._exchanges = Exchanges(
            settings,
            None if offline else _network(settings, resolve),
            self._run,
            archives=archives,
            believed=archives if believed is None else believed,
            record_to=None if offline else record_to,
        )
        self._captures: dict[str, Capture] = {}
        self._turns = LocksByKey()
        self._headers = headers or {}
        self._compute = compute
        self._remember = remember

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._exchanges.close()

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
        with self._turns(("service", url)), self._run.hosts.visit(host_and_port(url)) as visit:
            return self._walk(url, visit, obey=False, headers=self._headers)

    def uninvited(self, url: str) -> Capture:
        """The same for a page that nobody has cited: never one that its site closes to programs.

        The services' interfaces are for programs. Nobody who is busy is asked again.

        Raises:
            CaptureError: An archive changed, or could not be written to, during the run.
        """
        obey = not self._settings.services.is_one(url)
        with self._turns(url):
            if url not in self._captures:
                self._captures[url] = self._fetch(url, obey=obey, is_patient=False)
            return self._captures[url]

    def archived(self, domains: Sequence[str], before: str | None) -> tuple[str, ...]:
        """The addresses on the domains that the archives have answers of; sorted.

        ``before`` is a WARC-Date that they are older than, None where all of them count.
        """
        return self._exchanges.archived(domains, before)

    def before(self, capture: Capture) -> Capture | None:
        """The capture before one, of the address at which it ended, as the archives hold it.

        None where there is none, or where it was cut or is no page that was read whole.
        """
        if capture.fetched_at is None or capture.sha256 is None:
            return None
        exchange = self._exchanges.before(capture.final_url, capture.fetched_at)
        if exchange is None or exchange.failure is not None:
            return None
        reading = self._read(exchange, ())
        if reading.leads_to is not None or reading.outcome is not Outcome.CAPTURED:
            return None
        return believed(answered(capture.final_url, (), exchange, reading), [exchange])

    def _fetch(self, url: str, *, obey: bool = False, is_patient: bool = True) -> Capture:
        settings = self._settings
        is_robots_txt = path_of(url) == _ROBOTS_TXT  # no site closes it, and its turn is taken
        obey = (obey or settings.obey_robots) and not is_robots_txt
        with self._run.hosts.visit(host_and_port(url), is_patient=is_patient) as visit:
            capture = self._walk(url, visit, obey=obey)
            if is_robots_txt:
                self._keep_where_it_ended(capture)
            asked = (settings.ask_robots or obey) and not is_robots_txt
            if not asked or capture.status is None or settings.services.is_one(capture.final_url):
                return capture
            may_be_had = partial(self._exchanges.may_be_had, visit=visit)

            def ask(address: str) -> Capture:
                if may_be_had(address):
                    return self._robots_txt(visit, address)
                return Capture(address, Outcome.NOT_ARCHIVED, address)

            return replace(capture, robots=stance(capture.final_url, ask, self._compute))

    def _robots_txt(self, visit: Visit, url: str) -> Capture:
        with self._turns(url):
            if url not in self._captures:
                within = visit.part(_ROBOTS_SECONDS)
                self._captures[url] = self._walk(url, within, obey=False)
                self._keep_where_it_ended(self._captures[url])
            return self._captures[url]

    def _keep_where_it_ended(self, capture: Capture) -> None:
        """A robots.txt that another name of a site led to is not asked for again by its own."""
        if capture.hops and path_of(capture.final_url) == _ROBOTS_TXT:
            there = replace(capture, url=capture.final_url, hops=())
            self._captures.setdefault(capture.final_url, there)

    def _walk(
        self,
        url: str,
        visit: Visit,
        *,
        obey: bool,
        headers: Mapping[str, Mapping[str, str]] | None = None,
    ) -> Capture:
        """The capture at the end of the way from a URL, judged as it is spelled."""
        shown = without_credentials(url)
        session = self._session(visit, obey=obey)
        request = session.prepared(url, malformed=Outcome.REFUSED, headers=headers)
        if isinstance(request, Failure):
            return Capture(shown, request.outcome, shown, reason=request.reason)
        hops: list[Hop] = []
        way: list[Exchange] = []
        seen: set[Question] = set()
        while True:
            exchange = session.sent(request)
            way.append(exchange)
            if exchange.failure is not None:
                return believed(unanswered(shown, hops, exchange, exchange.failure), way)
            seen.add(request.question)
            with visit.not_counted():
                reading = self._read(exchange, [hop.url for hop in hops])
            most = self._settings.max_redirects
            following = _following(session, reading, seen, hops=len(hops), most_hops=most)
            if isinstance(following, Failure):
                reading = replace(reading, outcome=following.outcome, reason=following.reason)
            if following is None or isinstance(following, Failure):
                return believed(answered(shown, hops, exchange, reading), way)
            hops.append(Hop(exchange.url, reading.status, exchange.record_id))
            request = following

    def _session(self, visit: Visit, *, obey: bool) -> Session:
        """One a fetch: cookies are kept on the way to a page and no longer."""

        def objection(url: str) -> Failure | None:
            return forbidden(url, partial(self._robots_txt, visit), self._compute)

        answer = self._exchanges.answer
        return Session(
            lambda request: answer(request, visit, objection if obey else None),
            self._settings.user_agent,
        )

    def _read(self, exchange: Exchange, way: Sequence[str]) -> Reading:
        most = self._settings.max_bytes
        return reading_of(exchange, way, most, self._compute, self._remember)


def _network(settings: FetchSettings, resolve: "Resolve | None") -> "Network":
    from audit.capture.http.transport import Network, look_up  # noqa: PLC0415 — not for a replay

    return Network(settings, resolve or look_up)


def _following(
    session: Session,
    reading: Reading,
    seen: Container[Question],
    *,
    hops: int,
    most_hops: int,
) -> Request | Failure | None:
    """The request that an answer leads to.

    None where it is the last one, a failure where it should not be.
    """
    if reading.leads_to is None:
        return _LOADS_AGAIN if reading.turns else None
    request = session.prepared(reading.leads_to, malformed=Outcome.BAD_REDIRECT)
    if isinstance(request, Failure):
        return request
    if request.question in seen:
        if reading.is_redirect:
            return _LEADS_BACK
        return _LOADS_AGAIN if reading.turns else None
    if hops >= most_hops:
        return Failure(Outcome.TOO_MANY_REDIRECTS, f"after {hops} redirects")
    return request
