"""One article, audited in this process or in a worker that can be ended at any moment.

The network stays in this process in either case: what hosts are spared, and what was asked already,
is known in one place. What is computed on outside texts is the worker's, what is computed on an
answer is that of another beside it. A worker that dies or hangs over a source is replaced, and
audits the article again without that source; one that does so over an answer costs that source
alone.
"""

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from audit.capture import begin_run, copy_at, with_copies
from audit.crash import logged, told
from audit.errors import CiteauditError, InternalError, ReadError
from audit.fenced import fetch_fenced, save_fenced, why_failed
from audit.model import ArchiveUse, Capture, Fetch, FetchSettings, Outcome, Report, Source
from audit.pipeline import Job, archives_used, ask_source, ask_sources, asked_for, audited, opened
from audit.read import is_url
from audit.workers import WHOLE, Asker, Closed, Computation, GivenUp, Workers

if TYPE_CHECKING:
    from audit.capture.client import Client
    from audit.capture.run import Run

_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")
_PARTED = " "  # the id of a source from its address, in the name of a step
_QUESTIONS = frozenset({"fetch", "ask", "save", "before", "seek", "archived", "log"})


class Watch(Protocol):
    """Is told what an audit waits for; called from several threads."""

    def expect(self, sources: int, /) -> None:
        """So many sources are going to be asked for."""
        ...

    def begin(self, url: str, /) -> None:
        """One of them is asked for now."""
        ...

    def end(self, url: str, /) -> None:
        """What came of it is there."""
        ...


class Unwatched:
    """Nobody wants to be told."""

    def expect(self, sources: int) -> None:
        """Nobody."""

    def begin(self, url: str) -> None:
        """Nobody."""

    def end(self, url: str) -> None:
        """Nobody."""


UNWATCHED = Unwatched()
"""For an audit that nobody watches."""


def audit_article(job: Job, run: "Run | None" = None) -> Report:
    """Audits one article in this process, without bounds.

    What fails on one source leaves that one out.

    Args:
        job: The article, and how it is audited.
        run: What is shared with the audits of others.

    Raises:
        ReadError: The article cannot be read or has no text.
        CaptureError: An archive cannot be read or written.
        UsageError: A supplied page cannot be read.
        InternalError: The article, given by its address, could not be asked for.
    """
    with opened(job, run) as client:
        report = audited(job, _Here(job, client), {})
    return replace(report, archives=archives_used(job))


def audit_apart(
    job: Job, workers: Workers, run: "Run | None" = None, watch: Watch = UNWATCHED
) -> Report:
    """Audits one article in a worker; see ``audit_article``.

    Raises:
        InternalError: The article could not be checked: a fault of ours, or a bound of time or
            memory.
    """
    bare = replace(job, archive_keys=None, search_key=None)
    with (
        Computation(workers, _audited_there, bare) as computation,
        opened(job, run, workers.compute) as client,
    ):
        here = _Here(job, client, watch)
        try:
            report: Report = computation.result(here.answer, here.named)
        except GivenUp as given_up:
            raise internal_error(job, given_up.why) from given_up
    return replace(report, archives=archives_used(job))


def audit_in_worker(asker: Asker, job: Job, given_up: Mapping[str, str]) -> Report:
    """Audits one article where it is computed: the report with its archives.

    Offline, the archives are opened here, once for all articles of this process; otherwise whoever
    asks has the network. Each answer and each source is a step of its own.
    """
    if job.offline:
        with opened(job, _run_of_process(job.settings.fetch, job.by_journal)) as client:
            outside = _Replay(job, client, asker, given_up)
            report = audited(job, outside, outside.given_up)
    else:
        report = _audited_there(asker, job, given_up)
    return replace(report, archives=archives_used(job))


def missing_in_worker(asker: Asker, job: Job, given_up: Mapping[str, str]) -> tuple[str, ...]:
    """The addresses that an audit would ask for and its archives lack, as far as can be told now.

    What they answer may lead to more.

    Raises:
        ReadError: The article cannot be read or has no text.
        CaptureError: An archive cannot be read.
        UsageError: A supplied page cannot be read.
    """
    with opened(job, _run_of_process(job.settings.fetch, job.by_journal)) as client:
        outside = _Lacking(job, client, asker, given_up)
        try:
            asked_for(job, outside)
        except ReadError:
            if not outside.lacks:  # else the article itself is to be asked for
                raise
    return tuple(outside.lacks)


def audit_with(
    job: Job,
    workers: Workers,
    run: "Run",
    watch: Watch,
    function: Callable[..., _Result],
    *words: object,
) -> _Result:
    """Has a worker call a function that audits an article by ``audit_in_worker``.

    It gets an ``Asker``, the job, ``words``, and what was given up.

    Raises:
        ReadError: The article cannot be read or has no text.
        CaptureError: An archive cannot be read or written.
        UsageError: A supplied page cannot be read, or a report cannot be written.
        InternalError: The article could not be checked: a fault of ours, or a bound of time or
            memory.
    """
    bare = replace(job, archive_keys=None, search_key=None)
    with Computation(workers, function, bare, *words) as computation:
        try:
            if job.offline:
                return cast("_Result", computation.result(_answer_logs, _named_step))
            with opened(job, run, workers.compute) as client:
                here = _Here(job, client, watch)
                return cast("_Result", computation.result(here.answer, here.named))
        except GivenUp as given_up:
            raise internal_error(job, given_up.why) from given_up


def internal_error(job: Job, why: str) -> InternalError:
    """That the article of a job could not be checked."""
    name = job.input if isinstance(job.input, str) else "standard input"
    return InternalError.of(name, why)


class _Here:
    """``Outside`` in the process that has the client; answers workers too."""

    def __init__(self, job: Job, client: "Client", watch: Watch = UNWATCHED) -> None:
        self._job = job
        self._watch = watch
        self._client = client
        self._asked: dict[Source, Capture] = {}
        self._saved: dict[tuple[str, str | None], Capture] = {}
        self._sought: dict[tuple[str, str | None], Capture] = {}
        self._seeks_until: float | None = None

    def answer(self, question: str, words: Sequence[Any]) -> Any:
        """The answer to a worker."""
        assert question in _QUESTIONS
        return getattr(self, question)(*words)

    def named(self, step: str) -> str:
        """A step for a log."""
        if is_url(step):
            return step[:2000]
        urls = (source.url for source in self._asked if source.id == step)
        return next(urls, str(self._job.input)[:2000])

    def begin(self, step: str) -> None:
        """Nothing bounds it here."""

    def fetch(self, url: str) -> Capture:
        return fetch_fenced(self._client, url)

    def ask(self, sources: Sequence[Source], published: str | None) -> Sequence[Capture]:
        copies = with_copies(self._client, published, self._job.settings.fetch)
        left = [source for source in sources if source not in self._asked]
        self._watch.expect(len(left))

        def fetch(url: str) -> Capture:
            self._watch.begin(url)
            try:
                return fetch_fenced(copies, url)
            finally:
                self._watch.end(url)

        came = ask_sources(left, fetch)
        self._asked.update(zip(left, came, strict=True))
        return [self._asked[source] for source in sources]

    def save(self, capture: Capture) -> Capture:
        key = capture.url, capture.record_id
        if key not in self._saved:
            self._saved[key] = save_fenced(capture, self._job, self._client)
        return self._saved[key]

    def before(self, capture: Capture) -> Capture | None:
        try:
            return self._client.before(capture)
        except (CiteauditError, Closed):
            raise
        except Exception as error:  # noqa: BLE001 — the source is there; only an older one is not
            _log.warning(
                "citeaudit: an earlier capture of %s could not be read (%s)",
                capture.url,
                why_failed(error, capture.url),
            )
            return None

    def seek(self, url: str, stamp: str | None) -> Capture:
        settings = self._job.settings.discovery
        if self._seeks_until is None:
            self._seeks_until = time.monotonic() + settings.discover_time
        key = url, stamp
        if key not in self._sought:
            if not self._job.offline and time.monotonic() > self._seeks_until:
                return Capture(url, Outcome.NOT_ARCHIVED, url)
            self._sought[key] = fetch_fenced(self._way_to(url, stamp), url)
        return self._sought[key]

    def _way_to(self, url: str, stamp: str | None) -> Fetch:
        """How a search asks for an address: a copy, the search service, a page nobody named."""
        settings = self._job.settings
        if stamp is not None:
            return partial(copy_at, self._client, settings.fetch.services.wayback, stamp)
        service = settings.discovery.search
        if service is not None and url.startswith(service.prefix):
            return self._client.call_service
        return self._client.uninvited

    def archived(self, domains: Sequence[str], before: str | None) -> Sequence[str]:
        return self._client.archived(domains, before)

    def log(self, error: Exception | tuple[str, str]) -> str:
        if isinstance(error, Exception):
            return logged(type(error).__name__, told(error))
        return logged(*error)


class _There:
    """``Outside`` in a worker: everything is asked of the process that has the client."""

    def __init__(self, asker: Asker, *, saves: bool) -> None:
        self._ask = asker.ask
        self._saves = saves
        self.begin = asker.begin

    def fetch(self, url: str) -> Capture:
        capture: Capture = self._ask("fetch", url)
        return capture

    def ask(self, sources: Sequence[Source], published: str | None) -> Sequence[Capture]:
        captures: Sequence[Capture] = self._ask("ask", sources, published)
        return captures

    def save(self, capture: Capture) -> Capture:
        if not self._saves:
            return capture
        copied: Capture = self._ask("save", replace(capture, body=b""))
        return replace(copied, body=capture.body)

    def seek(self, url: str, stamp: str | None) -> Capture:
        capture: Capture = self._ask("seek", url, stamp)
        return capture

    def archived(self, domains: Sequence[str], before: str | None) -> Sequence[str]:
        addresses: Sequence[str] = self._ask("archived", domains, before)
        return addresses

    def before(self, capture: Capture) -> Capture | None:
        earlier: Capture | None = self._ask("before", replace(capture, body=b""))
        return earlier

    def log(self, error: Exception) -> str:
        where: str = self._ask("log", (type(error).__name__, told(error)))
        return where


class _Replay(_Here):
    """``Outside`` in a worker that has the archives; ``given_up`` are sources, by their ids."""

    def __init__(
        self, job: Job, client: "Client", asker: Asker, given_up: Mapping[str, str]
    ) -> None:
        super().__init__(job, client)
        self._asker = asker
        self._left_out = given_up
        self.given_up = {step.partition(_PARTED)[0]: why for step, why in given_up.items()}

    def begin(self, step: str) -> None:
        urls = (source.url for source in self._asked if source.id == step)
        url = next(urls, None)
        self._asker.begin(step if url is None else f"{step}{_PARTED}{url}")

    def fetch(self, url: str) -> Capture:
        if url in self._left_out:
            return _left_out(url, self._left_out[url])
        self._asker.begin(url)
        try:
            return super().fetch(url)
        finally:
            self._asker.begin(WHOLE)

    def seek(self, url: str, stamp: str | None) -> Capture:
        if url in self._left_out:
            return _left_out(url, self._left_out[url])
        self._asker.begin(url)
        try:
            return super().seek(url, stamp)
        finally:
            self._asker.begin(WHOLE)

    def ask(self, sources: Sequence[Source], published: str | None) -> Sequence[Capture]:
        copies = with_copies(self._asked_of, published, self._job.settings.fetch)
        for source in sources:
            why = self.given_up.get(source.id)
            self._asked[source] = _left_out(source.words_at, why or "")
            if why is None:
                self.begin(source.id)
                self._asked[source] = ask_source(source, lambda url: fetch_fenced(copies, url))
        self._asker.begin(WHOLE)
        return [self._asked[source] for source in sources]

    def _asked_of(self, url: str) -> Capture:
        return self._client(url)


class _Lacking(_Replay):
    """A replay that keeps in mind what the archives lack: ``lacks``, by address."""

    def __init__(
        self, job: Job, client: "Client", asker: Asker, given_up: Mapping[str, str]
    ) -> None:
        super().__init__(job, client, asker, given_up)
        self.lacks: dict[str, None] = {}

    def ask(self, sources: Sequence[Source], published: str | None) -> Sequence[Capture]:
        # Other spellings are looked for in archives alone: what is lacking is asked for as it is.
        return super().ask([replace(source, spellings=()) for source in sources], published)

    def fetch(self, url: str) -> Capture:
        return self._noted(super().fetch(url))

    def _asked_of(self, url: str) -> Capture:
        return self._noted(super()._asked_of(url))

    def _noted(self, capture: Capture) -> Capture:
        if capture.outcome is Outcome.NOT_ARCHIVED:
            self.lacks[capture.url] = None
        return capture


def _left_out(url: str, why: str) -> Capture:
    return Capture(url, Outcome.INTERNAL_ERROR, url, reason=why)


def _named_step(step: str) -> str:
    """A step of a replay for a log: the address of a source is in it."""
    return step.partition(_PARTED)[2] or step


def _answer_logs(question: str, words: Sequence[Any]) -> Any:
    """A replay asks nothing."""
    raise AssertionError(question, words)


@cache
def _run_of_process(settings: FetchSettings, by_journal: bool) -> "Run":  # noqa: FBT001 — one caller
    return begin_run(settings, by_journal=by_journal)


def _audited_there(asker: Asker, job: Job, given_up: Mapping[str, str]) -> Report:
    saves = job.settings.fetch.archive is ArchiveUse.SAVE
    return audited(job, _There(asker, saves=saves), given_up)
