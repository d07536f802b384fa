"""Tells of words that the article's own author was told them: no page needs to have these."""

from collections.abc import Iterable

from audit.languages.extraction.own_reporting import own_reporting
from audit.model import Article, Span


def is_told_here(article: Article, start: int, end: int, words: Iterable[Span]) -> bool:
    """Whether a stretch says so outside the words: 'She told me: “They told me nothing.”'."""
    text = article.text[start:end]
    for said in words:
        if start <= said.start < end:
            first, last = said.start - start, min(said.end, end) - start
            text = text[:first] + " " * (last - first) + text[last:]
    return own_reporting().search(text.lower().replace("’", "'")) is not None
