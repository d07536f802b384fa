"""Tells where a source is the audited article itself, which says nothing of its own words."""

from dataclasses import replace

from audit.markup.addresses.canonical import canonical
from audit.model import Article, Capture, Outcome, Source


def unless_itself(article: Article, source: Source, capture: Capture) -> Capture:
    """A capture; one of the article itself has the outcome ``is-article``, and is not read.

    It is the article's where its bytes are, or an address of it is one of the article's own: that
    it was fetched from, or that its page declares (``Article.canonical``).
    """
    if not capture.body:
        return capture
    own = {canonical(url) for url in (article.url, article.canonical) if url}
    asked = {canonical(url) for url in (source.url, capture.final_url) if url}
    if capture.sha256 != article.sha256 and own.isdisjoint(asked):
        return capture
    return replace(capture, outcome=Outcome.IS_ARTICLE, reason="the source is the article itself")
