"""Pages whose text stands in several entries, as a live blog's: all are the article."""

from collections import defaultdict
from collections.abc import Sequence

from audit.read.html.blocks import Element, Outline

_FEWEST = 2  # other entries
_SHORTEST = 40  # characters of an entry outside links
_PROSE = 0.5  # the share of an entry that stands outside links
_SHARE = 0.5  # of the text of the chosen entry, that all others together have at least
_NAMES = frozenset({"article", "section", "div", "li"})
_LAST = frozenset({"", "html", "body"})


def with_all_entries(page: Outline, chosen: int, kept: Sequence[int]) -> int:
    """The element that holds all entries where ``chosen`` is one of them or in it; else ``chosen``.

    Entries are elements of one name and class beside each other, without an ``<h1>``: what has one
    is an article of its own. Teasers are hardly more than links.

    Args:
        page: The page.
        chosen: The index of an element.
        kept: The characters of each run, 0 for those in boilerplate.
    """
    elements = page.elements
    own, prose = [0] * len(elements), [0] * len(elements)
    has_headline = [element.name == "h1" for element in elements]
    for placed, length in zip(page.runs, kept, strict=True):
        own[placed.element] += length
        linked = sum(end - start for start, end, _ in placed.run.links)
        prose[placed.element] += max(length - linked, 0)
    for index in range(len(elements) - 1, 0, -1):
        parent = elements[index].parent
        own[parent] += own[index]
        prose[parent] += prose[index]
        has_headline[parent] |= has_headline[index]
    beside: dict[int, list[int]] = defaultdict(list)
    for index in range(1, len(elements)):
        if elements[index].name in _NAMES and not has_headline[index]:
            beside[elements[index].parent].append(index)
    at = chosen
    while at > 0 and elements[at].name not in _LAST and not has_headline[at]:
        others = [
            other
            for other in beside[elements[at].parent]
            if other != at
            and _are_alike(elements[at], elements[other])
            and prose[other] >= max(_SHORTEST, _PROSE * own[other])
        ]
        enough = sum(prose[other] for other in others) >= _SHARE * prose[at]
        if len(others) >= _FEWEST and enough:
            return elements[at].parent
        at = elements[at].parent
    return chosen


def _are_alike(entry: Element, other: Element) -> bool:
    """Whether two elements are of one kind: two articles, or two of one name and class."""
    if entry.name != other.name:
        return False
    classes = set(entry.attributes.get("class", "").split()[:5])
    return entry.name == "article" or not classes.isdisjoint(
        other.attributes.get("class", "").split()[:5]
    )
