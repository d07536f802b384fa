"""From an Article to its attributions: who is quoted or cited, with which words."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audit.model import Article, Attribution, Outlet

__all__ = ["extract", "known_outlets"]


def extract(article: "Article") -> "tuple[Attribution, ...]":
    """Who is quoted or cited in an article; see ``audit.extract.article.extract``."""
    from audit.extract import article as steps  # noqa: PLC0415 — importing audit loads no engine

    return steps.extract(article)


def known_outlets() -> "tuple[Outlet, ...]":
    """The outlets that are known; see ``audit.extract.outlets.gazetteer``."""
    from audit.extract.outlets import gazetteer  # noqa: PLC0415 — as above

    return gazetteer.known_outlets()
