"""What an audit has outside itself, each a ``pipeline.Outside``: here, in a worker, in a replay.

``Watch`` is told what is waited for.
"""

import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from audit.asking import ask_source, ask_sources, fetch_fenced, save_fenced, why_failed
from audit.capture import copy_at, with_copies
from audit.crash import logged, traceback_of
from audit.errors import CiteauditError
from audit.model import Capture, Fetch, Outcome, Source
from audit.pipeline import Job
from audit.read import is_url
from audit.workers import WHOLE, Asker, Closed

if TYPE_CHECKING:
    from audit.capture.client import Client

_log = logging.getLogger(__name__)
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


class Here:
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
        """The capture of an address."""
        return fetch_fenced(self._client, url)

    def ask(self, sources: Sequence[Source], published: str | None) -> Sequence[Capture]:
        """The captures of sources, in their order."""
        copies = with_copies(self._client, published, self._job.settings.fetch)
        left = [source for source in sources if source not in self._asked]
        self._watch.expect(len(left))

        def fetch(url: str) -> Capture:
            self._watch.begin(url)
            try:
                return fetch_fenced(copies, url)
            finally:
                self._watch.end(url)

        came = ask_sources(left, fetch, offline=self._job.offline)
        self._asked.update(zip(left, came, strict=True))
        return [self._asked[source] for source in sources]

    def save(self, capture: Capture) -> Capture:
        """The capture with the copy that a web archive made, if the job wants one."""
        key = capture.url, capture.record_id
        if key not in self._saved:
            self._saved[key] = save_fenced(capture, self._job, self._client)
        return self._saved[key]

    def before(self, capture: Capture) -> Capture | None:
        """The capture before one, in the archives."""
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
        """What a search for sources asks for."""
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
            return partial(copy_at, self._client.uninvited, settings.fetch.services.wayback, stamp)
        service = settings.discovery.search
        if service is not None and url.startswith(service.prefix):
            return self._client.call_service
        return self._client.uninvited

    def archived(self, domains: Sequence[str], before: str | None) -> Sequence[str]:
        """The addresses on domains that the archives have captures of."""
        return self._client.archived(domains, before)

    def log(self, error: Exception | tuple[str, str]) -> str:
        """Logs what failed, and says where."""
        if isinstance(error, Exception):
            return logged(type(error).__name__, traceback_of(error))
        return logged(*error)


class There:
    """``Outside`` in a worker: everything is asked of the process that has the client."""

    def __init__(self, asker: Asker, *, saves: bool) -> None:
        self._ask = asker.ask
        self._saves = saves
        self.begin = asker.begin

    def fetch(self, url: str) -> Capture:
        """The capture of an address."""
        capture: Capture = self._ask("fetch", url)
        return capture

    def ask(self, sources: Sequence[Source], published: str | None) -> Sequence[Capture]:
        """The captures of sources, in their order."""
        captures: Sequence[Capture] = self._ask("ask", sources, published)
        return captures

    def save(self, capture: Capture) -> Capture:
        """The capture with the copy that a web archive made, if the job wants one."""
        if not self._saves:
            return capture
        copied: Capture = self._ask("save", replace(capture, body=b""))
        return replace(copied, body=capture.body)

    def seek(self, url: str, stamp: str | None) -> Capture:
        """What a search for sources asks for."""
        capture: Capture = self._ask("seek", url, stamp)
        return capture

    def archived(self, domains: Sequence[str], before: str | None) -> Sequence[str]:
        """The addresses on domains that the archives have captures of."""
        addresses: Sequence[str] = self._ask("archived", domains, before)
        return addresses

    def before(self, capture: Capture) -> Capture | None:
        """The capture before one, in the archives."""
        earlier: Capture | None = self._ask("before", replace(capture, body=b""))
        return earlier

    def log(self, error: Exception) -> str:
        """Logs what failed, and says where."""
        where: str = self._ask("log", (type(error).__name__, traceback_of(error)))
        return where


class Replay(Here):
    """``Outside`` in a worker that has the archives; ``given_up`` are sources, by their ids."""

    def __init__(
        self, job: Job, client: "Client", asker: Asker, given_up: Mapping[str, str]
    ) -> None:
        super().__init__(job, client)
        self._asker = asker
        self._left_out = given_up
        self.given_up = {step.partition(_PARTED)[0]: why for step, why in given_up.items()}

    def begin(self, step: str) -> None:
        """The step begins, named so that a log can tell the address."""
        urls = (source.url for source in self._asked if source.id == step)
        url = next(urls, None)
        self._asker.begin(step if url is None else f"{step}{_PARTED}{url}")

    def fetch(self, url: str) -> Capture:
        """The capture of an address, unless it was given up."""
        if url in self._left_out:
            return _left_out(url, self._left_out[url])
        self._asker.begin(url)
        try:
            return super().fetch(url)
        finally:
            self._asker.begin(WHOLE)

    def seek(self, url: str, stamp: str | None) -> Capture:
        """What a search asks for, unless it was given up."""
        if url in self._left_out:
            return _left_out(url, self._left_out[url])
        self._asker.begin(url)
        try:
            return super().seek(url, stamp)
        finally:
            self._asker.begin(WHOLE)

    def ask(self, sources: Sequence[Source], published: str | None) -> Sequence[Capture]:
        """The captures of sources, each a step of its own."""
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


class Lacking(Replay):
    """A replay that keeps in mind what the archives lack: ``lacks``, by address."""

    def __init__(
        self, job: Job, client: "Client", asker: Asker, given_up: Mapping[str, str]
    ) -> None:
        super().__init__(job, client, asker, given_up)
        self.lacks: dict[str, None] = {}

    def ask(self, sources: Sequence[Source], published: str | None) -> Sequence[Capture]:
        """The captures of sources as they are cited."""
        # Other spellings are looked for in archives alone: what is lacking is asked for as it is.
        return super().ask([replace(source, spellings=()) for source in sources], published)

    def fetch(self, url: str) -> Capture:
        """The capture of an address; what is lacking is noted."""
        return self._noted(super().fetch(url))

    def _asked_of(self, url: str) -> Capture:
        return self._noted(super()._asked_of(url))

    def _noted(self, capture: Capture) -> Capture:
        if capture.outcome is Outcome.NOT_ARCHIVED:
            self.lacks[capture.url] = None
        return capture


def _left_out(url: str, why: str) -> Capture:
    return Capture(url, Outcome.INTERNAL_ERROR, url, reason=why)


def named_step(step: str) -> str:
    """A step of a replay for a log: the address of a source is in it."""
    return step.partition(_PARTED)[2] or step
