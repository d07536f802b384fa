"""Which of many sitemaps is asked for first: what their names and their days say of their pages."""

import re
from bisect import insort
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from math import ceil, fsum

from audit.discover.days import Window, apart, day_before, span_in_address
from audit.discover.listing import Child
from audit.discover.words import stems_of_address

_LONG = 10_000  # days: more than any two lists are apart
_NOT_ARTICLES = (
    *("image", "video", "photo", "gallery", "author", "tag", "topic", "categor", "section"),
    *("user", "taxonom", "auteur", "autor", "static", "page-", "pages", "recipe", "shop"),
    *("product", "event", "profile", "podcast"),
)
OF_NO_ARTICLES = 2
"""The kind of a sitemap of pictures, authors and the like."""
_LAST_DAYS = re.compile(r"(?<![a-z])(?:breaking|latest|recent|today|updates?)(?![a-z])")
_AFTER = 2.5  # days before an article that promise as much as the day after it
_NUMBERS = re.compile(r"[-_/=]?\d{1,6}(?!\d)|[?&](?:page|from|offset|start)=\d{1,6}")
_NUMBER = re.compile(r"(\d{1,6})\D{0,20}$")
_ARTICLES = ("news", "article", "post", "stor", "content")
_CODE = re.compile(r"(?<=[/._-])([a-z]{2})(?:-[a-z]{2})?(?=[/._-])")
_FEWEST_CODES = 2  # lists whose names differ by a language alone
_FEWEST_SECTIONS = 3
_NEWEST = 7  # days: a part that reaches so near to today is the newest


def in_order(
    children: list[Child],
    days: Window | None,
    about: AbstractSet[str] = frozenset(),
    weights: Mapping[str, float] | None = None,
) -> list[Child]:
    """The sitemaps of an index that may have pages of the days in question, the likeliest first.

    ``about`` are days on which the source is likelier to have been published than on others: that
    on which the words were said, those of other sources of the article. ``weights`` are the stems
    of the words that are looked for; a section may be named by one.
    """

    def order(child: Child) -> tuple[int, float, float]:
        rank = kind(child.url)
        span = span_in_address(child.url)
        if days is None:
            return rank, 0, 0.0
        named = -fsum((weights or {}).get(word, 0.0) for word in stems_of_address(child.url))
        if span is not None:
            is_likely = span[0] == span[1] and span[0] in about
            return rank - 2, -1 if is_likely else _far(span, days), named
        # What changed last soon after the article has what was published about then; else what
        # changed last before it.
        if child.changed is None:
            return rank, 2 * _LONG, named
        late = child.changed < day_before(days.last)
        return rank, late * _LONG + apart(child.changed, days.last), named

    return sorted((child for child in children if _may_have(child, days)), key=order)


def of_language(children: Sequence[Child], language: str | None) -> list[Child]:
    """The sitemaps without those of other languages, where names differ by a language alone.

    All of them where none is of the article's language.
    """
    own = (language or "")[:2].lower()
    codes: dict[str, tuple[str, str]] = {}
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for child in children:
        path = f"/{child.url.lower().partition('://')[2].partition('/')[2]}/"
        found = _CODE.search(path)
        if found is not None:
            name = f"{path[: found.start()]}*{path[found.end() :]}"
            codes[child.url] = name, found[1]
            alike[name].add(found[1])
    others = {name for name, each in alike.items() if own in each and len(each) >= _FEWEST_CODES}
    return [
        each
        for each in children
        if each.url not in codes or codes[each.url][0] not in others or codes[each.url][1] == own
    ]


def _may_have(child: Child, days: Window | None) -> bool:
    if days is None:
        return True
    span = span_in_address(child.url)
    if span is not None and (span[1] < days.first or span[0] > days.last):
        return False
    if span is not None and child.changed == span[0] != span[1]:  # some give the day it begins on
        return True
    return child.changed is None or child.changed >= days.first


def _far(span: tuple[str, str], days: Window) -> float:
    """How far a list of one day is from the article's own, the day after it behind the two before.

    Of a month or a year, whether it has the day before that, on which most sources are published.
    """
    day = day_before(days.last)
    if span[0] != span[1]:
        return 0 if span[0] <= day_before(day) <= span[1] else 1
    return apart(span[0], day) if span[0] <= day else _AFTER


def are_numbered(children: Sequence[Child], rank: int) -> bool:
    """Whether the sitemaps of a kind are one list in parts, told apart by numbers alone.

    The first of them may have none.
    """
    names = {_NUMBERS.sub("", each.url) for each in children if kind(each.url) == rank}
    return len(names) == 1


def are_of_sections(children: Sequence[Child], span: tuple[str, str]) -> bool:
    """Whether the sitemaps of some days are of a section each: their names differ by a word."""
    same = [each.url for each in children if span_in_address(each.url) == span]
    return len({_NUMBERS.sub("", url) for url in same}) >= _FEWEST_SECTIONS


class Parts:
    """The parts of one numbered list that say nothing of their days, in the order to ask for them.

    Lists grow by the day, so from the days of one part, or two, those of others can be told.

    Args:
        children: The parts, in any order.
        days: The days in question.
        today: The day of asking.
    """

    def __init__(self, children: Sequence[Child], days: Window, today: str) -> None:
        self._parts = sorted(children, key=lambda child: _number(child.url))
        self._wanted = _ordinal(days.last) - 2  # where most sources are
        self._today = _ordinal(today)
        self._known: list[tuple[int, float, float]] = []
        self._left = set(range(len(self._parts)))

    def __iter__(self) -> Iterator[Child]:
        """The parts; the caller tells the days of each before it takes the next."""
        at = 0
        while self._left:
            self._left.discard(at)
            self._at = at
            yield self._parts[at]
            if self._left:
                at = min(self._left, key=lambda each: abs(each - self._next()))

    def tell(self, days: Sequence[str]) -> None:
        """The days of the pages of the part that was asked for last, as far as they are known."""
        if days:
            ordered = sorted(days)
            tenth = len(ordered) // 10
            first, last = ordered[tenth], ordered[-1 - tenth]
            insort(self._known, (self._at, float(_ordinal(first)), float(_ordinal(last))))

    def _next(self) -> float:
        """Where the days in question may be."""
        if not self._known:
            return min(self._left)
        at, first, last = min(self._known, key=lambda each: abs(each[1] - self._wanted))
        if first <= self._wanted <= last:  # its neighbour has the rest of them
            return at + (0.1 if self._falls else -0.1)
        others = [each for each in self._known if each[0] != at]
        if others:
            other = min(others, key=lambda each: abs(each[0] - at))
            slope = (other[1] + other[2] - first - last) / 2 / (other[0] - at)
        elif self._falls:
            slope = -max(last - first, 1.0)
        else:
            slope = (self._today - last) / max(len(self._parts) - 1 - at, 1)
        if not slope:
            return at
        far = (self._wanted - (first + last) / 2) / slope
        return at + (ceil(far) if far > 0 and self._falls else round(far))

    @property
    def _falls(self) -> bool:
        """Whether higher numbers have older pages."""
        if len(self._known) > 1:
            return self._known[0][1] > self._known[-1][1]
        at, _, last = self._known[0]
        return at == 0 and last >= self._today - _NEWEST


def _number(url: str) -> int:
    found = _NUMBER.search(url)
    return int(found[1]) if found else 0


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def is_late(url: str, *, recent: bool) -> bool:
    """Whether a sitemap that robots.txt names is asked when all else was."""
    return kind(url) == OF_NO_ARTICLES or (
        not recent and (is_of_news(url) or _is_of_last_days(url))
    )


def kind(url: str) -> int:
    """What the name of a sitemap says of its pages: the lower, the likelier they are articles."""
    name = url.lower()
    no_articles = any(word in name for word in _NOT_ARTICLES) and not is_of_news(name)
    if no_articles:  # 'post_tag' is none of posts
        return OF_NO_ARTICLES
    return 1 - any(word in name for word in _ARTICLES)


def is_of_news(url: str) -> bool:
    """Whether the name of a sitemap says that it is one of news."""
    return "news" in url.lower().rpartition("//")[2].partition("/")[2]


def _is_of_last_days(url: str) -> bool:
    """Whether the name of a sitemap says that it has what came last."""
    path = url.lower().rpartition("//")[2].partition("/")[2]
    return _LAST_DAYS.search(path) is not None and span_in_address(url) is None
