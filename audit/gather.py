"""Fetches and archives what an article links to, and judges no words."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from audit.capture import with_copies
from audit.extract import extract
from audit.model import Article, Capture, Fetch, Outcome
from audit.pipeline import Job, opened, saved
from audit.read import read_article
from audit.resolve import resolve

_AT_ONCE = 32  # pages asked for at the same time


def gather(job: Job, urls: Sequence[str] = ()) -> tuple[Capture, ...]:
    """Captures URLs, or else all that the article of a job links to, in order.

    Raises:
        ReadError: The article cannot be read or has no text.
        CaptureError: An archive cannot be read or written.
    """
    with opened(job) as fetch:
        asked, published = tuple(urls), None
        if not asked:
            article = read_article(job.input, job.format)
            asked, published = _addresses(article, job, fetch), article.published
        copies = with_copies(fetch, published, job.settings.fetch)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            came = tuple(pool.map(copies, asked))
        return tuple(saved(capture, job, fetch) for capture in came)


def addresses(job: Job) -> tuple[str, ...]:
    """The addresses that ``gather`` would ask for the article of a job; asks nobody.

    Raises:
        ReadError: The article cannot be read or has no text.
    """
    return _addresses(read_article(job.input, job.format), job, _nobody)


def _addresses(article: Article, job: Job, fetch: Fetch) -> tuple[str, ...]:
    """What an article links to, and what an audit of it would ask, each once."""
    services = job.settings.fetch.services
    resolution = resolve(article, extract(article), job.supplied, fetch, services)
    sources = (source.words_at for source in resolution.sources if source.file is None)
    found = (*_links(article), *sources)
    return tuple(dict.fromkeys(url.partition("#")[0] for url in found))


def _links(article: Article) -> Iterator[str]:
    for link in article.links:
        yield link.url
    for embed in article.embeds:
        if embed.permalink is not None:
            yield embed.permalink


def _nobody(url: str) -> Capture:
    return Capture(url, Outcome.NOT_ARCHIVED, url)
