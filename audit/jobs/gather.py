"""Fetches and archives what an article links to, and judges no words.

The article is read in a worker, as an audit's is; the network stays in this process.
"""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

from audit.asking import fetch_fenced, opened, save_fenced
from audit.capture import with_copies
from audit.errors import InternalError
from audit.extract import extract
from audit.model import Article, Capture, Fetch, LinkRole, Outcome
from audit.pipeline import Job
from audit.read import read_article
from audit.resolve import resolve
from audit.workers import WHOLE, Asker, Computation, GivenUp, Workers

_AT_ONCE = 32  # pages asked for at the same time


def gather(job: Job, urls: Sequence[str], workers: Workers) -> tuple[Capture, ...]:
    """Captures URLs, or, where there are none, all that the article of a job links to, in order.

    What fails on one of them by a fault of ours has the outcome ``internal-error``.

    Raises:
        ReadError: The article cannot be read or has no text.
        CaptureError: An archive cannot be read or written.
        InternalError: The article could not be read, by a fault of ours or a bound.
    """
    with opened(job, compute=workers.compute) as client:

        def fetch(url: str) -> Capture:
            return fetch_fenced(client, url)

        asked, published = (tuple(urls), None) if urls else _addresses_apart(job, workers, fetch)
        copies = with_copies(client, published, job.settings.fetch)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            came = tuple(pool.map(lambda url: fetch_fenced(copies, url), asked))
        return tuple(save_fenced(capture, job, client) for capture in came)


def addresses(job: Job, workers: Workers) -> tuple[str, ...]:
    """The addresses that ``gather`` would ask for the article of a job; asks nobody.

    Raises:
        ReadError: The article cannot be read or has no text.
        InternalError: It could not be read, by a fault of ours or a bound.
    """
    return _addresses_apart(job, workers, _nobody)[0]


def _addresses_apart(
    job: Job, workers: Workers, fetch: Fetch
) -> tuple[tuple[str, ...], str | None]:
    """The addresses of an article, and the day on which it was published, from a worker."""

    def answer(_: str, words: Sequence[Any]) -> Capture:
        return fetch(words[0])

    bare = replace(job, archive_keys=None, search_key=None)
    name = job.input if isinstance(job.input, str) else "standard input"
    try:
        with Computation(workers, _addresses_there, bare) as computation:
            found: tuple[tuple[str, ...], str | None] = computation.result(answer, lambda _: name)
    except GivenUp as given_up:
        raise InternalError.of(name, given_up.why) from given_up
    return found


def _addresses_there(
    asker: Asker, job: Job, _: Mapping[str, str]
) -> tuple[tuple[str, ...], str | None]:
    asker.begin(WHOLE)
    article = read_article(job.input, job.format)

    def fetch(url: str) -> Capture:
        capture: Capture = asker.ask("fetch", url)
        return capture

    return _addresses(article, job, fetch), article.published


def _addresses(article: Article, job: Job, fetch: Fetch) -> tuple[str, ...]:
    """What an article links to, and what an audit of it would ask, each once."""
    services = job.settings.fetch.services
    resolution = resolve(article, extract(article), job.supplied, fetch, services)
    sources = (source.words_at for source in resolution.sources if source.file is None)
    found = (*_links(article), *sources)
    return tuple(dict.fromkeys(url.partition("#")[0] for url in found))


def _links(article: Article) -> Iterator[str]:
    for link in article.links:
        if link.role in {LinkRole.SOURCE, LinkRole.HOME}:
            yield link.url
    for embed in article.embeds:
        if embed.permalink is not None:
            yield embed.permalink


def _nobody(url: str) -> Capture:
    return Capture(url, Outcome.NOT_ARCHIVED, url)
