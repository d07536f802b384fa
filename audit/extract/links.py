"""Ties the article's hyperlinks to the attributions that they stand with."""

from collections.abc import Iterable, Sequence

from audit.extract.claims import Claim
from audit.extract.posts import FoundPost
from audit.extract.sentences import Sentence
from audit.model import Article, Attribution, AttributionKind, Link, Span


def link_for(
    article: Article, claim: Claim, via: Span | None, sentences: Sequence[Sentence]
) -> str | None:
    """The link that the article gives for a claim's words, None where it gives none.

    One on the words, the cue or the outlet comes first, then one elsewhere in the same sentences. A
    link on a person's name alone mostly leads to a profile, and is not taken; one on a document named
    as the speaker ('the statement') leads to it.
    """
    reach = [(sentence.tokens[0].start, sentence.tokens[-1].end) for sentence in sentences]
    near = [
        link
        for link in article.links
        if any(link.start < end and start < link.end for start, end in reach)
    ]
    preferred = [*claim.contents, claim.cue, via]
    for span in preferred:
        for link in near:
            if span is not None and link.start < span.end and span.start < link.end:
                return link.url
    for link in near:
        if claim.speaker is None or not _on_name(link, claim.speaker):
            return link.url
    return None


def _on_name(link: Link, speaker: Span) -> bool:
    named = speaker.text.split()[-1][:1].isupper()
    return named and speaker.start <= link.start and link.end <= speaker.end


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
