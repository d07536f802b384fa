"""Parts the words of one speaker that an article links to different pages, each to its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit.extract.claims import Claim
from audit.extract.stretches import Stretches
from audit.model import Article, AttributionKind, LinkRole, Span

_BESIDE = 3  # characters between words and a note: '” (['


def parted_by_links(claims: Sequence[Claim], article: Article) -> list[Claim]:
    """The claims, those of several quoted words with links of their own in as many as have one.

    'She said “…” ([Times](url)) and that it was “…” ([Post](url))'.
    """
    if not article.links:
        return list(claims)
    links = Stretches((link.start, link.end) for link in article.links)
    return [part for claim in claims for part in _parts(claim, article, links)]


def _parts(claim: Claim, article: Article, links: Stretches) -> Iterator[Claim]:
    quoted = claim.kind in {AttributionKind.DIRECT, AttributionKind.MIXED}
    if not quoted or len(claim.contents) < 2 or len(claim.contents) != len(claim.sentences):
        yield claim
        return
    own = [_own(words, article, links) for words in claim.contents]
    begins = [0]
    last = own[0]
    for number, url in enumerate(own[1:], 1):
        if url is not None and last is not None and url != last:
            begins.append(number)
        last = url or last
    if len(begins) == 1:
        yield claim
        return
    for first, behind in zip(begins, [*begins[1:], len(own)], strict=True):
        contents, sentences = claim.contents[first:behind], claim.sentences[first:behind]
        yield replace(claim, contents=contents, sentences=sentences)


def _own(words: Span, article: Article, links: Stretches) -> str | None:
    """The address of the link on words, or of the note right behind them."""
    for number in links.overlapping(words.start, words.end + _BESIDE + 1):
        link = article.links[number]
        if link.role is not LinkRole.SOURCE:
            continue
        if link.start < words.end or "(" in article.text[words.end : link.start]:
            return link.url
    return None
