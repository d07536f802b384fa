"""Finds what who said quoted words adds behind them: '«…», señaló, y añadió que vendrá'."""

from collections.abc import Iterator, Sequence

from audit.extract.claims import Claim, span
from audit.extract.others.grammar.tokens import is_verb, is_word
from audit.extract.sentences import Sentence, Token
from audit.languages.common import among
from audit.languages.extraction.phrasebook import Phrasebook
from audit.model import Article, AttributionKind

_REACH = 12  # tokens from the first verb to the second
_FEWEST = 2  # words of what is added


def added(
    article: Article, sentence: Sentence, number: int, book: Phrasebook, said: Sequence[Claim]
) -> Iterator[Claim]:
    """The claim of a second verb of saying that shares its subject with the words before it.

    ``said`` are the claims of the article's quotations.
    """
    tokens = sentence.tokens
    here = [
        claim
        for claim in said
        if claim.cue is not None
        and claim.speaker is not None
        and number in claim.sentences
        and claim.contents[-1].end <= claim.cue.start
    ]
    if not here or here[-1].cue is None:
        return
    last, cue = here[-1], here[-1].cue
    first = next((at for at, token in enumerate(tokens) if token.start >= cue.end), len(tokens))
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
    """The second verb and its 'that', where nothing but an 'and' or a comma leads to it."""
    stop = min(first + _REACH, len(tokens) - _FEWEST)
    for at in range(first, stop):
        if tokens[at].quote >= 0:
            return None
        joined = at > 0 and (tokens[at - 1].low in book.coordinating or tokens[at - 1].text == ",")
        gerund = tokens[at].low in book.infinitives and tokens[at - 1].text == ","
        if not joined or not (is_verb(tokens, at, book) or gerund):
            continue
        that = at + 1 + (tokens[at + 1].text == ",")
        told = among(tokens[that].low, book.that) and that + _FEWEST < len(tokens)
        if told and all(token.quote < 0 for token in tokens[that:]) and is_word(tokens[that + 1]):
            return at, that
        return None
    return None
