"""Who is quoted in an article, found in a worker: the pipeline's first stages, no network."""

from audit.errors import InternalError
from audit.extract import extract
from audit.model import Article, Attribution
from audit.read import read_article
from audit.workers import GivenUp, Workers, compute


def attributions_of(
    given: str | bytes, format_name: str | None, workers: Workers
) -> tuple[Article, tuple[Attribution, ...]]:
    """An article, and who is quoted or cited in it.

    Args:
        given: The path of the article, or its bytes.
        format_name: What it is written in, None where that is to be told by name and content.
        workers: One of them reads it.

    Raises:
        ReadError: It cannot be read or has no text.
        InternalError: It could not be read, by a fault of ours or a bound.
    """
    try:
        found: tuple[Article, tuple[Attribution, ...]] = compute(
            workers, _attributions, given, format_name
        )
    except GivenUp as given_up:
        name = given if isinstance(given, str) else "standard input"
        raise InternalError.of(name, given_up.why) from given_up
    return found


def _attributions(
    given: str | bytes, format_name: str | None
) -> tuple[Article, tuple[Attribution, ...]]:
    article = read_article(given, format_name)
    return article, extract(article)
