"""The stage: an article in, its attributions out, in the order of the text."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from audit.extract.carried import Carriers
from audit.extract.claims import Carried, Claim
from audit.extract.cues import find_cues
from audit.extract.direct import attribute_quotations
from audit.extract.facts import facts_of, known_names
from audit.extract.indirect import attribute_statements
from audit.extract.language import language_of
from audit.extract.links import Links, free_links
from audit.extract.names import Names
from audit.extract.passives import find_agents
from audit.extract.plain import claims_in
from audit.extract.plain_names import PlainNames
from audit.extract.posts import FoundPost, find_posts, find_wordless_posts
from audit.extract.quotes import find_quotations
from audit.extract.sentences import Sentence, sentences
from audit.extract.stretches import Stretches
from audit.extract.ties import Parsed
from audit.extract.told import Told
from audit.languages.common import CommonWords
from audit.languages.english import Lexicon, lexicon
from audit.languages.phrasebook import phrasebook
from audit.model import Article, Attribution, AttributionKind, Fact, Span


def extract(article: Article) -> tuple[Attribution, ...]:
    """Who is quoted or cited in an article, with which words, by which outlet, behind which link.

    A pure function of the article. Attributions are in the order of their first words; their ids
    ('a1', 'a2' …) count in that order.
    """
    posts, wordless = find_posts(article), find_wordless_posts(article)
    furniture = frozenset[int]().union(*(post.furniture for post in (*posts, *wordless)))
    language = language_of(article)
    claims, desk = (
        _in_english(article, furniture)
        if language == "en"
        else _in_another_language(article, furniture, language)
    )
    found = [_from_post(post, AttributionKind.POST) for post in posts]
    found.extend(_from_post(post, AttributionKind.LINK) for post in wordless)
    found.extend(desk.attribution(claim) for claim in claims)
    found.extend(free_links(article, found, (*posts, *wordless)))
    return _numbered(found, posts, article)


def _in_english(article: Article, furniture: frozenset[int]) -> tuple[list[Claim], "_Desk"]:
    words = lexicon()
    quotations = find_quotations(article)
    parsed = [
        _parse(sentence, words)
        for sentence in sentences(article, quotations, words)
        if sentence.block not in furniture
    ]
    quoted = attribute_quotations(article, quotations, parsed, words)
    stated = attribute_statements(article, parsed, quoted, words)
    read = [one.sentence for one in parsed]
    return [*quoted, *stated], _Desk(
        article,
        read,
        names=Names(read, words),
        words=words,
        carriers=Carriers(article, parsed, words),
        known=known_names(article.text),
    )


def _in_another_language(
    article: Article, furniture: frozenset[int], language: str
) -> tuple[list[Claim], "_Desk"]:
    book = phrasebook(language)
    claims, read = claims_in(article, book, without=furniture)
    told = Told(article, read, book)
    return claims, _Desk(
        article,
        read,
        names=PlainNames(told.people(), book),
        words=book.words,
        carriers=told,
        known=None,
    )


def _parse(sentence: Sentence, words: Lexicon) -> Parsed:
    cues = find_cues(sentence.tokens, words)
    return Parsed(sentence, cues, find_agents(sentence.tokens, cues, words))


def _from_post(post: FoundPost, kind: AttributionKind) -> Attribution:
    return Attribution(
        id="",
        kind=kind,
        contents=post.contents,
        speaker=post.speaker,
        speaker_name=post.post.author or post.post.handle,
        url=post.url,
        post=post.post,
    )


class _Carriers(Protocol):
    """The outlets that an article in some language names."""

    def of(self, claim: Claim) -> Carried | None:
        """The outlet that carried a claim's words, None where no outlet did."""
        ...


class _Namer(Protocol):
    """The persons that an article in some language names."""

    def resolve(self, speaker: Span) -> str:
        """The full name behind a speaker span."""
        ...


class _Desk:
    """Gives claims their names, outlets, links and, where ``known`` names are told, facts."""

    def __init__(
        self,
        article: Article,
        read: Sequence[Sentence],
        *,
        names: _Namer,
        words: CommonWords,
        carriers: _Carriers,
        known: frozenset[str] | None,
    ) -> None:
        self._article = article
        self._read = read
        self._links = Links(article, words)
        self._names = names
        self._carriers = carriers
        self._known = known

    def _name(self, speaker: Span, carried: Carried | None) -> str:
        """The fullest name of a speaker; an outlet that speaks itself has its own."""
        if (
            carried is not None
            and speaker.start <= carried.span.start < carried.span.end == speaker.end
        ):
            return carried.outlet.name
        return self._names.resolve(speaker)

    def attribution(self, claim: Claim) -> Attribution:
        carried = self._carriers.of(claim)
        named_at = carried.span if carried is not None else None
        stands_in = [self._read[number] for number in dict.fromkeys(claim.sentences)]
        facts: tuple[Fact, ...] = ()
        if claim.kind is AttributionKind.INDIRECT and self._known is not None:
            facts = facts_of(self._article.text, claim.contents, self._known)
        return Attribution(
            id="",
            kind=claim.kind,
            contents=tuple(claim.contents),
            cue=claim.cue,
            speaker=claim.speaker,
            speaker_name=self._name(claim.named, carried) if claim.named is not None else None,
            outlet=carried.outlet if carried is not None else None,
            outlet_span=named_at,
            via=named_at if carried is not None and carried.was_told else None,
            url=self._links.of(claim, named_at, stands_in),
            facts=facts,
        )


def _numbered(
    found: list[Attribution], posts: Sequence[FoundPost], article: Article
) -> tuple[Attribution, ...]:
    """In the order of the text, with ids, each in a post pointing at it."""
    ordered = sorted(found, key=lambda one: (one.contents[0].start, -one.contents[-1].end))
    numbered = [replace(one, id=f"a{number}") for number, one in enumerate(ordered, 1)]
    holders = Stretches(
        (article.blocks[post.blocks[0]].start, article.blocks[post.blocks[-1]].end)
        for post in posts
    )
    ids = [one.id for one in numbered if one.kind is AttributionKind.POST]

    def holder(offset: int) -> str | None:
        number = next(holders.overlapping(offset, offset + 1), None)
        return ids[number] if number is not None else None

    return tuple(
        replace(one, within=within)
        if one.kind is not AttributionKind.POST
        and (within := holder(one.contents[0].start)) is not None
        else one
        for one in numbered
    )
