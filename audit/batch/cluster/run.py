"""Begins the tasks of a cluster, and notes what comes of them in the ledger like any batch."""

import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.batch.cluster.work import Work, audited, fetch, missing
from audit.batch.fingerprint import Fingerprints
from audit.batch.item import Item
from audit.batch.ledger import Entry, Ledger
from audit.batch.run import Ended, standing
from audit.batch.written import Writes
from audit.errors import CiteauditError, InternalError, UsageError
from audit.markup.addresses.url import hostname
from audit.model import FetchSettings
from audit.model.counted import counted
from audit.pipeline import Job
from audit.report.index.listed import from_json

if TYPE_CHECKING:
    from audit.batch.work import Done

_MOST_ROUNDS = 6  # an article, its links, a post's service, the list of copies of a page, a copy
_OF_A_TASK = 16  # articles: each task costs the scheduler a millisecond and some memory
_MOST_TASKS = 256  # at the same time

_ADDRESS = re.compile(r"(?:tcp|tls|ucx|wss?)://[^\s/]+:[0-9]+/?")
_SECONDS = 15  # until the scheduler has answered

Items = Callable[[tuple[Path, ...]], Iterator[Item]]
"""The articles of a run, whose jobs are computed from these archives alone."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where the scheduler is (``tcp://host:port``), and what the tasks of a run share."""

    scheduler: str
    work: Work
    fetching: FetchSettings
    offline: bool


def audit_on(
    cluster: Cluster,
    items: Items,
    ledger: Ledger,
    writes: Writes,
    say: Callable[[str], None],
) -> Iterator[Ended]:
    """What came of each article, as it ends.

    Args:
        cluster: Where the tasks run.
        items: Makes the articles, in each round.
        ledger: What was done already, and where it is noted.
        writes: What is written of each.
        say: Is told in a line what a round has found.

    Raises:
        UsageError: The scheduler cannot be reached, or its workers cannot do this.
    """
    shared = cluster.work.shared
    with _client(cluster.scheduler) as client:
        shared.pack()  # what a run that was ended has left
        if not cluster.offline:
            _fetched(cluster, items, client, say)
        yield from _audited(cluster, items, ledger, writes, client)


def _fetched(cluster: Cluster, items: Items, client: Any, say: Callable[[str], None]) -> None:
    """Rounds of asking, until nothing is missing that asking could bring."""
    work, asked = cluster.work, set[str]()
    for number in range(1, _MOST_ROUNDS + 1):
        by_host: dict[str, dict[str, None]] = defaultdict(dict)
        archives = work.shared.named_archives()
        jobs = (item.job for item in items(archives) if isinstance(item.job, Job))
        for found in _results(client, missing, work, jobs):
            for url in (url for urls in found for url in urls if url not in asked):
                by_host[hostname(url)][url] = None
        if not by_host:
            return
        pages = sum(map(len, by_host.values()))
        say(
            f"round {number}: {counted(pages, 'page')} of {counted(len(by_host), 'host')} to be asked for"
        )
        tasks = [
            client.submit(fetch, work, host, tuple(urls), cluster.fetching, pure=False)
            for host, urls in sorted(by_host.items(), key=lambda pair: -len(pair[1]))
        ]
        for task in tasks:
            _result(task)
        for urls in by_host.values():
            asked.update(urls)
        work.shared.pack()


def _audited(
    cluster: Cluster, items: Items, ledger: Ledger, writes: Writes, client: Any
) -> Iterator[Ended]:
    archives = cluster.work.shared.named_archives()
    fingerprints: Fingerprints | None = None
    waiting: list[tuple[Item, Job, str]] = []

    def left() -> Iterator[Ended | tuple[Item, Job, str]]:
        nonlocal fingerprints
        for item in items(archives):
            if isinstance(item.job, CiteauditError):
                yield Ended(item.place, item.name, item.job)
                continue
            fingerprints = fingerprints or Fingerprints(item.job, writes.files)
            fingerprint = fingerprints.of(item.job) or ""
            entry = ledger.found(item.name, fingerprint) if fingerprint else None
            kept = standing(entry, ledger, writes, offline=True) if entry is not None else None
            if kept is not None:
                ledger.keep(item.place, item.name)
                yield Ended(item.place, item.name, kept, is_kept=True)
                continue
            yield item, item.job, fingerprint

    running: list[tuple[Any, list[tuple[Item, Job, str]]]] = []

    def begin() -> None:
        if waiting:
            jobs = [job for _, job, _ in waiting]
            task = client.submit(audited, cluster.work, jobs, writes, pure=False)
            running.append((task, list(waiting)))
            waiting.clear()

    for each in left():
        if isinstance(each, Ended):
            yield each
            continue
        waiting.append(each)
        if len(waiting) >= _OF_A_TASK:
            begin()
        if len(running) >= _MOST_TASKS:
            yield from _noted(*running.pop(0), ledger)
    begin()
    for task, some in running:
        yield from _noted(task, some, ledger)


def _noted(task: Any, some: Sequence[tuple[Item, Job, str]], ledger: Ledger) -> Iterator[Ended]:
    """What came of the articles of a task, in the ledger."""
    try:
        came: Sequence[Done | CiteauditError] = _result(task)
    except InternalError as error:
        came = [InternalError(str(error))] * len(some)
    for (item, _, fingerprint), done in zip(some, came, strict=True):
        if isinstance(done, CiteauditError):
            yield Ended(item.place, item.name, done)
            continue
        entry = Entry(item.name, fingerprint, done.outcome, time.time(), done.files, done.tree)
        ledger.note(item.place, entry)
        yield Ended(item.place, item.name, from_json(done.outcome))


def _results(
    client: Any, function: Callable[..., Any], work: Work, jobs: Iterable[Job]
) -> Iterator[Any]:
    """What a function returns for some jobs at a time; no more tasks than the scheduler bears."""
    left = iter(jobs)
    running: list[Any] = []
    while True:
        while len(running) < _MOST_TASKS and (some := list(islice(left, _OF_A_TASK))):
            running.append(client.submit(function, work, some, pure=False))
        if not running:
            return
        yield _result(running.pop(0))


def _result(task: Any) -> Any:
    """What a task returned; one that ends its worker each time is given up.

    Raises:
        UsageError: The workers cannot do it.
        InternalError: It was given up.
    """
    from distributed import KilledWorker  # noqa: PLC0415 — of the extra

    try:
        return task.result()
    except KilledWorker as error:
        raise InternalError(
            f"a task of the cluster ended its worker each time ({error})"
        ) from error
    finally:
        task.release()


@contextmanager
def _client(scheduler: str) -> Iterator[Any]:
    if not _ADDRESS.fullmatch(scheduler):
        raise UsageError(f"--scheduler {scheduler}: write tcp://HOST:PORT")
    try:
        from distributed import Client  # noqa: PLC0415 — of the extra
    except ImportError as error:
        raise UsageError("--scheduler needs Dask: install the extra dask") from error
    try:
        client = Client(scheduler, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise UsageError(f"--scheduler {scheduler}: no Dask scheduler answers ({error})") from error
    try:
        yield client
    finally:
        client.close()
