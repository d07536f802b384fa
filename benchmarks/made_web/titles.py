"""How hard a made web is: the pages of an outlet in an order that knows their titles alone."""

import re
from collections import Counter, defaultdict
from datetime import date, timedelta
from math import fsum, log

from benchmarks.made_web.page import MadePage
from benchmarks.made_web.world import World

_WORD = re.compile(r"[a-z0-9]+")
_MARKUP = re.compile(r"<[^>]+>")
_DAY = re.compile(r"content='(\d{4}-\d\d-\d\d)")
_BEFORE, _AFTER = timedelta(10), timedelta(1)
_OF_ARTICLE = 0.7  # what a word counts that stands in the article, and not in the quotation


def ranks(made: World) -> list[int]:
    """For each attribution with a source, how many pages are read until it is."""
    pages: defaultdict[str, list[MadePage]] = defaultdict(list)
    for page in made.pages:
        pages[page.site.host].append(page)
    titles = {page.number: frozenset(_WORD.findall(page.title.lower())) for page in made.pages}
    counts = Counter(word for words in titles.values() for word in words)
    worth = {word: log(len(made.pages) / count) for word, count in counts.items()}
    found: list[int] = []
    for article in made.articles:
        day = _DAY.search(article.html)
        assert day is not None
        published = date.fromisoformat(day[1])
        text = frozenset(_WORD.findall(_MARKUP.sub(" ", article.html).lower()))
        for asked in article.asked:
            quoted = frozenset(_WORD.findall(asked.words.lower()))

            def score(page: MadePage, quoted: frozenset[str] = quoted) -> float:
                shared = titles[page.number] & text  # noqa: B023 — used in this turn only
                return fsum(worth[word] * (1 if word in quoted else _OF_ARTICLE) for word in shared)

            near = [
                page
                for page in pages[asked.site.host]
                if published - _BEFORE <= page.day <= published + _AFTER
            ]
            near.sort(key=lambda page: -score(page))
            found += [at for at, page in enumerate(near, 1) if page.url in asked.right][:1]
    return found
