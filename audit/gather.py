"""Fetches and archives what an article links to, and judges no words."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from audit.capture import open_client
from audit.extract import extract
from audit.model import Article, Capture, Fetch, Outcome
from audit.pipeline import Job, recording
from audit.read import read_article
from audit.resolve import resolve

_AT_ONCE = 8  # pages asked for at the same time


def gather(job: Job, urls: Sequence[str] = ()) -> tuple[Capture, ...]:
    """Captures URLs, or else all that the article of a job links to, in order.

    Raises:
        ReadError: The article cannot be read or has no text.
        CaptureError: An archive cannot be read or written.
    """
    with (
        recording(None if job.offline else job.record_to) as record_to,
        open_client(
            job.settings.fetch, archives=job.archives, offline=job.offline, record_to=record_to
        ) as fetch,
    ):
        asked = tuple(urls) or addresses(job, fetch)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            return tuple(pool.map(partial(_fetched, fetch), asked))


def addresses(job: Job, fetch: Fetch | None = None) -> tuple[str, ...]:
    """The addresses that an article links to and that an audit would ask, each once.

    Args:
        job: Its ``input`` is a file or bytes.
        fetch: Resolves the short links of posts; without it nobody is asked.

    Raises:
        ReadError: The article cannot be read or has no text.
    """
    article = read_article(job.input, job.format)
    resolution = resolve(article, extract(article), job.supplied, fetch or _nobody)
    sources = (source.words_at for source in resolution.sources if source.file is None)
    found = (*_links(article), *sources)
    return tuple(dict.fromkeys(url.partition("#")[0] for url in found))


def _links(article: Article) -> Iterator[str]:
    for link in article.links:
        yield link.url
    for embed in article.embeds:
        if embed.permalink is not None:
            yield embed.permalink


def _fetched(fetch: Fetch, url: str) -> Capture:
    return fetch(url)


def _nobody(url: str) -> Capture:
    return Capture(url, Outcome.NOT_ARCHIVED, url)
