"""Parts the words of one speaker that an article links to different pages, each to its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit.extract.claims import Claim
from audit.extract.places import links_between
from audit.extract.stretches import Stretches
from audit.model import Article, AttributionKind, LinkRole, Span

_CLOSES = re.compile(r"[.!?…;](?=\s|$)")  # a sentence
_REACH = 300  # characters behind the last words in which their link is looked for
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
    if not any(own):
        own = _behind_each(claim.contents, article)
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


def _behind_each(contents: Sequence[Span], article: Article) -> list[str | None]:
    """The only address between each words and the next: '“…” in [March](url) and “…” in [June]'."""
    found: list[str | None] = []
    ends = [*(words.start for words in contents[1:]), _sentence_end(article, contents[-1].end)]
    for words, end in zip(contents, ends, strict=True):
        between = article.text[words.end : end]
        behind = links_between(article, words.end, end)
        urls = {link.url for link in behind if link.role is LinkRole.SOURCE}
        near = len(urls) == 1 and not _CLOSES.search(between)
        found.append(urls.pop() if near else None)
    return found if all(found) and len(set(found)) == len(found) else [None] * len(found)


def _sentence_end(article: Article, at: int) -> int:
    """Where the sentence of an offset ends, or its block."""
    number = article.paragraph(at - 1)
    last = min(article.blocks[number - 1].end, at + _REACH) if number is not None else at
    sign = _CLOSES.search(article.text, at, last)
    return sign.start() if sign is not None else last


def _own(words: Span, article: Article, links: Stretches) -> str | None:
    """The address of the link on words, or of the note right behind them."""
    for number in links.overlapping(words.start, words.end + _BESIDE + 1):
        link = article.links[number]
        if link.role is not LinkRole.SOURCE:
            continue
        if link.start < words.end or "(" in article.text[words.end : link.start]:
            return link.url
    return None
