"""What a job asks the web and archives with: its client, its archives, its sources by host.

``pipeline`` says what is asked for. A request that fails by no fault of the web is fenced off from
the others: a fault of ours is the outcome of one.
"""

import os
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from audit.capture import (
    capture_file,
    cut_of,
    describe_archive,
    discard_archive,
    open_client,
    save_headers,
    with_saved_copy,
    write_bundle,
)
from audit.crash import logged, traceback_of
from audit.errors import CaptureError, CiteauditError, ReadError
from audit.files import make_folder, real, refuse_link
from audit.model import (
    Archive,
    ArchiveUse,
    Capture,
    Compute,
    Fetch,
    Outcome,
    Report,
    Source,
    compute_here,
)
from audit.pages.cache import usual_cache
from audit.pipeline import Job
from audit.workers import Closed, Died, Failed, logged_end

if TYPE_CHECKING:
    from audit.capture.client import Client
    from audit.capture.run import Run

_AT_ONCE = 32  # sources asked for at the same time; most of the time they wait


@contextmanager
def opened(
    job: Job, run: "Run | None" = None, compute: Compute = compute_here
) -> Iterator["Client"]:
    """The client of a job, with the archive that it adds to; see ``recording``.

    ``compute`` runs what is computed on answers; what came of it is kept with the pages.

    Raises:
        CaptureError: An archive cannot be read or written.
    """
    with (
        recording(None if job.offline else job.record_to) as record_to,
        open_client(
            job.settings.fetch,
            archives=job.archives,
            offline=job.offline,
            record_to=record_to,
            headers=_headers(job),
            run=run,
            compute=compute,
            remember=usual_cache().get,
        ) as client,
    ):
        yield client


@contextmanager
def recording(path: Path | None) -> Iterator[Path | None]:
    """The archive to add to; one that this run has begun goes when there is nothing to audit.

    Raises:
        CaptureError: Its folder cannot be made.
    """
    if path is None:
        yield None
        return
    try:
        make_folder(path.parent)
        refuse_link(path)
        is_new = not path.exists()
    except OSError as error:
        raise CaptureError(
            f"cannot write {path} ({error.strerror}): choose another --output-dir"
        ) from error
    try:
        yield path
    except ReadError:
        if is_new:
            discard_archive(path)
        raise


def archives_of(job: Job) -> tuple[Path, ...]:
    """The archives that a job reads and the one that it adds to, each once."""
    added = [job.record_to] if job.record_to is not None and not job.offline else []
    return tuple({real(path): path for path in (*added, *job.archives)}.values())[::-1]


def archives_used(job: Job) -> tuple[Archive, ...]:
    """The archives of a job as its report names them: from its folder, with their hashes.

    That which the job adds to is its own, and whole.
    """
    return tuple(
        replace(
            describe_archive(path),
            path=Path(os.path.relpath(path, job.folder)).as_posix(),
            cut=cut_of(path) if path in job.archives else None,
        )
        for path in archives_of(job)
    )


def _headers(job: Job) -> Mapping[str, Mapping[str, str]]:
    """The headers that a web archive wants before it saves pages, and a search service's."""
    headers: dict[str, Mapping[str, str]] = {}
    if job.archive_keys is not None:
        headers.update(save_headers(job.settings.fetch, job.archive_keys))
    service = job.settings.discovery.search
    if job.search_key is not None and service is not None:
        headers[service.folder] = {service.key_header: f"{service.key_prefix}{job.search_key}"}
    return headers


def ask_sources(
    sources: Sequence[Source], fetch: Fetch, *, offline: bool = False
) -> tuple[Capture, ...]:
    """Every source asked for, several at once; offline nobody is waited for: one by one."""
    if offline:
        return tuple(ask_source(source, fetch) for source in sources)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        asked = {
            source.id: pool.submit(ask_source, source, fetch) for source in _host_by_host(sources)
        }
        return tuple(asked[source.id].result() for source in sources)


def ask_source(source: Source, fetch: Fetch) -> Capture:
    """One source asked for, by the other spellings of its address where an archive lacks it."""
    if source.file is not None:
        return capture_file(source.url, Path(source.file))
    capture = fetch(source.words_at)
    for spelling in source.spellings:
        if capture.outcome is not Outcome.NOT_ARCHIVED:
            break
        capture = replace(fetch(spelling), url=source.words_at)
    return capture


def _host_by_host(sources: Sequence[Source]) -> list[Source]:
    """The first source of each host, then the second of each: a host's wait for each other."""
    seen: Counter[str] = Counter()
    rounds: list[tuple[int, Source]] = []
    for source in sources:
        host = source.words_at.lower().partition("//")[2].partition("/")[0]
        rounds.append((seen[host], source))
        seen[host] += 1
    return [source for _, source in sorted(rounds, key=lambda pair: pair[0])]


def saved(capture: Capture, job: Job, fetch: "Client") -> Capture:
    """The capture with the copy that a web archive was asked to make of it, if the job says so."""
    settings = job.settings.fetch
    if settings.archive is not ArchiveUse.SAVE:
        return capture
    return with_saved_copy(
        capture, settings, fetch.call_service, _no_wait if job.offline else time.sleep
    )


def _no_wait(_: float) -> None:
    """A replay waits for nobody."""


def pack(report: Report, job: Job, path: Path) -> None:
    """Packs all that an audit was computed from into one WACZ file.

    Raises:
        UsageError: The file cannot be written.
        CaptureError: An archive cannot be read.
    """
    titles = [(report.own, report.facts.article.title)] if report.own is not None else []
    for record in report.facts.sources:
        titles.append((record.capture, record.page.title if record.page is not None else None))
        if record.source.trail is not None:
            titles.append((record.source.trail, None))
    title = f"Sources of {report.facts.article.title or report.facts.article.path or 'an article'}"
    write_bundle(path, archives_of(job), titles, title=title, when=report.when)


def fetch_fenced(fetch: Fetch, url: str) -> Capture:
    """The capture of a URL; where asking fails by a fault of ours, a capture that says so."""
    try:
        return fetch(url)
    except (CiteauditError, Closed):
        raise
    except Exception as error:  # noqa: BLE001 — one request is fenced off from the others
        return Capture(url, Outcome.INTERNAL_ERROR, url, reason=why_failed(error, url))


def save_fenced(capture: Capture, job: Job, client: "Client") -> Capture:
    """The capture with its saved copy, if the job wants one; see ``audit.asking.saved``."""
    try:
        return saved(capture, job, client)
    except (CiteauditError, Closed):
        raise
    except Exception as error:  # noqa: BLE001 — the page is there; only its copy is not
        return replace(capture, reason=f"no copy was saved: {why_failed(error, capture.url)}")


def why_failed(error: Exception, url: str) -> str:
    """What failed over a URL, here or in a worker, and where the log of it is."""
    if isinstance(error, Died | Failed):
        return logged_end(error, url)
    return logged(type(error).__name__, f"{url}\n{traceback_of(error)}")
