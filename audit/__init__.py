"""citeaudit: audits the citations and quotations of a news article.

The public API; everything else may change. Importing it loads no library: what needs one loads it
when called.
"""

from os import PathLike
from typing import TYPE_CHECKING

from audit._version import __version__
from audit.extract import extract

if TYPE_CHECKING:
    from audit.config import Settings
    from audit.match import Prepared
    from audit.model import Article, Page, QuoteCheck, Report

__all__ = [
    "__version__",
    "check",
    "extract",
    "prepare",
    "read_article",
    "source_text",
    "verify_quote",
]


def read_article(
    source: str | PathLike[str] | bytes,
    format: str | None = None,  # noqa: A002 — as audit.read.article names it
    *,
    url: str | None = None,
    content_type: str | None = None,
    name: str | None = None,
) -> "Article":
    """Reads an article, keeping the way back to the lines of its file.

    See ``audit.read.article.read_article``, which says what each argument is and what is raised.
    """
    from audit import read  # noqa: PLC0415 — importing audit loads no library

    return read.read_article(source, format, url=url, content_type=content_type, name=name)


def source_text(data: bytes, content_type: str | None = None, url: str | None = None) -> "Page":
    """The text of a source page, with the zone of each block; see ``audit.page.source_text``."""
    from audit import page  # noqa: PLC0415 — importing audit loads no library

    return page.source_text(data, content_type, url)


def prepare(source: "str | Page | Prepared") -> "Prepared":
    """Folds a source once, for many quotations; a string counts as a whole page of main text."""
    from audit import match  # noqa: PLC0415 — importing audit loads no library

    return match.prepare(source)


def verify_quote(
    quote: str,
    source: "str | Page | Prepared",
    *,
    speaker: str | None = None,
    style: str = "strict",
) -> "QuoteCheck":
    """Compares a quotation with a source.

    Given a speaker, asks the source who says the words there.

    Args:
        quote: The words, without the marks around them.
        source: A string (taken as whole, all main text), a page, or one of them prepared for many
            quotes.
        speaker: Whom the article names for the words; without it nothing is ``misattributed``.
        style: 'strict', 'light-edit' to let a short list of unmarked differences count as edited,
            or a house ('ap', 'reuters', 'guardian') to let those that its guide allows.

    Raises:
        UsageError: ``style`` is none of these.
    """
    from audit import match, pages  # noqa: PLC0415 — importing audit loads no library

    voices = pages.extract_page if speaker is not None else None
    return match.verify_quote(quote, source, speaker=speaker, style=style, extract=voices)


def check(path: str | PathLike[str], settings: "Settings | None" = None) -> "Report":
    """Audits one article: the whole pipeline, live, without writing any file.

    It runs in the calling process. What fails on one source is logged and leaves that source out,
    with the outcome ``internal-error``; what fails on the article is raised as it is. No process is
    started, and nothing bounds the time and memory that reading takes: the command line does that.

    Args:
        path: A file, or an http(s) URL.
        settings: How; the defaults of ``citeaudit check`` when None.

    Raises:
        ReadError: The article cannot be read or has no text.
    """
    from audit.config import Settings  # noqa: PLC0415 — importing audit loads no library
    from audit.jobs.one_article import audit_article  # noqa: PLC0415 — importing audit loads no library
    from audit.pipeline import Job  # noqa: PLC0415 — importing audit loads no library

    return audit_article(Job(str(path), settings if settings is not None else Settings()))
