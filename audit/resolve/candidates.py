"""The links that stand beside words with nothing that ties them to these."""

import re

from audit.model import Article, Attribution, AttributionKind, LinkRole

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
        for link in article.links
        if block.start <= link.start < block.end and link.role is LinkRole.SOURCE
    ]
    near.sort(key=nearness)
    return tuple(dict.fromkeys(url for _, _, url in near))[:_MOST]


def _sentence(text: str, block: tuple[int, int], words: tuple[int, int]) -> tuple[int, int]:
    """Where the sentence around words begins and ends in their paragraph."""
    first, last = block
    for match in _END.finditer(text, *block):
        if match.end() <= words[0]:
            first = match.end()
        elif match.start() >= words[1]:
            last = match.end()
            break
    return first, last
