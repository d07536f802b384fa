"""Ties the article's hyperlinks to the attributions that they stand with."""

import re
from collections.abc import Iterable, Sequence

from audit.extract.claims import Claim
from audit.extract.posts import FoundPost
from audit.extract.sentences import Sentence
from audit.languages.common import CommonWords, among
from audit.model import Article, Attribution, AttributionKind, Link, Span

_WORDS = re.compile(r"[\w@-]+|\(")
_REACH = 40  # characters before a link in which the word that leads to it is looked for


def link_for(
    article: Article,
    claim: Claim,
    outlet: Span | None,
    sentences: Sequence[Sentence],
    words: CommonWords,
) -> str | None:
    """The link that the article gives for a claim's words, None where it gives none.

    One on the words, the cue or the outlet comes first; then one in the same sentences that says where
    the words stand ('in a statement', 'the letter'). Other links there are background, or lead to the
    speaker's profile: to look for the words behind them would accuse the article for nothing.
    """
    reach = [(sentence.tokens[0].start, sentence.tokens[-1].end) for sentence in sentences]
    near = [
        link
        for link in article.links
        if any(link.start < end and start < link.end for start, end in reach)
    ]
    for span in (*claim.contents, claim.cue, outlet):
        for link in near:
            if span is not None and link.start < span.end and span.start < link.end:
                return link.url
    for link in near:
        if _names_a_place(article, link, claim, words):
            return link.url
    return None


def _names_a_place(article: Article, link: Link, claim: Claim, words: CommonWords) -> bool:
    on = [word.lower() for word in _WORDS.findall(article.text[link.start : link.end])]
    if claim.named is not None and claim.named.start <= link.start < claim.named.end:
        return not claim.named.text.split()[-1][:1].isupper()  # a document, not a person
    if any(among(word, words.link_on, words.nouns) for word in on):
        return True
    before = _WORDS.findall(article.text[max(link.start - _REACH, 0) : link.start])
    while before and before[-1].lower() in words.determiners:
        before.pop()
    return bool(before) and before[-1].lower() in words.link_before


def free_links(
    article: Article, found: Iterable[Attribution], posts: Sequence[FoundPost]
) -> list[Attribution]:
    """An attribution of kind link for every link of the body that carries nobody's words."""
    used = {one.url for one in found}
    taken = {number for post in posts for number in post.blocks}
    held = [(article.blocks[n].start, article.blocks[n].end) for n in sorted(taken)]
    free: list[Attribution] = []
    for link in article.links:
        in_post = any(start <= link.start < end for start, end in held)
        if link.url in used or in_post:
            continue
        used.add(link.url)
        words = Span(link.start, link.end, article.text[link.start : link.end])
        free.append(Attribution("", AttributionKind.LINK, (words,), url=link.url))
    return free
