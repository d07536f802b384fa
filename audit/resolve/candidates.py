"""The links, and the notes, that stand beside words with nothing that ties them to these."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from audit.model import Article, Attribution, AttributionKind, Block, Link, LinkRole

_MOST = 8  # links of a paragraph; a list of links has more, and says nothing
_END = re.compile(r"[.!?…][)\]”\"»“’']*\s+(?=[^\W\d_a-zà-ÿа-я]|[“„«\"‘(\[])")
_QUOTED = frozenset({AttributionKind.DIRECT, AttributionKind.MIXED, AttributionKind.INDIRECT})


def beside_words(article: Article, attribution: Attribution) -> tuple[str, ...]:
    """The addresses in the sentence of an attribution, then in the rest of its paragraph.

    In each, the nearest to the words come first.
    """
    number = article.paragraph(attribution.contents[0].start)
    if number is None or attribution.kind not in _QUOTED:
        return ()
    block = article.blocks[number - 1]
    start = min(span.start for span in attribution.contents)
    end = max(span.end for span in attribution.contents)
    first, last = _sentence(article.text, (block.start, block.end), (start, end))

    def nearness(place: tuple[int, int, str]) -> tuple[bool, int]:
        begins, ends, _ = place
        outside = not first <= begins < last
        return outside, max(begins - end, start - ends, 0)

    near = [
        (link.start, link.end, link.url)
        for link in _links_in(article, block)
        if link.role is LinkRole.SOURCE
    ]
    near += [
        (mark.at, mark.at, url)
        for mark in article.marks
        if mark.note is not None and block.start < mark.at <= block.end
        for url in article.notes[mark.note].addresses
    ]
    near.sort(key=nearness)
    return tuple(dict.fromkeys(url for _, _, url in near))[:_MOST]


def beside_nobody(article: Article, attribution: Attribution) -> tuple[str, ...]:
    """The addresses of the links in the sentence of words that nobody is named for.

    Where it has none, those of its paragraph.
    """
    start = min(span.start for span in attribution.contents)
    end = max(span.end for span in attribution.contents)
    number = article.paragraph(start)
    if number is None:
        return ()
    block = article.blocks[number - 1]
    first, last = _sentence(article.text, (block.start, block.end), (start, end))
    linked = [link for link in _links_in(article, block) if link.role is LinkRole.SOURCE]
    own = [link for link in linked if first <= link.start < last]
    return tuple(dict.fromkeys(link.url for link in own or linked))[:_MOST]


def is_on_name(article: Article, attribution: Attribution) -> bool:
    """Whether nothing but a link on the speaker's name leads to the address of an attribution."""
    speaker = attribution.speaker
    return speaker is not None and any(
        link.url == attribution.url and link.start < speaker.end and speaker.start < link.end
        for link in article.links
    )


def _links_in(article: Article, block: Block) -> Sequence[Link]:
    links = article.links
    first = bisect_left(links, block.start, key=lambda link: link.start)
    return links[first : bisect_left(links, block.end, key=lambda link: link.start)]


def _sentence(text: str, block: tuple[int, int], words: tuple[int, int]) -> tuple[int, int]:
    """Where the sentence around words begins and ends in their paragraph."""
    begins, ends = _ends(text, *block)
    before = bisect_right(ends, words[0])
    behind = max(bisect_left(begins, words[1]), before)
    return (
        ends[before - 1] if before else block[0],
        ends[behind] if behind < len(ends) else block[1],
    )


@lru_cache(maxsize=8)  # a paragraph is asked about for each attribution in it
def _ends(text: str, first: int, last: int) -> tuple[list[int], list[int]]:
    """Where the ends of sentences in a part of a text begin and end, with the space behind them."""
    found = [match.span() for match in _END.finditer(text, first, last)]
    return [begin for begin, _ in found], [end for _, end in found]
