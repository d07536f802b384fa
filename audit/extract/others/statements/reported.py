"""Finds what is reported without quotation marks in languages other than English."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from audit.extract.claims import Claim, span
from audit.extract.others.cue import Cue, said, source_at
from audit.extract.others.cues_behind import cue_behind
from audit.extract.others.grammar.subjects import subject_of
from audit.extract.others.grammar.tokens import clause_start, is_verb, is_word
from audit.extract.others.statements.back import behind_back
from audit.extract.others.statements.behind import (
    added_behind,
    statements_behind,
    states,
    states_before_colon,
)
from audit.extract.phrase import Phrase
from audit.extract.quotes import Quotation
from audit.extract.sentences import IN_FIGURES, Sentence, Token
from audit.languages.common import among
from audit.languages.extraction.phrasebook import Phrasebook
from audit.model import Article, AttributionKind, Span

_SOURCE_REACH = 25  # tokens within which a source ends
_FEWEST = 2  # words behind 'that'
_FEWEST_BESIDE = 4  # words of a statement beside quoted words of the same speaker
_NEGATION_REACH = 4  # tokens before a verb among which what negates it stands
_LONGEST_INFINITIVE = 60  # tokens
_THAT_REACH = 12  # tokens behind a verb within which 'that' is looked for


def words_span(article: Article, tokens: Sequence[Token], phrase: Phrase) -> Span:
    """The span of a phrase of a sentence."""
    return span(article, tokens[phrase.start].start, tokens[phrase.stop - 1].end)


def statements(
    article: Article, sentence: Sentence, number: int, book: Phrasebook
) -> Iterator[Claim]:
    """A claim for every 'Laut Lind …', 'Lind sagte, dass …', 'Wie Lind sagte, …' of a sentence."""
    tokens = sentence.tokens
    taken: set[int] = set()
    for cue, stretches in _cues(tokens, book):
        contents = [_trimmed(tokens, stretch, book) for stretch in stretches]
        if cue.subject is None or cue.start in taken or not all(contents):
            continue
        if any(tokens[at].quote >= 0 for content in contents for at in content):
            continue
        taken.add(cue.start)
        yield Claim(
            AttributionKind.INDIRECT,
            [words_span(article, tokens, content) for content in contents],
            words_span(article, tokens, range(cue.start, cue.end)),
            words_span(article, tokens, cue.subject),
            sentence.block,
            [number],
        )


def is_apart(article: Article, claim: Claim, words: int | None) -> bool:
    """Whether a statement has a cue of its own, or more than marks parts it from quoted words."""
    if words is None or claim.cue is None:
        return True
    start, end = claim.contents[0].start, claim.contents[-1].end
    return claim.cue.end <= start and any(
        not char.isspace() for char in article.text[end : words - 2]
    )


def is_of_quotation(claim: Claim, cue: Span, quotations: Sequence[Quotation]) -> bool:
    """Whether quoted words stand between a statement and its cue, which is then theirs."""
    end = claim.contents[-1].end
    first = bisect_left(quotations, end, key=lambda quotation: quotation.start)
    return first < len(quotations) and quotations[first].start < cue.start


def _before_words(tokens: Sequence[Token], start: int, quoted: int, book: Phrasebook) -> int | None:
    """Where a statement ends that quoted words follow by themselves: ': «…»', 'y que «…»'."""
    stop = quoted
    while stop > start and among(tokens[stop - 1].low, book.that, book.coordinating):
        stop -= 1
    joined = quoted - stop > 1
    colon = quoted > start and tokens[quoted - 1].text == ":"
    whole = sum(map(is_word, tokens[start:stop])) >= _FEWEST_BESIDE
    return stop if whole and (joined or colon) else None


def _trimmed(tokens: Sequence[Token], content: Phrase, book: Phrasebook) -> Phrase:
    """What is reported, less signs at its ends and what ends in an abbreviation."""
    start, stop = content.start, content.stop
    quoted = next((i for i in range(start, stop) if tokens[i].quote >= 0), stop)
    if quoted > start and tokens[quoted - 1].text.endswith("."):
        stop = quoted
    apart = _before_words(tokens, start, quoted, book) if quoted < stop else None
    stop = stop if apart is None else apart
    while start < stop and tokens[start].quote < 0 and not is_word(tokens[start]):
        start += 1
    while (
        stop > start and not is_word(tokens[stop - 1]) and tokens[stop - 1].text not in IN_FIGURES
    ):
        stop -= 1
    return range(start, stop)


def _cues(tokens: Sequence[Token], book: Phrasebook) -> Iterator[tuple[Cue, tuple[Phrase, ...]]]:
    yield from _reported(tokens, book)
    yield from statements_behind(tokens, book)


def _reported(
    tokens: Sequence[Token], book: Phrasebook
) -> Iterator[tuple[Cue, tuple[Phrase, ...]]]:
    """The cues that no quotation needs, with what they report."""
    first = behind_back(tokens, book) or 0  # 'Así lo afirma Roth' is of the sentence before
    for at in range(first, len(tokens)):
        token = tokens[at]
        if token.quote >= 0:
            continue
        if token.low in book.according or token.low in book.postposed or token.low in book.like:
            cue = source_at(tokens, at, len(tokens), book)
            if cue is None and token.low in book.like:
                cue = cue_behind(tokens, at, book)
            if cue is not None and cue.subject is not None:
                around = _around(tokens, at, cue, cue.subject, book)
                yield cue, (*around, *added_behind(tokens, around[0], cue, book))
        elif token.text == ":":
            verb = states_before_colon(tokens, at, book)
            if verb is not None:
                yield (
                    said(tokens, verb, subject_of(tokens, verb, at, book), book),
                    (range(at + 1, len(tokens)),),
                )
        elif is_verb(tokens, at, book) and not _is_negated(tokens, at, book):
            that = _that_behind(tokens, at, book)
            if that is None and (does := _infinitive_behind(tokens, at, book)):
                yield said(tokens, at, subject_of(tokens, at, does.start, book), book), (does,)
            if that is not None and sum(map(is_word, tokens[that + 1 :])) >= _FEWEST:
                subject = subject_of(tokens, at, that, book)
                yield (
                    said(tokens, at, subject, book),
                    (range(that + 1, _less_tag(tokens, that, book)),),
                )


def _less_tag(tokens: Sequence[Token], that: int, book: Phrasebook) -> int:
    """Where a statement ends that a tag follows: 'сказал, что едет, пишет «Медуза»'."""
    last = next((at for at in range(len(tokens) - 1, that, -1) if tokens[at].text == ","), None)
    if last is None or last + 1 >= len(tokens) or not is_verb(tokens, last + 1, book):
        return len(tokens)
    cue = cue_behind(tokens, last + 1, book)
    behind = cue.subject if cue is not None else None
    if cue is None or behind is None or behind.start < cue.end:
        return len(tokens)
    return last if all(not is_word(token) for token in tokens[behind.stop :]) else len(tokens)


def _around(
    tokens: Sequence[Token], at: int, cue: Cue, subject: Phrase, book: Phrasebook
) -> tuple[Phrase, ...]:
    """What a source reports: what follows it, or at the end of a sentence what comes before it."""
    if subject.stop == cue.start - 1 and tokens[cue.start - 1].text == ",":
        return (range(cue.end, len(tokens)),)  # 'Roy, selon qui …'
    first, last = min(at, cue.start, subject.start), max(cue.end, subject.stop)
    opens = next((i + 1 for i in range(first - 1, -1, -1) if tokens[i].text in {":", ";"}), 0)
    small = book.like | book.coordinating  # 'Tal y como adelantó El País, …'
    before = sum(is_word(token) and token.low not in small for token in tokens[opens:first])
    goes_on = tokens[at].low in book.like and before < _FEWEST  # 'Суд, как пишет ТАСС, …'
    goes_on = goes_on and sum(map(is_word, tokens[last:])) >= _FEWEST
    if before and not goes_on:
        return (range(first),)
    behind = last if book.verb_second else _behind_source(tokens, last, book)
    rest = range(behind, len(tokens))
    named = before and tokens[opens].low not in book.closed
    return (range(opens, first), rest) if named else (rest,)  # 'Суд, как пишет ТАСС, …'


def _behind_source(tokens: Sequence[Token], at: int, book: Phrasebook) -> int:
    """Behind the comma that ends a source, with what is said of it: 'Selon Roy, qui tousse, …'."""
    commas = (i for i in range(at, min(at + _SOURCE_REACH, len(tokens))) if tokens[i].text == ",")
    last = at
    for comma in commas:
        last = comma + 1
        follows = tokens[last].low if last < len(tokens) else ""
        if follows not in book.words.relative and follows not in book.roles:
            break
    return last


def _is_negated(tokens: Sequence[Token], verb: int, book: Phrasebook) -> bool:
    """Whether somebody did not say something: 'no dijo que el puente abriría'."""
    start = max(clause_start(tokens, verb), verb - _NEGATION_REACH)
    return any(token.low in book.negations for token in tokens[start:verb])


def _infinitive_behind(tokens: Sequence[Token], verb: int, book: Phrasebook) -> Phrase | None:
    """What a verb says with an infinitive right behind it: 'dit craindre une grève'."""
    if not book.infinitive_ends or not states(tokens[verb], book):
        return None
    if tokens[verb].low in book.causing:
        return None  # 'fait bondir la maire'
    start = at = verb + 1
    while at < len(tokens) and among(tokens[at].low, book.adverbs, book.before_infinitive):
        if tokens[at].low in book.before_infinitive:
            start = at + 1  # a negation stands behind it: 'dice di non temere'
        at += 1
    if at >= len(tokens) or not _is_infinitive(tokens[at], book):
        return None
    end = min(at + _LONGEST_INFINITIVE, len(tokens))
    stop = next((i for i in range(at, end) if _ends_infinitive(tokens, i, book)), end)
    does = range(start, stop)
    return does if sum(is_word(tokens[i]) for i in does) > _FEWEST else None


def _is_infinitive(token: Token, book: Phrasebook) -> bool:
    if token.text != token.low or not token.low.endswith(book.infinitive_ends):
        return False
    return not among(token.low, book.closed, book.determiners, book.roles)


def _ends_infinitive(tokens: Sequence[Token], at: int, book: Phrasebook) -> bool:
    """Whether what somebody says they do ends: at a sign, or where another clause begins."""
    if tokens[at].text in {":", ";", "—", "–"}:
        return True
    follows = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return tokens[at].text == "," and among(follows, book.coordinating, book.conjunctions)


def _is_relative(tokens: Sequence[Token], verb: int, that: int, book: Phrasebook) -> bool:
    """Whether 'that' tells of a bare noun behind a comma: 'prometeu obras, promessa que Reis …'.

    Or of who said the words before its verb.
    """
    if that - 2 <= verb:
        return False
    if tokens[that - 1].text == ",":  # '«…», dice Ana Gil, 34 años, que ayer ganó'
        return any(token.quote >= 0 for token in tokens[max(verb - 3, 0) : verb])
    if tokens[that - 2].text != ",":
        return False
    noun = tokens[that - 1]
    return noun.text == noun.low and is_word(noun) and noun.low not in book.closed


def _that_behind(tokens: Sequence[Token], verb: int, book: Phrasebook) -> int | None:
    for at in range(verb + 1, min(verb + _THAT_REACH, len(tokens))):
        if tokens[at].quote >= 0 or tokens[at].text in {":", ";"} or is_verb(tokens, at, book):
            return None  # 'uma fonte, que pediu anonimato, confirmou que'
        if tokens[at].low in book.that:
            return None if _is_relative(tokens, verb, at, book) else at
    return None
