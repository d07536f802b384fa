"""The stage: an article in, its attributions out, in the order of the text."""

from collections.abc import Sequence
from dataclasses import replace

from audit.extract.claims import Carried, Claim
from audit.extract.engine import Engine, Reading
from audit.extract.english.engine import English
from audit.extract.facts.found import facts_of
from audit.extract.language import language_of
from audit.extract.links import Links, free_links
from audit.extract.others.engine import OtherLanguage
from audit.extract.posts.found import FoundPost, find_posts, find_wordless_posts
from audit.extract.stretches import Stretches
from audit.extract.without_grammar.engine import WithoutGrammar
from audit.languages import english
from audit.model import Article, Attribution, AttributionKind, Fact


def extract(article: Article) -> tuple[Attribution, ...]:
    """Who is quoted or cited in an article, with which words, by which outlet, behind which link.

    A pure function of the article. Attributions are in the order of their first words; their ids
    ('a1', 'a2' …) count in that order.
    """
    posts, wordless = find_posts(article), find_wordless_posts(article)
    not_prose = frozenset[int]().union(*(post.of_service for post in (*posts, *wordless)))
    reading = _engine(language_of(article)).read(article, without=not_prose)
    links = Links(article, reading.words)
    found = [_of_post(post, AttributionKind.POST) for post in posts]
    found.extend(_of_post(post, AttributionKind.LINK) for post in wordless)
    found.extend(_of_claim(claim, article, reading, links) for claim in reading.claims)
    found.extend(free_links(article, found, (*posts, *wordless)))
    return _within_posts(_numbered(found), posts, article)


def _engine(language: str | None) -> Engine:
    if language is None:
        return WithoutGrammar()
    return English() if language == english.LANGUAGE else OtherLanguage(language)


def _of_post(post: FoundPost, kind: AttributionKind) -> Attribution:
    return Attribution(
        id="",
        kind=kind,
        contents=post.contents,
        speaker=post.speaker,
        speaker_name=post.post.author or post.post.handle,
        url=post.url,
        post=post.post,
    )


def _of_claim(claim: Claim, article: Article, reading: Reading, links: Links) -> Attribution:
    """A claim with its name, outlet, link and facts."""
    carried = reading.outlets.of(claim)
    named_at = carried.span if carried is not None else None
    stands_in = [reading.sentences[number] for number in dict.fromkeys(claim.sentences)]
    return Attribution(
        id="",
        kind=claim.kind,
        contents=tuple(claim.contents),
        cue=claim.cue,
        speaker=claim.speaker,
        speaker_name=_speaker_name(claim, carried, reading),
        outlet=carried.outlet if carried is not None else None,
        outlet_span=named_at,
        via=named_at if carried is not None and carried.was_told else None,
        url=links.of(claim, named_at, stands_in),
        facts=_facts(claim, article, reading),
    )


def _speaker_name(claim: Claim, carried: Carried | None, reading: Reading) -> str | None:
    """The fullest name of who speaks; an outlet that speaks itself has its own."""
    speaker = claim.named
    if speaker is None:
        return None
    if (
        carried is not None
        and speaker.start <= carried.span.start < carried.span.end == speaker.end
    ):
        return carried.outlet.name
    return reading.speakers.resolve(speaker)


def _facts(claim: Claim, article: Article, reading: Reading) -> tuple[Fact, ...]:
    if claim.kind is not AttributionKind.INDIRECT or reading.known_names is None:
        return ()
    return facts_of(article.text, claim.contents, reading.known_names)


def _numbered(found: list[Attribution]) -> list[Attribution]:
    """In the order of the text, with ids."""
    ordered = sorted(
        found,
        key=lambda attribution: (attribution.contents[0].start, -attribution.contents[-1].end),
    )
    return [replace(attribution, id=f"a{number}") for number, attribution in enumerate(ordered, 1)]


def _within_posts(
    numbered: Sequence[Attribution], posts: Sequence[FoundPost], article: Article
) -> tuple[Attribution, ...]:
    """Those that stand in a post point at the post's own attribution."""
    places = Stretches(
        (article.blocks[post.blocks[0]].start, article.blocks[post.blocks[-1]].end)
        for post in posts
    )
    ids = [each.id for each in numbered if each.kind is AttributionKind.POST]

    def pointing(attribution: Attribution) -> Attribution:
        start = attribution.contents[0].start
        post = next(places.overlapping(start, start + 1), None)
        if post is None or attribution.kind is AttributionKind.POST:
            return attribution
        return replace(attribution, within=ids[post])

    return tuple(pointing(attribution) for attribution in numbered)
