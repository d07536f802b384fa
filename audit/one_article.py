"""One article, audited in this process or in a worker that can be ended at any moment.

The network stays in this process in either case: what hosts are spared, and what was asked already, is
known in one place. What is computed on outside texts is the worker's, what is computed on an answer is that
of another beside it. A worker that dies or hangs over a source is replaced, and audits the article again
without that source; one that does so over an answer costs that source alone.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from audit.capture import with_copies
from audit.crash import logged, told
from audit.errors import CiteauditError, InternalError
from audit.model import ArchiveUse, Capture, Fetch, Outcome, Report, Source
from audit.pipeline import THE_ARTICLE, Job, archives_used, ask_sources, audited, opened, saved
from audit.workers import Asker, Closed, Died, Failed, Limits, Workers

if TYPE_CHECKING:
    from audit.capture.client import Client
    from audit.capture.run import Run

_log = logging.getLogger(__name__)
_QUESTIONS = frozenset({"fetch", "ask", "save", "before", "log"})


def audit_article(job: Job, run: "Run | None" = None) -> Report:
    """Audits one article in this process: what fails on one source leaves that one out, no bound is set.

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


def limits_of(job: Job) -> Limits:
    """The bounds of the workers that a job's settings ask for."""
    return Limits(job.settings.max_cpu, job.settings.max_memory)


def audit_apart(job: Job, workers: Workers, run: "Run | None" = None) -> Report:
    """Audits one article in a worker; see ``audit_article``.

    Raises:
        InternalError: The article could not be checked: a fault of ours, or a bound of time or memory.
    """
    given_up: dict[str, str] = {}
    bare = replace(job, archive_keys=None)
    task = workers.begin(_audited_there, bare, given_up)
    try:
        with opened(job, run, workers.compute) as client:
            here = _Here(job, client)
            while True:
                try:
                    report: Report = task.result(here.answer)
                    break
                except Died as died:
                    step = died.step or THE_ARTICLE
                    why = logged(died.how, f"{died.how}\n{here.named(step)}\n{died.trace}")
                    if step == THE_ARTICLE or step in given_up:
                        raise internal_error(job, why) from died
                    given_up[step] = why
                    task.end()
                    task = workers.begin(_audited_there, bare, given_up)
                except Failed as failed:
                    raise internal_error(job, logged(failed.name, failed.trace)) from failed
    finally:
        task.end()
    return replace(report, archives=archives_used(job))


def internal_error(job: Job, why: str) -> InternalError:
    """That the article of a job could not be checked."""
    name = job.input if isinstance(job.input, str) else "standard input"
    return InternalError(f"{name} could not be checked: internal error ({why})")


class _Here:
    """``Outside`` in the process that has the client; answers workers too."""

    def __init__(self, job: Job, client: "Client") -> None:
        self._job = job
        self._client = client
        self._asked: dict[Source, Capture] = {}
        self._saved: dict[tuple[str, str | None], Capture] = {}

    def answer(self, question: str, words: Sequence[Any]) -> Any:
        """The answer to a worker."""
        assert question in _QUESTIONS
        return getattr(self, question)(*words)

    def named(self, step: str) -> str:
        """A step for a log."""
        urls = (source.url for source in self._asked if source.id == step)
        return next(urls, str(self._job.input)[:2000])

    def begin(self, step: str) -> None:
        """Nothing bounds it here."""

    def fetch(self, url: str) -> Capture:
        return _fenced(self._client, url)

    def ask(self, sources: Sequence[Source], published: str | None) -> Sequence[Capture]:
        copies = with_copies(self._client, published, self._job.settings.fetch)
        left = [source for source in sources if source not in self._asked]
        came = ask_sources(left, lambda url: _fenced(copies, url))
        self._asked.update(zip(left, came, strict=True))
        return [self._asked[source] for source in sources]

    def save(self, capture: Capture) -> Capture:
        key = capture.url, capture.record_id
        if key not in self._saved:
            try:
                self._saved[key] = saved(capture, self._job, self._client)
            except (CiteauditError, Closed):
                raise
            except Exception as error:  # noqa: BLE001 — the page is there; only its copy is not
                why = f"no copy was saved: {_why(error, capture.url)}"
                self._saved[key] = replace(capture, reason=why)
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
                _why(error, capture.url),
            )
            return None

    def log(self, error: Exception | tuple[str, str]) -> str:
        if isinstance(error, Exception):
            return logged(type(error).__name__, told(error))
        return logged(*error)


def _fenced(fetch: Fetch, url: str) -> Capture:
    """The capture of a URL; where asking for it fails by a fault of ours, a capture that says so."""
    try:
        return fetch(url)
    except (CiteauditError, Closed):
        raise
    except Exception as error:  # noqa: BLE001 — one request is fenced off from the others
        return Capture(url, Outcome.INTERNAL_ERROR, url, reason=_why(error, url))


def _why(error: Exception, url: str) -> str:
    """What failed over a URL, here or in a worker, and where the log of it is."""
    match error:
        case Died():
            return logged(error.how, f"{error.how}\n{url}\n{error.trace}")
        case Failed():
            return logged(error.name, f"{url}\n{error.trace}")
        case _:
            return logged(type(error).__name__, told(error))


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

    def before(self, capture: Capture) -> Capture | None:
        earlier: Capture | None = self._ask("before", replace(capture, body=b""))
        return earlier

    def log(self, error: Exception) -> str:
        where: str = self._ask("log", (type(error).__name__, told(error)))
        return where


def _audited_there(asker: Asker, job: Job, given_up: Mapping[str, str]) -> Report:
    saves = job.settings.fetch.archive is ArchiveUse.SAVE
    return audited(job, _There(asker, saves=saves), given_up)
