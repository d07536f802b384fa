"""Who is quoted in an article, found in a worker: the pipeline's first stages, no network."""

from collections.abc import Callable

from audit.errors import InternalError
from audit.extract import extract
from audit.files import size_of
from audit.model import Article, Attribution
from audit.read import read_article
from audit.workers import GivenUp, Workers, compute

Tell = Callable[[Article, tuple[Attribution, ...]], str]
"""What is told of an article, and of who is quoted or cited in it."""


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
            workers, attributions_in, given, format_name
        )
    except GivenUp as given_up:
        raise _not_read(given, given_up) from given_up
    return found


def told_of(given: str | bytes, format_name: str | None, workers: Workers, tell: Tell) -> str:
    """What a function makes of an article and its attributions, which stay in the worker.

    Args:
        given: The path of the article, or its bytes.
        format_name: What it is written in, None where that is to be told by name and content.
        workers: One of them reads it, and calls the function.
        tell: A function of a module, or a part of one.

    Raises:
        ReadError: It cannot be read or has no text.
        InternalError: It could not be read, by a fault of ours or a bound.
    """
    try:
        said: str = compute(workers, _told, given, format_name, tell)
    except GivenUp as given_up:
        raise _not_read(given, given_up) from given_up
    return said


def attributions_in(
    given: str | bytes, format_name: str | None
) -> tuple[Article, tuple[Attribution, ...]]:
    """The same as ``attributions_of``, in this process."""
    article = read_article(given, format_name)
    return article, extract(article)


def _told(given: str | bytes, format_name: str | None, tell: Tell) -> str:
    return tell(*attributions_in(given, format_name))


def _not_read(given: str | bytes, given_up: GivenUp) -> InternalError:
    name = given if isinstance(given, str) else "standard input"
    return InternalError.of(name, given_up.why, size_of(given))
