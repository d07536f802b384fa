"""Finds statements reported without quotation marks: 'said that …', '…, officials said'."""

from collections.abc import Container, Iterator, Mapping, Sequence

from audit.extract.claims import Claim, span
from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.cues.speaking import is_of_anybody
from audit.extract.english.grammar.subjects import meant
from audit.extract.english.labels import is_title, is_told_programme, names_a_work
from audit.extract.english.quotations.clause import Parsed
from audit.extract.english.statements.before_others import before_others
from audit.extract.english.statements.carried import around_quotation, carried_by
from audit.extract.english.statements.pointing_back import point_back
from audit.extract.english.statements.titles import title_statement
from audit.extract.outlets.mentions import find_mentions
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words
from audit.model import Article, AttributionKind, BlockKind, Span

_FEWEST_WORDS = 3  # of a clause
_ASKED = 3  # tokens of 'why', with a sign behind it
_PROGRAMME = 12  # tokens of "on Wednesday's broadcast of CNN's “New Day”"
_OWN_WORDS = 2  # of the reporter's, beside a quotation


def attribute_statements(
    article: Article, parsed: Sequence[Parsed], quoted: Sequence[Claim], words: Lexicon
) -> list[Claim]:
    """A claim for every indirect statement.

    One with quoted words inside is the statement as a whole, beside the quoted words' own claim. A
    cue that carries nothing but a quotation carries no statement.
    """
    used: dict[int, set[int]] = {}
    for claim in quoted:
        if claim.cue is not None:
            used.setdefault(claim.cue.start, set()).update(span.end for span in claim.contents)
    title = title_statement(article, parsed, words)
    stated = _in_sentences(article, parsed, used, words, first=int(title is not None))
    point_back(article, parsed, [*quoted, *stated], stated)
    return [*([] if title is None else [title]), *stated]


def _in_sentences(
    article: Article,
    parsed: Sequence[Parsed],
    used: Mapping[int, set[int]],
    words: Lexicon,
    *,
    first: int,
) -> list[Claim]:
    return [
        claim
        for number, sentence in enumerate(parsed)
        if number >= first and article.blocks[sentence.block].kind is not BlockKind.HEADING
        for claim in _of_sentence(article, sentence, number, used, words)
    ]


def _of_sentence(
    article: Article, sentence: Parsed, number: int, used: Mapping[int, set[int]], words: Lexicon
) -> Iterator[Claim]:
    """The claims of a sentence; ``used`` are the offsets of the cues that carry quotations."""
    tokens = sentence.tokens
    done: list[tuple[Phrase, CueKind]] = []
    statements = list(_statements(sentence, words, used))
    # What a clause of saying closes, it closes with the verbs of saying inside.
    statements.sort(key=lambda found: not _closes_them(found[0], found[2]))
    for cue, subject, whole in statements:
        first = tokens[subject.start].low
        if among(first, small_words().anybody, small_words().nobody) or is_of_anybody(tokens, cue):
            continue  # 'Thanks to whoever posted the list', 'You say it is fine'
        if _is_of_text(tokens, subject):
            continue
        is_used = tokens[cue.start].start in used
        contents = [before_others(tokens, content, cue, sentence.cues, words) for content in whole]
        inside = not is_used and _stands_in(cue, done) and not _is_outlet(tokens, subject, words)
        twice = any(phrase in contents for phrase, _ in done)
        found = (_content(article, tokens, content, words) for content in contents)
        spans = [words_in for words_in in found if words_in is not None]
        stated = bool(spans) and _is_statement(
            tokens, contents, cue, subject, words, is_used=is_used
        )
        if stated or not is_used:
            done.extend((content, cue.kind) for content in contents)
        if stated and not inside and not twice:
            yield Claim(
                AttributionKind.INDIRECT,
                spans,
                _span(article, tokens, Phrase(cue.start, cue.end)),
                _span(article, tokens, subject),
                sentence.block,
                [number],
                _span(article, tokens, meant(tokens, subject, words)),
            )


def _is_of_text(tokens: list[Token], subject: Phrase) -> bool:
    """Whether a text only tells what it said before: 'An earlier version of this story said'."""
    of = next((at for at in subject if tokens[at].low == "of"), subject.stop)
    if tokens[of - 1].low not in small_words().versions:
        return False
    if of == subject.stop:
        return any(tokens[at].low in small_words().former for at in subject)
    return tokens[of + 1].low == "this"


def _stands_in(cue: Cue, done: Sequence[tuple[Phrase, CueKind]]) -> bool:
    """Whether a cue stands in what a verb of saying carries."""
    return any(cue.start in phrase for phrase, kind in done if kind is CueKind.SAY)


def _closes_them(cue: Cue, contents: Sequence[Phrase]) -> bool:
    """Whether a verb of saying stands behind the words that it carries: '…, the sheriff said'."""
    return cue.kind is CueKind.SAY and not cue.passive and contents[0].start < cue.start


def _is_statement(
    tokens: list[Token],
    contents: Sequence[Phrase],
    cue: Cue,
    subject: Phrase,
    words: Lexicon,
    *,
    is_used: bool,
) -> bool:
    """Whether what a cue carries is a statement of its own.

    ``is_used``: the cue has a quotation too.
    """
    if tokens[cue.start].low in words.view and tokens[subject.stop - 1].low == "you":
        return False  # 'You will have seen that the shop is closed.'
    if cue.lemma in small_words().answering and any(
        token.low in small_words().asked_for
        for content in contents
        for token in tokens[content.start : content.stop]
    ):
        return False  # 'did not respond to a request for comment'
    if cue.lemma in words.asks and any(_requests(tokens, content, words) for content in contents):
        return False
    inside = [token for content in contents for token in tokens[content.start : content.stop]]
    if _is_but_object(inside, words) or _is_but_asked(inside, words):
        return False
    is_used = is_used and not cue.passive
    if all(token.quote < 0 for token in inside) or (
        is_used and _only_programmes(tokens, contents, words)
    ):
        return not is_used
    if cue.passive or sum(token.is_word for token in inside) < _OWN_WORDS:
        return False
    credits_another = cue.kind is CueKind.ACCORDING and not is_used
    return not (credits_another and _is_outlet(tokens, subject, words))


def _is_but_object(inside: Sequence[Token], words: Lexicon) -> bool:
    """Whether all that a verb has is an object and a particle: 'wrote it up', 'asked for it'."""
    said = [token.low for token in inside if token.is_word or token.quote >= 0]
    return bool(said) and all(
        among(low, small_words().objects_called, small_words().object_pronouns, words.particles)
        for low in said
    )


def _is_but_asked(inside: Sequence[Token], words: Lexicon) -> bool:
    """Whether all that a verb has is what is asked or left out: 'would not say where'."""
    if not 0 < len(inside) < _ASKED or any(token.is_word for token in inside[1:]):
        return False
    return inside[0].quote < 0 and among(inside[0].low, words.asks_whether)


def _requests(tokens: list[Token], content: Phrase, words: Lexicon) -> bool:
    """Whether somebody is asked for words: 'the ministry for comment', 'Lee to comment on it'."""
    return any(
        tokens[at].low in words.requests
        and any(token.low in words.prepositions for token in tokens[max(at - 2, 0) : at])
        for at in content
    )


def _only_programmes(tokens: list[Token], contents: Sequence[Phrase], words: Lexicon) -> bool:
    """Whether all that is quoted in a statement is where it was made: 'said on “The Late Show”'."""
    quoted = [at for content in contents for at in content if tokens[at].quote >= 0]
    return all(
        (is_title(tokens, at) and names_a_work(tokens, at, words)) or is_told_programme(tokens, at)
        for at in quoted
    )


def _span(article: Article, tokens: list[Token], phrase: Phrase) -> Span:
    return span(article, tokens[phrase.start].start, tokens[phrase.stop - 1].end)


def _is_outlet(tokens: list[Token], subject: Phrase, words: Lexicon) -> bool:
    return any(
        subject.start <= mention.start < subject.stop for mention in find_mentions(tokens, words)
    )


def _content(article: Article, tokens: list[Token], content: Phrase, words: Lexicon) -> Span | None:
    start, end = content.start, content.stop
    while start < end and not (tokens[start].is_word or tokens[start].quote >= 0):
        start += 1
    end = _before_programme(tokens, start, end, words)
    while end > start and tokens[end - 1].text in {".", ",", ";", "—", "–", ":"}:
        end -= 1
    if start >= end:
        return None
    return span(article, tokens[start].start, tokens[end - 1].end)


def _before_programme(tokens: list[Token], start: int, end: int, words: Lexicon) -> int:
    """Where a statement ends that is followed by where it was made.

    "… on Wednesday's “New Day”".
    """
    last = end
    while last > start and not (tokens[last - 1].is_word or tokens[last - 1].quote >= 0):
        last -= 1
    if last - start < _FEWEST_WORDS or tokens[last - 1].quote < 0:
        return end
    if not (is_title(tokens, last - 1) and names_a_work(tokens, last - 1, words)):
        return end
    for at in range(last - 2, max(start + _FEWEST_WORDS, last - _PROGRAMME), -1):
        if tokens[at].low in small_words().programmes:
            return at
    return end


def _statements(
    sentence: Parsed, words: Lexicon, used: Mapping[int, Container[int]]
) -> Iterator[tuple[Cue, Phrase, list[Phrase]]]:
    tokens = sentence.tokens
    for agent in sentence.agents:
        yield agent.cue, agent.subject, [agent.complement]
    for cue in sentence.cues:
        if cue.subject is None:
            continue
        contents = carried_by(tokens, cue, cue.subject, words)
        if not contents and tokens[cue.start].start in used:
            contents = around_quotation(sentence, cue, words, used[tokens[cue.start].start])
        if contents:
            yield cue, cue.subject, contents
