"""Which runs of a page are the article: the main element, less what surrounds an article in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.markup.rendering.elements import CONTROLS
from audit.model import BlockKind
from audit.read.html.blocks import Element, Outline
from audit.read.html.entries import with_all_entries

_SHINGLE = 5  # words that follow one another; rarely the same twice on a page
_MATCHED = 0.6  # the share of a run's shingles that the main text must have
_ENOUGH = 250  # characters; below, trafilatura distrusts its own findings (MIN_EXTRACTED_SIZE)
_HOLDS_ARTICLE = 0.9  # the share of the matched words that the main element holds
_LANDMARK_GROWTH = 1.5  # how much more than the main element a landmark around it may hold
_TOO_MUCH_TO_DROP = 0.5  # no element with this share of the article is boilerplate

_CONTAINERS = frozenset(
    {"", "html", "body", "main", "article", "section", "div", "form", "center", "td"}
)
_LANDMARK_NAMES = frozenset({"article", "main"})
_FURNITURE_NAMES = CONTROLS | {
    *("nav", "aside", "footer", "form", "menu", "search"),
    "text",  # of a drawing
}
_FURNITURE_ROLES = frozenset(
    {"navigation", "complementary", "contentinfo", "search", "banner", "form", "menu", "dialog"}
)
_FURNITURE_WORDS = frozenset({
    *("ad", "ads", "advert", "advertisement", "advertising", "banner", "breadcrumb", "breadcrumbs"),
    *("byline", "bylines", "comment", "comments", "consent", "cookie", "cookies", "dateline"),
    *("disqus", "donate", "footer", "kicker", "login", "masthead", "menu", "modal", "nav"),
    *("navigation", "newsletter", "newsletters", "outbrain", "pagination", "popup", "pretitle"),
    *("promo", "promos", "recirc", "recommended", "recommendations", "related", "share"),
    *("sharing", "sidebar", "signup", "skip", "sponsor", "sponsored", "subscribe", "taboola"),
    *("timestamp", "toolbar", "trending"),
})  # fmt: skip
_SUMMARY_WORDS = frozenset({"glance", "summary", "highlights", "takeaways", "keypoints", "points"})
_QUOTING_WORDS = frozenset(
    {"pullquote", "pull", "quote", "blockquote"}
)  # of the words of an <aside>
_CAMEL_BORDER = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class MainBlock:
    """The article's part of a page: its runs by index, in order; which elements it ``holds``."""

    runs: tuple[int, ...]
    holds: tuple[bool, ...]


def main_block(page: Outline, main_text: str) -> MainBlock:
    """What of a page is the article.

    The main element is the smallest that holds nine tenths of the words that ``main_text`` shares
    with the page, or the ``<article>``, ``<main>`` or ``itemprop=articleBody`` around it when that
    is not much more; where it is one entry of several, what holds them all. Where hardly any words
    are shared, all that is not boilerplate counts.
    """
    elements = page.elements
    own_boilerplate = [_looks_like_boilerplate(element) for element in elements]
    lengths = [len(placed.run.text) for placed in page.runs]
    shown = _inside(elements, own_boilerplate)
    kept = [0 if shown[placed.element] else n for placed, n in zip(page.runs, lengths, strict=True)]
    matched = _matched(page, lengths, main_text)
    if sum(matched) < _ENOUGH:
        matched = kept if any(kept) else lengths
    weight = _weights(page, matched)
    boilerplate = [
        flag and held <= _TOO_MUCH_TO_DROP * weight[0]
        for flag, held in zip(own_boilerplate, weight, strict=True)
    ]
    smallest = with_all_entries(page, _smallest(elements, weight), kept)
    main = _landmark(elements, smallest, _weights(page, kept))
    in_main = _inside(elements, [index == main for index in range(len(elements))])
    dropped = _inside(elements, boilerplate)
    holds = tuple(a and not b for a, b in zip(in_main, dropped, strict=True))
    runs = tuple(index for index, placed in enumerate(page.runs) if holds[placed.element])
    return MainBlock(runs, holds)


def _inside(elements: Sequence[Element], flags: Sequence[bool]) -> list[bool]:
    """For each element whether it or one around it is flagged."""
    inside = list(flags)
    for index, element in enumerate(elements[1:], start=1):
        inside[index] = flags[index] or inside[element.parent]
    return inside


def _weights(page: Outline, lengths: Sequence[int]) -> list[int]:
    """For each element the characters of the runs in it."""
    weights = [0] * len(page.elements)
    for placed, length in zip(page.runs, lengths, strict=True):
        weights[placed.element] += length
    for index in range(len(page.elements) - 1, 0, -1):
        weights[page.elements[index].parent] += weights[index]
    return weights


def _smallest(elements: Sequence[Element], weight: Sequence[int]) -> int:
    """The innermost container that still holds the article: the last one in document order."""
    enough = _HOLDS_ARTICLE * weight[0]
    return max(
        index
        for index, element in enumerate(elements)
        if weight[index] >= enough and element.name in _CONTAINERS
    )


def _landmark(elements: Sequence[Element], smallest: int, weight: Sequence[int]) -> int:
    at = smallest
    while at > 0:
        element = elements[at]
        is_one = element.name in _LANDMARK_NAMES or element.attributes.get("role") == "main"
        if is_one or element.attributes.get("itemprop", "").lower() == "articlebody":
            fits = weight[at] <= _LANDMARK_GROWTH * max(weight[smallest], 1)
            return at if fits else smallest
        at = element.parent
    return smallest


def _matched(page: Outline, lengths: Sequence[int], main_text: str) -> list[int]:
    """For each run its length where the main text has its words, else 0."""
    lines = {tuple(_words(line)) for line in main_text.splitlines()}
    shingles = {shingle for line in lines for shingle in _shingles(line)}
    matched = []
    for placed, length in zip(page.runs, lengths, strict=True):
        words = tuple(_words(placed.run.text))
        own = list(_shingles(words))
        if own:
            shared = sum(shingle in shingles for shingle in own) >= _MATCHED * len(own)
        else:
            shared = words in lines
        matched.append(length if shared else 0)
    return matched


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _shingles(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))


def _looks_like_boilerplate(element: Element) -> bool:
    """Whether name, role, id or class say that an element is not the article's own text."""
    if element.kind in {BlockKind.EMBED, BlockKind.QUOTE}:
        return False
    attributes = element.attributes
    names = f"{attributes.get('id', '')} {attributes.get('class', '')}"[:1000]
    words = set(_WORD.findall(_CAMEL_BORDER.sub(" ", names).replace("_", " ").lower()))
    if element.name in _FURNITURE_NAMES or attributes.get("role", "").lower() in _FURNITURE_ROLES:
        return words.isdisjoint(_SUMMARY_WORDS) and words.isdisjoint(_QUOTING_WORDS)
    if attributes.get("itemprop", "").lower() in {"author", "datepublished"}:
        return True
    return not words.isdisjoint(_FURNITURE_WORDS)
