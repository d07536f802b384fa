"""The stage: an article in, its attributions out, in the order of the text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from audit.extract.citations.at_the_foot import with_paper
from audit.extract.citations.cited_words import Citations
from audit.extract.claims import Carried, Claim
from audit.extract.engine import Reading
from audit.extract.engines import Vocabulary, engine_of, vocabulary_of
from audit.extract.facts.by_language import figures_of
from audit.extract.facts.found import facts_of
from audit.extract.facts.persons import persons_of
from audit.extract.language import language_of
from audit.extract.layout import dialogue
from audit.extract.layout.block_quotations import block_quotes
from audit.extract.layout.block_quotations import claims as block_quote_claims
from audit.extract.layout.block_quotations.block_quotes import BlockQuotes
from audit.extract.layout.block_quotations.leading_up import LeadingUp
from audit.extract.layout.block_quotations.quoted_again import quoted_again
from audit.extract.layout.block_quotations.signatures import Signatures
from audit.extract.layout.block_quotations.signed import take_signatures
from audit.extract.layout.boxes.apart import Apart
from audit.extract.layout.boxes.shown_below import with_shown_below
from audit.extract.layout.cited.linked import CitingWords
from audit.extract.layout.cited.statements import cited_statements, without_citation
from audit.extract.layout.figures import has_figure
from audit.extract.layout.figures_beside import figures_around, figures_beside
from audit.extract.layout.figures_put import figures_put
from audit.extract.layout.marked import marked_statements
from audit.extract.layout.nicknames import without_nicknames
from audit.extract.layout.read_there import take_what_is_read_there
from audit.extract.layout.rows import Rows
from audit.extract.layout.scraps import without_doubles, without_scraps, without_tags
from audit.extract.links.carried_on import CarriedOn
from audit.extract.links.free import free_links
from audit.extract.links.parted import parted_by_links
from audit.extract.links.ties import Links
from audit.extract.links.told_here import without_who_was_told
from audit.extract.named import Named
from audit.extract.outlets.gazetteer import triggers
from audit.extract.posts.found import FoundPost, find_posts, find_wordless_posts
from audit.extract.shared_sentences import SharedSentences
from audit.extract.stretches import Stretches
from audit.languages.common import among
from audit.languages.extraction.english_small_words import small_words
from audit.languages.extraction.phrasebook import phrasebook
from audit.model import FIGURES, Article, Attribution, AttributionKind, Fact, FactKind, Span

_OPENING = 3  # words of a speaker in which its noun is looked for: 'A new survey of 312 nurses'
_ASIDE = re.compile(
    r"(?<=[^\W\d_]),\s([^\W\d_]{1,12})(?:\s[^\s,;:]{1,30}(?:,\d{1,6})?){1,5}(?=,\s)"
)
_TWO_WORDS = re.compile(r"\b(?=([^\W\d_]{3,9})\s([^\W\d_]{4,6})\s)")
_LATER = 300  # characters behind a pronoun in which a name tells who it is
_SUBJECT_AND_VERB = 5  # words: 'Mayor Ann Lee had said'


def extract(article: Article) -> tuple[Attribution, ...]:
    """Who is quoted or cited in an article, with which words, by which outlet, behind which link.

    A pure function of the article. Attributions are in the order of their first words; their ids
    ('a1', 'a2' …) count in that order.
    """
    known = vocabulary_of(language_of(article))
    posts, wordless = find_posts(article), find_wordless_posts(article)
    blocks = frozenset[int]().union(*(post.blocks for post in posts))
    quotes = block_quotes.find_block_quotes(article, known.words, known.layout, taken=blocks)
    of_services = frozenset[int]().union(*(post.of_service for post in (*posts, *wordless)))
    reading = engine_of(known.language).read(article, without=of_services | quotes.blocks)
    claims = _claims(article, known, reading, quotes, blocks | quotes.blocks)
    found = [_of_post(post, AttributionKind.POST) for post in posts]
    found.extend(_of_post(post, AttributionKind.LINK) for post in wordless)
    found.extend(_attributions(article, known, reading, claims, block_quotes.signed_names(quotes)))
    found = with_shown_below(article, found, (*posts, *wordless), known.linking)
    found = with_paper(article, found, known.words, known.linking)
    found.extend(free_links(article, found, (*posts, *wordless)))
    return _inside_statements(_within_posts(_numbered(found), posts, article))


def _claims(
    article: Article,
    known: Vocabulary,
    reading: Reading,
    quotes: BlockQuotes,
    taken: frozenset[int],
) -> list[Claim]:
    """What the layout of an article says who said, and what its sentences say beside that."""
    words, set_out = known.words, known.layout
    turns = dialogue.find_dialogue(article, words, set_out, known.given, taken=taken)
    named = Named(article, words, known.given)
    leading = LeadingUp(article, reading, set_out, known.linking, named)
    set_apart = list(block_quote_claims.claims_of(quotes, article, reading, leading, known.linking))
    quoted = [*set_apart, *dialogue.claims_of(turns)]
    cues = {claim.cue for claim in quoted if claim.cue is not None}
    stated = [
        claim
        for claim in reading.claims
        if (claim.cue is None or claim.cue not in cues)
        and (claim.block not in turns.blocks or dialogue.is_anothers(claim, words))
    ]
    for claim in stated:
        without_who_was_told(claim, article, words)
    take_what_is_read_there(stated, article, reading, set_out, leading)
    take_signatures(stated, article, Signatures(article, words, set_out))
    rows = Rows(article, words, named)
    rows.tie(stated)
    claims = [*quoted, *stated, *block_quote_claims.unread(quotes, article, stated)]
    quoted_again(set_apart, stated)
    without_nicknames(claims, reading.sentences, words, set_out)
    apart = Apart(article, named)
    claims = list(without_scraps(apart.over(claims), article))
    if reading.known_names is None:
        claims = list(without_doubles(claims, known.linking.documents))
    for claim in claims:
        without_citation(article, claim)
    claims = parted_by_links(claims, article)
    citing = CitingWords(words, set_out, known.linking)
    told = cited_statements(article, reading, citing, claims)
    claims.extend(claim for claim in told if not _leads_up(claim, turns))

    def tells_figure(parts: Sequence[Span]) -> bool:
        if known.language is None:
            return False
        facts = _all_facts(parts, article, reading, known.language)
        return any(fact.kind in FIGURES or fact.kind is FactKind.DATE for fact in facts)

    claims.extend(marked_statements(article, reading, words, claims, tells_figure))
    claims.extend([*rows.statements(claims)])
    claims.extend([*figures_put(article, reading, (set_out, known.linking), claims)])
    around = figures_around(article, reading, claims)
    claims.extend([claim for claim in around if claim.block not in taken])

    beside = figures_beside(article, reading, (set_out, known.linking), claims, tells_figure)
    claims.extend([claim for claim in beside if claim.block not in taken | turns.blocks])
    return list(apart.without_markup(without_tags(claims, article)))


def _leads_up(claim: Claim, turns: dialogue.Dialogue) -> bool:
    """Whether a statement of nobody says no more than where the interview below it is from."""
    first = min(turns.blocks, default=0)
    return claim.block == first - 1 and claim.cue is None and claim.cited == (turns.url,)


def _attributions(
    article: Article,
    known: Vocabulary,
    reading: Reading,
    claims: Sequence[Claim],
    signed: Mapping[str, str],
) -> Iterator[Attribution]:
    """The claims with their names, outlets, links and facts."""
    links = Links(article, reading, known.language or "")
    citations = Citations(article, claims, reading.sentences, known.linking)
    shared = SharedSentences(article, claims, reading.sentences, known.words)
    tied = [(claim, _of_claim(claim, reading, shared, links, citations)) for claim in claims]
    carried_on = CarriedOn(article, reading.sentences, known.words, known.linking)
    for claim, said in zip(claims, carried_on.over(tied), strict=True):
        name = signed.get(said.speaker_name or "", said.speaker_name)
        name = _named_later(name, claim, article, reading, known) or name
        if (
            name is not None
            and claim.kind is AttributionKind.INDIRECT
            and _is_no_name(name, known, reading)
        ):
            name = None
        facts = _facts(claim, article, reading, known)
        changed = facts or name != said.speaker_name
        yield replace(said, speaker_name=name, facts=facts) if changed else said


def _of_post(post: FoundPost, kind: AttributionKind) -> Attribution:
    return Attribution(
        id="",
        kind=kind,
        contents=post.contents,
        speaker=post.speaker,
        speaker_name=post.post.author or post.post.handle,
        url=post.url,
        cited=() if post.url is None else (post.url,),
        post=post.post,
    )


def _of_claim(
    claim: Claim, reading: Reading, shared: SharedSentences, links: Links, citations: Citations
) -> Attribution:
    """A claim with its name, outlet and links."""
    carried = claim.carried
    reach = shared.reach(claim)
    if carried is None and claim.sentences and not (claim.cited and claim.cue is None):
        carried = reading.outlets.of(claim, reach)
    named_at = carried.span if carried is not None else None
    name = _speaker_name(claim, carried, reading)
    marked = citations.of(claim)
    linked = claim.cited or links.of(claim, carried, reach, marked=bool(marked))
    cited = tuple(dict.fromkeys((*linked, *marked)))
    return Attribution(
        id="",
        kind=claim.kind,
        contents=tuple(claim.contents),
        cue=claim.cue,
        speaker=claim.speaker,
        speaker_name=name,
        speaker_title=reading.titles.get(name) if name is not None else None,
        name_is_written=name is None or claim.labelled or _is_written(name, claim, carried),
        outlet=carried.outlet if carried is not None else None,
        outlet_span=named_at,
        via=named_at if carried is not None and carried.was_told else None,
        url=next(iter(cited), None) or links.on_person(claim),
        cited=cited,
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


def _named_later(
    name: str | None, claim: Claim, article: Article, reading: Reading, known: Vocabulary
) -> str | None:
    """Whom an outlet quotes, where their paragraph names one person behind: 'zitiert ihn der …'."""
    if name is None or claim.cue is None or claim.cue.text.lower() not in triggers().quotes:
        return None
    if known.language is None or reading.known_names is not None:
        return None  # the words are English ones
    block, book = article.blocks[claim.block], phrasebook(known.language)
    if claim.cue.end > block.end or name not in book.he | book.she:
        return None
    end = min(block.end, claim.cue.end + _LATER)
    rest = replace(article, text=article.text[claim.cue.end : end])
    found = Named(rest, known.words, known.given).names()
    given = book.men if name in book.he else book.women
    return (
        next((each for each in found if each.split()[0].lower() in given), None)
        if len(found) == 1
        else None
    )


def _is_no_name(name: str, known: Vocabulary, reading: Reading) -> bool:
    """Whether a statement is a pronoun's that stands for nobody known, or some people's."""
    nobodys = [known.words.pronouns, known.linking.anaphors, known.layout.there]
    if known.language is not None and reading.known_names is None:
        same = phrasebook(known.language).same  # 'la misma', of a note that was named before
        nobodys += [same, known.words.determiners] if name.lower().split()[-1] in same else []
    return name[0].isdigit() or all(among(word, *nobodys) for word in name.lower().split())


def _is_written(name: str, claim: Claim, carried: Carried | None) -> bool:
    """Whether the text names the speaker beside the words, by part of the name or the outlet's."""
    if claim.cue is None or claim.named is None:
        return False
    if carried is not None and carried.outlet.name == name:
        return True
    return not {*name.casefold().split()}.isdisjoint(claim.named.text.casefold().split())


def _facts(claim: Claim, article: Article, reading: Reading, known: Vocabulary) -> tuple[Fact, ...]:
    language = known.language
    if claim.kind is not AttributionKind.INDIRECT or language is None:
        return ()
    own = _all_facts(claim.contents, article, reading, language)
    asides = Stretches([*_asides(claim, reading), *_since_said(claim, reading)])

    def is_told(fact: Fact) -> bool:
        beside = asides.overlapping(fact.span.start, fact.span.end)
        return fact.kind not in FIGURES or next(beside, None) is None

    return (*_of_document(claim, article, reading, known), *filter(is_told, own))


def _of_document(
    claim: Claim, article: Article, reading: Reading, known: Vocabulary
) -> tuple[Fact, ...]:
    """The figures of a document that speaks, which it has itself: 'The survey of 5,120 adults'."""
    speaker = claim.speaker
    if speaker is None or known.language is None or not has_figure(speaker.text):
        return ()
    if any(part.start < speaker.end and speaker.start < part.end for part in claim.contents):
        return ()
    opening = speaker.text.lower().split()[:_OPENING]
    if not any(among(word, known.layout.data, known.linking.documents) for word in opening):
        return ()
    found = _all_facts([speaker], article, reading, known.language)
    return tuple(fact for fact in found if fact.kind in FIGURES)


def _asides(claim: Claim, reading: Reading) -> Iterator[tuple[int, int]]:
    """The asides of a statement that tell what a thing is like: 'a model, of 1.2 metres, was lost'.

    They may be the article's own.
    """
    for content in claim.contents:
        for aside in _ASIDE.finditer(content.text):
            if aside[1].lower() in reading.words.prepositions:
                yield content.start + aside.start(1), content.start + aside.end()


def _since_said(claim: Claim, reading: Reading) -> Iterator[tuple[int, int]]:
    """The ends of how long it is since somebody spoke: 'three weeks after she told the Echo'.

    The article reckons that: no page of what was said then can have it.
    """
    if reading.known_names is None:
        return  # the words are English ones
    small = small_words()
    for content in claim.contents:
        for pair in _TWO_WORDS.finditer(content.text):
            if pair[1].lower() not in small.units_of_time or pair[2].lower() not in small.since:
                continue
            behind = content.text[pair.end(2) :].lower().split()[:_SUBJECT_AND_VERB]
            if not reading.words.say.keys().isdisjoint(behind):
                yield content.start + pair.end(1) - 1, content.start + pair.end(1)


def _all_facts(
    contents: Sequence[Span], article: Article, reading: Reading, language: str
) -> tuple[Fact, ...]:
    if reading.known_names is None:
        found = (*figures_of(language, contents), *persons_of(language, contents))
        return tuple(sorted(found, key=lambda fact: fact.span.start))
    return facts_of(article.text, contents, reading.known_names)


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


def _inside_statements(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Words quoted inside a statement name it: by its cue and speaker, or, of nobody, by place."""
    statements = [each for each in found if each.kind is AttributionKind.INDIRECT]
    by_cue = {(each.cue, each.speaker): each.id for each in reversed(statements)}
    places = Stretches((each.contents[0].start, each.contents[-1].end) for each in statements)

    def around(said: Attribution) -> str | None:
        is_quoted = said.kind in {AttributionKind.DIRECT, AttributionKind.MIXED}
        if not is_quoted and said.kind is not AttributionKind.UNATTRIBUTED:
            return None
        if is_quoted and (said.cue, said.speaker) in by_cue:
            return by_cue[said.cue, said.speaker] if said.cue is not None else None
        start, end = said.contents[0].start, said.contents[-1].end
        for number in places.overlapping(start, end):
            statement = statements[number]
            if is_quoted and (statement.cue is not None or statement.url != said.url):
                continue
            if any(span.start <= start and end <= span.end for span in statement.contents):
                return statement.id
        return None

    within = [(said, around(said)) for said in found]
    return tuple(said if at is None else replace(said, inside=at) for said, at in within)
