"""Finds what who said quoted words adds behind them: '«…», señaló, y añadió que vendrá'."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from audit.extract.claims import Claim, span
from audit.extract.others.grammar.tokens import is_verb, is_word
from audit.extract.sentences import Sentence, Token
from audit.languages.common import among
from audit.languages.extraction.phrasebook import Phrasebook
from audit.model import Article, AttributionKind

_REACH = 12  # tokens from the first verb to the second
_FEWEST = 2  # words of what is added


def with_added(
    article: Article,
    read: Sequence[Sentence],
    book: Phrasebook,
    said: Sequence[Claim],
    stated: Sequence[Claim],
) -> list[Claim]:
    """Statements with what is added behind quoted words, whose claims ``said`` are."""
    said_in = defaultdict[int, list[Claim]](list)
    for claim in said:
        if claim.cue is not None and claim.speaker is not None:
            for number in dict.fromkeys(claim.sentences):
                said_in[number].append(claim)
    more = [
        claim
        for number, words in said_in.items()
        for claim in _added(article, read[number], number, book, words[-1])
    ]
    begins = {claim.contents[0].start for claim in more}
    return [*(claim for claim in stated if claim.contents[0].start not in begins), *more]


def _added(
    article: Article, sentence: Sentence, number: int, book: Phrasebook, last: Claim
) -> Iterator[Claim]:
    """The claim of a second verb of saying that shares its subject with the words before it."""
    tokens = sentence.tokens
    end = max(last.cue.end if last.cue is not None else 0, last.contents[-1].end)
    first = next((at for at, token in enumerate(tokens) if token.start >= end), len(tokens))
    found = _second_verb(tokens, first, book)
    if found is None:
        return
    verb, that = found
    words = span(article, tokens[that + 1].start, tokens[-1].end).text.rstrip(" .!?…")
    start = tokens[that + 1].start
    yield Claim(
        AttributionKind.INDIRECT,
        [span(article, start, start + len(words))],
        span(article, tokens[verb].start, tokens[verb].end),
        last.speaker,
        sentence.block,
        [number],
        meant=last.meant,
    )


def _second_verb(tokens: Sequence[Token], first: int, book: Phrasebook) -> tuple[int, int] | None:
    """The second verb and its 'that', where only an 'and', a 'though' or a comma leads to it."""
    stop = min(first + _REACH, len(tokens) - _FEWEST)
    for at in range(first, stop):
        if tokens[at].quote >= 0:
            return None
        before = _before_helpers(tokens, at, book)
        comma = tokens[before].text == ","
        if not (comma or among(tokens[before].low, book.coordinating, book.conjunctions)):
            continue
        gerund = comma and tokens[at].low in book.infinitives
        if not (is_verb(tokens, at, book) or gerund):
            continue
        that = at + 1 + (tokens[at + 1].text == ",")
        told = among(tokens[that].low, book.that) and that + _FEWEST < len(tokens)
        if told and all(token.quote < 0 for token in tokens[that:]) and is_word(tokens[that + 1]):
            return at, that
        return None
    return None


def _before_helpers(tokens: Sequence[Token], at: int, book: Phrasebook) -> int:
    """The token before a verb and its auxiliaries; what negates it stays before it."""
    at -= 1
    while at > 0 and among(tokens[at].low, book.auxiliaries, book.object_pronouns):
        if among(tokens[at].low, book.negations, book.coordinating):
            break
        at -= 1
    return at
