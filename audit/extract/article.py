"""The stage: an article in, its attributions out, in the order of the text."""

from collections.abc import Sequence
from dataclasses import replace

from audit.extract.claims import Claim
from audit.extract.cues import find_cues
from audit.extract.direct import attribute_quotations
from audit.extract.indirect import attribute_statements
from audit.extract.lexicon import Lexicon, lexicon
from audit.extract.links import free_links, link_for
from audit.extract.names import Names
from audit.extract.outlets import Mention, carrier, find_mentions
from audit.extract.passives import find_agents
from audit.extract.posts import FoundPost, find_posts
from audit.extract.quotes import find_quotations
from audit.extract.sentences import Sentence, Token, sentences
from audit.extract.ties import Parsed
from audit.model import Article, Attribution, AttributionKind, Outlet, Span


def extract(article: Article) -> tuple[Attribution, ...]:
    """Who is quoted or cited in an article, with which words, by which outlet, behind which link.

    A pure function of the article. Attributions are in the order of their first words; their ids
    ('a1', 'a2' …) count in that order.
    """
    words = lexicon()
    posts = find_posts(article)
    quotations = find_quotations(article)
    signatures = {post.blocks[-1] for post in posts if post.speaker is not None}
    parsed = [
        _parse(sentence, words)
        for sentence in sentences(article, quotations, words)
        if sentence.block not in signatures
    ]
    names = Names((one.sentence for one in parsed), words)
    quoted = attribute_quotations(article, quotations, parsed, words)
    stated = attribute_statements(article, parsed, quoted, words)
    found = [_from_post(post) for post in posts]
    found.extend(_from_claim(article, claim, parsed, names, words) for claim in [*quoted, *stated])
    found.extend(free_links(article, found, posts))
    return _numbered(found, posts, article)


def _parse(sentence: Sentence, words: Lexicon) -> Parsed:
    cues = find_cues(sentence.tokens, words)
    return Parsed(sentence, cues, find_agents(sentence.tokens, cues, words))


def _from_post(post: FoundPost) -> Attribution:
    return Attribution(
        id="",
        kind=AttributionKind.POST,
        contents=post.contents,
        speaker=post.speaker,
        speaker_name=post.post.author,
        url=post.url,
        post=post.post,
    )


def _from_claim(
    article: Article, claim: Claim, parsed: Sequence[Parsed], names: Names, words: Lexicon
) -> Attribution:
    outlet, via = _outlet(article, claim, parsed, words)
    stands_in = [parsed[number].sentence for number in dict.fromkeys(claim.sentences)]
    return Attribution(
        id="",
        kind=claim.kind,
        contents=tuple(claim.contents),
        cue=claim.cue,
        speaker=claim.speaker,
        speaker_name=names.resolve(claim.named) if claim.named is not None else None,
        outlet=outlet,
        via=via,
        url=link_for(article, claim, via, stands_in, words),
    )


def _outlet(
    article: Article, claim: Claim, parsed: Sequence[Parsed], words: Lexicon
) -> tuple[Outlet | None, Span | None]:
    """The outlet that carried a claim's words and the span of its name."""
    if claim.named is None:
        return None, None
    for number in dict.fromkeys(claim.sentences):
        tokens = parsed[number].sentence.tokens
        mentions = find_mentions(tokens, words)
        if not mentions:
            continue
        for mention in mentions:
            if _names_speaker(tokens, mention, claim.named):
                return mention.outlet, _mention_span(article, tokens, mention)
        others = [m for m in mentions if not _inside(tokens, m, claim.named)]
        cue_end = _index_at(tokens, claim.cue.end) if claim.cue is not None else len(tokens)
        mention_found = carrier(tokens, others, cue_end)
        if mention_found is not None:
            return mention_found.outlet, _mention_span(article, tokens, mention_found)
    return None, None


def _names_speaker(tokens: Sequence[Token], mention: Mention, speaker: Span) -> bool:
    """Whether the speaker is the outlet itself ('the BBC'), not its editor."""
    if not _inside(tokens, mention, speaker):
        return False
    rest = speaker.text.lower().split()
    name = tokens[mention.start : mention.end]
    return len(rest) - len(name) <= 1 and tokens[mention.end - 1].end == speaker.end


def _inside(tokens: Sequence[Token], mention: Mention, speaker: Span) -> bool:
    return speaker.start <= tokens[mention.start].start < speaker.end


def _mention_span(article: Article, tokens: Sequence[Token], mention: Mention) -> Span:
    start, end = tokens[mention.start].start, tokens[mention.end - 1].end
    return Span(start, end, article.text[start:end])


def _index_at(tokens: Sequence[Token], offset: int) -> int:
    return next((i for i, token in enumerate(tokens) if token.start >= offset), len(tokens))


def _numbered(
    found: list[Attribution], posts: Sequence[FoundPost], article: Article
) -> tuple[Attribution, ...]:
    """In the order of the text, with ids, each in a post pointing at it."""
    ordered = sorted(found, key=lambda one: (one.contents[0].start, -one.contents[-1].end))
    numbered = [replace(one, id=f"a{number}") for number, one in enumerate(ordered, 1)]
    holders = [
        (article.blocks[post.blocks[0]].start, article.blocks[post.blocks[-1]].end)
        for post in posts
    ]
    ids = [one.id for one in numbered if one.kind is AttributionKind.POST]
    return tuple(
        replace(one, within=within)
        if one.kind is not AttributionKind.POST
        and (within := _holder(one.contents[0].start, holders, ids)) is not None
        else one
        for one in numbered
    )


def _holder(offset: int, holders: Sequence[tuple[int, int]], ids: Sequence[str]) -> str | None:
    for (start, end), post_id in zip(holders, ids, strict=True):
        if start <= offset < end:
            return post_id
    return None
